"""What the commands that list entries share: where formats go, widths, works to cite."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from claimcheck.catalogue.columns import Column
from claimcheck.classes import dataclass
from claimcheck.cli.output import Output, emit
from claimcheck.cli.session import Session
from claimcheck.errors import UsageError
from claimcheck.files import write_text
from claimcheck.model.dates import PartialDate
from claimcheck.model.works import Reference
from claimcheck.reports.characters import encodable
from claimcheck.reports.style import Style

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown", "html", "bibtex", "csl")
CLAIM_FORMATS = ("cards", *FORMATS)
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
    summary: Mapping[str, Any] | None = None
    """What the JSON document says beside the entries."""


def list_writers(listing: Listing[Any]) -> Mapping[str, Writer]:
    """A writer for every format of `FORMATS`."""
    return {
        "table": partial(_table, listing),
        "csv": partial(_separated, listing, ","),
        "tsv": partial(_separated, listing, "\t"),
        "json": partial(_json, listing),
        "jsonl": partial(_json_lines, listing),
        "markdown": partial(_markdown, listing),
        "html": partial(_html, listing),
        "bibtex": partial(_bibtex, listing),
        "csl": partial(_csl, listing),
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


def _separated(listing: Listing[Any], delimiter: str, _style: Style) -> str:
    from claimcheck.catalogue.formats import separated

    return separated(listing.rows, listing.every, delimiter)


def _records(listing: Listing[Any]) -> list[dict[str, Any]]:
    from claimcheck.catalogue.formats import picked

    if listing.record:
        return list(map(listing.record, listing.rows))
    return picked(listing.rows, listing.every)


def _json(listing: Listing[Any], _style: Style) -> str:
    from claimcheck.catalogue.formats import document

    key = listing.title.lower()
    return document(listing.command, key, _records(listing), listing.as_of, listing.summary)


def _json_lines(listing: Listing[Any], _style: Style) -> str:
    from claimcheck.catalogue.formats import lines

    return lines(_records(listing))


def _markdown(listing: Listing[Any], _style: Style) -> str:
    from claimcheck.catalogue.formats import markdown

    return markdown(listing.rows, listing.shown)


def _html(listing: Listing[Any], _style: Style) -> str:
    from claimcheck.catalogue.formats import html

    return html(listing.rows, listing.shown, listing.title)


def _bibtex(listing: Listing[Any], _style: Style) -> str:
    from claimcheck.catalogue.citations import bibtex

    return bibtex(listing.works())


def _csl(listing: Listing[Any], _style: Style) -> str:
    from claimcheck.catalogue.citations import csl

    return csl(listing.works())


def write_all(session: Session, formats: Sequence[Output], writers: Mapping[str, Writer]) -> None:
    """Write every format asked for to its file, or to standard output."""
    for name, file in formats:
        style = Style(width=_UNLIMITED) if file else session.style(_UNLIMITED)
        text = encodable(writers[name](style))
        text = text if not text or text.endswith("\n") else text + "\n"
        if file is None:
            emit(text, color=style.color)
        else:
            write_text(Path(file), text)


def read_date(text: str | None, option: str) -> PartialDate | None:
    """A date known to the year, month or day; raises UsageError for anything else."""
    try:
        return None if text is None else PartialDate.parse(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
