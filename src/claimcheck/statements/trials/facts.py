"""Facts that a sentence states of a trial, and the question whether a record bears them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, Fraction, Percent
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy


@dataclass(frozen=True, slots=True)
class Check:
    """A fact beside a record: whether they agree, and what the record says.

    `agrees` is None where the record is silent. `elsewhere` tells what else in the record a
    figure is that does not agree, or of which it has nothing. `detail` counts what was said and
    fitted beside the figure itself: group, outcome, time.
    """

    agrees: bool | None
    expected: str = ""
    references: tuple[str, ...] = ()
    elsewhere: str = ""
    detail: int = 0
    sure: bool = False
    """It stands right beside what it is said of."""


SILENT = Check(None)
_LIMITS = frozenset({"more-than", "at-least", "less-than", "at-most"})
_FIGURE = lazy(r"\d[\d,]*(?:\.\d+)?")
_NEAR = 0.12
"""How far from a limit what a record says may be to be what is meant."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stated of a trial at a place in a sentence."""

    start: int
    end: int
    found: str
    """What the sentence says, in a few of its own words."""
    figure: bool = True
    """A number; features only help to tell the trial, and are judged once it is certain."""
    effect: bool = False
    """It says what a treatment does, and wants a source."""
    named: bool = False
    """It can be contradicted only where the sentence itself names the trial."""
    size: bool = False
    """It is a number of people; one that fits any trial that may be meant needs no source."""
    result: bool = False
    """What a trial found: judged as a figure is, but it does not tell which trial is meant."""
    shy: bool = False
    """It can bear out a record, never contradict one."""
    limit: float | None = None
    """The number or percentage above or below which it says that something is."""


def limit_of(stated: Count | Percent | Fraction) -> float | None:
    """The number or percentage that is only said to be a limit."""
    if stated.bound not in _LIMITS:
        return None
    if isinstance(stated, Fraction):
        return float(stated.percent)
    return float(stated.value.value)


def tells(fact: Fact, check: Check) -> bool:
    """Whether an agreement shows which record is meant: nearly all are below "up to 90 %"."""
    if fact.limit is None:
        return True
    known = (float(n.replace(",", "")) for n in _FIGURE.findall(check.expected))
    return any(abs(fact.limit - n) <= _NEAR * fact.limit for n in known)


class Statement(Protocol):
    """Facts that are read together: the figures of one sort in a sentence."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts, in the order of the text."""
        ...

    def check(self, trial: Trial) -> tuple[Check, ...]:
        """Hold every fact against a trial's record."""
        ...


@dataclass(frozen=True, slots=True)
class Single:
    """A statement of one fact."""

    fact: Fact
    recorded: Callable[[Trial], Check]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The one fact."""
        return (self.fact,)

    def check(self, trial: Trial) -> tuple[Check, ...]:
        """Hold it against a trial's record."""
        return (self.recorded(trial),)


def answered(trial: Trial, agrees: bool, words: str, detail: int = 0) -> Check:
    """A check whose source is the trial's publications."""
    return Check(agrees, words, publications(trial), detail=detail if agrees else 0)


def publications(trial: Trial) -> tuple[str, ...]:
    """The references that report a trial, the primary one first."""
    order = {"primary": 0, "follow-up": 1, "secondary": 2}
    ranked = sorted(trial.publications, key=lambda p: order.get(p.role, 3))
    return tuple(p.ref for p in ranked)


def best(readings: Sequence[tuple[Check, ...]]) -> tuple[Check, ...]:
    """Of several readings of the same figures the one that the record bears out best; a figure
    that is just another's there, in its group and at its time, does not speak against one."""
    return max(
        readings,
        key=lambda checks: (
            sum(c.agrees is True for c in checks)
            - sum(c.agrees is False and not c.detail for c in checks),
            sum(c.agrees is True for c in checks),
            sum(c.detail for c in checks),
        ),
    )
