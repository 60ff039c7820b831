"""Whether a reference and a record are of one work, however many fields are wrong.

Fellegi and Sunter's record linkage (1969): each field's outcome weighs log2(m/u), where m is how
often it occurs between a reference and its own record, u between a reference and another work; the
sum is compared with a threshold. `bench/refs/weights.py` counted m on 3,000 records of a mixed
Crossref sample, each with two harmless distortions and three in five with one real error, and u on
6,129 pairs of works that are easily confused: next DOI, same volume, same first author.

The counts are rounded, and moved where fields hang together: extremes towards zero (a translated
title must not outweigh all else; a team signs many papers), a wrong page from -4 to -6, since a
changed title word together with another page is the next part of a series more often than two
errors. `bench/refs/compare_eval.py` and `match_eval.py` measure what comes of it.
"""

from __future__ import annotations

from typing import Literal

from claimcheck.compare.titles import TitleComparison
from claimcheck.compare.works import WorkComparison

SAME_WORK = 2.0
"""Weight from which a DOI given with a reference is taken to be that work's, with errors.

Low, because a DOI that is given speaks for itself. Of references made from 2,000 records, 3 of
42,207 fell below it; of their most confusable neighbours, 10 of 6,022 rose above.
"""
FOUND_WORK = 5.5
"""The same for a search hit, that has none: an exact and specific title with one more field, or a
title nearly right with the authors and some of year, venue, volume and page."""

SPECIFIC = 3
"""Content words from which an identical title is strong evidence; `Editorial` is none."""
NEAR = 0.8
"""Title likeness above which a word or two may have been changed."""
ONE_CHANGE = 2
"""Words on either side of the only difference up to which two titles are near however short."""
ALIKE = 0.6
"""Title likeness below which two titles have nothing to do with each other."""

TitleLevel = Literal["specific", "generic", "near", "alike", "unlike", "unknown"]
AuthorLevel = Literal["agree", "alone", "most", "some", "none", "unknown"]

_TITLE: dict[TitleLevel, float] = {
    "specific": 8.0,
    "generic": 4.5,
    "near": 3.0,
    "alike": -1.5,
    "unlike": -8.0,
    "unknown": 0.0,
}
_AUTHORS: dict[AuthorLevel, float] = {
    "agree": 3.0,
    "alone": 2.0,
    "most": 1.0,
    "some": -1.0,
    "none": -5.0,
    "unknown": 0.0,
}
_YEAR = {True: 0.5, False: -2.5, None: 0.0}
_VENUE = {True: 0.5, False: -2.5, None: 0.0}
_VOLUME = {True: 0.5, False: -2.5, None: 0.0}
_PAGE = {True: 6.0, False: -6.0, None: 0.0}


def weight(comparison: WorkComparison) -> float:
    """The sum of the evidence that both are one work; above 0 it speaks for, below against."""
    return (
        _TITLE[title_level(comparison)]
        + _AUTHORS[author_level(comparison)]
        + _YEAR[comparison.year]
        + _VENUE[comparison.venue]
        + _VOLUME[comparison.volume]
        + _PAGE[comparison.page]
    )


def is_same_work(comparison: WorkComparison) -> bool:
    """Whether a DOI given with the reference belongs to the work it describes."""
    return weight(comparison) >= SAME_WORK


def likeness(comparison: WorkComparison) -> float:
    """How alike the two are from 0 to 1, for people: half the title, a quarter the authors."""
    rest = [comparison.year, comparison.venue, comparison.volume, comparison.page]
    parts = [(0.25 / 4, float(answer)) for answer in rest if answer is not None]
    if comparison.title:
        parts.append((0.5, 1.0 if comparison.title.same else comparison.title.likeness))
    if comparison.authors.agrees is not None:
        parts.append((0.25, 1.0 if comparison.authors.agrees else comparison.authors.share * 0.9))
    total = sum(part for part, _ in parts)
    return sum(part * value for part, value in parts) / total if total else 0.0


def title_level(comparison: WorkComparison) -> TitleLevel:
    """How far the titles agree."""
    title = comparison.title
    if title is None:
        return "unknown"
    if title.same:
        return "specific" if title.shared >= SPECIFIC else "generic"
    if title.likeness >= NEAR or _differs_once(title):
        return "near"
    return "alike" if title.likeness >= ALIKE else "unlike"


def _differs_once(title: TitleComparison) -> bool:
    sizes = [max(len(ours.split()), len(theirs.split())) for ours, theirs in title.changed]
    return len(sizes) == 1 and sizes[0] <= min(ONE_CHANGE, title.shared)


def author_level(comparison: WorkComparison) -> AuthorLevel:
    """How far the authors agree: all, the only one, half of them with the first, some, or none."""
    authors = comparison.authors
    if authors.agrees is None:
        return "unknown"
    if authors.agrees:
        return "agree" if authors.named > 1 else "alone"
    if authors.first and authors.share >= 0.5:
        return "most"
    return "some" if authors.first or authors.share >= 1 / 3 else "none"
