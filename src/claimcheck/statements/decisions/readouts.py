"""First results of trials: when they were made public."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.dates import PartialDate
from claimcheck.model.events import Event
from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.moments import Moment, nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.trialsmeant import meant, same_phase
from claimcheck.statements.nouns import Opinion

KINDS = frozenset({"readout"})


def readouts(passage: Passage) -> Iterator[Opinion]:
    """The opinions on the dates at which results are said to have come out."""
    for cue in passage.of_kind("readout"):
        spirit = modality(cue.clause.words, cue.start, cue.start)
        if spirit.mood != "fact" or spirit.negated:
            continue
        moments = [m for m in near_first(passage, cue) if m.date.year]
        named = meant(passage, cue.clause) if len(moments) == 1 else None
        if named and named.named and len(named.trials) == 1:
            yield from _by_record(passage, cue, named.trials[0], moments[0])
        for party in parties(passage, cue) if len(moments) == 1 else ():
            yield from _judged(passage, cue, party, moments[0])


def _by_record(passage: Passage, cue: Cue, trial: Trial, written: Moment) -> Iterator[Opinion]:
    """The results of a trial that is named: at one of the dates of its record?"""
    days = [d for d in (trial.dates.readout, trial.dates.published) if d]
    later = {e.date for e in passage.timeline.of(KINDS) if trial.id in e.trial}
    span = written.date.span
    if not trial.dates.readout or span is None or written.relation != "on":
        return
    what = stated(passage, cue.clause.start, cue.clause.end)
    if any(d.earliest <= span[1] and span[0] <= d.latest for d in (*days, *later)):
        yield opinion("supported", what, passage, trials=(trial,))
    elif span[1] < trial.dates.readout.earliest:
        told = f"{trial.name}: first results {trial.dates.readout}"
        yield opinion("contradicted", what, passage, trials=(trial,), expected=told)


def _judged(passage: Passage, cue: Cue, party: Party, written: Moment) -> Iterator[Opinion]:
    found = [e for e in passage.timeline.find(party.wanted(KINDS)) if _of_phase(passage, cue, e)]
    fitting = [e for e in found if written.fits(e) or _told(passage, e, written)]
    what = stated(passage, cue.clause.start, cue.clause.end)
    if fitting:
        yield opinion("supported", what, passage, fitting)
    elif found and _narrow(passage, cue, found) and written.relation == "on":
        event = nearest(found, (written,))
        yield opinion("contradicted", what, passage, (event,) if event else ())


def _of_phase(passage: Passage, cue: Cue, event: Event) -> bool:
    """Whether the event's trials are those of the trial or the phase that the clause names."""
    trials_meant = meant(passage, cue.clause)
    if trials_meant.named:
        return any(t.id in event.trial for t in trials_meant.trials)
    phases = [p for p in passage.reading.of(Phase) if cue.clause.holds(p.start, p.end)]
    trials = [passage.records.base.trial[i] for i in event.trial]
    return not phases or any(same_phase(p.value, t.phase) for p in phases for t in trials)


def _narrow(passage: Passage, cue: Cue, found: list[Event]) -> bool:
    """Whether it is certain which results are meant: a trial by name, or one of its phase."""
    if meant(passage, cue.clause).named:
        return True
    phased = any(cue.clause.holds(p.start, p.end) for p in passage.reading.of(Phase))
    return phased and len(found) == 1


def _told(passage: Passage, event: Event, written: Moment) -> bool:
    """Whether the trials of an event gave results, or were published, at the written date."""
    trials = [passage.records.base.trial[i] for i in event.trial]
    days: list[PartialDate | None] = [
        d for t in trials for d in (t.dates.readout, t.dates.published)
    ]
    span = written.date.span
    return span is not None and any(
        d and d.earliest <= span[1] and span[0] <= d.latest for d in days
    )
