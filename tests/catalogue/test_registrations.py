"""Trials beside their registrations."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claimcheck.catalogue.registrations import compare_registrations, numbers_of
from claimcheck.model.evidence import Missing, RegisteredTrial, TrialFound, Unavailable
from claimcheck.model.trials import Sizes

NOW = datetime(2026, 11, 21, tzinfo=UTC)
AGREEING = RegisteredTrial(
    id="NCT00000001",
    status="completed",
    phases=("2",),
    enrolment=40,
    enrolment_actual=True,
    conditions=("Chronic cough (adults)",),
)


def compare(base, record, **changes):
    trial = replace(base.trial["alpha-1"], **changes)
    answers = {"NCT00000001": TrialFound("NCT00000001", record, NOW)}
    compared = compare_registrations([trial], answers, base)
    return compared, [(d.field, d.ours, d.theirs) for d in compared.deviations]


def test_what_agrees_is_not_listed(base):
    compared, found = compare(base, AGREEING)
    assert found == []
    assert compared.compared == 1


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        ({"enrolment": 45}, ("enrolment", "38 / 40", "45")),
        ({"phases": ("3",)}, ("phase", "2a", "3")),
        ({"status": "terminated"}, ("status", "completed", "terminated")),
        ({"conditions": ("Fever", "Pain")}, ("conditions", "chronic cough", "Fever, Pain")),
    ],
)
def test_every_difference_shows_both_values(base, theirs, expected):
    _, found = compare(base, replace(AGREEING, **theirs))
    assert found == [expected]


@pytest.mark.parametrize(
    "theirs",
    [
        {"enrolment": 500, "enrolment_actual": False},
        {"enrolment": None},
        {"phases": ()},
        {"status": "unknown"},
        {"status": None},
        {"conditions": ()},
        {"conditions": ("Nocturnal cough",)},
    ],
)
def test_estimates_and_silence_contradict_nothing(base, theirs):
    _, found = compare(base, replace(AGREEING, **theirs))
    assert found == []


def test_our_ignorance_contradicts_nothing(base):
    _, found = compare(base, AGREEING, status="unknown", phase=None, sizes=Sizes(planned=99))
    assert found == []


def test_conditions_that_the_vocabulary_does_not_know_are_named(base):
    compared, found = compare(base, replace(AGREEING, conditions=("Hiccups",)))
    assert found == []
    assert compared.unread == (("alpha-1", "Hiccups"),)


def test_an_unknown_id_and_an_outage_are_two_things(base):
    trials = [base.trial["alpha-1"], base.trial["alpha-2"], base.trial["beta-1"]]
    answers = {
        "NCT00000001": Missing("NCT00000001", ("clinicaltrials",), NOW),
        "NCT00000002": Unavailable("NCT00000002", "timed out"),
    }
    compared = compare_registrations(trials, answers, base)
    assert [(d.trial, d.field) for d in compared.deviations] == [("alpha-1", "registration")]
    assert [answer.asked for answer in compared.unchecked] == ["NCT00000002"]
    assert (compared.compared, compared.unregistered) == (0, 1)


def test_a_follow_up_is_not_held_against_its_parents_registration(base):
    follow_up = replace(
        base.trial["alpha-1"], id="later", parent="alpha-1", sizes=Sizes(enrolled=9)
    )
    answers = {"NCT00000001": TrialFound("NCT00000001", AGREEING, NOW)}
    assert compare_registrations([follow_up], answers, base).deviations == ()


def test_each_registration_is_asked_for_once(base):
    trials = [base.trial["alpha-1"], base.trial["alpha-1"], base.trial["alpha-2"]]
    assert numbers_of(trials) == ("NCT00000001", "NCT00000002")
