"""What a sentence says that a state, a country or a city has done by law."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.events import Event
from claimcheck.statements.decisions.findings import Stated
from claimcheck.statements.decisions.localities import Locality, made_there
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.passage import Passage

PASSED = frozenset({"law", "programme", "order", "access-scheme", "scheduling"})
REFUSED = frozenset({"refusal"})


@dataclass(frozen=True, slots=True)
class LawStatement:
    """What a clause says a place has done."""

    what: Stated
    where: Locality
    compounds: tuple[str, ...]
    effects: frozenset[str]
    bill: str
    refused: bool
    own: bool
    """The sentence itself names the treatment."""
    moments: tuple[Moment, ...]


def matching(passage: Passage, statement: LawStatement, kinds: frozenset[str]) -> tuple[Event, ...]:
    """The events of the statement's place that can be meant."""
    return tuple(
        e
        for e in passage.timeline.of(kinds)
        if made_there(passage, e, statement.where) and concerns(passage, e, statement)
    )


def concerns(passage: Passage, event: Event, statement: LawStatement) -> bool:
    """Whether an event is on the statement's matter, wherever it was decided."""
    if statement.bill:
        return statement.bill in event.summary.lower()
    if event.kind in {"scheduling", "access-scheme"} and not event.indication and statement.effects:
        return False
    if statement.effects and not statement.effects & set(event.effect):
        return False
    family = passage.records.compounds
    return (
        not statement.compounds
        or not event.compound
        or any(c in family.up(e) for e in event.compound for c in statement.compounds)
    )


def related(passage: Passage, statement: LawStatement) -> tuple[Event, ...]:
    """What else the place has done about the same treatment: took effect, licensed, made rules."""
    later = {"services", "licence", "rules", "medical-use"}
    return tuple(
        e
        for e in passage.timeline.of(PASSED)
        if made_there(passage, e, statement.where) and later & set(e.effect)
    )
