"""DataCite's JSON read into records."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record, Update
from claimcheck.model.works import Name
from claimcheck.sources.codec import ShapeError, read_record, write_record
from claimcheck.sources.datacite_records import parse_datacite


def work(**facts: Any) -> Record:
    return parse_datacite({"id": "x", "attributes": {"doi": "10.5072/X"} | facts})


def test_a_preprint_is_read():
    record = work(
        titles=[{"title": "A <i>title</i>"}, {"title": "and more", "titleType": "Subtitle"}],
        creators=[
            {"name": "Heibi, Ivan", "givenName": "Ivan", "familyName": "Heibi"},
            {"name": "A Study Group", "nameType": "Organizational"},
        ],
        publisher="arXiv",
        publicationYear=2019,
        dates=[
            {"date": "2019-06-21T06:21:52Z", "dateType": "Submitted"},
            {"date": "2019-02-07T09:22:51Z", "dateType": "Submitted"},
            {"date": "2019-02", "dateType": "Available"},
            {"date": "2019", "dateType": "Issued"},
        ],
        types={"resourceTypeGeneral": "Preprint", "citeproc": "article"},
        relatedIdentifiers=[
            {"relationType": "IsVersionOf", "relatedIdentifierType": "DOI",
             "relatedIdentifier": "https://doi.org/10.1000/VOR"},
            {"relationType": "IsVersionOf", "relatedIdentifierType": "DOI",
             "relatedIdentifier": "10.5072/all-versions"},
        ],
    )  # fmt: skip
    assert record == Record(
        doi="10.5072/x",
        type="posted-content",
        subtype="preprint",
        titles=("A title",),
        subtitles=("and more",),
        authors=(Name(family="Heibi", given="Ivan"), Name(literal="A Study Group")),
        issued=PartialDate(2019),
        online=PartialDate(2019, 2),
        posted=PartialDate(2019, 2, 7),
        publisher="arXiv",
        preprint_of=("10.1000/vor",),
    )


def test_an_article_has_its_journal_and_pages():
    record = work(
        types={"resourceTypeGeneral": "Text", "citeproc": "article-journal"},
        container={
            "title": "JAMA",
            "volume": "289",
            "issue": "8",
            "firstPage": "9",
            "lastPage": "12",
        },
        publisher={"name": "A Publisher"},
    )
    assert (record.type, record.containers, record.volume, record.issue, record.page) == (
        "journal-article", ("JAMA",), "289", "8", "9-12",
    )  # fmt: skip
    assert record.publisher == "A Publisher"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Dataset", "dataset"),
        ("ConferencePaper", "proceedings-article"),
        ("StudyRegistration", "study-registration"),
        ("Software", "software"),
        (None, None),
    ],
)
def test_types_have_the_names_that_crossref_gives_them(kind: str | None, name: str | None):
    assert work(types={"resourceTypeGeneral": kind}).type == name


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ({"name": "Foster, Susan E."}, Name(family="Foster", given="Susan E.")),
        ({"name": "The Group, Inc., Ltd."}, Name(literal="The Group, Inc., Ltd.")),
        ({"name": "Foster, Inc.", "nameType": "Organizational"}, Name(literal="Foster, Inc.")),
        ({"name": "Group"}, Name(literal="Group")),
    ],
)
def test_creators_are_people_or_organisations(creator: dict[str, str], name: Name):
    assert work(creators=[creator]).authors == (name,)


@pytest.mark.parametrize(
    ("year", "dates", "issued"),
    [
        (2016, [{"date": "2016-03-27", "dateType": "Issued"}], PartialDate(2016, 3, 27)),
        (2016, [{"date": "2014-03-27", "dateType": "Issued"}], PartialDate(2016)),
        ("2016", [], PartialDate(2016)),
        (None, [{"date": "2014/2016", "dateType": "Issued"}], PartialDate(2014)),
        (0, [{"date": "2014-13-01", "dateType": "Issued"}], None),
    ],
)
def test_the_date_of_issue_is_of_the_year_of_publication(
    year: object, dates: list[dict[str, str]], issued: PartialDate | None
):
    assert work(publicationYear=year, dates=dates).issued == issued


def test_a_withdrawn_work_says_so():
    record = work(dates=[{"date": "2020-05-01", "dateType": "Withdrawn"}])
    assert record.updates == (
        Update(
            kind="retraction",
            type="withdrawal",
            doi="10.5072/x",
            date=PartialDate(2020, 5, 1),
            source="publisher",
        ),
    )


def test_an_unknown_publisher_is_none():
    assert work(publisher="(:unav)").publisher is None


@pytest.mark.parametrize("item", [None, [], {}, {"attributes": {}}, {"attributes": {"doi": 1}}])
def test_without_a_doi_there_is_no_record(item: object):
    with pytest.raises(ShapeError):
        parse_datacite(item)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "name", "date", "dateType", "firstPage", "relationType"]),
            inner,
        )
    ),
    max_leaves=10,
)
keys = st.sampled_from(
    ["titles", "creators", "dates", "publisher", "publicationYear", "types", "container",
     "relatedIdentifiers"]
)  # fmt: skip


@given(st.dictionaries(keys, values))
def test_no_shape_of_any_field_is_a_crash(facts: dict[str, Any]):
    record = work(**facts)
    assert read_record(write_record(record)) == record
