"""Outcomes in words."""

from dataclasses import replace

from claimcheck.catalogue.names import Names
from claimcheck.catalogue.results import (
    figure,
    has_results,
    in_words,
    main_results,
    results,
    results_of,
    standardised_effect,
)
from claimcheck.model.numbers import Number
from claimcheck.model.trials import Outcome


def number(text):
    return Number.parse(text)


def test_outcomes_that_belong_together_are_told_together(base, names):
    response = results_of(base.trial["alpha-1"], "response")
    [told] = [in_words(result, names) for result in response]
    assert told == (
        "response (CSS), halved, week 4: 10 mg 50 % (10/20); placebo 15 % (3/20)"
        " [Smith 2020 RETRACTED]"
    )


def test_the_main_result_is_the_primary_comparison(base):
    [told] = [in_words(r, Names(base)) for r in main_results(base.trial["alpha-1"])]
    assert told == (
        "primary: change in score (CSS), week 4: 10 mg vs placebo -6.0 points"
        " (95 % CI -9.5 to -2.5; p <0.001) [Smith 2020]"
    )


def test_a_primary_outcome_without_a_figure_is_no_result(base):
    shown = [in_words(r, Names(base)) for r in main_results(base.trial["beta-1"])]
    assert shown == ["response, day 2: all 71.4 % [Annual report]"]


def test_a_trial_without_outcomes_has_no_main_result(base):
    assert main_results(base.trial["alpha-2"]) == ()


def test_an_outcome_without_a_figure_says_so(base, names):
    [first, _] = results(base.trial["beta-1"])
    assert in_words(first, names) == (
        "primary: change in score, day 2: betane no figure [no publication]"
    )


def test_figures():
    assert figure(Outcome(outcome="x", value=number("-6.0"), unit="points", sd=number("2"))) == (
        "-6.0 points (SD 2)"
    )
    assert figure(Outcome(outcome="x", count=5)) == "5"
    assert figure(Outcome(outcome="x", count=1, of=8)) == "13 % (1/8)"
    assert figure(Outcome(outcome="x", percent=number("12.5"), p="0.03")) == "12.5 % (p = 0.03)"
    interval = (number("1.1"), number("2"))
    assert figure(
        Outcome(outcome="x", value=number("1.5"), ci=interval, ci_level=number("90"))
    ) == ("1.5 (90 % CI 1.1 to 2)")


def test_the_effect_in_standard_deviations(base):
    effect = standardised_effect(base.trial["alpha-1"])
    assert effect is not None
    assert effect.unit == "Cohen's d"
    assert standardised_effect(base.trial["beta-1"]) is None


def test_results_are_figures_or_how_the_endpoint_fared(base):
    bare = replace(base.trial["undated"], outcomes=(Outcome(outcome="response"),))
    assert not has_results(bare)
    assert not has_results(replace(bare, primary_result="not-reported"))
    assert has_results(replace(bare, primary_result="missed"))
    assert has_results(base.trial["beta-1"])
