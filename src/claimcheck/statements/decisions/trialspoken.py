"""Which trials a clause means that says how far they are."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.patterns import SEASON
from claimcheck.statements.decisions.trialsmeant import (
    Meant,
    meant,
    phases_of,
    points_back,
    same_phase,
)
from claimcheck.statements.trials.descriptions import misfits, narrowed
from claimcheck.statements.trials.identify import Subject, identify
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.traits import sized

_MORE = lazy(
    r"\b(?:another|further|additional|next|more|again|new|follow-up|confirmatory|upcoming|future|"
    r"separate|other|larger|bigger|(?<!the )(?:third|fourth))\b(?! (?:york|mexico|zealand|jersey|"
    r"years?|months?|weeks?|"
    r"quarter|half|spring|summer|autumn|fall|winter|than))"
)
"""A trial beside those that are known."""
_MANY = lazy(
    r"\b(?:many|several|various|some|dozens of|hundreds of|most|numerous|all|other|a number of|"
    r"two|three|four|five|(?<!phase )\d+) (?:[\w-]+ ){0,3}?(?:trials|studies)\b|\A\W*(?:\w+ "
    r")?(?:trials|studies)\b"
)
_DEFINITE = lazy(
    r"(?:\b(?:the|this|its|their|our)|'s?)\s+(?:[\w-]+\s+){0,6}?(?:trial|study|pilot|comparison|"
    r"experiment)\b"
)
_PURPOSE = lazy(
    r"\b(?:trials?|study|studies|pilots?|programme|program|results?)\b[^.;]{0,40}? (?:for|in)\s+"
    r"(?:the treatment of\s+|treating\s+)?(?:(?:[\w-]+\s+)?(?:people|patients|adults|participants|"
    r"volunteers|those|veterans|women|men)\s+with\s+)?(?P<what>[a-z][\w'-]*(?: [\w'-]+){0,3})"
    r"|\b(?:people|patients|adults|participants|volunteers|those|veterans|women|men) with\s+"
    r"(?P<people>[a-z][\w'-]*(?: [\w'-]+){0,3})"
)
_OPEN = lazy(
    r"(?:the|a|an|for|by|before|its|their|this|that|these|those|people|patients|adults|participants|volunteers|"
    r"veterans|women|men|clinicians|smokers|smoking|drinkers|drinking|any|about|some|only|more|up|early|mid|late|phase|"
    r"which|whom|who|results?|psychotherapy|therapy|placebo|first|second|third|fourth|next|part|"
    r"progress|full|may|due|course|total|north|south|europe|all|each|several|one|two|three|four|"
    rf"five|six|ten|twelve|\d+|no|long|single|{SEASON}|[a-z]+(?:teen|ty))\b"
)
STUDY = lazy(
    r"\b(?:trials?|stud(?:y|ies)|phase|pilots?|comparison|experiment|enroll?\w*|recruit\w*|"
    r"screening|participants?|patients?|volunteers|results?|data|readouts?|top-?line|findings|"
    r"answer|starts?|launch|dos(?:e|ing)|published|publication|peer|placebo|extension|researchers|"
    r"scientists|investigators|team|numbers|programme|program|it)\b"
)
"""What a part of a text on a trial speaks of."""
_NO_SUBJECT = lazy(r"\W*(?:and|but|or)\s+(?:is|are|has|have|will|remains?)\b")
_AGAINST = lazy(r"\b(?:against|versus|vs\.?|compared (?:with|to)) (?:an? |the )?\Z")
_AS_CONTROL = lazy(r" as (?:an? |the |its )?(?:[\w-]+ )?(?:comparator|control|placebo)\b")
_SURE = 6
_SOME = 3


def spoken_of(passage: Passage, clause: Clause) -> Meant:
    """The trials that a clause means; `named` where it is sure that no others are meant."""
    found = _spoken_of(passage, clause)
    if passage.mentions("trial", clause) or phases_of(passage, clause):
        return found
    phases = _phases_before(passage)
    kept = tuple(t for t in found.trials if not (phases and t.phase) or _is_in(t, phases))
    return Meant(kept, found.named and bool(kept)) if kept != found.trials else found


def _phases_before(passage: Passage) -> tuple[str, ...]:
    """The phases that the nearest sentence before, or heading, names."""
    for layer in passage.scope.layers[1:]:
        if "phase" in layer.text.lower():
            return tuple(q.value for q in read(layer.text) if isinstance(q, Phase))
    return ()


def _spoken_of(passage: Passage, clause: Clause) -> Meant:
    reference = meant(passage, clause)
    if reference.named and reference.trials:
        fitting = _comparing(passage, clause, reference.trials)
        return reference if fitting else Meant((), False)
    foreign = tuple(unknown_purposes(passage, clause))
    if _MANY.search(clause.words):
        return Meant((), False) if foreign else _of_phase(passage, clause, reference)
    more = _more(passage, clause)
    line = Line(passage.reading, passage.records)
    inside = line.part(clause.start, clause.end)
    for part in (inside, line):
        subject = identify(part)
        if part is line and subject.certainty == "own" and not _follows(passage, clause):
            continue
        if subject.trials and _is_sure(subject, part, _words(passage, clause), more=more):
            kept = _fitting(passage, clause, subject.trials)
            kept = tuple(t for t in kept if all(w in _called(t) for w in foreign))
            exact = sized(part, kept) if subject.certainty != "own" else ()
            trials = _in_phase(passage, clause, exact or kept)
            sure = len(trials) == 1 or subject.certainty in {"own", "near"}
            return Meant(trials, sure)
    return Meant((), False) if more or foreign or misfits(line, reference.trials) else reference


def _words(passage: Passage, clause: Clause) -> str:
    """A clause, or the whole sentence where the clause has no subject: "and is ongoing"."""
    return passage.low if _NO_SUBJECT.match(clause.words) else clause.words


def _fitting(passage: Passage, clause: Clause, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials in a disease, of a substance and with a comparator that the clause names, if it
    names any."""
    records = passage.records
    ill = [i for m in passage.mentions("indication", clause) for i in m.ids]
    studied = [
        i
        for m in passage.mentions("compound", clause)
        for i in m.ids
        if i in records.trials_by_compound
    ]
    related, up = records.indications.related, records.compounds.up

    def fits(trial: Trial) -> bool:
        given = {*trial.compound, *trial.design.control, *(a.compound for a in trial.arms)}
        known = {i for g in given if g for i in up(g)}
        treats = not ill or any(related(i, own) for i in ill for own in trial.indication)
        return treats and all(i in known for i in studied)

    return tuple(t for t in _comparing(passage, clause, trials) if fits(t))


def _comparing(passage: Passage, clause: Clause, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials with every comparator that the clause calls one."""
    low = passage.low
    compared = {
        i
        for m in (*passage.mentions("control", clause), *passage.mentions("compound", clause))
        for i in m.ids
        if _AGAINST.search(low, 0, m.start) or _AS_CONTROL.match(low, m.end)
    } - {"placebo"}
    return tuple(t for t in trials if not t.design.control or compared <= {*t.design.control})


def _of_phase(passage: Passage, clause: Clause, described: Meant) -> Meant:
    """All known trials of the phase of which a clause speaks in the plural."""
    phases = phases_of(passage, clause)
    trials = identify(Line(passage.reading, passage.records)).trials if phases else ()
    kept = tuple(t for t in trials if _is_in(t, phases))
    return Meant(kept or (described.trials if phases else ()), False)


def _in_phase(passage: Passage, clause: Clause, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """Those of the phase that the clause names, else others of the same treatment in it."""
    phases = phases_of(passage, clause)
    if not phases or any(_is_in(t, phases) for t in trials):
        return tuple(t for t in trials if not phases or _is_in(t, phases))
    by = passage.records.trials_by_compound
    others = {t.id: t for known in trials for c in known.compound for t in by.get(c, ())}
    diseases = {i for t in trials for i in t.indication}
    return tuple(t for t in others.values() if _is_in(t, phases) and diseases & set(t.indication))


def _is_in(trial: Trial, phases: tuple[str, ...]) -> bool:
    return any(same_phase(p, trial.phase) for p in phases)


def _follows(passage: Passage, clause: Clause) -> bool:
    """Whether a clause without a trial's name goes on about the one named before it."""
    names = [m for kind in ("compound", "indication") for m in passage.mentions(kind, clause)]
    return not names or points_back(clause.words)


def _is_sure(subject: Subject, line: Line, words: str, *, more: bool) -> bool:
    """Whether one of the trials found must be meant."""
    if subject.certainty == "own":
        return True
    if subject.certainty == "near":
        return not more and (subject.going_on or STUDY.search(words) is not None)
    weight = narrowed(line)[1]
    if more:
        return weight >= _SURE + 2 and len(subject.trials) == 1
    if subject.certainty in {"called", "described", "likely"}:
        return True
    if len(sized(line, subject.trials)) == 1 and weight >= _SOME:
        return True
    if len(subject.trials) > 1 or weight < _SOME:
        return False
    return weight >= _SURE or bool(_DEFINITE.search(words) or sized(line, subject.trials))


def unknown_purposes(passage: Passage, clause: Clause) -> Iterator[str]:
    """The first words of purposes, or of people, that the vocabulary does not know."""
    named = passage.scope.own.mentions
    for found in _PURPOSE.finditer(clause.words):
        group = "what" if found["what"] else "people"
        start, end = found.span(group)
        known = any(m.start < end and start < m.end for m in named)
        if not known and not _OPEN.match(found[group]):
            yield found[group].split(" ", 1)[0]


def _called(trial: Trial) -> str:
    return " ".join((trial.name, *trial.aliases)).lower()


def _more(passage: Passage, clause: Clause) -> bool:
    """Whether a clause speaks of a trial beside those that are known."""
    named = passage.scope.own.mentions
    return any(
        not any(m.start <= found.start() < m.end for m in named)
        for found in _MORE.finditer(clause.words)
    )
