"""What another work is to the one described: its correction, its preprint, its book, or a stranger.

A DOI copied from the wrong line often leads to a relative of the work that was meant; saying which
tells the writer what happened.
"""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.compare.labels import Label, split_label
from claimcheck.compare.linkage import is_same_work
from claimcheck.compare.titles import compare_titles
from claimcheck.compare.works import WorkComparison, is_book
from claimcheck.model.evidence import Record, Update
from claimcheck.model.works import Reference
from claimcheck.patterns import lazy

Kin = Literal[
    "notice", "reply", "review", "supplement", "component", "container", "part", "preprint", "other"
]

IN_WORDS: dict[Kin, str] = {
    "notice": "a notice about that work",
    "reply": "a comment on it or a reply",
    "review": "a review of it",
    "supplement": "its supplement",
    "component": "a figure or table of it",
    "container": "the volume that holds it",
    "part": "a part of it",
    "preprint": "its preprint",
    "other": "another work",
}

_KIN_OF_LABEL: dict[Label, Kin] = {
    "retraction": "notice",
    "concern": "notice",
    "correction": "notice",
    "reply": "reply",
    "comment": "reply",
    "review": "review",
    "supplement": "supplement",
}
_COLLECTIONS = frozenset(
    {
        "journal", "journal-volume", "journal-issue", "proceedings", "proceedings-series",
        "book-series", "report-series",
    }
)  # fmt: skip
_PARTS = frozenset({"book-chapter", "book-section", "book-part", "reference-entry", "book-track"})
_WHOLES = frozenset({"book", "report", "monograph", "periodical"})
_SHORT_WORKS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference"}
)
_SERVERS = lazy(
    r"rxiv|\bssrn\b|\bpreprints?\b|research square|\bosf\b|authorea|\brepec\b|working paper", re.I
)
_ABOUT_IT = 0.85
"""Likeness from which a notice quotes the title; publishers shorten it here and there."""
_CHANGING = frozenset({"retraction", "concern", "correction"})


def kinship(given: Reference, record: Record, comparison: WorkComparison) -> Kin | None:
    """What the record's work is to the one described; None if it is that very work.

    A bare DOI describes nothing that a record could disagree with.
    """
    if _is_bare(given):
        return None
    if kin := _by_type(given, record, comparison) or _by_title(given, record, comparison):
        return kin
    if not is_same_work(comparison):
        return _by_book(given, record) or "other"
    if is_preprint(record) and claims_publication(given, record):
        return "preprint"
    return None


def _is_bare(given: Reference) -> bool:
    named = (given.title, given.author, given.editor, given.container_title)
    return not any((*named, given.volume, given.page))


def is_preprint(record: Record) -> bool:
    """Whether the record is of a preprint; a blog post or the like is none."""
    if record.type == "preprint" or record.subtype == "preprint":
        return True
    return record.type == "posted-content" and record.subtype is None


def cites_preprint(given: Reference) -> bool:
    """Whether the reference presents itself as a preprint."""
    told = (given.container_title, given.genre, given.publisher, given.arxiv_id and "arXiv")
    return any(_SERVERS.search(text) for text in told if text)


def claims_publication(given: Reference, record: Record) -> bool:
    """Whether the reference describes a journal article and not the preprint of the record."""
    if cites_preprint(given) or given.type not in _SHORT_WORKS or not given.container_title:
        return False
    return given.container_title not in (*record.containers, record.publisher)


def notices(record: Record) -> tuple[Update, ...]:
    """The works for which this record is a notice that changes their standing."""
    return tuple(u for u in record.notice_for if u.kind in _CHANGING and u.doi != record.doi)


def is_notice(record: Record) -> bool:
    """Whether the record is itself a notice on other works, by what it updates or who signs it."""
    return bool(notices(record)) or _signed_by_journal(record)


def _by_type(given: Reference, record: Record, comparison: WorkComparison) -> Kin | None:
    if record.type == "component" and given.type in {*_SHORT_WORKS, *_WHOLES}:
        return "component"
    if record.type == "peer-review" and given.type in {*_SHORT_WORKS, *_WHOLES}:
        return "review"
    whole = comparison.title is not None and comparison.title.same
    if record.type in _COLLECTIONS and given.type in _SHORT_WORKS and not whole:
        return "container"
    return None


def _by_title(given: Reference, record: Record, comparison: WorkComparison) -> Kin | None:
    """Kin told by a label that one title has and the other has not."""
    if comparison.page and comparison.authors.agrees:
        return None
    ours, _ = split_label(given.title)
    for title in record.titles:
        theirs, rest = split_label(title)
        kin = _KIN_OF_LABEL.get(theirs) if theirs and theirs != ours else None
        if kin and _is_about(rest, given, comparison):
            return kin
    if ours:
        return None
    elsewhere = False in (comparison.page, comparison.volume, comparison.year)
    return "notice" if _signed_by_journal(record) or (notices(record) and elsewhere) else None


def _is_about(rest: str, given: Reference, comparison: WorkComparison) -> bool:
    """Whether the rest of a labelled title is the title given; a bare label needs the venue."""
    if not rest:
        return comparison.venue is not False
    about = compare_titles(split_label(given.title)[1] or given.title, [rest])
    return about is not None and (about.same or about.likeness > _ABOUT_IT)


def _signed_by_journal(record: Record) -> bool:
    """Whether the only author is the journal itself, as in notices by its editors."""
    if len(record.authors) != 1:
        return False
    author = record.authors[0]
    name = author.literal or " ".join(filter(None, (author.given, author.family)))
    same = compare_titles(name, record.containers)
    return same is not None and same.same


def _by_book(given: Reference, record: Record) -> Kin | None:
    if given.container_title and is_book(record):
        held = compare_titles(given.container_title, record.titles)
        return "container" if held and held.same else None
    if given.type in _WHOLES and record.type in _PARTS:
        whole = compare_titles(given.title, record.containers)
        return "part" if whole and whole.same else None
    return None
