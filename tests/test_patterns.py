"""Lazy patterns do what compiled ones do."""

import re

import pytest

from claimcheck.patterns import lazy


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
