"""What the commands that list entries share: where formats go, widths, works to cite."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

import typer

from claimcheck.catalogue.columns import Column
from claimcheck.cli.session import Session
from claimcheck.errors import UsageError
from claimcheck.model.dates import PartialDate
from claimcheck.model.works import Reference
from claimcheck.reports.characters import encodable
from claimcheck.reports.style import Style

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown", "html", "bibtex", "csl")
R = TypeVar("R")

_UNLIMITED = 160
"""Width of a table that goes to a file or pipe, where no terminal says how much room there is."""

Writer = Callable[[Style], str]
"""Writes a list in one format; only the table looks at the style."""


@dataclass(frozen=True, kw_only=True)
class Listing(Generic[R]):
    """A list of entries, and how each format is to show it."""

    command: str
    title: str
    """Heading of the HTML page; in lower case the key of the list in JSON."""
    rows: Sequence[R]
    shown: Sequence[Column[R]]
    """Columns for people."""
    every: Sequence[Column[R]]
    """Columns for programs."""
    precedence: Sequence[str] = ()
    """Keys of columns that a narrow table may leave out, the last ones first."""
    record: Callable[[R], dict[str, Any]] | None = None
    """An entry as JSON; without it, its columns."""
    works: Callable[[], Sequence[Reference]]
    as_of: str


def list_writers(listing: Listing[R]) -> Mapping[str, Writer]:
    """A writer for every format of `FORMATS`."""
    from claimcheck.catalogue import citations, formats

    rows, shown, every = listing.rows, listing.shown, listing.every

    def records() -> list[dict[str, Any]]:
        return list(map(listing.record, rows)) if listing.record else formats.picked(rows, every)

    key = listing.title.lower()
    return {
        "table": partial(_table, listing),
        "csv": lambda _: formats.separated(rows, every, ","),
        "tsv": lambda _: formats.separated(rows, every, "\t"),
        "json": lambda _: formats.document(listing.command, key, records(), listing.as_of),
        "jsonl": lambda _: formats.lines(records()),
        "markdown": lambda _: formats.markdown(rows, shown),
        "html": lambda _: formats.html(rows, shown, listing.title),
        "bibtex": lambda _: citations.bibtex(listing.works()),
        "csl": lambda _: citations.csl(listing.works()),
    }


def _table(listing: Listing[Any], style: Style) -> str:
    from claimcheck.catalogue.table import render_table

    if not listing.rows:
        return ""
    table = render_table(listing.rows, listing.shown, listing.precedence, style)
    count = style.paint(counted(len(listing.rows), listing.title.lower()), "strong")
    return f"{table}\n\n{count}"


def counted(number: int, nouns: str) -> str:
    """`1 trial`, `2 trials`."""
    return f"{number} {nouns.removesuffix('s') if number == 1 else nouns}"


def targets(
    formats: Sequence[str] | None, known: Sequence[str] = FORMATS
) -> list[tuple[str, str | None]]:
    """Format and file of each `FORMAT[:FILE]`, by default the first of those known.

    Raises UsageError for an unknown format.
    """
    found = []
    for text in formats or known[:1]:
        name, _, file = text.partition(":")
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise UsageError(f"--format: no format is called {name!r}{hint}; {', '.join(known)}")
        found.append((name, file if file and file != "-" else None))
    return found


def write_all(
    session: Session, formats: Sequence[tuple[str, str | None]], writers: Mapping[str, Writer]
) -> None:
    """Write every format asked for to its file, or to standard output."""
    for name, file in formats:
        style = Style(width=_UNLIMITED) if file else session.style(_UNLIMITED)
        text = encodable(writers[name](style))
        text = text if not text or text.endswith("\n") else text + "\n"
        if file is None:
            typer.echo(text, nl=False)
        else:
            Path(file).write_text(text, encoding="utf-8")


def read_date(text: str | None, option: str) -> PartialDate | None:
    """A date known to the year, month or day; raises UsageError for anything else."""
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
