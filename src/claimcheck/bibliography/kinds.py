"""What kind of work a citation in running text is of, as a CSL type."""

from __future__ import annotations

import re
from collections.abc import Collection

from claimcheck.bibliography.venues import SERVERS
from claimcheck.patterns import lazy

_TOLD = (
    ("thesis", lazy(r"\b(?:dissertation|thesis|Diss\.|PhD)\b", re.I)),
    ("dataset", lazy(r"\[data ?set\]|\bdata ?set\b[^.]{0,20}\Z", re.I)),
    ("software", lazy(r"\[computer (?:software|program)\]|\bR package\b", re.I)),
    (
        "report",
        lazy(
            r"\b(?:technical|final|white|annual|working)\s(?:report|paper)\b|\breport no\b|"
            r"\btech\.? rep\b|\bpress release\b|\bguidance for industry\b",
            re.I,
        ),
    ),
)
_CONFERENCE = lazy(
    r"\b(?:proceedings of|proc\.? of|conference|symposium|workshop|congress|meeting)\b", re.I
)
_INSIDE = lazy(r"[.?!,”\"]\s*In\s?:?\s+(?=[A-Z\d])")


def kind_of(text: str, fields: Collection[str], identifiers: Collection[str], venue: str) -> str:
    """The CSL type of a citation by its words, the fields it has and its identifiers."""
    if "trial" in identifiers and "volume" not in fields:
        return "webpage"
    if SERVERS.search(venue) or ("arxiv" in identifiers and "volume" not in fields):
        return "article"
    if "volume" in fields and venue and not _INSIDE.search(text):
        return "article-journal"
    if _INSIDE.search(text) and venue:
        return "paper-conference" if _CONFERENCE.search(venue) else "chapter"
    for kind, words in _TOLD:
        if words.search(text):
            return kind
    return _by_fields(fields, identifiers, venue)


def _by_fields(fields: Collection[str], identifiers: Collection[str], venue: str) -> str:
    if venue:
        return "paper-conference" if _CONFERENCE.search(venue) else "article-journal"
    if "isbn" in identifiers:
        return "book"
    if "publisher" in fields:
        return "webpage" if "url" in identifiers else "book"
    if "url" in identifiers:
        return "webpage"
    return "article-journal" if "doi" in identifiers else "document"
