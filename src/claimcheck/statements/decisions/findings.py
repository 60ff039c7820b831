"""Opinions in words: what the draft says, what the records say, from which event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.model.events import Coverage, Event
from claimcheck.model.findings import Suggestion
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.nouns import Opinion, Standing

_LONGEST = 150
_SHOWN = 2
_SENTENCE_END = lazy(r"(?<=[a-z0-9)%])[.;]\s")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of the sentence: where it stands and how messages call it."""

    start: int
    end: int
    said: str


def stated(passage: Passage, start: int, end: int) -> Stated:
    """The stretch of a clause that makes a statement, as the draft words it."""
    words = " ".join(passage.text[start:end].split()).strip(" ,;:()–—-")
    return Stated(start, end, words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")


def opinion(
    standing: Standing,
    what: Stated,
    passage: Passage,
    events: Sequence[Event] = (),
    *,
    expected: str = "",
    trials: Iterable[Trial] = (),
    references: Iterable[str] = (),
    suggestion: Suggestion | None = None,
    remark: str | None = None,
) -> Opinion:
    """The opinion on a statement, with the events and trials that decide it."""
    shown = expected or "; ".join(event_line(e, passage) for e in events[:_SHOWN])
    decisive = [*references, *(r for e in events for r in e.ref)]
    said = what.said.rstrip(".")
    return Opinion(
        standing=standing,
        start=what.start,
        end=what.end,
        found=what.said,
        expected=shown or None,
        message=f"draft: {said}; {shown}" if shown else f"draft: {said}",
        trials=tuple(
            dict.fromkeys([*(t.id for t in trials), *(t for e in events for t in e.trial)])
        ),
        events=tuple(e.id for e in events),
        references=tuple(dict.fromkeys(decisive)),
        suggestion=suggestion,
        remark=remark,
    )


def event_line(event: Event, passage: Passage) -> str:
    """An event in a line: who decided, when, and what it was."""
    return f"{passage.timeline.name(event.agency)} {event.date}: {gist(event.summary)}"


def gist(summary: str) -> str:
    """The first sentence of a summary."""
    text = _SENTENCE_END.split(summary, maxsplit=1)[0].rstrip(".")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def nothing_listed(entry: Coverage, passage: Passage, what: str) -> str:
    """That a complete list holds nothing of the kind."""
    name = passage.timeline.name(entry.agency)
    return f"{name}: no such {what} (list complete to {entry.as_of})"


def at(what: Stated, moment: Moment) -> Stated:
    """The statement marked at its date; a date that stands elsewhere leaves it as it is."""
    return what if moment.start < 0 else replace(what, start=moment.start, end=moment.end)


def redated(moment: Moment, event: Event) -> Suggestion | None:
    """The right date in the precision in which the draft writes one."""
    written, right = moment.date, event.date
    if moment.start < 0:
        return None
    if written.part or (written.month and not right.month) or (written.day and not right.day):
        return None
    year = str(right.year)
    if not written.month:
        return Suggestion(re.sub(r"(?:19|20)\d\d", year, written.text, count=1))
    month = MONTHS[right.month - 1]
    if not written.day:
        return Suggestion(f"{month} {year}")
    first_day = written.text[:1].isdigit()
    return Suggestion(
        f"{right.day} {month} {year}" if first_day else f"{month} {right.day}, {year}"
    )
