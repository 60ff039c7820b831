"""`/works` and every list of works below another route."""

from __future__ import annotations

import base64
import random
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from standin import filters, present
from standin.facets import Facets
from standin.failures import clean_doi
from standin.messages import Request, Response, json_response
from standin.registry import Registry
from standin.validate import WORK_LIST, Pairs, conditions, pairs, validation_failure
from standin.vocabulary import FACETS, TYPES

DEFAULT_ROWS = 20
RANDOM = random.SystemRandom()


@dataclass
class WorkLists:
    """Answers lists of works; remembers the cursors it gave out."""

    registry: Registry
    cursors: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, request: Request, within: Pairs | None = None) -> Response:
        """The list for a request, narrowed by the route's own filters."""
        failure = validation_failure(request, WORK_LIST)
        if failure is not None:
            return failure
        given = request.parameters
        start = int(given.get("offset", 0))
        if given.get("cursor", "*") != "*":
            if given["cursor"] not in self.cursors:
                return cursor_invalid(given["cursor"])
            start = self.cursors[given["cursor"]]
        return json_response(present.envelope("work-list", self._message(request, within, start)))

    def _message(self, request: Request, within: Pairs | None, start: int) -> dict[str, Any]:
        given = request.parameters
        rows = int(given.get("rows", DEFAULT_ROWS))
        scores = self._scores(request, conditions(request) + (within or []))
        if "sample" in given:
            ranked = self._sample(scores, int(given["sample"]))
        else:
            ranked = self._page(request, scores, start, rows)
        message: dict[str, Any] = {"facets": self._facets(given.get("facet"), scores)}
        if "cursor" in given:
            message["next-cursor"] = self._next_cursor(request, start + len(ranked))
        message["total-results"] = len(ranked) if "sample" in given else len(scores)
        message["items"] = self._items(ranked, given.get("select"))
        message["items-per-page"] = rows
        message["query"] = {"start-index": start, "search-terms": given.get("query")}
        return message

    def _scores(self, request: Request, wanted: Pairs) -> dict[int, float]:
        """The works that match, by number, with their scores (0 without a query)."""
        search = self.registry.search
        dois = [clean_doi(value) for name, value in wanted if name == "doi"]
        rest = [(name, value) for name, value in wanted if name != "doi"]
        queries = _queries(request)
        named = self._numbers(dois) if dois else range(len(search.dois))
        scores = search.scores(queries) if queries else dict.fromkeys(named, 0.0)
        if queries and dois:
            scores = {n: scores[n] for n in named if n in scores}
        for hole in self._numbers(request.holes):
            scores.pop(hole, None)
        if not rest:
            return scores
        left = filters.kept(rest, scores, search.facets, self._work)
        return {n: scores[n] for n in left}

    def _numbers(self, dois: Iterable[str]) -> list[int]:
        numbers = self.registry.search.numbers
        return list(dict.fromkeys(numbers[doi] for doi in dois if doi in numbers))

    def _work(self, number: int) -> dict[str, Any]:
        return self.registry.work(self.registry.search.dois[number]) or {}

    def _page(
        self, request: Request, scores: dict[int, float], start: int, rows: int
    ) -> list[tuple[str, float]]:
        search = self.registry.search
        sort = request.parameters.get("sort") or ("score" if _queries(request) else "updated")
        rising = request.parameters.get("order") in ("asc", "1")
        if sort in ("score", "relevance"):
            if not rising:
                return search.best(scores, start, rows)
            order = sorted(scores, key=lambda n: (scores[n], n))
        else:
            key = _sort_key(sort, search.facets, search.dois)
            order = sorted(scores, key=key, reverse=not rising)
        return [(search.dois[n], scores[n]) for n in order[start : start + rows]]

    def _sample(self, scores: dict[int, float], size: int) -> list[tuple[str, float]]:
        chosen = RANDOM.sample(list(scores), min(size, len(scores)))
        return [(self.registry.search.dois[n], 0.0) for n in chosen]

    def _items(self, ranked: list[tuple[str, float]], select: str | None) -> list[dict[str, Any]]:
        names = select.split(",") if select else None
        return [
            present.list_item(work, score, names)
            for doi, score in ranked
            if (work := self.registry.work(doi)) is not None
        ]

    def _next_cursor(self, request: Request, position: int) -> str:
        seed = f"{sorted(request.query)} {position} {RANDOM.random()}".encode()
        cursor = "DnF1ZXJ5VGhlbkZldGNo" + base64.b64encode(seed).decode()
        with self._lock:
            self.cursors[cursor] = position
        return cursor

    def _facets(self, wanted: str | None, scores: dict[int, float]) -> dict[str, Any]:
        """Counts by the fields asked for; `*` alone asks for all."""
        if not wanted:
            return {}
        names = FACETS if wanted in ("*", "t", "T", "1") else [name for name, _ in pairs(wanted)]
        return {name: _counted(FACET_VALUES[name], map(self._work, scores)) for name in names}


def cursor_invalid(cursor: str) -> Response:
    """The answer to a cursor that was never given or is stale: a 404 in JSON."""
    fault = {
        "type": "cursor-invalid",
        "value": cursor,
        "message": "Cursor specified but it is invalid",
    }
    body = {"status": "failed", "message-type": "resource-failure", "message": [fault]}
    answer = json_response(body, 404)
    return Response(404, answer.body, {"content-type": "application/json"}, chunked=True)


def _queries(request: Request) -> dict[str, str]:
    """The searched fields; the plain `query` has the empty name."""
    found = {"": request.parameters["query"]} if request.parameters.get("query") else {}
    for name, text in request.query:
        if name.startswith("query.") and text:
            found[name[len("query.") :]] = text
    return found


def _sort_key(sort: str, facets: Facets, dois: list[str]) -> Callable[[int], Any]:
    column = facets[SORT_COLUMNS[sort]]
    return lambda n: (column[n], zlib.crc32(dois[n].encode()))


SORT_COLUMNS = {
    "created": "created",
    "issued": "issued",
    "published": "issued",
    "published-print": "print",
    "published-online": "online",
    "indexed": "indexed",
    "deposited": "deposited",
    "updated": "deposited",
    "is-referenced-by-count": "cited",
    "references-count": "references",
}


def _counted(values: Callable[[dict[str, Any]], list[str]], works: Any) -> dict[str, Any]:
    counts = Counter(value for work in works for value in values(work))
    return {"value-count": len(counts), "values": dict(counts.most_common(100))}


def _issued_year(work: dict[str, Any]) -> list[str]:
    year = (work.get("issued") or {}).get("date-parts", [[None]])[0][0]
    return [] if year is None else [str(year)]


FACET_VALUES: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "type-name": lambda work: [TYPES.get(work.get("type", ""), "Other")],
    "published": _issued_year,
    "issn": lambda work: list(work.get("ISSN") or ()),
    "container-title": lambda work: list(work.get("container-title") or ()),
    "publisher-name": lambda work: [work["publisher"]] if work.get("publisher") else [],
    "update-type": lambda work: [u["type"] for u in work.get("update-to") or ()],
    "source": lambda work: [work.get("source", "Crossref")],
    "relation-type": lambda work: list(work.get("relation") or ()),
}
