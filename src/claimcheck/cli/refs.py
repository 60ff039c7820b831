"""`claimcheck refs`: a reference list against the registries."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.classes import dataclass
from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions, with_options
from claimcheck.cli.session import Session, open_session
from claimcheck.errors import ClaimcheckError, InputError, UsageError
from claimcheck.model.place import Location
from claimcheck.policy import Exit

if TYPE_CHECKING:
    from claimcheck.bibliography.edits import Edit
    from claimcheck.cli.lists import Encoding
    from claimcheck.inquiry import Item
    from claimcheck.model.bibliography import Bibliography
    from claimcheck.model.findings import Report
    from claimcheck.model.works import Reference
    from claimcheck.rules.references import Checked
    from claimcheck.verification import Settled

_STDIN = "-"
LISTS = ("bibtex", "csl", "apa")
"""Formats that write the corrected list in place of a report."""


@dataclass(frozen=True, slots=True)
class Fixes:
    """What becomes of the files themselves."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False


@with_options
def refs(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help="Reference lists; - for standard input."),
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            "--stdin-filename", metavar="FILE", help="Name of what comes from standard input."
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Add the DOIs of exact matches; write DOIs as such.")
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="Also replace wrong DOIs, years, volumes and pages."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
    *,
    common: CommonOptions,
    report: ReportOptions,
    network: NetworkOptions,
) -> None:
    """Verify reference lists: that each work exists, is what it says it is, and still stands.

    Reads BibTeX, RIS, CSL (JSON, YAML), LaTeX, and the lists of Markdown, text, HTML and Word
    files. DOIs are looked up in batches; works without one are searched for. --format bibtex, csl
    or apa writes the corrected list in place of the report.
    """
    with guarded():
        if not files:
            raise UsageError("no reference list is given (a file, or - for standard input)")
        wanted, report.format = _split_formats(report.format)
        session = open_session(context, common, report, network)
        run = _Run(session, Fixes(fix, unsafe_fixes, diff), wanted)
        for name in files:
            run.read(name, stdin_filename)
        run.verify()
        raise typer.Exit(run.finish())


def _split_formats(given: list[str] | None) -> tuple[list[str], list[str] | None]:
    """The formats of lists, and those of reports."""
    named = [(text.partition(":")[0], text) for text in given or ()]
    lists = [text for name, text in named if name in LISTS]
    return lists, [text for name, text in named if name not in LISTS] or None


@dataclass(slots=True)
class _Run:
    """One run: the lists that could be read, and what was found out about them."""

    session: Session
    fixes: Fixes
    wanted: Sequence[str]
    """The formats of lists that are to be written in place of a report."""
    lists: list[Bibliography] = field(default_factory=list)
    citing: list[Callable[[str], tuple[Location, ...]]] = field(default_factory=list)
    encodings: dict[str, Encoding] = field(default_factory=dict)
    """By path, the encoding in which a file was found."""
    settled: dict[int, Settled] = field(default_factory=dict)
    edits: list[tuple[Bibliography, Edit]] = field(default_factory=list)
    corrected: dict[int, Reference] = field(default_factory=dict)
    unreadable: int = 0

    def read(self, name: str, stdin_name: str | None) -> None:
        """Read one file; one that cannot be read is said at once, and the others go on."""
        from claimcheck.cli.lists import read_list

        try:
            found = read_list(name, stdin_name, _bytes(name))
        except ClaimcheckError as error:
            say(f"error: {error}")
            self.unreadable += 1
            return
        if found.file.path not in self.encodings:
            self.encodings[found.file.path] = found.encoding
            self.lists.append(found.file)
            self.citing.append(found.citing)
            for named in found.named:
                self._follow(name, named)

    def _follow(self, name: str, named: str) -> None:
        """Read the bibliography that a file names; without it, a file without a list is lost."""
        from claimcheck.cli.lists import beside

        if path := beside(name, named):
            self.read(path, None)
        else:
            say(f"error: {name}: its bibliography {named} is not there")
            self.unreadable += 1

    def verify(self) -> None:
        """Look up every DOI, search for what has none or a wrong one, and keep what is needed."""
        from claimcheck.cli.verifying import settling
        from claimcheck.verification import settle

        policy = self.session.policy()
        count = sum(len(file.entries) for file in self.lists)
        under_way: dict[int, Item] = {}
        for number, checked in settling(self.session, self._items(under_way), count):
            item = under_way.pop(number)
            self.settled[number] = settle(item, checked, policy)
            self._keep(number, item, checked)

    def _items(self, under_way: dict[int, Item]) -> Iterator[Item]:
        """Every entry of every list, noted under its number until it is settled."""
        from claimcheck.verification import items_of

        items = (
            item
            for file, citing in zip(self.lists, self.citing, strict=True)
            for item in items_of(file, citing)
        )
        for number, item in enumerate(items):
            under_way[number] = item
            yield item

    def _keep(self, number: int, item: Item, checked: Checked) -> None:
        """The changes to make to an entry, and the entry as its record has it."""
        if self.fixes.fix or self.fixes.diff:
            from claimcheck.fixing import edits

            made = edits(item, checked, unsafe=self.fixes.unsafe)
            self.edits += ((item.file, edit) for edit in made)
        if self.wanted:
            from claimcheck.bibliography.correcting import corrected

            work = checked.judgement.work
            self.corrected[number] = (
                corrected(checked.reference, work) if work else checked.reference
            )

    def finish(self) -> int:
        """Fix, write the list or the report, and say how the run ended."""
        from claimcheck.verification import report

        made = self._fix() if self.fixes.fix and not self.fixes.diff else []
        settled = [self.settled[number] for number in range(len(self.settled))]
        finished = report(self.lists, settled, self.session.policy())
        finished = self.session.finish(self._without(finished, made))
        if self.fixes.diff:
            typer.echo(self._diff(), nl=False)
        elif self.wanted:
            self._write_lists()
        if self.wanted or self.fixes.diff:
            self._report_aside(finished)
        else:
            self.session.write(finished)
        return Exit.USAGE if self.unreadable else finished.exit

    def _fix(self) -> list[tuple[Bibliography, Edit]]:
        """Write the changed files; each in one step, so that a kill leaves the old or the new."""
        from claimcheck.bibliography.edits import apply
        from claimcheck.cli.lists import write_back

        writable = self._writable()
        made = [(file, edit) for file, edit in self.edits if file.path in writable]
        for file in self.lists:
            mine = [edit for of, edit in made if of is file]
            if mine:
                write_back(Path(file.path), self.encodings[file.path], apply(file.source, mine))
        return made

    def _writable(self) -> set[str]:
        """The files that can be changed: text, and no standard input."""
        from claimcheck.drafts import BINARY

        paths = (file.path for file in self.lists)
        return {path for path in paths if path != _STDIN and Path(path).suffix not in BINARY}

    def _without(self, report: Report, made: Sequence[tuple[Bibliography, Edit]]) -> Report:
        """The report without the findings that a fix has settled."""
        from claimcheck.fixing import FIXED_BY
        from claimcheck.policy import add_up

        if not made:
            return report
        settled = {
            (file.path, edit.entry, name)
            for file, edit in made
            for name in FIXED_BY.get(edit.field, ())
        }
        left = [
            finding
            for finding in report.findings
            if (finding.where.path, finding.problem.reference, finding.name) not in settled
        ]
        count = len(made)
        note = f"{count} {'fix was' if count == 1 else 'fixes were'} made."
        policy = self.session.policy()
        summed = add_up(report.command, left, policy)
        return replace(
            report,
            findings=summed.findings,
            exit=summed.exit,
            unchecked=summed.unchecked,
            notes=(*report.notes, note),
        )

    def _diff(self) -> str:
        from claimcheck.bibliography.edits import apply, diff

        return "".join(
            diff(
                file.path,
                file.source,
                apply(file.source, [e for of, e in self.edits if of is file]),
            )
            for file in self.lists
        )

    def _write_lists(self) -> None:
        from claimcheck.bibliography.export import LISTS as WRITERS

        references = [self.corrected[number] for number in range(len(self.corrected))]
        for text in self.wanted:
            name, _, file = text.partition(":")
            if file and file != _STDIN:
                Path(file).write_text(WRITERS[name](references), encoding="utf-8")
            else:
                typer.echo(WRITERS[name](references), nl=False)

    def _report_aside(self, report: Report) -> None:
        """The report on standard error, as standard output holds something else."""
        from claimcheck.reports import render
        from claimcheck.reports.style import Style

        if not self.session.common.quiet:
            typer.echo(render("concise", report, Style()), err=True, nl=False)


def _bytes(name: str) -> bytes:
    if name == _STDIN:
        data = sys.stdin.buffer.read()
        if not data.strip():
            raise InputError(Location(_STDIN), "standard input is empty")
        return data
    from claimcheck.drafts.encoding import read_bytes

    return read_bytes(name)
