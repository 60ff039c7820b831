"""Results of trials: when they were made public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.dates import PartialDate
from claimcheck.model.trials import Trial
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.steps import READOUT, milestones, public_days
from claimcheck.statements.decisions.trialsmeant import meant, phases_of, same_phase
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.trials.traits import has_sponsor


def readouts(passage: Passage) -> Iterator[Opinion]:
    """The opinions on the dates at which results are said to have come out."""
    for cue in passage.of_kind("readout"):
        spirit = modality(cue.clause.words, cue.start, cue.start)
        spans = [
            m.date.span for m in near_first(passage, cue) if m.date.year and m.relation == "on"
        ]
        if spirit.mood != "fact" or spirit.negated or len(spans) != 1 or spans[0] is None:
            continue
        trials, sure = _trials(passage, cue)
        first, last = spans[0]
        fitting = [
            t
            for t in trials
            if any(d.earliest <= last and first <= d.latest for d in _days(passage, t))
        ]
        what = stated(passage, cue.clause.start, cue.clause.end)
        told = milestones(fitting or trials)
        if fitting:
            yield opinion("supported", what, passage, trials=fitting, expected=told)
        elif sure and trials:
            yield opinion("contradicted", what, passage, trials=trials, expected=told)


def _days(passage: Passage, trial: Trial) -> Iterator[PartialDate]:
    """The days on which a trial's results came out, those on its papers included."""
    yield from public_days(trial, passage.timeline)
    known = passage.records.base.reference
    for publication in trial.publications:
        reference = known.get(publication.ref)
        if reference and reference.issued:
            yield reference.issued


def _trials(passage: Passage, cue: Cue) -> tuple[tuple[Trial, ...], bool]:
    """The trials whose results a cue can mean, and whether it must be theirs."""
    named = meant(passage, cue.clause)
    if named.named and named.trials:
        return named.trials, len(named.trials) == 1 and named.trials[0].dates.readout is not None
    known, phases = passage.records.base.trial, phases_of(passage, cue.clause)
    found = {
        ident: known[ident]
        for party in parties(passage, cue)
        for event in passage.timeline.find(party.wanted(READOUT))
        for ident in event.trial
        if not phases or any(same_phase(p, known[ident].phase) for p in phases)
    }
    runs = [{*m.ids} for m in passage.mentions("sponsor")]
    theirs = all(has_sponsor(t, ids, passage.records) for t in found.values() for ids in runs)
    if found and runs:
        found |= {t.id: t for t in known.values() if _is_theirs(t, runs, phases, passage)}
    return tuple(found.values()), bool(phases) and len(found) == 1 and theirs


def _is_theirs(
    trial: Trial, runs: Sequence[set[str]], phases: Sequence[str], passage: Passage
) -> bool:
    """Whether a trial in one of some phases is of all that ran it, by a sentence."""
    theirs = all(has_sponsor(trial, ids, passage.records) for ids in runs)
    return theirs and any(same_phase(p, trial.phase) for p in phases)
