"""A text with its numbers, and questions about what stands around each of them.

Every look to the left is bounded, every look to the right starts at a number and stops at the
first thing it does not know, so that reading takes time in proportion to the text.
"""

from __future__ import annotations

import re
from dataclasses import field
from enum import Enum, auto
from typing import Final, Literal

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Bound
from claimcheck.patterns import lazy
from claimcheck.quantity.numerals import Numeral, numerals
from claimcheck.quantity.words import HEDGES, LESS, MORE, NOUNS, STOPS, listed

Family = Literal["percent", "percent-points", "points", "dose", "time", "noun"]

LOOK_BACK: Final = 48
"""Characters before a number in which its cue, hedge or label is looked for."""


class Join(Enum):
    """What two numbers that stand side by side make together."""

    RANGE = auto()
    """4–6, 4 to 6"""
    AND = auto()
    """3 and 12; 37% versus 18%"""
    OR = auto()
    """one or two"""
    COMMA = auto()
    """3, 6…"""
    OUT_OF = auto()
    """17 of 24, 17 out of 24"""
    SLASH = auto()
    """17/24, 2/3"""
    IN = auto()
    """1 in 3"""
    COLON = auto()
    """10:1"""
    SPREAD = auto()
    """8.0 ± 7.1"""
    SPACE = auto()
    """two 25 mg doses"""


_JOINS: Final = {
    text: join
    for join, texts in {
        Join.RANGE: (
            *("-", "–", "—", "−", "‑", "to", "-to-", "–to–", "through", "up to", "- to", "% to"),
        ),
        Join.AND: (
            *("and", ", and", "&", "vs", "vs.", "v", "v.", "versus", "against", "compared with"),
            *("compared to", "then", ", then", "and then", "followed by", ", versus", "- and"),
        ),
        Join.OR: ("or", ", or", "- or"),
        Join.COMMA: (",", ";"),
        Join.OUT_OF: (
            *("of", "out of", "of the", "out of the", "of all", "of our", "of these", "of those"),
            *("of its", "out of all", "of every", "out of every", "of their", "among"),
            *("among the", "from among"),
        ),
        Join.SLASH: ("/", "∕", "⁄"),
        Join.IN: ("in", "in every"),
        Join.COLON: (":", "∶"),
        Join.SPREAD: ("±", "+/-", "+/−", "+-"),
        Join.SPACE: ("",),
    }.items()
    for text in texts
}
_LONGEST_JOIN: Final = 16
_SPACES: Final = " \t\n\r\u00a0\u2009\u202f\u200a"
_LINK_SIGNS: Final = _SPACES + "=:,([<>≤≥~≈∼–—-"
_OPENING: Final = "([{\"'“‘*_"
_LINK_WORDS: Final = listed(
    "of was is were are about approximately approx. around roughly nearly almost only just "
    "at least than more less up over under some"
)
_WORD: Final = lazy(r"[\s‐‑-]{1,3}([a-zà-ÿ][a-zà-ÿ'’]*)")


def _alternatives(signs: bool) -> str:
    chosen = [hedge for hedge in HEDGES if hedge[0].isalpha() != signs]
    return "|".join(re.escape(hedge) for hedge in sorted(chosen, key=len, reverse=True))


_HEDGE: Final = lazy(
    f"((?<!\\w)(?:{_alternatives(signs=False)})|{_alternatives(signs=True)})"
    "[\\s-]*(?:(?:the|an?|another|every)\\s)?\\Z"
)
_WHERE: Final = frozenset({"over", "above", "below", "under", "beyond", "around"})
"""Words that before "the" say where and not how many: "over the five arms"."""
_SPREAD: Final = lazy(r"\b(?:spread|scattered|distributed|divided|split)\s\Z")
"""What makes of "over" a word of place: "spread over ten countries"."""
_HEDGE_ENDS: Final = frozenset(hedge.split()[-1] for hedge in HEDGES) | {"the", "a", "an"}
_SIGNS: Final = frozenset("~≈∼<>≥≤=⩾⩽;")
_HYPHENS: Final = frozenset("-‐‑")
_MODIFIES: Final = lazy(r"[-‐‑][a-z]")
_BOTH: Final = lazy(r"\s(?:and|or)\s(?:wo)?men\b")
_PLUS: Final = lazy(r"\+|[\s-]?plus\b|\sor\s(?:so|more)\b")
_PLUS_STARTS: Final = frozenset("+-p ,\u00a0")
_AFTER: Final = lazy(
    r"\s*\+(?!\s?[/\d])|[\s-]*plus\b|\s+(?:or|and)\s+(?:even\s+)?([a-z]+)\b|,?\s+at\s+(least|most)\b"
)


@dataclass(slots=True)
class Cue:
    """The word that leads to a number ("week" in "week 3"), and what stands between them."""

    word: str
    start: int
    link: str
    """Signs and small words in between, without spaces: "=", "of"."""


@dataclass(slots=True)
class Unit:
    """A unit or noun after a number, in its canonical name, with the offset where it ends."""

    family: Family
    name: str
    end: int


@dataclass(slots=True)
class Passage:
    """A text, the same in lower case, and its numbers."""

    text: str
    low: str
    numerals: list[Numeral]
    units: dict[int, Unit | None] = field(default_factory=dict)
    """Units and nouns found so far, by the end of their number."""

    @classmethod
    def of(cls, text: str) -> Passage:
        """Find the numbers of `text`."""
        low = lowered(text)
        return cls(text, low, numerals(text, low))

    def join(self, index: int, end: int | None = None) -> Join | None:
        """How the number at `index`, or what ends at `end`, goes together with the next number."""
        if index + 1 >= len(self.numerals):
            return None
        start = self.numerals[index].end if end is None else end
        gap = self.low[start : self.numerals[index + 1].start]
        if not gap or len(gap) > _LONGEST_JOIN:
            return None
        return _JOINS.get(gap) or _JOINS.get(" ".join(gap.split()))

    def cue(self, start: int) -> Cue:
        """The word before `start`, past links such as "of", "was" and "="."""
        low, link, at = self.low, "", start
        for _ in range(4):
            begin = max(0, at - LOOK_BACK)
            head = low[begin:at].rstrip(_LINK_SIGNS)
            link = low[begin + len(head) : at].strip(_SPACES) + link
            word = (head.rsplit(None, 1) or [""])[-1]
            at = begin + len(head) - len(word)
            word = word.lstrip(_OPENING)
            if word not in _LINK_WORDS:
                return Cue(word, begin + len(head) - len(word), link)
            link = word + link
        return Cue("", at, link)

    def before(self, start: int, length: int = LOOK_BACK) -> str:
        """The text before `start` in lower case, cut to `length`."""
        return self.low[max(0, start - length) : start]

    def noun(self, end: int) -> tuple[str, int] | None:
        """The noun that a number ending at `end` counts, and where the noun ends.

        A few modifiers may stand between ("27 adults", "25+ treatment-resistant patients").
        """
        if self.low[end : end + 1] in _PLUS_STARTS and (plus := _PLUS.match(self.low, end)):
            end = plus.end()
        hyphened = self.low[end : end + 1] in _HYPHENS
        for _ in range(6):
            found = _WORD.match(self.low, end)
            if found is None:
                return None
            word, end = found[1], found.end()
            if word in NOUNS and hyphened:
                return NOUNS[word], end
            if word in NOUNS and word != "phase" and not _MODIFIES.match(self.low, end):
                return self._head(word, end)
            hyphened = False
            if word in STOPS:
                return None
        return None

    def _head(self, word: str, end: int) -> tuple[str, int]:
        """The noun itself, or the one that follows it: "trial participants", "men and women"."""
        noun = NOUNS[word]
        if noun in ("man", "woman") and (pair := _BOTH.match(self.low, end)):
            return "participant", pair.end()
        following = None if word.endswith("s") else _WORD.match(self.low, end)
        if following is not None and following[1] in NOUNS:
            return NOUNS[following[1]], following.end()
        return noun, end

    def bound(self, start: int, end: int) -> Bound:
        """How firmly the figure from `start` to `end` is stated, by the words around it."""
        return (start and self._hedge(start)) or self.bound_after(end)

    def _hedge(self, start: int) -> Bound | None:
        window = self.before(start, 28)
        last = window.rsplit(None, 1)[-1:]
        if not last or not (last[0][-1] in _SIGNS or last[0].lstrip(_OPENING) in _HEDGE_ENDS):
            return None
        found = _HEDGE.search(window)
        if found is None or (last[0] == "the" and found[1] in _WHERE):
            return None
        if found[1] == "over" and _SPREAD.search(window, 0, found.start()):
            return None
        return HEDGES[" ".join(found[1].split())]

    def bound_after(self, end: int) -> Bound:
        """The bound that words after a figure give it ("or more", "plus")."""
        if self.low[end : end + 1] not in _PLUS_STARTS:
            return "exact"
        found = _AFTER.match(self.low, end)
        if found is None:
            return "exact"
        word = found[1] or found[2]
        if word is None or word in MORE or word == "least":
            return "at-least"
        if word in LESS or word == "most":
            return "at-most"
        return "about" if word == "so" else "exact"


def lowered(text: str) -> str:
    """The text in lower case, character for character."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_word(text: str, start: int, end: int) -> bool:
    """Whether the stretch from `start` to `end` is cut off from letters on both sides."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())
