"""GitHub Actions: workflow commands that become annotations, and the summary for the log.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from claimcheck.model.findings import Finding, Report, Severity
from claimcheck.model.place import Location
from claimcheck.reports.characters import with_slashes
from claimcheck.reports.details import details
from claimcheck.reports.lines import summary
from claimcheck.reports.style import Style

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def commands(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """A command for each finding, then the summary as ordinary lines of the log."""
    return "\n".join([*map(_command, report.active), *summary(report)])


def _command(finding: Finding) -> str:
    problem = finding.problem
    label = f" ({finding.where.label})" if finding.where.label else ""
    title = f"{finding.code} {finding.name}{label}"
    properties = {**_place(finding.where), "title": title}
    written = ",".join(
        f"{key}={str(value).translate(_IN_PROPERTIES)}" for key, value in properties.items()
    )
    lines = [problem.message, *(f"{label}: {value}" for label, value in details(problem))]
    message = "\n".join(lines).translate(_IN_MESSAGES)
    return f"::{_COMMANDS[finding.severity]} {written}::{message}"


def _place(where: Location) -> dict[str, str | int]:
    """The place as properties; columns only within one line, as GitHub asks for."""
    if where.label:
        return {"file": with_slashes(where.path)}
    place: dict[str, str | int] = {"file": with_slashes(where.path), "line": where.line}
    last = max(where.end_line, where.line)
    place["endLine"] = last
    if last == where.line:
        place["col"] = where.column
        place["endColumn"] = where.end_column or where.column
    return place
