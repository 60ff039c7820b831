"""Sentences end where readers end them, and the pieces tile the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts import read_draft
from claimcheck.drafts.sentences import LONGEST, pieces, split


def cut(text):
    return [text[start:end].strip() for start, end in pieces(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Goodwin et al. Found in other hands, it worked.",
        "Goodwin et al. (2022) randomised 233 people.",
        "It was shown by Goodwin et al. [3] and others.",
        "Carhart-Harris R., Giribaldi B., Watts R. et al. 2021 is the source.",
        "Psilocybin vs. Escitalopram was tested.",
        "Psilocybin v. placebo, 37% v. 18%, was tested.",
        "The dose was 0.5 mg/kg i.v. Ketalar in both arms.",
        "Ketamine i.m., i.n. and p.o. Spravato were compared.",
        "The effect was small (p < .05).",
        "The effect was small, p < .05, and d = .31, 95% CI .10 to .52.",
        "The mean was 6.6 points (95% CI 2.9 to 10.2).",
        "The mean fell from 33.1 to 17.8 (n = 24; SD = 7.1).",
        "In the U.S. Food and Drug Administration's view it failed.",
        "In the U.S. Department of Veterans Affairs it runs.",
        "The U.S. Psychedelic market is small.",
        "The U.K. Home Office and the E.U. Commission agree.",
        "It is legal in Portland, Ore. Gov. Brown said so.",
        "Dr. Smith and Prof. Jones agreed.",
        "Mr. and Mrs. Doe of St. Louis met Sen. Booker and Rep. Luttrell.",
        "Robin Carhart-Harris, Ph.D., and Rick Doblin, Ph.D., led it.",
        "R. R. Griffiths led it.",
        "It was led by D. Nutt and M. So at Imperial.",
        "K. He et al. reported it.",
        "See Fig. 2 and Table 3.",
        "See Figs. 2 and 3, Eq. 4, Ref. 12, Sec. 5 and App. B.",
        "See Fig. S1 and Vol. II of it.",
        "It is on p. 1637 and pp. 12-14.",
        "On Aug. 9 the letter came.",
        "On Fri. Aug. 9, 2024, the letter came.",
        "It came in Nov. 2022 and Sept. 2023.",
        "1. Compass ran it",
        "a. Compass ran it",
        "iv. Compass ran it",
        "2.1. Compass ran it",
        "It holds for e.g. Psilocybin.",
        "It holds for some (e.g., MDMA), i.e. Not all.",
        "Approx. 24 of ca. 30 people, incl. 3 men, left.",
        "Patient No. 5 left, and so did nos. 6 and 7.",
        "The site is claimcheck.org and it is up.",
        "It worked... sometimes.",
        "It worked… sometimes.",
        "“Is it approved?” asked one.",
        "The paper (“Is it safe?”) was short.",
        "It was in N. Engl. J. Med. 387, 1637.",
        "It was in Nat. Med. 27, 1025–1033 (2021).",
        "Compass Pathways plc. (Nasdaq: CMPS) ran it.",
        "He took LSD, MDMA, etc. before 1990.",
        "It is registered (no. CTR20131276) in China.",
        "It began at 9 a.m. Eastern and ended at 5 p.m. ET.",
        "Washington, D.C. Council members agreed.",
        "The first step; then the second; and Then the third.",
        "P. cubensis and P. semilanceata hold psilocybin.",
        "The rate was 37%, 18% and 19%, resp. Placebo was low.",
        "a long line of\nwords over two lines",
        "Bogenschutz, M. P., Forcehimes, A. A., ... & Nutt, D. J. (2016) wrote it.",
        "Johnson, M. W., Garcia-Romeu, A., & Griffiths, R. R. (2017) wrote it.",
        "It was small... & more.",
        "No full stop at all",
        "Results: 1.5 mg vs. 25 mg",
    ],
)
def test_one_sentence(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The arm had n = 24.| Response was 71%.",
        "The effect was small, p < .05.| It was large later, p = .001.",
        "It was randomised.| The trial met its endpoint.",
        "Response held (Goodwin et al., 2022).| Remission did not.",
        "Response held.[3]| Remission did not.",
        "Response held. [3]| Remission did not.",
        "Response held.[1,2]| Remission did not.[3–5]| So it is.",
        "Response held.[1][2]| Remission did not.[3], [4]| So it is.",
        "Response held.³| Remission did not.",
        "Response held.¹²,¹³| Remission did not.",
        "Response held.12| Remission did not.",
        "Response held.1,2| Remission did not.3–5",
        "Response held.^12^| Remission did not.",
        "Response held.[^3]| Remission did not.",
        "Response held (12).| Remission did not.",
        "Response held.(12)| Remission did not.",
        "Response held. (12)| Remission did not.",
        "Response held. (Goodwin et al., 2022)| Remission did not.",
        "Response held. (Goodwin et al. 2022; Davis et al. 2021)| Remission did not.",
        "Response held. [Goodwin 2022]| Remission did not.",
        "Response held.[@goodwin2022]| Remission [@davis, p. 3].| So it is.",
        "Response held. (doi:10.1056/NEJMoa2206443)| Remission did not.",
        "Response held. (https://doi.org/10.1056/x)| Remission did not.",
        "Response held. (see Table 2)| Remission did not.",
        "Response held.*| Remission did not.†| So it is.",
        "Response held.| [Note: It was small.]| Remission did not.",
        "Two things hold.| (1) It is small.| (2) It is new.",
        "It is in Schedule I.| The DEA keeps it there.",
        "It is in Schedule I.| Psilocybin stays there.",
        "They were in group A.| Participants in group B.| Placebo came next.",
        "It is a Class A drug in the U.K.| The law is old.",
        "It is legal in the U.S.| Psilocybin is not.",
        "It works in the U.S.| We do not know why.",
        "Is it approved?| No.| It is not!",
        "Is it approved?!| Yes.",
        "“It worked.”| He said so.",
        "He said, “It worked.”| She did not.",
        "(It was small.)| More came later.",
        "It was small. (It was not large.)| More came later.".replace(". (", ".| ("),
        "Results came at week 3.| At week 12 they held.",
        "It ended in 2022.| 233 people took part.",
        "It ended in 2022.| “Nobody” knew.",
        "They gave 25 mg.| Psilocybin helped.",
        "They followed it for 12 wk.| The effect held.",
        "They used psilocybin, MDMA, etc.| Others used LSD.",
        "It was shown by Goodwin et al.| The trial was large.",
        "Ketamine was given i.v.| Over 40 minutes it was stopped.",
        "It was given b.i.d.| Patients took it.",
        "She holds a Ph.D.| He does not.",
        "It was led by Compass Pathways Inc.| The trial ended.",
        "It began at 9 a.m.| Patients slept.",
        "It came in Aug.| The rest did not.",
        "Then the patient sat.| Psilocybin was given.",
        "It is the state of the art.| Psilocybin is old.",
        "It failed…| Nobody knew why.",
        "It failed...| Nobody knew why.",
        "They lacked vitamin D.| Psilocybin did not help.",
        "It rose by 5 %.| MDMA did too.",
        "5-MeO-DMT is short.| 5-MeO-DMT is strong.| α-MT is not.",
        "It helped after SCI.| Major depression came next.",
        "It was at 300 K.| Scanning it took long.",
        "They used LSD, etc.| Psilocybin was not used.",
        "One para.\n\n|Two para.",
        "one thing:\n|• two\n|• three",
    ],
)
def test_several_sentences(text):
    assert cut(text.replace("|", "")) == [part.strip() for part in text.split("|")]


def test_blocks_without_full_stops_are_sentences():
    document = read_draft(
        "x.md", b"# A head\n\n- one item\n- two items. And more\n\n| 12 % | a. b |\n|---|---|\n"
    )
    assert [sentence.text for sentence in split(document)] == [
        *("A head", "one item", "two items.", "And more", "12 %", "a. b")
    ]


def test_superscripts_after_a_stop_belong_to_the_sentence():
    document = read_draft("x.md", b"It held.<sup>1, 2</sup> 5-MeO-DMT^3^ did not.^a^ So.\n")
    assert [sentence.text for sentence in split(document)] == [
        *("It held.1, 2", "5-MeO-DMT^3^ did not.a", "So.")
    ]


def test_offsets_count_in_the_block():
    document = read_draft("x.md", b"  First one.  \n   Second one. \n")
    block = document.blocks[0]
    for sentence in split(document):
        assert block.text[sentence.start : sentence.end] == sentence.text


PIECES = st.sampled_from(
    [
        *("a", "A", "1", " ", "  ", "\n", "\n\n", ".", "!", "?", "…", "...", '"', "'", "(", ")"),
        *("[", "]", "³", "é", "e.g.", "et al.", "U.S.", "Dr.", "[3]", " (Goodwin, 2022)", "^1^"),
        *(
            "p < .05",
            "Fig. 2",
            "The ",
            "• ",
            "\u00a0",
            "\u2028",
            "*",
            "@",
            ", ",
            "(2)",
            "vitamin D.",
        ),
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_pieces_tile_the_text(text):
    spans = list(pieces(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)
    assert all(one[1] == two[0] for one, two in pairwise(spans))


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map("".join))
def test_a_paragraph_break_always_ends_a_sentence(one, two):
    text = f"{one}\n\n{two}"
    if one.strip() and two.strip() and not two[0].isspace():
        assert len(one) + 2 in {start for start, _ in pieces(text)}


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "word ",
            "e.g. ",
            "e.g.\n",
            "A. ",
            "a! ",
            ". ",
            "word.(",
            "Word.1 ",
            "[3] ",
            "… ",
            "(1) ",
        ),
        *(
            "Word. (Goodwin ",
            "Word.[",
            "et al. ",
            "Word. [@",
            "\n",
            " ",
            "x.",
            "Word.* ",
            "Fig. 2. ",
        ),
        *("No. A", ".)", "Word. ((", "• \n", "U.S. "),
    ],
)
def test_time_is_linear_in_one_line(unit):
    text = unit * (100_000 // len(unit))
    begun = time.process_time()
    assert sum(end - start for start, end in pieces(text)) == len(text)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("word", ["word ", "x", "1.5 ", "é"])
def test_what_has_no_stop_is_cut_between_words(word):
    text = word * 5000
    found = list(pieces(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert len(found) > 1
    assert max(end - start for start, end in found) <= LONGEST
    if word.endswith(" "):
        assert all(text[end - 1] == " " for _, end in found)
