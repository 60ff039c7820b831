"""Asking the registries about the entries of reference lists, with progress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.cli.session import Session, find_base, progress
from claimcheck.load.shapes import LOCK_NAME

if TYPE_CHECKING:
    from claimcheck.inquiry import Item
    from claimcheck.rules.references import Checked


def verified(session: Session, items: Sequence[Item]) -> list[tuple[Item, Checked]]:
    """All items with what became of them, in their order."""
    checked = dict(settling(session, items, len(items)))
    return [(item, checked[number]) for number, item in enumerate(items)]


def settling(session: Session, items: Iterable[Item], count: int) -> Iterator[tuple[int, Checked]]:
    """The number of each of `count` items and what became of it, as they are settled."""
    from claimcheck.inquiry import verify
    from claimcheck.sources import open_source

    lock = find_base(session.settings) / LOCK_NAME
    network = session.network(lock if lock.is_file() else None)
    with open_source(network, session.note) as source:
        yield from progress(verify(items, source), count, "References", session.talkative)
