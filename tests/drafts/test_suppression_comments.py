"""Comments that silence rules: what they cover, and what is wrong with them."""

import json

import pytest

from claimcheck.drafts import read_draft
from claimcheck.model.dates import PartialDate


def suppressions(text, name="draft.md"):
    return read_draft(name, text.encode()).suppressions


def covered(text, name="draft.md"):
    """The texts of the blocks that the only comment covers."""
    document = read_draft(name, text.encode())
    (comment,) = document.suppressions
    return [block.text.strip() for i, block in enumerate(document.blocks) if comment.covers(i)]


GOOD = '<!-- claimcheck: ignore[contradicted] reason="old" -->'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"One.\n\n{GOOD}\nTwo.\n\nThree.\n", ["Two."]),
        (f"One.\n\n{GOOD}\n\nTwo.\n\nThree.\n", ["Two."]),
        (f"One.\n\nTwo. {GOOD}\nMore.\n\nThree.\n", ["Two. \nMore."]),
        (f"One.\n\nTwo. {GOOD}\n\nThree.\n", ["Two."]),
        (f"{GOOD} Two.\n\nThree.\n", ["Two."]),
        (f"# Head {GOOD}\n\nTwo.\n", ["Head"]),
        (f"{GOOD}\n\n- a\n- b\n  - c\n\nEnd.\n", ["a", "b", "c"]),
        (f"- a\n- b {GOOD}\n- c\n", ["b"]),
        (f"- a\n\n  {GOOD}\n- c\n", ["c"]),
        (f"{GOOD}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.\n", ["a", "b", "1", "2"]),
        (f"| a | b |\n|---|---|\n| 1 {GOOD} | 2 |\n", ["1"]),
        (f"> {GOOD}\n> Two.\n\nThree.\n", ["Two."]),
        (f"{GOOD}\n\n> One.\n>\n> Two.\n\nThree.\n", ["One.", "Two."]),
        (f"One.\n\n{GOOD}\n", []),
        (GOOD.replace("ignore", "ignore-file") + "\n\nOne.\n\nTwo.\n", ["One.", "Two."]),
        ('{/* claimcheck: ignore reason="x" */}\n\nOne.\n\nTwo.\n', ["One."]),
    ],
)
def test_what_a_comment_covers(text, expected):
    assert covered(text) == expected


@pytest.mark.parametrize(
    ("comment", "rules", "reason", "until", "fault"),
    [
        ('ignore[contradicted,DFT002] reason="a b"', ("contradicted", "DFT002"), "a b", None, None),
        ("ignore reason='it''s' until=2027-01-01", (), "it", PartialDate(2027, 1, 1), "cannot"),
        ('ignore[X] until="2027-06" reason="r"', ("X",), "r", PartialDate(2027, 6), "`X` is"),
        ("ignore[outdated]", ("outdated",), None, None, "a suppression needs"),
        ('ignore[outdated] reason=""', ("outdated",), "", None, "a suppression needs"),
        ('ignore[outdated] reason="open', ("outdated",), None, None, "a suppression needs"),
        ('ignore[Out dated] reason="x"', ("Out dated",), "x", None, "`Out dated` is neither"),
        ('ignore[] reason="x"', (), "x", None, "the brackets name no rule"),
        ('ignore[outdated] reason="x" until=2027-13-01', ("outdated",), "x", None, "until: "),
        ('ignore[outdated] reason="x" until=soon', ("outdated",), "x", None, "until: 'soon'"),
        ('ignroe[outdated] reason="x"', ("outdated",), "x", None, "unknown word `ignroe`"),
        ("", (), None, None, "unknown word ``"),
        ('ignore[outdated] reason="x" forever', ("outdated",), "x", None, "cannot understand `for"),
        ('ignore[outdated]\n  reason="two\n  lines"', ("outdated",), "two\n  lines", None, None),
    ],
)  # fmt: skip
def test_what_a_comment_says(comment, rules, reason, until, fault):
    (found,) = suppressions(f"<!-- claimcheck: {comment} -->\n\nText.\n")
    assert (found.rules, found.reason, found.until) == (rules, reason, until)
    assert (found.fault is None) == (fault is None)
    assert (found.fault or "").startswith(fault or "")


def test_where_a_comment_stands():
    (found,) = suppressions(f"One.\n\nTwo é {GOOD} more.\n")
    place = found.place
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 12, 3, 57)


CELL = ["One\n", "\n", '<!-- claimcheck: ignore reason="r" -->\n', "Two\n", "\n", "Three"]
NOTEBOOK = json.dumps({"cells": [{"cell_type": "markdown", "source": CELL}]})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<p>One</p><!-- claimcheck: ignore reason="r" --><p>Two</p><p>Three</p>'),
        ("a.txt", 'One\n\n# claimcheck: ignore reason="r"\n\nTwo\n\nThree\n'),
        ("a.tex", 'One\n\n% claimcheck: ignore reason="r"\n\nTwo\n\nThree\n'),
        ("a.rst", 'One\n\n.. claimcheck: ignore reason="r"\n\nTwo\n\nThree\n'),
        ("a.mdx", 'One\n\n{/* claimcheck: ignore reason="r" */}\n\nTwo\n\nThree\n'),
        ("a.qmd", 'One\n\n<!-- claimcheck: ignore reason="r" -->\n\nTwo\n\nThree\n'),
        ("a.ipynb", NOTEBOOK),
    ],
)  # fmt: skip
def test_every_format_has_comments(name, text):
    assert covered(text, name) == ["Two"]
    (found,) = suppressions(text, name)
    assert (found.reason, found.fault) == ("r", None)


def test_code_holds_no_comments():
    assert (
        suppressions(f"```html\n{GOOD}\n```\n\n`{GOOD}`\n\n<!-- claimcheck is a tool -->\n") == ()
    )


def test_behind_the_last_words_of_a_block_a_comment_is_for_the_next():
    comment = '% claimcheck: ignore reason="r"'
    assert covered(f"One.\n{comment}\n\\section{{Two}}\nThree.\n", "a.tex") == ["Two"]
    assert covered(f"One\n{comment}\ngoes on.\n\nThree.\n", "a.tex") == ["One\ngoes on."]
