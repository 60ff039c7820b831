"""A folder of YAML files to a `Base`, with the place of every entry."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import field, fields
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from claimcheck.classes import dataclass
from claimcheck.errors import InputError, UsageError
from claimcheck.files import read_text
from claimcheck.load import schema, tree
from claimcheck.load.locator import Locator
from claimcheck.load.shapes import BASE_FILES, SHAPES
from claimcheck.model.base import Base
from claimcheck.model.findings import Problem
from claimcheck.model.place import Location
from claimcheck.model.vocabulary import Vocabulary

_BASE_KEY = {"events": "events", "complete": "coverage"}


@dataclass(slots=True)
class _Parts:
    """The base while its files are being read."""

    lists: dict[str, list[Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    locator: Locator = field(default_factory=Locator)
    unread: set[str] = field(default_factory=set)

    def report(self, where: Location, message: str, left_out: Any = None) -> None:
        """Note a fault, and what is not read because of it."""
        self.problems.append(Problem(where=where, message=message))
        self.unread.update(_texts(left_out))


def load_base(folder: Path) -> Base:
    """Read a claim base; what does not fit its shape is in `Base.problems`.

    Raises UsageError when the folder holds no base or an empty one, InputError for a file that is
    no YAML.
    """
    if folder.is_file():
        raise UsageError(f"{folder}: is a file; a claim base is the folder that it stands in")
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; a claim base is a folder with claims.yaml")
    present = [name for name in BASE_FILES if os.path.lexists(folder / name)]
    if not present:
        raise UsageError(f"{folder}: no claim base here{_nearby(folder)}")
    parts = _Parts()
    for name in present:
        path = folder / name
        _read_file(parts, str(path), read_text(path), SHAPES[name])
    base = _assemble(parts)
    if not (base.problems or base.coverage or any(base.lists())):
        raise UsageError(f"{folder}: the claim base is empty (no entry in {', '.join(present)})")
    return base


def _nearby(folder: Path) -> str:
    """Where the base may be that is not in this folder, or what its files are called."""
    inner = folder / "data"
    if any((inner / name).is_file() for name in BASE_FILES):
        return f" (did you mean `{inner}`?)"
    for name in BASE_FILES:
        if (other := folder / name).with_suffix(".yml").is_file():
            return f" ({other.with_suffix('.yml').name} must be called {name})"
    return f" (none of {', '.join(BASE_FILES)})"


def load_text(text: str, path: str = "base.yaml") -> Base:
    """A base out of one YAML text that may hold the top-level keys of all files together."""
    parts = _Parts()
    every = {key: noun for shape in SHAPES.values() for key, noun in shape.items()}
    _read_file(parts, path, text, every)
    return _assemble(parts)


def _read_file(parts: _Parts, path: str, text: str, shape: dict[str, type[Any]]) -> None:
    text = tree.plain_lines(text)
    read = tree.parse(text, path)
    parts.locator.texts[path] = text
    for where, message in read.faults:
        parts.report(where, message)
    if read.value is None:
        return
    if not isinstance(read.value, dict):
        raise InputError(Location(path), f"must hold the keys {', '.join(shape)}")
    for key in read.keys:
        _read_list(parts, read, key, shape)


def _read_list(parts: _Parts, read: tree.Tree, key: str, shape: dict[str, type[Any]]) -> None:
    value = read.value.get(key)
    if key not in shape:
        parts.report(read.keys[key], schema.unknown_list(key, shape), value)
    elif isinstance(value, list):
        for where in read.odd[key]:
            parts.report(where, f"an item of `{key}` must be an entry with keys, such as `id:`")
        _take(parts, key, shape[key], value, read.entries[key])
    elif value is not None:
        parts.report(read.keys[key], f"`{key}` must be a list of entries, each after a `-`", value)


def _take(
    parts: _Parts, key: str, noun: type[Any], items: list[Any], places: list[Location]
) -> None:
    good = parts.lists.setdefault(key, [])
    written = [item for item in items if isinstance(item, dict)]
    entries = schema.read_entries(noun, written)
    for entry, place, values in zip(entries, places, written, strict=True):
        if isinstance(entry, ValidationError):
            for path, fault in schema.faults(noun, entry):
                parts.report(parts.locator(place, path), fault, values)
            continue
        if clause := schema.bad_id(entry):
            parts.report(parts.locator(place, ("id",)), clause)
        object.__setattr__(entry, "place", place)
        good.append(entry)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value of a file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _assemble(parts: _Parts) -> Base:
    names = {f.name for f in fields(Vocabulary)}
    vocabulary = {key: tuple(found) for key, found in parts.lists.items() if key in names}
    rest = {
        _BASE_KEY.get(key, key): tuple(found)
        for key, found in parts.lists.items()
        if key not in names
    }
    return Base(
        vocabulary=Vocabulary(**vocabulary),
        problems=tuple(parts.problems),
        unread=frozenset(parts.unread),
        locate=parts.locator,
        texts=parts.locator.texts,
        **rest,
    )
