"""A reference as its record has it."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.compare.folding import fold, plain
from claimcheck.model.evidence import Record
from claimcheck.model.works import Name, Reference
from claimcheck.patterns import lazy

_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book": "book",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "dissertation": "thesis",
    "dataset": "dataset",
    "posted-content": "article",
    "preprint": "article",
}


def reference_of(record: Record, key: str = "") -> Reference:
    """A record as a reference, under `key` or the id that its author, year and title give."""
    date = record.printed or record.issued or record.online or record.posted
    subtitle = next(
        (s for s in record.subtitles if fold(s) not in fold(" ".join(record.titles))), ""
    )
    title = plain(record.titles[0]) if record.titles else ""
    venue = next(iter(record.containers), None)
    preprint = record.type in {"posted-content", "preprint"}
    reference = Reference(
        id=key,
        type=_TYPES.get(record.type or "", "article-journal" if venue else "document"),
        title=f"{title}: {plain(subtitle)}" if subtitle else title,
        author=record.authors,
        editor=() if record.authors else record.editors,
        container_title=venue or (record.publisher if preprint else None),
        issued=date,
        volume=record.volume,
        issue=record.issue,
        page=record.page or record.article_number,
        publisher=None if venue or preprint else record.publisher,
        doi=record.doi,
        isbn=next(iter(record.isbn), None) if not venue else None,
    )
    return reference if key else replace(reference, id=key_for(reference))


def corrected(given: Reference, record: Record) -> Reference:
    """The reference given, with every field that the record has as the record has it."""
    held = reference_of(record, given.id)
    return replace(
        given,
        title=held.title or given.title,
        author=held.author or given.author,
        et_al=given.et_al and not held.author,
        container_title=held.container_title or given.container_title,
        issued=held.issued or given.issued,
        volume=held.volume or given.volume,
        issue=held.issue or given.issue,
        page=held.page or given.page,
        publisher=given.publisher or held.publisher,
        doi=held.doi,
    )


def key_for(reference: Reference) -> str:
    """An id in the form of a base's: first author and year (`goodwin-2022`), else the title."""
    first: Name | None = next(iter(reference.author or reference.editor), None)
    head = _slug(first.family or first.literal or "") if first else ""
    year = str(reference.issued.year) if reference.issued else ""
    return "-".join(filter(None, (head or _slug(reference.title), year))) or "work"


def _slug(text: str) -> str:
    return "-".join(lazy(r"[a-z0-9]+").findall(fold(text))[:4])
