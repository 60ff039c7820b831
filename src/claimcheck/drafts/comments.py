"""Suppression comments: `claimcheck: ignore[contradicted] reason="…" until=2027-01-01`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.model.dates import PartialDate
from claimcheck.model.drafts import Block, Suppression
from claimcheck.model.place import Location

_OURS = re.compile(r"claimcheck:\s*(?P<word>[\w-]+)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<rest>[^\n]*)")
_REASON = re.compile(r"reason\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|“([^”]*)”)")
_UNTIL = re.compile(r"until\s*=\s*[\"']?([^\s\"'>-][^\s\"'>]*)")


def read_comments(
    path: str, source: str, comments: Iterable[tuple[int, str]], blocks: Sequence[Block]
) -> tuple[Suppression, ...]:
    """The suppressions among comments given as (offset in the source, text)."""
    found = []
    for offset, text in comments:
        if match := _OURS.search(text):
            at = offset + match.start()
            found.append(
                _suppression(_place(path, source, at, len(match.group())), match, at, blocks)
            )
    return tuple(found)


def _suppression(
    place: Location, match: re.Match[str], offset: int, blocks: Sequence[Block]
) -> Suppression:
    word, rest = match.group("word"), match.group("rest")
    reason = _REASON.search(rest)
    until, fault = _until(rest)
    if word not in {"ignore", "ignore-file"}:
        fault = f"unknown word `{word}` (ignore, ignore-file)"
    elif not reason:
        fault = 'a suppression needs a reason="…"'
    rules = (match.group("rules") or "").split(",")
    return Suppression(
        place=place,
        rules=tuple(rule.strip() for rule in rules if rule.strip()),
        reason=next((part for part in reason.groups() if part is not None), None)
        if reason
        else None,
        until=until,
        whole_file=word == "ignore-file",
        block=_next_block(offset, blocks),
        fault=fault,
    )


def _until(rest: str) -> tuple[PartialDate | None, str | None]:
    found = _UNTIL.search(rest)
    if not found:
        return None, None
    try:
        return PartialDate.parse(found.group(1)), None
    except ValueError as error:
        return None, f"until: {error}"


def _next_block(offset: int, blocks: Sequence[Block]) -> int | None:
    """The block that holds the comment, or the first one after it."""
    for index, block in enumerate(blocks):
        if block.spans and block.source_offset(len(block.text) - 1) >= offset:
            return index
    return None


def _place(path: str, source: str, offset: int, width: int) -> Location:
    line = source.count("\n", 0, offset) + 1
    column = offset - source.rfind("\n", 0, offset)
    return Location(path, line, column, line, column + width)
