"""Trials beside their registrations: every field that differs, with both values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.catalogue.columns import Column
from claimcheck.catalogue.names import Names, registration_address
from claimcheck.classes import dataclass
from claimcheck.compare.registrations import differences
from claimcheck.model.base import Base
from claimcheck.model.evidence import Missing, RegisteredTrial, TrialFound, TrialLookup, Unavailable
from claimcheck.model.trials import Trial
from claimcheck.statements.names import NameIndex, name_table
from claimcheck.statements.records import Family

_PREFIX = "NCT"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A field of a trial that is another in its registration."""

    trial: str
    number: str
    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing trials with their registrations."""

    compared: int
    """Registrations that were compared."""
    deviations: tuple[Deviation, ...]
    unchecked: tuple[Unavailable, ...]
    """Registrations that could not be had."""
    unread: tuple[tuple[str, str], ...]
    """Trials whose registered conditions the vocabulary does not know, with those conditions."""
    unregistered: int
    """Trials without an id of this registry."""


DEVIATION_COLUMNS: tuple[Column[Deviation], ...] = (
    Column(key="trial", title="Trial", value=lambda d: d.trial, narrowest=12),
    Column(
        key="registry",
        title="Registry",
        value=lambda d: d.number,
        narrowest=11,
        link=registration_address,
    ),
    Column(key="field", title="Field", value=lambda d: d.field, narrowest=9),
    Column(key="ours", title="Here", value=lambda d: d.ours, narrowest=10),
    Column(key="theirs", title="Registered", value=lambda d: d.theirs, narrowest=10),
)


def numbers_of(trials: Iterable[Trial]) -> tuple[str, ...]:
    """The ids of trials at ClinicalTrials.gov, each once."""
    ids = (number for trial in trials for number in _numbers(trial))
    return tuple(dict.fromkeys(ids))


def _numbers(trial: Trial) -> Iterator[str]:
    yield from (number for number in trial.registry if number.upper().startswith(_PREFIX))


def compare_registrations(
    trials: Sequence[Trial], answers: Mapping[str, TrialLookup], base: Base
) -> Comparison:
    """Enrolment, phase, status and conditions of each trial beside its registration.

    An estimated enrolment and an unknown status contradict nothing. A record that follows up a
    trial under the same id is not what was registered, and is left to its parent.
    """
    judge = _Judge(base)
    found: list[Deviation] = []
    unread: list[tuple[str, str]] = []
    compared = 0
    for trial in trials:
        for number in _own_numbers(trial, base):
            match answers.get(number):
                case TrialFound(record=record):
                    compared += 1
                    found += (
                        Deviation(trial.id, number, *d) for d in judge.deviations(trial, record)
                    )
                    unread += judge.unread(trial, record)
                case Missing():
                    found.append(Deviation(trial.id, number, "registration", number, "no such id"))
                case _:
                    continue
    unchecked = tuple(a for a in answers.values() if isinstance(a, Unavailable))
    without = sum(not any(_numbers(trial)) for trial in trials)
    return Comparison(compared, tuple(found), unchecked, tuple(unread), without)


def _own_numbers(trial: Trial, base: Base) -> Iterator[str]:
    parent = base.trial.get(trial.parent or "")
    inherited = parent.registry if parent else ()
    yield from (number for number in _numbers(trial) if number not in inherited)


def _differ(ours: str, theirs: str) -> bool:
    return "unknown" not in {ours, theirs} and ours != theirs


class _Judge:
    def __init__(self, base: Base) -> None:
        self._names = Names(base)
        self._index = NameIndex(name_table(base))
        self._family = Family(base.vocabulary.indications)

    def deviations(self, trial: Trial, record: RegisteredTrial) -> Iterator[tuple[str, str, str]]:
        """Field, our value and theirs."""
        for found in differences(trial, record):
            yield found.name, found.ours, found.theirs
        if record.status and _differ(trial.status, record.status):
            yield "status", trial.status, record.status
        theirs = self._conditions(record)
        if theirs and not any(self._related(ours, theirs) for ours in trial.indication):
            names = (self._names.full("indications", ident) for ident in trial.indication)
            yield "conditions", ", ".join(names), ", ".join(record.conditions)

    def unread(self, trial: Trial, record: RegisteredTrial) -> Iterator[tuple[str, str]]:
        if record.conditions and not self._conditions(record):
            yield trial.id, ", ".join(record.conditions)

    def _conditions(self, record: RegisteredTrial) -> frozenset[str]:
        mentions = (m for text in record.conditions for m in self._index.find(text))
        return frozenset(ident for m in mentions if m.kind == "indication" for ident in m.ids)

    def _related(self, ours: str, theirs: Iterable[str]) -> bool:
        return any(self._family.related(ours, other) for other in theirs)
