"""Decisions that a clause recounts: it names who, what and when as one record does, in its words.

Each reader of a sort of decision knows its own wordings; this one knows none. It compares a clause
that is dated with what the records say of that day, and bears it out where names, date and enough
of the words are those of one event. It never contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, Literal

from claimcheck.model.events import Event, EventKind
from claimcheck.model.quantity import Count, Duration, Money, Percent, Quantity, Vote
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import gist, opinion, stated
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.words import stems

_OPEN = lazy(
    r"\b(?:if|whether|may|might|could|would|should|will|expect\w*|plan(?:s|ned|ning)?|hop(?:e|es|ed|"
    r"ing)|propos\w+|likely|until|before|after|since|ahead of|by|only|sole)\b(?! #)"
)
"""What is wished or foreseen, or dated by something else, recounts nothing."""
_AGAINST = lazy(
    r"\b(?:reject|refus|declin|veto|retract|withdr[ae]w|revok|suspend|oppos|repeal|remov|bann?|"
    r"outlaw)\w*|\bturn\w* (?:\w+ )?down\b|\b(?:against|fail(?:ed|s)?|lost|denied|never|none|"
    r"nothing|nobody|no|leave|left)\b|\bnot\b(?! (?:only|just))|n't\b|\bhold\b"
)
"""Words that say no, of which an event that was a yes has none, and the other way round."""
_CENTER = lazy(r"\bcenter")
_SINCE = lazy(r"\bsince (?:the (?:end|start|beginning) of )?\Z")
_STARTS: Final = frozenset({"programme", "access-scheme", "law", "rescheduling-petition"})
"""Kinds of decision that start what goes on since then."""
_SAID: Final[dict[EventKind, str]] = {
    "approval": "approved cleared authorised licensed registered approval nod",
    "refusal": "rejected refused declined turned vetoed voted lost letter",
    "application": "filed submitted applied handed application submission",
    "acceptance": "accepted agreed application review",
    "rolling-review": "rolling parts agreed application review",
    "advisory-vote": "voted panel advisers committee vote met",
    "opinion": "recommended advised said yes no guidance opinion endorsed",
    "designation": "granted received designated designation status awarded won",
    "priority-voucher": "voucher granted received awarded",
    "scheduling": "scheduled rescheduled moved schedule decision force effect",
    "law": "passed signed enacted adopted law voted act bill approved force",
    "programme": "opened started launched began licensed licence funded",
    "access-scheme": "allowed permitted access opened began force listed",
    "order": "signed ordered order",
    "guidance": "published issued guidance draft",
    "safety-communication": "warned cautioned warning alert",
    "retraction": "retracted withdrew pulled papers",
    "company": "bought acquired buy takeover renamed changed name called agreed deal pay",
    "meeting": "met meeting hearing held workshop",
    "clinical-hold": "hold halted stopped paused",
    "hold-lifted": "lifted hold resumed",
    "readout": "reported announced published results result data met",
    "label-change": "label changed revised",
    "transparency": "published released letter",
}
"""What clauses say of a kind of decision, in words that its summary need not hold."""
_RANKS: Final = stems(
    "approved authorised licensed licence registered endorsed recommended welcomed praised hailed "
    "blessed blessing clear cleared clearance allow allowed permit permitted backed"
)
"""Words for an approval or praise: of another event they are another statement."""
_NAMES: Final = ("agency", "sponsor", "jurisdiction", "compound", "designation", "indication")
_Name = Literal["agency", "sponsor", "jurisdiction", "compound", "designation", "indication"]
_ENOUGH = 4.0
"""Of the points below: a month, two names of the event, or one and two of its words. Chosen on
`bench/lint/written/development.jsonl`, where no sentence of another standing reaches it."""
_DAY, _MONTH = 3.0, 2.0
_NEAR = 0.5
"""For a name that stands around the sentence, where its own counts one."""
_MOST_WORDS = 3
_LEAST_SHARE = 0.4
"""Of the words of the clause, names and dates aside, that the event must have too."""


def recounted(passage: Passage) -> Iterator[Opinion]:
    """Opinions on the dated clauses that tell what one decision on record is."""
    for clause in passage.clauses:
        moments = _moments(passage, clause)
        since = moments and _SINCE.search(clause.words[: moments[0].start])
        words = clause.words if not since else _lasting(clause.words, since)
        if moments and not _OPEN.search(words):
            found = _meant(passage, clause, moments)
            if since:
                found = tuple(e for e in found if e.kind in _STARTS)
            if found:
                what = stated(passage, clause.start, clause.end)
                yield opinion("supported", what, passage, found)


def _lasting(words: str, since: re.Match[str]) -> str:
    """A clause without the word that says that something goes on since its date."""
    return f"{words[: since.start()]}{' ' * len(since.group())}{words[since.end() :]}"


def _moments(passage: Passage, clause: Clause) -> Sequence[Moment]:
    """The dates of a clause or of its row of a table; none if one is no closer than a year."""
    own = passage.moments(clause) or tuple(m for m in (passage.row_date,) if m)
    return own if all(_is_close(m) and m.relation == "on" for m in own) else ()


def _meant(passage: Passage, clause: Clause, moments: Sequence[Moment]) -> tuple[Event, ...]:
    """The events that a clause tells, best first; those of the same rank together."""
    ranked = [
        (points, event)
        for event in passage.timeline.events
        if all(m.fits(event) for m in moments)
        and (points := _points(passage, clause, event, moments)) >= _ENOUGH
    ]
    best = max((points for points, _ in ranked), default=0)
    return tuple(event for points, event in ranked if points == best)


def _points(passage: Passage, clause: Clause, event: Event, moments: Sequence[Moment]) -> float:
    """How much of a clause is what the event is; 0 where something of it is another."""
    names = _names(passage, clause, event)
    told = passage.records.remembered(("told", event.id), lambda: _words(event))
    words = _CENTER.sub("centre", clause.words)
    said = stems(words, tuple((m.start, m.end) for m in passage.scope.own.mentions))
    shared = len(said & told)
    if not names or not shared or (said & _RANKS) - told:
        return 0
    if shared < _LEAST_SHARE * len(said) or _says_no(clause) != _is_against(event):
        return 0
    if not _figures(passage, clause) <= _figures_of(passage, event):
        return 0
    return names + (_DAY if all(m.date.day for m in moments) else _MONTH) + min(shared, _MOST_WORDS)


def _words(event: Event) -> frozenset[str]:
    return stems(gist(event.summary)) | stems(_SAID.get(event.kind, ""))


def _says_no(clause: Clause) -> bool:
    return _AGAINST.search(clause.words) is not None


def _figures(passage: Passage, clause: Clause) -> set[Decimal]:
    """The figures that a clause gives, dates aside."""
    own = (q for q in passage.reading.quantities if clause.holds(q.start, q.end))
    return {number for quantity in own for number in _numbers(quantity)}


def _figures_of(passage: Passage, event: Event) -> frozenset[Decimal]:
    """The figures that the record of an event gives."""

    def find() -> frozenset[Decimal]:
        votes = {Decimal(n) for vote in event.votes for n in (vote.yes, vote.no)}
        texts = (event.summary, event.note or "", *(detail.figure for detail in event.figures))
        return frozenset(votes | {n for text in texts for q in read(text) for n in _numbers(q)})

    return passage.records.remembered(("figures told", event.id), find)


def _numbers(quantity: Quantity) -> Iterator[Decimal]:
    if isinstance(quantity, Count | Percent | Money | Duration):
        yield quantity.value.value
    elif isinstance(quantity, Vote):
        yield from (quantity.first.value, quantity.second.value)


def _is_against(event: Event) -> bool:
    if event.kind in {"refusal", "clinical-hold", "retraction"} or event.position == "against":
        return True
    return bool(_AGAINST.search(gist(event.summary).lower()))


def _is_close(moment: Moment) -> bool:
    return bool(moment.date.year and (moment.date.month or moment.date.part))


def _names(passage: Passage, clause: Clause, event: Event) -> float:
    """Points for the names that clause and event share; 0 if the clause has a foreign one."""
    points = 0.0
    for kind in _NAMES:
        own = [i for m in passage.mentions(kind, clause) for i in m.ids[:1]]
        fits = [_is_of(passage, kind, ident, event) for ident in own]
        if False in fits:
            return 0
        if True in fits:
            points += 1
        elif not own and kind != "indication":
            around = (m for layer in passage.scope.layers for m in layer.of(kind))
            near = any(_is_of(passage, kind, i, event) for m in around for i in m.ids[:1])
            points += _NEAR * near
    return points


def _is_of(passage: Passage, kind: _Name, ident: str, event: Event) -> bool | None:
    """Whether a name is one of the event's; None where the event has none of the kind."""
    records, timeline = passage.records, passage.timeline
    if kind in {"agency", "sponsor"}:
        parties = {event.agency, *event.holder}
        if any(timeline.sponsors.related(ident, p) for p in parties) or ident in parties:
            return True
        return None if kind == "agency" and event.agency not in timeline.agencies else False
    if kind == "jurisdiction":
        return records.jurisdictions.related(ident, event.jurisdiction)
    if kind == "designation":
        return ident in {event.designation, event.kind}
    family = records.compounds if kind == "compound" else records.indications
    known = event.compound if kind == "compound" else event.indication
    return any(family.related(ident, k) for k in known) if known else None
