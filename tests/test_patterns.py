"""Lazy patterns do what compiled ones do."""

import re

import pytest

from claimcheck import patterns
from claimcheck.patterns import Gate, lazy


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "findall", "split"])
def test_same_answers(method):
    source, text = r"(\d+)\s*(mg|%)", "12 mg and 40%"
    ours = getattr(lazy(source, re.IGNORECASE), method)(text)
    theirs = getattr(re.compile(source, re.IGNORECASE), method)(text)
    assert str(ours) == str(theirs)


def test_substitution_and_iteration():
    pattern = lazy(r"a+")
    assert pattern.sub("b", "caat") == "cbt"
    assert [m.span() for m in pattern.finditer("aab a")] == [(0, 2), (4, 5)]


def test_the_source_can_be_built_upon():
    assert lazy(r"a|b").pattern == "a|b"
    assert lazy(rf"x(?:{lazy('a|b').pattern})").search("xb")


def test_a_faulty_pattern_fails_at_its_first_use():
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_a_kept_pattern_that_makes_no_sense_is_compiled_anew(monkeypatch):
    nonsense = (re.UNICODE, b"\xff\xff\xff\xff" * 3, 0, {})
    monkeypatch.setitem(patterns.kept, ("kept?", 0), nonsense)
    assert lazy("kept?").fullmatch("kep")


def test_flags_in_the_source_count():
    assert lazy("(?i)madrs").search("MADRS")
    assert lazy("(?i)madrs").search.__self__.flags == re.compile("(?i)madrs").flags


GATES = [
    r"approv|authori[sz]|\bcrl|fast[- ]track|under .{0,9}review|top-line",
    r"\bno(?:ne|body)?\b|\b(?:has|is) ?not\b|n[’']t\b|set aside",
    r"[(|]x|a\|b|(?:c|d)e|\(f|[]|]g",
    r"\bonly\b",
    r"plain|words",
]
TEXTS = [
    *("it was approved", "authorized", "a crl came", "acrl", "fast-track", "under priority review"),
    *("top-line data", "knows", "no one", "nobody", "nobodys", "has not", "hasnot", "isn't", ""),
    *("set asides", "(x", "|x", "a|b", "a", "ce", "de", "e", "(f", "f", "]g", "|g", "g", "only"),
    *("lonely", "only.", "plains", "sword", "words"),
]


@pytest.mark.parametrize("source", GATES)
def test_a_gate_opens_where_its_pattern_occurs(source):
    expected = {text: bool(re.search(source, text)) for text in TEXTS}
    assert {text: Gate(source).within(text) for text in TEXTS} == expected
    assert len(set(expected.values())) == 2
