"""What the law makes of a substance in a place, and how many have it there, of which the records
hold nothing."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.detailfigures import figures, is_same
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.nouns import Opinion

_KIND = (
    r"(?:(?:prescription|controlled|scheduled|illegal|illicit|narcotic)(?:[ -]only)? "
    r"(?:medicines?|drugs?|substances?)|(?:list|schedule|class\w*)\b[^.;,]{0,30}?\b(?:narcotics?|"
    r"drugs?|substances?|poisons?)|narcotics?|poisons?)"
)
_IS = lazy(
    r"(?: (?:itself|too|tea|root))? (?:is|are|was|were|has been|have been|remains?|stays?|became|"
    r"counts? as|sits|stands)(?: (?:now|still|also|on|in|the|an?|its|\w+ly))* "
    rf"(?:illegal|unlawful|outlawed|banned|prohibited|criminali[sz]ed|against the law|{_KIND})\b"
)
"""After a substance: what the law makes of it."""
_ACTS = lazy(
    r"\b(?:(?:bans?|banned|outlaws?|outlawed|prohibits?|prohibited|criminali[sz]e[sd]?|"
    r"(?:re)?schedule[sd])|(?P<to>made|makes|put|puts|placed|places|class(?:es|ed|ifies|ified)|"
    r"lists?|listed|treats?|moved|added|declared))(?: the)?"
    r"(?: (?:use|possession|sale|drug)(?: of)?)? \Z"
)
"""Before a substance: what the law does to it; with `to`, what becomes of it is to follow."""
_TO = lazy(rf" (?:(?:as|to|on|in|among|the|an?|its|illegal)\b ?)*{_KIND}\b|(?: \w+)? illegal\b")
_LAWS = frozenset({"scheduling", "law"})
_LONG_AGO = lazy(r"\b1[89]\d\d\b")
_ALLOWED = lazy(
    r"\b(?:program(?:me)?|scheme|compassionate (?:use|access|grounds)|(?:special|expanded|early) "
    r"access|exemptions?|permits?|authori[sz](?:ed|ations?)|(?:was|were|been) allowed)\b"
)
"""How people come by a substance outside trials, as a country allows."""
_NOT_ALLOWED = lazy(
    r"\b(?:our|my|trials?|stud(?:y|ies)|could|might|may|would|train\w*|retreats?|waiting|surve\w+|"
    r"appl(?:y|ied|ying|ications?)|asked|million|19[0-8]\d)\b"
)


def unheard(passage: Passage) -> Iterator[Opinion]:
    """The opinions on what a sentence says of the law on a substance in a place where no record
    tells anything of it: they want a source."""
    for named in passage.mentions("compound"):
        cue = Cue("law", named.start, named.end, passage.clause_at(named.start))
        words, where = cue.clause.words, _places(passage, cue)
        if not _is_law(passage, cue) or _LONG_AGO.search(words) or len(where) != 1:
            continue
        fact = modality(words, cue.start, cue.end).mood == "fact"
        if fact and not _heard(passage, named.ids[:1], where):
            yield opinion("unsourced", stated(passage, cue.clause.start, cue.clause.end), passage)
            return


def treated(passage: Passage) -> Iterator[Opinion]:
    """The opinions on how many people are treated as a country allows, where no record has it."""
    for count in passage.reading.of(Count):
        clause = passage.clause_at(count.start)
        cue, people = Cue("access", count.start, count.end, clause), count.noun == "participant"
        where = _places(passage, cue)
        told = _ALLOWED.search(clause.words) and not _NOT_ALLOWED.search(clause.words)
        if not (told and people and len(where) == 1 and passage.mentions("compound", clause)):
            continue
        here = (h for h in figures(passage.records)["count"] if h.event.jurisdiction in where)
        if not any(is_same(count, held.value, rule=False) for held in here):
            yield opinion("unsourced", stated(passage, clause.start, clause.end), passage)
            return


def _is_law(passage: Passage, cue: Cue) -> bool:
    """Whether words beside the name of a substance tell what the law makes of it."""
    low, acts = passage.low, _ACTS.search(passage.low[: cue.start])
    if acts is None:
        return _IS.match(low, cue.end) is not None
    return acts["to"] is None or _TO.match(low, cue.end) is not None


def _places(passage: Passage, cue: Cue) -> set[str]:
    """The countries and states of the clause, named themselves or by an agency of theirs."""
    of = passage.timeline.jurisdiction_of
    agencies = {m.ids[0] for m in passage.mentions("agency", cue.clause)}
    named = {m.ids[0] for m in passage.mentions("jurisdiction", cue.clause)}
    return named | {of[a] for a in agencies if a in of}


def _heard(passage: Passage, compounds: tuple[str, ...], where: set[str]) -> bool:
    """Whether a decision on a substance, or on one that it is a form of, is known there or in a
    part of the place, or a law of what that is a part of."""
    kin, up = passage.records.compounds, passage.records.jurisdictions.up
    wider = {w for c in compounds for w in kin.up(c)}
    around = {w for place in where for w in up(place)}
    return any(
        wider & set(e.compound)
        and (where & set(up(e.jurisdiction)) or (e.jurisdiction in around and e.kind in _LAWS))
        for e in passage.timeline.events
    )
