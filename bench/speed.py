"""How long the commands take from a cold process, beside the bars they are held to.

    python bench/speed.py [--runs 5]

Prints a table of medians in seconds, processor seconds and peak memory; `docs/benchmarks.md` keeps
it with date and machine. A bar is missed or met on a quiet machine only; processor seconds bear
other work on the machine better. Modules are compiled before, as an installer does. "First"
means that the draft was never seen: the cache holds the base and nothing of the draft; "again",
that it has not changed since the last run.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROSE = """# COMP360 in treatment-resistant depression, part {i}

COMP001 randomised {n} people at 22 sites. Response at week 3 was {p}% with 25 mg, 19% with 10 mg
and 18% with 1 mg (Goodwin et al., 2022). Most people with depression recover with the treatments
at hand, and {n} of them find that talking to somebody helps. The room is quiet and the chairs are
soft; session {i} lasts from morning to late afternoon, and somebody drives the person home. In
August 2024 the FDA declined to approve MDMA-assisted therapy for PTSD. Nobody knows what the next
year brings.

"""
"""Dense with statements: four in six sentences; no paragraph occurs twice."""
CLAIM = """- id: claim-{i:05d}
  statement: Work {i} found a response in {p} % of the analysed participants at week 4.
  kind: rate
  subject: {{compound: psilocybin, indication: mdd, outcome: response, timepoint: week {i}}}
  quantity: {p}%
  said:
  - {{article: page, section: Results, phrase: {p}% of participants}}
  sources:
  - {{ref: work-{r}, at: abstract}}
  verdict: supported
  as_of: 2026-11-21
  review_by: 2028-11-21
"""
REFERENCE = "- {{id: work-{i}, title: Work {i}, type: book, issued: {{date-parts: [[2020]]}}}}\n"


_LONG = 5.0
"""Seconds beyond which a command is measured once."""


def large_base(folder: Path, claims: int) -> Path:
    folder.mkdir()
    head = "articles:\n- {id: page, title: A page}\nclaims:\n"
    body = "".join(CLAIM.format(i=i, p=10 + i % 80, r=i % 500) for i in range(claims))
    (folder / "claims.yaml").write_text(head + body)
    works = "".join(REFERENCE.format(i=i) for i in range(500))
    (folder / "references.yaml").write_text("references:\n" + works)
    return folder


def words(count: int, first: int = 0) -> str:
    """So many words, in paragraphs counted from `first`."""
    per = len(PROSE.split())
    return "".join(_paragraph(first + i) for i in range(max(1, count // per)))


def _paragraph(number: int) -> str:
    return PROSE.format(i=number, n=233 if number % 2 else 200 + number, p=37 - number % 3)


def megabyte() -> str:
    """A million characters of such paragraphs."""
    return words(200_000)[:1_000_000]


@dataclass(frozen=True)
class Row:
    """A command, the bar for it, and what is to be forgotten before each run."""

    name: str
    arguments: list[str]
    bar: float | None = None
    first: bool = False


def measure(row: Row, env: dict[str, str], runs: int) -> tuple[float, float, float]:
    """Median seconds, processor seconds and peak megabytes of a command."""
    times, spent, peak = [], [], 0.0
    for _ in range(runs):
        if row.first:
            shutil.rmtree(Path(env["CLAIMCHECK_CACHE_DIR"]) / "drafts", ignore_errors=True)
        start = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "claimcheck", *row.arguments],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in {0, 1, 3}:
            raise SystemExit(f"{row.arguments} ended with {child.returncode}")
        times.append(time.perf_counter() - start)
        spent.append(usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss / 1024)
    return statistics.median(times), statistics.median(spent), peak


def rows(folder: Path) -> Iterator[Row]:
    """The commands, with the files that they need."""
    large = str(large_base(folder / "base", 10_000))
    small = str(large_base(folder / "small", 1_000))
    (folder / "short.md").write_text(words(1000))
    (folder / "long.md").write_text(megabyte())
    (folder / "many").mkdir()
    for i in range(100):
        (folder / "many" / f"draft-{i:03d}.md").write_text(words(300, 10 * i))
    short, long, many = (str(folder / name) for name in ("short.md", "long.md", "many"))
    yield Row("--version", ["--version"], 0.08)
    yield Row("lint, 1,000 words, first", ["lint", short], 0.25, first=True)
    yield Row("lint, 1,000 words, again", ["lint", short])
    yield Row("lint, 1 MB, 1,000 claims, first", ["--base", small, "lint", long], 0.5, first=True)
    yield Row("lint, 1 MB, 1,000 claims, again", ["--base", small, "lint", long])
    yield Row("lint, 1 MB, bundled base, first", ["lint", long], first=True)
    yield Row("lint, 1 MB, bundled base, again", ["lint", long])
    yield Row("lint, 100 drafts, first", ["lint", many], first=True)
    yield Row("lint, 100 drafts, again", ["lint", many], 0.5)
    yield Row("check, 10,000 claims", ["--base", large, "check", "--locked"], 2.0)
    yield Row("check, bundled base", ["check", "--locked"])
    yield Row("trials psilocybin", ["trials", "psilocybin"], 0.2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        env |= {
            "CLAIMCHECK_CACHE_DIR": str(folder / "cache"),
            "PYTHONPYCACHEPREFIX": str(folder / "modules"),
        }
        commands = list(rows(folder))
        time.sleep(2.5)  # a base that has only just been written is not kept
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
        print("| command | median s | processor s | bar s | peak MB |")
        print("|---|---:|---:|---:|---:|")
        for row in commands:
            long, *_ = measure(row, env, 1)
            seconds, spent, peak = measure(row, env, runs if long < _LONG else 1)
            bar = row.bar or ""
            print(f"| {row.name} | {seconds:.2f} | {spent:.2f} | {bar} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
