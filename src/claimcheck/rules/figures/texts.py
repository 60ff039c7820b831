"""What within the figure of a claim cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from claimcheck.model.claims import Claim
from claimcheck.model.quantity import (
    Count,
    EffectSize,
    Fraction,
    Interval,
    Percent,
    Points,
    Quantity,
)
from claimcheck.quantity import reads_as
from claimcheck.quantity.explain import percent as as_percent
from claimcheck.quantity.tolerance import Known
from claimcheck.rules.figures.trials import is_reachable

_OUT_OF = re.compile(r"(\d+)\s*(?:/|(?:out\s)?of)\s*(\d+)(?![\d/])")
_SAME = re.compile(r"\s*[(\[,;=]?\s*(?:i\.e\.|or)?\s*\Z")
_OF = re.compile(r"\s+of\s+(?:the\s|all\s)?\Z")


def faults(claim: Claim) -> tuple[str, ...]:
    """What is wrong with the figure of a claim, taken by itself."""
    if not claim.quantity:
        return ()
    return _faults(claim.quantity, claim.kind in ("rate", "safety"))


@lru_cache(maxsize=16384)
def _faults(text: str, of_participants: bool) -> tuple[str, ...]:
    return tuple(_find(text, of_participants))


def _find(text: str, of_participants: bool) -> Iterator[str]:
    figures = reads_as(text)
    for one, two in pairwise(figures.main):
        yield from _side_by_side(one, two, text[one.end : two.start])
    if of_participants:
        yield from _more_than_all(text, figures.main)
    if figures.p and not 0 <= figures.p.value.value <= 1:
        yield f"{figures.p.text} is outside 0 to 1"
    yield from _interval(figures.main, figures.interval)


def _more_than_all(text: str, main: tuple[Quantity, ...]) -> Iterator[str]:
    for figure in main:
        if isinstance(figure, Percent) and not figure.points and abs(figure.value.value) > 100:
            yield f"{figure.text} is more than all"
    found = _OUT_OF.search(text)
    if found and int(found[1]) > int(found[2]):
        yield f"{found[0]}: the part is larger than the whole"


def _side_by_side(one: Quantity, two: Quantity, between: str) -> Iterator[str]:
    """A percentage next to the counts it is made of."""
    match one, two:
        case (Percent(points=False), Fraction()) | (Fraction(), Percent(points=False)):
            share, counts = (one, two) if isinstance(one, Percent) else (two, one)
            if _SAME.match(between) and isinstance(share, Percent) and isinstance(counts, Fraction):
                yield from _unlike(share, counts)
        case (Percent(points=False, high=None, bound="exact"), Count(bound="exact")):
            total = int(two.value.value)
            if _OF.match(between) and total and not is_reachable(one.value, total):
                yield f"no number out of {total} is {one.text}"


def _unlike(share: Percent, counts: Fraction) -> Iterator[str]:
    exact = share.high is None and share.bound == "exact" and not counts.rounded
    if exact and not share.value.rounds_from(counts.percent):
        yield f"{counts.text} is {as_percent(counts.percent)}, not {share.text}"


def _interval(main: tuple[Quantity, ...], interval: Interval | None) -> Iterator[str]:
    if interval is None:
        return
    if interval.low.value > interval.high.value:
        yield f"the interval {interval.text} runs backwards"
        return
    estimates = [q for q in main if isinstance(q, Points | EffectSize | Percent)]
    if len(estimates) != 1:
        return
    estimate = Known.printed(estimates[0].value)
    low, high = Known.printed(interval.low), Known.printed(interval.high)
    inside = estimate.high >= low.low and estimate.low <= high.high
    unsigned = estimate.high >= -high.high and estimate.low <= -low.low
    if not inside and not unsigned:
        yield f"the interval {interval.text} does not hold its estimate {estimates[0].text}"
