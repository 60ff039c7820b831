"""In-text citations: numbers, footnotes, keys, author and year, identifiers, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from claimcheck.bibliography.author_years import find_author_years
from claimcheck.bibliography.identifiers import find_identifiers
from claimcheck.model.bibliography import Mention, MentionKind
from claimcheck.model.drafts import Block, Document, Mark
from claimcheck.patterns import lazy

_NUMBERS = r"\d{1,3}[a-z]?(?:\s?[,;–—-]\s?\d{1,3}[a-z]?)*"
_REGISTERED = ("10.", "pmid", "pmc", "arxiv", "nct", "isrctn", "actrn", "euctr", "http:", "https:")
_BRACKETED = lazy(rf"\[\s?({_NUMBERS})\s?\]")
_REFERRED = lazy(rf"\b(?:[Rr]efs?\.?|[Rr]eferences?)\s({_NUMBERS})")
_RAISED = lazy(rf"{_NUMBERS}\Z|[*†‡§]+\Z")
_UNICODE_RAISED = lazy(
    "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079][\u00b9\u00b2\u00b3\u2070\u2074-\u207b,–]*"
)
_AFTER_STOP = lazy(
    r"(?<=[^\W\d][.,;]|[)”\"%][.,;])(\d{1,3}(?:[,–-]\d{1,3})*)(?=\s+[A-Z“\"(]|\s*\Z)|"
    r"(?<=[a-z]{3})(\d{1,2}(?:[,–-]\d{1,2})*)(?=\.(?:\s|\Z))"
)
_DIGIT_RUN = lazy(r"\d+")
_ABBREVIATED = lazy(r"\b(?:no|nos|fig|figs|vol|p|pp|sec|ch|eq|nr|art|ver|v|approx)[.,]\Z", re.I)
_UNIT = lazy(r"(?:\b(?:[mcdk]?m|kg|g|l|s|in|ft|I|R|r|χ|x|n|10)|\d|[)²]|/\s?m)\Z")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_WEB = lazy(r"(?:https?:)?//|www\.|doi:", re.I)
_INNER = lazy(r"#(?:.*\D)?(\d{1,3})\Z")
_OWN_PARTS = lazy(r"(?:fig|tbl|tab|eq|sec|lst|thm|alg)[:-]", re.I)
_MOST = 40
"""Numbers that one range may stand for; longer ones are no citation."""


def mentions(document: Document) -> tuple[Mention, ...]:
    """Every citation of a draft in order, each with its block and place."""
    return tuple(
        replace(found, block=index, where=document.place(block, found.start, found.end))
        for index, block in enumerate(document.blocks)
        for found in scan(block)
    )


def scan(block: Block) -> tuple[Mention, ...]:
    """The citations of one block, in order; its index and their places are not filled in."""
    return _scan(block.text, block.marks)


@lru_cache(maxsize=4096)
def _scan(text: str, marks: tuple[Mark, ...]) -> tuple[Mention, ...]:
    found = [*_marked(text, marks), *_numbers(text), *_author_years(text), *_identifiers(text)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        inside = [k for k in kept if k.start < mention.end and mention.start < k.end]
        if not any(k.kind != mention.kind or k.label == mention.label for k in inside) or (
            mention.kind == "author-year"
        ):
            kept.append(mention)
    return tuple(kept)


def _mention(
    kind: MentionKind, text: str, start: int, end: int, label: str = "", **more: object
) -> Mention:
    written = text[start:end]
    return Mention(kind=kind, block=-1, start=start, end=end, text=written, label=label, **more)  # type: ignore[arg-type]


def _marked(text: str, marks: tuple[Mark, ...]) -> Iterator[Mention]:
    for mark in marks:
        match mark.kind:
            case "footnote":
                yield _mention("footnote", text, mark.start, mark.end, mark.target)
            case "citation-key" if _is_key(text, mark):
                yield _mention("key", text, mark.start, mark.end, mark.target)
            case "superscript":
                yield from _raised(text, mark.start, mark.end)
            case "link":
                yield from _linked(text, mark)


def _is_key(text: str, mark: Mark) -> bool:
    """Whether a key cites a work: not a figure or section of the draft, nor somebody's handle."""
    if _OWN_PARTS.match(mark.target):
        return False
    by_command = "@" not in text[mark.start : mark.start + 2]
    return by_command or is_bracketed(text, mark.start) or any(c.isdigit() for c in mark.target)


def is_bracketed(text: str, start: int) -> bool:
    """Whether what starts there stands in square brackets."""
    bracket = text.rfind("[", max(0, start - 200), start)
    return bracket >= 0 and "]" not in text[bracket:start]


def _linked(text: str, mark: Mark) -> Iterator[Mention]:
    """A link to the web; one inside the page only if its text is a number."""
    if _WEB.match(mark.target):
        inside = [found for found in find_identifiers(mark.target) if found.kind != "url"]
        kind: MentionKind = "identifier" if inside else "link"
        label = inside[0].value if inside else mark.target
        yield _mention(kind, text, mark.start, mark.end, label)
    elif _INNER.match(mark.target) and (
        number := lazy(r"\[?(\d{1,3})\]?").fullmatch(text[mark.start : mark.end])
    ):
        yield _mention("number", text, mark.start, mark.end, number[1])


def _raised(text: str, start: int, end: int) -> Iterator[Mention]:
    written = text[start:end].strip("[]() ")
    if _RAISED.match(written) and not _UNIT.search(text, 0, start):
        yield from _each_number(text, start, end, written)


def _numbers(text: str) -> Iterator[Mention]:
    for found in (*_BRACKETED.finditer(text), *_REFERRED.finditer(text)):
        yield from _each_number(text, found.start(), found.end(), found[1])
    for found in () if text.isascii() else _UNICODE_RAISED.finditer(text):
        if found.start() and not _UNIT.search(text, 0, found.start()):
            yield from _each_number(text, *found.span(), found[0].translate(_DIGITS))
    for digits in _DIGIT_RUN.finditer(text):
        last = _AFTER_STOP.match(text, digits.start())
        if last and last[1] and not _ABBREVIATED.search(text, 0, last.start()):
            yield from _each_number(text, *last.span(), last[1])


def _each_number(text: str, start: int, end: int, written: str) -> Iterator[Mention]:
    """One mention for each work that a list or range of numbers means; no work has number 0."""
    if re.match(r"0\b", written):
        return
    for part in lazy(r"\s?[,;]\s?").split(written):
        first, dash, last = (piece.strip() for piece in lazy("[–—]").sub("-", part).partition("-"))
        if dash and first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < _MOST:
            for number in range(int(first), int(last) + 1):
                yield _mention("number", text, start, end, str(number))
        elif part:
            yield _mention("number", text, start, end, part.strip())


def _author_years(text: str) -> Iterator[Mention]:
    for found in find_author_years(text):
        for year in found.years:
            yield _mention(
                "author-year",
                text,
                found.start,
                found.end,
                "" if found.sure else "?",
                names=found.names,
                year=year,
            )


def _identifiers(text: str) -> Iterator[Mention]:
    low = text.lower()
    if not any(sign in low for sign in _REGISTERED):
        return
    for found in find_identifiers(text):
        kind: MentionKind = "link" if found.kind == "url" else "identifier"
        if found.kind not in {"isbn", "issn"}:
            yield _mention(kind, text, found.lead, found.end, found.value)
