"""What the record of a trial holds that a claim can be compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.classes import dataclass
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import (
    Count,
    Date,
    Dose,
    Duration,
    EffectSize,
    Fraction,
    Interval,
    Percent,
    Phase,
    Points,
    PValue,
    Quantity,
    TimePoint,
)
from claimcheck.model.trials import Arm, Outcome, Trial
from claimcheck.quantity import Recorded, Share, agrees, reads_as, shown

STAGES = ("enrolled", "randomised", "dosed", "analysed")
"""What a size without a stage can mean."""
_UNITS = {
    "d": ("cohen's d", "effect size"),
    "g": ("hedges' g", "effect size"),
    "SMD": ("cohen's d", "hedges' g", "effect size", "smd"),
    "ES": ("cohen's d", "hedges' g", "effect size", "smd"),
    "OR": ("odds ratio",),
    "HR": ("hazard ratio",),
    "RR": ("risk ratio", "relative risk", "rate ratio"),
}


@dataclass(slots=True)
class Held:
    """One recorded value, in words, with the reference it stands in."""

    value: Recorded
    holder: str | Outcome
    decides: bool = True
    """Whether it can refute a claim; a difference between arms cannot refute the value of one."""

    @property
    def what(self) -> str:
        """The value in words."""
        if isinstance(self.holder, str):
            return self.holder
        return f"{shown(self.value)} {_words(self.holder)}"

    @property
    def source(self) -> str | None:
        """Id of the reference it stands in."""
        return None if isinstance(self.holder, str) else self.holder.source


@dataclass(slots=True)
class Index:
    """The outcomes of all trials, by trial and outcome."""

    base: Base
    outcomes: dict[tuple[str, str], list[tuple[Outcome, Share]]]

    @classmethod
    def of(cls, base: Base) -> Index:
        """Sort the outcomes of a base."""
        found: dict[tuple[str, str], list[tuple[Outcome, Share]]] = defaultdict(list)
        for trial in base.trials:
            for outcome in trial.outcomes:
                found[trial.id, outcome.outcome].append((outcome, share(outcome)))
        return cls(base, dict(found))


def share(outcome: Outcome) -> Share:
    """The proportion that an outcome records."""
    return Share(count=outcome.count, of=outcome.of, percent=outcome.percent)


@lru_cache(maxsize=4096)
def p_value(text: str) -> PValue | None:
    """A p value as records write it: "<0.001", "0.17", "p=0.04"."""
    plain = text.strip()
    sign = "" if plain[:1] in "<>=≤≥" else "="
    return reads_as(plain if plain[:1] in "pP" else f"p{sign}{plain}").p


@lru_cache(maxsize=4096)
def time_point(text: str) -> TimePoint | Duration | None:
    """A time point as records write it: "week 3", "12 months", "day 43"."""
    figures = reads_as(text)
    found = [q for q in (*figures.main, *figures.at) if isinstance(q, TimePoint | Duration)]
    return found[0] if len(found) == 1 else None


def key_of_time(text: str | None) -> object:
    """What two time points must share to be the same: days, else the words."""
    time = time_point(text) if text else None
    return text if time is None else time.days


def held(index: Index, claim: Claim, trial: Trial, stated: Quantity) -> Iterator[Held]:
    """The values of a trial's record that a figure of a claim can mean; none if none can."""
    match stated:
        case Phase() if trial.phase:
            yield Held(_phase(trial.phase), f"phase {trial.phase}")
        case Count(noun="site") if trial.sites is not None:
            yield Held(Number.of(trial.sites), f"{trial.sites} sites")
        case Count(noun="country"):
            yield from _countries(trial)
        case Count(noun="arm") if trial.arms and claim.subject.arm is None:
            yield Held(Number.of(len(trial.arms)), f"{len(trial.arms)} arms")
        case Count(noun="session") if trial.sessions is not None:
            yield Held(Number.of(trial.sessions), f"{trial.sessions} sessions")
        case Count(noun="participant" | None) if claim.kind == "size":
            yield from _sizes(claim, trial)
        case Dose():
            yield from _doses(claim, trial)
        case Date() if claim.kind == "publication":
            yield from _publications(index.base, trial)
        case _ if claim.subject.outcome:
            yield from _outcomes(index, claim, trial, stated)


def _phase(value: str) -> Phase:
    return Phase(text=f"phase {value}", start=0, end=0, value=value.lower())


def _countries(trial: Trial) -> Iterator[Held]:
    count = trial.country_count or len(trial.countries)
    if count:
        yield Held(Number.of(count), f"{count} countries")


def _sizes(claim: Claim, trial: Trial) -> Iterator[Held]:
    """The sizes of the arm or trial, at the stage the claim names or at any."""
    if claim.subject.arm is not None:
        yield from _arm_sizes(claim, trial)
        return
    stage = claim.subject.population
    for name in (stage,) if stage in (*STAGES, "planned", "screened", "completed") else STAGES:
        count = getattr(trial.sizes, name)
        if count is not None:
            yield Held(Number.of(count), f"{count} {name}")
    if stage not in ("planned", "screened"):
        for count in trial.sizes.also:
            yield Held(Number.of(count), f"{count} in other sources")


def _arm_sizes(claim: Claim, trial: Trial) -> Iterator[Held]:
    arm = arm_of(trial, claim.subject.arm)
    stage = claim.subject.population
    if arm is None:
        return
    names = (stage,) if stage in ("dosed", "analysed", "completed") else ("n", "dosed", "analysed")
    for name in names:
        count = getattr(arm, name)
        if count is not None:
            yield Held(Number.of(count), f"{count} in arm `{arm.id}`")


def arm_of(trial: Trial, name: str | None) -> Arm | None:
    """The arm with that id, name or alias."""
    for arm in trial.arms:
        if name in (arm.id, arm.name, *arm.aliases):
            return arm
    return None


def _doses(claim: Claim, trial: Trial) -> Iterator[Held]:
    arm = arm_of(trial, claim.subject.arm)
    for candidate in (arm,) if arm else trial.arms:
        for dose in reads_as(candidate.dose).main if candidate.dose else ():
            if isinstance(dose, Dose):
                yield Held(dose, f"{candidate.dose} in arm `{candidate.id}`")


def _publications(base: Base, trial: Trial) -> Iterator[Held]:
    for name in ("published", "readout"):
        if date := getattr(trial.dates, name):
            yield Held(date, f"{name} {date}")
    for publication in trial.publications:
        reference = base.reference.get(publication.ref)
        if reference and reference.issued:
            yield Held(reference.issued, f"`{reference.id}` issued {reference.issued}")


def _outcomes(index: Index, claim: Claim, trial: Trial, stated: Quantity) -> Iterator[Held]:
    for outcome, rate in index.outcomes.get((trial.id, claim.subject.outcome or ""), ()):
        if not _is_same_measure(claim, outcome):
            continue
        value = _value(outcome, rate, stated)
        if value is not None and _is_of_group(claim, trial, outcome, value):
            wider = claim.subject.arm and not claim.subject.versus and outcome.versus
            yield Held(value, outcome, decides=not wider)


def _value(outcome: Outcome, rate: Share, stated: Quantity) -> Recorded | None:
    """The field of an outcome that a figure of that type can be compared with."""
    match stated:
        case Percent(points=False) | Fraction() | Count(noun="participant"):
            return rate if rate.percent is not None or rate.count is not None else None
        case Percent():
            return outcome.value if outcome.unit == "percentage points" else None
        case Points():
            return outcome.value if outcome.unit in (None, "points") else None
        case EffectSize(measure=measure):
            units = _UNITS.get(measure, ())
            return outcome.value if (outcome.unit or "").lower() in units else None
        case PValue():
            return p_value(outcome.p) if outcome.p else None
        case Interval():
            return _interval(outcome)
        case Count(noun=None):
            return outcome.value if outcome.value is not None else rate
        case _:
            return None


def _interval(outcome: Outcome) -> Interval | None:
    if outcome.ci is None:
        return None
    low, high = outcome.ci
    text = f"{outcome.ci_level or 95}% CI {low} to {high}"
    return Interval(text=text, start=0, end=len(text), low=low, high=high)


def _is_same_measure(claim: Claim, outcome: Outcome) -> bool:
    """Whether an outcome was taken on the scale and at the time that the claim names."""
    subject = claim.subject
    if subject.scale and outcome.scale and subject.scale != outcome.scale:
        return False
    named, recorded = subject.timepoint, outcome.timepoint
    return named is None or named == recorded or _same_time(named, recorded)


def _is_of_group(claim: Claim, trial: Trial, outcome: Outcome, value: Recorded) -> bool:
    """Whether a value belongs to the arm that the claim names, or to its comparison."""
    subject = claim.subject
    if isinstance(value, Share):
        if outcome.versus is not None:
            return False
        if subject.arm is None or subject.versus is None:
            return _same_group(trial, subject.arm or subject.versus, outcome.arm)
        return any(_same_group(trial, g, outcome.arm) for g in (subject.arm, subject.versus))
    return _same_group(trial, subject.arm, outcome.arm) and (
        subject.versus is None or _same_group(trial, subject.versus, outcome.versus)
    )


def _same_group(trial: Trial, named: str | None, recorded: str | None) -> bool:
    if named is None or named == recorded:
        return True
    arm = arm_of(trial, named)
    return arm is not None and arm.id == recorded


@lru_cache(maxsize=4096)
def _same_time(named: str, recorded: str | None) -> bool:
    ours, theirs = time_point(named), time_point(recorded) if recorded else None
    return ours is not None and theirs is not None and agrees(ours, theirs) is True


def _words(outcome: Outcome) -> str:
    parts = (outcome.outcome, outcome.arm and f"in `{outcome.arm}`", outcome.timepoint)
    versus = f"against `{outcome.versus}`" if outcome.versus else None
    return " ".join(str(part) for part in (*parts, versus) if part)
