"""What faults put in the place of an answer, or do to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

from standin.faults import Fault
from standin.limits import Pool, Refusal, limit_headers
from standin.messages import Request, Response

BALANCER = {"server": "awselb/2.0", "content-type": "text/html"}
TOO_MANY = (
    b"<html><body><h1>429 Too Many Requests</h1>\n"
    b"You have sent too many requests in a given amount of time.\n</body></html>\n"
)
BALANCER_TEXTS = {
    "403": "403 Forbidden",
    "500": "500 Internal Server Error",
    "502": "502 Bad Gateway",
    "503": "503 Service Temporarily Unavailable",
    "504": "504 Gateway Time-out",
}


def refusal(shape: Refusal, pool: Pool | None) -> Response:
    """A 429: an empty one, or with the old HTML body, limit headers and `Retry-After`."""
    headers = {"content-type": "text/html", "cache-control": "no-cache"} if shape.body else {}
    if shape.headers and pool is not None:
        headers |= limit_headers(pool)
    if shape.retry_after is not None:
        headers["retry-after"] = shape.retry_after
    return Response(429, TOO_MANY if shape.body else b"", headers)


def _balancer_page(fault: Fault, request: Request) -> Response:
    title = BALANCER_TEXTS[fault.kind]
    page = (
        f"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n"
        f"<center><h1>{title}</h1></center>\r\n</body>\r\n</html>\r\n"
    )
    headers = dict(BALANCER)
    if fault.retry_after is not None:
        headers["retry-after"] = fault.retry_after
    return Response(int(fault.kind), page.encode() if fault.body else b"", headers)


def _too_many(fault: Fault, request: Request) -> Response:
    return refusal(Refusal(body=fault.body, retry_after=fault.retry_after), None)


def _html_page(fault: Fault, request: Request) -> Response:
    page = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>Wi-Fi</body></html>"
    status = 404 if fault.kind == "html-404" else 200
    return Response(status, page, {"content-type": "text/html; charset=utf-8"})


def _empty(fault: Fault, request: Request) -> Response:
    return Response(200, b"", {"content-type": "application/json"})


def _odd_json(fault: Fault, request: Request) -> Response:
    return Response(200, b'{"message":"Internal error"}', {"content-type": "application/json"})


def _redirect_loop(fault: Fault, request: Request) -> Response:
    return Response(301, b"", {"location": request.target})


REPLACEMENTS: dict[str, Callable[[Fault, Request], Response]] = {
    "429": _too_many,
    **dict.fromkeys(BALANCER_TEXTS, _balancer_page),
    "html": _html_page,
    "html-404": _html_page,
    "empty": _empty,
    "odd-json": _odd_json,
    "redirect-loop": _redirect_loop,
    "reset": lambda fault, request: Response(0, delivery="reset"),
}


def replacement(faults: Iterable[Fault], request: Request) -> Response | None:
    """The answer of the first fault that answers instead of the service."""
    for fault in faults:
        if fault.kind in REPLACEMENTS:
            return REPLACEMENTS[fault.kind](fault, request)
    return None


def spoil(response: Response, faults: Iterable[Fault]) -> Response:
    """The answer after the faults that damage bodies and headers."""
    for fault in faults:
        if fault.kind in SPOILERS:
            response = SPOILERS[fault.kind](response, fault)
    return response


def _truncate_json(response: Response, fault: Fault) -> Response:
    """Half a document that claims to be whole: the length agrees, the JSON does not."""
    body = response.body[: max(1, int(len(response.body) * fault.keep))]
    return replace(response, body=body)


def _cut(response: Response, fault: Fault) -> Response:
    """Promise the whole body, send a part and close."""
    keep = int(len(response.body) * fault.keep)
    return replace(response, cut=keep, chunked=False)


def _stale_headers(response: Response, fault: Fault) -> Response:
    """The pool names and the rate from before the limits changed."""
    name = response.headers.get("x-api-pool")
    if name is None:
        return response
    stale = {"x-api-pool": name.partition("-")[0], "x-rate-limit-limit": str(fault.rate)}
    headers = {**response.headers, **stale}
    headers.pop("x-concurrency-limit", None)
    return replace(response, headers=headers)


def _no_limit_headers(response: Response, fault: Fault) -> Response:
    kept = {
        name: value
        for name, value in response.headers.items()
        if name != "x-api-pool" and not name.startswith(("x-rate-limit", "x-concurrency"))
    }
    return replace(response, headers=kept)


SPOILERS: dict[str, Callable[[Response, Fault], Response]] = {
    "truncated-json": _truncate_json,
    "cut": _cut,
    "stale-headers": _stale_headers,
    "no-limit-headers": _no_limit_headers,
}


def admin_json(value: object, status: int = 200) -> Response:
    """An answer of the admin route, for people to read."""
    body = json.dumps(value, indent=1).encode() + b"\n"
    return Response(status, body, {"content-type": "application/json"})
