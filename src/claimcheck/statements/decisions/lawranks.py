"""The first, the only, the second state to make a law; how many have made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.lawnames import place_around
from claimcheck.statements.decisions.lawstatements import PASSED, LawStatement, concerns
from claimcheck.statements.decisions.localities import (
    firsts,
    is_local,
    localities,
    made_there,
    siblings,
)
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.stakes import related, spoken_of, treatments
from claimcheck.statements.decisions.timeline import until
from claimcheck.statements.nouns import Opinion, Standing

_PLACE = (
    r"(?:[\w.]+[- ]){0,3}?"
    r"(?:states?|countr(?:y|ies)|nations?|provinces?|cit(?:y|ies)|jurisdictions?|places?)"
)
_FIRST = lazy(
    rf"\bfirst {_PLACE}\b|\bfirst (?:in the (?:nation|country|world|u\.?s))\b|\bwas the first to\b|"
    rf"\bbecame the first to\b"
)
_ONLY = lazy(
    rf"\b(?:only|sole) {_PLACE}\b|\bno other {_PLACE}\b(?! had\b)|\bonly in\b|"
    rf"\balone in\b|^\W*(?:so far,? |to date,? )?only\b|"
    rf"\bjust (?:one|two|three|four|five|six) {_PLACE}\b"
)
_NTH = lazy(rf"\b(second|third|fourth|fifth) (?:{_PLACE}\b|to (?!none|last))")
RANK = lazy("|".join(p.pattern for p in (_FIRST, _ONLY, _NTH)))
_QUALIFIED = lazy(
    r"\b(?:through|by|via) (?:its |the |an? )?(?:own )?(?:\w+ )?(?:legislat\w+|lawmakers|statute|"
    r"bill|parliament)\b|\bby (?:an? )?(?:act|law|vote) of\b|"
    r"\bwithout (?:a )?(?:ballot|vote|referendum)"
)
"""The first in one way of doing it: others may have been first in another."""
_COUNTED = lazy(
    r"\s*(?:(?:u\.?s\.?|american|other|more|whole) )*(?:states?|(?P<some>places|jurisdictions))\b|"
    r"\s*(?:[\w.]+ ){0,2}?(?P<parts>counties|cities|towns|municipalities|provinces)\b"
)
_SERVICES = lazy(
    r"\b(?:program(?:me)?s?|services|cent(?:re|er)s|supervised|therapy|treatments?|legal access|"
    r"medical use)\b"
)
_LEGAL = lazy(
    r"\b(?:legal\w*|allow\w*|permit\w*|offer\w*|licen[sc]\w*|opened|programmes?|programs?|"
    r"frameworks?|schemes?)\b"
)
_PRESENT = lazy(
    r"\b(?:is|are|has|have|now|allow|permit|offer|let|already|so far|only|just|exists?|today)\b"
)
_ASIDE = lazy(
    r"\b(?:trials?|stud(?:y|ies)|bills?|propos\w+|consider\w*|debat\w+|introduced|lawmakers|vote[ds]?|"
    r"decriminali\w+|would|could|may|might|will|research|ban(?:ned)?)\b"
)
_STATE = lazy(r"\bstates?\b")
_IT = lazy(r"\bit\b")
_FIRST_TOLD = lazy(r"\bthe first\b")
_ORDER = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}


def ranked(
    passage: Passage, cue: Cue, statement: LawStatement, own: Sequence[Event]
) -> tuple[Opinion, ...] | None:
    """The opinion on the rank that a sentence gives a place.

    None where it gives none or the records agree; empty where they cannot tell.
    """
    words = cue.clause.words[cue.clause.start :]
    if not statement.effects and not any(e.effect for e in own):
        return None
    if _QUALIFIED.search(words):
        return None
    order = _order(passage, statement, own)
    if _ONLY.search(words):
        return _only(passage, cue, statement, order)
    if _FIRST.search(words):
        return _at(passage, statement, order, 1)
    if found := _NTH.search(words):
        return _at(passage, statement, order, _ORDER[found[1]])
    return None


def _order(passage: Passage, statement: LawStatement, own: Sequence[Event]) -> dict[str, Event]:
    """When each place of the same rank first did it."""
    city = bool(statement.where.city)
    effects = statement.effects or frozenset(x for e in own for x in e.effect)
    events = [
        e
        for e in passage.timeline.of(PASSED)
        if is_local(passage, e) == city
        and (effects & set(e.effect) if effects else concerns(passage, e, statement))
    ]
    among = siblings(passage, statement.where)
    if _STATE.search(passage.low):
        among -= passage.timeline.districts
    return firsts(events, among)


def _only(
    passage: Passage, cue: Cue, statement: LawStatement, order: dict[str, Event]
) -> tuple[Opinion, ...] | None:
    named = {where.jurisdiction for where in localities(passage, cue.clause)}
    if _IT.search(cue.clause.words):
        named |= {where.jurisdiction for where in place_around(passage)}
    others = until([e for place, e in order.items() if place not in named], passage.now.first)
    if not others:
        return None
    mine = order.get(statement.where.jurisdiction)
    alone_once = mine is not None and all(e.date > mine.date for e in others)
    standing: Standing = "outdated" if alone_once else "contradicted"
    return (opinion(standing, statement.what, passage, others),)


def _at(
    passage: Passage, statement: LawStatement, order: dict[str, Event], rank: int
) -> tuple[Opinion, ...] | None:
    mine = order.get(statement.where.jurisdiction)
    if rank == 1 and _told_first(passage, statement):
        return None
    before = [e for e in order.values() if mine is None or e.date < mine.date]
    if len(before) >= rank:
        return (opinion("contradicted", statement.what, passage, before),)
    return None if mine and len(before) == rank - 1 else ()


def lawcounts(passage: Passage) -> Iterator[Opinion]:
    """The opinions on numbers of states that have services: fewer is the count of another day."""
    for count in passage.reading.of(Count):
        clause = passage.clause_at(count.start)
        words = clause.words
        after = _COUNTED.match(passage.low, count.start + len(count.text.split()[0]))
        open_now = _SERVICES.search(words) and _LEGAL.search(words) and _PRESENT.search(words)
        parts = bool(after and after["parts"])
        unsure = _ASIDE.search(words) or phrases.HISTORY.search(words)
        if not (after and open_now) or unsure or phrases.NEGATION.search(words):
            continue
        if (parts and _recorded(passage)) or (after["some"] and not _of_states(passage, clause)):
            continue
        known = () if parts else until(_first_services(passage), passage.now.first)
        said = int(count.value.value)
        if count.bound in {"exact", "at-most"} and 0 < said <= len(known):
            standing: Standing = "supported" if said == len(known) else "outdated"
            what = stated(passage, clause.start, clause.end)
            yield opinion(standing, what, passage, known[::-1])
        elif count.bound in {"exact", "at-most"} and treatments(passage, passage.scope.own):
            yield opinion("unsourced", stated(passage, clause.start, clause.end), passage)


def _of_states(passage: Passage, clause: Clause) -> bool:
    """Whether the places that a clause names are all parts of a country, or that country."""
    known = passage.timeline.jurisdictions
    named = [known[where.jurisdiction] for where in localities(passage, clause)]
    whole = {wide for place in named for wide in place.broader}
    return bool(named) and all(place.broader or place.id in whole for place in named)


def _recorded(passage: Passage) -> bool:
    """Whether the records of a place that is named count its parts."""
    places = {m.ids[0] for m in passage.mentions("jurisdiction")}
    here = (e for e in passage.timeline.of(PASSED) if e.jurisdiction in places)
    return any({"count", "cit"} & set(d.of) for e in here for d in e.figures)


def _first_services(passage: Passage) -> Iterable[Event]:
    """The first law on services of each part of a country, for the treatments that are named."""
    named = spoken_of(passage)
    parts = frozenset(t.id for t in passage.timeline.jurisdictions.values() if t.broader)
    every = passage.timeline.of(frozenset({"law"}))
    services = (e for e in every if "services" in e.effect and related(passage, named, e.compound))
    return firsts(services, parts).values()


def _told_first(passage: Passage, statement: LawStatement) -> bool:
    """Whether a record of the place itself says that it was the first."""
    named = statement.compounds
    return any(
        made_there(passage, e, statement.where)
        and _FIRST_TOLD.search(e.summary.lower())
        and not _NTH.search(e.summary.lower())
        and (not named or related(passage, named, e.compound))
        for e in passage.timeline.of(PASSED)
    )
