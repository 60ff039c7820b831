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
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import named_places
from claimcheck.statements.decisions.subjects import Subject, apposed, subjects
from claimcheck.statements.decisions.timeline import Wanted, until
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
    r"\b(?:from|out of|off|leav(?:e|es|ing)|left|exit(?:s|ed)|escaped|remov\w+) (?:the )?\Z"
)
_SUBORDINATE = lazy(r".*\b(?:since|because|as|for) (?=(?:it|they|that|this|the drug)\b)")
"""Before the reason why something is not so: the schedule is the reason."""
_GRANTED = lazy(r"\b(?:granted|accepted)\b|\b(?:is|are) now\b")
"""Of a petition: not only asked for."""
_ONCE = lazy(r"\b(?:before that|before then|until then|previously|formerly|used to|once)\b")
"""A schedule of the past."""
_WISHED = lazy(
    r"\b(?:recommend\w*|suggest\w*|advis\w*|wants?|urg\w+|favou?r\w*|propos\w+|thought|thinks?|"
    r"argue[ds]|belonged|judges?)\b"
)
_SINCE = lazy(r"\b(?:since|placed|put|added|became|listed|classified|made|moved|in|on|from)\b")


@dataclass(frozen=True, slots=True)
class _Listing:
    """A substance said to be in a schedule of some places; with `out`, not to be in it."""

    what: Stated
    subject: Subject
    schedule: str
    where: tuple[str, ...]
    moments: tuple[Moment, ...]
    out: bool


_OTHER_USE = lazy(r"\b(?:all|any|every) other (?:use|purpose)s?\b|\botherwise\b")
"""What a change of schedule left where it was."""


def schedules(passage: Passage) -> Iterator[Opinion]:
    """The opinions on every schedule that a sentence puts a substance in."""
    for mention in passage.mentions("schedule"):
        cue = Cue("law", mention.start, mention.end, passage.clause_at(mention.start))
        words = cue.clause.words
        said = _SUBORDINATE.sub(_blank, words[: cue.start])
        spirit = modality(said + words[cue.start :], cue.start, cue.end)
        if _ONCE.search(words) or _WISHED.search(words[: cue.start]):
            continue
        asked = passage.of_kind("petition") and not _GRANTED.search(passage.low)
        if spirit.mood != "fact" or _PERMIT.match(words[cue.end :]) or asked:
            continue
        left = bool(_FROM.search(passage.low[: cue.start]))
        if left and len(passage.mentions("schedule", cue.clause)) > 1:
            continue  # "from Schedule I to Schedule II": the second one is stated
        out = spirit.negated != (left or spirit.lapsed)
        what, where = stated(passage, cue.clause.start, cue.clause.end), _where(passage, cue)
        one = apposed(passage, cue.clause, cue.start)
        for subject in (one,) if one else subjects(passage, cue.clause):
            if subject.compounds and not subject.whole:
                moments = near_first(passage, cue)
                listing = _Listing(what, subject, mention.ids[0], where, moments, out)
                yield from _judged(passage, cue, listing)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


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


def _judged(passage: Passage, cue: Cue, listing: _Listing) -> Iterator[Opinion]:
    every = listings(passage, listing.subject, listing.where)
    held = every if listing.out else listings(passage, listing.subject, listing.where, _HOLDING)
    agreeing = [e for e in held if e.schedule == listing.schedule]
    alike = [e for e in every if _system(e.schedule) == _system(listing.schedule)]
    whole = is_whole(passage, listing.subject, listing.where)
    later = [e for e in until(alike, passage.now.first) if agreeing and whole]
    place = agreeing[0].jurisdiction if agreeing else ""
    later = [e for e in later if e.date > agreeing[0].date and e.jurisdiction == place]
    if _OTHER_USE.search(cue.clause.words):
        later = []
    if listing.out:
        if agreeing and whole and not later:
            yield opinion("contradicted", listing.what, passage, agreeing[:1])
    elif later:
        yield opinion("outdated", listing.what, passage, later)
    elif agreeing:
        yield from _dated(passage, listing, agreeing)
    elif alike:
        yield opinion("contradicted", listing.what, passage, alike)
    elif listing.subject.own and _named(passage, cue.clause):
        yield opinion("unsourced", listing.what, passage)


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


def _dated(passage: Passage, listing: _Listing, agreeing: list[Event]) -> Iterator[Opinion]:
    """In that schedule; since the date that is written, where it does not only say "as of"?"""
    fitting = [e for e in agreeing if any(m.fits(e) for m in listing.moments)]
    written = next(iter(listing.moments), None)
    since = written and passage.low[max(0, written.start - 12) : max(0, written.start)]
    if written is None or fitting or written.relation != "on" or not _SINCE.search(since or ""):
        yield opinion("supported", listing.what, passage, fitting or agreeing)
        return
    known = [e for e in agreeing if e.confidence != "low"]
    event = nearest(known or agreeing, listing.moments)
    if event and written.date.year and len(listing.moments) == 1:
        what, fix = at(listing.what, written), redated(written, event)
        yield opinion("contradicted", what, passage, (event,), suggestion=fix)


def _system(schedule: str | None) -> str:
    """The system that a schedule belongs to, by the first word of its id."""
    return (schedule or "").split("-")[0]
