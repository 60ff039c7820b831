"""How long an effect lasted, and how long participants were followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model.quantity import Duration, TimePoint
from claimcheck.model.trials import Trial
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.trials.facts import SILENT, Check, publications
from claimcheck.statements.trials.timepoints import same_time, times_of

_EFFECT = re.compile(
    r"\b(?:effects?|benefits?|improvements?|response|remission|reductions?|gains?|relief|results?|"
    r"antidepressant|abstinen\w+|symptoms?)\b"
)
_LASTING = re.compile(
    r"\b(?:last(?:s|ed|ing)?|persist\w*|sustain\w*|endur\w+|remain\w*|maintain\w*|held|holds?|"
    r"continu\w+|durable|still|stayed|kept)\b"
)
_COURSE = re.compile(
    r"\b(?:sessions?|infusions?|trip|experience|visits?|retreat|program\w*|course|treatment) "
    r"(?:\w+ )?(?:last|take|run)|\b(?:hours?|minutes?)\b"
)
_SLACK = 1.2
"""A follow-up "of a year" may have been a little shorter."""


@dataclass(frozen=True, slots=True)
class DurationFact:
    """An effect that is said to have lasted so long."""

    time: TimePoint | Duration
    figure: bool = True

    @property
    def start(self) -> int:
        """Offset in the sentence."""
        return self.time.start

    @property
    def end(self) -> int:
        """Offset in the sentence."""
        return self.time.end

    @property
    def found(self) -> str:
        """The time as written."""
        return f"an effect for {self.time.text}"

    def check(self, trial: Trial, records: Records) -> Check:
        """Hold the time against those at which the trial, or its follow-up, has outcomes."""
        family = [trial, *records.follow_ups.get(trial.id, ())]
        points = [o.timepoint for t in family for o in t.outcomes if o.timepoint]
        days = {point: _days(point) for point in points}
        if not any(days.values()):
            return SILENT
        longest = max(points, key=days.__getitem__)
        if any(same_time(self.time, point) for point in points):
            return Check(True, f"outcomes at {self.time.text}", publications(trial))
        if float(self.time.days) > days[longest] * _SLACK:
            return Check(False, f"outcomes up to {longest} only", publications(trial))
        return SILENT


def _days(point: str) -> float:
    """The latest day that the time point of a record means; 0 if it means none."""
    return max((float(time.days) for time in times_of(point)), default=0.0)


def duration_facts(reading: Reading) -> Iterator[DurationFact]:
    """The times for which a sentence says that an effect lasted."""
    if not _EFFECT.search(reading.low) or not _LASTING.search(reading.low):
        return
    if _COURSE.search(reading.low):
        return
    for time in (*reading.of(Duration), *reading.of(TimePoint)):
        if time.unit in {"week", "month", "year"} and _follows(reading, time):
            yield DurationFact(time)


def _follows(reading: Reading, time: TimePoint | Duration) -> bool:
    """Whether the time is said of the lasting, not of something else in the sentence."""
    before = reading.low[max(0, time.start - 45) : time.start]
    after = reading.low[time.end : time.end + 25]
    return bool(_LASTING.search(before)) or bool(re.match(r"\s*(?:later|after|on)\b", after))
