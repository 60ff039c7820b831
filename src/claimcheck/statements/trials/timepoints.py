"""Time points of sentences and of records, in days, and when two are the same."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.model.quantity import Duration, TimePoint
from claimcheck.quantity import read

_TOLERANCE = 0.1
"""Week 6 and day 43, eight months and week 32 are the same time."""
_LEAST = 1.5


@lru_cache(maxsize=1024)
def days_of(text: str) -> tuple[float, ...]:
    """The days that the time point of a record lies after its beginning; a range gives both."""
    found: list[float] = []
    for figure in read(text):
        if isinstance(figure, TimePoint | Duration):
            found.append(float(figure.days))
            if figure.high is not None:
                ratio = figure.high.value / figure.value.value if figure.value.value else 1
                found.append(float(figure.days * ratio))
    return tuple(found)


def same_time(stated: TimePoint | Duration, recorded: str | None) -> bool | None:
    """Whether a time point in a sentence is that of a record; None where the record has none."""
    if recorded is None:
        return None
    days = days_of(recorded)
    if not days:
        return None
    wanted = float(stated.days)
    slack = max(_LEAST, wanted * _TOLERANCE)
    return min(days) - slack <= wanted <= max(days) + slack
