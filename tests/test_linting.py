"""A sentence is judged by what stands around it, however often its words have stood before."""

from datetime import date
from pathlib import Path

import pytest

from claimcheck.drafts import read_draft
from claimcheck.linting import lint
from claimcheck.load import load_base
from claimcheck.policy import Policy
from claimcheck.rules.drafts import DRAFT_RULES
from claimcheck.statements.records import Records

POLICY = Policy(today=date(2026, 11, 21))


@pytest.fixture(scope="module")
def records():
    return Records(load_base(Path(__file__).parents[1] / "data"))


def judged(text, records):
    """Line, verdict and words of each checkable sentence."""
    document = read_draft("draft.md", text.encode(), "draft.md")
    sentences = lint(document, records, POLICY, DRAFT_RULES).sentences
    return [(s.where.line, s.verdict, s.text) for s in sentences]


SECTION = """## COMP001

The trial randomised 216 people. It randomised 233 people at 22 sites.

Response at week 3 was 37% with 25 mg and 18% with 1 mg.

- It was open-label.
- It was a phase 2b trial.

| Arm | Response at week 3 |
|---|---|
| 25 mg | 37% |
| 1 mg | 37% |

"""


def test_a_section_that_comes_again_is_judged_as_before(records):
    once, thrice = judged(SECTION, records), judged(SECTION * 3, records)
    lines = SECTION.count("\n")
    assert {verdict for _, verdict, _ in once} >= {"contradicted", "supported"}
    assert thrice == [(n * lines + line, *rest) for n in range(3) for line, *rest in once]


def test_the_same_words_under_other_headings_are_judged_anew(records):
    sentence = "The trial randomised 233 people.\n\n"
    text = "".join(f"## {name}\n\n{sentence}" for name in ("COMP001", "MAPP1", "COMP001"))
    found = [verdict for _, verdict, _ in judged(text, records)]
    assert found == ["supported", "contradicted", "supported"]


def test_the_same_words_after_other_sentences_are_judged_anew(records):
    said = "It randomised 233 people."
    text = f"COMP001 was a phase 2b trial. {said}\n\nMAPP1 was a phase 3 trial. {said}\n"
    found = [verdict for _, verdict, words in judged(text, records) if words == said]
    assert found == ["supported", "contradicted"]
