"""Registry text made plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.sources.texts import clean, percent, split_title, text, texts


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Plain title", "Plain title"),
        ("<i>In vitro</i> 5-HT<sub>2A</sub> binding", "In vitro 5-HT2A binding"),
        ("A new &lt;scp&gt;DC‐DC&lt;/scp&gt; converter", "A new DC‐DC converter"),
        ("Ecology &amp;amp; evolution", "Ecology & evolution"),
        ("&#945;- and &beta;-blockers", "α- and β-blockers"),
        ("&amp;lt;i&amp;gt;Salvia&amp;lt;/i&amp;gt;", "Salvia"),
        (
            "Fish,\n                    <i>Eleutheronema,</i>\n   and diet",
            "Fish, Eleutheronema, and diet",
        ),
        ("Responses where p &lt; 0.05 and d &gt; 0.8", "Responses where p < 0.05 and d > 0.8"),
        ("If a <b and c> d", "If a <b and c> d"),
        (
            'theorems for<mml:math xmlns:mml="x" alttext="$d$"><mml:mi>d</mml:mi></mml:math>-maps',
            "theorems for d-maps",
        ),
        (
            "On <math>\n   <mi mathvariant='script'>D</mi>\n   <mi>α</mi>\n</math>-Closed Sets",
            "On Dα-Closed Sets",
        ),
        (
            r"The <m:math><m:mi>Σ</m:mi><m:annotation id='x'>\S</m:annotation></m:math> model",
            "The Σ model",
        ),
        ("Effects of $\\alpha_{2}$ and $\\Delta^9$-THC", "Effects of α2 and Δ9-THC"),
        ("Semigroups on $$l^{1}({\\mathbb {N}})$$ and $$C^0$$", "Semigroups on l1(N) and C0"),
        ("Factor 1{alpha} in {Mn21} H{middle dot}L", "Factor 1α in {Mn21} H·L"),
        (r"Agriculture Ecosystems \& Environment", "Agriculture Ecosystems & Environment"),
        ("It cost $5 and then $7", "It cost $5 and then $7"),
        ("<jats:title>A</jats:title><jats:p>B</jats:p>", "A B"),
        ("Non\u00adbreaking\u00a0hy\u200bphens", "Nonbreaking hyphens"),
        ("D\u00e2\x80\x99Adamo", "D’Adamo"),
        ("Caf\u00c3\u00a9", "Caf\u00c3\u00a9"),
        ("e\u0301tude", "étude"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("tab\tand\x00null", "tab and null"),
        ("<!-- hidden --><![CDATA[Seen]]>", "Seen"),
        ("", ""),
    ],
)
def test_text_is_what_a_reader_would_see(raw: str, plain: str):
    assert clean(raw) == plain


@given(st.text())
def test_any_text_comes_out_encodable_with_single_spaces(raw: str):
    plain = clean(raw)
    assert plain.encode().decode() == plain
    assert plain == " ".join(plain.split())


@given(st.text(alphabet="<>&;/abi$\\ \"'=!-[]", max_size=60))
def test_markup_of_any_sort_is_read_without_trouble(raw: str):
    assert "\n" not in clean(raw)


def test_a_subtitle_marked_up_in_the_title_is_split_off():
    raw = "ANEMIA IN AN INFANT&lt;subtitle&gt;Treatment with <i>ACTH</i>&lt;/subtitle&gt;"
    assert split_title(raw) == ("ANEMIA IN AN INFANT", "Treatment with ACTH")
    assert split_title("No <i>subtitle</i>") == ("No subtitle", "")


def test_lists_lose_what_is_empty_twice_or_no_text():
    assert texts(["A", "", "<i>A</i>", None, 3, "B"]) == ("A", "B")
    assert texts("A") == ("A",)
    assert texts({"a": 1}) == ()


def test_a_number_may_stand_for_a_text_but_nothing_else():
    assert [text(value) for value in ("7", 7, True, None, [], "")] == [
        "7", "7", None, None, None, None,
    ]  # fmt: skip


def test_whatever_a_text_holds_it_can_stand_in_a_url():
    assert percent("10.1/a#b;(c)\ud800", "/()") == "10.1/a%23b%3B(c)%3F"
