"""Titles: whether two of them name the same work, and which words differ if not.

Ignored are case, punctuation, accents, markup, Greek or spelled-out letters, British or American
spelling, function words, a status set before the title, a subtitle that one side drops, and about
one mistyped letter in eight words. One other word is a different title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from claimcheck.classes import dataclass
from claimcheck.compare.folding import plain, romanised, words
from claimcheck.compare.labels import without_status
from claimcheck.compare.spelling import Likeness, compare_words, is_slip
from claimcheck.patterns import lazy

WORDS_PER_SLIP = 8
"""One slip is forgiven in a title of up to this many words, two in twice as many, and so on."""
SAME = 0.9
"""Least likeness of titles that count as the same, however much one of them leaves out."""
LONGEST = 2000
"""Characters of a title that are looked at: what is longer is a paragraph that was misread."""
MOST_CUTS = 12
"""Places at which a subtitle may begin that are tried."""
LEAST_CUT = 4
"""Words that must be left of a title cut by an ellipsis or in mid-word."""

_FUNCTION_WORD_LIST = (
    "a an the of in on for and to by from at as or with s among amongst between during into via "
    "der die das und von la le les el los et y de des du"
)
_FUNCTION_WORDS = frozenset(_FUNCTION_WORD_LIST.split())
_SUBTITLE = lazy(r"\s*(?:[:;.?!\u2014\u2013]\s|:(?=\S)|\s[-\u2013\u2014(\[/=]|\u2014|\Z)")
_ELLIPSIS = lazy(r"\s*(?:\.\.\.+|\u2026)\W*\Z")
_CHAPTER = lazy(r"\A\s*(?:chapter|part|section)?\s*\d{1,3}\s*[.:)\u2013\u2014-]\s*(?=\D)", re.I)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleComparison:
    """How a title as given compares with a record's.

    `likeness` runs from 0 to 1. `shared` counts the content words that both have: agreement in
    one or two words says little. `changed` pairs the words given with those in their place.
    """

    same: bool
    likeness: float
    shared: int
    changed: tuple[tuple[str, str], ...] = ()


def compare_titles(given: str, recorded: Iterable[str]) -> TitleComparison | None:
    """Compare with the likest of the recorded forms; None when either side has no words."""
    ours = dict.fromkeys([given, romanised(given)])
    theirs = dict.fromkeys(form for title in recorded for form in (title, romanised(title)))
    results = [found for one in ours for two in theirs if (found := _compare(one, two))]
    return max(results, key=lambda r: (r.same, r.likeness), default=None)


def forms(titles: Sequence[str], subtitles: Sequence[str] = ()) -> tuple[str, ...]:
    """Every full form of a record's title; a subtitle that it has is part of it.

    A title that is printed without its subtitle still compares as the same.
    """
    if subtitles:
        return tuple(f"{title}: {subtitle}" for title in titles[:3] for subtitle in subtitles[:3])
    return (*titles, " ".join(titles)) if 1 < len(titles) <= 3 else tuple(titles)


def normal_form(title: str) -> str:
    """The words of a title that carry it, folded; equal for most spellings of one title."""
    return " ".join(_carried(without_status(title)))


@lru_cache(maxsize=4096)
def _compare(given: str, recorded: str) -> TitleComparison | None:
    one, two = without_status(given[:LONGEST]), without_status(recorded[:LONGEST])
    if not words(one) or not words(two):
        return None
    likeness = _likeness(words(one), words(two))
    if _have_little_in_common(words(one), words(two), likeness):
        return TitleComparison(False, likeness, 0, ((one, two),))
    whole = _align(words(one), words(two))
    same = next((a for p in _pairings(one, two) if (a := _align(*p)).same), None)
    if same:
        return TitleComparison(True, max(likeness, SAME), same.shared)
    return TitleComparison(False, min(likeness, 0.99), whole.shared, whole.changed)


def _have_little_in_common(one: Words, two: Words, likeness: float) -> bool:
    """Whether the titles are too far apart for any cut to make them one: true of most hits."""
    a, b = Counter(_content(one)), Counter(_content(two))
    return likeness < 0.35 and 3 * (a & b).total() < min(a.total(), b.total())


def _pairings(one: str, two: str) -> Iterable[tuple[Words, Words]]:
    """The whole titles, then one of them whole with the other cut where it may have been cut."""
    yield words(one), words(two)
    for cut in _cuts(two)[:MOST_CUTS]:
        yield words(one), cut
    for cut in _cuts(one)[:MOST_CUTS]:
        yield cut, words(two)
    yield from _cut_short(one, two)
    yield from ((b, a) for a, b in _cut_short(two, one))


@lru_cache(maxsize=4096)
def _cuts(title: str) -> tuple[Words, ...]:
    """The title up to each place where a subtitle may begin; without the number of a chapter."""
    whole = words(title)
    heads = [words(title[: found.start()]) for found in _SUBTITLE.finditer(title)]
    numbered = _CHAPTER.sub("", title)
    tails = [words(numbered)] if numbered != title else []
    return tuple(cut for cut in (*heads, *tails) if cut and cut != whole)


def _cut_short(short: str, long: str) -> Iterable[tuple[Words, Words]]:
    """A title that ends in an ellipsis or in mid-word, with as much of the other."""
    head, rest = words(_ELLIPSIS.sub("", short)), words(long)
    if not LEAST_CUT <= len(head) <= len(rest):
        return
    last, meant = head[-1], rest[len(head) - 1]
    in_mid_word = 2 < len(last) < len(meant) and meant.startswith(last)
    if _ELLIPSIS.search(short) or (in_mid_word and len(head) < len(rest)):
        yield head[:-1], rest[: len(head) - 1]


@dataclass(frozen=True, slots=True)
class _Alignment:
    same: bool
    shared: int
    changed: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4096)
def _align(one: Words, two: Words) -> _Alignment:
    slips, equal = 0, 0
    changed = []
    for a, b in _chunks(one, two):
        likeness = Likeness.SAME if a == b else _compare_chunks(a, b)
        slips += likeness is Likeness.SLIP
        equal += len(_content(a)) if likeness is not Likeness.DIFFERENT else 0
        if likeness is Likeness.DIFFERENT:
            changed.append((" ".join(a), " ".join(b)))
    allowed = 1 + min(len(one), len(two)) // WORDS_PER_SLIP
    return _Alignment(not changed and slips <= allowed, equal, tuple(changed))


def _chunks(one: Words, two: Words) -> list[tuple[Words, Words]]:
    """Cut both into stretches that agree word for word and stretches that do not."""
    from rapidfuzz.distance import Levenshtein

    chunks: list[tuple[Words, Words]] = []
    open_a, open_b = 0, 0
    for op in Levenshtein.opcodes(one, two):
        if op.tag == "equal":
            chunks.append((one[open_a : op.src_start], two[open_b : op.dest_start]))
            chunks.append((one[op.src_start : op.src_end], two[op.dest_start : op.dest_end]))
            open_a, open_b = op.src_end, op.dest_end
    chunks.append((one[open_a:], two[open_b:]))
    return [(a, b) for a, b in chunks if a or b]


def _compare_chunks(one: Words, two: Words) -> Likeness:
    if "".join(one) == "".join(two):
        return Likeness.SAME
    a, b = _content(one), _content(two)
    if "".join(a) == "".join(b) or _abbreviated(a) == _abbreviated(b):
        return Likeness.SAME
    if len(one) == len(two) or len(a) == len(b):
        pairs = [pair for pair in ((one, two), (a, b)) if len(pair[0]) == len(pair[1])]
        return max(_compare_wordwise(*pair) for pair in pairs)
    return Likeness.SLIP if is_slip("".join(a), "".join(b)) else Likeness.DIFFERENT


def _compare_wordwise(one: Words, two: Words) -> Likeness:
    likeness = [compare_words(a, b) for a, b in zip(one, two, strict=True)]
    if likeness.count(Likeness.SLIP) > 1:
        return Likeness.DIFFERENT
    return min(likeness, default=Likeness.SAME)


def _abbreviated(content: Words) -> str:
    """`5-HT2A receptor` as `5-HT2AR`, as pharmacologists abbreviate it."""
    return lazy(r"(?<=\d)([a-z]?)receptors?").sub(r"\1r", "".join(content))


def _content(all_words: Words) -> Words:
    return tuple(word for word in all_words if word not in _FUNCTION_WORDS)


def _carried(title: str) -> Words:
    return _content(words(plain(title))) or words(title)


def _likeness(one: Words, two: Words) -> float:
    """Mean of the shared content words (Dice) and of the letters in order (indel ratio)."""
    from rapidfuzz import fuzz

    a, b = Counter(_content(one) or one), Counter(_content(two) or two)
    dice = 2 * (a & b).total() / (a.total() + b.total())
    return (dice + fuzz.ratio(" ".join(one), " ".join(two)) / 100) / 2
