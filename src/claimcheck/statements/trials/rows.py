"""A trial's record beside everything that a sentence states, and the records of its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.classes import dataclass
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.facts import Check, Fact, Statement, tells
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.traits import has_sponsor, is_on

_DECIMALS = lazy(r"\d[.·]\d")
SEVERAL = 2
"""Figures that tell a trial from the others of its drug."""


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate with what its record says of every fact."""

    trial: Trial
    checks: tuple[Check, ...]
    facts: tuple[Fact, ...]

    @property
    def figures(self) -> int:
        """How many figures of results and sizes it bears out."""
        pairs = zip(self.facts, self.checks, strict=True)
        return sum(f.figure and not f.result and c.agrees is True and tells(f, c) for f, c in pairs)

    @property
    def is_told(self) -> bool:
        """Whether it bears out a figure in decimals together with what is said beside it."""
        pairs = zip(self.facts, self.checks, strict=True)
        return any(c.agrees and c.detail >= SEVERAL and is_exact(f) for f, c in pairs)

    @property
    def right(self) -> int:
        """How many facts it bears out."""
        return sum(c.agrees is True for c in self.checks)

    @property
    def wrong(self) -> int:
        """How many it has otherwise."""
        return sum(c.agrees is False for c in self.checks)

    @property
    def fit(self) -> int:
        """How much speaks for it; figures that it has in other places do so too."""
        if not self.is_swapped:
            return self.right - self.wrong
        return self.right - self.wrong + self.moved + all(map(is_exact, self._moved))

    @property
    def moved(self) -> int:
        """How many figures it has in other places than said."""
        return len(self._moved)

    @property
    def _moved(self) -> list[Fact]:
        pairs = zip(self.facts, self.checks, strict=True)
        return [f for f, c in pairs if c.agrees is False and c.elsewhere]

    @property
    def is_swapped(self) -> bool:
        """Whether several are: given to each other's groups or times."""
        return self.moved >= SEVERAL

    @property
    def detail(self) -> int:
        """How much that is said beside the facts fits it."""
        return sum(c.detail for c in self.checks if c.agrees is True)


def is_exact(fact: Fact) -> bool:
    """Whether it is a figure in decimals."""
    return _DECIMALS.search(fact.found) is not None


def row_of(statements: Sequence[Statement], trial: Trial) -> Row:
    """What the record of a trial says of every fact of some statements."""
    facts = tuple(fact for s in statements for fact in s.facts)
    return Row(trial, tuple(check for s in statements for check in s.check(trial)), facts)


def better(statements: Sequence[Statement], best: Row, line: Line) -> Row | None:
    """Another trial of the same drug, in the same disease, that bears out every figure of several:
    what was spoken of before is not what the sentence goes on about."""
    figures = [at for at, fact in enumerate(best.facts) if fact.figure]
    if len({best.facts[at].found for at in figures}) < SEVERAL:
        return None
    for row in _like(statements, best.trial, line):
        if not row.wrong and all(row.checks[at].agrees for at in figures):
            return row
    return None


def has_like(statements: Sequence[Statement], best: Row, line: Line, position: int) -> bool:
    """Whether another trial of the same drug, of whoever is named, bears out one fact, and as
    much else, and has none wrong."""
    records, sponsors = line.records, set(line.ids("sponsor"))
    drugs = (records.trials_by_compound.get(c, ()) for c in best.trial.compound)
    family = best.trial.parent or best.trial.id
    others = (t for trials in drugs for t in trials if (t.parent or t.id) != family)
    theirs = (t for t in others if not sponsors or has_sponsor(t, sponsors, records))
    rows = (row_of(statements, t) for t in theirs)
    fitting = (row for row in rows if not row.wrong and row.fit >= best.fit)
    known = (row for row in fitting if row.checks[position].agrees)
    diseases = best.trial.indication
    return any(row.figures >= SEVERAL or is_on(row.trial, diseases, records) for row in known)


def of_another(statements: Sequence[Statement], best: Row, line: Line) -> frozenset[int]:
    """The facts that are wrong of the best trial but, a result among them, so of one of its like:
    the sentence compares the two."""
    pairs = enumerate(zip(best.facts, best.checks, strict=True))
    wrong = {at: fact for at, (fact, check) in pairs if check.agrees is False}
    figures = [at for at, fact in wrong.items() if fact.figure and not fact.result]
    told = {wrong[at].found for at in figures}
    if len(told) < SEVERAL or all(wrong[at].size for at in figures):
        return frozenset()
    for row in _like(statements, best.trial, line):
        answers = [row.checks[at].agrees for at in figures]
        if True in answers and False not in answers:
            return frozenset(at for at in wrong if row.checks[at].agrees is not False)
    return frozenset()


def _like(statements: Sequence[Statement], seen: Trial, line: Line) -> Iterator[Row]:
    """The rows of the other trials of a trial's drug, and of the drugs named, in its disease."""
    records, diseases = line.records, line.ids("indication")
    by = records.trials_by_compound
    named = [c for c in line.ids("compound") if c in by]
    drugs = named if named and not set(named) & set(seen.compound) else seen.compound
    others = {t.id: t for c in drugs for t in by.get(c, ())}
    for trial in others.values():
        alike = is_on(trial, diseases, records) if diseases else _shared(trial, seen)
        if trial.id != seen.id and alike:
            yield row_of(statements, trial)


def _shared(one: Trial, other: Trial) -> bool:
    return bool(set(one.indication) & set(other.indication))
