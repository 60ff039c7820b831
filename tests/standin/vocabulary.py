"""The names that the routes of Crossref accept, in the order its own error texts list them."""

from __future__ import annotations

import json
from pathlib import Path

_NAMES = json.loads((Path(__file__).parent / "data" / "names.json").read_text(encoding="utf-8"))

SELECTS: tuple[str, ...] = tuple(_NAMES["selects"])
WORK_FILTERS: tuple[str, ...] = tuple(_NAMES["work_filters"])
MEMBER_FILTERS: tuple[str, ...] = tuple(_NAMES["member_filters"])
SORT_FIELDS: tuple[str, ...] = tuple(_NAMES["sort_fields"])
FACETS: tuple[str, ...] = tuple(_NAMES["facets"])
PARAMETERS: frozenset[str] = frozenset(_NAMES["parameters"])
TYPES: dict[str, str] = _NAMES["types"]
