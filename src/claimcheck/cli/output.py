"""Where reports go: formats and their files, standard output, colour and width."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence

from claimcheck.cli.guard import close_stdout
from claimcheck.errors import UsageError
from claimcheck.hints import did_you_mean
from claimcheck.reports import FORMATS
from claimcheck.reports.style import Style

Output = tuple[str, str | None]
"""Format and file; None is standard output."""


def outputs(
    formats: Sequence[str], origin: str, known: Collection[str] = FORMATS.keys()
) -> list[Output]:
    """Format and file of each `FORMAT[:FILE]`; `origin` says where they were asked for.

    Raises UsageError for an unknown format, and for two reports to one place.
    """
    found = [_output(text, origin, known) for text in formats]
    places = [file and os.path.realpath(file) for _, file in found]
    for place, (_, file) in zip(places, found, strict=True):
        if places.count(place) > 1:
            shown = file or "standard output"
            raise UsageError(f"{origin}: two reports go to {shown}; write FORMAT:FILE for one")
    return found


def _output(text: str, origin: str, known: Collection[str]) -> Output:
    name, _, file = text.partition(":")
    if name not in known:
        hint = did_you_mean(name, known)
        listed = ", ".join(known)
        raise UsageError(f"{origin}: no format is called {name[:60]!r}{hint}; {listed}")
    return name, file if file and file != "-" else None


def emit(text: str, color: bool | None = None) -> None:
    """Write to standard output; a reader that has gone changes nothing about the run."""
    try:
        _write(text, color)
    except BrokenPipeError:
        close_stdout()


def _write(text: str, color: bool | None) -> None:
    if "\x1b" in text or os.name == "nt":  # colours, which not everything that takes a text shows
        import typer

        typer.echo(text, nl=False, color=color)
    elif sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def style(wish: str, width: int = 80) -> Style:
    """How a text for people may look; `width` counts where no terminal tells its own."""
    return Style(color=_color(wish), width=_columns() or width)


def _columns() -> int:
    """What the environment or the terminal says of the width; 0 if neither does."""
    wished = os.environ.get("COLUMNS", "")
    if wished.isdecimal() and int(wished):
        return int(wished)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 0


def _color(wish: str) -> bool:
    """Whether standard output gets colour: the option, NO_COLOR, FORCE_COLOR, then the terminal."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    plain = os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout is not None and sys.stdout.isatty()
