"""Markdown for a comment on a pull request or a job's summary page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.classes import dataclass
from claimcheck.model.findings import Finding, Report, Severity
from claimcheck.patterns import lazy
from claimcheck.reports.by_file import by_file
from claimcheck.reports.characters import one_line
from claimcheck.reports.details import details, place
from claimcheck.reports.lines import headline, statistics
from claimcheck.reports.style import Style

LIMIT = 60_000
"""Characters. GitHub takes comments of 65,536, GitLab of a million."""

_SPECIAL = lazy(r"[\\`*_{}\[\]<>|~&$#]")
_MENTIONS = lazy(r"[@#](?=\w)")
_COUNTED = (("Errors", Severity.ERROR), ("Warnings", Severity.WARNING), ("Remarks", Severity.INFO))


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of the comment that may be left out; `kind` says what is missing then."""

    text: str
    kind: str


def comment(report: Report, style: Style) -> str:  # noqa: ARG001 - every format has this shape
    """A table of counts, then the findings by file; what would exceed `LIMIT` is only counted."""
    title = f"## claimcheck {report.command}"
    notes = [f"> Note: {escaped(note)}" for note in report.notes]
    head = [title, _table(*_counts(report)), headline(report), *notes]
    room = LIMIT - sum(len(text) + 2 for text in head)
    return "\n\n".join([*head, *_within(_blocks(report), room)])


def _within(blocks: Iterable[_Block], room: int) -> Iterator[str]:
    """The blocks of each kind, as long as they fit, then how many of which did not."""
    left: Counter[str] = Counter()
    for block in blocks:
        size = len(block.text) + 2
        if block.kind in left or size > room:
            left[block.kind] += 1
        else:
            room -= size
            yield block.text
    if left:
        missing = ", ".join(f"{count} × {kind}" for kind, count in left.items())
        yield f"Left out, because a comment has limits: {missing}. Other formats have it all."


def escaped(text: str) -> str:
    """Text that Markdown shows as it is behind other text on a line, without mentioning anybody.

    An empty comment parts `@` and `#` from what follows: GitHub links names and numbers after
    Markdown is done, where a backslash no longer helps.
    """
    return _MENTIONS.sub(r"\g<0><!-- -->", _SPECIAL.sub(r"\\\g<0>", one_line(text)))


def _counts(report: Report) -> tuple[list[str], list[str]]:
    active = report.active
    cells = {title: sum(f.severity == level for f in active) for title, level in _COUNTED}
    cells["Suppressed"] = len(report.findings) - len(active)
    cells["Not checked"] = report.unchecked
    cells["Files"] = len(report.files)
    cells["References"] = len(report.references)
    return list(cells), [str(count) for count in cells.values()]


def _table(header: list[str], *rows: list[str]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _blocks(report: Report) -> Iterator[_Block]:
    for path, found in by_file(report, report.active).items():
        for index, finding in enumerate(found):
            heading = "" if index else f"### {escaped(path)}\n\n"
            yield _Block(heading + _item(finding), "finding")
    if report.statistics and (counted := statistics(report)):
        rows = ([code, name, str(count)] for code, name, count in counted)
        yield _Block(_table(["Rule", "Name", "Count"], *rows), "statistics")
    if report.show_all:
        yield from _good(report)


def _item(finding: Finding) -> str:
    where, problem = finding.where, finding.problem
    spot = escaped(where.label) if where.label else f"{where.line}:{where.column}"
    head = f"- **{finding.severity}** `{finding.code} {finding.name}` at {spot}: "
    lines = [head + escaped(problem.message)]
    lines += [f"  - {label}: {escaped(value)}" for label, value in details(problem)]
    return "\n".join(lines)


def _good(report: Report) -> Iterator[_Block]:
    """References and sentences, good ones too, folded away."""
    references = [[escaped(r.id), escaped(r.doi or ""), r.state] for r in report.references]
    sentences = [[escaped(place(s.where)), escaped(s.text), s.verdict] for s in report.sentences]
    if references:
        table = _table(["Reference", "DOI", "State"], *references)
        yield _Block(_folded("References", table), "list of references")
    if sentences:
        table = _table(["Place", "Sentence", "Verdict"], *sentences)
        yield _Block(_folded("Sentences", table), "list of sentences")


def _folded(title: str, body: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"
