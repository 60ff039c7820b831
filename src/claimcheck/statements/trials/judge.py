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
from claimcheck.statements.trials.effects import ADVERSE
from claimcheck.statements.trials.facts import Check, Fact, Statement, tells
from claimcheck.statements.trials.identify import NOBODY, Subject
from claimcheck.statements.trials.introduced import to_come
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import family, is_share, sources
from claimcheck.statements.trials.profile import names_others
from claimcheck.statements.trials.programmes import Programme, checks, programme
from claimcheck.statements.trials.rates import Rates
from claimcheck.statements.trials.rows import (
    SEVERAL,
    Row,
    better,
    has_like,
    of_another,
    row_of,
)
from claimcheck.statements.trials.scores import Scores
from claimcheck.statements.trials.segments import Segment, segments
from claimcheck.statements.trials.sourcing import is_outside, is_own, is_tied, wants_source
from claimcheck.statements.trials.statements import features, figures
from claimcheck.statements.trials.verdicts import GUESSED, Verdict

_DISTANCED = lazy(
    r"\b(?:next|future|larger) (?:trials?|stud(?:y|ies)) (?:should|must|will|would|could|need)|"
    r"\bif\b(?! (?:by|only|less|slightly|not|somewhat)\b)|"
    r"\b(?:pilot|scheme)\b[^.;]{0,60}\b(?:became|becomes?|signed into|passed into) law\b|"
    r"\bhypothetical|\bimagine\b|\bsuppose\b|\?\s*[\"”’)]*\Z"
)
_MAYBE = lazy(
    r"\b(?:might|could|would|may|should) "
    r"(?:be|(?<!should )have|have(?! been)|show|see(?! (?:who|which|what|whether)\b))\b"
)
_APIECE = lazy(r"\b(?:both|each|apiece|either|every)\b")
_CLAUSE = lazy(r"[,;:–—(]")
_BOTH = lazy(
    r"\b(?:both|two|three|all|these|those) (?:of the )?(?:[\w-]+ ){0,3}?(?:trials|studies)\b"
)


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
    group = segment.group or (None if segment.trials else programme(line))
    if group is not None:
        yield from _of_group(group, line)
        return
    subject = Subject(segment.trials, "own") if segment.trials else subject_of(line)
    statements = tuple(figures(line))
    if subject.certainty != "loose" or statements or len(subject.trials) == 1:
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
        each = [
            list(_judge(statements, Subject((t,), subject.certainty), line)) for t in subject.trials
        ]
        yield from _together(each, line)
    else:
        yield from _judge(statements, subject, line)


def _of_group(group: Programme, line: Line) -> Iterator[Opinion]:
    """The opinions on what several trials are said to have had together."""
    for fact, check in checks((*figures(line), *features(line)), group):
        if check.agrees or (check.agrees is False and not fact.shy):
            yield _opinion(fact, line, check, *group.trials)
        elif not fact.size and wants_source(fact, line):
            yield _opinion(fact, line)


def _together(each: Sequence[Sequence[Opinion]], line: Line) -> Iterator[Opinion]:
    """The opinions on what is said of several trials: where they had something between them
    ("ran at 15 sites in three countries"), the one that has it bears it out."""
    everything = [opinion for opinions in each for opinion in opinions]
    had = {(o.start, o.end) for o in everything if o.standing == "supported"}
    if _APIECE.search(line.low):
        had = set()
    yield from (o for o in everything if o.standing == "supported" or (o.start, o.end) not in had)


def _judge(statements: Sequence[Statement], subject: Subject, line: Line) -> Iterator[Opinion]:
    """The opinions on statements of which some trial or other is the subject."""
    case = _laid_out(statements, subject, line)
    doubted = case.is_doubted
    for position in case.positions:
        fact, check = case.facts[position], case.best.checks[position]
        if check.agrees and case.verdict.supports(fact):
            if not doubted:
                yield _opinion(fact, line, check, case.best.trial)
        elif case.is_wrong(position):
            yield _opinion(fact, line, check, case.best.trial)
        elif wants_source(fact, line) and not case.spares(position):
            yield _opinion(fact, line)


def _laid_out(statements: Sequence[Statement], subject: Subject, line: Line) -> _Case:
    """The records of the trials that may be meant beside the facts, the best one chosen."""
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
        least = min(1, best.figures + best.moved) if best.is_told or best.is_swapped else 0
        rivals += [
            r for r in rows if r.right and not r.wrong and r.fit >= fit and r.figures >= least
        ]
    families = {row.trial.parent or row.trial.id for row in rivals}
    verdict = Verdict(subject, best, len(families), len(rows) - 1, facts)
    others = of_another(statements, best, line) if subject.certainty != "own" else frozenset()
    own = [i for i, f in enumerate(facts) if f.end > line.shift and i not in others]
    return _Case(statements, line, rows, rivals, own, verdict)


@dataclass(frozen=True, slots=True)
class _Case:
    """What a sentence states beside the records that may be meant."""

    statements: Sequence[Statement]
    line: Line
    rows: Sequence[Row]
    rivals: Sequence[Row]
    """Those that fit as well as the best, that one counted."""
    positions: Sequence[int]
    """The facts to speak of: not those said before the sentence, or of a trial compared."""
    verdict: Verdict

    @property
    def best(self) -> Row:
        return self.verdict.best

    @property
    def facts(self) -> Sequence[Fact]:
        return self.verdict.facts

    @property
    def is_doubted(self) -> bool:
        """Whether something that is said is of none of the records: then none is borne out."""
        if not self._is_named and names_others(self.line, self.best.trial):
            return True
        if any(c.agrees is None and c.elsewhere for c in self.best.checks):
            return True
        return not self._is_of_several and any(self._is_odd(i) for i in self.positions)

    def is_wrong(self, position: int) -> bool:
        """Whether a fact is contradicted by the record that is meant."""
        if not self._is_disputed(position) or self.verdict.is_a_stranger:
            return False
        if self._may_be_of_another(position):
            return False
        fact, check = self.facts[position], self.best.checks[position]
        swapped = not fact.shy and self.verdict.is_swapped(check)
        return self.verdict.contradicts(fact, check) or swapped

    def spares(self, position: int) -> bool:
        """Whether a fact needs no source: a number of people that fits, or a share in words, too
        loose to be held against the figure of the trial that is known to be meant."""
        fact = self.facts[position]
        if fact.size:
            return self.knows(position)
        loose = not any(c.isdigit() for c in fact.found)
        certain = self._is_named or self.best.right > 1
        if not (loose and certain and self.best.checks[position].agrees is None):
            return False
        known = family(self.best.trial, self.line.records)
        return any(is_share(o) and o.outcome not in ADVERSE for t in known for o in t.outcomes)

    def knows(self, position: int) -> bool:
        """Whether any trial that may be meant has the figure."""
        fact = self.facts[position]
        checks = (row.checks[position] for row in self.rows)
        return any(check.agrees and tells(fact, check) for check in checks)

    @property
    def _is_named(self) -> bool:
        return self.verdict.subject.certainty == "own"

    @property
    def _is_of_several(self) -> bool:
        """Whether a sentence speaks of several trials at once ("both trials")."""
        return not self._is_named and _BOTH.search(self.line.low) is not None

    def _is_disputed(self, position: int) -> bool:
        """Whether neither the best record nor one that fits as well has it so."""
        return all(row.checks[position].agrees is False for row in (self.best, *self.rivals))

    def _is_odd(self, position: int) -> bool:
        fact, check = self.facts[position], self.best.checks[position]
        strange = not fact.shy or (fact.size and not check.sure)
        return self._is_disputed(position) and strange and not self.knows(position)

    def _may_be_of_another(self, position: int) -> bool:
        """Whether a fact may be of another of the trials, or of another one of the drug."""
        fact, subject, several = self.facts[position], self.verdict.subject, self._is_of_several
        if subject.certainty == "loose" and self.best.is_told and (several or self.knows(position)):
            return True
        if several and fact.figure and self.best.figures:
            return len(self.rows) < SEVERAL or self.knows(position)
        if not fact.size or self.best.figures or subject.certainty not in GUESSED or subject.its:
            return False
        if any(layer.of("author") for layer in self.line.scope.layers):
            return False
        return has_like(self.statements, self.best, self.line, position)


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


def _opinion(fact: Fact, line: Line, check: Check | None = None, *trials: Trial) -> Opinion:
    """What is to be said of a fact: as a record has it or not, or that nothing backs it."""
    start, end = _place(fact, line)
    if check is None:
        message = f"“{fact.found}” has no source, and no record of the base backs it"
        return Opinion(
            standing="unsourced", start=start, end=end, found=fact.found, message=message
        )
    because = f"; {check.elsewhere}" if check.elsewhere else ""
    names = " and ".join(trial.name for trial in trials)
    message = f"draft: {fact.found}; {names}: {check.expected}{because}"
    return Opinion(
        standing="supported" if check.agrees else "contradicted",
        start=start,
        end=end,
        found=fact.found,
        expected=check.expected or None,
        message="" if check.agrees else message,
        trials=tuple(trial.id for trial in trials),
        references=check.references,
        suggestion=None if check.agrees or not check.expected else Suggestion(check.expected),
    )
