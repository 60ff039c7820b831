"""Citations against reference lists: in the articles of the base, and in drafts."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.base import Base
from claimcheck.model.claims import Article
from claimcheck.model.findings import Problem, Severity
from claimcheck.rules.base import rule


@rule("DFT004", "undefined-citation", Severity.ERROR)
def undefined_citation(base: Base) -> Iterator[Problem]:
    """A text cites a work that its reference list does not hold.

    Readers cannot follow such a citation, and it is how invented works enter a text. Add the work
    to the list, or correct the author or the year.

    Fires:
        articles:
        - id: page
          title: A page
          citations: [{mark: "Smith, 2020", cited: yes, listed: no}]

    Quiet:
        articles:
        - id: page
          title: A page
          citations: [{mark: "Smith, 2020", cited: yes, listed: yes}]
    """
    for article in base.articles:
        for index, citation in enumerate(article.citations):
            if citation.cited and not citation.listed:
                listing = "its reference list does not hold"
                yield _citation(base, article, index, f"cites “{citation.mark}”, which {listing}")


@rule("DFT005", "uncited-reference", Severity.WARNING)
def uncited_reference(base: Base) -> Iterator[Problem]:
    """A reference list holds a work that the text never cites.

    Cite it where it belongs, or take it off the list.

    Fires:
        articles:
        - id: page
          title: A page
          citations: [{mark: "Smith, 2020", cited: no, listed: yes}]

    Quiet:
        articles:
        - id: page
          title: A page
          citations: [{mark: "Smith, 2020", cited: yes, listed: yes}]
    """
    for article in base.articles:
        for index, citation in enumerate(article.citations):
            if citation.listed and not citation.cited:
                yield _citation(base, article, index, f"lists “{citation.mark}” but never cites it")


def _citation(base: Base, article: Article, index: int, message: str) -> Problem:
    citation = article.citations[index]
    reference = base.reference.get(citation.ref or "")
    return Problem(
        where=base.at(article, "citations", index, "mark"),
        message=f"article `{article.id}` {message}",
        text=citation.mark,
        reference=citation.ref,
        doi=reference.doi if reference else None,
        waivers=citation.waivers,
    )
