"""What a draft says against itself: sums within a sentence, figures across sentences."""

from datetime import date
from pathlib import Path

import pytest

from claimcheck.drafts import read_draft
from claimcheck.linting import lint
from claimcheck.load import load_base
from claimcheck.policy import Policy
from claimcheck.statements.records import Records

POLICY = Policy(today=date(2026, 11, 21))


@pytest.fixture(scope="module")
def records():
    return Records(load_base(Path(__file__).parents[2] / "data"))


def found(text, records, name):
    document = read_draft("draft.md", text.encode(), "draft.md")
    return [f for f in lint(document, records, POLICY, ()).findings if f.name == name]


IMPOSSIBLE = [
    ("12 of 24 (75 %) responded.", "12 of 24 is 50 %, not 75 %"),
    ("12 of 24 patients (75 %) responded.", "12 of 24 patients is 50 %, not 75 %"),
    ("Response was 75% (12/24).", "12/24 is 50 %, not 75%"),
    ("A response of 12/24 (75%, p < .01) was seen.", "12/24 is 50 %, not 75%"),
    ("In all, 12 (75 %) of 24 patients responded.", "12 of 24 is 50 %, not 75 %"),
    ("12 out of 24, or 75%, did.", "12 out of 24 is 50 %, not 75%"),
    ("75% of patients responded (12 of 24).", "12 of 24 is 50 %, not 75%"),
    ("Twelve of the twenty-four participants (75%) did.", "is 50 %, not 75%"),
    ("Response was 50% (12 of 24) versus 25% (8 of 24).", "8 of 24 is 33.3 %, not 25%"),
    ("Half of the patients (75%) responded.", "Half is 50 %, not 75%"),
    ("71% of 10 patients responded.", "no number out of 10 is 71%"),
    ("30 of 24 patients responded.", "the part is larger than the whole"),
    ("Of 24 participants, 27 completed the study.", "27 of 24 participants: the part is larger"),
    ("24 people were randomised, 27 of whom completed it.", "27 of 24 people: the part is larger"),
    ("The group had 24 people, of whom 30 relapsed.", "30 of 24 people: the part is larger"),
    ("In all, 120 % of participants improved.", "120 % is more than all"),
    ("The difference was significant (p = 1.2).", "p = 1.2 is outside 0 to 1"),
    ("The difference was -6.6 (95% CI -5.2 to -2.9).", "does not hold its estimate -6.6"),
    ("| Group | Response |\n|---|---|\n| Drug | 12/24 (75%) |", "12/24 is 50 %, not 75%"),
]
POSSIBLE = [
    "12 of 24 (50 %) responded.",
    "17 of 24 patients (71 %) responded, in words 17 of 24 (70.8%), or 17 of 24 (70%).",
    "37% versus 18% (29/79 versus 14/79) responded.",
    "37% and 18% (29/79, 14/79) responded.",
    "About 70% of 10 patients responded.",
    "12 of 24 (75% women) responded.",
    "The clinic is open 24/7 and was rated 12/10.",
    "The change was -6.6 points (95% CI -10.2 to -2.9).",
    "Response was 29% against 9% (95% CI for the difference 11 to 30).",
    "15 (60%) of the 25 patients and 3 (12%) of 25 controls responded.",
    "12 of 24 patients responded (50%), 8 of 24 (33%) remitted.",
    "Of 24 participants, 27 sessions were recorded.",
    "A 50% reduction was seen in 12 of 24 patients (p = 0.02).",
    "75% of women improved, more than men (12 of 24).",
    "10 of 24 (range 5–20%) did.",
    "Response was frequent (28 of 42, 67%).",
    "About a quarter (1 in 4, 26%) did.",
    "About two-thirds (69%) of patients responded.",
    "By 2021, 24 people had joined; 40 joined in 2022.",
]


@pytest.mark.parametrize(("text", "message"), IMPOSSIBLE)
def test_impossible(text, message, records):
    [finding] = found(text, records, "impossible-figure")
    assert message in finding.problem.message


@pytest.mark.parametrize("text", POSSIBLE)
def test_possible(text, records):
    assert found(text, records, "impossible-figure") == []


def test_an_impossible_figure_has_its_place_and_the_right_share(records):
    text = "# A\n\nFirst. In all, 12 of 24 participants (75%) had a response.\n"
    [finding] = found(text, records, "impossible-figure")
    where, problem = finding.where, finding.problem
    assert (where.line, where.column, where.end_column) == (3, 16, 42)
    assert (problem.found, problem.expected) == ("75%", "50 %")
    quoted = found(f"> {text.splitlines()[2]}", records, "impossible-figure")
    assert [str(f.severity) for f in quoted] == ["warning"]


INCONSISTENT = [
    "COMP001 randomised 233 participants.\n\nIn COMP001, 216 participants were randomised.",
    "COMP001 randomised 233 people. The trial randomised 216 people.",
    (
        "In COMP001, response at week 3 was 37% in the 25 mg group.\n\n"
        "At week 3, 41% of the 25 mg group responded in COMP001."
    ),
    "# COMP001\n\nAt week 3, response was 37% with 25 mg. Remission at week 3 was 45% with 25 mg.",
    (
        "In MAPP1, 67% of the MDMA group no longer met criteria at 18 weeks.\n\n"
        "In MAPP1, 61% of the MDMA group no longer met PTSD criteria at 18 weeks."
    ),
    (
        "| Trial | Randomised |\n|---|---|\n| COMP001 | 233 |\n| COMP005 | 258 |\n\n"
        "COMP001 randomised 219 participants."
    ),
    (
        "In all, 40 patients were randomised (Smith et al., 2020).\n\n"
        "Sixty patients were randomised (Smith et al., 2020)."
    ),
    (
        "At week 4, 30% of the psilocybin group responded (Smith et al., 2020).\n\n"
        "The response rate at week 4 was 45% with psilocybin (Smith et al., 2020)."
    ),
    "At twelve months 41% of the patients still responded and 62% were in remission.",
    "At week 8, remission was 44% and response 30%.",
]
CONSISTENT = [
    "At week 8, remission was 30% and response 44%.",
    "At week 8, 44% of one group were in remission and 30% of the other had responded.",
    "At week 8, 44% were in remission; at week 12, 30% had responded.",
    "By week 8, 44% on psilocybin were in remission and 30% on placebo had responded.",
    "COMP001 randomised 233 participants.\n\nIn COMP005, 258 participants were randomised.",
    (
        "In COMP001, response at week 3 was 37% in the 25 mg group.\n\n"
        "At week 12, 20% of the 25 mg group responded in COMP001."
    ),
    (
        "In COMP001, response at week 3 was 37% in the 25 mg group and 19% in the 10 mg group.\n\n"
        "In COMP001, 18% of the 1 mg group responded at week 3."
    ),
    (
        "In COMP001, response at week 3 was 37% with 25 mg.\n\n"
        "In COMP001, remission at week 3 was 29% with 25 mg."
    ),
    (
        "COMP001 randomised 233 people. Of these, 79 got 25 mg.\n\n"
        "In COMP001, 79 people were randomised to 25 mg."
    ),
    (
        "Davis 2021 randomised 27 participants; 24 completed it.\n\n"
        "In Davis 2021, 24 participants completed the treatment."
    ),
    "COMP001 screened 428 people and randomised 233.\n\nCOMP001 randomised 233 people.",
    "COMP001 randomised about 230 people.\n\nCOMP001 randomised 233 people.",
    (
        "In COMP001, 36.7% of the 25 mg group responded at week 3.\n\n"
        "In COMP001, 37% of the 25 mg group responded at week 3."
    ),
    (
        "In COMP001, 37% of the 25 mg group responded at week 3.\n\n"
        "Among those with anxiety, 45% of the 25 mg group responded at week 3 in COMP001."
    ),
    "Smith et al. (2020) randomised 40 patients.\n\nSmith et al. (2021) randomised 60 patients.",
    (
        "At week 4, 30% of the psilocybin group responded (Smith et al., 2020).\n\n"
        "The response rate at week 4 was 45% with placebo (Smith et al., 2020)."
    ),
]


@pytest.mark.parametrize("text", INCONSISTENT)
def test_inconsistent(text, records):
    [finding] = found(text, records, "inconsistent")
    [(earlier, _)] = finding.problem.related
    assert (earlier.line, earlier.column) < (finding.where.line, finding.where.column)


def test_the_figure_that_the_base_bears_out_is_not_the_one_at_fault(records):
    right = "COMP001 randomised 233 participants."
    text = f"In COMP001, 216 participants were randomised.\n\n{right}\n\n{right}"
    [finding] = found(text, records, "inconsistent")
    assert (finding.where.line, finding.problem.related[0][0].line) == (1, 3)


@pytest.mark.parametrize("text", CONSISTENT)
def test_consistent(text, records):
    assert found(text, records, "inconsistent") == []
