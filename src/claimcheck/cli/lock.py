"""`claimcheck lock`: ask the registries anew and keep what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, NetworkOptions, with_options
from claimcheck.cli.output import emit
from claimcheck.cli.session import Session, open_session, own_base, progress
from claimcheck.errors import UsageError
from claimcheck.load.shapes import LOCK_NAME
from claimcheck.policy import Exit

if TYPE_CHECKING:
    from claimcheck.model.evidence import Lookup, TrialLookup
    from claimcheck.sources.settings import Network


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
        session = open_session(context, common, network=network, start=folder)
        if network.locked or session.settings.offline:
            origin = "--locked" if network.locked else session.settings.origins["offline"]
            raise UsageError(
                f"{origin}: `claimcheck lock` asks the registries, that is its purpose"
            )
        base = folder or own_base(session.settings)
        if base is None:
            raise UsageError("there is no claim base here; name its folder")
        raise typer.Exit(_lock(session, base, dry_run, registry))


def _lock(session: Session, folder: Path, dry_run: bool, registry: bool) -> Exit:
    from claimcheck.sources.lock import refreshed
    from claimcheck.sources.lockdiff import diff
    from claimcheck.sources.lockfile import read_lock, write_lock

    path = folder / LOCK_NAME
    old = read_lock(path)
    network = replace(session.network(path), refresh=True, locked=False)
    works, trials = _ask(session, folder, network, registry)
    new = refreshed(old, works, trials if registry else None)
    changes = diff(old, new)
    emit("".join(f"{line}\n" for line in changes))
    missed = _say_missed(works, trials)
    if not dry_run and (changes or new != old):
        write_lock(path, new)
    asked = len(works) + len(trials)
    session.note(f"sources asked: {asked - missed}, unreached: {missed}; changes: {len(changes)}")
    return Exit.UNCHECKED if missed else Exit.OK


def _ask(
    session: Session, folder: Path, network: Network, registry: bool
) -> tuple[list[Lookup], list[TrialLookup]]:
    """What the registries say of every work, and of every trial if that is asked for."""
    from claimcheck import pipeline
    from claimcheck.sources import open_source

    base = session.load(folder)
    wanted = pipeline.entries(base)
    with open_source(network, session.note) as source:
        found = pipeline.look_up(wanted, source)
        works = list(progress(found, len(pipeline.dois(wanted)), "Sources", session.talkative))
        if not registry:
            return works, []
        asked = pipeline.ask_registry(base, source)
        total = len(pipeline.registry_ids(base))
        trials = [answer for _, answer in progress(asked, total, "Trials", session.talkative)]
    return works, trials


def _say_missed(works: Sequence[Lookup], trials: Sequence[TrialLookup]) -> int:
    """Say what could not be reached; how many there are."""
    from claimcheck.model.evidence import Unavailable

    missed = [answer for answer in (*works, *trials) if isinstance(answer, Unavailable)]
    for answer in missed:
        say(f"{answer.asked} could not be checked: {answer.reason}")
    return len(missed)
