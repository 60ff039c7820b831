"""How long the commands take from a cold process, beside the bars they are held to.

    python bench/speed.py [--runs 5]

Prints a table of medians in seconds and peak memory; `docs/benchmarks.md` keeps it with date and
machine. A bar is missed or met on a quiet machine only.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROSE = """# COMP360 in treatment-resistant depression

COMP001 randomised 233 people at 22 sites. Response at week 3 was 37% with 25 mg, 19% with 10 mg and
18% with 1 mg (Goodwin et al., 2022). Most people with depression recover with the treatments at
hand, and many find that talking to somebody helps. The room is quiet and the chairs are soft; a
session lasts from morning to late afternoon, and somebody drives the person home. In August 2024
the FDA declined to approve MDMA-assisted therapy for PTSD. Nobody knows what the next year brings.

"""
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


def large_base(folder: Path, claims: int) -> Path:
    folder.mkdir()
    head = "articles:\n- {id: page, title: A page}\nclaims:\n"
    body = "".join(CLAIM.format(i=i, p=10 + i % 80, r=i % 500) for i in range(claims))
    (folder / "claims.yaml").write_text(head + body)
    works = "".join(REFERENCE.format(i=i) for i in range(500))
    (folder / "references.yaml").write_text("references:\n" + works)
    return folder


def words(count: int) -> str:
    per = len(PROSE.split())
    return PROSE * max(1, count // per)


def measure(arguments: list[str], env: dict[str, str], runs: int) -> tuple[float, float]:
    """Median seconds and peak megabytes of a command."""
    times, peak = [], 0.0
    for _ in range(runs):
        start = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "claimcheck", *arguments],
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in {0, 1, 3}:
            raise SystemExit(f"{arguments} ended with {child.returncode}")
        times.append(time.perf_counter() - start)
        peak = max(peak, usage.ru_maxrss / 1024)
    return statistics.median(times), peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        env = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(folder / "cache")}
        base = large_base(folder / "base", 10_000)
        (folder / "short.md").write_text(words(1000))
        (folder / "long.md").write_text((PROSE * (1_000_000 // len(PROSE) + 1))[:1_000_000])
        many = folder / "many"
        many.mkdir()
        for i in range(100):
            (many / f"draft-{i:03d}.md").write_text(words(300))
        rows = [
            ("--version", ["--version"], 0.08),
            ("lint, 1,000 words, bundled base", ["lint", str(folder / "short.md")], 0.25),
            ("lint, 1 MB, bundled base", ["lint", str(folder / "long.md")], 0.5),
            ("lint, 100 drafts, bundled base", ["lint", str(many)], 0.5),
            ("check, 10,000 claims", ["--base", str(base), "check", "--locked"], 2.0),
            ("check, bundled base", ["check", "--locked"], None),
            ("trials psilocybin", ["trials", "psilocybin"], 0.2),
        ]
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
        print("| command | median s | bar s | peak MB |\n|---|---:|---:|---:|")
        for name, arguments, bar in rows:
            measure(arguments, env, 1)
            seconds, peak = measure(arguments, env, runs)
            print(f"| {name} | {seconds:.2f} | {bar or ''} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
