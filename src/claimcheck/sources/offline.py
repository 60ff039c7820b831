"""Answers without a network: what the cache holds, of whatever age, and what the lock holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from claimcheck.model.evidence import (
    LinkLookup,
    Lookup,
    SearchLookup,
    TrialLookup,
    Unavailable,
)
from claimcheck.sources.answers import Answer, Hits, LinkAnswer, TrialAnswer
from claimcheck.sources.cache import UPDATES, search_name
from claimcheck.sources.lock import LockSource
from claimcheck.sources.shelf import Shelf

NOWHERE = "offline and neither in the cache nor in the lock"

T = TypeVar("T", bound=Answer | TrialAnswer | LinkAnswer | Hits)


class OfflineSource:
    """The later of the answers of cache and lock; every answer says when it was learned.

    After a look-up `on_note` is told how many answers are too old to vouch for a work's standing.
    """

    def __init__(self, shelf: Shelf, lock: LockSource, on_note: Callable[[str], None]) -> None:
        self._shelf = shelf
        self._lock = lock
        self._on_note = on_note

    def look_up(self, dois: Sequence[str]) -> Iterator[Lookup]:
        """One answer per distinct DOI, in their order."""
        asked = list(dict.fromkeys(dois))
        answers = _later(asked, self._shelf.works.take(asked), self._lock.works)
        for doi in asked:
            yield answers.get(doi) or Unavailable(doi, NOWHERE)
        self._note_age(answers.values())

    def search(self, text: str, rows: int = 20) -> SearchLookup:
        """The result of the same search."""
        kept = self._shelf.searches.take([search_name(text, rows)])
        renamed = {hits.asked: hits for hits in kept.values()}
        hits = _later([text], renamed, self._lock.searches).get(text)
        return hits.records[:rows] if hits else Unavailable(text, NOWHERE)

    def trial(self, registry_id: str) -> TrialLookup:
        """What was learned of a trial."""
        name = registry_id.upper()
        kept = self._shelf.trials.take([name])
        return _later([name], kept, self._lock.trials).get(name) or Unavailable(
            registry_id, NOWHERE
        )

    def reachable(self, url: str) -> LinkLookup:
        """Whether the page answered."""
        answers = _later([url], self._shelf.links.take([url]), self._lock.links)
        return answers.get(url) or Unavailable(url, NOWHERE)

    def services(self) -> tuple[str, ...]:
        """No service is asked."""
        return ()

    def _note_age(self, answers: Collection[Answer]) -> None:
        oldest = min((answer.checked_at for answer in answers), default=datetime.now(UTC))
        old = [answer for answer in answers if _age(answer) > UPDATES]
        if old:
            self._on_note(
                f"offline: {len(old)} of {len(answers)} sources were last checked more than"
                f" {UPDATES.days} days ago, the oldest on {oldest:%Y-%m-%d}"
            )


def _later(asked: Iterable[str], kept: dict[str, T], locked: Mapping[str, T]) -> dict[str, T]:
    """Of the answers to each question, the one that was learned later."""
    answers: dict[str, T] = {}
    for name in asked:
        found = [source[name] for source in (locked, kept) if name in source]
        if found:
            answers[name] = max(found, key=lambda answer: answer.checked_at)
    return answers


def _age(answer: Answer) -> timedelta:
    return datetime.now(UTC) - answer.checked_at
