"""GitLab Code Quality: the subset of Code Climate's format that merge requests show.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from typing import Any

from claimcheck.model.findings import Finding, Report, Severity
from claimcheck.reports.characters import with_slashes
from claimcheck.reports.fingerprints import fingerprints
from claimcheck.reports.style import Style

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def code_quality(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """An array of findings; GitLab tells new ones from old by their fingerprints."""
    found = report.active
    rows = [_row(f, mark) for f, mark in zip(found, fingerprints(found), strict=True)]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _row(finding: Finding, mark: str) -> dict[str, Any]:
    where = finding.where
    first = 1 if where.label else where.line
    return {
        "description": f"{finding.name}: {finding.problem.message}",
        "check_name": finding.code,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": with_slashes(where.path).removeprefix("./"),
            "lines": {"begin": first, "end": first if where.label else max(first, where.end_line)},
        },
    }
