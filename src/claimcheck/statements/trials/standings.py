"""What records tell of groups beside each other: whether they differed, and which had more.

Which group a sentence says to have had more of an outcome ("fewer relapsed on the drug") is held
against that here; whether one is said to have done better at all, in `comparisons`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Percent, Points
from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.arms import arm_name, arm_tags, complement
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import is_share, means, share_of
from claimcheck.statements.trials.timepoints import Time, same_time
from claimcheck.statements.trials.turning import is_restricted

Groups = frozenset[str]
Standing = dict[str, Decimal]
"""How much each group had, by one measure."""
_LEVEL = Decimal("0.05")
RATIOS = frozenset({"odds ratio", "hazard ratio", "risk ratio"})
_POINTS = frozenset({"points", "percentage points", "Cohen's d", "days"})
_AS = r"as (?:common|frequent|likely|often|high|many)"
_MORE = lazy(
    rf"\b(?:(?P<up>more|greater|higher|larger|bigger|likelier|commoner|(?:times|twice) {_AS})|"
    rf"(?P<down>fewer|less|lower|smaller|rarer|half {_AS})|(?P<even>{_AS}))\b"
    r"(?! than "
    r"(?:\d|an? |half|one|two|three|four|five|six|seven|eight|nine|ten|twice))"
)
_THAN = lazy(
    r"\b(?:than|as (?=(?:with|in|on|after|among|for|those|the)\b)|versus|vs?\.?|against|"
    r"compared (?:with|to)|relative to)\b"
)
_UNSURE = lazy(
    r"\b(?:no|not|never|neither|nor|hardly|barely|scarcely|little|without|if|whether|would|could|"
    r"might|may|should|will|expect\w*|hop\w+|n[’']t|nothing|once|any)\b(?:\s[\w-]+){0,3}\s\Z"
)
_NO = lazy(r"\b(?:no|not(?: any)?|neither|hardly|barely|scarcely)\s\Z")
_PEOPLE = lazy(r"(?:respond|remitt)ers?\Z")
_LASTING = frozenset({"sustained-remission", "sustained-response"})
_FREE = lazy(r"[- ]free\b")
_FREE_BEFORE = lazy(r"\b(?:without|free (?:of|from)|did not|didn[’']t|no|avoid\w*)\s(?:\w+\s)?\Z")
_MOST = lazy(
    r"\b(?:improvements?|effects?|benefits?|gains?|response|relief|reductions?|drops?|falls?)\b"
    r"[^.;]{0,40}?\b(?:was|were|seen|came)\s(?:by far )?(?:the )?(?:largest|greatest|biggest|"
    r"strongest|most marked|steepest)\b|(?P<did>\b(?:did|fared|worked|performed) best\b)"
)
_OF_OTHERS = lazy(
    r"\b(?:side effects?|adverse|likely to (?!respon|remi|relap|be (?:in remission|abstin))|"
    r"than (?:an?\s)?(?:half|one|two|three|\d|expected|before|usual|average|at baseline))\b"
)
_BREAK = lazy(r"[,;:]|\b(?:although|though|but|while|whereas|and (?:the|its|their|it|they))\b")
_STRONG = lazy(
    r"\b(?:far|much|markedly|clearly|significantly|considerably|substantially|dramatically|"
    r"strikingly)\s\Z"
)
_WITHIN = 90
"""Characters between a word of comparison and the outcome that it is said of."""


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
        interval = f"interval {outcome.ci[0]} to {outcome.ci[1]}" if outcome.ci else "the interval"
        return (outcome.note or "").rstrip(".").lower() or interval
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


def placed(line: Line, found: re.Match[str]) -> tuple[int, int]:
    """Where words of the part that counts stand in the sentence."""
    offset = line.limits[0] if line.limits else 0
    return found.start() + offset, found.end() + offset


def told(line: Line, start: int, end: int, recorded: Recorded) -> Single:
    """What a sentence says of groups at a place."""
    return feature(start, end, line.text[start:end], recorded, result=True)


def around(tags: Sequence[Tag[Groups]], at: tuple[int, int]) -> tuple[list[Groups], list[Groups]]:
    """The groups named before and after a place."""
    before = [t.key for t in tags if t.end <= at[0] or t.end <= at[1] < t.start]
    return before, [t.key for t in tags if t.start >= at[1]]


def is_some(arms: Groups, trial: Trial) -> bool:
    """Whether arms are some of those that got the drug, not all."""
    active = actives(trial)
    return 0 < len(arms & active) < len(active)


@dataclass(frozen=True, slots=True)
class _MoreOf:
    """A comparison of an outcome in two groups."""

    line: Line
    outcome: Groups
    more: bool
    """The first group is said to have more of it."""
    than: int | None
    """Where the other group is led to; None where it is not named."""
    free: bool
    """It is said of those without the outcome."""
    strong: bool
    """The difference is said to be marked."""
    denied: bool
    """It is denied that one group had more or less of it."""

    def recorded(self, trial: Trial) -> tuple[bool, str] | None:
        """Whether the figures of the trial go that way; None where they do not tell."""
        sides = self._sides(trial)
        if sides is None:
            return None
        if self.denied:
            apart = next(
                ((is_significant(o), o) for o in self._between(trial, *sides)), (None, None)
            )
            return (
                None if apart[0] is None or apart[1] is None else (not apart[0], p_words(apart[1]))
            )
        more = self.more != self.free
        found = [*self._ways(trial, self.outcome, *sides)]
        if not found and self.free:
            found, more = [*self._ways(trial, _LASTING, *sides)], self.more
        found = found or [*self._ratios(trial, *sides)]
        if len({larger for larger, _ in found}) != 1:
            return None
        larger, words = found[0]
        return larger == more, words

    def _between(self, trial: Trial, one: Groups, other: Groups) -> Iterator[Outcome]:
        """The comparisons of the two groups in that outcome, at that time."""
        for outcome in trial.outcomes:
            told = outcome.p is not None and is_share(outcome) and outcome.arm in one | other
            meant = told or compares(outcome, one, other)
            meant = meant and in_time(outcome, self.line)
            if meant and means(self.outcome, outcome, self.line.records):
                yield outcome

    def _ratios(self, trial: Trial, one: Groups, other: Groups) -> Iterator[tuple[bool, str]]:
        """Without a figure of each group: what a ratio between them tells, if it was significant;
        where it was not, that nothing marked was found either way."""
        for outcome in self._between(trial, one, other):
            if outcome.unit not in RATIOS or outcome.value is None:
                continue
            words = f"{outcome.unit} {outcome.value}"
            if is_significant(outcome):
                yield (outcome.value.value > 1) == (outcome.arm in one), words
            elif self.strong and is_significant(outcome) is False:
                yield self.more == self.free, f"{words}, not significant"

    def _sides(self, trial: Trial) -> tuple[Groups, Groups] | None:
        """The group that is said to have more (or less), and the one it is compared with."""
        every = complement(frozenset(), trial)
        tags = [t for t in arm_tags(self.line, trial) if t.key and t.key != every]
        if self.than is None:
            only = {t.key for t in tags}
            one = only.pop() if len(only) == 1 else None
            return (
                (one, every - one) if one and not (len(every) > 2 and is_some(one, trial)) else None
            )
        before, after = around(tags, (self.than, self.than))
        if after and not before and len(every) == 2:
            return every - after[0], after[0]
        if not after or not before or after[0] & before[-1]:
            return None
        return before[-1], after[0]

    def _ways(
        self, trial: Trial, meant: Groups, one: Groups, other: Groups
    ) -> Iterator[tuple[bool, str]]:
        """What each pair of figures of the two groups tells; about the same tells nothing."""
        for shares in standings(trial, self.line, meant):
            for a, b in product(sorted(one & shares.keys()), sorted(other & shares.keys())):
                if abs(shares[a] - shares[b]) >= 1:
                    words = (f"{shares[i]:.4g} % with {arm_name(trial, i)}" for i in (a, b))
                    yield shares[a] > shares[b], ", ".join(words)


def most_facts(line: Line) -> Iterator[Single]:
    """Which of several doses a sentence says to have done best."""
    found = _MOST.search(line.segment)
    if found is None or _UNSURE.search(line.segment[: found.start()]) or is_restricted(line):
        return
    start, end = placed(line, found)

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        before = [t for t in arm_tags(line, trial) if t.end <= start and found["did"]]
        own = before[-1:] or [t for t in arm_tags(line, trial) if t.start >= end]
        doses = actives(trial) | frozenset(a.id for a in trial.arms if a.role == "dose-control")
        best = {arm for shares in _gains(trial, line) if (arm := _first(shares, doses))}
        if len(doses) < 3 or not own or len(own[0].key) != 1 or not best:
            return None
        if own[0].key & best:
            return (True, arm_name(trial, min(best))) if len(best) == 1 else None
        return False, " or ".join(arm_name(trial, arm) for arm in sorted(best))

    yield told(line, start, end, recorded)


def _gains(trial: Trial, line: Line) -> Iterator[Standing]:
    """By each measure how much better each group got: shares of responders, falls on scales."""
    yield from standings(trial, line, frozenset({"response", "remission", "no-longer-met"}))
    falls: defaultdict[tuple[str | None, ...], Standing] = defaultdict(dict)
    related = line.records.scales.related
    for o in trial.outcomes:
        on = not line.scales[0] or any(related(s, o.scale or "") for s in line.scales[0])
        if o.outcome == "score-change" and o.value and not o.versus and on and in_time(o, line):
            falls[o.scale, o.timepoint].setdefault(str(o.arm), abs(o.value.value))
    yield from falls.values()


def _first(shares: Standing, arms: Groups) -> str | None:
    """The one group that had most, of a measure that is known of all of them."""
    ranked = sorted((arm for arm in shares if arm in arms), key=lambda arm: -shares[arm])
    alone = len(ranked) == len(arms) > 1 and shares[ranked[0]] > shares[ranked[1]]
    return ranked[0] if alone else None


def more_facts(line: Line) -> Iterator[Single]:
    """What a sentence says of which group had more of an outcome."""
    low = line.segment
    found = _MORE.search(low)
    if found is None or not line.names("outcome") or _figures(line):
        return
    before = low[: found.start()]
    denied = found.lastgroup == "even" or _NO.search(before) is not None
    if _OF_OTHERS.search(low) or is_restricted(line) or (not denied and _UNSURE.search(before)):
        return
    start, end = placed(line, found)
    if tag := _outcome(line, start, end):
        than = _THAN.search(line.low, end)
        free = bool(_FREE.match(line.low, tag.end) or _FREE_BEFORE.search(line.low[: tag.start]))
        said = _MoreOf(
            line,
            tag.key,
            found.lastgroup == "up",
            than.end() if than else None,
            free,
            _STRONG.search(before) is not None,
            denied,
        )
        yield told(line, min(start, tag.start), max(end, tag.end), said.recorded)


def _figures(line: Line) -> bool:
    return any(isinstance(q, Percent | Points) for q in line.quantities)


def _outcome(line: Line, start: int, end: int) -> Tag[Groups] | None:
    """The outcome that more or less is said of: the next one after it, else the one before;
    those who have it ("remitters") only tell of whom."""
    names = [m for m in line.names("outcome") if not _PEOPLE.search(line.low[: m.end])]
    after = [m for m in names if _is_near(line, end, m.start)]
    before = [m for m in names if _is_near(line, m.end, start)]
    near = after[:1] or before[-1:]
    return Tag(near[0].start, near[0].end, frozenset(near[0].ids)) if near else None


def _is_near(line: Line, start: int, end: int) -> bool:
    return 0 <= end - start <= _WITHIN and _BREAK.search(line.low, start, end) is None
