"""The words of a text that tell something, in a form in which texts are compared."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.patterns import lazy
from claimcheck.statements.names import fold

WORD = lazy(r"[^\W\d_]+")
_STEM = 6
"""Letters of a word that count: approve, approved and approval begin alike."""
_TELLING_NOTHING = (
    "a an the of in on to for with and or by at from as is are was were be been being has have had "
    "that this these it its their his her who which than then so into about also such there some "
    "one all any did do does against between within under over through during now"
)
_DENYING = (
    "no not never none neither nor nobody nothing cannot without fail failed fails lack lacks "
    "hardly t"
)
_DOUBTING = (
    "may might could would should can will expect expected expects hope hopes plan plans likely "
    "possible possibly perhaps if whether"
)
DENIES = frozenset(_DENYING.split())
DOUBTS = frozenset(_DOUBTING.split())
_EMPTY = frozenset(_TELLING_NOTHING.split()) | DENIES | DOUBTS


def stem(word: str) -> str:
    """The beginning of a word, which its forms share."""
    return fold(word)[:_STEM]


def stems(text: str, names: tuple[tuple[int, int], ...] = ()) -> frozenset[str]:
    """The stems of the words of a text that tell something; those that begin inside `names` (start
    and end of each) are left out."""
    for start, end in names:
        cut = WORD.match(text, end)
        last = cut.end() if cut else end
        text = text[:start] + " " * (last - start) + text[last:]
    return frozenset(map(_telling, WORD.findall(text))) - {""}


@lru_cache(maxsize=10_000)
def _telling(word: str) -> str:
    """The stem of a word; nothing for one that tells nothing."""
    whole = fold(word)
    return "" if whole in _EMPTY else whole[:_STEM]
