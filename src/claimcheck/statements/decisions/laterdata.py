"""Which results a clause awaits: the first, those of a later time point, or the printed report."""

from __future__ import annotations

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.moments import Now
from claimcheck.statements.decisions.steps import READOUT, Step, reported
from claimcheck.statements.decisions.timeline import Timeline

_FOLLOW_UP = lazy(
    r"\b(?:long(?:er)?-term(?! (?:[\w-]+ )?(?:survivors|users|smokers))|follow-up|durability|"
    r"(?:\w+|\d+)-(?:month|week|year)|"
    r"(?<!first )(?:six|nine|twelve|\d+) (?:months|weeks)|half-year|one-year)\b"
)
_FULL = lazy(
    r"\b(?:full|detailed|complete|peer-reviewed)\b[^.;,]{0,20}\b(?:results?|data|findings|report|"
    r"paper)\b"
)
_PUBLISHES = lazy(
    r"\bpublish\w* (?:(?:any|its|their|the|first|own|initial|main) )*(?:results|data|top-?line|"
    r"findings|"
    r"readout|numbers)\b"
)
"""Whoever runs a trial publishes results by any announcement."""
_SPAN = lazy(
    r"\b(?P<n>\d+|six|nine|twelve|eighteen|one|two|three|four|five)[- ]"
    r"(?P<unit>week|month|year)s?\b"
)
_AT = lazy(r"\b(?:(?P<unit>week|month|year)s? (?P<n>\d+)|(?P<m>\d+) (?P<u>week|month|year)s?)\b")
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "nine": 9,
    "twelve": 12,
    "eighteen": 18,
}
_WEEKS = {"week": 1.0, "month": 4.345, "year": 52.14}


def awaited_step(words: str, step: Step) -> Step:
    """The step that words about results put ahead, by which results they speak of."""
    if step == "published" and _PUBLISHES.search(words):
        step = "reported"
    if step not in {"reported", "published"}:
        return step
    if _FOLLOW_UP.search(words):
        return "followed up" if step == "reported" else "followed up in print"
    if _FULL.search(words):
        return "published"
    return step


def at_its_time(trial: Trial, words: str, step: Step, now: Now, timeline: Timeline) -> bool | None:
    """Whether results at the time point that a clause names are public; None if it names none."""
    found = _SPAN.search(words) if step.startswith("followed") else None
    if found is None:
        return None
    in_print = step == "followed up in print"
    number = found["n"]
    weeks = _WEEKS[found["unit"]] * (_NUMBERS.get(number) or int(number))
    known = [at for o in trial.outcomes for at in _weeks(o.timepoint)]
    if reported(trial, now, in_print=in_print) and _among(weeks, known):
        return True
    events = [e for e in timeline.of(READOUT) if trial.id in e.trial and e.date.latest < now.first]
    return not in_print and any(_among(weeks, _spans(e.summary)) for e in events)


def _among(weeks: float, known: list[float]) -> bool:
    return any(abs(at - weeks) <= weeks / 10 for at in known)


def _spans(text: str) -> list[float]:
    return [
        _WEEKS[m["unit"]] * (_NUMBERS.get(m["n"]) or int(m["n"]))
        for m in _SPAN.finditer(text.lower())
    ]


def _weeks(timepoint: str | None) -> list[float]:
    return [
        _WEEKS[m["unit"] or m["u"]] * int(m["n"] or m["m"])
        for m in _AT.finditer((timepoint or "").lower())
    ]
