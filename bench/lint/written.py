"""How the linter does on sentences that people wrote to test it, not made from templates.

    python bench/lint/written.py [--set pages-held-out] [--show 20]

`written/figures.jsonl` holds claims on treatments that nobody backs, and figures of every kind that
are no such claim; it was written before its writer had read the code.
`written/development.jsonl` was in view while readers were written; `written/held-out.jsonl` was
labelled by somebody who knew neither the code nor its results, and opened once, to be measured.
`written/pages-*.jsonl` follow real pages, re-told with their facts and mistakes, some changed on
purpose; held out and development mean the same there.
`written/dimensions.jsonl` holds pairs on one kind of fact each, one true and one with one thing
changed, written from the records before the readers of that kind were; then in view.
Each sentence becomes a draft under its context as headings; the gravest finding on its line is the
prediction. Prints precision and recall for each finding and, with --show, the misses.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FINDINGS = ("contradicted", "outdated", "unsourced")
Item = dict[str, Any]


def draft(item: Item) -> str:
    """The context as headings, one in the other, and the sentence below them."""
    parts = [part for part in (item["context"] or "").split(" > ") if part]
    headings = [f"{'#' * level} {part}\n" for level, part in enumerate(parts, start=1)]
    return "\n".join([*headings, item["sentence"], ""])


def linted(items: Sequence[Item], as_of: str, *options: str) -> tuple[Any, dict[str, int]]:
    """The report, as parsed JSON, on every sentence as a draft of its own, named by its id; and
    the line of each sentence in its draft."""
    with tempfile.TemporaryDirectory() as folder:
        lines = {}
        for item in items:
            text = draft(item)
            Path(folder, f"{item['id']}.md").write_text(text, encoding="utf-8")
            lines[item["id"]] = text.count("\n")
        command = [sys.executable, "-m", "claimcheck", "lint", folder, "--format", "json"]
        always = ["--offline", "--exit-zero", "--as-of", as_of]
        ran = subprocess.run(
            [*command, *always, *options], capture_output=True, text=True, check=True
        )
    return json.loads(ran.stdout), lines


def predictions(items: Sequence[Item], as_of: str) -> dict[str, str]:
    """The gravest finding on each sentence, by id; `none` where there is none."""
    report, lines = linted(items, as_of)
    found: dict[str, set[str]] = {item["id"]: set() for item in items}
    for finding in report["findings"]:
        ident = Path(finding["path"]).stem
        if finding["line"] == lines[ident]:
            found[ident].add(finding["name"])
    return {i: next((f for f in FINDINGS if f in names), "none") for i, names in found.items()}


def settled(item: Item, said: str) -> str:
    """What was expected; what was said instead, where the label accepts that too."""
    return said if said in item.get("also_accept", ()) else item["expected"]


def main() -> None:
    """Run the linter over a set and print how it did."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    names = sorted(path.stem for path in (HERE / "written").glob("*.jsonl"))
    parser.add_argument("--set", default="pages-held-out", choices=names)
    parser.add_argument("--as-of", default="2026-11-21")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    text = (HERE / "written" / f"{options.set}.jsonl").read_text(encoding="utf-8")
    items = [json.loads(line) for line in text.splitlines()]
    said = predictions(items, options.as_of)
    pairs = Counter((settled(item, said[item["id"]]), said[item["id"]]) for item in items)
    for finding in FINDINGS:
        right = pairs[finding, finding]
        alarms = sum(n for (_, p), n in pairs.items() if p == finding)
        wanted = sum(n for (e, _), n in pairs.items() if e == finding)
        precision, recall = right / max(1, alarms), right / max(1, wanted)
        print(f"{finding:13} precision {precision:.3f}  recall {recall:.3f}  of {wanted}")
    idle = [i for i in items if i["verdict"] == "not_checkable"]
    noisy = sum(said[i["id"]] != settled(i, said[i["id"]]) for i in idle)
    print(f"false alarms on what cannot be checked: {noisy} of {len(idle)}; sentences {len(items)}")
    wrong = [i for i in items if said[i["id"]] != settled(i, said[i["id"]])]
    for item in wrong[: options.show]:
        print(f"{item['id']} expected {item['expected']}, said {said[item['id']]}: ", end="")
        print(item["sentence"])


if __name__ == "__main__":
    main()
