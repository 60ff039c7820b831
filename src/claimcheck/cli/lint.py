"""`claimcheck lint`: drafts against the claim base."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from claimcheck.classes import dataclass
from claimcheck.cli.guard import Ended, guarded, say
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions
from claimcheck.cli.session import Session, open_session, progress
from claimcheck.errors import BaseUnreadableError, ClaimcheckError, UsageError
from claimcheck.policy import Exit

if TYPE_CHECKING:
    import typer

    from claimcheck.model.findings import Report

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """What the command's own options say."""

    stdin_name: str | None = None
    bibliographies: tuple[str, ...] = ()


def lint(
    context: typer.Context,
    drafts: Annotated[
        list[str] | None,
        typer.Argument(metavar="DRAFT...", help="Files, folders or globs; - for standard input."),
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            "--stdin-filename", metavar="FILE", help="Name of what comes from standard input."
        ),
    ] = None,
    bibliography: Annotated[
        list[str] | None,
        typer.Option(
            "--bibliography",
            metavar="FILE",
            help="What citation keys mean, besides the files that a draft names; may be repeated.",
        ),
    ] = None,
    *,
    common: CommonOptions,
    report: ReportOptions,
    network: NetworkOptions,
) -> None:
    """Lint drafts: each sentence that contradicts the evidence, is out of date, or has no source.

    Nothing is asked of the network for the sentences; only the draft's own references are looked
    up.
    """
    given = Given(stdin_filename, tuple(bibliography or ()))
    with guarded():
        if not drafts:
            raise UsageError("no draft is given (a file, a folder, a glob, or - for stdin)")
        start = next((Path(d) for d in drafts if d != _STDIN), Path.cwd())
        start = start if start.is_dir() else start.parent
        session = open_session(context, common, report, network, start)
        finished = _lint(session, drafts, given)
        session.write(finished)
        raise Ended(finished.exit)


def _lint(session: Session, drafts: list[str], given: Given) -> Report:
    from claimcheck.cli.judging import Judging, Total

    total, lost = Total(), _Lost()
    judging = Judging(session, given.bibliographies)
    names = _names(session, drafts, lost)
    read = partial(_content, stdin_name=given.stdin_name)
    waiting: dict[str, Callable[[], None]] = {}
    shown = session.talkative and len(names) > 1
    for at, name in enumerate(progress(names, len(names), "Drafts", shown), 1):
        if name in waiting:
            waiting.pop(name)()
        try:
            total.linted.append(judging.lint(*read(name)))
        except BaseUnreadableError:
            raise
        except ClaimcheckError as error:
            lost.add(error)
        waiting = waiting or judging.hand_out(names[at:], read)
    for fault in judging.close():
        lost.add(fault)
    total.verify(session)
    report = session.finish(total.report(judging.policy, show_all=session.report.show_all))
    return replace(report, exit=Exit.USAGE) if lost.count else report


@dataclass(slots=True)
class _Lost:
    """Drafts that could not be read, or not be found: said at once, and the others go on."""

    count: int = 0

    def add(self, error: ClaimcheckError) -> None:
        """Say why, and count it."""
        say(f"error: {error}")
        self.count += 1


def _names(session: Session, drafts: list[str], lost: _Lost) -> list[str]:
    """The drafts that the arguments mean; what means none is said and counted."""
    from claimcheck.drafts.discovery import discover

    found = discover([d for d in drafts if d != _STDIN], session.settings.exclude)
    for error in found.faults:
        lost.add(error)
    return [_STDIN] * (_STDIN in drafts) + list(found.paths)


def _content(name: str, stdin_name: str | None) -> tuple[str, bytes]:
    """The path under which a draft is reported, and what it holds."""
    from claimcheck.drafts.encoding import read_bytes

    if name != _STDIN:
        return name, read_bytes(name)
    return stdin_name or "stdin.md", sys.stdin.buffer.read()
