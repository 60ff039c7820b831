"""Time points of sentences beside those of records."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.model.quantity import Duration, TimePoint
from claimcheck.quantity import moments, read

Time = TimePoint | Duration


@lru_cache(maxsize=1024)
def times_of(text: str) -> tuple[Time, ...]:
    """The times in the time point of a record ("week 3", "weeks 5-36")."""
    return tuple(q for q in read(text) if isinstance(q, TimePoint | Duration))


def same_time(stated: Time, recorded: str | None) -> bool | None:
    """Whether a time in a sentence is that of a record; None where the record has none."""
    times = times_of(recorded) if recorded else ()
    if not times:
        return None
    if any(_spans(stated, time) for time in times):
        return True
    return any(moments.same_time(stated, time) or _from_day_one(stated, time) for time in times)


def _from_day_one(stated: Time, recorded: Time) -> bool:
    """Whether days after a dose are told of a record that counts the day of the dose as day 1."""
    days = stated.unit == recorded.unit == "day" and recorded.text.lower().startswith("day")
    told = not stated.text.lower().startswith("day")
    return days and told and stated.value.value == recorded.value.value - 1


def is_worded(recorded: str | None, low: str) -> bool:
    """Whether a record's time is told without a number ("immediately") and stands in a text."""
    return bool(recorded) and not times_of(recorded or "") and str(recorded).lower() in low


def _spans(stated: Time, recorded: Time) -> bool:
    """Whether a length of time is that from the beginning to the end of a record's period."""
    if not isinstance(stated, Duration) or recorded.high is None or stated.unit != recorded.unit:
        return False
    return 0 <= recorded.high.value - recorded.value.value + 1 - stated.value.value <= 1


def is_at_another_time(stated: Time, recorded: str | None) -> bool:
    """Whether a record is of a moment, and of another one than that stated."""
    moment = all(time.high is None for time in times_of(recorded or ""))
    return moment and same_time(stated, recorded) is False


def time_fits(stated: Time | None, recorded: str | None) -> bool:
    """Whether a record may be meant: no time is stated, or the same one."""
    return stated is None or same_time(stated, recorded) is True
