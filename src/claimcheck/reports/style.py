"""How a text format may look: colour and width of where it goes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """`width` is in columns; formats for machines ignore both."""

    color: bool = False
    width: int = 100
