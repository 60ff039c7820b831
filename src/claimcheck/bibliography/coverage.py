"""Which citation covers a sentence.

One in the sentence covers it; one that closes a paragraph or list item covers all of it; one in a
table's row the row; a `Source:` line directly under a block, a list or a table covers that. The
citation of a heading covers nothing, and a journal's or an institution's name is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.bibliography.mentions import scan
from claimcheck.model.bibliography import Mention
from claimcheck.model.drafts import Block, Document
from claimcheck.patterns import lazy

_SOURCE_LINE = lazy(
    r"\W*(?:data\s)?(?:sources?|references?|adapted from|based on|data from)\b\s*[:–—-]|"
    r"\W*(?:adapted|data) from\b",
    re.I,
)
_NAMED_WORK = lazy(r"\bet al\b|\b(?:19|20)\d\d\b")
_NOTHING_MORE = lazy(r"[\s.,;:!?)\]”\"'’*_]*\Z")


def cited(document: Document, block: int, start: int, end: int) -> bool:
    """Whether the sentence `document.blocks[block].text[start:end]` is covered by a citation."""
    here = document.blocks[block]
    if here.kind == "heading":
        return bool(_within(here, start, end))
    return (
        bool(_within(here, start, end))
        or _closed(document, block)
        or _cited_row(document, block)
        or _under_source_line(document, block)
    )


def citing(document: Document, block: int, start: int, end: int) -> tuple[Mention, ...]:
    """The citations in the sentence itself, else those that close its paragraph or item."""
    here = document.blocks[block]
    return _within(here, start, end) or tuple(_closing(here))


def _within(block: Block, start: int, end: int) -> tuple[Mention, ...]:
    return tuple(
        m
        for m in scan(block)
        if m.label != "?" and start <= m.start and (m.start < end or m.start == m.end == end)
    )


def _closing(block: Block) -> Iterator[Mention]:
    """The citations behind which nothing follows but punctuation and other citations."""
    rest = len(block.text)
    for mention in sorted(scan(block), key=lambda m: -m.end):
        between = block.text[mention.end : rest] if mention.end <= rest else ""
        if mention.label == "?" or not _NOTHING_MORE.match(between):
            return
        rest = min(rest, mention.start)
        yield mention


def _closed(document: Document, block: int) -> bool:
    """Whether the paragraph or item ends with a citation; an item with its last paragraph."""
    blocks = document.blocks
    here = blocks[block]
    if here.kind == "cell":
        return False
    item = block if here.kind == "item" else here.parent
    if item is None or blocks[item].kind != "item":
        return any(_closing(here))
    parts = [item, *_paragraphs_of(blocks, item)]
    return any(_closing(here)) or any(_closing(blocks[parts[-1]]))


def _paragraphs_of(blocks: Sequence[Block], item: int) -> Iterator[int]:
    for index in range(item + 1, len(blocks)):
        if blocks[index].kind == "heading" or blocks[index].level == blocks[item].level > 0:
            return
        if blocks[index].kind == "paragraph" and blocks[index].parent == item:
            yield index


def _cited_row(document: Document, block: int) -> bool:
    blocks = document.blocks
    here = blocks[block]
    if here.kind != "cell" or not here.header:
        return False
    later = (i for i in _same_group(blocks, block) if block in blocks[i].row)
    return any(scan(blocks[i]) for i in (*here.row, *later))


def _same_group(blocks: Sequence[Block], block: int) -> Iterator[int]:
    """The blocks after this one that belong to its list or table."""
    for index in range(block + 1, len(blocks)):
        if blocks[index].group != blocks[block].group:
            return
        yield index


def _under_source_line(document: Document, block: int) -> bool:
    blocks = document.blocks
    here = blocks[block]
    last = block
    if here.kind in {"cell", "item"}:
        last = max(_same_group(blocks, block), default=block)
    below = blocks[last + 1] if last + 1 < len(blocks) else None
    if below is None or below.kind == "heading" or not _SOURCE_LINE.match(below.text):
        return False
    return bool(scan(below)) or bool(_NAMED_WORK.search(below.text))
