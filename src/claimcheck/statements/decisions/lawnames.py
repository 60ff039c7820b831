"""Laws that a sentence means by name: its own, or the one that the text above it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.laweffects import fits
from claimcheck.statements.decisions.lawsigns import sides
from claimcheck.statements.decisions.lawstatements import PASSED, REFUSED, bills_of, is_named
from claimcheck.statements.decisions.localities import Locality, is_city_of, localities, made_there
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import related, spoken_of, treatments
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer

_TITLE = lazy(r"\b(?:[A-Z][\w'’-]+ (?:and |of |the )?){1,5}(?:Act|Regulation)\b(?: of \d{4})?")
"""The name of a law in a summary: "Medical Psilocybin Act"."""
_PROPER = lazy(
    r"(?<![.;:] )\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+|\b[A-Z][\w-]+(?: of (?:the )?[A-Z][\w-]+)+|"
    r"(?<=\()[A-Z][\w]+(?: [A-Z][\w]+)+"
)
"""A name in a summary that is no bill's: of a centre, a hospital, a person."""
_NAMING = frozenset({"programme", "access-scheme"})
_NAMED_ELSEWHERE = frozenset({"agency", "sponsor", "jurisdiction", "compound"})
_MADE = frozenset({"law", "refusal", "order"})
_LAW_WORD = lazy(
    r"\b(?:laws?|bills?|acts?|measures?|questions?|initiatives?|ordinances?|resolutions?|statutes?|"
    r"propos(?:al|ition)s?|orders?|legislation|reforms?|budget|voters|electorate|council|"
    r"people of|police|ministers?|government|cabinet|decision|commission|congress|"
    r"supervisors|mayor|governor|gov|veto\w*|lawmakers|legislature|parliament|deputies|"
    r"referendum|ballot|popular vote)\b"
)
DUE = lazy(
    r"\b(?:no later than|at the latest|deadline|(?:in|into|to) (?:force|effect)|"
    r"(?:takes?|took|taking) effect|effective)\b|\bby ?#|"
    r"\b(?:ha(?:s|ve|d)|given|gets?) (?:time )?until\b"
    r"(?=[^.;]{0,40}? to (?:get|start|open|launch|set|begin|write|put|have|build|roll)\b)"
)
"""When a law begins to hold, or by when something must be done."""
_PAIR = lazy(r"\b(?P<yes>\d[\d,]*)(?: votes)?(?: to |[–-])(?P<no>\d[\d,]*)\b(?!,\d| ?%| per ?cent)")
_FINAL = lazy(r"\b(?:signed|enacted|(?:bec[ao]me|written into|put into) law|veto(?:ed|es))\b|"
               r"\bsigns (?:an? |the )?(?:\w+ )?(?:bill|law|act)\b")  # fmt: skip
_BALLOT = lazy(
    r"\b(?:through|by|via|in|at) (?:an? |the )?(?:\w+ )?(?:ballot (?:initiative|measure)|"
    r"popular vote|referendum|ballot box)\b"
)
"""How a place came by a law."""
_POLLED = lazy(r"\bvoters (?:said|have said|had said|approved|rejected|backed|passed|refused|"
               r"turned|voted|did|agreed|chose)\b")  # fmt: skip
"""An undated ballot: the one that a place held on the matter."""
_ANYTHING = lazy(r"\b(?:drugs|substances|psychedelics?|plants)\b")
_OF_AN_AGENCY = lazy(r"\b(?:agency|panel|crl|complete response|application|fil(?:ed|ing) for)\b")
"""A sentence that tells of a medicine's licence."""
_POINTS_BACK = lazy(
    r"(?:\A(?:\W*\w+ ){0,3}|, )its\b|"
    r"\b(?:it|(?:the|this|that) (?:same )?(?:bill|act|law|measure|question|initiative|"
    r"ordinance|proposal|proposition|order|statute|resolution|governor|mayor|council|voters|senate|house|assembly|legislature)|"
    r"governor|president)\b"
)


def named_laws(passage: Passage) -> tuple[Event, ...]:
    """The one law that a sentence names, or that its headings name where it points at them.

    Several records where they tell of one law; none where laws of two places fit.
    """
    key = "named laws"
    if key not in passage.remembered:
        passage.remembered[key] = _found(passage)
    found: tuple[Event, ...] = passage.remembered[key]
    return found


def _found(passage: Passage) -> tuple[Event, ...]:
    own = _in_layer(passage, passage.scope.own, passage.low) or _by_votes(passage)
    if own or _any_bill(passage.low):
        return own
    points_back = _POINTS_BACK.search(passage.low)
    if points_back is None or _OF_AN_AGENCY.search(passage.low):
        return ()
    before = passage.low[: points_back.start()]
    subject = {m.ids[0] for m in passage.mentions("compound") if m.end <= points_back.start()}
    for layer in passage.scope.layers[1:]:
        low = layer.text.lower()
        if named := _in_layer(passage, layer, low):
            places = {m.ids[0] for m in passage.mentions("jurisdiction")}
            towns = [w for w in localities(passage, None) if w.city and w.city.lower() in before]
            if any(not made_there(passage, e, town) for e in named for town in towns):
                return ()
            if subject and not any(
                not e.compound or related(passage, subject, e.compound) for e in named
            ):
                return ()  # "it" is the drug
            return named if all(places <= {e.jurisdiction, "us"} for e in named) else ()
        if _any_bill(low) or layer.of("jurisdiction"):
            return ()
    return ()


def _by_votes(passage: Passage) -> tuple[Event, ...]:
    """The one law that was voted on with the numbers that a sentence writes."""
    pairs = [(_number(p["yes"]), _number(p["no"])) for p in _PAIR.finditer(passage.low)]
    if not pairs or not _LAW_WORD.search(passage.low):
        return ()
    every = passage.timeline.of(_MADE)
    found = [e for e in every if any((v.yes, v.no) in pairs for v in e.votes)]
    places = {m.ids[0] for m in passage.mentions("jurisdiction")} - {"us", "international"}
    alone = len(found) == 1 and places <= {found[0].jurisdiction}
    return tuple(found) if alone and _on_matter(passage, found[0]) else ()


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def placed_laws(passage: Passage, clause: Clause) -> tuple[Event, ...]:
    """The one law of a place that a clause dates, or that alone is on what the clause speaks of.

    A clause that names none of the sentence's several places may be on the one around it.
    """
    due = bool(DUE.search(clause.words))
    if not (due or _LAW_WORD.search(clause.words)) or _any_bill(passage.low):
        return ()
    own = localities(passage, clause)
    named = own or localities(passage, None) or one_place(passage, passage.scope.own)
    where = named if len(named) == 1 or own else place_around(passage)
    if len(where) != 1:
        return ()
    licensing = passage.timeline.licensing
    every = [e for e in passage.timeline.of(_MADE) if e.agency not in licensing]
    there = [e for e in every if made_there(passage, e, where[0]) and _on_matter(passage, e)]
    moments = [m for m in passage.moments(clause) if m.date.year]
    dated = [e for e in there if any(m.fits(e) for m in moments)]
    if not dated and _is_other(passage, moments, where[0]):
        return ()
    if named and where is not named:
        return tuple(dated) if len(dated) == 1 else ()
    decided = where[0].city or due or _FINAL.search(clause.words) or _BALLOT.search(clause.words)
    alone = there if decided else _by_bodies(passage, clause, there)
    alone = [e for e in alone if where[0].city or due or fits(clause.words, e.effect)]
    polled = _POLLED.search(clause.words) and not moments
    voted = [e for e in there if "voters" in e.agency] if polled else []
    return next((tuple(found) for found in (dated, alone, voted) if len(found) == 1), ())


def _is_other(passage: Passage, moments: Sequence[Moment], where: Locality) -> bool:
    """Whether what is told with its date is another sort of decision of that place."""
    every = (e for e in passage.timeline.events if e.jurisdiction == where.jurisdiction)
    return not where.city and any(m.fits(e) for e in every for m in moments)


def _by_bodies(passage: Passage, clause: Clause, laws: Sequence[Event]) -> list[Event]:
    """Those of some laws that a body named in the clause is said to have made or refused."""
    bodies = {m.ids[0] for m in passage.mentions("agency", clause)}
    return [e for e in laws if e.agency in bodies and any(True for _ in sides(clause.words))]


def place_around(passage: Passage) -> tuple[Locality, ...]:
    """The place of the nearest text around a sentence that names any."""
    around = (layer for layer in passage.scope.layers[1:] if layer.of("jurisdiction"))
    nearest = next(around, None)
    return one_place(passage, nearest) if nearest else ()


def home_of(passage: Passage, bill: str) -> tuple[Locality, ...]:
    """The one place whose law has this name, if the text is on its treatment or its place."""
    every = passage.timeline.of(PASSED | REFUSED)
    named = [e for e in every if is_named(e, bill)]
    homes = {e.jurisdiction for e in named}
    if len(homes) != 1:
        return ()
    around = passage.scope.layers[1:]
    places = {m.ids[0] for layer in around for m in layer.of("jurisdiction")}
    others = places - homes - {"us", "international"}
    around_too = {c for layer in passage.scope.layers for c in treatments(passage, layer)}
    treated = any(related(passage, around_too, e.compound) for e in named)
    if (homes & places) or (treated and not others):
        return (Locality(homes.pop()),)
    return ()


def one_place(passage: Passage, layer: Layer) -> tuple[Locality, ...]:
    """The one place that a stretch of text names in whatever form."""
    named = {m.ids[0]: m for m in layer.of("jurisdiction") if m.ids[0] != "international"}
    if len(named) != 1:
        return ()
    place, mention = named.popitem()
    name = layer.text[mention.start : mention.end]
    return (Locality(place, name if is_city_of(passage, place, name) else ""),)


def _on_matter(passage: Passage, event: Event) -> bool:
    """Whether the treatments that the sentence names, or its text, are a law's."""
    if named := spoken_of(passage):
        return not event.compound or related(passage, named, event.compound)
    return bool(passage.mentions("agency") or _ANYTHING.search(passage.low))


def _any_bill(low: str) -> bool:
    return any(True for _ in bills_of(low))


def _in_layer(passage: Passage, layer: Layer, low: str) -> tuple[Event, ...]:
    names = law_names(passage.records)
    said = {bill for bill in bills_of(low) if bill in names}
    said |= {n for n in names if not n[-1].isdigit() and n in low}
    told = sorted(said, key=lambda name: (low.find(name), name))
    found = {e.id: e for name in told for e in names[name] if _suits(passage, layer, name, e)}
    return tuple(found.values()) if len({e.jurisdiction for e in found.values()}) == 1 else ()


def _suits(passage: Passage, layer: Layer, name: str, event: Event) -> bool:
    """Whether nothing near the name speaks of another place or of another matter."""
    layers = [layer, *passage.scope.layers]
    of = passage.timeline.jurisdiction_of
    for one in layers:
        places = {m.ids[0] for m in one.of("jurisdiction")} - {"us", "international"}
        if places:
            return event.jurisdiction in places
        if any(town in one.text for town in _towns(passage, event.jurisdiction)):
            return True
    if any(passage.scope.own.of("agency")) and any(
        of.get(m.ids[0]) == event.jurisdiction for m in passage.scope.own.of("agency")
    ):
        return True
    treated = {t for one in layers for t in treatments(passage, one)}
    alike = related(passage, treated, event.compound) or (bool(treated) and not event.compound)
    return alike or not name[-1].isdigit()


def _towns(passage: Passage, place: str) -> tuple[str, ...]:
    """The towns that stand for a place, those of other places aside."""
    terms = passage.records.base.vocabulary.jurisdictions
    every = [t for term in terms for t in term.towns]
    return tuple(t for term in terms if term.id == place for t in term.towns if every.count(t) == 1)


def names_law(low: str, records: Records) -> bool:
    """Whether a text in lower case has the number of a recorded bill, or the name of an act."""
    names = law_names(records)
    if any(bill in names for bill in bills_of(low)):
        return True
    return " act" in low and any(name.endswith(" act") and name in low for name in names)


def law_names(records: Records) -> dict[str, tuple[Event, ...]]:
    """The laws by the names that their records give them, in lower case."""

    def find() -> dict[str, tuple[Event, ...]]:
        found: dict[str, list[Event]] = {}
        for event in records.base.events:
            if event.kind in _MADE | PASSED | REFUSED:
                for name in _names(event, records):
                    found.setdefault(name, []).append(event)
        return {name: tuple(events) for name, events in found.items()}

    return records.remembered("names of laws", find)


def _names(event: Event, records: Records) -> Iterator[str]:
    """The names that the record itself gives a law, not those of others it tells of."""
    first = event.summary.split(". ")[0]
    own = next(bills_of(first.lower()), "")
    told = (own, *(n for v in event.votes for n in bills_of(v.question.lower())))
    yield from dict.fromkeys(name for name in told if name)
    if event.kind in _MADE:
        yield from (_plain(t.group()) for t in _TITLE.finditer(first))
    if event.kind in _NAMING:
        for name in (found.group() for found in _PROPER.finditer(event.summary, 1)):
            if not {m.kind for m in records.names.find(name)} & _NAMED_ELSEWHERE:
                yield _plain(name)


def _plain(name: str) -> str:
    return re.sub(r" of \d{4}$", "", name.removeprefix("The ")).lower()
