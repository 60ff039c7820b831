"""`claimcheck check`: a claim base against its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.classes import dataclass
from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions, with_options
from claimcheck.cli.session import (
    Session,
    bundled_base,
    open_session,
    own_base,
    progress,
)
from claimcheck.errors import ClaimcheckError
from claimcheck.load.shapes import LOCK_NAME
from claimcheck.policy import Exit

if TYPE_CHECKING:
    from claimcheck.model.base import Base
    from claimcheck.model.evidence import Lookup
    from claimcheck.model.findings import Report
    from claimcheck.pipeline import Entry, World
    from claimcheck.policy import Policy
    from claimcheck.rules.base import Rule
    from claimcheck.rules.references import Checked
    from claimcheck.sources import EvidenceSource


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
        given: list[Path | None] = [*_distinct(bases or ())] or [None]
        sessions = [open_session(context, common, report, network, folder) for folder in given]
        policies = [session.policy(*_asking(registry)) for session in sessions]
        run = _Run(registry, urls, alone=len(sessions) == 1)
        for session, policy, folder in zip(sessions, policies, given, strict=True):
            run.check(session, policy, folder or _own_or_bundled(session))
        raise typer.Exit(run.finish(sessions[0]))


def _asking(registry: bool) -> Iterator[Rule[Any]]:
    """The rules that need answers only when these are asked for."""
    if registry:
        from claimcheck.rules.registries import registration_conflicts

        yield registration_conflicts


def _distinct(folders: Sequence[Path]) -> list[Path]:
    """The folders as they were given, each once."""
    found: dict[Path, Path] = {}
    for folder in folders:
        found.setdefault(folder.resolve(), folder)
    return list(found.values())


def _own_or_bundled(session: Session) -> Path:
    """The base of the settings or of this place; else, and that is said, the bundled one."""
    if found := own_base(session.settings):
        return found
    session.note("there is no claim base here; this is the one that comes with claimcheck")
    return bundled_base()


@dataclass(slots=True)
class _Run:
    """One run over several bases, and what came out so far."""

    registry: bool
    urls: bool
    alone: bool
    reports: list[Report] = field(default_factory=list)
    answers: list[Lookup] = field(default_factory=list)
    unreadable: int = 0

    def check(self, session: Session, policy: Policy, folder: Path) -> None:
        """Check one base; beside others, one that cannot be read is said and left out."""
        try:
            self.reports.append(self._check(session, policy, folder))
        except ClaimcheckError as error:
            if self.alone:
                raise
            say(f"error: {error}")
            self.unreadable += 1

    def finish(self, session: Session) -> int:
        """Write the report on all bases, and say how the run ended."""
        from claimcheck.pipeline import merge, notes

        if not self.reports:
            return Exit.USAGE
        merged = merge(self.reports)
        report = replace(merged, notes=notes(merged.references, self.answers))
        if self.unreadable:
            report = replace(report, exit=Exit.USAGE)
        session.write(session.finish(report))
        return report.exit

    def _check(self, session: Session, policy: Policy, folder: Path) -> Report:
        from claimcheck import pipeline
        from claimcheck.sources import open_source

        base = session.load(folder)
        wanted = pipeline.entries(base)
        with open_source(session.network(folder / LOCK_NAME), session.note) as source:
            answers = progress(
                pipeline.look_up(wanted, source),
                len(pipeline.dois(wanted)),
                "Sources",
                session.talkative and not session.settings.locked,
            )
            verified = pipeline.verify(wanted, answers)
            world = self._world(session, base, source)
        self.answers += (checked.lookup for _, checked in verified if checked.lookup)
        session.detail(f"sources: {_services(verified)}")
        return pipeline.check(base, verified, policy, world)

    def _world(self, session: Session, base: Base, source: EvidenceSource) -> World:
        """What is asked only on demand."""
        from claimcheck import pipeline

        shown = session.talkative and not session.settings.locked
        world = pipeline.World()
        if self.registry:
            asked = pipeline.ask_registry(base, source)
            count = len(pipeline.registry_ids(base))
            world = replace(world, trials=dict(progress(asked, count, "Trials", shown)))
        if self.urls:
            links = pipeline.ask_links(base, source)
            count = len(pipeline.bare_links(base))
            world = replace(world, links=dict(progress(links, count, "Links", shown)))
        return world


def _services(verified: Sequence[tuple[Entry, Checked]]) -> str:
    """How many answers came from where."""
    from claimcheck.provenance import via

    counts = Counter(via(checked.lookup) or "nobody" for _, checked in verified if checked.lookup)
    found = (f"{count} from {service}" for service, count in counts.most_common())
    return ", ".join(found) or "none has a DOI"
