"""The state of trials: to begin, under way, results awaited, a phase not yet reached."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.statements.decisions import phrases, trialcues
from claimcheck.statements.decisions.ahead import Ahead, ahead
from claimcheck.statements.decisions.findings import Stated, opinion, stated
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.subjects import Subject, subjects
from claimcheck.statements.decisions.trialsmeant import (
    Meant,
    meant,
    over,
    reported,
    reports_of,
    same_phase,
    started,
)
from claimcheck.statements.nouns import Opinion

_RUNNING = frozenset({"planned", "recruiting"})
"""Trials of which nobody awaits results yet."""


def stages(passage: Passage) -> Iterator[Opinion]:
    """The opinions on the state in which a sentence says trials are."""
    for reader, pieces in _READERS:
        if any(piece in passage.low for piece in pieces.split()):
            yield from reader(passage)


def _cue(passage: Passage, found: re.Match[str]) -> Cue:
    return Cue("readout", *found.span(), passage.clause_at(found.start()))


def _dismissed(cue: Cue) -> bool:
    """Whether the clause asks, wishes or tells what used to be."""
    before = cue.clause.words[: cue.start]
    return bool(phrases.IDLE.search(before) or phrases.HISTORY.search(cue.clause.words[: cue.end]))


def _ongoing(passage: Passage) -> Iterator[Opinion]:
    for found in trialcues.ONGOING.finditer(passage.low):
        cue = _cue(passage, found)
        spirit = modality(cue.clause.words, cue.start, cue.end)
        if spirit.mood != "fact" or spirit.negated or _told_of_past(cue):
            continue
        trials = meant(passage, cue.clause).trials
        ended = [t for t in trials if over(t, passage.now)]
        if trials and len(ended) == len(trials):
            yield _overtaken(passage, cue, ended, "ended")
        elif running := [t for t in trials if started(t, passage.now) and t not in ended]:
            yield opinion(
                "supported",
                _what(passage, cue),
                passage,
                trials=running[:4],
                expected=_state(running),
            )


def _told_of_past(cue: Cue) -> bool:
    return bool(re.search(r"\b(?:was|were|had)\b[^.;]{0,20}\Z", cue.clause.words[: cue.start]))


def _awaited(passage: Passage) -> Iterator[Opinion]:
    for cue in {c.clause: c for c in _awaiting(passage)}.values():
        reference = meant(passage, cue.clause)
        moments = [m for m in near_first(passage, cue) if m.date.year]
        if reported_by(passage, cue, reference):
            yield _overtaken(passage, cue, reference.trials, "reported")
        elif reference.named and reference.trials and _all_passed(passage, moments):
            yield _lapsed(passage, cue, reference.trials, moments)


def _awaiting(passage: Passage) -> Iterator[Cue]:
    """Clauses that say that results are still to come, in whatever order they say it."""
    for found in trialcues.AWAITED.finditer(passage.low):
        cue = _cue(passage, found)
        if not _dismissed(cue):
            yield cue
    for clause in passage.clauses:
        results = trialcues.RESULTS.search(clause.words)
        still = ahead(clause) if results else None
        if results and still and _of_release(clause.words, still):
            yield Cue("readout", *results.span(), clause)


def _of_release(words: str, still: Ahead) -> bool:
    """Whether what is still to come is that results are made public."""
    if trialcues.RELEASED.match(words, still.end):
        return True
    if words[still.start : still.end].startswith("no"):
        return bool(trialcues.MADE_PUBLIC.search(words, still.end))
    return bool(trialcues.TO_COME.search(words[still.start : still.end]))


def reported_by(passage: Passage, cue: Cue, reference: Meant) -> bool:
    """Whether every trial that is meant has reported what is awaited."""
    words = cue.clause.words
    if not reference.trials or trialcues.LATER_DATA.search(words):
        return False
    in_print = bool(trialcues.IN_PRINT.search(trialcues.PUBLISHES.sub("", words)))
    trials = [t for t in reference.trials if reference.named or t.status not in _RUNNING]
    return bool(trials) and all(reported(t, passage.now, in_print=in_print) for t in trials)


def _to_start(passage: Passage) -> Iterator[Opinion]:
    for found in trialcues.TO_START.finditer(passage.low):
        cue = _cue(passage, found)
        reference = meant(passage, cue.clause)
        about_trial = reference.named or trialcues.TRIAL.search(cue.clause.words)
        if phrases.HISTORY.search(cue.clause.words[: cue.end]) or not about_trial:
            continue
        if trialcues.ONE_MORE.search(cue.clause.words):
            continue
        moments = [m for m in near_first(passage, cue) if m.date.year]
        ahead = moments and not _all_passed(passage, moments)
        if not reference.trials or (ahead and not reference.named):
            continue
        begun = [t for t in reference.trials if started(t, passage.now)]
        due = _all_passed(passage, moments) and not reference.named
        if begun and (due or len(begun) == len(reference.trials)):
            yield _overtaken(passage, cue, begun, "begun")
        elif reference.named and _all_passed(passage, moments):
            yield _lapsed(passage, cue, reference.trials, moments)


def _untested(passage: Passage) -> Iterator[Opinion]:
    """ "Has yet to be tested in phase 3", "is now in phase 2"."""
    for phase in passage.reading.of(Phase):
        cue = Cue("readout", phase.start, phase.end, passage.clause_at(phase.start))
        before = cue.clause.words[: phase.start]
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


def _all_passed(passage: Passage, moments: Sequence[Moment]) -> bool:
    return bool(moments) and all(m.passed(passage.now) for m in moments)


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


def _lapsed(
    passage: Passage, cue: Cue, trials: Sequence[Trial], moments: Sequence[Moment]
) -> Opinion:
    passed = f"{moments[0].date.text} has passed; {_state(trials)}"
    return opinion("outdated", _what(passage, cue), passage, trials=trials[:4], expected=passed)


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


_READERS: tuple[tuple[Callable[[Passage], Iterator[Opinion]], str], ...] = (
    (_awaited, "result data readout finding topline report read publi paper"),
    (_ongoing, "going under still being continu recruit current running ducting testing enrol"),
    (_to_start, "begin start launch kick commence initiate under open dose"),
    (_untested, "phase"),
)
"""What is looked for, with pieces of words of which one must be in the sentence."""
