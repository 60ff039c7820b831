"""Lists of words that are looked for in running text, without a pattern to compile."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from claimcheck.patterns import lazy

_WORD = lazy(r"[\w-]+")
_MOST_BETWEEN = 4
Token = tuple[str, int, int]


class Hit(NamedTuple):
    """Where a word or phrase stands."""

    start: int
    end: int


class _Table(NamedTuple):
    words: frozenset[str]
    stems: tuple[str, ...]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """By the first word, which is whole."""
    open: tuple[tuple[str, ...], ...]
    """Phrases that begin with a stem."""
    beginnings: tuple[str, ...]
    """Those stems."""


class WordList:
    """Words and phrases, written with commas between; for text in lower case.

    `*` stands for the rest of a word, `+` for up to four words in between. Words that a hyphen
    joins are one.
    """

    def __init__(self, *lists: str) -> None:
        self._lists = lists

    @cached_property
    def _table(self) -> _Table:
        entries = [tuple(p.split()) for text in self._lists for p in text.split(",") if p.strip()]
        single = [words[0] for words in entries if len(words) == 1]
        several = [words for words in entries if len(words) > 1]
        closed: dict[str, tuple[tuple[str, ...], ...]] = {}
        for words in several:
            if not words[0].endswith("*"):
                closed[words[0]] = (*closed.get(words[0], ()), words)
        return _Table(
            frozenset(w for w in single if not w.endswith("*")),
            tuple(w[:-1] for w in single if w.endswith("*")),
            closed,
            tuple(words for words in several if words[0].endswith("*")),
            tuple({words[0][:-1] for words in several if words[0].endswith("*")}),
        )

    def search(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The first of them in a stretch of a text."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """All of them in a stretch of a text, in their order."""
        stop = len(text) if end is None else end
        tokens = _tokens(text)
        for at, (word, first, last) in enumerate(tokens):
            if first >= start and last <= stop:
                found = self._at(word, tokens, at)
                if found is not None and found <= stop:
                    yield Hit(first, found)

    def _at(self, word: str, tokens: tuple[Token, ...], at: int) -> int | None:
        """Where the one ends that begins with a word of the text."""
        table = self._table
        if word in table.words or (word.startswith(table.stems) and _is_stemmed(word, table.stems)):
            return tokens[at][2]
        begun = table.open if table.open and word.startswith(table.beginnings) else ()
        for phrase in (*table.phrases.get(word, ()), *begun):
            if (end := _follows(phrase, tokens, at)) is not None:
                return end
        return None


def _is_stemmed(word: str, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stem) and "-" not in word[len(stem) :] for stem in stems)


def _follows(phrase: tuple[str, ...], tokens: tuple[Token, ...], at: int) -> int | None:
    """Where a phrase ends that begins with a token; None if it does not."""
    for position, part in enumerate(phrase):
        if part == "+":
            rest, most = phrase[position + 1 :], min(at + _MOST_BETWEEN + 1, len(tokens))
            ends = (_follows(rest, tokens, i) for i in range(at, most))
            return next((end for end in ends if end is not None), None)
        if at >= len(tokens) or not _is(tokens[at][0], part):
            return None
        at += 1
    return tokens[at - 1][2]


def _is(word: str, part: str) -> bool:
    return _is_stemmed(word, (part[:-1],)) if part.endswith("*") else word == part


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple((m.group(), m.start(), m.end()) for m in _WORD.finditer(text))


def one_of(*lists: str) -> str:
    """The words of lists as a part of a pattern, without the bounds of words."""
    phrases = [" ".join(p.split()) for text in lists for p in text.split(",") if p.strip()]
    return f"(?:{'|'.join(map(_pattern, dict.fromkeys(phrases)))})"


def _pattern(phrase: str) -> str:
    return phrase.replace("*", r"[\w’']*").replace(" ", r"\s")
