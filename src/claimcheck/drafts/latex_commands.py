"""The commands and environments of LaTeX that a reader of its text must obey."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimcheck.drafts import latex_words as known
from claimcheck.drafts.builder import CODE

if TYPE_CHECKING:
    from claimcheck.drafts.latex import LatexReader

Command = Callable[[str, int], None]
"""Takes a command's name and the offset of its backslash."""


class LatexCommands:
    """Does to the blocks what the commands say."""

    def __init__(self, reader: LatexReader) -> None:
        self._reader = reader
        self._build = reader.build
        self._lists: list[bool] = []
        """Of each open list, whether an item is open."""
        self._notes: list[tuple[str, int, int]] = []
        """Footnotes that are still to read: label, start, end."""
        self._note_count = 0
        self._commands = self._table()

    def _table(self) -> dict[str, Command]:
        return {
            **dict.fromkeys(known.SYMBOLS, self._symbol),
            **dict.fromkeys(known.NO_TEXT, self._no_text),
            **dict.fromkeys(known.FIRST_SKIPPED, self._first_skipped),
            **dict.fromkeys(known.STAND_INS, self._stand_in),
            **dict.fromkeys(known.HEADINGS, self._heading),
            **dict.fromkeys(known.NOTES, self._note),
            "begin": self._begin,
            "end": self._end,
            "item": self._item,
            "bibitem": self._entry,
            "caption": self._caption,
            "textsuperscript": self._superscript,
            "href": self._link,
            "url": self._address,
            "verb": self._verbatim,
            **dict.fromkeys(("par", "bigskip", "medskip", "newpage", "clearpage"), self._new),
            **dict.fromkeys(("newline", "linebreak"), lambda _, start: self.end_line(start)),
            **dict.fromkeys(("SI", "qty"), lambda *_: self._quantity(" ")),
            **dict.fromkeys(("SIrange", "qtyrange"), lambda *_: self._quantity("–", " ")),
            "numrange": lambda *_: self._quantity("–"),
            "multicolumn": self._columns,
            "multirow": self._rows,
            "tabularnewline": lambda _, start: self.end_line(start),
            "iffalse": lambda *_: self._pass("\\fi"),
            **dict.fromkeys(("bibliography", "addbibresource", "date", "author"), self._no_text),
        }

    def obey(self, name: str, start: int) -> bool:
        """Do what a command says; False if it is not known."""
        command = self._commands.get(name)
        if command is None and known.CITES.match(name):
            command = self._cite
        if command is not None:
            command(name, start)
        return command is not None

    def flush(self) -> None:
        """End the open text, and read the footnotes that it refers to."""
        self._build.flush()
        if self._notes and not self._build.footnote:
            notes, self._notes = self._notes, []
            kept, self._build.heading = self._build.heading, 0
            for label, start, end in notes:
                self._build.footnote = label
                self._reader.run_between(start, end)
            self._build.footnote, self._build.heading = "", kept

    def end_line(self, start: int) -> None:
        r"""A double backslash, with its optional length: the end of a row, or a break."""
        self._reader.skip_options()
        if self._reader.tables.inside:
            self._reader.tables.next_row()
        else:
            self._build.add("\n", start)

    def _symbol(self, name: str, start: int) -> None:
        self._build.add(known.SYMBOLS[name], start)
        if not self._reader.text.startswith("{}", self._reader.at):
            self._reader.skip_space()

    def _no_text(self, name: str, start: int) -> None:  # noqa: ARG002 - as all commands
        for _ in range(known.NO_TEXT.get(name, 1)):
            self._reader.take()

    def _first_skipped(self, name: str, start: int) -> None:  # noqa: ARG002
        for _ in range(known.FIRST_SKIPPED[name]):
            self._reader.take()

    def _stand_in(self, name: str, start: int) -> None:
        for _ in range(known.STAND_INS[name]):
            self._reader.take()
        self._build.add(CODE, start)

    def _heading(self, name: str, start: int) -> None:  # noqa: ARG002
        self.flush()
        if self._reader.enter(self._close_heading):
            self._build.heading = known.HEADINGS[name]

    def _close_heading(self) -> None:
        self._build.flush()
        self._build.heading = 0

    def _caption(self, name: str, start: int) -> None:  # noqa: ARG002
        self.flush()
        if self._reader.enter(self._build.close_caption):
            self._build.open_caption()

    def _note(self, name: str, start: int) -> None:  # noqa: ARG002
        begin, end = self._reader.take()
        if begin < end and not self._build.footnote:
            self._note_count += 1
            label = str(self._note_count)
            self._build.mark("footnote", self._build.length, label)
            self._notes.append((label, begin, end))

    def _cite(self, name: str, start: int) -> None:
        """Keys are marked; a stand-in is put where they read as words of the sentence."""
        begin, end = self._reader.take()
        opened = self._build.length
        if known.TEXTUAL.match(name) or not self._build.ends_sentence:
            self._build.add(CODE, start)
        for key in self._reader.text[begin:end].split(","):
            if key.strip():
                self._build.mark("citation-key", opened, key.strip())

    def _superscript(self, name: str, start: int) -> None:  # noqa: ARG002
        begun = self._build.length
        self._reader.enter(lambda: self._build.mark("superscript", begun, ""))

    def _link(self, name: str, start: int) -> None:  # noqa: ARG002
        self._reader.skip_options()
        target, begun = self._reader.name().replace("\\", ""), self._build.length
        self._reader.enter(lambda: self._build.mark("link", begun, target))

    def _address(self, name: str, start: int) -> None:  # noqa: ARG002
        begun, address = self._build.length, self._reader.name()
        self._build.add(address, self._reader.at - 1 - len(address))
        self._build.mark("link", begun, address.replace("\\", ""))

    def _verbatim(self, name: str, start: int) -> None:  # noqa: ARG002
        sign = self._reader.text[self._reader.at : self._reader.at + 1]
        self._reader.at += 1
        if sign and self._reader.skip_to(sign):
            self._build.add(CODE, start)

    def _new(self, name: str, start: int) -> None:  # noqa: ARG002
        self.flush()

    def _pass(self, mark: str) -> None:
        self._reader.skip_to(mark)

    def _quantity(self, *between: str) -> None:
        """The arguments of a quantity, with what is read between them."""
        closing = self._build

        def go_on() -> None:
            closing.add(between[0], self._reader.at - 1)
            if between[1:]:
                self._quantity(*between[1:])

        self._reader.enter(go_on)

    def _columns(self, name: str, start: int) -> None:  # noqa: ARG002
        width = self._reader.name()
        self._reader.take()
        self._reader.tables.span(width=_number(width))

    def _rows(self, name: str, start: int) -> None:  # noqa: ARG002
        self._reader.skip_options()
        height = self._reader.name()
        self._reader.take()
        self._reader.tables.span(height=_number(height))

    def _item(self, name: str, start: int) -> None:  # noqa: ARG002
        self.flush()
        if self._lists:
            if self._lists[-1]:
                self._build.close_item()
            self._build.open_item()
            self._lists[-1] = True
        at = self._reader.at
        if term := self._reader.skip_options():
            self._build.add_collapsed(term, self._reader.text.index(term, at))
            self._build.add(" ", self._reader.at - 1)

    def _entry(self, name: str, start: int) -> None:
        """An entry of a bibliography; its key is the label of its blocks."""
        self._item(name, start)
        self._build.discard()
        begin, end = self._reader.take()
        self._build.label = self._reader.text[begin:end].strip()

    def _begin(self, _: str, start: int) -> None:
        self.flush()
        name = self._reader.name()
        if name in known.SKIPPED:
            self._skip_environment(name, start)
            return
        self._reader.skip_options()
        for _argument in range(known.TABLES.get(name, known.FRAMED.get(name, 0))):
            self._reader.take()
        if name in known.LISTS or name == "thebibliography":
            self._build.open_list()
            self._lists.append(False)
        elif name in known.TABLES:
            self._reader.tables.open_table()
        elif name in known.QUOTES:
            self._build.quotes += 1
        elif name == "frame" and self._reader.text.startswith("{", self._reader.at):
            self._heading("frametitle", start)

    def _skip_environment(self, name: str, start: int) -> None:
        if self._reader.skip_to(f"\\end{{{name}}}") and name != "comment":
            self._build.add(CODE, start)

    def _end(self, _: str, start: int) -> None:  # noqa: ARG002
        name = self._reader.name()
        if name in known.TABLES:
            self._reader.tables.close_table()
        self.flush()
        if (name in known.LISTS or name == "thebibliography") and self._lists:
            if self._lists.pop():
                self._build.close_item()
            self._build.close_list()
            self._build.label = ""
        elif name in known.QUOTES:
            self._build.quotes = max(0, self._build.quotes - 1)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 1
