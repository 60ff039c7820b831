"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli import cache, check, init, lint, lock, rule, schema
from claimcheck.cli.options import CommonOptions, with_options

app = typer.Typer(
    name="claimcheck",
    help="Check claims against their sources, and drafts against the claims.",
    epilog="Exit status: 0 clean, 1 findings, 2 wrong use or unreadable input, "
    "3 something could not be checked, 130 interrupted.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
@with_options
def _common(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback does all
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    *,
    common: CommonOptions,
) -> None:
    context.obj = common


app.command("check")(check.check)
app.command("lint")(lint.lint)
app.command("lock")(lock.lock)
app.command("rule")(rule.rule)
app.command("init")(init.init)
app.command("schema")(schema.schema)
app.add_typer(cache.app, name="cache")
