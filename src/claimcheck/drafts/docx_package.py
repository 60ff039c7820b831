"""The zip archive of a Word document: its parts, read piece by piece within limits."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from claimcheck.errors import InputError
from claimcheck.model.place import Location

MAX_XML = 32 * 1024 * 1024
"""Of all parts that are read; a longer text is no draft but a bomb."""
_CHUNK = 1 << 16
_MAX_DEPTH = 2000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
}
"""Namespace → prefix of the names that handlers see; Word's own names have none."""

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """A Word document's parts. Raises InputError for what is none, or hides something."""

    def __init__(self, path: str, content: bytes) -> None:
        self._path = path
        self._left = MAX_XML
        if content.startswith(_OLE):
            raise self._fault(_why_ole(content))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
            raise self._fault("is no Word document (no zip archive)") from None
        self._names = set(self._zip.namelist())
        self.main = self._main_part()

    def _fault(self, message: str) -> InputError:
        return InputError(Location(self._path), message)

    def _main_part(self) -> str:
        for kind, target in self._relationships("_rels/.rels").values():
            name = target.lstrip("/")
            if kind.endswith("/officeDocument") and name in self._names:
                return name
        if "word/document.xml" not in self._names:
            raise self._fault("is no Word document (it holds no text)")
        return "word/document.xml"

    def part(self, name: str) -> str:
        """The name of a part that stands beside the main one (`styles.xml`)."""
        return posixpath.join(posixpath.dirname(self.main), name)

    def links(self, part: str) -> dict[str, str]:
        """The targets of a part's relationships, by their ids."""
        folder, name = posixpath.split(part)
        found = self._relationships(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {key: target for key, (_, target) in found.items()}

    def _relationships(self, name: str) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, given: Attributes) -> None:
            if tag == "rel:Relationship":
                found[given.get("Id", "")] = (given.get("Type", ""), given.get("Target", ""))

        self.parse(name, start)
        return found

    def parse(
        self, name: str, start: Start, end: End | None = None, text: Text | None = None
    ) -> None:
        """Hand the events of a part to handlers; a part that does not exist has none."""
        if name not in self._names:
            return
        parser = self._parser(start, end, text)
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self._fault(f"is damaged ({name}: {expat.ErrorString(error.code)})") from None

    def _parser(self, start: Start, end: End | None, text: Text | None) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        short: dict[str, str] = {}
        depth = 0

        def named(name: str) -> str:
            if name not in short:
                space, _, local = name.rpartition(" ")
                short[name] = _NAMESPACES.get(space, "?:" if space else "") + local
            return short[name]

        def on_start(name: str, given: Attributes) -> None:
            nonlocal depth
            depth += 1
            if depth > _MAX_DEPTH:
                raise self._fault("is nested too deeply")
            start(named(name), {named(key): value for key, value in given.items()})

        def on_end(name: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None:
                end(named(name))

        parser.StartElementHandler = on_start
        parser.EndElementHandler = on_end
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        if text is not None:
            parser.CharacterDataHandler = text
        return parser

    def _refuse_doctype(self, *_: object) -> None:
        raise self._fault("declares entities, which no Word document does")

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        limit = f"{MAX_XML // 1024 // 1024} MiB"
                        raise self._fault(f"unpacks to more than {limit} of text")
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise self._fault(f"is damaged ({name}: {error})") from None
        except RuntimeError:
            raise self._fault("is protected by a password") from None


def _why_ole(content: bytes) -> str:
    if _ENCRYPTED in content:
        return "is protected by a password; save it without one"
    return "is in Word's old format (.doc); save it as .docx"
