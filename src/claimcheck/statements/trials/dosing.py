"""How often the drug was given, and how far apart: "two doses, four weeks apart"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from claimcheck.model.quantity import DAYS, Count, Dose, TimeUnit
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.words import ONES, TEENS
from claimcheck.statements.records import listed
from claimcheck.statements.trials.arms import doses_of
from claimcheck.statements.trials.design import stated
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.lexicon import Hit
from claimcheck.statements.trials.line import Line

_WORDS = {
    **ONES,
    **TEENS,
    "a single": 1,
    "single": 1,
    "a": 1,
    "an": 1,
    "once": 1,
    "twice": 2,
}
_NUMBER = rf"(?:{'|'.join((*ONES, 'ten', 'twelve'))}|\d\d?)"
_GIVING = (
    r"(?:doses|dose|infusions?|injections?|shots?|administrations?|(?:dosing|drug|medication|experimental|"
    r"psychedelic|active|treatment|@+) (?:sessions?|days?|doses?))"
)
_STRENGTH = r"(?:\d[\d.]*[ -]?(?:m?c?g|µg|micrograms?|milligrams?) )?"
_OFTEN = lazy(
    rf"(?<![\w.,-])(?P<n>a single|single|{_NUMBER}) (?:(?!(?:and|to|of|in|"
    r"on|at|per|after|before|weeks?|days?|months?|hours?|people|patients|participants|got|had|with|"
    r"sites|cent(?:re|er)s|"
    rf"an?|the|each|single|(?:high|low|larg|small)(?:er|est)|m?c?g|µg|micrograms?|milligrams?|"
    rf"{_NUMBER})\b)[\w@-]+ "
    rf"){{0,4}}?(?:{_STRENGTH}{_GIVING}\b(?! (?:groups?|arms?|levels?|strengths?|cohorts?))|"
    rf"sessions? (?:(?:was|were) (?:given|held)|(?:of|with|on) (?:@+|the (?:drug|medicine)\b)))"
)
_TIMES = lazy(
    rf"\b(?P<times>once|twice|on {_NUMBER} occasions|{_NUMBER} times)\b"
    r"(?! (?:the odds|higher|greater|likelier|lower|less)\b)"
    r"(?! (?:a|an|per|each|every|daily|weekly|as|more|that|the (?:dose|rate|size|number)|they|"
    r"people|"
    r"it|he|she|patients|participants|all)\b)"
)
_GAVE = lazy(
    r"\b(?:given|gave|gives|giving|got|gets|receiv\w+|took|takes?|taken|swallow\w*|administered|"
    r"drank|drink|inhaled|dosed|"
    r"dosing(?! (?:day|session))|treated|handed|injected|infused|sprayed)\b"
)
_MET = lazy(r"\b(?:saw|seen?|met|meets?|visit\w*|call\w*|assess\w*|therap\w+|scan\w*)\b")
"""What else people did so often: meet those who looked after them."""
_CLAUSE = 60
_NOT_ALL = lazy(
    r"\b(?:up to|another|other|further|more|first|second|third|last|next|additional|extra|optional|"
    r"after|before|following|between|since|from|than|least|most|of the|per|every|for|or|over|"
    r"repeat(?:ed)?|these|those|"
    r"one high and|one low and|a second|within)\s(?:the |a |an |each |both )?\Z"
)
_TESTED = lazy(
    r"\b(?:(?:test\w*|compar\w+|stud\w+|evaluat\w+|tried|explor\w+|examin\w+|assess\w*|with|of|against)"
    r"|(?:randomi[sz]|assign|allocat|split)\w*\b[^;.]*?\b(?:to|among|between|across))\s(?:the )?\Z"
)
"""What may lead to a number of doses that differ: "tested four doses", "assigned to four doses"."""
_WERE_TESTED = lazy(
    r"\s(?:of @+ )?(?:were|are) (?:test|compar|tried|stud|evaluat|examin|assess)|"
    r"\s(?:of @+ )?(?:and|or|against|plus|versus|vs) (?:an? )?(?:inactive )?(?:placebo|dummy|@)"
)
_DID_BETTER = lazy(
    r"\s(?:separat|beat|outperform|outdid|improv|reduc|lower|worked|differ|show|produc|met\b|led\b|"
    r"brought|did (?:no|better|worse|as well|so)|"
    r"were (?:\w+ )?(?:better|superior|effective|ahead|significant))"
)
"""After doses of different strength that are compared."""
_THE_LEVELS = lazy(r"\bthe \w+ (?:low|small|high|large|big|strong|weak|full|active)\w* doses\Z")
"""Doses that are told apart by their strength, which some had and others had not."""
_WANTED = lazy(
    r"\b(?:will|would|should|could(?! have)|may|might|next|future|plan\w*|another|"
    r"later trials?|if|"
    r"maybe|perhaps|earlier trials?)\b"
)
_OF_EACH = lazy(
    r"\b(?:half[- ]dose|divided|split|supplement\w*|booster|twice a|daily|maintenance|"
    r"microdos\w*)\b"
)
_DURATION = rf"(?P<n>an?|{_NUMBER}) ?-?(?P<unit>hour|day|week|month)s?"
_LONG = lazy(rf"\b{_DURATION}\b")
_DOSES = (
    r"(?:(?:the|both|two|each|these|their|its|@+|dosing|drug|treatment|psychedelic|active|study|"
    r"consecutive) ){0,4}(?:doses|sessions|infusions|injections|dosing\w*|administrations|"
    r"treatments|days)"
)
_SPACING = lazy(
    rf"\bapart\b|\bfrom (?:each other|one another)\b|\bbetween {_DOSES}\b|\bin between\b|"
    rf"\blay between\b|\b(?:separat\w+(?! from)|parted|divided|spaced?|came between)\s{_DOSES}\b"
    rf"|\b{_DOSES} (?:\w+ ){{0,2}}(?:separated(?! from)|spaced|parted)\b"
    r"|(?<!after the )(?<!after a )(?<!following the )(?<!since the )(?<!from the )(?<!of the )"
    r"(?<!after their )(?<!before the )(?<!after )(?<!to the )"
    r"\b(?P<again>second|other|next|repeat) (?:@+ )?(?:doses?|sessions?|infusions?|injections?|"
    r"administration|dosing)\b"
)
"""Words that say of a time near them that it is the one between two doses."""
_FOLLOWED = lazy(
    r"[^.;]{0,45}\bafter\s(?:the first\s|about\s|only\s|just\s)?\Z"
    r"|[^.;]{0,45}\b(?:came|comes|followed|follows?|was|were|is|given|took place|held|about|"
    r"only|just)\s\Z"
    r"|\s?,?\s?\Z"
)
_ON = lazy(r"\s(?:later|after\b(?! the second)|apart|on\b)|\s*[,.;)]?\s*\Z")
_MOST_BETWEEN = 60
_RECORDED_APART = lazy(rf"\b{_DURATION} (?:apart|later|after)\b")
_WEEKLY = lazy(r"\bweekly (?:doses|infusions|sessions|injections)\b")
_GIVEN = lazy(r"\b(?:infusions?|doses?|injections?|sessions?)\b")
_EACH_ONE = lazy(rf"\s(?:an?|the|{'|'.join(ONES)})\s")
"""Within "seven a dose of 75 mg": seven people with one dose each."""
_CUES = (
    "dose",
    "session",
    "infusion",
    "injection",
    "shot",
    "dosing",
    "once",
    "twice",
    "times",
    "occasion",
    "administ",
    "apart",
)
_MANY = lazy(
    r"\+|\bup to\b|\bin a day\b|\b(?:one|two) (?:to|or) (?:two|three)\b|\b(?:a|per|every) week\b|"
    r"\bdaily\b"
)
_SITTING = lazy(r"\b(?:infusions?|injections?|shots?|sessions?|days?)\b")
_THEN = lazy(r"\bthen\b")
_UP_TO = lazy(r"\bup to\b")
_UNITS: dict[str, TimeUnit] = {
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
}
_SLACK = Decimal("1.15")
"""Four weeks are a month."""
Spacing = tuple[int, int, Decimal]


def dosing_facts(line: Line) -> Iterator[Single]:
    """How many doses everyone got, and the time between them; together they are one figure."""
    low = line.low
    if not any(cue in low for cue in _CUES) or _WANTED.search(low) or _OF_EACH.search(low):
        return
    words = _without_names(line)
    apart = _spacing(words)
    if found := _regime(line, words):
        number = _number(found.groupdict().get("n") or found.groupdict().get("times") or "")
        whole = (apart is not None and apart[2] >= 1) or _SITTING.search(found.group()) is not None
        differ = line.shift > 0 or _differ(
            line, words, found
        )  # a cell says no more than "four doses"
        recorded = partial(_given, number, whole, differ)
        yield stated(line, found, recorded, result=apart is None)
    else:
        yield from _of_doses(line)
    if apart and line.holds(place := Hit(*apart[:2])):
        yield stated(line, place, partial(_spaced, apart[2]), result=True)


def _differ(line: Line, words: str, found: re.Match[str]) -> bool:
    """Whether the doses counted may be those that were compared with each other."""
    tested = _TESTED.search(words[max(0, found.start() - 60) : found.start()])
    several = len({d.value.value for d in line.of(Dose)}) > 1
    return several or tested is not None or _WERE_TESTED.match(words, found.end()) is not None


def _regime(line: Line, words: str) -> re.Match[str] | None:
    """The words that tell how many doses each person was given in all."""
    for found in _OFTEN.finditer(words):
        before = words[max(0, found.start() - 60) : found.start()]
        if line.holds(Hit(*found.span())) and not (
            _NOT_ALL.search(before)
            or _DID_BETTER.match(words, found.end())
            or _THE_LEVELS.search(words, 0, found.end())
            or _is_total(line, found.start())
            or _is_of_another(line, found.end())
        ):
            return found
    for found in _TIMES.finditer(words):
        clause = words[words.rfind(",", 0, found.start()) + 1 : found.end() + _CLAUSE]
        told = _GAVE.search(clause) and not _MET.search(clause)
        if told and line.holds(Hit(*found.span())):
            return found
    return None


def _is_of_another(line: Line, place: int) -> bool:
    """Whether doses are those of a substance that no trial tested."""
    after = [m for m in line.names("compound") if line.low[place : m.start].strip() == "of"]
    return any(i not in line.records.trials_by_compound for m in after for i in m.ids)


def _without_names(line: Line) -> str:
    """The sentence in lower case with a sign for each letter of a compound's name."""
    low = line.low
    for name in line.names("compound"):
        if _GIVEN.search(low[name.start : name.end]):
            continue
        low = f"{low[: name.start]}{'@' * (name.end - name.start)}{low[name.end :]}"
    return low


def _of_doses(line: Line) -> Iterator[Single]:
    """ "Two doses of 25 mg", where no other words tell the number."""
    for dose in line.of(Dose):
        before = line.low[max(0, dose.start - 40) : dose.start]
        several = dose.times and dose.times > 1 and not _EACH_ONE.search(dose.text.lower())
        if several and dose.times and not _NOT_ALL.search(before):
            yield stated(line, dose, partial(_given, dose.times, False, True), result=True)
            return


def _is_total(line: Line, place: int) -> bool:
    """Whether doses are those of all people together: "ten people had 29 doses"."""
    people = [c for c in line.of(Count) if c.noun == "participant" and c.start < place]
    doses = next((c.value.value for c in line.of(Count) if c.start >= place), 0)
    if any(c.value.value < doses for c in people):
        return True
    return "together" in line.low or " in all" in line.low[place : place + 60]


def _number(words: str) -> int:
    word = words.removeprefix("on ").removesuffix(" times").removesuffix(" occasions")
    return _WORDS[word] if word in _WORDS else int(word or 0)


def _spacing(words: str) -> Spacing | None:
    """The time that a sentence says lay between two doses, and where it says so."""
    for cue in _SPACING.finditer(words):
        near = [
            found
            for found in _LONG.finditer(words)
            if _is_between(cue, found, words) and ";" not in words[found.end() : cue.start()]
        ]
        if near:
            found = min(near, key=lambda f: max(cue.start() - f.end(), f.start() - cue.end()))
            return (
                min(cue.start(), found.start()),
                max(cue.end(), found.end()),
                _span(found),
            )
    return None


def _is_between(cue: re.Match[str], found: re.Match[str], words: str) -> bool:
    if not cue.group("again"):
        return max(cue.start() - found.end(), found.start() - cue.end()) <= _MOST_BETWEEN
    leads = _FOLLOWED.match(words, cue.end(), found.start())
    return bool(leads) and bool(_ON.match(words, found.end()))


def _span(found: re.Match[str]) -> Decimal:
    """The days between two doses."""
    return _number(found.group("n")) * DAYS[_UNITS[found.group("unit")]]


def _given(number: int, whole: bool, differ: bool, trial: Trial) -> tuple[bool, str] | None:
    """Hold a number of doses against that of the sessions; a dose may be given in parts, unless
    they are days apart or the sessions themselves are counted. Doses that were tested may be
    those that differed."""
    if trial.sessions is None:
        return None
    expected = f"{trial.sessions} dosing session{'s' if trial.sessions > 1 else ''}"
    if number == trial.sessions:
        return True, expected
    doses = [arm.dose or "" for arm in trial.arms] + [trial.formulation or ""]
    split = any(_MANY.search(text) for text in doses) and not whole
    fewer = any(_THEN.search(text) or _UP_TO.search(text) for text in doses)
    levels = differ and number > 1 and number in _levels(trial)
    unsure = split or levels or (fewer and number < trial.sessions)
    return None if trial.design.crossover or unsure else (False, expected)


def _levels(trial: Trial) -> tuple[int, int]:
    """How many different doses a trial had, of the drug and of everything."""
    active = {
        d.value.value for a in trial.arms if a.role == "active" for d in doses_of(a.dose or "")
    }
    every = {d.value.value for a in trial.arms for d in doses_of(a.dose or "")}
    return len(active), len(every)


def _spaced(days: Decimal, trial: Trial) -> tuple[bool, str] | None:
    """Hold the time between doses against that told with the doses of the record."""
    if trial.sessions == 1:
        return None if trial.design.crossover else (False, "1 dosing session")
    joined = " ".join([trial.formulation or "", *(arm.dose or "" for arm in trial.arms)]).lower()
    known = {f.group(): _span(f) for f in _RECORDED_APART.finditer(joined)}
    known |= {f.group(): DAYS["week"] for f in _WEEKLY.finditer(joined)}
    if not known:
        return None
    agreed = any(max(days, s) <= _SLACK * min(days, s) for s in known.values())
    return agreed, listed(list(known))
