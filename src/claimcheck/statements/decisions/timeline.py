"""The events of a base, arranged for questions: was it decided, by whom, is the list complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, lru_cache

from claimcheck.classes import dataclass
from claimcheck.model.events import Coverage, Event
from claimcheck.model.quantity import Date
from claimcheck.model.vocabulary import Agency, Term
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.moments import dates_of
from claimcheck.statements.records import Family, Records

_LAWS = frozenset({"law", "scheduling"})
_ACCESS = frozenset({"access-scheme", "scheduling", "law"})
_FROM = lazy(r"\bfrom (?=(?:\d+ )?[A-Z][a-z]+ \d{4})")
_TRUSTED_FOR = timedelta(days=365)
"""How long after its `as_of` a complete list still counts as complete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an event must be to bear a statement out; an empty field asks nothing."""

    kinds: frozenset[str]
    compounds: tuple[str, ...] = ()
    indications: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    designation: str | None = None
    effects: frozenset[str] = frozenset()
    alone: bool | None = None
    """Given on its own, or only together with something else."""
    position: str | None = None
    exact: bool = False
    """A disorder for which a designation is held stands for no form of it."""


class Timeline:
    """The events in the order of their dates, with the families of names they use."""

    def __init__(self, records: Records) -> None:
        self.records = records
        base = records.base
        self.events = tuple(sorted(base.events, key=lambda e: e.date))
        self.coverage = base.coverage
        self._found: dict[Wanted, tuple[Event, ...]] = {}
        self._of: dict[frozenset[str], tuple[Event, ...]] = {}
        self.sponsors = Family(base.vocabulary.sponsors)
        self._terms = {
            term.id: term
            for terms in (base.vocabulary.sponsors, base.vocabulary.agencies)
            for term in terms
        }

    @cached_property
    def compounds(self) -> frozenset[str]:
        """Compounds that events or complete lists speak of, and their forms."""
        named = {c for e in self.events for c in e.compound}
        named |= {c for entry in self.coverage for c in entry.compound}
        return frozenset(
            term.id
            for term in self.records.base.vocabulary.compounds
            if named & self.records.compounds.up(term.id)
        )

    @cached_property
    def holders(self) -> frozenset[str]:
        """Sponsors that hold a designation, an approval, an application or the like."""
        return frozenset(h for e in self.events for h in e.holder)

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """The compounds that each word for a class of treatments stands for."""
        return {term.id: term.members for term in self.records.base.vocabulary.treatments}

    @cached_property
    def jurisdiction_of(self) -> dict[str, str]:
        """The jurisdiction of each agency."""
        agencies = self.records.base.vocabulary.agencies
        return {a.id: a.jurisdiction for a in agencies if a.jurisdiction}

    @cached_property
    def licensing(self) -> dict[str, frozenset[str]]:
        """For each agency the jurisdictions whose approvals are told as its own.

        Those where it approves itself, and those where its opinion came before an approval.
        """
        found: dict[str, set[str]] = {}
        for entry in self.coverage:
            if "approval" in entry.kinds:
                found.setdefault(entry.agency, set()).add(entry.jurisdiction)
        approvals = [e for e in self.events if e.kind == "approval"]
        for event in approvals:
            found.setdefault(event.agency, set()).add(event.jurisdiction)
            for other in self.events:
                if other.kind == "opinion" and _leads_to(other, event):
                    found.setdefault(other.agency, set()).add(event.jurisdiction)
        return {agency: frozenset(places) for agency, places in found.items()}

    @cached_property
    def lawless(self) -> frozenset[str]:
        """The agencies that approve medicines and make no law."""
        makers = {e.agency for e in self.of(_LAWS)}
        return frozenset(self.licensing) - makers

    @cached_property
    def jurisdictions(self) -> dict[str, Term]:
        """The jurisdictions by id."""
        return {term.id: term for term in self.records.base.vocabulary.jurisdictions}

    @cached_property
    def districts(self) -> frozenset[str]:
        """The parts of a country that are no states of it."""
        return frozenset(
            term.id
            for term in self.jurisdictions.values()
            if any(s.lower().startswith("district of") for s in term.synonyms)
        )

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        """The agencies by id."""
        return {agency.id: agency for agency in self.records.base.vocabulary.agencies}

    @cached_property
    def local(self) -> frozenset[str]:
        """Agencies of a city: their place is part of a country, and they do not bear its name.

        A part of a country has the country's id before its own ("us-or").
        """
        return frozenset(
            agency.id
            for agency in self.records.base.vocabulary.agencies
            if (place := self.jurisdictions.get(agency.jurisdiction or ""))
            and any(place.id.startswith(f"{whole}-") for whole in place.broader)
            and not any(n.lower() in agency.name.lower() for n in (place.name, *_states(place)))
        )

    def name(self, ident: str) -> str:
        """What messages call an agency or a sponsor: its acronym if it has one."""
        term: Term | None = self._terms.get(ident)
        if term is None:
            return ident
        return term.exact[0] if term.exact else term.name

    def find(self, wanted: Wanted) -> tuple[Event, ...]:
        """The events that are all that is wanted, in the order of their dates."""
        if wanted not in self._found:
            every = self.of(wanted.kinds)
            self._found[wanted] = tuple(e for e in every if self.matches(e, wanted))
        return self._found[wanted]

    def of(self, kinds: frozenset[str]) -> tuple[Event, ...]:
        """The events of some kinds, in the order of their dates."""
        if kinds not in self._of:
            self._of[kinds] = tuple(event for event in self.events if event.kind in kinds)
        return self._of[kinds]

    def enders(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """The events that ended others: the repeal of a law, the answer to an application."""
        known = self.records.base.event
        return tuple(known[e.ended_by] for e in events if e.ended_by and e.ended_by in known)

    def matches(self, event: Event, wanted: Wanted) -> bool:
        """Whether an event of a right kind has everything else that is wanted."""
        return (
            self._placed(event, wanted)
            and self._held(event, wanted)
            and (not wanted.designation or wanted.designation in (event.designation, event.kind))
            and (not wanted.effects or bool(wanted.effects & set(event.effect)))
            and _given(event, wanted.alone)
            and (not wanted.position or wanted.position == event.position)
            and self._treats(event, wanted)
            and self._own(event, wanted)
        )

    def _placed(self, event: Event, wanted: Wanted) -> bool:
        if wanted.agencies and event.agency not in wanted.agencies:
            return False
        return not wanted.places or any(
            event.jurisdiction in self.records.jurisdictions.up(place) for place in wanted.places
        )

    def _held(self, event: Event, wanted: Wanted) -> bool:
        return not wanted.holders or any(
            self.sponsors.related(held, holder)
            for held in event.holder
            for holder in wanted.holders
        )

    def _treats(self, event: Event, wanted: Wanted) -> bool:
        if not wanted.compounds and not wanted.indications:
            return True
        return any(
            self._is_compound(compound, wanted) and self._is_for(indications, wanted)
            for compound, indications in pairs(event)
        )

    def _own(self, event: Event, wanted: Wanted) -> bool:
        """Whether a designation is for the very disorder named, where one has its own somewhere."""
        if not wanted.exact or not wanted.indications or not event.indication:
            return True
        asked = set(wanted.indications)
        terms = (t for t in self.records.base.vocabulary.indications if t.id in event.indication)
        single = all(len(t.broader) == 1 for t in terms)  # a form of two goes by either
        own = asked & set(event.indication)
        return bool(own) or not single or not asked <= self._designated

    @cached_property
    def _designated(self) -> frozenset[str]:
        """The disorders for which a designation is held."""
        return frozenset(i for e in self.events if e.designation for i in e.indication)

    def _is_compound(self, compound: str | None, wanted: Wanted) -> bool:
        if not wanted.compounds:
            return True
        return compound is not None and any(
            stated in self.records.compounds.up(compound) for stated in wanted.compounds
        )

    def _is_for(self, indications: tuple[str, ...], wanted: Wanted) -> bool:
        if not wanted.indications or not indications:
            return True
        return any(
            stated in self.records.indications.up(indication)
            for indication in indications
            for stated in wanted.indications
        )

    def access(self, wanted: Wanted) -> tuple[Event, ...]:
        """Ways to a treatment short of an approval, other than a company's own programme."""
        wider = replace(wanted, kinds=_ACCESS, alone=None)
        return tuple(e for e in self.find(wider) if not e.holder and opens(e))

    def complete(self, wanted: Wanted, when: date) -> Coverage | None:
        """The complete list that would hold such an event, if there is one."""
        return next((e for e in self.coverage if self._covers(e, wanted, when)), None)

    def _covers(self, entry: Coverage, wanted: Wanted, when: date) -> bool:
        if not wanted.kinds <= set(entry.kinds) or when > entry.as_of.latest + _TRUSTED_FOR:
            return False
        if wanted.agencies and entry.agency not in wanted.agencies:
            return False
        if wanted.places and entry.jurisdiction not in wanted.places:
            return False
        if entry.designation and wanted.designation not in entry.designation:
            return False
        return self._covers_treatment(entry, wanted)

    def _covers_treatment(self, entry: Coverage, wanted: Wanted) -> bool:
        compounds = self.records.compounds
        treated = wanted.compounds
        if not treated or not all(compounds.up(c) & set(entry.compound) for c in treated):
            return False
        indications = self.records.indications
        return not entry.indication or (
            bool(wanted.indications)
            and all(
                any(indications.related(stated, listed) for listed in entry.indication)
                for stated in wanted.indications
            )
        )


def _states(place: Term) -> tuple[str, ...]:
    return tuple(s for s in place.synonyms if s.lower().startswith(("state of", "district of")))


def pairs(event: Event) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Each compound of an event with the indications it was decided for."""
    if len(event.compound) > 1 and len(event.compound) == len(event.indication):
        yield from ((c, (i,)) for c, i in zip(event.compound, event.indication, strict=True))
        return
    for compound in event.compound or (None,):
        yield compound, event.indication


def until(events: Iterable[Event], when: date) -> tuple[Event, ...]:
    """The events that had happened by a day."""
    return tuple(e for e in events if min(d.earliest for d in dates_of(e)) <= when)


def is_over(event: Event, when: date) -> bool:
    """Whether an event no longer held on a day: its law was repealed, its application answered."""
    return event.until is not None and event.until.latest < when


def in_force(event: Event, when: date) -> bool:
    """Whether what was decided for a later day ("from July") was so by another."""
    found = _FROM.search(event.summary)
    days = read(event.summary[found.end() : found.end() + 24])[:1] if found else ()
    spans = [q.span for q in days if isinstance(q, Date) and q.span]
    return not spans or spans[0][0] < when


def without(wanted: Wanted, *fields: str) -> Wanted:
    """The same with less asked."""
    empty = Wanted(kinds=wanted.kinds)
    return replace(wanted, **{name: getattr(empty, name) for name in fields})


def opens(event: Event) -> bool:
    """Whether an event opens a treatment to patients; a scheduling does if it names for whom."""
    if event.kind == "scheduling":
        return bool(event.indication)
    return event.kind == "access-scheme" or bool({"services", "medical-use"} & set(event.effect))


def _given(event: Event, alone: bool | None) -> bool:
    return alone is None or (event.alone if alone else bool(event.alongside))


def _leads_to(opinion: Event, approval: Event) -> bool:
    return (
        opinion.jurisdiction == approval.jurisdiction
        and opinion.date < approval.date
        and bool(set(opinion.compound) & set(approval.compound))
    )


@lru_cache(maxsize=8)
def timeline_of(records: Records) -> Timeline:
    """The timeline of a base; built once."""
    return Timeline(records)
