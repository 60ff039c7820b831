"""Phrase tables: the cheap look for pieces of words never hides what a pattern would find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.statements.decisions import approvable, asides, cues, gates, phrases
from claimcheck.statements.decisions.patterns import any_of, words
from statements.decisions.drafted import records

TEXTS = [
    line.partition(": ")[2].lower()
    for table in (Path(__file__).parent / "tables").glob("*.txt")
    for line in table.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("cue", cues.CUES, ids=lambda cue: cue[0])
def test_pieces_hide_nothing(cue):
    _, pieces, pattern = cue
    hidden = [t for t in TEXTS if pattern.search(t) and not any(p in t for p in pieces)]
    assert not hidden


def test_tables_make_patterns():
    assert words("one | two(?:s|x)? | three four") == r"\b(?:one|two(?:s|x)?|three four)\b"
    assert any_of(words("a | b"), r"\d").findall("a 1 ab b") == ["a", "1", "b"]


@pytest.mark.parametrize("module", [approvable, asides, cues, gates, phrases])
def test_the_engine_names_no_compound_and_no_disease(module):
    source = Path(module.__file__).read_text(encoding="utf-8").lower()
    vocabulary = records().base.vocabulary
    for term in (*vocabulary.compounds, *vocabulary.indications):
        assert not re.search(rf"\b{re.escape(term.name.lower())}\b", source), term.name


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,;:()—-fda'’2024 approved not", max_size=120))
def test_patterns_survive_any_text(text):
    for _, _, pattern in cues.CUES:
        for found in pattern.finditer(text):
            assert found.end() > found.start()
