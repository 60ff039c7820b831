"""Judging that something was decided: found in the records, at another date, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.findings import (
    Stated,
    at,
    event_line,
    nothing_listed,
    opinion,
    redated,
)
from claimcheck.statements.decisions.moments import Moment, Now, dates_of, nearest
from claimcheck.statements.decisions.moods import Modality
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.timeline import Wanted, is_over, pairs, until, without
from claimcheck.statements.decisions.wording import told
from claimcheck.statements.nouns import Opinion, Standing

_RELAXED: tuple[tuple[str, ...], ...] = (
    ("alone",),
    ("indications",),
    ("holders",),
    ("holders", "indications"),
    ("agencies", "places"),
    ("compounds",),
    ("designation",),
    ("compounds", "indications"),
)
"""What is asked less, step by step, to show the writer the nearest thing that happened."""

_IN_ROUNDS = frozenset({"priority-voucher"})
"""Kinds of which all of a month are given together: who is told of then is on the list, or not."""
_MOST_DATES = 2
"""With more dates in a clause it is not certain which of them dates what."""
_SINCE = lazy(r"\bha(?:s|ve) been\b[^.;]{0,60}\bsince\b")
"""What lasts, as told."""
_STANDS = lazy(r"\b(?:is|are|remains?|stays?|sits?|lies) (?:\w+ ){0,2}?(?:under|in|on|before)\b")
"""What is so now, if no date is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A statement that something was, or was not, decided."""

    what: Stated
    noun: str
    """What messages call it: "approval"."""
    wanted: Wanted
    modality: Modality
    moments: tuple[Moment, ...] = ()
    """The written dates, the one nearest to the cue first."""
    loose: tuple[Event, ...] = ()
    """Events that a loosely worded statement may mean instead."""
    near: tuple[Event, ...] = ()
    """What the records hold instead, to be shown where the statement is contradicted."""
    remark: str | None = None
    """What to say of a loose wording."""
    wants_source: bool = True
    """Without a record it wants a source; otherwise it is passed over."""
    decisive: bool = True
    """An absence from a complete list contradicts it."""


def judge(passage: Passage, happening: Happening) -> Opinion | None:
    """The opinion on a happening; None where the records have no view and none is wanted."""
    happening = shortly(passage, happening)
    found = passage.timeline.find(happening.wanted)
    if happening.modality.negated:
        return _denied(passage, happening, found)
    if found:
        return held_against_dates(passage, happening, found)
    if happening.loose:
        return _loosely(passage, happening)
    return _absent(passage, happening)


def shortly(passage: Passage, happening: Happening) -> Happening:
    """The same with what the draft says in its short form."""
    h = happening
    what = told(passage, h.what, h.noun, h.wanted, h.modality, h.moments)
    return replace(happening, what=what)


def _denied(passage: Passage, happening: Happening, found: Sequence[Event]) -> Opinion | None:
    """ "Not approved": against everything that had been decided by then."""
    past = until(found, _then(passage.now, happening.moments))
    if past:
        standing: Standing = "outdated" if happening.modality.yet else "contradicted"
        return opinion(standing, happening.what, passage, (past[-1],))
    entry = passage.timeline.complete(happening.wanted, passage.now.last)
    if entry is None:
        return None
    related = passage.timeline.find(without(happening.wanted, "indications", "alone"))
    expected = nothing_listed(entry, passage, happening.noun)
    return opinion("supported", happening.what, passage, related[-1:], expected=expected)


def _then(now: Now, moments: Sequence[Moment]) -> date:
    spans = [m.date.span for m in moments if m.date.span]
    return min(spans[0][0], now.first) if spans else now.first


def held_against_dates(
    passage: Passage, happening: Happening, found: Sequence[Event]
) -> Opinion | None:
    """The opinion where such events are known: right if one of them fits the written dates."""
    fitting = _fitting(found, happening.moments)
    if fitting:
        standing, events = _still(passage, happening, fitting)
        return opinion(standing, happening.what, passage, events)
    return _misdated(passage, happening, found)


def _fitting(found: Sequence[Event], moments: Sequence[Moment]) -> tuple[Event, ...]:
    if not moments:
        return tuple(reversed(found))
    return tuple(e for e in found if any(m.fits(e) for m in moments))


def _still(
    passage: Passage, happening: Happening, events: tuple[Event, ...]
) -> tuple[Standing, tuple[Event, ...]]:
    """Whether what is said to hold still holds; events that replaced it are shown first."""
    now = happening.modality.yet or _STANDS.search(passage.low)
    lasting = _SINCE.search(passage.low) or (now and not happening.moments)
    if not lasting or not all(is_over(e, passage.now.first) for e in events):
        return "supported", events
    return "outdated", (*passage.timeline.enders(events), *events)


def _misdated(passage: Passage, happening: Happening, found: Sequence[Event]) -> Opinion | None:
    """Decided, but at another date than the one written."""
    written = happening.moments[0]
    if written.date.year is None or len(happening.moments) > _MOST_DATES:
        return None
    if _of_another(passage, happening):
        return None
    event = nearest(found, happening.moments)
    if event is None:
        return None
    what = at(happening.what, written)
    return opinion("contradicted", what, passage, (event,), suggestion=redated(written, event))


def _of_another(passage: Passage, happening: Happening) -> bool:
    """Whether a treatment that stands around the sentence is not meant, but one that had such a
    decision just then."""
    wanted = happening.wanted
    if not wanted.compounds or passage.mentions("compound") or passage.mentions("sponsor"):
        return False
    others = passage.timeline.find(without(wanted, "compounds", "indications", "holders", "alone"))
    return any(m.date.month and m.fits(e) for m in happening.moments for e in others)


def _loosely(passage: Passage, happening: Happening) -> Opinion | None:
    fitting = _fitting(happening.loose, happening.moments)
    if not fitting:
        return _misdated(passage, happening, happening.loose)
    return opinion("supported", happening.what, passage, fitting, remark=happening.remark)


def _absent(passage: Passage, happening: Happening) -> Opinion | None:
    """Not recorded: contradicted by a complete list or by the event it mistells."""
    wanted = happening.wanted
    twins = (
        tuple(_twins(passage, happening))
        or _opposed_then(passage, happening)
        or _of_holder(passage, happening)
    )
    if twins:
        return opinion("contradicted", happening.what, passage, twins)
    entry = passage.timeline.complete(wanted, passage.now.last) if happening.decisive else None
    if entry and all(_within(m, entry.as_of.latest) for m in happening.moments):
        if instead := _decided_otherwise(passage, wanted):
            return opinion("contradicted", happening.what, passage, instead)
        near = _nearest_thing(passage, wanted) or happening.near[:1]
        expected = nothing_listed(entry, passage, happening.noun)
        if near:
            expected += f"; {event_line(near[0], passage)}"
        return opinion("contradicted", happening.what, passage, near, expected=expected)
    if happening.wants_source:
        return opinion("unsourced", happening.what, passage)
    return None


def _decided_otherwise(passage: Passage, wanted: Wanted) -> tuple[Event, ...]:
    """A refusal of what is said to be approved, or the other way round: the last one there."""
    other = {"approval": "refusal", "refusal": "approval"}
    kinds = frozenset(other[k] for k in wanted.kinds if k in other)
    if not kinds or not wanted.compounds:
        return ()
    found = passage.timeline.find(replace(wanted, kinds=kinds, alone=None, holders=()))
    return tuple(e for e in found if not e.schedule and not e.until)[-1:]


def _opposed_then(passage: Passage, happening: Happening) -> tuple[Event, ...]:
    """The refusal, or the approval, of the very month in which the opposite is said."""
    dated = [m for m in happening.moments if m.date.year and m.date.month and m.relation == "on"]
    if not dated or happening.wanted.agencies or happening.wanted.places:
        return ()
    return tuple(
        e for e in _decided_otherwise(passage, happening.wanted) if any(m.fits(e) for m in dated)
    )


def _of_holder(passage: Passage, happening: Happening) -> tuple[Event, ...]:
    """The same designation of that holder: for something else, or then for another treatment; of
    several holders at once, the round that one of them had its own in."""
    wanted = happening.wanted
    if wanted.kinds <= _IN_ROUNDS and len(wanted.holders) > 1:
        each = [replace(wanted, compounds=(), indications=(), holders=(h,)) for h in wanted.holders]
        return tuple(dict.fromkeys(e for one in each for e in passage.timeline.find(one)))
    if wanted.designation and wanted.holders and wanted.indications:
        return passage.timeline.find(without(wanted, "indications"))
    dated = [m for m in happening.moments if m.date.year and m.relation == "on"]
    if not (wanted.designation and wanted.holders and wanted.compounds and dated):
        return ()
    found = passage.timeline.find(without(wanted, "compounds", "indications"))
    return tuple(e for e in found if any(m.fits(e) for m in dated))


def _within(written: Moment, last: date) -> bool:
    span = written.date.span
    return span is None or span[0] <= last


def _nearest_thing(passage: Passage, wanted: Wanted) -> tuple[Event, ...]:
    for fields in _RELAXED:
        relaxed = without(wanted, *fields)
        told = relaxed != wanted and (relaxed.compounds or relaxed.holders)
        if told and (found := passage.timeline.find(relaxed)):
            return found[-1:]
    return ()


def _twins(passage: Passage, happening: Happening) -> Iterator[Event]:
    """The event that a statement means but mistells.

    It shares the kind, who decided and a date known to the month, and either the treatment or the
    indication.
    """
    wanted = happening.wanted
    dated = [m for m in happening.moments if m.date.year and m.relation == "on"]
    if not dated or not (wanted.agencies or wanted.places or wanted.kinds <= _IN_ROUNDS):
        return
    for event in _candidates(passage, wanted):
        precise = any(d.month for d in dates_of(event))
        if any(m.fits(event) and (m.date.month if precise else wanted.compounds) for m in dated):
            yield event
    same = passage.timeline.find(without(wanted, "compounds", "indications", "holders", "alone"))
    for event in same:
        near = event.date.day if event.kind not in _IN_ROUNDS else event.date.month
        if near and any((m.date.day or event.kind in _IN_ROUNDS) and m.fits(event) for m in dated):
            yield event


def _candidates(passage: Passage, wanted: Wanted) -> Iterator[Event]:
    """Events that differ in one thing: what was decided on, or who decided."""
    others = without(wanted, "compounds", "indications", "holders", "alone")
    yield from (e for e in passage.timeline.find(others) if _shares(passage, e, wanted))
    if wanted.compounds and (wanted.indications or "refusal" in wanted.kinds):
        yield from passage.timeline.find(without(wanted, "agencies", "places"))


def _shares(passage: Passage, event: Event, wanted: Wanted) -> bool:
    one = passage.timeline.matches(event, without(wanted, "indications", "holders", "alone"))
    other = bool(wanted.indications) and any(
        set(wanted.indications) & set(indications) for _, indications in pairs(event)
    )
    return (bool(wanted.compounds) and one) or other
