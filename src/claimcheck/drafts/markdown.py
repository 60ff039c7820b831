"""Markdown (CommonMark with tables, footnotes, math, front matter and admonitions).

pulldown-cmark reads the markup and gives the byte range of every piece of text, so that each
character of a block's text is known by its place in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pyromark

from claimcheck.drafts.builder import CODE, BlockBuilder
from claimcheck.drafts.dialects import blank, to_commonmark
from claimcheck.drafts.frontmatter import split_front_matter
from claimcheck.drafts.html import HtmlReader
from claimcheck.drafts.marks import finish
from claimcheck.drafts.offsets import character_offsets
from claimcheck.model.drafts import Document
from claimcheck.patterns import lazy

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_SUPERSCRIPT
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_NUMBERED = lazy(r"\[\d{1,4}\]")
_BREAKS = frozenset({"SoftBreak", "HardBreak"})
Handler = Callable[[Any, int, int], None]
"""Takes the value of an event, and where it starts and ends, in bytes."""


def read_markdown(path: str, source: str) -> Document:
    """The document of a Markdown text."""
    build = BlockBuilder()
    fields = add_markdown(build, source)
    return finish(Document(path=path, source=source, **fields), build, "all")


def add_markdown(build: BlockBuilder, source: str) -> dict[str, Any]:
    """Add the blocks of a Markdown text; returns the fields that its front matter sets."""
    reader = _Reader(build, source)
    reader.run()
    return reader.fields


class _Reader:
    """Turns the events of the parser into blocks."""

    def __init__(self, build: BlockBuilder, source: str) -> None:
        self.build = build
        self.source = source
        self.html = HtmlReader(build)
        begin, self.fields = split_front_matter(source)
        self.text, self.admonitions = to_commonmark(blank(source[:begin]) + source[begin:])
        self.offset = character_offsets(self.text)
        self.skip = 0
        self.links: list[tuple[int, str, bool]] = []
        self.superscript = 0
        self.items: list[bool] = []
        """Of each open list item, whether it is one, and no admonition."""
        self.fragment: list[tuple[int, int]] = []
        """Stretches of the HTML block that is open."""

    def run(self) -> None:
        """Read all. Text comes first here, as most events are text."""
        offset, html = self.offset, self.html
        add = self._add_as_written if self.admonitions else self.build.add
        handlers, starts, ends = self._handlers(), self._starts(), self._ends()
        events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(self.text, options=_OPTIONS)
        for event, span in events:
            if isinstance(event, str):
                if event in _BREAKS and not self.skip and not html.skip:
                    add("\n", offset(span["start"]))
                continue
            ((name, value),) = event.items()
            if name == "Text":
                if not self.skip and not html.skip:
                    add(value, offset(span["start"]))
                continue
            handler = handlers.get(name)
            if handler is None:
                known = starts if name == "Start" else ends
                name, value = (value, None) if isinstance(value, str) else _parts(value)
                handler = known.get(name)
            if handler is not None:
                handler(value, span["start"], span["end"])

    def _handlers(self) -> dict[str, Handler]:
        return {
            "Code": lambda text, start, _: self._stand_in(text, self.offset(start)),
            "InlineMath": self._math,
            "DisplayMath": lambda text, start, _: self._stand_in(text, self.offset(start)),
            "Html": self._html,
            "InlineHtml": self._inline_html,
            "FootnoteReference": self._footnote_mark,
            "TaskListMarker": lambda *_: None,
        }

    def _starts(self) -> dict[str, Handler]:
        build = self.build
        return {
            "Item": lambda _, start, __: self._open_item(self.offset(start)),
            "List": lambda *_: build.open_list(),
            "Heading": lambda *_: build.flush(),
            "Link": self._open_link,
            "Superscript": lambda *_: self._open_superscript(),
            "Image": lambda *_: self._skip(1),
            "CodeBlock": lambda *_: self._skip(1),
            "HtmlBlock": lambda *_: self._open_fragment(),
            "BlockQuote": lambda kind, *_: self._quote(_is_quotation(kind)),
            "FootnoteDefinition": lambda label, *_: self._footnote(label),
            "DefinitionList": lambda *_: build.open_list(),
            "DefinitionListDefinition": lambda *_: build.open_item(),
            "Table": lambda *_: build.open_table(),
            "TableHead": lambda *_: self._open_row(head=True),
            "TableRow": lambda *_: self._open_row(head=False),
            "TableCell": lambda *_: build.open_cell(),
        }

    def _ends(self) -> dict[str, Handler]:
        build = self.build
        return {
            "Paragraph": lambda *_: self._close_text(),
            "Item": lambda *_: self._close_item(),
            "List": lambda *_: build.close_list(),
            "Heading": lambda level, *_: self._close_heading(int(level[1])),
            "Link": lambda _, __, end: self._close_link(self.offset(end)),
            "Superscript": lambda *_: build.mark("superscript", self.superscript, ""),
            "Image": lambda _, start, __: self._close_image(self.offset(start)),
            "CodeBlock": lambda *_: self._skip(-1),
            "HtmlBlock": lambda *_: self._close_fragment(),
            "BlockQuote": lambda kind, *_: self._quote(-_is_quotation(kind)),
            "FootnoteDefinition": lambda *_: self._footnote(""),
            "DefinitionList": lambda *_: build.close_list(),
            "DefinitionListTitle": lambda *_: self._close_text(),
            "DefinitionListDefinition": lambda *_: build.close_item(),
            "Table": lambda *_: build.close_table(),
            "TableHead": lambda *_: build.close_row(),
            "TableRow": lambda *_: build.close_row(),
            "TableCell": lambda *_: self._close_cell(),
        }

    def _add_as_written(self, text: str, start: int) -> None:
        """Add text, undoing in it what made admonitions into items."""
        end = start + len(text)
        self.build.add(self.source[start:end] if self.text[start:end] == text else text, start)

    def _close_text(self) -> None:
        self.build.flush()
        self.html.end_inline()

    def _close_cell(self) -> None:
        self.build.close_cell()
        self.html.end_inline()

    def _open_row(self, head: bool) -> None:
        self.build.table_head(head)
        self.build.open_row()

    def _skip(self, change: int) -> None:
        self.skip += change

    def _close_image(self, start: int) -> None:
        self.skip -= 1
        self._stand_in("", start)

    def _quote(self, change: int) -> None:
        self.build.flush()
        self.build.quotes += change

    def _footnote(self, label: str) -> None:
        self.build.flush()
        self.build.footnote = label

    def _open_superscript(self) -> None:
        self.superscript = self.build.length

    def _open_item(self, start: int) -> None:
        self.items.append(start not in self.admonitions)
        if self.items[-1]:
            self.build.open_item()
        else:
            self.build.flush()

    def _close_item(self) -> None:
        if self.items.pop():
            self.build.close_item()
        else:
            self.build.flush()
        self.html.end_inline()

    def _close_heading(self, level: int) -> None:
        in_form_only = bool(self.items) and not self.items[-1]
        self.build.close("paragraph" if in_form_only else "heading", 0 if in_form_only else level)
        self.html.end_inline()

    def _open_link(self, value: Any, start: int, end: int) -> None:
        begin, numbered = self.offset(start), False
        if value["link_type"] in {"Shortcut", "Collapsed"}:
            numbered = bool(_NUMBERED.match(self.text, begin, self.offset(end)))
        self.links.append((self.build.length, value["dest_url"], numbered))
        if numbered and not self.skip:
            self.build.add("[", begin)

    def _close_link(self, end: int) -> None:
        begun, target, numbered = self.links.pop()
        if self.skip:
            return
        if numbered:
            self.build.add("]", end - 1)
        self.build.mark("link", begun, target)

    def _stand_in(self, text: str, start: int) -> None:
        """Put a character in place of code or an image."""
        if not self.skip and not self.html.skip:
            begun = self.build.length
            self.build.add(CODE, start)
            self.build.mark("code", begun, text)

    def _math(self, text: str, start: int, end: int) -> None:
        """Inline math holds figures such as `$p < .05$`; its text is prose."""
        if not self.skip and not self.html.skip:
            begin = self.offset(start)
            inner = self.text.find(text, begin, self.offset(end))
            self.build.add(text, inner if inner >= 0 else begin + 1)

    def _html(self, text: str, start: int, end: int) -> None:  # noqa: ARG002
        self.fragment.append((self.offset(start), self.offset(end)))

    def _open_fragment(self) -> None:
        self.build.flush()
        self.skip += 1  # indentation comes as text of no width

    def _close_fragment(self) -> None:
        """Read an HTML block; between its stretches stand the marks of quotes and lists."""
        self.skip -= 1
        pieces, self.fragment = self.fragment, []
        written = self.source if self.admonitions else self.text
        at = begin = pieces[0][0] if pieces else 0
        parts: list[str] = []
        for start, end in pieces:
            parts += [" " * (start - at), written[start:end]]
            at = end
        self.html.read("".join(parts), begin)

    def _inline_html(self, text: str, start: int, end: int) -> None:  # noqa: ARG002
        if not self.skip:
            begin = self.offset(start)
            self.html.read_inline(self.text[begin : self.offset(end)], begin)

    def _footnote_mark(self, label: str, start: int, end: int) -> None:  # noqa: ARG002
        if not self.skip:
            self.build.mark("footnote", self.build.length, label)


def _parts(event: dict[str, Any]) -> tuple[str, Any]:
    """Name and value of an event or a tag."""
    ((name, value),) = event.items()
    return name, value


def _is_quotation(kind: Any) -> bool:
    """A block quote without a kind; with one (`[!NOTE]`) it is an admonition."""
    return kind is None or kind == "None"
