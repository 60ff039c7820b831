"""Figures within a sentence that cannot be right together, whatever they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import (
    Count,
    EffectSize,
    Fraction,
    Interval,
    Percent,
    Points,
    PValue,
    Quantity,
)
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.quantity.explain import percent as as_percent
from claimcheck.quantity.tolerance import Known, last_place

_LIKELY = (
    ("/", lazy(r"\d\s?/\s?\d")),
    ("of", lazy(r"\bof(?: (?:whom|them|these|those)|\b[^.;]{0,24}\d|\b[^.;]{0,60}\bper ?cent)")),
    ("%", lazy(r"\d{3}(?:\.\d+)?\s?%|\d%\s?\)")),
    ("cent", lazy(r"\d{3}(?:\.\d+)?\s?per ?cent|\bper ?cent\b[^.;]{0,40}\bof\b")),
    (")", lazy(r"\d\)")),
    ("=", lazy(r"\bp\s?=")),
    ("ci", lazy(r"\bci\b")),
)
"""What a sentence in lower case holds in which anything is looked at here."""
_WORDS = r"(?:\s[^\W\d_][\w'’-]*){0,5}?\s?"
_OPENS = lazy(rf"(?P<of>\s+of\s{_WORDS})?(?P<said>{_WORDS})[(\[]\s?(?:n\s?=\s?|i\.e\.,?\s)?\Z")
_EQUALS = lazy(r"\s?(?:=|,?\s(?:or|i\.e\.,?|that is,?|which is)\s)\s?\Z")
_COMPARES = lazy(r"\b(?:than|versus|vs|and|but|while|against|compared|except|or)\b")
_CLOSES = lazy(r"\s?(?:[)\],;]|\Z)")
_ENDS = lazy(r"\s?(?:[)\],;.:]|\Z|(?:of|in|with|at|on|and|were|was|had|responded|achieved|met)\b)")
_OUT_OF = lazy(r"\s?[)\]]?\s(?:out\s)?of\s(?:the\s|all\s|these\s|those\s|its\s|our\s)*\Z")
_OF = lazy(r"\s+of\s+(?:the\s|all\s|these\s|those\s|its\s|our\s)*\Z")
_OF_WHOM = lazy(r"\s(?:of (?:whom|them|these|those)|among them)\b")
_WHOM = lazy(r",?\s(?:were [^\W\d_]+,?\s)?of (?:whom|which)\s\Z")
_OPENING_OF = lazy(r"(?:\A|[.;:,]\s)(?:out )?of (?:the |these |those |its |all |our )*\Z", re.I)
_THEN = lazy(r",\s(?:only |just |all )?\Z")
_TOOK = lazy(
    r"\s(?:of them\s)?(?:had|were|was|completed|finished|responded|achieved|met|showed|reported|"
    r"withdrew|dropped|remained|received|reached|remitted|relapsed|discontinued|did|took|got|no)\b"
)
_BESIDE = lazy(r"[\s,]*[(\[,;]\s?(?:with\s)?\Z")
_PEOPLE = frozenset({"participant", "man", "woman"})
_LOOSELY = 10
"""Points by which "two-thirds" and the percentage it rounds may differ."""
_SMALL = 50
"""Up to so many people, few percentages are possible."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Figures that cannot be: where they stand in the text, and what is wrong."""

    start: int
    end: int
    found: str
    message: str
    expected: str | None = None


def slips(text: str, figures: Sequence[Quantity]) -> Iterator[Slip]:
    """Every impossible figure of a sentence, given its quantities."""
    if not figures:
        return
    low = text.lower()
    if not any(sign in low and form.search(low) for sign, form in _LIKELY):
        return
    for one, two in pairwise(figures):
        yield from _side_by_side(text, one, two)
        yield from _out_of(text, one, two)
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        yield from _share_between(text, one, two, three)
    yield from _intervals(text, figures)
    yield from _alone(figures)
    yield from _of_whom(text, figures)


def _side_by_side(text: str, one: Quantity, two: Quantity) -> Iterator[Slip]:
    """A percentage and the counts it is made of: "12 of 24 (75 %)", "75 % (12/24)"."""
    match one, two:
        case (Percent() as share, Fraction() as of) | (Fraction() as of, Percent() as share):
            loose = of.rounded and abs(of.percent - share.value.value) < _LOOSELY
            if not loose and _is_same(text, one, two):
                yield from _unlike(one.start, two.end, share, of.percent, of.text)


def _is_same(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether two shares stand for each other, and nothing else stands beside the second."""
    between = text[one.end : two.start]
    if _EQUALS.match(between):
        return bool(_ENDS.match(text, two.end))
    opened = _OPENS.match(between)
    if opened is None or _COMPARES.search(between) or not _CLOSES.match(text, two.end):
        return False
    closing = min(text.find(sign, two.end) % (len(text) + 1) for sign in ")]")
    return not any(isinstance(q, Percent | Fraction) for q in read(text[two.end : closing]))


def _unlike(start: int, end: int, share: Percent, exact: Decimal, counts: str) -> Iterator[Slip]:
    if share.points or share.high is not None or share.bound != "exact":
        return
    if abs(exact - share.value.value) < last_place(share.value):  # rounded, or cut off
        return
    right = as_percent(exact)
    message = f"{counts} is {right}, not {share.text}"
    yield Slip(start, end, share.text, message, right)


def _share_between(text: str, one: Quantity, two: Quantity, three: Quantity) -> Iterator[Slip]:
    """ "12 (75 %) of 24 patients"."""
    match one, two, three:
        case Count(bound="exact", high=None), Percent(), Count(bound="exact", high=None):
            total, part = three.value.value, one.value.value
            bracketed = text[one.end : two.start].strip() in {"(", "["}
            if bracketed and total and part <= total and _OUT_OF.match(text[two.end : three.start]):
                exact = part * 100 / total
                yield from _unlike(one.start, three.end, two, exact, f"{part} of {total}")


def _out_of(text: str, one: Quantity, two: Quantity) -> Iterator[Slip]:
    """ "30 of 24 patients"; "71 % of 10 patients"."""
    between = text[one.end : two.start]
    match one, two:
        case (
            Count(bound="exact", high=None, noun=None),
            Count(bound="exact", high=None, noun="participant"),
        ) if one.value.value > two.value.value and _OUT_OF.match(between):
            message = f"{one.text} of {two.text}: the part is larger than the whole"
            yield Slip(one.start, two.end, text[one.start : two.end], message)
        case (
            Percent(bound="exact", high=None, points=False),
            Count(bound="exact", high=None, noun="participant"),
        ) if 1 < two.value.value <= _SMALL and _OF.match(between):
            total = int(two.value.value)
            if not _is_reachable(one.value, total):
                message = f"no number out of {total} is {one.text}"
                yield Slip(one.start, two.end, text[one.start : two.end], message)


def _is_reachable(share: Number, total: int) -> bool:
    nearest = round(share.value * total / 100)
    return any(
        abs(Decimal(n) * 100 / total - share.value) < last_place(share)
        for n in (nearest - 1, nearest, nearest + 1)
    )


def _intervals(text: str, figures: Sequence[Quantity]) -> Iterator[Slip]:
    """Intervals that do not hold their estimate; behind two estimates one is of the difference."""
    before: list[Points | EffectSize | Percent] = []
    for figure in figures:
        if isinstance(figure, Points | EffectSize | Percent):
            before.append(figure)
        elif isinstance(figure, Interval):
            if len(before) == 1:
                yield from _interval(text, before[0], figure)
            before = []


def _interval(text: str, one: Points | EffectSize | Percent, two: Interval) -> Iterator[Slip]:
    if one.high is not None or one.bound != "exact" or not _BESIDE.match(text[one.end : two.start]):
        return
    low, high = sorted((two.low, two.high), key=lambda number: number.value)
    estimate, least, most = (Known.printed(n) for n in (one.value, low, high))
    inside = estimate.high >= least.low and estimate.low <= most.high
    unsigned = estimate.high >= -most.high and estimate.low <= -least.low
    if not inside and not unsigned:
        message = f"the interval {two.text} does not hold its estimate {one.text}"
        yield Slip(one.start, two.end, one.text, message)


def _alone(figures: Sequence[Quantity]) -> Iterator[Slip]:
    for figure in figures:
        match figure:
            case Percent(points=False, noun="participant") if figure.value.value > 100:
                yield Slip(figure.start, figure.end, figure.text, f"{figure.text} is more than all")
            case PValue() if figure.value.value > 1:
                message = f"{figure.text} is outside 0 to 1"
                yield Slip(figure.start, figure.end, figure.text, message)


def _of_whom(text: str, figures: Sequence[Quantity]) -> Iterator[Slip]:
    """ "24 people, 27 of whom completed"; "Of 24 participants, 27 responded"."""
    counts = [q for q in figures if isinstance(q, Count) and q.bound == "exact" and q.high is None]
    for position, part in enumerate(counts):
        people = [c for c in counts[:position] if c.noun in _PEOPLE or c.stage]
        if not people or part.noun not in {None, *_PEOPLE}:
            continue
        whole = max(people, key=lambda count: count.value.value)
        if part.value.value > whole.value.value and _is_part(text, whole, part):
            message = f"{part.text} of {whole.text}: the part is larger than the whole"
            yield Slip(part.start, part.end, part.text, message)


def _is_part(text: str, whole: Count, part: Count) -> bool:
    if _OF_WHOM.match(text, part.end) or _WHOM.match(text[whole.end : part.start]):
        return True
    opened = _OPENING_OF.search(text[: whole.start]) and _THEN.match(text[whole.end : part.start])
    return bool(opened and _TOOK.match(text, part.end))
