"""Crossref's JSON read into records, with the oddities that real deposits have."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record, Update
from claimcheck.model.works import Name
from claimcheck.sources.codec import ShapeError, read_record, write_record
from claimcheck.sources.crossref_records import parse_date, parse_work


def work(**fields: Any) -> Record:
    return parse_work(
        {"DOI": "10.1000/W"} | {key.replace("_", "-"): v for key, v in fields.items()}
    )


def test_a_whole_record_is_read():
    record = work(
        type="journal-article",
        title=["Ein Titel", "A title"],
        subtitle=["with a subtitle"],
        original_title=["Ein Titel"],
        container_title=["Archives of Ecology &amp; Evolution"],
        short_container_title=["Arch Ecol Evol"],
        author=[{"family": "Fox", "given": "James W.", "suffix": "IV", "sequence": "first"}],
        editor=[{"name": "The Board"}],
        issued={"date-parts": [[2020, 12]]},
        published_print={"date-parts": [[2021]]},
        published_online={"date-parts": [[2020, 12, 30]]},
        posted={"date-parts": [[2020, 1, 2]]},
        volume="7",
        issue="2",
        page="190-200.e5",
        article_number="33",
        publisher="A Press",
        ISSN=["1234-5678"],
        ISBN=["978"],
        score=31.5,
    )
    assert record == Record(
        doi="10.1000/w",
        type="journal-article",
        titles=("Ein Titel", "A title"),
        subtitles=("with a subtitle",),
        containers=("Archives of Ecology & Evolution", "Arch Ecol Evol"),
        authors=(Name(family="Fox", given="James W.", suffix="IV"),),
        editors=(Name(literal="The Board"),),
        issued=PartialDate(2020, 12),
        printed=PartialDate(2021),
        online=PartialDate(2020, 12, 30),
        posted=PartialDate(2020, 1, 2),
        volume="7",
        issue="2",
        page="190-200.e5",
        article_number="33",
        publisher="A Press",
        issn=("1234-5678",),
        isbn=("978",),
        score=31.5,
    )


@pytest.mark.parametrize("message", [None, [], "x", {}, {"DOI": None}, {"DOI": ["10.1/x"]}])
def test_without_a_doi_there_is_no_record(message: object):
    with pytest.raises(ShapeError):
        parse_work(message)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ([{"sequence": "additional", "affiliation": []}, {"family": "Rovira", "given": "J"}],
         [Name(family="Rovira", given="J")]),
        ([{"name": "Concrete Associates"}, {"family": "Saeed Danyali"}],
         [Name(literal="Concrete Associates"), Name(family="Saeed Danyali")]),
        ([{"given": "Sudesiqin"}], [Name(literal="Sudesiqin")]),
        ([{"family": "D\u00e2\x80\x99Adamo*", "given": "M.,"}],
         [Name(family="D’Adamo", given="M.")]),
        ([None, 3, {"family": ["x"]}, {"family": "  "}], []),
        ("Fox", []),
    ],
)  # fmt: skip
def test_authors_of_every_sort(given: object, names: list[Name]):
    assert list(work(author=given).authors) == names


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2021, 5, 4]]}, PartialDate(2021, 5, 4)),
        ({"date-parts": [["2021", "05"]]}, PartialDate(2021, 5)),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[2021, None, 4]]}, PartialDate(2021)),
        ({"date-parts": [[2021, 13, 4]]}, PartialDate(2021)),
        ({"date-parts": [[2021, 2, 30]]}, PartialDate(2021, 2)),
        ({"date-parts": [[0]]}, None),
        ({"date-parts": [[True]]}, None),
        ({"date-parts": [[10**30]]}, None),
        ({"date-parts": []}, None),
        ({"date-parts": None}, None),
        ("2021", None),
    ],
)
def test_dates_keep_what_is_certain(value: object, date: PartialDate | None):
    assert parse_date(value) == date


def test_an_unknown_date_of_issue_falls_back_on_publication():
    record = work(issued={"date-parts": [[None]]}, published={"date-parts": [[1999]]})
    assert record.issued == PartialDate(1999)


def entry(kind: str, doi: str, source: str = "publisher", **more: Any) -> dict[str, Any]:
    return {"type": kind, "DOI": doi, "source": source} | more


def test_all_notices_of_a_mixed_list_are_seen():
    watch = "retraction-watch"
    record = work(
        updated_by=[
            entry("correction", "10.1/C", watch, updated={"date-parts": [[2004, 3, 6]]}),
            entry("retraction", "10.1/R", watch, updated={"date-time": "2010-02-06T00:00:00Z"}),
        ]
    )
    assert [(update.kind, update.doi, str(update.date)) for update in record.updates] == [
        ("correction", "10.1/c", "2004-03-06"),
        ("retraction", "10.1/r", "2010-02-06"),
    ]


def test_a_work_that_names_itself_was_changed_in_place():
    record = work(
        update_to=[entry("retraction", "10.1000/w")],
        updated_by=[
            entry("retraction", "10.1000/W"),
            entry("retraction", "10.1/N", "retraction-watch"),
        ],
    )
    assert record.notice_for == ()
    assert [(update.kind, update.doi) for update in record.updates] == [("retraction", "10.1/n")]


def test_a_notice_is_not_itself_retracted():
    record = work(update_to=[entry("retraction", "10.1/changed")])
    assert record.updates == ()
    assert [(update.kind, update.doi) for update in record.notice_for] == [
        ("retraction", "10.1/changed")
    ]


@pytest.mark.parametrize(
    ("item", "update"),
    [
        ({"type": "reinstatement", "DOI": "10.1/n"},
         Update(kind="other", type="reinstatement", doi="10.1/n")),
        ({"label": "Retraction"}, Update(kind="retraction", type="retraction", doi="10.1000/w")),
        ({"DOI": "10.1/n"}, Update(kind="other", type="unspecified", doi="10.1/n")),
        ({"type": "retraction", "DOI": None, "updated": {"date-time": "soon"}},
         Update(kind="retraction", type="retraction", doi="10.1000/w")),
    ],
)  # fmt: skip
def test_an_incomplete_notice_is_kept(item: dict[str, Any], update: Update):
    assert work(updated_by=["nonsense", item]).updates == (update,)


def test_preprints_and_their_published_versions():
    record = work(
        relation={
            "is-preprint-of": [{"id-type": "doi", "id": "https://doi.org/10.1000/VOR"}],
            "has-preprint": [{"id-type": "doi", "id": "10.1101/P"}, {"id-type": "uri", "id": "x"}],
            "has-review": "nothing",
        }
    )
    assert record.preprint_of == ("10.1000/vor",)
    assert record.has_preprint == ("10.1101/p",)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["date-parts", "family", "name", "type", "DOI", "id", "id-type", "updated"]
            ),
            inner,
        )
    ),
    max_leaves=10,
)
keys = st.sampled_from(
    ["title", "subtitle", "author", "issued", "posted", "volume", "ISSN", "updated-by", "update-to",
     "relation", "container-title", "score", "type", "original-title"]
)  # fmt: skip


@given(st.dictionaries(keys, values))
def test_no_shape_of_any_field_is_a_crash(fields: dict[str, Any]):
    record = parse_work({"DOI": "10.1000/w"} | fields)
    assert record.doi == "10.1000/w"


@given(st.dictionaries(keys, values))
def test_what_was_read_survives_the_cache(fields: dict[str, Any]):
    record = parse_work({"DOI": "10.1000/w"} | fields | {"score": 1})
    assert read_record(write_record(record)) == record
