"""Loose words for what a treatment is somewhere want a source; near misses do not."""

import pytest

from statements.trials.labelled import verdict

CLAIMED = [
    "MDMA has become a prescription drug for bulimia in Finland.",
    "Ibogaine has gained full market authorisation in Mexico.",
    "In Peru ayahuasca is an accepted medicine for depression.",
    "LSD is available on prescription for cluster headache in Sweden.",
    "Irish doctors are free to prescribe psilocybin for depression.",
    "DMT is a registered treatment for stroke in Israel.",
    "Portugal: ibogaine given the go-ahead in addiction clinics.",
]
OTHERWISE = [
    "Psilocybin is not a registered medicine in Jamaica.",
    "Ayahuasca is recognised as cultural heritage in Peru.",
    "Ketamine is a prescription drug and must be kept locked.",
    "In Israel DMT is studied for stroke.",
    "Psilocybin could become a medicine in Ireland.",
    "An Irish doctor can prescribe antidepressants.",
    "Finland gave the go-ahead to a trial of MDMA in bulimia.",
]


@pytest.mark.parametrize("sentence", CLAIMED)
def test_a_status_without_record_or_source_wants_one(sentence):
    assert verdict(sentence) == "unsourced"


@pytest.mark.parametrize("sentence", OTHERWISE)
def test_what_is_no_status_is_left_alone(sentence):
    assert verdict(sentence) == "silent"
