"""The evidence lock: its file, its answers, its diff."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import (
    Found,
    Gone,
    Missing,
    Reachable,
    Record,
    Registered,
    RegisteredTrial,
    TrialFound,
    Unavailable,
    Update,
)
from claimcheck.model.works import Name
from claimcheck.sources.answers import Hits
from claimcheck.sources.lock import Lock, LockSource, refreshed
from claimcheck.sources.lockdiff import diff
from claimcheck.sources.lockfile import format_lock, parse_lock, read_lock, write_lock

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
RETRACTED = Update(
    kind="retraction",
    type="retraction",
    doi="10.1000/notice",
    date=PartialDate(2024, 8, 10),
    source="retraction-watch",
)
WORK = Record(
    doi="10.1000/a",
    type="journal-article",
    titles=("Ein Titel über „Grün“",),
    authors=(Name(family="Brandt", given="Ada"), Name(literal="The Green Group")),
    containers=("Journal of Colours", "J Col"),
    issued=PartialDate(2021, 5),
    online=PartialDate(2020, 12, 31),
    volume="7",
    page="e12",
    updates=(RETRACTED,),
    preprint_of=("10.1000/vor",),
    origin="read off the publisher's page",
)
TRIAL = RegisteredTrial(id="NCT00000001", title="Green", phases=("2",), enrolment=40)
LOCK = Lock(
    works={
        "10.1000/a": Found("10.1000/a", WORK, "crossref", WHEN),
        "10.1000/alias": Found("10.1000/alias", replace(WORK, updates=()), "crossref", WHEN),
        "10.1000/other": Registered("10.1000/other", "mEDRA", "doi.org", WHEN),
        "10.1000/none": Missing("10.1000/none", ("crossref", "doi.org"), WHEN),
    },
    trials={
        "NCT00000001": TrialFound("NCT00000001", TRIAL, WHEN),
        "NCT00000002": Missing("NCT00000002", ("clinicaltrials",), WHEN),
    },
    links={
        "https://example.org/a": Reachable("https://example.org/a", WHEN),
        "https://example.org/b": Gone("https://example.org/b", 410, WHEN),
    },
    searches={"Green 2021": Hits("Green 2021", (replace(WORK, score=12.5),), WHEN)},
)


def test_a_lock_survives_its_file(tmp_path: Path):
    path = tmp_path / "claimcheck.lock"
    write_lock(path, LOCK)
    assert read_lock(path) == LOCK
    assert [entry.name for entry in tmp_path.iterdir()] == ["claimcheck.lock"]


def test_the_text_is_the_same_whatever_the_order_of_entries():
    turned = replace(LOCK, works=dict(reversed(LOCK.works.items())))
    assert format_lock(turned) == format_lock(LOCK)


def test_a_record_stands_on_one_line_and_reads_as_written():
    lines = format_lock(LOCK).splitlines()
    mine = [line for line in lines if line.startswith(('{"DOI": "10.1000/a"', '{"asked":'))]
    assert len(mine) == 2
    assert "Ein Titel über „Grün“" in mine[0]
    assert mine[1].startswith('{"asked": "10.1000/alias"')


def test_no_file_is_an_empty_lock(tmp_path: Path):
    assert read_lock(tmp_path / "claimcheck.lock") == Lock()


def test_a_hand_written_entry_needs_no_service_and_no_time():
    entry = {"DOI": "10.1000/X", "title": ["T"], "origin": "a list", "checked_at": "2026-11-20"}
    lock = parse_lock(json.dumps({"version": 1, "works": [entry]}), "claimcheck.lock")
    found = lock.works["10.1000/x"]
    assert isinstance(found, Found)
    assert (found.via, found.record.doi, found.record.origin) == ("lock", "10.1000/x", "a list")
    assert found.checked_at == datetime(2026, 11, 20, tzinfo=UTC)


def test_a_notice_type_of_any_spelling_gets_its_kind():
    notice = {"type": "Expression-of-Concern", "DOI": "10.1000/N"}
    entry = {"DOI": "10.1000/x", "updated-by": [notice], "checked_at": "2026-11-20"}
    lock = parse_lock(json.dumps({"version": 1, "works": [entry]}), "claimcheck.lock")
    found = lock.works["10.1000/x"]
    assert isinstance(found, Found)
    assert found.record.updates == (
        Update(kind="concern", type="expression_of_concern", doi="10.1000/n"),
    )


OK = '{"DOI": "10.1/a", "checked_at": "2026-11-20"}'


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("", 1, 1, "is not JSON"),
        ('{"version": 1,\n"works": [\n{"DOI": 10.1/a}]}', 3, 13, "is not JSON"),
        ('{"version": 1,\n<<<<<<< ours\n"works": []}', 2, 1, "is not JSON"),
        ("[" * 100_000, 1, 1, "nested too deeply"),
        ("[]", 1, 1, "is no evidence lock of version 1"),
        ('{"version": 2}', 1, 1, "is no evidence lock of version 1"),
        ('{"version": 1,\n"work": []}', 2, 1, "unknown section 'work'"),
        ('{"version": 1, "works": {}}', 1, 1, "expected a list"),
        ('{"version": 1, "works": [3]}', 1, 1, "entry 1: expected an object"),
        ('{"version": 1, "works": [\n{"DOI": "10.1/a"}]}', 2, 9, "10.1/a: expected text"),
        (f'{{"version": 1, "works": [\n{OK},\n{OK}]}}', 3, 9, "10.1/a stands twice"),
        (
            (
                '{"version": 1, "works": [\n'
                '{"DOI": "10.1/a", "titel": [], "checked_at": "2026-11-20"}]}'
            ),
            2,
            9,
            "unknown key 'titel'",
        ),
        (
            (
                '{"version": 1, "works": [\n'
                '{"DOI": "10.1/a", "issued": "soon", "checked_at": "2026-01-01"}]}'
            ),
            2,
            9,
            "issued: 'soon' is not a date",
        ),
        (
            (
                '{"version": 1, "works": [\n'
                '{"DOI": "10.1/a", "via": "x", "checked_at": "2026-01-01"}]}'
            ),
            2,
            9,
            "unknown service 'x'",
        ),
        (
            '{"version": 1, "links": [\n{"url": "u", "gone": "y", "checked_at": "2026-01-01"}]}',
            2,
            9,
            "expected a url",
        ),
        (
            '{"version": 1, "searches": [\n{"query": "q", "checked_at": "2026-01-01"}]}',
            2,
            11,
            "expected a query",
        ),
        (
            (
                '{"version": 1, "trials": [\n'
                '{"id": "NCT1", "enrolment": "9", "checked_at": "2026-01-01"}]}'
            ),
            2,
            8,
            "enrolment: expected a whole number",
        ),
    ],
)
def test_a_bad_lock_is_refused_with_its_place(text: str, line: int, column: int, says: str):
    with pytest.raises(InputError) as caught:
        parse_lock(text, "claimcheck.lock")
    assert says in caught.value.message
    assert (caught.value.where.line, caught.value.where.column) == (line, column)


def test_a_lock_that_is_no_text_is_refused(tmp_path: Path):
    path = tmp_path / "claimcheck.lock"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is UTF-16"):
        read_lock(path)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
entry_keys = ["DOI", "asked", "title", "author", "issued", "updated-by", "via", "missing", "agency"]
entries = st.dictionaries(st.sampled_from([*entry_keys, "id", "url", "gone", "query"]), json_values)


@given(
    st.sampled_from(["works", "trials", "links", "searches"]),
    entries,
)
def test_any_json_is_read_or_refused_in_plain_words(section: str, entry: dict[str, object]):
    text = json.dumps({"version": 1, section: [entry | {"checked_at": "2026-11-20"}]})
    try:
        lock = parse_lock(text, "claimcheck.lock")
    except InputError:
        return
    assert parse_lock(format_lock(lock), "claimcheck.lock") == lock


def test_the_source_answers_from_the_lock_and_says_so():
    answers = list(LockSource(LOCK).look_up(["10.1000/a", "10.1000/none", "10.1000/a", "10.1/x"]))
    assert answers == [
        Found("10.1000/a", WORK, "lock", WHEN),
        replace(LOCK.works["10.1000/none"], via="lock"),
        Unavailable("10.1/x", "not in the lock"),
    ]


def test_the_source_answers_trials_links_and_searches():
    source = LockSource(LOCK)
    assert source.trial("nct00000001") == LOCK.trials["NCT00000001"]
    assert source.trial("NCT00000009") == Unavailable("NCT00000009", "not in the lock")
    assert source.reachable("https://example.org/b") == LOCK.links["https://example.org/b"]
    assert isinstance(source.reachable("https://example.org/c"), Unavailable)
    assert source.search("Green 2021") == LOCK.searches["Green 2021"].records
    assert source.search("Green 2021", rows=0) == ()
    assert isinstance(source.search("Blue 2021"), Unavailable)


def test_refreshing_keeps_what_could_not_be_checked_and_drops_what_is_not_asked():
    later = datetime(2026, 11, 21, tzinfo=UTC)
    fresh = Found("10.1000/new", replace(WORK, doi="10.1000/new"), "crossref", later, cached=True)
    new = refreshed(LOCK, [fresh, Unavailable("10.1000/a", "down"), Unavailable("10.1/q", "down")])
    assert new.works == {
        "10.1000/a": LOCK.works["10.1000/a"],
        "10.1000/new": replace(fresh, cached=False),
    }
    assert new.trials == LOCK.trials


def changed(**fields: object) -> Lock:
    record = replace(WORK, **fields)  # type: ignore[arg-type]
    later = datetime(2026, 11, 21, tzinfo=UTC)
    return Lock(works={"10.1000/a": Found("10.1000/a", record, "datacite", later)})


ONE = Lock(works={"10.1000/a": LOCK.works["10.1000/a"]})


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (ONE, changed(), []),
        (
            changed(updates=()),
            ONE,
            ["10.1000/a: RETRACTED on 2024-08-10 (retraction, notice 10.1000/notice)"],
        ),
        (
            ONE,
            changed(updates=()),
            ["10.1000/a: no longer carries the retraction 10.1000/notice"],
        ),
        (
            ONE,
            changed(titles=("RETRACTED: Ein Titel",), volume=None),
            [
                '10.1000/a: title was "Ein Titel über „Grün“", now "RETRACTED: Ein Titel"',
                '10.1000/a: volume was "7", now empty',
            ],
        ),
        (
            ONE,
            changed(authors=(Name(family="Brandt", given="Adam"),)),
            ["10.1000/a: author was Ada Brandt, The Green Group, now Adam Brandt"],
        ),
        (ONE, Lock(), ["10.1000/a: no longer needed"]),
        (
            Lock(),
            ONE,
            [
                "10.1000/a: RETRACTED on 2024-08-10 (retraction, notice 10.1000/notice)",
                '10.1000/a: new entry: "Ein Titel über „Grün“"',
            ],
        ),
        (
            Lock(works={"10.1000/a": Missing("10.1000/a", ("crossref",), WHEN)}),
            Lock(works={"10.1000/a": Registered("10.1000/a", None, "doi.org", WHEN)}),
            ["10.1000/a: was not registered, now registered at another agency"],
        ),
        (
            Lock(trials=LOCK.trials),
            Lock(
                trials={
                    "NCT00000001": TrialFound("NCT00000001", replace(TRIAL, enrolment=41), WHEN)
                }
            ),
            [
                "NCT00000001: enrolment was 40, now 41",
                "NCT00000002: no longer needed",
            ],
        ),
        (
            Lock(links={"u": Reachable("u", WHEN)}),
            Lock(links={"u": Gone("u", 404, WHEN)}),
            ["u: was reachable, now gone (status 404)"],
        ),
    ],
)
def test_diff_says_what_changed(old: Lock, new: Lock, lines: list[str]):
    assert diff(old, new) == lines
