"""Checkstyle's XML, which Jenkins, reviewdog and many editors read.

https://checkstyle.org/ (class XMLLogger)
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from claimcheck.model.findings import Finding, Report
from claimcheck.reports.by_file import by_file
from claimcheck.reports.style import Style
from claimcheck.reports.xml import element, written


def document(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """A `file` for each file that was checked, with an `error` for each finding."""
    files = [
        element("file", {"name": path}, map(_error, found))
        for path, found in by_file(report, report.active).items()
    ]
    return written(element("checkstyle", {"version": "4.3"}, files))


def _error(finding: Finding) -> Element:
    where = finding.where
    place = {} if where.label else {"line": where.line, "column": where.column}
    label = f" ({where.label})" if where.label else ""
    attributes = {
        **place,
        "severity": finding.severity,
        "message": f"{finding.problem.message}{label}",
        "source": f"claimcheck.{finding.code}.{finding.name}",
    }
    return element("error", attributes)
