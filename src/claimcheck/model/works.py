"""Cited works, in the variable names of CSL so that pandoc and Zotero read the same file."""

from __future__ import annotations

from dataclasses import field

from claimcheck.classes import dataclass
from claimcheck.model.claims import Confidence, Waiver
from claimcheck.model.dates import PartialDate
from claimcheck.model.place import Location

_UPPER = {
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
}
_OURS = {"as_printed", "et_al", "arxiv_id"}


def csl_name(field: str) -> str:
    """The CSL variable for a field name: `container_title` → `container-title`, `doi` → `DOI`."""
    return field if field in _OURS else _UPPER.get(field, field.replace("_", "-"))


CSL = {
    "extra": "forbid",
    "alias_generator": csl_name,
    "validate_by_name": False,
    "validate_by_alias": True,
}


@dataclass(frozen=True, kw_only=True)
class Name:
    """A person (`family`, `given`) or an organisation (`literal`)."""

    __pydantic_config__ = CSL

    family: str | None = None
    given: str | None = None
    suffix: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    literal: str | None = None

    def __str__(self) -> str:
        if self.literal:
            return self.literal
        family = " ".join(filter(None, (self.non_dropping_particle, self.family)))
        return ", ".join(filter(None, (family, self.given, self.suffix)))


@dataclass(frozen=True, kw_only=True)
class Printed:
    """How an article prints a work: only the fields that differ from the entry itself."""

    __pydantic_config__ = CSL

    article: str
    author: tuple[Name, ...] | None = None
    et_al: bool = False
    """The printed list of authors is cut."""
    title: str | None = None
    container_title: str | None = None
    issued: PartialDate | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    publisher: str | None = None
    doi: str | None = None
    note: str | None = None
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A work that claims rest on, or that an article cites."""

    __pydantic_config__ = CSL

    id: str
    type: str = "article-journal"
    """CSL type: article-journal, book, chapter, report, webpage, legislation, dataset…"""
    title: str
    author: tuple[Name, ...] = ()
    et_al: bool = False
    """The list of authors here is cut; the work has more."""
    editor: tuple[Name, ...] = ()
    container_title: str | None = None
    issued: PartialDate | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    number: str | None = None
    publisher: str | None = None
    genre: str | None = None
    language: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    isbn: str | None = None
    issn: str | None = None
    url: str | None = None
    accessed: PartialDate | None = None
    arxiv_id: str | None = None
    as_printed: tuple[Printed, ...] = ()
    confidence: Confidence = "high"
    origin: str | None = None
    """Where these bibliographic facts were read."""
    waivers: tuple[Waiver, ...] = ()
    note: str | None = None
    place: Location = field(init=False, default=Location(""), compare=False, repr=False)
