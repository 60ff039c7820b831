"""Questions that stand alone in a paragraph, over what answers them."""

from __future__ import annotations

import pytest

from claimcheck.drafts import read_draft


def over(markdown: str) -> dict[str, tuple[str, ...]]:
    """The texts that stand over each block of a draft."""
    blocks = read_draft("draft.md", markdown.encode(), "draft.md").blocks
    return {b.text: tuple(blocks[i].text for i in b.headings) for b in blocks}


@pytest.mark.parametrize("asked", ["**Is it legal?**", "Q: Is it legal?", "Is it legal?"])
def test_a_question_stands_over_its_answer(asked):
    found = over(f"# FAQ\n\n{asked}\n\nYes, here.\n\nDoes it work?\n\nNobody knows.\n")
    question = asked.strip("*")
    assert found["Yes, here."] == ("FAQ", question)
    assert found["Nobody knows."] == ("FAQ", "Does it work?")
    assert found[question] == ("FAQ",)


def test_it_ends_with_its_section():
    found = over("# One\n\nDoes it work?\n\nYes.\n\n# Two\n\nAnother matter.\n")
    assert found["Another matter."] == ("Two",)


def test_it_does_not_stand_over_a_whole_text():
    found = over("Does it work?\n\n" + "\n\n".join(f"Paragraph {n}." for n in range(5)) + "\n")
    assert [bool(found[f"Paragraph {n}."]) for n in range(5)] == [True, True, True, False, False]


def test_a_question_within_a_paragraph_stands_over_nothing():
    found = over("We asked: does it work? It seems so.\n\nSee below.\n")
    assert found["See below."] == ()
