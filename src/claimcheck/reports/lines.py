"""One finding a line, as grep and editors like it, and the summary every text format ends with."""

from __future__ import annotations

from collections import Counter

from claimcheck.model.findings import Report, Severity
from claimcheck.reports.characters import one_line
from claimcheck.reports.details import place
from claimcheck.reports.style import Style


def concise(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """`path:line:column: severity CODE name: message`, then the summary."""
    rows = [
        one_line(f"{place(f.where)}: {f.severity} {f.code} {f.name}: {f.problem.message}")
        for f in report.active
    ]
    return "\n".join([*rows, *summary(report)])


def summary(report: Report) -> list[str]:
    """The closing lines: counts by severity, what was waived, what the run rests on."""
    lines = []
    if report.statistics:
        lines += [f"{count:5d}  {code}  {name}" for code, name, count in statistics(report)]
    lines.append(headline(report))
    lines += [f"note: {one_line(note)}" for note in report.notes]
    return lines


def statistics(report: Report) -> list[tuple[str, str, int]]:
    """Code, name and count of each rule that fired, most frequent first."""
    counted = Counter((f.code, f.name) for f in report.active)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [(code, name, count) for (code, name), count in ordered]


def headline(report: Report) -> str:
    """The run in one sentence."""
    parts = [_found(report), _checked(report), _gaps(report)]
    return "; ".join(part for part in parts if part) + "."


def _found(report: Report) -> str:
    counts = Counter(f.severity for f in report.active)
    parts = [
        _plural(counts[level], str(level) if level != Severity.INFO else "remark")
        for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if counts[level]
    ]
    suppressed = len(report.findings) - len(report.active)
    found = ", ".join(parts) or "No findings"
    return found + (f" ({suppressed} waived or suppressed)" if suppressed else "")


def _checked(report: Report) -> str:
    parts = [_plural(len(report.files), "file")] if report.files else []
    if total := len(report.references):
        unchecked = sum(result.state == "unchecked" for result in report.references)
        share = f"{total - unchecked} of " if unchecked else ""
        parts.append(share + _plural(total, "reference"))
    return f"{', '.join(parts)} checked" if parts else ""


def _gaps(report: Report) -> str:
    return f"{report.unchecked} could not be checked" if report.unchecked else ""


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
