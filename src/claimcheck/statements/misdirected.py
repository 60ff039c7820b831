"""A decision told of another drug, disease or body than its own.

"In December 2019 Brussels signed off on" a drug that never got that far: no record is about the
drug and the day, so the readers of decisions have nothing to say. Such a sentence is read again
with the drug of each decision that its day, place, body, law and disease tell, in the place of the
one that it names; where that one bears the whole sentence out, the name is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from claimcheck.model.events import Event
from claimcheck.model.quantity import Date, Quantity
from claimcheck.patterns import lazy
from claimcheck.statements import decisions
from claimcheck.statements.decisions.lawnames import law_names
from claimcheck.statements.decisions.lawstatements import bills_of
from claimcheck.statements.foreign import LISTS, Kind, is_inside, misnamed
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Family, Records
from claimcheck.statements.scope import Layer

P = TypeVar("P", Mention, Quantity)

_KINDS: tuple[Kind, ...] = ("compound", "indication", "agency")
_ENOUGH = 2
"""Signs that tell which decision a sentence is on: its month and its place, its day, its law. Two
bodies may decide on one drug in the same month, so one more tells that another body is meant."""
_MOST = 4
"""Decisions of other drugs that a sentence may be tried with."""
_ASIDE = lazy(
    r"\b(?:unlike|like|such as|similar\w*|beside|besides|after|before|than|as well as|along\w*|"
    r"also|too|other|another|next|would|could|might|may yet|should|"
    r"hop\w+ (?:for|to|that)|expect\w*|plan(?:s|ned)? to|if|whether|not yet)\b"
)
"""Words with which another drug may stand beside the one that was decided on."""


def misdirected(
    found: tuple[Opinion, ...], reading: Reading, records: Records, today: date
) -> tuple[Opinion, ...]:
    """The opinions; where no record has any on a sentence that is true of a decision but for the
    drug, the disease or the body, that this is wrong. `today` is the day on which it is judged."""
    if any(o.standing != "unsourced" for o in found) or _ASIDE.search(reading.low):
        return found
    for kind in _KINDS:
        for name in _alone(kind, reading):
            if wrong := _wrong(kind, name, reading, records, today):
                return (wrong,)
    return found


def _alone(kind: Kind, reading: Reading) -> tuple[Mention, ...]:
    """The one name of a kind in a sentence, which tells what was decided on."""
    named = [m for m in reading.scope.own.of(kind) if not is_inside(m, reading)]
    return tuple(named[:1]) if len({m.ids for m in named}) == 1 else ()


def _wrong(
    kind: Kind, name: Mention, reading: Reading, records: Records, today: date
) -> Opinion | None:
    for event in _others(kind, name, reading, records):
        told = _told_of(kind, name, event, reading, records, today)
        if told and not _mentioned(name, told, records):
            known = records.called(_terms(kind), _names(kind, event))
            body = "" if kind == "agency" else records.called("agencies", (event.agency,))
            record = f"{body} {event.date}".strip()
            return misnamed(reading.text, name, known, record, told)
    return None


def _mentioned(name: Mention, told: Iterable[Opinion], records: Records) -> bool:
    """Whether what is recorded of a decision speaks of a name beside its own."""
    texts = (records.base.event[i].summary for one in told for i in one.events)
    return any(set(m.ids) & set(name.ids) for text in texts for m in records.names.find(text))


def _others(kind: Kind, name: Mention, reading: Reading, records: Records) -> Iterator[Event]:
    """The decisions on something else that a sentence tells by all but the name."""
    family: Family = getattr(records, _terms(kind))
    seen: set[tuple[str, ...]] = set()
    for event in _meant(reading, records, _ENOUGH + (kind == "agency")):
        own = _names(kind, event)
        known = any(family.related(i, o) for i in name.ids for o in own)
        if own and not known and own not in seen and len(seen) < _MOST:
            seen.add(own)
            yield event


def _terms(kind: Kind) -> str:
    return LISTS.get(kind, f"{kind}s")


def _names(kind: Kind, event: Event) -> tuple[str, ...]:
    """What an event is on, or the body that decided."""
    listed: str | tuple[str, ...] = getattr(event, kind)
    return (listed,) if isinstance(listed, str) else listed


def _meant(reading: Reading, records: Records, enough: int) -> Iterator[Event]:
    """The decisions whose law a sentence names, or of which it shows so many signs."""
    days = [d for d in reading.of(Date) if d.year and (d.month or d.part)]
    laws = [event for bill in bills_of(reading.low) for event in law_names(records).get(bill, ())]
    if not days:
        return iter(laws)
    own = reading.scope.own
    bodies = {i for m in own.of("agency") for i in m.ids}
    places = {i for m in own.of("jurisdiction") for i in m.ids}
    drugs = {i for m in own.of("compound") for i in m.ids}
    diseases = {i for m in own.of("indication") for i in m.ids}
    kinds = {i for m in own.of("designation") for i in m.ids}

    def signs(event: Event) -> int:
        """How much of a sentence is an event's: its time, and who, where and for what it was."""
        by_time = max((_agree(d, event) for d in days), default=0)
        at = event.jurisdiction in places
        by = any(records.agencies.related(event.agency, i) for i in bodies)
        on = bool(drugs & {*event.compound}) + bool(diseases & {*event.indication})
        return by_time and by_time + (at or by) + on + (event.designation in kinds)

    told = (event for event in records.base.events if signs(event) >= enough)
    return iter((*laws, *told))


def _agree(day: Date, event: Event) -> int:
    """1 for the month of an event, or a season that it lies in; 2 for its day."""
    first, last = day.span or (date.max, date.min)
    for known in (event.date, event.announced):
        if known and known.month and first <= known.latest and known.earliest <= last:
            return 2 if day.day and known.day else 1
    return 0


def _told_of(
    kind: Kind, name: Mention, event: Event, reading: Reading, records: Records, today: date
) -> tuple[Opinion, ...]:
    """What bears out a sentence with the name of a decision in the place of its own; nothing if
    anything does not, or another decision does."""
    own = _names(kind, event)
    other = _with(name, own, records.called(_terms(kind), own[:1]), reading)
    told = tuple(decisions.opinions(other.scope, other, records, today))
    right = all(one.standing == "supported" for one in told)
    return told if right and any(event.id in one.events for one in told) else ()


def _with(name: Mention, ids: tuple[str, ...], words: str, reading: Reading) -> Reading:
    """The sentence with another name wherever it has this one; places are those in the new text."""
    layer, *around = reading.scope.layers
    meant = [m for m in layer.mentions if m.kind == name.kind and m.ids == name.ids]

    def put(text: str) -> str:
        for m in reversed(meant):
            text = text[: m.start] + words + text[m.end :]
        return text

    def moved(one: P) -> P:
        by = sum(len(words) - (m.end - m.start) for m in meant if m.end <= one.start)
        return replace(one, start=one.start + by, end=one.end + by)

    def named(m: Mention) -> Mention:
        start = moved(m).start
        return replace(m, ids=ids[:1], start=start, end=start + len(words))

    text = put(reading.text)
    mentions = tuple(named(m) if m in meant else moved(m) for m in layer.mentions)
    scope = replace(
        reading.scope,
        sentence=reading.scope.sentence._replace(text=put(layer.text)),
        layers=(Layer(put(layer.text), mentions), *around),
        notes={},
    )
    return Reading(scope, text, text.lower(), tuple(map(moved, reading.quantities)))
