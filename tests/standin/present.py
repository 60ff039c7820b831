"""From a record as deposited to the message that Crossref sends."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

Work = Mapping[str, Any]
ALWAYS_IN_SINGLETONS: dict[str, Any] = {
    "title": [],
    "subtitle": [],
    "short-title": [],
    "original-title": [],
    "container-title": [],
    "short-container-title": [],
    "subject": [],
    "relation": {},
}
UNKNOWN_DATE = {"date-parts": [[None]]}
PEOPLE = ("author", "editor", "chair", "translator")
MESSAGE_VERSION = "1.0.0"


def complete(work: Work) -> dict[str, Any]:
    """A work with everything that Crossref adds to each: dates of its own, counts, URL, roles."""
    doi = str(work["DOI"]).lower()
    references = work.get("reference-count", len(work.get("reference") or ()))
    whole: dict[str, Any] = {
        "indexed": registered_on(doi, 2026),
        "reference-count": references,
        "publisher": "",
        "content-domain": {"domain": [], "crossmark-restriction": False},
        "created": registered_on(doi, 2015),
        "source": "Crossref",
        "is-referenced-by-count": 0,
        "prefix": doi.partition("/")[0],
        "member": "0",
        "deposited": registered_on(doi, 2025),
        "resource": {"primary": {"URL": f"https://publisher.example/{quote(doi)}"}},
        "issued": UNKNOWN_DATE,
        "references-count": references,
        **work,
        "DOI": doi,
        "URL": f"https://doi.org/{doi}",
    }
    whole.pop("subject", None)
    _add_published(whole)
    for role in PEOPLE:
        if whole.get(role):
            whole[role] = [_person(person, role) for person in whole[role]]
    return whole


def singleton(work: Work) -> dict[str, Any]:
    """The message of `/works/{doi}`: the eight text fields are there even when empty."""
    message = {**ALWAYS_IN_SINGLETONS, **complete(work)}
    message["score"] = 1
    return message


def list_item(work: Work, score: float, select: Iterable[str] | None = None) -> dict[str, Any]:
    """One of a list: empty fields left out, `select` obeyed."""
    item = {key: value for key, value in complete(work).items() if value not in ([], {}, None)}
    item["score"] = round(score, 6)
    if select is None:
        return item
    return {key: item[key] for key in select if key in item}


def registered_on(doi: str, year: int) -> dict[str, Any]:
    """A day of `year` that depends on the DOI alone, as `created` and its like are written."""
    number = zlib.crc32(f"{doi} {year}".encode())
    month, date, hour = 1 + number % 10, 1 + number % 28, number % 24
    timestamp = 1_000 * (number % 31_536_000 + (year - 1970) * 31_556_952)
    return {
        "date-parts": [[year, month, date]],
        "date-time": f"{year}-{month:02}-{date:02}T{hour:02}:00:00Z",
        "timestamp": timestamp,
    }


def envelope(kind: str, message: Any) -> dict[str, Any]:
    """The frame of every good answer."""
    return {
        "status": "ok",
        "message-type": kind,
        "message-version": MESSAGE_VERSION,
        "message": message,
    }


def _add_published(work: dict[str, Any]) -> None:
    """`published` equals `issued`, and is missing when that is unknown."""
    issued = work["issued"]
    if issued.get("date-parts") in ([[None]], [[]], None):
        work["issued"] = UNKNOWN_DATE
        work.pop("published", None)
    else:
        work["published"] = {"date-parts": issued["date-parts"]}


def _person(person: Mapping[str, Any], role: str) -> dict[str, Any]:
    added: dict[str, Any] = {} if "affiliation" in person else {"affiliation": []}
    if "role" not in person and person:
        added["role"] = [{"role": role, "vocabulary": "crossref"}]
    return {**person, **added}
