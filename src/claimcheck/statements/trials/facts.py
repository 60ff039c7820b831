"""A fact that a sentence states of a trial, and the question whether a record bears it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from claimcheck.model.trials import Trial
from claimcheck.statements.records import Records


@dataclass(frozen=True, slots=True)
class Check:
    """A fact beside a record: whether they agree, and what the record says.

    `agrees` is None where the record is silent. `elsewhere` marks a figure that the record holds
    for another group, outcome or time point.
    """

    agrees: bool | None
    expected: str = ""
    references: tuple[str, ...] = ()
    elsewhere: str = ""


SILENT = Check(None)


class Fact(Protocol):
    """Something stated of a trial at a place in a sentence.

    `figure` facts want a source when no record backs them; the others only help to tell which
    trial is meant, and can be contradicted once that is certain.
    """

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def found(self) -> str: ...  # noqa: D102
    @property
    def figure(self) -> bool: ...  # noqa: D102

    def check(self, trial: Trial, records: Records) -> Check:
        """Hold the fact against a trial's record."""
        ...


def publications(trial: Trial) -> tuple[str, ...]:
    """The references that report a trial, the primary one first."""
    order = {"primary": 0, "follow-up": 1, "secondary": 2}
    ranked = sorted(trial.publications, key=lambda p: order.get(p.role, 3))
    return tuple(p.ref for p in ranked)


def listed(parts: Sequence[str]) -> str:
    """Texts in a row: "a, b or c", each once."""
    distinct = list(dict.fromkeys(part for part in parts if part))
    if len(distinct) < 2:
        return "".join(distinct)
    return f"{', '.join(distinct[:-1])} or {distinct[-1]}"
