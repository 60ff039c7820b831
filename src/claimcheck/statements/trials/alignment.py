"""What belongs to which figure: arms, outcomes and time points beside the figures of a sentence.

Figures (F) and tags (A) of one sort stand in a row. As many tags as figures pair off in order,
whatever the row ("F A, F A", "A F, A F", "F, F and F with A, A and A"); runs of figures before or
after each tag share it; a second run without tags goes by the first ("F A, F A; F and F"). Where a
row can be read in several ways, all of them are given, the likeliest first, and the caller takes
the one that the records bear out best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.reading import Placed

K = TypeVar("K")

_LINKING = lazy(
    r"[\s,(]*(?:%|percent|of|in|with|on|for|among|from|at|after|who|that|those|were|was|had|the|a|"
    r"an|all|participants?|patients?|people|subjects?|adults?|individuals?|veterans?|volunteers?|"
    r"smokers?|drinkers?|given|receiving|received|got|taking|took|treated|assigned|allocated|"
    r"randomi[sz]ed|rates?|points?|to|\s|\(|their|its|his|group|arm|had|have|showed|achieved|"
    r"reached|met|went|into|as|clinical|still|then|him|her|them|by)*[\s(]*\Z"
)
_LEADING = lazy(
    r"(?:[’']s)?[\s,:(–—-]*(?:groups?|arms?|condition|participants?|patients?|people|rates?|was|"
    r"were|is|had|"
    r"of|in|at|showed|saw|a|an|the|about|roughly|around|nearly|almost|some|only|just|fell|dropped|"
    r"declined|improved|by|to|on|average|mean|reached|achieved|reported|came|it|this|that|n|=|"
    r"figure|lowered|reduced|cut|rose|for|changed?|scores?|median|least|squares|lsm?|"
    r"[(\[]|\s|:|,|=)*\Z"
)
_CLAUSE = lazy(
    r"[;:]|\b(?:while|whereas|but|versus|vs?|against|compared|as against|and|with)\b|,\s"
)
_BETWEEN = lazy(r"\bbetween\b[^,;.]{2,60}?\band\b")
_COMPARED = lazy(
    r"\b(?:versus|vs?\.?|against|compared (?:with|to)|over|than)\s+(?:an?\s|the\s)?[a-z][\w-]+"
)
_OBJECT = lazy(
    r"\b(?:us(?:ed|ing|es)|compar\w+ (?:with|to)|against|versus|vs?\.?|than|gave|tested|pitted|"
    r"tried|as|chose|was|were)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,4}\Z"
)
_STATED = lazy(r"\b(?:was|were|as|served)\b")
"""Before and in what a trial is told to have done, so that a colon after it is of all of that."""
_WITH_IT = lazy(r"\bwith\s+(?:an?\s|the\s)?\Z")
_OF_THEM = lazy(r"\s*(?:%|percent)?\s*of (?:them|these|those)\b")
"""A figure of those that the sentence began with."""
NEW_CLAUSE = lazy(r"[;:]|\b(?:while|whereas|but|and|which)\b")
"""What parts a figure from a time: a time may follow after a comma."""
_MOST_READINGS = 6


@dataclass(frozen=True, slots=True)
class Tag(Generic[K]):
    """Something that a figure may belong to; `key` tells equal ones."""

    start: int
    end: int
    key: K


Reading = tuple[Tag[K] | None, ...]
"""For each figure the tag it belongs to, if any."""


def alignments(
    figures: Sequence[Placed], tags: Sequence[Tag[K]], low: str, apart: re.Pattern[str] = _CLAUSE
) -> list[Reading[K]]:
    """The ways in which tags may belong to figures; both come in the order of the text.

    `apart` is what parts a figure from the tags after it.
    """
    tags = merged([t for t in tags if not _inside(t, figures)], figures)
    if not figures or not tags:
        return [(None,) * len(figures)]
    if len(figures) == 1:
        return [(tag,) for tag in _of_one(figures[0], tags, low, apart)]
    if len(tags) == 1:
        return _one_tag(figures, tags[0], low)
    return [*_by_parts(figures, tags, low), *_dropped(_rows(figures, tags, low))]


def _by_parts(figures: Sequence[Placed], tags: Sequence[Tag[K]], low: str) -> Iterator[Reading[K]]:
    """The reading in which a semicolon parts figures from the tags of the others, where either
    side has some of both."""
    at = low.find(";", figures[0].end, figures[-1].start)
    if at < 0:
        return
    left = [f for f in figures if f.end <= at], [t for t in tags if t.end <= at]
    right = [f for f in figures if f.start > at], [t for t in tags if t.start > at]
    if all((*left, *right)):
        first, second = alignments(*left, low)[0], alignments(*right, low)[0]
        yield (*first, *second)


def merged(tags: Sequence[Tag[K]], figures: Sequence[Placed]) -> list[Tag[K]]:
    """Neighbouring tags of one key that no figure parts, as one."""
    kept: list[Tag[K]] = []
    for tag in sorted(tags, key=lambda t: (t.start, t.end)):
        last = kept[-1] if kept else None
        if last and last.key == tag.key and not _between(last.end, tag.start, figures):
            kept[-1] = Tag(last.start, max(last.end, tag.end), tag.key)
        else:
            kept.append(tag)
    return kept


def _between(start: int, end: int, figures: Sequence[Placed]) -> bool:
    return any(start <= f.start and f.end <= end for f in figures)


def _inside(tag: Tag[K], figures: Sequence[Placed]) -> bool:
    return any(f.start < tag.end and tag.start < f.end for f in figures)


def _rows(figures: Sequence[Placed], tags: list[Tag[K]], low: str) -> list[Reading[K]]:
    """The readings of a row with several figures and several tags."""
    row = _signs(figures, tags)
    if len(figures) == len(tags):
        return [tuple(tags)]
    if len(tags) == len(figures) + 1:
        return _one_too_many(figures, tags, row, low)
    carried = tuple(_bound(f, tags, low) for f in figures)
    if _is(row, "F", "A"):
        following = tuple(_next(f, tags) for f in figures)
        return [following, carried] if len(figures) == len(tags) + 1 else [following]
    if _is(row, "A", "F"):
        return [tuple(_last(f, tags) for f in figures)]
    if len(figures) == len(tags) + 1:
        return [(None, *tags), (*tags, None), _nearest(figures, tags, low), carried]
    if row.endswith("F" * len(tags)) and len(figures) == 2 * len(tags):
        return [(*tags, *tags), _nearest(figures, tags, low)]
    return [_nearest(figures, tags, low), carried]


def _is(row: str, first: str, second: str) -> bool:
    """Whether a row is made of runs of figures, each followed (or led) by one tag."""
    runs = row.replace("FF", "F")
    while "FF" in runs:
        runs = runs.replace("FF", "F")
    return runs == (first + second) * (len(runs) // 2) and row.startswith(first)


def _signs(figures: Sequence[Placed], tags: Sequence[Placed]) -> str:
    both = [(f.start, "F") for f in figures] + [(t.start, "A") for t in tags]
    return "".join(sign for _, sign in sorted(both))


def _next(figure: Placed, tags: Sequence[Tag[K]]) -> Tag[K] | None:
    return next((t for t in tags if t.start >= figure.end), None)


def _last(figure: Placed, tags: Sequence[Tag[K]]) -> Tag[K] | None:
    return next((t for t in reversed(tags) if t.end <= figure.start), None)


def _bound(figure: Placed, tags: Sequence[Tag[K]], low: str) -> Tag[K] | None:
    """The tag that follows a figure at once, else the last one before it."""
    after = _next(figure, tags)
    if after is not None and follows(after, figure, low):
        return after
    return _last(figure, tags) or after


def _one_too_many(
    figures: Sequence[Placed], tags: list[Tag[K]], row: str, low: str
) -> list[Reading[K]]:
    """One tag more than figures: the first or the last one stands for something else."""
    leading, trailing = tuple(tags[:-1]), tuple(tags[1:])
    if row.startswith("F"):
        return [leading, _nearest(figures, tags, low)]
    if row.endswith("F"):
        return [trailing, _nearest(figures, tags, low)]
    if all(follows(tag, figure, low) for tag, figure in zip(trailing, figures, strict=True)):
        return [trailing]
    if all(leads(tag, figure, low) for tag, figure in zip(leading, figures, strict=True)):
        return [leading, trailing]
    return [trailing, leading]


def _of_one(
    figure: Placed, tags: list[Tag[K]], low: str, apart: re.Pattern[str]
) -> list[Tag[K] | None]:
    """The tags that a single figure may belong to: one that is bound to it, else all.

    One that stands in a clause after it may have nothing to do with it.
    """
    after = [t for t in tags if t.start >= figure.end]
    before = [t for t in tags if t.end <= figure.start]
    if after and follows(after[0], figure, low):
        leading = before and "," in low[figure.end : after[0].start]
        if leading and leads(before[-1], figure, low):
            return [before[-1], after[0]]
        return [after[0]]
    if before and _OF_THEM.match(low, figure.end):
        return [before[0]]
    if before and leads(before[-1], figure, low):
        return [before[-1]]
    ranked: list[Tag[K] | None] = [*sorted(tags, key=lambda t: _distance(t, figure, low))]
    if not before and _is_apart(low[figure.end : after[0].start], apart):
        ranked.append(None)
    return ranked[:_MOST_READINGS]


def _is_apart(between: str, apart: re.Pattern[str]) -> bool:
    """Whether a tag after a figure may stand in a clause of its own."""
    rest = _BETWEEN.sub(" ", _COMPARED.sub(" ", _WITH_IT.sub(" ", between)))
    return apart.search(rest) is not None


def _one_tag(figures: Sequence[Placed], tag: Tag[K], low: str) -> list[Reading[K]]:
    """All figures share the tag, unless it is bound to one of them alone."""
    shared: Reading[K] = (tag,) * len(figures)
    nearest = min(figures, key=lambda f: _distance(tag, f, low))
    alone = tuple(tag if f is nearest else None for f in figures)
    return [shared] if tag.end <= figures[0].start else [shared, alone]


def _nearest(figures: Sequence[Placed], tags: Sequence[Tag[K]], low: str) -> Reading[K]:
    """For each figure the tag that is nearest in its clause."""
    return tuple(min(tags, key=lambda t: _distance(t, figure, low)) for figure in figures)


def _distance(tag: Tag[K], figure: Placed, low: str) -> float:
    """How far a tag is from a figure; a clause that begins in between counts much."""
    if tag.start >= figure.end:
        between = low[figure.end : tag.start]
        bound = 0.5 if follows(tag, figure, low) else 1.0
    else:
        between = low[tag.end : figure.start]
        bound = 0.7 if leads(tag, figure, low) else 1.0
    breaks = sum(1 for _ in _CLAUSE.finditer(between))
    return (len(between) + 25 * breaks + 1) * bound


def follows(tag: Placed, figure: Placed, low: str) -> bool:
    """Whether nothing but linking words stand between a figure and a tag after it."""
    return tag.start >= figure.end and bool(_LINKING.match(low[figure.end : tag.start]))


def leads(tag: Placed, figure: Placed, low: str) -> bool:
    """Whether nothing but linking words stand between a tag and a figure after it."""
    between = low[tag.end : figure.start] if figure.start >= tag.end else "?"
    aside = ":" in between and (
        _OBJECT.search(low[: tag.start]) or _STATED.search(low, tag.start, tag.end)
    )
    return bool(_LEADING.match(between)) and not aside


def _dropped(readings: list[Reading[K]]) -> list[Reading[K]]:
    """The readings, each once."""
    kept: list[Reading[K]] = []
    for reading in readings:
        if reading not in kept:
            kept.append(reading)
    return kept[:_MOST_READINGS]
