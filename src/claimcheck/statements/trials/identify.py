"""Which trials a sentence is about, and how surely.

A trial that is named (by its acronym, its registry number, its first author) is certain. Otherwise
the sentence describes one: substance, disease, sponsor, phase, year, journal. Each description
that fits narrows the choice; one that fits none of the trials left is passed over here, since it
may be the very thing that the sentence has wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from claimcheck.model.quantity import Date, Phase
from claimcheck.model.trials import Trial
from claimcheck.quantity import read
from claimcheck.statements.names import NameKind
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer
from claimcheck.statements.trials.design import same_phase

Certainty = Literal["named", "described", "loose"]
_TRIAL_WORD = re.compile(
    r"\b(?:trial|study|studies|participants|patients|paper|investigators|researchers|cohort|"
    r"people|adults|volunteers|group|arm|response|remission|dose|doses|results?)\b"
)
_WEIGHTS = {"sponsor": 3, "product": 3, "year": 2, "phase": 2, "indication": 1, "compound": 1}
_ENOUGH = 4
"""Weight of descriptions from which the trials that are left may be contradicted."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The trials that a sentence may be about."""

    trials: tuple[Trial, ...]
    certainty: Certainty


NONE = Candidates((), "loose")


def identify(reading: Reading, records: Records) -> Candidates:
    """The trials that fit a sentence and its scope best."""
    layers = reading.scope.layers
    own = _named(layers[0], records)
    if own:
        return Candidates(own, "named")
    for layer in layers[1:]:
        inherited = _compatible(_named(layer, records), reading, records)
        if inherited:
            return Candidates(inherited, "named")
    return _described(reading, records)


def _named(layer: Layer, records: Records) -> tuple[Trial, ...]:
    """The trials that a stretch of text names, or whose publication it cites."""
    found: dict[str, Trial] = {}
    for mention in layer.mentions:
        if mention.kind == "trial" and len(mention.ids) <= 2:
            found.update({i: records.base.trial[i] for i in mention.ids})
        elif mention.kind == "author":
            found.update(
                {t.id: t for ref in mention.ids for t in records.trials_by_reference.get(ref, ())}
            )
    return tuple(found.values())


def _compatible(trials: tuple[Trial, ...], reading: Reading, records: Records) -> tuple[Trial, ...]:
    """The trials of a heading that a sentence below it does not turn away from."""
    scope = reading.scope
    sponsors = set(scope.own_ids("sponsor"))
    compounds = [
        i for i in scope.own_ids("compound") if records.trials_by_compound.get(i) is not None
    ]
    return tuple(
        trial
        for trial in trials
        if (not sponsors or sponsors & set(trial.sponsor))
        and (not compounds or any(_studies(trial, c, records) for c in compounds))
    )


def _studies(trial: Trial, compound: str, records: Records) -> bool:
    used = {*trial.compound, *(a.compound for a in trial.arms if a.compound), *trial.design.control}
    return any(records.compounds.related(compound, u) for u in used)


def _described(reading: Reading, records: Records) -> Candidates:
    trials, weight = _of_compound(reading, records)
    if not trials:
        return NONE
    for name, narrow in _NARROWING:
        kept, own = narrow(reading, trials, records)
        if kept and len(kept) < len(trials):
            trials = kept
            weight += _WEIGHTS[name]
        elif kept and own:
            weight += _WEIGHTS[name]
    sure = weight >= _ENOUGH and _TRIAL_WORD.search(reading.low) is not None
    return Candidates(trials, "described" if sure else "loose")


def _of_compound(reading: Reading, records: Records) -> tuple[tuple[Trial, ...], int]:
    """The trials of the nearest substance that any trial studies; a product weighs more."""
    for layer in reading.scope.layers:
        ids = [i for m in layer.of("compound") for i in m.ids]
        found = {t.id: t for i in ids for t in records.trials_by_compound.get(i, ()) if i in ids}
        if found:
            product = any(len(records.compounds.up(i)) > 1 for i in ids)
            return tuple(found.values()), _WEIGHTS["product" if product else "compound"]
    if reading.scope.ids("sponsor"):
        return records.base.trials, 0
    return (), 0


Narrowing = Callable[[Reading, tuple[Trial, ...], Records], tuple[tuple[Trial, ...], bool]]
"""The trials that fit a description, and whether the sentence itself gives it."""


def _by_names(kind: NameKind, fits: Callable[[Trial, set[str], Records], bool]) -> Narrowing:
    def narrow(
        reading: Reading, trials: tuple[Trial, ...], records: Records
    ) -> tuple[tuple[Trial, ...], bool]:
        for position, layer in enumerate(reading.scope.layers):
            ids = {i for m in layer.of(kind) for i in m.ids}
            kept = tuple(t for t in trials if fits(t, ids, records)) if ids else ()
            if kept:
                return kept, position == 0
        return (), False

    return narrow


def _has_sponsor(trial: Trial, ids: set[str], _: Records) -> bool:
    return bool(ids & set(trial.sponsor))


def _treats(trial: Trial, ids: set[str], records: Records) -> bool:
    return any(records.indications.related(i, t) for i in ids for t in trial.indication)


def _by_phase(
    reading: Reading, trials: tuple[Trial, ...], _: Records
) -> tuple[tuple[Trial, ...], bool]:
    for position, layer in enumerate(reading.scope.layers):
        phases = [q.value for q in read(layer.text) if isinstance(q, Phase)]
        kept = tuple(t for t in trials if t.phase and any(same_phase(p, t.phase) for p in phases))
        if kept:
            return kept, position == 0
    return (), False


def _by_year(
    reading: Reading, trials: tuple[Trial, ...], records: Records
) -> tuple[tuple[Trial, ...], bool]:
    for position, layer in enumerate(reading.scope.layers):
        years = {q.year for q in read(layer.text) if isinstance(q, Date) and q.year}
        kept = tuple(t for t in trials if years & _years(t, records)) if years else ()
        if kept:
            return kept, position == 0
    return (), False


def _years(trial: Trial, records: Records) -> set[int]:
    """The years in which a trial was reported."""
    dates = [trial.dates.readout, trial.dates.published]
    dates += [r.issued for p in trial.publications if (r := records.base.reference.get(p.ref))]
    return {d.year for d in dates if d}


_NARROWING: tuple[tuple[str, Narrowing], ...] = (
    ("sponsor", _by_names("sponsor", _has_sponsor)),
    ("indication", _by_names("indication", _treats)),
    ("phase", _by_phase),
    ("year", _by_year),
)
