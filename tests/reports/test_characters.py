"""Stand-ins for characters that cannot be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reports.characters import encodable, for_xml, one_line, visible, with_slashes


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\x00b\x07", "a␀b␇"),
        ("\x7f", "␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202eabc\u202c", "\ufffdabc\ufffd"),
        ("\u2066abc\u2069", "\ufffdabc\ufffd"),
        ("a\tb", "a b"),
        ("a\r\nb\nc\rd", "a\nb\nc d"),
        ("a\x85b\u2028c\u2029d", "a b c d"),
        ("naïve 漢字 שלום 👩\u200d👧 \u200f", "naïve 漢字 שלום 👩\u200d👧 \u200f"),
    ],
)
def test_visible(hidden, shown):
    assert visible(hidden) == shown
    assert one_line(hidden) == shown.replace("\n", " ")


@given(st.text(st.characters(exclude_characters="\r\n")))
def test_columns_stay_what_they_were(text):
    assert len(visible(text)) == len(text)
    assert visible(visible(text)) == visible(text)


def test_encodable():
    assert encodable("a\ud800b\udfff 👍") == "a\ufffdb\ufffd 👍"


def test_for_xml():
    assert for_xml("a\x00b\x0bc\x1bd\ufffee\ud800f\tg\nh\ri\x85 👍") == "abcdef\tg\nh\ri\x85 👍"


def test_with_slashes():
    assert with_slashes("C:\\a b\\c.md") == "C:/a b/c.md"
