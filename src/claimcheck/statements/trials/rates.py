"""Shares of participants: response, remission, abstinence and whatever else the base names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimcheck.model.quantity import Count, Duration, Fraction, Percent, TimePoint
from claimcheck.model.trials import Outcome, Trial
from claimcheck.quantity.compare import Share as Recorded
from claimcheck.quantity.compare import agrees
from claimcheck.statements.names import Mention
from claimcheck.statements.reading import Reading, belonging
from claimcheck.statements.records import Records
from claimcheck.statements.trials.arms import ArmMention, arm_mentions, arm_name
from claimcheck.statements.trials.facts import SILENT, Check, listed, publications
from claimcheck.statements.trials.sizes import demographic
from claimcheck.statements.trials.timepoints import same_time

Share = Percent | Fraction | Count
A = TypeVar("A")
_NEGATED = re.compile(r"\b(?:did not|didn't|failed to|never|without|no)\s+(?:\w+\s+){0,2}\Z")
_CHANGE = re.compile(
    r"\b(?:reduc\w+|declin\w+|decreas\w+|drop\w*|fall|fell|cut|lower\w*|less|fewer|improv\w+|"
    r"better|increas\w+|more)\b"
)


@dataclass(frozen=True, slots=True)
class RateFact:
    """A share of participants with an outcome, perhaps in an arm and at a time point."""

    share: Share
    outcome: Mention | None
    time: TimePoint | Duration | None
    reading: Reading
    peers: tuple[Share, ...]
    change: bool = False
    """A relative change of a quantity ("cut heavy drinking by 83 %"), not a share of people."""
    figure: bool = True

    @property
    def start(self) -> int:
        """Offset in the sentence."""
        return self.share.start

    @property
    def end(self) -> int:
        """Offset in the sentence."""
        return self.share.end

    @property
    def found(self) -> str:
        """The figure with its outcome and time point, as written."""
        words = self.reading.text
        outcome = words[self.outcome.start : self.outcome.end] if self.outcome else ""
        time = self.time.text if self.time else ""
        return " ".join(part for part in (self.share.text, outcome, time) if part)

    def check(self, trial: Trial, records: Records) -> Check:
        """Hold the share against every outcome of the trial that it may mean."""
        if self.outcome is None:
            return SILENT
        arm = belonging(
            self.share, self.peers, arm_mentions(self.reading, trial, records), self.reading.text
        )
        pool = _pool(trial, records)
        meant = [(t, o) for t, o in pool if _is_outcome(o, self.outcome, records)]
        in_arm = [(t, o) for t, o in meant if _in_arm(o, arm)]
        in_time = [(t, o) for t, o in in_arm if self._at_time(o)]
        for of, outcome in in_time:
            if self._holds(outcome):
                return Check(True, _words(of, outcome, records), _sources(of, outcome))
        strict = in_time if self.time else in_arm
        if not strict or (arm is None and len(self.peers) > 1 and not _all_same_arm(strict)):
            return SILENT
        return Check(
            False,
            listed([_words(of, o, records) for of, o in strict[:4]]),
            _sources(*strict[0]),
            self._elsewhere(pool, records),
        )

    def _at_time(self, outcome: Outcome) -> bool:
        return self.time is None or same_time(self.time, outcome.timepoint) is True

    def _holds(self, outcome: Outcome) -> bool:
        recorded = Recorded(count=outcome.count, of=outcome.of, percent=outcome.percent)
        return bool(agrees(self.share, recorded))

    def _elsewhere(self, pool: Iterable[tuple[Trial, Outcome]], records: Records) -> str:
        for trial, outcome in pool:
            if not isinstance(self.share, Count) and self._holds(outcome):
                return f"{self.share.text} is {_words(trial, outcome, records, figure=False)}"
        return ""


def _pool(trial: Trial, records: Records) -> list[tuple[Trial, Outcome]]:
    """The shares of a trial, and of the records that follow it up or that it follows up."""
    family = [trial, *records.follow_ups.get(trial.id, ())]
    parent = records.base.trial.get(trial.parent or "")
    if parent:
        family.append(parent)
    return [(t, o) for t in family for o in t.outcomes if _is_share(o)]


def _is_share(outcome: Outcome) -> bool:
    has_figure = outcome.percent is not None or outcome.count is not None
    return has_figure and outcome.versus is None


def _is_outcome(outcome: Outcome, mention: Mention, records: Records) -> bool:
    """Whether a record is of the outcome that a sentence names, or of a stricter or looser one.

    Sustained response counts as response; response by a looser definition may be meant too.
    """
    for ident in mention.ids:
        term = records.outcome_terms.get(outcome.outcome)
        if outcome.outcome == ident:
            return True
        if term and (
            ident in term.broader or (outcome.outcome != "remission" and ident in term.implies)
        ):
            return True
        named = records.outcome_terms.get(ident)
        if named and outcome.outcome in named.broader:
            return True
        if {ident, outcome.outcome} == {"response", "clinically-meaningful-improvement"}:
            return True
    return False


def _in_arm(outcome: Outcome, arm: ArmMention | None) -> bool:
    return arm is None or outcome.arm is None or outcome.arm == "all" or outcome.arm in arm.arms


def _all_same_arm(pairs: list[tuple[Trial, Outcome]]) -> bool:
    return len({o.arm for _, o in pairs}) == 1


def _words(trial: Trial, outcome: Outcome, records: Records, figure: bool = True) -> str:
    term = records.outcome_terms.get(outcome.outcome)
    parts = [
        share_words(outcome) if figure else "",
        term.name if term else outcome.outcome,
        f"at {outcome.timepoint}" if outcome.timepoint else "",
        f"with {name}" if (name := arm_name(trial, outcome.arm)) else "",
    ]
    return " ".join(part for part in parts if part)


def share_words(outcome: Outcome) -> str:
    """A recorded share for people: "37 % (29 of 79)"."""
    counts = f"{outcome.count} of {outcome.of}" if outcome.count is not None and outcome.of else ""
    if outcome.percent is None:
        return counts or str(outcome.count)
    return f"{outcome.percent} %" + (f" ({counts})" if counts else "")


def _sources(trial: Trial, outcome: Outcome) -> tuple[str, ...]:
    return (outcome.source,) if outcome.source else publications(trial)


def rate_facts(reading: Reading) -> Iterator[RateFact]:
    """The shares that a sentence states, each with its outcome and time point."""
    outcomes = reading.scope.own.of("outcome")
    shares: tuple[Share, ...] = tuple(
        q
        for q in reading.quantities
        if (isinstance(q, Percent) and not q.points) or isinstance(q, Fraction)
        if not demographic(reading, q)
    )
    times: list[TimePoint | Duration] = [*reading.of(TimePoint), *_lengths(reading)]
    for share in shares:
        outcome = belonging(share, shares, outcomes, reading.text) or _only(outcomes)
        when = belonging(share, shares, times, reading.text) or _only(times)
        yield RateFact(share, outcome, when, reading, shares, _is_change(reading, share))


def _only(found: Sequence[A]) -> A | None:
    """What all figures of a sentence share, if it has just one of the sort."""
    return found[0] if len(found) == 1 else None


def _lengths(reading: Reading) -> list[Duration]:
    """Durations that say when: "after eight weeks", "the 12-month follow-up"."""
    return [
        d
        for d in reading.of(Duration)
        if re.search(r"\b(?:after|at|within|by|over)\s+(?:\w+\s+)?\Z", reading.low[: d.start])
        and float(d.days) >= 1
    ]


def _is_change(reading: Reading, share: Share) -> bool:
    before = reading.low[max(0, share.start - 40) : share.start]
    after = reading.low[share.end : share.end + 25]
    by = bool(re.search(r"\bby\s+(?:\w+\s+){0,2}\Z", before) and _CHANGE.search(before))
    return by or bool(re.match(r"\s*(?:greater |larger |average |mean )?" + _CHANGE.pattern, after))
