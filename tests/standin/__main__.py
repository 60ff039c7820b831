"""`python -m standin`: the stand-in for programs outside pytest."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

from standin.admin import urls
from standin.server import Standin


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; the URLs are the first line on standard output, as JSON."""
    options = _options().parse_args(arguments)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with Standin(options.corpus, options.port, options.datacite) as standin:
        standin.latency = options.latency
        standin.limits.enforced = not options.no_limits
        for name in options.warm:
            standin.registry.search.prepare(name)
        print(json.dumps(urls(standin)), flush=True)
        stop.wait()
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="standin", description=main.__doc__)
    parser.add_argument("--port", type=int, default=0, help="first of five ports; 0: any free ones")
    parser.add_argument("--corpus", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--datacite", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--latency", type=float, default=0.0, metavar="SECONDS")
    parser.add_argument("--no-limits", action="store_true", help="announce limits, never refuse")
    parser.add_argument(
        "--warm", nargs="*", default=["bibliographic"], help="fields to index before starting"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
