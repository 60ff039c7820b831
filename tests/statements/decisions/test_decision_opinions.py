"""What an opinion carries: both sides, the events and sources, the place, a better date."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.drafts.sentences import split
from claimcheck.load import load_text
from claimcheck.model.drafts import Block, Document
from claimcheck.statements.decisions import opinions
from claimcheck.statements.reading import read_sentence
from claimcheck.statements.records import Records
from claimcheck.statements.scope import ScopeReader
from statements.decisions.drafted import TODAY, document, opinions_on, records, verdict

OTHER_FIELD = """
compounds:
- {id: zedol, name: zedol, synonyms: [Zedolex]}
- {id: morvan, name: morvan}
indications:
- {id: gout, name: gout}
- {id: scurvy, name: scurvy}
agencies:
- {id: board, name: Board of Remedies, exact: [BOR], jurisdiction: arcadia}
jurisdictions:
- {id: arcadia, name: Arcadia}
treatments:
- {id: tonics, name: tonics, synonyms: [tonic], members: [zedol, morvan]}
complete:
- agency: board
  jurisdiction: arcadia
  kinds: [approval]
  compound: [zedol, morvan]
  as_of: 2026-11-01
events:
- id: zedol-gout
  date: 2020-04-02
  agency: board
  jurisdiction: arcadia
  kind: approval
  compound: zedol
  indication: gout
  ref: board-2020
  summary: Zedol approved for gout. It may be sold without a prescription.
"""


@pytest.fixture(scope="module")
def other_field():
    return Records(load_text(OTHER_FIELD))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Board of Remedies approved zedol for gout in April 2020.", "supported"),
        ("BOR approved Zedolex for gout in 2019.", "contradicted"),
        ("BOR approved zedol for scurvy.", "contradicted"),
        ("BOR approved morvan for gout.", "contradicted"),
        ("Morvan is not approved in Arcadia.", "supported"),
        ("Zedol is the only tonic approved by BOR.", "supported"),
        ("Morvan is on track for approval by BOR in 2022.", "outdated"),
        ("Should BOR approve morvan?", "silent"),
    ],
)
def test_any_field(other_field, sentence, expected):
    assert verdict(sentence, base=other_field) == expected


def test_both_sides_and_the_source(other_field):
    (found,) = opinions_on("BOR approved zedol for gout in May 2019.", base=other_field)
    assert found.message == (
        "draft: BOR approved zedol for gout, May 2019; BOR 2020-04-02: Zedol approved for gout"
    )
    assert (found.events, found.references) == (("zedol-gout",), ("board-2020",))


REFUSED = "FDA 2024-08-09: FDA refused the MDMA application by complete response letter"
DESIGNATED = "FDA 2024-03-13: Breakthrough therapy designation for CYB003"


@pytest.mark.parametrize(
    ("text", "said", "held"),
    [
        (
            "Great news for patients: the FDA has finally approved MDMA in August 2024.",
            "FDA approved MDMA, August 2024",
            REFUSED,
        ),
        (
            "At long last, CYB003 now holds the FDA's breakthrough designation for anxiety.",
            "breakthrough designation of CYB003 for anxiety, FDA",
            "FDA: no such designation (list complete to 2026-09-08); " + DESIGNATED,
        ),
        (
            "In August 2023, to the surprise of many, the FDA rejected MDMA-assisted therapy.",
            "FDA refused MDMA, August 2023",
            REFUSED,
        ),
    ],
)
def test_what_the_draft_says_is_shown_in_few_words(text, said, held):
    (found,) = opinions_on(text)
    assert found.message.startswith(f"draft: {said}; {held}")


def test_one_statement_against_two_events_is_one_finding():
    (found,) = opinions_on("CYB003 has not been designated a breakthrough therapy for depression.")
    assert found.standing == "outdated"
    assert found.events == ("cyb003-btd-2024",)


def test_a_wrong_date_is_marked_and_put_right(other_field):
    text = "In May 2019, BOR approved zedol for gout."
    (found,) = opinions_on(text, base=other_field)
    assert text[found.start : found.end] == "May 2019"
    assert found.suggestion.text == "April 2020"
    assert not found.suggestion.safe


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2018", "2019"),
        ("March 2018", "March 2019"),
        ("5 March 2018", "5 March 2019"),
        ("March 5, 2018", "March 5, 2019"),
    ],
)
def test_the_date_keeps_its_form(written, right):
    found = opinions_on(
        f"The FDA approved Spravato for treatment-resistant depression on {written}."
    )
    assert [o.suggestion.text for o in found if o.suggestion] == [right]


def test_several_statements_are_judged_one_by_one():
    text = (
        "In 2018 Compass Pathways received breakthrough therapy designation for TRD, "
        "and in 2017 Usona received it for MDD."
    )
    found = opinions_on(text)
    assert [o.standing for o in found] == ["supported", "contradicted"]


def test_loose_wording_is_supported_with_a_remark():
    (found,) = opinions_on("Psilocybin was approved in Australia in 2023.")
    assert found.standing == "supported"
    assert "no product" in found.remark


def test_the_votes_are_shown():
    (found,) = opinions_on("The FDA advisory committee voted 6 to 5 against MDMA for PTSD.")
    assert found.found == "6 to 5"
    assert "2 for, 9 against" in found.expected


def test_a_question_and_an_endless_line_are_passed_over():
    assert not opinions_on("Has the FDA approved psilocybin?")
    assert not opinions_on("The FDA has approved psilocybin and " + "so on and " * 500 + "more.")


WORDS = st.sampled_from(
    [
        "The FDA",
        "approved",
        "psilocybin",
        "for",
        "PTSD",
        "in 2021",
        ",",
        "but",
        "not",
        "MDMA",
        "will be",
        "rejected",
        "Oregon",
        "legalised",
        "Schedule I",
        "breakthrough therapy designation",
        "Compass",
        "received",
        "only",
        "first",
        "(",
        ")",
        "which",
        "is",
        "phase 3",
        "trial",
        "ongoing",
        "voted 9-2",
        "advisers",
        "retracted",
        "may",
        "Australia",
        "prescribe",
        "—",
        "and",
        ";",
        "COMP001",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=18))
def test_any_words_are_survived_and_places_lie_in_the_sentence(parts):
    text = " ".join(parts) + "."
    last = document(text).blocks[-1].text
    for found in opinions_on(text):
        assert 0 <= found.start < found.end <= len(last)
        assert found.found
        assert all(event in records().base.event for event in found.events)


def in_a_row(first: str, second: str) -> str:
    """The verdict on the second cell of a table's row."""
    cells = [
        Block(kind="cell", text=first, spans=((0, 0),)),
        Block(kind="cell", text=second, spans=((0, 0),), row=(0,)),
    ]
    draft = Document(path="draft.md", source=first + second, blocks=tuple(cells))
    sentences = split(draft)
    scope = ScopeReader(draft, sentences, records().names).scope(sentences[-1])
    found = list(opinions(scope, read_sentence(scope), records(), TODAY))
    assert all(0 <= o.start < o.end <= len(second) for o in found)
    return found[0].standing if found else "silent"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2019", "The FDA approves Spravato.", "supported"),
        ("March 2019", "The FDA approves Spravato.", "supported"),
        ("2016", "The FDA approves Spravato.", "contradicted"),
        ("2021", "Spravato is approved by the FDA.", "supported"),
        ("2024", "MDMA is under review at the FDA.", "supported"),
        ("1990", "MDMA is in Schedule I in the US.", "supported"),
        ("Spravato", "Approved by the FDA in 2019.", "supported"),
        ("Phase 3 (2016)", "The FDA approves Spravato.", "supported"),
    ],
)
def test_the_date_of_a_row(first, second, expected):
    assert in_a_row(first, second) == expected
