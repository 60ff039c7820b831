"""Which drafts arguments mean: files, folders and globs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from claimcheck.drafts import suffixes
from claimcheck.errors import InputError
from claimcheck.model.place import Location


@dataclass(frozen=True, slots=True)
class Discovered:
    """The drafts found, in stable order, and what could not be found."""

    paths: tuple[str, ...]
    faults: tuple[InputError, ...]


def discover(arguments: Sequence[str], exclude: Sequence[str] = ()) -> Discovered:
    """The drafts that files, folders and globs mean, without those that `exclude` matches."""
    paths: dict[str, None] = {}
    faults = []
    for argument in arguments:
        found = _meant(argument)
        kept = [p for p in found if not any(fnmatch(p, pattern) for pattern in exclude)]
        if not found:
            why = "no drafts here" if Path(argument).is_dir() else "no such file"
            faults.append(InputError(Location(argument), why))
        paths.update(dict.fromkeys(kept))
    return Discovered(tuple(paths), tuple(faults))


def _meant(argument: str) -> list[str]:
    path = Path(argument)
    if path.is_file():
        return [argument]
    if path.is_dir():
        return sorted(str(p) for p in path.rglob("*") if p.suffix in suffixes() and p.is_file())
    return sorted(str(p) for p in Path().glob(argument)) if not path.is_absolute() else []
