"""Trials that a sentence speaks of as one: "both phase 3 trials of it gave …", "A and B together".

What such a sentence states is not held against one trial. A number of people is that of all of
them together; a dose, a disease or a control is right if one of them has it, or all where the
sentence says "both". A figure of results may bear out the record of one; it contradicts none, for
those of a pooled analysis are in no record of a trial.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.compare import agrees
from claimcheck.statements.names import Mention
from claimcheck.statements.trials.design import same_phase
from claimcheck.statements.trials.facts import SILENT, Check, Fact, Statement, publications
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.rates import Rates
from claimcheck.statements.trials.scores import Scores
from claimcheck.statements.trials.sizes import Headcounts, totals
from claimcheck.statements.trials.traits import has_sponsor, treats

_JOINTLY = lazy(
    r"\b(?:together(?! with)|combined(?! with)|between them|jointly|altogether|in (?:all|total)|"
    r"across (?:both|the two|all))\b"
)
_PHASE = r"(?:phase[ -](?P<phase>[1-4]|i{1,3}|iv)[ab]?|(?P<late>pivotal|late-stage))"
_GROUP = lazy(
    r"\b(?:(?P<many>both|(?:the |its |their |these )?(?:two|three|four))|all|the|its|their|these|"
    r"[\w-]+(?:[’']s|s[’'])) "
    rf"(?:(?:of )?(?:the|its|their) )?(?:[\w®-]+(?:[’']s)? ){{0,3}}?{_PHASE} "
    r"(?:[\w-]+ ){0,3}?(?P<noun>trials|studies|program(?:me)?)\b"
)
_LED = lazy(r"\W*(?:(?:in|across|over|between|of|from|for) )?")
_MANY = {"both": 2, "two": 2, "three": 3, "four": 4}
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_LATE = "3"
"""The phase of trials that are called pivotal."""
_APIECE = lazy(r"\b(?:both|each|every|all)\b")


@dataclass(frozen=True, slots=True)
class Programme:
    """Several trials that are spoken of as one."""

    trials: tuple[Trial, ...]
    apiece: bool
    """What is said holds of each of them."""


def programme(line: Line) -> Programme | None:
    """The trials of one phase that a sentence has as its subject; None if it has one trial, or if
    the base has not as many of them as the sentence counts."""
    group = _GROUP.search(line.low)
    if group is None or not _LED.fullmatch(line.low, 0, group.start()):
        return None
    phase = group["phase"] or _LATE
    trials = tuple(_of_phase(_ROMAN.get(phase, phase), line))
    words = (group["many"] or "").split()
    if len(trials) < 2 or (words and _MANY[words[-1]] != len(trials)):
        return None
    return Programme(trials, _APIECE.search(line.low) is not None)


def joint(line: Line, named: Sequence[tuple[Mention, tuple[Trial, ...]]]) -> Programme | None:
    """The trials that a sentence names side by side to tell what they had together."""
    if len(named) < 2 or not _JOINTLY.search(line.low) or any(len(t) > 1 for _, t in named):
        return None
    figures = [q for q in line.quantities if named[0][0].end <= q.start < named[-1][0].start]
    return None if figures else Programme(tuple(t for _, (t,) in named), apiece=False)


def _of_phase(phase: str, line: Line) -> Iterator[Trial]:
    """The trials of the drug that is spoken of, in a phase, and by whom and in what it is said."""
    drugs = next((ids for layer in line.scope.layers if (ids := _ids(layer.of("compound")))), ())
    runs, diseases = set(line.ids("sponsor")), set(line.ids("indication"))
    known = {t.id: t for drug in drugs for t in line.records.trials_by_compound.get(drug, ())}
    fitting = [t for t in known.values() if t.phase and same_phase(phase, t.phase)]
    fitting = [t for t in fitting if t.parent is None and t.status != "planned"]
    if runs:
        fitting = [t for t in fitting if has_sponsor(t, runs, line.records)]
    kept = [t for t in fitting if treats(t, diseases, line.records)] if diseases else fitting
    yield from kept or fitting


def _ids(names: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(i for name in names for i in name.ids)


def checks(statements: Sequence[Statement], told: Programme) -> Iterator[tuple[Fact, Check]]:
    """Every fact beside what the records of the trials have together."""
    for statement in statements:
        if isinstance(statement, Headcounts):
            yield from _people(statement, told)
            continue
        shy = isinstance(statement, Rates | Scores)
        each = [statement.check(trial) for trial in told.trials]
        for position, fact in enumerate(statement.facts):
            check = _of_each([row[position] for row in each], apiece=told.apiece)
            yield fact, SILENT if shy and not check.agrees else check


def _of_each(found: Sequence[Check], *, apiece: bool) -> Check:
    """What the trials say to something that is no number of people."""
    right = [check for check in found if check.agrees]
    wrong = [check for check in found if check.agrees is False]
    if right and not (wrong and apiece):
        return right[0]
    return wrong[0] if wrong else SILENT


def _people(told: Headcounts, group: Programme) -> Iterator[tuple[Fact, Check]]:
    """The number of all of them; where there are several numbers, none is held against that."""
    for fact, head in zip(told.facts, told.heads, strict=True):
        known = [totals(trial, head.step, head.planned) for trial in group.trials]
        sums = {sum(sizes) for sizes in itertools.product(*(set(k.values()) for k in known))}
        alone = {n for sizes in known for n in sizes.values()}
        right = any(agrees(head.count, Number.of(n)) for n in sums)
        some = any(agrees(head.count, Number.of(n)) for n in alone)
        if not sums or (not right and (some or len(told.heads) > 1 or fact.shy)):
            yield fact, SILENT
            continue
        words = f"{' + '.join(str(max(k.values())) for k in known)} = {max(sums)} people"
        yield fact, Check(right, words, tuple(r for t in group.trials for r in publications(t)))
