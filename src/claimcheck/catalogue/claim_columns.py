"""The columns of a list of claims."""

from __future__ import annotations

from claimcheck.catalogue.claims import sources_to_cite
from claimcheck.catalogue.columns import Column
from claimcheck.catalogue.names import Names, doi_address
from claimcheck.model.base import Base
from claimcheck.model.claims import Appearance, Claim, Source
from claimcheck.model.works import Reference

ClaimColumn = Column[Claim]

DEFAULT = ("verdict", "statement", "correction", "source", "said", "id")
CITATIONS = ("markdown", "pandoc")
"""Ready citations, shown when asked for."""
PRECEDENCE = ("statement", "verdict", "source", "id", "correction", "said")
_STANCES = {"supports": "", "contradicts": " (contradicts)", "context": " (context)"}


def claim_columns(base: Base, names: Names) -> dict[str, ClaimColumn]:
    """Every column by its key."""
    columns = (
        *_content(), *_subject(names), *_rests_on(base, names), *_care(), *_citations(base),
    )  # fmt: skip
    return {column.key: column for column in columns}


def _content() -> tuple[ClaimColumn, ...]:
    return (
        Column(key="id", title="Id", value=lambda c: c.id, narrowest=14),
        Column(key="verdict", title="Verdict", value=lambda c: c.verdict, narrowest=11),
        Column(key="statement", title="Statement", value=lambda c: c.statement, narrowest=26),
        Column(key="correction", title="Correction", value=lambda c: c.correction, narrowest=22),
        Column(key="kind", title="Kind", value=lambda c: c.kind),
        Column(key="quantity", title="Figure", value=lambda c: c.quantity, narrowest=10),
    )


def _subject(names: Names) -> tuple[ClaimColumn, ...]:
    def compounds(claim: Claim) -> str:
        return ", ".join(names.short("compounds", ident) for ident in claim.subject.compound)

    def indications(claim: Claim) -> str:
        return ", ".join(names.short("indications", ident) for ident in claim.subject.indication)

    return (
        Column(
            key="compound",
            title="Compound",
            value=lambda c: list(c.subject.compound),
            show=compounds,
        ),
        Column(
            key="indication",
            title="Indication",
            value=lambda c: list(c.subject.indication),
            show=indications,
        ),
        Column(key="trial", title="Trial", value=lambda c: list(c.subject.trial)),
    )


def _rests_on(base: Base, names: Names) -> tuple[ClaimColumn, ...]:
    def sources(claim: Claim) -> str:
        return "; ".join(source_in_words(source, names) for source in claim.sources)

    def dois(claim: Claim) -> list[str]:
        works = (names.reference(source.ref) for source in claim.sources)
        return [work.doi for work in works if work and work.doi]

    return (
        Column(
            key="source",
            title="Sources",
            value=lambda c: [source.ref for source in c.sources],
            show=sources,
            narrowest=16,
        ),
        Column(key="doi", title="DOI", value=dois, narrowest=16, link=doi_address),
        Column(
            key="state",
            title="State of sources",
            value=lambda c: [names.state(source.ref) for source in c.sources],
        ),
        Column(
            key="said",
            title="Said in",
            value=lambda c: list(dict.fromkeys(place.article for place in c.said)),
            show=lambda c: "; ".join(place_in_words(place, base) for place in c.said),
            narrowest=16,
        ),
    )


def _care() -> tuple[ClaimColumn, ...]:
    return (
        Column(key="confidence", title="Confidence", value=lambda c: c.confidence),
        Column(key="as_of", title="As of", value=lambda c: str(c.as_of) if c.as_of else None),
        Column(
            key="review_by",
            title="Review by",
            value=lambda c: str(c.review_by) if c.review_by else None,
        ),
        Column(key="note", title="Note", value=lambda c: c.note, narrowest=20),
    )


def _citations(base: Base) -> tuple[ClaimColumn, ...]:
    def works(claim: Claim) -> list[Reference]:
        refs = sources_to_cite(claim)
        return [base.reference[ref] for ref in refs if ref in base.reference]

    def markdown(claim: Claim) -> str | None:
        from claimcheck.catalogue.citations import markdown_links

        return markdown_links(works(claim)) or None

    def pandoc(claim: Claim) -> str | None:
        from claimcheck.catalogue.citations import pandoc_keys

        return pandoc_keys(found) if (found := works(claim)) else None

    return (
        Column(key="markdown", title="Markdown", value=markdown, narrowest=24),
        Column(key="pandoc", title="pandoc", value=pandoc, narrowest=14),
    )


def source_in_words(source: Source, names: Names) -> str:
    """`Smith 2020 10.1000/x, table 1 (contradicts)`."""
    work = names.reference(source.ref)
    doi = f" {work.doi}" if work and work.doi else ""
    at = f", {source.at}" if source.at else ""
    return f"{names.work(source.ref)}{doi}{at}{_STANCES[source.stance]}"


def place_in_words(place: Appearance, base: Base) -> str:
    """`An essay on roots, Trials: “forty people”`."""
    article = base.article.get(place.article)
    section = f", {place.section}" if place.section else ""
    phrase = f": “{place.phrase}”" if place.phrase else ""
    return f"{article.title if article else place.article}{section}{phrase}"
