"""doi.org: registration agencies, the handle API, content negotiation."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from standin.messages import Request, Response
from standin.registry import Registry

DOI = re.compile(r"10\.\d{4,}(?:\.\d+)*/\S+", re.IGNORECASE)
PREFIX = re.compile(r"10\.\d{4,}(?:\.\d+)*/?")
CLOUDFLARE = {"server": "cloudflare", "vary": "Origin"}
HTML = {**CLOUDFLARE, "content-type": "text/html;charset=utf-8"}
JSON = {**CLOUDFLARE, "content-type": "application/json;charset=utf-8"}
NEGOTIATED = (
    "application/vnd.citationstyles.csl+json",
    "application/x-bibtex",
    "application/x-research-info-systems",
    "application/vnd.crossref.unixref+xml",
    "application/vnd.crossref.unixsd+xml",
    "application/rdf+xml",
    "text/turtle",
    "text/x-bibliography",
    "application/json",
)
NOT_FOUND_PAGE = (
    b'<!DOCTYPE html>\n<html lang="en-us">\n<head>\n    <meta charset="UTF-8">\n'
    b"    <title>Error: DOI Not Found</title>\n</head>\n"
    b"<body><h1>DOI Not Found</h1></body>\n</html>\n"
)


class DoiOrg:
    """Knows where each agency's records are: `url` gives the base of a service."""

    def __init__(
        self, registry: Registry, url: Callable[[str], str], max_target: int = 8_192
    ) -> None:
        self.registry = registry
        self.url = url
        self.max_target = max_target

    def __call__(self, request: Request) -> Response:
        """Route a request."""
        if len(request.target) > self.max_target:
            return Response(414, b"<html><h1>414 Request-URI Too Large</h1></html>", HTML)
        for route in ("/doiRA/", "/ra/"):
            if request.path.startswith(route):
                return self._agencies(request.path[len(route) :])
        if request.raw_path.startswith("/api/handles/"):
            return self._handle(request)
        return self._resolve(request)

    def _agencies(self, text: str) -> Response:
        """Always 200, one entry for each of the DOIs or prefixes, in their order."""
        body = [self._agency(part.strip()) for part in text.split(",")]
        return Response(200, json.dumps(body, indent=2).encode(), JSON)

    def _agency(self, doi: str) -> dict[str, str]:
        if PREFIX.fullmatch(doi):
            agency = self._agency_of_prefix(doi.rstrip("/"))
            return (
                {"DOI": doi, "RA": agency} if agency else {"DOI": doi, "status": "Unknown prefix"}
            )
        if not DOI.fullmatch(doi):
            return {"DOI": doi, "status": "Invalid DOI"}
        agency = self.registry.agency(doi)
        if agency is None:
            return {"DOI": doi, "status": "DOI does not exist"}
        return {"DOI": doi, "RA": agency}

    def _agency_of_prefix(self, prefix: str) -> str | None:
        known = (self.registry.works, self.registry.datacite, self.registry.elsewhere)
        for records in known:
            for doi in records:
                if doi.startswith(f"{prefix}/"):
                    return self.registry.agency(doi)
        return None

    def _handle(self, request: Request) -> Response:
        """Code 1 found, 100 no such handle (404), 200 no value of the type asked for."""
        raw = request.raw_path[len("/api/handles/") :]
        if "/" not in raw:
            return Response(404, NOT_FOUND_PAGE, HTML)
        handle = request.path[len("/api/handles/") :]
        if self.registry.agency(handle) is None:
            return _json({"responseCode": 100, "handle": handle}, 404)
        url = self.registry.landing_page(handle)
        if url is None or request.parameters.get("type", "URL").upper() != "URL":
            return _json({"responseCode": 200, "handle": handle})
        value = {"index": 1, "type": "URL", "data": {"format": "string", "value": url}}
        return _json({"responseCode": 1, "handle": handle, "values": [value]})

    def _resolve(self, request: Request) -> Response:
        doi = request.path.lstrip("/")
        agency = self.registry.agency(doi)
        if agency is None:
            return Response(404, NOT_FOUND_PAGE, HTML, chunked=True)
        asked = request.headers.get("accept", "*/*")
        if any(mime in asked for mime in NEGOTIATED) and agency in ("Crossref", "DataCite"):
            return _redirect(self._record_url(agency, doi))
        return _redirect(self.registry.landing_page(doi) or f"https://www.doi.org/{doi}")

    def _record_url(self, agency: str, doi: str) -> str:
        if agency == "Crossref":
            return f"{self.url('crossref')}/v1/works/{quote(doi, safe='')}/transform"
        return f"{self.url('datacite')}/{quote(doi, safe='')}"


def _json(value: dict[str, Any], status: int = 200) -> Response:
    return Response(status, json.dumps(value).encode(), JSON)


def _redirect(url: str) -> Response:
    link = f'<a href="{url}">{url}</a>'
    page = f"<html><head><title>Handle Redirect</title></head>\n<body>{link}</body></html>"
    return Response(302, page.encode(), {**HTML, "location": url}, chunked=True)
