"""What becomes of errors: one clear line on stderr and the right exit status, never a traceback."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from claimcheck.errors import ClaimcheckError
from claimcheck.policy import Exit
from claimcheck.reports.characters import one_line


class Ended(Exception):  # noqa: N818 - it is no error
    """The end of the run, with its exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = int(status)


def say(message: str) -> None:
    """A line for the user, apart from the report."""
    if sys.stderr is not None:
        sys.stderr.write(f"claimcheck: {one_line(message)}\n")
        sys.stderr.flush()


@contextmanager
def guarded() -> Iterator[None]:
    """Turn whatever a command raises into its exit status."""
    speak_utf8(sys.stdout)
    try:
        yield
    except ClaimcheckError as error:
        say(f"error: {error}")
        raise Ended(Exit.USAGE) from None
    except KeyboardInterrupt:
        raise Ended(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        close_stdout()
        raise Ended(Exit.OK) from None
    except (OSError, MemoryError, RecursionError) as error:
        close_stdout()
        say(f"error: {_reason(error)}")
        raise Ended(Exit.USAGE) from None
    except Ended:
        raise
    except Exception as error:
        if _is_of_typer(error) or os.environ.get("CLAIMCHECK_TRACEBACK"):
            raise
        say(f"internal error, please report it: {type(error).__name__}: {error}")
        say("(set CLAIMCHECK_TRACEBACK=1 to see where it happened)")
        raise Ended(Exit.USAGE) from None


def exit_status(command_line: Callable[[], Any]) -> int:
    """The status with which the command line ends; what was mistyped is one line too."""
    try:
        with guarded():
            status = int(command_line() or Exit.OK)
    except Ended as end:
        status = end.status
    except SystemExit:  # typer's answer to a reader that has gone
        return Exit.OK
    except Exception as error:
        if not _is_of_typer(error):
            raise
        status = _status_of(error)
    if status == Exit.INTERRUPTED:
        say("interrupted")
    return status


def _is_of_typer(error: Exception) -> bool:
    """Whether typer ends the command line with it; most runs never load typer."""
    typer = sys.modules.get("typer")
    return typer is not None and isinstance(
        error, (typer.Exit, typer.Abort, typer.BadParameter, typer.TyperException)
    )


def _status_of(error: Any) -> int:
    """The exit status that an exception of typer means."""
    typer = sys.modules["typer"]
    if isinstance(error, typer.Exit):
        return int(error.exit_code)
    if isinstance(error, typer.Abort):
        return Exit.INTERRUPTED
    _say_misuse(error)
    return Exit.USAGE


def _say_misuse(error: Any) -> None:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":  # help has been shown
        return
    words = error.format_message().rstrip(".")
    stop = "" if words.endswith("?") else "."
    name = context.command_path if context else "claimcheck"
    say(f"error: {words[:1].lower()}{words[1:]}{stop} See `{name} --help`")


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return f"{type(error).__name__}: {error}".removesuffix(": ")


def speak_utf8(stream: TextIO | None) -> None:
    """Let a stream take any text: files and pipes get UTF-8, a terminal what it can show."""
    if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in {"utf-8", "utf8"}:
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def close_stdout() -> None:
    """Nobody takes what is left; keep the interpreter from complaining when it flushes at exit."""
    with suppress(OSError, AttributeError):
        sys.stdout.close()
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
