"""Online, offline and locked runs."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import InputError, UsageError
from claimcheck.model.evidence import (
    Found,
    Gone,
    Lookup,
    Missing,
    Reachable,
    Record,
    TrialFound,
    Unavailable,
)
from claimcheck.sources import Network, open_source
from claimcheck.sources.lock import Lock
from claimcheck.sources.lockfile import write_lock
from claimcheck.sources.shelf import Shelf

GOODWIN = "10.1056/nejmoa2206443"
OLD = datetime(2026, 1, 2, tzinfo=UTC)


def locked_as(title: str, checked_at: datetime = OLD) -> Found:
    return Found(GOODWIN, Record(doi=GOODWIN, titles=(title,)), "crossref", checked_at)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "claimcheck.lock"
    write_lock(path, Lock(works={GOODWIN: locked_as("From the lock")}))
    return path


@pytest.fixture
def keep(network: Network) -> Callable[[Found], None]:
    def put(answer: Found) -> None:
        shelf = Shelf(network, pytest.fail)
        shelf.works.put(answer)
        shelf.close()

    return put


def ask(network: Network, doi: str = GOODWIN) -> Lookup:
    with open_source(network) as source:
        (answer,) = source.look_up([doi])
    return answer


def title(answer: Lookup) -> str:
    assert isinstance(answer, Found)
    return answer.record.titles[0]


def test_a_locked_run_knows_the_lock_alone(standin: Any, network: Network, lock: Path, keep: Any):
    keep(locked_as("From the cache", datetime.now(UTC)))
    settings = replace(network, locked=True, lock=lock)
    answer = ask(settings)
    assert isinstance(answer, Found)
    assert (answer.record.titles, answer.via) == (("From the lock",), "lock")
    assert ask(settings, "10.1/x") == Unavailable("10.1/x", "not in the lock")
    assert ask(replace(settings, lock=None)) == Unavailable(GOODWIN, "not in the lock")
    assert standin.requests == []


def test_a_lock_that_cannot_be_read_stops_the_run(network: Network, lock: Path):
    lock.write_text("<<<<<<< ours")
    with pytest.raises(InputError, match=r"claimcheck\.lock:1:1"):
        ask(replace(network, locked=True, lock=lock))


def test_an_online_run_does_not_read_the_lock(network: Network, lock: Path):
    lock.write_text("<<<<<<< ours")
    assert title(ask(replace(network, lock=lock))).startswith("Single-Dose Psilocybin")


def test_an_offline_run_takes_the_later_of_cache_and_lock(
    standin: Any, network: Network, lock: Path, keep: Any
):
    settings = replace(network, offline=True, lock=lock)
    assert title(ask(settings)) == "From the lock"
    keep(locked_as("Kept before", OLD - timedelta(days=1)))
    assert title(ask(settings)) == "From the lock"
    keep(locked_as("Kept after", OLD + timedelta(days=1)))
    assert title(ask(settings)) == "Kept after"
    assert title(ask(replace(settings, lock=None))) == "Kept after"
    assert standin.requests == []


def test_an_offline_run_says_what_it_does_not_know(network: Network):
    reason = "offline and neither in the cache nor in the lock"
    with open_source(replace(network, offline=True)) as source:
        assert list(source.look_up([GOODWIN])) == [Unavailable(GOODWIN, reason)]
        assert source.search("x") == Unavailable("x", reason)
        assert source.trial("NCT03775200") == Unavailable("NCT03775200", reason)
        assert source.reachable("http://x") == Unavailable("http://x", reason)
        assert source.services() == ()


def test_an_offline_run_notes_once_how_old_its_answers_are(network: Network, keep: Any):
    notes: list[str] = []
    keep(locked_as("Old"))
    with open_source(replace(network, offline=True), notes.append) as source:
        assert len(list(source.look_up([GOODWIN, "10.1/x"]))) == 2
    assert notes == [
        "offline: 1 of 1 sources were last checked more than 7 days ago, the oldest on 2026-01-02"
    ]


def test_fresh_answers_need_no_note(network: Network, keep: Any):
    notes: list[str] = []
    keep(locked_as("New", datetime.now(UTC)))
    with open_source(replace(network, offline=True), notes.append) as source:
        list(source.look_up([GOODWIN]))
    assert notes == []


def test_an_offline_run_remembers_everything_of_an_online_one(standin: Any, network: Network):
    page, gone = f"{standin.crossref_url}/works?rows=0", f"{standin.doi_url}/10.5555/nothing"
    with open_source(network) as source:
        hits = source.search("psilocybin", 2)
        source.trial("NCT03775200")
        source.reachable(page)
        source.reachable(gone)
        list(source.look_up(["10.5555/nothing"]))
    before = len(standin.requests)
    with open_source(replace(network, offline=True)) as source:
        assert source.search("psilocybin", 2) == hits
        assert isinstance(source.trial("nct03775200"), TrialFound)
        assert isinstance(source.reachable(page), Reachable)
        assert isinstance(source.reachable(gone), Gone)
        assert [type(answer) for answer in source.look_up(["10.5555/nothing"])] == [Missing]
    assert len(standin.requests) == before


@pytest.mark.parametrize(
    "settings",
    [
        {"mailto": "nobody"},
        {"mailto": "a@b.org\r\nX-Evil: 1"},
        {"mailto": "ä@b.org"},
        {"timeout": 0},
        {"timeout": float("nan")},
        {"attempts": 0},
        {"crossref_url": "api.crossref.org"},
        {"doi_url": "ftp://doi.org"},
        {"datacite_url": "http://"},
        {"clinicaltrials_url": "https://example.org/?a=b"},
    ],
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, Any], tmp_path: Path):
    with pytest.raises(UsageError):
        Network(cache_dir=tmp_path, **settings)


def test_the_contact_address_is_given_only_when_known(tmp_path: Path):
    assert "mailto" not in Network(cache_dir=tmp_path).user_agent
    assert Network(cache_dir=tmp_path, mailto="a@b.org").user_agent.endswith("(mailto:a@b.org)")


LOOK_UP = """
import sys
from pathlib import Path
from claimcheck.sources import Network, open_source

network = Network(cache_dir=Path(sys.argv[1]), crossref_url=sys.argv[2], timeout=3600)
try:
    with open_source(network) as source:
        print("asking", flush=True)
        print(list(source.look_up([f"10.5555/{number}" for number in range(300)])))
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_an_interrupted_run_ends_without_waiting_for_answers(standin: Any, tmp_path: Path):
    standin.faults.add("hang")
    command = [sys.executable, "-c", LOOK_UP, str(tmp_path), standin.crossref_url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "asking\n"
        while not standin.requests:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=120)
    assert rest == "interrupted\n"
    assert process.returncode == 0
