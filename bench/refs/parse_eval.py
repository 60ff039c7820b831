"""Measure the reading of citations: real works printed in every style, read back.

    python bench/refs/parse_eval.py CORPUS [--works 1000] [--seed 1] [--show 3]

CORPUS is a file of Crossref `work` messages, one a line. Per style: the share of references whose
fields, as read, agree with the record that they were printed from.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

from compare_eval import read_corpus, record_of, reference_to
from styles import DOI_FORMS, STYLES, with_doi

from claimcheck.bibliography.citations import parse_citation
from claimcheck.compare.works import FIELDS, compare


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("corpus", type=Path)
    options.add_argument("--works", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=3)
    args = options.parse_args()
    rng = Random(args.seed)
    rows = [row for row in read_corpus(args.corpus).rows if row["type"] == "journal-article"]
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    failures: dict[str, list[str]] = defaultdict(list)
    for row in rng.sample(rows, args.works):
        record = record_of(row)
        good = reference_to(record)
        for style in STYLES:
            line = style(good)
            if rng.random() < 0.5:
                line = with_doi(line, record.doi, rng.choice(DOI_FORMS))
            fields = {f.name: f for f in compare(parse_citation(line).reference, record)}
            bad = [n for n in FIELDS if n in fields and fields[n].agrees is False]
            wrong[style.__name__].update(bad or ["none"])
            if bad:
                shown = "; ".join(f"{n}: {fields[n].given} | {fields[n].record}" for n in bad)
                failures[style.__name__].append(f"{line}\n        {shown}")
    print(f"{'style':<14}{'all right':>10}" + "".join(f"{name:>12}" for name in FIELDS[:6]))
    for name, counts in wrong.items():
        print(
            f"{name:<14}{counts['none'] / args.works:>10.3f}"
            + "".join(f"{counts[f]:>12}" for f in FIELDS[:6])
        )
        for failure in failures[name][: args.show]:
            print(f"      {failure}")


if __name__ == "__main__":
    main()
