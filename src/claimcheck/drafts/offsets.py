"""Offsets: from bytes to characters, and from one text to the text it was cut from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from claimcheck.patterns import lazy

_NOT_CONTINUING = bytes(byte for byte in range(256) if byte & 0xC0 != 0x80)
_SHIFT = 8
"""Of the blocks in which bytes are counted: 256 bytes, most of them pure ASCII."""

Spans = Sequence[tuple[int, int]]
"""(offset here, offset there) wherever two texts stop running in parallel."""


def character_offsets(text: str) -> Callable[[int], int]:
    """A function from byte offsets in the UTF-8 form of a text to character offsets.

    A character's offset is its byte offset less the continuation bytes before it.
    """
    if text.isascii():
        return _same
    data = text.encode()
    size = 1 << _SHIFT
    blocks = [data[at : at + size] for at in range(0, len(data) + 1, size)]
    counts = [0 if block.isascii() else _continuing(block) for block in blocks]
    before = list(accumulate(counts, initial=0))

    def convert(offset: int) -> int:
        number = offset >> _SHIFT
        if not counts[number]:
            return offset - before[number]
        return offset - before[number] - _continuing(data[number << _SHIFT : offset])

    return convert


def _continuing(data: bytes) -> int:
    return len(data.translate(None, _NOT_CONTINUING))


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


_SURROGATE = lazy("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate, which no file can hold, replaced by U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
