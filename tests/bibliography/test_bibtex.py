"""BibTeX files as people keep them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.bibliography.bibtex import read_bibtex
from claimcheck.compare.names import in_print

FILE = r"""% exported
@string{jop = "Journal of Psychopharmacology"}
@string(pub = {Sage} # " Ltd")

@article{griffiths2016,
  title     = {Psilocybin produces substantial and sustained decreases in {Depression}: A
               randomized double-blind trial},
  author    = {Griffiths, Roland R. and {van der} Berg, Jan and M{\'e}ndez, {\'E}lan and others},
  journal   = jop,
  year      = 2016, month = dec,
  volume    = "30", number = {12},
  pages     = {1181--1197},
  doi       = {10.1177/0269881116675513},
}

@inproceedings{talk, crossref = {conf}, title = {A talk}, author = {Doe, A}}
@proceedings{conf, title = {Proceedings of Things}, year = {2019}, publisher = pub}

@article{broken,
  title = {Never closed,
  year = {2020}

@article(paren, title = "Sigma ({$\alpha$}-test) \& 100%", author = {{World Health Organization}},
  date = {2021-05-04}, journaltitle = {Acta}, note = {See \url{https://doi.org/10.1000/xyz}})

@misc{preprint, title={On things}, author={Roe, B}, eprint={2311.06613}, archiveprefix={arXiv}}
@article{griffiths2016, title={Again}, author={Doe, A}, journal={X}, year={2000}}
"""


def entries(source: str = FILE):
    found = read_bibtex("refs.bib", source).entries
    return {entry.label: entry for entry in reversed(found)}


def test_macros_accents_names_and_pages():
    reference = entries()["griffiths2016"].reference
    assert reference.title == (
        "Psilocybin produces substantial and sustained decreases in Depression: "
        "A randomized double-blind trial"
    )
    assert reference.container_title == "Journal of Psychopharmacology"
    assert [in_print(n) for n in reference.author[:2]] == ["Griffiths RR", "van der Berg J"]
    assert reference.author[2].family == "Méndez"
    assert reference.et_al
    assert (str(reference.issued), reference.volume, reference.issue) == ("2016", "30", "12")
    assert reference.doi == "10.1177/0269881116675513"


def test_places_are_those_of_the_values():
    file = read_bibtex("refs.bib", FILE)
    entry = file.entries[0]
    assert FILE[slice(*entry.spans["DOI"])] == "10.1177/0269881116675513"
    assert FILE[slice(*entry.spans["volume"])] == "30"
    assert FILE[slice(*entry.spans["issued"])] == "2016"
    assert file.where(entry)("").line == 5
    assert file.where(entry)("page").line == 12


def test_an_entry_takes_what_it_lacks_from_the_one_it_refers_to():
    talk = entries()["talk"].reference
    assert talk.title == "A talk"
    assert talk.container_title == "Proceedings of Things"
    assert talk.issued.year == 2019
    assert talk.publisher == "Sage Ltd"


def test_a_broken_entry_is_named_by_its_line_and_the_rest_is_read():
    file = read_bibtex("refs.bib", FILE)
    [problem] = file.problems
    assert problem.where.line == FILE[: FILE.index("@article{broken")].count("\n") + 1
    assert "cannot be read" in problem.message
    assert {"griffiths2016", "talk", "conf", "paren", "preprint"} <= set(entries())


def test_groups_maths_dates_and_a_doi_in_a_note():
    reference = entries()["paren"].reference
    assert reference.author[0].literal == "World Health Organization"
    assert reference.title == "Sigma (α-test) & 100%"
    assert str(reference.issued) == "2021-05-04"
    assert reference.doi == "10.1000/xyz"


def test_preprints_and_repeated_keys():
    file = read_bibtex("refs.bib", FILE)
    preprint = entries()["preprint"].reference
    assert (preprint.arxiv_id, preprint.type) == ("2311.06613", "article")
    [remark] = file.remarks
    assert "griffiths2016" in remark.message
    assert [e.label for e in file.entries].count("griffiths2016") == 2


@given(st.text(alphabet="@{}()=,\"#\\ \nabyear article%$~'-", max_size=300))
def test_any_text_is_read_and_places_lie_inside(source):
    file = read_bibtex("x.bib", source)
    for entry in file.entries:
        assert source[entry.start : entry.end] == entry.raw
        for start, end in entry.spans.values():
            assert 0 <= start <= end <= len(source)
