"""How long it takes to filter, sort and show 10,000 trials, in a process that has the base.

    python bench/catalogue/listing.py [--runs 7] [--trials 10000]

The trials are those of the shipped base under new ids, again and again. Prints medians in
milliseconds; docs/benchmarks.md keeps them.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from claimcheck.catalogue.columns import choose_columns, ordered
from claimcheck.catalogue.formats import separated
from claimcheck.catalogue.names import Names
from claimcheck.catalogue.table import render_table
from claimcheck.catalogue.trial_columns import DEFAULT, PRECEDENCE, trial_columns
from claimcheck.catalogue.trials import Wanted, select_trials
from claimcheck.load import load_base
from claimcheck.model.base import Base
from claimcheck.model.dates import PartialDate
from claimcheck.reports.style import Style

DATA = Path(__file__).parents[2] / "data"
SORTS = ("n", "-year,phase", "effect", "-response,id")


def enlarged(base: Base, count: int) -> Base:
    numbered = zip(range(count), itertools.cycle(base.trials), strict=False)
    return replace(base, trials=tuple(replace(t, id=f"{t.id}-{i}") for i, t in numbered))


def median(runs: int, work: Callable[[], object]) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--trials", type=int, default=10_000)
    options = parser.parse_args()
    base = enlarged(load_base(DATA), options.trials)
    names = Names(base)
    known = trial_columns(names, base.vocabulary.outcomes)
    columns = choose_columns(None, known, DEFAULT)
    wanted = Wanted(
        compound=base.vocabulary.compounds[0].id,
        phase="2,3",
        status="completed",
        since=PartialDate.parse("2015"),
        has_results=True,
    )

    def listed(sort: str) -> list[object]:
        return list(ordered(select_trials(base, wanted).trials, sort, known))

    print(f"{options.trials} trials\n\n| work | median ms |\n|---|---:|")
    print(f"| filter by five conditions | {median(options.runs, lambda: listed('n')):.0f} |")
    for sort in SORTS:
        ms = median(options.runs, lambda sort=sort: ordered(base.trials, sort, known))
        print(f"| sort all by {sort} | {ms:.0f} |", flush=True)
    style = Style(width=160)
    ms = median(options.runs, lambda: render_table(base.trials, columns, PRECEDENCE, style))
    print(f"| lay out all as a table | {ms:.0f} |", flush=True)
    every = tuple(known.values())
    ms = median(1, lambda: separated(base.trials, every, ","))
    print(f"| write all as CSV, {len(every)} columns | {ms:.0f} |")


if __name__ == "__main__":
    main()
