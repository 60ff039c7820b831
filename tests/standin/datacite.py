"""DataCite's REST API: one record, several by `ids`, and content negotiation for doi.org."""

from __future__ import annotations

import json
from typing import Any

from standin.messages import Request, Response
from standin.registry import Record, Registry

JSON = {"content-type": "application/json; charset=utf-8", "vary": "Accept-Encoding, Origin"}
MISSING = {
    "errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]
}
DEFAULT_PAGE = 25
MAX_PAGE = 1000


class DataCite:
    """Answers for the records of the registry."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __call__(self, request: Request) -> Response:
        """Route a request."""
        path = request.path.rstrip("/")
        if path == "/dois":
            return self._several(request)
        if path.startswith("/dois/"):
            return self._one(path[len("/dois/") :])
        return self._csl(path.lstrip("/"))

    def _one(self, doi: str) -> Response:
        record = self.registry.datacite.get(doi.lower())
        return _json(MISSING, 404) if record is None else _json({"data": record})

    def _several(self, request: Request) -> Response:
        """Without `ids` all records; unknown ids are silently absent."""
        given = request.parameters
        ids = given.get("ids")
        wanted = ids.lower().split(",") if ids else list(self.registry.datacite)
        found = [self.registry.datacite[doi] for doi in wanted if doi in self.registry.datacite]
        size = min(int(given.get("page[size]", DEFAULT_PAGE)), MAX_PAGE)
        page = int(given.get("page[number]", 1))
        meta = {"total": len(found), "totalPages": -(-len(found) // max(1, size)), "page": page}
        return _json({"data": found[(page - 1) * size : page * size], "meta": meta, "links": {}})

    def _csl(self, doi: str) -> Response:
        record = self.registry.datacite.get(doi.lower())
        if record is None:
            return _json(MISSING, 404)
        content = json.dumps(_csl_json(record)).encode()
        return Response(200, content, {"content-type": "application/vnd.citationstyles.csl+json"})


def _csl_json(record: Record) -> dict[str, Any]:
    facts = record["attributes"]
    people = [
        {"family": c["familyName"], "given": c.get("givenName", "")}
        if "familyName" in c
        else {"literal": c["name"]}
        for c in facts["creators"]
    ]
    return {
        "type": facts["types"].get("citeproc", "article"),
        "id": f"https://doi.org/{facts['doi']}",
        "DOI": facts["doi"].upper(),
        "title": facts["titles"][0]["title"],
        "author": people,
        "publisher": facts["publisher"],
        "issued": {"date-parts": [[facts["publicationYear"]]]},
        "URL": facts["url"],
    }


def _json(value: Any, status: int = 200) -> Response:
    return Response(status, json.dumps(value).encode(), JSON)
