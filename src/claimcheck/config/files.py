"""Configuration files: which one counts, its table, and where a key stands in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimcheck.errors import InputError
from claimcheck.files import read_text
from claimcheck.model.place import Location
from claimcheck.patterns import lazy

_OWN = "claimcheck.toml"
_TABLE = (
    rb"(?m)^\s*(?:\[{1,2}\s*)?tool\s*\.\s*claimcheck\b"
    rb"|^\s*\[\s*tool\s*\][^\[]*?^\s*claimcheck\s*[.=]"
)
"""`[tool.claimcheck]`, `tool.claimcheck.base = …`, or `claimcheck = {…}` under `[tool]`."""
CONFIG_NAMES = (_OWN, "pyproject.toml")


def find_config(start: Path) -> Path | None:
    """The nearest `claimcheck.toml`, or `pyproject.toml` with our table, from `start` upwards."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            path = folder / name
            if os.path.lexists(path) if name == _OWN else path.is_file() and _has_table(path):
                return path
    return None


def _has_table(path: Path) -> bool:
    try:
        return re.search(_TABLE, path.read_bytes()) is not None
    except OSError:
        return False


def read_table(path: Path) -> Iterator[tuple[str, Any, Location]]:
    """The settings in a file with their places: `[tool.claimcheck]`, or all where no `[tool]` is.

    A setting that is a table comes key by key. Raises InputError for a file that cannot be read,
    is no TOML or has no settings of ours.
    """
    text = read_text(path)
    whole = _read_toml(path, text)
    home, table = _own_table(path, text, whole)
    for key, value in table.items():
        where = _place(path, text, home, key)
        if isinstance(value, dict) and value:
            inner = f"{home}.{key}".strip(".")
            for name, one in value.items():
                yield key, {name: one}, _key_place(path, text, inner, name) or where
        else:
            yield key, value, where


def _own_table(path: Path, text: str, whole: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The name of the table that is ours, and the table."""
    if path.name != "pyproject.toml" and "tool" not in whole:
        return "", whole
    tools = whole.get("tool", {})
    table = tools.get("claimcheck") if isinstance(tools, dict) else None
    if table is None:
        raise InputError(Location(str(path)), "has no table [tool.claimcheck]")
    if not isinstance(table, dict):
        where = _place(path, text, "tool", "claimcheck")
        raise InputError(where, "`tool.claimcheck` must be a table")
    if path.name == _OWN and (astray := [key for key in whole if key != "tool"]):
        where = _place(path, text, "", astray[0])
        raise InputError(where, f"`{astray[0]}` stands outside of [tool.claimcheck]")
    return "tool.claimcheck", table


def _place(path: Path, text: str, home: str, key: str) -> Location:
    return _key_place(path, text, home, key) or Location(str(path))


def _read_toml(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        where = _toml_place(path, text, [int(n) for n in re.findall(r"\d+", place)])
        raise InputError(where, f"is not TOML: {message}") from None
    except RecursionError:
        raise InputError(Location(str(path)), "is nested too deeply") from None


def _toml_place(path: Path, text: str, numbers: list[int]) -> Location:
    """Line and column of an error; "at end of document" has no numbers."""
    if len(numbers) == 2:
        return Location(str(path), numbers[0], numbers[1])
    lines = text.splitlines() or [""]
    return Location(str(path), len(lines), len(lines[-1]) + 1)


def _key_place(path: Path, text: str, home: str, key: str) -> Location | None:
    """Where a key of the table `home` stands, as `key =` or as a table of its own."""
    pair = lazy(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\[\]]+?)\s*\]", line)
        section = re.sub(r"[\s\"']", "", header[1]) if header else section
        named = section in {f"{home}.{key}", key if not home else None}
        if (header and named) or (section == home and not header and pair.match(line)):
            return Location(str(path), number, line.index(key) + 1)
    return None
