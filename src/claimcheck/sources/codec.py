"""Our nouns as JSON: one shape for the evidence lock and for the cache.

    record   {"DOI": …, "type": …, "title": […], "author": [{"family": …, "given": …}],
              "issued": "2021-05-04", "updated-by": [{"type": …, "DOI": …, "date": …}], …}
    answer   a record with "via" and "checked_at", and "asked" where it differs from "DOI";
             {"DOI": …, "agency": …} for a DOI that an agency has registered;
             {"DOI": …, "missing": ["crossref", …]} for one that no agency knows

Keys follow CSL and Crossref; empty fields are left out. Reading raises `ShapeError`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, get_args

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import (
    Found,
    Missing,
    Record,
    Registered,
    RegisteredTrial,
    Service,
    Update,
)
from claimcheck.model.works import Name
from claimcheck.sources.updates import kind_of, normalise_type

VERSION = 1
"""Raised whenever an older reader would misread what is written here."""

Answer = Found | Registered | Missing
"""The look-ups worth keeping; trouble never is."""


class ShapeError(ValueError):
    """JSON that is not one of our nouns; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class _Field:
    key: str
    read: Callable[[Any], Any]
    write: Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ShapeError(f"expected text, found {value!r}")
    return value


def read_texts(value: Any) -> tuple[str, ...]:
    """A list of texts from its JSON; raise ShapeError."""
    if not isinstance(value, list):
        raise ShapeError(f"expected a list of texts, found {value!r}")
    return tuple(_text(item) for item in value)


def _doi(value: Any) -> str:
    return _text(value).lower()


def _date(value: Any) -> PartialDate:
    try:
        return PartialDate.parse(_text(value))
    except ShapeError:
        raise
    except ValueError as error:
        raise ShapeError(str(error)) from None


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ShapeError(f"expected a whole number, found {value!r}")
    return value


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ShapeError(f"expected a number, found {value!r}")
    return float(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ShapeError(f"expected true or false, found {value!r}")
    return value


def _each(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def read_list(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ShapeError(f"expected a list, found {value!r}")
        return tuple(read(item) for item in value)

    return read_list


def _object(value: Any, allowed: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ShapeError(f"expected an object, found {value!r}")
    unknown = sorted(set(value) - allowed)
    if unknown:
        raise ShapeError(f"unknown key {unknown[0]!r}")
    return value


_NAME_KEYS = {field.name: field.name.replace("_", "-") for field in fields(Name)}


def _read_name(value: Any) -> Name:
    data = _object(value, set(_NAME_KEYS.values()))
    return Name(**{name: _text(data[key]) for name, key in _NAME_KEYS.items() if key in data})


def _write_name(name: Name) -> dict[str, str]:
    values = ((key, getattr(name, field)) for field, key in _NAME_KEYS.items())
    return {key: value for key, value in values if value}


def _read_update(value: Any) -> Update:
    data = _object(value, {"type", "DOI", "date", "source"})
    update_type = normalise_type(_text(data.get("type")))
    return Update(
        kind=kind_of(update_type),
        type=update_type,
        doi=_doi(data.get("DOI")),
        date=_date(data["date"]) if "date" in data else None,
        source=_text(data["source"]) if "source" in data else None,
    )


def _write_update(update: Update) -> dict[str, str]:
    date = {"date": str(update.date)} if update.date else {}
    source = {"source": update.source} if update.source else {}
    return {"type": update.type, "DOI": update.doi} | date | source


def _names(key: str) -> _Field:
    return _Field(key, _each(_read_name), lambda names: [_write_name(name) for name in names])


def _updates(key: str) -> _Field:
    return _Field(key, _each(_read_update), lambda many: [_write_update(one) for one in many])


_RECORD: dict[str, _Field] = {
    "doi": _Field("DOI", _doi, str),
    "type": _Field("type", _text, str),
    "subtype": _Field("subtype", _text, str),
    "titles": _Field("title", read_texts, list),
    "subtitles": _Field("subtitle", read_texts, list),
    "authors": _names("author"),
    "editors": _names("editor"),
    "containers": _Field("container-title", read_texts, list),
    "issued": _Field("issued", _date, str),
    "printed": _Field("published-print", _date, str),
    "online": _Field("published-online", _date, str),
    "posted": _Field("posted", _date, str),
    "volume": _Field("volume", _text, str),
    "issue": _Field("issue", _text, str),
    "page": _Field("page", _text, str),
    "article_number": _Field("article-number", _text, str),
    "publisher": _Field("publisher", _text, str),
    "issn": _Field("ISSN", read_texts, list),
    "isbn": _Field("ISBN", read_texts, list),
    "updates": _updates("updated-by"),
    "notice_for": _updates("update-to"),
    "preprint_of": _Field("preprint-of", _each(_doi), list),
    "has_preprint": _Field("has-preprint", _each(_doi), list),
    "score": _Field("score", _number, float),
    "origin": _Field("origin", _text, str),
}
_TRIAL: dict[str, _Field] = {
    "id": _Field("id", _text, str),
    "title": _Field("title", _text, str),
    "status": _Field("status", _text, str),
    "phases": _Field("phase", read_texts, list),
    "enrolment": _Field("enrolment", _whole, int),
    "enrolment_actual": _Field("enrolment-actual", _flag, bool),
    "conditions": _Field("condition", read_texts, list),
    "start": _Field("start", _date, str),
    "has_results": _Field("has-results", _flag, bool),
}


def _read(value: Any, shape: dict[str, _Field], needed: str) -> dict[str, Any]:
    data = _object(value, {field.key for field in shape.values()})
    if needed not in data:
        raise ShapeError(f"{needed!r} is missing")
    found = {}
    for name, field in shape.items():
        if field.key in data:
            try:
                found[name] = field.read(data[field.key])
            except ShapeError as error:
                raise ShapeError(f"{field.key}: {error}") from None
    return found


def _write(noun: object, shape: dict[str, _Field]) -> dict[str, Any]:
    values = ((field, getattr(noun, name)) for name, field in shape.items())
    return {field.key: field.write(value) for field, value in values if value not in (None, ())}


def read_record(value: Any) -> Record:
    """A record from its JSON; raise ShapeError."""
    return Record(**_read(value, _RECORD, "DOI"))


def write_record(record: Record) -> dict[str, Any]:
    """The JSON of a record, without its empty fields."""
    return _write(record, _RECORD)


def read_trial(value: Any) -> RegisteredTrial:
    """A registered trial from its JSON; raise ShapeError."""
    return RegisteredTrial(**_read(value, _TRIAL, "id"))


def write_trial(trial: RegisteredTrial) -> dict[str, Any]:
    """The JSON of a registered trial, without its empty fields."""
    return _write(trial, _TRIAL)


def read_time(value: Any) -> datetime:
    """A moment written as ISO 8601; a date alone means midnight UTC. Raise ShapeError."""
    try:
        moment = datetime.fromisoformat(_text(value))
    except ShapeError:
        raise
    except ValueError:
        raise ShapeError(f"{value!r} is not a date or time") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def write_time(moment: datetime) -> str:
    """A moment to the second, in UTC: `2026-11-21T09:30:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_answer(value: Any) -> Answer:
    """A look-up from its JSON; raise ShapeError. Without "via" it was transcribed: `lock`."""
    if not isinstance(value, dict):
        raise ShapeError(f"expected an object, found {value!r}")
    data = dict(value)
    checked_at = read_time(data.pop("checked_at", None))
    via = _service(data.pop("via", "lock"))
    asked = _doi(data.pop("asked", data.get("DOI")))
    if "missing" in data:
        data = _object(data, {"DOI", "missing"})
        return Missing(asked, read_texts(data["missing"]), checked_at)
    if "agency" in data:
        agency = _object(data, {"DOI", "agency"})["agency"]
        return Registered(asked, None if agency is None else _text(agency), via, checked_at)
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
