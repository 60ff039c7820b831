"""Time: durations, time points of a study, ages."""

from __future__ import annotations

from typing import Final

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Age, Bound, Duration, Quantity, TimePoint, TimeUnit
from claimcheck.patterns import lazy
from claimcheck.quantity.numerals import Numeral
from claimcheck.quantity.shares import spread
from claimcheck.quantity.spot import Spot
from claimcheck.quantity.units import shared
from claimcheck.quantity.words import EVENTS, TIME_UNITS, listed

_NOT_POINTS: Final = listed("per each every a an past last next this that same one first")
_YEARS: Final = 1900
AGES: Final = frozenset({"aged", "age", "ages"})
"""Words that lead to an age."""
_OF_AGE: Final = lazy(
    r"[\s-]+(?:old\b|olds\b|of age\b)|\s+(?:and|or)\s+(?:older|over|above|up|younger|under)\b"
)
_PLUS_AGE: Final = lazy(r"\s+(?:and|or)\s+(?:older|younger)\b|\s?(?:y/o|yo)\b")
_AT: Final = lazy(
    r"\b(?:at|by|after|within|until|through|to|till|beyond)\s(?:the\s|an?\s|her\s"
    r"|his\s|their\s)?(?:(?:about|around|approximately|roughly|nearly|almost|least)\s)?\Z"
)
_FOR: Final = lazy(
    r"\b(?:for|over|during|throughout|lasts?|lasted|lasting|takes?|took|at least|addition to)\s"
    r"(?:the\s|an?\s)?(?:(?:about|around|approximately|up|to|at least|more than|over)\s)*\Z"
)
_UP_TO: Final = lazy(r"\b(?:up to|out to|as far as|as long as)\s\Z")
_SINCE: Final = lazy(
    r"[\s,-]+(?:after|post|following|since|from|past)(?:[\s-]+(?:the|a|an|their|her|his|each|your))?"
    rf"[\s-]+((?:(?:first|second|third|last|final|single|initial|active|dosing|drug|study|experimental"
    rf"|integration)[\s-]+)?(?:{EVENTS})\b)"
)
_LATER: Final = lazy(
    r"[\s-]+(?:later|after|afterwards?|following|post|out\b"
    r"|on(?=\s*[,.;)]|\s*\Z|\s+(?:from|more|the))"
    r"|follow-?\s?ups?|mark\b|visit\b|assessment|time-?\s?points?|end-?point|post-?\w+|since"
    rf"|from (?:the |their )?(?:{EVENTS})|into\b)"
)
_BEFORE: Final = lazy(r"[\s-]+(?:before|prior|earlier|ago|old)\b")


def ages(spot: Spot) -> list[Quantity]:
    """Ages: "aged 25 to 65", "a 40-year-old", "mean age 39.8", "18 years or older"."""
    run = spot.sequence
    if spot.family == "time":
        aged = _OF_AGE.match(spot.low, run.end) or spot.cue.word in AGES
        if not aged or run.unit is None or run.unit.name != "year":
            return []
    elif spot.family in (None, "noun") and spot.number.form in ("digits", "words"):
        run = shared(spot.passage, spot.index, plural=True)
    else:
        return []
    if run.kind == "list":
        return [_age(spot, spot.number.end, None)]
    high = run.members[1].value if run.kind == "range" else None
    return [_age(spot, run.end, high)]


def uncued_ages(spot: Spot) -> list[Quantity]:
    """Ages without cue or unit: "18 and older", "40 y/o"."""
    found = _PLUS_AGE.match(spot.low, spot.number.end)
    return [_age(spot, spot.number.end, None)] if found else []


def _age(spot: Spot, end: int, high: Number | None) -> Age:
    start = spot.number.start
    old = _OF_AGE.match(spot.low, end)
    bound = spot.bound(start, end)
    end = old.end() if old and "old" in old[0][:6] else end
    text = spot.text(start, end)
    return Age(text=text, start=start, end=end, bound=bound, value=spot.number.value, high=high)


def cued_points(spot: Spot) -> list[Quantity]:
    """Time points after their unit: "week 3", "weeks 1 and 4", "day 43", "month 12"."""
    cue = spot.cue
    unit = TIME_UNITS.get(cue.word)
    if unit is None or cue.link not in ("", "-", "‑") or len(cue.word) < 2:
        return []
    if spot.family not in (None, "noun") or spot.number.form not in ("digits", "words"):
        return []
    lead = spot.passage.before(cue.start, 16).split()
    if lead and lead[-1] in _NOT_POINTS and not cue.word.endswith("s"):
        return []
    before = spot.passage.numerals[spot.index - 1] if spot.index else None
    told = before and before.form in ("digits", "words") and before.value.value < _YEARS
    if before and told and before.end == cue.start - 1:
        return []  # "at six months 12 of the 15"
    return _counted_points(spot, unit)


def _counted_points(spot: Spot, unit: TimeUnit) -> list[Quantity]:
    run = shared(spot.passage, spot.index, plural=spot.cue.word.endswith("s"))
    whole = spot.cue.word.endswith("s") or not any(_is_other(m, spot) for m in run.members[1:])
    if not whole:  # "0.84 on day 1 to 1.49 on day 7"
        return [_point(spot, unit, spot.cue.start, spot.number.end, spot.number.value, None)]
    if run.kind == "range":
        low, high = run.members
        return [_point(spot, unit, spot.cue.start, high.end, low.value, high.value)]
    starts = [spot.cue.start, *(member.start for member in run.members[1:])]
    return [
        _point(spot, unit, start, member.end, member.value, None)
        for start, member in zip(starts, run.members, strict=True)
    ]


def _is_other(number: Numeral, spot: Spot) -> bool:
    """Whether a number after a time is no second time: "week six, and 14 of 29"."""
    return number.value.decimals > 0 or spot.low.startswith((" of ", " out of "), number.end)


def _point(
    spot: Spot,
    unit: TimeUnit,
    start: int,
    end: int,
    value: Number,
    high: Number | None,
    bound: Bound | None = None,
) -> TimePoint:
    since = _SINCE.match(spot.low, end)
    return TimePoint(
        text=spot.text(start, end),
        start=start,
        end=end,
        bound=bound or spot.bound(start, end),
        value=value,
        unit=unit,
        high=high,
        since=" ".join(since[1].replace("-", " ").split()) if since else None,
    )


def measured(spot: Spot) -> list[Quantity]:
    """Lengths of time, and time points they give: "six-week", "a year later", "at 3 weeks"."""
    unit = TIME_UNITS.get(spot.sequence.unit.name) if spot.sequence.unit else None
    if spot.family != "time" or unit is None:
        return []
    bound = _bound(spot)
    if _is_point(spot):
        return [_point(spot, unit, s, e, v, h, bound) for v, h, s, e in spread(spot)]
    return [
        Duration(text=spot.text(s, e), start=s, end=e, bound=bound, value=v, unit=unit, high=h)
        for v, h, s, e in spread(spot)
    ]


def _bound(spot: Spot) -> Bound:
    """The hedge; "over 12 weeks" is a stretch of time and "within" a limit."""
    bound = spot.bound(spot.sequence.start, spot.sequence.end)
    before = spot.passage.before(spot.sequence.start, 12).rstrip()
    if bound == "more-than" and before.endswith("over") and not before.endswith("just over"):
        return "exact"
    return bound


def _is_point(spot: Spot) -> bool:
    """Whether a length of time says when: by the words before it, else by those after it."""
    if spot.number.form == "article" or _LATER.match(spot.low, spot.sequence.end):
        return True
    if _BEFORE.match(spot.low, spot.sequence.end):
        return False
    before = spot.passage.before(spot.sequence.start, 40)
    if spot.low[spot.sequence.members[-1].end] in "-‐‑":
        return False
    if _UP_TO.search(before):
        return True
    return bool(_AT.search(before)) and not _FOR.search(before)
