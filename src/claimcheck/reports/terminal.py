"""The full report for people: each finding with its line and a caret under the fault."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from claimcheck.model.findings import Finding, ReferenceResult, Report, SentenceResult, Severity
from claimcheck.model.place import Location
from claimcheck.reports.lines import summary
from claimcheck.reports.style import Style

_COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_STATES = {"verified": "green", "unchecked": "yellow", "corrected": "cyan", "concern": "yellow"}
_VERDICTS = {"supported": "green", "cited": "cyan", "unsourced": "yellow", "outdated": "yellow"}
_TABS = str.maketrans("\t", " ")


def full(report: Report, style: Style) -> str:
    """Findings with source excerpts, the good results too under `--all`, then the summary."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=style.width,
        force_terminal=style.color,
        no_color=not style.color,
        color_system="standard" if style.color else None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for block in _blocks(report, style.width):
        console.print(block, soft_wrap=True)
    for line in summary(report):
        console.print(Text(line, style="dim" if line.startswith("note: ") else "bold"))
    return buffer.getvalue()


def _blocks(report: Report, width: int) -> Iterator[Text]:
    for finding in report.active:
        yield _finding(finding, report.sources, width)
        yield Text()
    if report.show_all:
        yield from (_reference(row) for row in report.references)
        yield from (_sentence(row) for row in report.sentences)
        if report.references or report.sentences:
            yield Text()


def _finding(finding: Finding, sources: dict[str, str], width: int) -> Text:
    problem = finding.problem
    color = _COLORS[finding.severity]
    text = Text()
    text.append(f"{finding.severity}[{finding.code}] {finding.name}", style=color)
    text.append(f": {problem.message}\n", style="bold")
    text.append("  --> ", style="blue").append(_where(finding.where))
    for line in _excerpt(finding.where, sources, width, color):
        text.append("\n").append_text(line)
    for label, value in _details(finding):
        text.append(f"\n   = {label}: ", style="blue").append(value)
    return text


def _details(finding: Finding) -> Iterator[tuple[str, str]]:
    problem = finding.problem
    if problem.doi:
        yield "source", f"https://doi.org/{problem.doi}"
    if problem.suggestion:
        yield ("fix" if problem.suggestion.safe else "suggestion"), problem.suggestion.text
    for place, word in problem.related:
        yield "see", f"{_where(place)} {word}"


def _where(place: Location) -> str:
    return f"{place.path} ({place.label})" if place.label else str(place)


def _excerpt(where: Location, sources: dict[str, str], width: int, color: str) -> Iterator[Text]:
    """The line of the finding, cut to the width around the fault, and carets under it."""
    line = _line(sources.get(where.path, ""), where.line)
    if not line.strip():
        return
    start, end = where.column - 1, _last_column(where, line)
    offset = max(0, min(start - 8, len(line) - width + 10))
    shown = line[offset : offset + width - 10]
    margin = len(str(where.line))
    bar = Text(" " * margin + " | ", style="blue")
    yield bar
    yield Text(f"{where.line} | ", style="blue") + Text(shown)
    carets = max(1, min(end, offset + len(shown)) - start)
    yield bar + Text(" " * (start - offset) + "^" * carets, style=color)


def _last_column(where: Location, line: str) -> int:
    """Where the fault ends on its first line, as an offset."""
    if where.end_line > where.line:
        return len(line)
    return where.end_column - 1 if where.end_column else where.column


def _line(text: str, number: int) -> str:
    """Line `number` of the text, without scanning more of it than needed."""
    start = 0
    for _ in range(number - 1):
        start = text.find("\n", start) + 1
        if not start:
            return ""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else None].rstrip("\r").translate(_TABS)


def _reference(row: ReferenceResult) -> Text:
    text = Text(f"{row.state.replace('_', ' '):12}", style=_STATES.get(row.state, "red"))
    text.append(f" {row.id}", style="bold")
    text.append(f"  {row.doi or 'no DOI'}")
    basis = ", ".join(part for part in (row.via, row.reason) if part)
    return text.append(f"  ({basis})" if basis else "", style="dim")


def _sentence(row: SentenceResult) -> Text:
    text = Text(f"{row.verdict:12}", style=_VERDICTS.get(row.verdict, "red"))
    text.append(f" {row.where}  ", style="dim").append(row.text)
    backing = [*row.claims, *row.trials, *row.events, *row.references]
    return text.append(f"  [{', '.join(backing)}]" if backing else "", style="dim")
