"""YAML files in, `Base` out; nothing here judges what an entry says.

`compiled` keeps what was read for the next run, which then needs neither YAML nor pydantic; hence
nothing is imported before it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.load.base import load_base, load_text
    from claimcheck.load.compiled import learned, load_cached
    from claimcheck.load.shapes import BASE_FILES

_HOMES = {
    "BASE_FILES": "shapes",
    "learned": "compiled",
    "load_base": "base",
    "load_cached": "compiled",
    "load_text": "base",
}

__all__ = ["BASE_FILES", "learned", "load_base", "load_cached", "load_text"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
