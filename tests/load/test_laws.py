"""Whatever stands in a file, loading it ends in entries and faults with places, or in one error."""

import re

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.load import load_text
from claimcheck.load.schema import known_keys
from claimcheck.load.shapes import SHAPES

NOUNS = {key: noun for shape in SHAPES.values() for key, noun in shape.items()}
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def loaded(text):
    """The base, or the error that there is in its place."""
    try:
        return load_text(text)
    except InputError as error:
        return error


@st.composite
def lists(draw):
    """A top-level key and entries under it, with right and wrong keys and any values."""
    name = draw(st.sampled_from(sorted(NOUNS)))
    keys = st.sampled_from(sorted(known_keys(NOUNS[name]))) | st.text("str[](0)", max_size=6)
    return name, draw(st.lists(st.dictionaries(keys, VALUES, max_size=6), min_size=1, max_size=3))


@given(lists(), st.sampled_from([True, False, None]))
@example(("agencies", [{"ambiguous": False, "0": "\x85"}]), True)
def test_any_entry_is_taken_or_told(listed, flow):
    name, entries = listed
    text = yaml.safe_dump({name: entries}, default_flow_style=flow, allow_unicode=True)
    found = loaded(text)
    if isinstance(found, InputError):
        assert found.where.line <= text.count("\n") + 1
        return
    lines = re.split(r"\r\n?|\n", text)  # what editors count; YAML has further breaks
    for problem in found.problems:
        assert 1 <= problem.where.line <= len(lines)
        assert problem.where.column <= len(lines[problem.where.line - 1]) + 1


@given(st.text(max_size=80) | st.text("claims:- []{}&*!|>'\"#\n\tid", max_size=80))
def test_any_text_is_taken_or_refused(text):
    found = loaded(text)
    assert not isinstance(found, InputError) or found.where.line >= 1
