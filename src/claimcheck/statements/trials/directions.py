"""Which group is said to have had more of something, held against the figures on record.

"Fewer patients relapsed on the drug than on placebo" needs no figure to be right or wrong: the
records know the shares, or the scores, of both groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Percent, Points, Quantity
from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.arms import arm_name, arm_tags, complement
from claimcheck.statements.trials.comparisons import is_significant, p_words
from claimcheck.statements.trials.design import feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import is_share, means, share_of
from claimcheck.statements.trials.timepoints import Time, time_fits
from claimcheck.statements.trials.turning import is_restricted

_AS = r"as (?:common|frequent|likely|often|high|many)"
_MORE = lazy(
    r"\b(?:(?P<up>more|greater|higher|larger|bigger|likelier|commoner|(?:times|twice) "
    + _AS
    + r")|"
    r"(?P<down>fewer|less|lower|smaller|rarer|half " + _AS + r")|(?P<even>" + _AS + r"))\b"
    r"(?! than "
    r"(?:\d|an? |half|one|two|three|four|five|six|seven|eight|nine|ten|twice))"
)
_THAN = lazy(
    r"\b(?:than|as (?=(?:with|in|on|after|among|for|those|the)\b)|versus|vs\.?|against|"
    r"compared (?:with|to)|relative to)\b"
)
_DENIED = lazy(
    r"\b(?:no|not|never|neither|nor|hardly|barely|scarcely|little|without|if|whether|would|could|"
    r"might|may|should|will|expect\w*|hop\w+|n[’']t|nothing|once|any)\b(?:\s[\w-]+){0,3}\s\Z"
)
_NO = lazy(r"\b(?:no|not(?: any)?|neither|hardly|barely|scarcely)\s\Z")
_PEOPLE = lazy(r"(?:respond|remitt)ers?\Z")
_LASTING = frozenset({"sustained-remission", "sustained-response"})
_FREE = lazy(r"[- ]free\b")
_FREE_BEFORE = lazy(r"\b(?:without|free (?:of|from)|did not|didn[’']t|no|avoid\w*)\s(?:\w+\s)?\Z")
_OTHER = lazy(
    r"\b(?:side effects?|adverse|likely to (?!respon|remi|relap|be (?:in remission|abstin))|"
    r"than (?:an?\s)?(?:half|one|two|three|\d|expected|before|usual|average|at baseline))\b"
)
_BREAK = lazy(r"[,;:]|\b(?:although|though|but|while|whereas|and (?:the|its|their|it|they))\b")
_STRONG = lazy(
    r"\b(?:far|much|markedly|clearly|significantly|considerably|substantially|dramatically|"
    r"strikingly)\s\Z"
)
_RATIOS = frozenset({"odds ratio", "hazard ratio", "risk ratio"})
_WITHIN = 60
"""Characters between a word of comparison and the outcome that it is said of."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """A comparison of an outcome in two groups."""

    line: Line
    outcome: frozenset[str]
    more: bool
    """The first group is said to have more of it."""
    start: int
    end: int
    than: int | None
    """Where the other group is led to; None where it is not named."""
    free: bool = False
    """It is said of those without the outcome."""
    strong: bool = False
    """The difference is said to be marked."""
    denied: bool = False
    """It is denied that one group had more or less of it."""

    def recorded(self, trial: Trial) -> tuple[bool, str] | None:
        """Whether the figures of the trial go that way; None where they do not tell."""
        sides = self._sides(trial)
        if sides is None:
            return None
        if self.denied:
            return self._differ(trial, *sides)
        found = set(self._ways(trial, self.outcome, *sides))
        more = self.more != self.free
        if not found and self.free:
            found, more = set(self._ways(trial, _LASTING, *sides)), self.more
        found = found or set(self._ratios(trial, *sides))
        if len({larger for larger, _ in found}) != 1:
            return None
        larger, words = found.pop()
        return larger == more, words

    def _differ(
        self, trial: Trial, one: frozenset[str], other: frozenset[str]
    ) -> tuple[bool, str] | None:
        """Where a difference is denied: whether it was significant."""
        for outcome in self._between(trial, one, other):
            apart = is_significant(outcome)
            return None if apart is None else (not apart, p_words(outcome))
        return None

    def _between(
        self, trial: Trial, one: frozenset[str], other: frozenset[str]
    ) -> Iterator[Outcome]:
        """The comparisons of the two groups in that outcome, at that time."""
        for outcome in trial.outcomes:
            groups = {outcome.arm, outcome.versus}
            told = outcome.p is not None and is_share(outcome) and groups & (one | other)
            if not told and not (groups & one and groups & other):
                continue
            if _in_time(outcome, self._times) and means(self.outcome, outcome, self.line.records):
                yield outcome

    def _ratios(
        self, trial: Trial, one: frozenset[str], other: frozenset[str]
    ) -> Iterator[tuple[bool, str]]:
        """Without a figure of each group: what a ratio between them tells, if it was significant;
        where it was not, that nothing marked was found either way."""
        for outcome in self._between(trial, one, other):
            if outcome.unit not in _RATIOS or outcome.value is None:
                continue
            words = f"{outcome.unit} {outcome.value}"
            if is_significant(outcome):
                yield (outcome.value.value > 1) == (outcome.arm in one), words
            elif self.strong and is_significant(outcome) is False:
                yield self.more == self.free, f"{words}, not significant"

    @property
    def _times(self) -> list[Time]:
        return [tag.key for tag in self.line.times]

    def _sides(self, trial: Trial) -> tuple[frozenset[str], frozenset[str]] | None:
        """The group that is said to have more (or less), and the one it is compared with."""
        tags = [t for t in arm_tags(self.line, trial) if t.key and t.key != _all(trial)]
        than = self.than
        if than is None:
            only = {t.key for t in tags}
            if len(only) != 1 or not _is_side(one := only.pop(), trial):
                return None
            return one, complement(one, trial)
        after = [t for t in tags if t.start >= than]
        before = [t for t in tags if t.end <= than]
        if after and not before and len(trial.arms) == 2:
            return complement(after[0].key, trial), after[0].key
        if not after or not before or after[0].key & before[-1].key:
            return None
        return before[-1].key, after[0].key

    def _ways(
        self, trial: Trial, meant: frozenset[str], one: frozenset[str], other: frozenset[str]
    ) -> Iterator[tuple[bool, str]]:
        """What each pair of figures of the two groups tells."""
        pool = [o for o in trial.outcomes if is_share(o) and means(meant, o, self.line.records)]
        pool = [o for o in pool if _in_time(o, self._times) and _on_scale(o, self.line)]
        for first, second in product(pool, pool):
            if first.arm in one and second.arm in other and _alike(first, second):
                larger = _is_more(first, second)
                if larger is not None:
                    yield larger, _words(trial, first, second)


def _is_side(arms: frozenset[str], trial: Trial) -> bool:
    """Whether arms are all that got the drug, or none of them did."""
    active = {arm.id for arm in trial.arms if arm.role == "active"}
    return len(trial.arms) == 2 or active <= arms or not arms & active


def _all(trial: Trial) -> frozenset[str]:
    return frozenset(arm.id for arm in trial.arms)


def _alike(one: Outcome, other: Outcome) -> bool:
    same = (one.outcome, one.scale, one.timepoint) == (other.outcome, other.scale, other.timepoint)
    return same and one.definition == other.definition


def _in_time(outcome: Outcome, times: Sequence[Time]) -> bool:
    return not times or any(time_fits(time, outcome.timepoint) for time in times)


def _on_scale(outcome: Outcome, line: Line) -> bool:
    named, own = line.scales
    related = line.records.scales.related
    return not (named and own) or any(related(s, outcome.scale or "") for s in named)


def _is_more(one: Outcome, other: Outcome) -> bool | None:
    """Whether a share is larger than another; None where they are about the same."""
    first, second = _percent(one), _percent(other)
    if first is None or second is None or abs(first - second) < 1:
        return None
    return first > second


def _percent(outcome: Outcome) -> Decimal | None:
    if outcome.percent is not None:
        return outcome.percent.value
    return share_of(outcome).exact


def _words(trial: Trial, one: Outcome, other: Outcome) -> str:
    parts = [
        f"{_percent(o):.4g} % {o.outcome.replace('-', ' ')} with {arm_name(trial, o.arm)}"
        for o in (one, other)
    ]
    return f"{parts[0]}, {parts[1]}"


def direction_facts(line: Line) -> Iterator[Single]:
    """What a sentence says of which group had more of an outcome."""
    compared = line.remembered("direction", lambda: _compared(line))
    if compared is not None:
        start, end = compared.start, compared.end
        yield feature(start, end, line.text[start:end], compared.recorded, result=True)


def _compared(line: Line) -> _Compared | None:
    low = line.segment
    found = _MORE.search(low)
    if found is None or not line.names("outcome") or any(map(_is_figure, line.quantities)):
        return None
    denied = found.lastgroup == "even" or _NO.search(low[: found.start()]) is not None
    if _OTHER.search(low) or is_restricted(line):
        return None
    if not denied and _DENIED.search(low[: found.start()]):
        return None
    offset = line.limits[0] if line.limits else 0
    start, end = found.start() + offset, found.end() + offset
    tag = _outcome(line, start, end)
    if tag is None:
        return None
    than = _THAN.search(line.low, end)
    return _Compared(
        line,
        tag.key,
        found.lastgroup == "up",
        min(start, tag.start),
        max(end, tag.end),
        than.end() if than else None,
        _is_free(line, tag),
        _STRONG.search(low[: found.start()]) is not None,
        denied,
    )


def _is_figure(q: Quantity) -> bool:
    return isinstance(q, Percent | Points)


def _outcome(line: Line, start: int, end: int) -> Tag[frozenset[str]] | None:
    """The outcome that more or less is said of: the next one after it, else the one before;
    those who have it ("remitters") only tell of whom."""
    names = [m for m in line.names("outcome") if not _PEOPLE.search(line.low[: m.end])]
    after = [m for m in names if 0 <= m.start - end <= _WITHIN and not _apart(line, end, m.start)]
    before = [m for m in names if 0 <= start - m.end <= _WITHIN and not _apart(line, m.end, start)]
    near = after[:1] or before[-1:]
    return Tag(near[0].start, near[0].end, frozenset(near[0].ids)) if near else None


def _apart(line: Line, start: int, end: int) -> bool:
    return _BREAK.search(line.low, start, end) is not None


def _is_free(line: Line, tag: Tag[frozenset[str]]) -> bool:
    """Whether it is said of those without the outcome: "relapse-free"."""
    return bool(_FREE.match(line.low, tag.end) or _FREE_BEFORE.search(line.low[: tag.start]))
