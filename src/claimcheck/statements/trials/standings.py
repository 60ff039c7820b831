"""What records tell of groups beside each other: whether they differed, and which had more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.trials import Outcome, Trial
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import is_share, means, share_of
from claimcheck.statements.trials.timepoints import Time, same_time

Groups = frozenset[str]
Standing = dict[str, Decimal]
"""How much each group had, by one measure."""
_LEVEL = Decimal("0.05")
RATIOS = frozenset({"odds ratio", "hazard ratio", "risk ratio"})
_POINTS = frozenset({"points", "percentage points", "Cohen's d", "days"})


def is_significant(outcome: Outcome) -> bool | None:
    """Whether a record says that a difference was significant; None where it does not tell."""
    text, note = (outcome.p or "").strip(), (outcome.note or "").lower()
    if "non-inferior" in note:
        return None
    if not text:
        if note.startswith(("not significant.", "no significant diff")):
            return False
        return _excludes_nothing(outcome)
    value = Decimal(text.lstrip("<>=≤≥ "))
    if text[:1] in {"<", "≤"}:
        return True if value <= _LEVEL else None
    if text[:1] in {">", "≥"}:
        return False if value >= _LEVEL else None
    return value < _LEVEL


def _excludes_nothing(outcome: Outcome) -> bool | None:
    """Without a p value: whether the interval of a difference leaves out zero, or of a ratio 1."""
    even = 0 if outcome.unit in _POINTS else 1 if outcome.unit in RATIOS else None
    if outcome.ci is None or not outcome.versus or even is None:
        return None
    low, high = sorted(number.value for number in outcome.ci)
    return not low <= even <= high


def p_words(outcome: Outcome) -> str:
    """By what a record tells whether a difference was significant."""
    if not outcome.p:
        return (outcome.note or "").rstrip(".").lower() or "the interval"
    return f"p {outcome.p}" if outcome.p[:1] in "<>" else f"p = {outcome.p}"


def actives(trial: Trial) -> Groups:
    """The groups that got the drug."""
    return frozenset(arm.id for arm in trial.arms if arm.role == "active")


def compares(outcome: Outcome, one: Groups, other: Groups) -> bool:
    """Whether a record sets one of some groups against one of others, whichever comes first."""
    first, second = outcome.arm, outcome.versus
    return (first in one and second in other) or (first in other and second in one)


def against_control(outcome: Outcome, trial: Trial) -> Outcome:
    """A change with a p value of a randomised trial is compared with its one control group."""
    controls = [a.id for a in trial.arms if a.role != "active"]
    alone = outcome.outcome == "score-change" and outcome.versus is None
    if alone and len(controls) == 1 and outcome.arm not in {*controls, None, "all"}:
        return replace(outcome, versus=controls[0])
    return outcome


def in_time(outcome: Outcome, line: Line) -> bool:
    """Whether nothing in a sentence makes it another time."""
    times: Sequence[Time] = [tag.key for tag in line.times]
    return not times or any(same_time(time, outcome.timepoint) is not False for time in times)


def standings(trial: Trial, line: Line, meant: Groups) -> Iterator[Standing]:
    """By each measure how much every group had of an outcome, at the time that is told."""
    by: defaultdict[tuple[str | None, ...], Standing] = defaultdict(dict)
    for outcome in trial.outcomes:
        share = _share(outcome, meant, line) if in_time(outcome, line) else None
        if share is not None:
            key = (outcome.outcome, outcome.scale, outcome.timepoint, outcome.definition)
            by[key].setdefault(str(outcome.arm), share)
    yield from by.values()


def _share(outcome: Outcome, meant: Groups, line: Line) -> Decimal | None:
    """The share of a group that had an outcome, on the scale that the sentence names."""
    scales, own = line.scales
    related = line.records.scales.related
    rated = not (scales and own) or any(related(s, outcome.scale or "") for s in scales)
    if not is_share(outcome) or not rated or not means(meant, outcome, line.records):
        return None
    return outcome.percent.value if outcome.percent is not None else share_of(outcome).exact
