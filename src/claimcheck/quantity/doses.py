"""Doses and sums of money."""

from __future__ import annotations

from typing import Final

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Dose, Money, Quantity
from claimcheck.patterns import lazy
from claimcheck.quantity.numerals import Numeral
from claimcheck.quantity.passage import Join
from claimcheck.quantity.shares import spread
from claimcheck.quantity.spot import Spot
from claimcheck.quantity.units import unit_after
from claimcheck.quantity.words import CURRENCIES

_PER: Final = lazy(
    r"(?:\s?/\s?|\s+per\s+|-per-)(?:(\d+)\s?)?"
    r"(kg\b|kilograms?(?: of body\s?weight)?|day\b|d\b|ml\b|d?l\b|hour\b|h\b|min(?:ute)?\b"
    r"|week\b|m2\b|m²)"
)
_CONCENTRATIONS: Final = frozenset({"ml", "l", "dl"})
_TIMES: Final = lazy(r"\s?[×x]\s?(\d)\b")
_FORMS: Final = lazy(
    r"\s+(?:\w+\s){0,2}?(?:doses?|sessions?|capsules?|tablets?|infusions?|administrations?|treatments?)\b"
)
_DOSES_OF: Final = lazy(
    r"\s(?:\w+\s){0,2}?(?:doses?|sessions?|capsules?|infusions?)(?:\s(?:of|at|with|,)\s|\s?[,(]\s?)\Z"
)
_SINGLE: Final = lazy(
    r"\b(?:single|one)[\s-](?:oral\s)?\Z|\b(?:single|one) (?:oral )?doses? of\s\Z"
)
_SYMBOL: Final = lazy(r"((?:us|au?|ca?|nz)?[$£€¥₹]|\b(?:usd|aud|cad|eur|gbp|chf))\s?\Z")
_SYMBOL_ENDS: Final = frozenset("$£€¥₹drpf")
_LARGE: Final = lazy(r"\s?(million|billion|trillion|thousand|bn|mn|m|k|b)\b")
_POWERS: Final = {
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "b": 9,
    "bn": 9,
    "billion": 9,
    "trillion": 12,
}
_CURRENCY: Final = lazy(
    r"[\s-]?(?:million\s|billion\s|bn\s|m\s)?(?:us\s|australian\s|canadian\s)?"
    r"(dollars?|euros?|cents|usd|aud|cad|eur|gbp|chf|francs|[$£€])(?!\w)"
)


def doses(spot: Spot) -> list[Quantity]:
    """Doses: "25 mg", "0.5 mg/kg", "30 mg per 70 kg", "28–84 mg", "two 25 mg doses"."""
    if spot.family == "dose":
        return _plain(spot)
    unit = spot.sequence.unit
    if unit is not None and unit.name not in ("dose", "session", "infusion"):
        return []
    return _several(spot) if spot.number.form in ("digits", "words") else []


def _plain(spot: Spot) -> list[Quantity]:
    found = list(spread(spot))
    per, stop = _per(spot, spot.sequence.end)
    if per in _CONCENTRATIONS:
        return [spot.other("measure", spot.number.start, stop)]
    times = _once(spot)
    if repeated := _TIMES.match(spot.low, stop):
        times, stop = int(repeated[1]), repeated.end()
    value, high, start, _ = found.pop()
    last = _dose(spot, start, stop, value, high, per, times)
    return [*(_dose(spot, s, e, v, h, per, None) for v, h, s, e in found), last]


def _dose(
    spot: Spot,
    start: int,
    end: int,
    value: Number,
    high: Number | None,
    per: str | None,
    times: int | None,
) -> Dose:
    unit = spot.sequence.unit
    return Dose(
        text=spot.text(start, end),
        start=start,
        end=end,
        bound=spot.bound(start, end),
        value=value,
        unit=unit.name if unit else "",
        high=high,
        per=per,
        times=times,
    )


def _per(spot: Spot, end: int) -> tuple[str | None, int]:
    """What a dose is given per ("kg", "70 kg", "day"), and where that ends."""
    found = _PER.match(spot.low, end)
    if found is None:
        return None, end
    word = found[2]
    unit = (
        "kg" if word.startswith("k") else {"d": "day", "h": "hour", "minute": "min"}.get(word, word)
    )
    return f"{found[1]} {unit}" if found[1] else unit, found.end()


def _once(spot: Spot) -> int | None:
    return 1 if _SINGLE.search(spot.passage.before(spot.number.start, 24)) else None


def _several(spot: Spot) -> list[Quantity]:
    """Doses given several times: "two 25 mg doses", "two doses of 25 mg", "2 × 25 mg"."""
    following = spot.next()
    if following is None or following.start - spot.number.end > 40:
        return []
    if not _is_small(spot.number) or not _multiplies(spot, following):
        return []
    inner = Spot.at(spot.passage, spot.index + 1)
    if inner.family != "dose" or inner.sequence.kind == "list":
        return []
    whole = _plain(inner)
    dose = whole[0]
    if not isinstance(dose, Dose):
        return []
    return [_multiplied(spot, dose)]


def _is_small(number: Numeral) -> bool:
    value = number.value.value
    return 1 <= value <= 12 and value == value.to_integral_value()


def _multiplies(spot: Spot, following: Numeral) -> bool:
    gap = spot.low[spot.number.end : following.start]
    if gap.strip() in ("×", "x", "*") or _DOSES_OF.match(gap):
        return True
    if spot.passage.join(spot.index) is not Join.SPACE:
        return False
    unit = unit_after(spot.passage, following.end)
    return unit is not None and _FORMS.match(spot.low, unit.end) is not None


def _multiplied(spot: Spot, dose: Dose) -> Dose:
    start = spot.number.start
    return Dose(
        text=spot.text(start, dose.end),
        start=start,
        end=dose.end,
        bound=spot.bound(start, dose.end),
        value=dose.value,
        unit=dose.unit,
        high=dose.high,
        per=dose.per,
        times=int(spot.number.value.value),
    )


def money(spot: Spot) -> list[Quantity]:
    """Sums of money: "$25,000", "US$ 5 million", "€27m", "10,000 dollars"."""
    start, end = spot.number.start, spot.sequence.members[-1].end
    before = spot.passage.before(start, 8)
    symbol = _SYMBOL.search(before) if before.rstrip()[-1:] in _SYMBOL_ENDS else None
    after = None if symbol else _CURRENCY.match(spot.low, end)
    if symbol is None and after is None:
        return []
    currency = CURRENCIES.get((symbol or after or [""])[1], "USD")
    large = _LARGE.match(spot.low, end)
    begin = start - (len(symbol[0]) if symbol else 0)
    stop = max(large.end() if large else end, after.end() if after else end)
    return [_sum(spot, begin, stop, currency, _POWERS[large[1]] if large else 0)]


def _sum(spot: Spot, start: int, end: int, currency: str, power: int) -> Money:
    members = spot.sequence.members
    values = [Number(member.value.value.scaleb(power), member.value.literal) for member in members]
    ranged = spot.sequence.kind == "range"
    return Money(
        text=spot.text(start, end),
        start=start,
        end=end,
        bound=spot.bound(start, end),
        value=values[0],
        currency=currency,
        high=values[1] if ranged else None,
    )
