"""Compares times and dates."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from claimcheck.model.dates import PartialDate
from claimcheck.model.quantity import DAYS, Date, Duration, TimePoint
from claimcheck.quantity.tolerance import Known, holds

ACROSS_UNITS: Final = Decimal("0.10")
"""How far two times in different units may differ: four weeks are a month, twelve a quarter."""

Time = TimePoint | Duration


def same_time(stated: Time, recorded: Time) -> bool | None:
    """Whether two times are the same, or the stated one covers the recorded one.

    Studies that count the day of dosing as day 1 reach "day 43" after six weeks.
    """
    if stated.unit == recorded.unit and recorded.high is None:
        return holds(stated.bound, stated.value, stated.high, Known.exactly(recorded.value.value))
    if stated.unit == recorded.unit:
        return stated.value.value == recorded.value.value and stated.high == recorded.high
    if recorded.high is not None:
        return None
    return any(_covers(stated, days) for days in _possible_days(recorded)) or _day_count(
        stated, recorded
    )


def _possible_days(time: Time) -> tuple[Decimal, ...]:
    return (time.days, time.days - 1) if _is_day(time) else (time.days,)


def _is_day(time: Time) -> bool:
    return isinstance(time, TimePoint) and time.unit == "day" and time.value.value > 1


def _covers(stated: Time, days: Decimal) -> bool:
    factor = DAYS[stated.unit]
    slack = days * ACROSS_UNITS
    known = Known(days / factor, (days - slack) / factor, (days + slack) / factor)
    if stated.bound == "exact" and stated.high is None:
        return abs(stated.days - days) <= slack
    return holds(stated.bound, stated.value, stated.high, known) is not False


def _day_count(stated: Time, recorded: Time) -> bool:
    """Whether days count from 1: "Day 43" stated for a record at week 6."""
    return _is_day(stated) and abs(stated.days - 1 - recorded.days) <= recorded.days * ACROSS_UNITS


def same_date(stated: Date, recorded: Date | PartialDate) -> bool | None:
    """Whether two dates can be the same day, at the precision that both share.

    None where the record is less precise than the text, or lacks the year.
    """
    if isinstance(recorded, PartialDate):
        recorded = _as_date(recorded)
    ours, theirs = stated.span, recorded.span
    if ours is None or theirs is None:
        return _same_day_of_year(stated, recorded)
    if stated.bound in ("about", "nearly"):
        return abs((ours[0] - theirs[0]).days) <= 366
    if theirs[0] > ours[1] or ours[0] > theirs[1]:
        return False
    return True if ours[0] <= theirs[0] and theirs[1] <= ours[1] else None


def _as_date(date: PartialDate) -> Date:
    return Date(text=str(date), start=0, end=0, year=date.year, month=date.month, day=date.day)


def _same_day_of_year(stated: Date, recorded: Date) -> bool | None:
    if not (stated.month and recorded.month):
        return None
    if stated.month != recorded.month:
        return False
    return stated.day == recorded.day if stated.day and recorded.day else None
