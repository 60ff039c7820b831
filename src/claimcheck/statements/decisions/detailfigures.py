"""Figures that are recorded inside decisions, and whether a written one is one of them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from claimcheck.classes import dataclass
from claimcheck.model.events import Detail, Event
from claimcheck.model.quantity import Count, Duration, Money, Percent, TimePoint
from claimcheck.quantity import read
from claimcheck.quantity.compare import agrees
from claimcheck.quantity.tolerance import Known, holds
from claimcheck.statements.records import Records

Figure = Count | Duration | Money | Percent | TimePoint

SORTS: dict[type, str] = {
    Count: "count",
    Duration: "time",
    Money: "money",
    Percent: "percent",
    TimePoint: "time",
}
"""What sort of figure each type is: only those of one sort compare."""


@dataclass(frozen=True, slots=True)
class Held:
    """A recorded figure."""

    event: Event
    detail: Detail
    value: Figure


def figures(records: Records) -> dict[str, tuple[Held, ...]]:
    """The figures of all decisions, by their sort."""

    def find() -> dict[str, tuple[Held, ...]]:
        found: dict[str, list[Held]] = {sort: [] for sort in SORTS.values()}
        for event in records.base.events:
            for detail in event.figures:
                told = () if "vot" in detail.of else _value(detail.figure)
                for value in told:
                    found[SORTS[type(value)]].append(Held(event, detail, value))
        return {sort: tuple(held) for sort, held in found.items()}

    return records.remembered("figures of decisions", find)


@lru_cache(maxsize=256)
def _value(text: str) -> tuple[Figure, ...]:
    return tuple(q for q in read(text)[:1] if isinstance(q, Figure))


def is_same(figure: Figure, recorded: Figure, *, rule: bool) -> bool | None:
    """Whether a written figure is the recorded one, or lies where the record bounds it.

    `rule` tells that the text states what is demanded, not what somebody does.
    """
    if isinstance(figure, Duration | TimePoint) and isinstance(recorded, Duration | TimePoint):
        return _as_long(figure, recorded, rule=rule)
    if isinstance(figure, Money) and isinstance(recorded, Money):
        if figure.currency != recorded.currency:
            return None
        known = Known.exactly(recorded.value.value)
        bound = "about" if recorded.bound == "about" else figure.bound
        if bound in {"at-most", "at-least"}:
            bound = "exact"
        return holds(bound, figure.value, figure.high, known)
    if isinstance(figure, Count) and isinstance(recorded, Count):
        return _as_many(figure, recorded)
    return agrees(figure, recorded)


def _as_many(figure: Count, recorded: Count) -> bool | None:
    stated, known = figure.value.value, recorded.value.value
    if recorded.bound == "at-most" and stated < known and figure.bound == "exact":
        return None
    if recorded.bound == "about" and figure.bound == "exact":
        return abs(stated - known) <= known / 20
    capped = figure.bound == "at-most" or figure.bound == recorded.bound
    return agrees(replace(figure, bound="exact") if capped else figure, recorded)


def _as_long(
    figure: Duration | TimePoint, recorded: Duration | TimePoint, *, rule: bool
) -> bool | None:
    """A shorter time than the least is wrong; a longer one may be a house's own rule."""
    if recorded.high is not None:
        if figure.high is None:
            return None
        ends = (figure.days, figure.high.value), (recorded.days, recorded.high.value)
        return ends[0] == ends[1]
    if figure.high is not None or (figure.days < 1) != (recorded.days < 1):
        return None
    if figure.days == recorded.days:
        return True
    if recorded.bound == "at-least" and figure.days > recorded.days:
        return False if rule else None
    return False
