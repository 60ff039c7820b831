"""`claimcheck lint`: drafts against the claim base."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions, with_options
from claimcheck.cli.session import Session, find_base, open_session, progress
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.policy import Exit

if TYPE_CHECKING:
    from claimcheck.model.bibliography import DraftCitations
    from claimcheck.model.drafts import Document
    from claimcheck.model.findings import Finding, ReferenceResult, Report, SentenceResult
    from claimcheck.policy import Policy
    from claimcheck.rules.base import Rule

_STDIN = "-"


@with_options
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
    *,
    common: CommonOptions,
    report: ReportOptions,
    network: NetworkOptions,
) -> None:
    """Lint drafts: each sentence that contradicts the evidence, is out of date, or has no source.

    Nothing is asked of the network for the sentences; only the draft's own references are looked
    up.
    """
    with guarded():
        if not drafts:
            raise UsageError("no draft is given (a file, a folder, a glob, or - for stdin)")
        start = next((Path(d) for d in drafts if d != _STDIN), Path.cwd())
        start = start if start.is_dir() else start.parent
        session = open_session(context, common, report, network, start)
        finished = _lint(session, drafts, stdin_filename)
        session.write(finished)
        raise typer.Exit(finished.exit)


@dataclass(slots=True)
class _Sum:
    """What the drafts came to so far."""

    findings: list[Finding] = field(default_factory=list)
    sentences: list[SentenceResult] = field(default_factory=list)
    lists: list[DraftCitations] = field(default_factory=list)
    """Of the drafts that have a reference list."""
    sources: dict[str, str] = field(default_factory=dict)
    unreadable: int = 0

    def lost(self, error: ClaimcheckError) -> None:
        """A draft that cannot be read: said at once, and the others go on."""
        say(f"error: {error}")
        self.unreadable += 1


def _lint(session: Session, drafts: list[str], stdin_name: str | None) -> Report:
    from claimcheck import linting
    from claimcheck.rules.drafts import DRAFT_RULES, REMARKS
    from claimcheck.statements.records import Records

    policy = session.policy()
    records = Records(session.load(find_base(session.settings)))
    rules = (*DRAFT_RULES, *REMARKS) if session.report.show_all else DRAFT_RULES
    total = _Sum()
    names = _names(session, drafts, total)
    for name in progress(names, len(names), "Drafts", session.talkative and len(names) > 1):
        try:
            document = _read(name, stdin_name)
        except ClaimcheckError as error:
            total.lost(error)
            continue
        linted = linting.lint(document, records, policy, rules)
        total.findings += linted.findings
        total.sentences += linted.sentences
        if linted.citations.listed.entries:
            total.lists.append(linted.citations)
        total.sources[document.path] = document.source
    return _report(session, policy, total, rules)


def _report(session: Session, policy: Policy, total: _Sum, rules: Iterable[Rule[Any]]) -> Report:
    from dataclasses import replace

    from claimcheck.policy import add_up
    from claimcheck.rules.drafts import unused_suppression

    checked = _checked(session, policy, total)
    result = add_up(
        "lint",
        total.findings,
        policy,
        (*rules, unused_suppression),
        sentences=tuple(total.sentences),
        references=checked,
        files=tuple(total.sources),
        sources=total.sources,
    )
    finished = session.finish(result)
    return replace(finished, exit=Exit.USAGE) if total.unreadable else finished


def _checked(session: Session, policy: Policy, total: _Sum) -> tuple[ReferenceResult, ...]:
    """Verify the drafts' own references, if they list any; adds what the rules say of them."""
    if not total.lists:
        return ()
    from claimcheck.cli.verifying import verified
    from claimcheck.verification import findings_on, items_of, result

    items = [item for cited in total.lists for item in items_of(cited.listed, cited.citing)]
    checked = verified(session, items)
    for _, one in checked:
        total.findings += findings_on(one, policy)
    return tuple(result(item, one) for item, one in checked)


def _names(session: Session, drafts: list[str], total: _Sum) -> list[str]:
    """The drafts that the arguments mean; what means none is said and counted."""
    from claimcheck.drafts.discovery import discover

    found = discover([d for d in drafts if d != _STDIN], session.settings.exclude)
    for error in found.faults:
        total.lost(error)
    return [_STDIN] * (_STDIN in drafts) + list(found.paths)


def _read(name: str, stdin_name: str | None) -> Document:
    from claimcheck.drafts import read_draft

    if name != _STDIN:
        return read_draft(name)
    shown = stdin_name or "stdin.md"
    return read_draft(shown, sys.stdin.buffer.read(), shown)
