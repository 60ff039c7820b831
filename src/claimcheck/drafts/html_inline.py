"""Links, superscripts and notes of HTML: what becomes a mark, or a footnote."""

from __future__ import annotations

import re

from claimcheck.classes import dataclass
from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.tags import Token, attributes
from claimcheck.model.drafts import MarkKind
from claimcheck.patterns import lazy

_NOTE = lazy(r"(?:fn|footnote|endnote|_ftn|_edn|cite_note|note)(?!-?ref)[-_:.]?\w*", re.IGNORECASE)

Spot = tuple[int, int]
"""How many blocks are closed, and how much text the open one has."""


@dataclass(slots=True)
class Region:
    """An open element of which only the end matters; it may hold others of its name."""

    tag: str
    depth: int = 1

    def opens(self, name: str) -> None:
        """Count an element that opens inside."""
        self.depth += name == self.tag

    def closes(self, name: str) -> bool:
        """Count an element that closes; whether it was this one."""
        self.depth -= name == self.tag
        return not self.depth


class InlineMarks:
    """Follows links and superscripts, and marks the text they hold."""

    def __init__(self, build: BlockBuilder) -> None:
        self._build = build
        self._link: tuple[Spot, str] | None = None
        self._superscript: Spot | None = None

    def open_link(self, token: Token) -> None:
        """An `a` tag; links do not nest, so it ends one that is open."""
        self.close_link()
        if target := attributes(token.attributes).get("href", ""):
            self._link = (self._here(), target)

    def close_link(self) -> None:
        """A link ends; one that leads to a note marks a footnote."""
        if self._link is not None:
            begun, target = self._link
            note = target.startswith("#") and _NOTE.fullmatch(target, 1)
            self._mark("footnote" if note else "link", begun, target[1:] if note else target)
        self._link = None

    def open_superscript(self) -> None:
        """A `sup` tag."""
        self._superscript = self._here()

    def close_superscript(self) -> None:
        """A superscript ends."""
        if self._superscript is not None:
            self._mark("superscript", self._superscript, "")
        self._superscript = None

    def forget(self) -> None:
        """Drop what is open."""
        self._link = self._superscript = None

    def _here(self) -> Spot:
        return len(self._build.blocks), self._build.length

    def _mark(self, kind: MarkKind, begun: Spot, target: str) -> None:
        start = begun[1] if begun[0] == len(self._build.blocks) else 0
        if start < self._build.length:
            self._build.mark(kind, start, target)


class Notes:
    """Follows the element that holds a footnote, told by its id."""

    def __init__(self, build: BlockBuilder) -> None:
        self._build = build
        self._region: Region | None = None

    def open(self, token: Token) -> None:
        """A block's tag, which may hold a footnote."""
        if self._region is not None:
            self._region.opens(token.name)
        elif "id" in token.attributes:
            label = attributes(token.attributes).get("id", "")
            if _NOTE.fullmatch(label):
                self._region, self._build.footnote = Region(token.name), label

    def close(self, name: str) -> None:
        """A block ends, and with it perhaps the footnote."""
        if self._region is not None and self._region.closes(name):
            self._region, self._build.footnote = None, ""
