"""The one method by which everything asks the world about DOIs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from claimcheck.model.evidence import Lookup


class Source(Protocol):
    """Something that can be asked for the records of DOIs."""

    def look_up(self, dois: Sequence[str]) -> Iterator[Lookup]:
        """Yield exactly one answer per distinct DOI, as answers arrive, in any order.

        `dois` are normalised (`claimcheck.compare.dois.normalise`). Trouble with network or
        service is answered `Unavailable`, never raised.
        """
        ...
