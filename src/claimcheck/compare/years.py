"""Years of publication: a reference may give the print or the online one.

Crossref's `created` is when the DOI was registered, decades late for old works; a `Record` does
not even hold it.
"""

from __future__ import annotations

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record

TOLERANCE = 1
"""Years by which a reference may miss every date of the record: print year, online year and cover
date straddle the turn of the year in a third of records that have both."""


def same_year(given: PartialDate | None, record: Record) -> bool | None:
    """Whether the year given is within the tolerance of any date of the record; None if unknown."""
    recorded = [date.year for _, date in _dates(record)]
    if given is None or not recorded:
        return None
    return min(abs(given.year - year) for year in recorded) <= TOLERANCE


def years_in_print(record: Record) -> str | None:
    """The record's years as a message shows them: `2019 (print), 2018 (online)`."""
    years: dict[int, list[str]] = {}
    for kind, date in _dates(record):
        years.setdefault(date.year, []).append(kind)
    if len(years) == 1:
        return str(next(iter(years)))
    named = {year: [kind for kind in kinds if kind] for year, kinds in years.items()}
    shown = [
        f"{year} ({', '.join(kinds)})" if kinds else str(year) for year, kinds in named.items()
    ]
    return ", ".join(shown) or None


def _dates(record: Record) -> list[tuple[str, PartialDate]]:
    kinds = ("print", "online", "posted", "")
    dates = (record.printed, record.online, record.posted, record.issued)
    return [(kind, date) for kind, date in zip(kinds, dates, strict=True) if date]
