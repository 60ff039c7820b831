"""Ranking as Crossref's search does it: bags of words, any word may match, Okapi BM25.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
k1 = 1.2 as in Elasticsearch. Its b = 0.75 would punish long author lists so much that a trial
is not found by its own citation, which Crossref was seen to rank first; with 0.3 bare titles
come second to look-alikes about as often as there. Diacritics are not folded. How rare a word
is counts over the works here and a background of 83,207 others (data/background.json), so that
the words of one field do not pass for common in a small collection about it.
"""

from __future__ import annotations

import heapq
import json
import math
import re
import threading
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from standin.facets import Facets, columns

K1 = 1.2
B = 0.3
WORD = re.compile(r"\w+(?:['’.]\w+)*")
BACKGROUND = json.loads((Path(__file__).parent / "data" / "background.json").read_bytes())
Work = Mapping[str, Any]


def words(text: str) -> list[str]:
    """The words of a text, lower-case, cut like Elasticsearch's standard analyser."""
    return WORD.findall(text.lower())


class Index:
    """One searchable field: for each word the documents and what it adds to their scores."""

    def __init__(self, documents: Iterable[list[str]]) -> None:
        places: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        lengths: list[int] = []
        for number, document in enumerate(documents):
            lengths.append(len(document))
            for word in document:
                places[word].append(number)
        self.size = len(lengths)
        average = sum(lengths) / max(1, self.size) or 1.0
        norms = [K1 * (1 - B + B * length / average) for length in lengths]
        self.postings = {word: self._posting(word, uses, norms) for word, uses in places.items()}

    def _rarity(self, word: str, here: int) -> float:
        documents = self.size + BACKGROUND["documents"]
        holding = here + BACKGROUND["words"].get(word, 0)
        return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))

    def _posting(
        self, word: str, places: array[int], norms: list[float]
    ) -> tuple[array[int], array[float]]:
        """The documents of a word, and the weights it has there; `places` names one per use."""
        tallies = Counter(places)
        gain = self._rarity(word, len(tallies)) * (K1 + 1)
        weights = [gain * uses / (uses + norms[number]) for number, uses in tallies.items()]
        return array("I", tallies), array("f", weights)

    def scores(self, query: str) -> dict[int, float]:
        """The score of every document that holds any word of the query."""
        scores = [0.0] * self.size
        for word, times in Counter(words(query)).items():
            for number, weight in zip(*self.postings.get(word, ((), ())), strict=True):
                scores[number] += weight * times
        return {number: score for number, score in enumerate(scores) if score}


class SearchEngine:
    """The works' fields, each indexed when first asked for."""

    def __init__(self, dois: list[str], works: Callable[[], Iterator[Work]]) -> None:
        self.dois = dois
        self.numbers = {doi: number for number, doi in enumerate(dois)}
        self._works = works
        self._indexes: dict[str, Index] = {}
        self._facets: Facets | None = None
        self._lock = threading.Lock()

    def scores(self, queries: Mapping[str, str]) -> dict[int, float]:
        """Scores by work number: any word of a field, every field asked for."""
        ranked = sorted((self.index(name).scores(text) for name, text in queries.items()), key=len)
        total = ranked[0]
        for other in ranked[1:]:
            total = {n: score + other[n] for n, score in total.items() if n in other}
        return total

    def best(self, scores: Mapping[int, float], start: int, rows: int) -> list[tuple[str, float]]:
        """DOIs and scores of the ranks from `start`, best first."""
        top = heapq.nlargest(start + rows, scores, key=scores.__getitem__)
        return [(self.dois[number], scores[number]) for number in top[start:]]

    def prepare(self, name: str) -> None:
        """Build now what the first query of this field would build."""
        self.index(name)
        assert self.facets is not None

    @property
    def facets(self) -> Facets:
        """What lists are filtered and sorted by, in the order of `dois`."""
        with self._lock:
            if self._facets is None:
                self._facets = columns(self._works())
            return self._facets

    def index(self, name: str) -> Index:
        """The index of a field."""
        with self._lock:
            if name not in self._indexes:
                text = FIELDS[name]
                self._indexes[name] = Index(words(text(work)) for work in self._works())
            return self._indexes[name]


def _texts(key: str) -> Callable[[Work], str]:
    return lambda work: " ".join(str(text) for text in work.get(key) or ())


def _text(key: str) -> Callable[[Work], str]:
    return lambda work: str(work.get(key) or "")


def _people(*roles: str) -> Callable[[Work], str]:
    def text(work: Work) -> str:
        people = [person for role in roles for person in work.get(role) or ()]
        parts = ("given", "family", "suffix", "name")
        return " ".join(str(person[part]) for person in people for part in parts if part in person)

    return text


def _affiliations(work: Work) -> str:
    places = [
        place for person in work.get("author") or () for place in person.get("affiliation") or ()
    ]
    return " ".join(str(place.get("name", "")) for place in places)


def _years(work: Work) -> str:
    keys = ("issued", "published-print", "published-online")
    return " ".join(sorted({str(year) for key in keys if (year := _year(work.get(key)))}))


def _year(date: Any) -> int | None:
    parts = (date or {}).get("date-parts") or [[None]]
    return parts[0][0] if parts[0] else None


def _together(*parts: Callable[[Work], str]) -> Callable[[Work], str]:
    return lambda work: " ".join(part(work) for part in parts)


_title = _together(_texts("title"), _texts("subtitle"), _texts("original-title"))
_container = _together(_texts("container-title"), _texts("short-container-title"))
_anybody = _people("author", "editor", "chair", "translator")
_bibliographic = _together(_title, _anybody, _texts("container-title"), _years, _texts("ISSN"))

FIELDS: dict[str, Callable[[Work], str]] = {
    "": _together(_bibliographic, _text("publisher"), _text("abstract"), _text("type")),
    "affiliation": _affiliations,
    "author": _people("author"),
    "bibliographic": _bibliographic,
    "chair": _people("chair"),
    "container-title": _container,
    "contributor": _anybody,
    "degree": _texts("degree"),
    "description": _text("description"),
    "editor": _people("editor"),
    "event-acronym": lambda work: str((work.get("event") or {}).get("acronym") or ""),
    "event-location": lambda work: str((work.get("event") or {}).get("location") or ""),
    "event-name": lambda work: str((work.get("event") or {}).get("name") or ""),
    "event-sponsor": lambda work: " ".join((work.get("event") or {}).get("sponsor") or ()),
    "event-theme": lambda work: str((work.get("event") or {}).get("theme") or ""),
    "funder-name": lambda work: " ".join(f.get("name", "") for f in work.get("funder") or ()),
    "publisher-location": _text("publisher-location"),
    "publisher-name": _text("publisher"),
    "standards-body-acronym": lambda work: str(
        (work.get("standards-body") or {}).get("acronym") or ""
    ),
    "standards-body-name": lambda work: str((work.get("standards-body") or {}).get("name") or ""),
    "title": _title,
    "translator": _people("translator"),
}
