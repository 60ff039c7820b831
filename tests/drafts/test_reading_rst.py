"""reStructuredText: blocks by docutils, places by us."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.drafts import read_draft
from claimcheck.drafts.builder import CODE
from claimcheck.drafts.rst import read_rst
from claimcheck.errors import InputError, UsageError
from drafts.positions import place, texts


def read(source):
    document = read_rst("draft.rst", source)
    for block in document.blocks:
        for offset, character in enumerate(block.text):
            there = source[block.source_offset(offset)]
            assert there == character or character in f"{CODE} \n" or there in "|"
    return document


def shape(document):
    return [(block.kind, block.text) for block in document.blocks]


def test_a_page():
    document = read(
        "Title of *it*\n=============\n\n:Author: A. Writer\n:Date: 2024-05-04\n\n"
        "Some **bold** text, ``n = 24``,\nthen 12 % \\*so\\* and `a page <https://x.org>`_.\n\n"
        "Sub\n---\n\nInline::\n\n  code 13\n\n.. code:: python\n\n   n = 14\n\nEnd https://y.org.\n"
    )
    assert shape(document) == [
        ("heading", "Title of it"),
        ("paragraph", f"Some bold text, {CODE},\nthen 12 % *so* and a page."),
        ("heading", "Sub"),
        ("paragraph", "Inline:"),
        ("paragraph", "End https://y.org."),
    ]
    assert str(document.date) == "2024-05-04"
    assert place(document, "of it") == (1, 7, 1, 13)
    assert place(document, "12 % *so* and a page") == (8, 6, 8, 29)
    assert [b.level for b in document.blocks] == [1, 0, 2, 0, 0]
    assert [document.blocks[i].text for i in document.blocks[-1].headings] == ["Title of it", "Sub"]
    body, end = document.blocks[1], document.blocks[-1]
    assert [m.target for m in (*body.marks, *end.marks)] == [
        *("n = 24", "https://x.org", "https://y.org"),
    ]


def test_lists_quotations_and_admonitions():
    document = read(
        "Lead:\n\n* one\n  goes on\n\n  more\n\n  - inner\n* two\n\nTerm\n  Definition.\n\n"
        ".. note:: A note\n   over lines.\n\nBefore.\n\n    Quoted here.\n"
    )
    assert [(b.kind, b.text, b.level, b.parent, b.quoted) for b in document.blocks] == [
        ("paragraph", "Lead:", 0, None, False),
        ("item", "one\ngoes on", 1, 0, False),
        ("paragraph", "more", 0, 1, False),
        ("item", "inner", 2, 1, False),
        ("item", "two", 1, 0, False),
        ("paragraph", "Term", 0, None, False),
        ("item", "Definition.", 1, 5, False),
        ("paragraph", "A note\nover lines.", 0, None, False),
        ("paragraph", "Before.", 0, None, False),
        ("paragraph", "Quoted here.", 0, None, True),
    ]
    assert place(document, "lines") == (15, 9, 15, 14)


SIMPLE = """\
=====  ======
Trial  n
=====  ======
A      **12**
       and
B      5
=====  ======
"""
GRID = """\
+-------+------+
| Trial | n    |
+=======+======+
| A     | 12   |
+-------+------+
"""


LISTED = """\
.. list-table:: Sizes
   :header-rows: 1

   * - Trial
     - n
   * - A
     - 12
"""


@pytest.mark.parametrize(
    ("table", "where"),
    [
        (SIMPLE, 0),
        (GRID, 0),
        (LISTED, 1),
        (".. csv-table:: Sizes\n   :header: Trial, n\n\n   A, 12\n", 1),
    ],
)
def test_tables(table, where):
    document = read_rst("draft.rst", "Lead:\n\n" + table)
    text = [block.text for block in document.blocks]
    cell = document.blocks[text.index("12") if "12" in text else text.index("12\nand")]
    assert [text[i] for i in cell.row] == ["A"]
    assert [text[i] for i in cell.header] == ["n"]
    assert cell.parent == where
    assert document.source.startswith("12", cell.source_offset(0))


def test_notes_citations_roles_and_substitutions():
    document = read(
        "It held [1]_ and [#]_, see [Goodwin2022]_. :cite:p:`davis21,x2` |who| did\\ :sup:`2`, "
        ":math:`p < .05`, :ref:`x <y>`.\n\n"
        ".. [1] First note.\n.. [#] Second note.\n.. [Goodwin2022] A citation.\n"
        ".. |who| replace:: they *all*\n"
    )
    body, *notes = document.blocks
    assert body.text == (f"It held  and , see {CODE}.  they all did2, p < .05, {CODE}.")
    assert [(m.kind, m.target) for m in body.marks] == [
        *(("footnote", "1"), ("footnote", "#1"), ("citation-key", "Goodwin2022")),
        *(("citation-key", "davis21"), ("citation-key", "x2"), ("superscript", "")),
        ("code", ":ref:`x <y>`"),
    ]
    assert [(n.kind, n.label, n.text) for n in notes] == [
        ("footnote", "1", "First note."),
        ("footnote", "#1", "Second note."),
        ("footnote", "Goodwin2022", "A citation."),
    ]


def test_comments_of_ours():
    document = read(
        'One.\n\n.. claimcheck: ignore[outdated] reason="old"\n\nTwo.\n\n'
        '.. claimcheck: ignore-file\n   reason="all"\n'
    )
    one, two = document.suppressions
    assert (one.rules, one.reason, one.block, one.place.line, one.place.column, one.fault) == (
        *(("outdated",), "old", 1, 3, 4, None),
    )
    assert (two.whole_file, two.reason, two.block, two.fault) == (True, "all", None, None)


def test_ends_of_lines_and_tabs():
    document = read("One\r\ntwo 12 %.\r\n\r\n*\tan item\r\n")
    assert place(document, "12 %") == (2, 5, 2, 9)
    assert place(document, "an item") == (4, 3, 4, 10)


def test_files_are_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    document = read_rst(
        str(tmp_path / "d.rst"),
        f"Text.\n\n.. include:: {secret}\n\n.. raw:: html\n   :file: {secret}\n",
    )
    assert texts(document) == ["Text."]


def test_without_docutils_the_command_to_install_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "docutils", None)
    with pytest.raises(UsageError, match=r"pip install 'claimcheck-evidence\[rst\]'"):
        read_draft("draft.rst", b"Text.")


def test_deep_nesting_is_one_error():
    with pytest.raises(InputError, match="nested too deeply"):
        read_draft("draft.rst", b"- " * 10_000 + b"a\n")


def test_a_very_long_line_is_one_error():
    with pytest.raises(InputError, match=r"draft.rst:3:1: has a line of more than 50,000"):
        read_draft("draft.rst", b"Text.\n\n" + b"word " * 1_000_000)


PIECES = st.sampled_from(
    [
        *("word ", "12 % ", "*", "**", "``", "`", "`_", "|", "[1]_ ", "\n", "\n\n", "\n  ", "\n* "),
        *(
            "Title\n=====\n",
            "\n.. note:: ",
            "\n.. [1] ",
            "\n.. |x| replace:: y\n",
            "::",
            "\\",
            "\t",
        ),
        *("\n=== ===\na   b\n=== ===\n1   2\n=== ===\n", ":sup:`2`", "\n:Date: 2024\n", "é", "😀"),
        *("\n.. claimcheck: ignore\n", "<https://x.org>", "https://y.org ", "- ", "\n    ", "\\ "),
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_character_stands_in_the_file(source):
    document = read_rst("draft.rst", source)
    for block in document.blocks:
        assert 0 <= block.source_offset(0) <= len(source)
        assert document.place(block, 0, len(block.text)).line >= 1
