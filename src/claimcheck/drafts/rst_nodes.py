"""The nodes that docutils makes of reStructuredText, as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from claimcheck.drafts.builder import CODE, BlockBuilder
from claimcheck.drafts.rst_places import Places, Raw
from claimcheck.drafts.words import words
from claimcheck.patterns import lazy

_SKIPPED = words(
    """
    literal_block doctest_block math_block raw image substitution_definition target pending meta
    system_message option_list label decoration topic_contents
    """
)
_TEXTS = words("paragraph term line rubric attribution subtitle")
_INLINE = words("emphasis strong inline title_reference generated abbreviation acronym subscript")
_STAND_IN = words("literal image problematic")
_CITES = lazy(r":(?:cite|footcite)(?::\w+)?:`([^`]+)`")
_MARK = "claimcheck:"

Node = Any
"""A node of docutils, which has no types."""


class NodeReader:
    """Reads a tree of nodes into blocks; `date` is the text of the field of that name."""

    def __init__(self, build: BlockBuilder, source: str) -> None:
        self._build = build
        self._places = Places(source)
        self._level = 0
        self._footnotes = [0, 0]
        """How many references to numbered notes, and how many of the notes, have come."""
        self._definitions: dict[str, str] = {}
        self.date = ""
        self._blocks = self._handlers()

    def read(self, document: Node) -> None:
        """Read a whole document."""
        definitions = document.substitution_defs
        self._definitions = {name.lower(): node.astext() for name, node in definitions.items()}
        self._children(document)

    def _handlers(self) -> dict[str, Callable[[Node], None]]:
        build = self._build
        return {
            **dict.fromkeys(_TEXTS, self._text),
            "section": self._section,
            "title": self._title,
            "caption": self._caption,
            **dict.fromkeys(("bullet_list", "enumerated_list", "definition_list"), self._list),
            **dict.fromkeys(("list_item", "definition"), self._item),
            "field": self._field,
            "block_quote": self._quote,
            **dict.fromkeys(("footnote", "citation"), self._note),
            "comment": self._comment,
            "table": self._table,
            "thead": self._head,
            "row": lambda node: self._within(node, build.open_row, build.close_row),
            "entry": self._entry,
        }

    def _children(self, node: Node) -> None:
        for child in node.children:
            name = child.tagname
            if handler := self._blocks.get(name):
                handler(child)
            elif name not in _SKIPPED:
                self._children(child)

    def _within(self, node: Node, opens: Callable[[], None], closes: Callable[[], None]) -> None:
        opens()
        self._children(node)
        closes()

    def _text(self, node: Node) -> None:
        self._add(node)
        self._build.flush()

    def _section(self, node: Node) -> None:
        self._level += 1
        self._children(node)
        self._level -= 1

    def _title(self, node: Node) -> None:
        self._add(node)
        if node.parent.tagname in {"section", "document"}:
            self._build.close("heading", level=min(max(self._level, 1), 6))
        elif node.parent.tagname == "table":
            self._build.close_as_caption()
        else:
            self._build.flush()

    def _caption(self, node: Node) -> None:
        self._build.open_caption()
        self._add(node)
        self._build.close_caption()

    def _list(self, node: Node) -> None:
        self._within(node, self._build.open_list, self._build.close_list)

    def _item(self, node: Node) -> None:
        self._within(node, self._build.open_item, self._build.close_item)

    def _field(self, node: Node) -> None:
        """A field; those before the text say what front matter says."""
        name, body = node.children[0].astext().lower(), node.children[1]
        if name == "date" and not self.date:
            self.date = body.astext()
        if any(block.kind != "heading" for block in self._build.blocks):
            self._children(body)

    def _quote(self, node: Node) -> None:
        self._build.quotes += 1
        self._children(node)
        self._build.quotes -= 1

    def _note(self, node: Node) -> None:
        names = node["names"]
        label = node.children[0].astext() if node.children[0].tagname == "label" else ""
        self._build.footnote = label or (names[0] if names else self._number(1))
        self._children(node)
        self._build.footnote = ""

    def _number(self, which: int) -> str:
        """The next number of a note that is numbered by itself."""
        self._footnotes[which] += 1
        return f"#{self._footnotes[which]}"

    def _comment(self, node: Node) -> None:
        text = node.astext()
        if _MARK in text:
            begin = text.index(_MARK)
            self._build.comment(text[begin:], self._places.comment(_MARK))

    def _table(self, node: Node) -> None:
        self._within(node, self._build.open_table, self._build.close_table)

    def _head(self, node: Node) -> None:
        self._build.table_head(True)
        self._children(node)
        self._build.table_head(False)

    def _entry(self, node: Node) -> None:
        self._build.open_cell()
        self._children(node)
        width, height = node.get("morecols", 0) + 1, node.get("morerows", 0) + 1
        self._build.close_cell(width=width, height=height)

    def _add(self, node: Node) -> None:
        """Add the text of a node that holds text and inline nodes."""
        self._inline(node, self._places.block(node.rawsource))

    def _inline(self, node: Node, raw: Raw) -> None:
        for child in node.children:
            name = child.tagname
            if name == "#text":
                for piece, offset in raw.pieces(child.astext()):
                    self._build.add(piece, offset)
                continue
            end = raw.enter(child.rawsource)
            self._inline_node(name, child, raw)
            raw.leave(end)

    def _inline_node(self, name: str, node: Node, raw: Raw) -> None:
        build, begun = self._build, self._build.length
        if name in _STAND_IN:
            self._stand_in(node, raw)
        elif name == "footnote_reference":
            label = node.astext() or node.get("refname") or self._number(0)
            build.mark("footnote", begun, label)
        elif name == "citation_reference":
            self._cite(node.astext(), raw)
        elif name == "substitution_reference":
            text = self._definitions.get(node.astext().lower(), CODE)
            for character in text:
                build.add(character, raw.here())
        elif name in _INLINE or name in {"reference", "superscript", "math"}:
            self._inline(node, raw)
            if name == "superscript":
                build.mark("superscript", begun, "")
            elif name == "reference" and node.get("refuri"):
                build.mark("link", begun, node["refuri"])

    def _stand_in(self, node: Node, raw: Raw) -> None:
        cites = _CITES.fullmatch(node.rawsource)
        if cites:
            self._cite(re.sub(r"\s", "", cites[1]), raw)
            return
        begun = self._build.length
        self._build.add(CODE, raw.here())
        self._build.mark("code", begun, node.astext())

    def _cite(self, keys: str, raw: Raw) -> None:
        begun = self._build.length
        if not self._build.ends_sentence:
            self._build.add(CODE, raw.here())
        for key in keys.split(","):
            self._build.mark("citation-key", begun, key)
