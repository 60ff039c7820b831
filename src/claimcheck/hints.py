"""What a mistyped word was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 60
"""Longer words are no slips of the pen, and comparing them takes its time."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint at the likeliest of the known words, ready to append to a message; or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1) if len(word) <= _LONGEST else []
    return f" (did you mean `{near[0]}`?)" if near else ""
