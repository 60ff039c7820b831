"""Sentences end where readers end them, and the pieces tile the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts.sentences import pieces


def cut(text):
    return [text[start:end].strip() for start, end in pieces(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Goodwin et al. Found in other hands, it worked.",
        "Psilocybin vs. Escitalopram was tested.",
        "Ketamine was given i.v. Over 40 minutes it was stopped.",
        "The effect was small (p < .05).",
        "The mean was 6.6 points (95% CI 2.9 to 10.2).",
        "In the U.S. Food and Drug Administration's view it failed.",
        "Dr. Smith and Prof. Jones agreed.",
        "R. R. Griffiths led it.",
        "See Fig. 2 and Table 3.",
        "On Aug. 9 the letter came.",
        "1. Compass ran it",
        "It holds for e.g. Psilocybin.",
        "Patient No. 5 left.",
        "The site is claimcheck.org and it is up.",
        "It worked... sometimes.",
    ],
)
def test_one_sentence(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The arm had n = 24.| Response was 71%.",
        "It was randomised.| The trial met its endpoint.",
        "Response held (Goodwin et al., 2022).| Remission did not.",
        "Response held.[3]| Remission did not.",
        "Response held.³| Remission did not.",
        "Response held.12| Remission did not.",
        "Response held.^12^| Remission did not.",
        "Response held. (Goodwin et al., 2022)| Remission did not.",
        "It is in Schedule I.| The DEA keeps it there.",
        "It is a Class A drug in the U.K.| The law is old.",
        "Is it approved?| No.| It is not!",
        "“It worked.”| He said so.",
        "(It was small.)| More came later.",
        "Results came at week 3.| At week 12 they held.",
        "It ended in 2022.| 233 people took part.",
        "They used psilocybin, MDMA, etc.| Others used LSD.",
        "It was led by Compass Pathways Inc.| The trial ended.",
        "It failed…| Nobody knew why.",
    ],
)
def test_several_sentences(text):
    assert cut(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@given(st.text(alphabet=st.sampled_from(list("aA1 .!?\n\"'()[]…³é")), max_size=80))
def test_pieces_tile_the_text(text):
    spans = list(pieces(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)
