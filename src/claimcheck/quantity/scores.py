"""Scores and effects: points, effect sizes, confidence intervals, p values."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import (
    Comparator,
    EffectSize,
    Interval,
    Points,
    PValue,
    Quantity,
)
from claimcheck.patterns import lazy
from claimcheck.quantity.numerals import Numeral
from claimcheck.quantity.passage import Join
from claimcheck.quantity.shares import spread
from claimcheck.quantity.spot import Spot
from claimcheck.quantity.units import shared
from claimcheck.quantity.words import CAPITAL_EFFECTS, EFFECTS, SINGLE_LETTER_EFFECTS, listed

_SCORES: Final = listed(
    "score scores scored difference differences change changes reduction reductions decrease "
    "improvement increase drop declined fell rose baseline mean"
)
"""Words that lead to a score when the number has no unit of its own."""

_LEVEL: Final = lazy(
    r"[\s-]*\(?(?:c\.?i\.?s?|cris?|bci|credible intervals?|confidence (?:intervals?|limits?))"
    r"(?![a-z])"
)
_TO_BOUNDS: Final = lazy(
    r"(?:[\s=:,([]|\(ci\)|\[ci\]|ci\b|of\b|was\b|is\b|were\b|from\b|between\b|ranged\b|ranging\b)*\Z"
)
_BOUNDS: Final = lazy(
    r"(?:\s?(?:%|percent|points?))?(?: in favou?r(?: of [\w-]+)?)?\s*"
    r"(?:to|-|–|—|−|,|;|:|and|through|\.{2,3}|…)\s*\Z"
)
_NAMED_POINTS: Final = lazy(r"\s[\w-]+(?:\s[\w-]+)?[\s-]points?\b")
"""After points that are called by their scale: "7.6 HAM-A points"."""
_CHANGE: Final = lazy(
    r"\b(?:effects?|gap|differ\w+|chang\w+|f[ae]ll|drop\w*|reduc\w+|improv\w+|decreas\w+|declin\w+)\b"
)
_AHEAD: Final = 80
_FROM: Final = lazy(r"\b(?:interval|ci) (?:\w+ ){0,2}?(?:from|between)\s\Z")
INTERVALS: Final = frozenset({"ci", "cri", "interval", "intervals", "cis", "ci)", "ci]"})
"""Words before the bounds of an interval whose level is not given."""
_P: Final = lazy(
    r"(?<![\w-])p(?:[\s-]?values?|s|[\s_-]?[\[(]?(?:un)?(?:corrected|corr|adjusted|adj|fdr)"
    r"\.?[\])]?)?\s*(?:of|was|is|were|are|all|both)?\s*"
    r"(=|<=|>=|<|>|≤|≥|&lt;|&gt;|⩽|⩾|less than|greater than|below|above)\s*\Z"
)
_P_VALUE: Final = lazy(r"(?<![\w-])p[\s-]?values?\s*(?:of|was|is|:)\s*\Z")
_POWER: Final = lazy(r"\s?[×x*]\s?10([⁻-−–]?)([\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
P_CUES: Final = listed(
    "p ps value values p-value p-values pvalue p&lt; p&gt; p&lt p&gt corrected pcorrected corr "
    "uncorrected puncorrected adjusted padjusted adj padj fdr pfdr p-corrected p-adjusted p-adj"
)
"""Words before a p value."""
_COMPARATORS: Final[dict[str, Comparator]] = {
    "=": "=",
    "<": "<",
    "&lt;": "<",
    "less than": "<",
    "below": "<",
    ">": ">",
    "&gt;": ">",
    "greater than": ">",
    "above": ">",
    "<=": "≤",
    "≤": "≤",
    "⩽": "≤",
    ">=": "≥",
    "≥": "≥",
    "⩾": "≥",
}
_SPREAD: Final = lazy(r",?\s?[\[(](?:sd|se|sem|standard deviation|standard error)\b")
_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_EFFECT: Final = lazy(
    "(?<![\\w-])("
    + "|".join(re.escape(name) for name in sorted(EFFECTS, key=len, reverse=True)).replace(
        "'", "[’']"
    )
    + ")(?:\\s*[\\[(](?:a?or|a?hr|rr|smd|nnt|nnh|d|g|es|se)[\\])])?"
    "\\s*(?:=|:|,|≈|~|of|was|were|is|from|about|around|up to|approximately|[\\s(])*\\s*\\Z"
)
EFFECT_CUES: Final = frozenset(
    name.rsplit(" ", 1)[-1] + end for name in EFFECTS for end in ("", ")", "]")
)
"""Last words of the names of effects, also in brackets ("odds ratio (OR)")."""


def p_values(spot: Spot) -> list[Quantity]:
    """P values: "p < .001", "P=0.17", "p value of 0.03"."""
    start, end, number = spot.number.start, spot.number.end, spot.number.value
    before = spot.passage.before(start, 28)
    if spot.number.form != "digits":
        return []
    found = _P.search(before) or _P_VALUE.search(before)
    if found is None:
        return []
    if power := _POWER.match(spot.low, end):
        exponent = int(power[2].translate(_DIGITS)) * (-1 if power[1] else 1)
        number, end = Number(number.value.scaleb(exponent), number.literal), power.end()
    begin = start - len(before) + found.start()
    comparator = _COMPARATORS[found[1]] if found.lastindex else "="
    text = spot.text(begin, end)
    return [PValue(text=text, start=begin, end=end, comparator=comparator, value=number)]


def intervals(spot: Spot) -> list[Quantity]:
    """Intervals: "95% CI −10.2 to −2.9", "(95% CI, -10.2, -2.9)", "CI 1.4–3.0", "[−10.2; −2.9]"."""
    if spot.family == "percent":
        label = _LEVEL.match(spot.low, spot.sequence.end)
        return _levelled(spot, label.end()) if label else []
    return _interval(spot, spot.cue.start, spot.index, None)


def intervals_from(spot: Spot) -> list[Quantity]:
    """Intervals told in words: "an interval from 8.5 in favour to 2.2 against"."""
    before = spot.passage.before(spot.number.start)
    found = _FROM.search(before)
    start = spot.number.start - len(before) + found.start() if found else 0
    return _interval(spot, start, spot.index, None) if found else []


def _levelled(spot: Spot, end: int) -> list[Quantity]:
    """An interval that begins with its level; without bounds, the level alone."""
    following, start = spot.next(), spot.number.start
    near = following is not None and following.start - end < 24
    if near and following and _TO_BOUNDS.match(spot.low, end, following.start):
        found = _interval(spot, start, spot.index + 1, spot.number.value)
    else:
        found = []
    return found or [spot.other("level", start, end)]


def _interval(spot: Spot, start: int, index: int, level: Number | None) -> list[Quantity]:
    numbers = spot.passage.numerals[index : index + 2]
    if len(numbers) < 2 or any(number.form != "digits" for number in numbers):
        return []
    low, high = numbers
    if high.start - low.end > 24 or not _BOUNDS.match(spot.low, low.end, high.start):
        return []
    end = high.end + (spot.low[high.end : high.end + 1] == "%")
    text, lower = spot.text(start, end), low.value
    if " favo" in spot.low[low.end : high.start]:  # the other bound is against
        lower = Number(-lower.value, lower.literal)
    return [Interval(text=text, start=start, end=end, low=lower, high=high.value, level=level)]


def bracketed(spot: Spot) -> list[Quantity]:
    """Two decimals or signed numbers in brackets, the smaller first."""
    start = spot.number.start
    if spot.low[start - 1 : start] not in ("[", "("):
        return []
    following = spot.next()
    if following is None:
        return []
    if spot.low[following.end : following.end + 1] not in ("]", ")"):
        return []
    pair = (spot.number.value, following.value)
    if pair[0].value >= pair[1].value or not all(_is_measured(value) for value in pair):
        return []
    return _interval(spot, start, spot.index, None)


def _is_measured(value: Number) -> bool:
    return value.decimals > 0 or value.literal[:1] in "-−–"


def effects(spot: Spot) -> list[Quantity]:
    """Effect sizes: "d = 2.2", "an effect size of 0.7–0.8", "OR 2.85", "NNT of 4"."""
    if spot.family not in (None, "noun") or _NAMED_POINTS.match(spot.low, spot.number.end):
        return []
    start = spot.number.start
    before = spot.passage.before(start)
    found = _EFFECT.search(before)
    if found is None or not _is_effect(
        spot, found[1], found[0], start - len(before) + found.start()
    ):
        return []
    name, begin = found[1].replace("’", "'"), start - len(before) + found.start()
    run = shared(spot.passage, spot.index, plural=True)
    if run.kind == "range":
        low, high = run.members
        return [_effect(spot, name, begin, high.end, low.value, high.value)]
    ends = [(begin if member is run.members[0] else member.start, member) for member in run.members]
    return [_effect(spot, name, at, member.end, member.value, None) for at, member in ends]


def _is_effect(spot: Spot, name: str, whole: str, begin: int) -> bool:
    """Keep out the letters d, g, r and the word "or" where they name no measure."""
    if name in SINGLE_LETTER_EFFECTS:
        return "=" in whole or "≈" in whole or _is_in_a_row(spot, begin)
    if name in CAPITAL_EFFECTS:
        return spot.text(begin, begin + 2).isupper() and spot.number.form == "digits"
    return True


def _is_in_a_row(spot: Spot, begin: int) -> bool:
    """Whether a letter and a decimal stand between commas or brackets: "(p < 0.01, d 0.88)"."""
    before, after = spot.passage.before(begin, 2), spot.low[spot.number.end : spot.number.end + 1]
    parted = before[-1:] == "(" or before in {", ", "; "}
    return parted and after in {")", ",", ";"} and spot.number.value.decimals > 0


def _effect(
    spot: Spot, name: str, start: int, end: int, value: Number, high: Number | None
) -> EffectSize:
    return EffectSize(
        text=spot.text(start, end),
        start=start,
        end=end,
        bound=spot.bound(start, end),
        measure=EFFECTS[name],
        value=value,
        high=high,
    )


def points(spot: Spot) -> list[Quantity]:
    """Scores and their differences: "−6.6 points", "a score of 32", a bare "−12.0"."""
    if spot.family == "points":
        return [_points(spot, start, end, value, high) for value, high, start, end in spread(spot)]
    number = spot.number
    if spot.family is not None or number.form != "digits":
        return []
    named = _NAMED_POINTS.match(spot.low, number.end)
    change = named and _CHANGE.search(spot.passage.before(number.start, _AHEAD))
    if change or _has_spread(spot) or _is_score(spot, number):
        return [_points(spot, number.start, number.end, number.value, None)]
    return []


def _has_spread(spot: Spot) -> bool:
    """Whether a standard deviation follows: "8.0 ± 7.1", "8.0 (SD 7.1)"."""
    if spot.passage.join(spot.index) is Join.SPREAD:
        return True
    return _SPREAD.match(spot.low, spot.number.end) is not None


def _is_score(spot: Spot, number: Numeral) -> bool:
    if number.value.literal[0] in "+-−–":
        return True
    if spot.cue.word == "by" and number.value.decimals > 0:
        return True
    return spot.cue.word in _SCORES and (
        number.value.decimals > 0 or spot.cue.link in ("of", "=", "was", "by", ":")
    )


def _points(spot: Spot, start: int, end: int, value: Number, high: Number | None) -> Points:
    return Points(
        text=spot.text(start, end),
        start=start,
        end=end,
        bound=spot.bound(start, end),
        value=value,
        high=high,
        signed=value.literal[0] in "+-−–",
    )
