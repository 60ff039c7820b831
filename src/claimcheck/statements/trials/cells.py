"""Cells of tables and lines of the form "name: value", spoken out as sentences.

A cell says little by itself; with the head of its column and the first cells of its row it does:
"233" under "Participants" in the row of COMP001 is "COMP001: with 233 participants".
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer, Scope
from claimcheck.statements.trials.line import Line

_PEOPLE = lazy(
    r"\b(?:participants?|patients?|people|n|sample(?: size)?|size|subjects|enrol+(?:ed|ment)|"
    r"volunteers|took part|taking part)\b"
)
_STEP = lazy(r"\b(?:randomi[sz]ed|enrolled|completed|dosed|treated|analy[sz]ed|planned|screened)\b")
_PLACES = lazy(r"\b(?:sites?|cent(?:er|re)s?|countries)\b")
_SESSIONS = lazy(r"\b(?:doses|dosing sessions|drug sessions)\b")
_SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (lazy(r"\bphase\b"), "phase "),
    (
        lazy(r"\b(?:comparators?|controls?|comparison|compared with|versus|placebo)\b"),
        "compared with ",
    ),
    (lazy(r"\b(?:compound|drug|substance|treatment|intervention|molecule|medicine)\b"), "tested "),
    (
        lazy(r"\b(?:indication|condition|disorder|population|diagnosis|disease)\b"),
        "in people with ",
    ),
    (lazy(r"\b(?:sponsor|institution|company|run by|conducted by)\b"), "sponsored by "),
    (lazy(r"\b(?:journal|published|publication|year)\b"), "published in "),
)
"""Heads of columns, with the words by which a sentence would lead to what stands below."""
_GROUP = lazy(r"\b(?:groups?|arms?|dose|time ?points?|weeks?|outcomes?|endpoints?|measures?)\b")
_OUTCOME = lazy(r"\b(?:outcomes?|endpoints?|measures?)\b")
_SHARE = lazy(r"\d\s?(?:%|per ?cent|of \d)")
"""In a column of outcomes: the cell tells one, and what came of it."""
_YEAR = lazy(r"(?:19|20)\d\d")
_GROUP_SIZE = lazy(r"\b(?:n|size|participants|patients)\b")
_NO_RESULT = lazy(
    r"\b(?:age|years|women|female|sex|male|race|ethnic\w*|white|price|cost|weight|bmi)\b"
)
_SENTENCE = 6
"""Words from which a cell without a row says something by itself."""
_LABEL = lazy(r"\s*[*_]*(?P<label>[A-Z][\w /()-]{1,28}?)[*_]*:\s+(?=\S)")
_FIRST = lazy(r"\d+(?:,\d{3})*(?=[;.]?\s*\Z|[,;]?\s+(?:in|across|at|from|and|over|with)\b)")
"""The number of a value that says more: "22, in ten countries"."""
_LONGEST_LABELLED = 90


def spoken(reading: Reading, records: Records) -> Line | None:
    """The sentence to be judged: the one that stands there, or what a cell amounts to.

    None for a cell that only labels its row or column.
    """
    scope = reading.scope
    if scope.block.kind == "cell":
        if _is_label(scope):
            return None
        if scope.block.row:
            return _spoken(reading, records, *_labels(scope))
    found = _LABEL.match(reading.text) if len(reading.text) < _LONGEST_LABELLED else None
    if found and not scope.own.of("trial"):
        return _spoken(reading, records, "", f"{found.group('label')}:", skip=found.end())
    return Line(reading, records)


def leads(head: str) -> bool:
    """Whether the head of a column makes a statement of whatever stands below."""
    low = head.lower()
    return any(pattern.search(low) for pattern, _ in _SPOKEN)


def _is_label(scope: Scope) -> bool:
    """Whether a cell names a row, a column or a group rather than saying something of it."""
    block, blocks = scope.block, scope.document.blocks
    if not block.row:
        return len(block.text.split()) < _SENTENCE
    head = _joined(scope, block.header)
    if _GROUP.search(head.lower()) and not _GROUP_SIZE.search(head.lower()):
        return not (_OUTCOME.search(head.lower()) and _SHARE.search(block.text))
    return _NO_RESULT.search(f"{head} {blocks[block.row[0]].text}".lower()) is not None


def _labels(scope: Scope) -> tuple[str, str]:
    """What leads the row of a cell, and the head of its column, in one line each."""
    blocks = scope.document.blocks
    first, *others = scope.block.row
    groups = [i for i in others if _GROUP.search(_joined(scope, blocks[i].header).lower())]
    lead = [blocks[i].text.strip() for i in (first, *groups)]
    years = [t for i in others if _YEAR.fullmatch(t := blocks[i].text.strip())]
    if len(years) == 1 and not _YEAR.search(lead[0]):
        lead[0] = f"{lead[0]} ({years[0]})"
    return ", ".join(part for part in lead if part), _joined(scope, scope.block.header)


def _joined(scope: Scope, blocks: tuple[int, ...]) -> str:
    return " ".join(scope.document.blocks[i].text.strip() for i in blocks)


def _spoken(reading: Reading, records: Records, lead: str, head: str, skip: int = 0) -> Line:
    """A value with its labels as a sentence, and how far its words are shifted by them."""
    cell = reading.text[skip:].strip()
    first = _FIRST.match(cell)
    value, rest = (first.group(), cell[first.end() :]) if first else (cell, "")
    before, after = _around(head, lead, value)
    prefix = f"{lead}: {before}" if lead else before
    text = f"{prefix}{value}{after}{rest}"
    scope = reading.scope
    layers = (Layer(text, records.names.find(text)), *scope.layers[1:])
    said = Reading(replace(scope, layers=layers), text, text.lower(), tuple(read(text)))
    return Line(said, records, shift=len(prefix) - skip)


def _around(head: str, lead: str, cell: str) -> tuple[str, str]:
    """What stands before and after a value when the head of its column is spoken with it."""
    low = head.lower()
    if cell.replace(",", "").replace(" ", "").isdigit() and (after := _counted(low, lead.lower())):
        return "with ", after
    for pattern, words in _SPOKEN:
        if pattern.search(low) and not cell.lower().startswith(words):
            return words, ""
    return (f"{head} " if head else ""), ""


def _counted(head: str, lead: str) -> str:
    """The noun of a bare number, by the labels of its column and row."""
    for pattern in (_PLACES, _SESSIONS):
        if found := pattern.search(head):
            return f" {found.group()}"
    step = _STEP.search(head)
    if not step and not _PEOPLE.search(f"{head} {lead}"):
        return ""
    kept = _STEP.sub("", _PEOPLE.sub("", head)).strip(" ()-,/")
    group = f" in the {kept} group" if kept else ""
    return f" participants{f' {step.group()}' if step else ''}{group}"
