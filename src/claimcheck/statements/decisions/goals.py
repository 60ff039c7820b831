"""The day by which an agency means to decide: "with a PDUFA date of 11 August 2024".

It is no date of the acceptance that sets it, and none of a decision. A record tells it in its
summary.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.dates import PartialDate
from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.findings import Stated, opinion
from claimcheck.statements.decisions.goaldates import is_goal
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import related, spoken_of
from claimcheck.statements.nouns import Opinion

_KINDS = frozenset({"acceptance"})
_ELSEWHERE = lazy(r"\b(?:supplement\w*|snda|extended|extension|moved|pushed|delayed|new|second)\b")
"""What tells of another goal than the first of an application."""


def goals(passage: Passage) -> Iterator[Opinion]:
    """The opinions on days that a sentence gives as the goal of a review."""
    written = [d for d in passage.reading.of(Date) if is_goal(passage.low, d.start, d.end)]
    if not written or _ELSEWHERE.search(passage.low):
        return
    named = spoken_of(passage)
    known = [(e, day) for e in passage.timeline.of(_KINDS) if (day := _goal_of(e))]
    meant = [(e, day) for e, day in known if named and related(passage, named, e.compound)]
    for date in written:
        if len(meant) != 1 or date.span is None:
            continue
        event, day = meant[0]
        fits = day.earliest <= date.span[1] and date.span[0] <= day.latest
        what = Stated(date.start, date.end, date.text)
        yield opinion("supported" if fits else "contradicted", what, passage, (event,))


def _goal_of(event: Event) -> PartialDate | None:
    """The goal that the summary of an acceptance tells."""
    low = event.summary.lower()
    found = (q for q in read(event.summary) if isinstance(q, Date))
    return next((q.when for q in found if is_goal(low, q.start, q.end)), None)
