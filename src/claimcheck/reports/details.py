"""What a report for people says of a finding besides its message."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from claimcheck.model.findings import Problem
from claimcheck.model.place import Location


def place(where: Location) -> str:
    """Where it is, for people: the label in files without lines, else line and column."""
    return f"{where.path} ({where.label})" if where.label else str(where)


def details(problem: Problem) -> Iterator[tuple[str, str]]:
    """Label and text of everything a reader may want to follow up, in order."""
    if basis := ", ".join(_basis(problem)):
        yield "rests on", basis
    if problem.doi:
        yield "doi", doi_url(problem.doi)
    if problem.suggestion:
        yield ("fix" if problem.suggestion.safe else "suggestion"), problem.suggestion.text
    for where, word in problem.related:
        yield "see", f"{place(where)} {word}".rstrip()


def _basis(problem: Problem) -> Iterator[str]:
    for noun in ("claim", "trial", "event", "reference"):
        if id_ := getattr(problem, noun):
            yield f"{noun} {id_}"


def doi_url(doi: str) -> str:
    """The address at which a DOI resolves; text that is none is given back as it is."""
    return f"https://doi.org/{quote(doi, safe='/:;()')}" if doi.startswith("10.") else doi
