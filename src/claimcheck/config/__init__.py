"""Settings: options before environment before file before defaults, merged in one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, fields
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.config import values
from claimcheck.config.files import find_config, read_table
from claimcheck.errors import InputError, UsageError
from claimcheck.hints import did_you_mean
from claimcheck.model.findings import Severity

__all__ = ["Settings", "find_config", "resolve"]


def _setting(read: Callable[[Any], Any], default: Any = None, env: str | None = None) -> Any:
    """A setting: how its raw value is read (ValueError if it makes no sense), and its variable."""
    metadata = {"read": read, "env": env}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every setting of every command, read and valid; names in files use `-` for `_`."""

    base: Path | None = _setting(values.path, env="CLAIMCHECK_BASE")
    mailto: str | None = _setting(values.mail, env="CLAIMCHECK_MAILTO")
    crossref_url: str = _setting(values.url, "https://api.crossref.org", "CLAIMCHECK_CROSSREF_URL")
    doi_url: str = _setting(values.url, "https://doi.org", "CLAIMCHECK_DOI_URL")
    datacite_url: str = _setting(values.url, "https://api.datacite.org", "CLAIMCHECK_DATACITE_URL")
    clinicaltrials_url: str = _setting(
        values.url, "https://clinicaltrials.gov", "CLAIMCHECK_CLINICALTRIALS_URL"
    )
    cache_dir: Path | None = _setting(values.path, env="CLAIMCHECK_CACHE_DIR")
    offline: bool = _setting(values.flag, False, "CLAIMCHECK_OFFLINE")
    locked: bool = _setting(values.flag, False)
    refresh: bool = _setting(values.flag, False)
    max_age: float | None = _setting(values.days)
    timeout: float = _setting(values.seconds, 30.0)
    format: tuple[str, ...] = _setting(values.texts, ("full",))
    select: tuple[str, ...] = _setting(values.words, ())
    ignore: tuple[str, ...] = _setting(values.words, ())
    severity: Mapping[str, Severity] = _setting(values.severities, {})
    fail_on: str = _setting(values.one_of("error", "warning", "info", "never"), "warning")
    baseline: Path | None = _setting(values.path)
    exclude: tuple[str, ...] = _setting(values.words, ())
    as_of: date | None = _setting(values.day)
    color: str = _setting(values.one_of("auto", "always", "never"), "auto")
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    """For each setting that was given: the option, the variable or the place in the file.

    Of tables also for each of their keys, as `severity.unsourced-claim`.
    """


_SETTINGS = {f.name: f.metadata for f in fields(Settings) if f.metadata}
_PATHS = {"base", "baseline", "cache_dir"}
"""In a file, these are relative to it."""

_Given = tuple[str, Any, str]
"""Name, value and origin of a setting."""


def resolve(
    options: Mapping[str, Any], environ: Mapping[str, str], config: Path | None
) -> Settings:
    """Merge options over environment over file over defaults; severities rule by rule.

    `options` holds only what was given on the command line; what is no setting is passed over.
    Raises UsageError or InputError for what makes no sense, with the option, variable or place.
    """
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    given = (_from_file(config) if config else (), _from_environment(environ), _options(options))
    for name, value, origin in chain(*given):
        merged[name] = {**merged.get(name, {}), **value} if isinstance(value, dict) else value
        origins[name] = origin
        if isinstance(value, dict):
            origins.update((f"{name}.{key}", origin) for key in value)
    return Settings(**merged, origins=origins)


def _from_file(path: Path) -> Iterator[_Given]:
    for key, value, where in read_table(path):
        name = key.replace("-", "_")
        if name not in _SETTINGS or "_" in key:
            known = (setting.replace("_", "-") for setting in _SETTINGS)
            raise InputError(where, f"unknown setting `{key}`{did_you_mean(key, known)}")
        try:
            read = _SETTINGS[name]["read"](value)
        except ValueError as error:
            raise InputError(where, f"`{key}`: {error}") from None
        yield name, path.parent / read if name in _PATHS else read, f"{where}: `{key}`"


def _from_environment(environ: Mapping[str, str]) -> Iterator[_Given]:
    for name, setting in _SETTINGS.items():
        variable = setting["env"]
        if variable and environ.get(variable):
            yield name, _read(name, environ[variable], variable), variable


def _options(options: Mapping[str, Any]) -> Iterator[_Given]:
    for name, value in options.items():
        if name in _SETTINGS:
            option = f"--{name.replace('_', '-')}"
            yield name, _read(name, value, option), option


def _read(name: str, value: Any, origin: str) -> Any:
    try:
        return _SETTINGS[name]["read"](value)
    except ValueError as error:
        raise UsageError(f"{origin}: {error} (given: {_shown(value)})") from None


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value))
    text = repr(str(value)[:100])
    return text if len(text) <= 80 else text[:79] + "…"
