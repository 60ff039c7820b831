"""Count how often each outcome of a field occurs for a work's own record and for another's.

    python bench/refs/weights.py CORPUS [--works 3000] [--seed 7]

The logarithms of the ratios are what `claimcheck.compare.linkage` rounds its weights from. Own
records: each with two harmless distortions and, in three of five, one error. Other works: the next
DOI, one of the same volume, one of the same first author; works held twice are left out.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

import mutations
from compare_eval import is_twin, others, read_corpus, record_of, reference_to

from claimcheck.compare.linkage import author_level, title_level
from claimcheck.compare.works import WorkComparison, compare_works
from claimcheck.model.works import Reference

Counts = dict[str, Counter[str]]
SHARE_WITH_ERROR = 0.6


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpus", type=Path)
    options.add_argument("--works", type=int, default=3000)
    options.add_argument("--seed", type=int, default=7)
    args = options.parse_args()
    rng = Random(args.seed)
    corpus = read_corpus(args.corpus)
    own: Counts = defaultdict(Counter)
    other: Counts = defaultdict(Counter)
    for place in rng.sample(range(len(corpus.rows)), args.works):
        record = record_of(corpus.rows[place])
        good = reference_to(record)
        count(own, compare_works(spoilt(good, rng), record))
        for kind, stranger in others(corpus, place, rng):
            if kind != "random work" and not is_twin(good, stranger):
                count(other, compare_works(good, stranger))
    show(own, other)


def spoilt(given: Reference, rng: Random) -> Reference:
    for change in rng.sample(mutations.ALLOWED, 2):
        given = change(given, rng) or given
    if rng.random() < SHARE_WITH_ERROR:
        _, error = rng.choice(mutations.FORBIDDEN)
        given = error(given, rng) or given
    return given


def count(counts: Counts, comparison: WorkComparison) -> None:
    counts["title"][title_level(comparison)] += 1
    counts["authors"][author_level(comparison)] += 1
    for name in ("year", "venue", "volume", "page"):
        counts[name][str(getattr(comparison, name))] += 1


def show(own: Counts, other: Counts) -> None:
    for name, outcomes in own.items():
        ours, theirs = outcomes.total(), other[name].total()
        print(f"{name} ({ours} own records, {theirs} others)")
        for level in sorted({*outcomes, *other[name]}):
            m = (outcomes[level] + 0.5) / ours
            u = (other[name][level] + 0.5) / theirs
            print(f"    {level:<10} m {m:.4f}  u {u:.4f}  log2(m/u) {math.log2(m / u):+.1f}")


if __name__ == "__main__":
    main()
