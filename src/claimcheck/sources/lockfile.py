"""The file of an evidence lock: what the registries said, so that CI needs no network.

    {
    "version": 1,
    "works": [
    {"DOI": "10.1000/a", "type": "journal-article", "title": ["…"], …, "via": "crossref",
     "checked_at": "2026-11-21T09:30:00Z"},                                  (one line each)
    {"DOI": "10.1000/b", "missing": ["crossref", "doi.org"], "checked_at": …}
    ],
    "trials": [{"id": "NCT…", "title": …, "enrolment": 233, …, "checked_at": …}],
    "links": [{"url": "https://…", "checked_at": …}, {"url": …, "gone": 404, "checked_at": …}],
    "searches": [{"query": "…", "found": [record, …], "checked_at": …}]
    }

Entries stand one a line, sorted by what was asked, so that a diff shows what changed. Answers
have the shape of `claimcheck.sources.answers`. A transcribed entry has "origin" and no "via".
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from claimcheck.errors import InputError
from claimcheck.files import read_text, write_text
from claimcheck.model.place import Location
from claimcheck.sources.answers import (
    Answer,
    Hits,
    LinkAnswer,
    TrialAnswer,
    read_answer,
    read_hits,
    read_link,
    read_trial_answer,
    write_answer,
    write_hits,
    write_link,
    write_trial_answer,
)
from claimcheck.sources.codec import ShapeError
from claimcheck.sources.lock import Lock

VERSION = 1
MAX_BYTES = 256 * 1024 * 1024
"""A thousand bytes a work: more works than anybody cites."""

T = TypeVar("T", Answer, TrialAnswer, LinkAnswer, Hits)


def read_lock(path: Path) -> Lock:
    """Read a lock file; a file that does not exist is an empty lock.

    Raises InputError, with line and column, for a file that is no lock.
    """
    if not os.path.lexists(path):
        return Lock()
    return parse_lock(read_text(path, MAX_BYTES), str(path))


def parse_lock(text: str, path: str) -> Lock:
    """The lock that `text` holds; `path` names it in errors. Raises InputError."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        place = Location(path, error.lineno, error.colno)
        raise InputError(place, f"is not JSON: {error.msg}") from None
    except RecursionError:
        raise InputError(Location(path), "is nested too deeply") from None
    return _read_sections(data, text, path)


def _read_sections(data: Any, text: str, path: str) -> Lock:
    sections: dict[str, tuple[str, Callable[[Any], Any]]] = {
        "works": ("DOI", read_answer),
        "trials": ("id", read_trial_answer),
        "links": ("url", read_link),
        "searches": ("query", read_hits),
    }
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise InputError(Location(path), f"is no evidence lock of version {VERSION}")
    unknown = sorted(set(data) - set(sections) - {"version"})
    if unknown:
        raise InputError(_place(text, path, unknown[0]), f"unknown section {unknown[0]!r}")
    found = {
        name: _read_section(data.get(name, []), key, read, text, path)
        for name, (key, read) in sections.items()
    }
    return Lock(**found)


def _read_section(
    entries: Any, key: str, read: Callable[[Any], T], text: str, path: str
) -> dict[str, T]:
    if not isinstance(entries, list):
        raise InputError(Location(path), f"expected a list, found {entries!r:.60}")
    section: dict[str, T] = {}
    for number, entry in enumerate(entries, 1):
        name = _name(entry, key)
        try:
            answer = read(entry)
        except ShapeError as error:
            label = name or f"entry {number}"
            raise InputError(_place(text, path, name), f"{label}: {error}") from None
        if answer.asked in section:
            raise InputError(_place(text, path, name, last=True), f"{name} stands twice")
        section[answer.asked] = answer
    return section


def _name(entry: Any, key: str) -> str:
    value = entry.get("asked", entry.get(key)) if isinstance(entry, dict) else None
    return value if isinstance(value, str) else ""


def _place(text: str, path: str, name: str, *, last: bool = False) -> Location:
    """The line on which an entry stands, found by its name; the file's first if it has none."""
    quoted = json.dumps(name, ensure_ascii=False)
    at = text.rfind(quoted) if last else text.find(quoted)
    if not name or at < 0:
        return Location(path)
    return Location(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def format_lock(lock: Lock) -> str:
    """The text of a lock file: the same for the same lock, whatever the order of its entries."""
    sections = {
        "works": [write_answer(lock.works[asked]) for asked in sorted(lock.works)],
        "trials": [write_trial_answer(lock.trials[asked]) for asked in sorted(lock.trials)],
        "links": [write_link(lock.links[asked]) for asked in sorted(lock.links)],
        "searches": [write_hits(lock.searches[asked]) for asked in sorted(lock.searches)],
    }
    parts = [f'"version": {VERSION}']
    parts += [_format_section(name, entries) for name, entries in sections.items() if entries]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _format_section(name: str, entries: list[dict[str, Any]]) -> str:
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f'"{name}": [\n{lines}\n]'


def write_lock(path: Path, lock: Lock) -> None:
    """Write a lock file whole or not at all; raise InputError if it cannot be written."""
    write_text(path, format_lock(lock))
