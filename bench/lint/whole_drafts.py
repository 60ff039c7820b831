"""How the linter does on whole drafts: on right ones, and on some with mistakes planted in them.

    python bench/lint/whole_drafts.py [FOLDER…] [--show]

`whole/right/` holds drafts in which everything is right or has its source; each finding there is a
false one. `whole/planted/` holds drafts with eight mistakes each, which `labels.jsonl` lists with
the sentence as it stands in its file. Those who wrote them knew neither the code nor its results,
and drew on the records of the base; after they were measured once, what they showed was repaired.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "whole"


@dataclass
class Planted:
    """A mistake that stands somewhere in a draft, and the findings on it."""

    file: str
    sentence: str
    verdict: str
    reason: str
    findings: list[Any] = field(default_factory=list)


def planted(folder: Path) -> list[Planted]:
    """The mistakes that the drafts of a folder are known to hold."""
    path = folder / "labels.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [Planted(**json.loads(line)) for line in lines]


def findings(folder: Path, as_of: str) -> Iterator[Any]:
    """What the linter finds in the drafts of a folder, as parsed JSON."""
    command = [sys.executable, "-m", "claimcheck", "--offline", "lint", str(folder)]
    options = ["--format", "json", "--exit-zero", "--select", "DFT", "--as-of", as_of]
    ran = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    yield from json.loads(ran.stdout)["findings"]


def meant(finding: Any, folder: Path, mistakes: Sequence[Planted]) -> Planted | None:
    """The mistake that a finding is on: the one in whose sentence it begins."""
    name = Path(finding["path"]).name
    lines = (folder / name).read_text(encoding="utf-8").split("\n")
    at = sum(len(line) + 1 for line in lines[: finding["line"] - 1]) + finding["column"] - 1
    text = "\n".join(lines)
    for one in mistakes:
        start = text.find(one.sentence) if one.file == name else -1
        if start >= 0 and start <= at < start + len(one.sentence):
            return one
    return None


def main() -> None:
    """Lint the drafts and print how many findings were right and how many mistakes were found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="*", type=Path, default=sorted(HERE.iterdir()))
    parser.add_argument("--as-of", default="2026-11-22")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for folder in options.folder:
        mistakes, wrong, right = planted(folder), [], 0
        for finding in findings(folder, options.as_of):
            one = meant(finding, folder, mistakes)
            if one is None:
                wrong.append(finding)
            else:
                one.findings.append(finding)
                right += 1
        found = sum(bool(one.findings) for one in mistakes)
        words = sum(len(p.read_text(encoding="utf-8").split()) for p in folder.glob("*.md"))
        print(
            f"{folder.name}: {words} words, {right} findings right, {len(wrong)} wrong; "
            f"{found} of {len(mistakes)} mistakes found"
        )
        if options.show:
            show(wrong, mistakes)


def show(wrong: Sequence[Any], mistakes: Sequence[Planted]) -> None:
    """Print the wrong findings and the mistakes that were missed."""
    for finding in wrong:
        print(f"wrong   {finding['path']}:{finding['line']} {finding['message']}")
    for one in mistakes:
        if not one.findings:
            print(f"missed  {one.file} {one.verdict}: {one.sentence} ({one.reason})")


if __name__ == "__main__":
    main()
