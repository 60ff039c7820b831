"""Trial records: what was planned, who took part, what came out."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.claims import Confidence
from claimcheck.model.dates import PartialDate
from claimcheck.model.numbers import Number
from claimcheck.model.place import Location
from claimcheck.model.shapes import STRICT, Ids

Allocation = Literal["randomised", "non-randomised", "single-arm"]
Blinding = Literal["open-label", "single-blind", "double-blind", "triple-blind", "quadruple-blind"]
Status = Literal[
    "planned",
    "recruiting",
    "active",
    "completed",
    "terminated",
    "withdrawn",
    "unknown",
]
ArmRole = Literal["active", "control", "active-control", "dose-control"]
PublicationRole = Literal["primary", "follow-up", "secondary", "protocol", "correction", "pooled"]
EndpointResult = Literal["met", "missed", "not-tested", "not-reported"]


@dataclass(frozen=True, kw_only=True)
class Design:
    """How participants were allotted and who knew it."""

    __pydantic_config__ = STRICT

    allocation: Allocation | None = None
    blinding: Blinding | None = None
    control: Ids = ()
    """Kinds of control, as vocabulary ids of `controls` or of compounds."""
    crossover: bool = False
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """Numbers of participants by stage; each counts people."""

    __pydantic_config__ = STRICT

    planned: int | None = None
    screened: int | None = None
    enrolled: int | None = None
    randomised: int | None = None
    dosed: int | None = None
    analysed: int | None = None
    completed: int | None = None
    also: tuple[int, ...] = ()
    """Other totals in circulation that the sources do not let us place or rule out."""
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Arm:
    """One group of a trial."""

    __pydantic_config__ = STRICT

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    """Other wordings for the group ("high dose", "placebo group")."""
    role: ArmRole = "active"
    compound: str | None = None
    dose: str | None = None
    """Dose as written in the record ("25 mg", "0.215 mg/kg", "two doses of 25 mg")."""
    n: int | None = None
    """Number randomised (or enrolled, where nothing was randomised)."""
    dosed: int | None = None
    analysed: int | None = None
    completed: int | None = None


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One measured result: an outcome, in an arm or between two, at a time point.

    Proportions have `count` and `of`, or `percent`; scores have `value`. For a comparison,
    `versus` names the second arm and `value` is `arm` minus `versus`.
    """

    __pydantic_config__ = STRICT

    outcome: str
    """Vocabulary id: response, remission, score-change, score, effect-size, no-longer-met…"""
    scale: str | None = None
    definition: str | None = None
    """What counts as the outcome ("≥ 50 % fall in MADRS")."""
    timepoint: str | None = None
    """As written in the record: "week 3", "12 months", "day 43"."""
    since: str | None = None
    """What the time point is counted from, where the sources say so: dose, last dose, baseline."""
    arm: str | None = None
    """Id of the arm; `all` for all participants pooled."""
    versus: str | None = None
    count: int | None = None
    of: int | None = None
    percent: Number | None = None
    value: Number | None = None
    unit: str | None = None
    """points, Cohen's d, odds ratio, hazard ratio, percentage points, days…"""
    sd: Number | None = None
    se: Number | None = None
    ci: tuple[Number, Number] | None = None
    ci_level: Number | None = None
    """Per cent; 95 when an interval is given without it."""
    p: str | None = None
    """As written: "<0.001", "0.17"."""
    primary: bool = False
    source: str | None = None
    """Id of the reference it stands in."""
    at: str | None = None
    origin: str | None = None
    """Where the figure was read, if not in the source itself."""
    confidence: Confidence = "high"
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A reference that reports a trial."""

    __pydantic_config__ = STRICT

    ref: str
    role: PublicationRole = "primary"


@dataclass(frozen=True, kw_only=True)
class TrialDates:
    """Milestones of a trial."""

    __pydantic_config__ = STRICT

    registered: PartialDate | None = None
    start: PartialDate | None = None
    primary_completion: PartialDate | None = None
    completion: PartialDate | None = None
    readout: PartialDate | None = None
    """First public result."""
    published: PartialDate | None = None


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A clinical trial, or a follow-up or pooled report with its own number of participants."""

    __pydantic_config__ = STRICT

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    """Acronyms, sponsor codes, wordings by which texts mean this trial and no other."""
    registry: Ids = ()
    """Registry ids: NCT…, ISRCTN…, EudraCT…, ACTRN…"""
    compound: Ids
    indication: Ids
    formulation: str | None = None
    sponsor: Ids = ()
    """Vocabulary ids of sponsors and conducting institutions."""
    phase: str | None = None
    """"1", "1/2", "2", "2a", "2b", "3", "4"; empty where the trial states none."""
    stage: str | None = None
    """feasibility, pilot, follow-up, open-label extension, pooled analysis…"""
    parent: str | None = None
    """Id of the trial that this record follows up or pools."""
    status: Status = "unknown"
    design: Design = Design()
    sizes: Sizes = Sizes()
    arms: tuple[Arm, ...] = ()
    sites: int | None = None
    countries: tuple[str, ...] = ()
    country_count: int | None = None
    sessions: int | None = None
    """Number of dosing sessions per participant in the active arm."""
    dates: TrialDates = TrialDates()
    primary_endpoint: str | None = None
    primary_result: EndpointResult | None = None
    outcomes: tuple[Outcome, ...] = ()
    publications: tuple[Publication, ...] = ()
    origin: str | None = None
    """Where the record was read; says so when it was not fetched from a registry."""
    confidence: Confidence = "high"
    note: str | None = None
    place: Location = field(init=False, default=Location(""), compare=False, repr=False)
