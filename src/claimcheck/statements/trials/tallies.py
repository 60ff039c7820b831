"""Numbers of people read by what stands beside them, where no verb of taking part does.

Who is enrolled, treated or randomised is a person, whatever the noun; a number beside a treatment
counts those who got it; a number after a label is of what the label says. A number of participants
that stands nowhere in a record disagrees with it, whatever verb stands between, unless the words
around it tell of other people or of some of them.
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.quantity import Count, Dose
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.words import listed
from claimcheck.statements.reading import Placed
from claimcheck.statements.records import Records
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.people import words_of
from claimcheck.statements.trials.turning import is_restricted

_ABOUT = r"(?:(?:some|about|around|nearly|only|just|a total of|as many as|over|all)\s+)*"
_TAKING_IN = lazy(
    r"\b(?:enrol(?:l?ed|ls|ling)|recruit(?:ed|s|ing)|enlist(?:ed|s|ing)|admitt(?:ed|ing)|treat(?:ed|s|ing)|"
    r"randomi[sz](?:ed|es|ing)|dos(?:ed|es|ing)|screen(?:ed|s|ing)|"
    r"(?:took|tak(?:e|es|ing)) (?:in|on)|"
    rf"signed up)\s+{_ABOUT}\Z"
)
_END = lazy(
    r"\s*(?:[,;:)]|\.?\s*\Z|"
    r"(?:of (?:them|whom|these|those)|in (?:all|total)|altogether|at|in|from|across|to)\b)"
)
_NOUN = lazy(
    r"\s+(?:[\w’'-]+\s+(?:and\s+)?){0,2}?(?P<noun>(?:ex-)?[a-z’'-]+(?:ers|ors|ees|ists|ants|ents|men|ans)|"
    r"people|women|boys|girls)\b"
)
_NO_PERSONS = frozenset(
    listed(
        "centers papers numbers factors disorders others years events treatments agents "
        "assessments moments elements segments parameters chambers covers items symptoms "
        "measurements components experiments payments appointments scans plans means quarters "
        "letters members"
    )
)
_GROUP = lazy(
    r"\b(?:group|arm)\s+(?:(?:had|has|of|with|counted|comprised|included|numbered|was|held|contained|"
    rf"got|were|being)\s+)?{_ABOUT}\Z"
)
_MEMBERS = lazy(r"\s*(?:members|people|patients|participants|strong|and\b|[.,;)]|\Z)")
_WORD = (
    r"(?:of (?:them|whom|these|those)|were|was|had|got|took|in|on|to|with|for|the|an?|active|real|"
    r"been|then|each|only|people|patients|[a-z]+(?:ed|en)|drank|swallowed|put|drew)"
)
_TO_TREATMENT = lazy(rf"\s+(?:{_WORD}\s+){{1,6}}")
_TO_IT = lazy(
    r"\s+(?:of (?:them|whom|these|those)\s+(?:[a-z]+ed\s+|were\s+)*(?:to|on|with|in|got|had|took)|"
    r"received|got|were given|took)\s+the\s+(?:psychedelic|active|drug|patch|spray|real|study|"
    r"medicine|treatment|higher|lower|high|low|control|dummy|anti\w+|vitamin|sedative|stimulant|"
    r"infusions?|capsules?)\b"
)
_GIVING = lazy(
    r"\b(?:gave|given|got|get|took|received|had|allot\w+|assign\w+|randomi[sz]\w+|put|split|drew|treat\w+|"
    r"dosed|swallow\w+|drank|entered|enrol\w+|recruit\w+|divided)\b"
)
_FROM_TREATMENT = lazy(rf"\s+(?:to|for|on|in)\s+{_ABOUT}")
_CLOSED = lazy(r"\s*(?:and\b|[.,;)]|\Z|people|patients|participants|others)")
_REACH = 60
_OF_TRIALS = lazy(
    r"\b(?:trials?|stud(?:y|ies)|pilot|participants?|patients?|volunteers?|veterans|smokers|"
    r"drinkers|took part|taken? (?:in|on)|in all|all told|altogether|total|sample|n\s?=|doses?)"
)
"""What ties a number of people to a trial, where the sentence names nothing of it."""
LEAST = 8
"""Fewer people are mostly some of all."""
_OTHERS = lazy(
    r"\b(?:therapists?|staff|trained|training|readers?|clients?|customers?|waiting|applied|"
    r"applicants|applications|petition|(?<!service )members|audience|surve\w+|per|"
    r"a (?:year|month|week)|million|outside|elsewhere|already|previously|"
    r"worldwide|real[- ]world|prescri\w+|another|next|"
    r"future|later|should|would|could|might|typical\w*|average|signed|hired|"
    r"employ\w+|cit(?:ed|ations)|before|since|so far|interim|interview\w*|sub\w+|scan\w*|imag\w+|"
    r"available|assess\w+|evaluated|contacted|referred|observation\w*|analy\w+|[\w-]+-year|"
    r"blood|genetic|reported|experienced|suffered|withdrew|left|died|respon\w+|remi\w+|again|"
    r"who(?! (?:all )?(?:were given|got|received|took|had (?:taken|been given)|drank|swallowed))|"
    r"whose|between|more than|at least|fewer|up to)\b"
)
"""What is told of other people, or of some of those who took part."""
_NEAR_IT = frozenset({"exact", "about"})
_CLOSE = 25
_BREAK = lazy(r"[;:,]")
_TURN = lazy(r";|, (?:and|but|while|whereas|or)\b")
_FIGURE = lazy(r"\d[\d,]*")


def takes_in(line: Line, count: Count) -> bool:
    """Whether a number is what a verb takes that is said of people only: "randomised 48"."""
    low = line.low
    if count.noun not in {None, "participant"}:
        return False
    if not _TAKING_IN.search(low[max(0, count.start - 45) : count.start]):
        return False
    return _is_person(line, count) or _END.match(low, count.end) is not None


def _is_person(line: Line, count: Count) -> bool:
    """Whether the noun of a number is one for people, by its ending: "sixty survivors"."""
    noun = _NOUN.match(line.low, count.end)
    return count.noun is None and noun is not None and noun.group("noun") not in _NO_PERSONS


def is_treated(line: Line, count: Count) -> bool:
    """Whether a number stands beside the treatment that so many got: "MDMA to twelve"."""
    if count.noun not in {None, "participant", "member"} or line.names("outcome") or line.times:
        return False
    if _TO_IT.match(line.low, count.end):
        return True
    before = line.low[max(0, count.start - _REACH) : count.start]
    if _GROUP.search(before) and _MEMBERS.match(line.low, count.end):
        return True
    given: list[Placed] = [*line.names("compound"), *line.names("control"), *line.of(Dose)]
    return any(_is_beside(line, count, one) for one in given)


def _is_beside(line: Line, count: Count, given: Placed) -> bool:
    """Whether words of giving tie a number to a treatment, on either side of it."""
    low = line.low
    if _TO_TREATMENT.fullmatch(low, count.end, given.start):
        start, end = max(0, count.start - _REACH), given.start
    elif _FROM_TREATMENT.fullmatch(low, given.end, count.start) and _CLOSED.match(low, count.end):
        start, end = max(0, given.start - _REACH), given.start
    else:
        return False
    return _GIVING.search(low, start, end) is not None


def is_of_all(line: Line, count: Count) -> bool:
    """Whether a number of participants, in whatever words, is to be one that a record knows."""
    people = [c for c in line.of(Count) if c.noun == "participant" or _is_person(line, c)]
    if count not in people or count.value.value < LEAST or count.bound not in _NEAR_IT:
        return False
    if any(c is not count and c.value.value >= count.value.value for c in people):
        return False
    if line.trial_names and not any(_in_one_clause(line, n, count) for n in line.trial_names):
        return False
    if not (line.trial_names or line.scope.own.mentions or _OF_TRIALS.search(line.segment)):
        return False
    return not is_restricted(line) and not _OTHERS.search(_beside(line, count))


def _beside(line: Line, count: Count) -> str:
    """The words around a number, no further than its clause goes."""
    before = line.low[max(0, count.start - _CLOSE) : count.start]
    after = line.low[count.end : count.end + 2 * _CLOSE]
    return f"{_BREAK.split(before)[-1]}{count.text.lower()}{_BREAK.split(after)[0]}"


def _in_one_clause(line: Line, name: Placed, count: Count) -> bool:
    start, end = min(name.end, count.end), max(name.start, count.start)
    return _TURN.search(line.low[start:end]) is None


def numbers_of(trial: Trial, records: Records) -> frozenset[Decimal]:
    """Every number that the record of a trial holds, in figures or in its notes."""
    return records.remembered(("numbers", trial.id), lambda: _numbers(trial, records))


def _numbers(trial: Trial, records: Records) -> frozenset[Decimal]:
    family = [trial, *records.follow_ups.get(trial.id, ())]
    family += [p] if (p := records.base.trial.get(trial.parent or "")) else []
    found = {Decimal(n.replace(",", "")) for n in _FIGURE.findall(words_of(trial, records))}
    for one in family:
        found |= _sums([a.n for a in one.arms if a.n])
        found |= {Decimal(n) for o in one.outcomes for n in (o.count, o.of) if n}
        sizes = one.sizes
        steps = (sizes.planned, sizes.screened, sizes.enrolled, sizes.randomised, sizes.dosed)
        known = (*steps, sizes.analysed, sizes.completed, *sizes.also)
        found |= {Decimal(n) for n in known if n}
    return frozenset(found)


def _sums(sizes: list[int]) -> set[Decimal]:
    """The sizes of the groups, and of any of them together."""
    sums = {0}
    for n in sizes:
        sums |= {s + n for s in sums}
    return {Decimal(s) for s in sums}
