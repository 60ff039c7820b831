"""`claimcheck report`: the base as one HTML page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, with_options
from claimcheck.cli.session import find_base, open_session
from claimcheck.cli.standing import standing_from_lock
from claimcheck.errors import UsageError
from claimcheck.reports.characters import encodable

if TYPE_CHECKING:
    from claimcheck.pages.content import Content

EXPORTS = ("claimreview", "csl", "csv")
_STDOUT = "-"


@with_options
def report(
    context: typer.Context,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The page; - for standard output.")
    ] = "claimcheck-report.html",
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="Heading of the page.")
    ] = "Claims and their evidence",
    export: Annotated[
        list[str] | None,
        typer.Option(
            "--export",
            metavar="KIND:FILE",
            help="Also write claimreview (JSON-LD), csl (JSON) or csv; repeatable.",
            show_default=False,
        ),
    ] = None,
    publisher: Annotated[
        str, typer.Option("--publisher", metavar="NAME", help="Who reviews, for claimreview.")
    ] = "claimcheck",
    url: Annotated[
        str | None,
        typer.Option("--url", metavar="URL", help="Where the page will be, for claimreview."),
    ] = None,
    *,
    common: CommonOptions,
) -> None:
    """Write one self-contained HTML page: claims, sources, trials, charts, decisions.

    The states of the sources are those of the base's lock; `claimcheck lock` brings it up to date.
    """
    with guarded():
        exports = [_export(text) for text in export or ()]
        session = open_session(context, common)
        folder = find_base(session.settings)
        base = session.load(folder)

        from claimcheck.pages.content import Content
        from claimcheck.pages.report import render_report

        standing = standing_from_lock(session, folder, base)
        if not standing:
            session.note("there is no lock, so that every source is unchecked")
        content = Content(base, standing, session.today)
        _write(output, render_report(content, title))
        for kind, file in exports:
            _write(file, _exporter(kind, publisher, url)(content))
        if output != _STDOUT and not session.common.quiet:
            say(f"wrote {output}")


def _export(text: str) -> tuple[str, str]:
    kind, _, file = text.partition(":")
    if kind not in EXPORTS or not file:
        raise UsageError(f"--export: {text!r} is not KIND:FILE with one of {', '.join(EXPORTS)}")
    return kind, file


def _exporter(kind: str, publisher: str, url: str | None) -> Callable[[Content], str]:
    from claimcheck.pages import exports

    if kind == "claimreview":
        return lambda content: exports.claim_reviews(content, publisher, url)
    return {"csl": exports.sources_csl, "csv": exports.claims_csv}[kind]


def _write(file: str, text: str) -> None:
    if file == _STDOUT:
        typer.echo(encodable(text), nl=False)
    else:
        Path(file).write_text(encodable(text), encoding="utf-8")
