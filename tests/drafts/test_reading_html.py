"""HTML: pages as people and their programs write them, closed properly or not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts.builder import CODE
from claimcheck.drafts.html import read_html
from claimcheck.drafts.tags import attributes, tokens
from drafts.positions import misplaced, place, texts


def read(source):
    document = read_html("page.html", source)
    assert not misplaced(document)
    return document


def cells(document):
    """The cells of a document by their text, with the texts of their row and heads."""
    text = [block.text for block in document.blocks]
    return {
        block.text: ([text[i] for i in block.row], [text[i] for i in block.header])
        for block in document.blocks
        if block.kind == "cell"
    }


def test_a_page():
    document = read(
        "<!DOCTYPE html>\n<html><head><title>The &amp; title</title>\n"
        "<meta property='article:published_time' content='2024-05-01T10:00Z'>\n"
        "<style>p { x: 1 }</style></head>\n<body><nav>Menu</nav>\n<h1>Head</h1>\n"
        "<p>Some   <b>bold</b>\n   text &ndash; <a href='https://x.org/?a=1&amp;b=2'>link</a>.</p>\n"
        "<script>var n = '<p>12 %</p>';</script></body></html>"
    )
    assert document.title == "The & title"
    assert str(document.date) == "2024-05-01"
    assert texts(document) == ["Head", "Some bold\ntext – link."]
    assert place(document, "– link") == (8, 9, 8, 58)
    (mark,) = document.blocks[1].marks
    assert mark == ("link", 17, 21, "https://x.org/?a=1&b=2")


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"datePublished": "2024-05-01T10:00Z"}</script>',
        '<meta name="date" content="2024/05/01">',
        '<meta itemprop="datePublished" content="2024-05-01">',
        '<time itemprop="datePublished" datetime="2024-05-01">May</time>',
    ],
)
def test_dates_of_pages(head):
    assert str(read(f"<title>T</title>{head}<p>Text.</p>").date) == "2024-05-01"


def test_tags_that_close_by_themselves():
    document = read("<p>One<p>Two<ul><li>a<li>b<ul><li>c</ul><li>d</ul>Three<h2>H<h3>I</h3>End")
    assert [(b.kind, b.text, b.level) for b in document.blocks] == [
        ("paragraph", "One", 0),
        ("paragraph", "Two", 0),
        ("item", "a", 1),
        ("item", "b", 1),
        ("item", "c", 2),
        ("item", "d", 1),
        ("paragraph", "Three", 0),
        ("heading", "H", 2),
        ("heading", "I", 3),
        ("paragraph", "End", 0),
    ]
    a, b, c, d = document.blocks[2:6]
    assert a.group == b.group == d.group != c.group
    assert (a.parent, c.parent) == (1, 3)


def test_blocks_inside_headings_items_and_cells():
    document = read(
        "<h1><div>Title</div></h1><ul><li><p>One</p><p>More</p></li></ul>"
        "<table><tr><td><p>x</p><p>y</p></td><td><ul><li>z</li></ul></td></tr></table>"
    )
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("heading", "Title"),
        ("item", "One"),
        ("paragraph", "More"),
        ("cell", "x"),
        ("cell", "y"),
        ("cell", "z"),
    ]
    assert cells(document)["z"][0] == ["x", "y"]


def test_heads_of_columns_and_of_rows():
    document = read(
        "<p>Lead</p><table><caption>Rates</caption><tr><th>Dose<th>Week 3<th>Week 12"
        "<tr><th>25 mg<td>37 %<td>20 %<tr><th>1 mg<td>18 %<td>10 %</table>"
    )
    found = cells(document)
    assert found["20 %"] == (["25 mg", "37 %"], ["Week 12"])
    assert found["1 mg"] == ([], ["Dose"])
    assert found["Week 3"] == ([], [])
    caption = next(i for i, b in enumerate(document.blocks) if b.kind == "caption")
    assert {b.parent for b in document.blocks if b.kind == "cell"} == {caption}
    assert document.blocks[caption].parent == 0


def test_spans_of_cells():
    document = read(
        "<table><thead><tr><th rowspan=2>Trial<th colspan=2>Response<tr><th>Drug<th>Placebo</thead>"
        "<tr><td rowspan=2>A<td>37<td>18<tr><td>29<td>9</table>"
    )
    found = cells(document)
    assert found["Drug"] == ([], ["Response"])
    assert found["18"] == (["A", "37"], ["Response", "Placebo"])
    assert found["9"] == (["A", "29"], ["Response", "Placebo"])


def test_a_head_inside_the_body_counts_until_the_next():
    document = read(
        "<table><tr><th>Arm<th>Rate<tr><th colspan=2>Week 3<tr><td>x<td>37"
        "<tr><th colspan=2>Week 12<tr><td>y<td>20</table>"
    )
    assert cells(document)["37"] == (["x"], ["Rate", "Week 3"])
    assert cells(document)["20"] == (["y"], ["Rate", "Week 12"])


def test_a_first_row_of_titles_is_a_head():
    rows = "<tr><td>Trial</td><td>People</td></tr><tr><td>A</td><td>233</td></tr>"
    assert cells(read(f"<table>{rows}</table>"))["233"] == (["A"], ["People"])
    figures = "<tr><td>Size</td><td>79</td></tr><tr><td>A</td><td>233</td></tr>"
    assert cells(read(f"<table>{figures}</table>"))["233"] == (["A"], [])


def test_tables_for_layout_hold_blocks():
    document = read(
        "<table role=presentation><tr><td><h2>News</h2>Text.<table><tr><th>a<tr><td>1</table>"
        "after</td></tr></table>"
    )
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("heading", "News"),
        ("paragraph", "Text."),
        ("cell", "a"),
        ("cell", "1"),
        ("paragraph", "after"),
    ]


def test_notes_and_their_references():
    document = read(
        '<p>It held.<sup><a href="#fn1" id="fnref1">1</a></sup> So.</p>'
        '<ol><li id="fn1"><p>Goodwin 2022. <a href="#fnref1">↩</a></p></li></ol><p>End.</p>'
    )
    first, note, end = document.blocks
    assert [(m.kind, m.target) for m in first.marks] == [("footnote", "fn1"), ("superscript", "")]
    assert (note.kind, note.label) == ("footnote", "fn1")
    assert [m.kind for m in note.marks] == ["link"]
    assert (end.kind, end.label) == ("paragraph", "")


def test_quotations():
    document = read("<blockquote><p>Said.</p></blockquote><p>Own.</p></blockquote><p>Own too.")
    assert [b.quoted for b in document.blocks] == [True, False, False]


def test_what_is_hidden_or_no_prose():
    document = read(
        "<p>A <code>n = 24</code> b <svg><title>x</title><text>12</text></svg>c "
        "<span hidden>no</span><img src=a alt='25 mg'>.</p><div style='display: none'>no</div>"
        "<div hidden><div>no</div>no</div><pre>n = 1</pre><button>Buy 1</button><p>End."
    )
    assert texts(document) == [f"A {CODE} b c {CODE}.", "End."]
    assert document.title is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("AT&T; &amp;c &notit; &#x26; &copy2024", "AT&T; &c ¬it; & ©2024"),
        ("1 < 2 and 3 > 2 <3", "1 < 2 and 3 > 2 <3"),
        ("a<!-- b -->c<!-->d<!DOCTYPE x>e<?php f ?>g", "acdeg"),
        ("a<b title='>'>c</b >d<br/>e", "acd\ne"),
        ('a <a href="x>y">z</a> w', "a z w"),
        ("p <b and no end", "p <b and no end"),
        ("x &lt;b&gt; y", "x <b> y"),
        ("a&nbsp;b&shy;c", "a\u00a0bc"),
        ("a<textarea><p>b</textarea>c", "ac"),
        ("a<script>b</scripty></script>c", "ac"),
        ("before <!-- never closed <p>text", "before "),
    ],
)
def test_what_browsers_make_of_it(source, expected):
    assert texts(read(source)) == [expected]


def test_comments_of_ours():
    document = read(
        '<!-- claimcheck: ignore[contradicted] reason="old" -->\n<p>One.</p>\n'
        '<p>Two <!-- claimcheck: ignore reason="quoted" --></p>'
    )
    assert [(s.rules, s.reason, s.block) for s in document.suppressions] == [
        (("contradicted",), "old", 0),
        ((), "quoted", 1),
    ]


PIECES = st.sampled_from(
    [
        *("word ", "12 %", "<", ">", "</", "<!", "<!--", "-->", "<?", "=", '"', "'", "/", "&", ";"),
        *("&amp;", "&amp", "&#8211;", "&nbsp;", "<p>", "</p>", "<h2>", "</h2>", "<b>", "</a>"),
        *("<a href='#fn1'>", "<ul>", "<li>", "<li id=fn1>", "</ul>", "<table>", "</table>"),
        *("<tr>", "<td>", "<th colspan=2>", "<td rowspan=3>", "</td>", "<thead>", "<caption>"),
        *("</caption>", "<br>", "<blockquote>", "</blockquote>", "<script>", "</script>"),
        *("<title>", "</title>", "<code>", "</code>", "<sup>", "</sup>", "<div hidden>", "</div>"),
        *("<dl>", "<dt>", "<dd>", "<img alt=x>", "\n", "\r\n", "\t", "  ", "é", "😀", "\u00a0"),
        *("\x00", "]]>", "<![CDATA[", "<table role=none>"),
    ]
)


@given(st.lists(PIECES, max_size=50).map("".join))
def test_every_character_stands_where_its_block_says(source):
    read(source)


@given(st.lists(PIECES, max_size=50).map("".join))
def test_tokens_tile_the_page(source):
    found = list(tokens(source))
    assert "".join(token.text for token in found) == source
    at = 0
    for token in found:
        assert token.start == at
        at += len(token.text)


def test_attributes():
    assert attributes(" a=1 B='2 &amp; 3' c d=\"4\" a=5/") == {
        "a": "1",
        "b": "2 & 3",
        "c": "",
        "d": "4",
    }


@pytest.mark.parametrize(
    "piece",
    [
        *("<!--", "<![CDATA[", "<a ", "<", '<a href="', "&", "<div>", "<b x='", "<ul><li>", "</"),
        *("<table><td>", "<p title=\"'>", "<?", "<title>", "<script>", "<blockquote><p>a", "<!-->"),
        *("<sup><a href=x>", "<div id=fn1>", "<td rowspan=9>", "<caption>", "<h1>"),
    ],
)
def test_time_is_linear_in_malformed_pages(piece):
    begun = time.process_time()
    read_html("page.html", piece * (300_000 // len(piece)))
    assert time.process_time() - begun < 5
