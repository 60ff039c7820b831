"""The options of the commands that list entries, in the groups that their help shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.classes import dataclass
from claimcheck.cli.listing import CLAIM_FORMATS, FORMATS, read_date

if TYPE_CHECKING:
    from claimcheck.catalogue.claims import WantedClaims
    from claimcheck.catalogue.trials import Wanted

_FILTERS = "Filters"
_OUTPUT = "Output"


def _filter(flag: str, metavar: str | None, text: str) -> Any:
    return typer.Option(
        flag, metavar=metavar, help=text, rich_help_panel=_FILTERS, show_default=False
    )


def _output(*flags: str, text: str, metavar: str | None = None) -> Any:
    return typer.Option(
        *flags, metavar=metavar, help=text, rich_help_panel=_OUTPUT, show_default=False
    )


def _formats(known: tuple[str, ...]) -> Any:
    text = f"{', '.join(known[:-1])} or {known[-1]}; may be repeated."
    return _output("--format", "-f", metavar="FORMAT[:FILE]", text=text)


@dataclass(kw_only=True)
class TrialFilters:
    """Which trials."""

    indication: Annotated[
        str | None, _filter("--indication", "NAME", "Studied in this condition or a form of it.")
    ] = None
    phase: Annotated[
        str | None, _filter("--phase", "PHASE", "1, 2 (with 2a, 2b, 1/2), 2b, 3, 4 or none.")
    ] = None
    sponsor: Annotated[str | None, _filter("--sponsor", "NAME", "Sponsored or conducted by.")] = (
        None
    )
    status: Annotated[
        str | None, _filter("--status", "STATUS", "planned, recruiting, active, completed…")
    ] = None
    design: Annotated[
        list[str] | None,
        _filter(
            "--design",
            "WORD",
            "randomised, double-blind, crossover, a control…; each must apply; may be repeated.",
        ),
    ] = None
    since: Annotated[
        str | None,
        _filter("--since", "DATE", "Published, else read out, ended or begun, since then."),
    ] = None
    until: Annotated[str | None, _filter("--until", "DATE", "The same, until then.")] = None
    registry_id: Annotated[
        str | None, _filter("--registry-id", "ID", "Registered under this id (or its beginning).")
    ] = None
    has_results: Annotated[
        bool | None,
        _filter("--has-results/--no-results", None, "With (without) results on record."),
    ] = None

    def wanted(self, compound: str | None) -> Wanted:
        """The same as a question; raises UsageError for what is no date."""
        from claimcheck.catalogue.trials import Wanted

        return Wanted(
            compound=compound,
            indication=self.indication,
            phase=self.phase,
            sponsor=self.sponsor,
            status=self.status,
            design=tuple(self.design or ()),
            since=read_date(self.since, "--since"),
            until=read_date(self.until, "--until"),
            registry_id=self.registry_id,
            has_results=self.has_results,
        )


@dataclass(kw_only=True)
class TrialOutput:
    """What is shown of trials, and how."""

    sort: Annotated[str, _output("--sort", metavar="COLUMNS", text="Such as n or -year,phase.")] = (
        "year"
    )
    columns: Annotated[
        str | None,
        _output("--columns", metavar="COLUMNS", text="Columns between commas, or all."),
    ] = None
    outcomes: Annotated[
        bool, _output("--outcomes", text="One outcome a row instead of one trial.")
    ] = False
    chart: Annotated[
        bool, _output("--chart", text="Draw sizes, results and dates in the terminal instead.")
    ] = False
    chart_file: Annotated[
        list[str] | None,
        _output(
            "--chart-file",
            metavar="[KIND:]FILE",
            text="Draw results (or sizes:, timeline:) to an .svg, .png or .html; may be repeated.",
        ),
    ] = None
    chart_outcome: Annotated[
        str | None,
        _output("--chart-outcome", metavar="NAME", text="Which results; else the most reported."),
    ] = None
    verify: Annotated[
        bool, _output("--verify", text="List where ClinicalTrials.gov says otherwise.")
    ] = False
    format: Annotated[list[str] | None, _formats(FORMATS)] = None
    color: Annotated[
        str | None, _output("--color", metavar="auto|always|never", text="Colour the table.")
    ] = None


@dataclass(kw_only=True)
class ClaimFilters:
    """Which claims."""

    compound: Annotated[str | None, _filter("--compound", "NAME", "About this compound.")] = None
    indication: Annotated[
        str | None, _filter("--indication", "NAME", "About this condition or a form of it.")
    ] = None
    article: Annotated[
        str | None, _filter("--article", "ID", "Said in this article (id, or words of its title).")
    ] = None
    kind: Annotated[str | None, _filter("--kind", "KIND", "size, rate, approval, safety…")] = None
    verdict: Annotated[
        str | None,
        _filter(
            "--verdict",
            "VERDICT",
            "supported, refuted, outdated, imprecise, unsupported or unchecked.",
        ),
    ] = None
    trial: Annotated[str | None, _filter("--trial", "NAME", "About this trial.")] = None
    source: Annotated[
        str | None, _filter("--source", "ID", "Resting on this work (id or DOI).")
    ] = None

    def wanted(self, text: str) -> WantedClaims:
        """The same as a question."""
        from claimcheck.catalogue.claims import WantedClaims

        return WantedClaims(
            text=text,
            compound=self.compound,
            indication=self.indication,
            article=self.article,
            kind=self.kind,
            verdict=self.verdict,
            trial=self.trial,
            source=self.source,
        )


@dataclass(kw_only=True)
class ClaimOutput:
    """What is shown of claims, and how."""

    sort: Annotated[
        str | None, _output("--sort", metavar="COLUMNS", text="Such as verdict,-as_of.")
    ] = None
    columns: Annotated[
        str | None,
        _output("--columns", metavar="COLUMNS", text="Columns between commas, or all."),
    ] = None
    cite: Annotated[
        bool, _output("--cite", text="Add ready citations: Markdown, pandoc keys, BibTeX.")
    ] = False
    format: Annotated[list[str] | None, _formats(CLAIM_FORMATS)] = None
    color: Annotated[
        str | None, _output("--color", metavar="auto|always|never", text="Colour the cards.")
    ] = None
