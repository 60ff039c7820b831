"""HTML: whole pages, and the HTML that stands inside Markdown."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.drafts.builder import CODE, BlockBuilder
from claimcheck.drafts.html_inline import InlineMarks, Notes, Region
from claimcheck.drafts.html_lists import HtmlLists
from claimcheck.drafts.html_metadata import Metadata
from claimcheck.drafts.html_tables import HtmlTables
from claimcheck.drafts.marks import finish
from claimcheck.drafts.tags import Token, attributes, characters, tokens
from claimcheck.drafts.words import words
from claimcheck.model.drafts import Document

_SKIPPED = words(
    "script style template noscript svg math nav pre code kbd samp select textarea button iframe"
    " object video audio canvas datalist noframes noembed xmp"
)
_STANDS = words("code kbd samp math")
"""Skipped elements that stand for something in running text."""
_BLOCKS = words(
    "p div section article main header footer aside address figure form fieldset details summary"
    " body hr center hgroup search"
)
_VOID = words("br img hr meta link input wbr source track area base col embed")
_INLINE = words("a sup br img code kbd samp math svg button script style")


def read_html(path: str, source: str) -> Document:
    """The document of an HTML page."""
    build = BlockBuilder()
    reader = HtmlReader(build)
    reader.read(source, 0)
    title, date = reader.metadata.title or None, reader.metadata.date
    return finish(Document(path=path, source=source, title=title, date=date), build, "bracketed")


class HtmlReader:
    """Reads pieces of HTML into blocks; what one piece leaves open, the next goes on with."""

    def __init__(self, build: BlockBuilder) -> None:
        self.build = build
        self.metadata = Metadata()
        self.notes = Notes(build)
        self.marks = InlineMarks(build)
        self._lists = HtmlLists(build, self.notes)
        self._tables = HtmlTables(build)
        self.skip: Region | None = None
        """The element that is open and whose text is no prose."""
        self._skip_inline = False
        self._raw: Callable[[str], None] | None = None
        """Takes the text of an element that is read for metadata."""
        self._opening = self._openers()
        self._closing = self._closers()

    def _openers(self) -> dict[str, Callable[[Token], None]]:
        """What a tag does that opens something else than a block or heading."""
        lists, tables = self._lists, self._tables
        return {
            **dict.fromkeys(("ul", "ol", "menu", "dl"), lambda _: lists.open_list()),
            **dict.fromkeys(("li", "dd"), lists.open_item),
            "dt": lambda _: lists.close_item(),
            "table": lambda tag: tables.open_table(tag.attributes),
            **dict.fromkeys(("caption", "figcaption"), lambda _: self.build.open_caption()),
            **dict.fromkeys(("tbody", "tfoot"), lambda _: tables.open_section(head=False)),
            "thead": lambda _: tables.open_section(head=True),
            "tr": lambda _: tables.open_row(),
            "td": lambda tag: tables.open_cell(head=False, written=tag.attributes),
            "th": lambda tag: tables.open_cell(head=True, written=tag.attributes),
            "blockquote": lambda _: self._quote(1),
            "a": self.marks.open_link,
            "sup": lambda _: self.marks.open_superscript(),
            "br": lambda tag: self.build.add("\n", tag.start),
            "img": lambda tag: self.build.add(CODE, tag.start),
            "title": lambda _: self._read_raw(self.metadata.read_title),
            "meta": lambda tag: self.metadata.read_meta(tag.attributes),
            "time": lambda tag: self.metadata.read_time(tag.attributes),
        }

    def _closers(self) -> dict[str, Callable[[], None]]:
        lists, tables = self._lists, self._tables
        return {
            **dict.fromkeys(("ul", "ol", "menu", "dl"), lists.close_list),
            **dict.fromkeys(("li", "dd", "dt"), lists.close_item),
            "table": tables.close_table,
            **dict.fromkeys(("caption", "figcaption"), self.build.close_caption),
            "thead": lambda: tables.open_section(head=False),
            "tr": tables.close_row,
            **dict.fromkeys(("td", "th"), tables.close_cell),
            "blockquote": lambda: self._quote(-1),
            "a": self.marks.close_link,
            "sup": self.marks.close_superscript,
            "title": lambda: self._read_raw(None),
        }

    def read(self, text: str, base: int) -> None:
        """Add the blocks of HTML that begins at offset `base` of the source."""
        for token in tokens(text, base):
            match token.kind:
                case "text":
                    self._text(token)
                case "open":
                    self._open(token)
                case "close":
                    self._close(token.name)
                case "comment":
                    self.build.comment(token.text, token.start)
        self.build.flush()

    def read_inline(self, text: str, base: int) -> None:
        """Read a tag or comment that stands in running text of another markup."""
        for token in tokens(text, base):
            if token.kind == "comment":
                self.build.comment(token.text, token.start)
            elif token.name in _INLINE and token.kind == "open":
                self._open(token)
                self._skip_inline = self.skip is not None
            elif token.name in _INLINE and token.kind == "close":
                self._close(token.name)

    def end_inline(self) -> None:
        """Forget tags that running text of another markup left open."""
        if self._skip_inline:
            self.skip = self._raw = None
        self._skip_inline = False
        self.marks.forget()

    def _text(self, token: Token) -> None:
        if self._raw is not None:
            self._raw(token.text)
        elif self.skip is None:
            for text, offset in characters(token.text):
                self.build.add_collapsed(text, token.start + offset)

    def _open(self, token: Token) -> None:
        name = token.name
        if self.skip is not None:
            self.skip.opens(name)
        elif name in _SKIPPED or _is_hidden(token):
            self._begin_skip(token)
        elif name in _BLOCKS:
            self.build.flush()
            self.notes.open(token)
        elif level := heading_level(name):
            self.build.flush()
            self.build.heading = level
        elif handler := self._opening.get(name):
            handler(token)

    def _close(self, name: str) -> None:
        if self.skip is not None:
            if self.skip.closes(name):
                self.skip = self._raw = None
        elif name in _BLOCKS:
            self.build.flush()
            self.notes.close(name)
        elif heading_level(name):
            self.build.flush()
            self.build.heading = 0
        elif handler := self._closing.get(name):
            handler()

    def _quote(self, change: int) -> None:
        self.build.flush()
        self.build.quotes = max(0, self.build.quotes + change)

    def _read_raw(self, take: Callable[[str], None] | None) -> None:
        self._raw = take

    def _begin_skip(self, token: Token) -> None:
        if token.name in _STANDS:
            begun = self.build.length
            self.build.add(CODE, token.start)
            self.build.mark("code", begun, "")
        elif token.name in _BLOCKS or token.name in {"pre", "nav"}:
            self.build.flush()
        if not token.attributes.endswith("/"):
            self.skip = Region(token.name)
            self._raw = self.metadata.read_script if token.name == "script" else None


def heading_level(name: str) -> int:
    """1 to 6 for `h1` to `h6`, otherwise 0."""
    return int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else 0


def _is_hidden(token: Token) -> bool:
    written = token.attributes
    if token.name in _VOID or not ("hidden" in written or "none" in written):
        return False
    given = attributes(written)
    style = given.get("style", "").replace(" ", "").lower()
    return "hidden" in given or "display:none" in style
