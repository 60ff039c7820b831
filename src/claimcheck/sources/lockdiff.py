"""What changed between two evidence locks, in lines for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from textwrap import shorten
from typing import Any, TypeVar

from claimcheck.model.evidence import (
    Found,
    Gone,
    Missing,
    Reachable,
    Registered,
    TrialFound,
    Update,
)
from claimcheck.sources.answers import Answer, LinkAnswer, TrialAnswer
from claimcheck.sources.codec import write_record, write_trial
from claimcheck.sources.lock import Lock

T = TypeVar("T")

_GRAVE = {"retraction": "RETRACTED", "concern": "EXPRESSION OF CONCERN", "correction": "corrected"}
_APART = {"score", "updated-by"}
"""Fields with lines of their own, or none."""


def diff(old: Lock, new: Lock) -> list[str]:
    """The differences that matter, by DOI: new entries, lost ones, notices, changed fields.

    A later `checked_at` or another service with the same answer is no difference.
    """
    return [
        *_diff_each(old.works, new.works, _diff_work),
        *_diff_each(old.trials, new.trials, _diff_trial),
        *_diff_each(old.links, new.links, _diff_link),
    ]


def _diff_each(
    old: Mapping[str, T],
    new: Mapping[str, T],
    differ: Callable[[T | None, T | None], Iterator[str]],
) -> Iterator[str]:
    for asked in sorted(old.keys() | new.keys()):
        for change in differ(old.get(asked), new.get(asked)):
            yield f"{asked}: {change}"


def _entry(before: str | None, after: str | None) -> Iterator[str]:
    """The change between two answers said in words; None where there is no entry."""
    if before is None:
        yield f"new entry: {after}"
    elif after is None:
        yield "no longer needed"
    elif before != after:
        yield f"was {before}, now {after}"


def _diff_trial(before: TrialAnswer | None, after: TrialAnswer | None) -> Iterator[str]:
    if isinstance(before, TrialFound) and isinstance(after, TrialFound):
        yield from _changed_fields(write_trial(before.record), write_trial(after.record))
    else:
        yield from _entry(_trial_words(before), _trial_words(after))


def _trial_words(answer: TrialAnswer | None) -> str | None:
    match answer:
        case None:
            return None
        case Missing():
            return "not registered"
        case TrialFound(_, record):
            return f'"{record.title or record.id}"'


def _diff_link(before: LinkAnswer | None, after: LinkAnswer | None) -> Iterator[str]:
    return _entry(_link_words(before), _link_words(after))


def _link_words(answer: LinkAnswer | None) -> str | None:
    match answer:
        case None:
            return None
        case Reachable():
            return "reachable"
        case Gone(_, status):
            return f"gone (status {status})"


def _diff_work(before: Answer | None, after: Answer | None) -> Iterator[str]:
    known = before.record.updates if isinstance(before, Found) else ()
    current = after.record.updates if isinstance(after, Found) else ()
    yield from _new_notices(known, current)
    if isinstance(before, Found) and isinstance(after, Found):
        yield from _lost_notices(known, current)
        yield from _changed_fields(write_record(before.record), write_record(after.record))
    else:
        yield from _entry(_work_words(before), _work_words(after))


def _work_words(answer: Answer | None) -> str | None:
    match answer:
        case None:
            return None
        case Found(_, record):
            return f'"{record.titles[0]}"' if record.titles else "a record without title"
        case Registered(_, agency):
            return f"registered at {agency or 'another agency'}"
        case Missing():
            return "not registered"


def _new_notices(before: tuple[Update, ...], after: tuple[Update, ...]) -> Iterator[str]:
    known = {(update.type, update.doi) for update in before}
    for update in after:
        if (update.type, update.doi) not in known:
            word = _GRAVE.get(update.kind, "updated")
            on = f" on {update.date}" if update.date else ""
            yield f"{word}{on} ({_spaced(update.type)}, notice {update.doi})"


def _lost_notices(before: tuple[Update, ...], after: tuple[Update, ...]) -> Iterator[str]:
    remaining = {(update.type, update.doi) for update in after}
    for update in before:
        if (update.type, update.doi) not in remaining:
            yield f"no longer carries the {_spaced(update.type)} {update.doi}"


def _spaced(update_type: str) -> str:
    return update_type.replace("_", " ")


def _changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted((old.keys() | new.keys()) - _APART):
        if old.get(key) != new.get(key):
            yield f"{key} was {_shown(old.get(key))}, now {_shown(new.get(key))}"


def _shown(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case str():
            return f'"{value}"'
        case dict():
            return " ".join(str(part) for part in reversed(value.values()))
        case list():
            return shorten(", ".join(map(_shown, value)), 200, placeholder=" …")
        case _:
            return str(value)
