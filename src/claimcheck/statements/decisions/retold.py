"""Decisions told in words that no other reader knows: by whom, of what, for whom, when.

What a sentence tells of a decision is one record, or none. Its kind is known by the way in which a
body is said to have answered (`answers`), or by the words of a dated clause (`families`); names
and date pick the record. Where one of them does not fit while the others leave only one record,
that one is told wrongly. What is not understood so far is still borne out where names, date and
enough of the words are those of one record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from claimcheck.model.events import Event, EventKind
from claimcheck.model.quantity import Count, Duration, Money, Percent, Quantity, Vote
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.answers import KINDS, Answer, answer_of, answers
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.detailfigures import figures, is_same
from claimcheck.statements.decisions.facets import (
    FACETS,
    Facet,
    Named,
    has,
    idents,
    misfits,
    named,
    names_party,
)
from claimcheck.statements.decisions.families import kinds_told
from claimcheck.statements.decisions.findings import (
    Stated,
    at,
    gist,
    nothing_listed,
    opinion,
    redated,
    stated,
)
from claimcheck.statements.decisions.moments import Moment, dates_of, nearest
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.timeline import Wanted, in_force, opens, until
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.words import stems

_PROPER = frozenset({"guidance", "meeting", "safety-communication", "transparency"})
"""Kinds that are found by who acted, where a class of treatments is spoken of."""
_MANY = frozenset({"access-scheme", "trial-clearance", "company", "meeting"})
"""Kinds of which there are many that no record holds."""
_SELF_NAMED = frozenset(
    {"designation", "priority-voucher", "advisory-vote", "retraction", "transparency"}
)
"""Kinds that are told without a word on who decided."""
_INSTEAD = lazy(r"\b(?:instead of|rather than)\b")
_FIRST = lazy(r"['’]s first\b|\bfirst\b[^.;,]{0,60}? (?:in|of) (?:the )?\w")
_SMALL = 3
"""More records than these leave open which one is meant."""
_UNSURE = lazy(
    r"\b(?:trials?|stud(?:y|ies)|results?|data|phase|launch\w*|founded|raised|shares?|million|"
    r"billion|plans?|expects?|until|between|first patient|enrol\w*|recruit\w*)\b"
)
"""A clause with one of these dates something else as well."""
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
_WORD = lazy(r"\w+")
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
_ENOUGH = 4.0
"""Of the points below: a month, two names of the event, or one and two of its words. Chosen on
`bench/lint/written/development.jsonl`, where no sentence of another standing reaches it."""
_DAY, _MONTH = 3.0, 2.0
_NEAR = 0.5
"""For a name that stands around the sentence, where its own counts one."""
_MOST_WORDS = 3
_LEAST_SHARE = 0.4
"""Of the words of the clause, names and dates aside, that the event must have too."""


def retold(passage: Passage) -> Iterator[Opinion]:
    """The opinions on decisions that a sentence tells in words of its own."""
    if treated := _treatments(passage):
        for answer in answers(passage):
            yield from _answered(passage, answer, treated)
    dated = [c for c in passage.clauses if any(m.date.year for m in passage.moments(c))]
    counted = _INSTEAD.search(passage.low) or phrases.RELATIVE_DATE.search(passage.low)
    if len(dated) == 1 and not counted:
        moments = [m for m in passage.moments(dated[0]) if m.date.year]
        if len(moments) == 1 and (kinds := kinds_told(passage, dated[0], moments[0])):
            yield from _dated(passage, dated[0], kinds, moments[0])
    for clause in passage.clauses:
        yield from _recounted(passage, clause)


def _treatments(passage: Passage) -> tuple[str, ...]:
    """The one treatment of the sentence, or of the nearest text around it that names any."""
    family = passage.records.compounds
    for depth, layer in enumerate(passage.scope.layers):
        if found := idents(layer.of("compound")):
            known = all(n in passage.timeline.compounds for n in found)
            alike = len({family.root(n) for n in found}) == 1
            several = depth > 0 and phrases.ENSEMBLE.search(passage.low)
            return found if known and (alike or several) else ()
    return ()


def _answered(passage: Passage, answer: Answer, treated: Sequence[str]) -> Iterator[Opinion]:
    """What a body is said to have answered, beside its answers on record."""
    names: Named = {
        "compound": tuple(treated),
        "agency": (answer.agency,),
        "indication": answer.indications,
    }
    what = stated(passage, answer.start, answer.end)
    alike = [
        e
        for e in passage.timeline.of(KINDS)
        if answer_of(e) is not None and not misfits(passage, names, e)
    ]
    then = [e for e in alike if not answer.moments or any(m.fits(e) for m in answer.moments)]
    agreeing = [e for e in then if answer_of(e) == answer.good]
    past = until(agreeing, passage.now.last)
    if past and in_force(past[-1], passage.now.last):
        yield opinion("supported", what, passage, tuple(reversed(past)))
    elif opposed := until([e for e in then if e not in agreeing], passage.now.last):
        yield opinion("contradicted", what, passage, opposed[-1:])
    elif same := [e for e in alike if answer_of(e) == answer.good]:
        yield from _redated(passage, what, same, answer.moments)
    elif answer.good and set(idents(passage.mentions("compound"))) & set(treated):
        yield from _unlisted(passage, what, names)


def _redated(
    passage: Passage, what: Stated, events: Sequence[Event], moments: Sequence[Moment]
) -> Iterator[Opinion]:
    """Another date than that of the record."""
    if len(moments) == 1 and (event := nearest(events, moments)):
        better = redated(moments[0], event)
        told = at(what, moments[0])
        yield opinion("contradicted", told, passage, (event,), suggestion=better)


def _unlisted(passage: Passage, what: Stated, names: Named) -> Iterator[Opinion]:
    """A yes of which a complete list knows nothing."""
    where = {j for a in names["agency"] for j in passage.timeline.licensing.get(a, ())}
    wanted = Wanted(
        kinds=frozenset({"approval"}),
        compounds=names["compound"],
        indications=names["indication"],
        places=tuple(sorted(where)),
    )
    if where and (entry := passage.timeline.complete(wanted, passage.now.last)):
        expected = nothing_listed(entry, passage, "approval")
        yield opinion("contradicted", what, passage, expected=expected)


def _dated(
    passage: Passage, clause: Clause, kinds: frozenset[str], moment: Moment
) -> Iterator[Opinion]:
    """What a dated clause tells of a kind of decision, beside the records of that kind."""
    names = named(passage)
    decider = names["agency"] or names["jurisdiction"]
    general = bool(kinds & _PROPER and decider and passage.mentions("treatment"))
    if not (names["compound"] or names["sponsor"] or general):
        return
    every = [e for e in passage.timeline.of(kinds) if _patients(e)]
    pool = [e for e in every if not misfits(passage, names, e)]
    what = stated(passage, clause.start, clause.end)
    if not pool and _FIRST.search(clause.words):  # the first of a union is in one of its states
        pool = [e for e in every if not misfits(passage, names, e, wide=True) and moment.fits(e)]
        if any(town not in e.summary for e in pool for town in _towns(passage, clause, e)):
            yield opinion("contradicted", what, passage, pool)
            return
    if fitting := [e for e in pool if moment.fits(e)]:
        if _counts_fit(passage, fitting):
            yield opinion("supported", what, passage, fitting)
    elif pool:
        single = len(pool) == 1 and not kinds & _MANY
        sure = moment.relation == "on" and _sure(clause, names, alone=single)
        event = nearest(pool, (moment,)) if sure and len(pool) <= _SMALL else None
        if event is not None and _is_named(passage, event):
            yield from _redated(passage, what, (event,), (moment,))
    elif twins := _twins(passage, every, names, moment):
        part = any(not misfits(passage, names, e, wide=True) for e in twins)
        if not part and any(_is_named(passage, e) for e in twins):
            yield opinion("contradicted", what, passage, twins)


def _towns(passage: Passage, clause: Clause, event: Event) -> Iterator[str]:
    """The towns of an event's country that a clause names."""
    words = set(_WORD.findall(passage.text[clause.start : clause.end]))
    for place in passage.records.base.vocabulary.jurisdictions:
        if place.id == event.jurisdiction:
            yield from (town for town in place.towns if town in words)


def _is_named(passage: Passage, event: Event) -> bool:
    """Whether the text names who decided, where, for whom, or the very product."""
    return event.kind in _SELF_NAMED or any(
        names_party(passage, mention, event)
        for layer in passage.scope.layers
        for mention in layer.mentions
    )


def _patients(event: Event) -> bool:
    """Whether an event is about medicines, not about a law or a list of controlled drugs."""
    return opens(event) if event.kind == "scheduling" else not (event.schedule or event.effect)


def _counts_fit(passage: Passage, events: Sequence[Event]) -> bool:
    """Whether every number of things or sum of money is one that the records hold."""
    told = [
        held.value
        for sort in figures(passage.records).values()
        for held in sort
        if held.event in events
    ]
    written = [q for q in passage.reading.quantities if isinstance(q, Count | Money | Percent)]
    return all(any(is_same(q, value, rule=False) for value in told) for q in written)


def _sure(clause: Clause, names: Named, *, alone: bool) -> bool:
    """Whether the clause dates nothing else, and names two things or who decided.

    `alone` tells that there is just one such record.
    """
    told = [facet for facet in FACETS if names[facet]]
    decided = {"agency", "jurisdiction", "sponsor"} & set(told)
    return not _UNSURE.search(clause.words) and (alone or bool(decided or len(told) > 1))


def _twins(passage: Passage, every: Sequence[Event], names: Named, moment: Moment) -> list[Event]:
    """The records of that very month that differ in just one of the things named."""
    if not moment.date.month or sum(bool(names[facet]) for facet in FACETS) < 2:
        return []
    then = [e for e in every if moment.fits(e) and any(d.month for d in dates_of(e))]
    return [e for e in then if len(misfits(passage, names, e)) == 1]


def _recounted(passage: Passage, clause: Clause) -> Iterator[Opinion]:
    """A dated clause with the names and the words of one record, which it bears out."""
    moments = passage.moments(clause) or tuple(m for m in (passage.row_date,) if m)
    if not moments or not all(_is_close(m) and m.relation == "on" for m in moments):
        return
    words = clause.words
    since = _SINCE.search(words[: moments[0].start])
    if since:  # that something goes on since its date dates it no less
        words = f"{words[: since.start()]}{' ' * len(since.group())}{words[since.end() :]}"
    if _OPEN.search(words):
        return
    pool = [e for e in passage.timeline.events if all(m.fits(e) for m in moments)]
    ranked = [(_points(passage, clause, event, moments), event) for event in pool]
    best = max((points for points, _ in ranked), default=0)
    found = [e for points, e in ranked if points == best and (not since or e.kind in _STARTS)]
    if found and best >= _ENOUGH:
        yield opinion("supported", stated(passage, clause.start, clause.end), passage, found)


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
