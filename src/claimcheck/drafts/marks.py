"""What every format has in common after reading: bare links, citation keys, the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.comments import read_comments
from claimcheck.drafts.dates import dateline
from claimcheck.model.drafts import Block, Document, Mark

Keys = Literal["all", "bracketed", "none"]
"""Which `@key` cites: any (pandoc's Markdown), one in square brackets, or none."""

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]|\bdoi:\s?10\.\d{4,}/\S+[^\s.,;)\]]",
    re.IGNORECASE,
)
_KEY = re.compile(r"(?<![\w@./])-?@(?:\{([^{}\s]+)\}|([A-Za-z0-9_](?:[\w:.#$%&+?<>~/-]*\w)?))")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_HINTS = ("@", "//", "10.", "www.", "[^")


def finish(document: Document, build: BlockBuilder, keys: Keys = "none") -> Document:
    """The document with the blocks and suppressions of its builder, marks on bare links, notes
    and keys, and the title and date that the text itself shows."""
    blocks = tuple(_marked(block, keys) for block in build.blocks)
    first = next((b for b in blocks if b.kind == "heading"), None)
    title = document.title or (" ".join(first.text.split()) if first else None)
    date = document.date or dateline(blocks)
    whole = replace(document, blocks=blocks, title=title, date=date)
    return replace(whole, suppressions=read_comments(whole, build.comments))


def _marked(block: Block, keys: Keys) -> Block:
    text = block.text
    if not any(hint in text for hint in _HINTS):
        return block
    extra = tuple(_bare(block, keys))
    if not extra:
        return block
    return block._replace(marks=tuple(sorted((*block.marks, *extra), key=lambda m: m.start)))


def _bare(block: Block, keys: Keys) -> Iterator[Mark]:
    taken = [(m.start, m.end) for m in block.marks if m.kind in {"link", "footnote"}]
    found = [Mark("link", m.start(), m.end(), m.group()) for m in _LINK.finditer(block.text)]
    found += [Mark("footnote", m.start(), m.end(), m[1]) for m in _NOTE.finditer(block.text)]
    for mark in found:
        if not any(start <= mark.start < end for start, end in taken):
            yield mark
    if keys != "none" and "@" in block.text:
        links = taken + [(mark.start, mark.end) for mark in found]
        yield from (k for k in _keys(block.text, keys) if not _within(k.start, links))


def _within(offset: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _keys(text: str, keys: Keys) -> Iterator[Mark]:
    for found in _KEY.finditer(text):
        bracketed = text.rfind("[", 0, found.start()) > text.rfind("]", 0, found.start())
        if keys == "all" or bracketed:
            yield Mark("citation-key", found.start(), found.end(), found[1] or found[2])
