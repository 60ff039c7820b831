"""What linting a draft comes to."""

from __future__ import annotations

from claimcheck.classes import dataclass
from claimcheck.model.bibliography import DraftCitations
from claimcheck.model.findings import Finding, SentenceResult


@dataclass(frozen=True, slots=True)
class Linted:
    """What linting a document came to."""

    findings: tuple[Finding, ...]
    """Suppressed ones are not marked yet: see `suppressions.settle`."""
    sentences: tuple[SentenceResult, ...]
    citations: DraftCitations
    """What the draft cites, and its own reference lists, still to be verified."""
