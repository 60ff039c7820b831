"""Patterns out of plain lists of words."""

from __future__ import annotations

import re

from claimcheck.patterns import lazy


def any_word(*lists: str) -> re.Pattern[str]:
    """A pattern for any of the words and phrases of lists, which stand between commas.

    `*` stands for the rest of a word, `+` for up to four words in between; written for lower case.
    """
    return lazy(rf"(?<![\w-]){one_of(*lists)}(?![\w-])")


def one_of(*lists: str) -> str:
    """The same as a part of a pattern, without the bounds of words."""
    phrases = [" ".join(p.split()) for text in lists for p in text.split(",") if p.strip()]
    return f"(?:{'|'.join(map(_pattern, dict.fromkeys(phrases)))})"


def _pattern(phrase: str) -> str:
    escaped = phrase.replace(" + ", r" (?:[\w’'-]+ ){0,4}?")
    return escaped.replace("*", r"[\w’']*").replace(" ", r"\s")
