"""Whether two spellings are of one author."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.names import in_print, is_cut_mark, is_group, same_group, same_person
from claimcheck.model.works import Name


def name(text: str) -> Name:
    """`Family, Given`, or a literal in square brackets."""
    if text.startswith("["):
        return Name(literal=text[1:-1])
    family, _, forename = text.partition(", ")
    return Name(family=family, given=forename or None)


SAME = [
    ("Carhart-Harris, Robin L.", "CARHART-HARRIS, RL"),
    ("Carhart Harris, R", "Carhart-Harris, Robin"),
    ("Harris, R. L.", "Carhart-Harris, Robin L."),
    ("Müller, A", "Mueller, Anna"),
    ("Muller, A", "Müller, Anna"),
    ("Sørensen, K", "Soerensen, Kirsten"),
    ("Sorensen, K", "Soerensen, K"),
    ("Hoeeg, T", "Høeg, T"),
    ("Kjærgård, A", "Kjaergaard, A"),
    ("Straße, E", "Strasse, E"),
    ("van der Kolk, B. A.", "Kolk, Bessel A. van der"),
    ("Vanderkolk, B", "van der Kolk, Bessel"),
    ("Ot’alora G, M.", "Otalora, Marcela"),
    ("D’Adamo, M", "Dâ\x80\x99Adamo, Monica"),
    ("Gou?nguené, S", "Gouinguené, S."),
    ("Yoshihiko, Hirabuki", "Hirabuki, Y."),
    ("[Griffiths RR]", "Griffiths, Roland R."),
    ("[Roland R. Griffiths]", "Griffiths, R"),
    ("[Griffiths, Roland]", "Griffiths, R. R."),
    ("Tharun T. Alamuri", "Alamuri, T"),
    ("Griffiths RR", "Griffiths, Roland"),
    ("Smith Jr, J", "Smith, John"),
    ("Smith, John III", "Smith, J"),
    ("Grifiths, R", "Griffiths, R"),
    ("Nutt, D", "Nutt, David J"),
    ("Yaden", "Yaden, D. B."),
]
DIFFERENT = [
    ("Smith, J", "Smith, K"),
    ("Mithoefer, M. C.", "Mithoefer, A. T."),
    ("Griffiths, R", "Schmidt, B"),
    ("Hansen, J", "Jansen, J"),
    ("Li, X", "Lee, X"),
    ("Carhart, Robin", "Clark, Robin"),
    ("Smith, J", "Smithson, J"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_these_are_one_person(one: str, two: str) -> None:
    assert same_person(name(one), name(two))
    assert same_person(name(two), name(one))


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_these_are_two_persons(one: str, two: str) -> None:
    assert not same_person(name(one), name(two))
    assert not same_person(name(two), name(one))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("[MAPS Study Group]", True),
        ("[World Health Organization]", True),
        ("[COVID-19 Genomics UK]", True),
        ("PROMMTT Study Group, for the", True),
        ("[Griffiths RR]", False),
        ("[Hussinger Katrin]", False),
        ("[Griffiths, Roland R.]", False),
        ("Group, Adam", False),
    ],
)
def test_groups_are_told_from_persons(text: str, group: bool) -> None:
    assert is_group(name(text)) is group


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("World Health Organization", "WHO", True),
        ("The GBD 2019 Collaborators", "GBD 2019 Collaborators", True),
        ("World Health Organization", "European Medicines Agency", False),
    ],
)
def test_groups(one: str, two: str, same: bool) -> None:
    assert same_group(Name(literal=one), Name(literal=two)) is same


@pytest.mark.parametrize("mark", ["et al.", "et al", "and others", "others", "...", "…"])
def test_marks_of_a_cut_list_are_no_names(mark: str) -> None:
    assert is_cut_mark(Name(literal=mark))
    assert is_cut_mark(Name(family=mark))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Carhart-Harris, Robin L.", "Carhart-Harris RL"),
        ("Smith, Jean-Luc", "Smith JL"),
        ("[World Health Organization]", "World Health Organization"),
        ("Yaden", "Yaden"),
    ],
)
def test_in_print(text: str, printed: str) -> None:
    assert in_print(name(text)) == printed


WORDS = st.text(alphabet="abcdefgéøüß'- ", max_size=12)


@given(WORDS, WORDS, WORDS, WORDS)
def test_comparing_is_symmetric(a: str, b: str, c: str, d: str) -> None:
    one, two = Name(family=a, given=b), Name(family=c, given=d)
    assert same_person(one, two) == same_person(two, one)
