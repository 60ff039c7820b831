"""Code actions: write what the record says, correct a reference, silence a finding."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from claimcheck.model.findings import Finding
from claimcheck.patterns import lazy
from claimcheck.reports.characters import one_line
from claimcheck.server.diagnostics import diagnostic, findings
from claimcheck.server.outcome import Fix, Outcome
from claimcheck.server.silencing import silencing
from claimcheck.server.texts import Text
from claimcheck.suppressions import Blocks

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.claimcheck"
KINDS = (CodeActionKind.QuickFix, FIX_ALL)
_ABOUT_COMMENTS = "unused-suppression"
_MARKUP = lazy(r"[*_`~<>\[\]{}\\^$|]|&\w+;")
_LATEX = lazy(r"\\([%&#$_])")
_SPECIAL = lazy(r"[%&#$_]")


class Actions:
    """What can be done about the findings in a text.

    `versioned`: the client takes edits that hold for one version of a text.
    """

    def __init__(self, text: Text, outcome: Outcome, *, versioned: bool) -> None:
        self._text = text
        self._outcome = outcome
        self._versioned = versioned
        self._entire = text.source == outcome.document.source
        """Whether offsets of the document are offsets of the text."""

    def within(self, wanted: Range, only: Sequence[str] | None) -> list[CodeAction]:
        """The actions of the kinds in `only` (None: all) for what a range touches."""
        lines = self._text.lines
        start, end = lines.offset(wanted.start), lines.offset(wanted.end)
        found: list[CodeAction] = []
        if _is_wanted(CodeActionKind.QuickFix.value, only):
            found += self._quick(start, end)
        if _is_wanted(FIX_ALL, only):
            found += self._all()
        return found

    def _quick(self, start: int, end: int) -> Iterator[CodeAction]:
        shown = findings(self._text, self._outcome)
        touched = [(one, at) for one, at in shown if at[0] <= end and start <= at[1]]
        for finding, at in touched:
            yield from self._suggestion(finding, *at)
        yield from (self._fix(fix) for fix in self._fixes if _touches(fix, start, end))
        silenced: set[tuple[int, str]] = set()
        for finding, _ in touched:
            yield from self._silencing(finding, silenced)

    def _suggestion(self, finding: Finding, start: int, end: int) -> Iterator[CodeAction]:
        """Write what a record says in place of the draft's words; for the writer to judge."""
        suggestion = finding.problem.suggestion
        if suggestion is None or not finding.code.startswith("DFT") or finding.where.label:
            return
        suffix = Path(self._text.path).suffix.lower()
        if _is_plain(self._text.source[start:end], suffix):
            text = _written(suggestion.text, suffix)
            title = f"Write “{one_line(suggestion.text)}”"
            yield self._action(title, [(start, end, text)], finding, preferred=suggestion.safe)

    def _fix(self, fix: Fix) -> CodeAction:
        edit = fix.edit
        title = f"{edit.entry}: write “{one_line(edit.text.strip())}”"
        return self._action(title, [(edit.start, edit.end, edit.text)], preferred=fix.safe)

    @property
    def _fixes(self) -> list[Fix]:
        return list(self._outcome.fixes) if self._entire else []

    def _silencing(self, finding: Finding, done: set[tuple[int, str]]) -> Iterator[CodeAction]:
        document = self._outcome.document
        if finding.where.path != document.path or finding.name == _ABOUT_COMMENTS:
            return
        block = Blocks(document).at(finding)
        if not self._entire or (block, finding.name) in done:
            return
        done.add((block, finding.name))
        if insertion := silencing(document, block, finding.name):
            title = f"Silence “{finding.name}” here; give the reason in the comment"
            edit = (insertion.offset, insertion.offset, insertion.text)
            yield self._action(title, [edit], finding)

    def _all(self) -> Iterator[CodeAction]:
        """Make all changes that are safe to make unseen."""
        made = [(f.edit.start, f.edit.end, f.edit.text) for f in self._fixes if f.safe]
        if made:
            yield self._action("Make all safe fixes", made, kind=FIX_ALL)

    def _action(
        self,
        title: str,
        edits: Sequence[tuple[int, int, str]],
        finding: Finding | None = None,
        *,
        kind: str = CodeActionKind.QuickFix,
        preferred: bool = False,
    ) -> CodeAction:
        shown = [diagnostic(self._text, self._outcome, finding)] if finding else None
        changes = [TextEdit(self._text.lines.range(a, b), text) for a, b, text in edits]
        return CodeAction(
            title=title,
            kind=kind,
            diagnostics=shown,
            is_preferred=preferred or None,
            edit=self._edit(changes),
        )

    def _edit(self, changes: Sequence[TextEdit]) -> WorkspaceEdit:
        text = self._text
        if not self._versioned:
            return WorkspaceEdit(changes={text.uri: changes})
        home = OptionalVersionedTextDocumentIdentifier(uri=text.uri, version=text.version)
        return WorkspaceEdit(document_changes=[TextDocumentEdit(home, list(changes))])


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a kind, or one above it, was asked for."""
    return only is None or any(not one or f"{kind}.".startswith(f"{one}.") for one in only)


def _touches(fix: Fix, start: int, end: int) -> bool:
    return fix.edit.start <= end and start <= fix.edit.end


def _is_plain(source: str, suffix: str) -> bool:
    """Whether a stretch of a file is text without markup, which an edit would break."""
    return not _MARKUP.search(_LATEX.sub("", source) if suffix in {".tex", ".ltx"} else source)


def _written(text: str, suffix: str) -> str:
    """A text as a kind of file writes it."""
    if suffix in {".tex", ".ltx"}:
        return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    return html.escape(text, quote=False) if suffix in {".html", ".htm", ".xhtml"} else text
