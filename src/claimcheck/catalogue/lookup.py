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
        names = {key: term.name for term in self._terms for key in _keys(term)}
        near = get_close_matches(wanted, names, n=6, cutoff=_LIKENESS)
        offered = list(dict.fromkeys(names[key] for key in near))[:3]
        return f" (did you mean {', '.join(offered)}?)" if offered else ""


def names_of(term: Term) -> Iterator[str]:
    """Everything a term is called, its id included."""
    yield from (term.id, term.name, *term.synonyms, *term.exact, *term.ambiguous)


def _keys(term: Term) -> set[str]:
    return {"".join(folded(name)) for name in names_of(term)}


def _begins(term: Term, words: tuple[str, ...]) -> bool:
    """Whether a name of the term begins with these words."""
    names: Iterable[tuple[str, ...]] = (folded(name) for name in names_of(term))
    return bool(words) and any(name[: len(words)] == words for name in names)


def choose(kind: str, text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words between commas, each one of `known`; raises UsageError for another."""
    allowed = {"".join(folded(word)): word for word in known}
    chosen = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        key = "".join(folded(part))
        if key not in allowed:
            near = get_close_matches(key, allowed, n=1, cutoff=_LIKENESS)
            hint = f" (did you mean {allowed[near[0]]}?)" if near else ""
            raise UsageError(f"{kind}: {part!r} is none of {', '.join(allowed.values())}{hint}")
        chosen.append(allowed[key])
    return tuple(chosen)
