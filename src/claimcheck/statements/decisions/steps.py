"""How far a trial had come by a day: begun, filled, ended, reported, published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from claimcheck.model.dates import PartialDate
from claimcheck.model.trials import Trial
from claimcheck.statements.decisions.moments import Now
from claimcheck.statements.decisions.timeline import Timeline

Step = Literal[
    "begun", "filled", "ended", "reported", "published", "followed up", "followed up in print"
]
"""`filled`: nobody is taken in any more; `followed up`: results after the first are public."""

_RUN = frozenset({"recruiting", "active", "completed", "terminated"})
_OVER = frozenset({"completed", "terminated", "withdrawn"})
READOUT = frozenset({"readout"})
"""Events by which results become public."""
_HALF_YEAR = 6
_LONG = timedelta(days=365)


def reached(trial: Trial, step: Step, now: Now, timeline: Timeline) -> bool:
    """Whether a trial had taken a step by the day a text speaks from."""
    if step == "begun":
        return started(trial, now)
    if step == "filled":
        return over(trial, now) or (trial.status != "recruiting" and _closed(trial, now))
    if step == "ended":
        return over(trial, now)
    if step == "followed up":
        return _past((*_announced(trial, timeline), *_in_print(trial, timeline)), now)
    if step == "followed up in print":
        return _past(_in_print(trial, timeline), now)
    return reported(trial, now, in_print=step == "published")


def _closed(trial: Trial, now: Now) -> bool:
    """Whether a trial runs and takes in nobody: it has results, or its record says so and it began
    long before the text; when it stopped taking people in, a record does not say."""
    dates = trial.dates
    if dates.readout or dates.published:
        return reported(trial, now)
    return trial.status == "active" and bool(dates.start and dates.start.latest + _LONG < now.first)


def reported(trial: Trial, now: Now, *, in_print: bool = False) -> bool:
    """Whether results were public by then."""
    dates = trial.dates
    return _past([dates.published] if in_print else [dates.readout, dates.published], now)


def started(trial: Trial, now: Now) -> bool:
    """Whether the trial had begun by then."""
    dates = trial.dates
    known = [d for d in (dates.start, dates.readout, dates.published) if d]
    if known:
        return min(d.latest for d in known) <= now.first
    return trial.status in _RUN


def over(trial: Trial, now: Now) -> bool:
    """Whether the trial had ended, or its report had been published, by then."""
    if _past([trial.dates.completion, trial.dates.published], now):
        return True
    known = any((trial.dates.completion, trial.dates.published, trial.dates.readout))
    return trial.status in _OVER and (reported(trial, now) or not known)


def _past(days: Iterable[PartialDate | None], now: Now) -> bool:
    return any(d is not None and _is_past(d, now) for d in days)


def _is_past(day: PartialDate, now: Now) -> bool:
    """Whether a day has passed; one known to the year counts as passed late in that year."""
    if day.month or day.year != now.first.year:
        return day.latest < now.first
    return now.first.month > _HALF_YEAR


def public_days(trial: Trial, timeline: Timeline) -> list[PartialDate]:
    """The days on which results of a trial became public."""
    told = [e.date for e in timeline.of(READOUT) if trial.id in e.trial]
    return [d for d in (trial.dates.readout, trial.dates.published, *told) if d]


def _announced(trial: Trial, timeline: Timeline) -> Iterable[PartialDate]:
    """The days on which results of a trial after the first were announced."""
    first = trial.dates.readout or trial.dates.published
    known = first.latest if first else date.max
    return (
        d for d in public_days(trial, timeline) if d.earliest > known and d != trial.dates.published
    )


def _in_print(trial: Trial, timeline: Timeline) -> Iterable[PartialDate | None]:
    """The days on which follow-ups of a trial were published."""
    for other in timeline.records.base.trials:
        if other.parent == trial.id:
            yield other.dates.published
    for publication in trial.publications:
        reference = timeline.records.base.reference.get(publication.ref)
        if publication.role == "follow-up" and reference:
            yield reference.issued


def milestones(trials: Sequence[Trial]) -> str:
    """How far trials have come, in words for a message."""
    return "; ".join(f"{t.name} ({_milestones(t)})" for t in trials)


def _milestones(trial: Trial) -> str:
    dates = trial.dates
    known = (
        ("began", dates.start),
        ("first results", dates.readout),
        ("published", dates.published),
    )
    told = ", ".join(f"{word} {when}" for word, when in known if when)
    return told or f"status: {trial.status}"
