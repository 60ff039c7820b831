"""Notebooks: Markdown cells, with places in the file as it is written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts import read_draft
from claimcheck.drafts.notebook import read_notebook
from claimcheck.drafts.offsets import through
from claimcheck.errors import InputError
from drafts.positions import texts

CELLS = [
    {"cell_type": "markdown", "metadata": {"source": "no"}, "source": ["# Head\n", "\n", "Text."]},
    {
        "cell_type": "code",
        "metadata": {},
        "outputs": [{"data": {"text/markdown": ["no"]}, "cells": ["no"]}],
        "source": ["n = 24  # no\n"],
    },
    {"cell_type": "markdown", "metadata": {}, "source": 'It was “27” "people",\nso\tsmall 😀.'},
    {"cell_type": "raw", "metadata": {}, "source": "no"},
    {"cell_type": "markdown", "metadata": {}, "source": []},
    {
        "cell_type": "markdown",
        "metadata": {},
        "source": ['<!-- claimcheck: ignore reason="q" -->\n', "Last."],
    },
]


@pytest.mark.parametrize(("indent", "ascii_only"), [(1, True), (None, False)])
def test_cells_and_their_places(indent, ascii_only):
    book = {"cells": CELLS, "nbformat": 4, "metadata": {"cells": ["x"]}}
    source = json.dumps(book, indent=indent, ensure_ascii=ascii_only)
    document = read_notebook("n.ipynb", source)
    assert texts(document) == ["Head", "Text.", 'It was “27” "people",\nso\tsmall 😀.', "Last."]
    assert [block.where for block in document.blocks] == ["cell 1", "cell 1", "cell 3", "cell 6"]
    assert [document.blocks[i].text for i in document.blocks[2].headings] == ["Head"]
    people = document.blocks[2]
    for word in ("people", "small", "27"):
        assert source.startswith(word, people.source_offset(people.text.index(word)))
    assert source.startswith("\\n", people.source_offset(people.text.index("\n")))
    where = document.place(people, 0, 6)
    assert source.split("\n")[where.line - 1][where.column - 1 :].startswith("It was")
    assert where.label == "cell 3"
    (comment,) = document.suppressions
    assert comment.block == 3
    assert source.split("\n")[comment.place.line - 1].find("claimcheck") + 1 == comment.place.column


def test_old_notebooks_have_worksheets():
    book = {"worksheets": [{"cells": CELLS[:1]}, {"cells": CELLS[2:3]}], "nbformat": 3}
    assert len(texts(read_notebook("n.ipynb", json.dumps(book)))) == 3


def test_lone_surrogates_are_replaced():
    source = '{"cells": [{"cell_type": "markdown", "source": "a\\ud83d b 12"}]}'
    (block,) = read_notebook("n.ipynb", source).blocks
    assert block.text == "a\ufffd b 12"
    assert source.startswith("12", block.source_offset(5))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "n.ipynb:1:1: is no notebook (Expecting value)"),
        (b"{}", "n.ipynb:1:1: is no notebook (no cells)"),
        (b"[1]", "n.ipynb:1:1: is no notebook (no cells)"),
        (b'{"cells":\n nope}', "n.ipynb:2:2: is no notebook (Expecting value)"),
        (b"[" * 100_000, "n.ipynb:1:1: is no notebook (nested too deeply)"),
    ],
)
def test_what_is_no_notebook(content, message):
    with pytest.raises(InputError) as caught:
        read_draft("n.ipynb", content)
    assert str(caught.value) == message


def test_odd_cells_are_passed_over():
    book = {"cells": [1, "x", {"source": 3}, {"cell_type": "markdown"}, ["source"], {}]}
    assert texts(read_notebook("n.ipynb", json.dumps(book))) == []


@given(st.lists(st.text(min_size=1), max_size=5))
def test_any_text_comes_through(parts):
    book = {"cells": [{"cell_type": "markdown", "source": ["```\n", *parts, "\n```\n", "End 12."]}]}
    source = json.dumps(book)
    document = read_notebook("n.ipynb", source)
    for block in document.blocks:
        assert 0 <= block.source_offset(len(block.text) - 1) < len(source)


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=6),
    st.lists(st.integers(0, 5), min_size=1, max_size=6),
)
def test_spans_lead_through_a_middle_text(first, second):
    def spans(steps):
        """Spans whose two sides drift apart, the further side a little more with each."""
        here = there = 0
        for step in steps:
            yield here, there
            here, there = here + step + 1, there + step + 3

    def led(steps, offset):
        here, there = [span for span in spans(steps) if span[0] <= offset][-1]
        return there + offset - here

    one, two = list(spans(first)), list(spans(second))
    whole = through(one, two, 40)
    for offset in range(40):
        here, there = [span for span in whole if span[0] <= offset][-1]
        assert there + offset - here == led(second, led(first, offset))
