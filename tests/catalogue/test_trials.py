"""Which trials a question finds."""

import pytest

from claimcheck.catalogue.trials import Wanted, date_of, phase_fits, select_trials, size_of
from claimcheck.errors import UsageError
from claimcheck.model.dates import PartialDate


def found(base, **wanted):
    return [trial.id for trial in select_trials(base, Wanted(**wanted)).trials]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("alphine", ["alpha-1", "alpha-2", "undated"]),
        ("Alpha Roots", ["alpha-1", "alpha-2", "undated"]),
        ("a10", ["alpha-1", "alpha-2", "undated"]),
        ("alley", ["alpha-1", "alpha-2", "undated"]),
        ("ALF 100", ["alpha-2"]),
        ("alf", ["alpha-2"]),
        ("btn", ["beta-1"]),
        ("root medicine", ["alpha-1", "alpha-2", "beta-1", "undated"]),
        ("ALF-100, betane", ["alpha-2", "beta-1"]),
        ("gammol", []),
    ],
)
def test_a_compound_goes_by_any_of_its_names(base, name, ids):
    assert found(base, compound=name) == ids


@pytest.mark.parametrize(
    "name", ["alpha-2", "ALPHA 2", "NCT00000002", "ALF-100 in nocturnal cough"]
)
def test_a_trial_goes_by_any_of_its_names_too(base, name):
    assert found(base, compound=name) == ["alpha-2"]
    assert found(base, compound=name, phase="1") == []


def test_without_conditions_every_trial_is_found(base):
    assert found(base) == [trial.id for trial in base.trials]


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"compound": "alphin"}, "no compound is called 'alphin' (did you mean alphine"),
        ({"compound": "xyzzy"}, "no compound is called 'xyzzy'"),
        ({"compound": " , "}, "no compound is named"),
        ({"indication": "fevre"}, "did you mean fever?"),
        ({"sponsor": "Akme Pharma"}, "did you mean Acme Pharma?"),
        ({"status": "complete"}, "did you mean completed?"),
        ({"phase": "5"}, "'5' is no phase"),
        ({"design": ("plazebo",)}, "did you mean placebo, active placebo?"),
        ({"design": ("ramdomized",)}, "did you mean randomized"),
        ({"design": ("xyzzy",)}, "no design is called 'xyzzy'"),
        ({"sponsor": "xyzzy"}, "(there are north, acme)"),
        ({"compound": "alpha rot"}, "did you mean alpha root?"),
        ({"compound": ""}, "no compound is named"),
        ({"status": ""}, "--status: names nothing"),
        ({"phase": ","}, "--phase: names no phase"),
        ({"registry_id": "-"}, "--registry-id: names no id"),
    ],
)
def test_a_name_that_means_nothing_is_refused_with_the_nearest(base, wanted, message):
    with pytest.raises(UsageError) as error:
        select_trials(base, Wanted(**wanted))
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"indication": "chronic cough"}, ["alpha-1", "alpha-2"]),
        ({"indication": "CC"}, ["alpha-1", "alpha-2"]),
        ({"indication": "night cough"}, ["alpha-2"]),
        ({"sponsor": "university of the north"}, ["alpha-1", "beta-1"]),
        ({"phase": "2"}, ["alpha-1", "alpha-2", "beta-1"]),
        ({"phase": "phase II"}, ["alpha-1", "alpha-2", "beta-1"]),
        ({"phase": "2b"}, ["alpha-2"]),
        ({"phase": "1/2,2A"}, ["alpha-1", "beta-1"]),
        ({"phase": "none"}, ["undated"]),
        ({"status": "completed, terminated"}, ["alpha-1", "beta-1"]),
        ({"registry_id": "nct00000002"}, ["alpha-2"]),
        ({"registry_id": "ISRCTN"}, ["alpha-1"]),
        ({"registry_id": "ISRCTN 1234-5678"}, ["alpha-1"]),
        ({"has_results": True}, ["alpha-1", "beta-1"]),
        ({"has_results": False}, ["alpha-2", "undated"]),
        ({"compound": "alphine", "phase": "2", "status": "recruiting"}, ["alpha-2"]),
    ],
)
def test_filters(base, wanted, ids):
    assert found(base, **wanted) == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["randomized"], ["alpha-1", "alpha-2"]),
        (["Randomised", "open label"], ["alpha-2"]),
        (["double-blinded"], ["alpha-1"]),
        (["blind"], ["alpha-1"]),
        (["placebo-controlled"], ["alpha-1", "alpha-2"]),
        (["active placebo"], ["alpha-2"]),
        (["crossover"], ["alpha-2"]),
        (["single-arm"], ["beta-1"]),
        (["betane"], ["alpha-2"]),
        (["none"], ["beta-1"]),
    ],
)
def test_each_word_about_design_must_apply(base, words, ids):
    assert found(base, design=tuple(words)) == ids


@pytest.mark.parametrize(
    ("since", "until", "ids"),
    [
        ("2020", None, ["alpha-1", "alpha-2", "beta-1"]),
        ("2020-05-05", None, ["alpha-2", "beta-1"]),
        ("2024-07", None, ["alpha-2", "beta-1"]),
        (None, "2020", ["alpha-1"]),
        ("2024", "2024", ["beta-1"]),
    ],
)
def test_a_date_known_to_the_year_is_any_of_its_days(base, since, until, ids):
    dates = {
        "since": since and PartialDate.parse(since),
        "until": until and PartialDate.parse(until),
    }
    selection = select_trials(base, Wanted(**dates))
    assert [trial.id for trial in selection.trials] == ids
    assert selection.undated == 1


def test_a_compound_that_is_only_compared_with_is_said_to_be(base):
    selection = select_trials(base, Wanted(compound="betane", indication="cough"))
    assert selection.trials == ()
    assert [trial.id for trial in selection.compared] == ["alpha-2"]


def test_the_size_is_the_number_furthest_along_that_counts_everybody(base):
    sizes = {trial.id: size_of(trial) for trial in base.trials}
    assert sizes == {
        "alpha-1": (40, "randomised"),
        "alpha-2": (300, "planned"),
        "beta-1": (7, "enrolled"),
        "undated": None,
    }


def test_the_date_of_a_trial(base):
    dates = [date_of(trial) for trial in base.trials]
    assert [date and str(date) for date in dates] == ["2020-05-04", "2025-01-10", "2024", None]


@pytest.mark.parametrize(
    ("phase", "wanted", "fits"),
    [
        ("2", "2", True), ("2a", "2", True), ("1/2", "1", True), ("2/3", "3", True),
        ("2", "2a", False), ("2a", "2b", False), ("1/2", "2/3", False), (None, "2", False),
        (None, "none", True), ("2", "none", False), ("1/2a", "2", True),
    ],
)  # fmt: skip
def test_phases(phase, wanted, fits):
    assert phase_fits(phase, wanted) is fits
