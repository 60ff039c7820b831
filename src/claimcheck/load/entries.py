"""Entries of the cache folder: values of the model in files that only this program has written.

An entry must belong to the user and be writable by nobody else, since reading a pickle can run
code; the classes it may name are limited besides. Whatever is wrong with one, there is none.
"""

from __future__ import annotations

import copyreg
import gc
import io
import os
import pickle
import stat
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

_NONE = object()
_MAGIC = b"claimcheck compiled 1\n"
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
    ("claimcheck.load.entries", "_restore"),
    ("claimcheck.load.locator", "Locator"),
    ("claimcheck.statements.claims", "Index"),
    ("claimcheck.statements.claims", "Known"),
    ("claimcheck.statements.names", "Table"),
    ("decimal", "Decimal"),
}


def take(entry: Path, key: bytes) -> tuple[Any] | None:
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


def keep(entry: Path, key: bytes, value: Any) -> None:
    """Write an entry whole or not at all; not being able to costs time at the next run only."""
    buffer = io.BytesIO()
    _Writer(buffer, pickle.HIGHEST_PROTOCOL).dump(value)
    body = buffer.getbuffer()
    with suppress(OSError):
        entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _own(entry.parent.lstat()):
            _write(entry, (_head(key), _checksum(body), body))


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


def prune(folder: Path, most: int, size: int = 1 << 28) -> None:
    """Leave the newest entries of a folder: so many, and of no more than `size` bytes together."""
    with suppress(OSError):
        seen = sorted(((file.stat(), file) for file in folder.iterdir()), key=_age, reverse=True)
        total = 0
        for number, (state, file) in enumerate(seen):
            total += state.st_size
            if number >= most or total > size:
                file.unlink(missing_ok=True)


def _age(seen: tuple[os.stat_result, Path]) -> int:
    return seen[0].st_mtime_ns


class _Writer(pickle.Pickler):
    """Writes nouns so that they are read fast: in C where values have no slots, and what is the
    default of its class need not be said."""

    def reducer_override(self, value: Any) -> Any:
        noun = type(value)
        if isinstance(value, Enum):  # early releases of Python 3.11 would name `getattr`
            return noun, (value.value,)
        if isinstance(value, type) or not is_dataclass(noun):
            return NotImplemented
        values = {field.name: getattr(value, field.name) for field in fields(noun)}
        if "__slots__" in noun.__dict__:
            return _restore, (noun, *values.values())
        told = {name: v for name, v in values.items() if vars(noun).get(name, _NONE) != v}
        return copyreg.__newobj__, (noun,), told or None  # type: ignore[attr-defined]


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
