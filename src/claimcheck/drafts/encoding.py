"""Bytes of a draft to text, whatever editor wrote them."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from claimcheck.drafts.offsets import without_surrogates
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
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w-]+)"
    rb"|\\usepackage\[([\w-]+)\]\{inputenc\}",
    re.IGNORECASE,
)
_HEAD = 4096
_CODECS = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("ansinew", "us-ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-15", "latin9"), "iso-8859-15"),
    **dict.fromkeys(("iso-8859-2", "latin2"), "iso-8859-2"),
    **dict.fromkeys(("windows-1250", "cp1250"), "cp1250"),
}
"""What pages and LaTeX files declare → the codec; as browsers do, Latin-1 is read as Windows'."""


def read_bytes(path: str) -> bytes:
    """The content of a draft; raises InputError when it cannot be read or is too large."""
    return read_limited(Path(path), MAX_DRAFT)


def decode_draft(data: bytes, path: str) -> str:
    """The text of a draft, without its byte order mark.

    UTF-8; UTF-16 or UTF-32 with a byte order mark; or the encoding that a page or a LaTeX file
    declares. A lone surrogate becomes U+FFFD. Raises InputError, with the place of the first bad
    byte, for anything else.
    """
    if len(data) > MAX_DRAFT:
        size = f"{len(data):,} bytes; the limit is {MAX_DRAFT:,}"
        raise InputError(Location(path), f"is too large ({size})")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_wide(data, path, encoding)
    if b"\0" in data:
        raise InputError(Location(path), "is binary, not text")
    declared = _declared(data)
    try:
        return decode(data, path)
    except InputError:
        if declared is None:
            raise
    return data.decode(declared, "replace")


def _decode_wide(data: bytes, path: str, encoding: str) -> str:
    try:
        return without_surrogates(data.decode(encoding, "surrogatepass"))
    except UnicodeDecodeError as error:
        raise InputError(Location(path), f"is not {encoding.upper()} ({error.reason})") from None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD)
    name = next((part for part in found.groups() if part), b"") if found else b""
    return _CODECS.get(name.decode("ascii").lower())
