"""The claims that ship with the base: what they say, where it was said, what they rest on."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from claimcheck.load import load_base
from claimcheck.model.base import Base
from claimcheck.model.claims import Article, Claim
from claimcheck.model.dates import PartialDate
from claimcheck.model.trials import Trial
from claimcheck.rules.ids import used_ids

DATA = Path(__file__).parents[2] / "data"
STATUS_KINDS = {"status", "approval", "designation", "schedule", "availability"}
"""Kinds of claims that a decision can overtake any day."""
UNDECIDED = {"unsupported", "unchecked"}
"""Verdicts for which there may be no work that decides."""


@cache
def base() -> Base:
    return load_base(DATA)


def claims() -> tuple[Claim, ...]:
    return base().claims


def deciding(claim: Claim) -> set[str]:
    return {source.stance for source in claim.sources if source.stance != "context"}


def waived(claim: Claim) -> bool:
    return any(waiver.rule == "unsourced-claim" and waiver.reason for waiver in claim.waivers)


def test_every_entry_is_read() -> None:
    problems = [p for p in base().problems if p.where.path.endswith("claims.yaml")]
    assert not problems, problems[0].message


def test_the_articles_are_taken_down_in_full() -> None:
    said = Counter(where.article for claim in claims() for where in claim.said)
    assert len(claims()) >= 300
    assert set(said) == set(base().article)
    assert min(said.values()) >= 40


def test_ids_are_unique_and_well_formed() -> None:
    counts = Counter(claim.id for claim in claims())
    assert max(counts.values()) == 1
    assert not [key for key in counts if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)]


@pytest.mark.parametrize("claim", claims(), ids=lambda claim: claim.id)
def test_a_claim_states_one_thing_and_says_where(claim: Claim) -> None:
    assert claim.statement.endswith(".")
    assert not re.search(r"[.!?] [A-Z]", claim.statement)
    assert claim.said
    for where in claim.said:
        assert where.phrase
        assert len(where.phrase.split()) <= 6


@pytest.mark.parametrize("claim", claims(), ids=lambda claim: claim.id)
def test_the_sources_bear_out_the_verdict(claim: Claim) -> None:
    stances = deciding(claim)
    if claim.verdict == "supported":
        assert "supports" in stances
        assert not claim.correction
    elif claim.verdict in UNDECIDED:
        assert "supports" not in stances
        assert stances or waived(claim)
        assert claim.correction or claim.note
    else:
        assert stances == {"contradicts"}
        assert claim.correction


@pytest.mark.parametrize("claim", claims(), ids=lambda claim: claim.id)
def test_a_claim_is_due_for_review_in_time(claim: Claim) -> None:
    assert claim.as_of == PartialDate(2026, 11, 21)
    assert claim.review_by
    due = claim.review_by.latest
    assert due > claim.as_of.latest
    if claim.kind in STATUS_KINDS:
        assert (due - claim.as_of.latest).days <= 100


def test_waivers_stand_only_where_nothing_decides() -> None:
    assert not [claim.id for claim in claims() if waived(claim) and deciding(claim)]
    assert not [claim.id for claim in claims() if waived(claim) and claim.verdict not in UNDECIDED]


def test_every_id_that_a_claim_names_is_in_the_base() -> None:
    uses = [use for use in used_ids(base()) if isinstance(use.entry, Claim | Article)]
    assert {"reference", "trial", "event", "compound", "agency"} <= {use.what for use in uses}
    assert not [(use.what, use.id) for use in uses if use.id not in use.known]


def figures(claim: Claim) -> list[Decimal]:
    return [Decimal(found) for found in re.findall(r"\d+(?:\.\d+)?", claim.quantity or "")]


def recorded_percents(trial: Trial, claim: Claim) -> set[Decimal]:
    subject = claim.subject
    same = [o for o in trial.outcomes if o.outcome == subject.outcome and o.percent]
    return {
        outcome.percent.value
        for outcome in same
        if outcome.percent and subject.timepoint in (None, outcome.timepoint)
    }


def about_one_trial(kind: str) -> list[tuple[Claim, Trial]]:
    return [
        (claim, base().trial[claim.subject.trial[0]])
        for claim in claims()
        if claim.kind == kind and claim.quantity and len(claim.subject.trial) == 1
    ]


def test_sizes_agree_with_the_trial_record() -> None:
    pairs = about_one_trial("size")
    assert {claim.verdict for claim, _ in pairs} == {"supported", "imprecise", "outdated"}
    for claim, trial in pairs:
        (size,) = figures(claim)
        enrolled = trial.sizes.randomised or trial.sizes.enrolled
        assert (size == enrolled) == (claim.verdict == "supported"), claim.id
        if claim.subject.population == "planned":
            assert size == trial.sizes.planned


def test_rates_agree_with_the_trial_record() -> None:
    pairs = about_one_trial("rate")
    assert len(pairs) >= 2
    for claim, trial in pairs:
        assert set(figures(claim)) <= recorded_percents(trial, claim), claim.id
