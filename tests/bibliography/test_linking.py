"""Citations of a draft against its own list."""

from __future__ import annotations

import pytest

from claimcheck.bibliography.bibtex import read_bibtex
from claimcheck.bibliography.linking import Elsewhere, draft_citations
from claimcheck.drafts import read_draft
from claimcheck.rules.citations import DRAFT_CITATION_RULES, uncited_in_draft, undefined_in_draft
from claimcheck.rules.manual import read_page

LIST = """
## References

Carhart-Harris, R. L., & Friston, K. J. (2019). REBUS and the anarchic brain. Pharmacological
Reviews, 71(3), 316–344.

van der Kolk, B. A. (2024a). A first title. Journal of Things, 1(1), 1–9.

van der Kolk, B. A. (2024b). A second title. Journal of Things, 1(2), 11–19.

World Health Organization. (2021). Guidance on services. https://example.org/guide
"""
NUMBERED = """
## References

1. Ross S, Bossis A. Rapid and sustained symptom reduction. J Psychopharmacol. 2016;30:1165-80.
2. Davis AK, Barrett FS. Effects of a therapy. JAMA Psychiatry. 2021;78(5):481-9.
3. Doe J. Growth of barley on soils. Plant Soil. 2019;7(1):1-9.
"""


def citations(text: str, name: str = "draft.md"):
    return draft_citations(read_draft(name, text.encode()))


def undefined(text: str) -> list[str]:
    return [problem.found for problem in undefined_in_draft.check(citations(text))]


def uncited(text: str) -> list[str]:
    return [problem.reference for problem in uncited_in_draft.check(citations(text))]


def test_author_and_year_are_found_in_the_list():
    text = (
        "One (Carhart-Harris & Friston, 2019; van der Kolk, 2024a). Van der Kolk (2024b) found it. "
        "WHO (2021) reports it.\n" + LIST
    )
    assert undefined(text) == []
    assert uncited(text) == []


def test_another_author_or_year_is_undefined_and_said_once():
    text = (
        "One (Carhart-Harris et al., 2017). Two (Roseman et al., 2018).\n\n"
        "Again (Carhart-Harris et al., 2017).\n" + LIST
    )
    assert undefined(text) == ["Carhart-Harris et al., 2017", "Roseman et al., 2018"]
    [first, _] = undefined_in_draft.check(citations(text))
    assert "it has Carhart-Harris 2019" in first.message
    assert (first.where.line, len(first.related)) == (1, 1)


def test_a_letter_tells_works_of_one_year_apart():
    text = "One (van der Kolk, 2024a). Two (van der Kolk, 2024c).\n" + LIST
    assert undefined(text) == ["van der Kolk, 2024c"]
    assert "ref-3" in uncited(text)


def test_groups_with_their_short_name_and_works_in_press():
    text = (
        "One (World Health Organization [WHO], 2021). Two (O'Brien et al., in press).\n"
        + LIST.replace(
            "van der Kolk, B. A. (2024a)",
            "O'Brien, K., & Doe, J. (in press). About memory. Sleep Medicine.\n\n"
            "van der Kolk, B. A. (2024a)",
        )
    )
    assert undefined(text) == []
    assert set(uncited(text)) == {"ref-1", "ref-3", "ref-4"}


def test_notes_that_cite_are_no_list_for_authors():
    text = "One.[^1] Two (Roe et al., 2018). Three.[^9]\n\n[^1]: Doe, J. (2019). Growth of barley. "
    text += "Plant and Soil, 7(1), 1–9.\n"
    assert undefined(text) == ["[^9]"]


KEYS = "One [@smith2020]. Two [@roe2018, p. 4; @doe2019]. Three @poe2017.\n"


def keyed(text: str, name: str = "draft.md", **elsewhere):
    document = read_draft(name, text.encode())
    found = draft_citations(document, Elsewhere(**elsewhere))
    return [problem.found for problem in undefined_in_draft.check(found)]


def library(*keys: str):
    entries = "".join(f"@misc{{{key}, title={{A title of {key}}}}}\n" for key in keys)
    return (read_bibtex("refs.bib", entries),)


def test_keys_mean_what_the_bibliography_or_the_base_holds():
    assert keyed(KEYS) == ["@smith2020", "@roe2018", "@doe2019"]
    held = frozenset({"smith2020"})
    assert keyed(KEYS, held=held) == ["@roe2018", "@doe2019", "@poe2017"]
    assert keyed(KEYS, held=held, libraries=library("roe2018", "doe2019", "poe2017")) == []
    assert keyed(KEYS, libraries=library("roe2018"), complete=False) == []


@pytest.mark.parametrize(
    "text",
    [
        "Smith et al. (2020) randomised 40 people.\n",
        "Smith et al. (2020) randomised 40 people.\n\nDoe and Roe (2021) treated 30 people.\n",
        "In all, 40 people took part (Smith et al., 2020, p. 4; Roe, 2018). They were well.\n",
        "Smith et al. (2020), Nature Medicine 27:1025: 104 participants were randomised.\n",
        "One of them responded (doi:10.1000/a).\n\nA second did, https://doi.org/10.1000/b too.\n",
        "The Roe group treated 27 adults [@roe2019].\n\nDoe and colleagues took 59 [@doe2021].\n",
    ],
)
def test_sentences_that_cite_are_no_list(text):
    assert citations(text).listed.entries == ()


def test_a_handle_is_no_key():
    text = "Follow @someone and write to me@example.org; see [@fig:one] and @fig-two.\n"
    assert keyed(text, libraries=library("roe2018")) == []


def test_the_nearest_key_is_named():
    document = read_draft("draft.md", b"One [@smiht2020].\n")
    found = draft_citations(document, Elsewhere(libraries=library("smith2020")))
    [problem] = undefined_in_draft.check(found)
    assert "did you mean `smith2020`?" in problem.message


def test_latex_keys_of_the_file_itself():
    entry = "Smith, A. (2020). Sleep and memory. Sleep Medicine, 12, 101--110."
    text = "One \\cite{smith}, two \\cite{roe,smith}.\n\n\\begin{thebibliography}{9}\n"
    text += f"\\bibitem{{smith}} {entry}\n\\bibitem{{doe}} {entry}\n\\end{{thebibliography}}\n"
    assert undefined(text.replace("roe,", "")) == []
    found = citations(text, "draft.tex")
    assert [m.found for m in undefined_in_draft.check(found)] == ["roe"]
    assert [m.reference for m in uncited_in_draft.check(found)] == ["doe"]
    assert keyed("One \\cite{roe}.\n", "chapter.tex", held=frozenset({"smith"})) == []


def test_restructured_text_cites_by_label():
    text = (
        "One [Smith2020]_, two [Roe2018]_.\n\n.. [Smith2020] Smith, A. (2020). Sleep and memory. "
    )
    text += "Sleep Medicine, 12, 101–110.\n"
    found = citations(text, "draft.rst")
    assert [m.found for m in undefined_in_draft.check(found)] == ["Roe2018"]


def test_entries_that_nothing_cites_are_named_once_the_list_is_cited_from():
    text = "One (Carhart-Harris & Friston, 2019).\n" + LIST
    assert uncited(text) == ["ref-2", "ref-3", "ref-4"]
    assert uncited("Nothing is cited here.\n" + LIST) == []


@pytest.mark.parametrize("mark", ["[1,2]", "[1–2]", "<sup>1,2</sup>", "¹,²", "^1,2^"])
def test_numbers_mean_entries_of_a_numbered_list(mark):
    assert uncited(f"One of them.{mark} More text.\n{NUMBERED}") == ["ref-3"]


def test_a_number_beyond_the_list_is_undefined():
    assert undefined(f"One [1–3]. Two [5].\n{NUMBERED}") == ["[5]"]


@pytest.mark.parametrize(
    "text",
    [
        "Scores in [0, 1] or [10–20].",
        "Version 1.2 and 3.5 follow cohort 2.3 Next.",
        "Steps (1), (2), (3) and (4).",
        "10² people, R² of 0.5, χ²(2) = 4.5 and 12 m².",
        "The [sic] and [12 May] and [1998].",
    ],
)
def test_numbers_that_cite_nothing(text):
    assert undefined(f"One [1–3]. {text}\n{NUMBERED}") == []


@pytest.mark.parametrize(
    "text",
    [
        "In Phase 2 (2018–2021) and in London (2019), the agency (March 2021) said so.",
        "The Controlled Substances Act (1970) and Proposition 122 (2022) passed.",
        "The ICD-11 (2022); the trial (NCT03775200, 2019); week 12 (n = 24, 2020).",
        "A series (How to Change Your Mind, 2022); since 2000, many; in Australia, July 2023.",
        "© Smith 2020. Updated (May 2021). Hofmann (1943) discovered it.",
    ],
)
def test_years_that_cite_nothing(text):
    assert undefined(f"One (Carhart-Harris & Friston, 2019). {text}\n{LIST}") == []


@pytest.mark.parametrize(
    "link", ["[Roe et al. 2017](https://doi.org/10.1000/z)", "([Roe et al., 2017](http://a.org/b))"]
)
def test_an_author_who_is_a_link_needs_no_list(link):
    text = (
        f"So said {link}. Two (Roe et al., 2017). Three (Carhart-Harris & Friston, 2019).\n{LIST}"
    )
    assert undefined(text) == []
    assert undefined(text.replace("Two (Roe", "Two (Poe")) == ["Poe et al., 2017"]
    assert undefined(text.replace(link, "[Roe et al. 2017](#roe)")) == ["Roe et al., 2017"]


def test_without_a_list_nothing_is_undefined():
    assert undefined("One (Carhart-Harris et al., 2017). Two [4].\n") == []


def test_a_doi_link_means_its_entry():
    text = (
        "One [study](https://doi.org/10.1000/x).\n\n## References\n\n"
        "Smith, A. (2020). Sleep and memory. Sleep Medicine, 12, 101–110. doi:10.1000/X\n"
    )
    assert uncited(text) == []
    assert citations(text).citing("ref-1")[0].line == 1


def test_a_doi_that_no_list_holds_means_the_work_itself():
    text = (
        "One [study](https://doi.org/10.1000/X), another (doi:10.1000/y) and 10.1000/x again.\n\n"
        "## References\n\nSmith, A. (2020). Sleep and memory. Sleep Medicine, 12. doi:10.1000/Y\n"
    )
    found = citations(text)
    assert [(e.reference.id, e.reference.doi) for e in found.linked.entries] == [
        ("10.1000/x", "10.1000/X")
    ]
    assert [place.column for place in found.citing("10.1000/x")] == [6, 69]
    assert found.citing("ref-1")[0].column == 50
    assert uncited(text) == []


@pytest.mark.parametrize("rule", DRAFT_CITATION_RULES, ids=lambda rule: rule.name)
def test_the_manual_holds_what_fires_and_what_does_not(rule):
    assert list(rule.check(citations(read_page(rule.manual).fires)))
    assert not list(rule.check(citations(read_page(rule.manual).quiet)))
