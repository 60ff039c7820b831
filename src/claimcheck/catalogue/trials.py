"""Which trials: filters over the records of a base."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from claimcheck.catalogue.designs import DesignWord
from claimcheck.catalogue.lookup import Lookup, choose
from claimcheck.catalogue.results import has_results
from claimcheck.classes import dataclass
from claimcheck.errors import UsageError
from claimcheck.model.base import Base
from claimcheck.model.dates import PartialDate
from claimcheck.model.trials import Status, Trial
from claimcheck.model.vocabulary import Term, Vocabulary
from claimcheck.patterns import lazy

STATUSES: tuple[str, ...] = get_args(Status)
STAGES = ("randomised", "enrolled", "dosed", "analysed", "completed", "planned")
"""The numbers of participants in the order in which one of them stands for the trial's size."""
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_PHASE = lazy(r"(?:phase\s*)?([1-4]|iv|i{1,3})([ab]?)", re.IGNORECASE)
_NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What trials are asked for, in words as people type them; None asks for nothing."""

    compound: str | None = None
    """A compound, or failing that a trial, by any of its names."""
    indication: str | None = None
    sponsor: str | None = None
    phase: str | None = None
    status: str | None = None
    design: tuple[str, ...] = ()
    """Each must apply: "randomised", "double-blind", "crossover", a control."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    registry_id: str | None = None
    has_results: bool | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The trials found, in the order of the file, and what should be said of the search."""

    trials: tuple[Trial, ...]
    undated: int = 0
    """Trials left out because they have no date to compare."""
    compared: tuple[Trial, ...] = ()
    """Trials in which what was asked for is given only as a comparator."""
    compounds: frozenset[str] = frozenset()
    """Ids of the compounds asked for."""
    indications: frozenset[str] = frozenset()
    """Ids of the conditions asked for."""


def select_trials(base: Base, wanted: Wanted) -> Selection:
    """The trials that meet every condition; raises UsageError for names that mean nothing."""
    checks = _Checks(base, wanted)
    meeting = [trial for trial in base.trials if checks.met_by(trial)]
    studied = [t for t in meeting if not checks.compounds or checks.compounds & set(t.compound)]
    dated = [trial for trial in studied if _within(trial, wanted)]
    return Selection(
        tuple(dated),
        undated=sum(date_of(trial) is None for trial in studied) if _has_dates(wanted) else 0,
        compared=() if studied else tuple(t for t in meeting if checks.is_comparator(t)),
        compounds=checks.compounds,
        indications=checks.indications,
    )


class _Checks:
    """The conditions with their names looked up; dates and compound are judged by the caller."""

    def __init__(self, base: Base, wanted: Wanted) -> None:
        vocabulary = base.vocabulary
        controls = (*vocabulary.controls, *vocabulary.compounds)
        self.compounds, self._trials = _meant(base, wanted.compound)
        self.indications = _ids(indication_lookup(vocabulary), wanted.indication)
        self._sponsors = _ids(Lookup("sponsor", vocabulary.sponsors), wanted.sponsor)
        self._phases = None if wanted.phase is None else _phases(wanted.phase)
        self._statuses = _statuses(wanted.status)
        self._designs = [DesignWord(text, controls) for text in wanted.design]
        self._registry = None if wanted.registry_id is None else _registry(wanted.registry_id)
        self._has_results = wanted.has_results

    def met_by(self, trial: Trial) -> bool:
        return all(
            (
                not self._trials or trial.id in self._trials,
                not self.indications or bool(self.indications & set(trial.indication)),
                not self._sponsors or bool(self._sponsors & set(trial.sponsor)),
                self._phases is None or any(phase_fits(trial.phase, p) for p in self._phases),
                self._statuses is None or trial.status in self._statuses,
                all(design.fits(trial) for design in self._designs),
                self._registry is None or _is_registered(trial, self._registry),
                self._has_results is None or self._has_results == has_results(trial),
            )
        )

    def is_comparator(self, trial: Trial) -> bool:
        return any(arm.compound in self.compounds for arm in trial.arms)


def compound_lookup(vocabulary: Vocabulary) -> Lookup:
    """Finder of compounds, also by the names of their classes."""
    return Lookup("compound", vocabulary.compounds, vocabulary.treatments)


def indication_lookup(vocabulary: Vocabulary) -> Lookup:
    """Finder of conditions."""
    return Lookup("indication", vocabulary.indications)


def trial_lookup(base: Base) -> Lookup:
    """Finder of trials, by id, name, alias and registry id."""
    entries = [Term(id=t.id, name=t.name, synonyms=(*t.aliases, *t.registry)) for t in base.trials]
    return Lookup("trial", entries)


def _meant(base: Base, text: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The compounds that a name means, or else the trials."""
    none = frozenset[str]()
    if text is None:
        return none, none
    try:
        return compound_lookup(base.vocabulary).find(text), none
    except UsageError:
        try:
            return none, trial_lookup(base).find(text)
        except UsageError:
            pass
        raise


def _ids(lookup: Lookup, text: str | None) -> frozenset[str]:
    return frozenset() if text is None else lookup.find(text)


def _statuses(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else choose("--status", text, STATUSES)


def _phases(text: str) -> list[str]:
    """`2b`, `II`, `phase 2/3`, `none` → our spelling; raises UsageError."""
    phases = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        numbers = [_PHASE.fullmatch(number.strip()) for number in part.split("/")]
        if part.lower() != _NONE and not all(numbers):
            raise UsageError(f"--phase: {part!r} is no phase (1, 2, 2a, 2b, 1/2, 3, 4, none)")
        shown = [_ROMAN.get(n[1].lower(), n[1]) + n[2].lower() for n in numbers if n]
        phases.append("/".join(shown) or _NONE)
    if not phases:
        raise UsageError("--phase: names no phase")
    return phases


def phase_fits(phase: str | None, wanted: str) -> bool:
    """Whether a trial's phase is the one asked for: 2 takes in 2a, 2b, 1/2 and 2/3."""
    if phase is None or wanted == _NONE:
        return phase is None and wanted == _NONE
    parts = phase.split("/")
    return phase == wanted or any(part in {wanted, wanted + "a", wanted + "b"} for part in parts)


def _registry(text: str) -> tuple[str, ...]:
    ids = tuple(filter(None, (_plain(part) for part in text.split(","))))
    if not ids:
        raise UsageError("--registry-id: names no id")
    return ids


def _plain(registry_id: str) -> str:
    return re.sub(r"[^0-9a-z]", "", registry_id.lower())


def _is_registered(trial: Trial, wanted: tuple[str, ...]) -> bool:
    """A whole id, or the beginning of one (`ISRCTN`)."""
    ids = [_plain(registry_id) for registry_id in trial.registry]
    return any(ident.startswith(part) for ident in ids for part in wanted)


def date_of(trial: Trial) -> PartialDate | None:
    """Publication, else first result, else end, else start, else registration."""
    dates = trial.dates
    return (
        dates.published
        or dates.readout
        or dates.primary_completion
        or dates.completion
        or dates.start
        or dates.registered
    )


def _has_dates(wanted: Wanted) -> bool:
    return wanted.since is not None or wanted.until is not None


def _within(trial: Trial, wanted: Wanted) -> bool:
    """Whether the trial's date can lie between the two; a year is any of its days."""
    if not _has_dates(wanted):
        return True
    when = date_of(trial)
    since = wanted.since.earliest if wanted.since else date.min
    until = wanted.until.latest if wanted.until else date.max
    return when is not None and when.latest >= since and when.earliest <= until


def size_of(trial: Trial) -> tuple[int, str] | None:
    """The number that stands for a trial's size, and what it counts (`STAGES`)."""
    for stage in STAGES:
        number = getattr(trial.sizes, stage)
        if number is not None:
            return number, stage
    return None
