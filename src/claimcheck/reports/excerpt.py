"""The source lines around a fault, cut to a width that is counted in terminal cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from claimcheck.classes import dataclass
from claimcheck.model.place import Location
from claimcheck.patterns import lazy

MOST_LINES = 3
"""Of a fault that spans more lines, only so many are shown."""
_NARROW = lazy("[ -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027]*")
"""Letters and signs of one cell each; the table of all others is loaded where one occurs."""
_WIDENER = "\ufe0f"
"""Variation selector 16: has no width of its own, but can make the character before it wide."""


class SourceLines:
    """Lines of the checked files; a file is split when its first line is asked for."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._lines: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str | None:
        """Line `number` (from 1) without its end; None when the file is not at hand."""
        if path not in self._sources:
            return None
        if path not in self._lines:
            self._lines[path] = self._sources[path].split("\n")
        lines = self._lines[path]
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None


@dataclass(frozen=True, slots=True)
class Row:
    """A source line, taken apart around what is at fault in it."""

    number: int
    before: str
    fault: str
    after: str


def rows(where: Location, lines: SourceLines) -> Iterator[Row]:
    """The first lines of the stretch that a location marks; none where the source is missing."""
    last = max(where.end_line, where.line)
    for number in range(where.line, min(last, where.line + MOST_LINES - 1) + 1):
        line = lines.line(where.path, number)
        if line is None or (number == where.line and not line.strip()):
            return
        start = where.column - 1 if number == where.line else len(line) - len(line.lstrip())
        end = _end(where, line) if number == last else len(line.rstrip())
        yield Row(number, line[:start], line[start:end], line[max(start, end) :])


def _end(where: Location, line: str) -> int:
    """Offset one past the fault in its last line; a place without end is one character."""
    if where.end_column:
        return where.end_column - 1
    return len(line) if where.end_line > where.line else where.column


def cut(row: Row, room: int) -> Row:
    """The row in at most `room` cells, with as much of the fault as fits and some of what leads up.

    Ellipses stand where something was left out.
    """
    before = _tail(row.before, max(room // 4, room - cells(row.fault + row.after, room)))
    fault = _head(row.fault, room - cells(before, room))
    after = _head(row.after, room - cells(before + fault, room))
    return Row(row.number, before, fault, after)


def cells(text: str, room: int) -> int:
    """Width of a text in terminal cells, measured only as far as tells whether it fits."""
    measured = _width(text[: 4 * room])
    return measured if len(text) <= 4 * room else max(measured, room + 1)


def _width(text: str) -> int:
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _head(text: str, room: int) -> str:
    """The beginning of a text, as far as it fits."""
    if cells(text, room) <= room:
        return text
    return text[: _fitting(text, room - 1)] + "…" if room > 0 else ""


def _tail(text: str, room: int) -> str:
    """The end of a text, as far as it fits."""
    if cells(text, room) <= room:
        return text
    kept = _fitting(reversed(text), room - 1)
    return "…" + text[len(text) - kept :] if room > 0 else ""


def _fitting(characters: Iterable[str], room: int) -> int:
    """How many characters are sure to fit into `room` cells; looks at a bounded number of them."""
    count = used = 0
    for character in islice(characters, 4 * room):
        used += 1 if character == _WIDENER else _width(character)
        if used > room:
            break
        count += 1
    return count
