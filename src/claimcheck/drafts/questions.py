"""Questions that stand alone in a paragraph: what follows answers them, as it would a heading."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model.drafts import Block, Document
from claimcheck.patterns import lazy

_QUESTION = lazy(r"\s*(?:Q(?:uestion)?(?:\s?\d+)?\s?[:.)]\s*)?[^.!?;\n]{8,160}\?\s*\Z")
_MOST = 3
"""Blocks that one question stands over; a question in a text is not always a heading."""


def under_questions(document: Document) -> Document:
    """The document, in which a question stands over the paragraphs that answer it."""
    blocks = list(document.blocks)
    asked, left = -1, 0
    over: tuple[int, ...] = ()
    for place, block in enumerate(document.blocks):
        if block.kind == "heading" or block.headings != over:
            left, over = 0, block.headings
        if _asks(block):
            asked, left = place, _MOST
        elif left and block.kind in {"paragraph", "item"}:
            blocks[place] = block._replace(headings=(*block.headings, asked))
            left -= 1
    return replace(document, blocks=tuple(blocks)) if "?" in document.source else document


def _asks(block: Block) -> bool:
    return block.kind == "paragraph" and _QUESTION.match(block.text) is not None
