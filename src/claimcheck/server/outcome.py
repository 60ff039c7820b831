"""What linting a text came to, as the server needs it, and who does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from claimcheck.bibliography.edits import Edit
from claimcheck.classes import dataclass
from claimcheck.errors import ClaimcheckError
from claimcheck.model.drafts import Document
from claimcheck.model.findings import Report
from claimcheck.model.works import Reference


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that the evidence allows in a reference list; `safe` ones may be made unseen."""

    edit: Edit
    safe: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A linted text: the report with what is good, and what it rests on."""

    document: Document
    report: Report
    fixes: Sequence[Fix] = ()
    """Changes in the text's own reference list."""
    cited: Sequence[Reference] = ()
    """The works that the report names by their id."""
    faults: Sequence[ClaimcheckError] = ()
    """Why files that the text names could not be read."""


class Linter(Protocol):
    """Lints one text after another, on one thread."""

    def lint(self, path: str, source: str) -> Outcome | None:
        """What a text comes to; None for one that the configuration leaves out.

        Raises ClaimcheckError where the text, the base or the configuration cannot be read.
        """
