"""Which sentences a citation covers.

One in the sentence covers it; one that closes a paragraph or list item covers all of it; one in a
table's row the row; a `Source:` line directly under a block, a list or a table covers that. The
citation of a heading covers nothing, and a journal's or an institution's name is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

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


class Coverage:
    """Answers which sentences of a document a citation covers; one that is undefined covers none.

    `citations` are those of the document, looked up in its list.
    """

    def __init__(self, document: Document, citations: Iterable[Mention] = ()) -> None:
        self._blocks = document.blocks
        self._undefined = frozenset(
            _named(mention.block, mention) for mention in citations if mention.entries == ()
        )
        self._known: dict[int, _Cited] = {}

    def covers(self, block: int, start: int, end: int) -> bool:
        """Whether a citation covers the sentence `document.blocks[block].text[start:end]`."""
        within = self._cited(block).within(start, end)
        if within or self._blocks[block].kind == "heading":
            return within
        return self._closed(block) or self._cited_row(block) or self._under_source_line(block)

    def _cited(self, block: int) -> _Cited:
        if block not in self._known:
            found = scan(self._blocks[block])
            if self._undefined:
                found = tuple(m for m in found if _named(block, m) not in self._undefined)
            self._known[block] = _Cited(self._blocks[block].text, found)
        return self._known[block]

    def _closed(self, block: int) -> bool:
        """Whether the paragraph or item ends with a citation; an item with its last paragraph."""
        here = self._blocks[block]
        if here.kind == "cell":
            return False
        if self._cited(block).closes:
            return True
        item = block if here.kind == "item" else here.parent
        if item is None or self._blocks[item].kind != "item":
            return False
        return self._cited([item, *_paragraphs_of(self._blocks, item)][-1]).closes

    def _cited_row(self, block: int) -> bool:
        here = self._blocks[block]
        if here.kind != "cell" or not here.header:
            return False
        later = _behind_in_row(self._blocks, block)
        return any(self._cited(i).mentions for i in (*here.row, *later))

    def _under_source_line(self, block: int) -> bool:
        here = self._blocks[block]
        last = self._last[block] if here.kind in {"cell", "item"} else block
        if last + 1 >= len(self._blocks):
            return False
        below = self._blocks[last + 1]
        if below.kind == "heading" or not _SOURCE_LINE.match(below.text):
            return False
        return bool(self._cited(last + 1).mentions) or bool(_NAMED_WORK.search(below.text))

    @cached_property
    def _last(self) -> list[int]:
        """For each block the last of the run that shares its group."""
        last = list(range(len(self._blocks)))
        for index in range(len(last) - 2, -1, -1):
            if self._blocks[index].group == self._blocks[index + 1].group:
                last[index] = last[index + 1]
        return last


class _Cited:
    """The citations of one block, in order."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._text = text

    def within(self, start: int, end: int) -> bool:
        """Whether one stands in a stretch of the text."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return any(_is_in(mention, start, end) for mention in self.mentions[first:last])

    @cached_property
    def closes(self) -> bool:
        """Whether nothing but punctuation follows the last one."""
        last = max(self.mentions, key=lambda m: m.end, default=None)
        if last is None or last.label == "?":
            return False
        return bool(_NOTHING_MORE.match(self._text, last.end))


def _named(block: int, mention: Mention) -> tuple[int, int, str, str]:
    return block, mention.start, mention.label, mention.year


def _is_in(mention: Mention, start: int, end: int) -> bool:
    at = mention.start
    return mention.label != "?" and start <= at and (at < end or at == mention.end == end)


def _paragraphs_of(blocks: Sequence[Block], item: int) -> Iterator[int]:
    for index in range(item + 1, len(blocks)):
        if blocks[index].kind == "heading" or blocks[index].level == blocks[item].level > 0:
            return
        if blocks[index].kind == "paragraph" and blocks[index].parent == item:
            yield index


def _behind_in_row(blocks: Sequence[Block], block: int) -> Iterator[int]:
    """The cells that follow a cell in its row."""
    for index in range(block + 1, len(blocks)):
        if block in blocks[index].row:
            yield index
        elif blocks[index].kind == "cell" or blocks[index].group != blocks[block].group:
            return
