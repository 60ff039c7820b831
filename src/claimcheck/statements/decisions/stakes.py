"""Which recorded decisions a clause can be about: by place, treatment and date."""

from __future__ import annotations

from collections.abc import Collection

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.moments import dates_of
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.names import Mention
from claimcheck.statements.scope import Layer

_STANDING = frozenset({"law", "risk-programme"})
"""Decisions that are told with later dates too: they stay in force."""
_PLACELESS = frozenset(
    {"risk-programme", "retraction", "priority-voucher", "advisory-vote", "safety-communication"}
)
"""Decisions that a text tells without saying where."""
_TREATMENTLESS = frozenset({"company", "law", "refusal"})
"""Decisions that a text tells without naming a treatment."""
_VAGUE = lazy(r"\b(?:last|this|next|same|previous|following) (?:year|month|spring|summer|autumn)\b")


def at_stake(passage: Passage, clause: Clause, event: Event) -> bool:
    """Whether place, treatment and dates of a clause, or of the text around it, are an event's."""
    return (
        _treated(passage, event)
        and _placed(passage, event)
        and _dated(passage, clause, event)
        and not _VAGUE.search(clause.words)
    )


def _placed(passage: Passage, event: Event) -> bool:
    own = passage.scope.own
    if _names_place(own):
        return _decides(passage, own, event)
    if _holds(passage, own, event) or event.kind in _PLACELESS:
        return True
    around = next((layer for layer in passage.scope.layers[1:] if _names_place(layer)), None)
    return around is not None and _decides(passage, around, event)


def _names_place(layer: Layer) -> bool:
    return any(m.ids[0] != "international" for m in _where(layer))


def _where(layer: Layer) -> tuple[Mention, ...]:
    return (*layer.of("agency"), *layer.of("jurisdiction"))


def _decides(passage: Passage, layer: Layer, event: Event) -> bool:
    """Whether a stretch of text names who decided, or exactly the place for which it was."""
    known = passage.timeline.agencies.get(event.agency)
    own = {event.agency, *(known.broader if known else ())}
    named = {m.ids[0] for m in layer.of("agency")}
    places = {m.ids[0] for m in layer.of("jurisdiction")}
    theirs = {passage.timeline.jurisdiction_of.get(a, "") for a in named}
    # an agency that is named is not asked for what another of its country did
    places = places - theirs if known else places | theirs
    return bool(own & named) or event.jurisdiction in places or _holds(passage, layer, event)


def _holds(passage: Passage, layer: Layer, event: Event) -> bool:
    """Whether a company is named that decided or holds what was decided."""
    parties = {event.agency, *event.holder}
    return any(
        passage.timeline.sponsors.related(m.ids[0], party)
        for m in layer.of("sponsor")
        for party in parties
    )


def _treated(passage: Passage, event: Event) -> bool:
    if not event.compound:
        return True
    if named := spoken_of(passage):
        return related(passage, named, event.compound)
    if event.holder and _holds(passage, passage.scope.own, event):
        return True
    named_so = any(m.ids[0] == event.designation for m in passage.scope.own.of("designation"))
    return event.kind in _TREATMENTLESS or named_so


def treatments(passage: Passage, layer: Layer) -> frozenset[str]:
    """The compounds that a stretch of text names, those of classes included."""
    named = {i for m in layer.of("compound") for i in m.ids[:1]}
    members = passage.timeline.members
    return frozenset(named | {c for m in layer.of("treatment") for c in members.get(m.ids[0], ())})


def spoken_of(passage: Passage) -> frozenset[str]:
    """The treatments of the sentence, or else of the nearest text around it that names any."""
    every = (treatments(passage, layer) for layer in passage.scope.layers)
    return next((named for named in every if named), frozenset())


def related(passage: Passage, named: Collection[str], recorded: Collection[str]) -> bool:
    """Whether one of the treatments that are named is a recorded one, or a form of it."""
    family = passage.records.compounds
    return any(family.related(one, other) for one in named for other in recorded)


def _dated(passage: Passage, clause: Clause, event: Event) -> bool:
    """Whether the years written in a clause are the event's; of a standing one, no earlier."""
    years = {d.year for d in dates_of(event)}
    written = {m.date.year for m in passage.moments(clause) if m.date.year}
    if not written or written & years:
        return True
    return event.kind in _STANDING and min(written) > min(years)
