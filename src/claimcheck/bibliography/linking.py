"""Which entry of a reference list each citation in a text means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.bibliography.mentions import mentions
from claimcheck.bibliography.prose import list_blocks, read_list
from claimcheck.compare.dois import normalise
from claimcheck.compare.folding import fold
from claimcheck.compare.names import same_group, surname_key
from claimcheck.model.bibliography import DraftCitations, Entry, Mention
from claimcheck.model.drafts import Document
from claimcheck.model.works import Name, Reference


def draft_citations(document: Document, known: Iterable[Entry] = ()) -> DraftCitations:
    """The citations of a draft beside its list; `known` are entries of files that it names."""
    listed = read_list(document)
    within = set(list_blocks(document))
    found = [m for m in mentions(document) if m.block not in within]
    others = tuple(known)
    numbered = _is_numbered(found)
    linked = (_linked(m, listed.entries, others, numbered=numbered) for m in found)
    return DraftCitations(listed=listed, mentions=tuple(linked), numbered=numbered)


def _is_numbered(found: Sequence[Mention]) -> bool:
    by_number = sum(m.kind in {"number", "footnote"} for m in found)
    return by_number > sum(m.kind == "author-year" and m.label != "?" for m in found)


def _linked(
    mention: Mention, listed: Sequence[Entry], known: Sequence[Entry], *, numbered: bool
) -> Mention:
    """The mention with the entries it can mean; None where no list can tell."""
    match mention.kind:
        case "number":
            meant = _by_label(mention.label, listed) if numbered and listed else None
        case "footnote":
            meant = _by_label(f"^{mention.label}", listed) or None
        case "key":
            meant = _by_label(mention.label, known) if known else None
        case "author-year":
            meant = _by_author(mention, (*listed, *known), unsure=mention.label == "?")
        case _:
            meant = _by_identifier(mention.label, (*listed, *known)) or None
    return replace(mention, entries=meant)


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.reference.id for entry in entries)


def _by_label(label: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    return _ids(entry for entry in entries if entry.label == label)


def _by_author(
    mention: Mention, entries: Sequence[Entry], *, unsure: bool
) -> tuple[str, ...] | None:
    if not entries:
        return None
    same_year = [entry for entry in entries if _in_year(entry.reference, mention.year)]
    meant = [entry for entry in same_year if _is_by(entry.reference, mention.names[0])]
    if len(meant) > 1 and len(mention.names) > 1:
        meant = [e for e in meant if _has_author(e.reference, mention.names[1])] or meant
    return _ids(meant) if meant or not unsure else None


def _in_year(reference: Reference, year: str) -> bool:
    if reference.issued is None or not year[:4].isdigit():
        return reference.issued is None and not year[:1].isdigit()
    return reference.issued.year == int(year[:4])


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
