"""Citations of the same work in every style, and the odd ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.bibliography.citations import parse_citation
from claimcheck.compare.names import in_print

TITLE = (
    "MDMA-assisted therapy for severe PTSD: a randomized, double-blind, "
    "placebo-controlled phase 3 study"
)
STYLED = {
    "apa": f"Mitchell, J. M., Bogenschutz, M., ... & Doblin, R. (2021). {TITLE}. Nature Medicine, "
    "27(6), 1025–1033. https://doi.org/10.1038/s41591-021-01336-3",
    "vancouver": f"12. Mitchell JM, Bogenschutz M, Lilienstein A, et al. {TITLE}. Nat Med. "
    "2021;27(6):1025-33. doi:10.1038/s41591-021-01336-3",
    "ama": f"Mitchell JM, Bogenschutz M, Lilienstein A, et al. {TITLE}. Nat Med. 2021 Jun;27(6):"
    "1025-1033. Published online May 10, 2021. doi:10.1038/s41591-021-01336-3. PMID: 33972795",
    "chicago": f"Mitchell, Jennifer M., Michael Bogenschutz, and Rick Doblin. “{TITLE}.” Nature "
    "Medicine 27, no. 6 (2021): 1025–33. https://doi.org/10.1038/s41591-021-01336-3.",
    "chicago date": f"Mitchell, Jennifer M., Michael Bogenschutz, et al. 2021. “{TITLE}.” Nature "
    "Medicine 27 (6): 1025–33. http://dx.doi.org/10.1038/s41591-021-01336-3.",
    "harvard": f"Mitchell, J.M., Bogenschutz, M. and Doblin, R. (2021) ‘{TITLE}’, Nature Medicine, "
    "27(6), pp. 1025–1033. Available at: https://doi.org/10.1038/s41591-021-01336-3 "
    "(Accessed: 3 May 2024).",
    "ieee": f"[4] J. M. Mitchell, M. Bogenschutz, and R. Doblin, “{TITLE},” Nat. Med., vol. 27, "
    "no. 6, pp. 1025–1033, Jun. 2021, doi: 10.1038/s41591-021-01336-3.",
    "mla": f"Mitchell, Jennifer M., et al. “{TITLE}.” Nature Medicine, vol. 27, no. 6, 2021, "
    "pp. 1025–33, doi:10.1038/s41591-021-01336-3.",
    "nature": f"Mitchell, J. M. et al. {TITLE}. Nat. Med. 27, 1025–1033 (2021). "
    "10.1038/s41591-021-01336-3",
    "springer": f"Mitchell JM, Bogenschutz M, Doblin R (2021) {TITLE}. Nat Med 27(6):1025–1033. "
    "DOI 10.1038/s41591-021-01336-3",
    "elsevier": f"J.M. Mitchell, M. Bogenschutz, R. Doblin, {TITLE}, Nat. Med. 27 (2021) "
    "1025–1033. https://doi.org/10.1038/s41591-021-01336-3.",
}


@pytest.mark.parametrize("style", STYLED)
def test_every_style_gives_the_same_fields(style):
    text = STYLED[style]
    found = parse_citation(text)
    reference = found.reference
    assert reference.title == TITLE
    assert in_print(reference.author[0]) == "Mitchell JM"
    assert reference.container_title in {"Nature Medicine", "Nat Med", "Nat. Med"}
    assert (reference.issued.year, reference.volume) == (2021, "27")
    assert reference.issue in {"6", None}
    assert reference.page.startswith("1025") if reference.page else style == "none"
    assert reference.doi == "10.1038/s41591-021-01336-3"
    assert reference.type == "article-journal"
    assert found.sure


@pytest.mark.parametrize("style", STYLED)
def test_spans_point_at_the_fields(style):
    text = STYLED[style]
    spans = parse_citation(text).spans
    assert text[slice(*spans["DOI"])] == "10.1038/s41591-021-01336-3"
    assert text[slice(*spans["issued"])] == "2021"
    assert text[slice(*spans["volume"])] == "27"


@pytest.mark.parametrize("style", ["apa", "ama", "vancouver", "mla", "nature", "chicago date"])
def test_a_cut_list_of_authors_is_known_as_cut(style):
    assert parse_citation(STYLED[style]).reference.et_al


def test_authors_of_every_form():
    def names(text: str) -> list[str]:
        return [
            in_print(name)
            for name in parse_citation(f"{text} (2020). Some title here.").reference.author
        ]

    assert names("van der Kolk, B. A., & aan het Rot, M.") == ["van der Kolk BA", "aan het Rot M"]
    assert names("Carhart-Harris R, O'Brien P") == ["Carhart-Harris R", "O'Brien P"]
    assert names("World Health Organization") == ["World Health Organization"]
    assert names("Smith, A.; Jones, B. C.") == ["Smith A", "Jones BC"]
    assert names("Smith A, Jones B, for the COMPASS Study Group") == [
        "Smith A", "Jones B", "for the COMPASS Study Group"
    ]  # fmt: skip


def test_books_chapters_reports_preprints_and_pages():
    def kind(text: str) -> str:
        return parse_citation(text).reference.type

    book = parse_citation(
        "Levine, P. A. (2010). In an unspoken voice: How the body lets go (2nd ed.). Atlantic."
    )
    assert (book.reference.type, book.reference.publisher) == ("book", "Atlantic")
    assert book.reference.title == "In an unspoken voice: How the body lets go"
    chapter = parse_citation(
        "Nichols DE. Chemistry of compounds. In: Smith A, ed. The Handbook of Things. "
        "Springer; 2018. p. 1-43."
    )
    assert chapter.reference.type == "chapter"
    assert chapter.reference.container_title.startswith("The Handbook of Things")
    assert (
        kind("Smith A. A title of a preprint. bioRxiv. 2023. doi:10.1101/2023.01.01.522222")
        == "article"
    )
    assert (
        kind("Food and Drug Administration. (2023). Annual report. https://example.org/a.pdf")
        == "report"
    )
    assert kind("Smith, A. (2020). What we know. https://example.org/page") == "webpage"


def test_identifiers_are_told_apart():
    reference = parse_citation(
        "Smith A. Title of things. J Things. 2020;1:2. PMID: 12345678; PMCID: PMC1234567. "
        "NCT01234567. ISSN 1234-567X. https://example.org/x"
    ).reference
    assert reference.pmid == "12345678"
    assert reference.pmcid == "PMC1234567"
    assert reference.number == "NCT01234567"
    assert reference.issn == "1234-567X"
    assert reference.url == "https://example.org/x"
    assert (
        parse_citation("Smith A. A title. arXiv:2311.06613v2 [cs.CL]. 2023.").reference.arxiv_id
        == "2311.06613"
    )


def test_a_title_in_brackets_and_a_question_mark():
    text = (
        "Wilkinson, S. T. (2018). Ketamine for depression: Where do we go? Biological Psychiatry, "
        "84(7), e21–e22."
    )
    reference = parse_citation(text).reference
    assert reference.title == "Ketamine for depression: Where do we go?"
    assert reference.container_title == "Biological Psychiatry"
    assert reference.page == "e21–e22"


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_inside(text):
    found = parse_citation(text)
    for start, end in found.spans.values():
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Smith, A., " * 2000,
        "A" * 20_000,
        "Aa " * 7000,
        "(2020) " * 3000,
        "“" * 5000 + "a ”" * 500,
        "1, " * 7000,
        "Smith J, 张三, مرحبا, Zoë́ " * 300,
        "\x00\x07\x1b" * 1000,
    ],
)
def test_hostile_text_takes_bounded_time(text):
    began = time.process_time()
    parse_citation(text)
    assert time.process_time() - began < 10
