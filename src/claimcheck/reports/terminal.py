"""The full report for people: each finding with its lines and carets under the fault."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.findings import Finding, ReferenceResult, Report, SentenceResult
from claimcheck.model.place import Location
from claimcheck.reports.characters import one_line, visible
from claimcheck.reports.details import details, place
from claimcheck.reports.excerpt import Row, SourceLines, cells, cut, rows
from claimcheck.reports.lines import summary
from claimcheck.reports.style import Look, Style, look_of

_NARROWEST = 40
"""Excerpts are never cut to fewer cells; a narrower terminal wraps them."""


def full(report: Report, style: Style) -> str:
    """Findings with source excerpts, the good results too under `--all`, then the summary."""
    lines = SourceLines(report.sources)
    alike = _alike_gaps(report)
    gathered = {id(gap) for gaps in alike for gap in gaps}
    alone = (finding for finding in report.active if id(finding) not in gathered)
    blocks = ["\n".join(_finding(finding, lines, style)) for finding in alone]
    blocks += ["\n".join(_gaps(gaps, style)) for gaps in alike]
    if report.show_all:
        references = [_reference(row, style) for row in report.references]
        sentences = [_sentence(row, style) for row in report.sentences]
        blocks += _section("References", references, style)
        blocks += _section("Sentences", sentences, style)
    blocks.append("\n".join(_closing(report, style)))
    return "\n\n".join(blocks)


def _alike_gaps(report: Report) -> list[list[Finding]]:
    """What could not be checked, gathered by reason where several things share one."""
    reasons: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.active:
        if finding.is_gap:
            key = str(finding.severity), finding.problem.message
            reasons.setdefault(key, []).append(finding)
    return [gaps for gaps in reasons.values() if len(gaps) > 1]


def _gaps(gaps: list[Finding], style: Style) -> Iterator[str]:
    """A reason once, then a line for each place; there is no fault in the lines to show."""
    yield _headline(gaps[0], style)
    for gap in gaps:
        basis = ", ".join(value for label, value in details(gap.problem) if label != "see")
        where = f" {style.paint('-->', 'frame')} {one_line(place(gap.where))}"
        yield f"{where}  {style.paint(one_line(basis), 'weak')}".rstrip()


def _closing(report: Report, style: Style) -> Iterator[str]:
    for line in summary(report):
        yield style.paint(line, "weak" if line.startswith("note: ") else "strong")


def _finding(finding: Finding, lines: SourceLines, style: Style) -> Iterator[str]:
    where, problem = finding.where, finding.problem
    shown = [] if where.label else list(rows(where, lines))
    margin = " " * (len(str(shown[-1].number)) if shown else 1)
    yield _headline(finding, style)
    yield f"{margin}{style.paint('-->', 'frame')} {one_line(place(where))}"
    if shown:
        yield from _excerpt(shown, where, margin, style, look_of(str(finding.severity)))
    elif problem.text.strip():
        yield from _quoted(problem.text, margin, style)
    for label, value in details(problem):
        text = visible(value).replace("\n", f"\n{margin}   ")
        yield f"{margin} {style.paint(f'= {label}:', 'frame')} {text}"


def _headline(finding: Finding, style: Style) -> str:
    rule = f"{finding.severity}[{finding.code}] {finding.name}"
    message = style.paint(f": {one_line(finding.problem.message)}", "strong")
    return style.paint(rule, look_of(str(finding.severity))) + message


def _excerpt(
    shown: list[Row], where: Location, margin: str, style: Style, look: Look
) -> Iterator[str]:
    """The lines of the fault, each with carets under what is at fault in it."""
    bar = style.paint("|", "frame")
    room = _room(style, margin)
    yield f"{margin} {bar}"
    for row in shown:
        number = style.paint(f"{row.number:>{len(margin)}}", "frame")
        part = cut(_printable(row), room)
        yield f"{number} {bar} {part.before}{part.fault}{part.after}".rstrip()
        carets = "^" * max(1, cells(part.fault, room))
        yield f"{margin} {bar} {' ' * cells(part.before, room)}{style.paint(carets, look)}"
    if where.end_line > shown[-1].number:
        yield style.paint("...", "frame")


def _printable(row: Row) -> Row:
    return Row(row.number, *map(one_line, (row.before, row.fault, row.after)))


def _quoted(text: str, margin: str, style: Style) -> Iterator[str]:
    """The words concerned, where there are no lines to show."""
    bar = style.paint("|", "frame")
    row = cut(Row(0, "", one_line(text.strip()), ""), _room(style, margin))
    yield f"{margin} {bar}"
    yield f"{margin} {bar} {row.fault}"


def _room(style: Style, margin: str) -> int:
    return max(style.width, _NARROWEST) - len(margin) - 3


def _section(title: str, listed: list[str], style: Style) -> list[str]:
    return ["\n".join([style.paint(title, "strong"), *listed])] if listed else []


def _reference(row: ReferenceResult, style: Style) -> str:
    state = style.paint(f"{row.state.replace('_', ' '):12}", look_of(row.state))
    basis = ", ".join(part for part in (row.via, row.reason) if part)
    doi = row.doi or "no DOI"
    tail = style.paint(f"  ({one_line(basis)})", "weak") if basis else ""
    return f"{state} {style.paint(one_line(row.id), 'strong')}  {one_line(doi)}{tail}"


def _sentence(row: SentenceResult, style: Style) -> str:
    verdict = style.paint(f"{row.verdict:12}", look_of(row.verdict))
    backing = ", ".join([*row.claims, *row.trials, *row.events, *row.references])
    tail = style.paint(f"  [{one_line(backing)}]", "weak") if backing else ""
    where = style.paint(one_line(place(row.where)), "weak")
    return f"{verdict} {where}  {one_line(row.text)}{tail}"
