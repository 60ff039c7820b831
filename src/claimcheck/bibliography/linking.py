"""Which entry of a reference list each citation in a text means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.bibliography.mentions import is_bracketed, mentions
from claimcheck.bibliography.named import read_front_references
from claimcheck.bibliography.prose import list_blocks, read_list
from claimcheck.classes import dataclass
from claimcheck.compare.dois import normalise
from claimcheck.compare.folding import fold
from claimcheck.compare.names import same_group, surname_key
from claimcheck.model.bibliography import Bibliography, DraftCitations, Entry, Mention
from claimcheck.model.drafts import Document
from claimcheck.model.works import Name, Reference


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a draft may cite by key without listing it."""

    libraries: tuple[Bibliography, ...] = ()
    """The files that it names as bibliography."""
    held: frozenset[str] = frozenset()
    """Ids of references that the base holds."""
    complete: bool = True
    """Whether all the files that it names could be read."""


def draft_citations(
    document: Document, elsewhere: Elsewhere | None = None, *, alone: bool = False
) -> DraftCitations:
    """The citations of a draft beside its lists, and what else its keys can mean.

    With `alone`, a document of one block may be a list of one entry.
    """
    within = list_blocks(document, alone=alone)
    listed, front = read_list(document, within), read_front_references(document)
    inside = set(within)
    found = [m for m in mentions(document) if m.block not in inside]
    linker = _Linker(document, listed, front, elsewhere or Elsewhere(), found)
    linked = [_by_itself(replace(m, entries=linker.meant(m))) for m in found]
    return DraftCitations(
        listed=listed,
        list_blocks=within,
        front=front,
        libraries=linker.elsewhere.libraries,
        linked=_works_of(document, linked),
        mentions=tuple(linked),
        numbered=linker.numbered,
    )


def _by_itself(mention: Mention) -> Mention:
    """The mention; a DOI that no list holds means the work itself."""
    doi = normalise(mention.label) if mention.kind == "identifier" else None
    return replace(mention, entries=(doi,)) if doi and mention.entries is None else mention


def _works_of(document: Document, linked: Sequence[Mention]) -> Bibliography:
    """An entry for each work that is cited by its DOI alone, where it is first cited."""
    first = {m.entries[0]: m for m in reversed(linked) if _is_alone(m) and m.entries}
    entries = tuple(
        Entry(
            reference=Reference(id=doi, title="", doi=mention.label),
            raw=mention.text,
            start=0,
            end=0,
            place=mention.where,
        )
        for doi, mention in reversed(first.items())
    )
    return Bibliography(path=document.path, source=document.source, kind="prose", entries=entries)


def _is_alone(mention: Mention) -> bool:
    doi = normalise(mention.label) if mention.kind == "identifier" else None
    return doi is not None and mention.entries == (doi,)


class _Linker:
    """Tells which entries a mention can mean: none if it is undefined, None where no list tells."""

    def __init__(
        self,
        document: Document,
        listed: Bibliography,
        front: Bibliography | None,
        elsewhere: Elsewhere,
        found: Sequence[Mention],
    ) -> None:
        self.elsewhere = elsewhere
        self._blocks = document.blocks
        self._listed = listed.entries
        others = (*((front,) if front else ()), *elsewhere.libraries)
        self._others = tuple(entry for file in others for entry in file.entries)
        self._is_list = any(not entry.label.startswith("^") for entry in listed.entries)
        self._notes = {b.label for b in document.blocks if b.kind == "footnote"}
        self.numbered = _is_numbered(found)
        self._answered = {(m.names, m.year) for m in found if _is_link(m, document)}
        self._keyed = self._has_keys(found, bool(others))

    def meant(self, mention: Mention) -> tuple[str, ...] | None:
        """The ids of the entries."""
        match mention.kind:
            case "number":
                return self._by_number(mention)
            case "footnote":
                return self._by_note(mention.label)
            case "key":
                return self._by_key(mention)
            case "author-year":
                return self._by_author(mention)
            case _:
                return _by_identifier(mention.label, (*self._listed, *self._others)) or None

    def _by_number(self, mention: Mention) -> tuple[str, ...] | None:
        """A range of which the list holds no end is a range of something else."""
        if not self.numbered or not self._listed:
            return None
        meant = _by_label(mention.label, self._listed)
        ends = re.findall(r"\d+", mention.text)
        is_range = bool(re.search(r"\d\s?[–—-]\s?\d", mention.text))
        known = meant or not is_range or any(_by_label(end, self._listed) for end in ends)
        return meant if known else None

    def _has_keys(self, found: Sequence[Mention], names_files: bool) -> bool:
        """Whether the draft says in any way what its keys mean."""
        keys = [m.label for m in found if m.kind == "key"]
        return bool(keys) and (
            names_files
            or any(not entry.label.lstrip("^").isdigit() for entry in self._listed)
            or any(self._known(key) for key in keys)
        )

    def _known(self, key: str) -> tuple[str, ...]:
        in_lists = _ids(e for e in (*self._listed, *self._others) if e.label.lstrip("^") == key)
        return in_lists or ((key,) if key in self.elsewhere.held else ())

    def _by_key(self, mention: Mention) -> tuple[str, ...] | None:
        """A key in pandoc's brackets is meant as one even where the draft names no file."""
        if meant := self._known(mention.label):
            return meant
        text = self._blocks[mention.block].text
        bracketed = mention.text.lstrip("-").startswith("@") and is_bracketed(text, mention.start)
        return () if self.elsewhere.complete and (bracketed or self._keyed) else None

    def _by_note(self, label: str) -> tuple[str, ...] | None:
        if self._notes and label not in self._notes and not label.startswith("#"):
            return ()
        return _by_label(f"^{label}", self._listed) or None

    def _by_author(self, mention: Mention) -> tuple[str, ...] | None:
        """An author whose work the text links to itself needs no list."""
        meant = _by_author(mention, (*self._listed, *self._others))
        unsure = mention.label == "?" or not self._is_list
        linked = (mention.names, mention.year) in self._answered
        return meant or (None if unsure or linked else ())


def _is_link(mention: Mention, document: Document) -> bool:
    """Whether the words of an author-year are a link to somewhere else."""
    return mention.kind == "author-year" and any(
        mark.kind == "link"
        and not mark.target.startswith("#")
        and mark.start <= mention.start
        and mention.end <= mark.end
        for mark in document.blocks[mention.block].marks
    )


def _is_numbered(found: Sequence[Mention]) -> bool:
    by_number = sum(m.kind in {"number", "footnote"} for m in found)
    return by_number > sum(m.kind == "author-year" and m.label != "?" for m in found)


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.reference.id for entry in entries)


def _by_label(label: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    return _ids(entry for entry in entries if entry.label == label)


def _by_author(mention: Mention, entries: Sequence[Entry]) -> tuple[str, ...]:
    same_year = [entry for entry in entries if _in_year(entry.reference, mention.year)]
    meant = [entry for entry in same_year if _is_by(entry.reference, mention.names[0])]
    meant = _lettered(mention.year, meant)
    if len(meant) > 1 and len(mention.names) > 1:
        meant = [e for e in meant if _has_author(e.reference, mention.names[1])] or meant
    return _ids(meant)


def _lettered(year: str, entries: list[Entry]) -> list[Entry]:
    """Of works of one author and year, told apart by letters (`2021b`), those with the letter."""
    letter = year[4:]
    if not letter or not any(re.search(rf"{year[:4]}[a-z]\b", e.raw) for e in entries):
        return entries
    return [entry for entry in entries if re.search(rf"{year}\b", entry.raw)]


def _in_year(reference: Reference, year: str) -> bool:
    if not year[:1].isdigit():
        return True  # "in press" may have come out since
    return reference.issued is not None and reference.issued.year == int(year[:4])


def _is_by(reference: Reference, name: str) -> bool:
    """Whether the first name cited is the first author's, or the title's start without authors."""
    first = next(iter(reference.author or reference.editor), None)
    if first is None:
        return fold(reference.title).startswith(fold(name))
    return _same_name(first, name)


def _has_author(reference: Reference, name: str) -> bool:
    return any(_same_name(author, name) for author in reference.author)


def _same_name(author: Name, name: str) -> bool:
    if author.family and surname_key(Name(family=author.family)) == surname_key(Name(family=name)):
        return True
    if author.literal:
        return same_group(author, Name(literal=name)) or author.literal.split()[0] == name
    whole = " ".join(filter(None, (author.non_dropping_particle, author.family)))
    return fold(whole) == fold(name)


def _by_identifier(label: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    doi = normalise(label)
    return _ids(
        entry
        for entry in entries
        if (doi and normalise(entry.reference.doi or "") == doi)
        or label in {entry.reference.pmid, entry.reference.pmcid, entry.reference.url}
        or (entry.reference.number or "").upper() == label.upper()
    )
