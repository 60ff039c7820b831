"""Finding the names of a base in running text: longest match, tolerant of case, hyphen and plural.

Everything that may be found comes from the base: the vocabulary, the trials with their registry
ids, and the first authors of their publications.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import field
from typing import Any, Literal

from claimcheck.classes import dataclass
from claimcheck.model.base import Base
from claimcheck.model.vocabulary import Term
from claimcheck.model.works import Reference
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
_GAP = lazy(r"(?:[\s\u00ad\u200b]*[-‐-―−/&’'.,()+]?[\s\u00ad\u200b]*)\Z")
_SENTENCE_GAP = lazy(r"[.,;:]\s|\n\s*\n")
_AUTHORSHIP = lazy(
    r"(?:[’']s)?(?:\s+(?:et\s+al\b\.?|(?:and|&)\s+(?:colleagues|co-?workers|associates|others"
    r"|(?:her|his|their)\s+(?:team|group|colleagues)|[A-Z][\w’'-]+))|(?=[’']s\b)|'s\s+(?:team|group))?"
    r"(?P<year>,?\s*[(\[]?\s*(?:19|20)\d\d)?"
)
_TEAM = lazy(r"et\s+al\b|colleagues|team|group|co-?workers")


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


@dataclass(slots=True)
class _Node:
    """A step in the tree of names: next words, and the names that end here."""

    after: dict[str, _Node] = field(default_factory=dict)
    ends: list[_Name] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Name:
    kind: NameKind
    id: str
    exact: str | None = None
    """The only spelling that counts, if there is one."""
    context: frozenset[str] = frozenset()
    """Folded words of which one must stand in the text."""


def fold(word: str) -> str:
    """A word as names are compared: lower case, no accents, no plural s."""
    word = word.casefold()
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in parts if not unicodedata.combining(c))
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-2] if word.endswith(("ches", "shes", "sses")) else word[:-1]
    return word


class NameIndex:
    """All names of a base, ready to be looked for. Building it costs some milliseconds."""

    def __init__(self, base: Base) -> None:
        self._root = _Node()
        self._authors: dict[str, list[Reference]] = {}
        for key, kind in _LISTS.items():
            for term in getattr(base.vocabulary, key):
                self._add_term(kind, term)
        for trial in base.trials:
            for name in (trial.name, *trial.aliases, *trial.registry):
                self._add("trial", trial.id, name)
        self._add_authors(base)

    def _add_term(self, kind: NameKind, term: Term) -> None:
        for name in (term.name, *term.synonyms):
            self._add(kind, term.id, name)
        for name in term.exact:
            self._add(kind, term.id, name, exact=name)
        context = frozenset(fold(w) for word in term.context for w in _WORD.findall(word))
        for name in term.ambiguous:
            self._add(kind, term.id, name, context=context)

    def _add(self, kind: NameKind, ident: str, name: str, **limits: Any) -> None:
        entry = _Name(kind, ident, **limits)
        for words in _variants(name):
            node = self._root
            for word in words:
                node = node.after.setdefault(word, _Node())
            if entry not in node.ends:
                node.ends.append(entry)

    def _add_authors(self, base: Base) -> None:
        published = {p.ref for trial in base.trials for p in trial.publications}
        for ref in published:
            reference = base.reference.get(ref)
            if reference and reference.author and reference.author[0].family:
                family = tuple(fold(w) for w in _WORD.findall(reference.author[0].family))
                self._authors.setdefault(family[-1] if family else "", []).append(reference)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every name in the text, by place; names of different kinds may overlap."""
        words = [(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        present: frozenset[str] | None = None
        found: list[Mention] = []
        last_end: dict[str, int] = {}
        for position, (word, start, end) in enumerate(words):
            if word in self._authors:
                found.extend(self._author(text, word, start, end))
            if word not in self._root.after:
                continue
            if present is None:
                present = frozenset(w for w, _, _ in words)
            for mention in self._longest(text, words, position, present):
                if mention.start >= last_end.get(mention.kind, 0):
                    last_end[mention.kind] = mention.end
                    found.append(mention)
        return tuple(found)

    def _longest(
        self, text: str, words: list[tuple[str, int, int]], position: int, present: frozenset[str]
    ) -> Iterator[Mention]:
        """The longest name of each kind that begins at a word."""
        start = words[position][1]
        best: dict[NameKind, tuple[int, list[str]]] = {}
        node: _Node | None = self._root
        previous = start
        for index in range(position, len(words)):
            word, begin, end = words[index]
            if begin > previous and not _joined(text, previous, begin):
                break
            node = node.after.get(word) if node else None
            if node is None:
                break
            previous = end
            for name in node.ends:
                if _fits(name, text[start:end], present):
                    at, ids = best.get(name.kind, (0, []))
                    best[name.kind] = (end, [*ids, name.id] if at == end else [name.id])
        for kind, (end, ids) in best.items():
            yield Mention(kind, tuple(dict.fromkeys(ids)), start, end)

    def _author(self, text: str, family: str, start: int, end: int) -> Iterator[Mention]:
        """A first author's name, where a year or "et al." makes it one."""
        tail = _AUTHORSHIP.match(text, end)
        if tail is None or not text[start].isupper():
            return
        written = tail.group("year")
        year = int(re.sub(r"\D", "", written)) if written else None
        if (
            year is None
            and not _TEAM.search(tail.group())
            and not tail.group().startswith(("’s", "'s"))
        ):
            return
        works = _of_year(self._authors[family], year)
        if works:
            yield Mention("author", tuple(w.id for w in works), start, tail.end(), year)


def _of_year(works: list[Reference], year: int | None) -> list[Reference]:
    """The works of a year, else those of the next: articles are cited when they come online."""
    if year is None:
        return works
    issued = [w for w in works if w.issued and w.issued.year == year]
    return issued or [w for w in works if w.issued and w.issued.year == year + 1]


def _fits(name: _Name, written: str, present: frozenset[str]) -> bool:
    if name.exact is not None:
        return written == name.exact or written == name.exact + "s"
    return not name.context or bool(name.context & present)


def _joined(text: str, end: int, begin: int) -> bool:
    """Whether what stands between two words can be inside a name."""
    gap = text[end:begin]
    return len(gap) <= 3 and bool(_GAP.match(gap)) and not _SENTENCE_GAP.search(gap)


def _variants(name: str) -> Iterator[tuple[str, ...]]:
    """The folded words of a name, also with letters and digits apart and together (MM-120)."""
    words = tuple(fold(w) for w in _WORD.findall(name))
    yield words
    split = tuple(
        part for w in words for part in (re.findall(r"\d+|[^\W\d_]+", w) if _coded(w) else [w])
    )
    if split != words:
        yield split
    if len(words) == 2 and words[0].isalpha() and words[1].isdigit() and name.upper() == name:
        yield (words[0] + words[1],)


def _coded(word: str) -> bool:
    """A code such as mm120 or comp360: letters, then digits."""
    return bool(re.fullmatch(r"[a-z]{2,6}\d{2,6}", word))
