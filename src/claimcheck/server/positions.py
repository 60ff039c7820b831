"""Positions of the protocol: lines from 0, characters in units of an encoding.

Lines end in line feeds, carriage returns or both, as in `Document`, and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from claimcheck.model.place import Location
from claimcheck.patterns import lazy

_LINE_END = lazy(r"\r\n?|\n")
_BOM = "\ufeff"


class Lines:
    """The lines of a text, for a client that counts characters in the units of `encoding`."""

    def __init__(self, source: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self._source = source
        self._encoding = encoding
        ends = list(_LINE_END.finditer(source))
        self._starts = [0, *(found.end() for found in ends)]
        self._ends = [*(found.start() for found in ends), len(source)]
        self._skipped = len(_BOM) if source.startswith(_BOM) else 0
        """Readers pass over a byte order mark, and columns of the first line count without it."""

    def offset(self, position: Position) -> int:
        """The offset of a position; behind the end of a line or of the text, that end."""
        if position.line >= len(self._starts):
            return len(self._source)
        start, end = self._starts[position.line], self._ends[position.line]
        if self._encoding == PositionEncodingKind.Utf32 or self._source[start:end].isascii():
            return min(start + position.character, end)
        units = 0
        for offset in range(start, end):
            if units >= position.character:
                return offset
            units += self._units(self._source[offset])
        return end

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self._source[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The range of `source[start:end]`."""
        return Range(self.position(start), self.position(end))

    def stretch(self, where: Location) -> tuple[int, int]:
        """The offsets at which a place begins and ends."""
        start = self._place(where.line, where.column)
        end = self._place(where.end_line, where.end_column) if where.end_line else start
        return start, max(start, end)

    def _place(self, line: int, column: int) -> int:
        number = min(max(line, 1), len(self._starts)) - 1
        skipped = self._skipped if number == 0 else 0
        return min(self._starts[number] + column - 1 + skipped, self._ends[number])

    def _units(self, text: str) -> int:
        if self._encoding == PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        if self._encoding == PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
