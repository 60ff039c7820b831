"""What kind of news an update notice is, and which notices tell of the same event.

Types and their traps: Crossref "Registering updates"; the merge of Retraction Watch into the
production API (January 2025) made publisher and Retraction Watch report the same event twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Update, UpdateKind

_KINDS: dict[str, UpdateKind] = {
    "retraction": "retraction",
    "withdrawal": "retraction",
    "removal": "retraction",
    "partial_retraction": "retraction",
    "expression_of_concern": "concern",
    "correction": "correction",
    "corrigendum": "correction",
    "erratum": "correction",
    "err": "correction",
    "addendum": "correction",
    "clarification": "correction",
    "new_version": "version",
    "new_edition": "version",
}
_GRAVEST_FIRST = tuple(_KINDS)
_SAME_EVENT_DAYS = 92
"""Two services date the same notice by its registration, its cover or its first appearance."""


def normalise_type(text: str) -> str:
    """The registry's word for an update in one spelling: `Expression-of-Concern` → underscores."""
    return "_".join(text.lower().replace("-", " ").replace("_", " ").split())


def kind_of(update_type: str) -> UpdateKind:
    """What an update type means for a reader; a type we do not know is `other`."""
    return _KINDS.get(normalise_type(update_type), "other")


def merge_events(updates: Iterable[Update], own_doi: str) -> tuple[Update, ...]:
    """One `Update` per event, in the order in which the events were first named.

    `own_doi` is the DOI of the work itself: where one report names it and another a notice, the
    notice's DOI is kept. The date kept is the earliest.
    """
    events: list[Update] = []
    for update in updates:
        twin = next((i for i, event in enumerate(events) if _same(event, update)), None)
        if twin is None:
            events.append(update)
        else:
            events[twin] = _join(events[twin], update, own_doi)
    return tuple(events)


def _same(one: Update, two: Update) -> bool:
    if _event(one) != _event(two):
        return False
    if one.doi == two.doi or one.kind == "retraction":
        return True
    return one.source != two.source and _near(one.date, two.date)


def _event(update: Update) -> str:
    """A work is retracted once, whatever word is used; part of it may have been before."""
    if update.kind == "other" or update.type == "partial_retraction":
        return update.type
    return update.kind


def _near(one: PartialDate | None, two: PartialDate | None) -> bool:
    if one is None or two is None:
        return True
    early, late = sorted((one, two))
    return (late.earliest - early.latest).days <= _SAME_EVENT_DAYS


def _join(one: Update, two: Update, own_doi: str) -> Update:
    dates = [update.date for update in (one, two) if update.date]
    sources = {one.source, two.source}
    return replace(
        one,
        type=min(one.type, two.type, key=_gravity),
        doi=two.doi if one.doi == own_doi else one.doi,
        date=min(dates) if dates else None,
        source="publisher" if "publisher" in sources else one.source or two.source,
    )


def _gravity(update_type: str) -> int:
    known = update_type in _GRAVEST_FIRST
    return _GRAVEST_FIRST.index(update_type) if known else len(_GRAVEST_FIRST)
