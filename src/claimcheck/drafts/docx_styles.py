"""The styles of a Word document: which paragraphs are headings, items, quotations, captions."""

from __future__ import annotations

from claimcheck.classes import dataclass
from claimcheck.drafts.docx_package import Attributes, Package
from claimcheck.drafts.words import words

_QUOTES = {"quote", "intense quote", "block text"}
_CAPTIONS = {"caption", "table caption", "figure caption", "image caption"}
_CODE = {"html preformatted", "source code", "code", "macro text", "plain code"}
_DEPTH = 20
"""Styles build on each other; a chain longer than this goes round."""
_HEADING_WORDS = words("heading überschrift titre título titolo kop rubrik otsikko")


@dataclass(slots=True)
class Style:
    """What a style says of its paragraphs; None where it leaves that to the one it builds on."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    list_id: str | None = None
    list_level: int = 0

    @property
    def heading(self) -> int:
        """The level of a heading by the style's name: 1 for the title, one more below it; or 0."""
        if self.name == "title":
            return 1
        first, _, number = self.name.partition(" ")
        if first in _HEADING_WORDS and number in set("123456789"):
            return min(int(number) + 1, 6)
        return 0


class Styles:
    """The styles by their ids, with what they inherit."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, Style] = {}
        self._open: Style | None = None
        package.parse(package.part("styles.xml"), self._start)

    def _start(self, tag: str, given: Attributes) -> None:
        value = given.get("val", "")
        if tag == "style":
            self._open = self._styles.setdefault(given.get("styleId", ""), Style())
        elif self._open is None:
            return
        elif tag == "name":
            self._open.name = value.lower()
        elif tag == "basedOn":
            self._open.based_on = value
        elif tag == "outlineLvl" and value.isdecimal():
            self._open.outline = int(value)
        elif tag == "numId":
            self._open.list_id = value
        elif tag == "ilvl" and value.isdecimal():
            self._open.list_level = int(value)

    def _chain(self, style: str) -> list[Style]:
        chain: list[Style] = []
        while style in self._styles and len(chain) < _DEPTH:
            chain.append(self._styles[style])
            style = chain[-1].based_on
        return chain

    def heading(self, style: str, outline: int | None) -> int:
        """The level of a heading (1 is the document's title), or 0; `outline` is its own level."""
        if outline is not None and outline < 9:
            return min(outline + 2, 6)
        for one in self._chain(style):
            if one.heading:
                return one.heading
            if one.outline is not None and one.outline < 9:
                return min(one.outline + 2, 6)
        return 0

    def list_level(self, style: str) -> int | None:
        """The depth from 0 of the list that a style makes, if it makes one."""
        for one in self._chain(style):
            if one.list_id is not None:
                return one.list_level if one.list_id != "0" else None
        return None

    def is_quote(self, style: str) -> bool:
        """Whether paragraphs of a style quote somebody."""
        return any(one.name in _QUOTES for one in self._chain(style))

    def is_caption(self, style: str) -> bool:
        """Whether they are captions."""
        return any(one.name in _CAPTIONS for one in self._chain(style))

    def is_left_out(self, style: str) -> bool:
        """Whether they are code, or lines of a table of contents."""
        return any(one.name in _CODE or one.name.startswith("toc ") for one in self._chain(style))
