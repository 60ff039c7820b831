"""Quantities as one line of text, for tables of phrases."""

from __future__ import annotations

from claimcheck.model.quantity import (
    Age,
    Count,
    Date,
    Dose,
    Duration,
    EffectSize,
    Fraction,
    Interval,
    Money,
    Percent,
    Phase,
    Points,
    PValue,
    Quantity,
    TimePoint,
    Vote,
)
from claimcheck.quantity.explain import plain


def rendered(quantity: Quantity) -> str:
    """Its kind and its fields, the hedge first: "about count 240 participant"."""
    bound = "" if quantity.bound == "exact" else f"{quantity.bound} "
    return bound + " ".join(str(part) for part in _parts(quantity) if part is not None)


def _parts(q: Quantity) -> tuple[object, ...]:
    return _of_results(q) or _of_conduct(q)


def _of_results(q: Quantity) -> tuple[object, ...]:
    match q:
        case Count():
            return ("count", _value(q), q.noun, q.stage)
        case Percent():
            return ("points-of-percent" if q.points else "percent", _value(q), _of(q.noun))
        case Fraction():
            kind = "spoken" if q.rounded else "fraction"
            return (kind, f"{plain(q.numerator.value)}/{plain(q.denominator.value)}", _of(q.noun))
        case Points():
            return ("points", _value(q), "signed" if q.signed else None)
        case EffectSize():
            return ("effect", q.measure, _value(q))
        case Interval():
            level = plain(q.level.value) if q.level else "?"
            return ("interval", level, f"{plain(q.low.value)}..{plain(q.high.value)}")
        case PValue():
            return ("p", q.comparator, plain(q.value.value))
    return ()


def _of_conduct(q: Quantity) -> tuple[object, ...]:
    match q:
        case Duration():
            return ("duration", _value(q), q.unit)
        case TimePoint():
            return ("at", _value(q), q.unit, f"since {q.since}" if q.since else None)
        case Date():
            return ("date", q.when or f"--{q.month:02d}-{q.day:02d}", q.part)
        case Dose():
            times = f"times {q.times}" if q.times else None
            return ("dose", _value(q), q.unit, f"per {q.per}" if q.per else None, times)
        case Phase():
            return ("phase", q.value)
        case Vote():
            return ("vote", f"{plain(q.first.value)}:{plain(q.second.value)}", q.side)
        case Money():
            return ("money", _value(q), q.currency)
        case Age():
            return ("age", _value(q))
    return ("other", q.kind)


def _value(
    q: Count | Percent | Points | EffectSize | Duration | TimePoint | Dose | Money | Age,
) -> str:
    low = plain(q.value.value)
    return low if q.high is None else f"{low}..{plain(q.high.value)}"


def _of(noun: str | None) -> str | None:
    return f"of {noun}" if noun else None
