"""SARIF 2.1.0, for code scanning services and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; section numbers below are its.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from claimcheck import __version__
from claimcheck.model.findings import IN_BASELINE, Finding, Problem, Report, RuleInfo, Severity
from claimcheck.model.place import Location
from claimcheck.reports.characters import with_slashes
from claimcheck.reports.fingerprints import fingerprints
from claimcheck.reports.style import Style

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_COMPLETE = frozenset({0, 1})
"""Exit statuses of a run that read everything it was asked to."""


def log(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """A log of one run: the rules, every finding (suppressed ones marked), how the run went."""
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _run(report: Report) -> dict[str, Any]:
    indexes = {rule.code: index for index, rule in enumerate(report.rules)}
    marks = fingerprints(report.findings)
    driver = {
        "name": "claimcheck",
        "version": __version__,
        "rules": [_rule(rule) for rule in report.rules],
    }
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"claimcheck/{report.command}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder in which claimcheck was run."}}
        },
        "invocations": [_invocation(report)],
        "results": [
            _result(finding, mark, indexes)
            for finding, mark in zip(report.findings, marks, strict=True)
        ],
    }


def _invocation(report: Report) -> dict[str, Any]:
    return {
        "executionSuccessful": report.exit in _COMPLETE and not report.unchecked,
        "exitCode": int(report.exit),
        "toolExecutionNotifications": list(_notifications(report)),
        "properties": {"asOf": report.as_of.isoformat(), "unchecked": report.unchecked},
    }


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    if report.unchecked:
        text = f"{report.unchecked} could not be checked."
        yield {"level": "warning", "message": {"text": text}}
    for note in report.notes:
        yield {"level": "note", "message": {"text": note}}


def _rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.manual.partition("\nFires:\n")[0].strip()},
        "help": {"text": rule.manual, "markdown": _as_markdown(rule.manual)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _as_markdown(manual: str) -> str:
    """A manual page with its examples set off, so that Markdown shows them as code."""
    return re.sub(r"(?m)^(Fires|Quiet):\n", r"**\1:**\n\n", manual)


def _result(finding: Finding, mark: str, indexes: dict[str, int]) -> dict[str, Any]:
    problem = finding.problem
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": problem.message},
        "locations": [_location(finding.where)],
        "partialFingerprints": {"claimcheck/v1": mark},
        "suppressions": list(_suppressions(finding)),
        "properties": dict(_properties(problem)),
    }
    if finding.code in indexes:
        result["ruleIndex"] = indexes[finding.code]
    if problem.related:
        result["relatedLocations"] = [
            {"id": number, **_location(where), "message": {"text": word}}
            for number, (where, word) in enumerate(problem.related)
        ]
    if fix := _fix(problem):
        result["fixes"] = [fix]
    return result


def _location(where: Location) -> dict[str, Any]:
    """A place; in files without lines it is named instead (3.33, logicalLocation)."""
    artifact = {"artifactLocation": _artifact(where.path)}
    if where.label:
        return {"physicalLocation": artifact, "logicalLocations": [{"name": where.label}]}
    return {"physicalLocation": {**artifact, "region": _region(where)}}


def _region(where: Location) -> dict[str, int]:
    region = {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }
    return {key: value for key, value in region.items() if value}


def _artifact(path: str) -> dict[str, str]:
    """The file as a URI; a relative path counts from the folder of the run (3.4.3)."""
    path = with_slashes(path)
    drive, rest = (path[:2], path[2:]) if re.match("[A-Za-z]:/", path) else ("", path)
    uri = quote(rest, errors="replace")
    if drive:
        return {"uri": f"file:///{drive}{uri}"}
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _suppressions(finding: Finding) -> Iterator[dict[str, str]]:
    """Waivers and comments stand in the checked files, a baseline apart from them (3.35.2)."""
    if finding.suppressed is not None:
        kind = "external" if finding.suppressed == IN_BASELINE else "inSource"
        yield {"kind": kind, "justification": finding.suppressed}


def _properties(problem: Problem) -> Iterator[tuple[str, str]]:
    """What the finding rests on, under the names that the JSON format has for it."""
    for name in ("found", "expected", "claim", "trial", "event", "reference", "doi"):
        if value := getattr(problem, name):
            yield name, value
    if problem.suggestion:
        yield "suggestion", problem.suggestion.text


def _fix(problem: Problem) -> dict[str, Any] | None:
    """The replacement that may be applied unseen, where the place has a known end."""
    where, suggestion = problem.where, problem.suggestion
    if suggestion is None or not suggestion.safe or where.label or not where.end_column:
        return None
    replacement = {
        "deletedRegion": _region(where),
        "insertedContent": {"text": suggestion.text},
    }
    change = {"artifactLocation": _artifact(where.path), "replacements": [replacement]}
    return {"description": {"text": "Apply the suggestion."}, "artifactChanges": [change]}
