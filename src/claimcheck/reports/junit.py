"""JUnit XML, as Jenkins, GitLab and GitHub's test reporters read it.

A file is a suite and a finding a test case in it: an error or a warning has failed, a remark has
passed, what could not be checked is an error, what is waived or suppressed was skipped. A clean
file is one passed case. The first suite stands for the run: its notes, and an error when not
everything could be read or checked. Elements and attributes are those of Jenkins's `junit-10.xsd`.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from claimcheck.model.findings import Finding, Report, Severity
from claimcheck.reports.by_file import by_file
from claimcheck.reports.details import details, place
from claimcheck.reports.lines import headline
from claimcheck.reports.style import Style
from claimcheck.reports.xml import element, written

_STOPPED = {2: "Not everything could be read.", 3: "Not everything could be checked."}
"""Exit status of a run that may look clean and is not → what it means."""


def suites(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """The suite of the run, then one for each file."""
    files = [
        _suite(path, [_case(finding) for finding in found] or [_passed(path)])
        for path, found in by_file(report, report.findings).items()
    ]
    all_ = [_suite("claimcheck", [_run(report)]), *files]
    counts = {
        key: sum(int(suite.attrib[key]) for suite in all_)
        for key in ("tests", "failures", "errors")
    }
    return written(element("testsuites", {"name": "claimcheck", **counts}, all_))


def _suite(name: str, cases: list[Element]) -> Element:
    counts = {
        "tests": len(cases),
        "failures": _having(cases, "failure"),
        "errors": _having(cases, "error"),
        "skipped": _having(cases, "skipped"),
    }
    return element("testsuite", {"name": name, **counts}, cases)


def _having(cases: Iterable[Element], tag: str) -> int:
    return sum(case.find(tag) is not None for case in cases)


def _run(report: Report) -> Element:
    outcome = []
    if report.exit in _STOPPED:
        outcome.append(element("error", {"message": _STOPPED[report.exit], "type": "incomplete"}))
    said = "\n".join([headline(report), *report.notes])
    outcome.append(element("system-out", {}, text=said))
    attributes = {"classname": "claimcheck", "name": report.command}
    return element("testcase", attributes, outcome)


def _passed(path: str) -> Element:
    return element("testcase", {"classname": path, "name": "no findings"})


def _case(finding: Finding) -> Element:
    where = finding.where
    spot = where.label or f"{where.line}:{where.column}"
    name = f"{finding.code} {finding.name} ({spot})"
    return element("testcase", {"classname": where.path, "name": name}, [_outcome(finding)])


def _outcome(finding: Finding) -> Element:
    if finding.suppressed is not None:
        return element("skipped", {}, text=finding.suppressed)
    if finding.severity == Severity.INFO and not finding.is_gap:
        return element("system-out", {}, text=_text(finding))
    attributes = {"message": finding.problem.message, "type": str(finding.severity)}
    return element("error" if finding.is_gap else "failure", attributes, text=_text(finding))


def _text(finding: Finding) -> str:
    lines = [f"{place(finding.where)}: {finding.problem.message}"]
    lines += [f"{label}: {value}" for label, value in details(finding.problem)]
    return "\n".join(lines)
