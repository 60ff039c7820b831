"""Measure the choice among search hits on real works.

    python bench/refs/match_eval.py CORPUS [--works 1000] [--seed 1] [--show 5]

Each sampled record makes a reference without DOI. Its hits are the corpus's twenty nearest works by
rare words of title, author, journal and year (a plain inverted index; always something). Then

- as it is, distorted, or with one error: the record must be chosen,
- with the record taken out of the corpus: nothing may be chosen,
- with a title, authors and journal put together from three records: nothing may be chosen.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from random import Random

import mutations
from compare_eval import Corpus, is_twin, read_corpus, record_of, reference_to

from claimcheck.compare.folding import words
from claimcheck.compare.match import Ambiguous, Match, pick
from claimcheck.model.evidence import Record
from claimcheck.model.works import Reference

HITS = 20


class Index:
    """Works by their words, weighted by rarity."""

    def __init__(self, corpus: Corpus) -> None:
        self.rows = corpus.rows
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(corpus.rows):
            names = [a.get("family") or a.get("name") or "" for a in (row.get("author") or [])[:5]]
            year = str((row.get("issued") or {}).get("date-parts", [[None]])[0][0])
            text = " ".join([*row["title"], *(row.get("container-title") or []), *names, year])
            for word in set(words(text)):
                self.places[word].append(place)

    def search(self, given: Reference) -> list[int]:
        names = [n.family or n.literal or "" for n in given.author[:5]]
        year = str(given.issued.year) if given.issued else ""
        text = " ".join([given.title, given.container_title or "", *names, year])
        scores: Counter[int] = Counter()
        for word in set(words(text)):
            found = self.places.get(word, [])
            for place in found if len(found) < 4000 else []:
                scores[place] += math.log(len(self.rows) / len(found))  # type: ignore[assignment]
        return [place for place, _ in scores.most_common(HITS)]


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpus", type=Path)
    options.add_argument("--works", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=5)
    args = options.parse_args()
    rng = Random(args.seed)
    corpus = read_corpus(args.corpus)
    index = Index(corpus)
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    notes: dict[str, list[str]] = defaultdict(list)
    for place in rng.sample(range(len(corpus.rows)), args.works):
        record = record_of(corpus.rows[place])
        for kind, given, absent in queries(corpus, record, rng):
            outcome, note = judge(index, given, record, absent=absent)
            outcomes[kind][outcome] += 1
            if outcome not in ("right", "a twin"):
                notes[kind].append(f"{outcome}: {note}")
    for kind, counts in outcomes.items():
        print(f"{kind:<24}", dict(counts.most_common()))
        for note in notes[kind][: args.show]:
            print(f"    {note}")


def queries(corpus: Corpus, record: Record, rng: Random) -> list[tuple[str, Reference, bool]]:
    good = replace(reference_to(record), doi=None)
    allowed = rng.choice(mutations.ALLOWED)
    name, forbidden = rng.choice(mutations.FORBIDDEN)
    second, third = (reference_to(record_of(rng.choice(corpus.rows))) for _ in range(2))
    patched = replace(good, author=second.author, volume=None, page=None)
    patched = replace(patched, container_title=third.container_title, issued=third.issued)
    return [
        ("as it is", good, False),
        ("distorted", allowed(good, rng) or good, False),
        (f"wrong {name}", forbidden(good, rng) or good, False),
        ("record not held", good, True),
        ("invented: words mixed", replace(patched, title=mixed_title(good, second)), True),
        ("invented: new authors", replace(second, doi=None, title=good.title), True),
    ]


def mixed_title(one: Reference, two: Reference) -> str:
    a, b = one.title.split(), two.title.split()
    return " ".join(a[: len(a) // 2] + b[len(b) // 2 :])


def judge(index: Index, given: Reference, truth: Record, *, absent: bool) -> tuple[str, str]:
    hits = [record_of(index.rows[place]) for place in index.search(given)]
    if absent:
        hits = [hit for hit in hits if hit.doi != truth.doi]
    chosen = pick(given, hits)
    note = f"{given.title[:80]} ({truth.doi})"
    if isinstance(chosen, Ambiguous):
        return "ambiguous", f"{note} {[r.doi for r in chosen.records]}"
    if not isinstance(chosen, Match):
        held = any(hit.doi == truth.doi for hit in hits)
        outcome = "missed" if held else "not among the hits"
        return ("right", "") if absent else (outcome, f"{note} {chosen.why}")
    wrong = [f.name for f in chosen.comparison.wrong]
    note = f"{note} -> {chosen.record.doi} {chosen.likeness:.2f} wrong: {wrong}"
    if chosen.record.doi == truth.doi:
        return "right", ""
    return ("a twin" if is_twin(given, chosen.record) else "wrong"), note


if __name__ == "__main__":
    main()
