"""Whether what a text states is what a record holds, by arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Final

from claimcheck.classes import dataclass
from claimcheck.model.dates import PartialDate
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import (
    Age,
    Count,
    Date,
    Dose,
    Duration,
    EffectSize,
    Fraction,
    Interval,
    Percent,
    Phase,
    Points,
    PValue,
    Quantity,
    TimePoint,
    Vote,
)
from claimcheck.quantity.moments import same_date, same_time
from claimcheck.quantity.tolerance import Known, counts_as, holds

SPOKEN: Final = Decimal(2)
"""Percentage points by which a fraction of speech may miss the record without a hedge."""
_CENTUM: Final = 100
"""The whole of "so many in a hundred"."""
_MICROGRAMS: Final = {
    "ng": Decimal("0.001"),
    "µg": Decimal(1),
    "mg": Decimal(1000),
    "g": Decimal(10**6),
}
_PER_KILOGRAM: Final = {"kg": 1, "70 kg": 70, "60 kg": 60, "80 kg": 80}
_DOSE_ROUNDING: Final = Decimal("0.05")
"""Share by which doses may differ that are converted between bases of body weight."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """A recorded proportion: how many of how many, a percentage, or both."""

    count: int | None = None
    of: int | None = None
    percent: Number | None = None

    @property
    def exact(self) -> Decimal | None:
        """The unrounded percentage, where both counts are known."""
        if self.count is None or not self.of:
            return None
        return Decimal(self.count) * 100 / self.of

    def known(self) -> tuple[Known, ...]:
        """The percentage, by each way it is recorded."""
        return self._known

    @cached_property
    def _known(self) -> tuple[Known, ...]:
        exact = () if self.exact is None else (Known.exactly(self.exact),)
        return exact if self.percent is None else (*exact, Known.printed(self.percent))


Recorded = Number | Share | PartialDate | Quantity


def agrees(stated: Quantity, recorded: Recorded) -> bool | None:
    """Whether `stated` is what is `recorded`; None where the two do not compare or cannot tell.

    Counts match exactly, measures at the precision stated (halves either way); "about", "around"
    and "nearly" allow 5 % or the rounding shown; "more than" and "up to" are inequalities. A
    difference stated without a sign is compared by size ("a 6.6-point greater reduction").
    """
    if isinstance(recorded, Number):
        return _agrees_with_number(stated, recorded)
    if isinstance(recorded, Share):
        return _agrees_with_share(stated, recorded)
    if isinstance(recorded, PartialDate | Date):
        return same_date(stated, recorded) if isinstance(stated, Date) else None
    return _agrees_with_quantity(stated, recorded)


def _agrees_with_number(stated: Quantity, recorded: Number) -> bool | None:
    match stated:
        case Count(noun=None) if stated.value.decimals or recorded.decimals or recorded.value < 0:
            return holds(
                stated.bound, stated.value, stated.high, Known.printed(recorded).magnitude()
            )
        case Count():
            return counts_as(stated.bound, stated.value, stated.high, Known.exactly(recorded.value))
        case Percent(points=False) | Fraction():
            return _agrees_with_share(stated, Share(percent=recorded))
        case Points(signed=True):
            return holds(stated.bound, stated.value, stated.high, Known.printed(recorded))
        case Points() | Percent() | Age():
            return holds(
                stated.bound, stated.value, stated.high, Known.printed(recorded).magnitude()
            )
        case EffectSize():
            size = Number(abs(stated.value.value), stated.value.literal)
            return holds(stated.bound, size, stated.high, Known.printed(recorded).magnitude())
        case _:
            return None


def _agrees_with_share(stated: Quantity, recorded: Share) -> bool | None:
    match stated:
        case Percent(points=False):
            return _any(
                holds(stated.bound, stated.value, stated.high, known) for known in recorded.known()
            )
        case Fraction(rounded=True):
            return _any(_speaks_of(stated, known) for known in recorded.known())
        case Fraction():
            return _same_fraction(stated, recorded)
        case Count(noun=None) if recorded.percent is not None:
            of_percent = holds(
                stated.bound, stated.value, stated.high, Known.printed(recorded.percent)
            )
            return _any([of_percent, _same_count(stated, recorded)])
        case Count():
            return _same_count(stated, recorded)
        case _:
            return None


def _same_count(stated: Count, recorded: Share) -> bool | None:
    if recorded.count is None:
        return None
    return counts_as(stated.bound, stated.value, stated.high, Known.exactly(recorded.count))


def _same_fraction(stated: Fraction, recorded: Share) -> bool | None:
    """Whether a count out of a total is the recorded one."""
    if stated.bound != "exact":
        share = Number(stated.percent.quantize(Decimal("0.01")))
        return _any(holds(stated.bound, share, None, known) for known in recorded.known())
    if recorded.count is None or recorded.of is None:
        return None if recorded.percent is None else recorded.percent.rounds_from(stated.percent)
    above, below = int(stated.numerator.value), int(stated.denominator.value)
    if below == _CENTUM != recorded.of:  # a percentage in other words
        return _any(holds("exact", stated.numerator, None, known) for known in recorded.known())
    if (above, below) == (recorded.count, recorded.of):
        return True
    same = recorded.of > 0 and above * recorded.of == recorded.count * below
    return None if same else False


def _speaks_of(stated: Fraction, known: Known) -> bool | None:
    """Whether a fraction of speech ("two-thirds") fits a percentage.

    Hedged it reaches half-way to the next simple fraction; bare, two percentage points, and
    between the two nothing is decided.
    """
    share = stated.percent
    if stated.bound not in ("exact", "about", "nearly"):
        return holds(stated.bound, Number(share), None, known)
    distance = max(known.low - share, share - known.high, Decimal(0))
    reach = _reach(int(stated.numerator.value), int(stated.denominator.value))
    if distance <= (SPOKEN if stated.bound == "exact" else reach):
        return True
    return None if distance <= reach else False


def _reach(above: int, below: int) -> Decimal:
    """Half the way, in percentage points, from a fraction to the next simple one."""
    if below > 10:
        return Decimal(50) / below
    distances = (
        abs(Decimal(above) / below - Decimal(part) / whole)
        for whole in (2, 3, 4, below)
        for part in range(whole + 1)
        if above * whole != part * below
    )
    return min(distances) * 50


def _agrees_with_quantity(stated: Quantity, recorded: Quantity) -> bool | None:
    match stated, recorded:
        case (TimePoint() | Duration(), TimePoint() | Duration()):
            return same_time(stated, recorded)
        case (Phase(), Phase()):
            return _same_phase(stated.value, recorded.value)
        case (Dose(), Dose()):
            return _same_dose(stated, recorded)
        case (Vote(), Vote()):
            return _same_vote(stated, recorded)
        case (PValue(), PValue()):
            return _same_p(stated, recorded)
        case (Interval(), Interval()):
            return _same_interval(stated, recorded)
        case (_, Fraction(rounded=False)):
            above, below = int(recorded.numerator.value), int(recorded.denominator.value)
            return _agrees_with_share(stated, Share(count=above, of=below))
        case (_, Count(high=None) | Points(high=None) | Percent(high=None) | EffectSize(high=None)):
            return _agrees_with_number(stated, recorded.value)
        case _:
            return None


def _same_phase(stated: str, recorded: str) -> bool | None:
    """Phase 2 covers 2a and 2b; a combined phase neither confirms nor refutes its parts."""
    if stated == recorded or recorded.rstrip("abc") == stated:
        return True
    parts = set(recorded.split("/")) | {part.rstrip("abc") for part in recorded.split("/")}
    if "/" in recorded or "/" in stated:
        shared = parts & (
            set(stated.split("/")) | {part.rstrip("abc") for part in stated.split("/")}
        )
        return None if shared else False
    return None if recorded == stated.rstrip("abc") else False


def _same_dose(stated: Dose, recorded: Dose) -> bool | None:
    if stated.times and recorded.times and stated.times != recorded.times:
        return False
    ours, theirs = _per_kilogram(stated), _per_kilogram(recorded)
    if ours is None or theirs is None or (stated.per is None) != (recorded.per is None):
        return None
    if stated.bound != "exact" or stated.per != recorded.per:
        return abs(ours - theirs) <= theirs * _DOSE_ROUNDING
    if stated.high is None and recorded.high is not None:
        return None
    return ours == theirs and (stated.high is None or stated.high == recorded.high)


def _per_kilogram(dose: Dose) -> Decimal | None:
    """The amount in micrograms, per kilogram where it goes by body weight."""
    if dose.unit not in _MICROGRAMS or (dose.per and dose.per not in _PER_KILOGRAM):
        return None
    return dose.value.value * _MICROGRAMS[dose.unit] / _PER_KILOGRAM.get(dose.per or "", 1)


def _same_vote(stated: Vote, recorded: Vote) -> bool | None:
    ours = (stated.first.value, stated.second.value)
    theirs = (recorded.first.value, recorded.second.value)
    if stated.side is None or recorded.side is None:
        return ours in (theirs, theirs[::-1])
    return ours == (theirs if stated.side == recorded.side else theirs[::-1])


def _same_p(stated: PValue, recorded: PValue) -> bool | None:
    """Whether all that the recorded p value can be is what is stated ("p < .05" for p < .001)."""
    low, high = _p_range(stated)
    least, most = _p_range(recorded)
    if low <= least and most <= high:
        return True
    return False if least >= high or most <= low else None


def _p_range(p: PValue) -> tuple[Decimal, Decimal]:
    if p.comparator == "=":
        known = Known.printed(p.value)
        return known.low, known.high
    below = p.comparator in ("<", "≤")
    return (Decimal(0), p.value.value) if below else (p.value.value, Decimal(1))


def _same_interval(stated: Interval, recorded: Interval) -> bool:
    """Both bounds at the precision stated; the sign may be left out of both."""
    low, high = Known.printed(recorded.low), Known.printed(recorded.high)
    if _rounds(stated.low, low) and _rounds(stated.high, high):
        return True
    return _rounds(stated.low, high.magnitude()) and _rounds(stated.high, low.magnitude())


def _rounds(number: Number, known: Known) -> bool:
    return holds("exact", number, None, known) is not False


def _any(answers: Iterable[bool | None]) -> bool | None:
    """True if one answer is, else None if one is, else False; None without any answer."""
    seen = list(answers)
    if True in seen:
        return True
    return None if None in seen or not seen else False
