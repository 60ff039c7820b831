"""Finding the names of a base in running text: longest match, tolerant of case, hyphen and plural.

Everything that may be found comes from the base: the vocabulary, the trials with their registry
ids, and the first authors of their publications.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from claimcheck.classes import dataclass
from claimcheck.model.base import Base
from claimcheck.patterns import lazy

NameKind = Literal[
    "compound",
    "indication",
    "scale",
    "outcome",
    "sponsor",
    "agency",
    "jurisdiction",
    "control",
    "designation",
    "schedule",
    "treatment",
    "trial",
    "author",
]
_LISTS: dict[str, NameKind] = {
    "compounds": "compound",
    "indications": "indication",
    "scales": "scale",
    "outcomes": "outcome",
    "sponsors": "sponsor",
    "agencies": "agency",
    "jurisdictions": "jurisdiction",
    "controls": "control",
    "designations": "designation",
    "schedules": "schedule",
    "treatments": "treatment",
}
_WORD = lazy(r"[^\W_]+")
_PARTS = lazy(r"\d+|[^\W\d_]+")
_CODED = lazy(r"[a-z]{2,6}\d{2,6}")
"""A code such as mm120 or comp360: letters, then digits."""
_GAP = lazy(r"(?:[\s\u00ad\u200b]*[-‐-―−/&’'.,()+]?[\s\u00ad\u200b]*)\Z")
_COMMA = lazy(r"([^\W_]+), ([^\W_]+)")
_SENTENCE_GAP = lazy(r"[.,;:]\s|\n\s*\n")
_AUTHORSHIP = lazy(
    r"(?:[’']s|(?<=s)[’'](?=\s[a-z]))?"
    r"(?:\s+(?:et\s+al\b\.?|(?:and|&)\s+(?:colleagues|co-?workers|associates|others"
    r"|(?:her|his|their)\s+(?:team|group|colleagues)|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?))|(?=[’']s\b)|'s\s+(?:team|group))?"
    r"(?P<year>,?\s*[(\[]?\s*(?:19|20)\d\d)?"
)
_TEAM = lazy(r"et\s+al\b|colleagues|team|group|co-?workers")
_DONE_BY = lazy(
    r"\b(?:led|headed|signed|written|authored|published|reported|run|conducted|done|headed|"
    r"trial|study|paper|pilot|work|team|group|experiment)\s(?:out\s|up\s)?(?:by|of|from|under)\s"
    r"(?:(?:Dr|Prof)\.?\s)?(?:[A-Z][\w.’'-]+\s){0,3}(?:(?:and|de|van|von)\s)?\Z"
)
_DID = lazy(
    r"(?:, (?:of|at|from) [^,;.]{2,40},)?\s(?:(?:et al|and \w+)[^\w]*)?(?:gave|tested|compared|"
    r"randomi[sz]ed|pitted|treated|studied|enrolled|recruited|followed|kept|dosed|offered|signed|"
    r"tried (?:to|it|the)|set out to|reported|found|"
    r"(?:is|was) (?:the )?(?:first|lead|senior) author|trial|study|paper|pilot|experiment)\b"
)
"""What stands before or after the name of somebody who did a trial."""
_BESIDE_HIM = lazy(r"(?P<first>[A-Z][\w’'-]+) (?:and|&) (?:[A-Z][\w’'-]+ )?\Z")
_NO_PERSON = lazy(r"(?:&|\bUC|California,?)\s\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text. `ids` has several only where the name itself fits several.

    For the kind `author` the ids are those of references; `year` is the year written with it.
    """

    kind: NameKind
    ids: tuple[str, ...]
    start: int
    end: int
    year: int | None = None


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe"})
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ø": "o"})

Entry = tuple[NameKind, str, str | None, frozenset[str]]
"""Kind and id of a name; the only spelling that counts, if there is one; and folded words of which
one must stand in the text, if there are any."""


class Table(NamedTuple):
    """All names of a base, of built-in types only, so that it can be kept for the next run."""

    names: dict[str, tuple[Entry, ...]]
    """By the folded words of a name with spaces between."""
    longest: dict[str, int]
    """How many words a name can have, by its first."""
    authors: dict[str, tuple[tuple[str, int | None], ...]]
    """First authors of what trials published: by the last word of the family name, id and year."""
    commas: frozenset[tuple[str, str]]
    """Words that a name joins by a comma: "University of California, Los Angeles"."""


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """A word as names are compared: lower case, no accents, no plural s."""
    word = word.casefold()
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in parts if not unicodedata.combining(c))
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-2] if word.endswith(("ches", "shes", "sses")) else word[:-1]
    return word


def name_table(base: Base) -> Table:
    """The names that may be found in a text."""
    names: dict[str, dict[Entry, None]] = {}
    longest: dict[str, int] = {}
    commas = set()
    for name, entry in _named(base):
        if ", " in name:
            commas |= {(fold(left), fold(right)) for left, right in _COMMA.findall(name)}
        for words in _variants(name):
            names.setdefault(" ".join(words), {})[entry] = None
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    kept = {words: tuple(entries) for words, entries in names.items()}
    return Table(kept, longest, _authors(base), frozenset(commas))


def _named(base: Base) -> Iterator[tuple[str, Entry]]:
    anywhere: frozenset[str] = frozenset()
    for key, kind in _LISTS.items():
        for term in getattr(base.vocabulary, key):
            for name in (term.name, *term.synonyms):
                yield name, (kind, term.id, None, anywhere)
            for name in term.exact:
                yield name, (kind, term.id, name, anywhere)
            context = frozenset(fold(w) for word in term.context for w in _WORD.findall(word))
            for name in term.ambiguous:
                yield name, (kind, term.id, None, context)
    for trial in base.trials:
        for name in (trial.name, *trial.aliases, *trial.registry):
            yield name, ("trial", trial.id, None, anywhere)


def _authors(base: Base) -> dict[str, tuple[tuple[str, int | None], ...]]:
    found: dict[str, tuple[tuple[str, int | None], ...]] = {}
    for ref in dict.fromkeys(p.ref for trial in base.trials for p in trial.publications):
        work = base.reference.get(ref)
        if work and work.author and work.author[0].family:
            family = _WORD.findall(work.author[0].family)
            year = work.issued.year if work.issued else None
            for last in _spellings(family[-1] if family else ""):
                found[last] = (*found.get(last, ()), (work.id, year))
    return found


def _spellings(family: str) -> set[str]:
    """A name with its umlauts written in each way: Müller, Mueller, Muller."""
    long = family.casefold().translate(_UMLAUTS)
    short = family.casefold().translate(_PLAIN)
    for umlaut in ("ae", "oe", "ue"):
        short = short.replace(umlaut, umlaut[0])
    return {fold(family), fold(long), fold(short)}


class NameIndex:
    """Looks for the names of a table."""

    def __init__(self, table: Table) -> None:
        self._names, self._longest, self._authors, self._commas = table
        self.find = lru_cache(maxsize=1 << 12)(self._find)
        """Every name in a text, by place; names of different kinds may overlap."""

    def _find(self, text: str) -> tuple[Mention, ...]:
        words = [(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        present: frozenset[str] | None = None
        found: list[Mention] = []
        last_end: dict[str, int] = {}
        for position, (word, start, end) in enumerate(words):
            if word in self._authors:
                found.extend(self._author(text, word, start, end))
            if word not in self._longest:
                continue
            if present is None:
                present = frozenset(w for w, _, _ in words)
            for mention in self._longest_at(text, words, position, present):
                if mention.start >= last_end.get(mention.kind, 0):
                    last_end[mention.kind] = mention.end
                    found.append(mention)
        return tuple(found)

    def _longest_at(
        self, text: str, words: list[tuple[str, int, int]], position: int, present: frozenset[str]
    ) -> Iterator[Mention]:
        """The longest name of each kind that begins at a word."""
        name, start, _ = words[position]
        best: dict[NameKind, tuple[int, list[str]]] = {}
        for index in range(position, min(position + self._longest[name], len(words))):
            word, _, end = words[index]
            if index > position:
                if not self._join(text, words, index):
                    break
                name = f"{name} {word}"
            for kind, ident, exact, context in self._names.get(name, ()):
                if exact is not None and not _is_spelt(text[start:end], exact):
                    continue
                if not context or context & present:
                    at, ids = best.get(kind, (0, []))
                    best[kind] = (end, [*ids, ident] if at == end else [ident])
        for kind, (end, ids) in best.items():
            if kind == "trial" and _is_part_of_another(text, start, end):
                continue
            yield Mention(kind, tuple(dict.fromkeys(ids)), start, end)

    def _join(self, text: str, words: list[tuple[str, int, int]], index: int) -> bool:
        """Whether a word goes on with the name that the word before it belongs to."""
        (before, _, end), (word, begin, _) = words[index - 1], words[index]
        gap = text[end:begin]
        return gap in {" ", "-"} or _joined(gap) or (gap == ", " and (before, word) in self._commas)

    def _author(self, text: str, family: str, start: int, end: int) -> Iterator[Mention]:
        """A first author's name, where a year or "et al." makes it one."""
        tail = _AUTHORSHIP.match(text, end)
        if tail is None or not text[start].isupper():
            return
        written = tail.group("year")
        year = int(re.sub(r"\D", "", written)) if written else None
        pair = _BESIDE_HIM.search(text, max(0, start - 30), start)
        if pair and fold(pair.group("first")) in self._authors:
            return
        at_work = _is_at_work(text, start, end) or _is_at_work(text, start, tail.end())
        if year is None and not _TEAM.search(tail.group()) and not at_work:
            return
        works = _of_year(self._authors[family], year)
        if works:
            yield Mention("author", works, start, tail.end(), year)


def _is_at_work(text: str, start: int, end: int) -> bool:
    """Whether the words around a name make somebody who did a trial of who has it."""
    before, own = text[max(0, start - 80) : start], text[end : end + 1] in {"’", "'"}
    worked = own or _DID.match(text, end) or _DONE_BY.search(before)
    return bool(worked) and not _NO_PERSON.search(before)


def _is_part_of_another(text: str, start: int, end: int) -> bool:
    """Whether a trial's name is part of a longer one that is not known: MORE-KARE, KARE-2."""
    before = text[max(0, start - 2) : start]
    return (before[-1:] == "-" and before[:1].isupper()) or (
        text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit()
    )


def _of_year(works: Iterable[tuple[str, int | None]], year: int | None) -> tuple[str, ...]:
    """The works of a year, else of the next or the last: by day online, or by volume."""
    if year is None:
        return tuple(work for work, _ in works)
    for near in (year, year + 1, year - 1):
        if issued := tuple(work for work, issued in works if issued == near):
            return issued
    return ()


def _is_spelt(written: str, exact: str) -> bool:
    """Whether a name is written as it must be; no name found ends in the stop of "U.S."."""
    return written in {exact.rstrip("."), exact + "s"}


def _joined(gap: str) -> bool:
    """Whether what stands between two words can be inside a name."""
    return len(gap) <= 3 and bool(_GAP.match(gap)) and not _SENTENCE_GAP.search(gap)


def _variants(name: str) -> Iterator[tuple[str, ...]]:
    """The folded words of a name, also with letters and digits apart and together (MM-120)."""
    words = tuple(fold(w) for w in _WORD.findall(name))
    if not words:
        return
    yield words
    split = tuple(
        part for w in words for part in (_PARTS.findall(w) if _CODED.fullmatch(w) else [w])
    )
    if split != words:
        yield split
    if len(words) == 2 and words[0].isalpha() and words[1].isdigit() and name.upper() == name:
        yield (words[0] + words[1],)
