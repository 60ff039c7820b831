"""Front matter: the date, title and bibliography of a text."""

from __future__ import annotations

import tomllib
from typing import Any

from claimcheck.model.dates import PartialDate

_DATE_KEYS = ("date", "published", "publishdate", "pubdate", "datepublished", "created")


def read_front_matter(text: str) -> dict[str, Any]:
    """Fields of `Document` that the front matter sets; text that is no YAML or TOML sets none."""
    values = {str(key).lower(): value for key, value in _values(text).items()}
    fields: dict[str, Any] = {}
    title = values.get("title")
    if isinstance(title, str):
        fields["title"] = title
    dates = (_date(values[key]) for key in _DATE_KEYS if key in values)
    fields["date"] = next((found for found in dates if found), None)
    bibliography = values.get("bibliography")
    if isinstance(bibliography, str):
        bibliography = [bibliography]
    if isinstance(bibliography, list):
        fields["bibliography"] = tuple(str(item) for item in bibliography)
    return fields


def _values(text: str) -> dict[Any, Any]:
    import yaml

    try:
        found = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    except yaml.YAMLError:
        found = None
    if isinstance(found, dict):
        return found
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}


def _date(value: Any) -> PartialDate | None:
    try:
        return PartialDate.parse(str(value).strip()[:10])
    except ValueError:
        from claimcheck.drafts.dates import leading_date

        return leading_date(str(value))
