"""Where the text of reStructuredText nodes stands: docutils tells lines, not characters.

Nodes keep the source of their text without its indent. Blocks come in the order of the file, so
each is looked for from the one before it on, and its inline nodes from one to the next inside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

_FAR = 50_000
"""Characters within which a block is looked for; further off, its place is a guess."""


class Places:
    """Follows the blocks of a file from its beginning to its end."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0

    def block(self, raw: str) -> Raw:
        """The place of a block, given its source without indents."""
        lines = raw.split("\n")
        first = self._find(lines[0], self._at)
        begin = first if first is not None else self._at
        spans = [(0, begin)]
        length, at = len(lines[0]) + 1, begin + len(lines[0])
        self._at = at if first is not None else self._at
        for line in lines[1:]:
            found = self._find(line, self._next_line(at))
            if found is not None:
                spans.append((length, found))
                at = found + len(line)
            length += len(line) + 1
        return Raw(raw, spans)

    def comment(self, mark: str) -> int:
        """The offset of the next comment that holds a mark."""
        found = self._source.find(mark, self._at)
        if found < 0:
            return self._at
        self._at = found + len(mark)
        return found

    def _find(self, line: str, at: int) -> int | None:
        """Where a line of a block stands: not inside a word."""
        while line and (found := self._source.find(line, at, at + _FAR + len(line))) >= 0:
            before = self._source[found - 1 : found]
            if not (before.isalnum() and line[0].isalnum()):
                return found
            at = found + 1
        return None

    def _next_line(self, at: int) -> int:
        end = self._source.find("\n", at)
        return end + 1 if end >= 0 else len(self._source)


class Raw:
    """The source of a block, and a reader's place in it."""

    def __init__(self, raw: str, spans: list[tuple[int, int]]) -> None:
        self._raw = raw
        self._starts = [start for start, _ in spans]
        self._spans = spans
        self._at = 0

    def offset(self, at: int) -> int:
        """The offset in the file of a character of the raw text."""
        start, there = self._spans[bisect_right(self._starts, at) - 1]
        return there + at - start

    def here(self) -> int:
        """The offset in the file of the next character."""
        return self.offset(min(self._at, max(len(self._raw) - 1, 0)))

    def enter(self, raw: str) -> int:
        """Go to where an inline node's source begins; returns where it ends."""
        found = self._raw.find(raw, self._at) if raw else -1
        if found < 0:
            return self._at
        self._at = found
        return found + len(raw)

    def leave(self, end: int) -> None:
        """Go on behind an inline node."""
        self._at = max(self._at, end)

    def pieces(self, text: str) -> Iterator[tuple[str, int]]:
        """The text of a node in pieces with their offsets; escapes and markup are passed over."""
        start, begun = 0, -1
        for index, character in enumerate(text):
            at = self._raw.find(character, self._at)
            if at < 0:
                continue
            if begun < 0 or at != self._at or "\n" in text[max(index - 1, 0) : index + 1]:
                if begun >= 0:
                    yield text[start:index], self.offset(begun)
                start, begun = index, at
            self._at = at + 1
        if begun >= 0:
            yield text[start:], self.offset(begun)
