"""Plain text: paragraphs, lists and headings, by the habits of people who write no markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.marks import finish
from claimcheck.model.drafts import Document

_BULLET = re.compile(r"\s*(?:[•◦▪‣●*+–-]|\(?\d{1,3}[.)])\s+(?=\S)")
_MAX_HEADING = 90
_ENDS_SENTENCE = re.compile(r"[.!?:;,…][\"”’)\]]*\Z")


def read_text_draft(path: str, source: str) -> Document:
    """The document of a plain text. Empty lines and list marks separate blocks.

    Where lines are long, every line is a paragraph; a short line without a closing mark that
    stands alone is a heading.
    """
    build = BlockBuilder()
    for block in _paragraphs(source):
        _read_block(build, source, block)
    return finish(Document(path=path, source=source), build)


Lines = list[tuple[int, int]]
"""Spans of lines in the source, without their line feeds."""


def _lines(source: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(source):
        end = source.find("\n", start)
        end = len(source) if end < 0 else end
        yield start, end
        start = end + 1


def _paragraphs(source: str) -> Iterator[Lines]:
    """Runs of lines that belong together."""
    wrapped = _is_wrapped(source)
    run: Lines = []
    for start, end in _lines(source):
        line = source[start:end]
        alone = not wrapped or _BULLET.match(line)
        if run and (not line.strip() or alone):
            yield run
            run = []
        if line.strip():
            run.append((start, end))
    if run:
        yield run


def _is_wrapped(source: str) -> bool:
    """Whether the lines are broken by hand: few are long, and paragraphs have several."""
    lengths = [end - start for start, end in _lines(source) if source[start:end].strip()]
    return bool(lengths) and sorted(lengths)[int(len(lengths) * 0.9)] <= 120


def _read_block(build: BlockBuilder, source: str, lines: Lines) -> None:
    start, end = lines[0]
    bullet = _BULLET.match(source[start:end])
    if bullet:
        build.open_item()
        start += bullet.end()
    elif _is_heading(source[start:end], alone=len(lines) == 1):
        build.add(source[start:end].strip(), start + _indent(source[start:end]))
        build.close("heading", level=1 if not build.blocks else 2)
        return
    for position, (begin, stop) in enumerate([(start, end), *lines[1:]]):
        line = source[begin:stop]
        build.add("\n" if position else "", begin - 1)
        build.add(line.strip(), begin + _indent(line))
    build.close("item" if bullet else "paragraph")
    if bullet:
        build.close_item()


def _is_heading(line: str, alone: bool) -> bool:
    words = line.strip()
    return (
        alone
        and len(words) <= _MAX_HEADING
        and not _ENDS_SENTENCE.search(words.rstrip("?"))
        and bool(re.search(r"[^\W\d_]", words))
        and words[0] not in "“\"'("
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
