"""Bytes of a draft to text, whatever editor wrote them."""

from __future__ import annotations

import codecs
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.files import decode, read_limited
from claimcheck.model.place import Location

MAX_DRAFT = 32 * 1024 * 1024
"""Larger drafts are refused; no text that people write comes near."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: str) -> bytes:
    """The content of a draft; raises InputError when it cannot be read or is too large."""
    return read_limited(Path(path), MAX_DRAFT)


def decode_draft(data: bytes, path: str) -> str:
    """The text of a draft: UTF-8, or UTF-16 or UTF-32 with a byte order mark.

    Raises InputError, with the place of the first bad byte, for anything else.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(Location(path), f"is not {encoding}: {error.reason}") from None
    return decode(data, path)
