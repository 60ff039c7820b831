"""Container titles: a journal's name against its abbreviations, and against its namesakes.

Abbreviations are recognised by how ISO 4 makes them (words cut at the end or contracted, articles
and prepositions left out) and as acronyms. A journal with one more content word is another journal:
Nature and Nature Medicine, Psychopharmacology and Journal of Psychopharmacology.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from claimcheck.classes import dataclass
from claimcheck.compare.folding import plain, words
from claimcheck.compare.spelling import Likeness, compare_words, is_slip
from claimcheck.patterns import lazy

LONGEST = 300
"""Characters of a name that are looked at; the longest journals' have half as many."""

_LINK_LIST = (
    "a an the of in on for and to by from at with de la le les el los et y des du der die das und "
    "fur zur van het en i do da dos e del di della"
)
_LINKS = frozenset(_LINK_LIST.split())
_BRACKETS = lazy(r"\s*[(\[][^()\[\]]*[)\]]")
_PARALLEL = lazy(r"\s+=\s+|\s*/\s*|\s*\|\s*")
_HYPHENED = lazy(r"(?<=\w{4})\s*[-\u2013\u2014]\s*(?=[A-Z])")
_SECTION = lazy(r"\s*[:;]\s*|\s+[\u2013\u2014-]\s+|(?<=\w{5})\.\s+")
_ABOUT_ITSELF = lazy(
    r"\b(?:journal|publication|organ|magazine|bulletin|zeitschrift|revue|official|forum|newsletter"
    r"|proceedings|transactions|annals)\b",
    re.I,
)
_COUNTRY = lazy(r"\b(?:of the united states(?: of america)?|u\.? ?s\.? ?a\.?)\W*\Z", re.I)
_IRREGULAR = {
    ("jpn", "japanese"),
    ("jpn", "japan"),
    ("dtsch", "deutsche"),
    ("int", "internat"),
    ("intl", "international"),
    ("natl", "national"),
    ("qtly", "quarterly"),
    ("q", "quarterly"),
    ("assn", "association"),
    ("bull", "bulletin"),
    ("lett", "letters"),
    ("mag", "magazine"),
    ("proc", "proceedings"),
}

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VenueComparison:
    """Whether two container titles are of one venue, and how alike they are from 0 to 1."""

    same: bool
    likeness: float


def compare_venues(given: str, recorded: Iterable[str]) -> VenueComparison | None:
    """Compare with the likest of a record's containers; None when either side has no words."""
    results = [result for name in recorded if (result := _compare(given, name))]
    return max(results, key=lambda r: (r.same, r.likeness), default=None)


@lru_cache(maxsize=8192)
def _compare(given: str, recorded: str) -> VenueComparison | None:
    ones, twos = _forms(given[:LONGEST]), _forms(recorded[:LONGEST])
    if not ones or not twos:
        return None
    same = any(_same(a, b) for a in ones for b in twos)
    return VenueComparison(same, 1.0 if same else _likeness(ones[0], twos[0]))


@lru_cache(maxsize=8192)
def _forms(name: str) -> tuple[Words, ...]:
    """The names under which a venue may go: whole, without its subtitle, each parallel title."""
    text = _without_brackets(plain(name))
    if not (whole := _content(text)):
        return ()
    titles = [*_PARALLEL.split(text), _HYPHENED.split(text, maxsplit=1)[0]]
    parallel = [form for part in titles if len(form := _content(part)) > 1]
    shorter = [_content(part) for part in (_COUNTRY.sub("", text), *_without_own_praise(text))]
    # `For.` abbreviates Forestry, and `Eur Vol` what stands in brackets in the full name
    unabridged = [words(text.replace("&", " and ")), _content(plain(name))]
    return tuple(dict.fromkeys(form for form in (whole, *unabridged, *parallel, *shorter) if form))


def _without_brackets(text: str) -> str:
    previous = ""
    while previous != text:
        previous, text = text, _BRACKETS.sub("", text)
    return text.strip() or previous


def _without_own_praise(text: str) -> list[str]:
    """The name before a subtitle that speaks of the journal itself or of a lettered section.

    `JAMA: the journal of …` is JAMA; `Biological Psychiatry: Cognitive Neuroscience` is another
    journal than Biological Psychiatry.
    """
    head, *rest = _SECTION.split(text, maxsplit=1)
    if rest and (_ABOUT_ITSELF.search(rest[0]) or lazy(r"\s[A-Z]\Z").search(head)):
        return [head]
    return []


def _content(text: str) -> Words:
    found = words(text.replace("&", " and "))
    return tuple(word for word in found if word not in _LINKS) or found


def _same(one: Words, two: Words) -> bool:
    return (
        one == two
        or _is_acronym(one, two)
        or _is_acronym(two, one)
        or _abbreviates(one, two)
        or _abbreviates(two, one)
    )


def _is_acronym(short: Words, long: Words) -> bool:
    """`PNAS`, `JAMA`, `N.E.J.M.`: the first letters of all content words, three at least."""
    letters = "".join(short)
    return (
        3 <= len(letters) <= 8
        and len(long) >= 3
        and (len(short) == 1 or all(len(word) == 1 for word in short))
        and letters == "".join(word[0] for word in long)
    )


@lru_cache(maxsize=8192)
def _abbreviates(short: Words, long: Words) -> bool:
    """Whether each word of `short` stands for one word of `long`, or for two written as one."""
    if not short or not long:
        return short == long
    if _stands_for(short[0], long[0]) and _abbreviates(short[1:], long[1:]):
        return True
    return _joins_two(short, long) or _joins_two(long, short, swapped=True)


def _joins_two(joined: Words, apart: Words, *, swapped: bool = False) -> bool:
    """Whether the first word of one is the first two of the other (`neuro psychopharmacology`)."""
    if len(apart) < 2 or len(joined[0]) <= len(apart[0]) + 2:
        return False
    pair = (joined[0], apart[0] + apart[1])
    short, long = reversed(pair) if swapped else pair
    left = (apart[2:], joined[1:]) if swapped else (joined[1:], apart[2:])
    return long.startswith(short) and _abbreviates(*left)


def _stands_for(short: str, long: str) -> bool:
    if short[0] != long[0]:
        return False
    if long.startswith(short) or (short, long) in _IRREGULAR:
        return True
    return _is_contraction(short, long) or _is_same_word(short, long)


def _is_contraction(short: str, long: str) -> bool:
    """First and last letter kept, others in order: `natl` for `national`."""
    if len(short) < 4 or len(short) > 0.6 * len(long) or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def _is_same_word(one: str, two: str) -> bool:
    return compare_words(one, two) is Likeness.SAME or (len(one) > 6 and is_slip(one, two))


def _likeness(one: Words, two: Words) -> float:
    """Share of the words that stand for one another, order aside; below 1."""
    left = list(two)
    hits = 0
    for word in one:
        partner = next((w for w in left if _stands_for(word, w) or _stands_for(w, word)), None)
        if partner is not None:
            left.remove(partner)
            hits += 1
    return min(0.95, 2 * hits / (len(one) + len(two)))
