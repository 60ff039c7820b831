"""The commands, put together."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from claimcheck import __version__
from claimcheck.cli.options import CommonOptions, bare_flags, with_options
from claimcheck.cli.plain import PLAIN

COMMANDS = {
    "check": "check.check",
    "lint": "lint.lint",
    "refs": "refs.refs",
    "find": "find.find",
    "trials": "trials.trials",
    "claims": "claims.claims",
    "report": "report.report",
    "lock": "lock.lock",
    "rule": "rule.rule",
    "init": "init.init",
    "schema": "schema.schema",
    "server": "server.server",
    "cache": "cache.app",
}
"""Name → module and function, or module and group; imported when asked for, so that each starts
as fast as it can. Help lists them in this order."""


class _Lazy(TyperGroup):
    """A group whose commands are imported one by one."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as typer calls it
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _imported(cmd_name)
        elif cmd_name not in COMMANDS:
            for name in COMMANDS:  # a misspelt name is compared with all
                self.commands[name] = self.commands.get(name) or _imported(name)
        return super().get_command(ctx, cmd_name)


class _Command(TyperCommand):
    """A command with options that may stand without their value."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, bare_flags(args))


def _imported(name: str) -> Any:
    module, _, attribute = COMMANDS[name].partition(".")
    found = getattr(import_module(f"claimcheck.cli.{module}"), attribute)
    if name in PLAIN:
        found = with_options(found)
    if isinstance(found, typer.Typer):
        group = typer.main.get_group(found)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False)
    alone.command(name, cls=_Command)(found)
    return typer.main.get_command(alone)


app = typer.Typer(
    name="claimcheck",
    cls=_Lazy,
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
