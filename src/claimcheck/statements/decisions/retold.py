"""Decisions told in words that no other reader knows: by whom, of what, for whom, when.

What a sentence tells of a decision is one record, or none. Its kind is known by the way in which a
body is said to have answered (`answers`), or by the words of a dated clause (`families`); names
and date pick the record. Where one of them does not fit while the others leave only one record,
that one is told wrongly. What is not understood so far is still borne out where names, date and
enough of the words are those of one record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.model.quantity import Count, Money, Percent
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable, phrases, wording
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.answers import KINDS, Answer, answer_of, answers
from claimcheck.statements.decisions.approvals import about_treatment
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.detailfigures import figures, is_same
from claimcheck.statements.decisions.facets import (
    FACETS,
    Facet,
    Named,
    idents,
    misfits,
    named,
    names_party,
)
from claimcheck.statements.decisions.families import kinds_told
from claimcheck.statements.decisions.findings import (
    Stated,
    at,
    nothing_listed,
    opinion,
    redated,
    stated,
)
from claimcheck.statements.decisions.moments import Moment, dates_of, nearest
from claimcheck.statements.decisions.moods import Modality
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.places import of_stranger
from claimcheck.statements.decisions.recounted import PLANNED, recounted
from claimcheck.statements.decisions.timeline import Wanted, in_force, is_over, opens, until
from claimcheck.statements.nouns import Opinion

_APPROVAL = frozenset({"approval"})
_REFUSAL = frozenset({"refusal"})
_PROPER = frozenset(
    {"guidance", "meeting", "safety-communication", "transparency", "priority-voucher"}
)
"""Kinds that are found by who acted, where a class of treatments is spoken of."""
_RULES = lazy(r"\brules\b|\bregulat")
_MANY = frozenset({"access-scheme", "trial-clearance", "company", "meeting"})
"""Kinds of which there are many that no record holds."""
_SELF_NAMED = frozenset(
    {"designation", "priority-voucher", "advisory-vote", "retraction", "transparency", "refusal"}
)
"""Kinds that are told without a word on who decided."""
_INSTEAD = lazy(r"\b(?:instead of|rather than|in vain)\b")
_FIRST = lazy(r"['’]s first\b|\bfirst\b[^.;,]{0,60}? (?:in|of) (?:the )?\w")
_SMALL = 4
"""More records than these leave open which one is meant."""
_UNSURE = lazy(
    r"\b(?:trials?|stud(?:y|ies)|results?|data|phase|launch\w*|founded|raised|shares?|million|"
    r"billion|plans?|expects?|until|between|first patient|enrol\w*|recruit\w*|draft\w*|"
    r"consult\w*|(?:began|started) (?:to|\w+ing)|work(?:ed|ing) on)\b"
)
"""A clause with one of these dates something else as well."""
_WORD = lazy(r"\w+")


def retold(passage: Passage) -> Iterator[Opinion]:
    """The opinions on decisions that a sentence tells in words of its own."""
    if any(of_stranger(passage, clause) for clause in passage.clauses):
        return
    if approvable.ANOTHER.search(passage.low):
        return
    treated = _treatments(passage)
    held = () if treated else idents(passage.scope.nearest("sponsor"))
    known = treated or passage.timeline.holders & set(held)
    told = [
        found
        for answer in (answers(passage) if known else ())
        for found in _answered(passage, answer, treated, held)
    ]
    yield from told
    plainly = [one for clause in passage.clauses for one in recounted(passage, clause)]
    dated = [c for c in passage.clauses if any(m.date.year for m in passage.moments(c))]
    answered = any(o.start < c.end and c.start < o.end for o in told for c in dated)
    if len(dated) == 1 and not answered and not _INSTEAD.search(passage.low):
        moments = [m for m in passage.moments(dated[0]) if m.date.year]
        counted = phrases.RELATIVE_DATE.search(passage.low, 0, moments[0].start)
        planned = PLANNED.search(dated[0].words) and not moments[0].passed(passage.now)
        still = ahead(dated[0])
        awaited = still is not None and still.manner == "awaited"
        told_so = not (counted or planned or awaited or len(moments) > 1 or _is_of_things(passage))
        kinds = kinds_told(passage, dated[0], moments[0]) if told_so else ()
        if kinds:
            once = _dated(passage, dated[0], kinds, moments[0])
            borne_out = any(one.standing == "supported" for one in plainly)
            yield from (one for one in once if one.standing == "supported" or not borne_out)
    yield from plainly


def _is_of_things(passage: Passage) -> bool:
    """Whether what is approved is a trial, a device or the like."""
    cues = passage.of_kind("approval")
    return bool(cues) and not any(about_treatment(passage, cue) for cue in cues)


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


def _answered(
    passage: Passage, answer: Answer, treated: tuple[str, ...], held: tuple[str, ...]
) -> Iterator[Opinion]:
    """What a body is said to have answered, beside its answers on record."""
    names: Named = {
        "compound": treated,
        "sponsor": held,
        "agency": (answer.agency,),
        "indication": answer.indications,
    }
    noun = "" if answer.good or answer.agency not in passage.timeline.licensing else "refusal"
    what = _shortly(passage, stated(passage, answer.start, answer.end), noun, names, answer.moments)
    alike = [
        e
        for e in passage.timeline.of(KINDS)
        if answer_of(e) is not None and not misfits(passage, names, e)
    ]
    then = [e for e in alike if not answer.moments or any(m.fits(e) for m in answer.moments)]
    agreeing = [e for e in then if answer_of(e, product=answer.product) == answer.good]
    if answer.denied and answer.good and len(agreeing) < len(then):
        agreeing = []  # it was the other answer, whatever else there was
    past = until(agreeing, passage.now.last)
    if past and in_force(past[-1], passage.now.last):
        over = not answer.moments and answer.yet and is_over(past[-1], passage.now.first)
        yield opinion("outdated" if over else "supported", what, passage, tuple(reversed(past)))
    elif opposed := until([e for e in then if e not in agreeing], passage.now.last):
        yield opinion("contradicted", what, passage, opposed[-1:])
    elif same := [e for e in alike if answer_of(e) == answer.good]:
        yield from _redated(passage, what, same, answer.moments)
    elif set(idents(passage.mentions("compound"))) & set(treated):
        yield from _unlisted(passage, what, names, _APPROVAL if answer.good else _REFUSAL)


def _shortly(
    passage: Passage, what: Stated, noun: str, names: Named, moments: tuple[Moment, ...]
) -> Stated:
    """The statement in its short form, if its decision has one."""
    wanted = Wanted(
        kinds=frozenset(),
        compounds=names["compound"],
        indications=names["indication"],
        agencies=names["agency"],
    )
    return wording.told(passage, what, noun, wanted, Modality("fact"), moments)


def _redated(
    passage: Passage, what: Stated, events: Sequence[Event], moments: Sequence[Moment]
) -> Iterator[Opinion]:
    """Another date than that of the record."""
    if len(moments) == 1 and (event := nearest(events, moments)):
        better = redated(moments[0], event)
        where = at(what, moments[0])
        yield opinion("contradicted", where, passage, (event,), suggestion=better)


def _unlisted(
    passage: Passage, what: Stated, names: Named, kinds: frozenset[str]
) -> Iterator[Opinion]:
    """A decision of which a complete list knows nothing."""
    agencies = names["agency"] or idents(passage.scope.nearest("agency"))
    where = {j for a in agencies for j in passage.timeline.licensing.get(a, ())}
    wanted = Wanted(
        kinds=kinds,
        compounds=names["compound"],
        indications=names["indication"],
        places=tuple(sorted(where)),
    )
    if where and (entry := passage.timeline.complete(wanted, passage.now.last)):
        expected = nothing_listed(entry, passage, " or ".join(kinds))
        yield opinion("contradicted", what, passage, expected=expected)


def _dated(
    passage: Passage, clause: Clause, kinds: frozenset[str], moment: Moment
) -> Iterator[Opinion]:
    """What a dated clause tells of a kind of decision, beside the records of that kind."""
    names = named(passage, clause)
    decider = names["agency"] or names["jurisdiction"]
    proper = kinds & _PROPER or _RULES.search(clause.words)
    general = bool(proper and decider and passage.mentions("treatment"))
    if not (names["compound"] or names["sponsor"] or general):
        return
    every = [e for e in passage.timeline.of(kinds) if _patients(e)]
    if not (names["compound"] or names["sponsor"] or kinds & _PROPER):
        every = [e for e in every if not e.compound]  # of all of a class
    pool = [e for e in every if not misfits(passage, names, e)]
    noun = next(iter(kinds)) if len(kinds) == 1 else ""
    what = stated(passage, clause.start, clause.end)
    what = _shortly(passage, what, noun, names, (moment,))
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
    elif kinds != _APPROVAL or passage.mentions("compound") or passage.mentions("sponsor"):
        yield from _mistold(passage, what, kinds, names, moment)


def _mistold(
    passage: Passage, what: Stated, kinds: frozenset[str], names: Named, moment: Moment
) -> Iterator[Opinion]:
    """What no record has just so: one of that month differs in one thing, or no list holds it."""
    twins = _twins(passage, kinds, names, moment)
    if opposed := _opposed(passage, kinds, names, moment):
        yield opinion("contradicted", what, passage, opposed)
    elif twins:
        part = any(not misfits(passage, names, e, wide=True) for e in twins)
        if not part and any(_is_named(passage, e) for e in twins):
            yield opinion("contradicted", what, passage, twins)
    elif kinds == _REFUSAL and passage.scope.nearest("agency"):
        yield from _unlisted(passage, what, names, kinds)


def _opposed(passage: Passage, kinds: frozenset[str], names: Named, moment: Moment) -> list[Event]:
    """The refusals of the very month in which an approval is told, or the other way round."""
    other = {"approval": "refusal", "refusal": "approval"}
    found = passage.timeline.of(frozenset(other[k] for k in kinds if k in other))
    return [
        e
        for e in found
        if moment.date.month and moment.fits(e) and _patients(e) and not misfits(passage, names, e)
    ]


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
    if event.kind in {"scheduling", "access-scheme"}:
        return opens(event)
    return not (event.schedule or event.effect)


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


def _twins(passage: Passage, kinds: frozenset[str], names: Named, moment: Moment) -> list[Event]:
    """The records of that very month that differ in just one of the things named."""
    if not moment.date.month or sum(bool(names[facet]) for facet in FACETS) < 2:
        return []
    every = (e for e in passage.timeline.of(kinds) if _patients(e) and moment.fits(e))
    then = [e for e in every if any(d.month for d in dates_of(e))]
    odd = ((e, misfits(passage, names, e)) for e in then)
    return [e for e, facets in odd if len(facets) == 1 and all(_has(e, f) for f in facets)]


def _has(event: Event, facet: Facet) -> bool:
    """Whether a record holds a treatment, or a company, that could be told wrongly."""
    return bool({"compound": event.compound, "sponsor": event.holder}.get(facet, True))
