"""Front matter: the date, title and bibliography of a text."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.model.dates import PartialDate
from claimcheck.patterns import lazy

_FRONT = lazy(
    r"\A(?:(---)[ \t]*\r?\n(.*?)^(?:---|\.\.\.)|(\+\+\+)[ \t]*\r?\n(.*?)^\+\+\+)[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
_KEY = lazy(r"^[\"']?[\w][\w .-]*[\"']?\s*[:=]", re.MULTILINE)
_FIELD = lazy(r"^(date|title)[ \t]*:[ \t]*(\S[^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_LARGEST = 64 * 1024
"""Front matter beyond this is read line by line: no person wrote it, and YAML costs memory."""
_DATE_KEYS = ("date", "published", "publishdate", "pubdate", "datepublished", "created")


def split_front_matter(source: str) -> tuple[int, dict[str, Any]]:
    """Where the text begins after its front matter, and the fields of `Document` that this sets."""
    found = _FRONT.match(source) if source.startswith(("---", "+++")) else None
    content = (found[2] or found[4] or "") if found else ""
    if found is None or (content.strip() and not _KEY.search(content)):
        return 0, {}
    return found.end(), read_front_matter(content, toml=bool(found[3]))


def read_front_matter(text: str, toml: bool = False) -> dict[str, Any]:
    """Fields of `Document` that front matter sets; what is no YAML or TOML is read by line."""
    values = {str(key).lower(): value for key, value in _values(text, toml).items()}
    fields: dict[str, Any] = {}
    if isinstance(title := values.get("title"), str) and title.strip():
        fields["title"] = " ".join(title.split())
    dates = (read_date(values[key]) for key in _DATE_KEYS if key in values)
    fields["date"] = next((found for found in dates if found), None)
    named = values.get("bibliography")
    listed = named if isinstance(named, list) else [named]
    fields["bibliography"] = tuple(item for item in listed if isinstance(item, str))
    return fields


def _values(text: str, toml: bool) -> dict[Any, Any]:
    found = None
    if len(text) <= _LARGEST:
        found = _from_toml(text) if toml else _from_yaml(text)
    if isinstance(found, dict):
        return found
    return {key: value.strip("\"' ") for key, value in reversed(_FIELD.findall(text))}


def _from_toml(text: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _from_yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    except (yaml.YAMLError, RecursionError):
        return None


def read_date(value: Any) -> PartialDate | None:
    """The date that a value of front matter begins with, in ISO or in words."""
    text = str(value).strip()[:60] if isinstance(value, str) or not _is_nested(value) else ""
    try:
        return PartialDate.parse(text[:10])
    except ValueError:
        from claimcheck.drafts.dates import leading_date

        return leading_date(text)


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict | list)
