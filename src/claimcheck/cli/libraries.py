"""The bibliographies that drafts name: found beside them, and each read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.cli.lists import beside
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.model.place import Location

if TYPE_CHECKING:
    from claimcheck.bibliography.linking import Elsewhere
    from claimcheck.model.bibliography import Bibliography
    from claimcheck.model.drafts import Document

_PROJECTS = ("_quarto.yml", "_quarto.yaml", "_bookdown.yml", "_metadata.yml")
"""Files of a project that may name the bibliography of all its texts."""


class Libraries:
    """Answers what the keys of a draft can mean; files that several drafts name are read once."""

    def __init__(self, held: frozenset[str], given: tuple[str, ...] = ()) -> None:
        self._held = held
        self._given = given
        """Files named on the command line, for every draft."""
        self._read: dict[str, Bibliography | None] = {}
        self._missed: set[tuple[str, str]] = set()
        self.faults: list[ClaimcheckError] = []
        """Why files could not be read, each file once."""

    def elsewhere(self, document: Document) -> Elsewhere | None:
        """What keys can mean; None for a draft that cites nothing by key."""
        if not any(mark.kind == "citation-key" for b in document.blocks for mark in b.marks):
            return None
        from claimcheck.bibliography.linking import Elsewhere

        paths = (*self._given, *self._named(document))
        files = [self._file(path) for path in dict.fromkeys(paths) if path]
        return Elsewhere(
            libraries=tuple(file for file in files if file),
            held=self._held,
            complete=all(files) and all(paths),
        )

    def _named(self, document: Document) -> Iterator[str]:
        """The paths of the files that a draft names; "" for one that is not there."""
        from claimcheck.bibliography.named import named_files

        named = [(document.path, name) for name in named_files(document)]
        for near, name in named or list(_of_project(Path(document.path))):
            if "://" in name:
                yield ""  # what it holds is not known here
                continue
            path = beside(near, name)
            if path is None:
                self._miss(near, name)
            yield path or ""

    def _miss(self, near: str, name: str) -> None:
        if (near, name) not in self._missed:
            self._missed.add((near, name))
            why = f"its bibliography {name} is not there"
            self.faults.append(InputError(Location(near), why))

    def _file(self, path: str) -> Bibliography | None:
        if path not in self._read:
            try:
                self._read[path] = _bibliography(path, _state(path))
            except ClaimcheckError as error:
                self.faults.append(error)
                self._read[path] = None
        return self._read[path]


def _state(path: str) -> tuple[int, int] | None:
    """What changes when a file does; None for one that cannot be seen, as reading it will say."""
    try:
        seen = Path(path).stat()
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns


@lru_cache(maxsize=16)
def _bibliography(
    path: str,
    state: tuple[int, int] | None,  # noqa: ARG001 - for the cache: the server outlives a file
) -> Bibliography:
    from claimcheck.bibliography.reading import read_references
    from claimcheck.drafts.encoding import decode_draft, read_bytes

    found = read_references(path, decode_draft(read_bytes(path), path), Path(path).suffix)
    if found is None:
        raise InputError(Location(path), "is no bibliography (.bib, .ris, CSL as .json or .yaml)")
    return found


def _of_project(draft: Path) -> Iterator[tuple[str, str]]:
    """The bibliographies that the nearest project file above a draft names, with that file."""
    from claimcheck.drafts.frontmatter import read_front_matter
    from claimcheck.files import read_text

    for folder in draft.absolute().parents:
        for name in _PROJECTS:
            path = folder / name
            if not path.is_file():
                continue
            try:
                fields = read_front_matter(read_text(path))
            except ClaimcheckError:
                continue  # it is not ours to judge
            for bibliography in fields["bibliography"]:
                yield str(path), bibliography
            if fields["bibliography"]:
                return
