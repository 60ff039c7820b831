"""Figures by which a sentence claims that a treatment works, whatever its words.

A share of people, a change, a multiple or a span of time, tied to a treatment and to a disease or
to getting better, is a claim, unless its clause is of a kind known to be harmless. Words that name
an outcome of the records are read elsewhere; this is what is left, and no record can back it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcheck.model.quantity import Count, Duration, Fraction, Percent, Points, TimePoint
from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.benefits import GOOD, LASTING
from claimcheck.statements.trials.clauses import Clause, clause_of, clauses
from claimcheck.statements.trials.effects import is_change
from claimcheck.statements.trials.facts import Fact
from claimcheck.statements.trials.harmless import TOLD
from claimcheck.statements.trials.lexicon import Hit, WordList, one_of
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.shares import is_definition

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
    r"\b(?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing)\b(?!-| blow| whammy| standard|"
    r" act| duty| room| bind| life| check)|\b\w+fold\b|"
    r"\b(?:twice|thrice|(?:\d+|two|three|four|five|six|ten|several) times) "
    r"(?:as|more|less|better|the)\b"
)
_NEEDED = lazy(r"\bnumber needed to treat\b[^.;]{0,60}?\b(?P<n>\d[\d.]*|two|three|four|five|six)\b")
_WHOM = WordList(
    """success rate*, cure rate*, recovery rate*, healing rate*, rate of success, chance, chances,
    odds, likelihood, effective,
    effectiveness, efficacy, patient, patients, people, participants, client, clients, guests,
    members, users, sufferers, those, them, veterans, vets, soldiers, adults, women, men, mothers,
    folks, guys, cases, case, survivors, smokers, drinkers, addicts, alcoholics, nurses, workers,
    responders, executives, couples, subjects, individuals, us, everyone, most, families,
    majority, marines, officers,
    firefighters, teachers, students"""
)
"""People, or how many of them it works for."""
_BEFORE_SPAN = lazy(
    r"\b(?:for|after|lasts?|lasted|lasting|over|about|around|least|roughly|some|average|mean|"
    r"median|to|as|than|solid|whole|full|entire|nearly|almost|good as|a|of)\s+\Z"
)
_AFTER_SPAN = lazy(
    r"\s*(?:or more |and more )?(?:(?:of|in) (?:\w+ ){0,2}?(?:relief|remission|freedom|abstinence|"
    r"sobriety|peace|calm|respite|recovery|stability|wellness)|without|free (?:of|from)|clean|"
    r"sober)\b"
)
_WATCHED = lazy(
    r"\s*of (?:[\w-]+ )?(?:observation|follow-up|monitoring|treatment|therapy|study|data)\b"
)
"""What a span of time was spent on, without an effect in it."""
_FROM_TO = lazy(
    r"\bfrom (?:\d[\d.]*|\w+) (?:down )?to (?:\d[\d.]*|one|two|three|four|five|six|seven)\b"
)
_SPANS = lazy(
    r"\b(?:a|one|two) (?:fortnights?|decades?)\b"
    r"(?! of (?:[\w-]+ )?(?:trials?|research|work|studies|experience|practice|lobbying)\b)"
)
_FOR = lazy(r"\b(?:for|over|as long as)\s(?:[\w-]+\s){0,4}\Z")
_SCORE = WordList("score, scores, rating, ratings, points")
_PERSONS = frozenset({"participant", "client", "guest", "user", "woman", "man", "veteran"})
_OF = lazy(r"\s+of\s+(?:the|our|my|her|his|those|these|all|\w+s\b)")
_THINGS = lazy(
    r"\s*of (?:the |all |our |these |those |its |their |\d+ )?(?:[\w-]+ )?"
    + one_of(
        """clinics, trials, studies, papers, states, countries, counties, towns, sessions, days,
    doses,
        protocols, scans, claims, calls, questions, requests, products, companies, programmes,
        programs, centres, centers, hospitals, infusions, ceremonies, retreats, mushrooms, samples,
        tablets, funds, money, places, research, appointments, cost, costs, market"""
    )
    + r"\b"
)
_OF_OWN = lazy(r"\s*of (?:my|our|his|her|their|its) \w+")
_LED = lazy(
    r"\b(?:in|at|with|for|about|among|of|from|after|during|under|on|by|without)\s(?:\w+\s)?\Z"
)
_PASSIVE = lazy(
    r"[,:;(\d]|\b(?:by|is|was|are|were|been|among|use|users?|abusers?|makes? up|"
    r"account\w*|represent\w*|reach\w*|interests?|known)\b"
)
_REACH = 45
_MANY = lazy(r"\s[\w-]+s\b")
_WHO = lazy(r"\s(?:of \w+ )?(?:who|that|for whom)\b")
_ONE = lazy(
    r"\b(?:i|he|she|my (?:wife|husband|mother|father|mum|mom|dad|son|daughter|brother|sister|"
    r"friend|uncle|aunt))\b"
)
"""Somebody whose story is told."""
_BACK = lazy(r"\b(?:returns?|returned|(?:come|comes|came|coming) back) after\b[^,;]{0,20}\Z")
_CARRIES = lazy(
    r" (?:(?:spray|infusion|injection|dose|session|treatment|alone|can|will|may|usually|often) )*"
    r"(?:carr(?:y|ies|ied)|tides?|tided|sees?|saw|keeps?|kept|holds?|held|buys?|bought) "
    r"(?:you|me|him|her|them|us|(?:[\w-]+ )??(?:people|patients|clients|guests|veterans|users))"
    r"(?: (?:over|through|going|well|up|afloat|steady|stable))? (?:for )?"
    r"(?:(?:up to|as long as|about|around|some|at least|more than|nearly|almost|roughly|over|"
    r"an?|the|first|good|another) )*"
)
"""Between a treatment and the time for which people are said to be well."""
_HOW_LONG = lazy(r",?(?: that)?(?: is|[’']s| was) how long\b")
_NOT = WordList("not, never, none")
_LESS = lazy(r"\s*(?:fewer|less)\b")
_MORE = lazy(r"\s*(?:[\w-]+ )?(?:more|fewer|less) than\b")
_UNITS = frozenset({"day", "week", "month", "year"})


def claims(line: Line) -> Iterator[Fact]:
    """The figures of a sentence that claim an effect; the treatment is looked at elsewhere."""
    for figure, judge in _figures(line):
        clause = clause_of(line, figure)
        if _is_spoken_of(clause) and judge(clause, figure) and not clause.is_harmless:
            yield Fact(figure.start, figure.end, line.text[figure.start : figure.end], effect=True)


def backed(line: Line, claim: Fact, trials: Iterable[Trial]) -> tuple[Trial, Outcome] | None:
    """The outcome of a trial whose definition has the time that is claimed, and whose number of
    people the sentence tells: "15 had gone thirty days without"."""
    spans = {_span(q) for q in _times(line.quantities) if q.start == claim.start}
    people = {c.value.value for c in line.of(Count)}
    people |= {q.numerator.value for q in line.of(Fraction)}
    for trial in trials:
        for outcome in trial.outcomes:
            meant = _times(read(outcome.definition or "")) if outcome.count in people else ()
            if spans & {_span(q) for q in meant}:
                return trial, outcome
    return None


def _times(found: Iterable[object]) -> Iterator[Duration | TimePoint]:
    return (q for q in found if isinstance(q, Duration | TimePoint))


def _span(time: Duration | TimePoint) -> tuple[object, str | None]:
    return time.value.value, time.unit


def _is_spoken_of(clause: Clause) -> bool:
    """Whether a treatment that the sentence names is named by then, not only after."""
    line = clause.line
    starts = [n.start for kind in ("compound", "treatment") for n in line.names(kind)]
    starts += [n.start for n in line.trial_names]
    later = [c for c in clauses(line) if c[0] >= clause.end]
    return not starts or not all(any(a <= s < b for a, b in later) for s in starts)


def is_claim(line: Line, share: Placed) -> bool:
    """Whether a share says that people got better."""
    judge, clause = _changes if is_change(line, share) else _of_people, clause_of(line, share)
    return judge(clause, share)


def is_harmless(line: Line, figure: Placed) -> bool:
    """Whether a figure is of a kind that is no claim, or of something before any treatment."""
    clause = clause_of(line, figure)
    return clause.is_harmless or _is_known(clause, figure) or not _is_spoken_of(clause)


def _is_known(clause: Clause, figure: Placed) -> bool:
    """Whether a share is taken as known: "the 30 % who do not get better"."""
    low = clause.line.low
    return low.endswith("the ", clause.start, figure.start) and bool(_WHO.match(low, figure.end))


Judge = Callable[[Clause, Placed], bool]


def _figures(line: Line) -> Iterator[tuple[Placed, Judge]]:
    """The figures that may be a claim, each with the question whether it is one."""
    for q in line.quantities:
        match q:
            case Percent(points=False) | Fraction() if not is_definition(line, q):
                yield q, _changes if is_change(line, q) else _of_people
            case Points():
                yield q, _changes
            case Duration() | TimePoint() if q.unit in _UNITS:
                yield q, _lasts
            case Count():
                yield q, _changes if _LESS.match(line.low, q.end) else _counted
    for words in _IN_WORDS.finditer(line.low):
        yield Hit(words.start(), words.end()), _of_people
    for words in _MULTIPLE.finditer(line.low):
        yield Hit(words.start(), words.end()), _changes
    for words in _FROM_TO.finditer(line.low):
        yield Hit(words.start(), words.end()), _scores
    for words in _SPANS.finditer(line.low):
        yield Hit(words.start(), words.end()), _lasts
    for words in _NEEDED.finditer(line.low):
        yield Hit(words.start("n"), words.end("n")), _changes


def _of_people(clause: Clause, figure: Placed) -> bool:
    """A share of people who got better."""
    if _is_known(clause, figure) or _THINGS.match(clause.line.low, figure.end):
        return False
    better = clause.tells_better(figure)
    if not better and TOLD.match(clause.line.low, figure.end, clause.end):
        return False
    if not better:
        return _acts_on(clause, figure)
    of_whom = clause.says(_WHOM) or _OF.match(clause.line.low, figure.end) is not None
    return bool(clause.complaints) or of_whom


def _acts_on(clause: Clause, figure: Placed) -> bool:
    """A treatment did something "for two of my three patients", whatever it was."""
    line = clause.line
    people = _WHOM.search(line.low, figure.start, min(clause.end, figure.end + 25))
    if not people and not _OF_OWN.match(line.low, figure.end):
        return False
    before = [g for g in clause.given if g.end <= figure.start]
    if not before or _LED.search(line.low[clause.start : before[-1].start]):
        return False
    between = line.low[before[-1].end : figure.start]
    return len(between) < _REACH and not _PASSIVE.search(between)


def _changes(clause: Clause, figure: Placed) -> bool:
    """By how much something changed for the better that people suffer from."""
    return bool(clause.complaints) and clause.tells_better(figure)


def _scores(clause: Clause, figure: Placed) -> bool:
    """From which score to which people came."""
    return clause.says(_SCORE) and clause.tells_better(figure)


def _counted(clause: Clause, figure: Placed) -> bool:
    """A number of people out of those named before it, who got better."""
    line = clause.line
    named = (c for c in line.of(Count) if c.noun in _PERSONS or _MANY.match(line.low, c.end))
    first = next((c for c in named if c.end <= figure.start), None)
    if first is None or not isinstance(figure, Count) or figure.high is not None:
        return False
    if _MORE.match(line.low, figure.end):
        return False
    if figure.noun not in {None, "participant", *_PERSONS}:
        return False
    rest = Clause(line, figure.end, clause.end)
    better = rest.tells_better(figure) or (rest.says(_NOT) and bool(rest.complaints))
    return better and figure.value.value < first.value.value


def _lasts(clause: Clause, figure: Placed) -> bool:
    """For how long people were better."""
    low = clause.line.low
    before, after = low[clause.start : figure.start], low[figure.end : clause.end]
    if _ONE.search(before):
        return False
    if told := _HOW_LONG.match(after):
        rest = Clause(clause.line, figure.end + told.end(), clause.end)
        return bool(rest.complaints) and rest.tells_better(figure)
    if _AFTER_SPAN.match(after) or any(
        _CARRIES.fullmatch(low, g.end, figure.start) for g in clause.given
    ):
        return True
    if not _BEFORE_SPAN.search(before) or _WATCHED.match(after):
        return False
    if GOOD.search(before) and LASTING.search(before):
        return True
    if clause.complaints and _BACK.search(before):
        return True
    so_far = Clause(clause.line, clause.start, figure.start)
    better = clause.complaints and so_far.tells_better(figure)
    return bool(better) and _FOR.search(before) is not None
