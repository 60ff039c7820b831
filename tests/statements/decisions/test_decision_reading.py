"""How a sentence is laid out: clauses, moods, subjects, places, dates."""

from __future__ import annotations

import pytest

from claimcheck.statements.decisions.clauses import split
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.places import places
from claimcheck.statements.decisions.subjects import subjects
from statements.decisions.drafted import passage_of


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("the agency refused it.", ["the agency refused it."]),
        ("x was approved, but y was not.", ["x was approved,", "but y was not."]),
        ("x, y, and z are listed.", ["x, y, and z are listed."]),
        ("x, which began in 2020, was approved.", ["x,", ", was approved.", "which began in 2020"]),
        ("x (approved in 2019) is a spray.", ["x (", ") is a spray.", "approved in 2019"]),
        ("while x rose, only y is approved.", ["while x rose,", "only y is approved."]),
        ("x was refused after advisers voted no.", ["x was refused", "after advisers voted no."]),
        ("x and y in adults, and in children.", ["x and y in adults, and in children."]),
    ],
)
def test_clauses(sentence, clauses):
    found = [c.words.strip() for c in split(sentence)]
    joined = " ".join(" ".join(found).split())
    assert joined == " ".join(" ".join(clauses).split())


@pytest.mark.parametrize(
    "sentence", ["a (b is c) d is e; f was g, which is h, and i is j.", "", "x"]
)
def test_clauses_cover_the_sentence_once(sentence):
    clauses = split(sentence)
    for index, letter in enumerate(sentence):
        if letter.isalnum():
            assert sum(c.words[index] == letter for c in clauses) == 1
    assert all(len(c.words) == len(sentence) for c in clauses)


@pytest.mark.parametrize(
    ("words", "cue", "mood", "negated"),
    [
        ("it was approved in 2019", "approved", "fact", False),
        ("it was not approved", "approved", "fact", True),
        ("it has yet to be approved", "approved", "fact", True),
        ("neither x nor y was approved", "approved", "fact", True),
        ("it was not approved until 2019", "approved", "fact", False),
        ("it was not only approved but paid for", "approved", "fact", False),
        ("it will be approved", "approved", "forecast", False),
        ("it is on track to be approved", "approved", "forecast", False),
        ("it is unlikely that it will not be approved", "approved", "idle", False),
        ("if it is approved", "approved", "idle", False),
        ("they hope that it is approved", "approved", "idle", False),
        ("it was expected to be approved", "approved", "idle", False),
        ("one day it could be approved", "approved", "idle", False),
    ],
)
def test_moods(words, cue, mood, negated):
    start = words.index(cue)
    found = modality(words, start, start + len(cue))
    assert (found.mood, found.negated) == (mood, negated)


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("MDMA for PTSD was refused.", [("mdma", ("ptsd",))]),
        (
            "Psilocybin for PTSD and MDMA for TRD were approved.",
            [("psilocybin", ("ptsd",)), ("mdma", ("trd",))],
        ),
        (
            "Psilocybin and MDMA were approved for TRD and PTSD respectively.",
            [("psilocybin", ("trd",)), ("mdma", ("ptsd",))],
        ),
        ("For PTSD, MDMA was approved.", [("mdma", ("ptsd",))]),
        ("MDMA was approved for PTSD and OCD.", [("mdma", ("ptsd",)), ("mdma", ("ocd",))]),
        ("COMP360 psilocybin was approved.", [("comp360", ())]),
        ("Unlike psilocybin, esketamine was approved.", [("esketamine", ())]),
        ("Spravato, a form of ketamine, was approved.", [("esketamine", ())]),
        ("Ketamine was approved in the form of esketamine.", [("esketamine", ())]),
        ("Prozac was approved long before esketamine.", []),
        ("Three drugs were approved.", []),
    ],
)
def test_subjects(sentence, pairs):
    passage = passage_of(sentence)
    found = subjects(passage, passage.clauses[-1])
    assert [(s.compounds[0], s.indications) for s in found] == pairs


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The FDA approved it.", ("fda",)),
        ("It was approved in Australia.", ("au",)),
        ("Australia's equivalent of the FDA approved it.", ("au",)),
        ("The British company won approval.", ()),
        ("Both the FDA and the EMA approved it.", ("fda", "ema")),
    ],
)
def test_places(sentence, who):
    passage = passage_of(sentence)
    found = places(passage, passage.clauses[0])
    assert tuple(i for p in found for i in (*p.agencies, *p.jurisdictions)) == who


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        ("It was approved in March 2019.", [("March 2019", "on")]),
        ("It had been approved by 2021.", [("2021", "by")]),
        ("It was approved after 2018.", [("2018", "after")]),
        ("It has been approved since May 2020.", [("May 2020", "on")]),
    ],
)
def test_moments(sentence, relations):
    passage = passage_of(sentence)
    assert [(m.date.text, m.relation) for m in passage.moments(passage.clauses[0])] == relations
