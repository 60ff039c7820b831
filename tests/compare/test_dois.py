"""DOIs in disguise, in running text, and the laws of their normal form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.dois import find_dois, is_doi_shaped, normalise

SICI = "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
LANCET = "10.1016/s0140-6736(97)11096-0"

DISGUISES = [
    ("10.1056/NEJMoa2206443", "10.1056/nejmoa2206443"),
    ("https://dx.doi.org/10.1056/NEJMoa2206443.", "10.1056/nejmoa2206443"),
    ("http://doi-org.ezproxy.lib.example/10.1056/NEJMoa2206443", "10.1056/nejmoa2206443"),
    ("https://proxy.example/login?url=https://doi.org/10.1000/xyz", "10.1000/xyz"),
    ("https://www.nejm.org/doi/full/10.1056/NEJMoa2206443?query=x", "10.1056/nejmoa2206443"),
    ("doi: 10.1038/s41591-021-01336-3;", "10.1038/s41591-021-01336-3"),
    ("DOI:https://doi.org/10.1038/nature14539", "10.1038/nature14539"),
    ("10.1038/nature14539 [doi]", "10.1038/nature14539"),
    ("info:doi/10.1038/nature14539", "10.1038/nature14539"),
    ("<https://doi.org/10.1038/nature14539>", "10.1038/nature14539"),
    ("(10.1000/abc).", "10.1000/abc"),
    ("10.1016/S0140-6736(97)11096-0).", LANCET),
    ("10.1016/S0140-6736(97)11096-0]", LANCET),
    ("10.1016\u200b/S0140-6736(97)11096-0\u00a0", LANCET),
    ("10.1016/S0140\u20106736(97)11096\u20130", LANCET),
    ("10.1016/S0140-\n6736(97)11096-0", LANCET),
    ("10.1056/NEJ-\nMoa2206443", "10.1056/nejmoa2206443"),
    ("10.1056/NEJ\u00adMoa2206443", "10.1056/nejmoa2206443"),
    ("10.1056/ NEJMoa2206443", "10.1056/nejmoa2206443"),
    ("10.1000%2Fabc", "10.1000/abc"),
    ("10.1000%252Fabc", "10.1000/abc"),
    ("10.1000/abc\\_def", "10.1000/abc_def"),
    ("\\url{https://doi.org/10.1000/abc\\_def}", "10.1000/abc_def"),
    ("\\href{https://doi.org/10.1000/abc{\\_}def}", "10.1000/abc_def"),
    ("10.1000/1$<$2::a$>$3", "10.1000/1<2::a>3"),
    ("10.1000/1\\textless{}2::a\\textgreater{}3", "10.1000/1<2::a>3"),
    (
        "https://www.frontiersin.org/articles/10.3389/fpsyt.2021.123456/full",
        "10.3389/fpsyt.2021.123456",
    ),
    ("10.1177/0269881116675512/pdf", "10.1177/0269881116675512"),
    ("10.1002/abc.1234/abstract", "10.1002/abc.1234"),
    (
        "https://www.biorxiv.org/content/10.1101/2020.12.01.406702v2.full.pdf",
        "10.1101/2020.12.01.406702",
    ),
    ("10.2210/pdb4hhb/pdb", "10.2210/pdb4hhb/pdb"),
    (
        "10.1890/0012-9658(2006)87[2832:TIOPMA]2.0.CO;2",
        "10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2",
    ),
    (SICI.upper().replace("<", "&lt;").replace(">", "&gt;"), SICI),
    ("https://doi.org/" + SICI.replace("<", "%3C").replace(">", "%3E") + "/full", SICI),
    ("10.1000/456#789", "10.1000/456#789"),
    ("https://doi.org/10.1000/456%23789", "10.1000/456#789"),
    ("10.1021/ja034848+", "10.1021/ja034848+"),
    ("https://doi.org/10.1000/abc?utm_source=x#top", "10.1000/abc"),
]


@pytest.mark.parametrize(("written", "bare"), DISGUISES)
def test_every_disguise_gives_the_bare_doi(written: str, bare: str) -> None:
    assert normalise(written) == bare


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10.1000/",
        "10.1000/...",
        "10.10/abc",
        "11.1000/abc",
        "10.1000/a b",
        "see 10.1000/abc for more",
        "https://example.org/paper",
        "110.1000/abc",
        "10.1000/" + "a" * 5000,
    ],
)
def test_what_is_no_doi_by_its_syntax_gives_none(text: str) -> None:
    assert normalise(text) is None


def test_shape_means_bare() -> None:
    assert is_doi_shaped(SICI)
    assert not is_doi_shaped("doi:10.1000/abc")
    assert not is_doi_shaped("10.1000/a b")


IN_TEXT = [
    ("(doi:10.1016/S0140-6736(97)11096-0), see", ["10.1016/S0140-6736(97)11096-0"]),
    ("[10.1000/abc](https://doi.org/10.1000/abc).", ["10.1000/abc", "10.1000/abc"]),
    ('<a href="https://doi.org/10.1000/abc">10.1000/abc</a>', ["10.1000/abc", "10.1000/abc"]),
    ("10.1000/a;10.1000/b, 10.1000/c", ["10.1000/a", "10.1000/b", "10.1000/c"]),
    ("_10.1000/z_ and *10.1000/y*", ["10.1000/z", "10.1000/y"]),
    (f"A work. {SICI}.", [SICI]),
    ("https://doi.org/10.1000/abc?utm=1 next", ["10.1000/abc"]),
    ("https://x.example/?id=10.1371/journal.pone.1&type=p", ["10.1371/journal.pone.1"]),
    ("version 10.2345 of 110.1000/abc", []),
    ("10.1016/S0140-\n6736(97)11096-0\n12. Next", ["10.1016/S0140-\n6736(97)11096-0"]),
    ("10.1000/abc.\n10. Next entry", ["10.1000/abc"]),
]


@pytest.mark.parametrize(("text", "written"), IN_TEXT)
def test_dois_are_found_where_they_stand(text: str, written: list[str]) -> None:
    assert [text[start:end] for _, start, end in find_dois(text)] == written


WILD = st.text(
    alphabet=st.sampled_from("10./:;()[]<>-_%2f3cAbé\\{}$&ltg; \n\u200b\u00ad#?v"), max_size=40
)


@given(st.one_of(st.text(max_size=60), WILD.map(lambda s: "10.1000/" + s), WILD))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert once is None or normalise(once) == once


@given(st.one_of(st.text(max_size=200), WILD.map(lambda s: "x 10.1000/a" + s + " 10.1000/b" + s)))
def test_found_dois_are_in_order_and_agree_with_their_text(text: str) -> None:
    last = 0
    for doi, start, end in find_dois(text):
        assert start >= last
        assert text[start:].startswith("10.")
        assert normalise(text[start:end]) == doi
        last = end
