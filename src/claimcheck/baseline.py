"""The baseline: findings of an earlier run that are not to be reported again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.errors import InputError
from claimcheck.files import read_text, write_text
from claimcheck.model.findings import IN_BASELINE, Finding
from claimcheck.model.place import Location

VERSION = 1

Fingerprint = tuple[str, str, str, str]
"""Path, code, words and what was found in them: stable while lines move."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that a baseline file holds; its paths are relative to its folder."""

    folder: str = ""
    held: frozenset[Fingerprint] = frozenset()

    def __contains__(self, finding: Finding) -> bool:
        return bool(self.held) and fingerprint(finding, self.folder) in self.held


def fingerprint(finding: Finding, folder: str) -> Fingerprint:
    """What a baseline in `folder` knows a finding by."""
    problem = finding.problem
    path = _relative(problem.where.path, folder)
    return path, finding.code, problem.gist, problem.found or ""


@lru_cache(maxsize=1024)
def _relative(path: str, folder: str) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive
        return Path(path).as_posix()


def read_baseline(path: Path) -> Baseline:
    """The findings of a baseline file; raises InputError when it is none."""
    data = _read_json(path, read_text(path))
    where = Location(str(path))
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise InputError(where, f"is no baseline of version {VERSION}")
    try:
        held = frozenset(_read_row(row) for row in data["findings"])
    except (KeyError, TypeError, AttributeError):
        raise InputError(where, "is no baseline of claimcheck") from None
    return Baseline(str(path.parent), held)


def is_baseline(path: Path) -> bool:
    """Whether a file is a baseline, and may be written over as one."""
    try:
        read_baseline(path)
    except InputError:
        return False
    return True


def _read_json(path: Path, text: str) -> Any:
    import json

    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = Location(str(path), error.lineno, error.colno)
        raise InputError(where, f"is not JSON: {error.msg}") from None
    except RecursionError:
        raise InputError(Location(str(path)), "is nested too deeply") from None


def _read_row(row: Any) -> Fingerprint:
    return row["path"], row["code"], row["text"], row.get("found", "")


def write_baseline(path: Path, findings: Iterable[Finding]) -> int:
    """Write a baseline of these findings, one a line, in stable order; say how many it holds.

    Waived findings need none, and gaps get none: what could not be checked stays unchecked.
    Raises InputError when the file cannot be written.
    """
    import json

    kept = (f for f in findings if f.suppressed in {None, IN_BASELINE} and not f.is_gap)
    rows = sorted({fingerprint(finding, str(path.parent)) for finding in kept})
    body = "".join(f"\n{json.dumps(_row(row), ensure_ascii=False)}," for row in rows)
    write_text(path, f'{{"version": {VERSION}, "findings": [{body.removesuffix(",")}\n]}}\n')
    return len(rows)


def _row(row: Fingerprint) -> dict[str, str]:
    path, code, text, found = row
    written = {"path": path, "code": code, "text": text}
    return {**written, "found": found} if found else written
