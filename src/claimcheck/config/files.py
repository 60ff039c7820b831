"""Configuration files: which one counts, its table, and where a key stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimcheck.errors import InputError
from claimcheck.files import read_text
from claimcheck.model.place import Location
from claimcheck.patterns import lazy

CONFIG_NAMES = ("claimcheck.toml", "pyproject.toml")


def find_config(start: Path) -> Path | None:
    """The nearest `claimcheck.toml`, or `pyproject.toml` with our table, from `start` upwards."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            path = folder / name
            if path.is_file() and (name == "claimcheck.toml" or _has_table(path)):
                return path
    return None


def _has_table(path: Path) -> bool:
    try:
        return re.search(rb"(?m)^\s*\[{1,2}\s*tool\.claimcheck\b", path.read_bytes()) is not None
    except OSError:
        return False


def read_table(path: Path) -> Iterator[tuple[str, Any, Location]]:
    """The settings in a file with their places: `[tool.claimcheck]`, or all where no `[tool]` is.

    Raises InputError for a file that cannot be read or is no TOML.
    """
    text = read_text(path)
    table: Any = _read_toml(path, text)
    home = "tool.claimcheck" if path.name == "pyproject.toml" or "tool" in table else ""
    for key in filter(None, home.split(".")):
        table = table.get(key, {}) if isinstance(table, dict) else None
    if not isinstance(table, dict):
        raise InputError(_key_place(path, text, "tool", "claimcheck"), f"`{home}` must be a table")
    for key, value in table.items():
        yield key, value, _key_place(path, text, home, key)


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


def _key_place(path: Path, text: str, home: str, key: str) -> Location:
    """Where a key of the table `home` stands, as `key =` or as a table of its own."""
    pair = lazy(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\[\]]+?)\s*\]", line)
        section = re.sub(r"[\s\"']", "", header[1]) if header else section
        named = section in {f"{home}.{key}", key if not home else None}
        if (header and named) or (section == home and not header and pair.match(line)):
            return Location(str(path), number, line.index(key) + 1)
    return Location(str(path))
