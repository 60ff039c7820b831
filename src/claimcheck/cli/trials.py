"""`claimcheck trials`: the trials of a compound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from claimcheck.catalogue.columns import ALL, choose_columns, ordered
from claimcheck.catalogue.names import Names
from claimcheck.catalogue.trial_columns import DEFAULT, PRECEDENCE, TrialColumn, trial_columns
from claimcheck.catalogue.trials import Selection, Wanted, select_trials
from claimcheck.cli.guard import guarded
from claimcheck.cli.listing import FORMATS, Listing, Writer, list_writers, read_date, write_all
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions, with_options
from claimcheck.cli.output import outputs
from claimcheck.cli.session import Session, find_base, open_session
from claimcheck.cli.standing import states_from_lock
from claimcheck.model.base import Base
from claimcheck.model.trials import Trial

_FILTERS = "Which trials"
_OUTPUT = "What of them"
_FORMATS = "table|csv|tsv|json|jsonl|markdown|html|bibtex|csl"


def _filter(flag: str, metavar: str, text: str) -> Any:
    return typer.Option(
        flag, metavar=metavar, help=text, rich_help_panel=_FILTERS, show_default=False
    )


def _output(*flags: str, metavar: str | None = None, text: str) -> Any:
    return typer.Option(
        *flags, metavar=metavar, help=text, rich_help_panel=_OUTPUT, show_default=False
    )


@with_options
def trials(
    context: typer.Context,
    compound: Annotated[
        str | None, typer.Argument(metavar="[COMPOUND]", help="Any of its names.")
    ] = None,
    indication: Annotated[
        str | None, _filter("--indication", "NAME", "Studied in this condition or a form of it.")
    ] = None,
    phase: Annotated[
        str | None, _filter("--phase", "PHASE", "1, 2 (with 2a, 2b, 1/2), 2b, 3, 4 or none.")
    ] = None,
    sponsor: Annotated[
        str | None, _filter("--sponsor", "NAME", "Sponsored or conducted by.")
    ] = None,
    status: Annotated[
        str | None, _filter("--status", "STATUS", "planned, recruiting, active, completed…")
    ] = None,
    design: Annotated[
        list[str] | None,
        _filter("--design", "WORD", "randomised, double-blind, crossover, a control; repeatable."),
    ] = None,
    since: Annotated[
        str | None,
        _filter("--since", "DATE", "Published, else read out, ended or begun, since then."),
    ] = None,
    until: Annotated[str | None, _filter("--until", "DATE", "The same, until then.")] = None,
    registry_id: Annotated[
        str | None, _filter("--registry-id", "ID", "Registered under this id (or its beginning).")
    ] = None,
    has_results: Annotated[
        bool | None,
        typer.Option(
            "--has-results/--no-results",
            help="With (without) results on record.",
            rich_help_panel=_FILTERS,
            show_default=False,
        ),
    ] = None,
    sort: Annotated[
        str, _output("--sort", metavar="COLUMNS", text="Such as n or -year,phase.")
    ] = "year",
    columns: Annotated[
        str | None, _output("--columns", metavar="COLUMNS", text="Columns by key, or all.")
    ] = None,
    outcomes: Annotated[
        bool, _output("--outcomes", text="One outcome a row instead of one trial.")
    ] = False,
    chart: Annotated[
        bool, _output("--chart", text="Draw sizes, results and dates in the terminal instead.")
    ] = False,
    chart_file: Annotated[
        list[str] | None,
        _output(
            "--chart-file",
            metavar="[KIND:]FILE",
            text="Draw results (or sizes:, timeline:) to an .svg, .png or .html; repeatable.",
        ),
    ] = None,
    chart_outcome: Annotated[
        str | None,
        _output("--chart-outcome", metavar="NAME", text="Which results; else the most reported."),
    ] = None,
    verify: Annotated[
        bool, _output("--verify", text="List where ClinicalTrials.gov says otherwise.")
    ] = False,
    format_: Annotated[
        list[str] | None,
        _output("--format", "-f", metavar="FORMAT[:FILE]", text=f"{_FORMATS}; repeatable."),
    ] = None,
    color: Annotated[
        str | None, _output("--color", metavar="auto|always|never", text="Colour the table.")
    ] = None,
    *,
    common: CommonOptions,
    network: NetworkOptions,
) -> None:
    """List trials, with size, phase, design, results and sources.

    A name may be any that the vocabulary knows; a wider term takes in narrower ones. Several may
    stand between commas. What the record does not hold shows as a dash; a number of participants
    in brackets was only planned.

    With --verify, compare them with their registrations: enrolment, phase, status, conditions.
    Exit status 1 if anything differs, 3 if something could not be checked.
    """
    with guarded():
        wanted = Wanted(
            compound=compound,
            indication=indication,
            phase=phase,
            sponsor=sponsor,
            status=status,
            design=tuple(design or ()),
            since=read_date(since, "--since"),
            until=read_date(until, "--until"),
            registry_id=registry_id,
            has_results=has_results,
        )
        formats = outputs(format_ or ["table"], "--format", FORMATS)
        session = open_session(context, common, ReportOptions(color=color), network)
        folder = find_base(session.settings)
        base = session.load(folder)
        names = Names(base, states_from_lock(session, folder, base))
        found = select_trials(base, wanted)
        known = trial_columns(names, base.vocabulary.outcomes)
        rows = ordered(found.trials, sort, known)
        _remark(session, found, rows)
        if verify:
            from claimcheck.cli.trial_verification import verify_trials

            raise typer.Exit(verify_trials(session, folder, base, rows, columns, formats))
        if chart or chart_file:
            from claimcheck.cli.trial_charts import Charts

            charts = Charts(base, names, rows, chart_outcome, compound)
            charts.write(session, chart, chart_file or ())
            return
        if outcomes:
            writers = _outcome_writers(rows, columns, base, names, session)
        else:
            writers = _trial_writers(rows, columns, known, base, names, session)
        write_all(session, formats, writers)


def _remark(session: Session, found: Selection, rows: Sequence[Trial]) -> None:
    """What a list cannot show: why it is empty, what was left out."""
    if not rows:
        session.note("no trial of this base meets these conditions")
    if found.compared:
        ids = ", ".join(trial.id for trial in found.compared)
        session.note(f"it is a comparator in {ids}")
    if found.undated:
        session.note(f"{found.undated} trials without any date were left out")


def _trial_writers(
    rows: Sequence[Trial],
    columns: str | None,
    known: Mapping[str, TrialColumn],
    base: Base,
    names: Names,
    session: Session,
) -> Mapping[str, Writer]:
    from claimcheck.catalogue.record import trial_record, works_of

    return list_writers(
        Listing(
            command="trials",
            title="Trials",
            rows=rows,
            shown=choose_columns(columns, known, DEFAULT),
            every=choose_columns(columns or ALL, known, DEFAULT),
            precedence=() if columns else PRECEDENCE,
            record=None if columns else lambda trial: trial_record(trial, names),
            works=lambda: works_of((p.ref for t in rows for p in t.publications), base),
            as_of=str(session.today),
        )
    )


def _outcome_writers(
    trials: Sequence[Trial], columns: str | None, base: Base, names: Names, session: Session
) -> Mapping[str, Writer]:
    from claimcheck.catalogue import outcome_columns as of_outcomes
    from claimcheck.catalogue.record import works_of

    rows = of_outcomes.outcome_rows(trials)
    known = of_outcomes.outcome_columns(names)
    default = of_outcomes.OUTCOME_DEFAULT
    return list_writers(
        Listing(
            command="trials",
            title="Outcomes",
            rows=rows,
            shown=choose_columns(columns, known, default),
            every=choose_columns(columns or ALL, known, default),
            precedence=() if columns else of_outcomes.OUTCOME_PRECEDENCE,
            works=lambda: works_of((r.outcome.source or "" for r in rows), base),
            as_of=str(session.today),
        )
    )
