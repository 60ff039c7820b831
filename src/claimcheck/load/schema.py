"""The shape of each file, and plain words for what does not fit it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from claimcheck.load.shapes import SHAPES
from claimcheck.load.tree import KEY
from claimcheck.model.base import FieldPath

__all__ = ["SHAPES", "bad_id", "faults", "known_keys", "read_entries"]

_UNKNOWN_KEY = {"unexpected_keyword_argument", "extra_forbidden"}
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")


@cache
def _adapter(noun: Any) -> TypeAdapter[Any]:
    return TypeAdapter(noun)


@cache
def _list_adapter(noun: Any) -> TypeAdapter[Any]:
    return TypeAdapter(list[noun])


def read_entries(noun: Any, values: list[Any]) -> list[Any]:
    """The nouns of a list of plain values; an entry that does not fit is its ValidationError."""
    try:
        return list(_list_adapter(noun).validate_python(values))
    except ValidationError:
        return [_read_one(noun, value) for value in values]


def _read_one(noun: Any, value: Any) -> Any:
    try:
        return _adapter(noun).validate_python(value)
    except ValidationError as error:
        return error


def faults(noun: Any, error: ValidationError) -> Iterator[tuple[FieldPath, str]]:
    """What is wrong with an entry: the path of each faulty field, and a clause about it."""
    for item in error.errors(include_url=False):
        path = tuple(step for step in item["loc"] if not _is_union_label(step))
        clause = _clause(noun, path, item)
        yield (*path, KEY) if item["type"] in _UNKNOWN_KEY else path, clause


def bad_id(entry: Any) -> str | None:
    """A clause on an id that is no id, or None."""
    name = getattr(entry, "id", None)
    if name is None or _ID.match(name):
        return None
    return f"id {name!r} is not made of a-z, 0-9, `.`, `_` and `-`"


def _is_union_label(step: str | int) -> bool:
    """pydantic adds the branch of a union to the path (`tuple[str, ...]`, `function-plain`)."""
    return isinstance(step, str) and (step == "str" or "[" in step or "(" in step)


def _clause(noun: Any, path: FieldPath, item: Any) -> str:
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    given = item.get("input")
    match item["type"]:
        case kind if kind in _UNKNOWN_KEY:
            return f"unknown key `{key}`{_nearest(key, known_keys(noun))}"
        case "missing" | "missing_argument" | "missing_keyword_only_argument":
            return f"`{key}` is missing"
        case "literal_error":
            allowed = item["ctx"]["expected"].replace("'", "`")
            return f"`{key}` is {given!r}; expected {allowed}"
        case "value_error":
            return f"`{key}`: {item['ctx']['error']}"
        case "string_type" if given is None:
            return f"`{key}` is empty"
        case "dataclass_type":
            return f"expected an entry with keys, found {_shown(given)}"
        case "tuple_type" | "list_type":
            return f"`{key}` must be a list, found {_shown(given)}"
        case _:
            return f"`{key}` is {_shown(given)}: {_plain(item['msg'])}"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "…"


def _plain(message: str) -> str:
    message = message.removeprefix("Input ").replace("a valid ", "a ")
    return message[:1].lower() + message[1:].partition(", unable")[0]


def _nearest(key: str, known: frozenset[str]) -> str:
    near = get_close_matches(key, known, n=1)
    return f" (did you mean `{near[0]}`?)" if near else ""


@cache
def known_keys(noun: Any) -> frozenset[str]:
    """Every key that may stand anywhere in an entry of this noun."""
    schema = _adapter(noun).json_schema()
    nested = schema.get("$defs", {}).values()
    return frozenset(key for part in (schema, *nested) for key in part.get("properties", {}))
