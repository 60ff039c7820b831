"""Markdown (CommonMark with tables, footnotes, math, front matter and admonitions).

pulldown-cmark reads the markup and gives the byte range of every piece of text, so that each
character of a block's text is known by its place in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import pyromark

from claimcheck.drafts.builder import CODE, BlockBuilder
from claimcheck.drafts.comments import read_comments
from claimcheck.drafts.frontmatter import read_front_matter
from claimcheck.drafts.html import read_fragment
from claimcheck.drafts.marks import finish
from claimcheck.model.drafts import Document, Suppression

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_SUPERSCRIPT
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
_TAG = re.compile(r"<(/?)(sup|sub|br)\b[^>]*>", re.IGNORECASE)


def read_markdown(path: str, source: str) -> Document:
    """The document of a Markdown text."""
    return _Reader(path, source).run()


class _Reader:
    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.offset = _byte_offsets(source)
        self.build = BlockBuilder()
        self.front: dict[str, Any] = {}
        self.comments: list[tuple[int, str]] = []
        self.skip = 0
        self.links: list[tuple[int, str]] = []
        self.footnote = ""
        self.meta = False
        self.superscript: int | None = None

    def run(self) -> Document:
        handlers: dict[str, Callable[[Any, int], None]] = {
            "Start": self._start,
            "End": self._end,
            "Text": self._text,
            "Code": self._code,
            "InlineMath": self._math,
            "DisplayMath": self._code,
            "InlineHtml": self._inline_html,
            "FootnoteReference": self._footnote_mark,
            "SoftBreak": self._break,
            "HardBreak": self._break,
        }
        for event, span in pyromark.events_with_range(self.source, options=_OPTIONS):
            name, value = _parts(event)
            start = self.offset(span["start"])
            if value == "HtmlBlock" and name == "Start":
                text = self.source[start : self.offset(span["end"])]
                read_fragment(self.build, text, start, self.comments)
            elif handler := handlers.get(name):
                handler(value, start)
        return self._document()

    def _document(self) -> Document:
        suppressions: tuple[Suppression, ...] = read_comments(
            self.path, self.source, self.comments, self.build.blocks
        )
        return finish(
            Document(
                path=self.path,
                source=self.source,
                blocks=tuple(self.build.blocks),
                suppressions=suppressions,
                **self.front,
            )
        )

    def _start(self, tag: Any, start: int) -> None:  # noqa: ARG002 - as all handlers
        name, value = _parts(tag)
        build = self.build
        match name:
            case "CodeBlock" | "Image":
                self.skip += 1
            case "MetadataBlock":
                self.meta = True
            case "BlockQuote":
                build.quotes += _is_quotation(value)
            case "List":
                self._loose()
                build.new_group()
            case "Item":
                build.open_item()
            case "Table":
                build.open_table()
            case "TableHead" | "TableRow":
                build.open_row(header=name == "TableHead")
            case "FootnoteDefinition":
                self.footnote = str(value)
            case "Link":
                self.links.append((build.length, value["dest_url"]))
            case "Superscript":
                self.superscript = build.length

    def _end(self, tag: Any, start: int) -> None:
        name, value = _parts(tag)
        match name:
            case "CodeBlock":
                self.skip -= 1
            case "Image":
                self.skip -= 1
                self.build.add(CODE, start)
            case "MetadataBlock":
                self.meta = False
            case "Link":
                begun, target = self.links.pop()
                self.build.mark("link", begun, target)
            case "Superscript":
                self._close_superscript()
            case _:
                self._end_block(name, value)

    def _end_block(self, name: str, value: Any) -> None:
        build = self.build
        match name:
            case "BlockQuote":
                build.quotes -= _is_quotation(value)
            case "Heading":
                build.close("heading", level=int(str(value).lstrip("H")))
            case "Paragraph":
                self._close_paragraph()
            case "Item":
                self._loose()
                build.close_item()
            case "List":
                build.new_group()
            case "TableCell":
                build.close_cell()
            case "Table":
                build.close_table()
            case "FootnoteDefinition":
                self._loose()
                self.footnote = ""
            case "DefinitionListTitle" | "DefinitionListDefinition":
                self._loose()

    def _close_paragraph(self) -> None:
        if self.footnote:
            self.build.close("footnote", label=self.footnote)
        elif self.build.item_is_empty:
            self.build.close("item")
        else:
            self.build.close("paragraph")

    def _loose(self) -> None:
        """End text that stands in an item or footnote without a paragraph of its own."""
        if self.build.length:
            self._close_paragraph()

    def _text(self, text: str, start: int) -> None:
        if self.meta:
            self.front = read_front_matter(text)
        elif not self.skip:
            self.build.add(text, start)

    def _code(self, text: str, start: int) -> None:
        if not self.skip:
            begun = self.build.length
            self.build.add(CODE, start)
            self.build.mark("code", begun, text)

    def _math(self, text: str, start: int) -> None:
        if not self.skip:
            self.build.add(text, start + 1)

    def _break(self, _: Any, start: int) -> None:
        if not self.skip:
            self.build.add("\n", start)

    def _footnote_mark(self, label: str, start: int) -> None:  # noqa: ARG002
        self.build.mark("footnote", self.build.length, label)

    def _inline_html(self, tag: str, start: int) -> None:
        if tag.startswith("<!--"):
            self.comments.append((start, tag))
            return
        found = _TAG.match(tag)
        if found is None:
            return
        closing, name = found.group(1), found.group(2).lower()
        if name == "br":
            self.build.add("\n", start)
        elif name == "sup" and not closing:
            self.superscript = self.build.length
        elif name == "sup":
            self._close_superscript()

    def _close_superscript(self) -> None:
        if self.superscript is not None:
            self.build.mark("superscript", self.superscript, "")
        self.superscript = None


def _parts(event: Any) -> tuple[str, Any]:
    """Name and value of an event or a tag; some have no value."""
    if isinstance(event, str):
        return event, None
    [(name, value)] = event.items()
    return name, value


def _is_quotation(kind: Any) -> bool:
    """A block quote without a kind; with one (`[!NOTE]`) it is an admonition."""
    return kind is None or kind == "None"


def _byte_offsets(source: str) -> Callable[[int], int]:
    """A function from byte offsets in UTF-8 to character offsets."""
    if source.isascii():
        return lambda offset: offset
    wide = [(m.start(), len(m.group().encode())) for m in re.finditer(r"[^\x00-\x7f]", source)]
    ends: list[int] = []
    surplus: list[int] = []
    extra = 0
    for position, size in wide:
        ends.append(position + extra + size)
        extra += size - 1
        surplus.append(extra)

    def convert(offset: int) -> int:
        passed = bisect_right(ends, offset)
        return offset - (surplus[passed - 1] if passed else 0)

    return convert
