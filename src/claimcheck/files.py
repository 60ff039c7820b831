"""Reading text files that people hand us: one clear error for anything that is no such file."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.model.place import Location

MAX_BYTES = 64 * 1024 * 1024
"""Larger files are refused: no base or draft comes near, and memory stays bounded."""


def read_text(path: Path, limit: int = MAX_BYTES) -> str:
    """The text of a UTF-8 file, without its byte order mark.

    Raises InputError for a file that is missing, a directory, unreadable, larger than `limit`
    bytes, binary or not UTF-8; the place names line and column of the first bad byte.
    """
    return decode(read_limited(path, limit), str(path))


def read_limited(path: Path, limit: int) -> bytes:
    """The content of a file of at most `limit` bytes; raises InputError as `read_text` does."""
    where = Location(str(path))
    try:
        if path.is_dir():
            raise InputError(where, "is a directory, not a file")
        size = path.stat().st_size
        if size > limit:
            raise InputError(where, f"is too large ({size:,} bytes; the limit is {limit:,})")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(where, "no such file") from None
    except OSError as error:
        raise InputError(where, f"cannot be read ({error.strerror})") from None


def decode(data: bytes, path: str) -> str:
    """The text of UTF-8 bytes; `path` names them in errors (see `read_text`)."""
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
