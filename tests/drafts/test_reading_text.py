"""Plain text: blocks by the habits of writers, with exact places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts.text import read_text_draft
from drafts.positions import misplaced, place, texts

LONG = "A long line of prose that goes on, as a paragraph in a text from a web page does. " * 3


def read(source):
    document = read_text_draft("draft.txt", source)
    assert not misplaced(document)
    return document


def shape(document):
    return [(block.kind, block.text) for block in document.blocks]


def test_lines_broken_by_hand_make_paragraphs():
    document = read("The Title\n\nOne line\nand two 12 %.\n\n  More here.\n")
    assert shape(document) == [
        ("heading", "The Title"),
        ("paragraph", "One line\nand two 12 %."),
        ("paragraph", "More here."),
    ]
    assert document.title == "The Title"
    assert place(document, "two 12 %") == (4, 5, 4, 13)
    assert place(document, "More") == (6, 3, 6, 7)


def test_long_lines_are_paragraphs():
    document = read(f"The Title\n{LONG}\nA part of it\n{LONG}\n{LONG}\n")
    assert [block.kind for block in document.blocks] == [
        *("heading", "paragraph", "heading", "paragraph", "paragraph")
    ]
    assert [block.level for block in document.blocks] == [1, 0, 2, 0, 0]


def test_lists():
    document = read(
        "It works:\n\n  • one\n    goes on\n  • two\n\n    – inner\n\n  3. three\n\nAfter all.\n"
    )
    assert shape(document)[1:] == [
        ("item", "one\ngoes on"),
        ("item", "two"),
        ("item", "inner"),
        ("item", "three"),
        ("paragraph", "After all."),
    ]
    assert [b.level for b in document.blocks] == [0, 1, 1, 2, 1, 0]
    assert [b.parent for b in document.blocks] == [None, 0, 0, 2, 0, None]


@pytest.mark.parametrize(
    "table",
    [
        "Trial\tPeople\tRate\nCOMP001\t233\t37 %\n",
        "| Trial | People | Rate |\n|---|---|---|\n| COMP001 | 233 | 37 % |\n",
    ],
)
def test_tables(table):
    document = read("Sizes of trials:\n\n" + table)
    rate = document.blocks[-1]
    assert rate.text == "37 %"
    assert [document.blocks[i].text for i in rate.row] == ["COMP001", "233"]
    assert [document.blocks[i].text for i in rate.header] == ["Rate"]
    assert rate.parent == 0


def test_underlined_headings_rules_and_quotations():
    document = read("Head\n====\n\nText of it.\n\n-----\n\n> Said one\n> and more.\n")
    assert [(b.kind, b.text, b.quoted) for b in document.blocks] == [
        ("heading", "Head", False),
        ("paragraph", "Text of it.", False),
        ("paragraph", "Said one\nand more.", True),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines(end):
    document = read(f"One line{end}and two.{end}{end}Three 12 %.{end}")
    assert len(document.blocks) == 2
    assert place(document, "12 %") == (4, 7, 4, 11)


@pytest.mark.parametrize("mark", ["# ", "% ", "// ", ".. ", "", "<!-- "])
def test_comments_of_ours(mark):
    document = read(
        f'One.\n\n{mark}claimcheck: ignore[outdated] reason="old"{" -->" if "<" in mark else ""}\n'
        'Two. <!-- claimcheck: ignore reason="b" -->\n\nThree.\n'
    )
    assert texts(document, "paragraph") == ["One.", "Two.", "Three."]
    assert [(s.rules, s.reason, s.block, s.fault) for s in document.suppressions] == [
        (("outdated",), "old", 1, None),
        ((), "b", 1, None),
    ]


def test_a_comment_of_ours_in_a_table_is_no_cell():
    document = read(
        'drug\tn\nLSD\t12 <!-- claimcheck: ignore[outdated] reason="old" -->\n\nAfter.\n'
    )
    assert texts(document, "cell") == ["drug", "n", "LSD", "12"]
    assert texts(document, "paragraph") == ["After."]
    assert [(s.rules, s.reason, s.fault) for s in document.suppressions] == [
        (("outdated",), "old", None)
    ]


PIECES = st.sampled_from(
    [
        *("word ", "12 %. ", "Title", "\n", "\n\n", "\r\n", "\r", "- ", "• ", "1. ", "  ", "\t"),
        *("| a | b |", "|---|---|", "====", "> ", "<!-- claimcheck: ignore -->", "é", "😀", "\x0b"),
        *("# claimcheck: x", "\u2028", "\u00a0", "|", '"', LONG),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_character_stands_where_its_block_says(source):
    read(source)
