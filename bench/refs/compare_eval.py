"""Measure the comparison of references with records on real works.

    python bench/refs/compare_eval.py CORPUS [--works 2000] [--seed 1] [--show 3]

CORPUS is a file of Crossref `work` messages, one a line (gzip or plain). Each sampled record makes
a good reference to itself; then

- every distortion that is no error must leave it `verified`,
- every error must make it a `mismatch` that names the field,
- the record of another work (at random, next DOI, same volume, same first author, a namesake of the
  journal's volume) must make it `wrong_work`.

Prints the confusion table, precision, recall and F1 per state, and the rates per change.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import mutations

from claimcheck.compare.judgements import Judgement, judge
from claimcheck.compare.titles import compare_titles
from claimcheck.compare.venues import compare_venues
from claimcheck.model.evidence import Found, Record
from claimcheck.model.works import Reference
from claimcheck.sources.crossref_records import parse_work

TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "proceedings-article": "paper-conference",
}
STATES = ("verified", "mismatch", "wrong_work")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Tally:
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    changes: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    failures: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, change: str, expected: str, judged: Judgement, right: bool, note: str) -> None:
        self.confusion[expected, judged.state] += 1
        self.changes[change][right] += 1
        if not right:
            self.failures[change].append(f"{judged.state}: {note}")


@dataclass
class Corpus:
    rows: list[dict[str, Any]]
    by_volume: dict[tuple[str, str], list[int]]
    by_author: dict[tuple[str, str], list[int]]
    journals: list[str]


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpus", type=Path)
    options.add_argument("--works", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=3, help="failures to show per change")
    args = options.parse_args()
    rng = Random(args.seed)
    corpus = read_corpus(args.corpus)
    tally = Tally()
    for place in rng.sample(range(len(corpus.rows)), args.works):
        measure(corpus, place, tally, rng)
    report(tally, args.show)


def read_corpus(path: Path) -> Corpus:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [row for line in lines if usable(row := json.loads(line))]
    by_volume, by_author = defaultdict(list), defaultdict(list)
    for place, row in enumerate(rows):
        first = (row.get("author") or [{}])[0]
        by_author[(first.get("family") or "").lower(), (first.get("given") or "")[:1]].append(place)
        by_volume[journal(row).lower(), row.get("volume") or ""].append(place)
    return Corpus(rows, by_volume, by_author, sorted({journal(row) for row in rows} - {""}))


def usable(row: dict[str, Any]) -> bool:
    title = (row.get("title") or [""])[0] or ""
    return row.get("type") in TYPES and len(title.split()) >= 3 and bool(row.get("author"))


def journal(row: dict[str, Any]) -> str:
    return (row.get("container-title") or [""])[0] or ""


def record_of(row: dict[str, Any]) -> Record:
    return replace(parse_work(row), updates=(), notice_for=())


def reference_to(record: Record) -> Reference:
    subtitle = f": {record.subtitles[0]}" if record.subtitles else ""
    return Reference(
        id="x",
        type=TYPES[record.type or ""],
        title=record.titles[0] + subtitle,
        author=record.authors,
        container_title=next(iter(record.containers), None),
        issued=record.issued,
        volume=record.volume,
        issue=record.issue,
        page=record.page or record.article_number,
        doi=record.doi,
    )


def measure(corpus: Corpus, place: int, tally: Tally, rng: Random) -> None:
    record = record_of(corpus.rows[place])
    good = reference_to(record)
    check(tally, "as it is", "verified", good, record)
    for change in mutations.ALLOWED:
        if changed := change(good, rng):
            check(tally, change.__name__, "verified", changed, record)
    for name, change in mutations.FORBIDDEN:
        if changed := change(good, rng):
            check(tally, change.__name__, "mismatch", changed, record, name)
    if namesake := namesake_of(good.container_title or "", corpus.journals):
        changed = replace(good, container_title=namesake)
        check(tally, "namesake journal", "mismatch", changed, record, "container-title")
    for name, other in others(corpus, place, rng):
        if not is_twin(good, other):
            check(tally, name, "wrong_work", good, other)


def check(
    tally: Tally, change: str, expected: str, given: Reference, record: Record, name: str = ""
) -> None:
    judged = judge(given, Found(record.doi, record, "crossref", NOW))
    wrong = [f for f in judged.fields if f.agrees is False]
    right = judged.state == expected and (not name or name in {f.name for f in wrong})
    shown = "; ".join(
        f"{f.name}: {f.given} | {f.record}" for f in judged.fields if f in wrong or f.name == name
    )
    note = f"{given.doi} {given.title[:90]} [{record.doi}] {shown}"
    tally.add(change, expected, judged, right, note)


def namesake_of(name: str, journals: list[str]) -> str | None:
    """Another journal of the corpus whose name has one word more or less."""
    mine = content(name)
    for other in journals:
        theirs = content(other)
        if len(mine ^ theirs) == 1 and min(len(mine), len(theirs)) and other.isascii():
            return other
    return None


def content(name: str) -> set[str]:
    return {w for w in name.lower().split() if w.isalpha() and w not in mutations.SMALL}


def others(corpus: Corpus, place: int, rng: Random) -> Iterator[tuple[str, Record]]:
    row = corpus.rows[place]
    first = row["author"][0]
    author = corpus.by_author[(first.get("family") or "").lower(), (first.get("given") or "")[:1]]
    volume = corpus.by_volume[journal(row).lower(), row.get("volume") or ""]
    choices = {
        "random work": range(len(corpus.rows)),
        "next DOI": [min(place + 1, len(corpus.rows) - 1)],
        "same volume": volume if row.get("volume") and journal(row) else [],
        "same first author": author if first.get("family") else [],
    }
    for name, places in choices.items():
        if left := [other for other in places if other != place]:
            yield name, record_of(corpus.rows[rng.choice(left)])


def is_twin(given: Reference, other: Record) -> bool:
    """Whether the corpus holds this work twice (a copy, a reprint), which is no error to miss."""
    title = compare_titles(given.title, other.titles)
    venue = compare_venues(given.container_title or "", other.containers)
    return bool(title and title.same and title.shared > 3 and (venue is None or venue.same))


def report(tally: Tally, show: int) -> None:
    seen = sorted({judged for _, judged in tally.confusion} | set(STATES))
    print(f"{'expected':<12}" + "".join(f"{state:>12}" for state in seen))
    for expected in STATES:
        counts = [tally.confusion[expected, state] for state in seen]
        print(f"{expected:<12}" + "".join(f"{count:>12}" for count in counts))
    print()
    for state in STATES:
        hits = tally.confusion[state, state]
        precision = hits / max(1, sum(tally.confusion[other, state] for other in STATES))
        recall = hits / max(1, sum(tally.confusion[state, other] for other in seen))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{state:<12} precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}")
    print()
    for change, outcomes in tally.changes.items():
        total = outcomes.total()
        share = f"({outcomes[True] / total:.2%})"
        print(f"{change:<24} {outcomes[True]:>6} of {total:<6} right {share}")
        for failure in tally.failures[change][:show]:
            print(f"    {failure}")


if __name__ == "__main__":
    main()
