"""Reviewdog Diagnostic Format, for comments and suggested changes in reviews.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from typing import Any

from claimcheck.model.findings import Finding, Report, Suggestion
from claimcheck.model.place import Location
from claimcheck.reports.characters import with_slashes
from claimcheck.reports.excerpt import SourceLines
from claimcheck.reports.style import Style


def diagnostics(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """One object (`DiagnosticResult`) with every finding."""
    lines = SourceLines(report.sources)
    whole = {
        "source": {"name": "claimcheck"},
        "diagnostics": [_diagnostic(finding, lines) for finding in report.active],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _diagnostic(finding: Finding, lines: SourceLines) -> dict[str, Any]:
    problem, where = finding.problem, finding.where
    row: dict[str, Any] = {
        "message": problem.message,
        "location": _location(where, lines),
        "severity": str(finding.severity).upper(),
        "code": {"value": finding.code},
    }
    if problem.suggestion and (change := _change(problem.suggestion, where, lines)):
        row["suggestions"] = [change]
    if problem.related:
        row["relatedLocations"] = [
            {"message": word, "location": _location(place, lines)}
            for place, word in problem.related
        ]
    return row


def _location(where: Location, lines: SourceLines) -> dict[str, Any]:
    place: dict[str, Any] = {"path": with_slashes(where.path)}
    if not where.label:
        place["range"] = _exact(where, lines) or {"start": {"line": where.line}}
    return place


def _change(suggestion: Suggestion, where: Location, lines: SourceLines) -> dict[str, Any] | None:
    """The replacement, where it is known which text exactly it is to replace."""
    stretch = _exact(where, lines) if where.end_column and not where.label else None
    return {"range": stretch, "text": suggestion.text} if stretch else None


def _exact(where: Location, lines: SourceLines) -> dict[str, Any] | None:
    """The range with columns, which the format counts in bytes of UTF-8; None without source."""
    last = max(where.end_line, where.line)
    start = _position(where.path, where.line, where.column, lines)
    end = _position(where.path, last, where.end_column or where.column, lines)
    return {"start": start, "end": end} if start and end else None


def _position(path: str, number: int, column: int, lines: SourceLines) -> dict[str, int] | None:
    line = lines.line(path, number)
    if line is None:
        return None
    before = line[: column - 1].encode("utf-8", "surrogatepass")
    return {"line": number, "column": len(before) + 1}
