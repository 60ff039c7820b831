"""Builds the blocks of a document: what every reader shares, whatever its markup."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.classes import dataclass
from claimcheck.drafts.comments import Comment
from claimcheck.drafts.tables import Table
from claimcheck.model.drafts import Block, BlockKind, Mark, MarkKind
from claimcheck.patterns import lazy

CODE = "\ufffc"
"""Stands in a block's text where markup holds something that is no prose (code, an image)."""
_SPACES = lazy(r"[ \t\r\n\f]{2,}|[\t\r\f]")
_INVISIBLE = lazy("[\u00ad\u200b\u2060\ufeff]+")
_VISIBLE = lazy("[^\u00ad\u200b\u2060\ufeff]+")
_WHITE = " \t\r\n\f"
_NO_PROSE = _WHITE + CODE


@dataclass(slots=True)
class _Item:
    """An open list item: its first block, and what its blocks lean on until it has one."""

    parent: int | None
    block: int | None = None


class BlockBuilder:
    """Collects text with its offsets and closes it into blocks that know their context.

    Readers say what opens and closes; `flush` ends the text that is open as whatever stands
    there: a heading, a caption, a footnote, a cell, an item's first block, or a paragraph.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.quotes = 0
        self.heading = 0
        """The level of the heading that is open."""
        self.footnote = ""
        """The label of the footnote that is open."""
        self.label = ""
        """The key of the entry that is open in a bibliography."""
        self.where = ""
        """The name of the place that the blocks to come stand in."""
        self._caption = False
        self.length = 0
        """How much text the open block has."""
        self._parts: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._marks: list[Mark] = []
        self._headings: list[int] = []
        self._items: list[_Item] = []
        self._indents: list[int] = []
        self._lead: int | None = None
        self._tables: list[Table] = []
        self._cell: list[int] | None = None
        self._outer_cells: list[list[int] | None] = []
        self._groups = [0]
        self._last_group = 0

    def add(self, text: str, source: int) -> None:
        """Add text whose characters run in parallel with the source from offset `source`.

        Soft hyphens and spaces of no width are left out: they stand inside words.
        """
        if not text.isascii() and _INVISIBLE.search(text):
            for piece in _VISIBLE.finditer(text):
                self.add(piece.group(), source + piece.start())
        elif text:
            self._spans.append((self.length, source))
            self._parts.append(text)
            self.length += len(text)

    def add_collapsed(self, text: str, source: int) -> None:
        """Add text in which a run of white space counts as one space or line feed."""
        at = 0
        if not self.length or self._parts[-1][-1] in _WHITE:
            at = len(text) - len(text.lstrip(_WHITE))
        for run in _SPACES.finditer(text, at):
            self.add(text[at : run.start()], source + at)
            self.add("\n" if "\n" in run.group() else " ", source + run.start())
            at = run.end()
        self.add(text[at:], source + at)

    @property
    def ends_sentence(self) -> bool:
        """Whether the open text ends in a stop, or there is none."""
        return not self._parts or self._parts[-1].rstrip()[-1:] in set(".!?")

    def discard(self) -> None:
        """Drop the open text."""
        self._parts, self._spans, self._marks, self.length = [], [], [], 0

    def mark(self, kind: MarkKind, start: int, target: str) -> None:
        """Mark the text of the open block from `start` to here."""
        self._marks.append(Mark(kind, min(start, self.length), self.length, target))

    def add_marks(self, marks: Iterable[Mark]) -> None:
        """Add marks whose offsets count in the open block."""
        self._marks.extend(marks)

    def comment(self, text: str, source: int) -> None:
        """Take note of a comment, which may concern this block or the next."""
        self.comments.append(Comment(source, text, len(self.blocks), self.length > 0))

    def flush(self) -> None:
        """End the open text as what stands here."""
        if not self.length:
            return
        if self.heading:
            self.close("heading", level=self.heading)
        elif self._caption:
            self.close_as_caption()
        elif self.footnote:
            self.close("footnote", label=self.footnote)
        elif self._cell is not None:
            self.close("cell")
        elif self._items and self._items[-1].block is None:
            self.close("item")
        else:
            self.close("paragraph")

    def close(self, kind: BlockKind, level: int = 0, label: str = "") -> int | None:
        """End the open block; returns its index, or None if it held no prose."""
        text, spans, marks = "".join(self._parts), self._spans, self._marks
        if self.length or marks:
            self._parts, self._spans, self._marks, self.length = [], [], [], 0
        if not text.strip(_NO_PROSE):
            return None
        label = label or self.label
        index = len(self.blocks)
        if kind == "heading":
            self._under(level)
        table = self._tables[-1] if kind == "cell" and self._tables else None
        self.blocks.append(
            Block(
                kind,
                text,
                tuple(spans),
                len(self._items) if kind == "item" else level,
                tuple(self._headings),
                table.parent if table else self._parent(kind),
                table.over() if table else (),
                tuple(table.before) if table else (),
                self._groups[-1],
                self.quotes > 0,
                label,
                tuple(marks),
                self.where,
            )
        )
        self._follow(kind, index)
        return index

    def _under(self, level: int) -> None:
        """Leave the headings of this level and below."""
        self._headings = [i for i in self._headings if self.blocks[i].level < level]
        self._groups[-1] = self._new_group()
        self._lead = None

    def _parent(self, kind: BlockKind) -> int | None:
        if not self._items:
            return self._lead if kind in {"item", "caption"} else None
        item = self._items[-1]
        return item.parent if kind == "item" or item.block is None else item.block

    def _follow(self, kind: BlockKind, index: int) -> None:
        if kind == "heading":
            self._headings.append(index)
        elif kind == "paragraph" and not self._items:
            self._lead = index
        elif kind == "item" and self._items and self._items[-1].block is None:
            self._items[-1].block = index
        elif kind == "cell" and self._cell is not None:
            self._cell.append(index)

    def _new_group(self) -> int:
        self._last_group += 1
        return self._last_group

    def open_list(self) -> None:
        """Enter a list; its items share a group."""
        self.flush()
        self._groups.append(self._new_group())

    def close_list(self) -> None:
        """Leave a list."""
        self.flush()
        if len(self._groups) > 1:
            self._groups.pop()
        if len(self._groups) == 1:
            self._groups[0] = self._new_group()

    def open_item(self) -> None:
        """Enter a list item."""
        self.flush()
        outer = self._items[-1] if self._items else _Item(self._lead, self._lead)
        self._items.append(_Item(outer.parent if outer.block is None else outer.block))

    def close_item(self) -> None:
        """Leave a list item."""
        self.flush()
        if self._items:
            self._items.pop()

    @property
    def in_item(self) -> bool:
        """Whether a list item is open."""
        return bool(self._items)

    def item_at(self, indent: int) -> None:
        """Enter an item that only its indent places; lists indented further end."""
        self.leave_items(indent)
        if self._indents and self._indents[-1] == indent:
            self.close_item()
        else:
            self.open_list()
            self._indents.append(indent)
        self.open_item()

    def leave_items(self, indent: int = -1) -> None:
        """Leave the lists of such items that are indented further."""
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
            self.close_item()
            self.close_list()

    def open_table(self, guess_head: bool = False) -> None:
        """Enter a table; its caption, or the paragraph before it, introduces it."""
        self.flush()
        self._outer_cells.append(self._cell)
        self._cell = None
        self._groups.append(self._new_group())
        last = len(self.blocks) - 1
        captioned = last >= 0 and self.blocks[last].kind == "caption"
        self._tables.append(Table(last if captioned else self._parent("caption"), guess_head))

    def close_as_caption(self) -> None:
        """End the open text as a caption; in a table, it introduces the cells."""
        index = self.close("caption")
        if index is not None and self._tables:
            self._tables[-1].parent = index

    def open_caption(self) -> None:
        """Enter a caption."""
        self.flush()
        self._caption = True

    def close_caption(self) -> None:
        """Leave a caption."""
        self.flush()
        self._caption = False

    def table_head(self, inside: bool) -> None:
        """Enter or leave the part of a table that holds head rows only."""
        if self._tables:
            self._tables[-1].in_head = inside

    def open_row(self) -> None:
        """Enter a row of the table."""
        if self._tables:
            self._tables[-1].open_row()

    def open_cell(self) -> None:
        """Enter a cell; all blocks until it closes are parts of it."""
        self.flush()
        self._cell = []

    def close_cell(self, head: bool = False, width: int = 1, height: int = 1) -> None:
        """End a cell, empty or not."""
        self.flush()
        if self._tables and self._cell is not None:
            self._tables[-1].close_cell(tuple(self._cell), head, width, height)
        self._cell = None

    def close_row(self) -> None:
        """End the row."""
        if self._tables:
            self._tables[-1].close_row(self.blocks)

    def close_table(self) -> None:
        """Leave the table."""
        self.flush()
        if self._tables:
            self._tables.pop()
            self._cell = self._outer_cells.pop()
            self.close_list()
