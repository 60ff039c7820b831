"""What to search registries for, to find the work that an entry describes."""

from __future__ import annotations

from claimcheck.bibliography.citations import LABEL
from claimcheck.bibliography.identifiers import blanked, find_identifiers
from claimcheck.compare.folding import plain
from claimcheck.model.bibliography import Entry
from claimcheck.model.works import Name, Reference
from claimcheck.patterns import lazy

LONGEST = 500
"""Characters of a query; more words make a search slower and no surer."""
_MOST_AUTHORS = 6
_FIELDS = lazy(r"\A\s*(?:@\w+\s*[{(]|TY\s|\{|(?:-\s)?[\w-]+:\s[^\n]*(?:\n\s*[\w-]+:|\s*\Z))")
"""How an entry begins in a file with fields."""
_PERHAPS_FIELDS = lazy(r"\A\s*(?:@|TY\s|\{|-\s|\w+:\s)")


def queries(entry: Entry) -> tuple[str, ...]:
    """The texts to search for an entry by, in turn; the second where the first finds nothing."""
    texts = (text_query(entry), field_query(entry.reference))
    return tuple(dict.fromkeys(text for text in texts if text))


def text_query(entry: Entry) -> str:
    """The entry as written, if it is running text: without its number, addresses and identifiers.

    Entries of files with fields give "", as what they hold besides the fields only misleads.
    """
    if _FIELDS.match(entry.raw) or (entry.reference.title and _PERHAPS_FIELDS.match(entry.raw)):
        return ""
    text = LABEL.sub("", entry.raw, count=1) if LABEL.match(entry.raw) else entry.raw
    body = blanked(text, [found.span for found in find_identifiers(text)])
    return _cut(plain(body)) if _is_telling(body) else ""


def field_query(reference: Reference) -> str:
    """Title, authors, year and venue in a line."""
    if not _is_telling(reference.title):
        return ""
    names = [_family(name) for name in (reference.author or reference.editor)[:_MOST_AUTHORS]]
    year = str(reference.issued.year) if reference.issued else ""
    parts = [plain(reference.title), *names, reference.container_title or "", year]
    return _cut(" ".join(part for part in parts if part))


def _family(name: Name) -> str:
    return plain(name.family or name.literal or "")


def _is_telling(text: str) -> bool:
    """Whether there are words enough to find anything by."""
    return len(lazy(r"[^\W\d_]{2,}").findall(text)) >= 2 or len(lazy(r"\W").sub("", text)) > 8


def _cut(text: str) -> str:
    text = lazy(r"[\s\x00-\x1f]+").sub(" ", text).strip()
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
