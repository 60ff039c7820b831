"""Every statement of a sentence on decisions and on the state of trials, judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from claimcheck.model.dates import PartialDate
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.access import access
from claimcheck.statements.decisions.actyears import act_years
from claimcheck.statements.decisions.approvals import approvals
from claimcheck.statements.decisions.companies import companies
from claimcheck.statements.decisions.conditions import conditions
from claimcheck.statements.decisions.dated import dated
from claimcheck.statements.decisions.designations import designations
from claimcheck.statements.decisions.details import details
from claimcheck.statements.decisions.eligible import eligible
from claimcheck.statements.decisions.forecasts import forecasts
from claimcheck.statements.decisions.gates import GATE, WEAK_GATE
from claimcheck.statements.decisions.goals import goals
from claimcheck.statements.decisions.grants import grants
from claimcheck.statements.decisions.labels import labels
from claimcheck.statements.decisions.lawnames import names_law
from claimcheck.statements.decisions.lawranks import lawcounts
from claimcheck.statements.decisions.laws import laws
from claimcheck.statements.decisions.lawvotes import ballots
from claimcheck.statements.decisions.legality import legality
from claimcheck.statements.decisions.licences import licences
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.progress import progress, tells
from claimcheck.statements.decisions.readouts import readouts
from claimcheck.statements.decisions.retold import retold
from claimcheck.statements.decisions.retractions import retractions
from claimcheck.statements.decisions.schedules import schedules
from claimcheck.statements.decisions.strays import dated_right
from claimcheck.statements.decisions.superlatives import superlatives
from claimcheck.statements.decisions.trialsmeant import names_trial, points_back
from claimcheck.statements.decisions.unheard import treated, unheard
from claimcheck.statements.decisions.unmet import unmet
from claimcheck.statements.decisions.untried import untried
from claimcheck.statements.decisions.votes import votes
from claimcheck.statements.nouns import GRAVITY, Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer, Scope

_LONGEST = 2000
"""Characters; what is longer was not cut into sentences, and is passed over."""
READERS: tuple[Callable[[Passage], Iterator[Opinion]], ...] = (
    access,
    act_years,
    approvals,
    ballots,
    companies,
    conditions,
    dated,
    designations,
    details,
    eligible,
    forecasts,
    goals,
    grants,
    labels,
    lawcounts,
    laws,
    legality,
    licences,
    progress,
    readouts,
    retractions,
    schedules,
    superlatives,
    treated,
    unheard,
    unmet,
    untried,
    votes,
)
_YEAR = lazy(r"\b(?:19|20)\d\d\b(?!\))")
_TALLY = lazy(r"\b(?:tally|count was|ayes|noes|panel|committee|advis[eo]rs|members)\b")
_LAST: tuple[Callable[[Passage], Iterator[Opinion]], ...] = (retold,)
"""Who reads a sentence on which nobody else has anything to say: in the loosest wordings."""
_LEFT = (progress,)
"""Who reads a sentence that has no word of a decision."""


def opinions(
    scope: Scope, reading: Reading, records: Records, today: PartialDate | date
) -> Iterator[Opinion]:
    """The opinions on what a sentence says of decisions and of the state of trials.

    `today` is the day on which a text without a date of its own is judged. Nothing is yielded for
    a sentence that states nothing of the kind, or on which the records have no view and which
    needs no source.
    """
    readers = READERS if _may_speak(scope, reading, records) else _LEFT
    told = _is_told(scope, reading)
    if readers is _LEFT and not told and not tells(scope, reading.low, records):
        return
    if told and readers is _LEFT:
        readers = (*_LEFT, votes, details)
    day = today.latest if isinstance(today, PartialDate) else today
    passage = Passage(reading, records, day)
    if passage.asked:
        return
    found = list(_distinct(found for reader in readers for found in reader(passage)))
    if told or readers is READERS:
        found = _with_last(passage, found)
    yield from dated_right(passage, found)


def _with_last(passage: Passage, found: list[Opinion]) -> list[Opinion]:
    """What was found, and what the last readers say of the rest; they overrule a wanted source."""
    sure = [one for one in found if one.standing != "unsourced"]
    told = _distinct(one for reader in _LAST for one in reader(passage))
    free = [t for t in told if all(t.end <= s.start or s.end <= t.start for s in sure)]
    return [*sure, *free] if free and len(sure) < len(found) else [*found, *free]


def _distinct(found: Iterable[Opinion]) -> Iterator[Opinion]:
    """One opinion on each stretch: of several, the gravest, with the events of all as grave."""
    by_place: dict[tuple[int, int], Opinion] = {}
    for one in found:
        place = one.start, one.end
        known = by_place.get(place)
        if known is None or GRAVITY[one.standing] > GRAVITY[known.standing]:
            by_place[place] = one
        elif one.standing == known.standing:
            by_place[place] = _joined(known, one)
    yield from by_place.values()


def _joined(one: Opinion, other: Opinion) -> Opinion:
    def each(field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*getattr(one, field), *getattr(other, field))))

    remark = one.remark or other.remark
    return replace(
        one,
        trials=each("trials"),
        events=each("events"),
        references=each("references"),
        remark=remark,
    )


def _is_told(scope: Scope, reading: Reading) -> bool:
    """Whether a sentence holds a year and names what a decision can be about, or tells a vote."""
    if len(reading.low) > _LONGEST:
        return False
    if _TALLY.search(reading.low):
        return any(layer.of("compound") or layer.of("sponsor") for layer in scope.layers)
    if any(d.year and d.day for d in reading.of(Date)):  # a day recounts what is named above
        return any(_names_party(layer) or layer.of("jurisdiction") for layer in scope.layers)
    return bool(_YEAR.search(reading.low)) and _names_party(scope.own)


def _names_party(layer: Layer) -> bool:
    return bool(layer.of("compound") or layer.of("sponsor") or layer.of("agency"))


def _places_treatment(scope: Scope) -> bool:
    """Whether a sentence names a place, an agency or a treatment's company, in a text on it."""
    own = scope.own
    if own.of("sponsor") and (own.of("compound") or own.of("treatment")):
        return True
    if not (own.of("jurisdiction") or own.of("agency")):
        return False
    return any(layer.of("compound") or layer.of("treatment") for layer in scope.layers)


def _has_names(scope: Scope, reading: Reading, records: Records) -> bool:
    """Whether anything that the base knows is named in the sentence or around it."""
    if any(layer.mentions for layer in scope.layers) or names_trial(reading.text, records):
        return True
    if names_law(reading.low, records):
        return True
    return any(names_trial(layer.text, records) for layer in scope.layers)


def _may_speak(scope: Scope, reading: Reading, records: Records) -> bool:
    """Whether words and names make it worth laying the sentence out at all."""
    if len(reading.low) > _LONGEST or not _has_names(scope, reading, records):
        return False
    if _places_treatment(scope) or GATE.within(reading.low) or scope.own.of("designation"):
        named = any(layer.mentions for layer in scope.layers) or names_law(reading.low, records)
        return named or names_trial(reading.text, records)
    if WEAK_GATE.within(reading.low):
        if any(names_law(layer.text.lower(), records) for layer in scope.layers):
            return True
        if scope.own.mentions or any(names_trial(layer.text, records) for layer in scope.layers):
            return True
        return points_back(reading.low) and any(layer.of("trial") for layer in scope.layers)
    return False
