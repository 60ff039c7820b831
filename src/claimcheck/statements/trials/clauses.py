"""The clauses of a sentence, to keep apart what is said in them."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Fraction, Percent
from claimcheck.patterns import lazy
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.benefits import COMPLAINT, HELPS, LOOSE, SURE
from claimcheck.statements.trials.effects import ADVERSE
from claimcheck.statements.trials.harmless import KINDS, PATTERNS
from claimcheck.statements.trials.lexicon import WordList
from claimcheck.statements.trials.line import Line

Span = tuple[int, int]
_BREAK = lazy(
    r"[;!?]\s+|\.\s+(?=[A-Z])|\s[—–]\s|,?\s(?:but(?! (?:none|not|only|no|just)\b)|while|whereas|"
    r"although|though|because(?! of))\s|,\s(?:and|so|which|yet|at an? (?:cost|price))\s"
    r"(?!\w+ing\b|for\b|in\b|with\b)"
)
_SAY = (
    r"(?:say|says|said|claims?|claimed|believes?|thinks?|reckons?|suggests?|argues?|insists?|"
    r"boasts?|promises?|reports?|tells? (?:us|me)|told (?:us|me)|writes?|hopes?)"
)
_SAID_BEFORE = lazy(
    rf"(?:[\w’'.-]+\s){{1,7}}?"
    rf"(?:{_SAY}\s(?:that\s)?|(?:found|finds?|know|admit|realise|realize)\sthat\s)"
)
_SAID_AFTER = lazy(
    rf",\s(?:as\s|or so\s|so\s)?(?:[\w’'-]+\s){{0,4}}?(?:{_SAY}|found|finds)\b[^,;\d]*\Z"
)
"""Who says so, before or after what is said."""

_NONE = lazy(r"\b(?:no|zero)\s(?:more\s)?\Z")
_NO_OUTCOMES = ADVERSE | {
    "score-change",
    "effect-size",
    "primary-endpoint",
    "time-to-event",
    "satisfaction",
    "mystical-experience",
}
"""Outcomes that do not tell what people suffer from."""
_BESIDE = 14
_CLOSE = 30
"""Characters between words that belong together."""
_WHOSE = lazy(r"\s(?:of|in|among) (?:(?!and\b|is\b|are\b|was\b|were\b)[^\s,;:%]+ ){1,9}")
"""Between what people suffer from and what became of it: "scores among the nine nurses fell"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, and questions about what is said in it."""

    line: Line
    start: int
    end: int

    @property
    def low(self) -> str:
        """Its words in lower case."""
        return self.line.low[self.start : self.end]

    def says(self, words: WordList) -> bool:
        """Whether any of some words stand in it."""
        return words.search(self.line.low, self.start, self.end) is not None

    @property
    def is_harmless(self) -> bool:
        """Whether its figures are of a kind that is no claim."""
        low = self.low
        return any(p.search(low) for p in PATTERNS) or any(map(self.says, KINDS))

    @property
    def complaints(self) -> list[Placed]:
        """Where it names a disease, a scale, or what people suffer from."""
        line = self.line
        told = (n for n in line.names("outcome") if not set(n.ids) <= _NO_OUTCOMES)
        named = (*line.names("indication"), *line.names("scale"), *told)
        found: list[Placed] = [n for n in named if self.start <= n.start < self.end]
        return found + self.places(COMPLAINT)

    @property
    def given(self) -> list[Placed]:
        """Where it names a treatment."""
        line = self.line
        names = (*line.names("compound"), *line.names("treatment"))
        return sorted((n for n in names if self.start <= n.start < self.end), key=lambda n: n.start)

    def places(self, words: WordList) -> list[Placed]:
        """Where they stand in it."""
        return list(words.finditer(self.line.low, self.start, self.end))

    def tells_better(self, figure: Placed) -> bool:
        """Whether it says that somebody got better, or did not."""
        if self.says(SURE):
            return True
        if any(0 <= figure.start - word.end <= _BESIDE for word in self.places(HELPS)):
            return True
        near = self.complaints
        if any(_NONE.search(self.line.low[self.start : n.start]) for n in near):
            return True
        return any(
            _apart(word, n, figure) <= _CLOSE or _WHOSE.fullmatch(self.line.low, n.end, word.start)
            for word in self.places(LOOSE)
            for n in near
        )


def _apart(one: Placed, other: Placed, figure: Placed) -> int:
    """The characters between two words, those of a figure between them left out."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    within = start <= figure.start and figure.end <= end
    return end - start - (figure.end - figure.start if within else 0)


def clauses(line: Line) -> list[Span]:
    """Where the clauses begin and end, without the words that tell who says so."""
    return line.remembered("clauses", lambda: list(_clauses(line)))


def clause_of(line: Line, figure: Placed) -> Clause:
    """The clause that holds a figure; the sentence, where none does."""
    place = figure.start
    span = next((c for c in clauses(line) if c[0] <= place < c[1]), (0, len(line.text)))
    return Clause(line, *span)


def _clauses(line: Line) -> Iterator[Span]:
    start = 0
    for gap in _BREAK.finditer(line.text):
        yield from _unattributed(line, start, gap.start())
        start = gap.end()
    yield from _unattributed(line, start, len(line.text))


def _unattributed(line: Line, start: int, end: int) -> Iterator[Span]:
    told = _SAID_BEFORE.match(line.low, start, end)
    if told and not _holds_share(line, start, told.end()):
        start = told.end()
    if told := _SAID_AFTER.search(line.low[:end], start):
        end = told.start()
    if start < end:
        yield start, end


def _holds_share(line: Line, start: int, end: int) -> bool:
    shares = (*line.of(Percent), *line.of(Fraction))
    return any(start <= q.start < end for q in shares)
