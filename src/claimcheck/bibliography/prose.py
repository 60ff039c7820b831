"""The reference list of a document: found by its heading or by its form, and read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.bibliography.citations import LABEL, parse_citation
from claimcheck.bibliography.lists import (
    is_identified,
    is_list_heading,
    is_web_source,
    looks_cited,
    split_entries,
)
from claimcheck.bibliography.people import leading_people, speaks_of_a_group
from claimcheck.model.bibliography import Bibliography, Entry, Span
from claimcheck.model.drafts import Block, Document
from claimcheck.patterns import lazy

_GAP = 2
"""Blocks without the form of an entry that a list may hold in a row."""
_LONGEST = 1500
"""Characters of an entry, on average; longer stretches are prose."""
_NARRATES = lazy(r"[^()]{2,120}\((?:19|20)\d\d[a-z]?\)(?:['’]s)?\s(?:also\s)?[a-z]{3,}")
"""Begins a sentence about a work: `Smith et al. (2020) randomised …`."""
_NO_NAME = lazy(
    r"(?:The|This|That|These|In|On|At|By|Since|After|Before|When|While|No|Its?)\s(?!\w+[.,])"
)
"""Begins a sentence ("The FDA refused it in 2024."), though initials may seem to follow a name."""
_LEAST = 2
"""Entries below which a run of them is no list, without a heading to say so."""


def read_list(document: Document, blocks: Sequence[int]) -> Bibliography:
    """The entries in the blocks of a document's reference list, with their places and those of
    their fields in its source."""
    entries = [entry for index in blocks for entry in _entries_of(document, document.blocks[index])]
    return Bibliography(
        path=document.path,
        source=document.source,
        kind="prose",
        entries=tuple(numbered(entries)),
    )


def list_blocks(document: Document, *, alone: bool = False) -> tuple[int, ...]:
    """The indexes of the blocks that make up the reference list of a document.

    The list stands under a heading such as `References`, else it is the longest run of blocks that
    have the form of entries; notes that cite works belong to it. With `alone`, a document of one
    block may be a list of one entry; in a draft it is a sentence that cites.
    """
    headed = _under_heading(document.blocks)
    kept = headed if headed is not None else _by_form(document.blocks, alone=alone)
    notes = (i for i, block in enumerate(document.blocks) if _is_note(block) or _is_keyed(block))
    return tuple(sorted({*kept, *notes}))


def _is_note(block: Block) -> bool:
    return block.kind == "footnote" and looks_cited(block.text)


def _is_keyed(block: Block) -> bool:
    """Whether it is an entry that has its key from markup (`\\bibitem`)."""
    return block.kind != "footnote" and bool(block.label)


def _under_heading(blocks: Sequence[Block]) -> list[int] | None:
    """The blocks under the last heading of a list that has entries below it."""
    for at in range(len(blocks) - 1, -1, -1):
        if not is_list_heading(blocks[at].text):
            continue
        below = _below(blocks, at)
        good = [i for i in below if _is_entry(blocks[i])]
        if good:
            return [i for i in below if i <= good[-1]]
    return None


def _below(blocks: Sequence[Block], at: int) -> list[int]:
    """The blocks from a heading to the next one of its rank."""
    level = blocks[at].level if blocks[at].kind == "heading" else 0
    found: list[int] = []
    for index in range(at + 1, len(blocks)):
        block = blocks[index]
        if block.kind == "heading" and (block.level <= level or not level):
            break
        if block.kind in {"paragraph", "item", "cell", "footnote"}:
            found.append(index)
    return found


def _is_entry(block: Block) -> bool:
    texts = [block.text[slice(*span)] for span in split_entries(block.text, indents=False)]
    return any(looks_cited(x) or is_identified(x) or _is_source(block, x) for x in texts)


def _is_source(block: Block, text: str) -> bool:
    """Whether a short entry names a page: by its address, or as a link."""
    return is_web_source(text) or any(m.kind == "link" and "//" in m.target for m in block.marks)


def _by_form(blocks: Sequence[Block], *, alone: bool) -> list[int]:
    """The longest run of blocks that have the form of entries; one is enough if it is all."""
    best: list[int] = []
    run: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind != "heading" and _listed(block, alone=alone):
            run = [*run, index] if run and index - run[-1] <= _GAP else [index]
            best = run if len(run) > len(best) else best
    count = sum(_listed(blocks[i], alone=alone) for i in best)
    whole = len(best) == len([b for b in blocks if b.text.strip()])
    return best if count >= _LEAST or (whole and alone) else []


def _listed(block: Block, *, alone: bool) -> int:
    """The stretches of a block that have the form of entries; 0 where fewer than half have."""
    spans = split_entries(block.text, indents=False)
    cites = any(mark.kind in {"citation-key", "footnote"} for mark in block.marks)
    if cites or len(block.text) >= _LONGEST * len(spans):
        return 0
    texts = [block.text[slice(*span)] for span in spans]
    good = sum((alone or _begins_as_entry(text)) and looks_cited(text) for text in texts)
    return good if 2 * good >= len(spans) else 0


def _begins_as_entry(text: str) -> bool:
    """Whether a stretch of a draft begins as entries do: by a number, or by whoever wrote it."""
    if LABEL.match(text):
        return True
    if _NO_NAME.match(text):
        return False
    people = leading_people(text) > 0 or speaks_of_a_group(text.partition(". ")[0][:120])
    return people and not _NARRATES.match(text)


def _entries_of(document: Document, block: Block) -> list[Entry]:
    spans = split_entries(block.text, indents=False)
    return [
        _entry(document, block, span)
        for span in spans
        if len(block.text[slice(*span)]) > 15 and lazy(r"[^\W\d_]{3}").search(block.text)
    ]


def _entry(document: Document, block: Block, span: Span) -> Entry:
    text = block.text[slice(*span)]
    found = parse_citation(text)
    reference = found.reference
    if reference.doi is None and reference.url is None:
        targets = (
            m.target
            for m in block.marks
            if m.kind == "link" and span[0] <= m.start < span[1] and "//" in m.target
        )
        linked = parse_citation(" ".join(targets)).reference
        reference = replace(reference, doi=linked.doi, url=linked.url, pmid=linked.pmid)
    label = LABEL.match(text)
    start, end = (block.source_offset(span[0]), block.source_offset(span[1] - 1) + 1)
    spans = {name: _in_source(document, block, span[0], s) for name, s in found.spans.items()}
    return Entry(
        reference=reference,
        raw=text,
        start=start,
        end=end,
        spans={name: place for name, place in spans.items() if place},
        label=_label(block, label),
        sure=found.sure,
        place=None if document.has_lines else document.place(block, *span),
    )


def _label(block: Block, label: re.Match[str] | None) -> str:
    """The number or key that an entry bears; of a note `^` and its label, as texts mark it."""
    if block.label:
        return f"^{block.label}" if block.kind == "footnote" else block.label
    return next((group for group in label.groups() if group), "") if label else ""


def _in_source(document: Document, block: Block, offset: int, span: Span) -> Span | None:
    """The place of a field in the source, where that reads as the text does."""
    first, last = offset + span[0], offset + span[1]
    place = block.source_offset(first), block.source_offset(last - 1) + 1
    return place if document.source[slice(*place)] == block.text[first:last] else None


def numbered(entries: Iterable[Entry]) -> list[Entry]:
    """Entries with ids: their own number or their place in the list."""
    return [with_id(entry, number) for number, entry in enumerate(entries, 1)]


def with_id(entry: Entry, number: int) -> Entry:
    """An entry with its id: its own number or key, else its place in the list."""
    key = entry.label or str(number)
    bare = key.lstrip("^")
    reference = replace(entry.reference, id=f"ref-{bare}" if bare.isdigit() else bare)
    return replace(entry, reference=reference, label=key)
