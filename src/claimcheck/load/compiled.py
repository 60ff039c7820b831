"""What was read from files, kept in the user's cache folder for the next run.

An entry is used only if it was made by this very program from these very files: path, size and
times of each, and of the modules that shape what is read, stand in its key. It must belong to the
user and be writable by nobody else, since reading a pickle can run code; the classes it may name
are limited besides. Whatever is wrong with an entry, the files are read instead.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck import __version__, patterns

if TYPE_CHECKING:
    from claimcheck.model.base import Base

T = TypeVar("T")

_FOLDER = "compiled"
_MAGIC = b"claimcheck compiled 1\n"
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
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_UNREADABLE = (
    pickle.UnpicklingError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
_NAMED = {
    ("claimcheck.load.compiled", "_restore"),
    ("claimcheck.load.locator", "Locator"),
    ("claimcheck.statements.names", "Table"),
    ("decimal", "Decimal"),
}


def load_cached(folder: Path, cache_dir: Path) -> Base:
    """The base in `folder`, as `load_base` reads it and with the same errors, only sooner."""

    from claimcheck.load.shapes import BASE_FILES

    def read() -> Base:
        from claimcheck.load.base import load_base

        return load_base(folder)

    return compiled("base", [folder / name for name in BASE_FILES], read, cache_dir)


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
    key = _key(kind, paths, shaping)
    entry = _entry(kind, paths, cache_dir)
    found = _take(entry, key)
    if found is not None:
        return found[0]  # type: ignore[no-any-return]
    value = read()
    if key == _key(kind, paths, shaping) and _settled(paths):
        _keep(entry, key, value)
    return value


def learned(folder: Path, cache_dir: Path) -> tuple[dict[str, Any], Callable[[], None]]:
    """What earlier runs worked out on the base in `folder`, and what keeps all that is added."""
    from claimcheck.load.shapes import BASE_FILES

    paths = [folder / name for name in BASE_FILES]
    entry, key = _entry("learned", paths, cache_dir), _key("learned", paths, _LEARNING)
    found = _take(entry, key)
    values: dict[str, Any] = found[0] if found else {}
    count = len(values)

    def leave() -> None:
        if len(values) > count and key == _key("learned", paths, _LEARNING) and _settled(paths):
            _keep(entry, key, values)

    return values, leave


def shelve_patterns(cache_dir: Path) -> Callable[[], None]:
    """Take the regular expressions that earlier runs compiled.

    Returns what leaves those of this run for the next.
    """
    entry = cache_dir / _FOLDER / "patterns"
    key = repr((__version__, patterns.dialect())).encode()
    found = _take(entry, key)
    patterns.kept.update(found[0] if found else {})

    def leave() -> None:
        if patterns.added and patterns.dialect():
            _keep(entry, key, _not_too_many(_take(entry, key)) | patterns.added)

    return leave


def _not_too_many(found: tuple[Any] | None) -> dict[Any, Any]:
    """What other runs left meanwhile; nothing, if most of it belongs to edited modules."""
    return found[0] if found and len(found[0]) < _MOST_PATTERNS else {}


def _entry(kind: str, paths: Iterable[Path], cache_dir: Path) -> Path:
    return cache_dir / _FOLDER / f"{kind}-{zlib.crc32(_address(kind, paths)):08x}"


def _address(kind: str, paths: Iterable[Path]) -> bytes:
    """What the entry is found by: the paths as given, for they stand in the value."""
    return repr((kind, os.getcwd(), [str(path) for path in paths])).encode()  # noqa: PTH109 - fast


def _key(kind: str, paths: Sequence[Path], shaping: tuple[str, ...] = _SHAPING) -> bytes:
    """Everything that must be as it was for an entry to be true."""
    program = (__version__, sys.implementation.cache_tag, sys.hexversion, _program_state(shaping))
    return repr((_address(kind, paths), program, [_state(path) for path in paths])).encode()


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


def _settled(paths: Iterable[Path]) -> bool:
    """Whether another change of a file would show in its times."""
    now = time.time_ns()
    changed = [instant for path in paths for instant in (_state(path) or ())[1:3]]
    return all(abs(now - instant) > _SETTLED_NS for instant in changed)


def _take(entry: Path, key: bytes) -> tuple[Any] | None:
    """The value of an entry, in a tuple of one; None if there is none to be trusted."""
    try:
        if not _own(entry.parent.lstat()):
            return None
        with entry.open("rb") as file:
            if not _own(os.fstat(file.fileno())):
                return None
            content = file.read()
    except OSError:
        return None
    head = _head(key)
    body = memoryview(content)[len(head) + 4 :]
    check = content[len(head) : len(head) + 4]
    if not content.startswith(head) or check != _checksum(body):
        return None
    return _unpickle(body)


def _unpickle(body: memoryview) -> tuple[Any] | None:
    running = gc.isenabled()
    gc.disable()  # thousands of objects are made and none becomes garbage
    try:
        return (_Reader(io.BytesIO(body)).load(),)
    except _UNREADABLE:
        return None
    finally:
        if running:
            gc.enable()


def _keep(entry: Path, key: bytes, value: Any) -> None:
    """Write an entry whole or not at all; not being able to costs time at the next run only."""
    buffer = io.BytesIO()
    _Writer(buffer, pickle.HIGHEST_PROTOCOL).dump(value)
    body = buffer.getbuffer()
    with suppress(OSError):
        entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _own(entry.parent.lstat()):
            _write(entry, (_head(key), _checksum(body), body))
            _prune(entry.parent)


def _write(entry: Path, parts: Iterable[bytes | memoryview]) -> None:
    draft = entry.with_name(f".{entry.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
        draft.replace(entry)
    except OSError:
        draft.unlink()
        raise


def _head(key: bytes) -> bytes:
    return b"%s%08x%s" % (_MAGIC, len(key), key)


def _checksum(body: memoryview) -> bytes:
    """Against damage; who may write is a matter of `_own`."""
    return zlib.crc32(body).to_bytes(4, "big")


def _own(seen: os.stat_result) -> bool:
    """Whether only this user can have written it; Windows keeps profiles apart by itself."""
    if not hasattr(os, "geteuid"):
        return True
    return seen.st_uid == os.geteuid() and not seen.st_mode & _OTHERS_MAY_WRITE


def kept_files(cache_dir: Path) -> list[Path]:
    """The compiled files under `cache_dir`, for the `cache` command."""
    folder = cache_dir / _FOLDER
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []


def _prune(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for file in files[_KEPT:]:
        file.unlink(missing_ok=True)


class _Writer(pickle.Pickler):
    """Writes frozen nouns field by field: dataclasses' own way is read at half the speed."""

    def reducer_override(self, value: Any) -> Any:
        noun = type(value)
        if isinstance(value, type) or not is_dataclass(noun) or "__slots__" not in noun.__dict__:
            return NotImplemented
        return _restore, (noun, *(getattr(value, field.name) for field in fields(noun)))


class _Reader(pickle.Unpickler):
    """Reads nothing but nouns of the model and what they are made of."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("claimcheck.model.") or (module, name) in _NAMED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a compiled file")


@cache
def _setters(noun: Any) -> tuple[Callable[[Any, Any], None], ...]:
    return tuple(getattr(noun, field.name).__set__ for field in fields(noun))


def _restore(noun: Any, *values: Any) -> Any:
    """A noun with these values in the order of its fields; frozen ones too."""
    made = object.__new__(noun)
    for put, value in zip(_setters(noun), values, strict=True):
        put(made, value)
    return made
