"""`claimcheck server`: a language server that lints drafts while they are written."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.classes import dataclass
from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, ReportOptions, RuleOptions, with_options
from claimcheck.cli.session import find_base, merge, session_at
from claimcheck.errors import UsageError
from claimcheck.load.compiled import shelve_patterns
from claimcheck.policy import Exit
from claimcheck.reports.characters import one_line

if TYPE_CHECKING:
    from claimcheck.cli.judging import Total
    from claimcheck.cli.session import Session
    from claimcheck.model.findings import Report
    from claimcheck.model.works import Reference
    from claimcheck.server.outcome import Fix, Outcome
    from claimcheck.statements.records import Records

_INSTALL = "pip install 'claimcheck-evidence[server]'"


@with_options
def server(
    context: typer.Context,
    bibliography: Annotated[
        list[str] | None,
        typer.Option(
            "--bibliography",
            metavar="FILE",
            help="What citation keys mean, besides the files that a draft names; may be repeated.",
        ),
    ] = None,
    stdio: Annotated[  # noqa: ARG001 - many editors say so; there is no other way
        bool, typer.Option("--stdio", help="Speak over standard input and output, as always.")
    ] = False,
    *,
    common: CommonOptions,
    rules: RuleOptions,
) -> None:
    """Speak the Language Server Protocol: editors start this command to show findings while
    somebody writes.

    It reads what `claimcheck lint` reads and finds what it finds. Configuration is looked for
    upwards from each draft, and read again, as the claim base is, when it changes. Nothing is asked
    of the network: reference lists are checked from the cache and the lock. docs/editors.md has the
    set-up for editors.
    """
    with guarded():
        merged = _absolute(merge(common, context.obj))
        report = _report_options(rules)
        bare = session_at(None, replace(merged, config=None), report)
        bare.check_rules()  # a mistyped option is said at once; files may be mended later
        context.call_on_close(shelve_patterns(bare.cache_dir))
        given = tuple(os.path.abspath(path) for path in bibliography or ())  # noqa: PTH100
        raise typer.Exit(_serve(Workbench(merged, report, given), verbose=merged.verbose))


def _absolute(common: CommonOptions) -> CommonOptions:
    """The options, whatever folder the editor has open."""
    here = Path.cwd()
    base = common.base and here / common.base
    return replace(common, base=base, config=common.config and here / common.config)


def _report_options(rules: RuleOptions) -> ReportOptions:
    """The options of a report that says what is good too, for hovering."""
    given = {f.name: getattr(rules, f.name) for f in fields(RuleOptions)}
    baseline = rules.baseline and Path.cwd() / rules.baseline
    return ReportOptions(**{**given, "baseline": baseline, "show_all": True})


def _serve(workbench: Workbench, *, verbose: bool) -> Exit:
    try:
        from claimcheck.server.app import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        raise UsageError(f"the server needs pygls: {_INSTALL}") from None
    _log_to_stderr(verbose=verbose)
    signal.signal(signal.SIGINT, _interrupted)
    if sys.stdin.isatty():
        say("waiting for an editor to speak the Language Server Protocol; Ctrl-C ends it")
    stdout, sys.stdout = sys.stdout, sys.stderr  # nothing but the protocol goes to the client
    return Exit.OK if serve(workbench, sys.stdin.buffer, stdout.buffer) else Exit.FINDINGS


def _log_to_stderr(*, verbose: bool) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(_Lines())
    logging.basicConfig(handlers=[handler], level=logging.INFO if verbose else logging.WARNING)
    logging.getLogger("pygls").setLevel(logging.WARNING if verbose else logging.ERROR)


class _Lines(logging.Formatter):
    """A line for each record, as the program's other messages."""

    def format(self, record: logging.LogRecord) -> str:
        """The message and what was raised; all of it where tracebacks are asked for."""
        if os.environ.get("CLAIMCHECK_TRACEBACK"):
            return super().format(record)
        error = record.exc_info[1] if record.exc_info else None
        cause = f" ({type(error).__name__}: {error})" if error else ""
        head = record.getMessage().partition("\n")[0]
        return f"claimcheck: {one_line(head + cause)}"


def _interrupted(_signal: int, _frame: object) -> None:
    """End at once: the thread that waits for input would not let go before there is some."""
    say("interrupted")
    os._exit(Exit.INTERRUPTED)


@dataclass(frozen=True, slots=True)
class _Held:
    """The records of a base in one state of its files, and what keeps what is learned of them."""

    state: bytes
    records: Records
    leave: Callable[[], None]


class Workbench:
    """Lints texts one by one, as `claimcheck lint --offline` would lint them as files.

    Configuration is resolved for each text, so that the file nearest to it counts as it stands;
    the records of a base are kept until one of its files changes.
    """

    def __init__(
        self, common: CommonOptions, report: ReportOptions, bibliographies: tuple[str, ...]
    ) -> None:
        self._common = common
        self._report = report
        self._bibliographies = bibliographies
        self._held: dict[Path, _Held] = {}

    def lint(self, path: str, source: str) -> Outcome | None:
        """What a text comes to; None for one that `exclude` leaves out."""
        from claimcheck.cli.judging import Judging, Total
        from claimcheck.drafts.ignores import Excludes
        from claimcheck.server.outcome import Outcome

        session = self._session(Path(path).parent)
        if Excludes(session.settings.exclude, Path.cwd()).leave_out(Path(path), is_folder=False):
            return None
        held = self._records(session)
        judging = Judging(session, self._bibliographies, held.records)
        total = Total([judging.lint(path, source.encode("utf-8", "replace"))])
        total.verify(session)
        report = total.report(judging.policy, show_all=True)
        held.leave()
        return Outcome(
            document=total.linted[0][0],
            report=report,
            fixes=tuple(_fixes(total)),
            cited=tuple(_cited(report, held.records)),
            faults=judging.close(),
        )

    def _session(self, folder: Path) -> Session:
        session = session_at(folder, self._common, self._report)
        settings = replace(session.settings, offline=True, refresh=False)
        return replace(session, settings=settings)

    def _records(self, session: Session) -> _Held:
        from claimcheck.cli.judging import read_records
        from claimcheck.load.compiled import base_paths, key_of

        base = find_base(session.settings)
        state = key_of("base", base_paths(base))
        held = self._held.get(base)
        if held is None or held.state != state:
            held = self._held[base] = _Held(state, *read_records(session, base))
        return held


def _fixes(total: Total) -> Iterator[Fix]:
    """The changes that the evidence allows in the reference list of the (only) draft itself."""
    if not total.verified:
        return
    from claimcheck.fixing import edits
    from claimcheck.server.outcome import Fix

    [(document, _)] = total.linted
    for item, checked in total.verified:
        begins = document.source.startswith(item.file.source.rstrip())  # front matter ends sooner
        if item.file.path == document.path and begins:
            safe = list(edits(item, checked, unsafe=False))
            every = edits(item, checked, unsafe=True)
            yield from (Fix(edit, safe=edit in safe) for edit in every)


def _cited(report: Report, records: Records) -> Iterator[Reference]:
    """The works of the base that a report names."""
    named = dict.fromkeys(finding.problem.reference or "" for finding in report.findings)
    held = records.base.reference
    yield from (held[ident] for ident in named if ident in held)
