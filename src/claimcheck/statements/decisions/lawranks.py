"""The first, the only, the second state to make a law; how many have made it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.findings import opinion
from claimcheck.statements.decisions.lawstatements import PASSED, LawStatement, concerns
from claimcheck.statements.decisions.localities import (
    firsts,
    is_local,
    localities,
    made_there,
    siblings,
)
from claimcheck.statements.decisions.passage import Cue, Passage
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
    rf"\b(?:only|sole) {_PLACE}\b|\bno other {_PLACE}\b|\bonly in\b|\balone in\b|^\W*(?:so far,? |"
    rf"to date,? )?only\b|\bjust (?:one|two|three|four|five|six) {_PLACE}\b"
)
_NTH = lazy(rf"\b(second|third|fourth|fifth) {_PLACE}\b")
RANK = lazy("|".join(p.pattern for p in (_FIRST, _ONLY, _NTH)))
_QUALIFIED = lazy(
    r"\b(?:through|by|via) (?:its |the |an? )?(?:own )?(?:\w+ )?(?:legislat\w+|lawmakers|statute|"
    r"bill|parliament)\b|\bby (?:an? )?(?:act|law|vote) of\b|"
    r"\bwithout (?:a )?(?:ballot|vote|referendum)"
)
"""The first in one way of doing it: others may have been first in another."""
_STATE = lazy(r"\bstates?\b")
_FIRST_TOLD = lazy(r"\bthe first\b")
_ORDER = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_PLACES = frozenset({"state", "country", "city", "province", "jurisdiction"})


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


def _told_first(passage: Passage, statement: LawStatement) -> bool:
    """Whether a record of the place itself says that it was the first."""
    named = set(statement.compounds)
    family = passage.records.compounds
    return any(
        made_there(passage, e, statement.where)
        and _FIRST_TOLD.search(e.summary.lower())
        and not _NTH.search(e.summary.lower())
        and (not named or any(family.related(n, c) for n in named for c in e.compound))
        for e in passage.timeline.of(PASSED)
    )
