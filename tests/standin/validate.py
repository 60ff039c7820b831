"""The 400s: every fault of a request is named, in Crossref's words.

The order of the checks and the texts are those of the public server source of 2019; names in
filter and select messages stand in quotes since 2026.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from standin.failures import Failures, check_filter_value
from standin.messages import Request, Response, json_response
from standin.search import FIELDS
from standin.vocabulary import FACETS, PARAMETERS, SELECTS, SORT_FIELDS, WORK_FILTERS

MAX_ROWS = 1000
MAX_SAMPLE = 100
MAX_OFFSET = 10_000
CURSOR_HINT = " Use the cursor parameter to page further into result sets."
ORDERS = ("asc", "desc", "1", "-1")
WILDCARD_FACETS = ("*", "t", "T", "1")
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Route:
    """What a route takes; a singleton takes nothing but a contact address."""

    singleton: bool = False
    selects: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    works: bool = False


WORK_LIST = Route(selects=SELECTS, filters=WORK_FILTERS, works=True)
SINGLETON = Route(singleton=True)


def validation_failure(request: Request, route: Route) -> Response | None:
    """The 400 for a request that the route cannot serve, None for a good one."""
    failures = Failures()
    for check in CHECKS:
        check(failures, request, route)
    if not failures.found:
        return None
    body = {
        "status": "failed",
        "message-type": "validation-failure",
        "message": failures.found,
    }
    return _chunked(json_response(body, 400, "application/json;charset=utf-8"))


def pairs(text: str) -> Pairs:
    """The `name:value` pairs of a filter or facet, split at every comma.

    Crossref drops a piece that begins with a blank if the text holds a colon anywhere.
    """
    split = (piece.partition(":") for piece in _pieces(text))
    return [(name, value) for name, _, value in split]


def _pieces(text: str) -> list[str]:
    return [p for p in text.split(",") if not (p.startswith(" ") and ":" in text)]


def conditions(request: Request) -> Pairs:
    """The filter of a request."""
    text = request.parameters.get("filter")
    return pairs(text) if text else []


def _chunked(response: Response) -> Response:
    headers = {"content-type": response.headers["content-type"], "vary": "Accept"}
    return Response(response.status, response.body, headers, chunked=True)


def _parameters(failures: Failures, request: Request, route: Route) -> None:
    for name in request.parameters:
        if name not in PARAMETERS and not name.startswith("query."):
            text = "specified but there is no such parameter available on any route"
            failures.add("unknown-parameter", name, f"Parameter {name} {text}")


def _pair_lists(failures: Failures, request: Request, route: Route) -> None:
    for name, also in (("facet", WILDCARD_FACETS), ("filter", ())):
        text = request.parameters.get(name)
        if not text or text in also:
            continue
        if not all(":" in piece for piece in _pieces(text)):
            message = (
                f"Pair list form specified as '{text}' but should be of"
                " the form: key:val,...,keyN:valN"
            )
            failures.add("pair-list-form-invalid", text, message)


def _paging(failures: Failures, request: Request, route: Route) -> None:
    given = request.parameters
    if route.singleton:
        for name in ("rows", "sample", "offset"):
            failures.forbid(name, request)
    elif not route.works:
        failures.forbid("sample", request)
    elif "sample" in given and ("rows" in given or "offset" in given):
        text = "Sample cannot be combined with rows or offset"
        failures.add("sample-with-rows-or-offset", "sample", text)
    failures.integer(given.get("rows"), MAX_ROWS)
    failures.integer(given.get("sample"), MAX_SAMPLE)
    failures.integer(given.get("offset"), MAX_OFFSET, CURSOR_HINT)


def _window(failures: Failures, request: Request, route: Route) -> None:
    """Offset and rows together stay within the first 10,000."""
    given = request.parameters
    if route.works and "offset" in given and not failures.found:
        end = int(given["offset"]) + int(given.get("rows", 20))
        failures.integer(str(end), MAX_OFFSET, CURSOR_HINT)


def _cursor(failures: Failures, request: Request, route: Route) -> None:
    if not route.works:
        failures.forbid("cursor", request)
    elif "cursor" in request.parameters and {"offset", "sample"} & request.parameters.keys():
        text = "Cursor cannot be combined with offset or sample"
        failures.add("cursor-with-offset-or-sample", "cursor", text)


def _ordering(failures: Failures, request: Request, route: Route) -> None:
    if not route.works:
        failures.forbid("order", request)
        failures.forbid("sort", request)
        return
    given = request.parameters
    failures.one_of(given.get("order"), "sort-order-not-valid", "Sort order", ORDERS)
    failures.one_of(given.get("sort"), "sort-field-not-valid", "Sort field", SORT_FIELDS)


def _select(failures: Failures, request: Request, route: Route) -> None:
    if not route.selects:
        failures.forbid("select", request)
        return
    for name in dict.fromkeys(request.parameters.get("select", "").split(",")):
        if "select" in request.parameters and name not in route.selects:
            failures.unavailable("select", name, route.selects)


def _facet(failures: Failures, request: Request, route: Route) -> None:
    if not route.works:
        failures.forbid("facet", request)
        return
    text = request.parameters.get("facet")
    if not text or text in WILDCARD_FACETS:
        return
    for name, _ in pairs(text):
        if name not in FACETS:
            failures.unavailable("facet", name, (*FACETS, "*"), f"Facet {name} specified but")


def _filter(failures: Failures, request: Request, route: Route) -> None:
    if not route.filters:
        failures.forbid("filter", request)
        return
    given = conditions(request)
    for name in dict.fromkeys(name for name, _ in given):
        if name not in route.filters:
            failures.unavailable("filter", name, route.filters)
    for name, value in given:
        if name in route.filters:
            check_filter_value(failures, name, value)


def _queries(failures: Failures, request: Request, route: Route) -> None:
    if route.singleton:
        failures.forbid("query", request)
    fields = [name[len("query.") :] for name in request.parameters if name.startswith("query.")]
    if fields and not route.works:
        text = "This route does not support field query parameters"
        failures.add("parameter-not-allowed", "query.*", text)
        return
    valid = [name for name in FIELDS if name]
    for name in fields:
        if name not in valid:
            label = f"Field query {name} specified byt"  # the slip is Crossref's
            failures.unavailable("field query", name, valid, label)


CHECKS: tuple[Callable[[Failures, Request, Route], None], ...] = (
    _parameters,
    _pair_lists,
    _paging,
    _window,
    _cursor,
    _ordering,
    _select,
    _facet,
    _filter,
    _queries,
)
