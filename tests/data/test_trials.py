"""The trial records that ship with the base: figures that fit together, and names that exist."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from claimcheck.load import load_base
from claimcheck.model.base import Base
from claimcheck.model.trials import Outcome, Trial

DATA = Path(__file__).parents[2] / "data"
RATIOS = {"odds ratio", "hazard ratio"}


@cache
def base() -> Base:
    return load_base(DATA)


def results() -> Iterator[tuple[Trial, Outcome]]:
    return ((trial, outcome) for trial in base().trials for outcome in trial.outcomes)


def possible_counts(outcome: Outcome) -> list[int]:
    """Counts out of the known denominator that show as the given percentage."""
    assert outcome.of is not None
    assert outcome.percent is not None
    return [
        count
        for count in range(outcome.of + 1)
        if outcome.percent.rounds_from(Decimal(100 * count) / outcome.of)
    ]


def test_every_result_names_arms_of_its_trial() -> None:
    strangers = [
        (trial.id, arm)
        for trial, outcome in results()
        for arm in (outcome.arm, outcome.versus)
        if arm and arm not in {"all", *(a.id for a in trial.arms)}
    ]
    assert strangers == []


def test_counts_lie_within_their_denominators() -> None:
    beyond = [
        (trial.id, outcome.count, outcome.of)
        for trial, outcome in results()
        if outcome.count is not None and outcome.of is not None and outcome.count > outcome.of
    ]
    assert beyond == []


def test_percentages_are_those_of_the_counts() -> None:
    wrong = [
        (trial.id, outcome.outcome, outcome.count, outcome.of, str(outcome.percent))
        for trial, outcome in results()
        if outcome.of and outcome.percent is not None
        for counts in [possible_counts(outcome)]
        if not counts or (outcome.count is not None and outcome.count not in counts)
    ]
    assert wrong == []


def test_intervals_hold_their_estimates() -> None:
    outside = [
        (trial.id, str(outcome.value))
        for trial, outcome in results()
        if outcome.ci and outcome.value is not None and outcome.unit not in RATIOS
        if not outcome.ci[0].value <= outcome.value.value <= outcome.ci[1].value
    ]
    assert outside == []


def test_every_result_says_where_it_was_read() -> None:
    silent = [trial.id for trial, outcome in results() if not (outcome.origin or outcome.source)]
    assert silent == []


def test_every_record_says_where_it_was_read() -> None:
    assert [trial.id for trial in base().trials if not trial.origin] == []


@pytest.mark.parametrize(
    "key", ["compounds", "indications", "sponsors", "scales", "outcomes", "controls"]
)
def test_names_stand_in_the_vocabulary(key: str) -> None:
    known = {term.id for term in getattr(base().vocabulary, key)}
    if key == "controls":
        known |= {term.id for term in base().vocabulary.compounds}
    used = {
        "compounds": lambda t: (*t.compound, *(a.compound for a in t.arms if a.compound)),
        "indications": lambda t: t.indication,
        "sponsors": lambda t: t.sponsor,
        "scales": lambda t: [o.scale for o in t.outcomes if o.scale],
        "outcomes": lambda t: [o.outcome for o in t.outcomes],
        "controls": lambda t: t.design.control,
    }[key]
    assert {name for trial in base().trials for name in used(trial)} <= known


def test_no_two_trials_share_a_name() -> None:
    owners: dict[str, str] = {}
    for trial in base().trials:
        for alias in {alias.casefold() for alias in trial.aliases}:
            assert owners.setdefault(alias, trial.id) == trial.id


def test_follow_ups_belong_to_a_trial_of_the_base() -> None:
    ids = {trial.id for trial in base().trials}
    assert {trial.parent for trial in base().trials if trial.parent} <= ids
