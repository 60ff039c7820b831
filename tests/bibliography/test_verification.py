"""Lists against the stand-in: real works in print, changed and invented ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claimcheck.bibliography.bibtex import read_bibtex
from claimcheck.bibliography.correcting import reference_of
from claimcheck.bibliography.export import apa, bibtex
from claimcheck.bibliography.plain import read_plain
from claimcheck.inquiry import verify
from claimcheck.model.dates import PartialDate
from claimcheck.model.works import Name
from claimcheck.policy import Policy
from claimcheck.sources import Network, open_source
from claimcheck.sources.crossref_records import parse_work
from claimcheck.verification import items_of, report, settle

KNOWN = (
    "10.1056/nejmoa2206443",
    "10.1056/nejmoa2032994",
    "10.1038/s41591-021-01336-3",
    "10.1001/jamapsychiatry.2020.3285",
    "10.1177/0269881116675512",
    "10.1177/0269881116675513",
    "10.1038/s41586-020-2012-7",
    "10.1371/journal.pone.0033693",
)


@pytest.fixture
def works(standin):
    """Real works as references, without DOI."""
    found = [standin.registry.work(doi) for doi in KNOWN]
    return [
        replace(reference_of(parse_work(work), f"k{n}"), doi=None) for n, work in enumerate(found)
    ]


@pytest.fixture
def rows_of(standin, tmp_path):
    """The reports' rows for a list, by id."""
    standin.limits.set(rate=1000, concurrency=50)
    network = Network(
        cache_dir=tmp_path, mailto="reader@example.org", crossref_url=standin.crossref_url,
        doi_url=standin.doi_url, datacite_url=standin.datacite_url,
    )  # fmt: skip

    def run(file):
        policy = Policy(today=date(2026, 11, 21))
        items = list(items_of(file))
        with open_source(network) as source:
            checked = dict(verify(items, source))
        settled = [settle(item, checked[n], policy) for n, item in enumerate(items)]
        made = report([file], settled, policy)
        return {row.id: row for row in made.references}

    return run


def as_bib(references):
    return read_bibtex("list.bib", bibtex(references))


@pytest.mark.parametrize("form", ["bibtex", "apa"])
def test_real_works_are_found_by_their_description(rows_of, works, form):
    file = as_bib(works) if form == "bibtex" else read_plain("list.txt", apa(works))
    rows = rows_of(file)
    assert [row.matched_doi for row in rows.values()] == list(KNOWN)
    assert {row.state for row in rows.values()} <= {"verified", "corrected"}


def test_one_wrong_field_is_named(rows_of, works):
    first = works[0]
    changed = [
        replace(first, id="year", issued=PartialDate(2017)),
        replace(first, id="volume", volume="999"),
        replace(
            first, id="author", author=(Name(family="Whitcombe", given="Z."), *first.author[1:])
        ),
        replace(first, id="title", title=first.title.replace("Psilocybin", "Ketamine")),
    ]
    rows = rows_of(as_bib(changed))
    assert {row.state for row in rows.values()} == {"mismatch"}
    for name in ("year", "volume", "author", "title"):
        wrong = [field.name for field in rows[name].fields if field.agrees is False]
        assert wrong == [name]


def test_invented_works_are_never_verified(rows_of, works):
    invented = [
        replace(
            work,
            id=f"i{n}",
            title=" ".join([*work.title.split()[:4], *other.title.split()[-5:]]),
            author=other.author[:2],
            volume="7",
            page=None,
        )
        for n, (work, other) in enumerate(zip(works, reversed(works), strict=True))
    ]
    rows = rows_of(as_bib(invented))
    assert {row.state for row in rows.values()} == {"unmatched"}
    with_doi = [replace(work, doi=f"10.1056/invented.{n}") for n, work in enumerate(invented)]
    assert {row.state for row in rows_of(as_bib(with_doi)).values()} == {"unregistered"}
    real = [replace(work, doi=KNOWN[(n + 3) % len(KNOWN)]) for n, work in enumerate(invented)]
    assert {row.state for row in rows_of(as_bib(real)).values()} == {"wrong_work"}


def test_a_work_is_offered_for_a_doi_that_is_wrong_or_unregistered(rows_of, works):
    swapped = [replace(work, doi=KNOWN[n - 1]) for n, work in enumerate(works)]
    rows = rows_of(as_bib(swapped))
    assert {row.state for row in rows.values()} == {"wrong_work"}
    assert [row.matched_doi for row in rows.values()] == list(KNOWN)
    unknown = [replace(work, doi=f"10.1056/unknown.{n}") for n, work in enumerate(works)]
    rows = rows_of(as_bib(unknown))
    assert {row.state for row in rows.values()} == {"unregistered"}
    assert [row.matched_doi for row in rows.values()] == list(KNOWN)


def test_a_text_that_was_misread_is_put_right_by_the_record(rows_of):
    text = (
        "1. Nutt Carhart-Harris JAMA Psychiatry 2021 The Current Status of Psychedelics in "
        "Psychiatry\n2. Zhou et al 2020 Nature A pneumonia outbreak associated with a new "
        "coronavirus of probable bat origin\n"
    )
    rows = rows_of(read_plain("list.txt", text))
    assert [row.matched_doi for row in rows.values()] == [
        "10.1001/jamapsychiatry.2020.2171", "10.1038/s41586-020-2012-7",
    ]  # fmt: skip


def test_trouble_in_a_search_is_no_verdict(rows_of, works, standin):
    standin.faults.add("503", path="query.bibliographic")
    rows = rows_of(as_bib(works[:2]))
    assert {row.state for row in rows.values()} == {"unchecked"}
