"""When something was decided: the dates that a sentence writes, held against those of an event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.dates import PartialDate
from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy

Relation = Literal["on", "by", "after"]

_BEFORE = lazy(r"\b(?:by|before|prior to|as of|until|till|up to)(?: the (?:end|start) of)? ?\Z")
_AFTER = lazy(r"\b(?:after|later than) ?\Z")
_TOOK_UNTIL = lazy(r"\b(?:took|needed|had to wait|not)\b[^.;]{0,40}?\b(?:until|till) (?:the )?\Z")
"""Before a date: what took until then was done then."""
_REACH = 24

_Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Now:
    """The day a text speaks from: between its first and its last possible day."""

    first: date
    last: date

    @classmethod
    def of(cls, when: PartialDate | date) -> Now:
        """From a date of which perhaps only the year is known."""
        if isinstance(when, PartialDate):
            return cls(when.earliest, when.latest)
        return cls(when, when)


@dataclass(frozen=True)
class Moment:
    """A written date with the way it bounds the event."""

    date: Date
    relation: Relation

    @property
    def start(self) -> int:
        """Offset in the sentence."""
        return self.date.start

    @property
    def end(self) -> int:
        """Offset in the sentence."""
        return self.date.end

    @cached_property
    def span(self) -> _Span | None:
        """The first and the last day that can be meant; None without a year."""
        return self.date.span

    def fits(self, event: Event) -> bool:
        """Whether the event, decided or announced, can have been then."""
        return any(self._fits(when) for when in dates_of(event))

    def _fits(self, when: PartialDate) -> bool:
        span = self.span
        if span is None:
            return _same_day(self.date, when)
        if self.relation == "by":
            return when.earliest <= span[1]
        if self.relation == "after":
            return when.latest >= span[0]
        return when.earliest <= span[1] and span[0] <= when.latest

    def passed(self, now: Now) -> bool:
        """Whether the last day it can mean lies before the day the text speaks from."""
        return self.span is not None and self.span[1] < now.first


def dates_of(event: Event) -> tuple[PartialDate, ...]:
    """The days under which an event may be told: decided, announced."""
    return (event.date, event.announced) if event.announced else (event.date,)


def moment(text: str, found: Date) -> Moment:
    """A written date with its relation, read from the words before it (in lower case)."""
    before = text[max(0, found.start - _REACH) : found.start]
    if _AFTER.search(before):
        return Moment(found, "after")
    if _TOOK_UNTIL.search(text[: found.start]):
        return Moment(found, "on")
    by = _BEFORE.search(before) or found.text.lower().startswith("by ")
    return Moment(found, "by" if by else "on")


def nearest(events: Iterable[Event], moments: Iterable[Moment]) -> Event | None:
    """The event closest to the written dates; the last one where no year is written."""
    spans = [m.span for m in moments if m.span]
    if not spans:
        return max(events, key=lambda e: e.date, default=None)
    wanted = spans[0][0]
    return min(events, key=lambda e: abs((e.date.earliest - wanted).days), default=None)


def _same_day(written: Date, when: PartialDate) -> bool:
    """Whether a date without a year can be this one."""
    return (written.month in (0, when.month) and 0 in (written.day, when.day)) or (
        (written.month, written.day) == (when.month, when.day)
    )
