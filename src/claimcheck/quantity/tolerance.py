"""What a stated number allows: its rounding, its hedge, its inequality.

Answers are three-valued: None where the record is too coarse to tell.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Bound

HEDGE: Final = Decimal("0.05")
"""Share of the value that "about", "around" and "nearly" allow."""
LARGE: Final = 100
LARGE_ROUNDING: Final = Decimal("0.10")
"""From `LARGE` on, trailing zeros widen a hedge to this share of the value at most: "about 200"
is no word for 233."""

ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Known:
    """A recorded value, and the stretch in which the true one lies if the record is rounded."""

    value: Decimal
    low: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, value: Decimal | int) -> Known:
        """A counted value."""
        return cls(Decimal(value), Decimal(value), Decimal(value))

    @classmethod
    def printed(cls, number: Number) -> Known:
        """A value rounded to the digits it is printed with."""
        half = last_place(number) / 2
        return cls(number.value, number.value - half, number.value + half)

    def magnitude(self) -> Known:
        """The same without its sign."""
        if self.value >= 0:
            return self
        return Known(-self.value, -self.high, -self.low)


_PLACES: Final = tuple(Decimal(1).scaleb(-decimals) for decimals in range(30))


def last_place(number: Number) -> Decimal:
    """The value of one unit in the last digit after the point; 1 for whole numbers."""
    decimals = number.decimals
    return _PLACES[decimals] if decimals < len(_PLACES) else Decimal(1).scaleb(-decimals)


def shown_rounding(number: Number) -> Decimal:
    """Half a unit of the last digit that is not a trailing zero: 5 for 70, 0.05 for 0.7."""
    value = abs(number.value)
    if number.decimals or value == 0:
        return last_place(number) / 2
    whole = int(value)
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    half = Decimal(10**zeros) / 2
    return min(half, value * LARGE_ROUNDING) if value >= LARGE else half


def allowance(number: Number) -> Decimal:
    """How far "about" lets the record be from the number."""
    return max(abs(number.value) * HEDGE, shown_rounding(number))


def counts_as(bound: Bound, number: Number, high: Number | None, known: Known) -> bool | None:
    """Whether a recorded count is what is stated: exactly, unless hedged."""
    if bound == "exact" and high is None:
        return number.value == known.value
    return holds(bound, number, high, known)


def holds(bound: Bound, number: Number, high: Number | None, known: Known) -> bool | None:
    """Whether a recorded measure is what is stated, at the precision stated."""
    if high is not None:
        return _within(bound, number, high, known)
    if bound in ("about", "nearly"):
        reach = allowance(number)
        return known.low - reach <= number.value <= known.high + reach
    if bound == "exact":
        return _rounds(number, known)
    return _compares(bound, number.value, known)


def _rounds(number: Number, known: Known) -> bool | None:
    """Whether the record shows as the number at the number's precision, halves either way."""
    if number.rounds_from(known.value):
        return True
    coarser = known.high - known.low > last_place(number)
    return None if coarser and known.low <= number.value <= known.high else False


def _within(bound: Bound, low: Number, high: Number, known: Known) -> bool:
    hedged = bound in ("about", "nearly")
    below = allowance(low) if hedged else last_place(low) / 2
    above = allowance(high) if hedged else last_place(high) / 2
    return low.value - below <= known.high and known.low <= high.value + above


def _compares(bound: Bound, limit: Decimal, known: Known) -> bool | None:
    if bound == "more-than":
        return _decided(known.low > limit, known.high <= limit)
    if bound == "at-least":
        return _decided(known.value >= limit, known.high < limit)
    if bound == "less-than":
        return _decided(known.high < limit, known.low >= limit)
    return _decided(known.value <= limit, known.low > limit)


def _decided(yes: bool, no: bool) -> bool | None:
    return True if yes else False if no else None
