"""The few methods by which everything asks the world."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from claimcheck.model.evidence import LinkLookup, Lookup, SearchLookup, TrialLookup


class Source(Protocol):
    """Something that can be asked for the records of DOIs."""

    def look_up(self, dois: Sequence[str]) -> Iterator[Lookup]:
        """Yield exactly one answer per distinct DOI, as answers arrive, in any order.

        `dois` are normalised (`claimcheck.compare.dois.normalise`). Trouble with network or
        service is answered `Unavailable`, never raised.
        """
        ...


class Search(Protocol):
    """Something that finds works by their description."""

    def search(self, text: str, rows: int = 20) -> SearchLookup:
        """The `rows` works most like `text` (a citation, or title, authors and year)."""
        ...


class TrialRegistry(Protocol):
    """Something that can be asked for registered trials."""

    def trial(self, registry_id: str) -> TrialLookup:
        """What the registry says of the study with this id (NCT…)."""
        ...


class Links(Protocol):
    """Something that knows whether web pages are there."""

    def reachable(self, url: str) -> LinkLookup:
        """Whether the page at `url` answers."""
        ...


class EvidenceSource(Source, Search, TrialRegistry, Links, Protocol):
    """Everything that can be asked of the world; trouble is an `Unavailable`, never raised."""

    def services(self) -> tuple[str, ...]:
        """The services that were really asked so far, by the names that answers carry."""
        ...
