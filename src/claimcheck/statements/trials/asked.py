"""A share with what it is said to be a share of, held against the outcomes on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, Fraction, Percent
from claimcheck.model.trials import Outcome
from claimcheck.patterns import lazy
from claimcheck.quantity.compare import agrees
from claimcheck.statements.records import listed
from claimcheck.statements.trials.arms import arm_tags
from claimcheck.statements.trials.effects import ADVERSE, NEGATED
from claimcheck.statements.trials.facts import SILENT, Check
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import (
    IMPROVED,
    SUSTAINED,
    Placed,
    is_freed,
    is_loosely,
    means,
    outcome_words,
    share_of,
    sources,
)
from claimcheck.statements.trials.shares import Share
from claimcheck.statements.trials.timepoints import (
    Time,
    is_at_another_time,
    on_another_clock,
    same_time,
    time_fits,
    told_before,
)
from claimcheck.statements.trials.turning import is_bare, is_restricted

_FALLS = lazy(r"\b(?:fall|reduc|declin|decreas|drop)")
_STILL = lazy(
    r"\b(?:still|sustain\w*|maintain\w*|persist\w*|remain\w*|kept|keep|last(?:ed|ing)?|held|stayed|"
    r"durable|unchanged)\b"
)
_BEFOREHAND = lazy(
    r"\b(?:at (?:baseline|the (?:start|outset|beginning)|entry)|(?:before|on entering|"
    r"on entry to) (?:the )?"
    r"(?:trial|treatment|study|first session|first dose)|beforehand)\b"
)
"""What tells that a share is of the time before a trial."""
_KEPT = frozenset({"response", "remission"})
"""Outcomes of which the records tell apart that they lasted."""
_SMALL = 20
"""In a group of fewer people as many may have come to both of two outcomes."""
FEW = 5
"""Up to here, a share in words ("four in five") tells no numbers of people."""
Outcomes = frozenset[str]
Arms = frozenset[str]


_LASTING = lazy(r"\brelaps|\bsustain|\bmaintain|\blast(?:ed|ing)\b|\bremain|\bdurable")


@dataclass(frozen=True, slots=True)
class Asked:
    """A share, its outcome, and the group and the time that are said of it."""

    share: Share
    outcome: Outcomes
    arms: Arms | None
    time: Time | None
    change: bool = False
    """It is a relative change of a quantity, not a share of people."""
    inherited: bool = False
    """The outcome is that of the words before."""

    @property
    def detail(self) -> int:
        """How much is said beside the figure."""
        share = self.share
        counted = isinstance(share, Fraction) and share.denominator.value > FEW
        counted = counted and any(c.isdigit() for c in share.text)
        said = (self.outcome != IMPROVED) + (self.arms is not None) + (self.time is not None)
        return said + 2 * counted

    def hold(self, pool: Sequence[Placed], line: Line) -> Check:
        """Hold it against every outcome in the pool that it may mean."""
        meant = [p for p in self._meant(pool, line) if self._fits(p[1])]
        answers = [self._holds(o) for _, o in meant]
        if True in answers:
            of, outcome = meant[answers.index(True)]
            words = outcome_words(of, outcome, line.records)
            return Check(True, words, sources(of, outcome), detail=self.detail)
        if None not in answers and (other := self._of_other_kind(pool, line)):
            words = outcome_words(*other, line.records)
            told = self._elsewhere([other], line)
            return Check(False, words, sources(*other), told, self.detail, sure=True)
        moved = None if meant else self._of_another_time(pool, line)
        if moved := moved or (None if meant else self._of_another_outcome(pool, line)):
            words, told = outcome_words(*moved, line.records), self._elsewhere([moved], line)
            return Check(False, words, sources(*moved), told, self.detail)
        if not meant or None in answers or self._is_doubtful(meant, pool, line):
            named = self.outcome != IMPROVED and None not in answers
            return Check(None, elsewhere=self._elsewhere(pool, line)) if named else SILENT
        if self._lasted(pool, line):
            return SILENT
        expected = listed([outcome_words(of, o, line.records) for of, o in meant[:4]])
        return Check(False, expected, sources(*meant[0]), self._elsewhere(pool, line))

    def _lasted(self, pool: Sequence[Placed], line: Line) -> bool:
        """Whether a share is just that of those with whom it lasted, up to another time that the
        sentence tells: "no relapse through week 32 after remission at week 8"."""
        if not (is_telling(self.share) and self.time and _LASTING.search(line.low)):
            return False
        lasting = [o for _, o in pool if o.outcome.startswith("sustained")]
        return any(
            _is_just(self.share, o)
            and not same_time(self.time, o.timepoint)
            and any(same_time(t.key, o.timepoint) for t in line.times)
            for o in lasting
        )

    def just(self, row: Sequence[Placed]) -> Placed | None:
        """The record of just this share, in its group and at its time, whatever it is of."""
        fitting = (p for p in row if self._fits(p[1]))
        return next((p for p in fitting if _is_just(self.share, p[1])), None)

    def _meant(self, pool: Sequence[Placed], line: Line) -> list[Placed]:
        """The records of the outcome, on the scale that is named; of a change where one is."""
        stated = self._stated(line)
        kinds = [p for p in pool if means(stated, p[1], line.records)]
        strict = {(o.arm, o.timepoint) for _, o in kinds if o.outcome in stated}
        kinds = [
            p
            for p in kinds
            if not is_loosely(p[1].outcome, stated)
            or p[1].outcome in stated
            or (p[1].arm, p[1].timepoint) not in strict
        ]
        return [p for p in _of_change(kinds, self.change) if _on_scale(p[1], line)]

    def _stated(self, line: Line) -> Outcomes:
        """The outcome, also as one that lasted where the sentence says that it did."""
        if not self.outcome & _KEPT or not _STILL.search(line.segment):
            return self.outcome
        return self.outcome | {SUSTAINED + one for one in self.outcome & _KEPT}

    def _fits(self, outcome: Outcome) -> bool:
        in_arm = self.arms is None or outcome.arm in {None, "all"} or outcome.arm in self.arms
        nobody = isinstance(self.share, Count) and not self.share.value.value
        ever = nobody and outcome.timepoint is None and outcome.outcome in ADVERSE
        return in_arm and (ever or time_fits(self.time, outcome.timepoint))

    def _holds(self, outcome: Outcome) -> bool | None:
        return agrees(self.share, share_of(outcome, counted=isinstance(self.share, Count)))

    def _is_doubtful(self, meant: Sequence[Placed], pool: Sequence[Placed], line: Line) -> bool:
        """Whether it is not sure enough what is meant to contradict it."""
        if self.outcome == IMPROVED or _is_negated(self.share, line):
            return True
        if is_restricted(line, arm_tags(line, meant[0][0])):
            return True
        if _BEFOREHAND.search(line.segment) or self._is_looser(meant, pool, line):
            return True
        if self._is_of_earlier_time(meant, line):
            return True
        if line.scales[0] and not any(o.scale is None or _rated(o, line) for _, o in meant):
            return True
        if not self.inherited:
            return False
        alone = self.time is not None and len({t.id for t, _ in meant}) == 1
        alone = alone and len(meant[0][0].arms) < 2
        return not is_bare(line) or (self.arms is None and not alone)

    def _is_of_earlier_time(self, meant: Sequence[Placed], line: Line) -> bool:
        """Whether the words before tell a time, of which nothing is on record."""
        times = () if self.time else told_before(line)
        return bool(times) and not any(time_fits(t, o.timepoint) for t in times for _, o in meant)

    def _is_looser(self, meant: Sequence[Placed], pool: Sequence[Placed], line: Line) -> bool:
        """Whether only stricter outcomes are recorded for what is stated, which say less of it."""
        if any(self._is_plain(o, line) for _, o in meant):
            return False
        lasted = self._stated(line) - self.outcome
        if any(o.outcome in lasted for _, o in meant):
            return False
        same = [o for _, o in meant if o.outcome.removeprefix(SUSTAINED) in self.outcome]
        return not same or any(self._is_plain(o, line) for _, o in pool)

    def _is_plain(self, outcome: Outcome, line: Line) -> bool:
        """Whether a record is of the very outcome that is stated."""
        terms = line.records.outcome_terms
        stated = {*self.outcome, *(i.removeprefix(SUSTAINED) for i in self.outcome)}
        named = {b for i in stated if (t := terms.get(i)) for b in (i, *t.broader)}
        term = terms.get(outcome.outcome)
        own = {outcome.outcome, *(term.broader if term else ())}
        if own & (named | stated) or is_loosely(outcome.outcome, self.outcome):
            return True
        return is_freed(outcome, self.outcome, line.records)

    def _of_another_time(self, pool: Sequence[Placed], line: Line) -> Placed | None:
        """The record of a figure in decimals that is said to be of a time without record."""
        share = self.share
        counted = isinstance(share, Fraction) and share.denominator.value > FEW
        if self.time is None or not (counted or isinstance(share, Percent)):
            return None
        if on_another_clock(self.time, line.low) or _STILL.search(line.low):
            return None
        if self.outcome == IMPROVED or is_restricted(line) or _is_negated(share, line):
            return None
        free = replace(self, time=None)
        fitting = [p for p in self._meant(pool, line) if free._fits(p[1])]
        found = [p for p in fitting if agrees(share, share_of(p[1]))]
        timed = [p for p in found if is_at_another_time(self.time, p[1].timepoint)]
        return timed[0] if timed and len(timed) == len(found) else None

    def _of_another_outcome(self, pool: Sequence[Placed], line: Line) -> Placed | None:
        """The record of a figure in decimals that is said to be of an outcome without record."""
        share = self.share
        if not isinstance(share, Percent) or not share.value.decimals or self.inherited:
            return None
        if self.outcome == IMPROVED or is_restricted(line) or self._meant(pool, line):
            return None
        here = [p for p in pool if replace(self, time=None)._fits(p[1])]
        return next((p for p in here if agrees(share, share_of(p[1]))), None)

    def _of_other_kind(self, pool: Sequence[Placed], line: Line) -> Placed | None:
        """The record of just this share, in its group and at its time, of those who responded where
        it is said of those in remission, or the other way round, and of one of the two only."""
        stated = {one.removeprefix(SUSTAINED) for one in self.outcome}
        if not stated <= _KEPT or self.inherited or is_restricted(line):
            return None
        if _is_negated(self.share, line) or _BEFOREHAND.search(line.segment):
            return None
        named = {one.removeprefix(SUSTAINED) for one in line.ids("outcome")}
        for trial, outcome in pool:
            kind = outcome.outcome.removeprefix(SUSTAINED)
            if kind not in _KEPT - stated - named or not self._fits(outcome):
                continue
            few = kind == "remission" and (outcome.of or _SMALL) < _SMALL
            if _is_just(self.share, outcome) and not few:
                return trial, outcome
        return None

    def _elsewhere(self, pool: Sequence[Placed], line: Line) -> str:
        """What else in the records the figure is."""
        if isinstance(self.share, Count):
            return ""
        for trial, outcome in pool:
            if agrees(self.share, share_of(outcome)):
                words = outcome_words(trial, outcome, line.records, figure=False)
                return f"{self.share.text} is {words}"
        return ""


def is_telling(share: Share) -> bool:
    """Whether a share alone tells what it is of: one in decimals, or so many of so many."""
    if isinstance(share, Fraction):
        return share.denominator.value > FEW
    return isinstance(share, Percent) and share.value.decimals > 0


def _is_just(share: Share, outcome: Outcome) -> bool:
    if isinstance(share, Fraction):
        above, below = share.numerator.value, share.denominator.value
        return above == outcome.count and below == outcome.of
    exact = isinstance(share, Percent) and share.bound == "exact" and share.high is None
    return exact and agrees(share, share_of(outcome)) is True


def _of_change(pool: list[Placed], change: bool) -> list[Placed]:
    """Records of a relative change where one is stated, others where none is."""
    falls = [p for p in pool if _is_fall(p[1].definition or "")]
    others = [p for p in pool if p not in falls]
    return falls if change and falls else (others or falls)


def _is_fall(definition: str) -> bool:
    """Whether a definition speaks of a fall of a quantity, not of people with such a fall."""
    counted = "at least" in definition or "clinically" in definition
    return not counted and bool(_FALLS.search(definition))


def _on_scale(outcome: Outcome, line: Line) -> bool:
    scales, own = line.scales
    return not (scales and own) or outcome.scale is None or _rated(outcome, line)


def _rated(outcome: Outcome, line: Line) -> bool:
    """Whether an outcome is rated on a scale that the sentence or the words before it name."""
    related = line.records.scales.related
    return any(related(s, outcome.scale or "") for s in line.scales[0])


def _is_negated(share: Share, line: Line) -> bool:
    return NEGATED.search(line.low[: share.end + 40]) is not None
