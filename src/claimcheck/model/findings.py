"""What rules say, and what a run adds up to."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import IntEnum
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.claims import Waiver
from claimcheck.model.place import Location

NOT_CHECKED = "could-not-check"
"""The rule whose findings are gaps, not faults: something could not be found out."""

IN_BASELINE = "in the baseline"
"""Why a finding is suppressed that a baseline file holds."""


class Severity(IntEnum):
    """How grave a finding is."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement for the text at the finding's place; `safe` ones may be applied unseen."""

    text: str
    safe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a rule yields: where, and what is wrong. The pipeline adds code and severity."""

    where: Location
    message: str
    text: str = ""
    """The sentence or entry concerned, as written."""
    found: str | None = None
    expected: str | None = None
    claim: str | None = None
    trial: str | None = None
    event: str | None = None
    reference: str | None = None
    doi: str | None = None
    suggestion: Suggestion | None = None
    related: tuple[tuple[Location, str], ...] = ()
    """Other places that matter, each with a word on why."""
    severity: Severity | None = None
    """Overrides the rule's own (a quoted sentence counts one level lower)."""
    waivers: tuple[Waiver, ...] = ()
    """The waivers of the entry it stands at; the pipeline looks whether one covers it."""

    @property
    def gist(self) -> str:
        """The words concerned, or else the message; however lines are wrapped, it stays."""
        return " ".join((self.text or self.message).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem under its rule's code and name, at its severity."""

    code: str
    name: str
    severity: Severity
    problem: Problem
    suppressed: str | None = None
    """The reason, when a waiver, a suppression comment or the baseline covers it."""

    @property
    def where(self) -> Location:
        """Where the problem stands."""
        return self.problem.where

    @property
    def is_gap(self) -> bool:
        """Whether it says that something could not be checked, rather than that it is wrong."""
        return self.name == NOT_CHECKED


SentenceVerdict = Literal["contradicted", "outdated", "unsourced", "cited", "supported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceResult:
    """The verdict on one checkable sentence of a draft."""

    where: Location
    text: str
    verdict: SentenceVerdict
    claims: tuple[str, ...] = ()
    trials: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


ReferenceState = Literal[
    "verified",
    "mismatch",
    "wrong_work",
    "unregistered",
    "unmatched",
    "retracted",
    "concern",
    "corrected",
    "unchecked",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldComparison:
    """One field of a reference beside the registry's; `agrees` is None when one side is empty."""

    name: str
    given: str | None
    record: str | None
    agrees: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceResult:
    """How one reference stood up."""

    where: Location
    id: str
    doi: str | None
    """As given."""
    state: ReferenceState
    matched_doi: str | None = None
    via: str | None = None
    """crossref, datacite, doi.org, lock or cache."""
    checked_at: str | None = None
    """ISO 8601, UTC."""
    fields: tuple[FieldComparison, ...] = ()
    reason: str | None = None
    """Why it is unchecked, or on what the state rests (a transcribed lock entry)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInfo:
    """What reports need to know of a rule."""

    code: str
    name: str
    severity: Severity
    summary: str
    manual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a run found out; the only thing a format gets to see."""

    command: str
    as_of: date
    findings: tuple[Finding, ...] = ()
    """Sorted by place; suppressed ones included and marked."""
    sentences: tuple[SentenceResult, ...] = ()
    references: tuple[ReferenceResult, ...] = ()
    files: tuple[str, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    """Every rule that ran."""
    notes: tuple[str, ...] = ()
    """Sentences on the run as a whole: what rests on the lock, what was left out."""
    unchecked: int = 0
    """How many things could not be found out."""
    exit: int = 0
    show_all: bool = False
    """Good references and sentences were asked for too (`--all`)."""
    statistics: bool = False
    sources: dict[str, str] = field(default_factory=dict)
    """Text of the files, by path, for excerpts."""

    @property
    def active(self) -> tuple[Finding, ...]:
        """The findings that nothing suppresses."""
        return tuple(f for f in self.findings if f.suppressed is None)
