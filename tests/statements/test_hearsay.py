"""What a text repeats only to deny it is not held against it."""

import pytest

from statements.trials.labelled import verdict

DENIED = [
    "People still say that COMP001 enrolled 400 adults, but that is wrong.",
    "Many readers believe that COMP001 enrolled 400 adults. They are mistaken.",
    "“COMP001 enrolled 400 adults.” Not so.",
    "One hears that MDMA is an approved medicine in the United States. It isn’t.",
    "It has been claimed that MDMA is approved in the United States; this is not the case.",
    "The misconception that COMP001 enrolled 400 adults is hard to kill.",
]
MEANT = [
    "People still say that COMP001 enrolled 400 adults.",
    "Many readers believe that COMP001 enrolled 400 adults. They are right.",
    "“COMP001 enrolled 400 adults.” So it was told.",
    "It is well known that COMP001 took a year, but COMP001 enrolled 400 adults.",
    "It is often said that the trial was small, but that is wrong: COMP001 enrolled 400 adults.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_belief_that_is_denied_is_not_held_against_the_text(text):
    assert verdict(text) in {"silent", "supported"}


@pytest.mark.parametrize("text", MEANT)
def test_a_belief_that_is_only_passed_on_is(text):
    assert verdict(text) == "contradicted"
