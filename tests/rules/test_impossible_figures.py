"""CLM009: figures within an entry that cannot be right; and the examples of CLM007 to CLM009."""

import pytest

from claimcheck.model.findings import Severity
from claimcheck.rules.figures import FIGURE_RULES, impossible_figure
from claimcheck.rules.manual import read_page
from rules.figure_bases import VOCABULARY, claim, problems, trial


@pytest.mark.parametrize("rule", FIGURE_RULES, ids=lambda rule: rule.name)
def test_the_manual_pages_examples(rule):
    page = read_page(rule.manual)
    fired = problems(rule, page.fires)
    assert fired
    assert all(problem.message and problem.where.line > 1 for problem in fired)
    assert problems(rule, page.quiet) == []
    assert page.summary
    assert page.explanation


IMPOSSIBLE = [
    ("sizes: {enrolled: 24, randomised: 27}", 6, "27 randomised, but only 24 enrolled"),
    ("sizes: {randomised: 27, analysed: 28}", 6, "28 analysed, but only 27 randomised"),
    ("sizes: {enrolled: 27, dosed: 28}", 6, "28 dosed, but only 27 enrolled"),
    ("sizes: {randomised: 27, completed: 30}", 6, "30 completed, but only 27 randomised"),
    ("sizes: {screened: 20, enrolled: 27}", 6, "27 enrolled, but only 20 screened"),
    ("countries: [us, uk, de]\ncountry_count: 2", 6, "3 countries listed, but 2 counted"),
    (
        "sizes: {randomised: 233}\narms:\n- {id: a, name: A, n: 79}\n- {id: b, name: B, n: 75}",
        6,
        "the arms add up to 79 + 75 = 154, not to 233 randomised",
    ),
    (
        (
            "sizes: {enrolled: 90, dosed: 80}\narms:\n- {id: a, name: A, n: 46, dosed: 44}\n"
            "- {id: b, name: B, n: 44, dosed: 40}"
        ),
        6,
        "the arms add up to 44 + 40 = 84, not to 80 dosed",
    ),
    ("arms:\n- {id: a, name: A, n: 42, analysed: 44}", 7, "44 analysed in an arm of 42"),
    (
        "dates: {start: 2022-03, completion: 2021-12}",
        6,
        "completion 2021-12 is before start 2022-03",
    ),
    ("dates: {readout: 2022-03-01, published: 2022-02}", 6, "published 2022-02 is before readout"),
    ("outcomes:\n- {outcome: response, count: 25, of: 24}", 7, "the part is larger than the whole"),
    (
        "outcomes:\n- {outcome: response, count: 17, of: 24, percent: 75}",
        7,
        "17 of 24 is 70.8 %, not 75 %",
    ),
    ("outcomes:\n- {outcome: response, of: 24, percent: 70}", 7, "no number out of 24 is 70 %"),
    ("outcomes:\n- {outcome: response, of: 79, percent: 37.1}", 7, "no number out of 79 is 37.1 %"),
    ("outcomes:\n- {outcome: response, percent: 107}", 7, "107 % of the participants is outside"),
    (
        (
            "arms:\n- {id: a, name: A, n: 42}\n"
            "outcomes:\n- {outcome: response, arm: a, count: 9, of: 52}"
        ),
        9,
        "out of 52, but arm `a` has 42 participants",
    ),
    (
        "sizes: {enrolled: 40}\noutcomes:\n- {outcome: response, arm: all, count: 9, of: 52}",
        8,
        "out of 52, but the trial has 40 participants",
    ),
    (
        "outcomes:\n- {outcome: score-change, value: -6.6, ci: [-2.9, -10.2]}",
        7,
        "the interval -2.9 to -10.2 runs backwards",
    ),
    (
        "outcomes:\n- {outcome: score-change, value: -2.5, ci: [-10.2, -2.9]}",
        7,
        "does not hold its estimate -2.5",
    ),
    (
        "outcomes:\n- {outcome: response, percent: 60, ci: [20, 40]}",
        7,
        "does not hold its estimate",
    ),
    ("outcomes:\n- {outcome: score-change, value: -2, p: '1.7'}", 7, "p 1.7 is outside 0 to 1"),
    (
        (
            "outcomes:\n- {outcome: response, arm: a, timepoint: week 3, count: 10, of: 30}\n"
            "- {outcome: remission, arm: a, timepoint: 3 weeks, count: 12, of: 30}"
        ),
        8,
        "remission in 40 %, but response, which it implies, in 33.3 %",
    ),
]


@pytest.mark.parametrize(
    ("fields", "line", "message"), IMPOSSIBLE, ids=[row[2] for row in IMPOSSIBLE]
)
def test_a_trial_figure_is_impossible(fields, line, message):
    [problem] = problems(impossible_figure, trial(fields) + VOCABULARY)
    assert message in problem.message
    assert problem.where.line == line
    assert problem.trial == "t"
    assert problem.severity is None


POSSIBLE = [
    "sizes: {screened: 120, enrolled: 95, randomised: 95, dosed: 93, analysed: 93, completed: 90}",
    (
        "sizes: {randomised: 233}\narms:\n- {id: a, name: A, n: 79}\n- {id: b, name: B, n: 75}\n"
        "- {id: c, name: C, n: 79}"
    ),
    "sizes: {randomised: 233}\narms:\n- {id: a, name: A, n: 79}\n- {id: b, name: B}",
    (
        "sizes: {randomised: 233, also: [154]}\narms:\n- {id: a, name: A, n: 79}\n"
        "- {id: b, name: B, n: 75}"
    ),
    (
        "design: {crossover: true}\nsizes: {randomised: 42}\narms:\n- {id: a, name: A, n: 42}\n"
        "- {id: b, name: B, n: 42}"
    ),
    (
        "design: {allocation: non-randomised}\nsizes: {enrolled: 19}\narms:\n"
        "- {id: a, name: A, n: 19}\n- {id: b, name: B, n: 15}"
    ),
    "dates: {start: 2022, completion: 2022-01}",
    "outcomes:\n- {outcome: response, count: 17, of: 24, percent: 71}",
    "outcomes:\n- {outcome: response, count: 1, of: 8, percent: 12}",
    "outcomes:\n- {outcome: response, count: 1, of: 8, percent: 13}",
    "outcomes:\n- {outcome: response, of: 79, percent: 37}",
    "outcomes:\n- {outcome: drinking, percent: -120}",
    "outcomes:\n- {outcome: response, arm: a, versus: b, percent: -12, of: 30}",
    "outcomes:\n- {outcome: score-change, value: -6.6, ci: [-10.2, -2.9], p: '<0.001'}",
    "outcomes:\n- {outcome: score-change, value: -2.9, ci: [-10.2, -2.9]}",
    "outcomes:\n- {outcome: score-change, value: -2, p: '0.17'}",
    # remission at another time point, or of a looser group, is no contradiction
    (
        "outcomes:\n- {outcome: response, arm: a, timepoint: week 3, count: 10, of: 30}\n"
        "- {outcome: remission, arm: a, timepoint: week 12, count: 12, of: 30}"
    ),
    (
        "outcomes:\n- {outcome: response, arm: b, count: 10, of: 30}\n"
        "- {outcome: remission, arm: a, count: 12, of: 30}"
    ),
    # of two definitions of response one may be stricter than remission
    (
        "outcomes:\n- {outcome: response, arm: a, definition: strict, count: 10, of: 30}\n"
        "- {outcome: response, arm: a, definition: loose, count: 20, of: 30}\n"
        "- {outcome: remission, arm: a, count: 12, of: 30}"
    ),
    # rounding of both sides
    (
        "outcomes:\n- {outcome: response, arm: a, percent: 40}\n"
        "- {outcome: remission, arm: a, percent: 40.4}"
    ),
]


@pytest.mark.parametrize("fields", POSSIBLE)
def test_a_trial_figure_is_possible(fields):
    assert problems(impossible_figure, trial(fields) + VOCABULARY) == []


def test_a_follow_up_may_analyse_everyone_of_the_trial_it_follows():
    text = """
trials:
- id: p
  name: P
  compound: c
  indication: i
  sizes: {randomised: 233}
  arms: [{id: a, name: A, n: 79}]
- id: f
  name: F
  compound: c
  indication: i
  parent: p
  sizes: {enrolled: 66, analysed: 233}
  arms: [{id: a, name: A, n: 22}]
  outcomes: [{outcome: relapse, arm: a, count: 37, of: 79}]
"""
    assert problems(impossible_figure, text) == []


def test_a_doubted_figure_is_information_only():
    fields = "outcomes:\n- {outcome: response, count: 17, of: 24, percent: 75, confidence: low}"
    [problem] = problems(impossible_figure, trial(fields))
    assert problem.severity is Severity.INFO


@pytest.mark.parametrize(
    ("quantity", "message"),
    [
        ("71% (16/24)", "16/24 is 66.7 %, not 71%"),
        ("17 of 24 (75%)", "17 of 24 is 70.8 %, not 75%"),
        ("70% of 24 participants", "no number out of 24 is 70%"),
        ("110%", "110% is more than all"),
        ("25 of 24", "25 of 24: the part is larger than the whole"),
        ("p = 1.7", "p = 1.7 is outside 0 to 1"),
        ("6.6 points (95% CI 10.2 to 2.9)", "runs backwards"),
        ("1.5 points (95% CI 2.9 to 10.2)", "does not hold its estimate 1.5 points"),
    ],
)
def test_the_figure_of_a_claim_is_impossible(quantity, message):
    [problem] = problems(impossible_figure, "claims:" + claim(quantity))
    assert message in problem.message
    assert problem.claim == "a"
    assert problem.where.line == 7


@pytest.mark.parametrize(
    "quantity",
    [
        "71% (17/24)",
        "17 of 24 (71%)",
        "about 70% (17/24)",
        "two-thirds (67%)",
        "71% of 24 participants",
        "29% vs 9% (7/75)",
        "6.6 points (95% CI −10.2 to −2.9)",
        "−6.6 points (95% CI −10.2 to −2.9; p<0.001)",
        "OR 2.85 (95% CI 1.14 to 7.15)",
        "phase 2/3",
        "up to six months",
    ],
)
def test_the_figure_of_a_claim_is_possible(quantity):
    assert problems(impossible_figure, "claims:" + claim(quantity)) == []
