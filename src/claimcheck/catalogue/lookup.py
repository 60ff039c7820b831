"""Names as people type them, to ids of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from claimcheck.errors import UsageError
from claimcheck.model.vocabulary import Term
from claimcheck.patterns import lazy
from claimcheck.statements.names import fold
from claimcheck.statements.records import Family

_WORD = lazy(r"[^\W_]+")
_LIKENESS = 0.6
"""difflib's own default: about two letters in five may differ."""
_FEW = 12
"""So many names are listed where one is wanted; of more, the nearest."""


def folded(text: str) -> tuple[str, ...]:
    """The words of a name as names are compared: case, accents, hyphens and plural do not count."""
    return tuple(fold(word) for word in _WORD.findall(text))


class Lookup:
    """Finds terms of one kind by any of their names; `kind` names it in messages.

    `classes` are terms that stand for several others, their `members`.
    """

    def __init__(self, kind: str, terms: Sequence[Term], classes: Sequence[Term] = ()) -> None:
        self.kind = kind
        self._terms = terms
        self._classes = [term for term in classes if term.members]
        self._family = Family(terms)

    def find(self, text: str) -> frozenset[str]:
        """The ids that a name means, with all narrower terms.

        Also takes several names between commas. Raises UsageError, with the nearest names, for
        one that means nothing.
        """
        meant = {ident for part in text.split(",") if part.strip() for ident in self._ids(part)}
        if not meant:
            raise UsageError(f"no {self.kind} is named")
        return frozenset(t.id for t in self._terms if meant & self._family.up(t.id)) | meant

    def _ids(self, name: str) -> set[str]:
        wanted = "".join(folded(name))
        found = {term.id for term in self._terms if wanted in _keys(term)}
        found |= {m for term in self._classes if wanted in _keys(term) for m in term.members}
        found = found or {term.id for term in self._terms if _begins(term, folded(name))}
        if not found:
            raise UsageError(f"no {self.kind} is called {name.strip()!r}{self._hint(wanted)}")
        return found

    def _hint(self, wanted: str) -> str:
        """The nearest names as they are written, one of each term; or all, if they are few."""
        spelled = {
            "".join(folded(name)): (term.id, name)
            for term in reversed(self._terms)
            for name in reversed(list(names_of(term)))
        }
        near = get_close_matches(wanted, spelled, n=6, cutoff=_LIKENESS)
        offered: dict[str, str] = {}
        for ident, name in (spelled[key] for key in near):
            offered.setdefault(ident, name)
        if offered:
            return f" (did you mean {', '.join(list(offered.values())[:3])}?)"
        ids = [term.id for term in self._terms]
        return f" (there are {', '.join(ids)})" if 0 < len(ids) <= _FEW else ""


def names_of(term: Term) -> Iterator[str]:
    """Everything a term is called, its id included."""
    yield from (term.name, term.id, *term.synonyms, *term.exact, *term.ambiguous)


def _keys(term: Term) -> set[str]:
    return {"".join(folded(name)) for name in names_of(term)}


def _begins(term: Term, words: tuple[str, ...]) -> bool:
    """Whether a name of the term begins with these words."""
    names: Iterable[tuple[str, ...]] = (folded(name) for name in names_of(term))
    return bool(words) and any(name[: len(words)] == words for name in names)


def choose(kind: str, text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words between commas, each one of `known`; raises UsageError for another, and for none.

    Case, hyphens and underscores do not count where no other word is meant by them.
    """
    words = tuple(known)
    allowed = {**{"".join(folded(word)): word for word in words}, **{word: word for word in words}}
    parts = [part for part in map(str.strip, text.split(",")) if part]
    if not parts:
        raise UsageError(f"{kind}: names nothing")
    return tuple(_chosen(kind, part, allowed, words) for part in parts)


def _chosen(kind: str, part: str, allowed: dict[str, str], words: tuple[str, ...]) -> str:
    key = part if part in allowed else "".join(folded(part))
    if key in allowed:
        return allowed[key]
    near = dict.fromkeys(allowed[n] for n in get_close_matches(key, allowed, cutoff=_LIKENESS))
    hint = f" (did you mean {', '.join(near)}?)" if near else ""
    if len(words) <= _FEW:
        raise UsageError(f"{kind}: {part!r} is none of {', '.join(words)}{hint}")
    raise UsageError(f"{kind}: {part!r} is not known{hint}; known are {', '.join(words)}")
