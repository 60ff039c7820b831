"""JSON Schemas of the files of a base, made from the nouns themselves."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import is_dataclass
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter

from claimcheck.load.schema import SHAPES
from claimcheck.model import claims, events, trials, vocabulary, works

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_MODULES = (claims, events, trials, vocabulary, works)


def json_schema(file: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a base file; `file` is a key of `SHAPES`.

    Editors read YAML with its own types: a text of ours may be a number to them (`volume: 72`),
    a truth value the text `yes`. An optional key may stand without a value.
    """
    keys: dict[str, Any] = {}
    definitions: dict[str, Any] = {}
    for key, noun in SHAPES[file].items():
        entry = TypeAdapter(noun).json_schema(ref_template="#/$defs/{model}")
        definitions |= entry.pop("$defs", {})
        definitions[noun.__name__] = entry
        items = {"$ref": f"#/$defs/{noun.__name__}"}
        keys[key] = {"type": ["array", "null"], "items": items}
    definitions.pop("Location", None)
    return {
        "$schema": _DRAFT,
        "title": file,
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
        "$defs": {name: _definition(name, schema) for name, schema in definitions.items()},
    }


def _definition(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a noun, with what its fields say of themselves."""
    required = schema.get("required", ())
    notes = _notes(name)
    properties = {}
    for key, value in schema.get("properties", {}).items():
        if key == "place":  # filled in by the loader
            continue
        read = _for_editors(value)
        note = {"description": notes[key]} if key in notes else {}
        properties[key] = note | (read if key in required else _or_nothing(read))
    return {**_for_editors(schema), "properties": properties}


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    if {"type": "null"} in schema.get("anyOf", ()):
        return schema
    kept = {key: schema[key] for key in schema.keys() & {"default"}}
    value = {key: part for key, part in schema.items() if key not in kept}
    return {"anyOf": [value, {"type": "null"}], **kept}


def _for_editors(node: Any) -> Any:
    """A schema without the titles that pydantic makes up, open to what YAML makes of a text."""
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _for_editors(value) for key, value in node.items() if key != "title"}
    if kept.get("type") == "string" and "enum" not in kept:
        kept |= {"type": ["string", "number"], "minLength": 1}
    if kept.get("type") == "boolean":
        kept["enum"] = [True, False, "yes", "no"]
        del kept["type"]
    return kept


def _notes(name: str) -> dict[str, str]:
    """What stands under the fields of a noun in its source, by the key in the file."""
    noun = next((vars(module)[name] for module in _MODULES if name in vars(module)), None)
    if noun is None or not is_dataclass(noun):
        return {}
    alias = works.csl_name if vars(noun).get("__pydantic_config__") is works.CSL else str
    return {alias(field): note for field, note in _written_notes(noun)}


def _written_notes(noun: Any) -> Iterator[tuple[str, str]]:
    body = ast.parse(textwrap.dedent(inspect.getsource(noun))).body[0]
    lines = body.body if isinstance(body, ast.ClassDef) else []
    for line, following in pairwise(lines):
        match line, following:
            case (
                ast.AnnAssign(target=ast.Name(id=field)),
                ast.Expr(value=ast.Constant(value=str(note))),
            ):
                yield field, " ".join(note.split())
            case _:
                continue
