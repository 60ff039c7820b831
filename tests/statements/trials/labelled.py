"""Sentences and drafts that carry their verdict, and how the linter fares on them.

    python tests/statements/trials/labelled.py [--show 40] [FILE…]

In `sentences/*.txt` a line is a sign and a sentence, below a line of headings; in `drafts/*.md` a
sign in braces follows the sentence or the cell. What carries no sign must stay silent.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from claimcheck.drafts import read_draft
from claimcheck.linting import judge_document
from claimcheck.load import load_base
from claimcheck.statements.records import Records

HERE = Path(__file__).parent
BASE = HERE.parents[2] / "data"
TODAY = date(2026, 11, 21)
SIGNS = {
    "=": "supported",
    "!": "contradicted",
    "^": "outdated",
    "?": "unsourced",
    "~": "cited",
    ".": "silent",
}
ANY = "*"
"""A true sentence whose details no record holds: anything but contradicted."""
_MARK = re.compile(r"\{([=!^?~.*]+)\}")


@dataclass(frozen=True)
class Labelled:
    """A sentence in its place, what may be said of it, and what is said."""

    where: str
    text: str
    expected: tuple[str, ...]
    said: str

    @property
    def right(self) -> bool:
        """Whether the verdict is one of those expected."""
        return self.said in self.expected


@cache
def records() -> Records:
    """The base that ships with the program."""
    return Records(load_base(BASE))


def verdicts(markdown: str, base: Records | None = None) -> list[tuple[int, int, str, str]]:
    """The judged sentences of a draft: begin and end in the source, text, verdict."""
    document = read_draft("draft.md", markdown.encode(), "draft.md")
    found = []
    for judged in judge_document(document, base or records(), TODAY):
        block, sentence = document.blocks[judged.sentence.block], judged.sentence
        begin, last = block.source_offset(sentence.start), block.source_offset(sentence.end - 1)
        found.append((begin, last + 1, sentence.text, judged.verdict))
    return found


def of_sentences(path: Path) -> Iterator[Labelled]:
    """The sentences of a table, each judged in a draft of its own."""
    over: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith(">"):
            over = [part.strip() for part in line[1:].split("|")]
        elif line and not line.startswith("#"):
            signs, _, sentence = line.partition(" ")
            yield Labelled(
                f"{path.stem}:{number}", sentence, _expected(signs), verdict(sentence, over)
            )


def verdict(sentence: str, headings: Iterable[str] = ()) -> str:
    """The gravest verdict on a text under headings; "silent" without any."""
    heads = [f"{'#' * (depth + 1)} {text}\n\n" for depth, text in enumerate(headings)]
    order = ("contradicted", "outdated", "unsourced", "cited", "supported")
    said = {found[3] for found in verdicts("".join(heads) + sentence)}
    return next((v for v in order if v in said), "silent")


def _expected(signs: str) -> tuple[str, ...]:
    if signs == ANY:
        return tuple(v for v in SIGNS.values() if v != "contradicted")
    return tuple(SIGNS[sign] for sign in signs)


def of_draft(path: Path) -> Iterator[Labelled]:
    """The sentences of a marked draft, judged together."""
    plain, marks = unmarked(path.read_text(encoding="utf-8"))
    judged = verdicts(plain)
    claimed = set()
    for at, signs in marks:
        hits = [j for j in judged if j[0] < at <= j[1] + 1]
        claimed.update(id(j) for j in hits)
        text = plain[max(0, at - 70) : at].rpartition("\n")[2]
        said = hits[0][3] if hits else "silent"
        yield Labelled(f"{path.stem}@{at}", text, _expected(signs), said)
    for found in judged:
        if id(found) not in claimed:
            yield Labelled(f"{path.stem}@{found[0]}", found[2], ("silent",), found[3])


def unmarked(text: str) -> tuple[str, list[tuple[int, str]]]:
    """A draft without its signs, and where they stood."""
    marks, plain, last = [], "", 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        marks.append((len(plain), mark.group(1)))
        last = mark.end()
    return plain + text[last:], marks


def every(paths: Iterable[Path] = ()) -> Iterator[Labelled]:
    """All labelled sentences of some files, else of all."""
    chosen = list(paths) or [
        *sorted(HERE.glob("sentences/*.txt")),
        *sorted(HERE.glob("drafts/*.md")),
    ]
    for path in chosen:
        yield from of_sentences(path) if path.suffix == ".txt" else of_draft(path)


def scores(found: Iterable[Labelled]) -> dict[str, tuple[int, int, int]]:
    """Hits, what was said, and what was meant, for each verdict."""
    hits, said, meant = Counter[str](), Counter[str](), Counter[str]()
    for one in found:
        hits[one.said] += one.right
        said[one.said] += 1
        meant[one.said if one.right else one.expected[0]] += 1
    return {v: (hits[v], said[v], meant[v]) for v in SIGNS.values()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    found = list(every(options.files))
    for verdict_, (hits, said, meant) in scores(found).items():
        print(f"{verdict_:13} precision {hits}/{said} = {hits / max(said, 1):.3f}"
              f"   recall {hits}/{meant} = {hits / max(meant, 1):.3f}")  # fmt: skip
    alarms = sum(
        o.said in {"contradicted", "unsourced"} for o in found if o.expected == ("silent",)
    )
    silent = sum(o.expected == ("silent",) for o in found)
    print(f"false alarms on silent sentences {alarms}/{silent}; all {len(found)}")
    for one in [o for o in found if not o.right][: options.show]:
        print(f"{one.where}: {'/'.join(one.expected)} but {one.said}: {one.text}")


if __name__ == "__main__":
    main()
