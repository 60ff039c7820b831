"""A table for a terminal: as wide as there is room, and honest about what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from claimcheck.catalogue.columns import Column
from claimcheck.catalogue.names import MARKS
from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.reports.characters import one_line
from claimcheck.reports.style import Style

R = TypeVar("R")

MISSING = "—"
_GAP = "  "
_UNUSUAL = lazy("[^\x20-\u02ff\u0370-\u0fff\u2010-\u2027\u2030-\u22ff]")
"""Characters that may not be one cell wide."""
_BREAK = lazy(r"10\.\d{4,9}/\S+|\(?\d[\d.]* %|\S+?(?:-(?=\w)|/(?=[^\W\d])|(?=\s)|$)|\s+")
"""Pieces of a line: words, broken after hyphens and slashes, but not in 23/25, 95 % or a DOI."""
_MARKED = lazy("|".join(MARKS.values()))


@dataclass(frozen=True, slots=True)
class Layout(Generic[R]):
    """Columns with the cells that each gets, and the titles of those that found no room."""

    columns: tuple[Column[R], ...]
    widths: tuple[int, ...]
    left_out: tuple[str, ...] = ()


def render_table(
    rows: Sequence[R], columns: Sequence[Column[R]], precedence: Sequence[str], style: Style
) -> str:
    """Rows in columns that fit `style.width`; wrapped cells, a dash where nothing is recorded.

    `precedence` lists the keys of columns by rank: after the first, each is shown if there is room
    for it beside those before; a closing line names those that were left out. Where the rest
    cannot be made to fit, each row becomes a block of one field a line, with nothing left out.
    """
    cells = {c.key: [one_line(c.text(row)) or MISSING for row in rows] for c in columns}
    layout = _fit(columns, cells, precedence, style.width)
    if layout is None:
        return "\n\n".join(_block(columns, cells, i, style) for i in range(len(rows)))
    lines = [_heading(layout, style), *_body(layout, cells, len(rows), style)]
    if layout.left_out:
        lines += ["", _left_out(layout.left_out, style)]
    return "\n".join(lines)


def _left_out(titles: Sequence[str], style: Style) -> str:
    text = f"No room for: {', '.join(titles)} (a wider terminal, --columns, or --format csv)."
    return "\n".join(style.paint(line, "weak") for line in wrap(text, style.width))


def _fit(
    columns: Sequence[Column[R]],
    cells: dict[str, list[str]],
    precedence: Sequence[str],
    width: int,
) -> Layout[R] | None:
    """The columns that fit with their widths; None where not even the first do."""
    natural = {c.key: _natural(c, cells[c.key]) for c in columns}
    least = {c.key: min(natural[c.key], max(c.narrowest, measure(c.title))) for c in columns}
    kept = [c.key for c in columns if c.key not in precedence[1:]]
    room = width - sum(least[key] + len(_GAP) for key in kept) + len(_GAP)
    if room < 0:
        return None
    for key in precedence[1:]:
        if key in least and least[key] + len(_GAP) <= room:
            kept.append(key)
            room -= least[key] + len(_GAP)
    shown = tuple(c for c in columns if c.key in kept)
    widths = _share(
        [natural[c.key] for c in shown],
        [least[c.key] for c in shown],
        width - len(_GAP) * (len(shown) - 1),
    )
    return Layout(shown, widths, tuple(c.title for c in columns if c.key not in kept))


def _natural(column: Column[R], cells: Sequence[str]) -> int:
    return max(measure(column.title), *map(measure, cells), 1)


def _share(natural: Sequence[int], least: Sequence[int], room: int) -> tuple[int, ...]:
    """Widths between least and natural that fill the room.

    A column that wants no more than an equal part of what is left gets it; the others share the
    rest in proportion to what they want, as tables of browsers do.
    """
    wants = [high - low for high, low in zip(natural, least, strict=True)]
    spare = room - sum(least)
    given = dict.fromkeys((i for i, want in enumerate(wants) if not want), 0)
    for index in sorted(set(range(len(wants))) - given.keys(), key=lambda i: wants[i]):
        if wants[index] * (len(wants) - len(given)) > spare:
            break
        given[index] = wants[index]
        spare -= wants[index]
    total = sum(want for index, want in enumerate(wants) if index not in given)
    return tuple(
        low + (given[index] if index in given else spare * wants[index] // total)
        for index, low in enumerate(least)
    )


def _heading(layout: Layout[R], style: Style) -> str:
    sized = zip(layout.columns, layout.widths, strict=True)
    titles = [_pad(column.title, width, column.number) for column, width in sized]
    rule = _GAP.join("─" * width for width in layout.widths)
    return f"{style.paint(_GAP.join(titles).rstrip(), 'strong')}\n{style.paint(rule, 'frame')}"


def _body(layout: Layout[R], cells: dict[str, list[str]], count: int, style: Style) -> list[str]:
    lines: list[str] = []
    tall = False
    for index in range(count):
        parts = [
            wrap(cells[column.key][index], width)
            for column, width in zip(layout.columns, layout.widths, strict=True)
        ]
        height = max(map(len, parts))
        if tall or (height > 1 and lines):
            lines.append("")
        tall = height > 1
        lines += [_line(layout, parts, number, style) for number in range(height)]
    return lines


def _line(layout: Layout[R], parts: Sequence[Sequence[str]], number: int, style: Style) -> str:
    padded = (
        _pad(part[number] if number < len(part) else "", width, column.number)
        for part, column, width in zip(parts, layout.columns, layout.widths, strict=True)
    )
    return _marked(_GAP.join(padded).rstrip(), style)


def _block(
    columns: Sequence[Column[R]], cells: dict[str, list[str]], index: int, style: Style
) -> str:
    """One entry, a field a line, what is not recorded included."""
    margin = max(measure(column.title) for column in columns) + len(_GAP)
    lines = []
    for column in columns:
        wrapped = wrap(cells[column.key][index], max(style.width - margin, 20))
        title = style.paint(_pad(column.title, margin, right=False), "strong")
        lines += [f"{title}{_marked(wrapped[0], style)}"]
        lines += [f"{' ' * margin}{_marked(line, style)}" for line in wrapped[1:]]
    return "\n".join(lines)


def _marked(line: str, style: Style) -> str:
    return _MARKED.sub(lambda found: style.paint(found[0], "error"), line) if style.color else line


def _pad(text: str, width: int, right: bool) -> str:
    space = " " * (width - measure(text))
    return space + text if right else text + space


def measure(text: str) -> int:
    """Cells that a text takes in a terminal."""
    if text.isascii() or not _UNUSUAL.search(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces, after hyphens, or anywhere."""
    width = max(width, 2)
    if measure(text) <= width:
        return [text]
    lines = [""]
    for piece in _BREAK.findall(text):
        if measure(lines[-1]) + measure(piece.rstrip()) <= width:
            lines[-1] += piece
            continue
        rest = piece.lstrip()
        while measure(rest) > width:
            head = _head(rest, width - measure(lines[-1]))
            lines[-1] += head
            rest = rest[len(head) :]
            lines.append("")
        if lines[-1]:
            lines.append("")
        lines[-1] = rest
    return [line.rstrip() for line in lines if line.strip()] or [""]


def _head(text: str, room: int) -> str:
    """As much of a word as fits, and at least one character where the line is empty."""
    head = text[: max(room, 0)]
    while head and measure(head) > room:
        head = head[:-1]
    return head
