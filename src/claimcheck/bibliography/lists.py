"""Running text of a reference list, taken apart into its entries.

Entries may be numbered or have bullets, stand one a line, hang (further lines indented) or be
parted by empty lines; lines that were broken by hand belong together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.bibliography.citations import LABEL
from claimcheck.bibliography.identifiers import blanked, find_identifiers
from claimcheck.bibliography.locators import YEAR, find_locator
from claimcheck.bibliography.people import leading_people, speaks_of_a_group
from claimcheck.compare.dois import find_dois
from claimcheck.model.bibliography import Span
from claimcheck.patterns import lazy

_LETTERS = lazy(r"[^\W\d_]{3}")
_TYPE_MARK = lazy(r"\[(?:[JMDCNRPSZ]|EB|DB)(?:/OL)?\][.．:：，,\s]")
"""The kind of a work as the Chinese standard GB/T 7714 prints it behind the title."""
_LINE = lazy(r"[^\n]*\n?")
_ENDINGS = ".)]0123456789"
_ADDRESS = lazy(r"(?:10\.\d{4,}/\S+|https?://\S+)\Z")
_YEAR = lazy(rf"(?<!\d){YEAR}[a-z]?(?!\d)")
_DATED_HEAD = lazy(rf"\s*[^\W\d_a-z][^(\n]{{2,80}}[.,]?\s\({YEAR}[a-z]?[,)]")
_YEAR_LABEL = lazy(r"\s*(?:1[5-9]|20)\d\d[.)]")
_WEB = lazy(r"https?://|www\.")
_HEADING = lazy(
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:(?:selected|key|cited|full|list of|annotated|scientific|the)\s)?"
    r"(?:references?|bibliograph(?:y|ie)|works cited|literature(?: cited)?|sources|citations|"
    r"literatur(?:verzeichnis)?|further reading|références|bibliografía|referencias|参考文献)"
    r"(?:\s(?:list|cited|(?:and|&) (?:notes|further reading|sources)))?\W*\Z",
    re.I,
)
_LEAST = 20
"""Characters below which a line is no entry but a heading, a page number or the like."""


def is_list_heading(text: str) -> bool:
    """Whether a line is the heading of a reference list."""
    return len(text) < 60 and bool(_HEADING.match(text))


@lru_cache(maxsize=1 << 12)
def looks_cited(text: str) -> bool:
    """Whether a stretch of text has the form of an entry: what, when, and by whom or where."""
    body = LABEL.sub("", text, count=1).strip() if LABEL.match(text) else text.strip()
    if len(body) < _LEAST or not _LETTERS.search(body):
        return False
    if body[0].islower() and not lazy(r"(?:van|von|de|der|den|aan|al|el|d')\b").match(body):
        return False
    if find_dois(body):
        return len(body.split()) > 3
    if not _YEAR.search(body):
        return False
    if _TYPE_MARK.search(body):
        return True
    if leading_people(body) > 0 and len(body.split()) > 5:
        return True
    return body.count(".") >= 2 and find_locator(body, 0) is not None


def is_identified(text: str) -> bool:
    """Whether a line of a list is an identifier and little else (`PMID: 26442957`)."""
    found = [one for one in find_identifiers(text) if one.kind not in {"url", "issn"}]
    label = LABEL.match(text)
    body = blanked(text, [one.span for one in found])[label.end() if label else 0 :]
    return bool(found) and (label is not None or len(lazy(r"[^\W\d_]{3,}").findall(body)) < 3)


def split_entries(text: str, *, indents: bool = True) -> list[Span]:
    """The spans of the entries of a list; `indents` if white space before lines is as written."""
    return [
        span
        for paragraph in _paragraphs(text)
        for span in _entries(text, paragraph, indents=indents)
    ]


def _paragraphs(text: str) -> list[list[Span]]:
    """The lines of each stretch between empty lines."""
    found: list[list[Span]] = [[]]
    for match in _LINE.finditer(text):
        if match[0].strip():
            found[-1].append(match.span())
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]


def _entries(text: str, lines: Sequence[Span], *, indents: bool) -> list[Span]:
    starts = _starts(text, lines, indents=indents)
    ends = [*starts[1:], len(lines)]
    spans = [
        (lines[first][0], lines[last - 1][1]) for first, last in zip(starts, ends, strict=True)
    ]
    return [_trimmed(text, span) for span in spans]


def _starts(text: str, lines: Sequence[Span], *, indents: bool) -> list[int]:
    """The lines at which entries begin."""
    if len(lines) == 1:
        return [0]
    labelled = _labelled([text[slice(*span)] for span in lines])
    if labelled and (len(labelled) > 1 or labelled == [0]):
        return sorted({0, *labelled})
    flush = [i for i, (start, _) in enumerate(lines) if not text[start].isspace()]
    if indents and 0 < len(flush) < len(lines):
        return sorted({0, *flush})
    whole = [text[slice(*span)].rstrip() for span in lines]
    if all(_ends(line) for line in whole[:-1]) and all(looks_cited(line) for line in whole):
        return list(range(len(lines)))
    return [
        i
        for i, span in enumerate(lines)
        if i == 0 or _begins(text[slice(*span)], text[slice(*lines[i - 1])])
    ]


def _labelled(lines: Sequence[str]) -> list[int]:
    """The lines that begin with a label; `1998.` is one only where it goes on counting."""
    labels = [LABEL.match(line) for line in lines]
    found: list[int] = []
    last = 0
    for index, label in enumerate(labels):
        if label is None:
            continue
        number = next((int(group) for group in label.groups() if group and group.isdigit()), 0)
        if not _YEAR_LABEL.match(lines[index]) or number == last + 1:
            found.append(index)
            last = number
    return found


def _ends(line: str) -> bool:
    """Whether an entry can end with a line."""
    bare = line.rstrip()
    if bare[-1:] in _ENDINGS:
        return bool(bare)
    return "/" in bare and _ADDRESS.search(bare) is not None


def _begins(line: str, before: str) -> bool:
    """Whether a line begins an entry rather than going on with the one before."""
    if not _ends(before):
        return False
    head = line.strip().partition(". ")[0]
    people = leading_people(line.strip()) > 0 or speaks_of_a_group(head)
    if _DATED_HEAD.match(line):
        return True
    return people and bool(_YEAR.search(before) or looks_cited(line))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_web_source(text: str) -> bool:
    """Whether an entry names a page of the web, without the form of a citation."""
    return bool(_WEB.search(text))
