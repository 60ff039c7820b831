"""Pages, article numbers, volumes and issues."""

import pytest

from claimcheck.compare.pages import first_page, same_issue, same_pages, same_volume


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("289–299", "289"),
        ("pp. 1425-37", "1425"),
        ("p. 12", "12"),
        ("12, 14-15", "12"),
        ("E0021-e30", "e21"),
        ("e21–e22", "e21"),
        ("S12-S20", "s12"),
        ("Article 613834", "613834"),
        ("art. no. 12", "12"),
        ("xii-xx", "xii"),
        ("", ""),
    ],
)
def test_first_page(text: str, first: str) -> None:
    assert first_page(text) == first
    assert first_page(first) == first


@pytest.mark.parametrize(
    ("given", "page", "article", "doi", "same"),
    [
        ("289-99", "289-299", None, "", True),
        ("289", "289-299", None, "", True),
        ("e21", "e21-e22", None, "", True),
        ("613834", None, "613834", "", True),
        ("e613834", "613834", None, "", True),
        ("85651", "e0085651", None, "", True),
        ("S12", "12-20", None, "", True),
        ("613834", "1-12", None, "10.3389/fpsyg.2021.613834", True),
        ("xii", "12", None, "", True),
        ("619-627", "620-627", None, "", False),
        ("1181", "1165-1180", None, "10.1177/0269881116675512", False),
        ("613834", "613835", None, "10.3389/fpsyg.2021.613835", False),
        ("289", "1-12", None, "", False),
        ("1-12", None, "613834", "", None),
        ("613834", "1-12", None, "", None),
        ("", "289", None, "", None),
        ("289", None, None, "", None),
    ],
)
def test_same_pages(
    given: str, page: str | None, article: str | None, doi: str, same: bool
) -> None:
    assert same_pages(given, page, article, doi) is same


@pytest.mark.parametrize(
    ("given", "recorded", "same"),
    [
        ("29", "29", True),
        ("Vol. 29", "29", True),
        ("29(3)", "29", True),
        ("XII", "12", True),
        ("45 Suppl 1", "45", True),
        ("30", "29-30", True),
        ("012", "12", True),
        ("29", "30", False),
        ("", "30", None),
        ("29", None, None),
    ],
)
def test_same_volume(given: str, recorded: str | None, same: bool | None) -> None:
    assert same_volume(given, recorded) is same


@pytest.mark.parametrize(
    ("given", "recorded", "same"),
    [
        ("3", "3", True),
        ("3", "3-4", True),
        ("Suppl 1", "S1", True),
        ("no. 3", "3", True),
        ("7", "3", False),
        ("Dec", "12", None),
        ("Spring", "3", None),
        ("3", None, None),
    ],
)
def test_same_issue(given: str, recorded: str | None, same: bool | None) -> None:
    assert same_issue(given, recorded) is same
