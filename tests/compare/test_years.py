"""Years of publication."""

import pytest

from claimcheck.compare.years import same_year, years_in_print
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record

BOTH = Record(
    doi="10.1000/a",
    issued=PartialDate(2018, 11),
    printed=PartialDate(2019, 3),
    online=PartialDate(2018, 11),
)


@pytest.mark.parametrize(
    ("year", "same"),
    [(2016, False), (2017, True), (2018, True), (2019, True), (2020, True), (2021, False)],
)
def test_a_year_beside_any_date_agrees(year: int, same: bool) -> None:
    assert same_year(PartialDate(year), BOTH) is same


def test_nothing_can_be_said_without_a_date() -> None:
    assert same_year(None, BOTH) is None
    assert same_year(PartialDate(2018), Record(doi="10.1000/a")) is None


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (BOTH, "2019 (print), 2018 (online)"),
        (Record(doi="10.1000/a", issued=PartialDate(1997)), "1997"),
        (Record(doi="10.1000/a", printed=PartialDate(1997), online=PartialDate(1997, 2)), "1997"),
        (Record(doi="10.1000/a"), None),
    ],
)
def test_years_in_print(record: Record, shown: str | None) -> None:
    assert years_in_print(record) == shown
