"""Which drafts arguments mean: files, folders and globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.classes import dataclass
from claimcheck.drafts import suffixes
from claimcheck.drafts.ignores import Excludes, Ignores
from claimcheck.errors import InputError
from claimcheck.model.place import Location
from claimcheck.patterns import lazy

_NEVER = {"node_modules", "__pycache__", "site-packages"}
"""Folders that hold other people's texts, or none."""
_LOCK = "~$"
"""Begins the names of the files by which Word marks a document as open."""
_MAGIC = lazy(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Discovered:
    """The drafts found, in stable order, and what could not be found."""

    paths: tuple[str, ...]
    faults: tuple[InputError, ...]


def discover(arguments: Sequence[str], exclude: Sequence[str] = ()) -> Discovered:
    """The drafts that files, folders and globs mean, each once, in the order of the arguments.

    Folders and globs pass over what is hidden, what ignore files name, and `node_modules`; a file
    that is named is read all the same. What `exclude` matches is left out however it is named.
    A path that does not exist, a pattern without matches and a folder without drafts are faults.
    Raises UsageError for an `exclude` that is no pattern.
    """
    excludes = Excludes(exclude, Path.cwd())
    found: dict[str, str] = {}
    faults: list[InputError] = []
    for argument in arguments:
        paths = _meant(argument, excludes)
        if isinstance(paths, str):
            faults.append(InputError(Location(argument), paths))
            continue
        for path in paths:
            if not excludes.leave_out(_absolute(path), is_folder=False):
                found.setdefault(os.path.realpath(path), path)
    return Discovered(tuple(found.values()), tuple(faults))


def _meant(argument: str, excludes: Excludes) -> list[str] | str:
    """The files that an argument means, or why it means none."""
    if os.path.isdir(argument):  # noqa: PTH112 - a name too long is no error here
        within = _Folder(argument, excludes)
        return list(within.drafts()) or within.fault or f"holds no drafts ({_kinds()})"
    if os.path.lexists(argument):
        return [argument]
    if not _MAGIC.search(argument):
        return "no such file or folder"
    return _matching(argument) or f"matches no draft ({_kinds()})"


def _matching(pattern: str) -> list[str]:
    ignores = Ignores(Path.cwd())
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207 - patterns may be absolute
    matches = [path for path in found if _is_draft(Path(path))]
    kept = [
        path
        for path in matches
        if not _NEVER.intersection(Path(path).parts)
        and not ignores.leave_out(_absolute(path), is_folder=False)
    ]
    return sorted(kept, key=lambda path: Path(path).parts)


class _Folder:
    """The drafts in a folder and in its folders, in the order of their names."""

    def __init__(self, name: str, excludes: Excludes) -> None:
        self._name = name
        self._excludes = excludes
        self._ignores = Ignores(_absolute(name))
        self.fault: str | None = None
        """Why the folder itself could not be read."""

    def drafts(self) -> Iterator[str]:
        """The paths of the drafts, as the folder was named."""
        for folder, folders, files in os.walk(self._name, onerror=self._unreadable):
            folders[:] = sorted(name for name in folders if self._wanted(folder, name, True))
            for name in sorted(files):
                if _is_draft(Path(name)) and self._wanted(folder, name, False):
                    yield str(Path(folder, name))

    def _wanted(self, folder: str, name: str, is_folder: bool) -> bool:
        if name.startswith(".") or name in _NEVER:
            return False
        path = _absolute(str(Path(folder, name)))
        return not (
            self._ignores.leave_out(path, is_folder)
            or (is_folder and self._excludes.leave_out(path, is_folder))
        )

    def _unreadable(self, error: OSError) -> None:
        if error.filename == self._name:
            self.fault = f"cannot be read ({error.strerror})"


def _is_draft(path: Path) -> bool:
    return path.suffix.lower() in suffixes() and not path.name.startswith(_LOCK)


def _kinds() -> str:
    return ", ".join(suffixes())


def _absolute(path: str) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - without following links
