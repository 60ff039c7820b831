"""How fast and how politely 1,000 DOIs are looked up: `python bench/network.py`.

Runs the stand-in of the tests as a process of its own, with the limits that Crossref announces
and enforces, and prints for each scenario the requests sent, the seconds taken, the seconds that
the limits leave no choice about, and the refusals provoked. Exit status 1 if a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.model.evidence import Found, Lookup, Unavailable
from claimcheck.sources import Network, open_source

ROOT = Path(__file__).resolve().parent.parent
RATES = {"polite-array": 3, "polite-single": 10, "public-array": 1, "public-single": 5}
MOST_REQUESTS = 25
MOST_TIME = 1.3
SERVICE_DOWN_SECONDS = 15.0


@dataclass(frozen=True)
class Standin:
    """A running stand-in, steered over its admin route."""

    urls: dict[str, str]

    def call(self, method: str, route: str, **given: Any) -> Any:
        url = f"{self.urls['admin_url']}/_standin/{route}"
        request = urllib.request.Request(url, json.dumps(given).encode(), method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def network(self, cache_dir: Path, **settings: Any) -> Network:
        services = {name: url for name, url in self.urls.items() if name != "admin_url"}
        return Network(cache_dir=cache_dir, **services, **settings)


@contextmanager
def standin(corpus: Path) -> Iterator[Standin]:
    """The stand-in serving `corpus`, until the block ends."""
    command = [sys.executable, "-m", "standin", "--corpus", str(corpus), "--warm"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        try:
            yield Standin(json.loads(process.stdout.readline()))
        finally:
            process.terminate()


def made_up_works(path: Path, count: int) -> list[str]:
    """Write `count` works to `path` and return their DOIs."""
    dois = [f"10.5555/bench.{number:05d}" for number in range(count)]
    with path.open("w", encoding="utf-8") as file:
        for doi in dois:
            work = {"DOI": doi, "title": [f"A work on {doi}"], "type": "journal-article"}
            file.write(json.dumps(work | {"issued": {"date-parts": [[2020]]}}) + "\n")
    return dois


def measured(network: Network, dois: list[str]) -> tuple[list[Lookup], float]:
    """The answers and the seconds they took, from an empty cache."""
    began = time.perf_counter()
    with open_source(network) as source:
        answers = list(source.look_up(dois))
    return answers, time.perf_counter() - began


def least_seconds(pools: dict[str, dict[str, int]]) -> float:
    """What the limits cost the busiest pool; pools are used side by side."""
    return max(usage["requests"] / RATES[pool] for pool, usage in pools.items())


def run(server: Standin, name: str, dois: list[str], folder: Path, **given: Any) -> bool:
    """One scenario; print its figures and return whether the bars are met."""
    server.call("POST", "reset")
    server.call("POST", "latency", seconds=given.get("latency", 0.0))
    holes = given.get("holes", [])
    if holes:
        server.call("POST", "faults", kind="batch-hole", dois=holes)
    network = server.network(folder / name.replace(" ", "-"), mailto=given.get("mailto"))
    answers, seconds = measured(network, dois)
    stats = server.call("GET", "stats")
    least = least_seconds(stats["pools"])
    found = sum(isinstance(answer, Found) for answer in answers)
    print(
        f"{name:32} {stats['requests']:4} requests {seconds:6.2f} s, at least {least:5.2f} s"
        f" (x {seconds / least:4.2f}), {stats['refused']} refused, {found} found"
    )
    few = stats["requests"] <= MOST_REQUESTS + len(holes)
    fast = seconds <= MOST_TIME * least
    return few and fast and stats["refused"] == 0 and found == len(dois)


def run_down(server: Standin, folder: Path) -> bool:
    """130 DOIs while Crossref answers nothing but 503."""
    server.call("POST", "reset")
    server.call("POST", "faults", kind="503")
    dois = [f"10.5555/down.{number}" for number in range(130)]
    network = server.network(folder / "down", mailto="bench@example.org")
    answers, seconds = measured(network, dois)
    requests = server.call("GET", "stats")["requests"]
    print(f"{'130 DOIs, service down':32} {requests:4} requests {seconds:6.2f} s")
    return seconds <= SERVICE_DOWN_SECONDS and all(isinstance(a, Unavailable) for a in answers)


def main() -> int:
    """Run all scenarios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1000, help="number of DOIs (default 1000)")
    count = parser.parse_args().count
    polite = {"mailto": "bench@example.org"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dois = made_up_works(folder / "works.jsonl", count)
        holes = dois[:: max(1, count // 4)]
        with standin(folder / "works.jsonl") as server:
            met = [
                run(server, "polite, no latency", dois, folder, **polite),
                run(server, "polite, latency 0.3 s", dois, folder, latency=0.3, **polite),
                run(server, "polite, latency 1 s", dois, folder, latency=1.0, **polite),
                run(server, "polite, 4 holes in batches", dois, folder, holes=holes, **polite),
                run(server, "without contact address", dois, folder),
                run_down(server, folder),
            ]
    print("all bars met" if all(met) else "a bar was missed")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
