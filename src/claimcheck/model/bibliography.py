"""Reference lists as files hold them, and the places in a text that cite them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.findings import Problem
from claimcheck.model.place import Location
from claimcheck.model.works import Reference
from claimcheck.patterns import lazy

_LINE_END = lazy(r"\r\n?|\n")

ListKind = Literal["bibtex", "ris", "csl-json", "csl-yaml", "prose"]
MentionKind = Literal["author-year", "number", "footnote", "key", "identifier", "link"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One work of a reference list. Offsets count characters of the file's text."""

    reference: Reference
    raw: str
    """The entry as written; what a search is given where it is running text."""
    start: int
    end: int
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where the values of its fields stand, by CSL name (`DOI`, `issued`, `volume`…)."""
    label: str = ""
    """The number or key under which a text cites it."""
    sure: bool = True
    """False for running text whose parts could not be told apart with confidence."""
    place: Location | None = None
    """Where it stands, in files whose text has no lines of its own."""


@dataclass(frozen=True, kw_only=True)
class Bibliography:
    """A file that holds a reference list."""

    path: str
    source: str
    kind: ListKind
    entries: Sequence[Entry] = ()
    problems: tuple[Problem, ...] = ()
    """Entries that cannot be read, each with its place."""
    remarks: tuple[Problem, ...] = ()
    """Oddities of the file that keep no entry from being read."""

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which the lines of the source begin."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.source))]

    def place(self, start: int, end: int) -> Location:
        """Where a stretch of the source stands in the file."""
        first, last = self._line_column(start), self._line_column(max(start, end - 1))
        return Location(self.path, *first, last[0], last[1] + 1)

    def where(self, entry: Entry) -> Callable[..., Location]:
        """The place of a field of an entry by its CSL name, else of the entry's first line."""

        def find(name: str = "") -> Location:
            if entry.place:
                return entry.place
            if span := entry.spans.get(name):
                return self.place(*span)
            stop = self.source.find("\n", entry.start, entry.end)
            return self.place(entry.start, stop if stop > entry.start else entry.end)

        return find

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One work cited at one place of a text; offsets count in the text of the block."""

    kind: MentionKind
    block: int
    start: int
    end: int
    text: str
    """The citation as written."""
    names: tuple[str, ...] = ()
    """Surnames or the name of a group, for author and year."""
    year: str = ""
    """With its letter, if it has one: `2021a`."""
    label: str = ""
    """Number, footnote label, key, identifier or address."""
    entries: tuple[str, ...] | None = None
    """Ids of the entries it can mean: none if the list lacks it; None without a list."""
    where: Location = Location("")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCitations:
    """What a draft cites beside what it lists."""

    listed: Bibliography
    """Its own reference list, empty if it has none."""
    list_blocks: tuple[int, ...] = ()
    """The indexes of the blocks which that list stands in."""
    front: Bibliography | None = None
    """The references that its front matter holds."""
    libraries: tuple[Bibliography, ...] = ()
    """The files that it names as bibliography; they may hold more than it cites."""
    linked: Bibliography | None = None
    """The works that its text cites by nothing but their DOI."""
    mentions: tuple[Mention, ...] = ()
    """The citations in its text, each with the entries that it can mean."""
    numbered: bool = False
    """It cites by number rather than by author and year."""

    @property
    def own(self) -> tuple[Bibliography, ...]:
        """The lists that the draft itself holds, and the works that its text names by DOI."""
        return tuple(file for file in (self.front, self.listed, self.linked) if file)

    @property
    def files(self) -> tuple[Bibliography, ...]:
        """Its own lists and the files that it names."""
        return (*self.own, *self.libraries)

    def citing(self, key: str) -> tuple[Location, ...]:
        """The places that cite the entry with this id."""
        return tuple(m.where for m in self.mentions if m.entries and key in m.entries)
