"""DataCite's REST API, where preprint servers, repositories and data archives register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from claimcheck.model.evidence import Record
from claimcheck.sources.batching import batches
from claimcheck.sources.codec import ShapeError
from claimcheck.sources.datacite_records import parse_datacite
from claimcheck.sources.http import Http, Lane, Service
from claimcheck.sources.pacing import Rate
from claimcheck.sources.replies import Body, Question, Reply
from claimcheck.sources.settings import Network
from claimcheck.sources.texts import percent

_KNOWN = Rate(3, 1.0, 2)
_ANONYMOUS = Rate(1, 1.0, 1)
"""1,000 requests in five minutes with a contact address, fewer without (2026, unconfirmed)."""


class DataCite:
    """Questions to DataCite."""

    name = "datacite"

    def __init__(self, http: Http, network: Network) -> None:
        self._http = http
        self._base = network.datacite_url.rstrip("/")
        self.service = Service("DataCite")
        self.lane = Lane(self.service, _KNOWN if network.mailto else _ANONYMOUS)

    def batches(self, dois: Iterable[str]) -> list[tuple[str, ...]]:
        """`dois` in groups that one request can ask for."""
        return batches(dois, self._list_url)

    def records(self, dois: Sequence[str]) -> Reply[dict[str, Record]]:
        """The records of `dois` by DOI; those that are absent have to be asked for by `record`."""

        def read(body: Body) -> dict[str, Record]:
            items = _data(body)
            if not isinstance(items, list):
                raise ShapeError("a list without items")
            records = (parse_datacite(item) for item in items)
            return {record.doi: record for record in records if record.doi in dois}

        return self._http.ask(self.lane, Question(self._list_url(dois), read))

    def record(self, doi: str) -> Reply[Record]:
        """The record of one DOI."""

        def read(body: Body) -> Record:
            record = parse_datacite(_data(body))
            if record.doi != doi:
                raise ShapeError("the record of another DOI")
            return record

        url = f"{self._base}/dois/{percent(doi, ':()')}"
        return self._http.ask(self.lane, Question(url, read, _says_not_found))

    def _list_url(self, dois: Sequence[str]) -> str:
        ids = ",".join(percent(doi, "/:()") for doi in dois)
        return f"{self._base}/dois?ids={ids}&page%5Bsize%5D={len(dois)}"


def _data(body: Body) -> Any:
    answer = body.json
    if not isinstance(answer, dict) or "data" not in answer:
        raise ShapeError("something else than what was asked for")
    return answer["data"]


def _says_not_found(body: Body) -> bool:
    answer = body.json
    errors = answer.get("errors") if isinstance(answer, dict) else None
    return body.status == 404 and isinstance(errors, list) and bool(errors)
