"""Whether a phrase agrees with a record: rounding, hedges, inequalities, signs, units."""

import pytest

from claimcheck.model.dates import PartialDate
from claimcheck.model.numbers import Number
from claimcheck.quantity import Share, agrees, explain, read, reads_as, shown


def stated(text):
    (quantity,) = read(text)
    return quantity


def share(text):
    """A recorded share: "17/24", "71%" or "17/24 71.0%"."""
    parts = text.split()
    counts = next((part.split("/") for part in parts if "/" in part), (None, None))
    percent = next((Number.parse(part[:-1]) for part in parts if part.endswith("%")), None)
    count, of = (None if part is None else int(part) for part in counts)
    return Share(count=count, of=of, percent=percent)


SHARES = [
    # unhedged percentages: rounding at the precision shown, halves either way
    ("71%", "17/24", True),
    ("70.8%", "17/24", True),
    ("71.0%", "17/24", False),
    ("70%", "17/24", False),
    ("72%", "17/24", False),
    ("37%", "29/79", True),
    ("12%", "1/8", True),
    ("13%", "1/8", True),
    ("40.5%", "17/42", True),
    ("41%", "17/42", False),
    ("41%", "17/42 40.5%", True),
    ("40%", "17/42", True),
    ("42%", "17/42", False),
    ("71%", "71.2%", True),
    ("71%", "71.6%", False),
    ("67%", "67%", True),
    ("67.4%", "67%", None),
    ("68.4%", "67%", False),
    ("29%", "37%", False),
    ("71%", "17/24 71%", True),
    # hedges: 5 % of the value or the rounding shown
    ("about 70%", "17/24", True),
    ("around 70%", "66%", True),
    ("about 70%", "64%", False),
    ("about 71%", "68%", True),
    ("about 71%", "65%", False),
    ("nearly 30%", "29%", True),
    ("roughly 40%", "37%", True),
    ("approximately 37%", "30%", False),
    # inequalities
    ("more than 70%", "17/24", True),
    ("more than 71%", "17/24", False),
    ("over 70%", "71%", True),
    ("more than 71%", "71%", None),
    ("at least 71%", "71%", True),
    ("at least 72%", "71%", False),
    ("50% or more", "71%", True),
    ("less than 10%", "8%", True),
    ("under 8%", "9%", False),
    ("up to 71%", "71%", True),
    ("up to 60%", "71%", False),
    ("up to 80%", "71%", True),
    # ranges
    ("60–70%", "65%", True),
    ("60–70%", "70.4%", True),
    ("60–70%", "72%", False),
    # fractions of speech
    ("two-thirds", "67%", True),
    ("two thirds", "28/42", True),
    ("two-thirds", "71%", None),
    ("about two-thirds", "71%", True),
    ("about two-thirds", "75%", False),
    ("a third of patients", "32%", True),
    ("a third of patients", "29%", None),
    ("a third of patients", "20%", False),
    ("half of them", "50%", True),
    ("half of them", "60%", False),
    ("nearly half", "48%", True),
    ("more than half", "52%", True),
    ("more than half", "48%", False),
    ("just under half", "48%", True),
    ("three quarters", "75%", True),
    ("one in three", "33%", True),
    ("nine in ten", "92%", True),
    ("nine in ten", "80%", False),
    ("two out of three patients", "67%", True),
    ("more than two-thirds", "67.6%", True),
    # counts out of a total
    ("17 of 24", "17/24", True),
    ("17/24", "71%", True),
    ("17/24", "70%", False),
    ("16 of 24", "17/24", False),
    ("17 of 25", "17/24", False),
    ("34 of 48", "17/24", None),
    # a bare count of responders
    ("17 participants", "17/24", True),
    ("18 participants", "17/24", False),
    ("17 participants", "71%", None),
]


@pytest.mark.parametrize(("text", "record", "expected"), SHARES)
def test_share(text, record, expected):
    assert agrees(stated(text), share(record)) is expected


NUMBERS = [
    ("233 participants", "233", True),
    ("two hundred and thirty-three people", "233", True),
    ("216 participants", "233", False),
    ("232 participants", "233", False),
    ("n = 24", "24", True),
    ("about 240 adults", "233", True),
    ("about 240 adults", "255", False),
    ("about 200 adults", "217", True),
    ("about 200 adults", "233", False),
    ("around 90 people", "93", True),
    ("nearly 600 participants", "581", True),
    ("almost 100 people", "93", True),
    ("a dozen patients", "12", True),
    ("more than 200 participants", "233", True),
    ("more than 233 participants", "233", False),
    ("at least 233 participants", "233", True),
    ("over 250 people", "233", False),
    ("up to 240 people", "233", True),
    ("fewer than 100 people", "90", True),
    ("200–250 people", "233", True),
    ("200–230 people", "233", False),
    ("22 sites", "22", True),
    ("22 sites", "23", False),
    # scores: size without sign, sign where it is written, rounding
    ("6.6 points", "-6.6", True),
    ("a 6.6-point greater reduction", "-6.6", True),
    ("−6.6 points", "-6.6", True),
    ("−6.6 points", "6.6", False),
    ("7 points", "-6.6", True),
    ("6 points", "-6.6", False),
    ("12 points", "-12.0", True),
    ("6.5 points", "-6.6", False),
    ("more than 6 points", "-6.6", True),
    ("about 7 points", "-6.6", True),
    ("d = 0.91", "0.91", True),
    ("d = 0.9", "-0.91", True),
    ("d = 0.8", "0.91", False),
    ("an effect size of 0.7–0.8", "0.75", True),
    ("OR 2.85", "2.85", True),
    ("14.2 percentage points", "14.2", True),
    ("14 percentage points", "-14.2", True),
    ("71%", "71.2", True),
    ("aged 40", "39.8", True),
]


@pytest.mark.parametrize(("text", "record", "expected"), NUMBERS)
def test_number(text, record, expected):
    assert agrees(stated(text), Number.parse(record)) is expected


QUANTITIES = [
    ("at week 3", "week 3", True),
    ("three weeks after dosing", "week 3", True),
    ("at week 3", "week 4", False),
    ("at week 12", "3 months later", True),
    ("at four weeks", "month 1", True),
    ("12 months later", "at one year", True),
    ("after 6 months", "12 months later", False),
    ("by day 43", "week 6", True),
    ("at week 6", "day 43", True),
    ("week 4", "day 28", True),
    ("week 4", "day 43", False),
    ("up to six months", "month 6", True),
    ("up to six months", "month 12", False),
    ("at least 12 weeks", "26 weeks", True),
    ("phase 2b", "phase IIb", True),
    ("phase 2", "phase 2b", True),
    ("phase 2b", "phase 2", None),
    ("phase 2a", "phase 2b", False),
    ("phase 3", "phase 2", False),
    ("phase 2", "phase 2/3", None),
    ("phase 1", "phase 2/3", False),
    ("25 mg", "25 mg", True),
    ("10 mg", "25 mg", False),
    ("0.5 mg/kg", "0.5 mg/kg", True),
    ("500 µg", "0.5 mg", True),
    ("25 mg/70 kg", "0.36 mg/kg", True),
    ("25 mg", "0.36 mg/kg", None),
    ("two 25 mg doses", "25 mg", True),
    ("two 25 mg doses", "a single 25 mg dose", False),
    ("28–84 mg", "28-84 mg", True),
    ("9–2", "2-9 voted", True),
    ("voted 9 to 2 against", "voted 2 to 9 for", True),
    ("voted 9 to 2 against", "voted 9 to 2 for", False),
    ("voted 10 to 1", "voted 9 to 2", False),
    ("p < .05", "p < 0.001", True),
    ("p < .001", "p < 0.05", None),
    ("p < .001", "p = 0.17", False),
    ("p < .05", "p = 0.017", True),
    ("p = 0.02", "p = 0.017", True),
    ("p = 0.03", "p = 0.017", False),
    ("p = 0.03", "p < 0.001", False),
    ("p > .05", "p = 0.17", True),
    ("p > .05", "p < 0.001", False),
    ("95% CI −10.2 to −2.9", "95% CI -10.2 to -2.9", True),
    ("95% CI 2.9 to 10.2", "95% CI -10.2 to -2.9", True),
    ("95% CI −10 to −3", "95% CI -10.2 to -2.9", True),
    ("95% CI −12.2 to −2.9", "95% CI -10.2 to -2.9", False),
    ("June 2025", "23 June 2025", True),
    ("in 2025", "23 June 2025", True),
    ("23 June 2025", "June 2025", None),
    ("May 2025", "23 June 2025", False),
    ("on June 23", "23 June 2025", True),
    ("on June 24", "23 June 2025", False),
    ("early 2025", "March 2025", True),
    ("late 2025", "March 2025", False),
    ("Q3 2024", "9 August 2024", True),
    ("the second half of 2025", "1 July 2025", True),
    ("25 mg", "week 3", None),
    ("71%", "week 3", None),
    ("$300", "25 mg", None),
]


@pytest.mark.parametrize(("text", "record", "expected"), QUANTITIES)
def test_quantity(text, record, expected):
    assert agrees(stated(text), stated(record)) is expected


def test_dates_of_the_records():
    assert agrees(stated("August 2024"), PartialDate(2024, 8, 9)) is True
    assert agrees(stated("August 2023"), PartialDate(2024, 8, 9)) is False
    assert agrees(stated("25 mg"), PartialDate(2024, 8, 9)) is None


@pytest.mark.parametrize(
    ("text", "record", "clause"),
    [
        ("75%", share("17/24"), "17 of 24 is 70.8 %"),
        ("two-thirds", share("37%"), "two-thirds is 66.7 %, the record has 37 %"),
        ("17/24", share("70%"), "17/24 is 70.8 %, the record has 70 %"),
        ("about 200 adults", Number.of(233), "about 200 allows 180 to 220, the record has 233"),
        ("more than 240 adults", Number.of(233), "more than 240 adults does not cover 233"),
        ("216 adults", Number.of(233), "the record has 233"),
        ("week 3", stated("week 4"), "the record has week 4"),
    ],
)
def test_explanation(text, record, clause):
    assert explain(stated(text), record) == clause


def test_recorded_values_are_shown_with_counts_and_percentage():
    assert shown(share("17/24")) == "17 of 24 (70.8 %)"
    assert shown(share("17/24 71%")) == "17 of 24 (71 %)"
    assert shown(Number.parse("−6.6")) == "−6.6"


def test_a_claim_figure_is_sorted_into_its_parts():
    figures = reads_as("−6.6 points at week 3 (95% CI −10.2 to −2.9; p<0.001)")
    assert [q.text for q in figures.main] == ["−6.6 points"]
    assert figures.interval is not None
    assert figures.interval.text == "95% CI −10.2 to −2.9"
    assert figures.p is not None
    assert figures.p.text == "p<0.001"
    assert [q.text for q in figures.at] == ["week 3"]


def test_a_time_point_alone_is_what_is_stated():
    figures = reads_as("up to six months")
    assert [q.text for q in figures.main] == ["six months"]
    assert figures.at == ()
    assert reads_as("none").main == ()
