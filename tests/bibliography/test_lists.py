"""Reference lists in text: where they are, and where one entry ends and the next begins."""

from __future__ import annotations

import pytest

from claimcheck.bibliography.latex import bibliography_files, read_latex
from claimcheck.bibliography.plain import read_plain
from claimcheck.bibliography.prose import list_blocks, read_list
from claimcheck.bibliography.reading import kind_by_content
from claimcheck.drafts import read_draft

ROSS = (
    "Ross S, Bossis A, Guss J, et al. Rapid and sustained symptom reduction following psilocybin "
    "treatment for anxiety. J Psychopharmacol. 2016;30(12):1165-80."
)
DAVIS = (
    "Davis AK, Barrett FS, May DG, et al. Effects of psilocybin-assisted therapy on major "
    "depressive disorder. JAMA Psychiatry. 2021;78(5):481-9. doi:10.1001/jamapsychiatry.2020.3285"
)
WHO = "World Health Organization. (2021). Guidance on community services. https://example.org/g"


def wrapped(text: str, indent: str = "") -> str:
    import textwrap

    return textwrap.fill(text, 60, subsequent_indent=indent, break_on_hyphens=False)


LISTS = {
    "one per line": f"{ROSS}\n{DAVIS}\n",
    "numbered": f"1. {ROSS}\n2. {DAVIS}\n",
    "brackets": f"[1] {wrapped(ROSS)}\n[2] {wrapped(DAVIS)}\n",
    "bullets": f"• {ROSS}\n• {DAVIS}\n",
    "hanging": f"{wrapped(ROSS, '    ')}\n{wrapped(DAVIS, '    ')}\n",
    "wrapped": f"{wrapped(ROSS)}\n{wrapped(DAVIS)}\n",
    "empty lines": f"{wrapped(ROSS)}\n\n{wrapped(DAVIS)}\n",
    "crlf": f"{ROSS}\r\n{DAVIS}\r\n",
}


def listed_in(name, source):
    """The reference list of a draft."""
    document = read_draft(name, source.encode())
    return read_list(document, list_blocks(document))


@pytest.mark.parametrize("form", LISTS)
def test_entries_are_told_apart(form):
    found = read_plain("list.txt", LISTS[form]).entries
    assert [entry.reference.issued.year for entry in found] == [2016, 2021]
    assert [entry.reference.author[0].family for entry in found] == ["Ross", "Davis"]
    assert found[1].reference.doi == "10.1001/jamapsychiatry.2020.3285"


def test_the_list_of_an_article_is_found_by_its_heading_or_its_form():
    prose = "Psilocybin was given in 2016. It helped many people, said Ross.\n\n" * 5
    for heading in ("References\n\n", "# References\n\n", ""):
        source = f"A title\n\n{prose}{heading}{ROSS}\n\n{DAVIS}\n\nNext\n\nRelated post\n"
        assert len(read_plain("a.txt", source).entries) == 2
    assert not read_plain("a.txt", f"A title\n\n{prose}").entries


def test_entries_and_fields_have_their_places_in_markdown():
    listed = f"1. {ROSS}\n2. *Davis AK*. {DAVIS[9:]}\n"
    source = f"# T\n\nText.\n\n## References\n\n{listed}\n## About\n\nMe 2020.\n"
    file = listed_in("a.md", source)
    assert [entry.reference.id for entry in file.entries] == ["ref-1", "ref-2"]
    first, second = file.entries
    assert file.where(first)().line == 7
    assert source[slice(*second.spans["DOI"])] == "10.1001/jamapsychiatry.2020.3285"
    assert source[slice(*first.spans["volume"])] == "30"


def test_footnotes_that_cite_belong_to_the_list():
    source = f"Text.[^1] More.[^2]\n\n[^1]: {ROSS}\n[^2]: A remark.\n"
    [entry] = listed_in("a.md", source).entries
    assert entry.reference.issued.year == 2016


def test_html_lists_and_linked_dois():
    html = (
        f"<h1>T</h1><p>Text 2020.</p><h2>References</h2><ol><li>{ROSS} "
        '<a href="https://doi.org/10.1177/0269881116675512">Link</a></li>'
        f"<li>{WHO}</li></ol>"
    )
    first, second = listed_in("a.html", html).entries
    assert first.reference.doi == "10.1177/0269881116675512"
    assert second.reference.author[0].literal == "World Health Organization"


def test_thebibliography_of_latex():
    source = (
        "\\documentclass{article}\n\\begin{document}\nText \\cite{ross}.\n"
        "\\begin{thebibliography}{9}\n"
        f"\\bibitem{{ross}} {ROSS}\n"
        "\\bibitem[M\\'endez(2020)]{mendez} M\\'endez, A. (2020). \\emph{A title of things}. "
        "\\textit{Journal of Things}, 3, 1--2. \\newblock doi:10.1000/a\\_b\n"
        "\\end{thebibliography}\n\\end{document}\n"
    )
    first, second = read_latex("a.tex", source).entries
    assert first.label == "ross"
    assert second.reference.author[0].family == "Méndez"
    assert second.reference.title == "A title of things"
    assert second.reference.doi == "10.1000/a_b"
    assert bibliography_files("% \\bibliography{old}\n\\bibliography{refs, more}\n") == (
        "refs",
        "more",
    )


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        ("@article{a, title={b}}", ".bib"),
        ("% x\n@string{a = {b}}", ".bib"),
        ("TY  - JOUR\n", ".ris"),
        ('[{"id": 1}]', ".json"),
        ("references:\n- id: a\n", ".yaml"),
        ("\\documentclass{article}", ".tex"),
        ("# Title\n\nText\n", ".md"),
        ("<!DOCTYPE html><p>", ".html"),
        (ROSS, ".txt"),
    ],
)
def test_the_kind_of_a_pasted_text_shows_in_its_first_lines(content, suffix):
    assert kind_by_content(content) == suffix


def test_a_long_numbered_list_counts_through_the_years():
    lines = [
        f"{n}. Doe J, Roe A. Barley number {n} on the moon. J Crops. 2020;{n}(2):3-9."
        for n in range(1400, 2200)
    ]
    file = read_plain("list.txt", "\n".join(lines) + "\n")
    assert len(file.entries) == 800
    assert [entry.reference.id for entry in file.entries[::799]] == ["ref-1400", "ref-2199"]


def test_a_line_that_begins_with_a_year_is_no_entry():
    text = (
        "1. Doe J, Roe A. Barley on the moon and its many uses. J Crops.\n"
        "2019. Pages 3 to 9.\n"
        "2. Roe A, Doe J. Barley on Mars and its few uses. J Crops. 2020;4(2):3-9.\n"
    )
    assert len(read_plain("list.txt", text).entries) == 2


def test_sentences_of_a_timeline_are_no_entries():
    news = (
        "- The FDA refused it in August 2024.\n- The TGA let doctors prescribe it in July 2023.\n"
    )
    document = read_draft("draft.md", f"# News\n\n{news}".encode(), "draft.md")
    assert list_blocks(document) == ()


def test_a_paragraph_with_one_line_like_an_entry_is_no_list():
    text = (
        "# News\n\nPills for anxiety are old. The last one was approved for it in 2007.\n"
        "Enter QX-12, Hartwell’s tablet, a form of it that got its designation in March 2024. Its "
        "rate was 65%.\n"
    )
    assert list_blocks(read_draft("draft.md", text.encode(), "draft.md")) == ()
