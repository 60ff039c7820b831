"""Public money: who pays for which treatment or trial, since when, and to whom it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import at, opinion, redated, stated
from claimcheck.statements.decisions.moments import nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import named_places
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.nouns import Opinion

_PAID = lazy(
    r"\b(?:fund(?:s|ed|ing)?|grants?|granted|award(?:s|ed)?|pa(?:ys|id|ying) (?:for|by)|"
    r"financ(?:es|ed|ing)|subsid\w+|reimburs\w+|listed|covers|covered|gave|gives)\b"
)
_MONEY = lazy(r"fund|grant|pa(?:y|id)|financ|subsid|reimburs|list|cover|million|award")
_NEVER = lazy(r"\bnever\b")
_FIRST = lazy(r"\bfirst\b")
_KINDS = frozenset({"programme", "access-scheme"})


def grants(passage: Passage) -> Iterator[Opinion]:
    """The opinions on public money that a sentence says was given for something."""
    seen: set[Clause] = set()
    for found in _PAID.finditer(passage.low):
        cue = Cue("access", *found.span(), passage.clause_at(found.start()))
        spirit = modality(cue.clause.words, cue.start, cue.end)
        if passage.mentions("designation", cue.clause):
            continue
        if cue.clause not in seen and spirit.mood == "fact":
            seen.add(cue.clause)
            yield from _denied(passage, cue) if spirit.negated else _judged(passage, cue)


def _judged(passage: Passage, cue: Cue) -> Iterator[Opinion]:
    up = passage.records.jurisdictions.up
    own = [m for m in named_places(passage, cue.clause) if passage.words(m)[0].isupper()]
    proper = own or passage.scope.nearest("jurisdiction")
    where = {wide for m in proper for wide in up(m.ids[0])}
    every = [e for e in passage.timeline.of(_KINDS) if not where or e.jurisdiction in where]
    paid = [e for e in every if _payer(passage, e)]
    if not paid:
        return
    family = passage.records.compounds
    named = [m.ids[0] for m in passage.mentions("compound")]
    alike = [e for e in paid if any(family.related(n, c) for n in named for c in e.compound)]
    what = stated(passage, cue.clause.start, cue.clause.end)
    moments = [m for m in near_first(passage, cue) if m.date.year]
    then = [e for e in paid if any(m.fits(e) and m.relation == "on" for m in moments)]
    if named and not alike:
        exact = [e for e in then if any(m.date.month for m in moments)]
        if exact:
            yield opinion("contradicted", what, passage, exact)
        return
    if not alike:
        return
    fitting = [e for e in alike if e in then] if moments else alike
    if _for_others(passage, cue.clause, fitting):
        yield opinion("contradicted", what, passage, fitting)
        return
    sure = bool(moments) or bool(_FIRST.search(cue.clause.words))
    if fitting and sure and _to_others(passage, cue.clause, fitting):
        yield opinion("contradicted", what, passage, fitting)
    elif fitting:
        yield opinion("supported", what, passage, fitting)
    elif len(moments) == 1 and (event := nearest(alike, moments)):
        if moments[0].relation != "on":
            return
        told, better = at(what, moments[0]), redated(moments[0], event)
        yield opinion("contradicted", told, passage, (event,), suggestion=better)


def _denied(passage: Passage, cue: Cue) -> Iterator[Opinion]:
    """Said never to have been paid for, where a payer that is named did."""
    named = [m.ids[0] for m in passage.mentions("compound", cue.clause)]
    if passage.moments(cue.clause) or not named or not _NEVER.search(cue.clause.words):
        return
    family = passage.records.compounds
    paid = [
        e
        for e in passage.timeline.of(frozenset({"access-scheme"}))
        if e.date.latest < passage.settled
        and e.agency in {m.ids[0] for m in passage.mentions("agency", cue.clause)}
        and _payer(passage, e)
        and any(family.related(n, c) for n in named for c in e.compound)
    ]
    if paid:
        what = stated(passage, cue.clause.start, cue.clause.end)
        yield opinion("contradicted", what, passage, paid)


def _payer(passage: Passage, event: Event) -> bool:
    """Whether the text names who paid, and the record is one of money."""
    if not _MONEY.search(event.summary.lower()):
        return False
    for layer in passage.scope.layers:
        if named := {m.ids[0] for m in layer.of("agency")}:
            return event.agency in named
        if any(_is_payer(passage, m.ids[0], event) for m in layer.of("sponsor")):
            return True
    return False


def _is_payer(passage: Passage, sponsor: str, event: Event) -> bool:
    """Whether an institution is who paid: itself, or as the arm of an agency that did."""
    arm = event.kind == "programme" and event.agency in passage.timeline.agencies
    return sponsor == event.agency or (arm and sponsor in event.holder)


def _for_others(passage: Passage, clause: Clause, events: Sequence[Event]) -> bool:
    """Whether a scheme is said to pay for a treatment in a disorder for which it does not."""
    schemes = [e for e in events if e.kind == "access-scheme" and e.indication]
    asked = [
        Wanted(kinds=_KINDS, compounds=s.compounds, indications=s.indications)
        for s in subjects(passage, clause)
        if s.compounds and s.indications and not s.negated
    ]
    matches = passage.timeline.matches
    return bool(schemes) and any(not any(matches(e, w) for e in schemes) for w in asked)


def _to_others(passage: Passage, clause: Clause, events: Sequence[Event]) -> bool:
    """Whether a clause names who got the money, and it is none of those who did."""
    got = {h for e in events for h in e.holder if h != e.agency}
    sponsors = passage.timeline.sponsors
    payers = {e.agency for e in events}
    named = [m.ids[0] for m in passage.mentions("sponsor", clause) if m.ids[0] not in payers]
    known = [n for n in named if n not in {h for e in events for h in e.holder if h in payers}]
    return bool(got and known) and not any(
        sponsors.related(n, h) for n in known for e in events for h in e.holder
    )
