"""What registries say about a DOI, and the three answers a look-up can have."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.dates import PartialDate
from claimcheck.model.works import Name

UpdateKind = Literal["retraction", "concern", "correction", "version", "other"]
Service = Literal["crossref", "datacite", "doi.org", "clinicaltrials", "lock", "cache"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A notice that changes a work: its normalised kind, and the registry's own word for it."""

    kind: UpdateKind
    type: str
    """The registry's type: retraction, withdrawal, expression_of_concern, corrigendum…"""
    doi: str
    """DOI of the notice (of the changed work, in `Record.notice_for`)."""
    date: PartialDate | None = None
    source: str | None = None
    """Who asserts it: publisher or retraction-watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A registry's record of a work, cleaned of the registry's own spelling of things.

    Texts are plain (no tags, no entities, single spaces); lists keep the registry's order.
    """

    doi: str
    """Lower-cased; may differ from the DOI that was asked for (alias)."""
    type: str | None = None
    subtype: str | None = None
    titles: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    """Container titles, long and short forms."""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    printed: PartialDate | None = None
    online: PartialDate | None = None
    posted: PartialDate | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    article_number: str | None = None
    publisher: str | None = None
    issn: tuple[str, ...] = ()
    isbn: tuple[str, ...] = ()
    updates: tuple[Update, ...] = ()
    """Notices that change this work (Crossref `updated-by`, and `update-to` naming itself)."""
    notice_for: tuple[Update, ...] = ()
    """Works that this record is itself a notice for."""
    preprint_of: tuple[str, ...] = ()
    has_preprint: tuple[str, ...] = ()
    score: float | None = None
    """Relevance in a search answer; ranks within one answer only."""
    origin: str | None = None
    """Set when the record was transcribed from elsewhere and not fetched from a registry."""


@dataclass(frozen=True, slots=True)
class Found:
    """A registry holds the work. `asked` is the DOI as normalised from the reference."""

    asked: str
    record: Record
    via: Service
    """The service that gave the record: crossref, datacite, or lock for a lock entry."""
    checked_at: datetime
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Registered:
    """The DOI exists at an agency whose metadata we cannot read."""

    asked: str
    agency: str | None
    via: Service
    checked_at: datetime
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """No agency knows the DOI: every service in `services` was asked and said so."""

    asked: str
    services: tuple[str, ...]
    checked_at: datetime
    cached: bool = False
    via: Literal["lock"] | None = None
    """Whether the lock told us; else the services did."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """It could not be found out; `reason` is one clause for people.

    Never cached, never turned into a verdict.
    """

    asked: str
    reason: str


Lookup = Found | Registered | Missing | Unavailable


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredTrial:
    """What a trial registry says of a study."""

    id: str
    title: str | None = None
    status: str | None = None
    phases: tuple[str, ...] = ()
    """As in our records: "1", "2", "2/3"."""
    enrolment: int | None = None
    enrolment_actual: bool = False
    """False for an estimate, which contradicts nothing."""
    conditions: tuple[str, ...] = ()
    start: PartialDate | None = None
    has_results: bool = False


@dataclass(frozen=True, slots=True)
class TrialFound:
    """The registry holds the study."""

    asked: str
    record: RegisteredTrial
    checked_at: datetime
    cached: bool = False


TrialLookup = TrialFound | Missing | Unavailable


@dataclass(frozen=True, slots=True)
class Reachable:
    """The page answers; what stands on it was not looked at."""

    asked: str
    checked_at: datetime
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """The server says that there is no such page (status 404 or 410)."""

    asked: str
    status: int
    checked_at: datetime
    cached: bool = False


LinkLookup = Reachable | Gone | Unavailable
SearchLookup = tuple[Record, ...] | Unavailable
"""Works that resemble a text, best first (perhaps none), each with its `score`."""
