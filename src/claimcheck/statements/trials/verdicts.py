"""How far the record that fits a sentence best may be trusted to be the one that is meant.

The surer it is by names which trial a sentence is about, the less it takes to call it wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.trials.facts import Check, Fact
from claimcheck.statements.trials.identify import Subject
from claimcheck.statements.trials.rows import SEVERAL, Row, is_exact

GUESSED = frozenset({"described", "likely", "loose"})
"""How sure it is which trial is meant, where no name tells."""
_ENOUGH = 4
"""Figures that fit, and what fits beside them, from which a trial that is not told is
recognised."""
_MOST_RIVALS = 8
_DOSE = lazy(r"\d (?:m?c?g|µg|micrograms?|milligrams?)\b")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the record that fits best may be trusted to be the one that is meant."""

    subject: Subject
    best: Row
    rivals: int
    """How many trials fit as well, this one counted; one is followed up in several records."""
    others: int
    """How many other records may be meant."""
    facts: Sequence[Fact]

    @property
    def _is_of_another_phase(self) -> bool:
        """Whether a trial that is not named is said to be in a phase that none of these is in,
        and has none of their figures: it is one that no record knows."""
        pairs = zip(self.facts, self.best.checks, strict=True)
        other = any(f.found.lower().startswith("phase") and c.agrees is False for f, c in pairs)
        return other and self.subject.certainty != "own" and not self.best.figures

    @property
    def _is_sized(self) -> bool:
        """Whether the record bears out how many people there were."""
        pairs = zip(self.facts, self.best.checks, strict=True)
        return any(f.size and c.agrees for f, c in pairs)

    @property
    def is_a_stranger(self) -> bool:
        """Whether a trial that is not named, here or above, has both how many people there were
        and how or where they were treated otherwise: it is not the one that is meant."""
        subject = self.subject
        if subject.certainty == "own" or subject.its or subject.above:
            return False
        pairs = zip(self.facts, self.best.checks, strict=True)
        odd = [fact for fact, c in pairs if c.agrees is False and not c.elsewhere]
        if subject.certainty in GUESSED and any(f.named for f in odd):  # its drug or its disease
            return len({f.start for f in odd}) > 1
        return any(f.size for f in odd) and any(not f.figure for f in odd)

    def is_swapped(self, check: Check) -> bool:
        """Whether the figures are those of one trial that fits, in other places of its record."""
        pairs = zip(self.facts, self.best.checks, strict=True)
        elsewhere = [f for f, c in pairs if f.figure and c.agrees is False and c.elsewhere]
        moved = len(elsewhere)
        known = moved + self.best.figures
        figures = sum(f.figure and not f.result for f in self.facts)
        exact = all(map(is_exact, elsewhere))
        sure = known > 2 or (moved == figures and (exact or self.others < _MOST_RIVALS))
        return bool(check.elsewhere) and self.rivals == 1 and moved > 1 and sure

    @property
    def _is_alone(self) -> bool:
        """Whether it is the only trial of the treatment in the disease, and has the dose and two
        things more that are said of it."""
        pairs = zip(self.facts, self.best.checks, strict=True)
        dosed = any(c.agrees and _DOSE.search(f.found) for f, c in pairs)
        return dosed and self.others == 0 and self.best.right > SEVERAL

    def supports(self, fact: Fact) -> bool:
        """Whether an agreement shows that the record is the one meant."""
        figures = self.best.figures
        match self.subject.certainty:
            case "own" | "called":
                return True
            case "near":
                return fact.figure or figures > 0 or self.best.right > 1 or self.subject.going_on
            case "described" | "likely":
                if fact.limit is not None:
                    return figures > 0
                return fact.figure or figures > 0 or self.best.right > 2
            case _:
                if self._is_alone and not self.best.wrong:
                    return True
                alone = self.others == 0 and self.best.right > 2
                few = self.others <= SEVERAL and self._is_sized
                enough = alone or figures + self.best.detail >= _ENOUGH - few
                return figures > 0 == self.best.wrong and enough

    def contradicts(self, fact: Fact, check: Check) -> bool:
        """Whether a disagreement may be called a contradiction."""
        shy = fact.shy and not (check.sure and self._is_sized)
        if shy or (fact.size and self._is_of_another_phase):
            return False
        match self.subject.certainty:
            case "own":
                return True
            case "called":
                return self.rivals == 1
            case "near":
                known = self.subject.its or (self.best.figures > 0 and self.subject.going_on)
                most = self.best.right > max(1, self.best.wrong)
                sure = self.rivals == 1 and (self.best.figures > 1 or most)
                return (not fact.named or known) and (
                    self.subject.going_on or sure or (fact.figure and self.best.right > 0)
                )
            case "described":
                sure = self.rivals == 1 and self.best.figures > 0
                sure = sure or (self.rivals == 1 and self.subject.its and not fact.named)
                return sure or (not fact.named and self.rivals == 1 and fact.figure)
            case "likely":
                right = self.best.figures > 0 and self.best.right > self.best.wrong
                return not fact.named and self.rivals == 1 and right
            case _:
                best = self.best
                if self._is_alone and best.wrong == 1:
                    return fact.result
                sure = best.figures >= SEVERAL and best.right > best.wrong + 1
                sure = sure or (best.is_told and best.right >= best.wrong + (not fact.figure))
                only = self.others == 0 and best.figures > 0 and best.detail >= SEVERAL
                sure = sure or (only and best.right > best.wrong)
                moved = bool(check.elsewhere) and is_exact(fact) and self.others == 0
                sure = sure or (moved and best.right > best.wrong)
                told = is_exact(fact) and bool(check.elsewhere) and best.figures > 0
                sure = sure or (told and best.right >= best.wrong)
                of_it = is_exact(fact) and bool(check.elsewhere) and best.wrong == 1
                sure = sure or (of_it and best.right >= _ENOUGH)
                return not fact.named and self.rivals == 1 and sure
