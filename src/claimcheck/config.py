"""Settings: options before environment before file before defaults, merged in one function."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claimcheck.errors import InputError, UsageError
from claimcheck.files import read_text
from claimcheck.model.findings import Severity
from claimcheck.model.place import Location

CONFIG_NAMES = ("claimcheck.toml", "pyproject.toml")


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("expected a text")
    return value


def _flag(value: Any) -> bool:
    if isinstance(value, str) and value.lower() in {"1", "true", "yes", "on"}:
        return True
    if isinstance(value, str) and value.lower() in {"", "0", "false", "no", "off"}:
        return False
    if not isinstance(value, bool):
        raise ValueError("expected true or false")  # noqa: TRY004 - one type for every fault here
    return value


def _seconds(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise ValueError("expected a number of seconds") from None
    if not 0 < number < 3600:
        raise ValueError("expected a number of seconds between 0 and 3600")
    return number


def _days(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise ValueError("expected a number of days") from None
    if number < 0:
        raise ValueError("expected a number of days, not below 0")
    return number


def _list(value: Any) -> tuple[str, ...]:
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(i, str) for i in items):
        raise ValueError("expected a list of texts")
    return tuple(part.strip() for item in items for part in item.split(",") if part.strip())


def _formats(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else _list(value)


def _url(value: Any) -> str:
    if not re.match(r"https?://[^/\s]+", _text(value)):
        raise ValueError("expected a URL beginning with http:// or https://")
    return _text(value).rstrip("/")


def _mail(value: Any) -> str:
    if not re.fullmatch(r"[^@\s<>;]+@[^@\s<>;]+\.[^@\s<>;]+", _text(value)):
        raise ValueError("expected an e-mail address")
    return _text(value)


def _date(value: Any) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("expected a date (YYYY-MM-DD)") from None


def _severities(value: Any) -> dict[str, Severity]:
    """From a table (`{stale-claim = "error"}`) or a list of `RULE=LEVEL`."""
    if isinstance(value, list | tuple):
        value = dict(item.partition("=")[::2] for item in value)
    if not isinstance(value, dict):
        raise ValueError('expected a table of rule = "error", "warning" or "info"')  # noqa: TRY004
    return {rule.strip(): _severity(level) for rule, level in value.items()}


def _severity(value: Any) -> Severity:
    try:
        return Severity[_text(value).strip().upper()]
    except KeyError:
        raise ValueError(f"{value!r} is no severity (error, warning, info)") from None


def _threshold(value: Any) -> str:
    if value not in {"error", "warning", "info", "never"}:
        raise ValueError("expected error, warning, info or never")
    return str(value)


def _color(value: Any) -> str:
    if value not in {"auto", "always", "never"}:
        raise ValueError("expected auto, always or never")
    return str(value)


def _path(value: Any) -> Path:
    return value if isinstance(value, Path) else Path(_text(value))


def _setting(read: Callable[[Any], Any], default: Any = None, env: str | None = None) -> Any:
    """A setting: how its raw value is read (ValueError if it makes no sense), and its variable."""
    metadata = {"read": read, "env": env}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every setting of every command, read and valid; names in files use `-` for `_`."""

    base: Path | None = _setting(_path, env="CLAIMCHECK_BASE")
    mailto: str | None = _setting(_mail, env="CLAIMCHECK_MAILTO")
    crossref_url: str = _setting(_url, "https://api.crossref.org", "CLAIMCHECK_CROSSREF_URL")
    doi_url: str = _setting(_url, "https://doi.org", "CLAIMCHECK_DOI_URL")
    datacite_url: str = _setting(_url, "https://api.datacite.org", "CLAIMCHECK_DATACITE_URL")
    clinicaltrials_url: str = _setting(
        _url, "https://clinicaltrials.gov", "CLAIMCHECK_CLINICALTRIALS_URL"
    )
    cache_dir: Path | None = _setting(_path, env="CLAIMCHECK_CACHE_DIR")
    offline: bool = _setting(_flag, False, "CLAIMCHECK_OFFLINE")
    locked: bool = _setting(_flag, False)
    refresh: bool = _setting(_flag, False)
    max_age: float | None = _setting(_days)
    timeout: float = _setting(_seconds, 30.0)
    format: tuple[str, ...] = _setting(_formats, ("full",))
    select: tuple[str, ...] = _setting(_list, ())
    ignore: tuple[str, ...] = _setting(_list, ())
    severity: Mapping[str, Severity] = _setting(_severities, {})
    fail_on: str = _setting(_threshold, "warning")
    baseline: Path | None = _setting(_path)
    exclude: tuple[str, ...] = _setting(_list, ())
    as_of: date | None = _setting(_date)
    color: str = _setting(_color, "auto")


_READERS: dict[str, Callable[[Any], Any]] = {f.name: f.metadata["read"] for f in fields(Settings)}
_PATHS = {"base", "baseline", "cache_dir"}


def resolve(
    options: Mapping[str, Any],
    environ: Mapping[str, str],
    start: Path,
    config: Path | None = None,
) -> Settings:
    """Merge options over environment over file over defaults.

    `options` holds only what was given on the command line. The file is `config`, or the nearest
    `claimcheck.toml` or `pyproject.toml` with `[tool.claimcheck]` from `start` upwards. Raises
    UsageError or InputError for what makes no sense, with the option, variable or place.
    """
    merged = _from_file(config or find_config(start))
    for item in fields(Settings):
        name = item.metadata["env"]
        if name and environ.get(name):
            merged[item.name] = _read(item.name, environ[name], name)
    for key, value in options.items():
        merged[key] = _read(key, value, f"--{key.replace('_', '-')}")
    return Settings(**merged)


def _read(key: str, value: Any, origin: str) -> Any:
    try:
        return _READERS[key](value)
    except ValueError as error:
        raise UsageError(f"{origin}: {error} (given: {value!r})") from None


def find_config(start: Path) -> Path | None:
    """The nearest configuration file from `start` upwards, or None."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            path = folder / name
            if path.is_file() and (name == "claimcheck.toml" or _has_table(path)):
                return path
    return None


def _has_table(path: Path) -> bool:
    try:
        return b"[tool.claimcheck" in path.read_bytes()
    except OSError:
        return False


def _from_file(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    text = read_text(path)
    table = _table(path, text)
    read: dict[str, Any] = {}
    for key, value in table.items():
        where = _key_place(path, text, key)
        name = key.replace("-", "_")
        if name not in _READERS or "_" in key:
            raise InputError(where, f"unknown setting `{key}`{_nearest(key)}")
        try:
            read[name] = _READERS[name](value)
        except ValueError as error:
            raise InputError(where, f"`{key}`: {error}") from None
        if name in _PATHS:
            read[name] = path.parent / read[name]
    return read


def _table(path: Path, text: str) -> dict[str, Any]:
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        numbers = [int(n) for n in re.findall(r"\d+", place)] or [1, 1]
        where = Location(str(path), numbers[0], numbers[-1] if len(numbers) > 1 else 1)
        raise InputError(where, f"is not TOML: {message}") from None
    if path.name == "pyproject.toml":
        whole = whole.get("tool", {}).get("claimcheck", {})
    return whole


def _key_place(path: Path, text: str, key: str) -> Location:
    pattern = re.compile(
        rf"^\s*\"?{re.escape(key)}\"?\s*=|^\s*\[(?:tool\.claimcheck\.)?{re.escape(key)}\]"
    )
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.match(line):
            return Location(str(path), number, line.index(key) + 1)
    return Location(str(path))


def _nearest(key: str) -> str:
    known = [name.replace("_", "-") for name in _READERS]
    near = get_close_matches(key, known, n=1)
    return f" (did you mean `{near[0]}`?)" if near else ""
