"""Which claims: full text and filters over the claims of a base."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import get_args

from claimcheck.catalogue.lookup import Lookup, choose, names_of
from claimcheck.catalogue.trials import compound_lookup, indication_lookup, trial_lookup
from claimcheck.classes import dataclass
from claimcheck.errors import UsageError
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim, ClaimKind, Verdict
from claimcheck.model.vocabulary import Term
from claimcheck.patterns import lazy
from claimcheck.statements.names import fold

KINDS: tuple[str, ...] = get_args(ClaimKind)
VERDICTS: tuple[str, ...] = get_args(Verdict)
_WORD = lazy(r"\d+(?:[.,]\d+)*|[^\W_]+")
_QUERY = lazy(r'"([^"]*)"|(\S+)')
_MARKS = lazy("[\u0300-\u036f]")
_LIKENESS = 0.75
"""More than difflib's own: the words of all claims are many."""
_WEIGHTS = {"statement": 4, "correction": 3, "subject": 2, "said": 2, "sources": 1, "note": 1}
"""How much a word counts by where it is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedClaims:
    """What claims are asked for, in words as people type them; None asks for nothing."""

    text: str | None = None
    """Words that must all occur, or begin a word; between double quotes, next to each other."""
    compound: str | None = None
    indication: str | None = None
    article: str | None = None
    kind: str | None = None
    verdict: str | None = None
    trial: str | None = None
    source: str | None = None
    """Id or DOI of a reference."""


def select_claims(base: Base, wanted: WantedClaims) -> tuple[Claim, ...]:
    """The claims that meet every condition: the best matches of the text first, else as filed.

    Raises UsageError for names that mean nothing.
    """
    checks = _Checks(base, wanted)
    meeting = [claim for claim in base.claims if checks.met_by(claim)]
    terms = tuple(_terms(wanted.text or ""))
    if not terms:
        return tuple(meeting)
    texts = _Texts(base)
    fielded = ((claim, texts.of(claim)) for claim in meeting)
    near = ((claim, fields) for claim, fields in fielded if _may_hold(fields, terms))
    scored = [(_score(_in_words(fields), terms), claim) for claim, fields in near]
    found = [pair for pair in scored if pair[0]]
    return tuple(claim for _, claim in sorted(found, key=lambda pair: -pair[0]))


def nearest_words(base: Base, text: str) -> dict[str, list[str]]:
    """Words of a query that stand in no claim, each with the nearest that do; only if there are."""
    texts = _Texts(base)
    known = {word for c in base.claims for f in texts.of(c).values() for word in _words(f)}
    unknown = [
        word
        for term in _terms(text)
        for word in term
        if not any(other.startswith(word) for other in known)
    ]
    near = {word: get_close_matches(word, known, n=2, cutoff=_LIKENESS) for word in unknown}
    return {word: found for word, found in near.items() if found}


def find_claim(base: Base, ident: str) -> Claim:
    """The claim with an id; raises UsageError, with the nearest ids, if there is none."""
    if ident in base.claim:
        return base.claim[ident]
    near = get_close_matches(ident, base.claim, n=3)
    begun = [known for known in base.claim if known.startswith(ident)][:3]
    hint = f" (did you mean {', '.join(near or begun)}?)" if near or begun else ""
    raise UsageError(f"no claim is called {ident!r}{hint}")


class _Checks:
    """The conditions apart from the text, with their names looked up."""

    def __init__(self, base: Base, wanted: WantedClaims) -> None:
        vocabulary = base.vocabulary
        self._compounds = _found(compound_lookup(vocabulary), wanted.compound)
        self._indications = _found(indication_lookup(vocabulary), wanted.indication)
        self._articles = None if wanted.article is None else _articles(base, wanted.article)
        self._kinds = _chosen("--kind", wanted.kind, KINDS)
        self._verdicts = _chosen("--verdict", wanted.verdict, VERDICTS)
        self._trials = _found(trial_lookup(base), wanted.trial)
        self._sources = None if wanted.source is None else _sources(base, wanted.source)

    def met_by(self, claim: Claim) -> bool:
        subject = claim.subject
        return all(
            (
                self._compounds is None or bool(self._compounds & set(subject.compound)),
                self._indications is None or bool(self._indications & set(subject.indication)),
                self._articles is None or any(s.article in self._articles for s in claim.said),
                self._kinds is None or claim.kind in self._kinds,
                self._verdicts is None or claim.verdict in self._verdicts,
                self._trials is None or bool(self._trials & set(subject.trial)),
                self._sources is None or any(s.ref in self._sources for s in claim.sources),
            )
        )


def _found(lookup: Lookup, text: str | None) -> frozenset[str] | None:
    return None if text is None else lookup.find(text)


def _chosen(option: str, text: str | None, known: Sequence[str]) -> tuple[str, ...] | None:
    return None if text is None else choose(option, text, known)


def _articles(base: Base, text: str) -> frozenset[str]:
    """By id, or by words of the title."""
    entries = [Term(id=a.id, name=a.title) for a in base.articles]
    words = set(_words(text))
    by_words = {a.id for a in base.articles if words and words <= set(_words(f"{a.id} {a.title}"))}
    return frozenset(by_words) or Lookup("article", entries).find(text)


def _sources(base: Base, text: str) -> frozenset[str]:
    entries = [
        Term(id=r.id, name=r.title, synonyms=(r.doi,) if r.doi else ()) for r in base.references
    ]
    return Lookup("reference", entries).find(text.removeprefix("https://doi.org/"))


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(text))


def _terms(text: str) -> Iterator[tuple[str, ...]]:
    """The words and quoted phrases of a query, each as a row of words."""
    for found in _QUERY.finditer(text):
        words = _words(found[1] if found[1] is not None else found[2])
        if words:
            yield words


class _Texts:
    """What can be searched of a claim, by field."""

    def __init__(self, base: Base) -> None:
        self._base = base
        lists = base.vocabulary.lists().values()
        self._names = {term.id: " . ".join(names_of(term)) for terms in lists for term in terms}
        self._names |= {t.id: " . ".join((t.id, t.name, *t.aliases)) for t in base.trials}

    def of(self, claim: Claim) -> dict[str, str]:
        subject = claim.subject
        about = (*subject.compound, *subject.indication, *subject.trial, subject.agency or "")
        works = (self._base.reference.get(source.ref) for source in claim.sources)
        authors = [n.family or n.literal or "" for w in works if w for n in w.author[:1]]
        said = (f"{place.section or ''} . {place.phrase or ''}" for place in claim.said)
        return {
            "statement": f"{claim.statement} . {claim.id}",
            "correction": f"{claim.correction or ''} . {claim.quantity or ''}",
            "subject": " . ".join(self._names.get(ident, ident) for ident in about),
            "said": " . ".join(said),
            "sources": " . ".join([*(source.ref for source in claim.sources), *authors]),
            "note": claim.note or "",
        }


def _may_hold(fields: dict[str, str], terms: Sequence[tuple[str, ...]]) -> bool:
    """Whether every word of the query stands somewhere, judged by letters alone.

    Folding only takes letters away, so that a text without the word's letters cannot hold it.
    """
    whole = "\n".join(fields.values()).casefold()
    if not whole.isascii():
        whole = _MARKS.sub("", unicodedata.normalize("NFKD", whole))
    return all(word in whole for term in terms for word in term)


def _in_words(fields: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {field: _words(text) for field, text in fields.items()}


def _score(texts: dict[str, tuple[str, ...]], terms: Sequence[tuple[str, ...]]) -> int:
    """The sum over the terms of the best field that holds each; 0 if one is nowhere."""
    total = 0
    for term in terms:
        best = max(_WEIGHTS[field] * _holds(words, term) for field, words in texts.items())
        if not best:
            return 0
        total += best
    return total


def _holds(words: Sequence[str], term: tuple[str, ...]) -> int:
    """2 if the term stands among the words, 1 if its last word begins one there, else 0."""
    *first, last = term
    span = len(term)
    best = 0
    for start in range(len(words) - span + 1):
        if words[start : start + span - 1] == tuple(first):
            end = words[start + span - 1]
            best = max(best, 2 if end == last else int(end.startswith(last)))
    return best


def sources_to_cite(claim: Claim) -> tuple[str, ...]:
    """Ids of the references that the verdict rests on; those for context only if there are none."""
    bearing = [source.ref for source in claim.sources if source.stance != "context"]
    return tuple(bearing or (source.ref for source in claim.sources))


def claim_works(claims: Sequence[Claim]) -> list[str]:
    """Ids of all references of some claims, each once."""
    return list(dict.fromkeys(source.ref for claim in claims for source in claim.sources))
