"""Asking the registries about the entries of reference lists, with progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.cli.session import Session, find_base, progress
from claimcheck.load.shapes import LOCK_NAME

if TYPE_CHECKING:
    from claimcheck.rules.references import Checked
    from claimcheck.verification import Item


def verified(session: Session, items: Sequence[Item]) -> list[tuple[Item, Checked]]:
    """Look up every DOI, then search for what has none or a wrong one."""
    from claimcheck.sources import open_source
    from claimcheck.sources.crew import each
    from claimcheck.verification import ROWS, Verification

    lock = find_base(session.settings) / LOCK_NAME
    network = session.network(lock if lock.is_file() else None)
    known = Verification(items)
    with open_source(network, session.note) as source:
        dois = known.dois()
        shown = session.talkative
        answers = progress(source.look_up(dois), len(dois), "DOIs", shown and bool(dois))
        known.learn_answers(answers)
        while texts := known.searches():
            hits = each(lambda text: source.search(text, ROWS), texts)
            known.learn_hits(progress(hits, len(texts), "Searches", shown))
    return list(known.checked())
