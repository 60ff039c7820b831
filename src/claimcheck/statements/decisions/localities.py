"""States, countries and cities as makers of law, and which of them came first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.places import named_places
from claimcheck.statements.names import Mention

_BILL = lazy(r"\d")
"""In a name that stands for an agency: it is that of a bill or a measure."""
LIKE = lazy(
    r"(?:\A\W*|, )(?:just )?(?:like|unlike) [^,;]*,|"
    r", (?:after|before|behind|ahead of|following) [^,;]*,"
)
"""Places with which another is compared."""
_OF = lazy(r"(?:['’]s)?\s?\(?")
_TOWNS = lazy(r"(?:['’]s)?\s(?:[\w-]+\s)?(?:towns|cities|counties|municipalities)\b")
"""After a place: those who act are towns of it, of which no name is known."""
_TOWN_OF = lazy(r"\b(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?), \Z")
"""Before a place that a comma follows: "Cambridge, Massachusetts, decriminalised …"."""


@dataclass(frozen=True, slots=True)
class Locality:
    """A jurisdiction, or a city in it by the name under which an agency's own name holds it."""

    jurisdiction: str
    city: str = ""


def localities(passage: Passage, clause: Clause | None) -> tuple[Locality, ...]:
    """Where a clause says that law was made: its places, or those of the agencies it names."""
    of = passage.timeline.jurisdiction_of
    found: dict[str, Locality] = {}
    city_end = -1
    agencies = passage.mentions("agency", clause)
    licensing = [m for m in agencies if m.ids[0] in passage.timeline.lawless]
    for mention in _told_of(passage, named_places(passage, clause)):
        if any(_OF.fullmatch(passage.low, mention.end, m.start) for m in licensing):
            continue  # the country of an agency that makes no law ("the U.S. FDA")
        if _TOWNS.match(passage.low, mention.end):
            continue
        if passage.low[city_end : mention.start] in {", ", " ("}:
            continue  # the state after its city ("Denver, Colorado")
        place, name = mention.ids[0], passage.words(mention)
        town = _TOWN_OF.search(passage.text, 0, mention.start)
        if town and passage.text.startswith(",", mention.end):
            found[place] = Locality(place, town["town"])
            continue
        is_city = is_city_of(passage, place, name)
        city_end = mention.end if is_city else -1
        if place not in found or not is_city:
            found[place] = Locality(place, name if is_city else "")
    for mention in (m for m in agencies if m not in licensing):
        place = of.get(mention.ids[0], "")
        named_by_bill = bool(_BILL.search(passage.words(mention))) and bool(found)
        if place and place not in found and not named_by_bill:
            found[place] = Locality(place, _own_city(passage, mention.ids[0]))
    up = passage.records.jurisdictions.up
    wider = {w for place in found for w in up(place) if w != place}
    return tuple(where for place, where in found.items() if place not in wider)


def _told_of(passage: Passage, named: Sequence[Mention]) -> Sequence[Mention]:
    """Places without those with which they are only compared ("like Oregon, …")."""
    beside = [found.span() for found in LIKE.finditer(passage.low)]
    own = [m for m in named if not any(start <= m.start < end for start, end in beside)]
    return own or named


def made_there(passage: Passage, event: Event, where: Locality) -> bool:
    """Whether an event was decided by that place itself, not by a city in it or one elsewhere."""
    if event.jurisdiction != where.jurisdiction:
        return False
    city = is_local(passage, event)
    if not where.city:
        return not city
    return city and where.city.lower() in _agency_name(passage, event.agency).lower()


def is_local(passage: Passage, event: Event) -> bool:
    """Whether a city decided."""
    return event.agency in passage.timeline.local


def siblings(passage: Passage, where: Locality) -> frozenset[str]:
    """The jurisdictions of the same rank: other states of the country, or other countries."""
    terms = passage.timeline.jurisdictions
    rank = terms[where.jurisdiction].broader if where.jurisdiction in terms else ()
    return frozenset(
        t.id
        for t in terms.values()
        if bool(t.broader) == bool(rank) and (not rank or set(t.broader) & set(rank))
    )


def firsts(events: Iterable[Event], places: frozenset[str]) -> dict[str, Event]:
    """The first of the events in each of the places, in the order of their dates."""
    found: dict[str, Event] = {}
    for event in sorted(events, key=lambda e: e.date):
        if event.jurisdiction in places:
            found.setdefault(event.jurisdiction, event)
    return found


def is_city_of(passage: Passage, place: str, name: str) -> bool:
    """Whether a name means a part of a place after which an agency is named, not the whole."""
    term = passage.timeline.jurisdictions.get(place)
    if term is None or name.lower() == term.name.lower():
        return False
    agencies = passage.records.base.vocabulary.agencies
    return any(
        a.jurisdiction == place
        and name.lower() in a.name.lower()
        and a.id in passage.timeline.local
        for a in agencies
    )


def _own_city(passage: Passage, agency: str) -> str:
    """The name of a city's agency; empty for the agency of a whole place."""
    return _agency_name(passage, agency) if agency in passage.timeline.local else ""


def _agency_name(passage: Passage, agency: str) -> str:
    known = passage.timeline.agencies.get(agency)
    return known.name if known else ""
