"""How often the drug was given, and how far apart: "two doses, four weeks apart"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.model.quantity import DAYS, Dose, TimeUnit
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.words import ONES, TEENS
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line

_WORDS = {**ONES, **TEENS, "a single": 1, "single": 1, "a": 1, "an": 1, "once": 1, "twice": 2}
_NUMBER = rf"(?:{'|'.join((*ONES, 'ten', 'twelve'))}|\d\d?)"
_GIVING = (
    r"(?:doses|dose|infusions?|injections?|administrations?|(?:dosing|drug|medication|experimental|"
    r"psychedelic|active|treatment|@+) (?:sessions?|days?|doses?))"
)
_OFTEN = lazy(
    rf"(?<![\w.,-])(?P<n>a single|single|{_NUMBER}) (?:(?!(?:and|to|of|in|"
    r"on|at|per|after|before|weeks?|days?|months?|hours?|people|patients|participants|got|had|"
    rf"an?|the|each|single|m?c?g|µg|micrograms?|milligrams?|{_NUMBER})\b)[\w@-]+ "
    rf"){{0,4}}?(?:{_GIVING}\b|sessions? (?:was|were) (?:given|held)\b)"
    r"|\b(?:given|gave|got|received|took|taken|administered|dosed|treated)\b[^;.,]{0,40}?"
    rf"\b(?P<times>once|twice|on {_NUMBER} occasions|{_NUMBER} times)\b"
    r"(?! (?:a|an|per|each|every|daily|as|more|that|the)\b)"
)
_GAVE = lazy(
    r"\b(?:given|gave|gives|giving|got|gets?|received?|had|took|takes?|taken|swallowed|"
    r"administered|"
    r"consisted of|involved|were|was|with|there (?:was|were)|underwent|drank|inhaled)\s+"
    r"(?:(?:only|just|either|the|all|each|them|him|her|patients|participants|people|everyone|"
    r"(?:in )?total of|a)\s)*\Z"
)
_NOT_ALL = lazy(
    r"\b(?:up to|another|other|further|more|first|second|third|last|next|additional|extra|optional|"
    r"after|before|following|between|since|from|than|least|most|of the|per|every|for|or|"
    r"repeat(?:ed)?|"
    r"one high and|one low and|a second|within)\s(?:the |a |an |each )?\Z"
)
_WANTED = lazy(
    r"\b(?:will|would|should|could|may|might|next|future|plan\w*|another|later trials?)\b"
)
_OF_EACH = lazy(
    r"\b(?:half[- ]dose|divided|split|supplement\w*|booster|twice a|daily|maintenance|"
    r"microdos\w*)\b"
)
_APART = lazy(
    rf"\b(?P<n>an?|{_NUMBER}) ?-?(?P<unit>hour|day|week|month)s? (?:apart|"
    rf"(?:in )?between (?:(?:the|two|both|them|each) )*"
    r"(?:doses|sessions|infusions|dosing\w*|treatments)|from (?:each other|one another)|"
    r"lay between)\b"
    r"|\b(?:second|other|next|repeat) (?:doses?|sessions?|infusions?) (?:(?:came|followed|was|were|"
    r"given|took place|held)\s)+(?:about |just |only )?"
    rf"(?P<m>an?|{_NUMBER}) ?-?(?P<span>hour|day|week|month)s? (?:later|after)\b"
)
_GIVEN = lazy(r"\b(?:infusions?|doses?|injections?|sessions?)\b")
_EACH_ONE = lazy(rf"\s(?:an?|the|{_NUMBER})\s")
"""Within "seven a dose of 75 mg": seven people with one dose each."""
_FOLLOWS = lazy(r"\s+(?:was|were) (?:given|administered|held|used|tested|enough)\b")
_CUES = (
    "dose",
    "session",
    "infusion",
    "injection",
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
_THEN = lazy(r"\bthen\b")
_UNITS: dict[str, TimeUnit] = {"hour": "hour", "day": "day", "week": "week", "month": "month"}
_SLACK = Decimal("1.15")
"""Four weeks are a month."""


def dosing_facts(line: Line) -> Iterator[Single]:
    """How many doses everyone got, and the time between them; together they are one figure."""
    low = line.low
    if not any(cue in low for cue in _CUES) or _WANTED.search(low) or _OF_EACH.search(low):
        return
    apart = _APART.search(low)
    for found in _OFTEN.finditer(_without_names(line)):
        if line.holds(Tag(*found.span(), "")) and _is_regime(line, found, apart is not None):
            number = _number(found.group("n") or found.group("times"))
            spaced = apart is not None and _span(apart) >= 1
            yield _stated(line, found, _given(number, spaced), figure=apart is None)
            break
    else:
        yield from _of_doses(line)
    if apart and line.holds(Tag(*apart.span(), "")):
        yield _stated(line, apart, _spaced(_span(apart)), figure=True)


def _without_names(line: Line) -> str:
    """The sentence in lower case with a sign for each letter of a compound's name."""
    low = line.low
    for name in line.names("compound"):
        if _GIVEN.search(low[name.start : name.end]):
            continue
        low = f"{low[: name.start]}{'@' * (name.end - name.start)}{low[name.end :]}"
    return low


def _stated(line: Line, found: re.Match[str], recorded: Recorded, *, figure: bool) -> Single:
    words = line.text[found.start() : found.end()]
    return feature(*found.span(), words, recorded, result=figure)


def _of_doses(line: Line) -> Iterator[Single]:
    """ "Two doses of 25 mg", where no other words tell the number."""
    for dose in line.of(Dose):
        before = line.low[max(0, dose.start - 40) : dose.start]
        several = dose.times and dose.times > 1 and not _EACH_ONE.search(dose.text.lower())
        if several and dose.times and not _NOT_ALL.search(before):
            yield feature(dose.start, dose.end, dose.text, _given(dose.times, False), result=True)
            return


def _is_regime(line: Line, found: re.Match[str], apart: bool) -> bool:
    """Whether a number of doses is what each person was given in all."""
    before = line.low[max(0, found.start() - 60) : found.start()]
    if found.group("times"):
        return True
    if _NOT_ALL.search(before) or _is_total(line, found.start()):
        return False
    return apart or bool(_GAVE.search(before) or _FOLLOWS.match(line.low, found.end()))


def _is_total(line: Line, place: int) -> bool:
    """Whether doses are those of all people together: "ten people had 29 doses"."""
    return "together" in line.low or " in all" in line.low[place : place + 60]


def _number(words: str) -> int:
    word = words.removeprefix("on ").removesuffix(" times").removesuffix(" occasions")
    return _WORDS[word] if word in _WORDS else int(word)


def _span(found: re.Match[str]) -> Decimal:
    """The days between two doses."""
    number, unit = found.group("n") or found.group("m"), found.group("unit") or found.group("span")
    return _number(number) * DAYS[_UNITS[unit]]


def _given(number: int, spaced: bool) -> Recorded:
    """Hold a number of doses against that of the sessions, where each session had one dose."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if trial.sessions is None:
            return None
        expected = f"{trial.sessions} dosing session{'s' if trial.sessions > 1 else ''}"
        if number == trial.sessions:
            return True, expected
        doses = [arm.dose or "" for arm in trial.arms] + [trial.formulation or ""]
        split = any(_MANY.search(text) for text in doses) and not spaced
        less = number < trial.sessions and any(_THEN.search(text) for text in doses)
        return None if trial.design.crossover or split or less else (False, expected)

    return recorded


def _spaced(days: Decimal) -> Recorded:
    """Hold the time between doses against that told with the doses of the record."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if trial.sessions == 1:
            return None if trial.design.crossover else (False, "1 dosing session")
        texts = [trial.formulation or "", *(arm.dose or "" for arm in trial.arms)]
        known = [found for text in texts for found in _APART.finditer(text.lower())]
        if not known:
            return None
        spans = [_span(f) for f in known]
        agreed = any(max(days, s) <= _SLACK * min(days, s) for s in spans)
        return agreed, listed([f.group() for f in known])

    return recorded
