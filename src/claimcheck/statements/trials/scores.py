"""Changes and differences on scales, effect sizes, intervals and p values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Duration, EffectSize, Interval, Points, PValue, TimePoint
from claimcheck.model.trials import Outcome, Trial
from claimcheck.quantity import read
from claimcheck.quantity.compare import agrees
from claimcheck.statements.reading import Reading, belonging
from claimcheck.statements.records import Records
from claimcheck.statements.trials.arms import ArmMention, arm_mentions, arm_name
from claimcheck.statements.trials.facts import SILENT, Check, listed, publications
from claimcheck.statements.trials.timepoints import same_time

_MEASURES = {
    "d": ("cohen's d", "effect size", "hedges' g"),
    "g": ("hedges' g", "effect size", "cohen's d"),
    "SMD": ("hedges' g", "cohen's d", "effect size"),
    "ES": ("effect size", "cohen's d", "hedges' g"),
    "OR": ("odds ratio",),
    "HR": ("hazard ratio",),
    "RR": ("risk ratio", "relative risk"),
}


Score = Points | EffectSize | Interval | PValue


@dataclass(frozen=True, slots=True)
class ScoreFact:
    """A figure on a scale: a change, a difference, an effect size, an interval or a p value."""

    value: Score
    time: TimePoint | Duration | None
    reading: Reading
    figure: bool = True

    @property
    def start(self) -> int:
        """Offset in the sentence."""
        return self.value.start

    @property
    def end(self) -> int:
        """Offset in the sentence."""
        return self.value.end

    @property
    def found(self) -> str:
        """The figure as written."""
        return self.value.text

    def check(self, trial: Trial, records: Records) -> Check:
        """Hold the figure against the scores of the trial; arms and time narrow what is meant."""
        mentions = arm_mentions(self.reading, trial, records)
        scales = set(self.reading.scope.own_ids("scale"))
        family = [trial, *records.follow_ups.get(trial.id, ())]
        pool = [(t, o) for t in family for o in t.outcomes if _figure(self.value, o) is not None]
        meant = [
            (t, o)
            for t, o in pool
            if (not scales or o.scale is None or o.scale in scales)
            and (self.time is None or same_time(self.time, o.timepoint) is not False)
            and _arms_fit(o, mentions)
        ]
        for of, outcome in meant:
            if self._holds(outcome):
                return Check(True, _words(of, outcome, self.value), _source(of, outcome))
        if not meant:
            return SILENT
        elsewhere = next(
            (f"{self.value.text} is {_place(t, o)}" for t, o in pool if self._holds(o)), ""
        )
        expected = listed([_words(t, o, self.value) for t, o in meant[:3]])
        return Check(False, expected, _source(*meant[0]), elsewhere)

    def _holds(self, outcome: Outcome) -> bool:
        recorded = _figure(self.value, outcome)
        return recorded is not None and bool(agrees(self.value, recorded))


def _figure(value: Score, outcome: Outcome) -> Number | Interval | PValue | None:
    """The figure of a record that a figure of this sort can be held against."""
    match value:
        case Interval():
            return _interval(outcome)
        case PValue():
            return _p_value(outcome.p) if outcome.p else None
        case EffectSize():
            units = _MEASURES.get(value.measure, (value.measure.lower(),))
            return outcome.value if (outcome.unit or "").lower() in units else None
        case Points():
            return outcome.value if outcome.unit in {"points", None} else None


def _interval(outcome: Outcome) -> Interval | None:
    if outcome.ci is None:
        return None
    low, high = outcome.ci
    return Interval(text=f"{low} to {high}", start=0, end=0, low=low, high=high)


@lru_cache(maxsize=256)
def _p_value(text: str) -> PValue | None:
    """The p value of a record ("<0.001", "0.17")."""
    figures = read(f"p {text}" if text[:1] in {"<", ">"} else f"p = {text}")
    return next((f for f in figures if isinstance(f, PValue)), None)


def _arms_fit(outcome: Outcome, mentions: tuple[ArmMention, ...]) -> bool:
    """Whether a record is of the arms named; two arms named ask for their comparison."""
    if not mentions:
        return True
    named = [m.arms for m in mentions]
    if outcome.versus:
        first = any(outcome.arm in arms for arms in named)
        second = any(outcome.versus in arms for arms in named)
        return (first and second) or (len(named) == 1 and (first or second))
    if len({frozenset(arms) for arms in named}) > 1 and len(named) == 2:
        return False
    return outcome.arm in {None, "all"} or any(outcome.arm in arms for arms in named)


def _place(trial: Trial, outcome: Outcome) -> str:
    arm, versus = arm_name(trial, outcome.arm), arm_name(trial, outcome.versus)
    groups = f"{arm} against {versus}" if versus else arm
    time = f"at {outcome.timepoint}" if outcome.timepoint else ""
    return " ".join(part for part in (groups, time) if part)


def _words(trial: Trial, outcome: Outcome, value: Score) -> str:
    match value:
        case Interval() if outcome.ci:
            figure = f"{outcome.ci[0]} to {outcome.ci[1]}"
        case PValue():
            figure = f"p {outcome.p}" if str(outcome.p)[:1] in "<>" else f"p = {outcome.p}"
        case _:
            figure = f"{outcome.value} {outcome.unit or ''}".strip()
    place = _place(trial, outcome)
    return f"{figure} ({place})" if place else figure


def _source(trial: Trial, outcome: Outcome) -> tuple[str, ...]:
    return (outcome.source,) if outcome.source else publications(trial)


def score_facts(reading: Reading) -> Iterator[ScoreFact]:
    """The figures on scales that a sentence states."""
    values: tuple[Score, ...] = tuple(
        q for q in reading.quantities if isinstance(q, Points | EffectSize | Interval | PValue)
    )
    times = list(reading.of(TimePoint))
    for value in values:
        peers = [v for v in values if type(v) is type(value)]
        yield ScoreFact(value, belonging(value, peers, times, reading.text), reading)
