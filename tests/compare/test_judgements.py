"""The state of a reference, whatever the registries and the search say."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claimcheck.compare.judgements import judge
from claimcheck.compare.match import Ambiguous, NoMatch, pick
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Found, Missing, Record, Registered, Unavailable, Update
from claimcheck.model.works import Name, Reference
from compare.shared_works import GOOD, NEIGHBOUR, RECORD

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def found(record: Record) -> Found:
    return Found(record.doi, record, "crossref", NOW)


def update(kind, word, doi="10.1000/notice") -> Update:
    return Update(kind=kind, type=word, doi=doi)


def test_a_good_reference_is_verified() -> None:
    judged = judge(GOOD, found(RECORD))
    assert (judged.state, judged.matched_doi, judged.kin) == ("verified", RECORD.doi, None)


def test_a_work_reached_through_an_alias_is_verified() -> None:
    lookup = Found("10.1000/alias", RECORD, "crossref", NOW)
    assert judge(replace(GOOD, doi="10.1000/alias"), lookup).state == "verified"


MISMATCHES = [
    {"title": GOOD.title.replace("depression", "insomnia")},
    {"title": "Psilocybin decreases depression and anxiety in cancer patients"},
    {"author": (Name(family="Ross", given="S"), *GOOD.author[1:])},
    {"issued": PartialDate(2011)},
    {"container_title": "Psychopharmacology"},
    {"page": "1165-1180"},
    {"volume": "29", "issued": PartialDate(2013)},
]


@pytest.mark.parametrize("changes", MISMATCHES)
def test_a_work_with_wrong_fields_is_a_mismatch(changes: dict[str, object]) -> None:
    judged = judge(replace(GOOD, **changes), found(RECORD))
    assert (judged.state, judged.kin) == ("mismatch", None)


def test_the_neighbour_in_the_same_issue_is_a_wrong_work() -> None:
    judged = judge(GOOD, found(NEIGHBOUR))
    assert (judged.state, judged.kin, judged.work) == ("wrong_work", "other", None)


def kin_of(given: Reference, record: Record) -> str | None:
    return judge(given, found(record)).kin


TITLE = RECORD.titles[0]


@pytest.mark.parametrize(
    ("record", "kin"),
    [
        (replace(RECORD, titles=(f"Corrigendum to: {TITLE}",), page="12"), "notice"),
        (replace(RECORD, titles=("Corrigendum",), authors=(), page="12"), "notice"),
        (
            replace(
                RECORD,
                page="12",
                authors=(),
                notice_for=(update("retraction", "retraction", RECORD.doi),),
                doi="10.1177/notice",
            ),
            "notice",
        ),
        (
            replace(
                RECORD,
                titles=(f"Retracted: {TITLE}",),
                authors=(Name(family="Psychopharmacology", given="Journal of"),),
                page="1",
            ),
            "notice",
        ),
        (replace(RECORD, titles=(f"Reply to “{TITLE}”",), page="12"), "reply"),
        (replace(RECORD, type="peer-review", titles=(TITLE,)), "review"),
        (replace(RECORD, titles=(f"Additional file 1 of {TITLE}",), page=None), "supplement"),
        (replace(RECORD, type="component", titles=()), "component"),
        (replace(RECORD, type="journal-issue", titles=(), authors=(), page=None), "container"),
        (
            replace(
                RECORD,
                type="posted-content",
                subtype="preprint",
                containers=(),
                volume=None,
                page=None,
            ),
            "preprint",
        ),
    ],
)
def test_relatives_of_the_work_are_named(record: Record, kin: str) -> None:
    judged = judge(GOOD, found(record))
    assert (judged.state, judged.kin) == ("wrong_work", kin)


def test_a_relative_cited_as_such_is_right() -> None:
    notice = replace(RECORD, titles=(f"Corrigendum to: {TITLE}",), page="12")
    assert kin_of(replace(GOOD, title=notice.titles[0], page="12"), notice) is None
    preprint = replace(RECORD, type="posted-content", subtype="preprint", containers=(), page=None)
    assert kin_of(replace(GOOD, container_title="bioRxiv", page=None), preprint) is None


def test_a_title_may_begin_like_a_label() -> None:
    record = replace(RECORD, titles=("Response to psilocybin in depressed adults",))
    assert kin_of(replace(GOOD, title=record.titles[0]), record) is None


def test_a_chapter_and_its_book() -> None:
    book = Record(doi="10.1000/book", type="edited-book", titles=("Handbook of sleep",))
    chapter = Record(
        doi="10.1000/ch1",
        type="book-chapter",
        titles=("Dreams in old age",),
        containers=("Handbook of sleep",),
    )
    cited_chapter = Reference(
        id="c", type="chapter", title="Dreams in old age", container_title="Handbook of sleep"
    )
    cited_book = Reference(id="b", type="book", title="Handbook of sleep")
    assert kin_of(cited_chapter, book) == "container"
    assert kin_of(cited_book, chapter) == "part"
    assert kin_of(cited_chapter, chapter) is None
    assert kin_of(cited_book, book) is None


@pytest.mark.parametrize(
    ("updates", "state"),
    [
        ([("correction", "erratum")], "corrected"),
        ([("correction", "erratum"), ("retraction", "retraction")], "retracted"),
        ([("concern", "expression_of_concern"), ("correction", "correction")], "concern"),
        ([("retraction", "withdrawal")], "retracted"),
        ([("version", "new_version")], "verified"),
        ([("other", "hitherto_unknown")], "verified"),
    ],
)
def test_the_gravest_notice_decides(updates: list[tuple[str, str]], state: str) -> None:
    record = replace(RECORD, updates=tuple(update(kind, word) for kind, word in updates))
    judged = judge(GOOD, found(record))
    assert judged.state == state
    assert judged.news == record.updates


def test_a_retraction_outweighs_a_mismatch_and_a_mismatch_a_correction() -> None:
    wrong = replace(GOOD, issued=PartialDate(2011))
    gone = replace(RECORD, updates=(update("retraction", "retraction"),))
    mended = replace(RECORD, updates=(update("correction", "erratum"),))
    assert judge(wrong, found(gone)).state == "retracted"
    assert judge(wrong, found(mended)).state == "mismatch"


def test_another_work_s_retraction_is_no_news() -> None:
    gone = replace(NEIGHBOUR, updates=(update("retraction", "retraction"),))
    judged = judge(GOOD, found(gone))
    assert (judged.state, judged.news) == ("wrong_work", ())


def test_the_notice_of_a_retraction_is_not_itself_retracted() -> None:
    notice = replace(
        RECORD,
        titles=(f"Retraction: {TITLE}",),
        notice_for=(update("retraction", "retraction", "10.1/x"),),
    )
    assert judge(replace(GOOD, title=notice.titles[0]), found(notice)).state == "verified"


def test_a_notice_signed_by_the_journal_is_not_itself_retracted() -> None:
    signed = (Name(family="Psychopharmacology", given="Journal of"),)
    notice = replace(RECORD, titles=(f"Retracted: {TITLE}",), authors=signed)
    assert (
        judge(replace(GOOD, title=notice.titles[0], author=signed), found(notice)).state
        == "verified"
    )


def test_a_title_alone_may_tell_of_the_retraction() -> None:
    judged = judge(GOOD, found(replace(RECORD, titles=(f"RETRACTED ARTICLE: {TITLE}",))))
    assert judged.state == "retracted"
    assert [(news.kind, news.source) for news in judged.news] == [("retraction", "title")]


def test_outages_and_unreadable_agencies_are_unchecked_with_a_reason() -> None:
    assert judge(GOOD, Unavailable("10.1/x", "timeout")).reason == "timeout"
    judged = judge(GOOD, Registered("10.1/x", "mEDRA", "doi.org", NOW))
    assert judged.state == "unchecked"
    assert "mEDRA" in (judged.reason or "")


def test_a_transcribed_record_says_so() -> None:
    assert "by hand" in (judge(GOOD, found(replace(RECORD, origin="by hand"))).reason or "")


MISSING = Missing(GOOD.doi or "", ("crossref", "doi.org"), NOW)


@pytest.mark.parametrize(
    ("lookup", "doi"), [(MISSING, GOOD.doi), (None, "10.1177 0269881116675513")]
)
def test_a_doi_that_nobody_knows_is_unregistered_even_if_the_work_exists(lookup, doi) -> None:
    given = replace(GOOD, doi=doi)
    assert judge(given, lookup).state == "unregistered"
    judged = judge(given, lookup, pick(given, [NEIGHBOUR, RECORD]))
    assert (judged.state, judged.matched_doi) == ("unregistered", RECORD.doi)


def test_a_wrong_doi_keeps_its_state_and_gains_the_work_described() -> None:
    judged = judge(GOOD, found(NEIGHBOUR), pick(GOOD, [NEIGHBOUR, RECORD]))
    assert (judged.state, judged.matched_doi) == ("wrong_work", RECORD.doi)


WITHOUT = replace(GOOD, doi=None)


def test_a_reference_without_doi_stands_or_falls_by_its_match() -> None:
    assert judge(WITHOUT, None, pick(WITHOUT, [RECORD])).state == "verified"
    assert (
        judge(replace(WITHOUT, page="7"), None, pick(replace(WITHOUT, page="7"), [RECORD])).state
        == "mismatch"
    )
    assert judge(WITHOUT, None, NoMatch(None, "nothing")).state == "unmatched"


@pytest.mark.parametrize(
    "match",
    [None, Unavailable("", "timeout"), Ambiguous((RECORD, NEIGHBOUR)), NoMatch(None, "nothing")],
)
def test_what_nobody_could_decide_is_unchecked(match) -> None:
    book = replace(WITHOUT, type="book")
    judged = judge(book, None, match)
    assert judged.state == "unchecked"
    assert judged.reason
