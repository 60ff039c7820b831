"""One HTML page that needs nothing else: no script, no network, light or dark as readers wish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import chain

from claimcheck import __version__
from claimcheck.model.findings import Finding, ReferenceResult, Report, SentenceResult, Severity
from claimcheck.reports.by_file import by_file
from claimcheck.reports.characters import one_line, visible
from claimcheck.reports.details import details, doi_url, place
from claimcheck.reports.excerpt import Row, SourceLines, cut, rows
from claimcheck.reports.lines import headline, statistics
from claimcheck.reports.style import Style, look_of

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Content security policy: even text that slipped through escaping could load and run nothing."""

_EXCERPT = 240
"""Cells of a source line that are shown at most, around the fault."""


def page(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """Summary, a filter by severity, the findings by file, the references and sentences."""
    lines = SourceLines(report.sources)
    body = chain(
        _header(report),
        ("<main>",),
        _filter(report),
        *(_file(path, found, lines) for path, found in by_file(report, report.active).items()),
        _statistics(report) if report.statistics else (),
        _references(report.references),
        _sentences(report.sentences) if report.show_all else (),
        ("</main>",),
        _footer(report),
    )
    css = files("claimcheck.reports").joinpath("html.css").read_text(encoding="utf-8")
    return "\n".join([*_head(report, css), *body, "</body>", "</html>"])


def _text(value: str) -> str:
    """Text that HTML shows as it is; line feeds stay."""
    return escape(visible(value))


def _head(report: Report, css: str) -> list[str]:
    return [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>claimcheck {escape(report.command)}: {_text(headline(report))}</title>",
        f"<style>\n{css}</style>",
        "</head>",
        "<body>",
    ]


def _header(report: Report) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>claimcheck {escape(report.command)}</h1>"
    yield f"<p>{_text(headline(report))} As of {report.as_of.isoformat()}.</p>"
    for note in report.notes:
        yield f'<p dir="auto">{_text(note)}</p>'
    yield "</header>"


def _filter(report: Report) -> Iterator[str]:
    """Checkboxes that the style sheet looks at; no script is needed."""
    shown = {f.severity for f in report.active}
    if len(shown) < 2:
        return
    yield "<fieldset><legend>Show</legend>"
    for level in sorted(shown, reverse=True):
        name = f"show-{level}"
        yield f'<label><input type="checkbox" id="{name}" checked> {_noun(level)}</label>'
    yield "</fieldset>"


def _noun(level: Severity) -> str:
    return "remarks" if level == Severity.INFO else f"{level}s"


def _file(path: str, found: list[Finding], lines: SourceLines) -> Iterator[str]:
    if not found:
        return
    yield f'<section><h2 dir="auto">{_text(path)}</h2>'
    for finding in found:
        yield from _finding(finding, lines)
    yield "</section>"


def _finding(finding: Finding, lines: SourceLines) -> Iterator[str]:
    where, problem = finding.where, finding.problem
    spot = where.label or f"{where.line}:{where.column}"
    yield f'<article class="{finding.severity}">'
    yield (
        f'<h3><span class="tag">{finding.severity}</span> {escape(finding.code)} '
        f'{escape(finding.name)} <span class="where">{_text(spot)}</span></h3>'
    )
    yield f'<p dir="auto">{_text(problem.message)}</p>'
    shown = [] if where.label else [_row(row) for row in rows(where, lines)]
    if shown or problem.text.strip():
        code = "\n".join(shown) or _text(problem.text)
        yield f'<pre dir="auto">{code}</pre>'
    if listed := [_detail(label, value) for label, value in details(problem)]:
        yield f"<dl>{''.join(listed)}</dl>"
    yield "</article>"


def _row(row: Row) -> str:
    part = cut(row, _EXCERPT)
    before, fault, after = (
        escape(one_line(text)) for text in (part.before, part.fault, part.after)
    )
    return f"{row.number}  {before}<mark>{fault}</mark>{after}"


def _detail(label: str, value: str) -> str:
    shown = _link(value) if label == "doi" else _text(value)
    return f'<dt>{escape(label)}</dt><dd dir="auto">{shown}</dd>'


def _link(url: str) -> str:
    """A link, if it is one; the colours of the page keep it apart from text."""
    safe = _text(url)
    return f'<a href="{safe}" rel="noreferrer">{safe}</a>' if url.startswith("https://") else safe


def _statistics(report: Report) -> Iterator[str]:
    cells = [(c, n, str(count)) for c, n, count in statistics(report)]
    yield from _table("Findings by rule", ("Rule", "Name", "Count"), cells)


def _references(references: tuple[ReferenceResult, ...]) -> Iterator[str]:
    cells = [
        (_text(r.id), _link(doi_url(r.doi)) if r.doi else "none", _toned(r.state), _basis(r))
        for r in references
    ]
    yield from _table("References", ("Reference", "DOI", "State", "Known from"), cells)


def _basis(reference: ReferenceResult) -> str:
    parts = (reference.via, reference.checked_at, reference.reason)
    return _text(", ".join(part for part in parts if part))


def _sentences(sentences: tuple[SentenceResult, ...]) -> Iterator[str]:
    cells = [(_text(place(s.where)), _text(s.text), _toned(s.verdict)) for s in sentences]
    yield from _table("Sentences", ("Place", "Sentence", "Verdict"), cells)


def _toned(word: str) -> str:
    return f'<span class="tag {look_of(word)}">{escape(word.replace("_", " "))}</span>'


def _table(title: str, header: tuple[str, ...], cells: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """A table under a heading, if it has rows; the cells are HTML already."""
    if not cells:
        return
    yield f'<section><h2>{title}</h2><div class="wide"><table>'
    yield f"<thead><tr>{''.join(f'<th scope=col>{cell}</th>' for cell in header)}</tr></thead>"
    for row in cells:
        yield f"<tr>{''.join(f'<td dir=auto>{cell}</td>' for cell in row)}</tr>"
    yield "</table></div></section>"


def _footer(report: Report) -> Iterator[str]:
    exit_ = int(report.exit)
    yield f"<footer><p>claimcheck {__version__}; exit status {exit_}.</p></footer>"
