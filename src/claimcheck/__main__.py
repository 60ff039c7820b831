"""The command `claimcheck`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; `--version` alone answers without loading anything else."""
    if sys.argv[1:] == ["--version"]:
        from claimcheck import __version__

        sys.stdout.write(f"claimcheck {__version__}\n")
        return
    try:
        from claimcheck.cli.app import app

        app(prog_name="claimcheck")
    except KeyboardInterrupt:
        sys.stderr.write("claimcheck: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
