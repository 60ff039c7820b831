"""Dates that date a text or a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model.dates import PartialDate
from claimcheck.model.drafts import Block
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy

_LOOK = 60
_YEAR = lazy(r"\d{4}")
_REST = lazy(
    r"\s*[,:–—-]\s*((?:\d{1,2}\s+)?[A-Z][a-z]{2,8}(?:\s+\d{1,2})?)(?=\s*[.:;,–—)*\]-]|\s*\Z)"
)
"""After a year at the beginning: the month, and perhaps the day."""
_OPENING = 160
"""A place and a date that open a press release stand within this."""
_MAX_DATELINE = 90
_LINES = 4
"""Lines under a title among which the date may stand: subtitle, author, date, reading time."""
_SAYS_DATE = lazy(
    r"\b(?:posted|published|updated|reviewed|revised|dated?|written|by|version|modified)\b", re.I
)
_WORDS_OF_DATELINE = 8
_PLACE = lazy(r"(?:[A-Z][\w.’'-]*|[,/&;()]|and|of|de|\s)*[,\s(]*\Z")
_DASH = lazy(r"\s*(?:\([^()]{0,60}\)|/[^/]{0,60}/)?\s*(?:--|–|—|―|:|\|)")


def leading_date(text: str) -> PartialDate | None:
    """The date that a text begins with, if it does."""
    head = text[:_LOOK]
    if not _YEAR.search(head):
        return None
    indent = len(head) - len(head.lstrip('*_ \t"“(['))
    for found in _dates(head):
        if found.start <= indent:
            return _after_year(found, head) or _partial(found)
    return None


def _after_year(year: Date, text: str) -> PartialDate | None:
    """The date of a year that comes before its month or day: "2025, 23 June"."""
    rest = _REST.match(text, year.end)
    if year.month or rest is None:
        return None
    whole = f"{rest.group(1)} {year.year}"
    found = next(iter(_dates(whole)), None)
    return _partial(found) if found and found.text == whole else None


def only_date(text: str) -> PartialDate | None:
    """The date in a short line, if it names exactly one."""
    dates = _dates(text)
    return _partial(dates[0]) if len(dates) == 1 else None


def dateline(blocks: Sequence[Block]) -> PartialDate | None:
    """The date in a short line under the title (`By A. Writer, 4 May 2024`), or before the first
    words of a press release (`LONDON, 4 May 2024 – …`).

    A sentence that names a date is no dateline, nor is a year alone.
    """
    lines = 0
    for block in blocks[: _LINES + 3]:
        if block.kind == "heading":
            continue
        if block.kind != "paragraph" or lines == _LINES:
            return None
        lines += 1
        if found := _short_line(block.text) or _press_opening(block.text):
            return found
        if len(block.text) > _MAX_DATELINE:
            return None
    return None


def _short_line(text: str) -> PartialDate | None:
    line = text.strip()
    if len(line) > _MAX_DATELINE or not any(c.isdigit() for c in line):
        return None
    dates = [found for found in _dates(line) if found.year and found.month]
    says = bool(_SAYS_DATE.search(line))
    if not dates or (len(dates) > 1 and not says):
        return None
    rest = len(line.split()) - sum(len(line[d.start : d.end].split()) for d in dates)
    if rest > _WORDS_OF_DATELINE or (line[-1] in ".!?" and rest and not says):
        return None
    return max(found for date in dates if (found := _partial(date)))


def _press_opening(text: str) -> PartialDate | None:
    head = text[:_OPENING]
    for found in _dates(head):
        opens = found.month and _PLACE.match(head[: found.start])
        if opens and _DASH.match(head, found.end):
            return _partial(found)
        return None
    return None


def _dates(text: str) -> list[Date]:
    from claimcheck.quantity import read

    return [found for found in read(text) if isinstance(found, Date)]


def _partial(found: Date) -> PartialDate | None:
    return PartialDate(found.year, found.month, found.day) if found.year else None
