"""`claimcheck report`: the base as one HTML page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.classes import dataclass
from claimcheck.cli.guard import guarded
from claimcheck.cli.options import CommonOptions, with_options
from claimcheck.cli.session import Session, find_base, open_session
from claimcheck.cli.standing import standing_from_lock
from claimcheck.errors import UsageError
from claimcheck.files import write_text
from claimcheck.hints import did_you_mean
from claimcheck.reports.characters import encodable

if TYPE_CHECKING:
    from claimcheck.pages.content import Content

EXPORTS = ("claimreview", "csl", "csv")
_STDOUT = "-"


@dataclass(kw_only=True)
class PageOptions:
    """What is written, where, and under which names."""

    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The page; - for standard output.")
    ] = "claimcheck-report.html"
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="Heading of the page.")] = (
        "Claims and their evidence"
    )
    export: Annotated[
        list[str] | None,
        typer.Option(
            "--export",
            metavar="KIND:FILE",
            help="Also write claimreview (claims, JSON-LD), csl (sources, JSON) or csv (claims); "
            "may be repeated.",
            show_default=False,
        ),
    ] = None
    publisher: Annotated[
        str, typer.Option("--publisher", metavar="NAME", help="Who reviews, for claimreview.")
    ] = "claimcheck"
    url: Annotated[
        str | None,
        typer.Option(
            "--url",
            metavar="URL",
            help="Where the page will be, for claimreview.",
            show_default=False,
        ),
    ] = None


@with_options
def report(context: typer.Context, *, options: PageOptions, common: CommonOptions) -> None:
    """Write one self-contained HTML page: claims, sources, trials, charts, decisions.

    The states of the sources are those of the base's lock; `claimcheck lock` brings it up to date.

      claimcheck report -o public/index.html --title "Our claims"
      claimcheck report --export csv:claims.csv --export csl:sources.json
      claimcheck report --export claimreview:review.json --url https://example.org/claims
    """
    with guarded():
        exports = [_export(text) for text in options.export or ()]
        _refuse_clashes([options.output, *(file for _, file in exports)])
        _refuse_address(options.url)
        session = open_session(context, common)
        content = _content(session)

        from claimcheck.pages.report import render_report

        _write(options.output, render_report(content, options.title))
        for kind, file in exports:
            _write(file, _exporter(kind, options.publisher, options.url)(content))
        if options.output != _STDOUT:
            session.note(f"wrote {options.output}")


def _content(session: Session) -> Content:
    from claimcheck.pages.content import Content

    folder = find_base(session.settings)
    base = session.load(folder)
    standing = standing_from_lock(session, folder, base)
    if not standing:
        session.note("there is no lock, so that every source is unchecked")
    return Content(base, standing, session.today)


def _export(text: str) -> tuple[str, str]:
    kind, _, file = text.partition(":")
    if kind not in EXPORTS or not file:
        hint = "" if kind in EXPORTS else did_you_mean(kind, EXPORTS)
        kinds = ", ".join(EXPORTS)
        raise UsageError(f"--export: {text!r} is not KIND:FILE with one of {kinds}{hint}")
    return kind, file


def _refuse_clashes(files: Sequence[str]) -> None:
    for file in files:
        if files.count(file) > 1:
            place = "standard output" if file == _STDOUT else file
            raise UsageError(f"--export: two things go to {place}")


def _refuse_address(url: str | None) -> None:
    if url is not None and not url.startswith(("https://", "http://")):
        raise UsageError(f"--url: {url!r} is no address of the web (https://…)")


def _exporter(kind: str, publisher: str, url: str | None) -> Callable[[Content], str]:
    from claimcheck.pages import exports

    if kind == "claimreview":
        return lambda content: exports.claim_reviews(content, publisher, url)
    return {"csl": exports.sources_csl, "csv": exports.claims_csv}[kind]


def _write(file: str, text: str) -> None:
    if file == _STDOUT:
        typer.echo(encodable(text), nl=False)
    else:
        write_text(Path(file), encodable(text))
