"""Files to reference lists: which reader a file gets, and how a changed one is written back."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.classes import dataclass
from claimcheck.errors import InputError
from claimcheck.model.place import Location
from claimcheck.patterns import lazy

if TYPE_CHECKING:
    from claimcheck.model.bibliography import Bibliography

_STDIN = "-"
_STRAY = 0.02
"""Share of NULs up to which a file is text with a slip in it."""
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_UNSEEN = lazy(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How text became bytes: after a byte order mark, or none, in a codec."""

    mark: bytes
    codec: str


_MARKED = (
    Encoding(b"\xef\xbb\xbf", "utf-8"),
    Encoding(b"\xff\xfe\x00\x00", "utf-32-le"),
    Encoding(b"\xff\xfe", "utf-16-le"),
    Encoding(b"\xfe\xff", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list with the encoding it was read from, and the places of its text that cite an entry."""

    file: Bibliography
    encoding: Encoding
    citing: Callable[[str], tuple[Location, ...]] = lambda _key: ()
    named: tuple[str, ...] = ()
    """Files in which the text says that its references are."""


def read_list(name: str, stdin_name: str | None, data: bytes) -> ReadList:
    """The reference list of a file; `stdin_name` names what comes from standard input.

    Raises InputError for a file that cannot be read or holds no reference list.
    """
    from claimcheck.bibliography.reading import READERS

    suffix = Path(stdin_name or name if name == _STDIN else name).suffix.lower()
    if suffix not in READERS and not _is_draft(suffix):
        suffix = _kind(data, name)
    found = _read(name, suffix, data)
    if not found.file.entries and not found.file.problems and not found.named:
        raise InputError(Location(name), "holds no reference list")
    return found


def beside(name: str, named: str) -> str | None:
    """The file that a text at `name` calls its bibliography, if it is there."""
    if name == _STDIN:
        return None
    path = Path(name).parent / named
    choices = (path, path.with_name(f"{path.name}.bib"))
    return next((str(choice) for choice in choices if choice.is_file()), None)


def _is_draft(suffix: str) -> bool:
    from claimcheck.drafts import suffixes

    return suffix in suffixes()


def _kind(data: bytes, name: str) -> str:
    from claimcheck.bibliography.reading import kind_by_content

    return kind_by_content(_text(name, data))


def _text(name: str, data: bytes) -> str:
    """The text of a list. A stray NUL does not make it binary; raises InputError for what is."""
    from claimcheck.drafts.encoding import decode_draft

    if not 0 < data.count(0) <= len(data) * _STRAY or data.startswith(_WIDE):
        return decode_draft(data, name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode_draft(data, name)


def _remarked(file: Bibliography) -> Bibliography:
    """The list with a remark for every line that holds characters which nobody can see."""
    from claimcheck.model.findings import Problem

    seen: dict[int, Problem] = {}
    for found in _UNSEEN.finditer(file.source):
        where = file.place(*found.span())
        message = f"holds the control character U+{ord(found[0]):04X}"
        seen.setdefault(where.line, Problem(where=where, message=message))
    return replace(file, remarks=(*file.remarks, *seen.values())) if seen else file


def _read(name: str, suffix: str, data: bytes) -> ReadList:
    from claimcheck.bibliography.latex import bibliography_files
    from claimcheck.bibliography.reading import READERS, read_references

    if suffix in READERS:
        file = read_references(name, _text(name, data), suffix)
        if file is not None and (file.entries or not _is_draft(suffix)):
            return ReadList(
                _remarked(file), encoding_of(data), named=bibliography_files(file.source)
            )
    from claimcheck.bibliography.linking import draft_citations
    from claimcheck.drafts import read_draft

    document = read_draft(name, data, f"list{suffix}")
    citations = draft_citations(document, alone=True)
    named = (*document.bibliography, *bibliography_files(document.source))
    return ReadList(citations.listed, encoding_of(data), citations.citing, named)


def write_back(path: Path, encoding: Encoding, text: str) -> None:
    """Replace a file by changed text, in the encoding that it had, in one step.

    Raises InputError, and leaves the file alone, if that encoding lacks a character.
    """
    try:
        written = encoding.mark + text.encode(encoding.codec)
    except UnicodeEncodeError as error:
        what = f"cannot hold {text[error.start]!r} in {encoding.codec}; save it as UTF-8 first"
        raise InputError(Location(str(path)), what) from None
    scratch = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        scratch.write_bytes(written)
        scratch.chmod(path.stat().st_mode)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def encoding_of(data: bytes) -> Encoding:
    """The encoding of a file that was read: by its mark, else UTF-8, else what it declares."""
    from claimcheck.drafts.encoding import declared_codec

    known = next((one for one in _MARKED if data.startswith(one.mark)), None)
    if known is not None:
        return known
    try:
        data.decode()
    except UnicodeDecodeError:
        return Encoding(b"", declared_codec(data) or "utf-8")
    return Encoding(b"", "utf-8")
