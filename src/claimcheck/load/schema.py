"""The shape of each file, and plain words for what does not fit it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from claimcheck.hints import did_you_mean
from claimcheck.load.places import KEY
from claimcheck.load.shapes import SHAPES
from claimcheck.model.base import FieldPath
from claimcheck.patterns import lazy

__all__ = ["SHAPES", "bad_id", "faults", "known_keys", "read_entries", "unknown_list"]

_UNKNOWN_KEY = {"unexpected_keyword_argument", "extra_forbidden"}
_MISSING = {"missing", "missing_argument", "missing_keyword_only_argument"}
_EXPECTED = {
    "string_type": "a text",
    "dict_type": "a mapping",
    "dataclass_type": "an entry with keys",
    "tuple_type": "a list",
    "list_type": "a list",
    "bool_parsing": "`yes` or `no`",
    "bool_type": "`yes` or `no`",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a smaller number",
}
"""Kind of a fault, as pydantic calls it → what should stand there."""
_ID = lazy(r"[a-z0-9][a-z0-9._-]*\Z")


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
    missing: dict[FieldPath, list[str]] = {}
    for item in error.errors(include_url=False):
        path = _written(item)
        if item["type"] in _MISSING and isinstance(path[-1], str):
            missing.setdefault(path[:-1], []).append(path[-1])
        else:
            clause = _clause(noun, path, item)
            yield (*path, KEY) if item["type"] in _UNKNOWN_KEY else path, clause
    for path, names in missing.items():
        verb = "is" if len(names) == 1 else "are"
        yield (*path, names[0]) if len(names) == 1 else path, f"{_listed(names)} {verb} required"


def bad_id(entry: Any) -> str | None:
    """A clause on an id that is no id, or None."""
    name = getattr(entry, "id", None)
    if name is None or _ID.match(name):
        return None
    return f"id {_shown(name)} is not made of a-z, 0-9, `.`, `_` and `-`"


def unknown_list(key: str, shape: Collection[str]) -> str:
    """A clause on a top-level key that a file with the keys `shape` does not have."""
    home = next((file for file, keys in SHAPES.items() if key in keys), None)
    hint = f" (it belongs into {home})" if home else did_you_mean(key, shape)
    return f"unknown key `{key}`{hint}; this file holds {_listed(shape)}"


def _written(item: Any) -> FieldPath:
    """The path of a faulty field as it stands in the file; an unknown key may have any name."""
    *steps, last = item["loc"]
    kept = [step for step in steps if not _is_union_label(step)]
    ours = item["type"] not in _UNKNOWN_KEY and _is_union_label(last)
    return tuple(kept) if ours else (*kept, last)


def _is_union_label(step: str | int) -> bool:
    """pydantic adds the branch of a union to the path (`tuple[str, ...]`, `function-plain`)."""
    return isinstance(step, str) and (step == "str" or "[" in step or "(" in step)


def _clause(noun: Any, path: FieldPath, item: Any) -> str:
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    kind, given = item["type"], item.get("input")
    if kind in _UNKNOWN_KEY:
        return f"unknown key `{key}`{did_you_mean(key, known_keys(noun))}"
    subject = f"an item of `{key}`" if isinstance(path[-1], int) else f"`{key}`"
    if kind in _EXPECTED:
        return f"{subject} is {_shown(given)}; expected {_EXPECTED[kind]}"
    if kind == "literal_error":
        return f"{subject} is {_shown(given)}{_choices(str(given), item['ctx']['expected'])}"
    if kind == "value_error":
        reason = str(item["ctx"]["error"]).replace(repr(given), _shown(given))
        return f"{subject}: {reason}"
    return f"{subject} is {_shown(given)}: {_plain(item['msg'])}"


def _choices(given: str, expected: str) -> str:
    """The word that was probably meant, else all that may stand there."""
    words = re.findall(r"'([^']*)'", expected)
    return did_you_mean(given, words) or f"; expected {_listed(words, 'or')}"


def _shown(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = repr(value[:60] if isinstance(value, str) else value)
    return text if len(text) <= 40 else text[:37] + "…"


def _plain(message: str) -> str:
    message = message.removeprefix("Input ")
    return message[:1].lower() + message[1:].partition(", unable")[0]


def _listed(words: Collection[str], link: str = "and") -> str:
    """`a`, `b` and `c`."""
    *others, last = (f"`{word}`" for word in words)
    return f"{', '.join(others)} {link} {last}" if others else last


@cache
def known_keys(noun: Any) -> frozenset[str]:
    """Every key that may stand anywhere in an entry of this noun."""
    schema = _adapter(noun).json_schema()
    nested = schema.get("$defs", {}).values()
    return frozenset(key for part in (schema, *nested) for key in part.get("properties", {}))
