"""Offsets: from bytes to characters, and from one text to the text it was cut from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

_WIDE = re.compile(r"[^\x00-\x7f]+")

Spans = Sequence[tuple[int, int]]
"""(offset here, offset there) wherever two texts stop running in parallel."""


def character_offsets(text: str) -> Callable[[int], int]:
    """A function from byte offsets in the UTF-8 form of a text to character offsets."""
    if text.isascii():
        return _same
    ends: list[int] = []
    surplus: list[int] = []
    extra = 0
    for run in _WIDE.finditer(text):
        for position, character in enumerate(run.group(), run.start()):
            size = 2 if character < "\u0800" else 3 if character < "\U00010000" else 4
            ends.append(position + extra + size)
            extra += size - 1
            surplus.append(extra)

    def convert(offset: int) -> int:
        passed = bisect_right(ends, offset)
        return offset - surplus[passed - 1] if passed else offset

    return convert


def _same(offset: int) -> int:
    return offset


def through(spans: Spans, further: Spans, length: int) -> tuple[tuple[int, int], ...]:
    """Spans from a text of `length` characters by way of a middle text to a third.

    `spans` lead from the text to the middle, `further` from the middle to the third.
    """
    starts = [here for here, _ in further]
    found: list[tuple[int, int]] = []
    for number, (begin, middle) in enumerate(spans):
        end = spans[number + 1][0] if number + 1 < len(spans) else length
        at = max(bisect_right(starts, middle) - 1, 0)
        here, there = further[at]
        found.append((begin, there + middle - here))
        last = bisect_left(starts, middle + end - begin)
        found.extend((begin + here - middle, there) for here, there in further[at + 1 : last])
    return tuple(found)


_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate, which no file can hold, replaced by U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
