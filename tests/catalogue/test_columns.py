"""Columns: what is shown, and in which order."""

from dataclasses import replace

import pytest

from claimcheck.catalogue.columns import choose_columns, ordered
from claimcheck.catalogue.lookup import choose
from claimcheck.catalogue.outcome_columns import outcome_columns, outcome_rows
from claimcheck.catalogue.trial_columns import DEFAULT, PRECEDENCE
from claimcheck.errors import UsageError


def order(base, columns, sort):
    return [trial.id for trial in ordered(base.trials, sort, columns)]


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("n", ["beta-1", "alpha-1", "alpha-2", "undated"]),
        ("-n", ["alpha-2", "alpha-1", "beta-1", "undated"]),
        ("year", ["alpha-1", "beta-1", "alpha-2", "undated"]),
        ("phase", ["beta-1", "alpha-1", "alpha-2", "undated"]),
        ("-phase", ["alpha-2", "alpha-1", "beta-1", "undated"]),
        ("effect", ["alpha-1", "alpha-2", "beta-1", "undated"]),
        ("-response", ["beta-1", "alpha-1", "alpha-2", "undated"]),
        ("status,-year", ["alpha-1", "alpha-2", "beta-1", "undated"]),
        ("compound,-id", ["undated", "alpha-1", "alpha-2", "beta-1"]),
    ],
)
def test_sorting_puts_what_is_missing_last(base, columns, sort, ids):
    assert order(base, columns, sort) == ids


@pytest.mark.parametrize("sort", ["size", ",", "n,colour"])
def test_an_unknown_sort_key_is_refused(base, columns, sort):
    with pytest.raises(UsageError, match="--sort"):
        ordered(base.trials, sort, columns)


def test_every_column_sorts_every_trial(base, columns):
    for key in columns:
        assert len(order(base, columns, f"-{key},id")) == len(base.trials)


def test_columns_by_key(columns):
    assert [c.key for c in choose_columns("name, n,n,RESPONSE", columns, DEFAULT)] == [
        "name",
        "n",
        "response",
    ]
    assert [c.key for c in choose_columns(None, columns, DEFAULT)] == list(DEFAULT)
    assert len(choose_columns("all", columns, DEFAULT)) == len(columns)
    with pytest.raises(UsageError, match="did you mean phase"):
        choose_columns("phases,fase", columns, DEFAULT)


@pytest.mark.parametrize("text", ["", ",", " , "])
def test_no_column_at_all_is_refused(columns, text):
    with pytest.raises(UsageError, match="--columns: names nothing"):
        choose_columns(text, columns, DEFAULT)


def test_an_exact_key_wins_over_one_that_differs_in_its_hyphen():
    assert choose("--columns", "end-point,end_point", ("end_point", "end-point")) == (
        "end-point",
        "end_point",
    )


def test_of_many_words_the_nearest_come_first():
    words = tuple(f"word{number}" for number in range(20))
    with pytest.raises(UsageError) as error:
        choose("--columns", "wordl7", words)
    assert str(error.value).startswith("--columns: 'wordl7' is not known (did you mean word")
    assert "known are word0, word1," in str(error.value)


def test_default_columns_are_the_ones_with_precedence():
    assert set(DEFAULT) == set(PRECEDENCE)


def cells(base, columns, trial):
    return {key: column.text(base.trial[trial]) for key, column in columns.items()}


def test_a_full_record(base, columns):
    shown = cells(base, columns, "alpha-1")
    assert shown["indication"] == "CC"
    assert shown["design"] == "randomised, double-blind, against placebo"
    assert shown["arms"] == "10 mg (20); placebo (20)"
    assert (shown["n"], shown["n_counts"], shown["planned"]) == ("40", "randomised", "50")
    assert shown["year"] == "2020"
    assert (shown["source"], shown["doi"]) == ("Smith 2020 RETRACTED", "10.1000/cough.1")
    assert shown["state"] == "retracted"
    assert shown["effect"] == (
        "effect size (CSS), week 4: 10 mg vs placebo -0.8 Cohen's d (p = 0.01)"
        " [Smith 2020 RETRACTED]"
    )


def test_what_is_not_recorded_is_empty_and_not_nought(base, columns):
    shown = cells(base, columns, "undated")
    known = {"id", "name", "compound", "indication", "status", "confidence"}
    assert {key for key, text in shown.items() if text} == known


def test_an_endpoint_without_figures_is_a_result_too(base, columns):
    bare = replace(base.trial["undated"], primary_result="missed")
    assert columns["result"].text(bare) == "primary endpoint missed"


def test_a_planned_size_stands_in_brackets(base, columns):
    assert cells(base, columns, "alpha-2")["n"] == "(300)"


def test_one_outcome_a_row(base, names):
    rows = outcome_rows(base.trials)
    assert len(rows) == 7
    known = outcome_columns(names)
    row = {key: column.value(rows[2]) for key, column in known.items()}
    assert row | {"trial": "alpha-1", "arm": "high", "versus": "control", "value": -6} == row
    assert (row["ci_low"], row["ci_high"], row["p"], row["doi"]) == (
        -9.5, -2.5, "<0.001", "10.1000/cough.1",
    )  # fmt: skip
    assert known["arm"].text(rows[2]) == "10 mg"
    assert row["state"] == "retracted"
