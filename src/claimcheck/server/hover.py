"""What is shown on hovering: the verdict, both sides, and the source to cite."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from claimcheck.catalogue.citations import markdown_links
from claimcheck.model.findings import Finding, Problem, ReferenceResult, SentenceResult
from claimcheck.model.works import Reference
from claimcheck.patterns import lazy
from claimcheck.reports.characters import one_line
from claimcheck.reports.details import doi_url
from claimcheck.server.diagnostics import REMARKS, findings
from claimcheck.server.outcome import Outcome
from claimcheck.server.texts import Text

_SPECIAL = lazy(r"[\\`*_<>\[\]#|~&]")


def hover(text: Text, outcome: Outcome, position: Position) -> Hover | None:
    """The findings at a position, or else the verdict on the sentence that stands there."""
    at = text.lines.offset(position)
    found = [(f, where) for f, where in findings(text, outcome) if where[0] <= at <= where[1]]
    if found:
        told = "\n\n---\n\n".join(_told(finding, outcome) for finding, _ in found)
        return _shown(text, told, found[0][1])
    for sentence in outcome.report.sentences:
        where = text.lines.stretch(sentence.where)
        if where[0] <= at <= where[1]:
            return _shown(text, _verdict(text, outcome, sentence, where), where)
    for reference in outcome.report.references:
        where = text.lines.stretch(reference.where)
        if reference.where.path == text.path and where[0] <= at <= where[1]:
            return _shown(text, _standing(reference), where)
    return None


def _shown(text: Text, told: str, where: tuple[int, int]) -> Hover:
    return Hover(MarkupContent(MarkupKind.Markdown, told), text.lines.range(*where))


def _told(finding: Finding, outcome: Outcome) -> str:
    """A finding with what it rests on."""
    problem = finding.problem
    parts = [f"**{finding.name}** ({finding.severity}, {finding.code})", _plain(problem.message)]
    if problem.suggestion:
        parts.append(f"Suggestion: {_plain(problem.suggestion.text)}")
    return "\n\n".join((*parts, *_sources([problem], outcome)))


def _verdict(text: Text, outcome: Outcome, sentence: SentenceResult, where: tuple[int, int]) -> str:
    """The verdict on a sentence, and what the base says to each of its statements."""
    remarks = [
        finding.problem
        for finding in outcome.report.active
        if finding.name in REMARKS
        and finding.where.path == sentence.where.path
        and where[0] <= text.lines.stretch(finding.where)[0] < where[1]
    ]
    said = [_plain(problem.message) for problem in remarks]
    return "\n\n".join((f"**{sentence.verdict}**", *said, *_sources(remarks, outcome)))


def _standing(reference: ReferenceResult) -> str:
    """How an entry of the text's own list stood up."""
    via = f" (by {reference.via}, {reference.checked_at})" if reference.via else ""
    doi = reference.matched_doi
    link = f"\n\nDOI: [{_plain(doi)}]({doi_url(doi)})" if doi else ""
    return f"**{reference.state.replace('_', ' ')}**{via}{link}"


def _sources(problems: list[Problem], outcome: Outcome) -> Iterator[str]:
    """The works to cite, and the records of the base."""
    works = {work.id: work for work in outcome.cited}
    for key in dict.fromkeys((p.reference or "", p.doi or "") for p in problems):
        yield from _source(works.get(key[0]), key[1])
    rests = dict.fromkeys(_plain(one) for problem in problems for one in _basis(problem))
    if rests:
        yield f"Rests on: {', '.join(rests)}"


def _source(work: Reference | None, doi: str) -> Iterator[str]:
    if work:
        title = f": {_plain(work.title)}" if work.title else ""
        yield f"Source: {markdown_links([work])}{title}"
    if doi:
        yield f"DOI: [{_plain(doi)}]({doi_url(doi)})"


def _basis(problem: Problem) -> Iterator[str]:
    for noun in ("claim", "trial", "event"):
        if ident := getattr(problem, noun):
            yield f"{noun} {ident}"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", one_line(text))
