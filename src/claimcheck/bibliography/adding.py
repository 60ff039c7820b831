"""A new entry for the references of a base, at its place in the file."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.bibliography.correcting import key_for
from claimcheck.bibliography.csl import read_csl_yaml
from claimcheck.bibliography.export import csl_yaml
from claimcheck.classes import dataclass
from claimcheck.compare.dois import normalise
from claimcheck.errors import InputError, UsageError
from claimcheck.model.bibliography import Bibliography
from claimcheck.model.place import Location
from claimcheck.model.works import Reference
from claimcheck.patterns import lazy

_EMPTY = lazy(r"^references:[ \t]*(?:\[\][ \t]*)?(?:#[^\n]*)?$", re.M)
_KEY = lazy(r"[a-z0-9][a-z0-9._-]*\Z")


@dataclass(frozen=True, slots=True)
class Added:
    """The new text of the file, the id that the entry got and the line it begins on."""

    text: str
    key: str
    line: int


def add_entry(path: str, source: str, reference: Reference, key: str | None = None) -> Added:
    """Splice an entry into a `references.yaml`: before the first id that sorts behind, else last.

    Every other byte stays. Raises UsageError for an id that is taken or none, or a work that the
    file holds already; InputError for a file without a list of references.
    """
    if not source.strip():
        source = "references:\n"
    if _EMPTY.search(source) and not lazy(r"^\s*- ", re.M).search(source):
        return _first(source, reference, key)
    file = read_csl_yaml(path, source)
    taken = {entry.label for entry in file.entries}
    named = replace(reference, id=_free_key(reference, key, taken))
    _refuse_twins(file, reference)
    place, indent, apart = _place(file, named.id)
    entry = csl_yaml(named, indent)
    gap = "\n" if apart else ""
    before, after = source[:place], source[place:]
    if not after:
        before = before.rstrip("\n") + "\n"
        return Added(f"{before}{gap}{entry}", named.id, (before + gap).count("\n") + 1)
    return Added(f"{before}{entry}{gap}{after}", named.id, before.count("\n") + 1)


def _first(source: str, reference: Reference, key: str | None) -> Added:
    found = _EMPTY.search(source)
    if found is None:
        raise InputError(Location("references.yaml"), "holds no list of references")
    named = replace(reference, id=_free_key(reference, key, set()))
    head = source[: found.start()] + "references:\n"
    text = head + csl_yaml(named) + source[found.end() :].lstrip("\n")
    return Added(text, named.id, head.count("\n") + 1)


def _refuse_twins(file: Bibliography, reference: Reference) -> None:
    for entry in file.entries:
        if reference.doi and normalise(entry.reference.doi or "") == normalise(reference.doi):
            raise UsageError(
                f"{file.where(entry)()}: {entry.label} has this DOI already ({reference.doi})"
            )


def _free_key(reference: Reference, wanted: str | None, taken: set[str]) -> str:
    if wanted is not None:
        if not _KEY.match(wanted):
            raise UsageError(f"{wanted!r} is no id (lower-case letters, digits, -)")
        if wanted in taken:
            raise UsageError(f"the id {wanted} is taken")
        return wanted
    key = key_for(reference)
    free = (key if n == 0 else f"{key}{chr(97 + n)}" for n in range(26))
    return next((name for name in free if name not in taken), f"{key}-{len(taken)}")


def _place(file: Bibliography, key: str) -> tuple[int, str, bool]:
    """Where the entry goes, how it is indented, and whether an empty line parts entries."""
    starts = [file.source.rfind("\n", 0, entry.start) + 1 for entry in file.entries]
    indent = lazy(r"[ \t]*").match(file.source[starts[0] :])
    ends = [entry.end for entry in file.entries]
    apart = any(
        "\n\n" in file.source[end:start] for end, start in zip(ends, starts[1:], strict=False)
    )
    labels = [entry.label for entry in file.entries]
    if labels == sorted(labels):
        later = (start for start, label in zip(starts, labels, strict=True) if label > key)
        place = next(later, None)
        if place is not None:
            return place, indent[0] if indent else "  ", apart
    return len(file.source), indent[0] if indent else "  ", apart
