"""What a column is: a key, a title, a value for machines and a text for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from claimcheck.catalogue.lookup import choose
from claimcheck.classes import dataclass
from claimcheck.errors import UsageError

R = TypeVar("R")

Value = str | int | float | bool | None | list[str] | list[dict[str, Any]]
"""What a cell holds: JSON."""
ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """One column of a list of `R`."""

    key: str
    title: str
    value: Callable[[R], Value]
    """For machines: ids, numbers, ISO dates; None or an empty list where nothing is recorded."""
    show: Callable[[R], str] | None = None
    """For people; empty where nothing is recorded. Without one, the value as text."""
    rank: Callable[[R], Any] | None = None
    """What to sort by, where that is not the value; None sorts last."""
    narrowest: int = 6
    """Cells that it needs at least to be readable."""
    number: bool = False
    link: Callable[[str], str | None] | None = None
    """Address of one item of the value, where it has one and formats can link to it."""

    def text(self, entry: R) -> str:
        """The cell for people."""
        return self.show(entry) if self.show else plain(self.value(entry))

    def items(self, entry: R) -> list[tuple[str, str | None]]:
        """The cell in parts, each with its address."""
        link = self.link
        if link is None:
            return [(text, None)] if (text := self.text(entry)) else []
        value = self.value(entry)
        parts = value if isinstance(value, list) else [value]
        return [(str(part), link(str(part))) for part in parts if part]

    def order(self, entry: R) -> Any:
        """What to sort by; None where nothing is recorded."""
        value = self.rank(entry) if self.rank else self.value(entry)
        if isinstance(value, list):
            value = plain(value)
        return (value.casefold() or None) if isinstance(value, str) else value


def plain(value: Value) -> str:
    """A value in one text: lists with semicolons, nothing for nothing."""
    if isinstance(value, list):
        return "; ".join(plain(item) if isinstance(item, str) else str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def choose_columns(
    text: str | None, known: Mapping[str, Column[R]], default: Sequence[str]
) -> tuple[Column[R], ...]:
    """The columns named between commas, `all` for every one; raises UsageError for another."""
    if text is None:
        return tuple(known[key] for key in default)
    if text.strip() == ALL:
        return tuple(known.values())
    return tuple(known[key] for key in dict.fromkeys(choose("--columns", text, known)))


def ordered(entries: Iterable[R], text: str, known: Mapping[str, Column[R]]) -> list[R]:
    """The entries sorted by the columns named between commas; `-` before one turns it round.

    What lacks a value comes last either way. Entries that tie keep their order. Raises UsageError
    for an unknown column.
    """
    entries = list(entries)
    keys = [part.strip() for part in text.split(",") if part.strip()]
    if not keys:
        raise UsageError("--sort: names no column")
    for key in reversed(keys):
        [name] = choose("--sort", key.removeprefix("-"), known)
        entries = _sorted(entries, known[name], reverse=key.startswith("-"))
    return entries


def _sorted(entries: list[R], column: Column[R], *, reverse: bool) -> list[R]:
    known, unknown = [], []
    for entry in entries:
        order = column.order(entry)
        if order is None:
            unknown.append(entry)
        else:
            known.append((order, entry))
    known.sort(key=lambda pair: pair[0], reverse=reverse)
    return [entry for _, entry in known] + unknown
