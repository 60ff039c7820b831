"""What the linter notices when one thing in a true sentence is exchanged for another.

    python bench/lint/swapped.py [--kind outcome] [--show 20]

Takes the sentences of `written/*.jsonl` that the records bear out and that the linter names as
supported, and changes one figure, or one name for another of its kind, in each: a size, a share, a
time, an outcome, a disease, a drug, a comparator, a journal, a place, an agency, a status, a month,
a year. Nearly all are false then. Prints for each kind how many get a finding, and how many are
still said to be supported, which is the worse miss. Some changes leave a sentence true or make no
sense, so that no kind can come to all of its sentences; what counts is how a change of the program
moves the figures.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from written import HERE, Item, linted

NAMES: dict[str, tuple[tuple[str, str], ...]] = {
    "compound": (
        ("psilocybin", "MDMA"),
        ("MDMA", "psilocybin"),
        ("LSD", "psilocybin"),
        ("(?:es)?ketamine", "MDMA"),
        ("ibogaine", "LSD"),
        ("ayahuasca", "ketamine"),
        ("DMT", "LSD"),
        ("Spravato", "MDMA"),
    ),
    "indication": (
        ("treatment-resistant depression", "post-traumatic stress disorder"),
        ("major depress(?:ion|ive disorder)", "alcohol use disorder"),
        ("PTSD|post-traumatic stress disorder", "depression"),
        ("alcohol use disorder", "cocaine use disorder"),
        ("generali[sz]ed anxiety disorder", "post-traumatic stress disorder"),
        ("depression", "PTSD"),
    ),
    "design": (
        ("double-blind", "open-label"),
        ("open-label", "double-blind"),
        ("niacin", "diphenhydramine"),
        ("midazolam", "saline"),
        ("escitalopram", "sertraline"),
        ("placebo", "niacin"),
        ("single-arm", "randomised"),
    ),
    "outcome": (
        ("responded", "went into remission"),
        ("in remission", "responders"),
        ("remission", "response"),
        ("response", "remission"),
        ("no significant", "a significant"),
        ("missed its", "met its"),
        ("met its", "missed its"),
    ),
    "journal": (
        ("JAMA Psychiatry", "Nature Medicine"),
        ("JAMA Network Open", "JAMA Psychiatry"),
        ("New England Journal of Medicine", "Lancet"),
        ("Nature Medicine", "JAMA"),
        ("JAMA", "NEJM"),
    ),
    "institution": (
        ("Johns Hopkins", "Imperial College London"),
        ("NYU", "Johns Hopkins"),
        ("Stanford", "Yale"),
        ("Compass", "Usona"),
        ("Usona", "Compass"),
        ("Zurich", "Basel"),
        ("Basel", "Zurich"),
    ),
    "place": (
        ("Oregon", "Utah"),
        ("Colorado", "Oregon"),
        ("New Mexico", "Texas"),
        ("Australia", "Canada"),
        ("Canada", "Australia"),
        ("Switzerland", "Germany"),
    ),
    "agency": (("FDA", "EMA"), ("TGA", "MHRA"), ("Health Canada", "Swissmedic"), ("DEA", "FDA")),
    "status": (
        ("breakthrough", "fast track"),
        ("has approved", "has refused"),
        ("approved by", "refused by"),
        ("rejected|turned down", "approved"),
        ("signed", "vetoed"),
        ("vetoed", "signed"),
        ("Schedule I", "Schedule III"),
        ("Schedule III", "Schedule I"),
        ("voters passed", "voters rejected"),
    ),
    "month": (
        ("January", "June"),
        ("February", "September"),
        ("March", "October"),
        ("April", "November"),
        ("June", "January"),
        ("July", "February"),
        ("August", "March"),
        ("September", "April"),
        ("October", "May"),
        ("November", "June"),
        ("December", "July"),
    ),
}
"""What a name is exchanged for, by kind."""
_YEAR = re.compile(r"\b20[012]\d\b")
_PHASE = re.compile(r"(?<=[Pp]hase )[123]")
_TIME = re.compile(
    r"\b\d+(?=(?:[ -](?:days?|weeks?|months?|years?)\b))|(?:(?<=[Ww]eek )|(?<=[Mm]onth ))\d+\b"
)
_SHARE = re.compile(r"\b\d+(?:\.\d+)?(?= ?(?:%|per ?cent))")
_POINTS = re.compile(r"\b\d+(?:\.\d+)?(?= (?:[\w-]+ )?points)")
_DOSE = re.compile(r"\b\d+(?:\.\d+)?(?=[ -]?(?:mg|µg|micrograms?|milligrams?))")
_PEOPLE = re.compile(
    r"\b\d[\d,]*(?=(?: [\w-]+)? (?:people|participants|patients|adults|veterans|volunteers|"
    r"smokers|women)\b)"
)
_FIGURES = (
    ("year", _YEAR),
    ("phase", _PHASE),
    ("time", _TIME),
    ("share", _SHARE),
    ("points", _POINTS),
    ("dose", _DOSE),
    ("people", _PEOPLE),
)


@dataclass(frozen=True)
class Swap:
    """A true sentence in which one thing of a kind was exchanged."""

    kind: str
    item: Item
    told: str
    """What was exchanged for what."""


def swaps(item: Item) -> Iterator[Swap]:
    """Every exchange of one name or figure in a sentence."""
    text = item["sentence"]
    for kind, table in NAMES.items():
        for name, other in table:
            found = re.search(rf"(?<![\w-])(?:{name})(?![\w-])", text)
            if found and other not in text:
                yield _swapped(kind, item, found, other)
    for kind, pattern in _FIGURES:
        for found in pattern.finditer(text):
            yield _swapped(kind, item, found, _another(kind, found.group()))


def _another(kind: str, figure: str) -> str:
    """Another figure of its kind, well apart from the first."""
    if kind == "phase":
        return {"1": "2", "2": "3", "3": "2"}[figure]
    if kind == "year":
        return str(int(figure) - 2)
    plain = figure.replace(",", "")
    decimals = len(plain.partition(".")[2])
    return f"{float(plain) * 1.4 + 3:.{decimals}f}"


def _swapped(kind: str, item: Item, found: re.Match[str], other: str) -> Swap:
    text = item["sentence"]
    sentence = f"{text[: found.start()]}{other}{text[found.end() :]}"
    told = f"{found.group()} → {other}"
    ident = f"{item['id']}-{kind}-{found.start()}-{len(other)}"
    return Swap(kind, {**item, "id": ident, "sentence": sentence}, told)


def verdicts(items: Sequence[Item], as_of: str) -> dict[str, str]:
    """What is said of each sentence under `--all`, by id; `silent` where nothing is."""
    report, lines = linted(items, as_of, "--all")
    said = dict.fromkeys(lines, "silent")
    for sentence in report["sentences"]:
        ident = Path(sentence["path"]).stem
        if sentence["line"] == lines[ident]:
            said[ident] = sentence["verdict"]
    return said


def supported() -> Iterator[Item]:
    """The sentences of the written sets that the records bear out, each once."""
    seen = set()
    for path in sorted((HERE / "written").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if item["verdict"] == "supported" and item["sentence"] not in seen:
                seen.add(item["sentence"])
                yield {**item, "id": f"{path.stem}-{item['id']}"}


def main() -> None:
    """Exchange, lint and print what was noticed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    kinds = (*NAMES, *(kind for kind, _ in _FIGURES))
    parser.add_argument("--kind", action="append", choices=kinds)
    parser.add_argument("--as-of", default="2026-11-21")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    items = list(supported())
    before = verdicts(items, options.as_of)
    named = [item for item in items if before[item["id"]] == "supported"]
    changed = [s for i in named for s in swaps(i) if s.kind in (options.kind or kinds)]
    after = verdicts([swap.item for swap in changed], options.as_of)
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for swap in changed:
        told[swap.kind][after[swap.item["id"]]] += 1
    for kind, counts in told.items():
        total = counts.total()
        noticed = total - counts["supported"] - counts["silent"]
        print(f"{kind:11} noticed {noticed} of {total}, still supported {counts['supported']}")
    missed = [s for s in changed if after[s.item["id"]] in {"supported", "silent"}]
    for swap in missed[: options.show]:
        print(f"{after[swap.item['id']]:9} {swap.told} | {swap.item['context']}")
        print(f"          {swap.item['sentence']}")


if __name__ == "__main__":
    main()
