"""Markdown: what is text, what it stands under, and where it stands in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts.builder import CODE
from claimcheck.drafts.markdown import read_markdown
from drafts.positions import misplaced, place, texts


def read(source):
    document = read_markdown("draft.md", source)
    assert not misplaced(document)
    return document


def shape(document):
    return [(block.kind, block.text) for block in document.blocks]


def test_positions_of_words_among_markup():
    document = read(
        "# Title *of* it\n"
        "\n"
        "It was **27 participants** &amp; [a link](https://x.org/y) in `code`,\n"
        "then 12\\* people.\n"
    )
    assert place(document, "of") == (1, 10, 1, 12)
    assert place(document, "27 participants") == (3, 10, 3, 25)
    assert place(document, "& a link") == (3, 28, 3, 41)
    assert place(document, "then 12* people") == (4, 1, 4, 17)
    assert texts(document, "paragraph") == [
        f"It was 27 participants & a link in {CODE},\nthen 12* people."
    ]


def test_code_images_and_targets_are_no_text():
    document = read(
        "Before ![25 mg](dose.png 'Fig 1') after.\n\n    indented 12 %\n\n```python\nn = 24\n```\n"
    )
    assert texts(document) == [f"Before {CODE} after."]


def test_headings_hold_what_stands_under_them():
    document = read("# A\n\none\n\n## B\n\ntwo\n\n### C\n\nthree\n\n## D\n\nfour\n\nE\n=\n\nfive\n")
    over = {b.text: [document.blocks[i].text for i in b.headings] for b in document.blocks}
    assert over["three"] == ["A", "B", "C"]
    assert over["four"] == ["A", "D"]
    assert over["five"] == ["E"]
    assert over["C"] == ["A", "B"]
    assert [b.level for b in document.blocks if b.kind == "heading"] == [1, 2, 3, 2, 1]


def test_attributes_of_a_heading_are_no_text():
    assert texts(read("## Results {#sec-results .unnumbered}\n")) == ["Results"]


def test_lists_tight_and_loose_and_nested():
    document = read("Intro:\n\n- one\n  - inner\n- two\n\n  more of two\n\n1. alone\n")
    assert shape(document) == [
        ("paragraph", "Intro:"),
        ("item", "one"),
        ("item", "inner"),
        ("item", "two"),
        ("paragraph", "more of two"),
        ("item", "alone"),
    ]
    intro, one, inner, two, more, alone = document.blocks
    assert [one.level, inner.level, two.level] == [1, 2, 1]
    assert (one.parent, inner.parent, two.parent, more.parent) == (0, 1, 0, 3)
    assert one.group == two.group != alone.group
    assert intro.group != one.group != inner.group


def test_a_table_knows_its_rows_and_heads():
    document = read(
        "Sizes of *trials*:\n\n| Trial | n | Response |\n|:--|--:|---|\n| COMP001 | 233 | 37 % |\n"
        "| EPIsoDE | 144 | a \\| b |\n"
    )
    cells = {block.text: block for block in document.blocks if block.kind == "cell"}
    text = [block.text for block in document.blocks]
    assert [text[i] for i in cells["37 %"].row] == ["COMP001", "233"]
    assert [text[i] for i in cells["144"].header] == ["n"]
    assert [text[i] for i in cells["144"].row] == ["EPIsoDE"]
    assert cells["n"].row == cells["n"].header == ()
    assert cells["233"].parent == 0
    assert "a | b" in cells


def test_an_empty_cell_keeps_its_column():
    document = read("| a | b | c |\n|---|---|---|\n| 1 | | 3 |\n")
    three = document.blocks[-1]
    assert [document.blocks[i].text for i in three.header] == ["c"]


def test_quotations_and_admonitions():
    document = read("> Quoted words.\n> More.\n\n> [!NOTE]\n> A note.\n\nOwn words.\n")
    assert [(b.text, b.quoted) for b in document.blocks] == [
        ("Quoted words.\nMore.", True),
        ("A note.", False),
        ("Own words.", False),
    ]


def test_admonitions_and_containers_of_dialects():
    document = read(
        '!!! warning\n    First *in*.\n\n    Second in.\n\n??? note "With 25 mg"\n\n    Third.\n\n'
        "::: {.callout-tip}\nFourth.\n:::\n\n```{admonition} Title\n:class: tip\nFifth.\n```\n\n"
        "```{python}\nn = 1\n```\n\nLast.\n"
    )
    assert shape(document) == [
        ("paragraph", "warning"),
        ("paragraph", "First in."),
        ("paragraph", "Second in."),
        ("paragraph", 'note "With 25 mg"'),
        ("paragraph", "Third."),
        ("paragraph", "Fourth."),
        ("paragraph", "Fifth."),
        ("paragraph", "Last."),
    ]
    assert all(not block.headings for block in document.blocks)


def test_definition_lists():
    document = read("Psilocybin\n: A compound of mushrooms.\n\n    Still of it.\n")
    assert [(b.kind, b.parent) for b in document.blocks] == [
        ("paragraph", None),
        ("item", 0),
        ("paragraph", 1),
    ]


def test_footnotes_are_marked_where_they_are_cited():
    document = read("It held.[^a] More.[^nowhere]\n\n[^a]: Goodwin 2022.\n\n    Also this.\n")
    first, *notes = document.blocks
    assert [(m.kind, m.start, m.end, m.target) for m in first.marks] == [
        ("footnote", 8, 8, "a"),
        ("footnote", 14, 24, "nowhere"),
    ]
    assert [(n.kind, n.label, n.text) for n in notes] == [
        ("footnote", "a", "Goodwin 2022."),
        ("footnote", "a", "Also this."),
    ]


def test_links_of_all_kinds_are_marked():
    document = read(
        "See [one](https://a.org/1), <https://b.org/2>, https://c.org/3, www.d.org and [4].\n\n"
        "[4]: https://e.org\n"
    )
    (block,) = document.blocks
    assert [(block.text[m.start : m.end], m.target) for m in block.marks] == [
        ("one", "https://a.org/1"),
        ("https://b.org/2", "https://b.org/2"),
        ("https://c.org/3", "https://c.org/3"),
        ("www.d.org", "www.d.org"),
        ("[4]", "https://e.org"),
    ]


def test_keys_of_pandoc_are_marked():
    document = read("As [@goodwin2022, p. 3; -@carhart_21] and @davis2021 say; a@b.org does not.\n")
    (block,) = document.blocks
    assert [m.target for m in block.marks] == ["goodwin2022", "carhart_21", "davis2021"]


@pytest.mark.parametrize("written", ["held.^12^ So", "held.<sup>12</sup> So"])
def test_superscripts(written):
    (block,) = read(written).blocks
    assert block.text == "held.12 So"
    assert [(m.kind, m.start, m.end) for m in block.marks] == [("superscript", 5, 7)]


def test_math_in_the_line_is_text():
    document = read("It held ($p < .05$, $n = 24$).\n\n$$\nx = 1\n$$\n\nFrom $5 to $10 million.\n")
    assert texts(document) == ["It held (p < .05, n = 24).", "From $5 to $10 million."]
    assert place(document, "n = 24") == (1, 22, 1, 28)


def test_html_inside_markdown():
    document = read(
        "A <b>bold</b> word<br>and <code>n = 1</code> more &ndash; so.\n\n"
        "<div>\n<p>Para &gt; one</p>\n"
        "<table><tr><th>Dose</th></tr><tr><td>25 mg</td></tr></table>\n"
        "</div>\n\n<script>\nvar n = 12;\n</script>\n\n<nav>\n\nskipped\n\n</nav>\n\nEnd.\n"
    )
    assert texts(document) == [
        f"A bold word\nand {CODE} more – so.",
        "Para > one",
        "Dose",
        "25 mg",
        "End.",
    ]


def test_html_in_a_quotation():
    document = read("> <p>One\n> two</p>\n")
    assert [(b.text, b.quoted) for b in document.blocks] == [("One\ntwo", True)]


def test_an_unclosed_tag_does_not_swallow_the_next_paragraph():
    assert texts(read("A <code>b.\n\nNext.\n")) == [f"A {CODE}", "Next."]


@pytest.mark.parametrize(
    ("front", "title", "date", "bibliography"),
    [
        ('---\ntitle: "A: b"\ndate: 2024-05-01\n---\n', "A: b", "2024-05-01", ()),
        ("---\r\ntitle: T\r\npublished: May 4, 2023\r\n---\r\n", "T", "2023-05-04", ()),
        ('+++\ntitle = "T"\ndate = 2024-05-01T10:00:00Z\n+++\n', "T", "2024-05-01", ()),
        ("---\ntitle: T\nbibliography: [a.bib, b.bib]\n---\n", "T", "None", ("a.bib", "b.bib")),
        ("---\ntitle: broken: yaml\ndate: 2024-05\n...\n", "broken: yaml", "2024-05", ()),
        ("---\nbibliography: a.bib\n---\n", "Head", "None", ("a.bib",)),
    ],
)
def test_front_matter(front, title, date, bibliography):
    document = read(front + "\n# Head\n\nBody.\n")
    assert (document.title, str(document.date), document.bibliography) == (
        title,
        date,
        bibliography,
    )
    assert texts(document) == ["Head", "Body."]


def test_rules_are_no_front_matter():
    document = read("---\n\nFirst.\n\n---\n\nText\n\n---\nMore here\n---\n\nEnd.\n")
    assert texts(document) == ["First.", "Text", "More here", "End."]


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("one\r\ntwo 12 %\r\n", "12 %", (2, 5, 2, 9)),
        ("one\rtwo 12 %\r", "12 %", (2, 5, 2, 9)),
        ("\tcode\n\n-\tone 12 %\n", "12 %", (3, 7, 3, 11)),
        ("𝒜😀é 12 %\n", "12 %", (1, 5, 1, 9)),
        ("für 12\u00a0%\u00ad und\n", "12\u00a0%", (1, 5, 1, 9)),
        ("a&nbsp;12 &#37;\n", "12 %", (1, 8, 1, 12)),
        ("> quoted\n> and 12 %\n", "12 %", (2, 7, 2, 11)),
        ("---\ntitle: ü\n---\nand 12 %\n", "12 %", (4, 5, 4, 9)),
    ],
)
def test_places(source, words, expected):
    assert place(read(source), words) == expected


def test_a_sentence_over_two_lines_ends_on_the_second():
    assert place(read("It was\nvery small.\n"), "was\nvery") == (1, 4, 2, 5)


def test_template_tags_are_no_text():
    document = read("One {% include x %} two {{< fig src='a' >}} three. {{ unclosed\n")
    assert place(document, "three") == (1, 45, 1, 50)
    assert texts(document)[0].replace(CODE, "").split() == [
        "One",
        "two",
        "three.",
        "{{",
        "unclosed",
    ]


PIECES = st.sampled_from(
    [
        "word ", "12 % ", "*", "**", "_", "`", "``", "~~", "^", "$", "[", "]", "(", ")", "![", "<",
        ">", "<b>", "</b>", "<br>", "<sup>", "</sup>", "<code>", "<!-- c -->", "<div>", "</div>",
        "<p>", "<table>", "<td>", "\n", "\n\n", "\r\n", "\r", "\n    ", "\n> ", "> ", "\n- ",
        "\n1. ",
        "\n# ", "\n| a | b |\n|---|---|\n| 1 | 2 |\n", "|", "\n---\n", "\n```\n", "\n$$\n", "&amp;",
        "&nbsp;", "&#8211;", "&bogus;", "&notit;", "\\*", "\\", "\\\n", "[^1]", "\n[^1]: ", "\n: ",
        "https://x.org/a?b=1&c=2 ", "<https://y.org>", "é", "😀", "\u00ad", "\u00a0", "\t", "\x00",
        "\n!!! note\n    ", "\n:::\n", "{{", "}}", "[1]", "\n[1]: https://z.org\n", "@key ", "  \n",
        '"', "'", "=", "- [ ] ", "\u2028", "\n<pre>", "</pre>\n", "\ufeff",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_character_stands_where_its_block_says(source):
    read(source)
