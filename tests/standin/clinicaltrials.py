"""ClinicalTrials.gov, API version 2: studies by their number."""

from __future__ import annotations

import json
import re
from typing import Any

from standin.messages import Request, Response
from standin.registry import Registry

NCT = re.compile(r"NCT\d{8}", re.IGNORECASE)
ROUTE = "/api/v2/studies"
TEXT = {"content-type": "text/plain; charset=utf-8"}
JSON = {"content-type": "application/json"}
DEFAULT_PAGE = 10


class ClinicalTrials:
    """Answers for the studies of the registry; errors are plain text, as there."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __call__(self, request: Request) -> Response:
        """Route a request."""
        path = request.path.rstrip("/")
        if path == "/api/v2/version":
            return _json({"apiVersion": "2.0.5", "dataTimestamp": "2026-11-20T09:00:05"})
        if path == ROUTE:
            return self._several(request)
        if path.startswith(f"{ROUTE}/"):
            return self._one(path[len(ROUTE) + 1 :])
        return Response(404, b"Not Found", TEXT)

    def _one(self, number: str) -> Response:
        if not NCT.fullmatch(number):
            return Response(400, f"Parameter nctId has incorrect format: {number}".encode(), TEXT)
        key = number.upper()
        if key in self.registry.study_aliases:
            return Response(301, b"", {"location": f"{ROUTE}/{self.registry.study_aliases[key]}"})
        study = self.registry.studies.get(key)
        if study is None:
            return Response(404, f"NCT number {key} not found".encode(), TEXT)
        return _json(study)

    def _several(self, request: Request) -> Response:
        """The studies named in `filter.ids`; unknown ones are silently absent."""
        numbers = re.split(r"[,|\s]+", request.parameters.get("filter.ids", "").upper())
        size = int(request.parameters.get("pageSize", DEFAULT_PAGE))
        found = [self.registry.studies[n] for n in numbers if n in self.registry.studies]
        return _json({"studies": found[:size]})


def _json(value: Any) -> Response:
    return Response(200, json.dumps(value).encode(), JSON)
