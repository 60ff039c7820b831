"""JSON, version 1: the published shape, kept apart from our own nouns so that these may change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from claimcheck import __version__
from claimcheck.model.findings import (
    Finding,
    ReferenceResult,
    Report,
    SentenceResult,
    Severity,
)
from claimcheck.reports.style import Style

VERSION = 1
_BREAKS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
"""Characters that JSON allows in strings but that some readers of lines take for the end of one."""


def document(report: Report, style: Style) -> str:  # noqa: ARG001
    """One object with `summary`, `findings`, `sentences` and `references`.

    Written row by row, as the plain values of all rows take many times the room of their text.
    """
    return "".join(_document(report))


def _document(report: Report) -> Iterator[str]:
    yield json.dumps(_head(report), ensure_ascii=False, indent=1).removesuffix("\n}")
    for key, rows in _lists(report).items():
        yield f',\n "{key}": ['
        count = 0
        for count, row in enumerate(rows, 1):
            yield ",\n  " if count > 1 else "\n  "
            yield json.dumps(row, ensure_ascii=False, indent=1).replace("\n", "\n  ")
        yield "\n ]" if count else "]"
    yield "\n}\n"


def lines(report: Report, style: Style) -> str:  # noqa: ARG001
    """The same, an object a line; `record` says what each is, the summary comes last."""
    told = (
        _line({"record": key.removesuffix("s"), **row})
        for key, rows in _lists(report).items()
        for row in rows
    )
    head = _head(report)
    summary = head.pop("summary")
    return "\n".join((*told, _line({"record": "summary", **head, **summary})))


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False).translate(_BREAKS)


def _head(report: Report) -> dict[str, Any]:
    return {
        "version": VERSION,
        "command": report.command,
        "tool": {"name": "claimcheck", "version": __version__},
        "as_of": report.as_of.isoformat(),
        "summary": _summary(report),
    }


def _lists(report: Report) -> dict[str, Iterable[dict[str, Any]]]:
    """The rows of the published shape, by the names of its lists."""
    lists: dict[str, Iterable[dict[str, Any]]] = {"findings": map(_finding, report.active)}
    if report.command == "lint":
        lists["sentences"] = map(_sentence, report.sentences if report.show_all else ())
    if report.command in {"check", "lint", "refs"}:
        lists["references"] = map(_reference, report.references)
    return lists


def _summary(report: Report) -> dict[str, Any]:
    active = report.active
    return {
        "files": len(report.files),
        "errors": sum(f.severity == Severity.ERROR for f in active),
        "warnings": sum(f.severity == Severity.WARNING for f in active),
        "infos": sum(f.severity == Severity.INFO for f in active),
        "suppressed": len(report.findings) - len(active),
        "unchecked": report.unchecked,
        "exit": report.exit,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    problem, where = finding.problem, finding.where
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line or where.line,
        "end_column": where.end_column or where.column,
        "text": problem.text,
        "message": problem.message,
        "found": problem.found,
        "expected": problem.expected,
        "claim": problem.claim,
        "trial": problem.trial,
        "event": problem.event,
        "reference": problem.reference,
        "doi": problem.doi,
        "suggestion": asdict(problem.suggestion) if problem.suggestion else None,
    }


def _sentence(sentence: SentenceResult) -> dict[str, Any]:
    return {
        "path": sentence.where.path,
        "line": sentence.where.line,
        "column": sentence.where.column,
        "text": sentence.text,
        "verdict": sentence.verdict,
        "claims": list(sentence.claims),
        "trials": list(sentence.trials),
        "references": list(sentence.references),
    }


def _reference(reference: ReferenceResult) -> dict[str, Any]:
    return {
        "path": reference.where.path,
        "line": reference.where.line,
        "id": reference.id,
        "doi": reference.doi,
        "state": reference.state,
        "matched_doi": reference.matched_doi,
        "via": reference.via,
        "checked_at": reference.checked_at,
        "fields": [asdict(f) for f in reference.fields],
    }
