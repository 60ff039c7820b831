"""Findings in the order of the files they stand in."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.findings import Finding, Report


def by_file(report: Report, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each file; files that were checked and are clean have none."""
    found: dict[str, list[Finding]] = {path: [] for path in report.files}
    for finding in findings:
        found.setdefault(finding.where.path, []).append(finding)
    return found
