"""Findings as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Range,
)
from pygls.uris import from_fs_path

from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.model import place
from claimcheck.model.findings import Finding, Severity
from claimcheck.reports.characters import one_line
from claimcheck.server.outcome import Outcome
from claimcheck.server.positions import Lines
from claimcheck.server.texts import Text

SOURCE = "claimcheck"
REMARKS = {"supported", "cited"}
"""Findings that say what is good; they are shown on hovering only."""
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostics(text: Text, outcome: Outcome) -> list[Diagnostic]:
    """What is to be shown in a text, in the order of its places."""
    return [
        *(not_checked(text, fault) for fault in outcome.faults),
        *(diagnostic(text, outcome, finding) for finding, _ in findings(text, outcome)),
    ]


def findings(text: Text, outcome: Outcome) -> Iterator[tuple[Finding, tuple[int, int]]]:
    """The findings to show, with the offsets between which they stand in the text.

    What is wrong in another file is shown where the text cites it, else not at all.
    """
    for finding in outcome.report.active:
        home = _home(finding, text.path)
        if home and finding.name not in REMARKS:
            yield finding, text.lines.stretch(home)


def _home(finding: Finding, path: str) -> place.Location | None:
    places = (finding.where, *(where for where, _ in finding.problem.related))
    return next((where for where in places if where.path == path), None)


def diagnostic(text: Text, outcome: Outcome, finding: Finding) -> Diagnostic:
    """A finding as it is shown in a text."""
    home = _home(finding, text.path) or finding.where
    others = [*finding.problem.related]
    if home != finding.where:
        others = [(finding.where, "stands here"), *(o for o in others if o[0] != home)]
    severity = _SEVERITIES[finding.severity]
    if finding.is_gap:  # nobody is asked while somebody types: that is no fault of the text
        severity = DiagnosticSeverity.Information
    return Diagnostic(
        range=text.lines.range(*text.lines.stretch(home)),
        message=f"{finding.name}: {one_line(finding.problem.message)}",
        severity=severity,
        code=finding.code,
        source=SOURCE,
        related_information=[_related(text, outcome, *other) for other in others] or None,
    )


def _related(
    text: Text, outcome: Outcome, where: place.Location, word: str
) -> DiagnosticRelatedInformation:
    if where.path == text.path:
        return DiagnosticRelatedInformation(
            Location(text.uri, text.lines.range(*text.lines.stretch(where))), word
        )
    lines = Lines(outcome.report.sources.get(where.path, ""), text.encoding)
    uri = from_fs_path(where.path) or text.uri
    return DiagnosticRelatedInformation(Location(uri, lines.range(*lines.stretch(where))), word)


def not_checked(text: Text, error: ClaimcheckError) -> Diagnostic:
    """Why a text was not checked, at the place in it that is to blame, or else at its top."""
    shown, message = Range(text.lines.position(0), text.lines.position(0)), str(error)
    if isinstance(error, InputError) and error.where.path == text.path:
        shown, message = text.lines.range(*text.lines.stretch(error.where)), error.message
    return Diagnostic(
        range=shown,
        message=f"not checked: {one_line(message)}",
        severity=DiagnosticSeverity.Error,
        source=SOURCE,
    )
