"""When two words are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.spelling import Likeness, compare_words

SAME = [
    ("behaviour", "behavior"), ("tumours", "tumor"), ("randomised", "randomized"),
    ("oedema", "edema"), ("leucocyte", "leukocyte"), ("centre", "center"), ("labelled", "labeled"),
    ("programme", "program"), ("haematology", "hematology"), ("sulphate", "sulfate"),
    ("iii", "3"), ("two", "2"), ("second", "2nd"), ("rat", "rats"), ("versus", "vs"),
    ("alpha7", "a7"), ("hif1alpha", "hif1a"), ("catalogue", "catalog"), ("defence", "defense"),
]  # fmt: skip
SLIPS = [
    ("depression", "depresion"), ("psychotherapy", "psychotheraphy"), ("edpression", "depression"),
    ("response", "repsonse"), ("process", "processs"), ("between", "beween"),
]  # fmt: skip
DIFFERENT = [
    ("psilocybin", "ketamine"), ("psilocybin", "psilocin"), ("ketamine", "esketamine"),
    ("depression", "anxiety"), ("depression", "repression"), ("12", "6"), ("2a", "2b"),
    ("effective", "affective"), ("afferent", "efferent"), ("typical", "atypical"),
    ("microglia", "macroglia"), ("hypotension", "hypertension"), ("nitrates", "nitrites"),
    ("mortality", "morality"), ("male", "female"), ("mice", "mite"), ("increase", "decrease"),
    ("retrospective", "prospective"), ("adduction", "abduction"), ("antenatal", "antinatal"),
    ("amine", "amide"), ("with", "without"), ("pain", "gain"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "likeness"),
    [(SAME, Likeness.SAME), (SLIPS, Likeness.SLIP), (DIFFERENT, Likeness.DIFFERENT)],
)
def test_pairs_of_words(pairs: list[tuple[str, str]], likeness: Likeness) -> None:
    assert [pair for pair in pairs if compare_words(*pair) is not likeness] == []


WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=14)


@given(WORD, WORD)
def test_comparing_is_symmetric_and_every_word_is_itself(one: str, two: str) -> None:
    assert compare_words(one, one) is Likeness.SAME
    assert compare_words(one, two) is compare_words(two, one)
