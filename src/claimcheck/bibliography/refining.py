"""A reading of running text, put right by the text itself.

Where title and venue could not be told apart, the titles of likely records are sought in the text:
one that stands there word for word is what the writer gave as title, wherever the reading cut it.
Nothing is taken from a record that the text does not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.compare.folding import words
from claimcheck.compare.titles import compare_titles, forms
from claimcheck.model.bibliography import Entry
from claimcheck.model.evidence import Record
from claimcheck.model.works import Name, Reference

LEAST_WORDS = 4
"""Words of a title that cannot stand in a text by chance."""


def refined(entry: Entry, records: Sequence[Record]) -> Reference:
    """The reference of an entry, with what its own text shows the reading to have missed."""
    reference = entry.reference
    if not records or not reference.title or entry.raw == reference.title:
        return reference
    said = words(entry.raw)
    for record in records:
        if title := _title_said(entry, record, said):
            return _completed(replace(reference, title=title), entry, record, said)
    return reference


def _title_said(entry: Entry, record: Record, said: Sequence[str]) -> str | None:
    """The record's title, if the text holds it and the reading does not."""
    reference = entry.reference
    compared = compare_titles(reference.title, forms(record.titles, record.subtitles))
    if compared is None or compared.same:
        return None
    read = words(reference.title)
    for title in record.titles:
        sought = words(title)
        if len(sought) < LEAST_WORDS or not _holds(said, sought):
            continue
        if not _holds(read, sought) or not entry.sure:
            return title
    return None


def _completed(
    reference: Reference, entry: Entry, record: Record, said: Sequence[str]
) -> Reference:
    """Authors and venue that the text names, where the reading was unsure of them."""
    if entry.sure:
        return reference
    before = _before(said, words(reference.title))
    named = tuple(name for name in record.authors if _is_named(name, before))
    venue = next((v for v in record.containers if _holds(said, words(v))), None)
    return replace(
        reference,
        author=named or reference.author,
        et_al=reference.et_al or 0 < len(named) < len(record.authors),
        container_title=venue or reference.container_title,
        type="article-journal" if venue and reference.type == "document" else reference.type,
    )


def _before(said: Sequence[str], title: Sequence[str]) -> Sequence[str]:
    """What stands before the title, or all of it where the title comes first."""
    at = _place(said, title)
    return said[:at] if at > 0 else said


def _is_named(name: Name, said: Sequence[str]) -> bool:
    family = words(name.family or name.literal or "")
    return bool(family) and _holds(said, family)


def _holds(said: Sequence[str], sought: Sequence[str]) -> bool:
    return _place(said, sought) >= 0


def _place(said: Sequence[str], sought: Sequence[str]) -> int:
    """Where a run of words begins in another, or -1."""
    if not sought:
        return -1
    text = f" {' '.join(said)} "
    found = re.search(re.escape(f" {' '.join(sought)} "), text)
    return text[: found.start()].count(" ") if found else -1
