"""Figures by which a sentence claims that a treatment works, whatever its words.

A share of people, a change, a multiple or a span of time, tied to a treatment and to a disease or
to getting better, is a claim, unless its clause is of a kind known to be harmless. Words that name
an outcome of the records are read elsewhere; this is what is left, and no record can back it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, Duration, Fraction, Percent, Points, TimePoint
from claimcheck.patterns import lazy
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.benefits import COMPLAINT, GOOD, HELPS, LASTING, LOOSE, SURE
from claimcheck.statements.trials.clauses import clause_of
from claimcheck.statements.trials.effects import ADVERSE, is_change
from claimcheck.statements.trials.facts import Fact
from claimcheck.statements.trials.harmless import KINDS, TOLD
from claimcheck.statements.trials.lexicon import any_word, one_of
from claimcheck.statements.trials.line import Line

_SMALL = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)"
_SOMEBODY = (
    r"(?:[\w-]+ )??(?:people|persons|cases|patients|adults|women|men|veterans|vets|clients|guests|"
    r"users|smokers|drinkers|addicts|sufferers|survivors|alcoholics?|participants|times|person|"
    r"woman|man|patient|client|guest|veteran|smoker|drinker|sufferer)"
)
_IN_WORDS = lazy(
    r"\bevery (?:second|third|fourth|fifth|other) (?!day|week|month|year|night|\w+day)\w+|"
    rf"\b{_SMALL} {_SOMEBODY} (?:out of|in) (?:every )?(?:{_SMALL}|a hundred)\b|"
    rf"\ball but (?:{_SMALL}|a few)\b|\bodds\b[^.;]{{0,60}}?\b\d+ to \d+\b|"
    rf"\b{_SMALL} of (?:his|her|my|our|their|its|the|these|those) (?:first |last )?"
    rf"(?:{_SMALL}|\w+ty) \w+"
)
_MULTIPLE = lazy(
    r"\b(?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing)\b(?!-)|\b\w+fold\b|"
    r"\b(?:twice|thrice|(?:\d+|two|three|four|five|six|ten|several) times) "
    r"(?:as|more|less|better|the)\b"
)
_NEEDED = lazy(r"\bnumber needed to treat\b[^.;]{0,60}?\b(?P<n>\d[\d.]*|two|three|four|five|six)\b")
_WHOM = any_word(
    """success rate*, cure rate*, recovery rate*, healing rate*, rate of success, effective,
    effectiveness, efficacy, patient, patients, people, participants, client, clients, guests,
    members, users, sufferers, those, them, veterans, vets, soldiers, adults, women, men, mothers,
    folks, guys, cases, case, survivors, smokers, drinkers, addicts, alcoholics, nurses, workers,
    responders, executives, couples, subjects, individuals, us, everyone, most, families"""
)
"""People, or how many of them it works for."""
_BEFORE_SPAN = lazy(
    r"\b(?:for|after|lasts?|lasted|lasting|over|about|around|least|roughly|some|average|mean|"
    r"median|to|than|solid|whole|full|entire|nearly|almost|good as|a|of)\s+\Z"
)
_AFTER_SPAN = lazy(
    r"\s*(?:or more |and more )?(?:(?:of|in) (?:\w+ ){0,2}?(?:relief|remission|freedom|abstinence|"
    r"sobriety|peace|calm|respite|recovery|stability|wellness)|without|free (?:of|from)|clean|"
    r"sober)\b"
)
_FOR = lazy(r"\b(?:for|over|as long as)\s(?:[\w-]+\s){0,4}\Z")
_PERSONS = frozenset({"participant", "client", "guest", "user", "woman", "man", "veteran"})
_IN = lazy(r"\b(?:in|for|with)\s(?:[\w-]+\s){0,3}\Z")
_OF = lazy(r"\s+of\s+(?:the|our|my|her|his|those|these|all|\w+s\b)")
_THINGS = lazy(
    r"\s*of (?:the |all |our |these |those |its |their |\d+ )?(?:[\w-]+ )?"
    + one_of(
        """clinics, trials, studies, papers, states, countries, counties, towns, sessions, days,
    doses,
        protocols, scans, claims, calls, questions, requests, products, companies, programmes,
        programs, centres, centers, hospitals, infusions, ceremonies, retreats, mushrooms, samples,
        tablets, funds, money, time, places, research, appointments, cost, costs, market"""
    )
    + r"\b"
)
_MANY = lazy(r"\s[\w-]+s\b")
_BACK = lazy(r"\b(?:returns?|returned|(?:come|comes|came|coming) back) after\b[^,;]{0,20}\Z")
_NOT = any_word("not, never, none")
_LESS = lazy(r"\s*(?:fewer|less)\b")
_NO_OUTCOMES = ADVERSE | {
    "score-change",
    "effect-size",
    "primary-endpoint",
    "time-to-event",
    "satisfaction",
    "mystical-experience",
}
"""Outcomes that do not tell what people suffer from."""
_BESIDE = 14
_CLOSE = 30
"""Characters between words that belong together."""
_UNITS = frozenset({"day", "week", "month", "year"})


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that amount to a figure."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Clause:
    line: Line
    start: int
    end: int

    @property
    def low(self) -> str:
        """Its words in lower case."""
        return self.line.low[self.start : self.end]

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern is found in it."""
        return pattern.search(self.low) is not None

    @property
    def is_harmless(self) -> bool:
        """Whether its figures are of a kind that is no claim."""
        return any(self.says(kind) for kind in KINDS.values())

    @property
    def complaints(self) -> list[Placed]:
        """Where it names a disease, a scale, or what people suffer from."""
        line = self.line
        told = (n for n in line.names("outcome") if not set(n.ids) <= _NO_OUTCOMES)
        named = (*line.names("indication"), *line.names("scale"), *told)
        found: list[Placed] = [n for n in named if self.start <= n.start < self.end]
        return found + self.places(COMPLAINT)

    def places(self, pattern: re.Pattern[str]) -> list[Placed]:
        """Where a pattern is found in it."""
        matches = pattern.finditer(self.line.low, self.start, self.end)
        return [_Words(m.start(), m.end()) for m in matches]

    def tells_better(self, figure: Placed) -> bool:
        """Whether it says that somebody got better, or did not."""
        if self.says(SURE):
            return True
        if any(0 <= figure.start - word.end <= _BESIDE for word in self.places(HELPS)):
            return True
        near = self.complaints
        return any(_gap(word, n) <= _CLOSE for word in self.places(LOOSE) for n in near)


def _gap(one: Placed, other: Placed) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def claims(line: Line) -> Iterator[Fact]:
    """The figures of a sentence that claim an effect; the treatment is looked at elsewhere."""
    for figure, judge in _figures(line):
        if judge(clause := _clause(line, figure), figure) and not clause.is_harmless:
            yield Fact(figure.start, figure.end, line.text[figure.start : figure.end], effect=True)


def is_claim(line: Line, share: Placed) -> bool:
    """Whether a share says that people got better."""
    judge, clause = _changes if is_change(line, share) else _of_people, _clause(line, share)
    return judge(clause, share)


def is_harmless(line: Line, figure: Placed) -> bool:
    """Whether a figure is of a kind that is no claim."""
    return _clause(line, figure).is_harmless


def _clause(line: Line, figure: Placed) -> _Clause:
    return _Clause(line, *clause_of(line, figure.start))


Judge = Callable[[_Clause, Placed], bool]


def _figures(line: Line) -> Iterator[tuple[Placed, Judge]]:
    """The figures that may be a claim, each with the question whether it is one."""
    for q in line.quantities:
        match q:
            case Percent(points=False) | Fraction():
                yield q, _changes if is_change(line, q) else _of_people
            case Points():
                yield q, _changes
            case Duration() | TimePoint() if q.unit in _UNITS:
                yield q, _lasts
            case Count():
                yield q, _changes if _LESS.match(line.low, q.end) else _counted
    for words in _IN_WORDS.finditer(line.low):
        yield _Words(words.start(), words.end()), _of_people
    for words in _MULTIPLE.finditer(line.low):
        yield _Words(words.start(), words.end()), _changes
    for words in _NEEDED.finditer(line.low):
        yield _Words(words.start("n"), words.end("n")), _changes


def _of_people(clause: _Clause, figure: Placed) -> bool:
    """A share of people who got better."""
    if _THINGS.match(clause.line.low, figure.end):
        return False
    better = clause.tells_better(figure)
    if not better and TOLD.match(clause.line.low, figure.end, clause.end):
        return False
    if not better:
        return _suffered_in(clause, figure)
    of_whom = clause.says(_WHOM) or _OF.match(clause.line.low, figure.end) is not None
    return bool(clause.complaints) or of_whom


def _suffered_in(clause: _Clause, figure: Placed) -> bool:
    """Something is done to what people suffer from "in two sufferers out of three"."""
    line = clause.line
    before = line.low[clause.start : figure.start]
    whom = line.low[figure.start : min(clause.end, figure.end + 25)]
    people = _WHOM.search(whom) or _OF.match(line.low, figure.end)
    if not people or not _IN.search(before):
        return False
    given = (*line.names("compound"), *line.names("treatment"))
    earlier = any(clause.start <= g.start < figure.start for g in given)
    return earlier and any(c.end <= figure.start for c in clause.complaints)


def _changes(clause: _Clause, figure: Placed) -> bool:
    """By how much something changed for the better that people suffer from."""
    return bool(clause.complaints) and clause.tells_better(figure)


def _counted(clause: _Clause, figure: Placed) -> bool:
    """A number of people out of those named before it, who got better."""
    line = clause.line
    named = (c for c in line.of(Count) if c.noun in _PERSONS or _MANY.match(line.low, c.end))
    first = next((c for c in named if c.end <= figure.start), None)
    if first is None or not isinstance(figure, Count) or figure.high is not None:
        return False
    rest = _Clause(line, figure.end, clause.end)
    better = rest.tells_better(figure) or (rest.says(_NOT) and bool(rest.complaints))
    return better and figure.value.value < first.value.value


def _lasts(clause: _Clause, figure: Placed) -> bool:
    """For how long people were better."""
    low = clause.line.low
    before, after = low[clause.start : figure.start], low[figure.end : clause.end]
    if _AFTER_SPAN.match(after):
        return True
    if not _BEFORE_SPAN.search(before):
        return False
    if GOOD.search(before) and LASTING.search(before):
        return True
    if clause.complaints and _BACK.search(before):
        return True
    better = clause.complaints and clause.tells_better(figure)
    return bool(better) and _FOR.search(before) is not None
