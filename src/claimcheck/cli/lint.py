"""`claimcheck lint`: drafts against the claim base."""

from __future__ import annotations

import sys
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.classes import dataclass
from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions, with_options
from claimcheck.cli.session import Session, open_session, progress
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.policy import Exit

if TYPE_CHECKING:
    from claimcheck.model.drafts import Document
    from claimcheck.model.findings import Finding, ReferenceResult, Report
    from claimcheck.model.linted import Linted
    from claimcheck.policy import Policy

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """What the command's own options say."""

    stdin_name: str | None = None
    bibliographies: tuple[str, ...] = ()


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
        raise typer.Exit(finished.exit)


@dataclass(slots=True)
class _Sum:
    """What the drafts came to so far."""

    linted: list[tuple[Document, Linted]] = field(default_factory=list)
    unreadable: int = 0

    def lost(self, error: ClaimcheckError) -> None:
        """A draft that cannot be read: said at once, and the others go on."""
        say(f"error: {error}")
        self.unreadable += 1


def _lint(session: Session, drafts: list[str], given: Given) -> Report:
    from claimcheck.cli.judging import Judging

    total = _Sum()
    judging = Judging(session, given.bibliographies)
    names = _names(session, drafts, total)
    for name in progress(names, len(names), "Drafts", session.talkative and len(names) > 1):
        try:
            total.linted.append(judging.lint(*_content(name, given.stdin_name)))
        except ClaimcheckError as error:
            total.lost(error)
    for fault in judging.close():
        total.lost(fault)
    return _report(session, judging.policy, total)


def _report(session: Session, policy: Policy, total: _Sum) -> Report:
    from dataclasses import replace

    from claimcheck.policy import add_up
    from claimcheck.rules.citations import DRAFT_CITATION_RULES
    from claimcheck.rules.drafts import DRAFT_RULES, REMARKS, WITHIN_RULES, unused_suppression
    from claimcheck.suppressions import settle

    rules = (*DRAFT_RULES, *REMARKS) if session.report.show_all else DRAFT_RULES

    checked, on_references = _checked(session, policy, total)
    findings: list[Finding] = []
    for document, linted in total.linted:
        own = on_references.pop(document.path, ())
        findings += settle(document, (*linted.findings, *own), policy)
    for others in on_references.values():
        findings += others
    sources = {document.path: document.source for document, _ in total.linted}
    libraries = (file for _, one in total.linted for file in one.citations.libraries)
    result = add_up(
        "lint",
        findings,
        policy,
        (*rules, *WITHIN_RULES, *DRAFT_CITATION_RULES, unused_suppression),
        sentences=tuple(sentence for _, one in total.linted for sentence in one.sentences),
        references=checked,
        files=tuple(sources),
        sources={**{file.path: file.source for file in libraries}, **sources},
    )
    finished = session.finish(result)
    return replace(finished, exit=Exit.USAGE) if total.unreadable else finished


def _checked(
    session: Session, policy: Policy, total: _Sum
) -> tuple[tuple[ReferenceResult, ...], dict[str, list[Finding]]]:
    """How the drafts' own references stand up, and by file what the rules say of them."""
    if not any(file.entries for _, one in total.linted for file in one.citations.files):
        return (), {}
    from claimcheck.cli.verifying import verified
    from claimcheck.verification import findings_on, items_of_drafts, result

    items = items_of_drafts(one.citations for _, one in total.linted)

    found: dict[str, list[Finding]] = {}
    checked = verified(session, items) if items else []
    for item, one in checked:
        found.setdefault(item.file.path, []).extend(findings_on(one, policy))
    return tuple(result(item, one) for item, one in checked), found


def _names(session: Session, drafts: list[str], total: _Sum) -> list[str]:
    """The drafts that the arguments mean; what means none is said and counted."""
    from claimcheck.drafts.discovery import discover

    found = discover([d for d in drafts if d != _STDIN], session.settings.exclude)
    for error in found.faults:
        total.lost(error)
    return [_STDIN] * (_STDIN in drafts) + list(found.paths)


def _content(name: str, stdin_name: str | None) -> tuple[str, bytes]:
    """The path under which a draft is reported, and what it holds."""
    from claimcheck.drafts.encoding import read_bytes

    if name != _STDIN:
        return name, read_bytes(name)
    return stdin_name or "stdin.md", sys.stdin.buffer.read()
