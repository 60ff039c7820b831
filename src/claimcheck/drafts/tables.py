"""The grid of a table while it is read: which cells stand before a cell, and which over it."""

from __future__ import annotations

from dataclasses import field

from claimcheck.classes import dataclass
from claimcheck.model.drafts import Block
from claimcheck.patterns import lazy

MAX_ROW = 64
"""Cells of a row that later cells know of; wider tables would cost the square of their width."""
_MAX_SPAN = 1000
"""The bound that HTML itself sets for `colspan`."""
_MAX_TITLE = 60
_FIGURE = lazy(r"[\s(<>≤≥≈~+−–-]*[$€£]?\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """A closed cell: its first column, its width, its blocks, whether it is marked as a head."""

    column: int
    width: int
    blocks: tuple[int, ...]
    head: bool


@dataclass(slots=True)
class Table:
    """A table so far; blocks are given by their indexes.

    With `guess_head`, a first row of short titles without figures is taken for a head where the
    markup names none.
    """

    parent: int | None
    guess_head: bool = False
    in_head: bool = False
    """Inside markup that holds head rows only."""
    column: int = 0
    before: list[int] = field(default_factory=list)
    _row: list[Cell] = field(default_factory=list)
    _heads: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _top: dict[int, tuple[int, ...]] | None = None
    """The heads above the body, once it has begun; head rows inside it add theirs."""
    _reaching: dict[int, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    """Column → how many more rows a cell above reaches into, and its blocks."""
    _above: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Column → blocks of the last cell that began there."""
    _here: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Column → blocks of a cell above that reaches into this row."""

    def open_row(self) -> None:
        """Begin a row."""
        self.column, self.before, self._row = 0, [], []
        self._here = {column: blocks for column, (_, blocks) in self._reaching.items()}
        self._reaching = {
            column: (rows - 1, blocks)
            for column, (rows, blocks) in self._reaching.items()
            if rows > 1
        }
        self._pass_reaching()

    def over(self) -> tuple[int, ...]:
        """The heads of the open cell."""
        return self._heads.get(self.column, ())

    def close_cell(self, blocks: tuple[int, ...], head: bool, width: int, height: int) -> None:
        """End a cell that spans `width` columns and `height` rows.

        A height of 0 goes on with the cell above.
        """
        width = min(max(width, 1), _MAX_SPAN)
        blocks = blocks or (self._above.get(self.column, ()) if height == 0 else ())
        self._above[self.column] = blocks
        self._row.append(Cell(self.column, width, blocks, head))
        self._stands_before(blocks)
        if height > 1:
            for column in range(self.column, self.column + width):
                self._reaching[column] = (height - 1, blocks)
        self.column += width
        self._pass_reaching()

    def close_row(self, blocks: list[Block]) -> None:
        """End the row; a head row stands over the rows that follow, and its cells know it."""
        row, self._row = self._row, []
        if not row:
            return
        if self.in_head or all(cell.head for cell in row):
            for index in (index for cell in row for index in cell.blocks):
                blocks[index] = blocks[index]._replace(row=())
            self._stands_over(row)
        elif self.guess_head and self._top is None and not self._heads and _titles(row, blocks):
            self._stands_over(row)
        elif self._top is None:
            self._top = self._heads

    def _stands_over(self, row: list[Cell]) -> None:
        if self._heads and len(row) == 1 and row[0].width > 1 and self._top is None:
            self._top = self._heads  # one head over all columns opens a section of the body
        heads = dict(self._heads if self._top is None else self._top)
        for cell in row:
            for column in range(cell.column, cell.column + cell.width):
                heads[column] = heads.get(column, ()) + cell.blocks
        self._heads = heads

    def _stands_before(self, blocks: tuple[int, ...]) -> None:
        self.before.extend(blocks[: max(0, MAX_ROW - len(self.before))])

    def _pass_reaching(self) -> None:
        while self.column in self._here:
            self._stands_before(self._here[self.column])
            self.column += 1


def _titles(row: list[Cell], blocks: list[Block]) -> bool:
    texts = [blocks[index].text for cell in row for index in cell.blocks]
    return len(texts) > 1 and not any(len(t) > _MAX_TITLE or _FIGURE.match(t) for t in texts)
