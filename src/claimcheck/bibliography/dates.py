"""Dates in the fields of reference files."""

from __future__ import annotations

from typing import Any

from claimcheck.model.dates import PartialDate
from claimcheck.patterns import lazy

_ISO = lazy(r"\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)")
_YEAR = lazy(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


def year_of(text: str) -> PartialDate | None:
    """The date of a field, to the day if it is written as one; None where no year is."""
    if found := _ISO.match(text):
        parts = [int(part) for part in found.groups() if part]
        return _date(parts)
    year = _YEAR.search(text)
    return PartialDate(int(year[1])) if year else None


def csl_date(value: Any) -> PartialDate | None:
    """A CSL date: `date-parts`, `raw` or `literal`, pandoc's `year`, or plain text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        parts = value.get("date-parts") or value.get("date_parts")
        if parts and isinstance(parts, list):
            return _from_parts(parts[0] if isinstance(parts[0], list) else parts)
        value = next((value[k] for k in ("raw", "literal", "year") if value.get(k)), None)
    return year_of(str(value)) if value is not None else None


def _from_parts(parts: list[Any]) -> PartialDate | None:
    numbers = []
    for part in parts:
        if not str(part).strip().isdigit():
            break
        numbers.append(int(part))
    return _date(numbers) if numbers else None


def _date(parts: list[int]) -> PartialDate | None:
    """The date of these parts, without those that make it none."""
    for count in (3, 2, 1):
        try:
            return PartialDate.of(*parts[:count])
        except ValueError:
            continue
    return None
