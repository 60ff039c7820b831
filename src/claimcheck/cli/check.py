"""`claimcheck check`: a claim base against its sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.guard import guarded
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions, with_options
from claimcheck.cli.session import Session, find_base, open_session, progress
from claimcheck.model.findings import Report

LOCK_NAME = "claimcheck.lock"


@with_options
def check(
    context: typer.Context,
    bases: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[BASE]...", help="Folders of claim bases.", show_default=False),
    ] = None,
    registry: Annotated[
        bool,
        typer.Option("--registry", help="Compare trials with ClinicalTrials.gov too."),
    ] = False,
    urls: Annotated[
        bool,
        typer.Option("--urls", help="See whether sources that are only a link still answer."),
    ] = False,
    *,
    common: CommonOptions,
    report: ReportOptions,
    network: NetworkOptions,
) -> None:
    """Check a claim base: its entries, its arithmetic, and every source it rests on.

    Sources are looked up at Crossref, then at doi.org and DataCite. With --locked the committed
    evidence lock answers instead, and no network is needed.
    """
    with guarded():
        session = open_session(context, common, report, network)
        folders = bases or [find_base(session.settings)]
        reports = [_check(session, folder, registry, urls) for folder in folders]
        merged = _merge(reports)
        session.write(merged)
        raise typer.Exit(merged.exit)


def _check(session: Session, folder: Path, registry: bool, urls: bool) -> Report:
    from claimcheck import pipeline
    from claimcheck.sources import open_source

    base = session.load(folder)
    policy = session.policy()
    wanted = pipeline.entries(base)
    with open_source(session.network(folder / LOCK_NAME), session.note) as source:
        answers = pipeline.look_up(wanted, source)
        total = len({entry.reference.doi for entry in wanted if entry.reference.doi})
        shown = session.talkative and not session.settings.locked
        verified = pipeline.verify(wanted, progress(answers, total, "Sources", shown))
        trials = pipeline.ask_registry(base, source) if registry else iter(())
        links = pipeline.ask_links(base, source) if urls else iter(())
        world = pipeline.World(
            trials=dict(progress(trials, len(pipeline.registry_ids(base)), "Trials", shown)),
            links=dict(progress(links, len(pipeline.bare_links(base)), "Links", shown)),
        )
    return session.finish(pipeline.check(base, verified, policy, world))


def _merge(reports: list[Report]) -> Report:
    """One report of several bases; the gravest exit status counts (1 before 3 before 0)."""
    from dataclasses import replace

    first, *others = reports
    for other in others:
        first = replace(
            first,
            findings=first.findings + other.findings,
            references=first.references + other.references,
            files=first.files + other.files,
            notes=first.notes + other.notes,
            unchecked=first.unchecked + other.unchecked,
            sources=first.sources | other.sources,
            exit=min(filter(None, (first.exit, other.exit)), default=0),
        )
    return first
