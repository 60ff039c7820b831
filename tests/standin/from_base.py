"""`python -m standin.from_base ../data`: works and studies that a claim base names and data/ lacks.

Run it when references or trials were added to the base, and commit what it wrote.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from standin import from_references, from_trials
from standin.registry import DATA, nct_id

WORKS = DATA / "works-references.json"
STUDIES = DATA / "studies.json"
OTHERS = ("works-own.json", "works-recorded.json", "datacite.json", "elsewhere.json")


def main(base: str) -> int:
    """Add what is missing; prints the identifiers added."""
    for identifier in (*add_works(Path(base)), *add_studies(Path(base))):
        print(identifier)
    return 0


def add_works(base: Path) -> list[str]:
    """Works for the references of a base; returns the DOIs added."""
    works = _read(WORKS)
    others = [record for name in OTHERS for record in _read(DATA / name)]
    elsewhere = frozenset(str(record.get("DOI") or record["id"]).lower() for record in others)
    references = _load(base / "references.yaml")["references"]
    added = from_references.merged(references, works, elsewhere)
    WORKS.write_text(f"[\n{_lines(works)}\n]\n", encoding="utf-8")
    return [work["DOI"] for work in added]


def add_studies(base: Path) -> list[str]:
    """Studies for the trials of a base; returns the NCT numbers added."""
    content = _read(STUDIES)
    held = {nct_id(study) for study in content["studies"]}
    trials = _load(base / "trials.yaml")["trials"]
    names = dict(_names(_load(base / "vocabulary.yaml")))
    found = {nct_id(study): study for study in from_trials.studies(trials, names)}
    added = [number for number in found if number not in held]
    studies = _lines(content["studies"] + [found[number] for number in added])
    aliases = json.dumps(content["aliases"])
    text = f'{{"aliases": {aliases},\n"studies": [\n{studies}\n]}}\n'
    STUDIES.write_text(text, encoding="utf-8")
    return added


def _names(node: Any) -> Iterator[tuple[str, str]]:
    """Every id of the vocabulary with its name."""
    if isinstance(node, dict):
        if "id" in node and "name" in node:
            yield str(node["id"]), str(node["name"])
        for value in node.values():
            yield from _names(value)
    elif isinstance(node, list):
        for value in node:
            yield from _names(value)


def _lines(records: list[dict[str, Any]]) -> str:
    return ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
