"""Which sentences a citation covers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.bibliography.coverage import Coverage
from claimcheck.bibliography.mentions import mentions
from claimcheck.drafts import read_draft
from claimcheck.drafts.sentences import split


def verdicts(text: str, name: str = "draft.md") -> dict[str, bool]:
    document = read_draft(name, text.encode())
    coverage = Coverage(document)
    return {
        s.text.rstrip(".")[:24].strip(): coverage.covers(s.block, s.start, s.end)
        for s in split(document)
    }


CITED = [
    "Response was 37% (Goodwin et al., 2022).",
    "Response was 37% (see Goodwin et al., 2022, p. 4; Raison 2023).",
    "Goodwin et al. (2022) randomised 233 people.",
    "Carhart-Harris and Friston (2019) proposed a model.",
    "Davis (2021) found a response of 71%.",
    "Response was 37% [3].",
    "Response was 37% [3–5, 9].",
    "Response was 37%.<sup>3</sup>",
    "Response was 37%.¹²",
    "Response was 37%.[^1]\n\n[^1]: A note.",
    "Response was 37% [@goodwin2022].",
    "Response was 37% [@goodwin2022, p. 4; @raison2023].",
    "Response was 37% (doi:10.1056/NEJMoa2206443).",
    "Response was 37% (PMID 36322843).",
    "Response was 37% (NCT03775200).",
    "Response was [37%](https://doi.org/10.1056/NEJMoa2206443).",
    "Response was 37% (World Health Organization, 2021).",
    "Response was 37% (van der Kolk 2024a).",
    "Response was 37% (Mithoefer et al., 2016, 2019).",
]
BARE = [
    "Response was 37% in Nature Medicine.",
    "Response was 37%, researchers at Johns Hopkins said.",
    "Response was 37% (Nature Medicine, 2021).",
    "Response was 37% (December 2021).",
    "Response was 37% (n = 24) in 2021.",
    "Response was 37% (95% CI 20–51).",
    "A dose of 25 mg/m² was given.",
    "About 10³ people took part.",
    "Response was 37% ([see below](#results)).",
    "In Oregon (2020) voters agreed.",
    "Results came in Phase 3 (2021).",
]


@pytest.mark.parametrize("text", CITED)
def test_a_citation_in_the_sentence_covers_it(text):
    assert next(iter(verdicts(text).values()))


@pytest.mark.parametrize("text", BARE)
def test_names_years_and_units_are_no_citation(text):
    assert not any(verdicts(text).values())


def test_only_the_closing_citation_covers_the_paragraph():
    covered = verdicts("First sentence. Second one (Ross et al., 2016). Third sentence.\n")
    assert covered == {
        "First sentence": False,
        "Second one (Ross et al.,": True,
        "Third sentence": False,
    }
    assert all(verdicts("First sentence. Second one [1]. Third sentence [2].\n").values())
    assert all(
        verdicts(
            "First sentence. Second one. Third [1, 2; see also 4].[^a]\n\n[^a]: Note [1].\n"
        ).values()
    )


def test_an_item_is_covered_by_its_own_last_citation_only():
    covered = verdicts("- One thing. Another thing [1].\n- Third thing.\n")
    assert covered == {"One thing": True, "Another thing [1]": True, "Third thing": False}


def test_a_citation_at_the_end_of_the_items_last_paragraph_covers_the_item():
    covered = verdicts("- One thing.\n\n  Its second paragraph [1].\n\n- Third thing.\n")
    assert covered["One thing"]
    assert not covered["Third thing"]


def test_a_source_line_covers_the_block_above_and_no_other():
    covered = verdicts("Far above.\n\nRight above.\n\nSource: Ross et al., 2016.\n\nBelow.\n")
    assert covered["Right above"]
    assert not covered["Far above"]
    assert not covered["Below"]
    assert not verdicts("Right above.\n\nSource: Imperial College London.\n")["Right above"]


def test_a_source_line_covers_a_table_and_a_list():
    table = "| Trial | n |\n|---|---|\n| A | 233 |\n| B | 104 |\n\nSource: Ross et al., 2016.\n"
    covered = verdicts(table)
    assert covered["233"]
    assert covered["104"]
    assert all(verdicts("- One.\n- Two.\n\nSource: doi:10.1056/NEJMoa2206443\n").values())


def test_a_row_is_covered_by_the_citation_it_holds():
    covered = verdicts("| Trial | n | Ref |\n|---|---|---|\n| A | 233 | [1] |\n| B | 104 | – |\n")
    assert covered["233"]
    assert not covered["104"]


def test_a_headings_citation_covers_nothing_below():
    covered = verdicts("# Results (Ross et al., 2016)\n\nResponse was 37%.\n")
    assert not covered["Response was 37%"]


def test_a_citation_that_is_undefined_covers_nothing():
    text = "Response was 37% [@one]. It was 38% [@two].\n"
    document = read_draft("draft.md", text.encode())
    coverage = Coverage(document, [replace(m, entries=()) for m in mentions(document)[:1]])
    spans = [(s.block, s.start, s.end) for s in split(document)]
    assert [Coverage(document).covers(*span) for span in spans] == [True, True]
    first, _ = spans
    only = Coverage(document, [replace(m, entries=()) for m in mentions(document)])
    assert [only.covers(*span) for span in spans] == [False, False]
    assert coverage.covers(*first), "the one that closes the paragraph covers all of it"
