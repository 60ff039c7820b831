"""Whether a list of authors is the record's."""

import pytest

from claimcheck.compare.authors import compare_authors, list_in_print
from claimcheck.model.works import Name


def names(text: str) -> list[Name]:
    """`Ross S; Bossis A; [A Group]; ...`."""
    found = []
    for part in text.split("; "):
        if part.startswith("["):
            found.append(Name(literal=part[1:-1]))
        elif part == "...":
            found.append(Name(literal=part))
        else:
            family, _, given = part.rpartition(" ")
            found.append(Name(family=family, given=given))
    return found


RECORD = names("Ross Stephen; Bossis Anthony; Guss Jeffrey; Agin-Liebes Gabrielle; Schmidt Brian")


@pytest.mark.parametrize(
    ("given", "cut"),
    [
        ("Ross S; Bossis A; Guss J; Agin-Liebes G; Schmidt B", False),
        ("Ross S; Bossis A; Guss J; Agin-Liebes G; Schmidt B; [NYU Study Group]", False),
        ("Ross S", True),
        ("Ross S; Bossis A; Guss J", True),
        ("Ross S; Bossis A; ...; Schmidt B", False),
        ("Ross S; Bossis A; Schmidt B", True),
    ],
)
def test_lists_that_agree(given: str, cut: bool) -> None:
    found = compare_authors(names(given), RECORD, cut=cut)
    assert found.agrees, found.faults
    assert found.first


@pytest.mark.parametrize(
    ("given", "cut", "fault"),
    [
        ("Bossis A; Ross S; Guss J", True, "first author is Ross S, not Bossis A"),
        ("Griffiths R; Bossis A; Guss J", True, "first author is Ross S, not Griffiths R"),
        ("Ross S; Bossis A; ...; Griffiths R", False, "Griffiths R is not an author"),
        ("Ross S; Bossis A; Guss J; Agin-Liebes G; Schmidt B; Doe J", False, "Doe J is not an"),
        ("Ross S; Bossis A; Guss J; Schmidt B", False, "Agin-Liebes G is left out"),
        ("Ross S; Bossis A; Guss J", False, "Agin-Liebes G is left out"),
        ("Ross S; Guss J; Agin-Liebes G", True, "Bossis A is left out"),
        ("Ross S; Guss J; Bossis A; Agin-Liebes G; Schmidt B", False, "in another order"),
    ],
)
def test_lists_that_do_not(given: str, cut: bool, fault: str) -> None:
    found = compare_authors(names(given), RECORD, cut=cut)
    assert found.agrees is False
    assert fault in found.faults[0]


@pytest.mark.parametrize("side", ["given", "recorded", "both"])
def test_an_empty_list_says_nothing(side: str) -> None:
    ours = [] if side != "recorded" else RECORD
    theirs = [Name(family="", given=""), Name()] if side != "given" else RECORD
    assert compare_authors(ours, theirs).agrees is None


def test_two_persons_may_share_surname_and_initial() -> None:
    record = names("Wang Xiaoming; Li Jun; Wang Xin")
    assert compare_authors(names("Wang X; Li J; Wang X"), record).agrees


def test_the_last_author_after_an_ellipsis_may_share_a_name_with_another() -> None:
    record = names("Liu T; Zhang Jun; Lu B; Zhang Jie; Wu A; Zhang Jing")
    assert compare_authors(names("Liu T; Zhang J; ...; Zhang J"), record).agrees


def test_a_registry_may_hold_first_authors_only() -> None:
    record = names("Col N. F.")
    assert compare_authors(names("Col NF; Doe J"), record, first_only=True).agrees
    assert compare_authors(names("Col NF; Doe J"), record).agrees is False
    assert compare_authors(names("Doe J; Col NF"), record, first_only=True).agrees is False


def test_a_line_of_several_names_is_taken_apart() -> None:
    record = [Name(family="Ross S, Bossis A, Guss J")]
    assert compare_authors(names("Ross S; Bossis A; Guss J"), record).agrees
    record = [Name(literal="Stephen Ross and Anthony Bossis")]
    assert compare_authors(names("Ross S; Bossis A"), record).agrees


def test_collaborators_listed_twice_are_not_left_out() -> None:
    record = [*RECORD, *names("Ross Stephen; Guss Jeffrey; [NYU Study Group]")]
    assert compare_authors(
        names("Ross S; Bossis A; Guss J; Agin-Liebes G; Schmidt B"), record
    ).agrees


def test_groups_are_compared_where_there_are_no_persons() -> None:
    who, ema = (
        [Name(literal="World Health Organization")],
        [Name(literal="European Medicines Agency")],
    )
    assert compare_authors([Name(literal="WHO")], who).agrees
    assert compare_authors(ema, who).agrees is False
    assert compare_authors(who, RECORD).agrees is None


def test_long_lists_are_compared_in_reasonable_time() -> None:
    record = [Name(family=f"Family{n}", given="A") for n in range(3000)]
    assert compare_authors(record, record).agrees
    assert compare_authors([*record[:-1], Name(family="Stranger")], record).agrees is False


def test_list_in_print() -> None:
    assert list_in_print(RECORD) == "Ross S, Bossis A, Guss J, … (5 named)"
    assert list_in_print(RECORD[:2], cut=True) == "Ross S, Bossis A, et al."
    assert list_in_print([]) is None
