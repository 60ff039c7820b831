"""The decisions and figures that ship with the base: how sure they are, and of what."""

from __future__ import annotations

import re
from pathlib import Path

from claimcheck.load import load_base

BASE = load_base(Path(__file__).parents[2] / "data")
MEMORY = re.compile(r"^general knowledge", re.I)


def test_every_decision_says_where_it_was_read() -> None:
    assert not [event.id for event in BASE.events if not event.origin]


def test_a_decision_from_memory_is_unsure() -> None:
    recalled = [event for event in BASE.events if MEMORY.search(event.origin or "")]
    assert recalled
    assert not [event.id for event in recalled if event.confidence != "low"]


def test_a_figure_from_memory_has_no_high_confidence() -> None:
    figures = [(trial.id, outcome) for trial in BASE.trials for outcome in trial.outcomes]
    recalled = [(ident, o) for ident, o in figures if MEMORY.search(o.origin or "")]
    assert recalled
    assert not [ident for ident, outcome in recalled if outcome.confidence == "high"]
