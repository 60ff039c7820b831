"""Claims, and the articles that make them."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.dates import PartialDate
from claimcheck.model.place import Location
from claimcheck.model.shapes import STRICT, Ids

Confidence = Literal["high", "medium", "low"]
Population = Literal[
    "planned", "screened", "enrolled", "randomised", "dosed", "analysed", "completed"
]
Stance = Literal["supports", "contradicts", "context"]
Verdict = Literal["supported", "refuted", "outdated", "imprecise", "unsupported", "unchecked"]
ClaimKind = Literal[
    "size",
    "rate",
    "effect",
    "result",
    "duration",
    "dose",
    "design",
    "phase",
    "population",
    "publication",
    "date",
    "status",
    "approval",
    "designation",
    "schedule",
    "availability",
    "prevalence",
    "protocol",
    "mechanism",
    "safety",
    "definition",
    "history",
    "comparison",
]


@dataclass(frozen=True, kw_only=True)
class Waiver:
    """A finding that the curators accept, with the reason and, if it should lapse, a date."""

    __pydantic_config__ = STRICT

    rule: str
    """Code or name of the rule that is waived."""
    reason: str
    """Why it is accepted; reports show it."""
    until: PartialDate | None = None
    """The last day on which it counts; without one it counts for ever."""


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One work that an article cites in its text, lists at its end, or both."""

    __pydantic_config__ = STRICT

    mark: str
    """The citation as it stands in the text ("Mitchell et al., 2021")."""
    ref: str | None = None
    """Id of the reference meant; empty when no such work could be identified."""
    cited: bool = True
    """Whether the text cites it."""
    listed: bool = True
    """Whether the article's reference list holds it."""
    note: str | None = None
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Article:
    """A text that makes claims."""

    __pydantic_config__ = STRICT

    id: str
    title: str
    kind: str = "web page"
    publisher: str | None = None
    URL: str | None = None
    published: PartialDate | None = None
    """Date of the text, as far as it is known."""
    read: PartialDate | None = None
    """When its claims were taken down."""
    citations: tuple[Citation, ...] = ()
    note: str | None = None
    place: Location = field(init=False, default=Location(""), compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Appearance:
    """Where an article makes a claim: a section and a few words to find it by."""

    __pydantic_config__ = STRICT

    article: str
    """Id of the article."""
    section: str | None = None
    """The heading it stands under."""
    phrase: str | None = None
    """A few words by which to find it."""
    cites: Ids = ()
    """Ids of the references that the article itself gives at this place."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A reference that bears on a claim."""

    __pydantic_config__ = STRICT

    ref: str
    """Id of the reference."""
    stance: Stance = "supports"
    """Whether it supports the statement, contradicts it, or is context that decides nothing."""
    at: str | None = None
    """Where in the work: abstract, table, page."""
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a claim is about, in ids of the vocabulary, the trials and the regulatory record."""

    __pydantic_config__ = STRICT

    compound: Ids = ()
    indication: Ids = ()
    trial: Ids = ()
    arm: str | None = None
    versus: str | None = None
    """The comparison arm, where the claim is about a difference."""
    population: Population | None = None
    """Which of the trial's numbers a size means, or of whom a rate speaks."""
    outcome: str | None = None
    scale: str | None = None
    timepoint: str | None = None
    """When it was measured, as the trial record has it ("week 3")."""
    agency: str | None = None
    jurisdiction: str | None = None
    event: Ids = ()
    sponsor: str | None = None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One atomic statement in our own words, what it rests on and how it stands up."""

    __pydantic_config__ = STRICT

    id: str
    statement: str
    """One atomic sentence, in your own words."""
    kind: ClaimKind
    """What sort of thing it states; decides which records it is checked against."""
    verdict: Verdict
    """How the statement stands up against its sources."""
    subject: Subject = Subject()
    quantity: str | None = None
    """The figure as the articles write it; read by `claimcheck.quantity`."""
    said: tuple[Appearance, ...] = ()
    """Where articles say it."""
    sources: tuple[Source, ...] = ()
    """The works that decide the claim, and those that bear on it."""
    correction: str | None = None
    """What the sources say instead, when the verdict is not `supported`."""
    confidence: Confidence = "high"
    """How sure the verdict is."""
    as_of: PartialDate | None = None
    """The day on which the verdict was true; a later decision makes the claim stale."""
    review_by: PartialDate | None = None
    """The day by which to look at it again."""
    waivers: tuple[Waiver, ...] = ()
    note: str | None = None
    place: Location = field(init=False, default=Location(""), compare=False, repr=False)
