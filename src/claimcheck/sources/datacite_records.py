"""DataCite's JSON read into our nouns. Every field may be missing, empty or of another type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.compare.dois import normalise
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record, Update
from claimcheck.model.works import Name
from claimcheck.sources.codec import ShapeError
from claimcheck.sources.texts import text, texts

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_TYPES = {
    "Preprint": "posted-content",
    "JournalArticle": "journal-article",
    "ConferencePaper": "proceedings-article",
    "ConferenceProceeding": "proceedings",
    "BookChapter": "book-chapter",
    "PeerReview": "peer-review",
}
"""DataCite's general types by Crossref's names; the others are spelled alike but for the case."""


def parse_datacite(item: Any) -> Record:
    """The record in a `dois` object; raises ShapeError.

    A date of type Withdrawn is read as a withdrawal that the repository asserts.
    """
    facts = item.get("attributes") if isinstance(item, dict) else None
    if not isinstance(facts, dict) or not isinstance(facts.get("doi"), str):
        raise ShapeError("a record without a DOI")
    doi = facts["doi"].strip().lower()
    container = _dict(facts.get("container"))
    dates = dict(_dates(facts.get("dates")))
    kind = _dict(facts.get("types")).get("resourceTypeGeneral")
    titles = list(_titles(facts.get("titles")))
    return Record(
        doi=doi,
        type=_type(facts),
        subtype="preprint" if kind == "Preprint" else None,
        titles=texts([title for title, is_sub in titles if not is_sub]),
        subtitles=texts([title for title, is_sub in titles if is_sub]),
        containers=texts(container.get("title")),
        authors=tuple(_names(facts.get("creators"))),
        issued=_issued(facts, dates),
        online=dates.get("Available"),
        posted=dates.get("Submitted") if kind == "Preprint" else None,
        volume=text(container.get("volume")),
        issue=text(container.get("issue")),
        page=_pages(container),
        publisher=_publisher(facts.get("publisher")),
        updates=_withdrawal(doi, dates.get("Withdrawn")),
        preprint_of=_version_of_record(doi, facts) if kind == "Preprint" else (),
    )


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _type(facts: dict[str, Any]) -> str | None:
    types = _dict(facts.get("types"))
    kind = text(types.get("resourceTypeGeneral"))
    if kind == "Text" and types.get("citeproc") == "article-journal":
        return "journal-article"
    if kind is None or kind in _TYPES:
        return _TYPES.get(kind or "")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind).lower()


def _titles(value: Any) -> Iterator[tuple[Any, bool]]:
    """Titles, each with whether it is a subtitle."""
    for item in _dicts(value):
        yield item.get("title"), item.get("titleType") == "Subtitle"


def _names(value: Any) -> Iterator[Name]:
    """Creators; one that is no organisation may come as "Family, Given" only."""
    for item in _dicts(value):
        whole, family, given = (text(item.get(k)) for k in ("name", "familyName", "givenName"))
        organisation = item.get("nameType") == "Organizational"
        if not organisation and not family and whole and whole.count(",") == 1:
            family, given = (part.strip() or None for part in whole.split(","))
        if family and not organisation:
            yield Name(family=family, given=given)
        elif whole or given:
            yield Name(literal=whole or given)


def _dates(value: Any) -> Iterator[tuple[str, PartialDate]]:
    """Dates by type, the earliest of a type winning; of a range its beginning counts."""
    found: list[tuple[str, PartialDate]] = []
    for item in _dicts(value):
        date, kind = _DATE.match(str(item.get("date"))), item.get("dateType")
        if date and isinstance(kind, str):
            try:
                found.append((kind, PartialDate.parse(date[0])))
            except ValueError:
                continue
    yield from sorted(found, reverse=True)


def _issued(facts: dict[str, Any], dates: dict[str, PartialDate]) -> PartialDate | None:
    """The most exact date of the year of publication."""
    year = text(facts.get("publicationYear"))
    issued = dates.get("Issued")
    if not year or not re.fullmatch(r"[1-9]\d{3}", year):
        return issued
    return issued if issued and issued.year == int(year) else PartialDate(int(year))


def _pages(container: dict[str, Any]) -> str | None:
    first, last = text(container.get("firstPage")), text(container.get("lastPage"))
    return f"{first}-{last}" if first and last else first


def _publisher(value: Any) -> str | None:
    """A name, or since schema 4.5 an object with one; `(:unav)` and the like stand for none."""
    name = text(_dict(value).get("name") if isinstance(value, dict) else value)
    return None if name and name.startswith("(:") else name


def _withdrawal(doi: str, date: PartialDate | None) -> tuple[Update, ...]:
    if date is None:
        return ()
    return (Update(kind="retraction", type="withdrawal", doi=doi, date=date, source="publisher"),)


def _version_of_record(doi: str, facts: dict[str, Any]) -> tuple[str, ...]:
    """DOIs of another registrant that a preprint says it is a version of: the published work."""
    own = doi.partition("/")[0] + "/"
    related = (
        normalise(str(item.get("relatedIdentifier")))
        for item in _dicts(facts.get("relatedIdentifiers"))
        if item.get("relationType") == "IsVersionOf" and item.get("relatedIdentifierType") == "DOI"
    )
    return tuple(other for other in related if other and not other.startswith(own))
