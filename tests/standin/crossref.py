"""The routes of api.crossref.org, each also below `/v1`."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from standin import directory, present, transform
from standin.failures import clean_doi
from standin.limits import PLUS_TOKEN
from standin.messages import Request, Response, json_response, plain_response
from standin.registry import Registry
from standin.validate import SINGLETON, validation_failure
from standin.worklist import WorkLists

NOT_FOUND = "Resource not found."
JSON_UTF8 = "application/json;charset=utf-8"
TRANSFORM = re.compile(r"(?P<doi>.+?)/transform(?:/(?P<mime>[\w.+-]+/[\w.+-]+))?")
AGENCY_IDS = {"Crossref": "crossref", "DataCite": "datacite", "mEDRA": "medra", "JaLC": "jalc"}


class Crossref:
    """Answers one request at a time; `max_target` is the longest URL before a 414."""

    def __init__(self, registry: Registry, max_target: int = 6_500) -> None:
        self.registry = registry
        self.max_target = max_target
        self.lists = WorkLists(registry)

    def __call__(self, request: Request) -> Response:
        """Route a request."""
        if len(request.target) > self.max_target:
            return plain_response(414, "", "text/plain")
        if request.headers.get("crossref-plus-api-token", PLUS_TOKEN) != PLUS_TOKEN:
            return plain_response(401, "Unauthorized")
        if request.method not in ("GET", "HEAD"):
            return plain_response(405, "Method not allowed.")
        path = re.sub(r"^/v1(?=/)", "", request.path)
        if path.rstrip("/") == "/works":
            return self.lists.answer(request)
        if path.startswith("/works/"):
            return self._work_route(request, path[len("/works/") :])
        return directory.answer(request, path.strip("/"), self.registry, self.lists)

    def _work_route(self, request: Request, rest: str) -> Response:
        failure = validation_failure(request, SINGLETON)
        if failure is not None:
            return failure
        if rest.endswith("/agency"):
            return self._agency(rest.removesuffix("/agency"))
        if asked := TRANSFORM.fullmatch(rest):
            return self._transform(request, asked["doi"], asked["mime"])
        return self._work(rest)

    def _work(self, doi: str) -> Response:
        key = clean_doi(doi)
        if key in self.registry.aliases:
            prime = self.registry.aliases[key]
            return Response(301, b"", {"location": f"/works/{quote(prime, safe='')}"})
        work = self.registry.work(key)
        if work is None:
            return plain_response(404, NOT_FOUND)
        return json_response(present.envelope("work", present.singleton(work)))

    def _agency(self, doi: str) -> Response:
        agency = self.registry.agency(clean_doi(doi))
        if agency is None:
            return plain_response(404, NOT_FOUND, JSON_UTF8)
        identifier = AGENCY_IDS.get(agency, agency.lower())
        message: dict[str, Any] = {
            "DOI": clean_doi(doi),
            "agency": {"id": identifier, "label": agency},
        }
        body = json_response(present.envelope("work-agency", message)).body
        return Response(200, body, {"content-type": JSON_UTF8, "vary": "Accept"}, chunked=True)

    def _transform(self, request: Request, doi: str, mime: str | None) -> Response:
        key = clean_doi(doi)
        work = self.registry.work(self.registry.aliases.get(key, key))
        if work is None:
            return plain_response(404, NOT_FOUND, JSON_UTF8)
        return transform.transformed(work, mime or request.headers.get("accept", "*/*"))
