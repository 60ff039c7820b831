"""Ignore files, read as git reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".claimcheckignore", ".ignore", ".gitignore")
"""Where two of them disagree, the first one decides; a deeper folder goes before one above."""


class Ignores:
    """Answers what the ignore files in a folder, above it in its repository, and below leave out.

    A folder that is itself ignored was asked for by name: then only the files below it count.
    """

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, tuple[GitIgnoreSpec, ...]] = {}
        repository = (one for one in (folder, *folder.parents) if (one / ".git").exists())
        self._top = next(repository, folder)
        if folder != self._top and self.leave_out(folder, is_folder=True):
            self._top = folder

    def leave_out(self, path: Path, is_folder: bool) -> bool:
        """Whether a file or folder, given by an absolute path, is ignored."""
        for above in path.parents:
            name = path.relative_to(above).as_posix() + "/" * is_folder
            for spec in self._read(above):
                decided = spec.check_file(name).include
                if decided is not None:
                    return decided
            if above == self._top:
                break
        return False

    def _read(self, folder: Path) -> tuple[GitIgnoreSpec, ...]:
        if folder not in self._specs:
            self._specs[folder] = tuple(_specs(folder))
        return self._specs[folder]


def _specs(folder: Path) -> Iterator[GitIgnoreSpec]:
    for name in IGNORE_FILES:
        try:
            text = (folder / name).read_text("utf-8", "replace")
        except OSError:
            continue  # most folders have none
        yield _spec(line for line in text.splitlines() if _is_pattern(line))


def _spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _is_pattern(line: str) -> bool:
    """Whether a line is a pattern; git passes over what is none."""
    try:
        _spec([line])
    except ValueError:
        return False
    return True


class Excludes:
    """The patterns of the setting `exclude`, relative to the folder that the command runs in."""

    def __init__(self, patterns: Sequence[str], folder: Path) -> None:
        self._folder = folder
        for pattern in patterns:
            if not _is_pattern(pattern):
                raise UsageError(f"exclude: {pattern!r} is no pattern")
        self._spec = _spec(patterns) if patterns else None

    def leave_out(self, path: Path, is_folder: bool) -> bool:
        """Whether a file or folder, given by an absolute path, is excluded."""
        if self._spec is None:
            return False
        inside = path.is_relative_to(self._folder)
        name = (path.relative_to(self._folder) if inside else path).as_posix().lstrip("/")
        return bool(self._spec.check_file(name + "/" * is_folder).include)
