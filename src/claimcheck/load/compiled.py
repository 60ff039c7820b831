"""What was read from files, kept in the user's cache folder for the next run.

An entry is used only if it was made by this very program from these very files: path, size and
times of each, and of the modules that shape what is read, stand in its key. Whatever is wrong with
an entry, the files are read instead.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck import __version__, patterns
from claimcheck.load.entries import keep, prune, take

if TYPE_CHECKING:
    from claimcheck.model.base import Base

T = TypeVar("T")

_FOLDER = "compiled"
DRAFTS = "drafts"
"""Where `results` keeps what drafts came to."""
_KEPT = 32
"""Entries that are kept, newest first; a base takes about two megabytes."""
_MOST_PATTERNS = 4000
"""Some ten times what the program has; more are leftovers of edited modules."""
_SETTLED_NS = 2_000_000_000
"""A file changed less than two seconds ago may change again without its times telling."""
_SHAPING = ("model", "load")
"""Packages of which a change may change what is read from a base."""
_LEARNING = (*_SHAPING, "statements", "statements/trials", "statements/decisions")
"""The same for what its readers work out."""


def base_paths(folder: Path) -> list[Path]:
    """The files that a base in `folder` has."""
    from claimcheck.load.shapes import BASE_FILES

    return [folder / name for name in BASE_FILES]


def load_cached(folder: Path, cache_dir: Path) -> Base:
    """The base in `folder`, as `load_base` reads it and with the same errors, only sooner."""

    def read() -> Base:
        from claimcheck.load.base import load_base

        return load_base(folder)

    return compiled("base", base_paths(folder), read, cache_dir)


def compiled(
    kind: str,
    paths: Sequence[Path],
    read: Callable[[], T],
    cache_dir: Path,
    shaping: tuple[str, ...] = _SHAPING,
) -> T:
    """What `read` makes of the files at `paths`, kept under `cache_dir` for the next time.

    `kind` names what is read, for one set of files may be read in several ways; `shaping` names
    the folders of the program with the modules that do it. Only values of `claimcheck.model` and
    built-in types can be kept. Raises what `read` raises.
    """
    key = key_of(kind, paths, shaping)
    entry = _entry(kind, paths, cache_dir)
    found = take(entry, key)
    if found is not None:
        return found[0]  # type: ignore[no-any-return]
    value = read()
    if key == key_of(kind, paths, shaping) and settled(paths):
        _put(entry, key, value)
    return value


def learned(folder: Path, cache_dir: Path) -> tuple[dict[str, Any], Callable[[], None]]:
    """What earlier runs worked out on the base in `folder`, and what keeps all that is added."""
    paths = base_paths(folder)
    entry, key = _entry("learned", paths, cache_dir), key_of("learned", paths, _LEARNING)
    found = take(entry, key)
    values: dict[str, Any] = found[0] if found else {}
    count = len(values)

    def leave() -> None:
        nonlocal count
        if len(values) > count and key == key_of("learned", paths, _LEARNING) and settled(paths):
            _put(entry, key, values)
            count = len(values)

    return values, leave


def _put(entry: Path, key: bytes, value: Any) -> None:
    keep(entry, key, value)
    prune(entry.parent, _KEPT)


def shelve_patterns(cache_dir: Path) -> Callable[[], None]:
    """Take the regular expressions that earlier runs compiled.

    Returns what leaves those of this run for the next.
    """
    entry = cache_dir / _FOLDER / "patterns"
    key = repr((__version__, patterns.dialect())).encode()
    found = take(entry, key)
    patterns.kept.update(found[0] if found else {})

    def leave() -> None:
        if patterns.added and patterns.dialect():
            _put(entry, key, _not_too_many(take(entry, key)) | patterns.added)

    return leave


def _not_too_many(found: tuple[Any] | None) -> dict[Any, Any]:
    """What other runs left meanwhile; nothing, if most of it belongs to edited modules."""
    return found[0] if found and len(found[0]) < _MOST_PATTERNS else {}


def _entry(kind: str, paths: Iterable[Path], cache_dir: Path) -> Path:
    return cache_dir / _FOLDER / f"{kind}-{zlib.crc32(address(kind, paths)):08x}"


def address(kind: str, paths: Iterable[Path]) -> bytes:
    """What the entry is found by: the paths as given, for they stand in the value."""
    return repr((kind, os.getcwd(), [str(path) for path in paths])).encode()  # noqa: PTH109 - fast


def key_of(kind: str, paths: Sequence[Path], shaping: tuple[str, ...] = _SHAPING) -> bytes:
    """Everything that must be as it was for an entry to be true."""
    program = (__version__, sys.implementation.cache_tag, sys.hexversion, _program_state(shaping))
    return repr((address(kind, paths), program, [_state(path) for path in paths])).encode()


def _state(path: Path | str) -> tuple[int, ...] | None:
    """What changes when a file does; None for a file that cannot be seen."""
    try:
        seen = os.stat(path)  # noqa: PTH116 - also for the entries of a folder
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


@cache
def _program_state(folders: tuple[str, ...]) -> int:
    """One number for the modules that decide what is read; differs after any edit of them."""
    package = Path(__file__).parents[1]
    states: list[Any] = []
    for name in folders:
        with os.scandir(package / name) as files:
            modules = sorted(file.path for file in files if file.name.endswith(".py"))
        states += [(module, _state(module)) for module in modules]
    return zlib.crc32(repr(states).encode())


def settled(paths: Iterable[Path]) -> bool:
    """Whether another change of a file would show in its times."""
    now = time.time_ns()
    changed = [instant for path in paths for instant in (_state(path) or ())[1:3]]
    return all(abs(now - instant) > _SETTLED_NS for instant in changed)


def kept_files(cache_dir: Path) -> list[Path]:
    """The compiled files under `cache_dir`, for the `cache` command."""
    folders = [cache_dir / name for name in (_FOLDER, DRAFTS) if (cache_dir / name).is_dir()]
    return sorted(path for folder in folders for path in folder.iterdir() if path.is_file())
