"""How long an effect lasted."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.quantity import Duration, TimePoint
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.facts import SILENT, Check, Fact, Single, publications
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import sources
from claimcheck.statements.trials.timepoints import Time, same_time

_EFFECT = lazy(
    r"\b(?:effects?|benefits?|improvements?|response|remission|reductions?|gains?|relief|results?|"
    r"antidepressant|abstinen\w+|symptoms?|well|better|depression-free|symptom-free|sober|clean|"
    r"free of|(?:away|at bay)|freedom)\b"
)
_LASTING = lazy(
    r"\b(?:last(?:s|ed|ing)?|persist\w*|sustain\w*|endur\w+|remain\w*|maintain\w*|held|holds?|"
    r"continu\w+|durable|still|stay(?:s|ed)?|keeps?|kept)\b"
)
_COURSE = lazy(
    r"\b(?:sessions?|infusions?|trip|experience|visits?|retreats?|program\w*|course|treatment|"
    r"ceremon\w+|"
    r"episodes?|trial|study|follow-up|(?:acute|drug|psychoactive|psychedelic) effects?) "
    r"(?:\w+ )?(?:last|take|run|continu)|\b(?:hours?|minutes?|side effects?|must last|"
    r"has to last|diagnosis|"
    r"worry|symptoms (?:must|have to)|half-life)\b"
)
_LASTING_EFFECT = lazy(
    r"\b(?:(?<!acute )(?<!drug )(?<!psychoactive )(?<!psychedelic )effects?|benefits?|relief|"
    r"improvements?|response|remission|gains)\b[^.;,]{0,60}\b(?:last|persist|endur|hold|held|continu)"
)


def duration_facts(line: Line) -> Iterator[Single]:
    """The times for which a sentence says that an effect lasted."""
    low = line.segment
    if not _EFFECT.search(low) or not _LASTING.search(low):
        return
    if _COURSE.search(low) and not _LASTING_EFFECT.search(low):
        return
    times: list[Time] = [*line.of(Duration), *line.of(TimePoint)]
    for time in times:
        if time.unit in {"day", "week", "month", "year"} and _follows(line, time):
            told = f"an effect for {time.text}"
            fact = Fact(time.start, time.end, told, effect=time.unit != "day")
            yield Single(fact, lambda trial, time=time: _lasted(line, trial, time))  # type: ignore[misc]


def _follows(line: Line, time: Time) -> bool:
    """Whether the time is said of the lasting, not of something else in the sentence."""
    before = line.low[max(0, time.start - 45) : time.start]
    after = line.low[time.end : time.end + 25].lstrip()
    return bool(_LASTING.search(before)) or after.startswith(("later", "after", "on "))


def _lasted(line: Line, trial: Trial, time: Time) -> Check:
    """Hold the time against those at which the trial, or its follow-up, has outcomes."""
    family = [trial, *line.records.follow_ups.get(trial.id, ())]
    points = [o.timepoint for t in family for o in t.outcomes if o.timepoint]
    for of, outcome in ((t, o) for t in family for o in t.outcomes if o.unit == f"{time.unit}s"):
        if outcome.value and outcome.value.value == time.value.value:
            words = f"{outcome.value} {outcome.unit} ({outcome.arm or 'all'})"
            return Check(True, words, sources(of, outcome), detail=1)
    if any(same_time(time, point) for point in points):
        return Check(True, f"outcomes at {time.text}", publications(trial), detail=1)
    return SILENT
