"""What every format has in common after reading: bare links, citation keys, the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.model.dates import PartialDate
from claimcheck.model.drafts import Block, Document, Mark

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]|\bdoi:\s?10\.\d{4,}/\S+[^\s.,;)\]]"
)
_KEY = re.compile(r"(?<![\w@.])-?@\{?([A-Za-z0-9_][\w:.#$%&+?<>~/-]*[\w])\}?")
_MAX_DATELINE = 90


def finish(document: Document) -> Document:
    """The document with marks on bare links and pandoc keys, its title, and its date."""
    blocks = tuple(_marked(block) for block in document.blocks)
    first = next((b for b in blocks if b.kind == "heading"), None)
    title = document.title or (first.text.strip() if first else None)
    date = document.date or _dateline(blocks)
    return replace(document, blocks=blocks, title=title, date=date)


def _marked(block: Block) -> Block:
    if "@" not in block.text and "//" not in block.text and "10." not in block.text:
        return block
    extra = tuple(_bare(block))
    if not extra:
        return block
    return replace(block, marks=tuple(sorted((*block.marks, *extra), key=lambda m: m.start)))


def _bare(block: Block) -> Iterator[Mark]:
    taken = [(m.start, m.end) for m in block.marks if m.kind == "link"]
    for found in _LINK.finditer(block.text):
        if not any(start <= found.start() < end for start, end in taken):
            yield Mark("link", found.start(), found.end(), found.group())
    for found in _KEY.finditer(block.text):
        yield Mark("citation-key", found.start(), found.end(), found.group(1))


def _dateline(blocks: tuple[Block, ...]) -> PartialDate | None:
    """A short line with a date directly under the title ("By A. Writer, 4 May 2024")."""
    from claimcheck.drafts.dates import only_date

    for block in blocks[:3]:
        if block.kind in {"paragraph", "item"} and len(block.text) <= _MAX_DATELINE:
            return only_date(block.text)
        if block.kind != "heading":
            return None
    return None
