"""`claimcheck lock`: ask the registries anew and keep what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.check import LOCK_NAME
from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, NetworkOptions, with_options
from claimcheck.cli.session import Session, find_base, open_session, progress
from claimcheck.errors import UsageError
from claimcheck.policy import Exit


@with_options
def lock(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="[BASE]", help="Folder of the claim base.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")
    ] = False,
    registry: Annotated[
        bool, typer.Option("--registry", help="Lock the registrations of trials too.")
    ] = False,
    *,
    common: CommonOptions,
    network: NetworkOptions,
) -> None:
    """Refresh claimcheck.lock from the registries and print what changed.

    A source that could not be reached keeps its old entry; the exit status is then 3.
    """
    with guarded():
        session = open_session(context, common, network=network)
        if session.settings.locked or session.settings.offline:
            raise UsageError("lock asks the registries; --locked and --offline make no sense here")
        raise typer.Exit(_lock(session, folder or find_base(session.settings), dry_run, registry))


def _lock(session: Session, folder: Path, dry_run: bool, registry: bool) -> Exit:
    from dataclasses import replace

    from claimcheck import pipeline
    from claimcheck.model.evidence import Unavailable
    from claimcheck.sources import open_source
    from claimcheck.sources.lock import refreshed
    from claimcheck.sources.lockdiff import diff
    from claimcheck.sources.lockfile import read_lock, write_lock

    base, path = session.load(folder), folder / LOCK_NAME
    wanted = pipeline.entries(base)
    old = read_lock(path)
    with open_source(replace(session.network(path), refresh=True), session.note) as source:
        found = pipeline.look_up(wanted, source)
        works = list(progress(found, len(wanted), "Sources", session.talkative))
        asked = pipeline.ask_registry(base, source) if registry else iter(())
        trials = [answer for _, answer in asked]
    new = refreshed(old, works, trials if registry else None)
    changes = diff(old, new)
    for line in changes:
        typer.echo(line)
    missed = [a for a in (*works, *trials) if isinstance(a, Unavailable)]
    for answer in missed:
        say(f"{answer.asked} could not be checked: {answer.reason}")
    if not dry_run and (changes or new != old):
        write_lock(path, new)
    say(
        f"{len(works) - len(missed)} sources asked, {len(changes)} changes, {len(missed)} unreached"
    )
    return Exit.UNCHECKED if missed else Exit.OK
