"""Crossref's JSON read into our nouns. Every field may be missing, empty or of another type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from claimcheck.compare.dois import normalise
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record, Update
from claimcheck.model.works import Name
from claimcheck.sources.codec import ShapeError
from claimcheck.sources.texts import clean, split_title, text, texts
from claimcheck.sources.updates import kind_of, merge_events, normalise_type

_UNNAMED = "unspecified"


def parse_work(message: Any) -> Record:
    """The record in a `work` message or an item of a `work-list`; raises ShapeError.

    Works of an update that names the work itself are updates of it: it was changed in place.
    """
    if not isinstance(message, dict) or not isinstance(message.get("DOI"), str):
        raise ShapeError("a record without a DOI")
    doi = message["DOI"].strip().lower()
    titles, subtitles = _titles(message)
    updates, notice_for = _updates(message, doi)
    relation = message.get("relation")
    score = message.get("score")
    return Record(
        doi=doi,
        type=text(message.get("type")),
        subtype=text(message.get("subtype")),
        titles=titles,
        subtitles=subtitles,
        containers=_merged(message, "container-title", "short-container-title"),
        authors=parse_names(message.get("author")),
        editors=parse_names(message.get("editor")),
        issued=parse_date(message.get("issued")) or parse_date(message.get("published")),
        printed=parse_date(message.get("published-print")),
        online=parse_date(message.get("published-online")),
        posted=parse_date(message.get("posted")),
        volume=text(message.get("volume")),
        issue=text(message.get("issue")),
        page=text(message.get("page")),
        article_number=text(message.get("article-number")),
        publisher=text(message.get("publisher")),
        issn=texts(message.get("ISSN")),
        isbn=texts(message.get("ISBN")),
        updates=updates,
        notice_for=notice_for,
        preprint_of=_related(relation, "is-preprint-of"),
        has_preprint=_related(relation, "has-preprint"),
        score=float(score) if isinstance(score, int | float) else None,
    )


def _merged(message: dict[str, Any], *keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for key in keys for item in texts(message.get(key))))


def _titles(message: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles with the original one of a translated work last, and subtitles."""
    given = [*_items(message.get("title")), *_items(message.get("original-title"))]
    pairs = [split_title(item) for item in given if isinstance(item, str)]
    titles = dict.fromkeys(title for title, _ in pairs if title)
    marked_up = [subtitle for _, subtitle in pairs if subtitle]
    return tuple(titles), tuple(dict.fromkeys([*texts(message.get("subtitle")), *marked_up]))


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def parse_names(value: Any) -> tuple[Name, ...]:
    """People and organisations in the registry's order; empty entries are dropped."""
    return tuple(name for item in _items(value) if (name := _name(item)))


def _name(item: Any) -> Name | None:
    if not isinstance(item, dict):
        return None
    family, given, suffix, whole = (
        _without_marks(item.get(key)) for key in ("family", "given", "suffix", "name")
    )
    if family:
        return Name(family=family, given=given, suffix=suffix)
    literal = whole or given
    return Name(literal=literal) if literal else None


def _without_marks(value: Any) -> str | None:
    """A name without the footnote marks that stick to it in some deposits."""
    return (clean(value).strip(" ,;*†‡§") or None) if isinstance(value, str) else None


def parse_date(value: Any) -> PartialDate | None:
    """A date of one to three parts; the parts after one that is no number are dropped."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    numbers = list(_numbers(first)) if isinstance(first, list) else []
    for length in range(len(numbers), 0, -1):
        try:
            return PartialDate.of(*numbers[:length])
        except ValueError:
            continue
    return None


def _numbers(parts: list[Any]) -> Iterator[int]:
    for part in parts[:3]:
        digits = str(part).strip()
        if isinstance(part, bool) or not digits.isascii() or not digits.isdigit():
            return
        if not int(digits[:9]):
            return
        yield int(digits[:9])


def _updates(message: dict[str, Any], doi: str) -> tuple[tuple[Update, ...], tuple[Update, ...]]:
    """Notices on this work, and the works that it is a notice for."""
    by = list(_parse_updates(message.get("updated-by"), doi))
    to = list(_parse_updates(message.get("update-to"), doi))
    in_place = [update for update in to if update.doi == doi]
    others = (update for update in to if update.doi != doi)
    return merge_events([*by, *in_place], doi), tuple(dict.fromkeys(others))


def _parse_updates(value: Any, doi: str) -> Iterator[Update]:
    for item in _items(value):
        if isinstance(item, dict):
            kind = normalise_type(text(item.get("type")) or text(item.get("label")) or _UNNAMED)
            yield Update(
                kind=kind_of(kind),
                type=kind,
                doi=(text(item.get("DOI")) or doi).lower(),
                date=_update_date(item.get("updated")),
                source=text(item.get("source")),
            )


def _update_date(value: Any) -> PartialDate | None:
    date = parse_date(value)
    if date or not isinstance(value, dict):
        return date
    try:
        moment = datetime.fromisoformat(str(value.get("date-time")))
    except ValueError:
        return None
    return PartialDate(moment.year, moment.month, moment.day)


def _related(relation: Any, key: str) -> tuple[str, ...]:
    items = _items(relation.get(key)) if isinstance(relation, dict) else []
    dois = (
        normalise(item["id"])
        for item in items
        if isinstance(item, dict)
        and item.get("id-type") == "doi"
        and isinstance(item.get("id"), str)
    )
    return tuple(dict.fromkeys(doi for doi in dois if doi))
