"""Figures of results that are told in words rather than signs: units, odds, intervals, falls.

"From 9.3 units a day to 2.2", "six times the odds", "an interval that ran from -3 to 48".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, TypeVar

from claimcheck.classes import dataclass
from claimcheck.model.quantity import (
    Count,
    Duration,
    EffectSize,
    Interval,
    Other,
    Percent,
    Points,
)
from claimcheck.patterns import lazy
from claimcheck.quantity.numerals import numerals
from claimcheck.statements.reading import Placed
from claimcheck.statements.records import Records
from claimcheck.statements.trials.line import Line

F = TypeVar("F", bound="Points | EffectSize")
_STEM = 6
_UNIT = lazy(r"\s(?P<unit>[a-z]+)\b")
_TO = lazy(r"\b(?:to|from|versus|vs?\.?|against|and|compared (?:with|to)|than)\s(?:\w+\s)?\Z")
_NUMBER = r"[-−–]?\d[\d.]*"
_TO_NUMBER = (
    r"(?:(?:an?|the|its|their|mean|average|median|baseline|of|score|level|about|around|roughly|"
    r"some|just|only|over|under|nearly|almost)\s)*"
)
_FROM_TO = lazy(
    rf"\bfrom\s{_TO_NUMBER}(?P<first>{_NUMBER})[^;\d]{{0,45}}?\bto\s{_TO_NUMBER}(?P<last>{_NUMBER})"
    rf"|(?:\b(?:down|up)|,)\sfrom\s{_TO_NUMBER}(?P<before>{_NUMBER})"
)
"""The level at the beginning, and the one to which it came."""
_SPAN = lazy(r"\b(?:r[au]n(?:s|ning)?|rang\w+|goes|stretch\w*|span\w*|intervals?|ci|scored)\W+\Z")
_INTERVAL_OF = lazy(
    rf"\bintervals?\b[^;.\d−–-]{{0,40}}?(?P<low>{_NUMBER})\s?%?\s(?:to|and|through|up to)\s"
    rf"(?P<high>{_NUMBER})"
)
_ODDS = lazy(r"\s(?:the |greater |higher |better |more )?odds\b")
_ODDS_BEFORE = lazy(r"\bodds\b[^;.]{0,70}\Z")
_HIGHER = lazy(r"\s(?:as |more )?(?:higher|greater|better|large|high|likely)\b")
_ABOUT = lazy(r"\b(?:about|around|roughly|nearly|almost|some|approximately|more or less)\s\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount(Points):
    """A figure in a unit of its own, that is no score: "9.3 units"."""

    unit: str


def recast(kind: type[F], q: Count | Duration | Percent, **more: Any) -> F:
    """A figure as one of another sort."""
    return kind(
        text=q.text, start=q.start, end=q.end, bound=q.bound, value=q.value, high=q.high, **more
    )


def told_intervals(line: Line) -> Iterator[Interval]:
    """Intervals told in words: "an interval that ran from -3 to 48"."""
    for found in _INTERVAL_OF.finditer(line.low):
        low, high = (numerals(found.group(name), found.group(name)) for name in ("low", "high"))
        if low and high:
            start, end = found.start("low"), found.end()
            told = Interval(
                text=line.text[start:end],
                start=start,
                end=end,
                low=low[0].value,
                high=high[0].value,
            )
            if line.holds(told):
                yield told


def amounts(line: Line) -> Iterator[Amount]:
    """Figures in a unit in which the records count ("9.3 units a day"), and bare ones after."""
    yield from _days(line)
    units = line.records.remembered("units", lambda: _units(line.records))
    unit = ""
    for q in line.of(Count):
        if q.noun is not None or q.stage:
            continue
        told = _UNIT.match(line.low, q.end)
        unit = told.group("unit") if told and told.group("unit") in units else unit
        if unit and (told or _TO.search(line.low[: q.start])):
            yield recast(Amount, q, unit=unit)


def _days(line: Line) -> Iterator[Amount]:
    """Numbers of days that are an outcome themselves: "abstinent for 16.8 days"."""
    timed = line.records.remembered("timed", lambda: _timed(line.records))
    if not any(is_timed_so(ident, line) for ident in timed):
        return
    spans = [d for d in line.of(Duration) if d.unit == "day" and d.high is None]
    bare = [c for c in line.of(Count) if c.noun is None and c.value.decimals and c.high is None]
    figures: list[Duration | Count] = [*spans]
    first = spans[0].end if spans else min(m.end for m in line.names("outcome"))
    figures += [c for c in bare if c.start > first]
    for q in figures:
        yield recast(Amount, q, unit="days")


def is_timed_so(outcome: str, line: Line) -> bool:
    """Whether a sentence names an outcome that is a number of days, or the state itself:
    "days abstinent" or "abstinent"."""
    stem = outcome.rsplit("-", 1)[-1][:_STEM]
    return any(
        i == outcome or (len(stem) == _STEM and i.startswith(stem)) for i in line.ids("outcome")
    )


def _timed(records: Records) -> frozenset[str]:
    """The outcomes that are numbers of days."""
    outcomes = (o for t in records.base.trials for o in t.outcomes)
    return frozenset(o.outcome for o in outcomes if o.unit == "days" and o.outcome != "score")


def _units(records: Records) -> frozenset[str]:
    """The first words of the units that are no points: "units" of "units a week"."""
    found = {
        o.unit.split()[0]
        for t in records.base.trials
        for o in t.outcomes
        if o.unit and " a " in o.unit
    }
    return frozenset(found)


def times_the_odds(line: Line, q: Other) -> EffectSize | None:
    """A multiple of the odds as an odds ratio: "about six times the odds"."""
    number = next(iter(numerals(q.text, q.text.lower())), None)
    if number is None or q.kind != "multiple":
        return None
    before = _ODDS_BEFORE.search(line.low[: q.start])
    if not _ODDS.match(line.low, q.end) and not (before and _HIGHER.match(line.low, q.end)):
        return None
    hedged = _ABOUT.search(line.low[: q.start])
    return EffectSize(
        text=q.text,
        start=q.start,
        end=q.end,
        bound="about" if hedged else "exact",
        measure="OR",
        value=number.value,
    )


def from_or_to(line: Line, value: Placed) -> Literal["baseline", "level"] | None:
    """Whether a figure is what something came down from, or what it came to."""
    for found in line.remembered("from-to", lambda: list(_FROM_TO.finditer(line.low))):
        if _SPAN.search(line.low[: found.start()]):
            continue
        if _is_at(found, "first", value) or _is_at(found, "before", value):
            return "baseline"
        if _is_at(found, "last", value):
            return "level"
    return None


def _is_at(found: re.Match[str], name: str, value: Placed) -> bool:
    start, end = found.span(name)
    return start >= 0 and start < value.end and value.start < end
