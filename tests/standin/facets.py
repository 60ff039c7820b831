"""The few values of a work by which lists are filtered and sorted, kept in memory."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Day = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """Type, owner, journal and dates; a date is year, month, day, missing parts 1, or empty."""

    type: str
    prefix: str
    member: str
    issn: tuple[str, ...]
    issued: Day
    online: Day
    printed: Day
    created: Day
    deposited: Day
    indexed: Day
    cited: int
    references: int
    has_update: bool
    is_update: bool

    @classmethod
    def of(cls, work: Mapping[str, Any]) -> Facets:
        """Read them off a work."""
        doi = str(work["DOI"])
        return cls(
            sys.intern(str(work.get("type", ""))),
            sys.intern(str(work.get("prefix") or doi.partition("/")[0])),
            sys.intern(str(work.get("member", ""))),
            tuple(sys.intern(str(issn)) for issn in work.get("ISSN") or ()),
            *(day(work.get(key)) for key in DATES),
            cited=int(work.get("is-referenced-by-count") or 0),
            references=int(work.get("reference-count") or 0),
            has_update=bool(work.get("updated-by")),
            is_update=bool(work.get("update-to")),
        )


DATES = ("issued", "published-online", "published-print", "created", "deposited", "indexed")


def day(date: Any) -> Day:
    """Year, month and day of a Crossref date, the missing ones 1; empty if unknown."""
    parts = ((date or {}).get("date-parts") or [[None]])[0]
    known = [part for part in parts if part is not None]
    return (*known, *[1] * (3 - len(known))) if known else ()
