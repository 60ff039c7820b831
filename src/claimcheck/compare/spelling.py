"""When two words are the same word: spelling variants, number words, typing slips.

A slip is one mistyped letter in a word of some length (optimal string alignment distance 1). It
never excuses a digit, and never a letter that turns one morpheme into another (micro/macro).
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from claimcheck.patterns import lazy

SHORTEST_SLIP = 5
"""Letters a word must have before one of them may be mistyped: `mice` is not a slip of `mite`."""
SHORTEST_FIRST_SLIP = 7
"""The same where it is the first letter, which people mistype least."""

_NUMBERS = {
    word: str(value)
    for value, forms in enumerate(
        (
            "zero",
            "one first 1st i",
            "two second 2nd ii",
            "three third 3rd iii",
            "four fourth 4th iv",
            "five fifth 5th v",
            "six sixth 6th vi",
            "seven seventh 7th vii",
            "eight eighth 8th viii",
            "nine ninth 9th ix",
            "ten tenth 10th x",
            "eleven eleventh 11th xi",
            "twelve twelfth 12th xii",
        )
    )
    for word in forms.split()
}
_WHOLE_WORDS = {
    "aluminium": "aluminum",
    "amongst": "among",
    "grey": "gray",
    "gynaecology": "gynecology",
    "practise": "practice",
    "versus": "vs",
    "whilst": "while",
    "acknowledgement": "acknowledgment",
    "ageing": "aging",
    "judgement": "judgment",
}
_BRITISH = (
    (lazy("[ao]e"), "e"),
    (lazy("our(?=$|s$|e|i|a|l|h)"), "or"),
    (lazy("z"), "s"),
    (lazy("ll"), "l"),
    (lazy("ogue(?=s?$)"), "og"),
    (lazy("(?<=...)re(?=s?$)"), "er"),
    (lazy("ense(?=s?$)"), "ence"),
    (lazy("mme(?=s?$)"), "m"),
    (lazy("mm(?=ed$|ing$)"), "m"),
    (lazy("sulph"), "sulf"),
    (lazy("leuco"), "leuko"),
    (lazy("^scept"), "skept"),
    (lazy("ould"), "old"),
    (lazy("xion(?=s?$)"), "ction"),
)
_LATIN_FOR_GREEK = {
    "alpha": "a",
    "beta": "b",
    "gamma": "g",
    "delta": "d",
    "epsilon": "e",
    "kappa": "k",
    "lambda": "l",
    "mu": "u",
    "sigma": "s",
    "omega": "o",
}
_GREEK = lazy(rf"(\w*\d|)({'|'.join(_LATIN_FOR_GREEK)})(\d*[a-z]?)")
_MORPHEMES = (
    ("micro", "macro"),
    ("ante", "anti"),
    ("^ab", "^ad"),
    ("^e", "^a"),
    ("^i", "^e"),
    ("^a", "^"),
    ("^m", "^"),
    ("^de", "^re"),
    ("^pre", "^pro"),
    ("mortality", "morality"),
    ("ate$", "ite$"),
    ("ate$", "ide$"),
    ("ane$", "ene$"),
    ("ane$", "yne$"),
    ("ene$", "yne$"),
    ("amine$", "amide$"),
    ("one$", "ine$"),
    ("ol$", "yl$"),
)


class Likeness(IntEnum):
    """How far two words agree."""

    DIFFERENT = 0
    SLIP = 1
    SAME = 2


@lru_cache(maxsize=50_000)
def compare_words(one: str, two: str) -> Likeness:
    """Compare two folded words (`claimcheck.compare.folding.words`)."""
    if one == two or _standard(one) == _standard(two) or _latin(one) == _latin(two):
        return Likeness.SAME
    if _NUMBERS.get(one, one) == _NUMBERS.get(two, two):
        return Likeness.SAME
    return Likeness.SLIP if is_slip(one, two) else Likeness.DIFFERENT


@lru_cache(maxsize=20_000)
def _standard(word: str) -> str:
    """The word as an American writer spells it, roughly; good for comparing only."""
    word = _WHOLE_WORDS.get(word, word)
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word.removesuffix("s") if len(word) > 3 else word


def _latin(word: str) -> str:
    """A Greek letter, with its number, as the Latin one that stands in for it (`alpha7`, `a7`)."""
    found = _GREEK.fullmatch(word)
    return found[1] + _LATIN_FOR_GREEK[found[2]] + found[3] if found else word


def is_slip(one: str, two: str) -> bool:
    """Whether one of the words is the other with a single letter mistyped."""
    shortest = min(len(one), len(two))
    if shortest < SHORTEST_SLIP or abs(len(one) - len(two)) > 1:
        return False
    if not (one.isalpha() and two.isalpha()):
        return False

    from rapidfuzz.distance import OSA

    if OSA.distance(one, two, score_cutoff=1) > 1 or _is_other_morpheme(one, two):
        return False
    return one[0] == two[0] or shortest >= SHORTEST_FIRST_SLIP


def _is_other_morpheme(one: str, two: str) -> bool:
    one, two = f"^{one.rstrip('s')}$", f"^{two.rstrip('s')}$"
    return one != two and any(
        two in (one.replace(a, b, 1), one.replace(b, a, 1)) for a, b in _MORPHEMES
    )
