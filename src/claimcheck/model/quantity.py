"""Quantities as texts state them: typed, with their literal text, place and bound.

`Quantity` is a closed union: match on its members. The literal text of a figure holds its cue and
its unit ("week 3", "216 participants", "p < .001") and leaves out the hedge before it, which is
`bound`. Offsets count characters of the text that was read.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.dates import PartialDate
from claimcheck.model.numbers import Number

Bound = Literal["exact", "about", "nearly", "more-than", "at-least", "less-than", "at-most"]
Comparator = Literal["=", "<", ">", "≤", "≥"]
TimeUnit = Literal["minute", "hour", "day", "week", "month", "year"]
Stage = Literal["screened", "enrolled", "randomised", "dosed", "analysed", "completed", "planned"]
OtherKind = Literal[
    "address",
    "citation",
    "code",
    "decade",
    "label",
    "level",
    "list-marker",
    "measure",
    "multiple",
    "ordinal",
    "phone",
    "ratio",
    "scale",
    "statistic",
    "time-of-day",
]

DAYS: dict[TimeUnit, Decimal] = {
    "minute": Decimal(1) / 1440,
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.4375"),
    "year": Decimal("365.25"),
}
"""Length of the units of time in days; months and years are the means of the Julian calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What every quantity has: its literal text, where it stands, and how firmly it is stated."""

    text: str
    start: int
    end: int
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Mention):
    """A number of things; `noun` is None where the text does not name them next to the number."""

    value: Number
    high: Number | None = None
    noun: str | None = None
    """Singular and lower-case: participant, site, country, session…"""
    stage: Stage | None = None
    """The step of a trial, if a participle next to the number names one ("233 randomised")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent(Mention):
    """A percentage, or a difference of two in percentage points."""

    value: Number
    high: Number | None = None
    points: bool = False
    noun: str | None = None
    """What it is a share of, when named ("71% of participants")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraction(Mention):
    """A share given by two numbers: counts (17 of 24) or a fraction of speech (two-thirds)."""

    numerator: Number
    denominator: Number
    rounded: bool = False
    """A fraction of speech (two-thirds, one in three): it does not count anybody."""
    noun: str | None = None

    @property
    def percent(self) -> Decimal:
        """The share in per cent, unrounded."""
        return self.numerator.value * 100 / self.denominator.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Points(Mention):
    """A score, or a difference of scores; `signed` if the text writes plus or minus."""

    value: Number
    high: Number | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectSize(Mention):
    """An effect in a measure of its own: d, g, SMD, ES, OR, HR, RR, RD, NNT, NNH, r."""

    measure: str
    value: Number
    high: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval(Mention):
    """A confidence or credible interval; `level` in per cent, None where it is not given."""

    low: Number
    high: Number
    level: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PValue(Mention):
    """A p value with its comparator."""

    comparator: Comparator
    value: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Mention):
    """A length of time."""

    value: Number
    unit: TimeUnit
    high: Number | None = None

    @property
    def days(self) -> Decimal:
        """The (lower) value in days."""
        return self.value.value * DAYS[self.unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePoint(Mention):
    """A moment counted from another: "week 3", "12 months later", "up to six months"."""

    value: Number
    unit: TimeUnit
    high: Number | None = None
    since: str | None = None
    """What it is counted from, when named ("the second session", "baseline")."""

    @property
    def days(self) -> Decimal:
        """The (lower) value in days."""
        return self.value.value * DAYS[self.unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Mention):
    """A calendar date; `year` is None in "on Nov. 4", `month` and `day` are 0 when unknown."""

    year: int | None
    month: int = 0
    day: int = 0
    part: str | None = None
    """early, mid, late, end, H1, H2, Q1–Q4, spring, summer, autumn, winter: part of the year."""

    @property
    def when(self) -> PartialDate | None:
        """The date as far as it is known; None without a year."""
        return None if self.year is None else PartialDate(self.year, self.month, self.day)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day that can be meant; None without a year."""
        when = self.when
        if when is None:
            return None
        first, last = PART_MONTHS.get(self.part or "", (0, 0))
        if when.month or not first:
            return when.earliest, when.latest
        return PartialDate(when.year, first).earliest, PartialDate(when.year, last).latest


PART_MONTHS = {
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "early": (1, 6),
    "mid": (4, 9),
    "late": (7, 12),
    "end": (10, 12),
    "spring": (3, 6),
    "summer": (6, 9),
    "autumn": (9, 12),
}
"""First and last month that a named part of a year can mean (northern seasons)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose(Mention):
    """An amount of a substance, per body weight or time where `per` says so."""

    value: Number
    unit: str
    """ng, µg, mg, g, ml or IU."""
    high: Number | None = None
    per: str | None = None
    """kg, 70 kg, day…"""
    times: int | None = None
    """How many such doses, when said ("two 25 mg doses", "a single dose of 25 mg")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Mention):
    """A phase of clinical development in the spelling of the records: 1, 1/2, 2a, 2b, 2/3, 3."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Mention):
    """Two numbers of votes; `side` tells what the first one voted for."""

    first: Number
    second: Number
    side: Literal["for", "against"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Mention):
    """A sum of money."""

    value: Number
    currency: str
    high: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(Mention):
    """An age in years."""

    value: Number
    high: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Other(Mention):
    """A number that states no quantity of interest, recognised so that it can be passed over."""

    kind: OtherKind


Quantity = (
    Count
    | Percent
    | Fraction
    | Points
    | EffectSize
    | Interval
    | PValue
    | Duration
    | TimePoint
    | Date
    | Dose
    | Phase
    | Vote
    | Money
    | Age
    | Other
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The quantities of one statement, by their part in it."""

    main: tuple[Quantity, ...] = ()
    """What is stated."""
    interval: Interval | None = None
    p: PValue | None = None
    at: tuple[TimePoint, ...] = ()
    """When it held, unless a time point is itself what is stated."""
