"""The entries of a list, read when they are looked at where there are very many of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from claimcheck.model.bibliography import Entry

MOST_KEPT = 2000
"""Entries that are read once and kept; each takes some five kilobytes."""


def entries(count: int, read: Callable[[int], Entry]) -> Sequence[Entry]:
    """The entries 0 to `count` as `read` gives them; those of long lists are not kept."""
    return tuple(map(read, range(count))) if count <= MOST_KEPT else _Unkept(count, read)


class _Unkept(Sequence[Entry]):
    def __init__(self, count: int, read: Callable[[int], Entry]) -> None:
        self._numbers = range(count)
        self._read = read

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        numbers = self._numbers[at]
        if isinstance(numbers, range):
            return tuple(map(self._read, numbers))
        return self._read(numbers)
