"""The state of trials: to begin, under way, results awaited, a phase not yet reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.statements.decisions import phrases
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

_ONGOING = re.compile(
    r"\b(?:ongoing|on-going|under ?way|in progress|still (?:running|recruiting|enrolling|open)|"
    r"being (?:conducted|"
    r"tested|run|carried out)|continu(?:es|ing) to (?:recruit|enrol)|(?:is|are) (?:now |currently |"
    r"presently |still "
    r"|actively )?(?:recruiting|enroll?ing|conducting|running|carrying out|testing|evaluating|"
    r"sponsoring)|"
    r"currently (?:recruiting|enroll?ing|conducting|running|in phase|testing))\b"
)
_AWAITED = re.compile(
    r"\b(?:results?|data|readouts?|findings|topline|top-line)\b[^.;]{0,70}?\b(?:expected|awaited|"
    r"anticipated|due|"
    r"pending|forthcoming|not (?:yet )?(?:available|published|reported|known|out|been (?:published|"
    r"reported|released))|"
    r"yet to (?:be (?:published|reported|released)|come|report)|still (?:out|to come))\b"
    r"|\b(?:has|have|is|are) (?:not yet|yet to|still to) (?:be )?(?:report(?:ed)?|read out|"
    r"publish(?:ed)?)\b"
    r"|\bwill (?:report|read out|publish|announce)\b|\bawait(?:s|"
    r"ing) (?:the )?(?:\w+ ){0,2}?(?:results|data|readout)\b"
    r"|\bexpect(?:s|ed)? (?:to (?:report|have|announce|release|publish)|topline|top-line|results|"
    r"data)\b"
    r"|\b(?:results|data|readout)\b[^.;]{0,20}\bare (?:not|still)\b"
)
_LATER_DATA = re.compile(
    r"\b(?:long-term|longer-term|follow-up|(?:2[4-9]|[3-9]\d|1\d\d)-week|\d+-month|six-month|"
    r"one-year|12-month|durability|extension|full|"
    r"open-label|part b|additional|further|detailed)\b"
)
_IN_PRINT = re.compile(r"\bpublish|\bpeer|\bjournal|\bin print")
_UNTESTED = re.compile(
    r"\b(?:yet to|not yet|has not|have not|hasn[’']t|haven[’']t|never|"
    r"still to)\b[^.;,]{0,40}?\b(?:test\w*|enter\w*|"
    r"reach\w*|beg[iu]n|start\w*|stud\w*|evaluat\w*|undergo\w*|advance\w*|mov\w*|complete\w*|be|"
    r"been)\b[^.;,]{0,30}?\Z"
    r"|\bno\b[^.;,]{0,12}\Z|\bwithout (?:a |any )?\Z|\bawait(?:s|ing) (?:a |its )?\Z"
)
_UNBEGUN = re.compile(
    r"[^.;,]{0,50}?\b(?:ha(?:s|ve) (?:not yet|yet to|not)|hasn[’']t|"
    r"haven[’']t) (?:yet )?(?:beg[iu]n|start(?:ed)?|"
    r"been (?:started|launched|conducted|done|completed|run))\b"
)
_TO_START = re.compile(
    r"\b(?:will|set to|plans? to|planning to|expected to|expects? to|due to|scheduled to|about to|"
    r"slated to|going to|"
    r"poised to|prepar(?:es|ing) to|hopes? to|intends? to|aims? to|ready to)\s+(?:soon |shortly |"
    r"also |be )?"
    r"(?:begin|beginning|start|starting|launch|launched|kick off|commence|initiate|initiated|"
    r"get under ?way|open|dose)\b"
)
_IN_STAGE = re.compile(
    r"\b(?:in|into|currently in|now in|entered|enters?|entering|reached|reaches|begun|"
    r"started)\s+(?:(?:a|its|the|late-stage|pivotal|two|large) )*\Z"
)
_TRIAL = re.compile(r"\b(?:trials?|stud(?:y|ies)|phase)\b")
_PRESENT = re.compile(r"\b(?:is|are|remains?|currently|now|still)\b")


def stages(passage: Passage) -> Iterator[Opinion]:
    """The opinions on the state in which a sentence says trials are."""
    yield from _awaited(passage)
    yield from _ongoing(passage)
    yield from _to_start(passage)
    yield from _untested(passage)


def _cue(passage: Passage, found: re.Match[str]) -> Cue:
    return Cue("readout", *found.span(), passage.clause_at(found.start()))


def _dismissed(cue: Cue) -> bool:
    """Whether the clause asks, wishes or tells what used to be."""
    before = cue.clause.words[: cue.start]
    return bool(phrases.IDLE.search(before) or phrases.HISTORY.search(cue.clause.words[: cue.end]))


def _ongoing(passage: Passage) -> Iterator[Opinion]:
    for found in _ONGOING.finditer(passage.low):
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
    for found in _AWAITED.finditer(passage.low):
        cue = _cue(passage, found)
        if _dismissed(cue):
            continue
        reference = meant(passage, cue.clause)
        moments = [m for m in near_first(passage, cue) if m.date.year]
        if reported_by(passage, cue, reference):
            yield _overtaken(passage, cue, reference.trials, "reported")
        elif reference.named and _all_passed(passage, moments):
            yield _lapsed(passage, cue, reference.trials, moments)


def reported_by(passage: Passage, cue: Cue, reference: Meant) -> bool:
    """Whether every trial that is meant has reported what is awaited."""
    words = cue.clause.words
    if not reference.trials or _LATER_DATA.search(words):
        return False
    in_print = bool(_IN_PRINT.search(words))
    return all(reported(t, passage.now, in_print=in_print) for t in reference.trials)


def _to_start(passage: Passage) -> Iterator[Opinion]:
    for found in _TO_START.finditer(passage.low):
        cue = _cue(passage, found)
        reference = meant(passage, cue.clause)
        about_trial = reference.named or _TRIAL.search(cue.clause.words)
        if phrases.HISTORY.search(cue.clause.words[: cue.end]) or not about_trial:
            continue
        moments = [m for m in near_first(passage, cue) if m.date.year]
        ahead = moments and not _all_passed(passage, moments)
        if not reference.trials or (ahead and not reference.named):
            continue
        if all(started(t, passage.now) for t in reference.trials):
            yield _overtaken(passage, cue, reference.trials, "begun")
        elif reference.named and _all_passed(passage, moments):
            yield _lapsed(passage, cue, reference.trials, moments)


def _untested(passage: Passage) -> Iterator[Opinion]:
    """ "Has yet to be tested in phase 3", "is now in phase 2"."""
    for phase in passage.reading.of(Phase):
        cue = Cue("readout", phase.start, phase.end, passage.clause_at(phase.start))
        before = cue.clause.words[: phase.start]
        for subject in subjects(passage, cue.clause):
            if subject.whole or _dismissed(cue):
                continue
            if _UNTESTED.search(before) or _UNBEGUN.match(cue.clause.words[phase.end :]):
                yield from _reached(passage, cue, subject, phase)
            elif _IN_STAGE.search(before) and _PRESENT.search(before):
                yield from _at_stage(passage, cue, subject, phase)


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
