"""Names of persons and groups: whether two spellings are of one author.

Ignored are case, accents and their transliterations (ae/oe/ue), initials against given names,
particles, suffixes, hyphens, half of a double surname, family and given name exchanged, one
mistyped letter in a longer surname, and letters lost to a wrong encoding.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from claimcheck.classes import dataclass
from claimcheck.compare.folding import fold, plain
from claimcheck.compare.spelling import is_slip
from claimcheck.model.works import Name
from claimcheck.patterns import lazy

SAME_GROUP = 75
"""Token-set ratio (0 to 100) from which two group names are one; they are printed in many ways."""

LONGEST = 2000
"""Characters of a name that are looked at: some registries put the whole line of authors in one."""

_PARTICLE_LIST = (
    "van von der den de del della dello di da dos das du la le les los las lo ten ter te zu zum "
    "zur af av bin ibn ben al el op vom dal dalla degli do e y vander vanden st t"
)
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th", "esq", "phd"})
_GROUP = lazy(
    r"\b(?:group|consorti\w*|investigators?|collaborat\w*|network|team|committee|commission|"
    r"associations?|society|foundation|institut\w*|organi[sz]ations?|agency|agencies|department|"
    r"ministry|university|universit\w+|council|cent(?:er|re)s?|study|trial|initiative|project|"
    r"program(?:me)?|task ?force|panel|board|office|administration|academy|federation|alliance|"
    r"bureau|inc|ltd|llc|gmbh|company|corporation|press|staff|editors?|journal|national|"
    r"international|world|royal|european|american|health|members?)\b",
    re.I,
)
_LEAD_INS = frozenset({"for", "the", "on", "behalf", "of", "and", "from"})
_NAME_WORD = lazy(r"(?:[^\W\d_]|['\u2019.-])+,?\Z")
_CUT = lazy(r"\W*(?:et\.? ?al|and others|others|u\.? ?a|\.\.\.+|\u2026)\W*\Z", re.I)
_UMLAUT = lazy("(?<=[aou])e+")
_LOST = lazy("[?\ufffd\u25a1\u00bf]+")
_TOKEN = lazy(r"[a-z0-9*]+")


@dataclass(frozen=True, slots=True)
class Person:
    """One way to read a name, in every form that is compared."""

    parts: tuple[str, ...]
    """The surname's words, without particles unless there is nothing else."""
    surname: str
    """The same as one word."""
    whole: str
    """The surname as one word, particles and all."""
    loose: str
    """The surname in a form that all transliterations share."""
    given: tuple[str, ...]
    initials: str
    exchanged: bool = False
    """Whether this reading takes the given name for the surname."""


def is_cut_mark(name: Name) -> bool:
    """Whether this is no name but an `et al.` or an ellipsis in the list."""
    return bool(_CUT.match(_text(name)))


def is_group(name: Name) -> bool:
    """Whether the name is of an organisation or a study group."""
    if name.literal:
        return not _looks_personal(name.literal)
    return speaks_of_a_group(name)


def speaks_of_a_group(name: Name) -> bool:
    """Whether a name in one piece holds a word such as `consortium` that no person's does."""
    led_in = set((name.given or "").lower().split()) <= _LEAD_INS
    return led_in and bool(_GROUP.search(_text(name)))


def is_empty(name: Name) -> bool:
    """Whether the name holds no letter, as some of the registries' do."""
    return not lazy(r"\w").search(_text(name))


def same_person(one: Name, two: Name) -> bool:
    """Whether both may name one person; a missing given name contradicts nothing."""
    return one == two or any(_agree(a, b) for a in readings(one) for b in readings(two))


def same_group(one: Name, two: Name) -> bool:
    """Whether both may name one group, written out, shortened or as an acronym."""
    from rapidfuzz import fuzz

    a, b = fold(_text(one)), fold(_text(two))
    if fuzz.token_set_ratio(a, b) >= SAME_GROUP:
        return True
    return any(_is_acronym(short, long) for short, long in ((a, b), (b, a)))


def surname_key(name: Name) -> str:
    """A key that most spellings of one surname share, for finding candidates quickly."""
    found = readings(name)
    return found[0].loose if found else ""


def in_print(name: Name) -> str:
    """The name as bibliographies print it: `Carhart-Harris RL`."""
    if name.literal or not name.family:
        return plain(_text(name)).strip()
    family = " ".join(filter(None, (name.non_dropping_particle, plain(name.family))))
    initials = "".join(_initials(plain(name.given or ""))).upper()
    return f"{family} {initials}".strip()


@lru_cache(maxsize=20_000)
def readings(name: Name) -> tuple[Person, ...]:
    """The ways in which a name can be read, the likeliest first."""
    if name.literal and not name.family:
        return _read_line(name.literal[:LONGEST])
    particles = [name.non_dropping_particle, name.dropping_particle]
    family = " ".join(filter(None, [*particles, name.family]))[:LONGEST]
    given = (name.given or "").strip()[:LONGEST]
    if not given:
        return _read_line(family)
    person = _person(family, given)
    exchanged = replace(_person(given, family), exchanged=True)
    return (person, exchanged) if len("".join(person.given)) > len(person.initials) else (person,)


def _read_line(text: str) -> tuple[Person, ...]:
    """Read a name that stands in one piece: `Family, Given`, `Family GH`, `Given Family`."""
    family, comma, given = plain(text).partition(",")
    if comma:
        return (_person(family, given),)
    tokens = text.split()
    if len(tokens) < 2:
        return (_person(text, ""),)
    cut = [_person(text, ""), _person(tokens[-1], " ".join(tokens[:-1]))]
    first = _person(" ".join(tokens[:-1]), tokens[-1])
    return (first, *cut) if _is_initials(tokens[-1]) else (*cut, _person(tokens[0], tokens[-1]))


def _person(family: str, given: str) -> Person:
    given = lazy(r"\s+\(.*?\)").sub("", plain(given))
    tokens = _tokens(plain(family))
    parts = tuple(word for word in tokens if word not in _PARTICLES) or tokens
    surname = "".join(parts)
    return Person(
        parts=parts,
        surname=surname,
        whole="".join(tokens),
        loose=_UMLAUT.sub("", surname.replace("aa", "a")),
        given=_given_tokens(given),
        initials="".join(_initials(given)),
    )


def _tokens(text: str) -> tuple[str, ...]:
    marked = _LOST.sub("*", text) if lazy(r"\w").search(text) else ""
    found = tuple(_TOKEN.findall(fold(marked)))
    return tuple(t for t in found if t not in _SUFFIXES) or found


def _given_tokens(given: str) -> tuple[str, ...]:
    return tuple(t for t in _tokens(given) if t not in _PARTICLES or len(t) < 2)


def _initials(given: str) -> list[str]:
    """First letters of given names: `Robin L.`, `RL`, `R.-L.` and `Jean-Luc` alike."""
    letters: list[str] = []
    for word in lazy(r"[\s.,\u2010-\u2014-]+").split(given):
        folded = "".join(_TOKEN.findall(fold(word)))
        if not folded or folded in _SUFFIXES or (word.islower() and folded in _PARTICLES):
            continue
        letters.extend(folded if _is_initials(word) else folded[0])
    return letters


def _is_initials(word: str) -> bool:
    bare = lazy(r"[^\w]").sub("", word)
    return bare.isupper() and len(bare) <= (4 if "." in word else 3)


def _looks_personal(text: str) -> bool:
    if _GROUP.search(text):
        return False
    family, comma, given = text.strip(" ,;.").partition(",")
    tokens = family.split()
    if comma:
        return 1 <= len(given.split()) <= 3 and len(tokens) <= 4
    if len(tokens) == 1:
        return not text.isupper() and bool(_NAME_WORD.match(family))
    return len(tokens) <= 4 and all(_NAME_WORD.match(token) for token in tokens)


def _text(name: Name) -> str:
    return (name.literal or " ".join(filter(None, (name.given, name.family))))[:LONGEST]


def _agree(one: Person, two: Person) -> bool:
    if one.exchanged and two.exchanged:
        return False
    return _same_surname(one, two) and _same_given(one, two)


def _same_surname(one: Person, two: Person) -> bool:
    if not one.surname or not two.surname:
        return False
    if one.loose == two.loose or one.whole == two.whole:
        return True
    if "*" in one.surname or "*" in two.surname:
        return _same_but_for_lost(one.surname, two.surname)
    if len(one.parts) != len(two.parts):
        return _is_half_of(one.parts, two.parts) or _is_half_of(two.parts, one.parts)
    return abs(len(one.surname) - len(two.surname)) < 2 and is_slip(one.surname, two.surname)


def _is_half_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len("".join(short)) < 3 or len(short) >= len(long):
        return False
    return short in (long[: len(short)], long[-len(short) :])


def _same_but_for_lost(one: str, two: str) -> bool:
    pattern, other = (one, two) if "*" in one else (two, one)
    if len(pattern.replace("*", "")) < 3:
        return False
    return bool(re.fullmatch(pattern.replace("*", "[a-z*]{0,3}"), other))


def _same_given(one: Person, two: Person) -> bool:
    a, b = one.initials, two.initials
    return not a or not b or _is_within(a, b) or _is_within(b, a)


def _is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


def _is_acronym(short: str, long: str) -> bool:
    letters = lazy(r"[^a-z0-9]").sub("", short)
    content = [w for w in _TOKEN.findall(long) if w not in {"of", "the", "for", "and", "on", "in"}]
    return 2 <= len(letters) <= 8 and "".join(w[0] for w in content).startswith(letters)
