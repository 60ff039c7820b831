"""Measure `claimcheck refs` from end to end on real works, over HTTP.

    python bench/refs/refs_eval.py CORPUS [--works 120] [--seed 1] [--show 3] [--admin URL]

CORPUS is a file of Crossref `work` messages, one a line. From sampled works lists are made, half of
them as BibTeX and half printed in many styles:

- right ones, with and without DOI, as they are and with distortions that are no errors;
- one error in one field, with and without DOI;
- the DOI of another work, and a DOI that nobody registered;
- invented ones out of the parts of three works, without DOI, with an unregistered one, and with a
  real one;
- retracted works.

A stand-in serves the whole corpus with a search that always answers something (`--admin` for one
that runs already). Prints the confusion table, precision, recall and F1 per state, the states of
invented references, and the requests that each reference cost.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import mutations
import styles
from compare_eval import Corpus, read_corpus, record_of, reference_to

from claimcheck import inquiry
from claimcheck.bibliography.export import bibtex
from claimcheck.bibliography.reading import read_references
from claimcheck.model.works import Reference
from claimcheck.sources import Network, open_source
from claimcheck.verification import items_of

STATES = ("verified", "mismatch", "wrong_work", "unregistered", "unmatched", "retracted")
FULL = (styles.apa, styles.springer, styles.harvard_plain, styles.chicago, styles.ama)
"""Styles that print every author and field, so that an error in one shows."""


@dataclass(frozen=True)
class Case:
    """A reference as it goes into a list, what it was made of, and the state it must get."""

    reference: Reference
    kind: str
    expected: str
    full: bool = False


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpus", type=Path)
    options.add_argument("--works", type=int, default=120)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=3)
    options.add_argument("--admin", help="admin URL of a stand-in that serves the corpus")
    args = options.parse_args()
    rng = Random(args.seed)
    corpus = read_corpus(args.corpus)
    cases = list(make_cases(corpus, args.works, rng))
    with stand_in(args.corpus, args.admin) as urls:
        began = time.perf_counter()
        judged, requests = verify(cases, urls, rng)
        seconds = time.perf_counter() - began
    report(cases, judged, args.show)
    print(
        f"\n{len(cases)} references, {requests} requests ({requests / len(cases):.2f} each), "
        f"{seconds:.1f} s without limits"
    )


# --- cases ---------------------------------------------------------------------------------------


def make_cases(corpus: Corpus, works: int, rng: Random) -> Iterator[Case]:
    usable = [i for i, row in enumerate(corpus.rows) if is_usable(row)]
    retracted = [i for i, row in enumerate(corpus.rows) if is_retracted(row)]
    sound = [i for i in usable if not corpus.rows[i].get("updated-by")]
    for place in rng.sample(sound, works):
        good = reference_to(record_of(corpus.rows[place]))
        other = reference_to(record_of(corpus.rows[rng.choice(sound)]))
        third = reference_to(record_of(corpus.rows[rng.choice(sound)]))
        yield from right(good, rng)
        yield from wrong(good, other, rng)
        yield from invented(good, other, third, rng)
    for place in rng.sample(retracted, works):
        good = reference_to(record_of(corpus.rows[place]))
        yield Case(good, "retracted, with DOI", "retracted")
        yield Case(replace(good, doi=None), "retracted, without DOI", "retracted")


def is_usable(row: dict[str, Any], *, placed: bool = True) -> bool:
    title = row["title"][0]
    words = len(title.split())
    authors = row.get("author") or []
    named = all(a.get("family") and a.get("given") for a in authors)
    place = not placed or (row.get("volume") and row.get("page") and row.get("container-title"))
    year = ((row.get("issued") or {}).get("date-parts") or [[None]])[0][0]
    label = title.lower().startswith(("retract", "withdrawn", "correct", "erratum", "reply"))
    article = row["type"] == "journal-article"
    return bool(
        article and 5 <= words <= 30 and 2 <= len(authors) <= 12 and named and place and year
        and not label and not row.get("update-to")
    )  # fmt: skip


def is_retracted(row: dict[str, Any]) -> bool:
    return is_usable(row, placed=False) and any(
        update["type"] == "retraction" for update in row.get("updated-by") or ()
    )


def right(good: Reference, rng: Random) -> Iterator[Case]:
    yield Case(good, "right, with DOI", "verified")
    yield Case(replace(good, doi=None), "right, without DOI", "verified")
    changes = [c for c in mutations.ALLOWED if c.__name__ not in {"bare", "vancouver_literals"}]
    for change in rng.sample(changes, 3):
        if changed := change(good, rng):
            doi = good.doi if rng.random() < 0.5 else None
            told = "with DOI" if doi else "without DOI"
            yield Case(replace(changed, doi=doi), f"distorted, {told}", "verified")


def wrong(good: Reference, other: Reference, rng: Random) -> Iterator[Case]:
    yield Case(replace(good, doi=other.doi), "DOI of another work", "wrong_work")
    yield Case(replace(good, doi=unregistered(good, rng)), "unregistered DOI", "unregistered")
    for name, change in rng.sample(mutations.FORBIDDEN, 3):
        if changed := change(good, rng):
            yield Case(changed, f"wrong {name}, with DOI", "mismatch", full=True)
            yield Case(
                replace(changed, doi=None), f"wrong {name}, without DOI", "mismatch", full=True
            )


def unregistered(good: Reference, rng: Random) -> str:
    return f"{good.doi}{rng.choice('xz')}{rng.randint(100, 999)}"


def invented(good: Reference, other: Reference, third: Reference, rng: Random) -> Iterator[Case]:
    """Title of halves of two works, authors of one, journal of another."""
    first, second = good.title.split(), other.title.split()
    title = " ".join([*first[: len(first) // 2 + 1], *second[len(second) // 2 :]])
    made = replace(
        good, title=title, author=(*third.author[:2], *good.author[:1]),
        container_title=other.container_title, volume=third.volume, page=other.page, doi=None,
    )  # fmt: skip
    yield Case(made, "invented, without DOI", "unmatched")
    doi = unregistered(other, rng)
    yield Case(replace(made, doi=doi), "invented, unregistered DOI", "unregistered")
    yield Case(replace(made, doi=third.doi), "invented, real DOI", "wrong_work")


# --- running -------------------------------------------------------------------------------------


@contextmanager
def stand_in(corpus: Path, admin: str | None) -> Iterator[dict[str, str]]:
    if admin:
        limits(admin)
        yield {**fetch(f"{admin}/_standin/urls"), "admin": admin}
        return
    sys.path.append(str(Path(__file__).parents[2] / "tests"))
    from standin import Standin

    with Standin([corpus]) as server:
        server.limits.set(rate=1000, concurrency=50)
        urls = {f"{name}_url": server.url(name) for name in ("crossref", "doi", "datacite")}
        yield {**urls, "admin": server.admin_url}


def limits(admin: str) -> None:
    body = json.dumps({"rate": 1000, "concurrency": 50}).encode()
    request = urllib.request.Request(f"{admin}/_standin/limits", body, method="POST")
    urllib.request.urlopen(request).close()


def fetch(url: str) -> dict[str, Any]:
    with urllib.request.urlopen(url) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def verify(cases: list[Case], urls: dict[str, str], rng: Random) -> tuple[list[Any], int]:
    named = [
        replace(case, reference=replace(case.reference, id=f"c{n}")) for n, case in enumerate(cases)
    ]
    fielded = [case for n, case in enumerate(named) if n % 2]
    printed = [case for n, case in enumerate(named) if not n % 2]
    files = [
        read_references("list.bib", bibtex([case.reference for case in fielded]), ".bib"),
        read_references("list.txt", as_text(printed, rng), ".txt"),
    ]
    items = [item for file in files if file for item in items_of(file)]
    order = [*fielded, *printed]
    assert len(items) == len(order), (len(items), len(order))
    before = fetch(f"{urls['admin']}/_standin/stats")["requests"]
    with tempfile.TemporaryDirectory() as folder:
        network = Network(
            cache_dir=Path(folder), mailto="reader@example.org", crossref_url=urls["crossref_url"],
            doi_url=urls["doi_url"], datacite_url=urls["datacite_url"],
        )  # fmt: skip
        with open_source(network) as source:
            checked = dict(inquiry.verify(items, source))
    by_id = {case.reference.id: checked[number] for number, case in enumerate(order)}
    requests = fetch(f"{urls['admin']}/_standin/stats")["requests"] - before
    return [by_id[case.reference.id] for case in named], requests


def as_text(cases: list[Case], rng: Random) -> str:
    lines = []
    for number, case in enumerate(cases, 1):
        reference = case.reference
        style = rng.choice(
            FULL if case.full else [s for s in styles.STYLES if s is not styles.loose]
        )
        if case.full and len(reference.author) > 6 and style in (styles.ama, styles.chicago):
            style = styles.apa
        line = " ".join(style(reference).split())
        if reference.doi:
            line = styles.with_doi(line, reference.doi, rng.choice(styles.DOI_FORMS))
        lines.append(f"{number}. {line}")
    return "\n".join(lines) + "\n"


# --- report --------------------------------------------------------------------------------------


def report(cases: list[Case], judged: list[Any], show: int) -> None:
    table: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    failures: dict[str, list[str]] = defaultdict(list)
    for case, one in zip(cases, judged, strict=True):
        state = one.judgement.state
        table[case.expected, state] += 1
        kinds[case.kind][state] += 1
        if state != case.expected:
            shown = "; ".join(
                f"{f.name}: {f.given} | {f.record}"
                for f in one.judgement.fields
                if f.agrees is False
            )
            failures[case.kind].append(
                f"{state}: {case.reference.doi} {case.reference.title[:90]}"
                f" -> {one.reference.title[:60]}"
                f" [{one.judgement.matched_doi}] {one.judgement.reason or ''} {shown}"
            )
    print_table(table)
    print()
    for kind, counts in kinds.items():
        told = ", ".join(f"{state} {count}" for state, count in counts.most_common())
        print(f"{kind:<30} {told}")
        for failure in failures[kind][:show]:
            print(f"      {failure}")


def print_table(table: Counter[tuple[str, str]]) -> None:
    seen = [*STATES, *sorted({state for _, state in table} - set(STATES))]
    print(f"{'expected':<13}" + "".join(f"{state:>13}" for state in seen))
    for expected in STATES:
        print(f"{expected:<13}" + "".join(f"{table[expected, state]:>13}" for state in seen))
    print()
    for state in STATES:
        hits = table[state, state]
        precision = hits / max(1, sum(table[other, state] for other in STATES))
        recall = hits / max(1, sum(table[state, other] for other in seen))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{state:<13} precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}")


if __name__ == "__main__":
    main()
