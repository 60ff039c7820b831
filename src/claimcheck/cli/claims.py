"""`claimcheck claims`: what the base says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Any

import typer

from claimcheck.catalogue.claim_columns import CITATIONS, DEFAULT, PRECEDENCE, claim_columns
from claimcheck.catalogue.claims import (
    claim_works,
    find_claim,
    nearest_words,
    select_claims,
    sources_to_cite,
)
from claimcheck.catalogue.columns import ALL, choose_columns, ordered
from claimcheck.catalogue.names import Names
from claimcheck.classes import dataclass
from claimcheck.cli.guard import guarded
from claimcheck.cli.list_options import ClaimFilters, ClaimOutput
from claimcheck.cli.listing import (
    CLAIM_FORMATS,
    Listing,
    Writer,
    counted,
    list_writers,
    write_all,
)
from claimcheck.cli.options import CommonOptions, ReportOptions, with_options
from claimcheck.cli.output import outputs
from claimcheck.cli.session import Session, find_base, open_session
from claimcheck.cli.standing import states_from_lock
from claimcheck.errors import UsageError
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.reports.style import Style

_SHOW = "show"


@with_options
def claims(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT] | show ID", help="Words to find, or `show` and the ids of claims."
        ),
    ] = None,
    *,
    filters: ClaimFilters,
    output: ClaimOutput,
    common: CommonOptions,
) -> None:
    """Search the claim base: statements, verdicts, corrections, sources, where they were said.

    Words must all occur, in any order; between double quotes, next to each other. Several values
    of a filter may stand between commas.

      claimcheck claims --verdict refuted,outdated --compound NAME
      claimcheck claims '"primary endpoint"' --columns id,statement,doi
      claimcheck claims show ID --cite
    """
    with guarded():
        words = list(text or ())
        wanted = filters.wanted(" ".join(words))
        default = ["cards"] if output.columns is None else ["table"]
        formats = outputs(output.format or default, "--format", CLAIM_FORMATS)
        session = open_session(context, common, ReportOptions(color=output.color))
        folder = find_base(session.settings)
        base = session.load(folder)
        names = Names(base, states_from_lock(session, folder, base))
        shown = _Shown(base, names, output.columns, output.cite)
        single = words[:1] == [_SHOW]
        found: Sequence[Claim] = _named(base, words[1:]) if single else select_claims(base, wanted)
        if output.sort is not None:
            found = ordered(found, output.sort, claim_columns(base, names))
        if not found:
            _remark(session, base, wanted.text or "")
        writers = shown.writers(found, whole=single, as_of=str(session.today))
        write_all(session, formats, writers)


def _named(base: Base, ids: Sequence[str]) -> list[Claim]:
    if not ids:
        raise UsageError("claims show: which claim? give its id")
    return [find_claim(base, ident) for ident in ids]


def _remark(session: Session, base: Base, text: str) -> None:
    """Why there is nothing to show."""
    meant = "; ".join(
        f"{word!r} stands in none (did you mean {' or '.join(near)}?)"
        for word, near in nearest_words(base, text).items()
    )
    session.note(meant or "no claim of this base meets these conditions")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown of claims."""

    base: Base
    names: Names
    columns: str | None
    cite: bool

    def writers(self, claims: Sequence[Claim], *, whole: bool, as_of: str) -> Mapping[str, Writer]:
        known = claim_columns(self.base, self.names)
        cited = tuple(known[key] for key in CITATIONS) if self.cite else ()
        listing = Listing(
            command="claims",
            title="Claims",
            rows=claims,
            shown=(*choose_columns(self.columns, known, DEFAULT), *cited),
            every=choose_columns(self.columns or ALL, known, DEFAULT)
            + (cited if self.columns else ()),
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
