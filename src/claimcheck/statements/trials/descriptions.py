"""Trials that a sentence describes without naming them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.people import words_of
from claimcheck.statements.trials.telltales import told
from claimcheck.statements.trials.traits import (
    FEATURES,
    Feature,
    controlled_by,
    has_sponsor,
    is_on,
    layers_of,
    narrow_diseases,
    treats,
    year_clashes,
)
from claimcheck.statements.trials.turning import turns_away

_TRIAL_WORD = lazy(
    r"\b(?:trials?|stud(?:y|ies)|pilots?|experiment|participants|patients|paper|investigators|"
    r"researchers|"
    r"scientists|cohort|"
    r"people|adults|volunteers|veterans|smokers|drinkers|groups?|arms?|response|responded|"
    r"remission|doses?|"
    r"results?|randomi[sz]ed|published|enrolled|recruited|endpoint|end point|outcome|beat|beaten|"
    r"comparison|"
    r"outperform\w*)\b"
)
_THE_TRIAL = lazy(
    r"(?:\b(?:the|this|its|their|his|her)|[’']s?)\s+(?!(?:(?:first|second)(?! phase)|only|"
    r"largest|next|latest|previous|earlier)\b)(?:[\w.,’'-]+\s+){0,7}?(?:trial|study|pilot|experiment|comparison)\b"
    r"(?!\s+(?:team|group|site|drug|protocol))"
)
_FEW = 2
"""A substance with so few trials points at them as a product does."""
Strength = Literal["called", "described", "likely", "loose"]
"""A trial is called by a definite description that fits it alone, or described by more or less."""
_MISFIT = 6
"""What a description loses by each name in the sentence that makes it one of another trial."""
_AND = lazy(r"\)?(?: \([^)]*\))? (?:and|with) (?:an? |the )?")
ENOUGH = 6
"""Weight of descriptions from which the trials that are left may be contradicted."""


def described(line: Line) -> tuple[tuple[Trial, ...], Strength]:
    """The trials that fit every description, and how surely one of them is meant."""
    return line.remembered("described", lambda: _described(line))


def _described(line: Line) -> tuple[tuple[Trial, ...], Strength]:
    trials, weight, telling = narrowed(line)
    plain = telling and _TRIAL_WORD.search(line.low) is not None
    return trials, _strength(line, trials, weight) if plain else "loose"


def narrowed(line: Line) -> tuple[tuple[Trial, ...], int, bool]:
    """The trials that fit every description, how much was described, and whether it points."""
    trials, weight, telling = _of_compound(line)
    if not trials:
        return (), 0, False
    if pointed := told(line, trials):
        trials, weight, telling = pointed[0], weight + pointed[1], True
    fitted: set[Feature] = set()
    own = ((feature, line.alone) for feature in FEATURES if feature.first)
    for feature, where in (*own, *((feature, line) for feature in FEATURES)):
        if feature not in fitted and (kept := feature.fit(where, trials)):
            fitted.add(feature)
            trials, weight = kept, weight + feature.weight
            telling = telling or feature.tells
    trials = _first_reports(line, trials)
    if len(trials) == 1 and controlled_by(line, trials) and not turns_away(line):
        weight, telling = weight + 2, True
    return trials, weight - _MISFIT * misfits(line, trials), telling


def misfits(line: Line, trials: tuple[Trial, ...]) -> int:
    """How many things that are named fit none of these trials: who ran it, two diseases at once."""
    records = line.records
    runs = set(line.ids("sponsor"))
    foreign = runs and not any(has_sponsor(t, runs, records) for t in trials if t.sponsor)
    more = any(
        _is_half_on(trial, pair, layer.text, records)
        for layer in line.scope.layers
        for pair in _together(layer)
        for trial in trials
    )
    return bool(foreign) + more


def _is_half_on(trial: Trial, pair: Sequence[Mention], text: str, records: Records) -> bool:
    """Whether a trial was in one of two diseases, and its record says nothing of the other."""
    words = words_of(trial, records)
    named = (text[m.start : m.end].lower() in words or is_on(trial, m.ids, records) for m in pair)
    return len(set(named)) > 1


def _together(layer: Layer) -> Iterator[tuple[Mention, Mention]]:
    """The diseases that a stretch of text names in one breath: "in PTSD and alcohol use"."""
    for one, other in pairwise(layer.of("indication")):
        if _AND.fullmatch(layer.text, one.end, other.start):
            yield one, other


def _strength(line: Line, trials: tuple[Trial, ...], weight: int) -> Strength:
    """How surely one of the trials left is meant, by what points at them."""
    clash = year_clashes(line, trials)
    alone = weight >= ENOUGH - 1 and len(trials) == 1 and _THE_TRIAL.search(line.low)
    if alone and _is_consistent(line, trials[0]):
        return "called"
    if weight >= ENOUGH and len(trials) <= 4 and not clash:
        return "described"
    return "likely" if weight >= ENOUGH - 2 and len(trials) <= 2 and not clash else "loose"


def _is_consistent(line: Line, trial: Trial) -> bool:
    """Whether nothing that a sentence names makes it another trial of the same people."""
    records = line.records
    diseases = [m for layer in line.scope.layers for m in layer.of("indication")]
    in_these = [treats(trial, set(m.ids), records) for m in diseases]
    names = " ".join((trial.name, *trial.aliases)).lower()
    own = [
        treats(trial, set(m.ids), records) or line.low[m.start : m.end] in names
        for m in line.names("indication")
    ]
    runs = [has_sponsor(trial, set(m.ids), records) for m in line.names("sponsor")]
    gives = [any(records.gave(trial, i) for i in m.ids) for m in line.names("compound")]
    return (
        any(in_these or [True])
        and any(own or [True])
        and any(runs or [True])
        and any(gives or [True])
    )


def _first_reports(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """Without the follow-ups of trials that fit too, unless a follow-up is spoken of."""
    if "follow" in line.low:
        return trials
    ids = {trial.id for trial in trials}
    return tuple(t for t in trials if t.parent not in ids)


def _of_compound(line: Line) -> tuple[tuple[Trial, ...], int, bool]:
    """The trials of the nearest substance that any trial studies; a product tells by itself."""
    records = line.records
    for layer in line.scope.layers:
        ids = [i for m in layer.of("compound") for i in m.ids]
        found = {t.id: t for i in ids for t in records.trials_by_compound.get(i, ())}
        if found:
            product = any(len(records.compounds.up(i)) > 1 for i in ids) or len(found) <= _FEW
            return tuple(found.values()), 4 if product else 1, product
        if ids and used(records).isdisjoint(ids):
            return (), 0, False
    narrow = records.remembered("narrow", lambda: narrow_diseases(records))
    for diseases in layers_of(line, "indication"):
        own = tuple(t for t in records.base.trials if diseases & narrow & set(t.indication))
        if 0 < len(own) <= _FEW:
            return own, 1, True
    told_of = line.ids("indication") or controlled_by(line, records.base.trials)
    if line.scope.ids("sponsor") or (told_of and _THE_TRIAL.search(line.low)):
        return records.base.trials, 0, False
    if (pointed := told(line, records.base.trials)) and pointed[1] > ENOUGH - 2:
        return pointed[0], 1 - ENOUGH // 2, False
    return (), 0, False


def used(records: Records) -> frozenset[str]:
    """The substances that any trial gave, or that its people took, and what they are forms of."""
    return records.remembered("used", lambda: _used(records))


def _used(records: Records) -> frozenset[str]:
    given = {one for t in records.base.trials for one in records.given(t)}
    named = (m for t in records.base.trials for m in records.names.find(t.name))
    taken = {i for m in named if m.kind == "compound" for i in m.ids}
    return frozenset(wide for i in given | taken for wide in records.compounds.up(i))
