"""Who and what a decision is about: the names of a text, held against those of a record.

A facet is one of the kinds of names by which a decision is known: the treatment, the company, who
decided, where, for which disorder, and which designation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.places import likened
from claimcheck.statements.decisions.tokens import tokens
from claimcheck.statements.names import Mention

Facet = Literal["compound", "sponsor", "agency", "jurisdiction", "indication", "designation"]
Named = Mapping[Facet, tuple[str, ...]]
FACETS: Final[tuple[Facet, ...]] = (
    "compound",
    "sponsor",
    "agency",
    "jurisdiction",
    "indication",
    "designation",
)
_EVERY: Final = frozenset({"compound", "designation"})
"""Of several names of these facets a record must have each, of the others any."""
_FIRST_WORD = lazy(r"[a-z]{6,}")


def named(passage: Passage, clause: Clause) -> dict[Facet, tuple[str, ...]]:
    """The names of a sentence by facet. Its treatment is that of the clause where that has one;
    that of the text around the sentence where neither a treatment nor a company is named."""
    found = {facet: idents(passage.mentions(facet)) for facet in FACETS}
    found["agency"] = idents(m for m in passage.mentions("agency") if not likened(passage, m))
    beside = (m for m in passage.mentions("sponsor") if not _apart(passage, clause, m))
    found["sponsor"] = idents(beside)
    found["compound"] = ()
    for stretch in (*passage.clauses, clause):
        spoken = [t for t in tokens(passage, stretch) if t.kind != "indication" and not t.whole]
        own = tuple(dict.fromkeys(t.ids[0] for t in spoken))
        found["compound"] = own if stretch is clause and own else (*found["compound"], *own)
    if not passage.mentions("compound") and not found["sponsor"]:
        around = idents(passage.scope.nearest("compound"))
        known = passage.timeline.compounds.issuperset(around)  # no comparator
        if known and len({passage.records.compounds.root(c) for c in around}) == 1:
            found["compound"] = around
    found["designation"] = found["designation"] or _begun(passage)
    return found


def _apart(passage: Passage, clause: Clause, mention: Mention) -> bool:
    """Whether a semicolon stands between a clause and a name."""
    between = passage.low[clause.end - 1 : mention.start] or passage.low[mention.end : clause.start]
    return ";" in between


def idents(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """What names stand for, each once."""
    return tuple(dict.fromkeys(m.ids[0] for m in mentions))


def _begun(passage: Passage) -> tuple[str, ...]:
    """The designations of which a sentence has the first word alone ("the breakthrough list")."""
    return tuple(
        term.id
        for term in passage.records.base.vocabulary.designations
        if (word := _FIRST_WORD.match(term.name.lower())) and f"{word.group()} " in passage.low
    )


def misfits(passage: Passage, names: Named, event: Event, *, wide: bool = False) -> set[Facet]:
    """The facets of which a record has something else than what is named.

    `wide` lets what happened in a part of a place be of the place.
    """
    found: set[Facet] = set()
    for facet, ids in names.items():
        fitting = [_fits(passage, facet, ident, event, wide=wide) for ident in ids]
        if facet == "sponsor" and not event.holder:
            fitting = [bool(names["compound"]) for _ in ids]
        if fitting and not (all(fitting) if facet in _EVERY else any(fitting)):
            found.add(facet)
    return found - {"jurisdiction"} if "agency" in found else found


def _fits(passage: Passage, facet: Facet, ident: str, event: Event, *, wide: bool) -> bool:
    if facet == "jurisdiction":
        up = passage.records.jurisdictions.up
        return event.jurisdiction in up(ident) or (wide and ident in up(event.jurisdiction))
    if facet == "agency":
        known = passage.timeline.agencies.get(event.agency)
        if known is None or ident in {event.agency, *known.broader}:
            return True
        where = passage.timeline.licensing.get(ident, frozenset())
        return event.kind == "approval" and event.jurisdiction in where
    if facet == "sponsor":
        return any(passage.timeline.sponsors.related(ident, h) for h in event.holder)
    if facet == "designation":
        return event.designation in {None, ident}
    if facet == "indication" and event.designation:  # one for a disorder is none for a form of it
        return any(ident in passage.records.indications.up(i) for i in event.indication)
    fit = has(passage, facet, ident, event)
    return bool(fit) if facet == "compound" else fit is not False


def has(passage: Passage, facet: Facet, ident: str, event: Event) -> bool | None:
    """Whether a name is one of the record's; None where the record has none of the facet."""
    records, timeline = passage.records, passage.timeline
    if facet in {"agency", "sponsor"}:
        parties = {event.agency, *event.holder}
        if ident in parties or any(timeline.sponsors.related(ident, p) for p in parties):
            return True
        return None if facet == "agency" and event.agency not in timeline.agencies else False
    if facet == "jurisdiction":
        return records.jurisdictions.related(ident, event.jurisdiction)
    if facet == "designation":
        return ident in {event.designation, event.kind}
    family = records.compounds if facet == "compound" else records.indications
    known = event.compound if facet == "compound" else event.indication
    return any(family.related(ident, k) for k in known) if known else None


def names_party(passage: Passage, mention: Mention, event: Event) -> bool:
    """Whether a name belongs to this record more than to others of its treatment: the product,
    who decided, where, for whom."""
    records, timeline, ident = passage.records, passage.timeline, mention.ids[0]
    if mention.kind == "compound":
        return ident in event.compound and records.compounds.root(ident) != ident
    place = ident if mention.kind == "jurisdiction" else timeline.jurisdiction_of.get(ident, "")
    return records.jurisdictions.related(place, event.jurisdiction) or (
        mention.kind in {"agency", "sponsor"} and bool(has(passage, "agency", ident, event))
    )
