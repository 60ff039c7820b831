"""Whether every character of a document's blocks stands in its source where the block says."""

from __future__ import annotations

import html
import re

from claimcheck.drafts.builder import CODE

REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")


def misplaced(document):
    """The characters that stand elsewhere, each as (block, offset, ours, what stands there)."""
    return [
        (block.text, offset, character, source[at - 2 : at + 8])
        for block in document.blocks
        for source in [document.source]
        for offset, character in enumerate(block.text)
        for at in [block.source_offset(offset)]
        if not stands(character, source, at)
    ]


def stands(character, source, at):
    """Whether a character, or an escape or reference of it, stands in the source at an offset."""
    there = source[at : at + 1]
    if there == character or character == CODE:
        return True
    if character in " \n":
        return bool(re.match(r"\s|<br|\\[\r\n]|&", source[at:]))
    return any(
        found.start() <= at < found.end() and character in html.unescape(found.group())
        for found in REFERENCE.finditer(source, max(0, at - 40))
        if found.start() <= at
    )


def texts(document, kind=None):
    """The texts of a document's blocks, or of those of one kind."""
    return [block.text for block in document.blocks if kind in {None, block.kind}]


def place(document, words):
    """(line, column, end line, end column) of the first block text that holds these words."""
    for block in document.blocks:
        at = block.text.find(words)
        if at >= 0:
            found = document.place(block, at, at + len(words))
            return found.line, found.column, found.end_line, found.end_column
    raise AssertionError(f"{words!r} is nowhere")
