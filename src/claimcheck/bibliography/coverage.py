"""Which sentences a citation covers.

One in the sentence covers it; one that closes a paragraph or list item covers all of it; one in a
table's row the row; a `Source:` line directly under a block, a list or a table covers that. The
citation of a heading covers nothing, and a journal's or an institution's name is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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

    def covers(self, block: int, start: int, end: int) -> bool:
        """Whether a citation covers the sentence `document.blocks[block].text[start:end]`."""
        within = any(_is_in(m, start, end) for m in self._scan(block))
        if within or self._blocks[block].kind == "heading":
            return within
        return self._closed(block) or self._cited_row(block) or self._under_source_line(block)

    def _scan(self, block: int) -> tuple[Mention, ...]:
        found = scan(self._blocks[block])
        if not self._undefined:
            return found
        return tuple(m for m in found if _named(block, m) not in self._undefined)

    def _closing(self, block: int) -> bool:
        """Whether nothing but punctuation and other citations follows a citation of the block."""
        text = self._blocks[block].text
        last = max(self._scan(block), key=lambda m: m.end, default=None)
        return (
            last is not None and last.label != "?" and bool(_NOTHING_MORE.match(text[last.end :]))
        )

    def _closed(self, block: int) -> bool:
        """Whether the paragraph or item ends with a citation; an item with its last paragraph."""
        here = self._blocks[block]
        if here.kind == "cell":
            return False
        if self._closing(block):
            return True
        item = block if here.kind == "item" else here.parent
        if item is None or self._blocks[item].kind != "item":
            return False
        return self._closing([item, *_paragraphs_of(self._blocks, item)][-1])

    def _cited_row(self, block: int) -> bool:
        here = self._blocks[block]
        if here.kind != "cell" or not here.header:
            return False
        later = (i for i in _same_group(self._blocks, block) if block in self._blocks[i].row)
        return any(self._scan(i) for i in (*here.row, *later))

    def _under_source_line(self, block: int) -> bool:
        here = self._blocks[block]
        last = block
        if here.kind in {"cell", "item"}:
            last = max(_same_group(self._blocks, block), default=block)
        if last + 1 >= len(self._blocks):
            return False
        below = self._blocks[last + 1]
        if below.kind == "heading" or not _SOURCE_LINE.match(below.text):
            return False
        return bool(self._scan(last + 1)) or bool(_NAMED_WORK.search(below.text))


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


def _same_group(blocks: Sequence[Block], block: int) -> Iterator[int]:
    """The blocks after this one that belong to its list or table."""
    for index in range(block + 1, len(blocks)):
        if blocks[index].group != blocks[block].group:
            return
        yield index
