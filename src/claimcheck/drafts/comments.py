"""Suppression comments: `claimcheck: ignore[contradicted] reason="…" until=2027-01-01`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.model.dates import PartialDate
from claimcheck.model.drafts import Block, Document, Suppression
from claimcheck.patterns import lazy

_OURS = lazy(r"\bclaimcheck:\s*(?P<word>[\w-]*\w|)\s*(?:\[(?P<rules>[^\]]*)\])?")
_QUOTED = r"\"[^\"]*\"|'[^']*'|“[^”]*”"
_REASON = lazy(rf"\breason\s*=\s*({_QUOTED})")
_UNTIL = lazy(rf"\buntil\s*=\s*({_QUOTED}|[^\s\"'>]*[^\s\"'>-])")
_RULE = lazy(r"[A-Z]{3}\d{3}|[a-z]+(?:-[a-z]+)*")
_CLOSING = lazy(r"(?:--!?>|\*/\}?|-->|\])\s*\Z")


class Comment(NamedTuple):
    """A comment: where it stands, its text, and the block it stands in or that comes next."""

    offset: int
    text: str
    block: int
    inside: bool


def read_comments(document: Document, comments: Iterable[Comment]) -> tuple[Suppression, ...]:
    """The suppressions among the comments of a document, in their order."""
    return tuple(
        _suppression(document, comment, match)
        for comment in sorted(comments)
        if (match := _OURS.search(comment.text))
    )


def _suppression(document: Document, comment: Comment, match: re.Match[str]) -> Suppression:
    rest = _CLOSING.sub("", comment.text[match.end() :])
    reason = _REASON.search(rest)
    until, bad_date = _until(rest)
    rules = tuple(rule.strip() for rule in (match["rules"] or "").split(",") if rule.strip())
    first, last = _covers(comment, document)
    begin = comment.offset + match.start()
    where = document.blocks[first].where if first is not None else ""
    return Suppression(
        place=document.stretch(begin, comment.offset + match.end() + len(rest.rstrip()), where),
        rules=rules,
        reason=reason.group(1)[1:-1].strip() if reason else None,
        until=until,
        whole_file=match["word"] == "ignore-file",
        block=first,
        last=last,
        fault=_fault(match, rules, rest) or bad_date,
    )


def _fault(match: re.Match[str], rules: Sequence[str], rest: str) -> str | None:
    word = match["word"]
    if word not in {"ignore", "ignore-file"}:
        return f"unknown word `{word}` (ignore, ignore-file)"
    if match["rules"] is not None and not rules:
        return "the brackets name no rule"
    for rule in rules:
        if not _RULE.fullmatch(rule):
            return f"`{rule}` is neither the code nor the name of a rule"
    reason = _REASON.search(rest)
    if reason is None or not reason.group(1)[1:-1].strip():
        return 'a suppression needs a reason="…"'
    left = _UNTIL.sub("", _REASON.sub("", rest)).strip()
    return f"cannot understand `{left}`" if left else None


def _until(rest: str) -> tuple[PartialDate | None, str | None]:
    found = _UNTIL.search(_REASON.sub("", rest))
    if not found:
        return None, None
    try:
        return PartialDate.parse(found.group(1).strip("\"'“”")), None
    except ValueError as error:
        return None, f"until: {error}"


def _covers(comment: Comment, document: Document) -> tuple[int | None, int | None]:
    """First and last block that a comment covers: its own, or the next with all that it holds.

    Before a list, a table or a quotation, that is all of it. On a line of its own behind the last
    words of a block, it is for the next.
    """
    blocks = document.blocks
    first, inside = comment.block, comment.inside
    if inside and first < len(blocks) and _is_behind(comment, blocks[first], document.source):
        first, inside = first + 1, False
    if first >= len(blocks):
        return None, None
    last = first
    if not inside:
        whole = _belongs if blocks[first].kind in {"item", "cell"} else _is_quoted
        while last + 1 < len(blocks) and whole(blocks[last + 1], blocks[first], first):
            last += 1
    return first, last


def _is_behind(comment: Comment, block: Block, source: str) -> bool:
    """Whether a comment stands on a line of its own, and all words of the block before it."""
    line = max(source.rfind("\n", 0, comment.offset), source.rfind("\r", 0, comment.offset)) + 1
    if any(character.isalnum() for character in source[line : comment.offset]):
        return False
    return block.source_offset(len(block.text.rstrip()) - 1) < comment.offset


def _belongs(block: Block, opening: Block, first: int) -> bool:
    return block.group == opening.group or (block.parent is not None and block.parent >= first)


def _is_quoted(block: Block, opening: Block, _first: int) -> bool:
    return opening.quoted and block.quoted
