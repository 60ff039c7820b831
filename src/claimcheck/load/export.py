"""JSON Schemas of the files of a base, made from the nouns themselves."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from claimcheck.load.schema import SHAPES

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(file: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a base file; `file` is a key of `SHAPES`."""
    keys: dict[str, Any] = {}
    definitions: dict[str, Any] = {}
    for key, noun in SHAPES[file].items():
        entry = TypeAdapter(noun).json_schema(ref_template="#/$defs/{model}")
        definitions |= entry.pop("$defs", {})
        definitions[noun.__name__] = entry
        items = {"$ref": f"#/$defs/{noun.__name__}"}
        keys[key] = {"type": ["array", "null"], "items": items}
    schema = {
        "$schema": _DRAFT,
        "title": file,
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
        "$defs": definitions,
    }
    cleaned: dict[str, Any] = _for_editors(schema)
    return cleaned


def _for_editors(node: Any) -> Any:
    """The schema as files are written: `volume: 72` is a text to us, though a number to YAML.

    Also leaves out `place`, which the loader fills in, and the titles that pydantic makes up.
    """
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _for_editors(value) for key, value in node.items() if key != "title"}
    for key in ("properties", "$defs"):
        if isinstance(node.get(key), dict):
            entries = node[key].items()
            kept[key] = {k: _for_editors(v) for k, v in entries if k not in {"place", "Location"}}
    if kept.get("type") == "string" and "enum" not in kept:
        kept["type"] = ["string", "number"]
    return kept
