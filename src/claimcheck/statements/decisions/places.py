"""Who decided, and where: agencies, jurisdictions, companies."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.names import Mention

_IN = lazy(
    r"\b(?:in|across|throughout|within|inside|outside|by|to|from|under|for|and|or|nor|both|of|"
    r"before|after|beyond|besides|took|needed|is|was|ma(?:de|kes|king)|giv(?:e|es|ing)|"
    r"while|than|"
    r"where|when|that|but|although|the|as|if|like|only)\s+(?:the\s+)?(?:state of\s+|"
    r"province of\s+)?\Z|(?:^|[,;:(–—])\s*(?:the\s+)?\Z"
)
_ACTS = lazy(
    r"(?:[’']s?)?\s*(?:\w+ly\s+)?(?:\w+\s+)?(?:has|have|had|became|becomes|was|is|will|approv\w+|"
    r"legali[sz]\w+|de-?crimin\w+|"
    r"allow\w*|permit\w*|let|lets|pass\w*|vot\w+|ban\w*|reject\w*|opened?|began|started|joined|"
    r"made|"
    r"moved?|needed|reschedul\w+|set|signed|launch\w*|created|issued|granted|authori[sz]\w+)\b|[’']s\b"
)
_ADJECTIVAL = lazy(
    r"\s+(?:orphan|marketing|breakthrough|licen[cs]e|indication|label|regulators?|authorit\w+|government|approval|"
    r"federal|law|health|medicines?|drug|"
    r"legislat\w+|hospitals?|clinics?|patients?|people|citizens|courts?|senate|cabinet|"
    r"prescribers?|nurses|lawmakers|voters|psychiatrists|doctors|physicians|ministry|"
    r"department|"
    r"parliament|agency)\b"
)
_PARTS = lazy(r"\s+(?:states?|countr(?:y|ies)|nations?|provinces?|cit(?:y|ies)|count(?:y|ies))\b")
"""After the name of a place: it tells of which sort another one is ("a European country")."""
_SOME = lazy(
    r"\b(?:an?|one|another|some|any|no|each|every|several|many|most|few|other|only|first|second|"
    r"third|fourth|fifth|last|next|two|three|four|five|six|seven|\d+) (?:the )?\Z"
)
_LIKE = lazy(
    r"\b(?:equivalent|counterpart|version|answer|similar|akin|analogous) (?:of|to) (?:the )?\Z"
)
_COUNTED = lazy(r"\b(?:day|week|month|year)s? (?:after|before) (?:the |its |an? )?\Z")
_COMPARED = lazy(
    r"\b(?:as|than|like|unlike|after|before|behind|ahead of|following) (?:did |that of )?"
    r"(?:the )?\Z"
)
"""Before the second agency of a clause: the first one is compared with it."""
_REGULATOR = lazy(
    r"\b(?:the (?:agency|regulators?|authorit(?:y|ies)|watchdog)|(?:drug |"
    r"medicines )?regulators?)\b"
)


_STRANGER = lazy(
    r"\b([A-Z]\w+)['’]s (?:own |drug |medicines? |health |food |and )*"
    r"(?:regulators?|watchdog|authority|agency|ministry)\b"
)
"""The regulator of a place that has no name in the vocabulary."""


@dataclass(frozen=True, slots=True)
class Place:
    """Who or where; `hinted` ones are not in the sentence but around it."""

    agencies: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    hinted: bool = False
    vague: bool = False
    """"In some countries"."""

    def __bool__(self) -> bool:
        return bool(self.agencies or self.jurisdictions)


def places(passage: Passage, clause: Clause, agencies: Collection[str] = ()) -> tuple[Place, ...]:
    """Who decides in a clause, each by itself; one empty place if nobody is named.

    `agencies`, if given, are the only ones that can have decided; where the clause names others,
    there is nothing to judge.
    """
    vague = bool(phrases.EVERYWHERE.search(clause.words))
    if of_stranger(passage, clause):
        return (Place((), ("unknown",)),)
    for where in (clause, None):
        if found := _agencies(passage, where, agencies):
            return tuple(Place((ident,), ()) for ident in found)
        if where and any(not likened(passage, m) for m in passage.mentions("agency", where)):
            return ()
        if found := _jurisdictions(passage, where):
            return tuple(Place((), (ident,)) for ident in found)
        if vague:
            return (Place(vague=True),)
    if _REGULATOR.search(clause.words):
        return (replace(_hint(passage, agencies, nations=False), hinted=False),)
    return (_hint(passage, agencies),)


def of_stranger(passage: Passage, clause: Clause) -> bool:
    """Whether who decides is of a place that no name of the vocabulary and no town stands for."""
    found = _STRANGER.search(passage.text, clause.start, clause.end)
    if found is None:
        return False
    start, end = found.span(1)
    named = any(m.start < end and start < m.end for m in passage.scope.own.mentions)
    lands = passage.records.base.vocabulary.jurisdictions
    return not named and not any(found[1] in land.towns for land in lands)


def named_places(passage: Passage, clause: Clause | None) -> tuple[Mention, ...]:
    """The jurisdictions that a clause names as places, not as adjectives."""
    over = [*passage.mentions("agency", clause), *passage.mentions("sponsor", clause)]
    return tuple(
        m
        for m in passage.mentions("jurisdiction", clause)
        if m.ids[0] != "international"
        and not any(o.start <= m.start and m.end <= o.end for o in over)
        and _is_place(passage.low, m)
    )


def holders(passage: Passage, clause: Clause) -> tuple[str, ...]:
    """The companies of a clause that hold anything in the records."""
    return tuple(
        dict.fromkeys(
            m.ids[0]
            for m in passage.mentions("sponsor", clause)
            if m.ids[0] in passage.timeline.holders
        )
    )


def _is_place(low: str, mention: Mention) -> bool:
    before, after = low[max(0, mention.start - 24) : mention.start], low[mention.end :]
    if _PARTS.match(after) and _SOME.search(before):
        return False
    return bool(_ADJECTIVAL.match(after) or _ACTS.match(after)) or (
        bool(_IN.search(before))
        and not re.match(r"[- ](?:company|firm|trial|study|research|biotech)", after)
    )


def _agencies(passage: Passage, clause: Clause | None, only: Collection[str]) -> tuple[str, ...]:
    named = [m for m in passage.mentions("agency", clause) if not likened(passage, m)]
    acting = [m for m in named if m is named[0] or not _COMPARED.search(_before(passage, m))]
    found = [m.ids[0] for m in acting]
    return tuple(dict.fromkeys(a for a in found if not only or a in only))


def likened(passage: Passage, mention: Mention) -> bool:
    """Whether an agency is only compared with ("Australia's equivalent to the FDA"), or its deed
    counted from ("a week after the order")."""
    before = _before(passage, mention)
    return bool(_LIKE.search(before) or _COUNTED.search(before))


def _before(passage: Passage, mention: Mention) -> str:
    return passage.low[max(0, mention.start - 40) : mention.start]


def _jurisdictions(passage: Passage, clause: Clause | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.ids[0] for m in named_places(passage, clause)))


def _hint(passage: Passage, only: Collection[str], *, nations: bool = True) -> Place:
    """The agency or the country of the nearest text around the sentence that names one."""
    for layer in passage.scope.layers[1:]:
        agencies = [m.ids[0] for m in layer.of("agency") if not only or m.ids[0] in only]
        if agencies:
            return Place(tuple(dict.fromkeys(agencies)), (), hinted=True)
        countries = [m.ids[0] for m in layer.of("jurisdiction") if m.ids[0] != "international"]
        if countries and nations:
            return Place((), tuple(dict.fromkeys(countries)), hinted=True)
    return Place(hinted=True)
