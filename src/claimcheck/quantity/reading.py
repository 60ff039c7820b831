"""Reads the quantities of a text, and the figure of a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from claimcheck.model.quantity import Figures, Interval, Other, PValue, Quantity, TimePoint
from claimcheck.patterns import lazy
from claimcheck.quantity import counts, dates, doses, others, scores, shares, times
from claimcheck.quantity.passage import Family, Passage
from claimcheck.quantity.spot import Spot
from claimcheck.quantity.words import LABELS, MONTHS, TIME_UNITS

Reader = Callable[[Spot], list[Quantity]]

_NAMED_MONTHS: Final = [month + end for month in MONTHS for end in ("", ".", ",")]
CUED: Final[dict[str, tuple[Reader, ...]]] = {
    **dict.fromkeys(LABELS, (others.labels,)),
    **dict.fromkeys(_NAMED_MONTHS, (dates.month_dates,)),
    **dict.fromkeys(TIME_UNITS, (times.cued_points,)),
    **dict.fromkeys(times.AGES, (times.ages,)),
    **dict.fromkeys(others.CALLS, (others.called,)),
    **dict.fromkeys(scores.INTERVALS, (scores.intervals,)),
    **dict.fromkeys(("from", "between"), (scores.intervals_from,)),
    **dict.fromkeys(scores.EFFECT_CUES, (scores.effects,)),
    **dict.fromkeys(scores.P_CUES, (scores.p_values,)),
}
"""Who may know what a number is that has no unit of its own, by the word before it."""

READERS: Final[dict[Family | None, tuple[Reader, ...]]] = {
    "percent": (scores.intervals, others.spreads, shares.percents),
    "percent-points": (shares.percents,),
    "points": (others.spreads, scores.points),
    "dose": (doses.doses,),
    "time": (others.spreads, times.ages, times.measured),
    "noun": (
        others.addresses,
        doses.money,
        counts.votes,
        shares.ratios,
        doses.doses,
        others.leftovers,
        counts.counts,
    ),
    None: (
        others.names,
        others.notations,
        scores.bracketed,
        others.spreads,
        times.uncued_ages,
        doses.money,
        counts.votes,
        shares.ratios,
        doses.doses,
        scores.points,
        others.leftovers,
        counts.counts,
    ),
}
"""Who may know what a number is, by the family of its unit, in order of trust."""


_LOOSE_SIGN = lazy(r"(\bCI[:,]?\s)([−–-])\s(?=\d)")
"""The minus of the lower bound of an interval, with a space after it: "CI − 0.074, 2.874"."""


@lru_cache(maxsize=1 << 12)
def read(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order and without overlap.

    Pure; takes time in proportion to the length of the text. Numbers that state nothing of
    interest come as `Other`; a number without a unit or noun as a `Count` whose noun is None.
    """
    passage = Passage.of(_LOOSE_SIGN.sub(r"\1 \2", text) if "CI" in text else text)
    named = counts.phases(passage.low, text)
    if not passage.numerals and not named:
        return ()
    found = _merged(list(named), _numbers(passage, [(p.start, p.end) for p in named]))
    return tuple(shares.completed(found, passage.low))


def _numbers(passage: Passage, taken: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities around the numbers that the stretches in `taken` do not hold."""
    found: list[Quantity] = []
    end, waiting = 0, list(reversed(taken))
    for index, number in enumerate(passage.numerals):
        while waiting and waiting[-1][1] <= number.start:
            waiting.pop()
        if number.start < end or (waiting and waiting[-1][0] < number.end):
            continue
        read_here = _at(Spot.at(passage, index))
        if read_here and read_here[0].start >= end:
            found.extend(read_here)
            end = read_here[-1].end
    return found


def _at(spot: Spot) -> list[Quantity]:
    """What the number at a spot states; empty for a pronoun or a part that is no share."""
    if spot.number.form == "code":
        return dates.dates(spot) or others.names(spot)
    if spot.number.form == "fraction" and spot.family != "time":
        return shares.fractions(spot)
    for reader in _readers(spot):
        if found := reader(spot):
            return found
    return []


def _readers(spot: Spot) -> Iterator[Reader]:
    """Who knows the cue first, then dates, then who knows the unit."""
    if spot.family is None or spot.family == "noun":
        yield from CUED.get(spot.cue.word, ())
        yield dates.dates
    yield from READERS[spot.family]


def _merged(named: list[Quantity], numbers: list[Quantity]) -> list[Quantity]:
    """Both lists in order; where two overlap, the one that begins first stays."""
    if not named:
        return numbers
    kept: list[Quantity] = []
    for quantity in sorted([*named, *numbers], key=lambda found: found.start):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


@lru_cache(maxsize=16384)
def reads_as(text: str) -> Figures:
    """The figure that a short text gives ("−6.6 points (95% CI −10.2 to −2.9), p<0.001").

    Time points are what is stated only where nothing else is; `Other` is left out.
    """
    found = [quantity for quantity in read(text) if not isinstance(quantity, Other)]
    at = tuple(quantity for quantity in found if isinstance(quantity, TimePoint))
    main = tuple(q for q in found if not isinstance(q, TimePoint | Interval | PValue))
    return Figures(
        main=main or at,
        interval=next((q for q in found if isinstance(q, Interval)), None),
        p=next((q for q in found if isinstance(q, PValue)), None),
        at=at if main else (),
    )
