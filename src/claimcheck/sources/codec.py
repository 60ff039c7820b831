"""Records of works and trials as JSON, in one shape for the evidence lock and for the cache.

    {"DOI": …, "type": …, "title": […], "author": [{"family": …, "given": …}],
     "issued": "2021-05-04", "updated-by": [{"type": …, "DOI": …, "date": …}], …}

Keys follow CSL and Crossref; empty fields are left out. Reading raises `ShapeError`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record, RegisteredTrial, Update
from claimcheck.model.works import Name
from claimcheck.sources.updates import kind_of, normalise_type


class ShapeError(ValueError):
    """JSON that is not one of our nouns; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class _Field:
    key: str
    read: Callable[[Any], Any]
    write: Callable[[Any], Any]


def read_text(value: Any) -> str:
    """A text from its JSON; raise ShapeError."""
    if not isinstance(value, str):
        raise ShapeError(f"expected text, found {value!r}")
    return value


def read_texts(value: Any) -> tuple[str, ...]:
    """A list of texts from its JSON; raise ShapeError."""
    if not isinstance(value, list):
        raise ShapeError(f"expected a list of texts, found {value!r}")
    return tuple(read_text(item) for item in value)


def read_doi(value: Any) -> str:
    """A DOI from its JSON, lower-cased; raise ShapeError."""
    return read_text(value).lower()


def _date(value: Any) -> PartialDate:
    try:
        return PartialDate.parse(read_text(value))
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


def read_object(value: Any, allowed: set[str]) -> dict[str, Any]:
    """An object with no other keys than `allowed`; raise ShapeError."""
    if not isinstance(value, dict):
        raise ShapeError(f"expected an object, found {value!r}")
    unknown = sorted(set(value) - allowed)
    if unknown:
        raise ShapeError(f"unknown key {unknown[0]!r}")
    return value


_NAME_KEYS = {field.name: field.name.replace("_", "-") for field in fields(Name)}


def _read_name(value: Any) -> Name:
    data = read_object(value, set(_NAME_KEYS.values()))
    return Name(**{name: read_text(data[key]) for name, key in _NAME_KEYS.items() if key in data})


def _write_name(name: Name) -> dict[str, str]:
    values = ((key, getattr(name, field)) for field, key in _NAME_KEYS.items())
    return {key: value for key, value in values if value}


def _read_update(value: Any) -> Update:
    data = read_object(value, {"type", "DOI", "date", "source"})
    update_type = normalise_type(read_text(data.get("type")))
    return Update(
        kind=kind_of(update_type),
        type=update_type,
        doi=read_doi(data.get("DOI")),
        date=_date(data["date"]) if "date" in data else None,
        source=read_text(data["source"]) if "source" in data else None,
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
    "doi": _Field("DOI", read_doi, str),
    "type": _Field("type", read_text, str),
    "subtype": _Field("subtype", read_text, str),
    "titles": _Field("title", read_texts, list),
    "subtitles": _Field("subtitle", read_texts, list),
    "authors": _names("author"),
    "editors": _names("editor"),
    "containers": _Field("container-title", read_texts, list),
    "issued": _Field("issued", _date, str),
    "printed": _Field("published-print", _date, str),
    "online": _Field("published-online", _date, str),
    "posted": _Field("posted", _date, str),
    "volume": _Field("volume", read_text, str),
    "issue": _Field("issue", read_text, str),
    "page": _Field("page", read_text, str),
    "article_number": _Field("article-number", read_text, str),
    "publisher": _Field("publisher", read_text, str),
    "issn": _Field("ISSN", read_texts, list),
    "isbn": _Field("ISBN", read_texts, list),
    "updates": _updates("updated-by"),
    "notice_for": _updates("update-to"),
    "preprint_of": _Field("preprint-of", _each(read_doi), list),
    "has_preprint": _Field("has-preprint", _each(read_doi), list),
    "score": _Field("score", _number, float),
    "origin": _Field("origin", read_text, str),
}
_TRIAL: dict[str, _Field] = {
    "id": _Field("id", read_text, str),
    "title": _Field("title", read_text, str),
    "status": _Field("status", read_text, str),
    "phases": _Field("phase", read_texts, list),
    "enrolment": _Field("enrolment", _whole, int),
    "enrolment_actual": _Field("enrolment-actual", _flag, bool),
    "conditions": _Field("condition", read_texts, list),
    "start": _Field("start", _date, str),
    "has_results": _Field("has-results", _flag, bool),
}


def _read(value: Any, shape: dict[str, _Field], needed: str) -> dict[str, Any]:
    data = read_object(value, {field.key for field in shape.values()})
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
        moment = datetime.fromisoformat(read_text(value))
    except ShapeError:
        raise
    except ValueError:
        raise ShapeError(f"{value!r} is not a date or time") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def write_time(moment: datetime) -> str:
    """A moment to the second, in UTC: `2026-11-21T09:30:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
