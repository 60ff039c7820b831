"""The cache's contents as our nouns: answers of each kind, kept and found again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar

from claimcheck.classes import dataclass
from claimcheck.sources import store
from claimcheck.sources.answers import (
    Answer,
    Hits,
    LinkAnswer,
    TrialAnswer,
    as_cached,
    read_answer,
    read_hits,
    read_link,
    read_trial_answer,
    write_answer,
    write_hits,
    write_link,
    write_trial_answer,
)
from claimcheck.sources.codec import ShapeError
from claimcheck.sources.settings import Network
from claimcheck.sources.store import Key, Store

T = TypeVar("T", Answer, TrialAnswer, LinkAnswer, Hits)


@dataclass(frozen=True, slots=True)
class Drawer(Generic[T]):
    """Answers of one kind, by what was asked."""

    store: Store
    key: Key
    read: Callable[[Any], T]
    write: Callable[[T], dict[str, Any]]

    def take(self, asked: Iterable[str]) -> dict[str, T]:
        """The answers that are kept, of whatever age, marked as cached."""
        bodies = self.store.get(self.key, list(asked))
        answers = ((name, self._parse(body)) for name, body in bodies.items())
        return {name: as_cached(answer) for name, answer in answers if answer is not None}

    def put(self, answer: T, name: str | None = None) -> None:
        """Keep an answer under what was asked, or under `name`."""
        body = json.dumps(self.write(answer))
        self.store.put(self.key, answer.asked if name is None else name, body)

    def _parse(self, body: str) -> T | None:
        """None for what this version would not write: it is asked for again."""
        try:
            return self.read(json.loads(body))
        except (ShapeError, json.JSONDecodeError):
            return None


class Shelf:
    """The cache of one machine, as far as it comes from the services of `network`."""

    def __init__(self, network: Network, on_note: Callable[[str], None]) -> None:
        self._store = Store(cache_file(network.cache_dir), on_note)
        agencies = f"{network.crossref_url} {network.doi_url} {network.datacite_url}"
        self.works: Drawer[Answer] = self._drawer("work", agencies, read_answer, write_answer)
        self.trials: Drawer[TrialAnswer] = self._drawer(
            "trial", network.clinicaltrials_url, read_trial_answer, write_trial_answer
        )
        self.links: Drawer[LinkAnswer] = self._drawer("link", "", read_link, write_link)
        self.searches: Drawer[Hits] = self._drawer(
            "search", network.crossref_url, read_hits, write_hits
        )

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def _drawer(
        self, kind: str, realm: str, read: Callable[[Any], T], write: Callable[[T], dict[str, Any]]
    ) -> Drawer[T]:
        return Drawer(self._store, Key(kind, realm), read, write)


def cache_file(cache_dir: Path) -> Path:
    """The cache's file; another version of its contents has another name."""
    return cache_dir / f"answers-{store.VERSION}.sqlite3"
