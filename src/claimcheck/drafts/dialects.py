"""What Markdown's dialects add to CommonMark, put in CommonMark's terms.

Every change keeps the length of the text, so that offsets stay true: admonitions of MkDocs become
list items, fences of containers and directives become spaces, template tags stand for no prose.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.drafts.builder import CODE
from claimcheck.patterns import lazy

_ADMONITION = lazy(r"^([ \t]*)(?:!!!|\?\?\?)\+?(?=[ \t]+[\w-])", re.MULTILINE)
_CONTAINER = lazy(r"^[ \t]{0,12}:{3,}[^\n]*", re.MULTILINE)
_FENCE = lazy(r"^[ ]{0,3}(`{3,}|~{3,})([^\n]*)(?:\n[ ]{0,3}:[\w-]+:[^\n]*)*", re.MULTILINE)
_DIRECTIVE = lazy(
    r"[ \t]*\{(?:note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition"
    r"|topic|sidebar|margin|epigraph|pull-quote|highlights|dropdown|card|figure)\}"
)
_TAGS = (("{%", "%}"), ("{{", "}}"), ("{/*", "*/}"))
"""Tags of Liquid, Jinja and Hugo, and comments of MDX."""
_LONGEST_TAG = 5000


class Plain(NamedTuple):
    """A text in CommonMark's terms, of the same length."""

    text: str
    admonitions: frozenset[int]
    """Offsets of list items that were admonitions; their first line is a heading in form only."""


def to_commonmark(text: str) -> Plain:
    """Replace what only dialects know."""
    for opening, closing in _TAGS:
        if opening in text:
            text = _replace_tags(text, opening, closing)
    if ":::" in text:
        text = _CONTAINER.sub(lambda found: " " * len(found.group()), text)
    if "`{" in text or "~{" in text or "` {" in text:
        text = _open_directives(text)
    admonitions: frozenset[int] = frozenset()
    if "!!!" in text or "???" in text:
        admonitions = frozenset(found.end(1) for found in _ADMONITION.finditer(text))
        text = _ADMONITION.sub(r"\1- #", text)
    return Plain(text, admonitions)


def _replace_tags(text: str, opening: str, closing: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := text.find(opening, at)) >= 0:
        end = text.find(closing, start + len(opening), start + _LONGEST_TAG) + len(closing)
        if end < start + len(opening):
            end = start + 1
            parts.append(text[at:end])
        else:
            parts += [text[at:start], _in_place_of(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _in_place_of(tag: str) -> str:
    """What stands for no prose in place of a template tag; an HTML comment for one of MDX."""
    if tag.startswith("{/*") and tag[3:4].isspace():
        return f"<!--{tag[4:-3]}-->"
    return blank(tag).replace(" ", CODE)


def blank(text: str) -> str:
    """Spaces in place of everything but the ends of lines."""
    return re.sub(r"[^\r\n]", " ", text)


def _open_directives(text: str) -> str:
    """Blank the fences around prose (MyST), so that it is read as such."""
    parts: list[str] = []
    at = 0
    fence, prose = "", False
    for line in _FENCE.finditer(text):
        closes = bool(fence) and line[1].startswith(fence) and not line[2].strip()
        opens = not fence
        if opens:
            fence, prose = line[1], bool(_DIRECTIVE.match(line[2]))
        if prose and (opens or closes):
            parts += [text[at : line.start()], blank(line.group())]
            at = line.end()
        if closes:
            fence = ""
    return "".join([*parts, text[at:]])
