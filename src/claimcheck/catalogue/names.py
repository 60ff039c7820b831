"""What ids are called, for people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from claimcheck.model.base import Base
from claimcheck.model.vocabulary import Term
from claimcheck.model.works import Name, Reference

_LONGEST = 28
"""Characters that an organisation's name may have where a surname would stand."""
_REGISTRIES = {
    "NCT": "https://clinicaltrials.gov/study/",
    "ISRCTN": "https://www.isrctn.com/",
}
MARKS = {"retracted": "RETRACTED", "concern": "DISPUTED"}
"""States of references that nobody should overlook."""


class Names:
    """The names behind the ids of a base; an id without an entry is its own name.

    `states` tells how works stand, by the id of their reference (`ReferenceState`).
    """

    def __init__(self, base: Base, states: Mapping[str, str] | None = None) -> None:
        self._base = base
        self._states = states or {}

    @cached_property
    def _terms(self) -> Mapping[str, Mapping[str, Term]]:
        lists = self._base.vocabulary.lists()
        return {key: {term.id: term for term in terms} for key, terms in lists.items()}

    def full(self, kind: str, ident: str) -> str:
        """The name of a term; `kind` is a list of the vocabulary (`compounds`)."""
        term = self._terms[kind].get(ident)
        return term.name if term else ident

    def short(self, kind: str, ident: str) -> str:
        """A term's first acronym, where that is shorter than its name: MADRS, TRD."""
        term = self._terms[kind].get(ident)
        return min((term.name, *term.exact[:1]), key=len) if term else ident

    def actor(self, ident: str) -> str:
        """Who decided or announced: an agency, or else a sponsor."""
        agency = self.short("agencies", ident)
        return agency if agency != ident else self.full("sponsors", ident)

    def reference(self, ref: str) -> Reference | None:
        """The work itself, if the base holds it."""
        return self._base.reference.get(ref)

    def state(self, ref: str) -> str:
        """How a work stands; `unchecked` where nobody looked."""
        return self._states.get(ref, "unchecked")

    def work(self, ref: str) -> str:
        """A work in a few words: first author and year, or title; marked if it is in doubt."""
        reference = self.reference(ref)
        mark = MARKS.get(self.state(ref))
        return " ".join(filter(None, (brief(reference) if reference else ref, mark)))


def doi_address(doi: str) -> str:
    """Where a DOI leads, in characters that stand as they are in HTML and Markdown."""
    from urllib.parse import quote

    return f"https://doi.org/{quote(doi, safe='/:')}"


def registration_address(number: str) -> str | None:
    """Where a registration can be read; None for registries whose pages have other addresses."""
    start = next((prefix for prefix in _REGISTRIES if number.startswith(prefix)), None)
    return f"{_REGISTRIES[start]}{number}" if start and number.isalnum() else None


def brief(reference: Reference) -> str:
    """`Smith 2020`, or the title of a work without author."""
    year = str(reference.issued.year) if reference.issued else "undated"
    return f"{_surname(reference.author[0])} {year}" if reference.author else reference.title


def _surname(name: Name) -> str:
    if name.literal:
        return _cut(name.literal)
    parts = (name.dropping_particle, name.non_dropping_particle, name.family)
    return " ".join(filter(None, parts)) or str(name)


def _cut(name: str) -> str:
    """The first words of a long name of an organisation."""
    if len(name) <= _LONGEST:
        return name
    return name[:_LONGEST].rpartition(" ")[0] + "…"
