"""The few values of works by which lists are filtered and sorted, one column for each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Work = Mapping[str, Any]
Facets = Mapping[str, list[Any]]


def day(date: Any) -> int:
    """A Crossref date as YYYYMMDD, missing parts 01; 0 if unknown."""
    parts = ((date or {}).get("date-parts") or [[None]])[0]
    year, month, date_of_month = (*parts, None, None, None)[:3]
    return year * 10_000 + (month or 1) * 100 + (date_of_month or 1) if year else 0


def _prefix(work: Work) -> str:
    return sys.intern(str(work.get("prefix") or str(work["DOI"]).partition("/")[0]))


def _dated(key: str) -> Callable[[Work], int]:
    return lambda work: day(work.get(key))


COLUMNS: dict[str, Callable[[Work], Any]] = {
    "type": lambda work: sys.intern(str(work.get("type", ""))),
    "prefix": _prefix,
    "member": lambda work: sys.intern(str(work.get("member", ""))),
    "issn": lambda work: tuple(sys.intern(str(number)) for number in work.get("ISSN") or ()),
    "issued": _dated("issued"),
    "online": _dated("published-online"),
    "print": _dated("published-print"),
    "posted": _dated("posted"),
    "created": _dated("created"),
    "deposited": _dated("deposited"),
    "indexed": _dated("indexed"),
    "cited": lambda work: int(work.get("is-referenced-by-count") or 0),
    "references": lambda work: int(work.get("reference-count") or 0),
    "has-update": lambda work: bool(work.get("updated-by")),
    "is-update": lambda work: bool(work.get("update-to")),
}


def columns(works: Iterable[Work]) -> Facets:
    """The columns over all works, read in one pass."""
    facets: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    for work in works:
        for name, read in COLUMNS.items():
            facets[name].append(read(work))
    return facets
