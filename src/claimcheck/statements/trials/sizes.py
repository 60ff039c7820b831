"""How many took part: people, in all or in the arms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import pairwise

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Count, Fraction, Percent
from claimcheck.model.trials import Sizes, Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.compare import agrees
from claimcheck.statements.records import listed
from claimcheck.statements.trials.alignment import Reading, Tag, alignments, follows, leads
from claimcheck.statements.trials.arms import arm_tags, compared_only, complement, within
from claimcheck.statements.trials.facts import (
    SILENT,
    Check,
    Fact,
    Single,
    best,
    limit_of,
    publications,
)
from claimcheck.statements.trials.headcounts import Head, heads
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.steps import AGAIN, LEFT, STAYED
from claimcheck.statements.trials.tallies import LEAST, numbers_of
from claimcheck.statements.trials.timepoints import time_fits
from claimcheck.statements.trials.turning import tells_of_study

_TAKING_PART = ("enrolled", "randomised", "dosed", "analysed")
_NEAR = 4
"""A trial may have been planned for more or fewer people than it got, by one in so many."""
_STRICT = {"randomised", "completed", "planned", "screened"}
_FEW = 5
_EACH = lazy(r"\b(?:each|apiece|per (?:group|arm)|either)\b")
_OR = lazy(r"(?:\s?(?:m?c?g|µg|micrograms))?\s(?:or|and either)\s(?:an?\s|the\s)?")
_GOT = lazy(
    r"(?: of (?:them|whom|the \w+))?(?: (?:people|patients|participants|volunteers))?,?"
    r"(?: who)?(?: (?:were|was|got|received|took))+"
    r"(?: (?:given|infused with|put on|put in|in|on|assigned to|randomi[sz]ed to|"
    r"allocated to|dosed with))?\s"
    r"(?:an?\s|the\s|only\s|doses?\sof\s|to\s)*"
)
"""What leads from a part of all to what it was given."""
_PUT = lazy(r"\b(?:put|gave|assign\w+|randomi[sz]\w+|allocat\w+|infused|treated)\s\Z")
"""What leads to a part of all who were put in a group."""
_WITH_IT = lazy(r" (?:with|from|aged) [^,;.\d]{2,50}?(?= (?:completed|finished)\b)")
"""Between a share of people and what they did: "of 40 people with X completed"."""
_OF_ALL = lazy(r"\s*of (?:the|its|their|all|these|those) \Z")
_SOME = lazy(
    r"\s(?:with|from|in|on|still|left|remaining|whose)\b|"
    r"\s(?:who|that)\b(?! (?:got|had it|received|took|swallowed|drank|inhaled|were (?:given|"
    r"treated)))"
)
"""What makes of those of whom a share is told some of all."""
_NO_MORE = lazy(r"[.;:)]|\Z|,? (?:and|with) (?:the (?:rest|others?)|\d)|, \d")
"""What follows where nothing else is said of that part."""
Arms = frozenset[str]


def _without_choices(tags: Sequence[Tag[Arms]], low: str) -> list[Tag[Arms]]:
    """The groups but those between which people were allocated: "to 200 or 20 µg"."""
    pairs = [(a, b) for a, b in pairwise(tags) if _OR.fullmatch(low, a.end, b.start)]
    either = [tag for pair in pairs for tag in pair]
    return [t for t in tags if t not in either]


@dataclass(frozen=True)
class Headcounts:
    """The numbers of people in a sentence, each with the arm it may belong to."""

    line: Line
    heads: tuple[Head, ...]

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The numbers with the step they name."""
        study = tells_of_study(self.line)
        return tuple(
            Fact(
                h.count.start,
                h.count.end,
                _words(h),
                effect=study and _is_size(h),
                size=True,
                shy=not h.plain and not h.whole,
                limit=limit_of(h.count),
            )
            for h in self.heads
        )

    @property
    def _counts(self) -> list[Count]:
        return [head.count for head in self.heads]

    def check(self, trial: Trial) -> tuple[Check, ...]:
        """Hold the numbers against the trial's sizes, or those of the arms they belong to.

        Numbers that are surely of people come first in choosing how to read the sentence.
        """
        if self._add_up(trial):
            return (SILENT,) * len(self.heads)
        if self._are_groups(trial):
            words = listed([f"{a.n} in the {a.name} arm" for a in trial.arms])
            return (Check(True, words, publications(trial), detail=2),) * len(self.heads)
        readings = [self._read(trial, reading) for reading in self._arms(trial)]
        most = max(map(self._plainly_right, readings))
        return best([r for r in readings if self._plainly_right(r) == most])

    def _add_up(self, trial: Trial) -> bool:
        """Whether the numbers are the parts into which all of a trial's people fall, where it had
        no groups of recorded sizes."""
        if len(trial.arms) > 1 and any(arm.n for arm in trial.arms):
            return False
        values = [c.value.value for c in self._counts]
        known = [int(n) for n in vars(trial.sizes).values() if isinstance(n, int)]
        apart = not any(v in known for v in values)
        return len(values) > 1 and apart and int(sum(values)) in known

    def _are_groups(self, trial: Trial) -> bool:
        """Whether the numbers are those of all the groups, perhaps with the number of all, and
        none stands beside another group than its own."""
        rest = [int(count.value.value) for count in self._counts]
        for arm in trial.arms:
            if arm.n is None or arm.n not in rest:
                return False
            rest.remove(arm.n)
        everyone = totals(trial, None, planned=False).values()
        if len(trial.arms) < 2 or any(n not in everyone for n in rest):
            return False
        tags = arm_tags(self.line, trial)
        return all(
            self._is_beside(arm.n, [t for t in tags if t.key == {arm.id}]) for arm in trial.arms
        )

    def _is_beside(self, n: int | None, tags: Sequence[Tag[Arms]]) -> bool:
        """Whether a number stands beside one of the mentions of a group, if any number does."""
        low = self.line.low
        beside = {
            int(c.value.value)
            for tag in tags
            for c in self._counts
            if leads(tag, c, low) or follows(tag, c, low)
        }
        return not beside or n in beside

    def _plainly_right(self, checks: tuple[Check, ...]) -> int:
        return sum(h.plain and c.agrees is True for h, c in zip(self.heads, checks, strict=True))

    def _arms(self, trial: Trial) -> list[Reading[Arms]]:
        """The ways in which arms may belong to the numbers; without an arm, all are counted."""
        counts, low = self._counts, self.line.low
        everyone: Reading[Arms] = (None,) * len(counts)
        if len(trial.arms) < 2:
            return [everyone]
        sized = {a.id for a in trial.arms if a.n is not None}
        tags = [
            t
            for t in within(arm_tags(self.line, trial), sized)
            if sized and not compared_only(t, list(counts), low)
        ]
        tags = tags if _EACH.search(low) else _without_choices(tags, low)
        if not tags:
            anyone = Tag(-1, -1, frozenset(sized))
            return [everyone, (anyone,) * len(counts)] if sized and len(counts) > 1 else [everyone]
        if len(counts) == 1:
            return [everyone, *alignments(counts, tags, low)]
        found = alignments(counts, tags, low)
        if len(counts) <= len(tags):
            total = list(self._with_total(tags)) if len(counts) == len(tags) else []
            return found if self._each_has_one(found[0]) else [*found, everyone, *total]
        return [*found, everyone, *self._with_total(tags), *_others(counts, tags, trial, low)]

    def _each_has_one(self, reading: Reading[Arms]) -> bool:
        """Whether each number stands right beside its arm."""
        return all(
            tag and (follows(tag, count, self.line.low) or leads(tag, count, self.line.low))
            for tag, count in zip(reading, self._counts, strict=True)
        )

    def _with_total(self, tags: list[Tag[Arms]]) -> Iterator[Reading[Arms]]:
        """The first or the last number as the total, the others with the arms."""
        counts, low = self._counts, self.line.low
        yield from ((None, *rest) for rest in alignments(counts[1:], tags, low))
        yield from ((*rest, None) for rest in alignments(counts[:-1], tags, low))

    def _read(self, trial: Trial, reading: Reading[Arms]) -> tuple[Check, ...]:
        return tuple(
            self._again(trial, head)
            if head.step == AGAIN
            else self._known(trial, head, tag, _hold(trial, head, tag.key if tag else None))
            for head, tag in zip(self.heads, reading, strict=True)
        )

    def _again(self, trial: Trial, head: Head) -> Check:
        """Hold a number of people who were seen again against the follow-ups of a trial, at the
        time that is told."""
        later = [trial] if trial.parent else self.line.records.follow_ups.get(trial.id, ())
        points = [o.timepoint for t in later for o in t.outcomes]
        times = [tag.key for tag in self.line.times] if points else []
        if not all(any(time_fits(time, at) for at in points) for time in times):
            return SILENT
        steps = (None, "completed")
        sizes = {w: n for t in later for s in steps for w, n in totals(t, s, False).items()}
        if not sizes:
            return SILENT
        right = any(agrees(head.count, Number.of(n)) for n in sizes.values())
        words = f"{listed(list(sizes))} in the follow-up"
        return Check(right, words, publications(later[0]), detail=int(right))

    def _known(self, trial: Trial, head: Head, tag: Tag[Arms] | None, check: Check) -> Check:
        """A number that nothing says what it counts agrees with any that the record holds; one
        of several that does not stand beside its arm agrees with the number of all."""
        if check.agrees is not False:
            return check
        if words := self._ill(trial, head.count):
            return Check(True, words, publications(trial), detail=1)
        count, several = head.count, len(self.heads) > 1
        low = self.line.low
        beside = tag and (follows(tag, count, low) or leads(tag, count, low))
        sure = tag and beside and len(tag.key) == 1 and "respectively" not in low
        known = (head.whole or not (head.plain or sure)) and (
            count.value.value in numbers_of(trial, self.line.records)
        )
        known = known or self._makes_up(trial, count)
        known = known or (
            several and tag is not None and _hold(trial, head, None).agrees is True and not beside
        )
        return SILENT if known else replace(check, sure=bool(sure))

    def _ill(self, trial: Trial, count: Count) -> str:
        """The arm of those who have the disease that is named, where that has so many people and
        others of the trial have another disease, or none."""
        records, diseases = self.line.records, self.line.ids("indication")
        if len(trial.indication) < 2 or not diseases:
            return ""
        for arm in trial.arms:
            ids = [i for m in records.names.find(arm.name) if m.kind == "indication" for i in m.ids]
            theirs = any(records.indications.related(i, d) for i in ids for d in diseases)
            if theirs and arm.n == count.value.value:
                return f"{arm.n} in the {arm.name} arm"
        return ""

    def _makes_up(self, trial: Trial, count: Count) -> bool:
        """Whether a number and another one of the sentence are all who took part, of a trial of
        which not every group's size is known."""
        if all(arm.n for arm in trial.arms):
            return False
        all_of_them = set(totals(trial, None, planned=False).values())
        others = (c.value.value for c in self._counts if c is not count)
        return any(count.value.value + n in all_of_them for n in others)


def _others(
    counts: list[Count], tags: list[Tag[Arms]], trial: Trial, low: str
) -> Iterator[Reading[Arms]]:
    """Two numbers, one arm: the other number is of the other arm."""
    if len(counts) == 2 and len(tags) == 1 and len(trial.arms) == 2:
        other = Tag(tags[0].start, tags[0].end, complement(tags[0].key, trial))
        bound = [leads(tags[0], c, low) or follows(tags[0], c, low) for c in counts]
        if bound != [False, True]:
            yield (tags[0], other)
        if bound != [True, False]:
            yield (other, tags[0])


def _is_size(head: Head) -> bool:
    """Whether a number in a sentence on a study is its size; a small one is mostly of some."""
    return (head.plain or head.whole) and (head.planned or head.count.value.value >= LEAST)


def _words(head: Head) -> str:
    step = head.step if head.step and head.step not in head.count.text else ""
    return f"{head.count.text} {step}".strip()


def _hold(trial: Trial, head: Head, arms: Arms | None) -> Check:
    known = totals(trial, head.step, head.planned) if arms is None else group_sizes(trial, arms)
    if not known:
        return _hold_against_others(trial, head) if arms is None else SILENT
    for words, n in known.items():
        if agrees(head.count, Number.of(n)):
            return Check(True, words, publications(trial), detail=1 + (arms is not None))
    if head.planned and arms is None and trial.sizes.planned is None:
        value = head.count.value.value
        if not head.plain or any(abs(value - n) * _NEAR <= n for n in known.values()):
            return SILENT  # as many as were wanted
    expected = listed([w for w in known if "circulation" not in w] or list(known))
    return Check(False, expected, publications(trial), _elsewhere(head.count, trial.sizes))


def _hold_against_others(trial: Trial, head: Head) -> Check:
    """Hold a number against the other sizes of a trial whose record lacks the step it names."""
    alone = head.step == "randomised" and trial.design.allocation != "randomised"
    known = {} if alone else totals(trial, None, planned=False)
    for words, n in known.items():
        if agrees(head.count, Number.of(n)):
            return Check(True, words, publications(trial), detail=1)
    if not known or head.step != "randomised" or head.count.bound != "exact":
        return SILENT
    return Check(False, listed(list(known)), publications(trial))


def totals(trial: Trial, step: str | None, planned: bool) -> dict[str, int]:
    """The sizes of a trial that a number may mean, in words."""
    if step in _STRICT and step != "planned":
        steps = [step]
    else:
        steps = [] if step == "planned" else [*_TAKING_PART]
    if planned or step == "planned":
        steps.append("planned")
    found = {f"{n} {s}": n for s in steps if (n := getattr(trial.sizes, s)) is not None}
    if step not in _STRICT:
        found |= {f"{n} (also in circulation)": n for n in trial.sizes.also}
    if step == "randomised" and not found and trial.design.allocation != "randomised":
        return {}
    return found


def group_sizes(trial: Trial, arms: Arms) -> dict[str, int]:
    """The sizes of some arms of a trial, and of all of them together."""
    found: dict[str, int] = {}
    for arm in trial.arms:
        if arm.id in arms:
            for step in ("n", "dosed", "analysed", "completed"):
                n = getattr(arm, step)
                if n is not None:
                    suffix = "" if step == "n" else f", {step}"
                    found[f"{n} in the {arm.name} arm{suffix}"] = n
    chosen = [a.n for a in trial.arms if a.id in arms]
    if len(chosen) > 1 and all(n is not None for n in chosen):
        total = sum(n for n in chosen if n is not None)
        found[f"{total} in those arms together"] = total
    return found


def _elsewhere(count: Count, sizes: Sizes) -> str:
    for step in (*_TAKING_PART, "completed", "planned", "screened"):
        n = getattr(sizes, step)
        if n is not None and agrees(count, Number.of(n)):
            return f"{n} is the number {step}"
    return ""


def parts(line: Line) -> Iterator[Single]:
    """How many of those who took part completed a trial ("thirteen of the thirty finished"), left
    it ("nine pulled out"), or were in a group ("73 of 193 patients were given 12 mg")."""
    for share in line.of(Fraction):
        if share.rounded:
            continue
        whose = _WITH_IT.match(line.low, share.end)
        if STAYED.match(line.low, whose.end() if whose else share.end):
            yield _part(share, "completed", partial(_completed, share))
        if share.denominator.value > _FEW:
            yield _part(share, "", partial(_portion, line, share))
    for whole in _wholes(line):
        yield _part(whole, "", partial(_whole, line, whole))
    for count in line.of(Count):
        left = LEFT.match(line.low, count.end)
        if left and count.noun in {None, "participant"} and count.high is None:
            yield _part(count, left.group().strip(), partial(_left, count))


def _part(said: Fraction | Count, words: str, recorded: Callable[[Trial], Check]) -> Single:
    found = f"{said.text} {words}".strip()
    return Single(Fact(said.start, said.end, found, size=True), recorded)


def _wholes(line: Line) -> Iterator[Count]:
    """The numbers of all those of whom a share is told: "half of the 30 patients"."""
    shares = [s for s in line.of(Percent) if not s.points]
    parts = [s for s in line.of(Fraction) if s.rounded]
    ends = {s.end for s in (*shares, *parts)}
    for count in line.of(Count):
        led = _OF_ALL.search(line.low[: count.start])
        people = count.noun == "participant" and not _SOME.match(line.low, count.end)
        if people and led and led.start() in ends:
            yield count


def _whole(line: Line, said: Count, trial: Trial) -> Check:
    """Hold the number of all those of whom a share is told against every number of a record."""
    if said.value.value in numbers_of(trial, line.records) or said.bound != "exact":
        return SILENT
    known = totals(trial, None, planned=False)
    return Check(False, listed(list(known)), publications(trial)) if known else SILENT


def _portion(line: Line, said: Fraction, trial: Trial) -> Check:
    """Hold a part of all against the size of the arm that is named next."""
    led = _GOT.match(line.low, said.end)
    tags = arm_tags(line, trial) if led else []
    tag = next((t for t in tags if led and t.start - led.end() in range(12)), None)
    told = tag if tag and len(tag.key) == 1 and _NO_MORE.match(line.low, tag.end) else None
    sizes = group_sizes(trial, told.key) if told else {}
    whole = totals(trial, None, planned=False)
    right = said.numerator.value in (sizes.values() or {a.n for a in trial.arms})
    if not sizes or said.denominator.value not in whole.values():
        other = right and said.denominator.value not in numbers_of(trial, line.records)
        other = other and bool(led or _PUT.search(line.low[: said.start]))
        return Check(False, listed(list(whole)), publications(trial)) if other and whole else SILENT
    return Check(right, listed(list(sizes)), publications(trial), detail=2 * right)


def _left(count: Count, trial: Trial) -> Check:
    """Hold a number against those who left."""
    told = [o.count for o in trial.outcomes if o.outcome == "dropout" and o.arm in {None, "all"}]
    done = trial.sizes.completed
    begun = (trial.sizes.enrolled, trial.sizes.randomised, trial.sizes.dosed)
    known = {n for n in told if n is not None} or {n - done for n in begun if n and done}
    if not known:
        return SILENT
    value = count.value.value
    right = value in known
    if not right and count.bound != "exact" and value < max(known):
        return SILENT
    words = listed([f"{n} left" for n in sorted(known)])
    return Check(right, words, publications(trial), detail=2 * right)


def _completed(said: Fraction, trial: Trial) -> Check:
    known = trial.sizes.completed
    whole = set(totals(trial, None, planned=False).values())
    if known is None or not whole:
        return SILENT
    right = said.numerator.value == known and said.denominator.value in whole
    words = f"{known} of {max(whole)} completed"
    return Check(right, words, publications(trial), detail=2 * right)


def headcounts(line: Line) -> Iterator[Headcounts]:
    """The numbers of people that a sentence states, as one statement."""
    found = tuple(heads(line))
    if found:
        yield Headcounts(line, found)
