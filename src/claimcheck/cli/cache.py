"""`claimcheck cache`: where answers of registries are kept, and emptying it."""

from __future__ import annotations

import typer

from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, with_options
from claimcheck.cli.session import default_cache_dir, open_session

app = typer.Typer(help="The cache of registries' answers.", no_args_is_help=True)


@app.command()
@with_options
def path(context: typer.Context, *, common: CommonOptions) -> None:
    """Print the cache's folder."""
    with guarded():
        settings = open_session(context, common).settings
        typer.echo(str(settings.cache_dir or default_cache_dir()))


@app.command()
@with_options
def info(context: typer.Context, *, common: CommonOptions) -> None:
    """Say what the cache holds."""
    with guarded():
        from claimcheck.sources.upkeep import cache_info

        settings = open_session(context, common).settings
        found = cache_info(settings.cache_dir or default_cache_dir(), say)
        typer.echo(f"{found.path}: {found.size:,} bytes")
        for kind, held in found.holdings.items():
            typer.echo(f"  {kind:8} {held}")


@app.command()
@with_options
def clear(context: typer.Context, *, common: CommonOptions) -> None:
    """Forget every answer."""
    with guarded():
        from claimcheck.sources.upkeep import clear_cache

        settings = open_session(context, common).settings
        count = clear_cache(settings.cache_dir or default_cache_dir(), say)
        typer.echo(f"forgot {count} answers")
