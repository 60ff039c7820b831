"""Tables of LaTeX: cells between ampersands, rows between double backslashes."""

from __future__ import annotations

from dataclasses import field

from claimcheck.classes import dataclass
from claimcheck.drafts.builder import BlockBuilder


@dataclass(slots=True)
class _Table:
    column: int = 0
    width: int = 1
    height: int = 1
    reaching: dict[int, int] = field(default_factory=dict)
    """Column → rows that a cell above still reaches into; there they hold an empty cell."""


class LatexTables:
    """Opens and closes tables, rows and cells of a builder."""

    def __init__(self, build: BlockBuilder) -> None:
        self._build = build
        self._tables: list[_Table] = []

    @property
    def inside(self) -> bool:
        """Whether a table is open."""
        return bool(self._tables)

    def open_table(self) -> None:
        """A table begins, and with it a row and a cell."""
        self._tables.append(_Table())
        self._build.open_table(guess_head=True)
        self._build.open_row()
        self._build.open_cell()

    def next_cell(self) -> None:
        """A cell ends and another begins."""
        self._close_cell()
        self._build.open_cell()

    def next_row(self) -> None:
        """A row ends and another begins."""
        self._close_cell()
        self._build.close_row()
        self._tables[-1].column = 0
        self._build.open_row()
        self._build.open_cell()

    def close_table(self) -> None:
        """The table ends."""
        if self._tables:
            self._close_cell()
            self._build.close_row()
            self._build.close_table()
            self._tables.pop()

    def span(self, width: int = 1, height: int = 1) -> None:
        """The open cell spans columns or rows."""
        if self._tables:
            table = self._tables[-1]
            table.width, table.height = max(width, table.width), max(height, table.height)

    def _close_cell(self) -> None:
        table = self._tables[-1]
        left = table.reaching.get(table.column, 0)
        self._build.close_cell(width=table.width, height=0 if left else 1)
        table.reaching[table.column] = max(left - 1, table.height - 1)
        table.column += table.width
        table.width = table.height = 1
