"""The day by which an agency was to decide on an application that it had taken up."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.findings import Stated, opinion
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.nouns import Opinion, Standing

_KINDS = frozenset({"acceptance"})
_TARGET = lazy(
    r"\b(?:(?:target|action|goal|decision|pdufa|review)(?: (?:action|goal|decision))? (?:date|day|"
    r"deadline)|(?:decision|ruling|verdict|answer)\b[^.;]{0,40}?\b(?:was|is|had been) (?:due|set|"
    r"scheduled|expected)|had until|set itself a deadline|deadline)\b"
)
_RECORDED = lazy(r"\b(?:target|goal) date of ")
_REACH = 40


def targets(passage: Passage) -> Iterator[Opinion]:
    """The opinions on the target dates that a sentence gives."""
    found = _TARGET.search(passage.low)
    if found is None:
        return
    near = (d for d in passage.reading.of(Date) if 0 <= d.start - found.end() <= _REACH and d.day)
    written = next(near, None)
    day = written and (written.month, written.day)
    for event in _accepted(passage) if written else ():
        if written and (right := _target(event)):
            fits = day == (right.month, right.day) and written.year in (None, right.year)
            standing: Standing = "supported" if fits else "contradicted"
            what = Stated(written.start, written.end, written.text)
            yield opinion(standing, what, passage, (event,))


def _accepted(passage: Passage) -> Iterator[Event]:
    """The applications that were taken up, on the treatment or of the company spoken of."""
    up = passage.records.compounds.up
    related = passage.timeline.sponsors.related
    compounds = {m.ids[0] for m in passage.scope.nearest("compound")}
    holders = {m.ids[0] for m in passage.scope.nearest("sponsor")}
    for event in passage.timeline.of(_KINDS):
        if any(n in up(c) for n in compounds for c in event.compound) or (
            not compounds and any(related(h, e) for h in holders for e in event.holder)
        ):
            yield event


def _target(event: Event) -> Date | None:
    """The target date that the record of an application tells."""
    found = _RECORDED.search(event.summary)
    dates = read(event.summary[found.end() :]) if found else ()
    return next((d for d in dates if isinstance(d, Date) and d.day), None)
