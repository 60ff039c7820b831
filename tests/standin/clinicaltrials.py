"""ClinicalTrials.gov, API version 2: studies by their number."""

from __future__ import annotations

import json
import re
from typing import Any

from standin.messages import Request, Response
from standin.registry import Registry

NCT = re.compile(r"NCT\d{8}", re.IGNORECASE)
ROUTE = "/api/v2/studies"
TEXT = {"content-type": "text/plain; charset=UTF-8"}
JSON = {"content-type": "application/json"}
PARAMETERS = frozenset({"format", "markupFormat", "fields", "filter.ids", "pageSize", "countTotal"})
DEFAULT_PAGE = 10
PIECES = {
    "phase": "phases",
    "condition": "conditions",
    "enrollmentcount": "enrollmentInfo",
    "enrollmenttype": "enrollmentInfo",
    "interventionname": "interventions",
    "referencepmid": "references",
}


class ClinicalTrials:
    """Answers for the studies of the registry; errors are plain text, as there."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __call__(self, request: Request) -> Response:
        """Route a request."""
        path = request.path.rstrip("/")
        for name in request.parameters:
            if name not in PARAMETERS:
                return _text(400, f"`{name}` is unknown parameter")
        if path == "/api/v2/version":
            return _json({"apiVersion": "2.0.5", "dataTimestamp": "2026-11-20T09:00:05"})
        if path == ROUTE:
            return self._several(request)
        if path.startswith(f"{ROUTE}/"):
            return self._one(path[len(ROUTE) + 1 :], request)
        return _text(404, "Not Found")

    def _one(self, number: str, request: Request) -> Response:
        if not NCT.fullmatch(number):
            return _text(400, "Parameter `nctId` has incorrect format")
        key = number.upper()
        if key in self.registry.study_aliases:
            return Response(301, b"", {"location": f"{ROUTE}/{self.registry.study_aliases[key]}"})
        study = self.registry.studies.get(key)
        if study is None:
            return _text(404, f"NCT number {key} not found")
        return _json(_selected(study, request.parameters.get("fields")))

    def _several(self, request: Request) -> Response:
        """The studies named in `filter.ids`; unknown ones are silently absent."""
        given = request.parameters
        numbers = [n for n in re.split(r"[,|\s]+", given.get("filter.ids", "")) if n]
        for place, number in enumerate(numbers, start=1):
            if not NCT.fullmatch(number):
                text = f"Item {place} in parameter `filter.ids` has incorrect format"
                return _text(400, text)
        found = [self.registry.studies.get(number.upper()) for number in numbers]
        studies = [_selected(study, given.get("fields")) for study in found if study]
        return _json({"studies": studies[: int(given.get("pageSize", DEFAULT_PAGE))]})


def _selected(study: dict[str, Any], fields: str | None) -> dict[str, Any]:
    """The parts of a study that `fields` names, by path, module or piece."""
    if not fields:
        return study
    wanted = {name.rpartition(".")[2].lower() for name in re.split(r"[,|]", fields)}
    names = {PIECES.get(name, name).lower() for name in wanted}
    return _pruned(study, names) or {}


def _pruned(node: Any, names: set[str]) -> Any:
    if not isinstance(node, dict):
        return None
    kept = {
        key: value if key.lower() in names else _pruned(value, names) for key, value in node.items()
    }
    return {key: value for key, value in kept.items() if value is not None} or None


def _text(status: int, text: str) -> Response:
    return Response(status, text.encode(), TEXT)


def _json(value: Any) -> Response:
    return Response(200, json.dumps(value).encode(), JSON)
