"""Schedules of controlled drugs: which one a substance is in, where, since when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import Stated, at, opinion, redated, stated
from claimcheck.statements.decisions.moments import Moment, nearest
from claimcheck.statements.decisions.moods import Modality, modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import named_places
from claimcheck.statements.decisions.subjects import Subject, apposed, subjects
from claimcheck.statements.decisions.timeline import Wanted, until
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion

KINDS = frozenset({"scheduling"})
_HOLDING = KINDS | {"refusal"}
"""A refusal to reschedule shows the schedule that stays."""
_PERMIT = lazy(
    r"\s*(?:through|to|[-–])\s*(?:\d|[ivx]+\b)|[\s-]*(?:licen[sc]e|research|permit|registration|"
    r"manufactur|status would)"
)
"""After a schedule's name: a permit to handle what is in it, or a whole range of schedules."""
_FROM = lazy(
    r"\bwhat (?:was|had been) (?:once )?(?:in )?(?:an? )?\Z|"
    r"\b(?:from|out of|off|leav(?:e|es|ing)|remov\w+|taken? out of) (?:the )?\Z"
)
_SUBORDINATE = lazy(r".*\b(?:since|because|as|for) (?=(?:it|they|that|this|the drug)\b)")
"""Before the reason why something is not so: the schedule is the reason."""
_ONCE = lazy(r"\b(?:before that|before then|until then|previously|formerly|used to|once)\b")
"""A schedule of the past."""
_WISHED = lazy(
    r"\b(?:recommend\w*|suggest\w*|advis\w*|wants?|urg\w+|favou?r\w*|propos\w+|thought|thinks?|"
    r"argue[ds])\b"
)
_SINCE = lazy(r"\b(?:since|placed|put|added|became|listed|classified|made|moved|in|on|from)\b")


@dataclass(frozen=True, slots=True)
class _Listing:
    """A substance said to be in a schedule."""

    what: Stated
    subject: Subject
    schedule: str
    where: tuple[str, ...]
    placed: bool
    """The clause itself says where."""
    moments: tuple[Moment, ...]
    spirit: Modality


def schedules(passage: Passage) -> Iterator[Opinion]:
    """The opinions on every schedule that a sentence puts a substance in."""
    for mention in passage.mentions("schedule"):
        cue = Cue("law", mention.start, mention.end, passage.clause_at(mention.start))
        said = _SUBORDINATE.sub(_blank, cue.clause.words[: cue.start])
        spirit = modality(said + cue.clause.words[cue.start :], cue.start, cue.end)
        permit = _PERMIT.match(cue.clause.words[mention.end :])
        if _ONCE.search(cue.clause.words) or _WISHED.search(cue.clause.words[: cue.start]):
            continue
        if spirit.mood != "fact" or permit or passage.of_kind("petition"):
            continue
        left = bool(_FROM.search(passage.low[: mention.start]))
        if left and _moved_to_another(passage, cue):
            continue
        if left or spirit.lapsed:
            spirit = Modality("fact", negated=not spirit.negated, yet=True)
        one = apposed(passage, cue.clause, cue.start)
        for subject in (one,) if one else subjects(passage, cue.clause):
            if subject.compounds and not subject.whole:
                yield from _judged(passage, _listing(passage, cue, mention, subject, spirit))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _moved_to_another(passage: Passage, cue: Cue) -> bool:
    """ "From Schedule I to Schedule II": the second one is stated."""
    return len(passage.mentions("schedule", cue.clause)) > 1


def _listing(
    passage: Passage, cue: Cue, mention: Mention, subject: Subject, spirit: Modality
) -> _Listing:
    return _Listing(
        stated(passage, cue.clause.start, cue.clause.end),
        subject,
        mention.ids[0],
        _where(passage, cue),
        bool(_named(passage, cue.clause)),
        near_first(passage, cue),
        spirit,
    )


def _where(passage: Passage, cue: Cue) -> tuple[str, ...]:
    """The jurisdictions whose schedules are meant: named in the clause, or around it."""
    for clause in (cue.clause, None):
        if named := _named(passage, clause):
            return named
    for layer in passage.scope.layers[1:]:
        around = [m.ids[0] for m in layer.of("jurisdiction") if m.ids[0] != "international"]
        if around:
            return tuple(dict.fromkeys(around))
    return ()


def _named(passage: Passage, clause: Clause | None) -> tuple[str, ...]:
    of = passage.timeline.jurisdiction_of
    named = [m.ids[0] for m in named_places(passage, clause)]
    named += [of[m.ids[0]] for m in passage.mentions("agency", clause) if m.ids[0] in of]
    return tuple(dict.fromkeys(named))


def _judged(passage: Passage, listing: _Listing) -> Iterator[Opinion]:
    if listing.spirit.negated:
        yield from _denied(passage, listing)
        return
    agreeing = [
        e
        for e in listings(passage, listing.subject, listing.where, _HOLDING)
        if e.schedule == listing.schedule
    ]
    current = _superseding(passage, listing, agreeing)
    if agreeing and not current:
        yield from _dated(passage, listing, agreeing)
    elif current:
        yield opinion("outdated", listing.what, passage, current)
    else:
        yield from _elsewhere(passage, listing)


def listings(
    passage: Passage, subject: Subject, where: tuple[str, ...], kinds: frozenset[str] = KINDS
) -> list[Event]:
    """Every listing of a substance that holds in one of the places, or anywhere if none is given;
    the latest first. A product shares the schedule of what it is a form of."""
    ups = (passage.records.compounds.up(c) for c in subject.compounds)
    wider = tuple(sorted({wide for up in ups for wide in up}))
    found = passage.timeline.find(Wanted(kinds=kinds, compounds=wider))
    up = passage.records.jurisdictions.up
    held = {place for w in where for place in up(w)}
    return [e for e in reversed(found) if e.schedule and (not where or e.jurisdiction in held)]


def is_whole(passage: Passage, subject: Subject, where: tuple[str, ...]) -> bool:
    """Whether every schedule that a substance is in there is known."""
    wanted = Wanted(kinds=KINDS, compounds=subject.compounds, places=where)
    return passage.timeline.complete(wanted, passage.now.last) is not None


def _superseding(passage: Passage, listing: _Listing, agreeing: list[Event]) -> list[Event]:
    """Later listings by an agency with a complete record that put the substance elsewhere."""
    if not agreeing or not is_whole(passage, listing.subject, listing.where):
        return []
    later = [
        e
        for e in listings(passage, listing.subject, listing.where)
        if e.date > agreeing[0].date and e.jurisdiction == agreeing[0].jurisdiction
    ]
    return [
        e
        for e in until(later, passage.now.first)
        if _system(e.schedule) == _system(listing.schedule)
    ]


def _dated(passage: Passage, listing: _Listing, agreeing: list[Event]) -> Iterator[Opinion]:
    """In that schedule; since the date that is written?"""
    fitting = [e for e in agreeing if any(m.fits(e) for m in listing.moments)]
    if not listing.moments or fitting or not _dates_listing(passage, listing.moments[0]):
        yield opinion("supported", listing.what, passage, fitting or agreeing)
        return
    known = [e for e in agreeing if e.confidence != "low"]
    event = nearest(known or agreeing, listing.moments)
    written = listing.moments[0]
    if event and written.date.year and written.relation == "on" and len(listing.moments) == 1:
        what = at(listing.what, written)
        fix = redated(written, event)
        yield opinion("contradicted", what, passage, (event,), suggestion=fix)


def _dates_listing(passage: Passage, written: Moment) -> bool:
    """Whether the date tells since when, rather than "as of"."""
    return (
        written.start >= 0
        and written.relation == "on"
        and bool(_SINCE.search(passage.low[max(0, written.start - 12) : written.start]))
    )


def _denied(passage: Passage, listing: _Listing) -> Iterator[Opinion]:
    """ "Not in Schedule I", "moved out of Schedule I"."""
    held = [
        e
        for e in listings(passage, listing.subject, listing.where)
        if e.schedule == listing.schedule
    ]
    if not held or not is_whole(passage, listing.subject, listing.where):
        return
    if not _superseding(passage, listing, held):
        yield opinion("contradicted", listing.what, passage, held[:1])


def _elsewhere(passage: Passage, listing: _Listing) -> Iterator[Opinion]:
    """In another schedule of the same system, or in none that is recorded."""
    known = [
        e for e in listings(passage, listing.subject, listing.where) if _comparable(listing, e)
    ]
    if known:
        yield opinion("contradicted", listing.what, passage, known)
    elif listing.subject.own and listing.placed:
        yield opinion("unsourced", listing.what, passage)


def _comparable(listing: _Listing, event: Event) -> bool:
    return _system(event.schedule) == _system(listing.schedule)


def _system(schedule: str | None) -> str:
    """The system that a schedule belongs to, by the first word of its id."""
    return (schedule or "").split("-")[0]
