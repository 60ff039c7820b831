"""Plain text: paragraphs, lists, headings, tables, by the habits of people who write no markup."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from claimcheck.classes import dataclass
from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.marks import finish
from claimcheck.model.drafts import Document
from claimcheck.patterns import lazy

_LETTER = lazy(r"[^\W\d_]")
_LINE = lazy(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_BULLET = lazy(r"\s*(?:[•◦▪‣●*+–-]|\(?\d{1,3}[.)])\s+(?=\S)")
_QUOTE = lazy(r"\s*>[>\s]*")
_RULE = lazy(r"[\s=*~_#+|:–—-]*\Z")
_COMMENT = lazy(
    r"<!--\s*claimcheck:[^\r\n]*?-->|^[^\S\r\n]*(?:#|%|//|\.\.|;)?[^\S\r\n]*claimcheck:[^\r\n]*",
    re.MULTILINE,
)
_MAX_HEADING = 90
_MAX_WRAPPED = 120
"""Lines broken by hand are not longer than this."""
_ENDS_SENTENCE = lazy(r"[.!?:;,…][\"”’)\]]*\Z")


def read_text_draft(path: str, source: str) -> Document:
    """The document of a plain text. Empty lines and list marks separate blocks.

    Where lines are long, every line is a paragraph; a short line without a closing mark that
    stands alone is a heading. Lines of equally many cells, between tabs or bars, are a table.
    """
    build = BlockBuilder()
    _Reader(build, source).run()
    return finish(Document(path=path, source=source), build, keys="bracketed")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not empty: where it stands, its text, its cells, and what is before it."""

    start: int
    text: str
    after_gap: bool

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    @property
    def cells(self) -> int:
        inner = self.text.strip()
        bars = inner.count("|") - 1 if inner[0] == inner[-1] == "|" else 0
        return max(inner.count("\t") + 1, bars)

    @property
    def quoted(self) -> bool:
        return self.text.lstrip().startswith(">")


class _Reader:
    def __init__(self, build: BlockBuilder, source: str) -> None:
        self._build = build
        ours = _COMMENT.finditer(source) if "claimcheck:" in source else ()
        self._comments = deque(found.span() for found in ours)
        self._lines = list(_lines(source))
        lengths = sorted(len(line.text) for line in self._lines)
        self._wrapped = bool(lengths) and lengths[int(len(lengths) * 0.9)] <= _MAX_WRAPPED

    def run(self) -> None:
        """Read all."""
        for lines in self._runs():
            first = lines[0]
            self._build.quotes = int(first.quoted)
            if not _BULLET.match(first.text) and not (first.after_gap and first.indent):
                self._build.leave_items()
            if len(lines) > 1 and first.cells > 1:
                self._read_table(lines)
            else:
                self._read_block(lines)
        self._build.leave_items()

    def _runs(self) -> Iterator[list[_Line]]:
        """Runs of lines that belong together."""
        run: list[_Line] = []
        for line in self._lines:
            if run and not self._goes_on(run[-1], line):
                yield run
                run = []
            run.append(line)
        if run:
            yield run

    def _goes_on(self, last: _Line, line: _Line) -> bool:
        if line.after_gap or last.quoted != line.quoted:
            return False
        if last.cells > 1 or line.cells > 1:
            return last.cells == line.cells
        return self._wrapped and not _BULLET.match(line.text)

    def _read_block(self, lines: list[_Line]) -> None:
        prose = [line for line in lines if not _RULE.match(line.text)]
        if not prose:
            return
        first, *others = prose
        bullet = _BULLET.match(first.text)
        if bullet:
            self._build.item_at(first.indent)
        elif not self._build.in_item and _is_heading(first) and not others:
            self._build.heading = 2 if self._build.blocks else 1
        self._add(first, bullet.end() if bullet else 0)
        for line in others:
            if self._build.length:
                self._build.add("\n", line.start - 1)
            self._add(line, 0)
        self._build.flush()
        self._build.heading = 0

    def _add(self, line: _Line, begin: int) -> None:
        """Add a line from `begin` on, without marks of quotation and comments of ours."""
        quote = _QUOTE.match(line.text, begin)
        at = quote.end() if quote else begin
        self._add_stretch(line.text[at:], line.start + at)

    def _add_stretch(self, text: str, source: int) -> None:
        """Add what stands at a place of the source, without comments of ours."""
        at = 0
        while self._comments and self._comments[0][0] < source + len(text):
            start, end = (offset - source for offset in self._comments.popleft())
            self._add_trimmed(text[at:start], source + at)
            self._build.comment(text[start:end], source + start)
            at = end
        self._add_trimmed(text[at:], source + at)

    def _add_trimmed(self, text: str, source: int) -> None:
        self._build.add(text.strip(), source + len(text) - len(text.lstrip()))

    def _read_table(self, lines: list[_Line]) -> None:
        self._build.open_table(guess_head=True)
        for line in lines:
            if not _RULE.match(line.text):
                self._build.open_row()
                self._read_row(line)
                self._build.close_row()
        self._build.close_table()

    def _read_row(self, line: _Line) -> None:
        inner = line.text.strip()
        bars = inner[0] == inner[-1] == "|" and len(inner) > 1
        at = line.start + line.indent + bars
        for cell in inner[1:-1].split("|") if bars else inner.split("\t"):
            self._build.open_cell()
            self._add_stretch(cell, at)
            self._build.close_cell()
            at += len(cell) + 1


def _is_heading(line: _Line) -> bool:
    words = line.text.strip()
    return (
        not line.quoted
        and len(words) <= _MAX_HEADING
        and not _ENDS_SENTENCE.search(words.rstrip("?"))
        and bool(_LETTER.search(words))
        and words[0] not in "“\"'("
    )


def _lines(source: str) -> Iterator[_Line]:
    gap = True
    for found in _LINE.finditer(source):
        text = found.group(1)
        if text.strip():
            yield _Line(found.start(), text, gap)
        gap = not text.strip()
