"""Which search hit is the work described."""

from dataclasses import replace

import pytest

from claimcheck.compare.match import Ambiguous, Match, NoMatch, pick, ranked
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record
from claimcheck.model.works import Name
from compare.shared_works import GOOD, NEIGHBOUR, RECORD

WITHOUT = replace(GOOD, doi=None)
BARE = replace(WITHOUT, container_title=None, volume=None, issue=None, page=None)
COPY = replace(
    RECORD,
    doi="10.65215/copy",
    type="posted-content",
    containers=(),
    volume=None,
    issue=None,
    page=None,
    printed=None,
    online=None,
    issued=PartialDate(2025, 4),
    posted=PartialDate(2025, 4),
    score=99.0,
)


def chosen(given, *candidates: Record) -> str | None:
    found = pick(given, candidates)
    return found.record.doi if isinstance(found, Match) else None


@pytest.mark.parametrize(
    "given",
    [
        WITHOUT,
        BARE,
        replace(WITHOUT, title=GOOD.title.split(":")[0]),
        replace(WITHOUT, author=GOOD.author[:1], et_al=True),
        replace(WITHOUT, container_title="J Psychopharmacol", issued=PartialDate(2017)),
        replace(WITHOUT, title=GOOD.title.replace("depression", "insomnia")),
        replace(WITHOUT, author=(Name(family="Ross", given="S"), *GOOD.author[1:])),
        replace(WITHOUT, page="1"),
        replace(WITHOUT, issued=PartialDate(2012)),
    ],
)
def test_the_work_is_found_through_distortions_and_single_errors(given) -> None:
    for candidates in ([NEIGHBOUR, RECORD], [RECORD, NEIGHBOUR]):
        assert chosen(given, *candidates) == RECORD.doi


def test_scores_decide_nothing() -> None:
    assert chosen(WITHOUT, replace(NEIGHBOUR, score=80.0), replace(RECORD, score=1.0)) == RECORD.doi


def test_a_look_alike_is_not_taken() -> None:
    found = pick(WITHOUT, [NEIGHBOUR])
    assert isinstance(found, NoMatch)
    assert (found.best, found.why) == (NEIGHBOUR, "no record has this title")
    assert 0 < found.likeness < 1


def test_an_invented_reference_under_a_real_title_is_not_taken() -> None:
    invented = replace(
        WITHOUT,
        author=(Name(family="Okonkwo", given="I"), Name(family="Lind", given="P")),
        container_title="Nature Medicine",
        issued=PartialDate(2023),
        volume="29",
        page="100-110",
    )
    found = pick(invented, [RECORD])
    assert isinstance(found, NoMatch)
    assert "differs in author, year, container-title, volume, page" in found.why


def test_a_common_title_alone_identifies_nothing() -> None:
    editorial = Record(doi="10.1000/ed", titles=("Editorial",), issued=PartialDate(2016))
    given = replace(BARE, title="Editorial", author=())
    found = pick(given, [editorial])
    assert isinstance(found, NoMatch)
    assert "too common" in found.why


@pytest.mark.parametrize("given", [WITHOUT, BARE])
def test_a_later_copy_is_not_taken_for_the_original(given) -> None:
    assert chosen(given, COPY, RECORD) == RECORD.doi


def test_a_copy_alone_is_no_match_for_an_article() -> None:
    found = pick(WITHOUT, [COPY])
    assert isinstance(found, NoMatch)
    assert found.why == "only a later copy is posted"


def test_a_preprint_is_found_for_a_reference_to_it() -> None:
    preprint = replace(COPY, doi="10.1101/1", posted=PartialDate(2016), issued=PartialDate(2016))
    given = replace(BARE, container_title="bioRxiv")
    assert chosen(given, RECORD, preprint) == "10.1101/1"
    assert isinstance(pick(WITHOUT, [preprint]), NoMatch)


def test_a_correction_is_not_taken_for_its_article() -> None:
    notice = replace(RECORD, doi="10.1000/c", titles=(f"Correction: {GOOD.title}",), page="3")
    assert chosen(WITHOUT, notice) is None
    assert chosen(WITHOUT, notice, RECORD) == RECORD.doi


def test_a_work_registered_twice_is_no_riddle() -> None:
    twin = replace(RECORD, doi="10.2307/1")
    assert chosen(WITHOUT, RECORD, twin) == RECORD.doi


def test_two_works_that_fit_equally_well_are_ambiguous() -> None:
    elsewhere = replace(RECORD, doi="10.1000/conf", containers=("Sleep Reports",), page="4")
    found = pick(BARE, [RECORD, elsewhere])
    assert isinstance(found, Ambiguous)
    assert {record.doi for record in found.records} == {RECORD.doi, "10.1000/conf"}
    assert chosen(WITHOUT, RECORD, elsewhere) == RECORD.doi


def test_no_hits_and_repeated_hits() -> None:
    assert pick(WITHOUT, []) == NoMatch(None, "the search found nothing")
    assert chosen(WITHOUT, RECORD, RECORD) == RECORD.doi


def test_all_hits_can_be_listed_by_likeness() -> None:
    found = ranked(WITHOUT, [NEIGHBOUR, RECORD])
    assert [match.record.doi for match in found] == [RECORD.doi, NEIGHBOUR.doi]
    assert found[0].likeness == pytest.approx(1.0)
    assert found[1].likeness < 0.8


def test_a_long_title_in_its_journal_is_found_whatever_else_is_invented():
    garbled = replace(
        WITHOUT,
        issued=PartialDate(1990),
        volume="999",
        issue="99",
        page="9001-9009",
        author=(*GOOD.author[:2], Name(family="Whitcombe", given="Z.")),
    )
    long = "a randomised controlled comparison of sleep hygiene and memory training in older adults"
    record = replace(RECORD, titles=(long,), subtitles=())
    assert chosen(replace(garbled, title=long), record) == record.doi
    assert chosen(replace(garbled, title=long, container_title="Another Journal"), record) is None
    stranger = Name(family="Whitcombe", given="Z.")
    assert chosen(replace(garbled, title=long, author=(stranger,)), record) is None
