"""Where a suppression comment belongs, and how it is written in each kind of text."""

from __future__ import annotations

from pathlib import Path

from claimcheck.classes import dataclass
from claimcheck.model.drafts import Block, Document

_WORDS = "claimcheck: ignore[{rule}] reason={quote}{quote}"
_STYLES = {
    ".mdx": ("{/* ", " */}"),
    ".tex": ("% ", ""),
    ".ltx": ("% ", ""),
    ".rst": (".. ", "\n"),
    ".rest": (".. ", "\n"),
    ".txt": ("# ", ""),
    ".text": ("# ", ""),
}
_HTML = ("<!-- ", " -->")
_WITHIN = {".md", ".markdown", ".mdx", ".qmd", ".rmd", ".html", ".htm", ".xhtml", ".ipynb"}
"""Kinds whose comments may stand within a line, behind the words they are for."""
_TO_LINE_END = {".tex", ".ltx"}
_NOTEBOOK = ".ipynb"


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text to put in at an offset."""

    offset: int
    text: str


def silencing(document: Document, block: int, rule: str) -> Insertion | None:
    """A comment that will silence a rule in a block as soon as it gives a reason.

    Before a paragraph it gets a line of its own; there it would cover all of a list or a table, so
    that these get it behind the words. None where no comment can stand.
    """
    if not 0 <= block < len(document.blocks):
        return None
    home = document.blocks[block]
    suffix = Path(document.path).suffix.lower()
    if suffix in _WITHIN and not (home.kind == "paragraph" and _begins_a_line(document, home)):
        return _behind(document, home, suffix, rule)
    if suffix in _TO_LINE_END and home.kind == "item":
        return _at_line_end(document, home, suffix, rule)
    if home.kind == "cell":
        return None
    return _before(document, _first_of_list(document, block), suffix, rule)


def _comment(suffix: str, rule: str) -> str:
    opening, closing = _STYLES.get(suffix, _HTML)
    quote = "'" if suffix == _NOTEBOOK else '"'  # the other would end the string of a cell
    return opening + _WORDS.format(rule=rule, quote=quote) + closing


def _behind(document: Document, block: Block, suffix: str, rule: str) -> Insertion | None:
    """Directly behind the last character of a block, if that is written as itself."""
    words = block.text.rstrip()
    last = block.source_offset(len(words) - 1)
    if not words or document.source[last : last + 1] != words[-1]:
        return None
    return Insertion(last + 1, f" {_comment(suffix, rule)}")


def _at_line_end(document: Document, block: Block, suffix: str, rule: str) -> Insertion:
    """At the end of the line that a block begins in."""
    found = _line_end(document, block.source_offset(0))
    return Insertion(found, f" {_comment(suffix, rule)}")


def _before(document: Document, block: Block, suffix: str, rule: str) -> Insertion:
    """On a line of its own above the line that a block begins in, as deep as that."""
    source, offset = document.source, block.source_offset(0)
    start = _line_start(document, offset)
    line = source[start:offset]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    text = f"{indent}{_comment(suffix, rule)}\n"
    newline = "\r\n" if "\r\n" in source else "\n"
    return Insertion(start, text.replace("\n", newline))


def _begins_a_line(document: Document, block: Block) -> bool:
    """Whether a line of the file begins with a block, save for its markup."""
    offset = block.source_offset(0)
    plain = Path(document.path).suffix.lower() not in {".html", ".htm", ".xhtml", _NOTEBOOK}
    before = document.source[_line_start(document, offset) : offset]
    return plain and not block.quoted and not before.strip(" \t*_[\"'“(")


def _first_of_list(document: Document, block: int) -> Block:
    """The first item of the list that a block stands in; a comment within would part the list."""
    home = document.blocks[block]
    if home.kind != "item":
        return home
    return next(one for one in document.blocks if one.group == home.group)


def _line_start(document: Document, offset: int) -> int:
    source = document.source
    return max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1


def _line_end(document: Document, offset: int) -> int:
    source = document.source
    ends = [at for at in (source.find("\n", offset), source.find("\r", offset)) if at >= 0]
    return min(ends, default=len(source))
