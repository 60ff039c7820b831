"""HTML: whole pages, and the blocks of HTML that stand inside Markdown."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from claimcheck.drafts.builder import CODE, BlockBuilder
from claimcheck.drafts.comments import read_comments
from claimcheck.drafts.marks import finish
from claimcheck.model.dates import PartialDate
from claimcheck.model.drafts import Document

_SKIPPED = {"script", "style", "template", "noscript", "svg", "math", "head", "nav", "pre", "code"}
_SKIPPED |= {"kbd", "samp", "select", "textarea", "button", "iframe", "object"}
_BLOCKS = {"p", "div", "section", "article", "main", "header", "footer", "aside", "address"}
_BLOCKS |= {"figure", "figcaption", "dd", "dt", "dl", "ul", "ol", "form", "fieldset", "details"}
_BLOCKS |= {"summary", "body", "hr", "caption"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DATES = {"article:published_time", "date", "dc.date", "citation_publication_date", "pubdate"}


def read_html(path: str, source: str) -> Document:
    """The document of an HTML page."""
    build = BlockBuilder()
    comments: list[tuple[int, str]] = []
    parser = _Parser(build, source, 0, comments)
    parser.feed(source)
    parser.close()
    parser.flush()
    return finish(
        Document(
            path=path,
            source=source,
            blocks=tuple(build.blocks),
            title=parser.title or None,
            date=parser.date,
            suppressions=read_comments(path, source, comments, build.blocks),
        )
    )


def read_fragment(
    build: BlockBuilder, text: str, offset: int, comments: list[tuple[int, str]]
) -> None:
    """Add the blocks of a piece of HTML that begins at `offset` of the source."""
    parser = _Parser(build, text, offset, comments)
    parser.feed(text)
    parser.close()
    parser.flush()


class _Parser(HTMLParser):
    def __init__(
        self, build: BlockBuilder, source: str, offset: int, comments: list[tuple[int, str]]
    ) -> None:
        super().__init__(convert_charrefs=False)
        self.build = build
        self.comments = comments
        self.title = ""
        self.date: PartialDate | None = None
        self._offset = offset
        self._starts = _line_starts(source)
        self._skipped: list[str] = []
        self._links: list[tuple[int, str]] = []
        self._superscript: int | None = None
        self._in_title = False

    def _here(self) -> int:
        line, column = self.getpos()
        return self._offset + self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what the tag opens."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(given)
        elif tag == "title":
            self._in_title = True
        elif tag in _SKIPPED:
            self._skip(tag)
        elif not self._skipped:
            self._open(tag, given)

    def _skip(self, tag: str) -> None:
        if tag == "code" and not self._skipped:
            self.build.add(CODE, self._here())
        self._skipped.append(tag)

    def _open(self, tag: str, given: dict[str, str]) -> None:
        if tag in _HEADINGS or tag in _BLOCKS:
            self.flush()
        match tag:
            case "li":
                self.flush()
                self.build.open_item()
            case "blockquote" | "q":
                self.flush() if tag == "blockquote" else None
                self.build.quotes += tag == "blockquote"
            case "table":
                self.flush()
                self.build.open_table()
            case "tr":
                self.build.open_row(header=False)
            case "th" | "thead":
                self.build.as_header()
            case "a":
                self._links.append((self.build.length, given.get("href", "")))
            case "sup":
                self._superscript = self.build.length
            case "br":
                self.build.add("\n", self._here())
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes."""
        if tag == "title":
            self._in_title = False
        elif self._skipped:
            if tag in self._skipped:
                del self._skipped[self._skipped.index(tag) :]
        elif tag in _HEADINGS:
            self.build.close("heading", level=_HEADINGS[tag])
        elif tag in _BLOCKS:
            self.flush()
        else:
            self._close(tag)

    def _close(self, tag: str) -> None:
        match tag:
            case "li":
                self.flush()
                self.build.close_item()
            case "blockquote":
                self.flush()
                self.build.quotes = max(0, self.build.quotes - 1)
            case "td" | "th":
                self.build.close_cell()
            case "table":
                self.build.close_table()
            case "a" if self._links:
                start, target = self._links.pop()
                self.build.mark("link", start, target)
            case "sup" if self._superscript is not None:
                self.build.mark("superscript", self._superscript, "")
                self._superscript = None
            case _:
                pass

    def flush(self) -> None:
        """End the text that is open."""
        if self.build.length:
            self.build.close("item" if self.build.item_is_empty else "paragraph")

    def handle_data(self, data: str) -> None:
        """Running text."""
        if self._in_title:
            self.title += data
        elif not self._skipped:
            self.build.add(data, self._here())

    def handle_entityref(self, name: str) -> None:
        """A named character."""
        self.handle_data(html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        """A numbered character."""
        self.handle_data(html.unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        """A comment, which may be ours."""
        self.comments.append((self._here(), f"<!--{data}-->"))

    def _meta(self, given: dict[str, str]) -> None:
        name = (given.get("property") or given.get("name") or "").lower()
        if name in _DATES and self.date is None:
            self.date = read_date(given.get("content", ""))


def read_date(text: str) -> PartialDate | None:
    """The date that an ISO text begins with, if it does."""
    try:
        return PartialDate.parse(text.strip()[:10])
    except ValueError:
        return None


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
