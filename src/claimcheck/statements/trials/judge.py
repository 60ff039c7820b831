"""Facts of a sentence against the trials it may be about.

The trial that bears out most of what is said is the one that is meant. What it does not bear out
is contradicted if the sentence makes sure which trial it means and no other candidate does better;
else it merely has no source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model.findings import Suggestion
from claimcheck.model.quantity import Interval, PValue
from claimcheck.model.trials import Trial
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.trials.design import design_facts
from claimcheck.statements.trials.durations import DurationFact, duration_facts
from claimcheck.statements.trials.facts import Check, Fact
from claimcheck.statements.trials.identify import Candidates, identify
from claimcheck.statements.trials.publishing import publishing_facts
from claimcheck.statements.trials.rates import RateFact, rate_facts
from claimcheck.statements.trials.scores import ScoreFact, score_facts
from claimcheck.statements.trials.sizes import SizeFact, places_facts, size_facts

_DISTANCED = re.compile(
    r"\bif\b|\b(?:might|could|would|may|should) (?:be|have|show|see)\b|\bhypothetical|"
    r"\bfor example\b|\bimagine\b|\bsuppose\b|\?\s*\Z"
)


_EFFECT = re.compile(
    r"\b(?:improv\w+|better|reduc\w+|lower(?:s|ed|ing)?|decreas\w+|drop(?:s|ped)?|declin\w+|fall|"
    r"fell|cut(?:s|ting)?|less|fewer|reliev\w+|relief|eas(?:e|es|ed|ing)|help(?:s|ed|ing)?|heal\w*|"
    r"cur(?:e|es|ed)|recover\w*|benefit\w*|success\w*|effective\w*|work(?:s|ed)|free of|"
    r"symptom-free|quit|stopped)\b"
)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A candidate with what its record says of every fact."""

    trial: Trial
    checks: tuple[Check, ...]

    @property
    def right(self) -> int:
        return sum(c.agrees is True for c in self.checks)

    @property
    def wrong(self) -> int:
        return sum(c.agrees is False for c in self.checks)


def opinions(reading: Reading, records: Records) -> Iterator[Opinion]:
    """What the trial records say to a sentence, fact by fact."""
    facts = tuple(_facts(reading, records))
    if not facts or _DISTANCED.search(reading.low):
        return
    candidates = identify(reading, records)
    if not candidates.trials:
        yield from _unbacked(facts, reading)
        return
    named = _in_order(candidates, reading) if candidates.certainty == "named" else []
    if len(named) > 1:
        yield from _each_its_trial(facts, named, reading, records)
    else:
        yield from _judge(facts, candidates, reading, records)


def _facts(reading: Reading, records: Records) -> Iterator[Fact]:
    yield from size_facts(reading)
    yield from places_facts(reading)
    yield from rate_facts(reading)
    yield from score_facts(reading)
    yield from duration_facts(reading)
    yield from design_facts(reading)
    yield from publishing_facts(reading, records)


Named = list[tuple[int, tuple[Trial, ...]]]
"""Where trials are named, and which ones each name may mean."""


def _each_its_trial(
    facts: Sequence[Fact], named: Named, reading: Reading, records: Records
) -> Iterator[Opinion]:
    """Several trials are named: a fact goes with the one named last before it, or in order."""
    sizes = [f for f in facts if isinstance(f, SizeFact)]
    listed = len(sizes) == len(named) and all(s.start > named[-1][0] for s in sizes)
    own = {id(s): trials for s, (_, trials) in zip(sizes, named, strict=False)} if listed else {}
    for fact in facts:
        trials = own.get(id(fact)) or _before(fact, named)
        yield from _judge([fact], Candidates(trials, "named"), reading, records)


def _in_order(candidates: Candidates, reading: Reading) -> Named:
    known = {t.id: t for t in candidates.trials}
    found: dict[tuple[str, ...], tuple[int, tuple[Trial, ...]]] = {}
    for mention in reading.scope.own.of("trial"):
        trials = tuple(known[i] for i in mention.ids if i in known)
        if trials:
            found.setdefault(mention.ids, (mention.start, trials))
    return sorted(found.values(), key=lambda pair: pair[0])


def _before(fact: Fact, named: Named) -> tuple[Trial, ...]:
    earlier = [trials for start, trials in named if start < fact.start]
    return earlier[-1] if earlier else tuple(t for _, trials in named for t in trials)


def _judge(
    facts: Sequence[Fact], candidates: Candidates, reading: Reading, records: Records
) -> Iterator[Opinion]:
    rows = [
        _Trial(trial, tuple(fact.check(trial, records) for fact in facts))
        for trial in _with_results(facts, candidates.trials)
    ]
    if candidates.certainty == "named":
        rows = [row for row in rows if row.right or row.wrong] or rows
    best = max(rows, key=lambda row: (row.right - row.wrong, row.right))
    rivals = [r for r in rows if r.right == best.right and r.wrong == best.wrong]
    sure = _is_sure(candidates, best, rivals)
    telling = _tells(facts, best, candidates)
    for position, fact in enumerate(facts):
        check = best.checks[position]
        others = [r.checks[position] for r in rivals]
        if check.agrees and (fact.figure or telling):
            yield _supported(fact, check, best.trial)
        elif check.agrees is False and sure and all(o.agrees is False for o in others):
            if fact.figure or telling:
                yield _contradicted(fact, check, best.trial)
        elif check.agrees is not True and _wants_source(fact, reading):
            yield _unsourced(fact)


def _with_results(facts: Sequence[Fact], trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """Where results are stated, the trials that have any; all of them if none has."""
    if not any(isinstance(fact, RateFact | ScoreFact) for fact in facts):
        return trials
    return tuple(t for t in trials if t.outcomes) or trials


def _tells(facts: Sequence[Fact], best: _Trial, candidates: Candidates) -> bool:
    """Whether features without a figure may be judged: next to a figure, or several, or named."""
    features = sum(c.agrees is not None for c in best.checks)
    figures = any(f.figure and c.agrees for f, c in zip(facts, best.checks, strict=True))
    return figures or (candidates.certainty == "named" and features > 0) or best.right >= 2


def _is_sure(candidates: Candidates, best: _Trial, rivals: Sequence[_Trial]) -> bool:
    """Whether a disagreement may be called a contradiction."""
    if candidates.certainty == "named":
        return True
    if candidates.certainty == "described":
        return len(rivals) <= 3
    return len(rivals) == 1 and best.right >= 2 and best.right > best.wrong


def _unbacked(facts: Sequence[Fact], reading: Reading) -> Iterator[Opinion]:
    for fact in facts:
        if fact.figure and _wants_source(fact, reading):
            yield _unsourced(fact)


def _wants_source(fact: Fact, reading: Reading) -> bool:
    """A figure about what a treatment does: a share, a change or an effect, of people treated."""
    scope = reading.scope
    if not (scope.nearest("compound") or scope.nearest("treatment") or scope.nearest("trial")):
        return False
    if isinstance(fact, DurationFact):
        return True
    if isinstance(fact, RateFact):
        return fact.outcome is not None or _EFFECT.search(reading.low) is not None
    return isinstance(fact, ScoreFact) and not isinstance(fact.value, Interval | PValue)


def _supported(fact: Fact, check: Check, trial: Trial) -> Opinion:
    return Opinion(
        standing="supported",
        start=fact.start,
        end=fact.end,
        found=fact.found,
        expected=check.expected,
        trials=(trial.id,),
        references=check.references,
    )


def _contradicted(fact: Fact, check: Check, trial: Trial) -> Opinion:
    because = f"; {check.elsewhere}" if check.elsewhere else ""
    return Opinion(
        standing="contradicted",
        start=fact.start,
        end=fact.end,
        found=fact.found,
        expected=check.expected,
        message=f"draft: {fact.found}; {trial.name}: {check.expected}{because}",
        trials=(trial.id,),
        references=check.references,
        suggestion=Suggestion(check.expected) if check.expected else None,
    )


def _unsourced(fact: Fact) -> Opinion:
    return Opinion(
        standing="unsourced",
        start=fact.start,
        end=fact.end,
        found=fact.found,
        message=f"“{fact.found}” has no source, and no record of the base backs it",
    )
