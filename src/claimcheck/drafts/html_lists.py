"""Lists of HTML, in which an item may end without saying so."""

from __future__ import annotations

from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.html_inline import Notes
from claimcheck.drafts.tags import Token


class HtmlLists:
    """Opens and closes lists and items of a builder as tags come."""

    def __init__(self, build: BlockBuilder, notes: Notes) -> None:
        self._build = build
        self._notes = notes
        self._open: list[str] = []
        """Of each open list, the name of the item that is open in it, or nothing."""

    def open_list(self) -> None:
        """A list begins."""
        self._build.open_list()
        self._open.append("")

    def close_list(self) -> None:
        """A list ends, and the item that is open in it."""
        if self._open:
            self.close_item()
            self._open.pop()
            self._build.close_list()

    def open_item(self, token: Token) -> None:
        """An item begins, and ends the one before it."""
        if not self._open:
            self.open_list()
        self.close_item()
        self._open[-1] = token.name
        self._build.open_item()
        self._notes.open(token)

    def close_item(self) -> None:
        """An item ends, said or implied."""
        if self._open and self._open[-1]:
            self._build.close_item()
            self._notes.close(self._open[-1])
            self._open[-1] = ""
