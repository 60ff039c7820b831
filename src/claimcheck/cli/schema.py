"""`claimcheck schema`: JSON Schemas for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.guard import guarded, say
from claimcheck.errors import UsageError
from claimcheck.files import write_text
from claimcheck.hints import did_you_mean


def schema(
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="A file of a base (claims.yaml, trials.yaml…)."),
    ] = None,
    directory: Annotated[
        Path | None,
        typer.Option("--dir", metavar="DIR", help="Write every schema into this folder."),
    ] = None,
) -> None:
    """Print the JSON Schema of a base file, so that editors complete and check it.

    With --dir, one file per schema: claims.schema.json and so on.
    """
    with guarded():
        from claimcheck.load.export import json_schema
        from claimcheck.load.schema import SHAPES

        if directory:
            for name in SHAPES:
                target = directory / f"{Path(name).stem}.schema.json"
                write_text(target, json.dumps(json_schema(name), indent=1) + "\n")
            say(f"wrote {len(SHAPES)} schemas to {directory}")
            return
        name = _known(file, list(SHAPES))
        typer.echo(json.dumps(json_schema(name), indent=1))


def _known(file: str | None, names: list[str]) -> str:
    wanted = Path(file or "claims.yaml").stem
    for name in names:
        if Path(name).stem == wanted:
            return name
    hint = did_you_mean(wanted, [Path(name).stem for name in names])
    raise UsageError(f"no file of a base is called {file!r}{hint}; {', '.join(names)}")
