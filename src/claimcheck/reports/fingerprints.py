"""Names for findings that stay the same from run to run while lines move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from claimcheck.model.findings import Finding
from claimcheck.reports.characters import with_slashes


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A hash for each finding, unique among them.

    It rests on the file, the rule, the words concerned and what was found in them, not on line or
    column; blanks do not count, so that a paragraph may be wrapped anew. Findings alike in all of
    these are numbered in their order.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        key = _identity(finding)
        seen[key] += 1
        yield sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()


def _identity(finding: Finding) -> str:
    problem = finding.problem
    path = with_slashes(problem.where.path)
    return "\0".join((path, finding.code, problem.gist, problem.found or ""))
