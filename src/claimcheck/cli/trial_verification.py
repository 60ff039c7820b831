"""`claimcheck trials --verify`: trials beside their registrations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimcheck.catalogue.columns import choose_columns
from claimcheck.catalogue.registrations import (
    DEVIATION_COLUMNS,
    Comparison,
    compare_registrations,
    numbers_of,
)
from claimcheck.cli.guard import say
from claimcheck.cli.listing import Listing, counted, list_writers, write_all
from claimcheck.cli.output import Output
from claimcheck.cli.session import Session, progress
from claimcheck.load.shapes import LOCK_NAME
from claimcheck.model.base import Base
from claimcheck.model.trials import Trial
from claimcheck.policy import Exit


def verify_trials(
    session: Session,
    folder: Path,
    base: Base,
    trials: Sequence[Trial],
    columns: str | None,
    formats: Sequence[Output],
) -> Exit:
    """Compare trials with ClinicalTrials.gov and list what differs."""
    compared = _ask(session, folder, base, trials)
    known = {column.key: column for column in DEVIATION_COLUMNS}
    chosen = choose_columns(columns, known, tuple(known))
    listing = Listing(
        command="trials",
        title="Differences",
        rows=compared.deviations,
        shown=chosen,
        every=chosen,
        works=tuple,
        as_of=str(session.today),
        summary=_summary(compared),
    )
    write_all(session, formats, list_writers(listing))
    _remark(session, compared)
    if compared.deviations:
        return Exit.FINDINGS
    return Exit.UNCHECKED if compared.unchecked else Exit.OK


def _summary(compared: Comparison) -> dict[str, Any]:
    return {
        "compared": compared.compared,
        "unregistered": compared.unregistered,
        "unchecked": [{"id": a.asked, "reason": a.reason} for a in compared.unchecked],
    }


def _ask(session: Session, folder: Path, base: Base, trials: Sequence[Trial]) -> Comparison:
    from claimcheck.sources import open_source

    numbers = numbers_of(trials)
    with open_source(session.network(folder / LOCK_NAME), session.note) as source:
        asked = (source.trial(number) for number in numbers)
        found = progress(asked, len(numbers), "Trials", session.talkative)
        answers = dict(zip(numbers, found, strict=True))
    return compare_registrations(trials, answers, base)


def _remark(session: Session, compared: Comparison) -> None:
    """What the list of differences cannot show; what could not be checked is always said."""
    session.note(f"{counted(compared.compared, 'registrations')} compared")
    if compared.unregistered:
        trials = counted(compared.unregistered, "trials")
        session.note(f"{trials} without an id of ClinicalTrials.gov not compared")
    for trial, conditions in compared.unread:
        session.note(f"{trial}: conditions not in the vocabulary, not compared: {conditions}")
    for answer in compared.unchecked:
        say(f"{answer.asked} could not be checked: {answer.reason}")
