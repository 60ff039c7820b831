"""`claimcheck cache`: where answers of registries and compiled files are kept, and emptying it."""

from __future__ import annotations

import typer

from claimcheck.cli.guard import guarded, say
from claimcheck.cli.options import CommonOptions, with_options
from claimcheck.cli.session import open_session

app = typer.Typer(
    help="The cache: answers of registries, and files compiled for the next run.",
    no_args_is_help=True,
)


@app.command()
@with_options
def path(context: typer.Context, *, common: CommonOptions) -> None:
    """Print the cache's folder."""
    with guarded():
        typer.echo(str(open_session(context, common).cache_dir))


@app.command()
@with_options
def info(context: typer.Context, *, common: CommonOptions) -> None:
    """Say what the cache holds."""
    with guarded():
        from claimcheck.load.compiled import kept_files
        from claimcheck.sources.upkeep import cache_info

        folder = open_session(context, common).cache_dir
        found = cache_info(folder, say)
        typer.echo(f"{found.path}: {found.size:,} bytes")
        for kind, held in found.holdings.items():
            typer.echo(f"  {kind:8} {held}")
        if files := kept_files(folder):
            size = sum(file.stat().st_size for file in files)
            typer.echo(f"{files[0].parent}: {size:,} bytes in {len(files)} compiled files")


@app.command()
@with_options
def clear(context: typer.Context, *, common: CommonOptions) -> None:
    """Forget every answer and every compiled file."""
    with guarded():
        from claimcheck.load.compiled import kept_files
        from claimcheck.sources.upkeep import clear_cache

        folder = open_session(context, common).cache_dir
        count = clear_cache(folder, say)
        files = kept_files(folder)
        for file in files:
            file.unlink(missing_ok=True)
        typer.echo(f"forgot {count} answers and {len(files)} compiled files")
