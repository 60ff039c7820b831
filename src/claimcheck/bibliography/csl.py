"""CSL items, as JSON or YAML: references with the places of their fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimcheck.bibliography.dates import csl_date
from claimcheck.bibliography.entries import entries
from claimcheck.bibliography.identifiers import find_identifiers
from claimcheck.errors import InputError
from claimcheck.model.bibliography import Bibliography, Entry, Span
from claimcheck.model.findings import Problem
from claimcheck.model.place import Location
from claimcheck.model.works import Name, Reference
from claimcheck.patterns import lazy

HOLDERS = ("references", "items", "message")
"""Keys under which files keep their list."""

_SPACE = lazy(r"[\s,]*")
_FIRST_ITEM = lazy(r"\[\s*(?=\{)|\A\s*(?=\{)")
_NEXT_ITEM = lazy(r"\}\s*,\s*(?=\{)")
_DECODER = json.JSONDecoder(strict=False)
_SIGNS = frozenset({"title", "author", "DOI", "type", "container-title", "issued"})

Item = tuple[dict[str, Any], dict[str, Span], int, int]
"""Values, spans of the top-level fields, start and end."""


def read_csl_json(path: str, source: str) -> Bibliography:
    """The items of a CSL-JSON file; broken ones are named in `problems`.

    Raises InputError for JSON that holds no CSL items.
    """
    file = Bibliography(path=path, source=source, kind="csl-json")
    starts, known, problems = _items(file)

    def read(number: int) -> Entry:
        return _entry(file, _item(source, starts[number]), number + 1)

    return _finished(file, entries(len(starts), read), problems, known=known)


def read_csl_yaml(path: str, source: str) -> Bibliography:
    """The items of a CSL-YAML file (a list, or a list under `references`).

    Raises InputError for what is no YAML or holds no CSL items.
    """
    file = Bibliography(path=path, source=source, kind="csl-yaml")
    items = [item for item in _yaml_items(file) if item[0]]
    known = any(_SIGNS & set(values) for values, *_ in items)
    found = tuple(_entry(file, item, number) for number, item in enumerate(items, 1))
    return _finished(file, found, [], known=known)


def _finished(
    file: Bibliography, found: Sequence[Entry], problems: list[Problem], *, known: bool
) -> Bibliography:
    if not problems and not known:
        raise InputError(Location(file.path), "holds no CSL items (a list with title, author, DOI)")
    return Bibliography(
        path=file.path,
        source=file.source,
        kind=file.kind,
        entries=found,
        problems=tuple(problems),
    )


def _items(file: Bibliography) -> tuple[list[int], bool, list[Problem]]:
    """Where the items of a JSON file begin, and whether they are CSL; what cannot be read.

    After a fault it goes on with the next item.
    """
    starts: list[int] = []
    known = False
    problems: list[Problem] = []
    found = _FIRST_ITEM.search(file.source)
    at = found.end() if found else len(file.source)
    if found and file.source[found.start() : at].strip() != "[":
        at = _inside_holder(file.source, at)
    while at < len(file.source) and file.source[at] == "{":
        try:
            values, _, start, end = _item(file.source, at)
            if values:
                starts.append(start)
            known = known or bool(_SIGNS & set(values))
            at = _skip(file.source, end)
        except (ValueError, RecursionError) as error:
            fault = getattr(error, "pos", at)
            message = f"cannot be read: {getattr(error, 'msg', 'not JSON')}"
            where = file.place(fault, fault + 1)
            problems.append(Problem(where=where, message=message, text=file.source[at : at + 80]))
            following = _NEXT_ITEM.search(file.source, max(fault, at + 1))
            at = following.end() if following else len(file.source)
    return starts, known, problems


def _inside_holder(source: str, at: int) -> int:
    """Where the first item is: inside `{"items": [` or the like, or this object itself."""
    held = lazy(rf'"(?:{"|".join(HOLDERS)})"\s*:\s*\[\s*(?=\{{)').search(source, at)
    if held and '"title"' not in source[at : held.start()]:
        return held.end()
    return at


def _skip(source: str, at: int) -> int:
    found = _SPACE.match(source, at)
    return found.end() if found else at


def _item(source: str, start: int) -> Item:
    """One JSON object with the places of its values."""
    values: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    at = _skip(source, start + 1)
    while at < len(source) and source[at] != "}":
        key, at = _DECODER.raw_decode(source, at)
        at = _skip(source, at)
        if not isinstance(key, str) or source[at : at + 1] != ":":
            raise json.JSONDecodeError("expected a key and a colon", source, at)
        begin = _skip(source, at + 1)
        value, end = _DECODER.raw_decode(source, begin)
        values[key], spans[key] = value, _unquoted(source, begin, end)
        at = _skip(source, end)
    if at >= len(source):
        raise json.JSONDecodeError("the file ends inside an item", source, start)
    return values, spans, start, at + 1


def _unquoted(source: str, start: int, end: int) -> Span:
    return (start + 1, end - 1) if source[start] == '"' else (start, end)


def _yaml_items(file: Bibliography) -> Iterator[Item]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(_front(file.source), Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise InputError(Location(file.path, *place), f"is not YAML: {error.problem}") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError(Location(file.path), f"is not YAML: {error}") from None
    for node in _sequence(root):
        if isinstance(node, yaml.MappingNode):
            spans = {key.value: _yaml_span(file, value) for key, value in node.value}
            values = {key.value: _plain(value) for key, value in node.value}
            start, _ = _yaml_span(file, node)
            yield values, spans, start, _yaml_end(file, node)


def _front(source: str) -> str:
    """The first document; pandoc closes it with `---` or `...`."""
    closing = lazy(r"\n(?:---|\.\.\.)[ \t]*\r?\n").search(source[3:])
    return source[: closing.start() + 4] if closing else source


def _sequence(root: Any) -> list[Any]:
    """The list of a YAML file: at its root, or under a key that holds one."""
    import yaml

    if isinstance(root, yaml.MappingNode):
        held = [v for k, v in root.value if k.value in HOLDERS]
        root = held[0] if held else None
    return list(root.value) if isinstance(root, yaml.SequenceNode) else []


def _yaml_span(file: Bibliography, node: Any) -> Span:
    first, last = (
        file.line_starts[min(mark.line, len(file.line_starts) - 1)] + mark.column
        for mark in (node.start_mark, node.end_mark)
    )
    quoted = getattr(node, "style", None) in {"'", '"'}
    if getattr(node, "flow_style", None) is False:
        last = _yaml_end(file, node)
    return (first + 1, last - 1) if quoted else (first, min(last, len(file.source)))


def _yaml_end(file: Bibliography, node: Any) -> int:
    """Where a node's last value ends; a block's own mark lies behind the comments after it."""
    import yaml

    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    end = file.line_starts[min(mark.line, len(file.line_starts) - 1)] + mark.column
    return len(file.source[:end].rstrip())


def _plain(node: Any) -> Any:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return node.value


def _entry(file: Bibliography, item: Item, number: int) -> Entry:
    values, spans, start, end = item
    key = str(values.get("id") or values.get("citation-key") or f"item-{number}")
    return Entry(
        reference=reference_of(values, key),
        raw=file.source[start:end],
        start=start,
        end=end,
        spans=spans,
        label=key,
    )


def reference_of(values: Mapping[str, Any], key: str) -> Reference:
    """The reference of a CSL item, also of one as Crossref gives it (lists for texts)."""
    note = _text(values, "note") or ""
    found = {i.kind: i.value for i in reversed(find_identifiers(note))}
    return Reference(
        id=key,
        type=_text(values, "type") or "document",
        title=_text(values, "title") or "",
        author=_people(values.get("author")),
        editor=_people(values.get("editor")),
        container_title=_text(values, "container-title"),
        issued=csl_date(values.get("issued")),
        volume=_text(values, "volume"),
        issue=_text(values, "issue"),
        page=_text(values, "page"),
        number=_text(values, "number") or _text(values, "article-number"),
        publisher=_text(values, "publisher"),
        genre=_text(values, "genre"),
        language=_text(values, "language"),
        doi=_text(values, "DOI") or _text(values, "doi") or found.get("doi"),
        pmid=_text(values, "PMID") or found.get("pmid"),
        pmcid=_text(values, "PMCID") or found.get("pmcid"),
        isbn=_text(values, "ISBN"),
        issn=_text(values, "ISSN"),
        url=_text(values, "URL"),
        et_al=str(values.get("et_al")).lower() in {"yes", "true"},
    )


def _text(values: Mapping[str, Any], key: str) -> str | None:
    value = values.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None or isinstance(value, dict):
        return None
    return lazy(r"\s+").sub(" ", str(value)).strip() or None


def _people(value: Any) -> tuple[Name, ...]:
    if isinstance(value, str):
        return (Name(literal=value),)
    items = value if isinstance(value, list) else []
    return tuple(name for item in items if (name := _person(item)))


def _person(item: Any) -> Name | None:
    if isinstance(item, str):
        return Name(literal=item)
    if not isinstance(item, dict):
        return None
    literal = _text(item, "literal") or _text(item, "name")
    family = _text(item, "family")
    if not family and not literal and not _text(item, "given"):
        return None
    return Name(
        family=family or (None if literal else _text(item, "given")),
        given=_text(item, "given") if family else None,
        suffix=_text(item, "suffix"),
        dropping_particle=_text(item, "dropping-particle"),
        non_dropping_particle=_text(item, "non-dropping-particle"),
        literal=literal if not family else None,
    )
