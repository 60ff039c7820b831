"""Citations against reference lists: in the articles of the base, and in drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.hints import did_you_mean
from claimcheck.model.base import Base
from claimcheck.model.bibliography import DraftCitations, Entry, Mention
from claimcheck.model.claims import Article
from claimcheck.model.findings import Problem, Severity
from claimcheck.model.works import Reference
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


@rule("DFT004", "undefined-citation", Severity.ERROR)
def undefined_in_draft(citations: DraftCitations) -> Iterator[Problem]:
    """A draft cites a work that its reference list does not hold.

    Readers cannot follow such a citation, and it is how invented works enter a text. Add the work
    to the list, or correct the author or the year. Without a reference list nothing is said of
    authors and numbers; a key (`[@smith2020]`, `\\cite{smith2020}`) is looked for in the list, in
    the files that the draft names as its bibliography, and among the references of the base.

    Fires:
        Response was frequent (Doe et al., 2020).

        ## References

        Smith, A. (2020). Sleep and memory. Sleep Medicine, 12(3), 101–110.

    Quiet:
        Response was frequent (Smith, 2020).

        ## References

        Smith, A. (2020). Sleep and memory. Sleep Medicine, 12(3), 101–110.
    """
    undefined: dict[tuple[str, ...], list[Mention]] = {}
    for mention in citations.mentions:
        if mention.entries == ():
            undefined.setdefault(_named(mention), []).append(mention)
    for mention, *again in undefined.values():
        yield Problem(
            where=mention.where,
            message=f"cites “{_in_words(mention)}”, {_lacking(mention, citations)}",
            text=mention.text,
            found=_in_words(mention),
            related=tuple((other.where, "cited here too") for other in again),
        )


@rule("DFT005", "uncited-reference", Severity.WARNING)
def uncited_in_draft(citations: DraftCitations) -> Iterator[Problem]:
    """A draft lists a work that it never cites.

    Cite it where it belongs, or take it off the list. Said only of a draft that cites from its list
    at least once; a list for further reading is no fault.

    Fires:
        Response was frequent (Smith, 2020).

        ## References

        Doe, J. (2019). Growth of barley. Plant and Soil, 7(1), 1–9.

        Smith, A. (2020). Sleep and memory. Sleep Medicine, 12(3), 101–110.

    Quiet:
        Response was frequent.

        ## References

        Doe, J. (2019). Growth of barley. Plant and Soil, 7(1), 1–9.
    """
    cited = {key for mention in citations.mentions for key in mention.entries or ()}
    for file in citations.own:
        if cited.isdisjoint(entry.reference.id for entry in file.entries):
            continue
        for entry in file.entries:
            if entry.reference.id not in cited:
                yield Problem(
                    where=file.where(entry)(),
                    message=f"lists “{_entry_in_words(entry.reference)}” but never cites it",
                    text=entry.raw[:200],
                    reference=entry.reference.id,
                    doi=entry.reference.doi,
                )


DRAFT_CITATION_RULES = (undefined_in_draft, uncited_in_draft)
"""Over the citations of a draft, under the codes of the rules for the articles of a base."""


def _named(mention: Mention) -> tuple[str, ...]:
    return (mention.kind, mention.label, mention.year, *mention.names)


def _in_words(mention: Mention) -> str:
    if mention.kind == "author-year":
        cut = " et al." if " al" in mention.text else ""
        return f"{' & '.join(mention.names[:2])}{cut}, {mention.year}"
    if mention.kind == "key":
        return f"@{mention.label}" if "@" in mention.text else mention.label
    return f"[{mention.label}]" if mention.kind == "number" else f"[^{mention.label}]"


def _lacking(mention: Mention, citations: DraftCitations) -> str:
    """Where the work was looked for in vain, and what is near."""
    if mention.kind == "footnote":
        return "but there is no such note"
    entries = [entry for file in citations.files for entry in file.entries]
    if mention.kind != "key":
        return f"which the reference list does not hold{_nearest(mention, entries)}"
    near = did_you_mean(mention.label, (entry.label.lstrip("^") for entry in entries))
    if entries:
        return f"which neither its bibliography nor the base holds{near}"
    return "which the base does not hold, and the draft names no bibliography"


def _nearest(mention: Mention, entries: Sequence[Entry]) -> str:
    """The years of the entries by the same first author, if there are any."""
    if not mention.names:
        return ""
    name = mention.names[0].casefold()
    years = [
        str(entry.reference.issued)
        for entry in entries
        if entry.reference.author and entry.reference.issued
        if (entry.reference.author[0].family or "").casefold() == name
    ]
    return f" (it has {mention.names[0]} {', '.join(dict.fromkeys(years))})" if years else ""


def _entry_in_words(reference: Reference) -> str:
    first = next(iter(reference.author), None)
    author = (first.family or first.literal) if first else None
    year = str(reference.issued.year) if reference.issued else None
    told = ", ".join(filter(None, (author, year)))
    return told or reference.title[:60]
