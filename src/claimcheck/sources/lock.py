"""The evidence lock as a value and as a source; `lockfile` reads and writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from claimcheck.model.evidence import (
    Found,
    Gone,
    LinkLookup,
    Lookup,
    Missing,
    Reachable,
    Record,
    Registered,
    SearchLookup,
    TrialFound,
    TrialLookup,
    Unavailable,
)
from claimcheck.sources.codec import Answer

NOT_LOCKED = "not in the lock"


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, and when."""

    records: tuple[Record, ...]
    checked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Everything that a lock file holds, by what was asked."""

    works: Mapping[str, Answer] = field(default_factory=dict)
    trials: Mapping[str, TrialFound | Missing] = field(default_factory=dict)
    links: Mapping[str, Reachable | Gone] = field(default_factory=dict)
    searches: Mapping[str, Hits] = field(default_factory=dict)


def refreshed(old: Lock, works: Iterable[Lookup], **others: Any) -> Lock:
    """A lock of the new answers; what could not be checked keeps its old entry, if it has one.

    `others` are the new `trials`, `links` and `searches` of a `Lock`; left out, the old ones stay.
    """
    kept: dict[str, Answer] = {}
    for answer in works:
        if not isinstance(answer, Unavailable):
            kept[answer.asked] = replace(answer, cached=False)
        elif answer.asked in old.works:
            kept[answer.asked] = old.works[answer.asked]
    return replace(old, works=kept, **others)


class LockSource:
    """Answers from a lock alone; what it does not hold could not be checked."""

    def __init__(self, lock: Lock) -> None:
        self._lock = lock

    def look_up(self, dois: Sequence[str]) -> Iterator[Lookup]:
        """One answer per distinct DOI; `via` is `lock`, `checked_at` the date of the entry."""
        for doi in dict.fromkeys(dois):
            answer = self._lock.works.get(doi)
            match answer:
                case None:
                    yield Unavailable(doi, NOT_LOCKED)
                case Missing():
                    yield answer
                case Found() | Registered():
                    yield replace(answer, via="lock")

    def search(self, text: str, rows: int = 20) -> SearchLookup:
        """The works that the same search found when the lock was made."""
        hits = self._lock.searches.get(text)
        return hits.records[:rows] if hits else Unavailable(text, NOT_LOCKED)

    def trial(self, registry_id: str) -> TrialLookup:
        """The study as the registry had it when the lock was made."""
        found = self._lock.trials.get(registry_id.upper())
        return found or Unavailable(registry_id, NOT_LOCKED)

    def reachable(self, url: str) -> LinkLookup:
        """Whether the page answered when the lock was made."""
        return self._lock.links.get(url) or Unavailable(url, NOT_LOCKED)
