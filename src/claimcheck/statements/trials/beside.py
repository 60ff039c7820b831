"""What was taken or done beside the drug: an antidepressant, another medicine, a therapy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records, listed
from claimcheck.statements.trials.design import Recorded, stated
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.people import words_of

_ON_TOP = lazy(
    r"\b(?:on top of|in addition to|added to|alongside|together with|combined with|add-on to|"
    r"while (?:also )?(?:on|taking|staying on)|(?:keep|kept) (?:on )?taking|"
    r"continu\w+(?: on| with)?|"
    r"(?:maintained|stabili[sz]ed|remain\w*|stay\w*|kept) on|already (?:on|taking|treated with))\s+"
    r"(?:(?:an?|the|their|his|her|usual|daily|stable|standard|maintenance|doses?|of|course)\s+)*\Z"
)
"""What leads to a medicine that people went on with."""
_PILL = (
    r"(?:antidepressants?(?! (?:effects?|responses?|activity|actions?|benefits?|properties|"
    r"efficacy|arm|group|trials?))|antidepressant (?:drugs?|medications?|medicines?|pills?)|"
    r"s[sn]ris?)\b"
)
_BETWEEN = (
    r"(?:(?!(?:fail\w*|tried|resist\w+|at|least|more|previous|prior|old|two|or|past)\b)[\w-]+ )"
)
_WITHOUT = lazy(
    rf"\b(?:without|no|off|stop(?:ped|ping)?|taper\w*|wean\w*|discontinu\w+|quit|gave up|give up|"
    rf"free of|washed out|cease\w*) {_BETWEEN}{{0,4}}{_PILL}"
    r"|\b(?:as (?:an? )?(?:monotherapy|sole treatment)|on its own|by itself|on their own|"
    r"stand-?alone)\b"
)
_WITH = lazy(
    rf"\b(?:on|with|plus|and|alongside|besides?|kept|keep\w*|continu\w+|stay\w*|remain\w*|add\w*|"
    rf"began|begin\w*|start\w*|took|taking|onto|to|combined|together with|on top of)"
    rf" {_BETWEEN}{{0,4}}{_PILL}|\b{_PILL} (?:was|were) (?:\w+ ){{0,3}}?(?:alongside|as well|too)\b"
)
_NOT_SAID = lazy(
    r"\b(?:if|would|should|could|may|might|compar\w+|versus|vs|against|than|respon\w+|unlike|"
    r"before (?:the|they|taking part|joining|enrol\w+)|previous\w*|whether|approv\w+|licen\w+|"
    r"label\w*|studies|trials)\b"
)
_RECORDED = lazy(
    rf"\b(?:with|beside|continuing|added to) (?:an? )?(?:(?:new|oral|other) )*(?:{_PILL}|treatment|"
    r"usual care|usual medicine|standard care)"
)
_RECORDED_NOT = lazy(rf"\bno {_PILL}|\bmonotherapy\b")
_THERAPY = "psychotherapy"
_NO_THERAPY = lazy(
    r"\b(?:no|without(?: any)?) (?:psychotherap\w+|(?:talk |talking )?therapy|psychological "
    r"(?:support|therapy|treatment))\b"
)
_ON_THE_DAY = lazy(
    r"\b(?:there was|with|plus|included|received|got|had|and|alongside) (?:an? )?(?:\w+ )?"
    r"(?:psychotherapy|talk therapy)\b"
)


def beside_facts(line: Line) -> Iterator[Single]:
    """What a sentence says was taken or done beside the drug, or was not."""
    for mention in (*line.names("compound"), *line.names("control")):
        if _ON_TOP.search(line.before(mention, 60)):
            yield stated(line, mention, partial(_taken_beside, line, mention))
    if _NOT_SAID.search(line.segment):
        return
    for mention in line.names("control"):
        if is_therapy(mention, line.records):
            yield stated(line, mention, partial(_form, line.records, mention))
    for pattern, said, known in (
        (_WITHOUT, False, _antidepressant),
        (_WITH, True, _antidepressant),
        (_NO_THERAPY, False, _therapy),
        (_ON_THE_DAY, True, _therapy),
    ):
        if at := next(line.says(pattern), None):
            yield stated(line, at, partial(_judged, known, said))
            if not said:
                return


def _taken_beside(line: Line, mention: Mention, trial: Trial) -> tuple[bool, str] | None:
    """Hold a medicine against the one that the record says was gone on with."""
    records = line.records
    own = " ".join((trial.name, *trial.aliases))
    others = [m for m in records.names.find(own) if m.kind in {"compound", "control"}]
    kept = listed(sorted({own[m.start : m.end] for m in others if not _is_used(m, trial, records)}))
    if not kept or _is_used(mention, trial, records):
        return None
    named = records.names.find(words_of(trial, records))
    return any(set(m.ids) & set(mention.ids) for m in named if m.kind == mention.kind), kept


def _is_used(mention: Mention, trial: Trial, records: Records) -> bool:
    """Whether a trial tested something or compared with it."""
    families, used = (records.compounds, records.controls), records.given(trial)
    return any(f.related(i, u) for f in families for i in mention.ids for u in used)


def is_therapy(mention: Mention, records: Records) -> bool:
    """Whether a name is that of one form of psychotherapy."""
    return all(_THERAPY in records.controls.up(i) - {i} for i in mention.ids)


def _form(records: Records, mention: Mention, trial: Trial) -> tuple[bool, str] | None:
    """Hold a form of therapy against those that a record names; it may name none."""
    known = records.remembered(("therapies", trial.id), lambda: _forms_of(trial, records))
    if not known:
        return None
    return bool(known & set(mention.ids)), records.called("controls", sorted(known))


def _forms_of(trial: Trial, records: Records) -> frozenset[str]:
    """The forms of psychotherapy that the record of a trial names."""
    texts = (trial.name, *trial.aliases, trial.formulation, trial.design.note)
    own = ". ".join(t for t in (*texts, *(a.name for a in trial.arms)) if t)
    found = (m for m in records.names.find(own) if m.kind == "control" and is_therapy(m, records))
    return frozenset(i for m in found for i in m.ids)


def _judged(known: Recorded, said: bool, trial: Trial) -> tuple[bool, str] | None:
    """Whether what is recorded goes with what is said."""
    answer = known(trial)
    return None if answer is None else (answer[0] == said, answer[1])


def _antidepressant(trial: Trial) -> tuple[bool, str] | None:
    """Whether a record says that an antidepressant was taken too; None if it is silent."""
    own = " ".join((trial.formulation or "", trial.name)).lower()
    if "alone or" in own:
        return None
    for pattern, taken in ((_RECORDED_NOT, False), (_RECORDED, True)):
        if found := pattern.search(own):
            return taken, found.group()
    return None


def _therapy(trial: Trial) -> tuple[bool, str] | None:
    """That a record knows of no psychotherapy; where it does not deny one, it is silent."""
    found = _NO_THERAPY.search((trial.design.note or "").lower())
    return (False, found.group()) if found else None
