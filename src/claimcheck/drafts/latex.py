"""LaTeX: a reader of its running text, not a TeX engine; the author's own macros stay closed.

Linear in time, because theses are long and parsers that build trees need seconds for a megabyte.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimcheck.drafts import latex_words as known
from claimcheck.drafts.builder import CODE, BlockBuilder
from claimcheck.drafts.dates import only_date
from claimcheck.drafts.latex_commands import LatexCommands
from claimcheck.drafts.latex_tables import LatexTables
from claimcheck.drafts.marks import finish
from claimcheck.model.drafts import Document
from claimcheck.patterns import lazy

_TOKEN = lazy(
    r"(?P<text>[^\\{}$&~%\n`'-]+)|(?P<paragraph>\n[ \t]*\n\s*)|(?P<break>\n[ \t]*)"
    r"|(?P<comment>%[^\n]*(?:\n[ \t]*(?=\S))?)|\\(?P<word>[a-zA-Z@]+\*?)|\\(?P<symbol>.)"
    r"|(?P<ligature>-{2,3}|``|''|`)|(?P<sign>.)",
    re.DOTALL,
)
_SPACE = lazy(r"[ \t]*(?:\n[ \t]*(?!\n))?")
_OPTION = lazy(r"\s*\[((?:[^\[\]{}]|\{[^{}]*\}){0,2000})\]")
_GROUP = lazy(r"\s*\{")
_NAME = lazy(r"\s*\{([^{}\n]{0,2000})\}")
_BRACE = lazy(r"\\(?:url|href|path|nolinkurl)\s*\{[^{}\n]*\}|\\.|[{}]|%[^\n]*", re.DOTALL)
_TITLE = lazy(r"\\title\b\s*(?:\[[^\[\]]{0,500}\])?\s*\{")
_DATE = lazy(r"\\date\s*\{([^{}]{0,200})\}")
_BIBLIOGRAPHY = lazy(
    r"\\(?:bibliography|addbibresource)\s*(?:\[[^\[\]]{0,200}\])?\{([^{}]{0,500})\}"
)
_OURS = lazy(r"%[^\n]*claimcheck:[^\n]*")
_LONGEST_DISPLAY = 5_000


def read_latex(path: str, source: str) -> Document:
    """The document of a LaTeX file: its body, and the title and date of its preamble."""
    build = BlockBuilder()
    text = source.replace("\r\n", " \n").replace("\r", "\n")
    LatexReader(build, text).read()
    dates = [only_date(found[1]) for found in _DATE.finditer(text)]
    named = [name for found in _BIBLIOGRAPHY.finditer(text) for name in found[1].split(",")]
    document = Document(
        path=path,
        source=source,
        date=next((date for date in dates if date), None),
        bibliography=tuple(_bib(name.strip()) for name in named if name.strip()),
    )
    return finish(document, build, "none")


def _bib(name: str) -> str:
    return name if name.endswith(".bib") else f"{name}.bib"


class LatexReader:
    """Follows the tokens of a text into blocks; line ends are line feeds."""

    def __init__(self, build: BlockBuilder, text: str) -> None:
        self.build = build
        self.text = text
        self.at = 0
        self.tables = LatexTables(build)
        self.stop = len(text)
        self._closers = _closers(text)
        self._groups: list[Callable[[], None] | None] = []
        """Of each open group, what its end does."""
        self._math = False
        self._absent: set[str] = set()
        """Marks that do not come any more."""
        self._kinds: dict[str, Callable[[re.Match[str]], None]] = {
            "text": lambda token: self.build.add_collapsed(token.group(), token.start()),
            "break": lambda token: self.build.add_collapsed("\n", token.start()),
            "paragraph": self._paragraph,
            "comment": self._comment,
            "word": self._word,
            "symbol": self._symbol,
            "ligature": self._ligature,
            "sign": self._sign,
        }
        self.commands = LatexCommands(self)

    def read(self) -> None:
        """Read the title of the preamble and the body."""
        begin = self.text.find("\\begin{document}")
        if begin >= 0:
            self._preamble(begin)
            self.at = begin + len("\\begin{document}")
            end = self.text.rfind("\\end{document}", self.at)
            self.stop = end if end >= 0 else self.stop
        self.run()

    def _preamble(self, end: int) -> None:
        for ours in _OURS.finditer(self.text, 0, end):
            self.build.comment(ours.group(), ours.start())
        title = _TITLE.search(self.text, 0, end)
        if title and (closing := self._closers.get(title.end() - 1)):
            self.build.heading = known.HEADINGS["title"]
            self.run_between(title.end(), closing)
            self.build.heading = 0

    def run_between(self, start: int, end: int) -> None:
        """Read a stretch apart from what is open here."""
        kept = self.at, self.stop, self._groups, self._math, self._absent
        self.at, self.stop, self._groups, self._math, self._absent = start, end, [], False, set()
        self.run()
        self.at, self.stop, self._groups, self._math, self._absent = kept

    def run(self) -> None:
        """Read to the end of the stretch."""
        while self.at < self.stop:
            token = _TOKEN.match(self.text, self.at, self.stop)
            if token is None or token.lastgroup is None:
                break
            self.at = token.end()
            self._kinds[token.lastgroup](token)
        self.commands.flush()

    def _paragraph(self, token: re.Match[str]) -> None:
        self._math = False
        if self.tables.inside or self.build.heading:
            self.build.add_collapsed("\n", token.start())
        else:
            self.commands.flush()

    def _comment(self, token: re.Match[str]) -> None:
        if "claimcheck:" in token.group():
            self.build.comment(token.group().rstrip(), token.start())

    def _word(self, token: re.Match[str]) -> None:
        if accent := known.ACCENTED.match(self.text, token.start(), self.stop):
            self.at = accent.end()
            self.build.add(known.accented(accent), token.start())
            return
        name = token["word"].rstrip("*") if token["word"] not in known.TABLES else token["word"]
        if not self.commands.obey(name, token.start()):
            self._unknown()

    def _unknown(self) -> None:
        """A command that we do not know: its groups are text, the space behind it is none."""
        option = _OPTION.match(self.text, self.at, self.stop)
        if option and _GROUP.match(self.text, option.end(), self.stop):
            self.at = option.end()
        self.skip_space()

    def _symbol(self, token: re.Match[str]) -> None:
        sign = token["symbol"]
        if accent := known.ACCENTED.match(self.text, token.start(), self.stop):
            self.at = accent.end()
            self.build.add(known.accented(accent), token.start())
        elif sign == "\\":
            self.commands.end_line(token.start())
        elif sign == "[":
            self.skip_display("\\]", token.start())
        elif sign not in "()]":
            self.build.add(known.SIGNS.get(sign, sign), token.end() - 1)

    def _ligature(self, token: re.Match[str]) -> None:
        written = token.group()
        self.build.add(written if self._math else known.LIGATURES[written], token.start())

    def _sign(self, token: re.Match[str]) -> None:
        sign, start = token["sign"], token.start()
        if sign == "{":
            self._groups.append(None)
        elif sign == "}":
            if self._groups and (act := self._groups.pop()):
                act()
        elif sign == "$" and self.text.startswith("$", self.at) and not self._math:
            self.skip_display("$$", start)
        elif sign == "$":
            self._math = not self._math
        elif sign == "&" and self.tables.inside:
            self.tables.next_cell()
        else:
            self.build.add("\u00a0" if sign == "~" else sign, start)

    def skip_space(self) -> None:
        """Pass the white space that ends a command's name."""
        space = _SPACE.match(self.text, self.at, self.stop)
        self.at = space.end() if space else self.at

    def skip_display(self, mark: str, start: int) -> None:
        """Pass a formula that stands apart, up to the mark that ends it."""
        self.at = start + 2
        self.skip_to(mark, _LONGEST_DISPLAY)
        self.build.add(CODE, start)

    def skip_to(self, mark: str, within: int | None = None) -> bool:
        """Pass everything up to and with a mark; False if it does not come (within so much)."""
        stop = self.stop if within is None else min(self.at + within, self.stop)
        end = -1 if mark in self._absent else self.text.find(mark, self.at, stop)
        if end < 0:
            if stop == self.stop:
                self._absent.add(mark)
            return False
        self.at = end + len(mark)
        return True

    def skip_options(self) -> str:
        """Pass options in square brackets; returns the first of them."""
        first = ""
        while option := _OPTION.match(self.text, self.at, self.stop):
            first = first or option[1]
            self.at = option.end()
        return first

    def take(self) -> tuple[int, int]:
        """Pass options and an argument; returns where this stands, without its braces."""
        self.skip_options()
        group = _GROUP.match(self.text, self.at, self.stop)
        closing = self._closers.get(group.end() - 1) if group else None
        if group is None or closing is None or closing >= self.stop:
            return self.at, self.at
        self.at = closing + 1
        return group.end(), closing

    def enter(self, act: Callable[[], None] | None) -> bool:
        """Pass options and go into an argument, at whose end to `act`; False if there is none."""
        self.skip_options()
        group = _GROUP.match(self.text, self.at, self.stop)
        if group is None:
            return False
        self.at = group.end()
        self._groups.append(act)
        return True

    def name(self) -> str:
        """Pass an argument that is a name or an address, taken as it is written."""
        found = _NAME.match(self.text, self.at, self.stop)
        self.at = found.end() if found else self.at
        return found[1] if found else ""


def _closers(text: str) -> dict[int, int]:
    """Where each group that ends begins and ends."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace.group() == "{":
            opened.append(brace.start())
        elif brace.group() == "}" and opened:
            found[opened.pop()] = brace.start()
    return found
