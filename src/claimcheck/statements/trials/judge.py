"""Facts of a sentence against the trials it may be about.

The trial that bears out most of what is said is the one that is meant. What it does not bear out
is contradicted if the sentence makes sure which trial it means and no other candidate does better;
else it merely has no source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.model.findings import Suggestion
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.trials.backing import needful
from claimcheck.statements.trials.callings import names_alone
from claimcheck.statements.trials.cells import spoken
from claimcheck.statements.trials.claimed import backed, claims
from claimcheck.statements.trials.continued import subject_of
from claimcheck.statements.trials.facts import Check, Fact, Statement, tells
from claimcheck.statements.trials.identify import NOBODY, Subject
from claimcheck.statements.trials.introduced import to_come
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import sources
from claimcheck.statements.trials.profile import names_others
from claimcheck.statements.trials.rates import Rates
from claimcheck.statements.trials.rows import (
    SEVERAL,
    Row,
    better,
    has_like,
    is_exact,
    of_another,
    row_of,
)
from claimcheck.statements.trials.scores import Scores
from claimcheck.statements.trials.segments import Segment, segments
from claimcheck.statements.trials.sourcing import is_outside, is_own, is_tied, wants_source
from claimcheck.statements.trials.statements import features, figures

_DISTANCED = lazy(
    r"\b(?:next|future|larger) (?:trials?|stud(?:y|ies)) (?:should|must|will|would|could|need)|"
    r"\bif\b(?! (?:by|only|less|slightly|not|somewhat)\b)|"
    r"\bhypothetical|\bfor example\b|\bimagine\b|\bsuppose\b|\?\s*[\"”’)]*\Z"
)
_MAYBE = lazy(
    r"\b(?:might|could|would|may|should) "
    r"(?:be|(?<!should )have|have(?! been)|show|see(?! (?:who|which|what|whether)\b))\b"
)
_CLAUSE = lazy(r"[,;:–—(]")
_BOTH = lazy(
    r"\b(?:both|two|three|all|these|those) (?:of the )?(?:[\w-]+ ){0,3}?(?:trials|studies)\b"
)
_MOST_RIVALS = 8
_GUESSED = frozenset({"described", "likely", "loose"})
"""How sure it is which trial is meant, where no name tells."""
ENOUGH = 4
"""Figures that fit, and what fits beside them, from which a trial that is not told is "
"recognised."""


def opinions(
    reading: Reading, records: Records, laid_out: Callable[[], Line | None] | None = None
) -> Iterator[Opinion]:
    """What the trial records say to a sentence, fact by fact.

    `laid_out` gives what `spoken` makes of it, where others ask for that too.
    """
    scope = reading.scope
    if not any(layer.mentions or names_alone(layer.text, records) for layer in scope.layers):
        return
    line = laid_out() if laid_out else spoken(reading, records)
    line = line and _plainly_said(line)
    if line is None or _DISTANCED.search(line.low):
        return
    found = [opinion for segment in segments(line) for opinion in _of_segment(segment)]
    yield from needful(found or _claimed(line), line)


def _plainly_said(line: Line) -> Line | None:
    """The sentence up to the clause that says what may be; None if nothing stands before it."""
    maybe = _MAYBE.search(line.low)
    if maybe is None:
        return line
    breaks = [found.start() for found in _CLAUSE.finditer(line.low, 0, maybe.start())]
    return line.part(0, breaks[-1]) if breaks and len(line.trial_names) < 2 else None


def _of_segment(segment: Segment) -> Iterator[Opinion]:
    line = segment.line
    subject = Subject(segment.trials, "own") if segment.trials else subject_of(line)
    statements = tuple(figures(line))
    if subject.certainty != "loose" or statements:
        statements = (*statements, *features(line))
    if not statements:
        return
    if subject.certainty != "own" and subject.trials and to_come(line):
        trials = tuple(t for t in subject.trials if t.dates.published is None)
        subject = replace(subject, trials=trials)
    own = is_own(line) and subject.certainty in {"loose", "likely", "described"}
    own = own or (is_outside(line) and subject.certainty != "own")
    if not subject.trials or own:
        yield from _unbacked([f for s in statements for f in s.facts], line)
    elif segment.each:
        for trial in subject.trials:
            yield from _judge(statements, Subject((trial,), subject.certainty), line)
    else:
        yield from _judge(statements, subject, line)


def _judge(statements: Sequence[Statement], subject: Subject, line: Line) -> Iterator[Opinion]:
    facts = [fact for statement in statements for fact in statement.facts]
    rows = [row_of(statements, trial) for trial in _with_results(statements, subject)]
    if subject.certainty in {"own", "near"}:
        rows = _telling([i for i, fact in enumerate(facts) if fact.figure], rows)
    elif subject.certainty == "described" and any(fact.effect for fact in facts):
        rows = _telling([i for i, fact in enumerate(facts) if fact.effect], rows)
    best = max(rows, key=lambda row: (row.fit, row.right, row.detail))
    if best.wrong and subject.certainty != "own":
        best = better(statements, best, line) or best
    rivals = [r for r in rows if (r.right, r.wrong) == (best.right, best.wrong)]
    if best.wrong and subject.certainty not in {"own", "called"}:
        fit = best.fit if best.is_swapped else 0
        least = min(1, best.figures) if best.is_told else 0
        rivals += [
            r for r in rows if r.right and not r.wrong and r.fit >= fit and r.figures >= least
        ]
    families = {row.trial.parent or row.trial.id for row in rivals}
    excused = of_another(statements, best, line) if subject.certainty != "own" else frozenset()
    verdict = _Verdict(subject, best, len(families), len(rows) - 1, facts)
    found: list[Opinion] = []
    doubted = subject.certainty != "own" and names_others(line, best.trial)
    doubted = doubted or any(c.agrees is None and c.elsewhere for c in best.checks)
    for position, fact in enumerate(facts):
        if fact.end <= line.shift or position in excused:
            continue
        check = best.checks[position]
        disputed = check.agrees is False and all(r.checks[position].agrees is False for r in rivals)
        several = subject.certainty != "own" and _BOTH.search(line.low)
        strange = not fact.shy or (fact.size and not check.sure)
        odd = disputed and strange and not _known(rows, position, fact)
        doubted = doubted or (odd and not several)
        disputed = disputed and not verdict.is_a_stranger
        if subject.certainty == "loose" and best.is_told:
            disputed = disputed and not (several or _known(rows, position, fact))
        if disputed and fact.size and not best.figures and subject.certainty in _GUESSED:
            told = subject.its or any(layer.of("author") for layer in line.scope.layers)
            disputed = told or not has_like(statements, best, line, position)
        if several and fact.figure and best.figures:
            disputed = disputed and not (len(rows) < SEVERAL or _known(rows, position, fact))
        if (check.agrees and verdict.supports(fact)) or (
            disputed and (verdict.contradicts(fact, check) or verdict.is_swapped(check))
        ):
            found.append(_opinion(fact, line, check, best.trial))
        elif wants_source(fact, line) and not (fact.size and _known(rows, position, fact)):
            found.append(_opinion(fact, line))
    yield from (one for one in found if not doubted or one.standing != "supported")


def _telling(figures: Sequence[int], rows: list[Row]) -> list[Row]:
    """The records that know some of the figures, where words stand for several trials."""
    knowing = [r for r in rows if any(r.checks[i].agrees is not None for i in figures)]
    return knowing or [r for r in rows if r.right or r.wrong] or rows


def _with_results(statements: Sequence[Statement], subject: Subject) -> tuple[Trial, ...]:
    """Where results are stated of a trial that is not named, those that have any."""
    if subject.certainty == "own" or not any(isinstance(s, Rates | Scores) for s in statements):
        return subject.trials
    known = tuple(t for t in subject.trials if t.outcomes)
    return known or subject.trials


def _known(rows: Sequence[Row], position: int, fact: Fact) -> bool:
    """Whether any trial that may be meant has the figure."""
    return any(row.checks[position].agrees and tells(fact, row.checks[position]) for row in rows)


@dataclass(frozen=True, slots=True)
class _Verdict:
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
        if subject.certainty in _GUESSED and any(f.named for f in odd):  # its drug or its disease
            return len({f.start for f in odd}) > 1
        return any(f.size for f in odd) and any(not f.figure for f in odd)

    def is_swapped(self, check: Check) -> bool:
        """Whether the figures are those of one trial that fits, in other places of its record."""
        pairs = zip(self.facts, self.best.checks, strict=True)
        moved = sum(f.figure and c.agrees is False and bool(c.elsewhere) for f, c in pairs)
        known = moved + self.best.figures
        figures = sum(f.figure and not f.result for f in self.facts)
        sure = known > 2 or (moved == figures and self.others < _MOST_RIVALS)
        return bool(check.elsewhere) and self.rivals == 1 and moved > 1 and sure

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
                alone = self.others == 0 and self.best.right > 2
                few = self.others <= SEVERAL and self._is_sized
                enough = alone or figures + self.best.detail >= ENOUGH - few
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
                sure = best.figures >= SEVERAL and best.right > best.wrong + 1
                sure = sure or (best.is_told and best.right >= best.wrong and fact.figure)
                only = self.others == 0 and best.figures > 0 and best.detail >= SEVERAL
                sure = sure or (only and best.right > best.wrong)
                moved = bool(check.elsewhere) and is_exact(fact) and self.others == 0
                sure = sure or (moved and best.right > best.wrong)
                told = is_exact(fact) and bool(check.elsewhere) and best.figures > 0
                sure = sure or (told and best.right >= best.wrong)
                return not fact.named and self.rivals == 1 and sure


def _claimed(line: Line) -> Iterator[Opinion]:
    """What a sentence claims of a treatment in words that no reader of records knows."""
    found = list(claims(line)) if is_tied(line) else []
    subject = subject_of(line) if found else NOBODY
    if not found or (not is_own(line) and subject.certainty in {"own", "near", "called"}):
        return
    for fact in found:
        if not is_own(line) and (known := backed(line, fact, subject.trials)):
            trial, outcome = known
            check = Check(True, outcome.definition or "", sources(trial, outcome))
            yield _opinion(fact, line, check, trial)
        else:
            yield _opinion(fact, line)


def _unbacked(facts: Sequence[Fact], line: Line) -> Iterator[Opinion]:
    for fact in facts:
        if wants_source(fact, line):
            yield _opinion(fact, line)


def _place(fact: Fact, line: Line) -> tuple[int, int]:
    """Where a fact stands in the sentence as written; in a table, all of the cell."""
    start, end = fact.start - line.shift, fact.end - line.shift
    if start < 0 or end > len(line.scope.text):
        return 0, len(line.scope.text)
    return start, end


def _opinion(
    fact: Fact, line: Line, check: Check | None = None, trial: Trial | None = None
) -> Opinion:
    """What is to be said of a fact: as a record has it or not, or that nothing backs it."""
    start, end = _place(fact, line)
    if check is None or trial is None:
        message = f"“{fact.found}” has no source, and no record of the base backs it"
        return Opinion(
            standing="unsourced", start=start, end=end, found=fact.found, message=message
        )
    because = f"; {check.elsewhere}" if check.elsewhere else ""
    message = f"draft: {fact.found}; {trial.name}: {check.expected}{because}"
    return Opinion(
        standing="supported" if check.agrees else "contradicted",
        start=start,
        end=end,
        found=fact.found,
        expected=check.expected or None,
        message="" if check.agrees else message,
        trials=(trial.id,),
        references=check.references,
        suggestion=None if check.agrees or not check.expected else Suggestion(check.expected),
    )
