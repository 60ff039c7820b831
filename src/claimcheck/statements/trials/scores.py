"""Changes and differences on scales, effect sizes, intervals and p values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice, product

from claimcheck.classes import dataclass
from claimcheck.model.quantity import EffectSize, Interval, Percent, Points, PValue
from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.compare import agrees
from claimcheck.statements.records import listed
from claimcheck.statements.trials.alignment import NEW_CLAUSE, Reading, Tag, alignments
from claimcheck.statements.trials.amounts import Amount, is_timed_so
from claimcheck.statements.trials.arms import arm_name, arm_tags, compared_only, with_other, within
from claimcheck.statements.trials.facts import SILENT, Check, Fact, best
from claimcheck.statements.trials.line import Line, tagged
from claimcheck.statements.trials.measures import (
    Kind,
    Score,
    changes_by,
    figure_of,
    figure_words,
    is_compared,
    is_of_shares,
    is_other_measure,
    kind_of,
    stated_scores,
)
from claimcheck.statements.trials.outcomes import Placed, family, means, sources
from claimcheck.statements.trials.shares import is_in_slashes
from claimcheck.statements.trials.timepoints import (
    Time,
    ends,
    is_at_another_time,
    is_worded,
    on_another_clock,
    same_time,
    shared,
    time_fits,
    told_before,
)
from claimcheck.statements.trials.turning import is_restricted

_MOST_READINGS = 24
_RANGE = lazy(r"\b(?:runs?|running|ranges?|ranging|goes|scored) from (?:0|zero|\d)")
"""What explains a scale."""
_ON = lazy(r"\b(?:on|in|by)\s(?:the\s)?\Z")
_TOLD = 3
"""What is said beside a figure that tells whose it is: a scale, and a group or a time."""
_BRACKET = lazy(r"\s?(?:points? )?[(;,]\s?(?:[^()]{0,40}?\b(?:ci|interval)\b[^()]{0,40}?[,;]\s?)?")
"""Between a figure and its p value."""
_FOR = lazy(r"\b(?:for|on|in|of|against)\s(?:the\s)?\Z")
_TOO = lazy(r"(?:\b(?:and|or|then)|[,;])\s(?:the\s|in\s|for\s)?\Z")
Arms = frozenset[str]

_ADJUSTED = lazy(r"\b(?:after|when|once|by) (?:adjust|control|correct)\w* for\b")


@dataclass(frozen=True)
class Scores:
    """The figures of one sort on scales, each with the groups, scale and time it may belong to."""

    line: Line
    values: tuple[Score, ...]
    kinds: tuple[Kind, ...]

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The figures, as written."""
        return tuple(
            Fact(v.start, v.end, v.text, effect=self._is_effect(v, kind), shy=self._is_shy(v))
            for v, kind in zip(self.values, self.kinds, strict=True)
        )

    def _is_shy(self, value: Score) -> bool:
        """Whether a p value is that of another analysis than the one on record, or a figure of one
        knows not which group."""
        if is_in_slashes(self.line, value):
            return True
        return isinstance(value, PValue) and _ADJUSTED.search(self.line.low) is not None

    def _is_effect(self, value: Score, kind: Kind) -> bool:
        """Whether a figure says what a treatment does, as a score alone does not."""
        if isinstance(value, Interval | PValue) or _RANGE.search(self.line.low):
            return False
        if isinstance(value, EffectSize) or kind in {"change", "difference"}:
            return True
        return kind == "any" and value.signed

    @property
    def _from_one(self) -> bool:
        """Whether the figures are differences of several groups from one: "A beat placebo by 5
        points and B by 7"."""
        kinds = set(self.kinds)
        return len(self.values) > 1 and "difference" in kinds and kinds <= {"difference", "any"}

    @cached_property
    def _levels(self) -> list[Score]:
        """The figures of single groups; differences stand apart, but for those of several groups
        from one."""
        if self._from_one:
            return list(self.values)
        return [v for v, kind in zip(self.values, self.kinds, strict=True) if kind != "difference"]

    def _spread(self, reading: Reading[Arms]) -> Reading[Arms]:
        own = {id(v): tag for v, tag in zip(self._levels, reading, strict=True)}
        return tuple(own.get(id(v)) for v in self.values)

    @cached_property
    def _times(self) -> list[tuple[Tag[Time] | None, ...]]:
        times = ends(self.line.times, self.line.low)
        found = alignments(self.values, times, self.line.low, NEW_CLAUSE)
        return shared(found, self.values, times)

    @cached_property
    def _scales(self) -> list[tuple[Tag[frozenset[str]] | None, ...]]:
        tags = tagged(self.line.names("scale")) or list(_measuring(self.line))
        if len({tag.key for tag in tags}) == 1 and _ON.search(self.line.low[: tags[0].start]):
            return [(tags[0],) * len(self.values)]
        return [tuple(r) for r in alignments(self.values, tags, self.line.low)]

    def check(self, trial: Trial) -> tuple[Check, ...]:
        """Hold the figures against the scores of the trial that they may mean."""
        known = {arm for o in trial.outcomes for arm in (o.arm, o.versus)}
        tags = within(arm_tags(self.line, trial), known)
        spread = [self._spread(reading) for reading in self._arms(tags, trial)]
        ways = islice(product(spread, self._scales, self._times), _MOST_READINGS)
        every = tuple(t.key for t in tags)
        return best([self._read(trial, every, *way) for way in ways])

    def _arms(self, tags: list[Tag[Arms]], trial: Trial) -> list[Reading[Arms]]:
        """The ways in which arms may belong to the figures of single groups."""
        figures, low = self._levels, self.line.low
        own = [t for t in tags if not compared_only(t, figures, low)] if len(figures) > 1 else tags
        if self._from_one:
            active = {a.id for a in trial.arms if a.role == "active"}
            own = [t for t in own if t.key <= active]
            if len(own) != len(figures):
                return [(None,) * len(figures)]
        return with_other(alignments(figures, own, low), own, figures, trial, low)

    def _read(
        self,
        trial: Trial,
        every: tuple[Arms, ...],
        arms: Sequence[Tag[Arms] | None],
        scales: Sequence[Tag[frozenset[str]] | None],
        times: Sequence[Tag[Time] | None],
    ) -> tuple[Check, ...]:
        pool = [(t, o) for t in family(trial, self.line.records) for o in t.outcomes]
        found = []
        rows = zip(self.values, self.kinds, arms, scales, times, strict=True)
        paired = len({arm.key for arm in arms if arm}) > 1
        figured = tuple(arm.key for arm in arms if arm)
        for value, kind, arm, scale, time in rows:
            groups, on = (arm.key if arm else None), (scale.key if scale else None)
            when = time.key if time else None
            asked = _Asked(value, kind, groups, every, paired, on, when, figured)
            found.append(_hold(asked, pool, self.line))
        return tuple(found)


def _measuring(line: Line) -> Iterator[Tag[Arms]]:
    """Where a sentence names the diseases that its figures are of, the scales that measure them."""
    records = line.records
    found: list[Tag[Arms]] = []
    for mention in line.names("indication"):
        before = line.low[max(0, mention.start - 12) : mention.start]
        if _FOR.search(before) or (found and _TOO.search(before)):
            scales = [
                s for s in records.base.vocabulary.scales if set(s.measures) & set(mention.ids)
            ]
            found.append(Tag(mention.start, mention.end, frozenset(s.id for s in scales)))
    if len({tag.key for tag in found}) > 1 and all(tag.key for tag in found):
        yield from found


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure with what is said of it."""

    value: Score
    kind: Kind
    arm: Arms | None
    named: tuple[Arms, ...]
    """All arms that the sentence names."""
    paired: bool
    """There are several such figures, each with an arm of its own."""
    scale: frozenset[str] | None
    time: Time | None
    figured: tuple[Arms, ...] = ()
    """The arms that have a figure of their own."""

    @property
    def detail(self) -> int:
        groups = self.arm is not None or len(set(self.named)) > 1
        return 1 + groups + (self.time is not None) + (self.scale is not None)

    def fits(self, outcome: Outcome, line: Line) -> bool:
        """Whether a record may be meant."""
        if isinstance(self.value, PValue) and not _is_of_shares(outcome, line):
            return False
        days = isinstance(self.value, Amount) and self.value.unit == "days"
        if days and not is_timed_so(outcome.outcome, line):
            return False
        if is_of_shares(self.value) and not (_is_of_points(outcome) and _is_named(outcome, line)):
            return False
        timed = self._in_time(outcome) or is_worded(outcome.timepoint, line.low)
        return timed and self._on_scale(outcome, line) and self._of_arms(outcome)

    def _on_scale(self, outcome: Outcome, line: Line) -> bool:
        if not self.scale or outcome.scale is None:
            return True
        return any(line.records.scales.related(s, outcome.scale) for s in self.scale)

    def _in_time(self, outcome: Outcome) -> bool:
        if self.kind == "baseline":
            return outcome.timepoint == "baseline"
        return self.time is None or same_time(self.time, outcome.timepoint) is True

    def _of_arms(self, outcome: Outcome) -> bool:
        if outcome.versus:
            within = isinstance(self.value, EffectSize) and self.paired
            return self.kind not in {"level", "baseline"} and not within and self._compares(outcome)
        if self.kind == "difference":
            return False
        if isinstance(self.value, Interval | PValue) and self.named and self.arm is None:
            return any(outcome.arm in arms for arms in self.named)
        return self.arm is None or outcome.arm in {None, "all"} or outcome.arm in self.arm

    def _compares(self, outcome: Outcome) -> bool:
        """Whether the comparison is one of the arms named; a single one suffices."""
        if self.paired and self.arm and not self.arm & {outcome.arm, outcome.versus}:
            return False
        if self.paired and self.arm and not any(outcome.versus in a for a in self.named):
            return outcome.arm in self.arm
        if not self.named or (self.kind == "change" and self.arm is None and len(self.named) > 2):
            return not self.named or self._both(outcome)
        if len(set(self.named)) == 1:
            return outcome.arm in self.named[0] or outcome.versus in self.named[0]
        return self._both(outcome)

    def _both(self, outcome: Outcome) -> bool:
        first = [i for i, arms in enumerate(self.named) if outcome.arm in arms]
        second = [i for i, arms in enumerate(self.named) if outcome.versus in arms]
        return any(i != j for i in first for j in second)


def _is_of_points(outcome: Outcome) -> bool:
    """Whether a record is a difference, or a fall in percentage points."""
    return outcome.versus is not None or outcome.unit == "percentage points"


def _is_of_shares(outcome: Outcome, line: Line) -> bool:
    """Whether a p value is of the outcome of which the sentence states shares, if it does."""
    return not line.of(Percent) or _is_named(outcome, line)


def _is_named(outcome: Outcome, line: Line) -> bool:
    """Whether the sentence names the outcome of a record."""
    named = frozenset(line.ids("outcome")) - {"score", "score-change", "effect-size"}
    return any(means(frozenset({name}), outcome, line.records) for name in named)


def _hold(asked: _Asked, pool: Sequence[Placed], line: Line) -> Check:
    if own := _of_its_figure(asked, pool, line):
        pool, asked = own, replace(asked, arm=None, named=(), paired=False)
    with_figure = [(t, o) for t, o in pool if _is_of(asked, o)]
    meant = _own_changes(asked, [(t, o) for t, o in with_figure if asked.fits(o, line)], line)
    answers = [_holds(asked.value, o) for _, o in meant]
    if True in answers:
        of, outcome = meant[answers.index(True)]
        return Check(
            True, _words(of, outcome, asked.value), sources(of, outcome), detail=asked.detail
        )
    if not meant and (moved := _of_another_time(asked, with_figure, line)):
        of, outcome = moved
        return Check(False, _words(of, outcome, asked.value), sources(of, outcome))
    if not meant and (moved := _of_another_scale(asked, with_figure, line)):
        of, outcome = moved
        on = line.records.called("scales", (outcome.scale or "",))
        words = f"{_words(of, outcome, asked.value)} on the {on}"
        return Check(False, words, sources(of, outcome))
    restricted = bool(meant) and is_restricted(line, arm_tags(line, meant[0][0]))
    doubtful = restricted or not any(_is_rated(o, line) for _, o in meant)
    before = () if asked.time or asked.kind == "baseline" else told_before(line)
    timed = not before or any(time_fits(t, o.timepoint) for t in before for _, o in meant)
    doubtful = doubtful or not timed
    elsewhere = next(
        (f"{asked.value.text} is {_place(t, o)}" for t, o in with_figure if _holds(asked.value, o)),
        "",
    )
    if isinstance(asked.value, Interval) and elsewhere:
        return SILENT  # of a comparison told in words that no name of the groups has
    if not meant or None in answers or doubtful or is_other_measure(line, meant[0][1]):
        lost = isinstance(asked.value, Points) and asked.time and not meant
        return Check(None, elsewhere=elsewhere) if lost else SILENT
    expected = listed([_words(t, o, asked.value) for t, o in meant[:3]])
    return Check(False, expected, sources(*meant[0]), elsewhere)


def _of_its_figure(asked: _Asked, pool: Sequence[Placed], line: Line) -> Sequence[Placed]:
    """For a p value right after a figure, the records of that figure; none if there are none."""
    if not isinstance(asked.value, PValue):
        return ()
    figures = [q for q in line.quantities if isinstance(q, Points | EffectSize)]
    led = (q for q in figures if _BRACKET.fullmatch(line.low, q.end, asked.value.start))
    q = next(led, None)
    return [p for p in pool if _holds(q, p[1])] if q else ()


def _own_changes(asked: _Asked, meant: list[Placed], line: Line) -> list[Placed]:
    """Without differences between groups, where a group is said to have changed by so much."""
    if asked.kind != "change" or asked.arm is None or is_compared(line):
        return meant
    paired = asked.paired and len(asked.figured) > 1
    own = [p for p in meant if p[1].versus is None and p[1].outcome == "score-change"]
    alone = not paired and len(set(asked.named)) == 1 and changes_by(line, asked.value)
    if alone and own:
        return own
    known = {arm for arms in asked.figured for arm in arms}
    return [p for p in meant if p[1].versus not in known] if paired and own else meant


def _of_another_time(asked: _Asked, pool: Sequence[Placed], line: Line) -> Placed | None:
    """The record of a figure in decimals that is said to be of a time of which none is known."""
    if (
        asked.time is None
        or is_restricted(line)
        or not isinstance(asked.value, Points | EffectSize)
    ):
        return None
    told = asked.kind == "difference" or (asked.kind == "change" and bool(line.scales[0]))
    if not (asked.value.value.decimals or told) or asked.kind == "baseline":
        return None
    free = replace(asked, time=None)
    found = [p for p in pool if free.fits(p[1], line) and _holds(asked.value, p[1])]
    if on_another_clock(asked.time, line.low):
        return None
    timed = [p for p in found if is_at_another_time(asked.time, p[1].timepoint)]
    return timed[0] if timed and len(timed) == len(found) else None


def _of_another_scale(asked: _Asked, pool: Sequence[Placed], line: Line) -> Placed | None:
    """The record of a figure in decimals that is said to be of a scale of which none is known."""
    value = asked.value
    if not asked.scale or asked.detail < _TOLD or asked.kind == "baseline" or is_restricted(line):
        return None
    if not isinstance(value, Points | EffectSize) or not value.value.decimals:
        return None
    free = replace(asked, scale=None)
    return next((p for p in pool if free.fits(p[1], line) and _holds(value, p[1])), None)


def _is_rated(outcome: Outcome, line: Line) -> bool:
    """Whether the scale of a record is the one named in the sentence or before it, if one is."""
    named = line.scales[0]
    if not named or outcome.scale is None:
        return True
    return any(line.records.scales.related(s, outcome.scale) for s in named)


def _is_of(asked: _Asked, outcome: Outcome) -> bool:
    """Whether a record holds a figure of the sort stated: a change, or a level."""
    if figure_of(asked.value, outcome) is None:
        return False
    if asked.kind in {"level", "baseline"}:
        return outcome.outcome != "score-change"
    if asked.kind == "change":
        return outcome.outcome != "score"
    return True


def _holds(value: Score, outcome: Outcome) -> bool | None:
    recorded = figure_of(value, outcome)
    return None if recorded is None else agrees(value, recorded)


def _place(trial: Trial, outcome: Outcome) -> str:
    arm, versus = arm_name(trial, outcome.arm), arm_name(trial, outcome.versus)
    groups = f"{arm} against {versus}" if versus else arm
    time = f"at {outcome.timepoint}" if outcome.timepoint else ""
    return " ".join(part for part in (groups, time) if part)


def _words(trial: Trial, outcome: Outcome, value: Score) -> str:
    place = _place(trial, outcome)
    figure = figure_words(value, outcome)
    return f"{figure} ({place})" if place else figure


def scores(line: Line) -> Iterator[Scores]:
    """The figures on scales that a sentence states, one statement for each sort."""
    for values in stated_scores(line):
        yield Scores(line, tuple(values), tuple(kind_of(line, value) for value in values))
