"""Percentages, fractions and counts out of a total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Count, Dose, Fraction, Percent, Quantity, TimePoint
from claimcheck.patterns import lazy
from claimcheck.quantity.numerals import Numeral
from claimcheck.quantity.passage import Join
from claimcheck.quantity.spot import Spot
from claimcheck.quantity.units import unit_after

_OF: Final = lazy(r"\s+of\b(?:\s+(?:the|all|those|these|our|its|their)\b)*(?:\s+\d+\b)?")
_YEARS: Final = range(1900, 2100)
"""What stands after "one in" as a year."""
_NONE: Final = Number(Decimal(0), "0")
_WHOLE: Final = 100
_BESIDE: Final = lazy(
    r"[^;.:\n]{0,70}?(?:,\s|\s)(?:against|versus|vs?\.?|compared (?:with|to)|and|but|while|"
    r"as against)\s(?:(?:only|just|about|around|roughly|nearly|almost|some)\s)?"
)
"""From a percentage to a number of another group that goes without its unit."""
_AND_PAIR: Final = lazy(r",? (?:and|but) (?:(?!\d)[\w-]+ ){1,3}")
_AGAINST: Final = lazy(
    r" (?:against|versus|vs\.?) \d[\d.]*(?:[,.;)]|\Z| (?:and|in|on|for|with|at)\b)"
)
"""Around the first of two numbers of another outcome: "48 % and remission 57 against 28"."""
_GROUP_ENDS: Final = lazy(
    r"(?:\s(?:on|with|in|for|among|after|given|taking|of)\s(?!whom\b|them\b)(?:(?!ha[ds]\b|was\b|were\b|\w+ed\b)"
    r"[\w-]+\s?){1,5})?\s*(?:[,.;:)]|\Z|(?:and|did|at|after|by)\b)"
)
_HETEROGENEITY: Final = lazy(
    r"(?<![\w’'-])i(?: squared|-squared|(?:\^|\s)?2|²)?(?:\s(?:statistic|value))?"
    r"\s*(?:=|:|≈|>|<|(?<=[\w²] )of|(?<=[\w²] )was)\s*\Z"
)
"""Before a percentage: the I² of a meta-analysis, also where its exponent was lost."""
_WHOLES: Final = frozenset(
    {"site", "country", "trial", "study", "arm", "nation", "session", "phase"}
)
"""What "two in 22 sites" counts, which makes it no share."""
_AFTER_HALF: Final = lazy(
    r"[-‐‑]|\s(?:an?|hour|day|week|month|year|life|way|dose|marathon|time|price|as|dozen|full|empty)\b"
)
_BEFORE_HALF: Final = lazy(r"(?:first|second|latter|other|better|next|last|and a)\s\Z")
_NAMED_LATER: Final = lazy(
    r",\s(?:[\w-]+,?\s){1,3}(?:trial|study|paper|group|arm|team|site|dose|session|patient)\b"
)
"""After an ordinal: "a third, double-blind study"."""
_AFTER_PART: Final = lazy(
    r"\s+of\b|\s*[,.;:()\]]|\s*\Z|\s+(?:is|are|was|were|had|have|has|reported|responded|achieved|met"
    r"|remained|showed|no|did|experienced|in|at|and|or|by|than|to|versus|vs|with|less|more|fewer"
    r"|after|within|on|still|also|reached|stopped|quit|went|came|saw|said|found|guessed|stayed|got"
    r"|took|kept|correctly|rightly|felt|knew)\b"
)


def percents(spot: Spot) -> list[Quantity]:
    """Percentages: "71%", "37, 19 and 18 percent", "60–70 %", "6 percentage points"."""
    if spot.family not in ("percent", "percent-points"):
        return []
    if _HETEROGENEITY.search(spot.passage.before(spot.number.start)):
        return [spot.other("statistic", spot.number.start, spot.number.end)]
    points = spot.family == "percent-points"
    return [
        Percent(
            text=spot.text(start, end),
            start=start,
            end=end,
            bound=spot.bound(start, end),
            value=value,
            high=high,
            points=points,
            noun=None if points else _noun(spot, end),
        )
        for value, high, start, end in spread(spot)
    ]


def spread(spot: Spot) -> Iterator[tuple[Number, Number | None, int, int]]:
    """The figures of a sequence: value, upper value, start, end; the unit goes with the last."""
    members, end = spot.sequence.members, spot.sequence.end
    if spot.sequence.kind == "range":
        yield members[0].value, members[1].value, members[0].start, end
        return
    for member in members:
        yield member.value, None, member.start, end if member is members[-1] else member.end


def completed(found: Sequence[Quantity], low: str) -> Iterator[Quantity]:
    """The quantities, with bare numbers that are set beside a percentage as percentages too:
    "70 per cent against 48", "69% responded on the drug and 52 on placebo"."""
    last: Percent | None = None
    for one in found:
        q = one
        if last and isinstance(one, Count) and _is_beside(last, one, low):
            q = Percent(
                text=one.text, start=one.start, end=one.end, bound=one.bound, value=one.value
            )
        if not isinstance(q, TimePoint | Dose):
            last = q if isinstance(q, Percent) and not (q.points or q.high) else None
        yield q


def _is_beside(share: Percent, count: Count, low: str) -> bool:
    if not _may_be_percent(count):
        return False
    if _AND_PAIR.fullmatch(low, share.end, count.start) and _AGAINST.match(low, count.end):
        return True
    set_beside = _BESIDE.fullmatch(low, share.end, count.start)
    return set_beside is not None and _GROUP_ENDS.match(low, count.end) is not None


def _may_be_percent(count: Count) -> bool:
    bare = not (count.noun or count.stage or count.high)
    return bare and count.value.value <= _WHOLE


def _noun(spot: Spot, end: int) -> str | None:
    found = _OF.match(spot.low, end)
    noun = spot.passage.noun(found.end()) if found else None
    return noun[0] if noun else None


def ratios(spot: Spot) -> list[Quantity]:
    """Counts out of a total: "17 of 24", "17 out of the 24 patients", "17/24", "one in three"."""
    below = spot.next()
    join = spot.passage.join(spot.index) or _of_people(spot)
    if below is None or join not in (Join.OUT_OF, Join.SLASH, Join.IN):
        return []
    if not (_is_counted(spot.number) and _is_counted(below)) or not _is_share(spot, below, join):
        return []
    noun = spot.passage.noun(below.end)
    start, end = spot.number.start, noun[1] if noun else below.end
    return [
        Fraction(
            text=spot.text(start, end),
            start=start,
            end=end,
            bound=spot.bound(start, end),
            numerator=_NONE if _is_denied(spot) else spot.number.value,
            denominator=below.value,
            rounded=join is Join.IN or _is_spoken(spot, below, noun),
            noun=noun[0] if noun else _noun(spot, end),
        )
    ]


def _is_denied(spot: Spot) -> bool:
    """Whether nobody is meant: "not one of the fourteen"."""
    before = f" {spot.passage.before(spot.number.start, 12)}"
    return spot.number.value.value == 1 and before.endswith((" not ", " not even "))


def _of_people(spot: Spot) -> Join | None:
    """How a number of people goes together with the next: "one participant of 73"."""
    unit, whole = spot.sequence.unit, spot.next()
    if unit is None or unit.name != "participant" or whole is None:
        return None
    if whole.value.value in _YEARS or spot.passage.join(spot.index + 1) is Join.RANGE:
        return None
    join = spot.passage.join(spot.index, unit.end)
    return join if join is Join.OUT_OF else None


def _is_counted(number: Numeral) -> bool:
    value = number.value.value
    return number.form in ("digits", "words") and value >= 0 and value == value.to_integral_value()


def _is_share(spot: Spot, below: Numeral, join: Join) -> bool:
    above, whole = spot.number.value.value, below.value.value
    if whole == 0 or above > whole or unit_after(spot.passage, below.end):
        return False
    noun = spot.passage.noun(below.end)
    is_year = below.value.literal.isdecimal() and int(whole) in _YEARS
    if join is not Join.IN:
        single = is_year and above == 1 and noun is None  # "the one of 2023"
        return not single and spot.passage.join(spot.index + 1) is not Join.SLASH
    if is_year:
        return False
    return above < whole and not (noun and noun[0] in _WHOLES)


def _is_spoken(spot: Spot, below: Numeral, noun: tuple[str, int] | None) -> bool:
    """Whether no count is meant: "two out of three patients", but not "two of three sites"."""
    words = spot.number.form == below.form == "words"
    return words and below.value.value <= 10 and (noun is None or noun[0] == "participant")


def fractions(spot: Spot) -> list[Quantity]:
    """Fractions in words: "two-thirds", "half of", "a quarter of", "¾"."""
    number = spot.number
    if number.form != "fraction" or not _is_fraction(spot, number):
        return []
    start, end = number.start, number.end
    return [
        Fraction(
            text=spot.text(start, end),
            start=start,
            end=end,
            bound=spot.bound(start, end),
            numerator=number.value,
            denominator=Number(Decimal(number.of), str(number.of)),
            rounded=True,
            noun=_noun(spot, end),
        )
    ]


def _is_fraction(spot: Spot, number: Numeral) -> bool:
    """Whether a part is a share here: not "half an hour", "the first half", "a third trial"."""
    if number.value.literal[:5].lower() == "every":
        return True
    if number.of == 2:
        before = spot.passage.before(number.start, 10)
        return not (_AFTER_HALF.match(spot.low, number.end) or _BEFORE_HALF.search(before))
    if number.value.value > 1 or number.value.literal[:3].lower() == "one":
        return True
    if _NAMED_LATER.match(spot.low, number.end):
        return False
    return _AFTER_PART.match(spot.low, number.end) is not None
