"""What every format has in common after reading: bare links, citation keys, the dateline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.comments import read_comments
from claimcheck.drafts.dates import dateline
from claimcheck.model.drafts import Block, Document, Mark
from claimcheck.patterns import lazy

Keys = Literal["all", "bracketed", "none"]
"""Which `@key` cites: any (pandoc's Markdown), one in square brackets, or none."""

_ADDRESS = r"[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]"
_LINKS = (
    ("//", lazy(rf"[hH]ttps?://{_ADDRESS}")),
    ("www.", lazy(rf"www\.(?<!//www\.){_ADDRESS}")),
    ("10.", lazy(r"[dD][oO][iI]:\s?10\.\d{4,}/\S+[^\s.,;)\]]")),
)
"""What a text with such a link holds, and its pattern, which begins with a letter, for speed."""
_KEY = lazy(r"@(?:\{([^{}\s]+)\}|([A-Za-z0-9_](?:[\w:.#$%&+?<>~/-]*\w)?))")
_NOTE = lazy(r"\[\^([^\]\s]+)\]")
_RAISED = lazy(r"\^(?:\d[\d,;\s–-]{0,20}|[a-z])\^")
"""Superscripts of pandoc that directly follow a word, where CommonMark's parser sees none."""
_LONGEST_GROUP = 500
"""A bracket that opens further back does not hold the key."""


def finish(document: Document, build: BlockBuilder, keys: Keys = "none") -> Document:
    """The document with the blocks and suppressions of its builder, marks on bare links, notes
    and keys, and the title and date that the text itself shows."""
    blocks = tuple(_marked(block, keys) for block in build.blocks)
    first = next((b for b in blocks if b.kind == "heading"), None)
    title = document.title or (" ".join(first.text.split()) if first else None)
    date = document.date or dateline(blocks)
    notes = document.notes if blocks else (*document.notes, "It holds no text.")
    whole = replace(document, blocks=blocks, title=title, date=date, notes=notes)
    return replace(whole, suppressions=read_comments(whole, build.comments))


def _marked(block: Block, keys: Keys) -> Block:
    text = block.text
    if not ("@" in text or "//" in text or "10." in text or "www." in text or "^" in text):
        return block
    extra = tuple(_bare(block, keys))
    if not extra:
        return block
    return block._replace(marks=tuple(sorted((*block.marks, *extra), key=lambda m: m.start)))


def _bare(block: Block, keys: Keys) -> Iterator[Mark]:
    text = block.text
    held = _Stretches(mark for mark in block.marks if mark.kind in {"link", "footnote"})
    bare = [mark for mark in _found(text) if mark.start not in held]
    yield from bare
    if keys != "none" and "@" in text:
        links = _Stretches((*block.marks, *bare))
        yield from (key for key in _keys(text, keys) if key.start not in links)


def _found(text: str) -> Iterator[Mark]:
    for hint, pattern in _LINKS:
        if hint in text:
            yield from (Mark("link", m.start(), m.end(), m[0]) for m in pattern.finditer(text))
    if "[^" in text:
        yield from (Mark("footnote", m.start(), m.end(), m[1]) for m in _NOTE.finditer(text))
    if "^" in text:
        yield from (Mark("superscript", m.start(), m.end(), "") for m in _RAISED.finditer(text))


class _Stretches:
    """The offsets that marks cover; marks of a kind do not overlap."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._ends = sorted((mark.start, mark.end) for mark in marks if mark.kind != "code")

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._ends, (offset, offset)) - 1
        nearby = self._ends[max(at, 0) : at + 2]
        return any(start <= offset < end for start, end in nearby)


def _keys(text: str, keys: Keys) -> Iterator[Mark]:
    for found in _KEY.finditer(text):
        start = found.start()
        start -= text[max(start - 1, 0) : start] == "-"
        before = text[max(start - 1, 0) : start]
        if before.isalnum() or before in set("_@./"):
            continue
        since = max(0, start - _LONGEST_GROUP)
        opened = text.rfind("[", since, start)
        if keys == "all" or opened > text.rfind("]", since, start):
            yield Mark("citation-key", start, found.end(), found[1] or found[2])
