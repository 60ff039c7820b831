"""A reference beside a registry's record of a work, field by field.

Neutral about what follows: whether the two are one work is decided in `linkage`, what to tell the
reader in `judgements`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.compare.authors import AuthorComparison, compare_authors, list_in_print
from claimcheck.compare.folding import plain, words
from claimcheck.compare.pages import same_issue, same_pages, same_volume
from claimcheck.compare.titles import TitleComparison, compare_titles, forms
from claimcheck.compare.venues import compare_venues
from claimcheck.compare.years import same_year, years_in_print
from claimcheck.model.evidence import Record
from claimcheck.model.findings import FieldComparison
from claimcheck.model.works import Name, Printed, Reference
from claimcheck.patterns import lazy

FIELDS = ("title", "author", "year", "container-title", "volume", "issue", "page")
"""The fields compared, by their CSL names (`year` for `issued`), in the order of a citation."""

FIRST_AUTHOR_ONLY = {"10.1001": 2010}
"""Registrants that deposited only the first author of older works, and until when.

All 6,981 works of 10.1001 from before 1995 in a sample of the public data file have one author
whatever their printed list; of those up to 2009 still two thirds.
"""

_BOOKS = frozenset(
    {"book", "monograph", "edited-book", "reference-book", "proceedings", "book-set"}
)
_LOOSE_CONTAINERS = frozenset({"proceedings-article", "book-chapter", "book-section", "book-part"})
_SHARED_BY_CHANCE = 3
"""Content words that two names of books or conferences must share to be perhaps one, as they are
printed loosely: `Proc. CHI '19` and the like."""


@dataclass(frozen=True, slots=True)
class WorkComparison:
    """All that comparing a reference with a record brought to light."""

    title: TitleComparison | None
    authors: AuthorComparison
    year: bool | None
    venue: bool | None
    volume: bool | None
    issue: bool | None
    page: bool | None
    fields: tuple[FieldComparison, ...]

    @property
    def wrong(self) -> tuple[FieldComparison, ...]:
        """The fields that disagree."""
        return tuple(field for field in self.fields if field.agrees is False)


def compare(given: Reference, record: Record) -> tuple[FieldComparison, ...]:
    """Compare a reference with a record, field by field, with the tolerance good lists need."""
    return compare_works(given, record).fields


def compare_works(given: Reference, record: Record) -> WorkComparison:
    """Compare a reference with a record and keep the detail behind each field."""
    title = compare_titles(given.title, forms(record.titles, record.subtitles))
    authors = _compare_people(given, record)
    answers = {
        "title": title.same if title else None,
        "author": authors.agrees,
        "year": same_year(given.issued, record),
        "container-title": _same_container(given, record),
        "volume": same_volume(given.volume or "", record.volume),
        "issue": same_issue(given.issue or "", record.issue),
        "page": same_pages(
            given.page or given.number or "", record.page, record.article_number, record.doi
        ),
    }
    fields = tuple(
        FieldComparison(name=name, given=ours, record=theirs, agrees=answers[name])
        for name, ours, theirs in _in_print(given, record)
        if ours or theirs
    )
    return WorkComparison(
        title=title,
        authors=authors,
        year=answers["year"],
        venue=answers["container-title"],
        volume=answers["volume"],
        issue=answers["issue"],
        page=answers["page"],
        fields=fields,
    )


def as_printed(reference: Reference, printed: Printed) -> Reference:
    """The reference as an article prints it: its own fields, overlaid by those that differ."""
    changes = {
        name: value
        for name in (
            "author", "title", "container_title", "issued", "volume", "issue", "page", "publisher",
            "doi",
        )
        if (value := getattr(printed, name)) is not None
    }  # fmt: skip
    cut = printed.et_al or (reference.et_al and printed.author is None)
    overlaid = replace(reference, **changes, et_al=cut, as_printed=(), waivers=printed.waivers)
    object.__setattr__(overlaid, "place", reference.place)
    return overlaid


def is_book(record: Record) -> bool:
    """Whether the record is of a whole book."""
    return record.type in _BOOKS


def _compare_people(given: Reference, record: Record) -> AuthorComparison:
    ours, theirs = _people(given, record)
    return compare_authors(ours, theirs, cut=given.et_al, first_only=_first_author_only(record))


def _people(given: Reference, record: Record) -> tuple[Sequence[Name], Sequence[Name]]:
    """The lists to compare: authors, or editors where one side has no authors."""
    if given.author:
        return given.author, record.authors or record.editors
    return given.editor, record.editors or record.authors


def _first_author_only(record: Record) -> bool:
    until = FIRST_AUTHOR_ONLY.get(record.doi.partition("/")[0])
    return until is not None and record.issued is not None and record.issued.year < until


def _same_container(given: Reference, record: Record) -> bool | None:
    if not given.container_title:
        return None
    venue = compare_venues(given.container_title, record.containers)
    if venue is None or venue.same:
        return None if venue is None else True
    if record.type not in _LOOSE_CONTAINERS:
        return False
    return _same_book(given.container_title, record)


def _same_book(given: str, record: Record) -> bool | None:
    """Compare books' or conferences' names; another year or number in them is another one."""
    title = compare_titles(given, record.containers)
    if title and title.same:
        return True
    ours, theirs = (
        set(lazy(r"\d+").findall(text)) for text in (given, " ".join(record.containers))
    )
    contradicted = bool(ours and theirs and not ours & theirs)
    loose = record.type == "proceedings-article" or any(
        _begins_alike(given, container) for container in record.containers
    )
    perhaps = loose and title is not None and title.shared >= _SHARED_BY_CHANCE
    return None if perhaps and not contradicted else False


def _begins_alike(one: str, two: str) -> bool:
    """Whether one name is the other with something after it, such as an edition."""
    a, b = words(one), words(two)
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def _in_print(given: Reference, record: Record) -> list[tuple[str, str | None, str | None]]:
    ours, theirs = _people(given, record)
    return [
        ("title", given.title or None, plain(record.titles[0]) if record.titles else None),
        ("author", list_in_print(ours, cut=given.et_al), list_in_print(theirs)),
        ("year", str(given.issued.year) if given.issued else None, years_in_print(record)),
        ("container-title", given.container_title, next(iter(record.containers), None)),
        ("volume", given.volume, record.volume),
        ("issue", given.issue, record.issue),
        ("page", given.page or given.number, record.page or record.article_number),
    ]
