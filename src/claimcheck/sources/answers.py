"""Answers worth keeping as JSON: what the evidence lock and the cache hold.

    work     a record with "via" and "checked_at", and "asked" where it differs from "DOI";
             {"DOI": …, "agency": …} for a DOI that an agency has registered;
             {"DOI": …, "missing": ["crossref", …]} for one that no agency knows
    trial    a registered trial, or {"id": …, "missing": […]}
    link     {"url": …}, with "gone": 404 for a page that is not there
    search   {"query": …, "found": [record, …]}

Every answer carries "checked_at"; trouble is never among them. Reading raises `ShapeError`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar, get_args

from claimcheck.classes import dataclass
from claimcheck.model.evidence import (
    Found,
    Gone,
    Missing,
    Reachable,
    Record,
    Registered,
    Service,
    TrialFound,
)
from claimcheck.sources.codec import (
    ShapeError,
    read_doi,
    read_object,
    read_record,
    read_text,
    read_texts,
    read_time,
    read_trial,
    write_record,
    write_time,
    write_trial,
)

Answer = Found | Registered | Missing
TrialAnswer = TrialFound | Missing
LinkAnswer = Reachable | Gone


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search for `asked` found."""

    asked: str
    records: tuple[Record, ...]
    checked_at: datetime
    cached: bool = False


T = TypeVar("T", Answer, TrialAnswer, LinkAnswer, Hits)


def as_cached(answer: T, *, cached: bool = True) -> T:
    """The answer with a note whether it was asked for in this run."""
    return replace(answer, cached=cached)


def read_answer(value: Any) -> Answer:
    """A look-up from its JSON; raise ShapeError. Without "via" it was transcribed: `lock`."""
    data, checked_at = _stamped(value)
    via = _service(data.pop("via", "lock"))
    asked = read_doi(data.pop("asked", data.get("DOI")))
    if "missing" in data:
        data = read_object(data, {"DOI", "missing"})
        return Missing(asked, read_texts(data["missing"]), checked_at)
    if "agency" in data:
        agency = read_object(data, {"DOI", "agency"})["agency"]
        return Registered(asked, None if agency is None else read_text(agency), via, checked_at)
    return Found(asked, read_record(data), via, checked_at)


def _service(value: Any) -> Service:
    for service in get_args(Service):
        if value == service:
            return value  # type: ignore[no-any-return]
    raise ShapeError(f"unknown service {value!r} in 'via'")


def write_answer(answer: Answer) -> dict[str, Any]:
    """The JSON of a look-up; `cached` is a matter of the run and is not kept."""
    checked_at = {"checked_at": write_time(answer.checked_at)}
    match answer:
        case Found(asked, record, via):
            alias = {"asked": asked} if asked != record.doi else {}
            return alias | write_record(record) | {"via": via} | checked_at
        case Registered(asked, agency, via):
            return {"DOI": asked, "agency": agency, "via": via} | checked_at
        case Missing(asked, services):
            return {"DOI": asked, "missing": list(services)} | checked_at


def read_trial_answer(value: Any) -> TrialAnswer:
    """A look-up of a trial from its JSON; raise ShapeError."""
    data, checked_at = _stamped(value)
    if "missing" in data:
        return Missing(read_text(data.get("id")), read_texts(data["missing"]), checked_at)
    asked = read_text(data.pop("asked", data.get("id")))
    return TrialFound(asked, read_trial(data), checked_at)


def write_trial_answer(answer: TrialAnswer) -> dict[str, Any]:
    """The JSON of a look-up of a trial."""
    checked_at = {"checked_at": write_time(answer.checked_at)}
    match answer:
        case TrialFound(asked, record):
            alias = {"asked": asked} if asked != record.id else {}
            return alias | write_trial(record) | checked_at
        case Missing(asked, services):
            return {"id": asked, "missing": list(services)} | checked_at


def read_link(value: Any) -> LinkAnswer:
    """Whether a page is there, from its JSON; raise ShapeError."""
    data, checked_at = _stamped(value)
    url, gone = data.pop("url", None), data.pop("gone", None)
    if data or not isinstance(url, str) or not isinstance(gone, int | None):
        raise ShapeError("expected a url and perhaps a status under 'gone'")
    return Reachable(url, checked_at) if gone is None else Gone(url, gone, checked_at)


def write_link(answer: LinkAnswer) -> dict[str, Any]:
    """The JSON of whether a page is there."""
    gone = {"gone": answer.status} if isinstance(answer, Gone) else {}
    return {"url": answer.asked} | gone | {"checked_at": write_time(answer.checked_at)}


def read_hits(value: Any) -> Hits:
    """What a search found, from its JSON; raise ShapeError."""
    data, checked_at = _stamped(value)
    query, found = data.pop("query", None), data.pop("found", None)
    if data or not isinstance(query, str) or not isinstance(found, list):
        raise ShapeError("expected a query and a list under 'found'")
    return Hits(query, tuple(read_record(item) for item in found), checked_at)


def write_hits(hits: Hits) -> dict[str, Any]:
    """The JSON of what a search found."""
    found = [write_record(record) for record in hits.records]
    return {"query": hits.asked, "found": found, "checked_at": write_time(hits.checked_at)}


def _stamped(value: Any) -> tuple[dict[str, Any], datetime]:
    if not isinstance(value, dict):
        raise ShapeError(f"expected an object, found {value!r:.60}")
    data = dict(value)
    return data, read_time(data.pop("checked_at", None))
