"""Which figures that no reader could place want no source all the same.

"In Brazil 29 people had one cup, and a week on 64 % had improved by half": where one trial of the
treatment has all the figures of a sentence, it is not so that no record has them. Nothing is said
of them then, neither that a source is missing nor that the record bears them out. Nor is a source
asked for where the same sentence contradicts one, which the writer has to open anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.model.quantity import Count, EffectSize, Fraction, Percent, Points, Quantity
from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.compare import agrees
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.continued import subject_of
from claimcheck.statements.trials.descriptions import described
from claimcheck.statements.trials.effects import ADVERSE
from claimcheck.statements.trials.line import Line, overlap
from claimcheck.statements.trials.outcomes import family, is_share, share_of
from claimcheck.statements.trials.rows import row_of
from claimcheck.statements.trials.sourcing import is_outside, is_own
from claimcheck.statements.trials.statements import figures
from claimcheck.statements.trials.traits import (
    controlled_by,
    has_sponsor,
    is_on,
    layers_of,
    sizes_of,
    treats,
)

_FIGURES = (Count, EffectSize, Fraction, Percent, Points)
_FEW = 5
"""Up to here a number is that of two trials as often as not."""
_PEOPLE = frozenset({"participant", "man", "woman"})
_ROUND = frozenset({*range(_FEW + 1), 10, 20, 100})
"""Out of so many, a share is told in words: "seven out of ten"."""
_SOME, _MUCH = 3, 4
"""What must be borne out by one of few trials; by one of many, or where a share in round words or
a limit fits many a record."""
_CENTUM, _ROUNDED = Decimal(100), Decimal("0.5")
_ANOTHER = lazy(
    r"\b(?:another|an? (?:much )?(?:larger|bigger|smaller|second|third|later|further|newer|"
    r"more recent|earlier)) (?:[\w-]+ )?(?:one|trial|study|experiment)\b"
)
"""A sentence that goes on to a second trial."""
_ENOUGH = 2
"""Different figures that tell a trial of which no name is said."""


def needful(opinions: Iterable[Opinion], line: Line) -> list[Opinion]:
    """The opinions of a sentence without those that ask for a source that is not wanting."""
    found = [one for one in opinions if one.standing != "unsourced" or not _follows(one, line)]
    asked = [one for one in found if one.standing == "unsourced"]
    told = any(one.standing == "contradicted" for one in found) or _is_aside(asked, found, line)
    if asked and (told or _on_record(asked, line)):
        return [one for one in found if one.standing != "unsourced"]
    return found


def _follows(one: Opinion, line: Line) -> bool:
    """Whether a number needed to treat follows from two shares of the sentence, as 100 over their
    difference in percentage points."""
    needed = [q for q in line.of(EffectSize) if q.measure == "NNT" and _is_at(one, q, line)]
    shares = [q.value.value for q in line.of(Percent) if not q.points]
    apart = [abs(a - b) for a, b in combinations(shares, 2) if a != b]
    return any(abs(_CENTUM / gap - q.value.value) <= _ROUNDED for q in needed for gap in apart)


def _is_aside(asked: Sequence[Opinion], found: Sequence[Opinion], line: Line) -> bool:
    """Whether only shares in round words are left over, of which the sentence has others borne
    out: "gave half of them"."""
    known = [one for one in found if one.standing == "supported" and one.trials]
    shares = [q for q in line.quantities if isinstance(q, Percent | Fraction)]
    rounded = [q for q in shares if isinstance(q, Fraction) and q.rounded]
    borne_out = any(_is_at(one, q, line) for one in known for q in shares if q not in rounded)
    return borne_out and all(any(_is_at(one, q, line) for q in rounded) for one in asked)


def _is_at(one: Opinion, figure: Placed, line: Line) -> bool:
    return one.start + line.shift < figure.end and figure.start < one.end + line.shift


def _on_record(asked: Sequence[Opinion], line: Line) -> bool:
    """Whether one trial has every figure for which a source is asked, and is told by them."""
    if is_own(line) or is_outside(line):
        return False
    like = list(_of_treatment(line))
    if _is_borne_out(asked, like, line) or _is_in_one(asked, like, line):
        return True
    return _ANOTHER.search(line.low) is not None and _are_sizes(asked, like, line)


def _are_sizes(asked: Sequence[Opinion], like: Sequence[Trial], line: Line) -> bool:
    """Whether every figure for which a source is asked is the size of one trial or another."""
    sizes = {size for trial in like for size in _sizes(trial) if size > _FEW}
    counts = [q for q in line.of(Count) if q.value.value in sizes]
    return all(any(_is_at(one, q, line) for q in counts) for one in asked)


def _is_in_one(asked: Sequence[Opinion], like: Sequence[Trial], line: Line) -> bool:
    """Whether the figures stand anywhere in the record of the trial that is meant, or in that of
    one of some others and tell it."""
    told_of = [q for q in line.quantities if isinstance(q, _FIGURES)]
    wanted = [q for q in told_of if any(_is_at(one, q, line) for one in asked)]
    wanted = [q for q in wanted if not (isinstance(q, Fraction) and q.rounded)] or wanted
    subject = subject_of(line)
    meant = subject.trials if subject.certainty in {"own", "called", "near"} else ()
    if not wanted or any(all(_has(trial, q, line) for q in wanted) for trial in meant):
        return bool(wanted)
    others = [q for q in told_of if q not in wanted and not any(overlap(q, w) for w in wanted)]
    trials, strength = described(line)
    told = trials if strength != "loose" else controlled_by(line, like)
    for trial in like:
        if all(_has(trial, q, line) for q in wanted):
            known = [*wanted, *(q for q in others if _has(trial, q, line))]
            counting = {q.text for q in known if _counts(q)}
            sized = trial in told and all(isinstance(q, Count) for q in wanted)
            if sized or any(map(_is_telling, known)) or len(counting) >= _ENOUGH:
                return True
    return False


def _is_borne_out(asked: Sequence[Opinion], like: Sequence[Trial], line: Line) -> bool:
    """Whether the record of one of some trials bears out every figure for which a source is asked,
    with enough of what is said beside them: outcome, group, time, more figures."""
    statements = tuple(figures(line)) if like else ()
    facts = [fact for s in statements for fact in s.facts]
    wanted = [i for i, fact in enumerate(facts) if any(_is_at(one, fact, line) for one in asked)]
    if not wanted or not all(any(_is_at(one, facts[i], line) for i in wanted) for one in asked):
        return False
    diseases = next(layers_of(line, "indication"), set())
    near = [t for t in like if treats(t, diseases, line.records)] if diseases else like
    rounded = [q for q in line.of(Fraction) if q.rounded and q.denominator.value in _ROUND]
    loose = all(facts[i].limit or any(overlap(q, facts[i]) for q in rounded) for i in wanted)
    for row in (row_of(statements, t) for t in (near if line.ids("indication") else like)):
        checks = [row.checks[i] for i in wanted]
        few = len(near) <= _FEW and row.trial in near and not loose
        evidence = row.figures + sum(check.detail for check in checks) - loose
        if evidence >= (_SOME if few else _MUCH) and all(check.agrees for check in checks):
            return True
    return False


def _of_treatment(line: Line) -> Iterator[Trial]:
    """The trials of the nearest substances that any trial studies, or else of the nearest who ran
    any, in the diseases named."""
    records, diseases = line.records, set(line.ids("indication"))
    for layer in line.scope.layers:
        given = [i for m in layer.of("compound") for i in m.ids]
        runs = {i for m in layer.of("sponsor") for i in m.ids}
        found = {t.id: t for i in given for t in records.trials_by_compound.get(i, ())}
        if not found and runs:
            found = {t.id: t for t in records.base.trials if has_sponsor(t, runs, records)}
        if found:
            yield from (t for t in found.values() if not diseases or is_on(t, diseases, records))
            return


def _counts(figure: Quantity) -> bool:
    """Whether a figure helps to tell a trial: no share in round words, no small number."""
    if isinstance(figure, Count):
        return figure.noun in _PEOPLE and figure.value.value > _FEW
    return not isinstance(figure, Fraction) or _is_telling(figure)


def _is_telling(figure: Quantity) -> bool:
    """Whether a figure is hardly ever that of two trials: one in decimals, so many of so many."""
    if isinstance(figure, Fraction):
        return not figure.rounded and figure.denominator.value not in _ROUND
    return isinstance(figure, Points | Percent | EffectSize) and bool(figure.value.decimals)


def _has(trial: Trial, figure: Quantity, line: Line) -> bool:
    """Whether a figure stands anywhere in the record of a trial or of its follow-ups."""
    one_of_them = family(trial, line.records)
    if isinstance(figure, Count) and any(figure.value.value in _sizes(t) for t in one_of_them):
        return True
    scales, related = line.ids("scale"), line.records.scales.related
    named = line.ids("outcome")
    known = (
        o
        for t in one_of_them
        for o in t.outcomes
        if (not (scales and o.scale) or any(related(s, o.scale) for s in scales))
        and (o.outcome not in ADVERSE or o.outcome in named)
    )
    return any(_is_of(figure, outcome) for outcome in known)


def _sizes(trial: Trial) -> set[int]:
    return {*sizes_of(trial), *(arm.n for arm in trial.arms if arm.n)}


def _is_of(figure: Quantity, outcome: Outcome) -> bool:
    if is_share(outcome):
        return agrees(figure, share_of(outcome, counted=isinstance(figure, Count))) is True
    return outcome.value is not None and agrees(figure, outcome.value) is True
