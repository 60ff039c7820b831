"""What the linter objects to in the base's own words, which are true.

    python bench/lint/own_words.py [--as-of DAY]

Every summary and note of a decision, and every note of a trial, is linted as a draft of its own,
those of a trial under its name. Each finding printed is a wrong one, but for figures that a note
tells and no record holds.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from claimcheck.load import load_base
from claimcheck.model.base import Base

DATA = Path(__file__).parents[2] / "data"


def drafts(base: Base) -> Iterator[tuple[str, str]]:
    """The name and the text of each draft."""
    for event in base.events:
        yield event.id, "\n\n".join(t for t in (event.summary, event.note) if t)
    for trial in base.trials:
        notes = [o.note for o in trial.outcomes if o.note] + [trial.note or ""]
        if any(notes):
            yield trial.id, "\n\n".join((f"# {trial.name}", *filter(None, notes)))


def main() -> None:
    """Lint all of them in one run and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--as-of", default="2026-11-22")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, text in drafts(load_base(DATA)):
            (folder / f"{name}.md").write_text(text + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "claimcheck", "--offline", "lint", str(folder)]
        more = ["--format", "json", "--exit-zero", "--select", "DFT", "--as-of", options.as_of]
        ran = subprocess.run([*command, *more], capture_output=True, text=True, check=True)
        found = json.loads(ran.stdout)["findings"]
        print(f"{len(list(folder.iterdir()))} drafts, {len(found)} findings")
    for one in found:
        print(f"{Path(one['path']).stem}: {one['code']} {one['message']}")


if __name__ == "__main__":
    main()
