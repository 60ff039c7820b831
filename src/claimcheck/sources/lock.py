"""The evidence lock as a value and as a source; `lockfile` reads and writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TypeVar

from claimcheck.classes import dataclass
from claimcheck.model.evidence import (
    LinkLookup,
    Lookup,
    SearchLookup,
    TrialLookup,
    Unavailable,
)
from claimcheck.sources.answers import Answer, Hits, LinkAnswer, TrialAnswer, as_cached

NOT_LOCKED = "not in the lock"

T = TypeVar("T", Answer, TrialAnswer, LinkAnswer, Hits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Everything that a lock file holds, by what was asked."""

    works: Mapping[str, Answer] = field(default_factory=dict)
    trials: Mapping[str, TrialAnswer] = field(default_factory=dict)
    links: Mapping[str, LinkAnswer] = field(default_factory=dict)
    searches: Mapping[str, Hits] = field(default_factory=dict)


def refreshed(
    old: Lock,
    works: Iterable[Lookup],
    trials: Iterable[TrialLookup] | None = None,
    links: Iterable[LinkLookup] | None = None,
    searches: Iterable[Hits] | None = None,
) -> Lock:
    """A lock of the new answers; what could not be checked keeps its old entry, if it has one.

    Entries that were not asked for again are dropped, but for kinds that are left out.
    """
    return Lock(
        works=_kept(old.works, works),
        trials=old.trials if trials is None else _kept(old.trials, trials),
        links=old.links if links is None else _kept(old.links, links),
        searches=old.searches if searches is None else _kept(old.searches, searches),
    )


def _kept(old: Mapping[str, T], answers: Iterable[T | Unavailable]) -> dict[str, T]:
    kept: dict[str, T] = {}
    for answer in answers:
        if not isinstance(answer, Unavailable):
            kept[answer.asked] = as_cached(answer, cached=False)
        elif answer.asked in old:
            kept[answer.asked] = old[answer.asked]
    return kept


class LockSource:
    """Answers from a lock alone; what it does not hold could not be checked.

    Works are said to come from the lock, with the date on which they were learned.
    """

    def __init__(self, lock: Lock | None = None) -> None:
        lock = lock or Lock()
        self.works = {asked: _relabelled(answer) for asked, answer in lock.works.items()}
        self.trials = {asked.upper(): answer for asked, answer in lock.trials.items()}
        self.links = lock.links
        self.searches = lock.searches

    def look_up(self, dois: Sequence[str]) -> Iterator[Lookup]:
        """One answer per distinct DOI, in their order."""
        for doi in dict.fromkeys(dois):
            yield self.works.get(doi) or Unavailable(doi, NOT_LOCKED)

    def search(self, text: str, rows: int = 20) -> SearchLookup:
        """The works that the same search found."""
        hits = self.searches.get(text)
        return hits.records[:rows] if hits else Unavailable(text, NOT_LOCKED)

    def trial(self, registry_id: str) -> TrialLookup:
        """The study as the registry had it."""
        return self.trials.get(registry_id.upper()) or Unavailable(registry_id, NOT_LOCKED)

    def reachable(self, url: str) -> LinkLookup:
        """Whether the page answered."""
        return self.links.get(url) or Unavailable(url, NOT_LOCKED)

    def services(self) -> tuple[str, ...]:
        """No service is asked."""
        return ()


def _relabelled(answer: Answer) -> Answer:
    return replace(answer, via="lock")
