"""How entries of the YAML files are read, beyond what their types say."""

from __future__ import annotations

from typing import Annotated, Any

STRICT = {"extra": "forbid"}
"""pydantic configuration of every entry: an unknown key is an error."""


class OneOrMany:
    """Marks a list that may be written as a single text."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def wrap(value: Any) -> Any:
            return (value,) if isinstance(value, str) else value

        return core_schema.no_info_before_validator_function(wrap, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many, {"type": "string"}]}


Ids = Annotated[tuple[str, ...], OneOrMany()]
"""Ids of other entries; a single one may stand without brackets."""
