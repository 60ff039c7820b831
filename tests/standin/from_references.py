"""Works for the references of a base, as far as these tell.

Publisher and ISSN come from works of the same journal or prefix. A longer author list replaces
a shorter one; nothing else of a work that is already there is touched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TYPES = {
    "article-journal": "journal-article",
    "chapter": "book-chapter",
    "article": "posted-content",
}
PUBLISHER_KEYS = ("publisher", "member")
JOURNAL_KEYS = ("short-container-title", "publisher", "member", "ISSN", "issn-type")
COPIED = ("volume", "issue", "page")
SEPARATE_SUBTITLES = "10.1001/"
ABSTRACT_COLLECTIONS = frozenset({"10.1038/s41386-023-01755-5"})
Work = dict[str, Any]


def merged(
    references: list[Mapping[str, Any]], works: list[Work], elsewhere: frozenset[str]
) -> list[Work]:
    """Put the references into `works`; returns the new ones."""
    held = {work["DOI"]: work for work in works}
    issued = [work for work in works if work.get("ISSN")]
    journals = {name: work for work in issued for name in (_prefix(work["DOI"]), _journal(work))}
    added: list[Work] = []
    for reference in references:
        doi = str(reference.get("DOI") or "").lower()
        if not doi or doi in elsewhere or doi in ABSTRACT_COLLECTIONS:
            continue
        if doi not in held:
            held[doi] = deposited(reference, journals)
            works.append(held[doi])
            added.append(held[doi])
        elif len(reference.get("author") or ()) > len(held[doi].get("author") or ()):
            held[doi]["author"] = _people(reference)
    return added


def deposited(reference: Mapping[str, Any], journals: Mapping[str, Work]) -> Work:
    """A reference in Crossref's form."""
    doi = str(reference["DOI"]).lower()
    container = str(reference.get("container-title") or "")
    title, subtitle = _titles(doi, str(reference["title"]))
    issued = reference.get("issued") or {"date-parts": [[None]]}
    work: Work = {
        "DOI": doi,
        "type": TYPES.get(str(reference.get("type")), str(reference.get("type"))),
        "title": [title],
        "subtitle": [subtitle] if subtitle else [],
        "container-title": [container] if container else [],
        "author": _people(reference),
        "issued": issued,
        "published-online": issued,
    }
    work |= {key: str(reference[key]) for key in COPIED if reference.get(key) is not None}
    known = journals.get(_folded(container)) or journals.get(_prefix(doi), {})
    keys = JOURNAL_KEYS if _journal(known) == _folded(container) else PUBLISHER_KEYS
    work |= {key: known[key] for key in keys if key in known}
    return {key: value for key, value in work.items() if value != []}


def _titles(doi: str, title: str) -> tuple[str, str]:
    """AMA journals deposit what follows the last colon as a subtitle."""
    head, colon, tail = title.rpartition(": ")
    return (head, tail) if colon and doi.startswith(SEPARATE_SUBTITLES) else (title, "")


def _people(reference: Mapping[str, Any]) -> list[Work]:
    people = [dict(person) for person in reference.get("author") or ()]
    for place, person in enumerate(people):
        if "literal" in person:
            person["name"] = person.pop("literal")
        person["sequence"] = "additional" if place else "first"
    return people


def _journal(work: Work) -> str:
    return _folded((work.get("container-title") or [""])[0])


def _prefix(doi: str) -> str:
    return doi.partition("/")[0]


def _folded(name: str) -> str:
    return name.lower().removeprefix("the ").replace("&amp;", "&")
