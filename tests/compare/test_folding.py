"""Text reduced to plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.folding import fold, plain, repaired, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-HT<sub>2A</sub> receptors", "5 ht2a receptors"),
        ("5‑HT₂A", "5 ht2a"),
        ("&lt;scp&gt;COVID&lt;/scp&gt; ‐19", "covid 19"),
        ("&amp;lt;i&amp;gt;In vivo&amp;lt;/i&amp;gt;", "in vivo"),
        ("TNF-α and NF-κB", "tnf alpha and nf kappab"),
        ("$\\beta$-blockers in \\textit{mice}", "beta blockers in mice"),
        ("naïve Patients’ “views”", "naive patients views"),
        ("Dâ\x80\x99Adamo", "dadamo"),
        ("CafÃ© and cafÃ©", "cafe and cafe"),
        ("ﬁnal ofﬁce", "final office"),
        ("p < 0.05 and q > 3", "p 0 05 and q 3"),
        ("Ψ: Ωmega", "psi omegamega"),
        ("", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


def test_tags_that_end_a_line_separate_words() -> None:
    assert words("Main title<br/>second line<subtitle>and more</subtitle>") == (
        *["main", "title", "second", "line", "and", "more"],
    )


def test_good_text_is_not_repaired() -> None:
    for text in ("Größe", "São Paulo", "façade", "Ærø", "naïve “quotes” – dash"):
        assert repaired(text) == text


@given(st.text())
def test_folding_is_stable_and_plain(text: str) -> None:
    found = words(text)
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in found)
    assert words(" ".join(found)) == found
    assert fold(text) == fold(text).casefold()


@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="&<\\{}")))
def test_plain_ascii_stays(text: str) -> None:
    assert plain(text) == text
