"""Text files in and out: one clear error for anything that is no such file."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model.place import Location

MAX_BYTES = 32 * 1024 * 1024
"""Larger files are refused: a base of 10,000 claims takes a third, and memory stays bounded."""

_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_text(path: Path, limit: int = MAX_BYTES) -> str:
    """The text of a UTF-8 file, without its byte order mark.

    Raises InputError for a file that is missing, a directory, unreadable, larger than `limit`
    bytes, binary or not UTF-8; the place names line and column of the first bad byte.
    """
    return decode(read_limited(path, limit), str(path))


def read_limited(path: Path, limit: int) -> bytes:
    """The content of a file of at most `limit` bytes; raises InputError as `read_text` does.

    A pipe or a device is read no further than that.
    """
    where = Location(str(path))
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > limit else file.read(limit + 1)
    except OSError as error:
        raise InputError(where, _why_unreadable(path, error)) from None
    if max(size, len(data)) > limit:
        shown = f"{size:,}" if size > limit else "more"
        raise InputError(where, f"is too large ({shown} bytes; the limit is {limit:,})")
    return data


def _why_unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "is a link to a file that is not there" if path.is_symlink() else "no such file"
    if path.is_dir():
        return "is a directory, not a file"
    return f"cannot be read ({error.strerror})"


def decode(data: bytes, path: str) -> str:
    """The text of UTF-8 bytes; `path` names them in errors (see `read_text`)."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            raise InputError(Location(path), f"is {encoding}; save it as UTF-8")
    if b"\0" in data[:4096]:
        raise InputError(Location(path), "is binary, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        bad = data[error.start]
        raise InputError(Location(path, line, column), f"is not UTF-8 (byte 0x{bad:02x})") from None


def write_text(path: Path, text: str) -> None:
    """Write a text file, as `write_bytes` does."""
    write_bytes(path, text.encode("utf-8", "replace"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, with the folders it needs; raise InputError if it cannot be written.

    A file that is there already is replaced whole or not at all, whenever the program is killed.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if _is_special(path):
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        why = "a file stands in the way" if _is_blocked(path) else error.strerror or str(error)
        raise InputError(Location(str(path)), f"cannot be written ({why})") from None


def _is_blocked(path: Path) -> bool:
    """Whether a file stands where a folder is needed."""
    return any(parent.is_file() for parent in path.parents)


def _is_special(path: Path) -> bool:
    """Whether writing goes to a device or a pipe, which must not be replaced by a file."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        if path.exists():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
