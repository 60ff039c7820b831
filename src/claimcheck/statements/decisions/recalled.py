"""Which record a dated sentence recalls, however it is worded.

A kind of decision (a word of its family stands in the clause), what or who it was about, and a
date: these three find the record. Where one of them does not fit while the others leave only one
record, that one is told wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.model.quantity import Count, Money, Percent
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.detailfigures import figures, is_same
from claimcheck.statements.decisions.findings import at, opinion, redated, stated
from claimcheck.statements.decisions.moments import Moment, dates_of, nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.timeline import opens
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion


@dataclass(frozen=True, slots=True)
class _Family:
    """Words of a kind of decision; `placed` ones count only beside a body that decides."""

    words: re.Pattern[str]
    kinds: frozenset[str]
    placed: bool = False
    alone: bool = False
    """Where they stand, the words of other families mean something else."""


def _family(kinds: str, words: str, *, placed: bool = False, alone: bool = False) -> _Family:
    return _Family(lazy(rf"\b(?:{words})"), frozenset(kinds.split()), placed, alone)


_FAMILIES: Final[tuple[_Family, ...]] = (
    _family(
        "refusal",
        r"(?:reject\w*|refus\w*|turn(?:ed|s)(?! (?:its|their))[^.;,]{0,40}?(?:down|away)|"
        r"complete response|declin\w+|"
        r"sen(?:t|ds)[^.;,]{0,40}?back|knocked back|rebuff\w*|denied)\b",
        alone=True,
    ),
    _family(
        "hold-lifted",
        r"hold\b[^.;]{0,60}?\b(?:lifted|removed|ended|gone|over\b|behind)|"
        r"(?:lift|remov|releas|free[ds]|end(?:ed|s)\b)[^.;]{0,60}?\bhold\b",
        alone=True,
    ),
    _family(
        "clinical-hold",
        r"(?:clinical|partial|full|regulatory|a|the|its) hold\b|on hold\b|held up\b",
    ),
    _family(
        "application",
        r"(?:fil(?:ed|es|ing)|submi\w+|appl(?:ied|ies|ication)|dossier|mail(?:ed|s)|"
        r"hand(?:ed|s) in|lodg\w+|sent (?:in|off)|delivered)\b",
    ),
    _family(
        "retraction", r"(?:retract\w*|withdr[ae]w\w*|pulled|t(?:ook|aken) back|withdrawals?)\b"
    ),
    _family(
        "company",
        r"(?:re-?nam\w+|re-?brand\w*|(?:new|its|changed|took the) name\b|called\b|known as\b|"
        r"trad(?:ed|es|ing) as\b|go(?:es|ing) by\b|turn(?:ed|ing) into\b)",
    ),
    _family("guidance", r"(?:guidance|guidelines?)\b"),
    _family("safety-communication", r"(?:warn\w*|alert\w*|caution\w*)\b"),
    _family("meeting", r"(?:workshop|hearing|met\b|meeting|sat down)"),
    _family("transparency", r"(?:letters?\b)"),
    _family("trial-clearance", r"(?:clear(?:ed|s|ance)|let\b|nod\b|go-ahead|allow(?:ed|s)|ind\b)"),
    _family(
        "access-scheme scheduling",
        r"(?:allow\w*|permit\w*|let(?:s|ting)?\b|prescri\w*|access\w*|compassion\w*|exempt\w*|"
        r"pa(?:id|ys?|ying)\b|fund(?:ed|s|ing)?\b|list(?:ed|ing|s)\b|ask(?:ed)? for)",
    ),
    _family(
        "designation priority-voucher",
        r"(?:breakthrough (?:therap|designat|status|label|tag|club|badge|stamp|title|list|nod)|"
        r"voucher|passport|orphan (?:drug|designat|status|label|tag)|fast[- ]track)",
    ),
    _family("advisory-vote", r"(?:panel|committee|advis[eo]rs?|vot(?:e[ds]?|ing))\b"),
    _family("acceptance", r"(?:accept(?:ed|s)|t(?:ook|aken) (?:on|up))\b", placed=True),
)
_WORD = lazy(r"\w+")
_FIRST_WORD = lazy(r"[a-z]{6,}")
_PROPER = frozenset({"guidance", "meeting", "safety-communication", "transparency"})
"""Kinds that are found by who acted, where a class of treatments is spoken of."""
_MANY = frozenset({"access-scheme", "trial-clearance", "company", "meeting"})
"""Kinds of which there are many that no record holds."""
_WAS_TO = lazy(r"\b(?:could|(?:was|were) to)\b")
"""Of a day that has passed: what came to be."""
_SHOWN = lazy(r"\b(?:publish\w*|releas\w+|disclos\w+|made public|unveil\w*)\b")
_INSTEAD = lazy(r"\b(?:instead of|rather than)\b")
_LISTED = frozenset({"access-scheme"})
_FIRST = lazy(r"['’]s first\b|\bfirst\b[^.;,]{0,60}? (?:in|of) (?:the )?\w")
_SELF_NAMED = frozenset(
    {"designation", "priority-voucher", "advisory-vote", "retraction", "transparency"}
)
"""Kinds that are told without a word on who decided."""
_SMALL = 3
"""More records than these leave open which one is meant."""
_UNSURE = lazy(
    r"\b(?:trials?|stud(?:y|ies)|results?|data|phase|launch\w*|founded|raised|shares?|million|"
    r"billion|plans?|expects?|until|between|first patient|enrol\w*|recruit\w*)\b"
)
"""A clause with one of these dates something else as well."""


def recalled(passage: Passage) -> Iterator[Opinion]:
    """The opinions on dated sentences of which no other reader knows the wording."""
    dated = [c for c in passage.clauses if any(m.date.year for m in passage.moments(c))]
    if len(dated) != 1 or _INSTEAD.search(passage.low) or phrases.RELATIVE_DATE.search(passage.low):
        return
    clause = dated[0]
    moments = tuple(m for m in passage.moments(clause) if m.date.year)
    if len(moments) != 1:
        return
    kinds = _spoken(passage, clause, moments[0])
    if kinds:
        yield from _judged(passage, clause, kinds, moments[0])


def _spoken(passage: Passage, clause: Clause, moment: Moment) -> frozenset[str]:
    """The kinds of decision that a clause can tell of, as a fact that it does not deny."""
    words = clause.words
    if phrases.OTHER_APPLICATION.search(words) or any(
        c.end <= moment.start
        for c in passage.cues
        if c.clause is clause and c.kind == "application"
    ):
        return frozenset()
    if moment.passed(passage.now):
        words = _WAS_TO.sub(lambda m: " " * len(m.group()), words)
    kinds: frozenset[str] = frozenset()
    for family in _FAMILIES:
        found = family.words.search(words)
        if "refusal" in family.kinds and _SHOWN.search(words):
            continue  # what was shown is the letter
        if found is None or (family.placed and not passage.mentions("agency", clause)):
            continue
        spirit = modality(words, *found.span())
        if spirit.mood != "fact" or spirit.negated:
            return frozenset()
        if family.alone:
            return family.kinds
        kinds |= family.kinds
    return kinds or _only_kinds(passage, clause)


def _only_kinds(passage: Passage, clause: Clause) -> frozenset[str]:
    """The kind of decision of an agency that is recorded with just one."""
    named = {m.ids[0] for m in passage.mentions("agency", clause)}
    kinds = frozenset(e.kind for e in passage.timeline.events if e.agency in named)
    denied = phrases.NEGATION.search(clause.words) or phrases.IDLE.search(clause.words)
    return kinds if kinds == _LISTED and not denied else frozenset()


@dataclass(frozen=True, slots=True)
class _Facets:
    """What a sentence names of a record; an empty one asks nothing."""

    compounds: tuple[str, ...]
    holders: tuple[str, ...]
    agencies: tuple[str, ...]
    places: tuple[str, ...]
    indications: tuple[str, ...]
    designations: tuple[str, ...]


def _facets(passage: Passage) -> _Facets:
    named = {
        kind: tuple(dict.fromkeys(m.ids[0] for m in passage.mentions(kind)))
        for kind in ("compound", "sponsor", "agency", "jurisdiction", "indication")
    }
    if not named["compound"] and not named["sponsor"]:
        around = tuple(dict.fromkeys(m.ids[0] for m in passage.scope.nearest("compound")))
        family = passage.records.compounds
        if around and len({family.root(c) for c in around}) == 1:
            named["compound"] = around
    return _Facets(
        named["compound"],
        named["sponsor"],
        named["agency"],
        named["jurisdiction"],
        named["indication"],
        _designations(passage),
    )


def _designations(passage: Passage) -> tuple[str, ...]:
    """The designations that a sentence means: by name, or by the first word of one."""
    if named := passage.mentions("designation"):
        return tuple(dict.fromkeys(m.ids[0] for m in named))
    return tuple(
        term.id
        for term in passage.records.base.vocabulary.designations
        if (word := _FIRST_WORD.match(term.name.lower())) and f"{word.group()} " in passage.low
    )


def _matches(
    passage: Passage, event: Event, facets: _Facets, but: str = "", *, wide: bool = False
) -> bool:
    """Whether an event has everything that is named, one facet excepted.

    `wide` lets what happened in a part of a place be of the place.
    """
    records, timeline = passage.records, passage.timeline
    up = records.compounds.up
    fits = {
        "compounds": all(
            any(c in up(e) or e in up(c) for e in event.compound) for c in facets.compounds),
        "holders": bool(event.holder or facets.compounds) and all(
            any(timeline.sponsors.related(h, e) for e in event.holder)
            for h in facets.holders if event.holder),
        "agencies": event.agency in facets.agencies or event.agency not in timeline.agencies
        or any(a in timeline.agencies[event.agency].broader for a in facets.agencies),
        "places": any(event.jurisdiction in records.jurisdictions.up(p) for p in facets.places)
        or (wide and any(p in records.jurisdictions.up(event.jurisdiction) for p in facets.places)),
        "indications": not event.indication or any(
            i in records.indications.up(e) or e in records.indications.up(i)
            for i in facets.indications for e in event.indication),
        "designations": not event.designation or {event.designation} == set(facets.designations),
    }  # fmt: skip
    return all(ok or name == but or not getattr(facets, name) for name, ok in fits.items())


def _judged(
    passage: Passage, clause: Clause, kinds: frozenset[str], moment: Moment
) -> Iterator[Opinion]:
    facets = _facets(passage)
    decider = facets.agencies or facets.places
    general = bool(kinds & _PROPER and decider and passage.mentions("treatment"))
    if not (facets.compounds or facets.holders or general):
        return
    every = [e for e in passage.timeline.of(kinds) if _patients(e)]
    pool = [e for e in every if _matches(passage, e, facets)]
    what = stated(passage, clause.start, clause.end)
    if not pool and _FIRST.search(clause.words):  # the first of a union is in one of its states
        pool = [e for e in every if _matches(passage, e, facets, wide=True) and moment.fits(e)]
        if any(town not in e.summary for e in pool for town in _towns(passage, clause, e)):
            yield opinion("contradicted", what, passage, pool)
            return
    if fitting := [e for e in pool if moment.fits(e)]:
        if _counts_fit(passage, fitting):
            yield opinion("supported", what, passage, fitting)
    elif (
        pool
        and len(pool) <= _SMALL
        and moment.relation == "on"
        and _sure(clause, facets, alone=len(pool) == 1 and not kinds & _MANY)
    ):
        event = nearest(pool, (moment,))
        if event is not None and _is_named(passage, event):
            better = redated(moment, event)
            yield opinion("contradicted", at(what, moment), passage, (event,), suggestion=better)
    elif not pool and (twins := _twins(passage, every, facets, moment)):
        part = any(_matches(passage, e, facets, wide=True) for e in twins)
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
        _names(passage, mention, event)
        for layer in passage.scope.layers
        for mention in layer.mentions
    )


def _names(passage: Passage, mention: Mention, event: Event) -> bool:
    """Whether a name belongs to this record more than to others of its treatment."""
    records, timeline, ident = passage.records, passage.timeline, mention.ids[0]
    if mention.kind == "compound":
        return ident in event.compound and records.compounds.root(ident) != ident
    place = ident if mention.kind == "jurisdiction" else timeline.jurisdiction_of.get(ident, "")
    parties = (event.agency, *event.holder)
    return records.jurisdictions.related(place, event.jurisdiction) or (
        mention.kind in {"agency", "sponsor"}
        and any(ident == p or timeline.sponsors.related(ident, p) for p in parties)
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


def _sure(clause: Clause, facets: _Facets, *, alone: bool) -> bool:
    """Whether the clause dates nothing else, and names two things or who decided.

    `alone` tells that there is just one such record.
    """
    named = [n for n in facets.__slots__ if getattr(facets, n)]
    decided = facets.agencies or facets.places or facets.holders
    return not _UNSURE.search(clause.words) and (alone or bool(decided or len(named) > 1))


def _twins(
    passage: Passage, every: Sequence[Event], facets: _Facets, moment: Moment
) -> list[Event]:
    """The records of that very month that differ in just one of the things named."""
    if not moment.date.month:
        return []
    then = [e for e in every if moment.fits(e) and any(d.month for d in dates_of(e))]
    stated_facets = [n for n in facets.__slots__ if getattr(facets, n)]
    if len(stated_facets) < 2:
        return []
    return [e for e in then if any(_matches(passage, e, facets, but=n) for n in stated_facets)]
