"""ClinicalTrials.gov: studies found, missing, and when the registry cannot be asked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Missing, RegisteredTrial, TrialFound, Unavailable
from claimcheck.sources.clinicaltrials import parse_study
from claimcheck.sources.codec import ShapeError, read_trial, write_trial


def study(**modules: Any) -> RegisteredTrial:
    identification = {"identificationModule": {"nctId": "NCT01234567"}}
    return parse_study({"protocolSection": identification | modules, "hasResults": True})


def test_a_study_is_read():
    assert study(
        identificationModule={"nctId": "nct01234567", "briefTitle": "A <i>trial</i>"},
        statusModule={
            "overallStatus": "ACTIVE_NOT_RECRUITING",
            "startDateStruct": {"date": "2019-03"},
        },
        designModule={
            "phases": ["PHASE2", "PHASE3"],
            "enrollmentInfo": {"count": 233, "type": "ACTUAL"},
        },
        conditionsModule={"conditions": ["Depression", "Anxiety"]},
    ) == RegisteredTrial(
        id="NCT01234567",
        title="A trial",
        status="active",
        phases=("2/3",),
        enrolment=233,
        enrolment_actual=True,
        conditions=("Depression", "Anxiety"),
        start=PartialDate(2019, 3),
        has_results=True,
    )


@pytest.mark.parametrize(
    ("phases", "read"),
    [
        (["PHASE3"], ("3",)),
        (["PHASE1", "PHASE2"], ("1/2",)),
        (["EARLY_PHASE1"], ("1",)),
        (["NA"], ()),
        (None, ()),
    ],
)
def test_phases_are_written_as_in_our_records(phases: object, read: tuple[str, ...]):
    assert study(designModule={"phases": phases}).phases == read


@pytest.mark.parametrize(
    ("status", "read"),
    [
        ("COMPLETED", "completed"),
        ("NOT_YET_RECRUITING", "planned"),
        ("ENROLLING_BY_INVITATION", "recruiting"),
        ("SUSPENDED", "suspended"),
        (None, None),
    ],
)
def test_statuses_are_those_of_our_records_where_they_have_one(status: object, read: str | None):
    assert study(statusModule={"overallStatus": status}).status == read


def test_an_estimate_is_no_count():
    trial = study(designModule={"enrollmentInfo": {"count": 100, "type": "ESTIMATED"}})
    assert (trial.enrolment, trial.enrolment_actual) == (100, False)


@pytest.mark.parametrize("data", [None, [], {}, {"protocolSection": {"identificationModule": []}}])
def test_without_an_id_there_is_no_study(data: object):
    with pytest.raises(ShapeError):
        parse_study(data)


modules = st.sampled_from(["statusModule", "designModule", "conditionsModule"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["count", "type", "phases", "date", "startDateStruct", "enrollmentInfo"]
            ),
            inner,
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(modules, values))
def test_no_shape_of_any_module_is_a_crash(given_modules: dict[str, Any]):
    trial = study(**given_modules)
    assert read_trial(write_trial(trial)) == trial


def test_studies_are_found_by_any_spelling_and_by_older_ids(standin: Any, online: Any):
    source = online()
    (alias, prime), *_ = standin.registry.study_aliases.items()
    for asked in (prime, prime.lower(), alias):
        answer = source.trial(asked)
        assert isinstance(answer, TrialFound)
        assert (answer.asked, answer.record.id) == (asked, prime)
    assert source.services() == ("clinicaltrials",)


def test_only_the_registry_says_that_a_study_is_missing(standin: Any, online: Any):
    source = online()
    assert isinstance(source.trial("NCT99999999"), Missing)
    assert isinstance(source.trial("NCT123"), Missing)
    assert isinstance(source.trial("ISRCTN12345678"), Unavailable)
    assert len(standin.requests) == 1


@pytest.mark.parametrize(
    "kind", ["429", "403", "503", "html", "html-404", "empty", "odd-json", "cut", "hang", "reset"]
)
def test_trouble_is_no_verdict_on_a_study(kind: str, standin: Any, online: Any):
    standin.faults.add(kind, service="clinicaltrials")
    source = online(timeout=0.3, attempts=1)
    assert isinstance(source.trial("NCT03775200"), Unavailable)
    assert isinstance(source.trial("NCT99999999"), Unavailable)
