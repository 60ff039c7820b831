"""Dates that date a text or a part of it."""

from __future__ import annotations

from claimcheck.model.dates import PartialDate
from claimcheck.model.quantity import Date
from claimcheck.quantity import read

_LOOK = 60


def leading_date(text: str) -> PartialDate | None:
    """The date that a text begins with, if it does."""
    head = text[:_LOOK]
    indent = len(head) - len(head.lstrip('*_ \t"“(['))
    for found in read(head):
        if isinstance(found, Date) and found.start <= indent:
            return _partial(found)
    return None


def only_date(text: str) -> PartialDate | None:
    """The date in a short line, if it names exactly one."""
    dates = [found for found in read(text) if isinstance(found, Date)]
    return _partial(dates[0]) if len(dates) == 1 else None


def _partial(found: Date) -> PartialDate | None:
    return PartialDate(found.year, found.month, found.day) if found.year else None
