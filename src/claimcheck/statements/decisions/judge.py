"""Every statement of a sentence on decisions and on the state of trials, judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from claimcheck.model.dates import PartialDate
from claimcheck.statements.decisions.approvals import approvals
from claimcheck.statements.decisions.cues import GATE
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope

READERS: tuple[Callable[[Passage], Iterator[Opinion]], ...] = (approvals,)


def opinions(
    scope: Scope, reading: Reading, records: Records, today: PartialDate | date
) -> Iterator[Opinion]:
    """The opinions on what a sentence says of decisions and of the state of trials.

    `today` is the day on which a text without a date of its own is judged. Nothing is yielded for
    a sentence that states nothing of the kind, or on which the records have no view and which
    needs no source.
    """
    if not GATE.search(reading.low) or not any(layer.mentions for layer in scope.layers):
        return
    day = today.latest if isinstance(today, PartialDate) else today
    passage = Passage(reading, records, day)
    if passage.asked:
        return
    for reader in READERS:
        yield from reader(passage)
