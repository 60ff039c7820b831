"""What becomes of errors: one clear line on stderr and the right exit status, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from claimcheck.errors import ClaimcheckError
from claimcheck.policy import Exit


def say(message: str) -> None:
    """A line for the user, apart from the report."""
    typer.echo(f"claimcheck: {message}", err=True)


@contextmanager
def guarded() -> Iterator[None]:
    """Turn whatever a command raises into its exit status."""
    try:
        yield
    except ClaimcheckError as error:
        say(f"error: {error}")
        raise typer.Exit(Exit.USAGE) from None
    except KeyboardInterrupt:
        say("interrupted")
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        _close_stdout()
        raise typer.Exit(Exit.OK) from None
    except (OSError, MemoryError, RecursionError) as error:
        say(f"error: {_reason(error)}")
        raise typer.Exit(Exit.USAGE) from None
    except (typer.Exit, typer.Abort, typer.BadParameter, typer.TyperException):
        raise
    except Exception as error:
        if os.environ.get("CLAIMCHECK_TRACEBACK"):
            raise
        say(f"internal error, please report it: {type(error).__name__}: {error}")
        say("(set CLAIMCHECK_TRACEBACK=1 to see where it happened)")
        raise typer.Exit(Exit.USAGE) from None


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return f"{type(error).__name__}: {error}"


def _close_stdout() -> None:
    """The reader has gone; keep the interpreter from complaining when it flushes at exit."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
