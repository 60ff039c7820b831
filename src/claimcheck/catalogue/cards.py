"""Claims as a person reads them: the statement, then what it rests on, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.catalogue.citations import markdown_links, pandoc_keys
from claimcheck.catalogue.claim_columns import place_in_words, source_in_words
from claimcheck.catalogue.claims import sources_to_cite
from claimcheck.catalogue.names import Names
from claimcheck.catalogue.record import works_of
from claimcheck.catalogue.table import wrap
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.reports.characters import one_line
from claimcheck.reports.style import Look, Style

_LOOKS: dict[str, Look] = {
    "supported": "good",
    "refuted": "error",
    "outdated": "warning",
    "imprecise": "warning",
    "unsupported": "warning",
}
_MARGIN = 13
_NARROWEST = 20
_PLACES = 3
"""How many places where a claim was said a short card shows."""


def render_cards(
    claims: Sequence[Claim], base: Base, names: Names, style: Style, *, whole: bool, cite: bool
) -> str:
    """The claims one after the other; `whole` leaves out nothing, `cite` adds ready citations."""
    cards = (_card(claim, base, names, style, whole=whole, cite=cite) for claim in claims)
    return "\n\n".join("\n".join(card) for card in cards)


def _card(
    claim: Claim, base: Base, names: Names, style: Style, *, whole: bool, cite: bool
) -> Iterator[str]:
    look = _LOOKS.get(claim.verdict, "info")
    lines = _wrapped(claim.statement, style)
    head = style.paint(f"{claim.verdict:{_MARGIN}}", look)
    yield f"{head}{style.paint(lines[0], 'strong')}"
    yield from (" " * _MARGIN + style.paint(line, "strong") for line in lines[1:])
    fields = [*_basis(claim, base, names, whole=whole)]
    if whole:
        fields += _details(claim, names)
    if cite:
        works = works_of(sources_to_cite(claim), base)
        fields += [("Markdown", markdown_links(works)), ("pandoc", pandoc_keys(works))]
    for title, text in fields:
        yield from _field(title, text, style)


def _basis(claim: Claim, base: Base, names: Names, *, whole: bool) -> Iterator[tuple[str, str]]:
    if claim.correction:
        yield "instead", claim.correction
    for source in claim.sources:
        note = f": {source.note}" if whole and source.note else ""
        yield "source", source_in_words(source, names) + note
    if not claim.sources:
        yield "source", "none"
    for place in claim.said if whole else claim.said[:_PLACES]:
        yield "said in", place_in_words(place, base)
    if len(claim.said) > _PLACES and not whole:
        yield "said in", f"… and {len(claim.said) - _PLACES} more"
    yield "id", claim.id


def _details(claim: Claim, names: Names) -> Iterator[tuple[str, str]]:
    subject = claim.subject
    compounds = [names.full("compounds", ident) for ident in subject.compound]
    indications = [names.full("indications", ident) for ident in subject.indication]
    rest = (subject.arm, subject.versus, subject.population, subject.outcome, subject.scale)
    place = (subject.timepoint, subject.agency, subject.jurisdiction, subject.sponsor)
    about = (*compounds, *indications, *subject.trial, *subject.event, *rest, *place)
    yield "about", ", ".join(part for part in about if part)
    yield "kind", claim.kind
    yield "figure", claim.quantity or ""
    yield "confidence", claim.confidence
    yield "as of", str(claim.as_of or "")
    yield "review by", str(claim.review_by or "")
    for waiver in claim.waivers:
        until = f" until {waiver.until}" if waiver.until else ""
        yield "waiver", f"{waiver.rule}{until}: {waiver.reason}"
    yield "note", claim.note or ""
    yield "stands in", str(claim.place)


def _field(title: str, text: str, style: Style) -> Iterator[str]:
    if not text:
        return
    first, *rest = _wrapped(text, style)
    yield style.paint(f"  {title:{_MARGIN - 2}}", "weak") + first
    yield from (" " * _MARGIN + line for line in rest)


def _wrapped(text: str, style: Style) -> list[str]:
    return wrap(one_line(text), max(style.width - _MARGIN, _NARROWEST))
