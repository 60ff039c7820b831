"""CLM007 to CLM009: figures within an entry, against the records, against each other."""

import time

import pytest

from claimcheck.load import load_text
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim, Subject
from claimcheck.model.findings import Severity
from claimcheck.model.numbers import Number
from claimcheck.model.trials import Arm, Outcome, Sizes, Trial
from claimcheck.rules.figures import (
    FIGURE_RULES,
    conflicting_claims,
    impossible_figure,
    record_conflict,
)
from claimcheck.rules.manual import read_page

VOCABULARY = """
outcomes:
- {id: response, name: response, proportion: true}
- {id: remission, name: remission, proportion: true, implies: [response]}
- {id: score-change, name: change of score}
schedules:
- {id: schedule-i, name: Schedule I, synonyms: [Schedule 1]}
- {id: schedule-iii, name: Schedule III, synonyms: [Schedule 3]}
"""


def trial(fields):
    lines = "".join(f"\n  {line}" for line in fields.strip().splitlines())
    return f"trials:\n- id: t\n  name: Trial T\n  compound: c\n  indication: i{lines}\n"


def problems(rule, text):
    base = load_text(text)
    assert base.problems == ()
    return list(rule.check(base))


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


def claim(quantity, *, kind="rate", verdict="supported", subject="{}", ident="a", statement="S."):
    return f"""
- id: {ident}
  statement: "{statement}"
  kind: {kind}
  verdict: {verdict}
  subject: {subject}
  quantity: "{quantity}"
"""


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


RECORD = trial("""
phase: 2b
sites: 22
country_count: 10
sessions: 1
sizes: {planned: 216, randomised: 233, dosed: 233, analysed: 230}
arms:
- {id: high, name: 25 mg, aliases: [25 mg group], dose: 25 mg, n: 79}
- {id: low, name: 1 mg, dose: 1 mg, n: 79}
dates: {published: 2022-11}
outcomes:
- {outcome: response, scale: s, arm: high, timepoint: week 3, count: 29, of: 79, percent: 37}
- {outcome: response, scale: s, arm: low, timepoint: week 3, count: 14, of: 79, percent: 18}
- {outcome: remission, scale: s, arm: high, timepoint: week 3, percent: 29}
- {outcome: response, scale: s, arm: high, timepoint: week 12, percent: 20}
- outcome: score-change
  scale: s
  arm: high
  versus: low
  timepoint: week 3
  value: -6.6
  unit: points
  ci: [-10.2, -2.9]
  p: "<0.001"
""")

DENIED = [
    ("216 people", "size", "{trial: t, population: randomised}", "233 randomised"),
    ("216 people", "size", "{trial: t}", "233 randomised"),
    ("75 patients", "size", "{trial: t, arm: high}", "79 in arm `high`"),
    ("23 sites", "design", "{trial: t}", "22 sites"),
    ("11 countries", "design", "{trial: t}", "10 countries"),
    ("three arms", "design", "{trial: t}", "2 arms"),
    ("two sessions", "protocol", "{trial: t}", "1 sessions"),
    ("phase 3", "phase", "{trial: t}", "phase 2b"),
    ("10 mg", "dose", "{trial: t, arm: high}", "25 mg in arm `high`"),
    ("2021", "publication", "{trial: t}", "published 2022-11"),
    ("29%", "rate", "{trial: t, arm: high, outcome: response, timepoint: week 3}", "29 of 79"),
    ("37%", "rate", "{trial: t, arm: high, outcome: remission, timepoint: 3 weeks}", "29 %"),
    ("37%", "rate", "{trial: t, arm: 25 mg group, outcome: response, timepoint: week 12}", "20 %"),
    ("37%", "rate", "{trial: t, arm: low, outcome: response}", "14 of 79"),
    ("half", "rate", "{trial: t, arm: high, outcome: response, timepoint: week 3}", "50 %"),
    ("2.5 points", "effect", "{trial: t, arm: high, versus: low, outcome: score-change}", "-6.6"),
    ("p = 0.17", "effect", "{trial: t, outcome: score-change}", "<0.001"),
    (
        "6.6 points (95% CI 1 to 12)",
        "effect",
        "{trial: t, outcome: score-change}",
        "-10.2 to -2.9",
    ),
]


@pytest.mark.parametrize(("quantity", "kind", "subject", "record"), DENIED)
def test_the_trial_record_denies_a_supported_claim(quantity, kind, subject, record):
    text = RECORD + "claims:" + claim(quantity, kind=kind, subject=subject)
    [problem] = problems(record_conflict, text)
    assert record in problem.message
    assert problem.trial == "t"
    assert problem.claim == "a"
    assert problem.found
    assert problem.expected


HELD = [
    ("233 people", "size", "{trial: t, population: randomised}"),
    ("230 people", "size", "{trial: t}"),
    ("216 people", "size", "{trial: t, population: planned}"),
    ("about 230 people", "size", "{trial: t, population: randomised}"),
    ("more than 200 people", "size", "{trial: t}"),
    ("79 patients", "size", "{trial: t, arm: high}"),
    ("phase 2", "phase", "{trial: t}"),
    ("25 mg and 1 mg", "dose", "{trial: t}"),
    ("2022", "publication", "{trial: t}"),
    ("37%", "rate", "{trial: t, arm: high, outcome: response, timepoint: 21 days}"),
    ("37% (29/79)", "rate", "{trial: t, arm: high, outcome: response, timepoint: week 3}"),
    ("37% vs 18%", "rate", "{trial: t, arm: high, versus: low, outcome: response}"),
    ("about a third", "rate", "{trial: t, arm: high, outcome: response, timepoint: week 3}"),
    ("a 6.6-point difference", "effect", "{trial: t, outcome: score-change, versus: low}"),
    ("7 points", "effect", "{trial: t, outcome: score-change}"),
    ("p < .05", "effect", "{trial: t, outcome: score-change}"),
    # nothing in the record to hold it against
    ("12 points", "effect", "{trial: t, arm: high, outcome: score-change}"),
    ("65%", "rate", "{trial: t, arm: high, outcome: response, timepoint: week 26}"),
    ("65%", "rate", "{trial: t, arm: high, outcome: abstinence}"),
    ("age 40", "population", "{trial: t}"),
    ("216 people", "size", "{trial: unknown}"),
    ("16 women", "population", "{trial: t}"),
]


@pytest.mark.parametrize(("quantity", "kind", "subject"), HELD)
def test_the_trial_record_holds_or_does_not_know_the_figure(quantity, kind, subject):
    text = RECORD + "claims:" + claim(quantity, kind=kind, subject=subject)
    assert problems(record_conflict, text) == []


def test_the_statement_is_read_where_no_quantity_is_given():
    text = (
        RECORD
        + """claims:
- {id: a, statement: The phase 3 trial., kind: phase, verdict: supported, subject: {trial: t}}
- {id: b, statement: The phase 2b trial., kind: phase, verdict: supported, subject: {trial: t}}
"""
    )
    [problem] = problems(record_conflict, text)
    assert problem.claim == "a"


def test_a_refuted_claim_that_the_record_confirms():
    subject = "{trial: t, arm: high, outcome: response, timepoint: week 3}"
    text = RECORD + "claims:" + claim("37%", verdict="refuted", subject=subject)
    [problem] = problems(record_conflict, text)
    assert "counts as refuted" in problem.message
    assert problem.expected == "supported"


@pytest.mark.parametrize(
    ("quantity", "verdict", "subject"),
    [
        ("29%", "refuted", "{trial: t, arm: high, outcome: response, timepoint: week 3}"),
        ("216 people", "outdated", "{trial: t, population: planned}"),
        ("29%", "imprecise", "{trial: t, arm: high, outcome: response, timepoint: week 3}"),
        ("29%", "unchecked", "{trial: t, arm: high, outcome: response, timepoint: week 3}"),
    ],
)
def test_other_verdicts_stand(quantity, verdict, subject):
    text = RECORD + "claims:" + claim(quantity, verdict=verdict, subject=subject)
    assert problems(record_conflict, text) == []


DECISIONS = """
events:
- id: e-approval
  date: 2019-03-05
  agency: fda
  jurisdiction: us
  kind: approval
  compound: e
  indication: trd
  summary: Approved.
- id: m-vote
  date: 2024-06-04
  agency: fda
  jurisdiction: us
  kind: advisory-vote
  compound: m
  summary: The committee voted.
  votes: [{question: effective, yes: 2, no: 9}, {question: benefits, yes: 1, no: 10}]
- id: p-designation
  date: 2018-10
  agency: fda
  jurisdiction: us
  kind: designation
  designation: breakthrough-therapy
  compound: p
  indication: trd
  summary: Designated.
- id: k-schedule
  date: 1999-08-12
  agency: dea
  jurisdiction: us
  kind: scheduling
  schedule: schedule-iii
  compound: k
  summary: Placed in Schedule III.
complete:
- agency: fda
  jurisdiction: us
  kinds: [approval, designation]
  compound: [e, m, p]
  as_of: 2026-01-01
"""

AGAINST = [
    ("supported", "approval", "The FDA has approved M for PTSD.", "{compound: m, agency: fda}"),
    ("supported", "approval", "The FDA has not approved E.", "{compound: e, agency: fda}"),
    ("supported", "approval", "E is not approved.", "{compound: e, jurisdiction: us}"),
    ("refuted", "approval", "The FDA approved E.", "{compound: e, agency: fda}"),
    ("refuted", "approval", "M is not FDA-approved.", "{compound: m, agency: fda}"),
    ("supported", "designation", "M has a breakthrough designation.", "{compound: m, agency: fda}"),
    ("supported", "designation", "P has no breakthrough status.", "{compound: p, agency: fda}"),
    ("supported", "schedule", "K is in Schedule I.", "{compound: k, jurisdiction: us}"),
    ("refuted", "schedule", "K is a Schedule III drug.", "{compound: k, jurisdiction: us}"),
]


@pytest.mark.parametrize(("verdict", "kind", "statement", "subject"), AGAINST)
def test_the_regulatory_record_denies_the_verdict(verdict, kind, statement, subject):
    text = f"""
claims:
- {{id: a, statement: {statement}, kind: {kind}, verdict: {verdict}, subject: {subject}}}
"""
    [problem] = problems(record_conflict, text + DECISIONS + VOCABULARY)
    assert problem.claim == "a"
    assert f"counts as {verdict}" in problem.message


SILENT = [
    ("supported", "approval", "The FDA has approved E.", "{compound: e, agency: fda}"),
    ("supported", "approval", "The FDA has not approved M.", "{compound: m, agency: fda}"),
    ("supported", "approval", "The FDA turned down M.", "{compound: m, agency: fda}"),
    ("supported", "approval", "M may be approved soon.", "{compound: m, agency: fda}"),
    ("supported", "approval", "E is the only approved one.", "{compound: [e, m], agency: fda}"),
    ("outdated", "approval", "M is on track for approval.", "{compound: m, agency: fda}"),
    ("refuted", "approval", "The FDA approved M.", "{compound: m, agency: fda}"),
    # no statement that the list is complete
    ("supported", "approval", "The TGA has approved M.", "{compound: m, agency: tga}"),
    ("supported", "approval", "The FDA has approved X.", "{compound: x, agency: fda}"),
    # another use, another place
    (
        "supported",
        "approval",
        "E is not approved for PTSD.",
        "{compound: e, agency: fda, indication: ptsd}",
    ),
    ("supported", "approval", "E is not approved.", "{compound: e, jurisdiction: uk}"),
    ("supported", "designation", "P has breakthrough status.", "{compound: p, agency: fda}"),
    ("supported", "schedule", "K is in Schedule III.", "{compound: k, jurisdiction: us}"),
    ("supported", "schedule", "K is in Schedule 3.", "{compound: k, jurisdiction: us}"),
    ("supported", "schedule", "K is not in Schedule I.", "{compound: k, jurisdiction: us}"),
]


@pytest.mark.parametrize(("verdict", "kind", "statement", "subject"), SILENT)
def test_the_regulatory_record_agrees_or_does_not_know(verdict, kind, statement, subject):
    text = f"""
claims:
- {{id: a, statement: {statement}, kind: {kind}, verdict: {verdict}, subject: {subject}}}
"""
    assert problems(record_conflict, text + DECISIONS + VOCABULARY) == []


@pytest.mark.parametrize(
    ("quantity", "event", "fires"),
    [
        ("March 2019", "e-approval", False),
        ("2019", "e-approval", False),
        ("March 2021", "e-approval", True),
        ("5 May 2019", "e-approval", True),
        ("9–2", "m-vote", False),
        ("10 to 1", "m-vote", False),
        ("voted 9 to 2 against", "m-vote", False),
        ("voted 9 to 2 for", "m-vote", True),
        ("voted 8 to 3", "m-vote", True),
    ],
)
def test_dates_and_votes_of_the_events_a_claim_names(quantity, event, fires):
    text = "claims:" + claim(quantity, kind="history", subject=f"{{event: {event}}}")
    assert [p.event for p in problems(record_conflict, text + DECISIONS)] == [event] * fires


def rival(quantity, ident, subject="{trial: t}", kind="size", verdict="supported"):
    return claim(quantity, kind=kind, subject=subject, ident=ident, verdict=verdict)


@pytest.mark.parametrize(
    ("one", "two", "subject"),
    [
        ("233 people", "216 people", "{trial: t}"),
        ("37%", "29%", "{trial: t, arm: high, outcome: response, timepoint: week 3}"),
        ("phase 2b", "phase 3", "{trial: t}"),
        ("6.6 points", "2.5 points", "{trial: t, outcome: score-change}"),
        ("25 mg", "10 mg", "{trial: t, arm: high}"),
        ("9–2", "8–3", "{event: e}"),
    ],
)
def test_two_supported_figures_exclude_each_other(one, two, subject):
    text = "claims:" + rival(one, "a", subject) + rival(two, "b", subject)
    [problem] = problems(conflicting_claims, text)
    assert problem.claim == "b"
    assert (problem.found, problem.expected) == (two, one)
    assert [place.line for place, _ in problem.related] == [7]


@pytest.mark.parametrize(
    "claims",
    [
        rival("233 people", "a") + rival("more than 200 people", "b"),
        rival("37%", "a") + rival("about a third", "b"),
        rival("233 people", "a") + rival("216 people", "b", verdict="refuted"),
        rival("233 people", "a") + rival("216 people", "b", "{trial: t, population: planned}"),
        rival("37%", "a", "{trial: t, timepoint: week 3}")
        + rival("20%", "b", "{trial: t, timepoint: week 12}"),
        rival("233 people", "a") + rival("22 sites", "b"),
        rival("233 people", "a", "{compound: c}") + rival("216 people", "b", "{compound: c}"),
        rival("phase 2", "a") + rival("phase 2b", "b"),
        rival("29% vs 9%", "a") + rival("37% vs 18%", "b"),
    ],
)
def test_claims_that_can_both_hold(claims):
    assert problems(conflicting_claims, "claims:" + claims) == []


def test_time_points_written_differently_are_one_subject():
    text = (
        "claims:"
        + rival("37%", "a", "{trial: t, timepoint: week 3}")
        + rival("29%", "b", "{trial: t, timepoint: 21 days}")
    )
    assert [p.claim for p in problems(conflicting_claims, text)] == ["b"]


def test_sizes_that_the_record_holds_side_by_side_do_not_conflict():
    record = trial("sizes: {randomised: 27, analysed: 24}")
    text = record + "claims:" + rival("27 people", "a") + rival("24 people", "b")
    assert problems(conflicting_claims, text) == []


def test_waivers_travel_with_the_problem():
    text = RECORD + "claims:" + claim("phase 3", kind="phase", subject="{trial: t}")
    text += "  waivers: [{rule: CLM008, reason: quoted}]\n"
    [problem] = problems(record_conflict, text)
    assert [waiver.reason for waiver in problem.waivers] == ["quoted"]


def large_base():
    """10,000 claims on 1,000 trials, one in a hundred of them wrong."""
    trials = tuple(
        Trial(
            id=f"t{n}",
            name=f"T{n}",
            compound=("c",),
            indication=("i",),
            sizes=Sizes(randomised=100 + n),
            arms=(Arm(id="a", name="A", n=50 + n), Arm(id="b", name="B", n=50)),
            outcomes=tuple(
                Outcome(outcome=o, arm=arm, timepoint=f"week {w}", percent=Number.of(40 + w))
                for o in ("response", "remission")
                for arm in "ab"
                for w in (3, 12)
            ),
        )
        for n in range(1000)
    )
    claims = tuple(
        Claim(
            id=f"c{n}",
            statement="S.",
            kind="rate",
            verdict="supported",
            quantity=f"{43 + n % 2 * 9 + n % 100 // 99}% of {50 + n % 1000} participants",
            subject=Subject(
                trial=(f"t{n % 1000}",),
                arm="a",
                outcome="response",
                timepoint=f"week {3 + n % 2 * 9}",
            ),
        )
        for n in range(10_000)
    )
    return Base(claims=claims, trials=trials)


def test_time_on_a_large_base_grows_with_its_size():
    """The bar is 0.3 s on a quiet machine; tests run on busy ones."""
    base = large_base()
    started = time.process_time()
    found = [len(list(rule.check(base))) for rule in FIGURE_RULES]
    assert time.process_time() - started < 3
    assert found[1] > 0
