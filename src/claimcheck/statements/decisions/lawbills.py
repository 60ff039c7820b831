"""Bills and measures by name: of another place than the text says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model.events import Event
from claimcheck.statements.decisions.lawstatements import (
    PASSED,
    REFUSED,
    LawStatement,
    bills_of,
    is_named,
)
from claimcheck.statements.decisions.localities import Locality, made_there
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import treatments


def of_another_place(passage: Passage, statement: LawStatement) -> tuple[Event, ...]:
    """The laws of a name elsewhere, where the place has none of it but one on the same matter."""
    if not statement.bill or len(set(bills_of(statement.what.said.lower()))) > 1:
        return ()
    every = passage.timeline.of(PASSED | REFUSED)
    named = [e for e in every if is_named(e, statement.bill)]
    if any(made_there(passage, e, statement.where) for e in named):
        return ()
    alike = [e for e in named if _on_same_treatment(passage, e, statement)]
    own = [
        e
        for e in every
        if made_there(passage, e, statement.where)
        and any(b != statement.bill for b in _names(e))
        and _on_same_treatment(passage, e, statement)
        and (not statement.effects or _fits(e, statement))
    ]
    said = {e.id: e for e in alike if _fits(e, statement)}
    return (*said.values(), *own) if alike and (own or said) else ()


def _on_same_treatment(passage: Passage, event: Event, statement: LawStatement) -> bool:
    around = (treatments(passage, layer) for layer in passage.scope.layers)
    named = frozenset(statement.compounds) or next((t for t in around if t), frozenset[str]())
    family = passage.records.compounds
    return not named or any(family.related(n, c) for n in named for c in event.compound)


def _names(event: Event) -> Iterator[str]:
    """The names of the bills that a record tells of."""
    for told in (event.summary, *(v.question for v in event.votes)):
        yield from bills_of(told.lower())


def _fits(event: Event, statement: LawStatement) -> bool:
    """Whether a law elsewhere does what the statement says."""
    return bool(statement.effects) and _alike(event.effect, statement.effects)


def _alike(effects: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two laws, or a law and what is said of one, are of one sort."""
    one, other = _sorts(effects), _sorts(others)
    return bool(one & other)


def _sorts(effects: Iterable[str]) -> frozenset[str]:
    wide = {"licence": "services", "medical-use": "services", "rules": "services"}
    return frozenset(wide.get(e, e) for e in effects)


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
    family = passage.records.compounds
    named_compounds = {c for layer in passage.scope.layers for c in treatments(passage, layer)}
    treated = any(family.related(n, c) for n in named_compounds for e in named for c in e.compound)
    if (homes & places) or (treated and not others):
        return (Locality(homes.pop()),)
    return ()
