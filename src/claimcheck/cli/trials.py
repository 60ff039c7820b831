"""`claimcheck trials`: the trials of a compound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from claimcheck.catalogue.columns import ALL, choose_columns, ordered
from claimcheck.catalogue.names import Names
from claimcheck.catalogue.trial_columns import DEFAULT, PRECEDENCE, TrialColumn, trial_columns
from claimcheck.catalogue.trials import Selection, Wanted, select_trials
from claimcheck.classes import dataclass
from claimcheck.cli.guard import guarded
from claimcheck.cli.list_options import TrialFilters, TrialOutput
from claimcheck.cli.listing import FORMATS, Listing, Writer, list_writers, write_all
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions, with_options
from claimcheck.cli.output import Output, outputs
from claimcheck.cli.session import Session, find_base, open_session
from claimcheck.cli.standing import states_from_lock
from claimcheck.model.base import Base
from claimcheck.model.trials import Trial


@with_options
def trials(
    context: typer.Context,
    compound: Annotated[
        str | None, typer.Argument(metavar="[COMPOUND]", help="Any of its names; or a trial's.")
    ] = None,
    *,
    filters: TrialFilters,
    output: TrialOutput,
    common: CommonOptions,
    network: NetworkOptions,
) -> None:
    """List trials, with size, phase, design, results and sources.

    A name may be any that the vocabulary knows; a wider term takes in narrower ones. Several may
    stand between commas. What the record does not hold shows as a dash; a number of participants
    in brackets was only planned.

      claimcheck trials NAME --phase 2b,3 --sort -n
      claimcheck trials NAME --columns id,n,response,doi --format csv:trials.csv
      claimcheck trials NAME --has-results --chart-file results.svg

    With --verify, compare them with their registrations: enrolment, phase, status, conditions.
    Exit status 1 if anything differs, 3 if something could not be checked.
    """
    with guarded():
        wanted = filters.wanted(compound)
        formats = outputs(output.format or ["table"], "--format", FORMATS)
        session = open_session(context, common, ReportOptions(color=output.color), network)
        _answer(session, wanted, output, formats)


def _answer(
    session: Session, wanted: Wanted, output: TrialOutput, formats: Sequence[Output]
) -> None:
    folder = find_base(session.settings)
    base = session.load(folder)
    names = Names(base, states_from_lock(session, folder, base))
    found = select_trials(base, wanted)
    known = trial_columns(names, base.vocabulary.outcomes)
    rows = found.trials if output.outcomes else ordered(found.trials, output.sort, known)
    _remark(session, found)
    if output.verify:
        from claimcheck.cli.trial_verification import verify_trials

        raise typer.Exit(verify_trials(session, folder, base, rows, output.columns, formats))
    if output.chart or output.chart_file:
        from claimcheck.cli.trial_charts import Charts

        charts = Charts(base, names, rows, output.chart_outcome, found)
        charts.write(session, output.chart, output.chart_file or ())
        return
    shown = _Shown(base, names, rows, output.columns, str(session.today))
    writers = shown.by_outcome(output.sort, known) if output.outcomes else shown.by_trial(known)
    write_all(session, formats, writers)


def _remark(session: Session, found: Selection) -> None:
    """What a list cannot show: why it is empty, what was left out."""
    if not found.trials:
        session.note("no trial of this base meets these conditions")
    if found.compared:
        ids = ", ".join(trial.id for trial in found.compared)
        session.note(f"it is a comparator in {ids}")
    if found.undated:
        session.note(f"{found.undated} trials without any date were left out")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown of trials."""

    base: Base
    names: Names
    trials: Sequence[Trial]
    columns: str | None
    as_of: str

    def by_trial(self, known: Mapping[str, TrialColumn]) -> Mapping[str, Writer]:
        from claimcheck.catalogue.record import trial_record, works_of

        refs = (p.ref for trial in self.trials for p in trial.publications)
        return list_writers(
            Listing(
                command="trials",
                title="Trials",
                rows=self.trials,
                shown=choose_columns(self.columns, known, DEFAULT),
                every=choose_columns(self.columns or ALL, known, DEFAULT),
                precedence=() if self.columns else PRECEDENCE,
                record=None if self.columns else lambda trial: trial_record(trial, self.names),
                works=lambda: works_of(refs, self.base),
                as_of=self.as_of,
            )
        )

    def by_outcome(self, sort: str, of_trials: Mapping[str, TrialColumn]) -> Mapping[str, Writer]:
        from claimcheck.catalogue import outcome_columns as of_outcomes
        from claimcheck.catalogue.record import works_of

        own = of_outcomes.outcome_columns(self.names)
        both = {**of_outcomes.of_trials(of_trials), **own}
        rows = ordered(of_outcomes.outcome_rows(self.trials), sort, both)
        known = own if self.columns in {None, ALL} else both
        default = of_outcomes.OUTCOME_DEFAULT
        return list_writers(
            Listing(
                command="trials",
                title="Outcomes",
                rows=rows,
                shown=choose_columns(self.columns, known, default),
                every=choose_columns(self.columns or ALL, known, default),
                precedence=() if self.columns else of_outcomes.OUTCOME_PRECEDENCE,
                works=lambda: works_of((r.outcome.source or "" for r in rows), self.base),
                as_of=self.as_of,
            )
        )
