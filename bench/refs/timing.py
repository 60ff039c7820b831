"""Requests and wall time of `claimcheck refs` under the limits that Crossref announces.

    python bench/refs/timing.py CORPUS [--sizes 24 300 1000] [--searched 0.1] [--admin URL]

Lists of real works, BibTeX, of which a share has no DOI and must be searched for. The ideal is what
the announced limits alone allow: list requests at 3 a second, single ones at 10, the first 3 and
10 at once. `wire` is the time from the first request to the last answer, which a busy machine
draws out less than the start of the process; both are divided by the ideal.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import replace
from pathlib import Path
from random import Random

from compare_eval import read_corpus, record_of, reference_to
from refs_eval import fetch, is_usable

from claimcheck.bibliography.export import bibtex


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpus", type=Path)
    options.add_argument("--sizes", type=int, nargs="+", default=[24, 300, 1000])
    options.add_argument("--searched", type=float, default=0.1, help="share without DOI")
    options.add_argument("--admin", required=True, help="admin URL of a stand-in with the corpus")
    args = options.parse_args()
    rng = Random(1)
    rows = [row for row in read_corpus(args.corpus).rows if is_usable(row)]
    print(
        f"{'entries':>8}{'searched':>10}{'requests':>10}{'each':>7}{'seconds':>9}"
        f"{'wire':>7}{'ideal':>7}{'ratio':>7}{'wire':>6}{'429':>5}"
    )
    warm(fetch(f"{args.admin}/_standin/urls")["crossref_url"])
    for size in args.sizes:
        references = [reference_to(record_of(row)) for row in rng.sample(rows, size)]
        bare = round(size * args.searched)
        named = [
            replace(r, id=f"k{n}", doi=None if n < bare else r.doi)
            for n, r in enumerate(references)
        ]
        measure(args.admin, bibtex(named), size, bare)


def warm(url: str) -> None:
    """Have the stand-in build the index of its search."""
    urllib.request.urlopen(f"{url}/works?query.bibliographic=sleep&rows=1").close()


def measure(admin: str, text: str, size: int, bare: int) -> None:
    urllib.request.urlopen(urllib.request.Request(f"{admin}/_standin/reset", b"", method="POST"))
    urls = fetch(f"{admin}/_standin/urls")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.bib"
        path.write_text(text, encoding="utf-8")
        env = os.environ | {
            "CLAIMCHECK_CROSSREF_URL": urls["crossref_url"],
            "CLAIMCHECK_DOI_URL": urls["doi_url"],
            "CLAIMCHECK_DATACITE_URL": urls["datacite_url"],
            "CLAIMCHECK_MAILTO": "reader@example.org",
            "CLAIMCHECK_CACHE_DIR": folder,
        }
        command = [sys.executable, "-m", "claimcheck", "refs", str(path), "-f", "json", "-q"]
        began = time.perf_counter()
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=False)
        seconds = time.perf_counter() - began
    stats = fetch(f"{admin}/_standin/stats")
    lists = stats["pools"].get("polite-array", {}).get("requests", 0)
    singles = stats["pools"].get("polite-single", {}).get("requests", 0)
    ideal = max(lists - 3, 0) / 3 + max(singles - 10, 0) / 10
    asked = [row for row in fetch(f"{admin}/_standin/requests") if row["finished"]]
    wire = max(row["finished"] for row in asked) - min(row["started"] for row in asked)
    ratios = [f"{value / ideal:.2f}" if ideal else "-" for value in (seconds, wire)]
    print(
        f"{size:>8}{bare:>10}{stats['requests']:>10}{stats['requests'] / size:>7.2f}{seconds:>9.1f}"
        f"{wire:>7.1f}{ideal:>7.1f}{ratios[0]:>7}{ratios[1]:>6}{stats['refused']:>5}"
    )


if __name__ == "__main__":
    main()
