"""The running text of a Word document, paragraph by paragraph, from the events of its XML."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.drafts.builder import CODE
from claimcheck.drafts.docx_package import Attributes
from claimcheck.drafts.docx_running import Running
from claimcheck.drafts.docx_writer import Writer
from claimcheck.drafts.words import words

_LEFT_OUT = words(
    "del moveFrom delText rt mc:Fallback sectPr tblPr pPrChange rPrChange tcPrChange trPrChange"
)
"""Deleted or moved text, ruby, what stands in for newer markup, properties that do not concern us
or no longer hold."""
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_NOTES = ("footnote", "endnote")
_OFF = {"0", "false", "off", "none"}
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PICTURES = words("drawing pict object")
_SYMBOLS = {"B3": "≥", "A3": "≤", "B1": "±", "B4": "×", "BB": "≈", "2D": "−", "61": "α", "62": "β"}
"""Characters of the font Symbol, by the end of their code."""


class BodyReader:
    """Turns the events of a part into paragraphs, rows and cells for a writer."""

    def __init__(self, writer: Writer, links: dict[str, str]) -> None:
        self._writer = writer
        self._links = links
        self._open: list[Running] = []
        """Paragraphs that are open; one in a text box stands inside another."""
        self._skipping = 0
        self._collect: Callable[[str], None] | None = None
        self._heads: list[bool] = []
        """Of each open row, whether it is a head."""
        self._cells: list[tuple[int, bool]] = []
        """Of each open cell, how many columns it spans, and whether it goes on from above."""
        self._properties = 0
        self._starts = self._starters()
        self._ends = self._enders()

    def start(self, tag: str, given: Attributes) -> None:
        """The start of an element."""
        if self._skipping or tag in _LEFT_OUT or given.get("type") in _SEPARATORS:
            self._skipping += 1
        elif handler := self._starts.get(tag):
            handler(given)
        elif self._open and tag in _SIGNS and not self._properties:
            self._open[-1].add(_SIGNS[tag])
        elif self._open and tag in _PICTURES:
            self._open[-1].add(CODE)

    def end(self, tag: str) -> None:
        """The end of an element."""
        if self._skipping:
            self._skipping -= 1
        elif handler := self._ends.get(tag):
            handler()

    def text(self, text: str) -> None:
        """Characters, of which most stand between elements and mean nothing."""
        if self._collect is not None and not self._skipping:
            self._collect(text)

    def _starters(self) -> dict[str, Callable[[Attributes], None]]:
        return {
            "p": lambda _: self._open.append(Running()),
            "pPr": lambda _: self._in_properties(1),
            "pStyle": lambda given: self._set("style", given.get("val", "")),
            "outlineLvl": lambda given: self._set("outline", _number(given)),
            "numId": lambda given: self._set("list_id", given.get("val", "")),
            "ilvl": lambda given: self._set("list_level", _number(given)),
            "r": lambda _: self._running(Running.open_run),
            "vertAlign": lambda given: self._run("raised", given.get("val") == "superscript"),
            "vanish": lambda given: self._run("hidden", given.get("val") not in _OFF),
            **dict.fromkeys(("t", "m:t"), lambda _: self._collect_by(Running.add)),
            "instrText": lambda _: self._collect_by(Running.instruct),
            "fldChar": lambda given: self._field(given.get("fldCharType", "")),
            "br": lambda given: self._add("" if given.get("type") == "page" else "\n"),
            "sym": lambda given: self._add(_SYMBOLS.get(given.get("char", "")[-2:], CODE)),
            "hyperlink": self._open_link,
            "footnoteReference": lambda given: self._cite("footnote", given.get("id", "")),
            "endnoteReference": lambda given: self._cite("endnote", given.get("id", "")),
            "commentReference": lambda given: self._comment(given.get("id", "")),
            "footnote": lambda given: self._note("footnote", given),
            "endnote": lambda given: self._note("endnote", given),
            "tbl": lambda _: self._writer.open_table(),
            "tr": lambda _: self._open_row(),
            "tblHeader": lambda given: self._head(given.get("val") not in _OFF),
            "tc": lambda _: self._open_cell(),
            "gridSpan": lambda given: self._span(width=_number(given)),
            "vMerge": lambda given: self._span(goes_on=given.get("val") != "restart"),
        }

    def _enders(self) -> dict[str, Callable[[], None]]:
        return {
            "p": self._close_paragraph,
            "pPr": lambda: self._in_properties(-1),
            "r": lambda: self._running(Running.close_run),
            **dict.fromkeys(("t", "m:t", "instrText"), self._collect_nothing),
            "hyperlink": lambda: self._running(Running.close_link),
            **dict.fromkeys(_NOTES, self._writer.close_note),
            "tbl": self._writer.close_table,
            "tr": lambda: self._writer.close_row(self._heads.pop()),
            "tc": lambda: self._writer.close_cell(*self._cells.pop()),
        }

    def _running(self, act: Callable[[Running], None]) -> None:
        if self._open:
            act(self._open[-1])

    def _add(self, text: str) -> None:
        if self._open:
            self._open[-1].add(text)

    def _in_properties(self, change: int) -> None:
        self._properties += change

    def _set(self, name: str, value: str | int) -> None:
        """A property of the paragraph."""
        if self._open:
            setattr(self._open[-1].paragraph, name, value)

    def _run(self, name: str, value: bool) -> None:
        """A property of the run; inside those of the paragraph, it is one of its mark."""
        if self._open and not self._properties:
            setattr(self._open[-1], name, value)

    def _collect_by(self, collect: Callable[[Running, str], None]) -> None:
        if self._open:
            running = self._open[-1]
            self._collect = lambda text: collect(running, text)

    def _collect_nothing(self) -> None:
        self._collect = None

    def _field(self, kind: str) -> None:
        if self._open:
            self._open[-1].field_character(kind)

    def _open_link(self, given: Attributes) -> None:
        target = self._links.get(given.get("r:id", ""), "")
        if self._open:
            self._open[-1].open_link(target)

    def _cite(self, kind: str, number: str) -> None:
        if self._open:
            running = self._open[-1]
            running.mark("footnote", running.length, self._writer.note_label(kind, number))

    def _comment(self, number: str) -> None:
        if self._open:
            self._open[-1].paragraph.comments.append(number)

    def _note(self, kind: str, given: Attributes) -> None:
        self._writer.open_note(kind, given.get("id", ""))

    def _close_paragraph(self) -> None:
        if self._open:
            self._writer.write(self._open.pop().close())

    def _open_row(self) -> None:
        self._heads.append(False)
        self._writer.open_row()

    def _head(self, head: bool) -> None:
        if self._heads:
            self._heads[-1] = head

    def _open_cell(self) -> None:
        self._cells.append((1, False))
        self._writer.open_cell()

    def _span(self, width: int | None = None, goes_on: bool | None = None) -> None:
        if self._cells:
            columns, above = self._cells[-1]
            self._cells[-1] = (width or columns, above if goes_on is None else goes_on)


def _number(given: Attributes) -> int:
    value = given.get("val", "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 0
