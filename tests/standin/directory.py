"""`/members`, `/journals`, `/types`, `/prefixes`: as much of them as the works tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from standin import present
from standin.messages import Request, Response, json_response, plain_response
from standin.registry import Registry
from standin.validate import SINGLETON, Pairs, Route, validation_failure
from standin.vocabulary import MEMBER_FILTERS, TYPES
from standin.worklist import WorkLists

NOT_FOUND = "Resource not found."
JSON_UTF8 = "application/json;charset=utf-8"
PLAIN_LIST = Route()
MEMBER_LIST = Route(filters=MEMBER_FILTERS)
FILTER_NAMES = {"members": "member", "journals": "issn", "types": "type", "prefixes": "prefix"}
Entry = dict[str, Any]


def answer(request: Request, path: str, registry: Registry, lists: WorkLists) -> Response:
    """The list, the single entry or the works of an entry of a directory."""
    kind, _, rest = path.partition("/")
    identifier, _, below = rest.partition("/")
    if kind not in FILTER_NAMES or below not in ("", "works"):
        return _not_found()
    entries = _entries(kind, registry)
    if not identifier:
        return _list(request, kind, entries)
    entry = next((e for e in entries if identifier in _names(e)), None)
    if entry is None:
        return _not_found()
    if below:
        within: Pairs = [(FILTER_NAMES[kind], identifier)]
        return lists.answer(request, within)
    failure = validation_failure(request, SINGLETON)
    return failure or json_response(
        present.envelope(kind.rstrip("s").replace("prefixe", "prefix"), entry)
    )


def _list(request: Request, kind: str, entries: Iterable[Entry]) -> Response:
    route = MEMBER_LIST if kind == "members" else PLAIN_LIST
    failure = validation_failure(request, route)
    if failure is not None:
        return failure
    if kind == "prefixes":
        return _not_found()
    given = request.parameters
    words = given.get("query", "").lower().split()
    found = [e for e in entries if not words or any(w in str(e).lower() for w in words)]
    if kind == "types":
        message = {"total-results": len(found), "items": found}
        return json_response(present.envelope("type-list", message))
    rows, offset = int(given.get("rows", 20)), int(given.get("offset", 0))
    message = {
        "items-per-page": rows,
        "query": {"start-index": offset, "search-terms": given.get("query")},
        "total-results": len(found),
        "items": found[offset : offset + rows],
    }
    return json_response(present.envelope(f"{kind.rstrip('s')}-list", message))


def _entries(kind: str, registry: Registry) -> Iterator[Entry]:
    if kind == "types":
        yield from ({"id": name, "label": label} for name, label in TYPES.items())
        return
    seen: set[str] = set()
    describe = DESCRIBERS[kind]
    for work in registry.all_works():
        entry = describe(work)
        if entry is not None and _names(entry)[0] not in seen:
            seen.add(_names(entry)[0])
            yield entry


def _member(work: Entry) -> Entry:
    name = work.get("publisher", "")
    number = int(work.get("member") or 0)
    return {"id": number, "primary-name": name, "prefixes": [_owner(work)], "names": [name]}


def _prefix(work: Entry) -> Entry:
    member = f"https://id.crossref.org/member/{work.get('member', '0')}"
    return {"prefix": _owner(work), "name": work.get("publisher", ""), "member": member}


def _journal(work: Entry) -> Entry | None:
    titles, numbers = work.get("container-title") or [], work.get("ISSN") or []
    if work.get("type") != "journal-article" or not titles or not numbers:
        return None
    entry = {"title": titles[0], "publisher": work.get("publisher", ""), "ISSN": numbers}
    return {**entry, "issn-type": work.get("issn-type", [])}


DESCRIBERS: dict[str, Callable[[Entry], Entry | None]] = {
    "members": _member,
    "prefixes": _prefix,
    "journals": _journal,
}


def _owner(work: Entry) -> str:
    return str(work.get("prefix") or work["DOI"].partition("/")[0])


def _names(entry: Entry) -> list[str]:
    if "ISSN" in entry:
        return list(entry["ISSN"])
    return [str(entry.get("id", entry.get("prefix")))]


def _not_found() -> Response:
    return plain_response(404, NOT_FOUND, JSON_UTF8)
