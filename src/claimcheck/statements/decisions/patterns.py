"""Patterns out of phrase tables."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.patterns import lazy

DUE: Final = (
    r"(?:expected|anticipated|due|scheduled|slated|planned|promised|projected|targeted|guided|"
    r"forecast|foreseen|predicted|tipped|pencil?led in)"
)
"""After "is": it is still to come."""
SEASON: Final = (
    r"(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)"
)


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern that matches any of the alternatives."""
    return lazy("|".join(alternatives))


def words(table: str) -> str:
    """An alternative out of whole words and phrases that stand between " | "."""
    return rf"\b(?:{'|'.join(table.split(' | '))})\b"
