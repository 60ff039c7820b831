"""Works as citations: BibTeX and CSL-JSON without the curators' notes, links, pandoc keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.bibliography import export
from claimcheck.catalogue.names import brief, doi_address
from claimcheck.model.works import Reference


def bibtex(works: Iterable[Reference]) -> str:
    """BibTeX entries in UTF-8."""
    return export.bibtex(_without_notes(works))


def csl(works: Iterable[Reference]) -> str:
    """A CSL-JSON list, as Zotero and pandoc read it."""
    return export.csl_json(_without_notes(works))


def _without_notes(works: Iterable[Reference]) -> list[Reference]:
    return [replace(work, note=None) for work in works]


def pandoc_keys(works: Iterable[Reference]) -> str:
    """`[@smith-2020; @jones-2021]`, for a bibliography that holds these ids."""
    return f"[{'; '.join(f'@{work.id}' for work in works)}]"


def markdown_links(works: Iterable[Reference]) -> str:
    """`[Smith 2020](https://doi.org/10.1000/x); Jones 2021`: links where there is one."""
    return "; ".join(_linked(work) for work in works)


def _linked(work: Reference) -> str:
    text = brief(work).replace("[", "\\[").replace("]", "\\]")
    link = doi_address(work.doi) if work.doi else work.url
    return f"[{text}]({link})" if link else text
