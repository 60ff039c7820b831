"""Suggestions that can stand in place of what a draft says."""

import pytest

from claimcheck.model.findings import Suggestion
from claimcheck.rules.replacing import replacement


@pytest.mark.parametrize(
    ("written", "expected", "text"),
    [
        ("323 people", "233 randomised", "233 people"),
        ("332 people", "233 randomised, 233 dosed or 233 analysed", "233 people"),
        ("n = 24", "27 randomised", "n = 27"),
        ("37%", "29 % (23 of 79) remission at week 3 with 25 mg", "29%"),
        ("41 %", "36.7 % (29 of 79) response at week 3 with 25 mg", "37 %"),
        ("41.0%", "36.7 % response", "36.7%"),
        ("phase 3", "phase 2b", "phase 2b"),
        ("double-blind", "open-label", "open-label"),
        ("sertraline", "control: escitalopram", "escitalopram"),
        ("10 mg", "25 mg or 5 mg", None),
        ("71%", "67 % at week 18 or 33 % at week 18", None),
        ("71%", "17 of 24 response", None),
        ("Sixty patients", "233 randomised", None),
        ("from 4 to 6", "7 weeks", None),
        ("niacin", "control: active placebo or diphenhydramine", None),
        ("open-label", "open-label", None),
    ],
)
def test_what_a_record_says_is_cut_to_fit(written, expected, text):
    made = replacement(written, Suggestion(expected), expected)
    assert (made.text if made else None) == text


def test_a_suggestion_of_its_own_words_is_passed_on():
    given = Suggestion("March 2019")
    assert replacement("March 2021", given, "approved 2019-03-05") is given
    assert replacement("March 2021", None, None) is None
