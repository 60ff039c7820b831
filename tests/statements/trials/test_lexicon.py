"""Words and phrases looked for in lower-case text."""

import pytest

from claimcheck.statements.trials.lexicon import WordList

LIST = WordList("relief, symptom*, at bay, keep* + off, wiped + out")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("some relief at last", ["relief"]),
        ("symptoms and relief", ["symptoms", "relief"]),
        ("it kept fear at bay", ["at bay"]),
        ("it keeps most people off drugs", ["keeps most people off"]),
        ("wiped it all out", ["wiped it all out"]),
        ("wiped out", ["wiped out"]),
        ("symptom-free", []),
        ("bas-relief", []),
        ("at the bay", []),
        ("keeps one two three four five off", []),
    ],
)
def test_words_stems_phrases_and_gaps(text, found):
    assert [text[hit.start : hit.end] for hit in LIST.finditer(text)] == found


def test_only_what_stands_in_the_stretch_counts():
    text = "relief, then symptoms at bay"
    assert LIST.search(text, 8) == LIST.search(text, 8, 21)
    assert LIST.search(text, 1, 8) is None
    assert LIST.search(text, 21, 26) is None
