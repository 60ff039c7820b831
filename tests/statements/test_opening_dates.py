"""A date that opens a paragraph, set off by a stop or a colon, dates what stands in it."""

import pytest

from claimcheck.drafts.dates import leading_date
from statements.trials.labelled import verdict


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025, 23 June. A result", "2025-06-23"),
        ("2025, June 23: a result", "2025-06-23"),
        ("2025 – June. A result", "2025-06"),
        ("2024, Nov. A vote", "2024-11"),
        ("2025, but not before, a result", "2025"),
        ("2023 – Compass. A result", "2023"),
    ],
)
def test_a_year_may_come_before_its_month(text, date):
    assert str(leading_date(text)) == date


@pytest.mark.parametrize("opening", ["**2025, 23 June.** ", "June 2025: ", "2025 – June. "])
def test_what_a_dated_paragraph_awaits_is_not_overtaken(opening):
    assert verdict(f"{opening}It is quiet. COMP006 has not yet reported.") == "silent"


@pytest.mark.parametrize("opening", ["In June 2025 it began. ", "June 2025 was warm. ", ""])
def test_what_another_paragraph_awaits_is(opening):
    assert verdict(f"{opening}It is quiet. COMP006 has not yet reported.") == "outdated"


def test_a_paragraph_of_several_days_is_dated_by_none():
    text = "**2024, 4 June.** The panel votes. **9 August.** The FDA refuses MDMA for PTSD."
    assert verdict(text) == "supported"
