"""Time points of sentences beside those of records, and how long an effect lasted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from claimcheck.model.quantity import DAYS, Duration, TimePoint
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import moments, read
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.facts import SILENT, Check, Fact, Single, publications
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import sources
from claimcheck.statements.trials.people import words_of

Time = TimePoint | Duration
_ENTERED = lazy(
    r"\s(?:after|from|since|of|past)\s(?:\w+\s)?(?:enrol|enter|join|randomi[sz]|inclusion|screening|"
    r"baseline|recruit|signing|admission|discharge|detox|surgery)"
)
_THEN = lazy(r"\b(?:by|at|since) (?:then|th(?:at|is) (?:point|time|stage|moment))\b")
_UNTIL = lazy(r"\s(?:right\s|up\s)?(?:to|until|till|through|and)\s(?:the\s)?")
_EFFECT = lazy(
    r"\b(?:effects?|benefits?|improvements?|response|remission|reductions?|gains?|relief|results?|"
    r"antidepressant|abstinen\w+|symptoms?|well|better|depression-free|symptom-free|sober|clean|"
    r"free of|(?:away|at bay)|freedom)\b"
)
_LASTING = lazy(
    r"\b(?:(?<!the )last|last(?:s|ed|ing)|persist\w*|sustain\w*|endur\w+|remain\w*|maintain\w*|"
    r"held|holds?|continu\w+|durable|still|stay(?:s|ed)?|keeps?|kept)\b"
)
_COURSE = lazy(
    r"\b(?:sessions?|infusions?|trip|experience|visits?|retreats?|program\w*|course|treatment|"
    r"ceremon\w+|"
    r"episodes?|trial|study|follow-up|(?:acute|drug|psychoactive|psychedelic) effects?) "
    r"(?:\w+ )?(?:last|take|run|continu)|\b(?:hours?|minutes?|side effects?|must last|"
    r"has to last|diagnosis|"
    r"worry|symptoms (?:must|have to)|half-life)\b"
)
_STRETCH = lazy(r"[\s-](?:[\w-]+\s)?(?:phase|period|course|induction|extension|program\w*)\b")
"""After a time: so long a part of the trial was, not an effect."""
_FAR = 3
"""Sentences before the last one in which a time may have been told."""
_LONG = frozenset({"week", "month", "year"})
_IS_TRIAL = lazy(
    r"(?:[- ]long)?,? (?:(?:randomi[sz]ed|open|open-label|double-blind|[\w-]*controlled|phase|"
    r"pilot|\d\w?),? ){0,4}(?:trial|study)\b"
)
_LASTING_EFFECT = lazy(
    r"\b(?:(?<!acute )(?<!drug )(?<!psychoactive )(?<!psychedelic )effects?|benefits?|relief|"
    r"improvements?|response|remission|gains)\b[^.;,]{0,60}\b(?:last|persist|endur|hold|held|continu)"
)


@lru_cache(maxsize=1024)
def times_of(text: str) -> tuple[Time, ...]:
    """The times in the time point of a record ("week 3", "weeks 5-36")."""
    return tuple(q for q in read(text) if isinstance(q, TimePoint | Duration))


def same_time(stated: Time, recorded: str | None) -> bool | None:
    """Whether a time in a sentence is that of a record; None where the record has none."""
    times = times_of(recorded) if recorded else ()
    if not times:
        return None
    if any(_spans(stated, time) for time in times):
        return True
    return any(moments.same_time(stated, time) or _from_day_one(stated, time) for time in times)


def ends(times: Sequence[Tag[Time]], low: str) -> list[Tag[Time]]:
    """The times without those at which a stretch began that ends at the next: "from week 3 to
    week 12"."""
    pairs = zip_longest(times, times[1:])
    return [time for time, after in pairs if not _begins(time, after, low)]


def shared(
    found: Sequence[tuple[Tag[Time] | None, ...]],
    figures: Sequence[Placed],
    times: Sequence[Tag[Time]],
) -> list[tuple[Tag[Time] | None, ...]]:
    """The ways in which times belong to figures, and where all of the ones stand after all of the
    others, that every figure is of the same time."""
    if len(figures) < 2 or len(times) < 2:
        return list(found)
    after = figures[-1].end <= times[0].start
    before = times[-1].end <= figures[0].start
    every = [(time,) * len(figures) for time in times] if after or before else []
    return [*found, *(way for way in every if way not in found)]


def then(line: Line) -> list[Tag[Time]]:
    """The one time of the sentence before, where a sentence says "by then"."""
    if not _THEN.search(line.segment) or len(line.scope.layers) < 2:
        return []
    before = line.scope.layers[1].text
    times = times_of(before) if before in line.scope.block.text else ()
    return [Tag(0, 0, times[0])] if len(times) == 1 else []


def told_before(line: Line) -> tuple[Time, ...]:
    """The times of the sentence or heading right before; else the time points of the nearest one
    further up, within a few sentences, that tells any; none where a sentence names its trial."""
    if line.trial_names:
        return ()
    layers = line.scope.layers[1 : 2 + _FAR]
    if layers and (times := times_of(layers[0].text)):
        return times
    points = (
        tuple(t for t in times_of(layer.text) if isinstance(t, TimePoint)) for layer in layers[1:]
    )
    return next((found for found in points if found), ())


def _begins(time: Tag[Time], after: Tag[Time] | None, low: str) -> bool:
    if after is None or not _UNTIL.fullmatch(low, time.end, after.start):
        return False
    return low[: time.start].rstrip().endswith(("from", "from the", "between"))


def _from_day_one(stated: Time, recorded: Time) -> bool:
    """Whether days after a dose are told of a record that counts the day of the dose as day 1."""
    days = stated.unit == recorded.unit == "day" and recorded.text.lower().startswith("day")
    told = not stated.text.lower().startswith("day")
    return days and told and stated.value.value == recorded.value.value - 1


def on_another_clock(stated: Time, low: str) -> bool:
    """Whether a time is told from the day somebody entered a trial, not from a dose."""
    return _ENTERED.match(low, stated.end) is not None


def is_worded(recorded: str | None, low: str) -> bool:
    """Whether a record's time is told without a number ("immediately") and stands in a text."""
    return bool(recorded) and not times_of(recorded or "") and str(recorded).lower() in low


def _spans(stated: Time, recorded: Time) -> bool:
    """Whether a length of time is that from the beginning to the end of a record's period."""
    if not isinstance(stated, Duration) or recorded.high is None:
        return False
    length = recorded.high.value - recorded.value.value + 1
    if stated.unit == recorded.unit:
        return 0 <= length - stated.value.value <= 1
    days = length * DAYS[recorded.unit]
    return abs(stated.days - days) <= days * moments.ACROSS_UNITS


def is_at_another_time(stated: Time, recorded: str | None) -> bool:
    """Whether a record is of a moment, and of another one than that stated; days may be counted
    from 0 or from 1."""
    known = times_of(recorded or "")
    if any(t.unit == stated.unit == "day" and abs(t.days - stated.days) <= 1 for t in known):
        return False
    return all(t.high is None for t in known) and same_time(stated, recorded) is False


def time_fits(stated: Time | None, recorded: str | None) -> bool:
    """Whether a record may be meant: no time is stated, or the same one."""
    return stated is None or same_time(stated, recorded) is True


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


def length_facts(line: Line) -> Iterator[Single]:
    """How long a trial is said to be, as an adjective of it: "the twelve-week study"."""
    for time in line.of(Duration):
        if time.unit in _LONG and _IS_TRIAL.match(line.low, time.end):
            fact = Fact(time.start, time.end, f"a {time.text} trial", shy=True, figure=False)
            yield Single(fact, lambda trial, time=time: _long(line, trial, time))  # type: ignore[misc]


def _long(line: Line, trial: Trial, time: Duration) -> Check:
    """Hold a length against the times of a record, none of which need be the whole of it."""
    known = [q for o in trial.outcomes for q in times_of(o.timepoint or "")]
    known += times_of(words_of(trial, line.records))
    if not known or any(same_time(time, q.text) for q in known):
        return SILENT
    return Check(None, elsewhere=f"{known[0].text} is on record")


def _follows(line: Line, time: Time) -> bool:
    """Whether the time is said of the lasting, not of something else in the sentence."""
    before = line.low[max(0, time.start - 45) : time.start]
    after = line.low[time.end : time.end + 25].lstrip()
    if _STRETCH.match(line.low, time.end):
        return False
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
