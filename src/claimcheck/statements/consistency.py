"""What a draft says twice of the same trial: same group, same outcome, same time, two figures.

Only what a sentence states in full is compared: the trial it names itself, or goes on about, and
of a share the outcome, the time and, where the trial has several groups, the group. What differs
in any of these, or may differ by a definition or a subgroup, is another figure.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, Dose, Duration, Fraction, Percent, TimePoint
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.tolerance import last_place
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope
from claimcheck.statements.trials.alignment import Tag, alignments
from claimcheck.statements.trials.arms import ArmTag, arm_tags
from claimcheck.statements.trials.cells import spoken
from claimcheck.statements.trials.headcounts import heads
from claimcheck.statements.trials.identify import identify
from claimcheck.statements.trials.line import Line, tagged
from claimcheck.statements.trials.segments import segments
from claimcheck.statements.trials.shares import has_other_verb, leaders, stated_shares

_WORK = lazy(
    r"(?P<name>[^\W\d_a-z][\w'’-]+),?\s(?:et\sal\.?|and colleagues|(?:&|and)\s[^\W\d_a-z][\w'’-]+)"
    r"(?:['’]s)?,?\s?\(?(?P<year>(?:19|20)\d\d[a-z]?)\b"
)
"""A work cited by the name of its author and a year."""
_GROUP = lazy(
    r"\b(?:groups?|arms?|against|versus|vs?|compared|than|others?|rest|controls?|women|men|"
    r"responders|completers|cohorts?|trials|studies)\b"
)
"""What tells of several groups of people."""
_VERSUS = lazy(r"[^\d;]{0,20}\b(?:vs?\.?|versus|against|compared (?:with|to)|than)\b[^\d;]{0,20}")
Figure = Count | Percent | Fraction
_STEPS = frozenset({"enrolled", "randomised", "dosed", "analysed", "completed", "screened"})
_STEP = lazy(r"randomi|enrol|recruit|dosed|treated|analy|complet|finished|screen|assign|n\s?=")
_ANOTHER = lazy(
    r"\b(?:per[- ]protocol|intention|intent|imput\w+|sensitivity|post[- ]hoc|subgroups?|subset|"
    r"women|men|male|female|who had|with a history|excluding|defined|definition|"
    r"among (?:those|the|people|participants|patients)|at least a|"
    r"(?:second|third|first|both|each|either|one|two|three) (?:doses?|sessions?)|"
    r"expected|planned|predict\w*|hypothe\w+|sites?|originally|initially|previously|interim|"
    r"correct\w*|errat\w+|wrong\w*|not|rather than|mis\w+ed|unlike|≥|>)\b|[≥>]\s?\d",
)
"""Words with which another figure may be right too."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a sentence states in full: of what it is, and where it stands."""

    subject: Hashable
    """The trial, the group and the time: everything but the outcome."""
    outcome: str
    """The outcome of a share, the step of a size."""
    figure: Figure
    words: str
    scope: Scope
    trial: str | None
    start: int
    """Its place in the sentence as written."""
    end: int
    known: bool = False
    """The base bears it out."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two figures of one draft that cannot both be right; the second is at fault, if one is known
    to be, and `why` says in words why they cannot."""

    first: Stated
    second: Stated
    why: str = ""


def stated(
    reading: Reading, records: Records, laid_out: Callable[[], Line | None] | None = None
) -> Iterator[Stated]:
    """The figures that a sentence states in full.

    `laid_out` gives what `spoken` makes of it, where others ask for that too.
    """
    if not _may_state(reading):
        return
    line = laid_out() if laid_out else spoken(reading, records)
    if line is None or _ANOTHER.search(line.low):
        return
    for segment in segments(line):
        about = None if segment.each else _about(segment.line, segment.trials)
        if about:
            yield from _sizes(segment.line, about)
            yield from _shares(segment.line, about)


def _may_state(reading: Reading) -> bool:
    """Whether there is a figure with a time, or with a step of a trial; a quick first look."""
    figures = reading.quantities
    if not any(isinstance(q, Count | Percent | Fraction) for q in figures):
        return False
    timed = any(isinstance(q, TimePoint | Duration) for q in figures)
    in_table = reading.scope.block.kind == "cell"
    return timed or in_table or _STEP.search(reading.low) is not None


@dataclass(frozen=True, slots=True)
class _About:
    """The trial that a sentence speaks of: of the base, or a work cited by author and year."""

    key: Hashable
    trial: Trial | None = None
    alone: bool = False
    """Only the sentence itself tells; no group is named in it."""

    def arms(self, line: Line) -> list[ArmTag]:
        """The groups that a sentence names."""
        if self.trial:
            return arm_tags(line, self.trial)
        drugs = [*line.names("compound"), *line.names("control")]
        return [Tag(m.start, m.end, frozenset(m.ids)) for m in drugs]

    @property
    def has_groups(self) -> bool:
        """Whether a share may be that of one group of several."""
        return not self.alone and (self.trial is None or len(self.trial.arms) > 1)


def _about(line: Line, named: tuple[Trial, ...]) -> _About | None:
    if not named:
        cited = {(m["name"], m["year"]) for m in _WORK.finditer(line.text)}
        if cited or line.scope.own.of("author"):
            return _About(cited.pop()) if len(cited) == 1 else None
        subject = identify(line)
        named = subject.trials if subject.certainty == "near" and subject.going_on else ()
    if len(named) == 1:
        return _About(named[0].id, named[0])
    scope = line.scope
    grouped = any(line.names(kind) for kind in ("compound", "control")) or line.of(Dose)
    here = (scope.sentence.block, scope.sentence.start)
    return None if named or grouped or _GROUP.search(line.low) else _About(here, alone=True)


def _sizes(line: Line, about: _About) -> Iterator[Stated]:
    """A number of all people at one step of a trial."""
    if about.alone:
        return
    found = [head for head in heads(line) if head.plain]
    if len(found) != 1 or (about.trial and about.arms(line)) or line.times:
        return
    head = found[0]
    if head.step in _STEPS and not head.planned and head.count.bound == "exact":
        yield _made(line, about, (), head.step or "", head.count, head.step or "")


def _shares(line: Line, about: _About) -> Iterator[Stated]:
    """Shares of people with one outcome, at one time, in one group."""
    if not line.names("outcome"):
        return
    shares = stated_shares(line)
    leading = leaders(shares, line.low)
    own = [share for i, share in enumerate(shares) if leading[i] == i]
    outcomes = alignments(own, tagged(line.names("outcome")), line.low)
    times = alignments(own, line.times, line.low)
    arms = alignments(own, about.arms(line), line.low)
    if not (own and len(outcomes) == len(times) == len(arms) == 1):
        return
    scales = frozenset(line.ids("scale"))
    against = _set_against(line, own, arms[0])
    rows = zip(own, outcomes[0], times[0], arms[0], strict=True)
    for place, (share, outcome, time, arm) in enumerate(rows):
        if outcome is None or time is None or has_other_verb(line, share) or place in against:
            continue
        if len(outcome.key) != 1 or (arm is None and about.has_groups) or share.bound != "exact":
            continue
        if isinstance(share, Fraction) and share.rounded:
            continue
        group = arm.key if arm else None
        of = (group, time.key.value.value, time.key.unit, scales)
        word = line.text[outcome.start : outcome.end]
        yield _made(line, about, of, next(iter(outcome.key)), share, word)


def _set_against(line: Line, shares: Sequence[Figure], arms: Sequence[ArmTag | None]) -> set[int]:
    """The shares of pairs such as "58 % vs 40 %" in which both would be of the same group."""
    found: set[int] = set()
    for i in range(1, len(shares)):
        one, other = arms[i - 1], arms[i]
        between = line.low[shares[i - 1].end : shares[i].start]
        if one and other and one.key == other.key and _VERSUS.fullmatch(between):
            found |= {i - 1, i}
    return found


def _made(
    line: Line, about: _About, of: Hashable, outcome: str, figure: Figure, word: str
) -> Stated:
    start, end = figure.start - line.shift, figure.end - line.shift
    if start < 0 or end > len(line.scope.text):
        start, end = 0, len(line.scope.text)
    words = figure.text if word in figure.text else f"{figure.text} {word}"
    trial = about.trial.id if about.trial else None
    return Stated((about.key, of), outcome, figure, words, line.scope, trial, start, end)


def clashes(found: Iterable[Stated], records: Records) -> Iterator[Clash]:
    """The figures that contradict another one of the same draft; each is named once.

    Of two it is the later one, unless the base bears that one out.
    """
    earlier: dict[Hashable, list[Stated]] = {}
    named: set[int] = set()
    for one in found:
        others = earlier.setdefault(one.subject, [])
        clash = next((c for other in others if (c := _clash(other, one, records))), None)
        if clash and id(clash.second) not in named:
            named.add(id(clash.second))
            yield clash
        if not any(other.outcome == one.outcome for other in others):
            others.append(one)


def _clash(first: Stated, second: Stated, records: Records) -> Clash | None:
    if first.known and second.known:
        return None
    if first.scope is second.scope and first.outcome == second.outcome:
        return None  # of two groups that are not named
    if second.known:
        first, second = second, first
    if first.outcome == second.outcome:
        return None if _may_agree(first.figure, second.figure) else Clash(first, second)
    for part, whole in ((first, second), (second, first)):
        term = records.outcome_terms.get(part.outcome)
        if term and whole.outcome in term.implies and _exceeds(part.figure, whole.figure):
            return Clash(first, second, f"whoever has {part.outcome} has {whole.outcome} too")
    return None


def _may_agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can be the same at the precision shown; cut off counts as rounded."""
    if isinstance(one, Count) or isinstance(other, Count):
        alike = isinstance(one, Count) and isinstance(other, Count)
        return not alike or _value(one) == _value(other)
    if _high(one) != _high(other) and (_high(one) or _high(other)):
        return True
    return abs(_value(one) - _value(other)) < max(_unit(one), _unit(other))


def _exceeds(part: Figure, whole: Figure) -> bool:
    if isinstance(part, Count) or isinstance(whole, Count) or _high(part) or _high(whole):
        return False
    return _value(part) - _value(whole) >= max(_unit(part), _unit(whole))


def _value(figure: Figure) -> Decimal:
    return figure.percent if isinstance(figure, Fraction) else figure.value.value


def _unit(figure: Figure) -> Decimal:
    """The last digit that a share shows; counts show none."""
    return last_place(figure.value) if isinstance(figure, Percent) else Decimal("0.1")


def _high(figure: Figure) -> Decimal | None:
    high = None if isinstance(figure, Fraction) else figure.high
    return high.value if high else None
