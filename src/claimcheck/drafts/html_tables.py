"""Tables of HTML, in which rows and cells may end without saying so."""

from __future__ import annotations

from claimcheck.classes import dataclass
from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.tags import attributes

_LAYOUT = {"presentation", "none"}


@dataclass(slots=True)
class _Table:
    layout: bool
    row: bool = False
    cell: tuple[bool, int, int] | None = None
    """Whether a head, columns, rows of the open cell."""


class HtmlTables:
    """Opens and closes tables, rows and cells of a builder as tags come."""

    def __init__(self, build: BlockBuilder) -> None:
        self._build = build
        self._tables: list[_Table] = []

    def open_table(self, written: str) -> None:
        """A `table` tag; a table for layout holds plain blocks."""
        layout = attributes(written).get("role", "").lower() in _LAYOUT if written else False
        self._tables.append(_Table(layout))
        if not layout:
            self._build.open_table(guess_head=True)

    def close_table(self) -> None:
        """The end of a table, and of what is open in it."""
        if self._tables:
            self.close_row()
            if not self._tables.pop().layout:
                self._build.close_table()

    def open_section(self, head: bool) -> None:
        """A `thead`, `tbody` or `tfoot` tag, or the end of a `thead`."""
        self.close_row()
        if self._tables and not self._tables[-1].layout:
            self._build.table_head(head)

    def open_row(self) -> None:
        """A `tr` tag."""
        self.close_row()
        if self._tables:
            self._tables[-1].row = True
            if not self._tables[-1].layout:
                self._build.open_row()

    def close_row(self) -> None:
        """The end of a row, said or implied."""
        self.close_cell()
        if self._tables and self._tables[-1].row:
            self._tables[-1].row = False
            if not self._tables[-1].layout:
                self._build.close_row()

    def open_cell(self, head: bool, written: str) -> None:
        """A `td` or `th` tag."""
        if not self._tables:
            return
        self.close_cell()
        table = self._tables[-1]
        if not table.row:
            self.open_row()
        given = attributes(written) if "span" in written.lower() else {}
        table.cell = (head, _number(given.get("colspan")), _number(given.get("rowspan")))
        if not table.layout:
            self._build.open_cell()

    def close_cell(self) -> None:
        """The end of a cell, said or implied."""
        table = self._tables[-1] if self._tables else None
        if table is None or table.cell is None:
            return
        if table.layout:
            self._build.flush()
        else:
            self._build.close_cell(*table.cell)
        table.cell = None


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
