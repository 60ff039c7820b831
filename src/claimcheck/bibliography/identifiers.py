"""Identifiers of works in running text: DOI, PMID, PMCID, arXiv, ISBN, ISSN, trial ids, URLs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.compare.dois import find_dois
from claimcheck.model.bibliography import Span
from claimcheck.model.works import Reference
from claimcheck.patterns import lazy

IdentifierKind = Literal["doi", "pmid", "pmcid", "arxiv", "isbn", "issn", "trial", "url"]

_BEFORE_DOI = lazy(
    r"(?:(?:https?\s*:\s*/\s*/\s*)?(?:dx\.|www\.)?doi\.org\s*/\s*|https?://\S*/|"
    r"\bdoi\s*[:.=]?\s*|\bDOI\s+)+\Z",
    re.I,
)
_PATTERNS: tuple[tuple[IdentifierKind, re.Pattern[str]], ...] = (
    ("pmcid", lazy(r"(?:\bPMCID\s*:?\s*)?\b(PMC\d{4,9})\b(?:\.\d)?", re.I)),
    ("pmid", lazy(r"\b(?:PMID|PubMed(?: ID)?)\s*:?\s*(\d{4,9})\b", re.I)),
    (
        "arxiv",
        lazy(
            r"\barXiv\s*:\s*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
            r"(?:\s*\[[\w.-]+\])?",
            re.I,
        ),
    ),
    ("isbn", lazy(r"\bISBN(?:-1[03])?\s*:?\s*((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXx])\b")),
    ("issn", lazy(r"\be?ISSN\s*:?\s*(\d{4}-?\d{3}[\dXx])\b")),
    ("trial", lazy(r"\b(NCT\s?\d{8}|ISRCTN\s?\d{8}|EUCTR\d{4}-\d{6}-\d\d|ACTRN\d{14})\b")),
    (
        "url",
        lazy(r"(?:https?\s?:\s?/\s?/|www\.)\s?[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]", re.I),
    ),
)
_LABELLED = lazy(
    r"(?:\bdoi\s*[:=]\s*|\bdoi\.org/)(?:https?://(?:dx\.)?doi\.org/)?"
    r"([1I][0O][.\d][^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]])",
    re.I,
)
_IN_URL = {
    "pmid": lazy(r"(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|/pubmed)/(\d{4,9})"),
    "pmcid": lazy(r"/(PMC\d{4,9})", re.I),
    "arxiv": lazy(r"arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5}|[a-z-]+/\d{7})", re.I),
    "trial": lazy(r"(NCT\d{8}|ISRCTN\d{8})", re.I),
}
_REGISTRATION = lazy(r"\bNCT\d{8}(?!\d)", re.I)
_PUBLISHED = frozenset({"article-journal", "paper-conference", "chapter", "book", "thesis"})
_ARXIV_DOI = "10.48550/arxiv."


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier in a text.

    `start` and `end` are the offsets of its value, `lead` that of the label or address before it.
    """

    kind: IdentifierKind
    value: str
    start: int
    end: int
    lead: int

    @property
    def span(self) -> Span:
        """Where it stands, with its label."""
        return self.lead, self.end


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """Every identifier of a text, in order; none overlaps another."""
    taken: list[Identifier] = []
    for found in (*_dois(text), *_others(text)):
        if not any(found.lead < other.end and other.lead < found.end for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.lead))


def find_misspelt_doi(text: str) -> Identifier | None:
    """What is labelled as a DOI of an entry but has not the form of one."""
    for found in _LABELLED.finditer(text):
        if not find_dois(found[0]):
            return Identifier("doi", found[1], found.start(1), found.end(1), found.start())
    return None


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with these stretches replaced by spaces, so that offsets stay."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            parts += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, text[at:]])


def arxiv_doi(arxiv_id: str) -> str:
    """The DOI that arXiv registers for a preprint."""
    return _ARXIV_DOI + lazy(r"v\d+\Z").sub("", arxiv_id.lower())


def cited_registration(reference: Reference) -> str | None:
    """The id of the trial whose registration a reference cites; a paper on it is another thing."""
    found = _REGISTRATION.search(f"{reference.number or ''} {reference.url or ''}")
    venue = reference.container_title
    placed = reference.volume or reference.page or reference.doi or reference.type in _PUBLISHED
    if found is None or placed or (venue and "clinicaltrials" not in venue.lower()):
        return None
    return found[0].upper()


def _dois(text: str) -> Iterator[Identifier]:
    for _, start, end in find_dois(text):
        lead = _BEFORE_DOI.search(text, max(0, start - 120), start)
        yield Identifier("doi", text[start:end], start, end, lead.start() if lead else start)


def _others(text: str) -> Iterator[Identifier]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if kind == "url":
                yield _address(match)
            else:
                value = lazy(r"\s").sub("", match[1])
                yield Identifier(kind, value, match.start(1), match.end(1), match.start())


def _address(match: re.Match[str]) -> Identifier:
    """A web address, or the identifier that it holds."""
    url = lazy(r"\s").sub("", match[0])
    for kind, pattern in _IN_URL.items():
        if inside := pattern.search(url):
            return Identifier(kind, inside[1], match.start(), match.end(), match.start())  # type: ignore[arg-type]
    return Identifier("url", url, match.start(), match.end(), match.start())
