"""Crossref's REST API: records one by one and in batches, and search.

A DOI that a batch leaves out is not missing (batches have holes, and aliases never appear in
them), and a 404 only says that Crossref does not hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from claimcheck.compare.dois import is_doi_shaped
from claimcheck.model.evidence import Record
from claimcheck.sources.batching import LONGEST_URL, batches
from claimcheck.sources.codec import ShapeError
from claimcheck.sources.crossref_records import parse_work
from claimcheck.sources.http import Http, Lane, Service
from claimcheck.sources.pacing import Rate
from claimcheck.sources.replies import Body, Question, Reply
from claimcheck.sources.settings import Network
from claimcheck.sources.texts import percent

MOST_ROWS = 1000

# Limits since 1 December 2025 (DOI 10.64000/wadve-3tj60), valid until an answer announces others.
PUBLIC_SINGLE = Rate(5, 1.0, 1)
PUBLIC_ARRAY = Rate(1, 1.0, 1)
POLITE_SINGLE = Rate(10, 1.0, 3)
POLITE_ARRAY = Rate(3, 1.0, 3)

_SELECT = ",".join(
    (
        *("DOI", "type", "title", "subtitle", "original-title"),
        *("container-title", "short-container-title", "author", "editor"),
        *("issued", "published", "published-print", "published-online", "posted"),
        *("volume", "issue", "page", "article-number", "publisher", "ISSN", "ISBN"),
        *("updated-by", "update-to", "relation"),
    )
)


class Crossref:
    """Questions to Crossref, over the lanes of single records and of lists."""

    name = "crossref"

    def __init__(self, http: Http, network: Network) -> None:
        self._http = http
        self._base = network.crossref_url.rstrip("/")
        self.service = Service("Crossref")
        polite = network.mailto is not None
        self.single = Lane(self.service, POLITE_SINGLE if polite else PUBLIC_SINGLE)
        self.array = Lane(self.service, POLITE_ARRAY if polite else PUBLIC_ARRAY)

    def batches(self, dois: Iterable[str]) -> list[tuple[str, ...]]:
        """`dois` in groups that one list request can ask for; those that none can stand alone.

        A list request fails as a whole for one that is not shaped like a DOI.
        """
        return batches(dois, self._list_url, lambda doi: "," not in doi and is_doi_shaped(doi))

    def works(self, dois: Sequence[str]) -> Reply[dict[str, Record]]:
        """The records of `dois` by DOI; one that is absent has to be asked for by `work`."""

        def read(body: Body) -> dict[str, Record]:
            records = (replace(record, score=None) for record in _read_list(body))
            return {record.doi: record for record in records if record.doi in dois}

        return self._http.ask(self.array, Question(self._list_url(dois), read))

    def work(self, doi: str) -> Reply[Record]:
        """The record of one DOI, or of the prime DOI that it is an alias of."""

        def read(body: Body) -> Record:
            record = parse_work(_message(body, "work"))
            if record.doi != doi and not body.redirected:
                raise ShapeError("the record of another DOI")
            return replace(record, score=None)

        url = f"{self._base}/works/{percent(doi, ':()')}"
        return self._http.ask(self.single, Question(url, read, _says_not_found))

    def search(self, text: str, rows: int) -> Reply[tuple[Record, ...]]:
        """The works whose bibliographic data resemble `text`, best first."""
        route = f"{self._base}/works?rows={min(rows, MOST_ROWS)}&select={_SELECT},score"
        room = LONGEST_URL - len(route)
        query = percent(text)
        while len(query) > room:
            text = text[: len(text) * room // len(query)]
            query = percent(text)
        url = f"{route}&query.bibliographic={query}"
        return self._http.ask(self.array, Question(url, lambda body: tuple(_read_list(body))))

    def _list_url(self, dois: Sequence[str]) -> str:
        wanted = ",".join(f"doi:{percent(doi, '/:()')}" for doi in dois)
        return f"{self._base}/works?filter={wanted}&rows={len(dois)}&select={_SELECT}"


def _message(body: Body, kind: str) -> Any:
    data = body.json
    if not isinstance(data, dict) or data.get("status") != "ok" or data.get("message-type") != kind:
        raise ShapeError("something else than what was asked for")
    return data.get("message")


def _read_list(body: Body) -> list[Record]:
    """The items that are records; one that is not must not cost us the others."""
    message = _message(body, "work-list")
    items = message.get("items") if isinstance(message, dict) else None
    if not isinstance(items, list):
        raise ShapeError("a list without items")
    return [parse_work(item) for item in items if isinstance(item, dict) and item.get("DOI")]


def _says_not_found(body: Body) -> bool:
    return body.status == 404 and body.text.strip().startswith("Resource not found")
