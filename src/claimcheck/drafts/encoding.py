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
    rb"|\\usepackage\[([\w-]+)\]\{inputenc\}"
    rb"|^[ \t]*%[^\n]{0,80}\b(?:en)?coding\s*[:=]\s*([\w-]+)",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 4096
_CODECS = {
    **dict.fromkeys(("iso88591", "latin1", "windows1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("ansinew", "usascii"), "cp1252"),
    **dict.fromkeys(("iso885915", "latin9"), "iso-8859-15"),
    **dict.fromkeys(("iso88592", "latin2"), "iso-8859-2"),
    **dict.fromkeys(("windows1250", "cp1250"), "cp1250"),
}
"""What pages, LaTeX files and BibTeX lists declare, without hyphens → the codec; as browsers do,
Latin-1 is read as Windows'."""


def read_bytes(path: str) -> bytes:
    """The content of a draft; raises InputError when it cannot be read or is too large."""
    return read_limited(Path(path), MAX_DRAFT)


def decode_draft(data: bytes, path: str) -> str:
    """The text of a draft, without its byte order mark.

    UTF-8; UTF-16 or UTF-32 with a byte order mark; or the encoding that a page, a LaTeX file or
    the comment at the head of a BibTeX list declares. A lone surrogate becomes U+FFFD. Raises
    InputError, with the place of the first bad byte, for anything else.
    """
    if len(data) > MAX_DRAFT:
        size = f"{len(data):,} bytes; the limit is {MAX_DRAFT:,}"
        raise InputError(Location(path), f"is too large ({size})")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_wide(data, path, encoding)
    if b"\0" in data:
        raise InputError(Location(path), "is binary, not text")
    try:
        return decode(data, path)
    except InputError:
        declared = declared_codec(data)
        if declared is None:
            raise
    return data.decode(declared, "replace")


def _decode_wide(data: bytes, path: str, encoding: str) -> str:
    try:
        return without_surrogates(data.decode(encoding, "surrogatepass"))
    except UnicodeDecodeError as error:
        raise InputError(Location(path), f"is not {encoding.upper()} ({error.reason})") from None


def declared_codec(data: bytes) -> str | None:
    """The codec that the head of a file names, if it is one of those that are not UTF-8."""
    found = _DECLARED.search(data, 0, _HEAD)
    name = next((part for part in found.groups() if part), b"") if found else b""
    return _CODECS.get(re.sub(r"[-_]", "", name.decode("ascii").lower()))
