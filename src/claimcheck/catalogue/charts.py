"""What charts show: sizes of trials, shares of participants by arm, dates. No drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.catalogue.lookup import Lookup
from claimcheck.catalogue.names import MARKS, Names
from claimcheck.catalogue.results import Result, arm_name, results_of, share_of
from claimcheck.catalogue.trials import size_of
from claimcheck.classes import dataclass
from claimcheck.errors import UsageError
from claimcheck.model.base import Base
from claimcheck.model.dates import PartialDate
from claimcheck.model.events import Event
from claimcheck.model.trials import Outcome, Trial
from claimcheck.statements.records import Family

_ACTIVE = "active"
_ENDS = (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10)
"""First digits of a scale's end, of which half is a round number too."""
_READOUT = "readout"


@dataclass(frozen=True, slots=True)
class SizeBar:
    """The number of participants of a trial."""

    trial: str
    compound: str
    phase: str
    number: int
    planned: bool
    mark: str = ""
    """Set if all of its publications are retracted or in doubt."""


@dataclass(frozen=True, slots=True)
class ShareBar:
    """The share of an arm's participants, in per cent, with its interval where one is recorded."""

    arm: str
    active: bool
    share: float
    low: float | None
    high: float | None
    number: int | None
    """Participants that the share is of."""


@dataclass(frozen=True, slots=True)
class ShareGroup:
    """What one trial found in its arms at one time."""

    trial: str
    detail: str
    """Time point and scale."""
    ref: str | None
    """Id of the source."""
    source: str
    """The source in a few words, marked if it is retracted or in doubt."""
    mark: str
    """That mark alone."""
    bars: tuple[ShareBar, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that happened on a day."""

    date: PartialDate
    kind: str
    text: str
    event: bool
    """A decision, not a result of a trial."""


def size_bars(trials: Iterable[Trial], names: Names) -> list[SizeBar]:
    """The trials with a known size, by compound, then phase, then size."""
    bars = [
        SizeBar(
            trial.id,
            ", ".join(names.short("compounds", ident) for ident in trial.compound),
            trial.phase or "",
            size[0],
            size[1] == "planned",
            _mark(trial, names),
        )
        for trial in trials
        if (size := size_of(trial))
    ]
    return sorted(bars, key=lambda bar: (bar.compound, bar.phase, -bar.number))


def _mark(trial: Trial, names: Names) -> str:
    marks = [MARKS.get(names.state(p.ref), "") for p in trial.publications]
    return marks[0] if marks and all(marks) else ""


def scale_end(largest: int) -> int:
    """Where a scale from nought should end to take in a number."""
    ten = 10 ** (len(str(max(largest, 1))) - 1)
    return next(int(end * ten) for end in _ENDS if end * ten >= largest and end * ten % 1 == 0)


def choose_outcome(base: Base, trials: Iterable[Trial], text: str | None) -> str | None:
    """The id of the outcome to chart: the one named, else the share most trials report.

    None if no trial reports any. Raises UsageError for a name that means no outcome, or one that
    is no share of participants.
    """
    shares = [term for term in base.vocabulary.outcomes if term.proportion]
    if text:
        found = Lookup("outcome", base.vocabulary.outcomes).find(text)
        named = [term.id for term in shares if term.id in found]
        if not named:
            raise UsageError(f"{text} is no share of participants, and cannot be charted as one")
        return named[0]
    reported = Counter(
        outcome
        for trial in trials
        for outcome in {o.outcome for o in trial.outcomes if share_of(o) is not None}
    )
    order = {term.id: place for place, term in enumerate(shares)}
    known = [outcome for outcome in reported if outcome in order]
    return min(known, key=lambda o: (-reported[o], order[o]), default=None)


def share_groups(trials: Iterable[Trial], outcome: str, names: Names) -> list[ShareGroup]:
    """What each trial found of an outcome: its primary result, else the first that it defines."""
    return [
        _group(trial, result, names)
        for trial in trials
        if (result := _telling(results_of(trial, outcome)))
    ]


def _telling(found: Sequence[Result]) -> Result | None:
    with_shares = [r for r in found if any(share_of(o) is not None for o in r.outcomes)]
    rank = {id(r): (not r.primary, r.head.definition is None) for r in with_shares}
    return min(with_shares, key=lambda r: rank[id(r)], default=None)


def _group(trial: Trial, result: Result, names: Names) -> ShareGroup:
    head = result.head
    scale = names.short("scales", head.scale) if head.scale else None
    roles = {arm.id: arm.role for arm in trial.arms}
    bars = {
        bar.arm: bar
        for outcome in reversed(result.outcomes)
        if (bar := _bar(trial, outcome, roles.get(outcome.arm or "", _ACTIVE) == _ACTIVE))
    }
    return ShareGroup(
        trial.id,
        ", ".join(filter(None, (head.timepoint, scale))),
        head.source,
        names.work(head.source) if head.source else "no publication",
        MARKS.get(names.state(head.source), "") if head.source else "",
        tuple(reversed(bars.values())),
    )


def _bar(trial: Trial, outcome: Outcome, active: bool) -> ShareBar | None:
    share = share_of(outcome)
    if share is None:
        return None
    low, high = outcome.ci or (None, None)
    numbers = {arm.id: arm.n for arm in trial.arms}
    return ShareBar(
        arm_name(trial, outcome.arm) or "all",
        active,
        float(share),
        float(low.value) if low else None,
        float(high.value) if high else None,
        outcome.of or numbers.get(outcome.arm or ""),
    )


def milestones(
    base: Base,
    trials: Sequence[Trial],
    names: Names,
    compounds: frozenset[str] = frozenset(),
    indications: frozenset[str] = frozenset(),
) -> list[Milestone]:
    """First results of the trials and decisions on the compounds, oldest first.

    Without compounds, decisions on those that the trials studied. Indications leave out the
    decisions that concern others only.
    """
    wanted = compounds or frozenset(ident for trial in trials for ident in trial.compound)
    told = {trial.id for trial in trials if trial.dates.readout or trial.dates.published}
    decided = [
        Milestone(event.date, event.kind, _in_words(event, names), event=True)
        for event in _decisions(base, wanted, told)
        if not indications or not event.indication or indications & set(event.indication)
    ]
    return sorted([*_first_results(trials), *decided], key=lambda milestone: milestone.date)


def _first_results(trials: Iterable[Trial]) -> Iterator[Milestone]:
    for trial in trials:
        date = trial.dates.readout or trial.dates.published
        if date:
            kind = _READOUT if trial.dates.readout else "publication"
            result = trial.primary_result
            met = f", primary endpoint {result}" if result in {"met", "missed"} else ""
            yield Milestone(date, kind, f"{trial.id}{met}", event=False)


def _decisions(base: Base, wanted: frozenset[str], told: set[str]) -> Iterator[Event]:
    """Without the readouts of trials that stand there already."""
    family = Family(base.vocabulary.compounds)
    for event in base.events:
        if event.kind == _READOUT and told.intersection(event.trial):
            continue
        if any(family.related(ours, theirs) for ours in event.compound for theirs in wanted):
            yield event


def _in_words(event: Event, names: Names) -> str:
    return f"{names.actor(event.agency)}: {event.summary}"
