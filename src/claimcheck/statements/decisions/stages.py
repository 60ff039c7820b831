"""A phase that a treatment is said to be in, or not to have reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases, trialcues
from claimcheck.statements.decisions.findings import Stated, opinion, stated
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.steps import reported, started
from claimcheck.statements.decisions.subjects import Subject, subjects
from claimcheck.statements.decisions.trialsmeant import reports_of, same_phase
from claimcheck.statements.nouns import Opinion

_MORE = lazy(r"\b(?:another|further|additional|third|fourth|next|new|more)(?: [\w-]+){0,2} \Z")
"""Right before a phase: a trial beside those that are known."""
_HAD = lazy(r"\b(?:had|hadn't)\b")


def _dismissed(cue: Cue) -> bool:
    """Whether the clause asks, wishes or tells what used to be."""
    before = cue.clause.words[: cue.start]
    words = cue.clause.words
    told = phrases.HISTORY.search(words[: cue.end]) or _HAD.search(words)
    return bool(told or phrases.IDLE.search(before))


def stages(passage: Passage) -> Iterator[Opinion]:
    """ "Has yet to be tested in phase 3", "is now in phase 2": how far a substance has come."""
    if "phase" not in passage.low:
        return
    for phase in passage.reading.of(Phase):
        cue = Cue("readout", phase.start, phase.end, passage.clause_at(phase.start))
        before = cue.clause.words[: phase.start]
        if _MORE.search(before):
            continue
        if trialcues.BEYOND.search(before) or trialcues.WON.search(cue.clause.words):
            continue
        for subject in subjects(passage, cue.clause):
            if subject.whole or _dismissed(cue):
                continue
            if _not_yet(before, cue.clause.words[phase.end :]):
                yield from _reached(passage, cue, subject, phase)
            elif trialcues.IN_STAGE.search(before) and trialcues.PRESENT.search(before):
                yield from _at_stage(passage, cue, subject, phase)


def _not_yet(before: str, after: str) -> bool:
    """Whether a phase between these words is said to be still ahead."""
    if trialcues.UNTESTED.search(before) or trialcues.UNBEGUN.match(after):
        return True
    return bool(trialcues.IN_STAGE.search(before) and phrases.FORECAST.search(before))


def _reached(passage: Passage, cue: Cue, subject: Subject, phase: Phase) -> Iterator[Opinion]:
    trials = [t for t in _of(passage, subject) if same_phase(phase.value, t.phase)]
    begun = [t for t in trials if started(t, passage.now)]
    if "complete" in cue.clause.words:
        begun = [t for t in begun if reported(t, passage.now)]
    if begun:
        yield _overtaken(passage, cue, begun, "begun")


def _at_stage(passage: Passage, cue: Cue, subject: Subject, phase: Phase) -> Iterator[Opinion]:
    """In a phase now: right if a trial of it has begun and none of a later one."""
    trials = [t for t in _of(passage, subject) if t.phase and started(t, passage.now)]
    if passage.mentions("trial", cue.clause) or passage.mentions("sponsor", cue.clause):
        return
    here = [t for t in trials if same_phase(phase.value, t.phase)]
    later = [t for t in trials if _number(t.phase) > _number(phase.value) and t.phase != "4"]
    if later and _number(phase.value):
        yield _overtaken(passage, cue, later, "begun")
    elif here:
        yield opinion(
            "supported", _what(passage, cue), passage, trials=here[:4], expected=_state(here)
        )


def _number(phase: str | None) -> int:
    return max((int(c) for c in phase or "" if c.isdigit()), default=0)


def _of(passage: Passage, subject: Subject) -> Sequence[Trial]:
    up = passage.records.indications.up
    found = {
        t.id: t for c in subject.compounds for t in passage.records.trials_by_compound.get(c, ())
    }
    return [
        t
        for t in found.values()
        if not t.parent
        and (
            not subject.indications
            or any(i in up(own) for i in subject.indications for own in t.indication)
        )
    ]


def _what(passage: Passage, cue: Cue) -> Stated:
    return stated(passage, cue.clause.start, cue.clause.end)


def _overtaken(passage: Passage, cue: Cue, trials: Sequence[Trial], verb: str) -> Opinion:
    return opinion(
        "outdated",
        _what(passage, cue),
        passage,
        trials=trials[:4],
        references=reports_of(trials[:4]),
        expected=f"{verb}: {_state(trials)}",
    )


def _state(trials: Sequence[Trial]) -> str:
    return "; ".join(f"{t.name} ({_milestones(t)})" for t in trials[:3])


def _milestones(trial: Trial) -> str:
    dates = trial.dates
    known = [
        ("began", dates.start),
        ("first results", dates.readout),
        ("published", dates.published),
    ]
    told = ", ".join(f"{word} {when}" for word, when in known if when)
    return told or f"status: {trial.status}"
