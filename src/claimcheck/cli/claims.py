"""`claimcheck claims`: what the base says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Any

import typer

from claimcheck.catalogue.claim_columns import DEFAULT, PRECEDENCE, claim_columns
from claimcheck.catalogue.claims import (
    WantedClaims,
    claim_works,
    find_claim,
    select_claims,
    sources_to_cite,
)
from claimcheck.catalogue.columns import ALL, choose_columns, ordered
from claimcheck.catalogue.names import Names
from claimcheck.classes import dataclass
from claimcheck.cli.guard import guarded
from claimcheck.cli.listing import (
    FORMATS,
    Listing,
    Writer,
    counted,
    list_writers,
    write_all,
)
from claimcheck.cli.options import CommonOptions, ReportOptions, with_options
from claimcheck.cli.output import outputs
from claimcheck.cli.session import find_base, open_session
from claimcheck.cli.standing import states_from_lock
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.reports.style import Style

_FILTERS = "Which claims"
_OUTPUT = "What of them"
_SHOW = "show"
CLAIM_FORMATS = ("cards", *FORMATS)


def _filter(flag: str, metavar: str, text: str) -> Any:
    return typer.Option(
        flag, metavar=metavar, help=text, rich_help_panel=_FILTERS, show_default=False
    )


def _output(*flags: str, text: str, metavar: str | None = None) -> Any:
    return typer.Option(
        *flags, metavar=metavar, help=text, rich_help_panel=_OUTPUT, show_default=False
    )


@with_options
def claims(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT] | show ID", help="Words to find, or `show` and the ids of claims."
        ),
    ] = None,
    compound: Annotated[str | None, _filter("--compound", "NAME", "About this compound.")] = None,
    indication: Annotated[
        str | None, _filter("--indication", "NAME", "About this disease.")
    ] = None,
    article: Annotated[
        str | None, _filter("--article", "ID", "Said in this article (id, or words of its title).")
    ] = None,
    kind: Annotated[str | None, _filter("--kind", "KIND", "size, rate, approval, safety…")] = None,
    verdict: Annotated[
        str | None,
        _filter(
            "--verdict",
            "VERDICT",
            "supported, refuted, outdated, imprecise, unsupported, unchecked.",
        ),
    ] = None,
    trial: Annotated[str | None, _filter("--trial", "NAME", "About this trial.")] = None,
    source: Annotated[
        str | None, _filter("--source", "ID", "Resting on this work (id, DOI).")
    ] = None,
    sort: Annotated[
        str | None, _output("--sort", metavar="COLUMNS", text="Such as verdict,-as_of.")
    ] = None,
    columns: Annotated[
        str | None, _output("--columns", metavar="COLUMNS", text="Columns by key, or all.")
    ] = None,
    cite: Annotated[
        bool, _output("--cite", text="Add ready citations: Markdown, pandoc keys, BibTeX.")
    ] = False,
    format_: Annotated[
        list[str] | None,
        _output("--format", "-f", metavar="FORMAT[:FILE]", text=f"{'|'.join(CLAIM_FORMATS)}."),
    ] = None,
    color: Annotated[
        str | None, _output("--color", metavar="auto|always|never", text="Colour the cards.")
    ] = None,
    *,
    common: CommonOptions,
) -> None:
    """Search the claim base: statements, verdicts, corrections, sources, where they were said.

    Words must all occur, in any order; between double quotes, next to each other. Several values
    of a filter may stand between commas.
    """
    with guarded():
        words = list(text or ())
        wanted = WantedClaims(
            text=" ".join(words),
            compound=compound,
            indication=indication,
            article=article,
            kind=kind,
            verdict=verdict,
            trial=trial,
            source=source,
        )
        default = ["table"] if columns else ["cards"]
        formats = outputs(format_ or default, "--format", CLAIM_FORMATS)
        session = open_session(context, common, ReportOptions(color=color))
        folder = find_base(session.settings)
        base = session.load(folder)
        shown = _Shown(base, Names(base, states_from_lock(session, folder, base)), columns, cite)
        single = words[:1] == [_SHOW] and len(words) > 1
        found = [find_claim(base, ident) for ident in words[1:]] if single else None
        if found is None:
            found = shown.sorted(select_claims(base, wanted), sort)
        if not found:
            session.note("no claim of this base meets these conditions")
        writers = shown.writers(found, whole=single, as_of=str(session.today))
        write_all(session, formats, writers)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown of claims."""

    base: Base
    names: Names
    columns: str | None
    cite: bool

    def sorted(self, claims: Sequence[Claim], sort: str | None) -> list[Claim]:
        known = claim_columns(self.base, self.names)
        return ordered(claims, sort, known) if sort else list(claims)

    def writers(self, claims: Sequence[Claim], *, whole: bool, as_of: str) -> Mapping[str, Writer]:
        known = claim_columns(self.base, self.names)
        listing = Listing(
            command="claims",
            title="Claims",
            rows=claims,
            shown=choose_columns(self.columns, known, DEFAULT),
            every=choose_columns(self.columns or ALL, known, DEFAULT),
            precedence=() if self.columns else PRECEDENCE,
            record=None if self.columns else self._record,
            works=lambda: _works(self.base, claims),
            as_of=as_of,
        )
        return {**list_writers(listing), "cards": partial(self._cards, claims, whole)}

    def _record(self, claim: Claim) -> dict[str, Any]:
        from claimcheck.catalogue.citations import markdown_links, pandoc_keys
        from claimcheck.catalogue.record import claim_record, works_of

        record = claim_record(claim, self.base, self.names)
        if self.cite:
            works = works_of(sources_to_cite(claim), self.base)
            record["cite"] = {"markdown": markdown_links(works), "pandoc": pandoc_keys(works)}
        return record

    def _cards(self, claims: Sequence[Claim], whole: bool, style: Style) -> str:
        from claimcheck.catalogue.cards import render_cards
        from claimcheck.catalogue.citations import bibtex

        if not claims:
            return ""
        cards = render_cards(claims, self.base, self.names, style, whole=whole, cite=self.cite)
        parts = [cards]
        if self.cite:
            parts.append(bibtex(_works(self.base, claims)).rstrip())
        if not whole:
            parts.append(style.paint(counted(len(claims), "claims"), "strong"))
        return "\n\n".join(parts)


def _works(base: Base, claims: Sequence[Claim]) -> list[Any]:
    from claimcheck.catalogue.record import works_of

    return works_of(claim_works(claims), base)
