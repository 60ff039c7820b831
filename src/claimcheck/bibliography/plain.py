"""Reference lists in plain text: pasted ones, and those at the end of a text file.

Read by lines, as white space before a line tells hanging entries apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.bibliography.citations import LABEL, LONGEST, parse_citation
from claimcheck.bibliography.entries import entries
from claimcheck.bibliography.lists import (
    is_identified,
    is_list_heading,
    is_web_source,
    looks_cited,
    split_entries,
)
from claimcheck.bibliography.prose import with_id
from claimcheck.model.bibliography import Bibliography, Entry, Span
from claimcheck.model.findings import Problem

_GAP = 2
"""Stretches in a row without the form of an entry that a list may hold."""


def read_plain(path: str, source: str) -> Bibliography:
    """The reference list of a plain text, or all of the text where it is nothing else."""
    places = _list(source)

    def read(number: int) -> Entry:
        return with_id(_entry(source, places[number]), number + 1)

    found = entries(len(places), read)
    file = Bibliography(path=path, source=source, kind="prose", entries=found)
    return replace(file, remarks=tuple(_too_long(file, place) for place in places if _long(place)))


def _long(place: Span) -> bool:
    return place[1] - place[0] > LONGEST


def _too_long(file: Bibliography, place: Span) -> Problem:
    message = f"is longer than {LONGEST:,} characters; what stands behind them was not read"
    return Problem(where=file.place(place[0], place[0] + 1), message=message)


def _list(source: str) -> list[Span]:
    pieces = split_entries(source)
    texts = [source[slice(*piece)] for piece in pieces]
    headings = [i for i, text in enumerate(texts) if is_list_heading(text)]
    good = [looks_cited(text) or is_identified(text) for text in texts]
    for heading in reversed(headings):
        below = range(heading + 1, len(texts))
        listed = [i for i in below if good[i] or is_web_source(texts[i])]
        if any(good[i] for i in listed) or len(listed) > 1:
            return [pieces[i] for i in below if i <= listed[-1] and _is_whole(texts[i])]
    return [pieces[i] for i in _run(good, texts)]


def _run(good: Sequence[bool], texts: Sequence[str]) -> list[int]:
    """The longest run of entries; every piece where most of the text is entries."""
    if texts and 2 * sum(good) >= len(texts):
        first, last = good.index(True), len(good) - 1 - good[::-1].index(True)
        return [i for i in range(first, last + 1) if _is_whole(texts[i])]
    best: list[int] = []
    run: list[int] = []
    for index, fits in enumerate(good):
        if fits:
            run = [*run, index] if run and index - run[-1] <= _GAP else [index]
            best = run if len(run) > len(best) else best
    return best if len(best) > 1 else []


def _is_whole(text: str) -> bool:
    """Whether a stretch is long enough to be an entry; an identifier may be short."""
    return len(text) > 15 or is_identified(text)


def _entry(source: str, span: Span) -> Entry:
    text = source[slice(*span)]
    found = parse_citation(text)
    label = LABEL.match(text)
    return Entry(
        reference=found.reference,
        raw=" ".join(text.split()),
        start=span[0],
        end=span[1],
        spans={n: (span[0] + a, span[0] + b) for n, (a, b) in found.spans.items()},
        label=next((g for g in label.groups() if g), "") if label else "",
        sure=found.sure,
    )
