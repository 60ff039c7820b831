"""Shares of participants: response, remission, abstinence and whatever else the base names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, product
from typing import TypeVar

from claimcheck.classes import dataclass
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.alignment import NEW_CLAUSE, Reading, Tag, alignments
from claimcheck.statements.trials.arms import arm_tags, compared_only, in_clause, with_other, within
from claimcheck.statements.trials.asked import Arms, Asked, Outcomes, is_telling
from claimcheck.statements.trials.claimed import is_claim
from claimcheck.statements.trials.effects import (
    ADVERSE,
    COMPARED,
    EFFECT,
    SELF_REPORT,
    is_change,
    says_effect,
)
from claimcheck.statements.trials.facts import SILENT, Check, Fact, best, limit_of
from claimcheck.statements.trials.hazards import as_hazard, is_lowered_risk
from claimcheck.statements.trials.line import Line, tagged
from claimcheck.statements.trials.outcomes import IMPROVED, outcome_words, shares_of, sources
from claimcheck.statements.trials.outcomes import Placed as Recorded
from claimcheck.statements.trials.shares import (
    Share,
    gaps,
    has_other_verb,
    is_in_slashes,
    is_parallel,
    leaders,
    stated_shares,
    strange_words,
)
from claimcheck.statements.trials.timepoints import Time, ends, shared, then

K = TypeVar("K")
_NO_SHARES = frozenset({"score", "effect-size", "primary-endpoint", "time-to-event"})
_CHANGES = frozenset({"score-change"})
_GUIDED = lazy(
    r"\b(?:adjusted|raised|lowered|titrated|guided|increased|chosen|set|dosed|dosing) (?:by|"
    r"according to|depending on|to) (?:the |their |clinical |early |initial )?\Z"
)
"""Before an outcome by which a treatment was steered: "raised by response"."""
_AMONG = lazy(r"\b(?:of|among|in|for)\s+(?:\w+\s+){0,2}\Z")
_OF_ANOTHER = lazy(
    r"\b(?:remission|response|relapse|reduction|decrease|recurrence)\s+(?:of|in)\s+\Z"
)
"""An outcome of something that is an outcome too: "remission of suicidal thoughts"."""
_HAVING = lazy(
    r"\b(?:people|patients|adults|veterans|participants|volunteers|men|women|inpatients|those)"
    r" (?:with|who had) (?:[\w-]+ ){1,5}(?:and|or|plus) "
    r"(?:(?!(?:were|was|are|is|had|went|reached)\b)\w+ ){0,2}\Z"
)
"""Before an outcome that is part of what ails people."""
_FREE_OF = lazy(r"\b(?:free (?:of|from)|without(?: an?| any)?)\s\Z")
"""Before an outcome that did not come about, by which another one lasted."""
_BETTER = lazy(r"\s(?:(?:had|were|got|felt) )?(?:improved|better|benefit+ed)\s*(?:[.,;)]|\Z)")
"""After a share of people: what became of them, which is not what is said of the share before."""
_IT_WAS = lazy(
    r"\b(?:it|the (?:rate|figure|share|proportion)) (?:was|is|stood at|stands at|came to|reached|"
    r"(?:had |has )?(?:ris(?:en|es)|rose|grown|gone|went|climbed|fallen|fell|dropped) to)\s"
    r"(?:still |even |about |already |just |only )?\Z"
)
"""Before a share of what was spoken of before, whatever the next clause is on."""
_MOST_READINGS = 24
_OF_TRIAL = lazy(
    r"[\s-](?:trial|study)\b|"
    r"\s(?:as|for) (?:an? |the )?(?:active )?(?:placebo|comparator|control|comparison)\b"
)
"""After a group that is named for the trial, or as what it compared with."""
_APART = lazy(
    r"[;—]|,\s+(?:and|but|or)\s|\bno one\b|\bnobody\b|\b(?:compared (?:with|to)|against|versus)\b"
)


@dataclass(frozen=True)
class Rates:
    """The shares of a sentence, each with the outcome, the group and the time it may belong to."""

    line: Line
    shares: tuple[Share, ...]
    inherited: Tag[Outcomes] | None
    """The outcome of the words before, for a sentence that names none."""

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The shares with their outcomes, as written."""
        pairs = zip(self.shares, self._outcomes[0], strict=True)
        return tuple(self._fact(share, outcome) for share, outcome in pairs)

    def _fact(self, share: Share, outcome: Tag[Outcomes] | None) -> Fact:
        word = self.line.text[outcome.start : outcome.end] if outcome else ""
        words = " ".join(part for part in (share.text, word) if part)
        effect = self._is_effect(share, outcome)
        shy = is_in_slashes(self.line, share)
        limit = limit_of(share)
        return Fact(share.start, share.end, words, effect=effect, shy=shy, limit=limit)

    def _is_effect(self, share: Share, outcome: Tag[Outcomes] | None) -> bool:
        """Whether a share says that a treatment works."""
        if outcome and self._is_other(share):
            return False
        if outcome is None or outcome.key == IMPROVED or outcome.key <= _CHANGES:
            return is_claim(self.line, share) and not self._is_other(share)
        return not outcome.key & ADVERSE

    @cached_property
    def _leaders(self) -> list[int]:
        return leaders(self.shares, self.line.low)

    @cached_property
    def _own(self) -> list[int]:
        return [i for i, leader in enumerate(self._leaders) if leader == i]

    @cached_property
    def _figures(self) -> list[Share]:
        """The shares but those that repeat another in brackets."""
        return [self.shares[i] for i in self._own]

    def _spread(self, reading: Reading[K]) -> Reading[K]:
        """The tags of the figures, given to those in brackets too."""
        place = dict(zip(self._own, reading, strict=True))
        return tuple(place[leader] for leader in self._leaders)

    @cached_property
    def _outcomes(self) -> list[Reading[Outcomes]]:
        """The ways in which outcomes may belong to the shares."""
        tags = self._tags()
        if not tags:
            return [self._nameless()]
        found = alignments(self._figures, tags, self.line.low)
        shared = found[:1] if len(tags) == 1 else found
        return [self._without_strange(self._spread(reading)) for reading in shared]

    def _tags(self) -> list[Tag[Outcomes]]:
        """The outcomes named, but for those that only tell whose share it is."""
        low = self.line.low
        names = tagged(self.line.names("outcome"))
        whole = [t for t in names if any(s.end == t.end and s.start < t.start for s in self.shares)]
        others = [t for t in names if t not in whole] or names  # "of 100 remitters": who they were
        named = (self._outside(tag) for tag in others)
        every = [t for t in named if not t.key <= _NO_SHARES]
        shares = [t for t in every if not t.key <= _CHANGES] or every
        shares = [t for t in shares if not _OF_ANOTHER.search(low[: t.start])] or shares
        shares = [t for t in shares if not _FREE_OF.search(low[: t.start])] or shares
        shares = [t for t in shares if not _HAVING.search(low[: t.start])]
        people = [t for t in shares if low[t.start : t.end].endswith("ers")]
        shares = [t for t in shares if not _GUIDED.search(low[: t.start])] or shares
        main = [t for t in shares if t not in people or not _AMONG.search(low[: t.start])]
        return main or shares

    def _outside(self, tag: Tag[Outcomes]) -> Tag[Outcomes]:
        """The outcome in the words of a share ("17 responders among 24"), as said right after."""
        end = next((s.end for s in self.shares if s.start <= tag.start < tag.end <= s.end), None)
        return tag if end is None else Tag(end, end, tag.key)

    def _nameless(self) -> Reading[Outcomes]:
        """Without the name of an outcome: that of the words before, or getting better at all."""
        general = Tag(0, 0, IMPROVED) if says_effect(self.line) else None
        taken = self.inherited or general
        return tuple(None if self._is_other(s) else taken for s in self.shares)

    def _is_other(self, share: Share) -> bool:
        """Whether what follows a share is no outcome; to report to be better is one."""
        told = SELF_REPORT.match(self.line.low, share.end)
        if told and EFFECT.search(told.group("what")):
            return False
        return has_other_verb(self.line, share)

    def _without_strange(self, reading: Reading[Outcomes]) -> Reading[Outcomes]:
        """A share of which something else is said does not take another's outcome."""
        taken: list[Tag[Outcomes] | None] = []
        for (start, end), share, tag in zip(gaps(self.shares), self.shares, reading, strict=True):
            if tag and _IT_WAS.search(self.line.low[: share.start]):
                later = tag.start >= share.end and not self._is_next(tag, share)
                taken.append(self.inherited if later else tag)
            elif tag is None or start <= tag.start < end or self._is_next(tag, share):
                taken.append(tag)
            elif has_other_verb(self.line, share):
                taken.append(None)
            else:
                own = EFFECT.search(self.line.low, start, self._following(share))
                taken.append(Tag(0, 0, IMPROVED) if own and self._leads(share) else tag)
        return tuple(taken)

    def _leads(self, share: Share) -> bool:
        """Whether a share is not set against another ("… against 18 %")."""
        before = self.line.low[max(0, share.start - 30) : share.start]
        return not COMPARED.search(before)

    def _is_next(self, tag: Tag[Outcomes], share: Share) -> bool:
        """Whether no other share stands between a share and its outcome after it."""
        return share.end <= tag.start and self._following(share) > tag.start

    def _following(self, share: Share) -> int:
        """Where the share after another one begins."""
        starts = (s.start for s in self.shares if s.start >= share.end)
        return min(starts, default=len(self.line.low))

    @cached_property
    def _times(self) -> list[Reading[Time]]:
        times = ends(self.line.times, self.line.low)
        times = times or then(self.line)
        found = alignments(self._figures, times, self.line.low, NEW_CLAUSE)
        ways = [self._spread(way) for way in shared(found, self._figures, times)]
        return [way for way in ways if not self._is_torn(way)] or ways

    def _is_torn(self, way: Reading[Time]) -> bool:
        """Whether a share is without the time of the one that it is set beside."""
        pairs = zip(way, way[1:], self.shares[1:], strict=False)
        return any(a and not b and is_parallel(self.line, share) for a, b, share in pairs)

    def _arms(self, trial: Trial) -> list[Reading[Arms]]:
        """The ways in which the arms of a trial may belong to the shares."""
        figures, low = self._figures, self.line.low
        known = {o.arm for _, o in shares_of(trial, self.line.records)}
        found = within(arm_tags(self.line, trial), known)
        tags = [t for t in found if not compared_only(t, figures, low)]
        tags = in_clause(tags, figures, low)
        readings = alignments(figures, tags, low)
        readings = with_other(readings, tags, figures, trial, low)
        return [self._spread(reading) for reading in readings]

    def check(self, trial: Trial) -> tuple[Check, ...]:
        """Hold the shares against every outcome of the trial that they may mean."""
        ways = product(self._outcomes, self._arms(trial), self._times)
        likely = (way for way in ways if _is_likely(*way[:2]))
        return best([self._read(trial, *way) for way in islice(likely, _MOST_READINGS)])

    def _read(
        self,
        trial: Trial,
        outcomes: Reading[Outcomes],
        arms: Reading[Arms],
        times: Reading[Time],
    ) -> tuple[Check, ...]:
        pool = self._pool(trial)
        tags: list[Placed] = [t for t in (*outcomes, *arms, *times) if t and t.end > 0]
        tags += self.line.trial_names
        changed = self._changed(outcomes)
        found, unknown = [], []
        for position, (share, gap) in enumerate(zip(self.shares, gaps(self.shares), strict=True)):
            outcome, arm, time = outcomes[position], arms[position], times[position]
            groups, when = (arm.key if arm else None), (time.key if time else None)
            if is_lowered_risk(self.line, share):
                found.append(as_hazard(share, trial))
                continue
            if _BETTER.match(self.line.low, share.end):
                outcome = None
            if outcome is None or self._is_strange(position, gap[0], outcome, tags):
                found.append(SILENT)
                if not self._is_other(share):
                    unknown.append((position, Asked(share, IMPROVED, groups, when)))
                continue
            change = outcome.key in changed
            asked = Asked(share, outcome.key, groups, when, change, outcome is self.inherited)
            check = asked.hold(pool, self.line)
            doubtful = check.elsewhere and arm and self._is_apart(arm, share) and not check.sure
            found.append(Check(None, elsewhere=check.elsewhere) if doubtful else check)
        for position, check in self._borne_out(unknown, pool):
            found[position] = check
        return tuple(found)

    def _is_apart(self, arm: Placed, share: Placed) -> bool:
        """Whether a group is named in another clause than a share, so that it may not be its."""
        start, end = min(arm.end, share.end), max(arm.start, share.start)
        in_text = arm.end > 0 and self.line.scope.block.kind != "cell"
        if in_text and _OF_TRIAL.match(self.line.low, arm.end):
            return True
        return in_text and _APART.search(self.line.low, start, end) is not None

    def _borne_out(
        self, unknown: Sequence[tuple[int, Asked]], pool: Sequence[Recorded]
    ) -> Iterator[tuple[int, Check]]:
        """What bears out shares of which nothing that is known is said: one outcome, at one time,
        of which the record has all of them."""
        rows: dict[tuple[str | None, ...], list[Recorded]] = {}
        for t, o in pool:
            rows.setdefault((t.id, o.outcome, o.scale, o.timepoint, o.definition), []).append(
                (t, o)
            )
        several = len({self._leaders[position] for position, _ in unknown}) > 1
        if not several and not any(is_telling(asked.share) for _, asked in unknown):
            return
        known = [hits for row in rows.values() if all(hits := [a.just(row) for _, a in unknown])]
        if len({hit.outcome for hits in known for _, hit in filter(None, hits)}) != 1:
            return
        for (position, _), hit in zip(unknown, known[0], strict=True):
            if hit:
                words = outcome_words(*hit, self.line.records)
                yield position, Check(True, words, sources(*hit))

    def _pool(self, trial: Trial) -> list[Recorded]:
        """The shares on record; those of a trial followed up only where no arm of it is named."""
        pool = shares_of(trial, self.line.records)
        parent = self.line.records.base.trial.get(trial.parent or "")
        if parent is None or not arm_tags(self.line, parent):
            return pool
        return [(t, o) for t, o in pool if t is not parent]

    def _changed(self, outcomes: Reading[Outcomes]) -> set[Outcomes]:
        """The outcomes that are said to have changed by so much; figures set against each other
        share the verb of the first."""
        pairs = zip(self.shares, outcomes, strict=True)
        return {tag.key for share, tag in pairs if tag and is_change(self.line, share)}

    def _is_strange(
        self, position: int, start: int, outcome: Tag[Outcomes], tags: Sequence[Placed]
    ) -> bool:
        """Whether words on the way to the outcome of another share make it doubtful as its own."""
        share = self.shares[position]
        if self._leaders[position] != position or outcome.end == 0:
            return False
        if is_parallel(self.line, share):
            return False
        if outcome.end <= start:
            return strange_words(self.line, start, share.start, tags)
        if outcome.start >= share.end and not self._is_next(outcome, share):
            return strange_words(self.line, share.end, self._following(share), tags)
        return False


def _is_likely(outcomes: Reading[Outcomes], arms: Reading[Arms]) -> bool:
    """Whether figures with an arm that is only implied are of the same outcome as the others."""
    implied = any(arm and arm.end < 0 for arm in arms)
    return not implied or len({o and o.key for o in outcomes}) == 1


def rates(line: Line, inherited: Tag[Outcomes] | None) -> Iterator[Rates]:
    """The shares that a sentence states, as one statement."""
    found = stated_shares(line)
    if found:
        yield Rates(line, tuple(found), inherited)
