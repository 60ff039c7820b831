"""Decisions that a clause recounts: it names who, what and when as one record does, in its words.

No wording is known here. A dated clause is compared with what the records say of that day, and
borne out where names, date and enough of the words are those of one event. It never contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claimcheck.model.events import Event, EventKind
from claimcheck.model.quantity import Count, Date, Duration, Money, Percent, Quantity, Vote
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.facets import FACETS, Facet, has, idents
from claimcheck.statements.decisions.findings import gist, opinion, stated
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import treatments
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.words import stems

_OPEN = lazy(
    r"\b(?:if|whether|may|might|could|would|should|will|expect\w*|plan(?:s|ned|ning)?|hop(?:e|es|ed|"
    r"ing)|propos\w+|likely|until|before|after|since|ahead of|by|only|sole)\b(?! #)"
)
"""What is wished or foreseen, or dated by something else, recounts nothing."""
PLANNED: Final = lazy(
    r"\b(?:plans?|planned|planning|intends?|expect(?:s|ed)|aims?|will|is to|due|targets?|"
    r"(?:means|wants|hopes|set|slated|scheduled) to)\b"
)
"""Words for what is still to be done, where its day has not passed."""
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
    "access-scheme": "allowed permitted access opened began force listed rules",
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
_ENOUGH = 4.0
"""Of the points below: a month, two names of the event, or one and two of its words. Chosen on
`bench/lint/written/development.jsonl`, where no sentence of another standing reaches it."""
_DAY, _MONTH = 3.0, 2.0
_NEAR = 0.5
"""For a name that stands around the sentence, where its own counts one."""
_MOST_WORDS = 3
_LEAST_SHARE = 0.4
"""Of the words of the clause, names and dates aside, that the event must have too."""


def recounted(passage: Passage, clause: Clause) -> Iterator[Opinion]:
    """The opinion on a dated clause that has the names and the words of one record."""
    moments = passage.moments(clause) or tuple(m for m in (passage.row_date,) if m)
    if not moments or not all(_is_close(m) and m.relation == "on" for m in moments):
        return
    words = clause.words
    since = _SINCE.search(words[: moments[0].start])
    if since:  # that something goes on since its date dates it no less
        words = f"{words[: since.start()]}{' ' * len(since.group())}{words[since.end() :]}"
    if PLANNED.search(words) and not any(m.passed(passage.now) for m in moments):
        pool = [e for e in passage.timeline.events if all(_foresees(e, m) for m in moments)]
    elif _OPEN.search(words):
        return
    else:
        pool = [e for e in passage.timeline.events if all(m.fits(e) for m in moments)]
    clause = replace(clause, words=words)
    ranked = [(_points(passage, clause, event, moments), event) for event in pool]
    best = max((points for points, _ in ranked), default=0)
    found = [e for points, e in ranked if points == best and (not since or e.kind in _STARTS)]
    if found and best >= _ENOUGH:
        yield opinion("supported", stated(passage, clause.start, clause.end), passage, found)


def _foresees(event: Event, moment: Moment) -> bool:
    """Whether a record tells of something that is to happen just then."""
    told = read(event.summary)
    return any(isinstance(q, Date) and q.span == moment.span for q in told)


def _is_close(moment: Moment) -> bool:
    return bool(moment.date.year and (moment.date.month or moment.date.part))


def _points(passage: Passage, clause: Clause, event: Event, moments: Sequence[Moment]) -> float:
    """How much of a clause is what the event is; 0 where something of it is another."""
    names = sum(_shared(passage, clause, facet, event) for facet in FACETS)
    told = passage.records.remembered(("told", event.id), lambda: _words(event))
    words = _CENTER.sub("centre", clause.words)
    said = stems(words, tuple((m.start, m.end) for m in passage.scope.own.mentions))
    shared = len(said & told)
    if names <= 0 or not shared or (said & _RANKS) - told:
        return 0
    denies = _AGAINST.search(clause.words) is not None
    if shared < _LEAST_SHARE * len(said) or denies != _is_against(event):
        return 0
    own = (q for q in passage.reading.quantities if clause.holds(q.start, q.end))
    if not {n for q in own for n in _numbers(q)} <= _figures_of(passage, event):
        return 0
    return names + (_DAY if all(m.date.day for m in moments) else _MONTH) + min(shared, _MOST_WORDS)


def _shared(passage: Passage, clause: Clause, facet: Facet, event: Event) -> float:
    """Points for a name that clause and event share; a foreign one of the clause outweighs all."""
    own = [has(passage, facet, i, event) for i in idents(passage.mentions(facet, clause))]
    if own:
        return -len(FACETS) if False in own else float(True in own)
    around = (m for layer in passage.scope.layers for m in layer.of(facet))
    near = facet != "indication" and any(has(passage, facet, m.ids[0], event) for m in around)
    if facet == "compound" and passage.mentions("treatment"):  # one of the class that is named
        near = near or bool(treatments(passage, passage.scope.own) & set(event.compound))
    return _NEAR * near


def _words(event: Event) -> frozenset[str]:
    return stems(gist(event.summary)) | stems(_SAID.get(event.kind, ""))


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
