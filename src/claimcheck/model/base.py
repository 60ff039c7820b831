"""The claim base as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from claimcheck.classes import dataclass
from claimcheck.model.claims import Article, Claim
from claimcheck.model.events import Coverage, Event
from claimcheck.model.findings import Problem
from claimcheck.model.place import Location
from claimcheck.model.trials import Trial
from claimcheck.model.vocabulary import Term, Vocabulary
from claimcheck.model.works import Reference

FieldPath = tuple[str | int, ...]
"""Keys and list indexes that lead from an entry to one of its fields."""

Identified = Article | Claim | Reference | Trial | Event | Term
Entry = Identified | Coverage


def _entry_itself(entry: Location, _path: FieldPath) -> Location:
    return entry


@dataclass(frozen=True, kw_only=True)
class Base:
    """Claims, their sources and the records they are checked against.

    Lists keep the order of the files. Where two entries share an id the first is the one that
    `claims_by_id` and its like return; the second is a finding.
    """

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    references: tuple[Reference, ...] = ()
    trials: tuple[Trial, ...] = ()
    events: tuple[Event, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    problems: tuple[Problem, ...] = ()
    """What the loader could not take, or took with a reservation."""
    unread: frozenset[str] = frozenset()
    """Every text in entries that the loader left out: the ids that they have and name."""
    texts: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Text of the files, by path."""
    locate: Callable[[Location, FieldPath], Location] = field(default=_entry_itself, compare=False)

    def at(self, entry: Entry, *path: str | int) -> Location:
        """Where `entry`, or the field of it that `path` leads to, stands in its file.

        `path` uses the keys of the file: `base.at(claim, "sources", 0, "ref")`.
        """
        return self.locate(entry.place, path) if path else entry.place

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """The articles by id."""
        return {entry.id: entry for entry in reversed(self.articles)}

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {entry.id: entry for entry in reversed(self.claims)}

    @cached_property
    def reference(self) -> Mapping[str, Reference]:
        """The references by id."""
        return {entry.id: entry for entry in reversed(self.references)}

    @cached_property
    def trial(self) -> Mapping[str, Trial]:
        """The trials by id."""
        return {entry.id: entry for entry in reversed(self.trials)}

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """The events by id."""
        return {entry.id: entry for entry in reversed(self.events)}

    def lists(self) -> Iterator[Sequence[Identified]]:
        """Every list of entries that have ids."""
        yield self.articles
        yield self.claims
        yield self.references
        yield self.trials
        yield self.events
        yield from self.vocabulary.lists().values()

    def events_of_kinds(self, kinds: frozenset[str]) -> tuple[Event, ...]:
        """The events of these kinds, in the order of the file."""
        return tuple(event for kind in kinds for event in self._events_by_kind.get(kind, ()))

    @cached_property
    def _events_by_kind(self) -> Mapping[str, tuple[Event, ...]]:
        return {
            kind: tuple(event for event in self.events if event.kind == kind)
            for kind in {event.kind for event in self.events}
        }
