"""Whether an antidepressant was taken beside the drug, and where there was no therapy beside it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line

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
    rf" {_BETWEEN}{{0,4}}{_PILL}"
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
_DENIED = lazy(
    r"\b(?:not(?! (?:given|assigned|offered|on)\b)|no|never|without|nor|neither|before|"
    r"previous\w*|prior|fail\w*|"
    r"tried|such as|like|"
    r"instead of|rather than|e\.g\.)\b[^;.,]{0,30}\Z"
)
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
    low = line.segment
    if _NOT_SAID.search(low):
        return
    for mention in line.names("control"):
        before = line.low[max(0, mention.start - 40) : mention.start]
        if is_therapy(mention, line.records) and not _DENIED.search(before):
            name = line.text[mention.start : mention.end]
            yield feature(mention.start, mention.end, name, _form(line, mention))
    for pattern, said, recorded in (
        (_WITHOUT, False, _antidepressant),
        (_WITH, True, _antidepressant),
        (_NO_THERAPY, False, _therapy),
        (_ON_THE_DAY, True, _therapy),
    ):
        found = pattern.search(line.low)
        if found and line.holds(Tag(*found.span(), "")):
            words = line.text[slice(*found.span())]
            yield feature(*found.span(), words, _judged(recorded, said))
            if not said:
                return


def is_therapy(mention: Mention, records: Records) -> bool:
    """Whether a name is that of one form of psychotherapy."""
    return all(_THERAPY in records.controls.up(i) - {i} for i in mention.ids)


def _form(line: Line, mention: Mention) -> Recorded:
    """Hold a form of therapy against those that a record names; it may name none."""
    records = line.records

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        known = records.remembered(("therapies", trial.id), lambda: _forms_of(trial, records))
        if not known:
            return None
        names = {t.id: t.name for t in records.base.vocabulary.controls}
        return bool(known & set(mention.ids)), listed(sorted(names[i] for i in known))

    return recorded


def _forms_of(trial: Trial, records: Records) -> frozenset[str]:
    """The forms of psychotherapy that the record of a trial names."""
    texts = (trial.name, *trial.aliases, trial.formulation, trial.design.note)
    own = ". ".join(t for t in (*texts, *(a.name for a in trial.arms)) if t)
    found = (m for m in records.names.find(own) if m.kind == "control" and is_therapy(m, records))
    return frozenset(i for m in found for i in m.ids)


def _judged(known: Recorded, said: bool) -> Recorded:
    """Whether what is recorded goes with what is said."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        answer = known(trial)
        return None if answer is None else (answer[0] == said, answer[1])

    return recorded


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
