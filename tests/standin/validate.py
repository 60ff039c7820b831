"""The 400s: every fault of a request is named, in Crossref's words.

The order of the checks and the texts are those of the public server source of 2019; names in
filter and select messages stand in quotes since 2026.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from standin.messages import Request, Response, json_response
from standin.search import FIELDS
from standin.vocabulary import (
    FACETS,
    PARAMETERS,
    SELECTS,
    SORT_FIELDS,
    TYPES,
    WORK_FILTERS,
)

MAX_ROWS = 1000
MAX_SAMPLE = 100
MAX_OFFSET = 10_000
CURSOR_HINT = " Use the cursor parameter to page further into result sets."
WILDCARD_FACETS = ("*", "t", "T", "1")
BOOLEANS = ("t", "true", "1", "f", "false", "0")
DOI = re.compile(r"10\.\d{4,}(?:\.\d+)*/\S+")
DOI_URL = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:\s*", re.IGNORECASE)
ISSN = re.compile(
    r"(?:https?://id\.crossref\.org/issn/|http://id\.crossref\.org/issn/)?\d{4}-?\d{3}[\dXx]"
)
PREFIX = re.compile(r"(?:https?://id\.crossref\.org/prefix/)?10\.\d{4,}(?:\.\d+)*")
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Route:
    """What a route takes; a singleton takes nothing but a contact address."""

    singleton: bool = False
    selects: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    works: bool = False


WORK_LIST = Route(selects=tuple(SELECTS), filters=tuple(WORK_FILTERS), works=True)
SINGLETON = Route(singleton=True)


@dataclass
class Failures:
    """The faults found so far."""

    found: list[dict[str, str]] = field(default_factory=list)

    def add(self, kind: str, value: str, message: str) -> None:
        """One more."""
        self.found.append({"type": kind, "value": value, "message": message})

    def forbid(self, parameter: str, request: Request) -> None:
        """This route does not take the parameter."""
        if parameter in request.parameters:
            text = f"This route does not support {parameter}"
            self.add("parameter-not-allowed", parameter, text)


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
    pieces = [p for p in text.split(",") if not (p.startswith(" ") and ":" in text)]
    return [(name, value) for name, _, value in (piece.partition(":") for piece in pieces)]


def clean_doi(text: str) -> str:
    """A DOI without the resolver in front of it, lower-case."""
    return DOI_URL.sub("", text.strip()).lower()


def _chunked(response: Response) -> Response:
    headers = {"content-type": response.headers["content-type"], "vary": "Accept"}
    return Response(response.status, response.body, headers, chunked=True)


def _parameters(failures: Failures, request: Request, route: Route) -> None:
    for name in request.parameters:
        if name not in PARAMETERS and not name.startswith("query."):
            text = (
                f"Parameter {name} specified but there is no such parameter available on any route"
            )
            failures.add("unknown-parameter", name, text)


def _pair_lists(failures: Failures, request: Request, route: Route) -> None:
    for name, also in (("facet", WILDCARD_FACETS), ("filter", ())):
        text = request.parameters.get(name)
        if not text or text in also:
            continue
        pieces = [p for p in text.split(",") if not (p.startswith(" ") and ":" in text)]
        if not all(":" in piece for piece in pieces):
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
    _integer(failures, given.get("rows"), MAX_ROWS)
    _integer(failures, given.get("sample"), MAX_SAMPLE)
    _integer(failures, given.get("offset"), MAX_OFFSET, CURSOR_HINT)


def _integer(failures: Failures, text: str | None, most: int, hint: str = "") -> None:
    if text is None or (re.fullmatch(r"[0-9]+", text) and int(text) <= most):
        return
    message = f"Integer specified as {text} but must be a positive integer less than or equal to {most}. {hint}"
    failures.add("integer-not-valid", text, message)


def _window(failures: Failures, request: Request, route: Route) -> None:
    """Offset and rows together stay within the first 10,000."""
    rows, offset = request.parameters.get("rows", "20"), request.parameters.get("offset", "0")
    if (
        route.works
        and rows.isdigit()
        and offset.isdigit()
        and int(offset) <= MAX_OFFSET < int(rows) + int(offset)
    ):
        _integer(failures, str(int(rows) + int(offset)), MAX_OFFSET, CURSOR_HINT)


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
    _one_of(
        failures,
        given.get("order"),
        "sort-order-not-valid",
        "Sort order",
        ("asc", "desc", "1", "-1"),
    )
    _one_of(failures, given.get("sort"), "sort-field-not-valid", "Sort field", SORT_FIELDS)


def _one_of(
    failures: Failures, value: str | None, kind: str, name: str, valid: Iterable[str]
) -> None:
    if value is not None and value not in valid:
        failures.add(
            kind, value, f"{name} specified as {value} but must be one of: {', '.join(valid)}"
        )


def _select(failures: Failures, request: Request, route: Route) -> None:
    if not route.selects:
        failures.forbid("select", request)
        return
    for name in dict.fromkeys(request.parameters.get("select", "").split(",")):
        if "select" in request.parameters and name not in route.selects:
            message = (
                f"Select '{name}' specified but there is no such select for this route."
                f" Valid selects for this route are: {', '.join(route.selects)}"
            )
            failures.add("select-not-available", name, message)


def _facet(failures: Failures, request: Request, route: Route) -> None:
    if not route.works:
        failures.forbid("facet", request)
        return
    text = request.parameters.get("facet")
    if not text or text in WILDCARD_FACETS:
        return
    for name, _ in pairs(text):
        if name not in FACETS:
            message = (
                f"Facet {name} specified but there is no such facet for this route."
                f" Valid facets for this route are: {', '.join((*FACETS, '*'))}"
            )
            failures.add("facet-not-available", name, message)


def _filter(failures: Failures, request: Request, route: Route) -> None:
    if not route.filters:
        failures.forbid("filter", request)
        return
    given = pairs(request.parameters.get("filter", "")) if request.parameters.get("filter") else []
    for name in dict.fromkeys(name for name, _ in given):
        if name not in route.filters:
            message = (
                f"Filter '{name}' specified but there is no such filter for this route."
                f" Valid filters for this route are: {', '.join(route.filters)}"
            )
            failures.add("filter-not-available", name, message)
    for name, value in given:
        if name in route.filters:
            _filter_value(failures, name, value)


def _filter_value(failures: Failures, name: str, value: str) -> None:
    if name in ("doi", "updates"):
        _doi(failures, value)
    elif name == "issn" and not ISSN.fullmatch(value):
        message = f"ISSN specified as {value} but must be of the form: aaaa-aaab where a is a digit, and b is a digit or 'X'"
        failures.add("issn-not-valid", value, message)
    elif name == "prefix" and not PREFIX.fullmatch(value):
        message = f"Prefix specified as {value} but must be of the form: 10.digits where digits is 4 or more digits"
        failures.add("prefix-not-valid", value, message)
    elif name == "type":
        _one_of(failures, value, "type-not-valid", "Type", TYPES)
    elif name.startswith("has-") or name == "is-update":
        _one_of(failures, value, "boolean-not-valid", "Boolean", BOOLEANS)
    elif name.startswith(("from-", "until-")):
        _date(failures, value)
    elif name in ("member", "license.delay") and not value.isdigit():
        failures.add(
            "integer-not-valid",
            value,
            f"Integer specified as {value} but must be a positive integer. ",
        )


def _doi(failures: Failures, value: str) -> None:
    if not DOI.fullmatch(clean_doi(value)):
        message = (
            f"DOI specified as {value} but must be of the form: "
            "10.prefix/suffix where prefix is 4 or more digits and suffix  is a string"
        )
        failures.add("doi-not-valid", value, message)


def _date(failures: Failures, value: str) -> None:
    if not DATE.fullmatch(value):
        message = (
            f"Date specified as {value} but must be of the form: yyyy or yyyy-MM or yyyy-MM-dd"
        )
        failures.add("date-not-valid", value, message)
        return
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        message = (
            f"Date {value} specified in the correct format but represents an illegitimate date."
        )
        failures.add("date-not-legitimate", value, message)


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
            message = (
                f"Field query {name} specified byt there is no such field query for this route."
                f" Valid field queries for this route are: {', '.join(valid)}"
            )
            failures.add("field-query-not-available", name, message)


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
