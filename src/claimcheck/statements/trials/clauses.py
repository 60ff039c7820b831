"""The clauses of a sentence, to keep apart what is said in them."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.quantity import Fraction, Percent
from claimcheck.patterns import lazy
from claimcheck.statements.trials.line import Line

Span = tuple[int, int]
_BREAK = lazy(
    r"[;:!?]\s+|\.\s+(?=[A-Z])|\s[—–]\s|,?\s(?:but(?! (?:none|not|only|no|just)\b)|while|whereas|"
    r"although|though|because(?! of))\s|,\s(?:and|so|which|yet|at an? (?:cost|price))\s(?!\w+ing\b)"
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


def clauses(line: Line) -> list[Span]:
    """Where the clauses begin and end, without the words that tell who says so."""
    return line.remembered("clauses", lambda: list(_clauses(line)))


def clause_of(line: Line, place: int) -> Span:
    """The clause that holds a place; the sentence, where none does."""
    return next((c for c in clauses(line) if c[0] <= place < c[1]), (0, len(line.text)))


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
