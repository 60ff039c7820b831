"""Drafts: running text cleaned of markup, in blocks that know their context and their place."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

from claimcheck.classes import dataclass
from claimcheck.model.dates import PartialDate
from claimcheck.model.place import Location
from claimcheck.patterns import lazy

_LINE_END = lazy(r"\r\n?|\n")

BlockKind = Literal["heading", "paragraph", "item", "cell", "caption", "footnote"]
MarkKind = Literal["link", "footnote", "superscript", "citation-key", "code"]


class Mark(NamedTuple):
    """A stretch of a block's text that markup says something about.

    `target` is the URL of a link, the label of a footnote, the key of a citation; `start` and
    `end` are offsets in the block's text (equal for a mark that leaves no text). A named tuple,
    as are blocks and sentences: a long draft has tens of thousands.
    """

    kind: MarkKind
    start: int
    end: int
    target: str


class Block(NamedTuple):
    """A stretch of running text: one heading, paragraph, list item, table cell or footnote.

    Other blocks it leans on are given by their index in `Document.blocks`.
    """

    kind: BlockKind
    text: str
    """Plain text: no markup, no code, no URLs of links; single line feeds stay as they are."""
    spans: tuple[tuple[int, int], ...]
    """(offset in `text`, offset in the source) wherever the two stop running in parallel."""
    level: int = 0
    """Of a heading 1-6; of a list item its depth from 1."""
    headings: tuple[int, ...] = ()
    """The headings it stands under, outermost first."""
    parent: int | None = None
    """The paragraph that introduces its list or table, or the item its list stands in."""
    header: tuple[int, ...] = ()
    """Of a table cell: the header cells of its column, from top to bottom."""
    row: tuple[int, ...] = ()
    """Of a table cell that is no header: the cells before it in its row (in a very wide table,
    the first ones)."""
    group: int = 0
    """Blocks of one list, table or run of paragraphs share a number."""
    quoted: bool = False
    """It stands in a block quote."""
    label: str = ""
    """Of a footnote its label; of an entry in a bibliography its key."""
    marks: tuple[Mark, ...] = ()
    where: str = ""
    """A name for the place where lines tell a reader little (`paragraph 12`, `cell 3`)."""

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of the text stands in the source."""
        at = bisect_right(self.spans, offset, key=lambda span: span[0]) - 1
        ours, theirs = self.spans[max(at, 0)] if self.spans else (0, 0)
        return theirs + offset - ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A comment that silences rules on the next block, or in the whole file."""

    place: Location
    rules: tuple[str, ...]
    """Codes or names; empty for all."""
    reason: str | None
    until: PartialDate | None = None
    whole_file: bool = False
    block: int | None = None
    """Index of the block it covers: the one it stands in, or the next; None if none follows."""
    last: int | None = None
    """Index of the last block it covers: before a list or a table, it covers all of it."""
    fault: str | None = None
    """What is wrong with the comment itself, if it cannot be understood."""

    def covers(self, block: int) -> bool:
        """Whether it is for a block, given by its index."""
        if self.whole_file or self.block is None:
            return self.whole_file
        return self.block <= block <= (self.block if self.last is None else self.last)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A draft. Offsets count characters of `source`, which is the text as the file holds it."""

    path: str
    source: str
    blocks: tuple[Block, ...] = ()
    date: PartialDate | None = None
    """The date of the text: front matter, or a dateline under the title."""
    title: str | None = None
    suppressions: tuple[Suppression, ...] = ()
    bibliography: tuple[str, ...] = ()
    """Files that the front matter names as bibliography."""
    has_lines: bool = True
    """False where lines of `source` are not lines of the file (docx: a line is a paragraph)."""
    notes: tuple[str, ...] = ()
    """What the reader left out, in sentences for people."""

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which the lines of the source begin."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.source))]

    def place(self, block: Block, start: int, end: int) -> Location:
        """Where `block.text[start:end]` stands in the file."""
        first = block.source_offset(start)
        last = block.source_offset(max(end - 1, start))
        return self.stretch(first, last + 1, block.where)

    def stretch(self, start: int, end: int, label: str = "") -> Location:
        """Where `source[start:end]` stands in the file."""
        first = self._line_column(start)
        last = self._line_column(max(end - 1, start))
        return Location(self.path, *first, last[0], last[1] + 1, label)

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


class Sentence(NamedTuple):
    """A sentence of a block, by offsets in the block's text."""

    block: int
    start: int
    end: int
    text: str
