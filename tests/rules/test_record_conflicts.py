"""CLM008: claims against the trial and the regulatory record."""

import pytest

from claimcheck.rules.figures import record_conflict
from rules.figure_bases import RECORD, VOCABULARY, claim, problems

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


def test_waivers_travel_with_the_problem():
    text = RECORD + "claims:" + claim("phase 3", kind="phase", subject="{trial: t}")
    text += "  waivers: [{rule: CLM008, reason: quoted}]\n"
    [problem] = problems(record_conflict, text)
    assert [waiver.reason for waiver in problem.waivers] == ["quoted"]
