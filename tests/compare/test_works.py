"""References and records beside each other, field by field."""

from dataclasses import replace

import pytest

from claimcheck.compare.works import FIELDS, as_printed, compare
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record
from claimcheck.model.place import Location
from claimcheck.model.works import Name, Printed, Reference
from compare.shared_works import GOOD, RECORD


def test_a_good_reference_agrees_in_every_field() -> None:
    fields = compare(GOOD, RECORD)
    assert tuple(field.name for field in fields) == FIELDS
    assert all(field.agrees is True for field in fields)
    shown = {field.name: (field.given, field.record) for field in fields}
    assert shown["author"][0] == "Griffiths RR, Johnson MW, Carducci MA, … (4 named)"
    assert shown["year"] == ("2016", "2016")


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"title": GOOD.title.replace("Psilocybin", "Ketamine")}, ["title"]),
        ({"author": GOOD.author[:3]}, ["author"]),
        ({"author": (GOOD.author[1], GOOD.author[0], *GOOD.author[2:])}, ["author"]),
        ({"issued": PartialDate(2014)}, ["year"]),
        ({"container_title": "Psychopharmacology"}, ["container-title"]),
        ({"volume": "31"}, ["volume"]),
        ({"issue": "11"}, ["issue"]),
        ({"page": "1165-1180"}, ["page"]),
        ({"volume": "31", "page": "1"}, ["volume", "page"]),
        ({"author": GOOD.author[:1], "et_al": True}, []),
        ({"container_title": "J. Psychopharmacol."}, []),
        ({"issued": PartialDate(2017)}, []),
        ({"page": "1181–97"}, []),
        ({"volume": None, "issue": None, "page": None}, []),
    ],
)
def test_only_the_changed_field_disagrees(changes: dict[str, object], wrong: list[str]) -> None:
    fields = compare(replace(GOOD, **changes), RECORD)
    assert [field.name for field in fields if field.agrees is False] == wrong


def test_what_one_side_lacks_is_neither_right_nor_wrong() -> None:
    fields = {f.name: f for f in compare(Reference(id="x", title="Sleep"), RECORD)}
    assert fields["volume"].agrees is None
    assert (fields["volume"].given, fields["volume"].record) == (None, "30")


def test_editors_stand_in_for_authors() -> None:
    editors = (Name(family="Nutt", given="David"),)
    book = Record(doi="10.1000/book", type="edited-book", titles=("Drugs",), editors=editors)
    given = Reference(id="x", type="book", title="Drugs", editor=editors)
    assert all(f.agrees for f in compare(given, book) if f.name == "author")


@pytest.mark.parametrize(("year", "agrees"), [(1989, True), (2015, False)])
def test_an_old_record_may_name_the_first_author_only(year: int, agrees: bool) -> None:
    record = replace(
        RECORD, doi="10.1001/archpsyc.1", authors=RECORD.authors[:1], issued=PartialDate(year)
    )
    [author] = [f for f in compare(GOOD, record) if f.name == "author"]
    assert author.agrees is agrees


@pytest.mark.parametrize(
    ("given", "recorded", "agrees"),
    [
        ("Proc. CHI '19", "Proceedings of the 2019 CHI Conference on Human Factors", False),
        (
            "CHI Conference on Human Factors",
            "Proceedings of the CHI Conference on Human Factors",
            None,
        ),
        ("2016 Conference on Human Factors", "2023 Conference on Human Factors", False),
        ("Conference on Human Factors", "Conference on Human Factors", True),
    ],
)
def test_conferences_are_named_loosely(given: str, recorded: str, agrees: bool | None) -> None:
    record = replace(RECORD, type="proceedings-article", containers=(recorded,))
    [venue] = [
        f
        for f in compare(replace(GOOD, container_title=given), record)
        if f.name == "container-title"
    ]
    assert venue.agrees is agrees


@pytest.mark.parametrize(
    ("given", "agrees"),
    [
        ("Advances in Sleep Science and Technology, 2nd edition", None),
        ("Advances in Science and Technology", False),
    ],
)
def test_a_book_may_be_named_with_more_at_its_end(given: str, agrees: bool | None) -> None:
    name = "Advances in Sleep Science and Technology"
    record = replace(RECORD, type="book-chapter", containers=(name,))
    fields = compare(replace(GOOD, container_title=given), record)
    assert [f.agrees for f in fields if f.name == "container-title"] == [agrees]


def test_the_printed_form_overlays_only_what_differs() -> None:
    printed = Printed(
        article="a", title="Another title", author=GOOD.author[:2], et_al=True, doi="10.1000/no"
    )
    place = Location("references.yaml", 7)
    holder = replace(GOOD, as_printed=(printed,))
    object.__setattr__(holder, "place", place)
    seen = as_printed(holder, printed)
    assert (seen.title, seen.author, seen.et_al, seen.doi) == (
        "Another title",
        GOOD.author[:2],
        True,
        "10.1000/no",
    )
    assert (seen.volume, seen.issued, seen.id, seen.place) == (
        GOOD.volume,
        GOOD.issued,
        GOOD.id,
        place,
    )
    assert seen.as_printed == ()


def test_a_printed_list_of_authors_is_not_cut_because_the_entry_s_is() -> None:
    printed = Printed(article="a", author=GOOD.author)
    assert not as_printed(replace(GOOD, et_al=True), printed).et_al
    assert as_printed(replace(GOOD, et_al=True), Printed(article="a", volume="3")).et_al
