"""Dated decisions of agencies, legislatures and sponsors."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from claimcheck.classes import dataclass
from claimcheck.model.claims import Confidence
from claimcheck.model.dates import PartialDate
from claimcheck.model.place import Location
from claimcheck.model.shapes import STRICT, Ids, OneOrMany

EventKind = Literal[
    "approval",
    "refusal",
    "withdrawal",
    "label-change",
    "risk-programme",
    "designation",
    "application",
    "acceptance",
    "rolling-review",
    "priority-voucher",
    "advisory-vote",
    "opinion",
    "scheduling",
    "rescheduling-petition",
    "clinical-hold",
    "hold-lifted",
    "trial-clearance",
    "access-scheme",
    "law",
    "programme",
    "order",
    "guidance",
    "safety-communication",
    "readout",
    "retraction",
    "company",
    "meeting",
    "quota",
    "transparency",
]
Effect = Literal[
    "services",
    "decriminalisation",
    "medical-use",
    "pilot",
    "research",
    "task-force",
    "rules",
    "local-ban",
    "criminalisation",
    "licence",
]
Effects = Annotated[tuple[Effect, ...], OneOrMany()]
Condition = Literal[
    "diagnosis",
    "prescription",
    "observation",
    "clinic",
    "supervision",
    "specialist",
    "membership",
    "prior-approval",
]
Conditions = Annotated[tuple[Condition, ...], OneOrMany()]


@dataclass(frozen=True, kw_only=True)
class Vote:
    """One question put to a committee or a chamber."""

    __pydantic_config__ = STRICT

    question: str
    yes: int
    no: int
    abstain: int = 0


@dataclass(frozen=True, kw_only=True)
class Detail:
    """A figure inside a decision: how much money, how many people or places, how long."""

    __pydantic_config__ = STRICT

    figure: str
    """As a text would write it: "6 million dollars", "up to 50", "at least 2 hours"."""
    of: Ids
    """Beginnings of the words for what is counted or measured."""
    compound: Ids = ()
    """The treatments that this part of the figures is about."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """A dated decision or announcement.

    Where it lists several compounds and as many indications, they belong together in their order.
    """

    __pydantic_config__ = STRICT

    id: str
    date: PartialDate
    agency: str
    """Vocabulary id of the agency, court, legislature, journal or company that acted."""
    jurisdiction: str
    kind: EventKind
    compound: Ids = ()
    indication: Ids = ()
    holder: Ids = ()
    """Vocabulary ids of the sponsors concerned."""
    trial: Ids = ()
    designation: str | None = None
    """breakthrough-therapy, fast-track, orphan-drug, priority-review, innovation-passport…"""
    schedule: str | None = None
    """Schedule the event puts the compound in ("I", "III", "8")."""
    effect: Effects = ()
    """What a law, a programme or a veto is about."""
    position: Literal["for", "against"] | None = None
    """Of an opinion: whether it speaks for the treatment."""
    alongside: Ids = ()
    """Of an approval: words for the medicines with which alone it may be given."""
    alone: bool = False
    """Of an approval: it may be given on its own."""
    votes: tuple[Vote, ...] = ()
    figures: tuple[Detail, ...] = ()
    asks: Conditions = ()
    """What it demands of those who take or give the treatment."""
    spares: Conditions = ()
    """What it expressly does not demand."""
    announced: PartialDate | None = None
    """When it was made public, if on another day."""
    until: PartialDate | None = None
    """When it ended."""
    ended_by: str | None = None
    """Id of the event that ended it."""
    summary: str
    ref: Ids = ()
    """Ids of references."""
    url: str | None = None
    origin: str | None = None
    """Where it was read."""
    confidence: Confidence = "high"
    note: str | None = None
    place: Location = field(init=False, default=Location(""), compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """A statement that the events of some kinds are listed completely.

    Only where a record is complete can an approval that is not listed, an "only" or a "first" be
    contradicted.
    """

    __pydantic_config__ = STRICT

    agency: str
    jurisdiction: str
    kinds: tuple[EventKind, ...]
    compound: tuple[str, ...]
    indication: Ids = ()
    """The indications covered; empty for all."""
    designation: Ids = ()
    """The designations covered, where the kind is `designation`; empty for all."""
    since: PartialDate | None = None
    as_of: PartialDate
    note: str | None = None
    place: Location = field(init=False, default=Location(""), compare=False, repr=False)
