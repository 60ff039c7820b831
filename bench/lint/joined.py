"""How the linter does on sentences that tell of two things that have nothing to do with each other.

    python bench/lint/joined.py [--pairs 400] [--seed 1] [--show 5]

Takes sentences of `written/*.jsonl` that stand without context and joins two at a time: as two
sentences, and by a semicolon, a dash, "while" and "and". Two true ones should get no finding; a
true and a false one should get one. Whatever the same pair does as two sentences is the measure of
what joining them costs. Some pairs make odd English, some share their subject after all, so that
not all can come out right.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence

from written import HERE, Item, linted

JOINTS = (". ", "; ", " – ", ", while ", ", and ")
LONGEST = 220
"""Characters of a sentence that is joined."""
LOWERED = frozenset({"The", "In", "A", "An", "At", "Of", "After", "It", "Some", "By", "On", "For"})
"""First words that lose their capital within a sentence."""
GRAVE = frozenset({"contradicted", "outdated"})


def sentences() -> tuple[list[str], list[str]]:
    """The true and the false sentences of all sets that stand by themselves."""
    lines = [line for path in sorted((HERE / "written").glob("*.jsonl")) for line in path.open()]
    alone = [
        item
        for item in map(json.loads, lines)
        if not item["context"]
        and item["sentence"].endswith(".")
        and len(item["sentence"]) < LONGEST
    ]
    true = [
        i["sentence"] for i in alone if i["expected"] == "none" and i.get("verdict") == "supported"
    ]
    return true, [i["sentence"] for i in alone if i["expected"] == "contradicted"]


def joined(one: str, other: str, joint: str) -> str:
    """Two sentences as one, or beside each other."""
    if joint != ". " and other.split(maxsplit=1)[0] in LOWERED:
        other = other[0].lower() + other[1:]
    return f"{one.removesuffix('.')}{joint}{other}"


def flagged(pairs: Sequence[tuple[str, str]], joint: str) -> dict[int, str]:
    """The message of the gravest finding on each pair that gets one, by its place."""
    items: list[Item] = [
        {"id": str(i), "context": "Notes", "sentence": joined(*pair, joint)}
        for i, pair in enumerate(pairs)
    ]
    report, _ = linted(items, "2026-11-21")
    graves = (f for f in report["findings"] if f["name"] in GRAVE)
    return {int(f["path"].rsplit("/", 1)[-1].removesuffix(".md")): f["message"] for f in graves}


def main() -> None:
    """Join, lint, and print how many pairs were flagged for each way of joining."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pairs", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    true, false = sentences()
    right = [tuple(chance.sample(true, 2)) for _ in range(options.pairs)]
    wrong = [(chance.choice(true), chance.choice(false)) for _ in range(options.pairs)]
    wrong = [pair if chance.random() < 1 / 2 else pair[::-1] for pair in wrong]
    print(f"{'joint':10}{'two true, flagged':>20}{'one false, found':>20}   of {options.pairs}")
    for joint in JOINTS:
        alarms, found = flagged(right, joint), flagged(wrong, joint)
        print(f"{joint.strip():10}{len(alarms):20}{len(found):20}")
        for place in list(alarms)[: options.show]:
            print(f"    {joined(*right[place], joint)}\n        {alarms[place]}")


if __name__ == "__main__":
    main()
