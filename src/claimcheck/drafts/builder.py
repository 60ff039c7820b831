"""Builds the blocks of a document: what every reader shares, whatever its markup."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.model.drafts import Block, BlockKind, Mark, MarkKind

CODE = "\ufffc"
"""Stands in a block's text where markup holds something that is no prose (code, an image)."""


@dataclass(slots=True)
class _Pending:
    """The text of the block that is being read."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """The cells of a table so far, as indexes of blocks."""

    parent: int | None
    header: list[int] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    column: int = 0
    in_header: bool = False


class BlockBuilder:
    """Collects text with its offsets and closes it into blocks that know their context."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.quotes = 0
        self._text = _Pending()
        self._headings: list[int] = []
        self._items: list[int | None] = []
        self._lead: int | None = None
        self._table: _Table | None = None
        self._group = 0

    def add(self, text: str, source: int) -> None:
        """Add text that stands at offset `source`; line feeds inside count as they are."""
        pending = self._text
        if text:
            pending.spans.append((pending.length, source))
            pending.parts.append(text)
            pending.length += len(text)

    @property
    def length(self) -> int:
        """How much text the open block has."""
        return self._text.length

    def mark(self, kind: MarkKind, start: int, target: str) -> None:
        """Mark the text of the open block from `start` to here."""
        self._text.marks.append(Mark(kind, start, self._text.length, target))

    def close(self, kind: BlockKind, level: int = 0, label: str = "") -> int | None:
        """End the open block; returns its index, or None if it held no text."""
        pending, self._text = self._text, _Pending()
        text = "".join(pending.parts)
        if not text.strip():
            return None
        index = len(self.blocks)
        if kind == "heading":
            self._under(level)
        table = self._table if kind == "cell" else None
        self.blocks.append(
            Block(
                kind=kind,
                text=text,
                spans=tuple(pending.spans),
                level=level or (len(self._items) if kind == "item" else 0),
                headings=tuple(self._headings),
                parent=self._parent(kind),
                header=self._column_head(table),
                row=tuple(table.row) if table else (),
                group=self._group,
                quoted=self.quotes > 0,
                label=label,
                marks=tuple(pending.marks),
            )
        )
        self._follow(kind, index)
        return index

    def _under(self, level: int) -> None:
        """Leave the headings of this level and below."""
        self._headings = [i for i in self._headings if self.blocks[i].level < level]
        self.new_group()
        self._lead = None

    def _parent(self, kind: BlockKind) -> int | None:
        if kind == "cell" and self._table:
            return self._table.parent
        if kind == "item":
            return next((i for i in reversed(self._items[:-1]) if i is not None), self._lead)
        return self._items[-1] if self._items else None

    def _column_head(self, table: _Table | None) -> tuple[int, ...]:
        if table is None or table.in_header or table.column >= len(table.header):
            return ()
        head = table.header[table.column]
        return (head,) if head >= 0 else ()

    def _follow(self, kind: BlockKind, index: int) -> None:
        if kind == "heading":
            self._headings.append(index)
        elif kind == "paragraph" and not self._items:
            self._lead = index
        elif kind == "item" and self._items and self._items[-1] is None:
            self._items[-1] = index
        elif kind == "cell" and self._table and not self._table.in_header:
            self._table.row.append(index)

    def new_group(self) -> None:
        """Begin another list, table or run of paragraphs."""
        self._group += 1

    def open_item(self) -> None:
        """Enter a list item."""
        self._items.append(None)

    def close_item(self) -> None:
        """Leave a list item."""
        if self._items:
            self._items.pop()

    @property
    def in_item(self) -> bool:
        """Whether a list item is open."""
        return bool(self._items)

    @property
    def item_is_empty(self) -> bool:
        """Whether the open list item has no block of its own yet."""
        return bool(self._items) and self._items[-1] is None

    def open_table(self) -> None:
        """Enter a table; the paragraph before it introduces it."""
        self.new_group()
        self._table = _Table(self._lead)

    def open_row(self, header: bool) -> None:
        """Enter a row of the table."""
        if self._table:
            self._table.row, self._table.column = [], 0
            self._table.in_header = header

    def as_header(self) -> None:
        """Take the open row for a head of columns."""
        if self._table and not self._table.row:
            self._table.in_header = True

    def close_cell(self) -> None:
        """End a cell of the row, empty or not."""
        table = self._table
        index = self.close("cell")
        if table is None:
            return
        if table.in_header:
            table.header.append(-1 if index is None else index)
        table.column += 1

    def close_table(self) -> None:
        """Leave the table."""
        self._table = None
        self.new_group()
