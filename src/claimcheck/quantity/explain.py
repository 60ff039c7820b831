"""One clause of arithmetic for messages: why two figures agree or differ."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from claimcheck.model.dates import PartialDate
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Count, Fraction, Percent, Quantity
from claimcheck.quantity.compare import Recorded, Share
from claimcheck.quantity.tolerance import allowance

_BOUNDS = {
    "more-than": "more than",
    "at-least": "at least",
    "less-than": "less than",
    "at-most": "at most",
}


def explain(stated: Quantity, recorded: Recorded) -> str:
    """The arithmetic between what is stated and what is recorded, as one clause.

    "17 of 24 is 70.8 %"; "two-thirds is 66.7 %, not 37 %"; "about 200 allows 180 to 220".
    """
    if isinstance(stated, Fraction) and not isinstance(recorded, Quantity):
        return f"{stated.text} is {percent(stated.percent)}, the record has {shown(recorded)}"
    if isinstance(recorded, Share) and recorded.exact is not None and isinstance(stated, Percent):
        return f"{recorded.count} of {recorded.of} is {percent(recorded.exact)}"
    if isinstance(stated, Count | Percent) and stated.bound in ("about", "nearly"):
        return _allowed(stated, recorded)
    if limit := _BOUNDS.get(stated.bound):
        return f"{limit} {stated.text} does not cover {shown(recorded)}"
    return f"the record has {shown(recorded)}"


def _allowed(stated: Count | Percent, recorded: Recorded) -> str:
    reach = allowance(stated.value)
    low, high = stated.value.value - reach, stated.value.value + reach
    allowed = f"about {stated.value} allows {plain(low)} to {plain(high)}"
    return f"{allowed}, the record has {shown(recorded)}"


def shown(recorded: Recorded) -> str:
    """A recorded value as messages show it."""
    if isinstance(recorded, Share):
        return _share(recorded)
    if isinstance(recorded, Number | PartialDate):
        return str(recorded)
    return recorded.text


def _share(share: Share) -> str:
    if share.count is None or share.of is None:
        return f"{share.percent} %" if share.percent is not None else f"{share.count}"
    rate = f"{share.percent} %" if share.percent is not None else percent(share.exact or Decimal(0))
    return f"{share.count} of {share.of} ({rate})"


def percent(value: Decimal) -> str:
    """A percentage with one decimal: "70.8 %"; "50 %" where the decimal is 0."""
    return f"{plain(value.quantize(Decimal('0.1'), ROUND_HALF_UP))} %"


def plain(value: Decimal) -> str:
    """A decimal without trailing zeros or exponent."""
    return (
        f"{value.normalize():f}" if value == value.to_integral_value() else f"{value.normalize()}"
    )
