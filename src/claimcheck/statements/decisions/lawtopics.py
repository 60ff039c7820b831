"""Laws and licences that a clause says are still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.findings import stated
from claimcheck.statements.decisions.lawnames import place_around
from claimcheck.statements.decisions.lawranks import RANK
from claimcheck.statements.decisions.lawstatements import (
    PASSED,
    REFUSED,
    LawStatement,
    bill_of,
    effects_of,
    is_named,
    matching,
)
from claimcheck.statements.decisions.localities import Locality, localities
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.questions import Question
from claimcheck.statements.decisions.subjects import subjects

_ENACTED = lazy(
    r"\b(?:sign\w*|pass(?:ed|es)?|enact\w*|adopt\w*|approv\w*|legali[sz]\w*|legal|"
    r"de-?criminali[sz]\w*|regulat\w*|creat\w*|set(?:s|ting)? (?:up|aside)|establish\w*|allow\w*|"
    r"permit\w*|vot\w*|decid\w*|decision|launch\w*|fund\w*|money|allocat\w*|reject\w*|become|law|"
    r"ballot|parliament|put|spent|"
    r"senate|assembly|legislature|lawmakers|deputies|governor|bill|desk|draw\w*|draft\w*|writ\w*|issu\w*|lay|laid)\b"
)
"""After the words that look ahead: what is still to come is that a law is made."""
_VOTE = lazy(r"\bvot(?:e|es|ing|ers?)\b|\bballot\b|\breferendum\b")
_SIGNED = lazy(
    r"\bsign(?:ed|s|ing|ature)?\b[^.;,]{0,40}?\b(?:bill|act|law)\b|"
    r"\b(?:bill|act|law|measure|pilot|programme|program)\b[^.;,]{0,90}?\b(?:sign(?:ed|ature)|desk|governor|president)\b|"
    r"\bgovernor\b[^.;,]{0,40}?\b(?:decide|sign|veto|act)\b"
)
_MADE = lazy(
    r"\b(?:under|with|by|thanks to) (?:the|an?|this) (?:\w+ )?(?:law|act|bill|measure)\b(?! to be)"
    r"(?: that| which)? (?:[\w.'-]+ ){0,4}?(?:signed|passed|approved|enacted|adopted)\b"
)
"""What is still to come comes of a law that was made."""
_BODY = lazy(
    r"\b(?:voters|desk|governor|gov|mayor|parliament|legislature|lawmakers|senate|"
    r"assembly|chambers?)(?!\w)"
)
"""Who makes law in a place that only the text around names."""
_RULES = lazy(r"\brules?\b|\bdecree\b|\bregulations\b")
_OF_RULES = frozenset({"rules", "medical-use", "services"})
_NEAR = 24
_LEGAL = lazy(r"\blegal(?:ly)?\b")
_LEGALISED = frozenset({"services", "medical-use"})
_STATES = lazy(
    r"\b(?:no|none of the|any|not (?:a single|one)) (?:other )?(?:\w+ ){0,2}?"
    r"(state|country|province|nation)s?\b"
)


def enacted(asked: Question) -> Iterator[Event]:
    """Laws and ballots of the places that a clause names, or by the name of the bill."""
    passage, cue = asked.passage, asked.cue
    words = cue.clause.words
    near = max(asked.cue.clause.start, asked.ahead.start - _NEAR)
    if _MADE.search(words) or not (_ENACTED.search(words, near) or _VOTE.search(words)):
        return
    bill, effects = bill_of(words), effects_of(words)
    if not effects and RANK.search(words):
        effects = effects_of(passage.low)
    if not effects and _LEGAL.search(words) and _STATES.search(words):
        effects = _LEGALISED
    if _RULES.search(words):
        effects = _OF_RULES
    treated = subjects(passage, cue.clause, bare=True)
    compounds = treated[0].compounds if treated and not treated[0].whole else ()
    what = stated(passage, cue.clause.start, cue.clause.end)
    voting = bool(_VOTE.search(words))
    kinds = PASSED | REFUSED if bill or voting or _SIGNED.search(words) else PASSED
    named = localities(passage, cue.clause) or localities(passage, None)
    if not named:
        named = _around(passage, words)
    for where in named:
        said = LawStatement(what, where, compounds, effects, bill, False, True, ())
        if bill or effects:
            yield from matching(passage, said, kinds)
        elif compounds and _SIGNED.search(words):
            yield from (e for e in matching(passage, said, kinds) if e.kind == "law")
        elif voting and treated:
            yield from (e for e in matching(passage, said, kinds) if e.votes)
    if bill and not named:
        yield from (e for e in passage.timeline.of(kinds) if is_named(e, bill))
    elif effects and (rank := _STATES.search(words)):
        yield from _anywhere(passage, effects, compounds, inside=rank[1] in {"state", "province"})


def _around(passage: Passage, words: str) -> tuple[Locality, ...]:
    """The place that the text around names, if a clause tells of its lawmakers, or of a town in it
    that stands for them."""
    where = () if passage.mentions("jurisdiction") else place_around(passage)
    if not where or _BODY.search(words):
        return where
    lands = passage.records.base.vocabulary.jurisdictions
    here = [land for land in lands if land.id == where[0].jurisdiction and "-" not in land.id]
    towns = [t for land in here for t in land.towns]  # a town in a state makes laws of its own
    return where if any(re.search(rf"\b{re.escape(t.lower())}\b", words) for t in towns) else ()


def _anywhere(
    passage: Passage, effects: frozenset[str], compounds: tuple[str, ...], *, inside: bool
) -> Iterator[Event]:
    """Laws of any state, or of any country."""
    terms = passage.timeline.jurisdictions
    family = passage.records.compounds
    for event in passage.timeline.of(frozenset({"law", "access-scheme"})):
        ranked = event.jurisdiction in terms and bool(terms[event.jurisdiction].broader) == inside
        local = event.agency in passage.timeline.local
        treated = not compounds or any(c in family.up(e) for e in event.compound for c in compounds)
        if ranked and not local and treated and effects & set(event.effect):
            yield event


def licensed(asked: Question) -> Iterator[Event]:
    """Licences of centres in the places that a clause names."""
    passage, cue = asked.passage, asked.cue
    treated = subjects(passage, cue.clause, bare=True)
    compounds = treated[0].compounds if treated and not treated[0].whole else ()
    what = stated(passage, cue.clause.start, cue.clause.end)
    named = localities(passage, cue.clause) or localities(passage, None)
    for where in named or place_around(passage):
        said = LawStatement(what, where, compounds, frozenset({"licence"}), "", False, True, ())
        yield from matching(passage, said, PASSED)
