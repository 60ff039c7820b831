"""The command `claimcheck`."""

from __future__ import annotations

import atexit
import gc
import os
import sys

_COLLECT_AFTER = 100_000
"""New objects: nearly all that a run makes it needs to its end, so looking for waste is waste."""


def main() -> None:
    """Run the command line; `--version` alone answers without loading anything else."""
    if sys.argv[1:] == ["--version"]:
        sys.exit(_version())
    gc.set_threshold(_COLLECT_AFTER, 20, 20)
    try:
        from claimcheck.cli.guard import exit_status
        from claimcheck.cli.plain import plainly

        run = plainly(sys.argv[1:])
        if run is None:
            from claimcheck.cli.app import app

            _leave(exit_status(lambda: app(prog_name="claimcheck", standalone_mode=False)))
        else:
            _leave(exit_status(run))
    except KeyboardInterrupt:
        sys.stderr.write("claimcheck: interrupted\n")
        sys.exit(130)


def _leave(status: int) -> None:
    """End with this status. Giving back object by object what a run holds would take a fifth of
    its time, so the system takes all at once, after everything that has to be done at an end."""
    threading = sys.modules.get("threading")
    if threading and threading.active_count() > 1:
        sys.exit(status)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        sys.exit(status)
    os._exit(status)


def _version() -> int:
    from claimcheck import __version__

    if sys.stdout is None:  # it was closed
        return 0
    try:
        os.write(1, f"claimcheck {__version__}\n".encode())  # no buffer is left to fail
    except BrokenPipeError:
        return 0
    except OSError as error:
        sys.stderr.write(f"claimcheck: error: {error.strerror}\n")
        return 2
    return 0


if __name__ == "__main__":
    main()
