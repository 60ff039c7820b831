"""Dates in a sentence whose decision is on record, but not of then.

Readers that know a decision by its figures, its votes, its law or its place do not all ask for its
day. What they bear out is not borne out where a date beside it is that of nothing on record, and is
told wrongly where that date is said to be the one of the decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.findings import MONTHS, Stated, opinion, redated
from claimcheck.statements.decisions.moments import Moment, dates_of, nearest
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.nouns import Opinion

_STATES = frozenset({"scheduling", "programme", "clinical-hold"})
"""Kinds told of any day on which they hold."""
_OPEN = lazy(
    r"\b(?:would|could|might|may|if|whether|while|after|before|following|ahead of|when|once|had|"
    r"hearings?|open\w*|beg[au]n|start\w*|launch\w*|served|still|"
    r"debate\w*|draft\w*|propos\w+|introduc\w+|effect|since then|work(?:ed|ing|s)?)\b"
)
"""In a clause: its date may be that of something else, or of nothing."""
_SINCE = lazy(r"\b(?:since|from)\s\Z")
_SIGNED = lazy(r"\bsign(?:ed|s|ature)\b|\bname (?:to|under)\b")
_DECIDED = lazy(
    r"\b(?:accept\w*|approv\w*|reject\w*|refus\w*|clear(?:ed|s)|guidance|designat\w*|told|"
    r"sign(?:ed|s)|announced|passed|granted|g[ao]ve|given|vot(?:ed|e)|put|fixed|final|received|"
    r"sa(?:id|ys))\b"
)
"""What has a date of its own beside that of the same decision."""
_MOST_DAYS = 100
"""Days by which a step may have come before the law or order on record."""


def dated_right(passage: Passage, found: Sequence[Opinion]) -> Iterator[Opinion]:
    """The opinions, but those borne out by a decision that was taken at another date than written:
    contradicted, or where the date may be of something else, left out."""
    moments = [m for clause in passage.clauses for m in passage.moments(clause)]
    near = _near(passage, found) if moments else ()
    judged = [one for one in found if one.standing != "supported"]
    strays = [
        m
        for m in moments
        if _past(passage, m)
        and not any(one.start <= m.start < one.end for one in judged)
        and not any(_is_of(e, m) for e in near)
    ]
    for one in found:
        events = _events(passage, one) if one.standing == "supported" else []
        stray = next((m for m in strays if events and _may_date(passage, one, events, m)), None)
        if stray is None:
            yield one
        elif _is_misdated(passage, one, events, stray, moments) and (
            event := nearest(events, (stray,))
        ):
            what = Stated(stray.start, stray.end, one.found)
            fix = redated(stray, event)
            yield opinion("contradicted", what, passage, (event,), suggestion=fix)


def _past(passage: Passage, written: Moment) -> bool:
    """Whether something is said to have happened on a written date."""
    span = written.date.span
    return written.relation == "on" and (span is None or span[0] <= passage.now.last)


def _events(passage: Passage, one: Opinion) -> list[Event]:
    known = passage.records.base.event
    return [known[ident] for ident in one.events if ident in known]


def _near(passage: Passage, found: Sequence[Opinion]) -> list[Event]:
    """The events that are told, and those on the same that are of a place or body told or named."""
    told, root = [e for one in found for e in _events(passage, one)], passage.records.compounds.root
    bodies = {i for m in passage.scope.own.mentions for i in m.ids}
    bodies.update(i for e in told for i in (e.jurisdiction, e.agency))
    on = {root(c) for e in told for c in e.compound}
    on.update(root(c) for m in passage.mentions("compound") for c in m.ids)
    alike = (e for e in passage.timeline.events if {e.jurisdiction, e.agency} & bodies)
    return told and [*told, *(e for e in alike if not on or on & {root(c) for c in e.compound})]


def _is_of(event: Event, written: Moment) -> bool:
    """Whether a record tells of anything on a written date."""
    told = f"{event.summary} {event.note or ''}"
    days = [*dates_of(event), *([event.until] if event.until else ())]
    days += [q.when for q in read(told) if isinstance(q, Date) and q.when]
    when, span = written.date, written.date.span
    if when.month and MONTHS[when.month - 1] in told and when.year in {None, event.date.year}:
        return True  # "a September meeting"
    if span is None:
        return any(d.month in {0, when.month} for d in days)
    return any(d.earliest <= span[1] and span[0] <= d.latest for d in days)


def _may_date(passage: Passage, one: Opinion, events: Sequence[Event], stray: Moment) -> bool:
    """Whether a stray date may be meant as that of an opinion's decision: of a state, the one since
    which it is; elsewhere one beside it, or with a decision."""
    clause = passage.clause_at(stray.start)
    if any(e.kind in _STATES for e in events) and not _SINCE.search(passage.low[: stray.start]):
        return False
    if _OPEN.search(clause.words) or any(_may_be_earlier(e, stray) for e in events):
        return bool(_SIGNED.search(clause.words))
    return _is_beside(passage, one, stray) or bool(_DECIDED.search(clause.words))


def _is_misdated(
    passage: Passage, one: Opinion, events: Sequence[Event], stray: Moment, written: list[Moment]
) -> bool:
    """Whether a date is said to be that of the decision: the only one, or after its own verb."""
    clause = passage.clause_at(stray.start)
    if not _is_beside(passage, one, stray) or _OPEN.search(clause.words):
        return False
    begin = max((m.end for m in written if m.end <= stray.start), default=clause.start)
    told = _DECIDED.search(passage.low, max(begin, clause.start), stray.start)
    return bool(told) or not any(_is_of(e, m) for e in events for m in written)


def _is_beside(passage: Passage, one: Opinion, stray: Moment) -> bool:
    clause = passage.clause_at(stray.start)
    return clause is passage.clause_at(one.start) or clause.holds(one.start, one.end)


def _may_be_earlier(event: Event, written: Moment) -> bool:
    """Whether a law may have passed a chamber, or a step been taken, at a written date."""
    span = written.date.span
    lag = (event.date.earliest - span[1]).days if span else -1
    return event.kind in {"law", "order"} and 0 <= lag <= _MOST_DAYS
