"""The cache's file: shared, killed, damaged, unusable."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from claimcheck.sources.store import Key, Store
from claimcheck.sources.upkeep import cache_info, clear_cache

WORK = Key("work", "here")

WRITER = """
import sys
from pathlib import Path
from claimcheck.sources.store import Key, Store

def complain(note):
    sys.exit(note)

store = Store(Path(sys.argv[1]), complain)
first, count = int(sys.argv[2]), int(sys.argv[3])
for number in range(first, first + count):
    store.put(Key("work", "here"), f"name {number}", "x" * 500 + str(number))
    print(number, flush=True)
"""


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "answers.sqlite3"


def writer(path: Path, first: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), str(first), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_what_is_kept_is_found_by_kind_realm_and_name(path: Path, notes: list[str]):
    with closing(Store(path, notes.append)) as store:
        store.put(WORK, "a", "one")
        store.put(WORK, "a", "two")
        store.put(Key("work", "elsewhere"), "a", "three")
        store.put(Key("trial", "here"), "a", "four")
        assert store.get(WORK, ["a", "b"]) == {"a": "two"}
    with closing(Store(path, notes.append)) as store:
        assert store.get(Key("trial", "here"), ["a"]) == {"a": "four"}
    assert notes == []


def test_a_thousand_names_are_found_at_once(path: Path, notes: list[str]):
    names = [f"name {number}" for number in range(1200)]
    with closing(Store(path, notes.append)) as store:
        for name in names:
            store.put(WORK, name, name)
        assert store.get(WORK, [*names, "other"]) == {name: name for name in names}


def test_names_that_no_file_can_hold_do_no_harm(path: Path, notes: list[str]):
    with closing(Store(path, notes.append)) as store:
        store.put(WORK, "lone \ud800", "x")
        assert "lone \ud800" not in store.get(WORK, ["lone \ud800"])
    assert notes == []


def test_threads_share_a_store(path: Path, notes: list[str]):
    with closing(Store(path, notes.append)) as store:

        def fill(start: int) -> None:
            for number in range(start, start + 25):
                store.put(WORK, str(number), str(number))

        threads = [threading.Thread(target=fill, args=(start,)) for start in range(0, 100, 25)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(store.get(WORK, [str(number) for number in range(100)])) == 100
    assert notes == []


def test_processes_share_a_file_from_its_first_moment(path: Path, notes: list[str]):
    writers = [writer(path, start, 100) for start in (0, 100, 200)]
    for process in writers:
        process.communicate(timeout=240)
    assert [process.returncode for process in writers] == [0, 0, 0]
    with closing(Store(path, notes.append)) as store:
        assert len(store.get(WORK, [f"name {number}" for number in range(300)])) == 300
    assert notes == []


def test_what_was_kept_survives_kill_9(path: Path, notes: list[str]):
    process = writer(path, 0, 1_000_000)
    assert process.stdout is not None
    confirmed = [int(process.stdout.readline()) for _ in range(40)]
    os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=60)
    process.stdout.close()
    with closing(Store(path, notes.append)) as store:
        found = store.get(WORK, [f"name {number}" for number in confirmed])
        store.put(WORK, "after", "the kill")
        assert store.get(WORK, ["after"]) == {"after": "the kill"}
    assert len(found) == len(confirmed)
    assert notes == []


def filled(path: Path) -> None:
    with closing(Store(path, pytest.fail)) as store:
        for number in range(200):
            store.put(WORK, f"name {number}", f"{number} " * 50)
        store.get(WORK, ["name 1"])


@pytest.mark.parametrize("damage", ["garbage", "empty", "half", "head", "foreign", "newer"])
def test_a_damaged_file_is_set_aside_and_begun_anew_with_one_note(
    damage: str, path: Path, notes: list[str]
):
    filled(path)
    content = path.read_bytes()
    path.write_bytes(
        {
            "garbage": b"this is no database at all" * 100,
            "empty": b"",
            "half": content[: len(content) // 2],
            "head": b"x" * 200 + content[200:],
        }.get(damage, content)
    )
    if damage in ("foreign", "newer"):
        with closing(sqlite3.connect(path)) as db:
            db.execute("DROP TABLE texts")
            db.execute("CREATE TABLE texts (a)")
            db.execute(f"PRAGMA user_version = {1 if damage == 'foreign' else 99}")
            db.commit()
    with closing(Store(path, notes.append)) as store:
        store.put(WORK, "new", "text")
        assert store.get(WORK, ["new"]) == {"new": "text"}
    assert len(notes) == (0 if damage == "empty" else 1)
    assert path.with_suffix(".damaged").exists() == (damage != "empty")


def test_changed_bytes_are_noticed_wherever_they_are(path: Path, notes: list[str]):
    filled(path)
    content = bytearray(path.read_bytes())
    places = [match for match in range(len(content)) if content[match : match + 4] == b"199 "]
    content[places[len(places) // 2]] ^= 0x01
    path.write_bytes(content)
    with closing(Store(path, notes.append)) as store:
        assert store.get(WORK, ["name 199"]) == {}
    assert len(notes) == 1


@pytest.mark.parametrize("seed", range(6))
def test_random_damage_never_gives_another_text(seed: int, path: Path, notes: list[str]):
    filled(path)
    rng = random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(30):
        content[rng.randrange(len(content))] = rng.randrange(256)
    path.write_bytes(content)
    with closing(Store(path, notes.append)) as store:
        found = store.get(WORK, [f"name {number}" for number in range(200)])
    assert all(body == f"{name[5:]} " * 50 for name, body in found.items())


def test_two_runs_meeting_the_same_damage_both_go_on(path: Path, notes: list[str]):
    filled(path)
    one, two = Store(path, notes.append), Store(path, notes.append)
    with closing(one), closing(two):
        one.get(WORK, ["name 1"])
        two.get(WORK, ["name 1"])
        path.write_bytes(b"x" * 5000)
        path.with_name(f"{path.name}-wal").unlink(missing_ok=True)
        fresh = Store(path, notes.append)
        with closing(fresh):
            fresh.put(WORK, "new", "text")
            two.get(WORK, ["name 1"])
            one.put(WORK, "other", "text")
            assert fresh.get(WORK, ["new"]) == {"new": "text"}


def test_a_folder_that_cannot_be_made_is_one_note(tmp_path: Path, notes: list[str]):
    (tmp_path / "file").write_text("in the way")
    with closing(Store(tmp_path / "file" / "answers.sqlite3", notes.append)) as store:
        store.put(WORK, "a", "b")
        store.put(WORK, "a", "b")
        assert store.get(WORK, ["a"]) == {}
    assert len(notes) == 1
    assert "going on without it" in notes[0]


def test_a_folder_in_the_place_of_the_file_is_one_note(path: Path, notes: list[str]):
    path.mkdir(parents=True)
    with closing(Store(path, notes.append)) as store:
        store.put(WORK, "a", "b")
        assert store.get(WORK, ["a"]) == {}
    assert len(notes) == 1


def test_the_cache_can_be_looked_at_and_emptied(tmp_path: Path, notes: list[str]):
    assert cache_info(tmp_path, notes.append).holdings == {}
    assert clear_cache(tmp_path, notes.append) == 0
    assert list(tmp_path.iterdir()) == []
    path = cache_info(tmp_path, notes.append).path
    filled(path)
    info = cache_info(tmp_path, notes.append)
    assert info.size > 10_000
    assert info.holdings["work"].count == 200
    assert abs(info.holdings["work"].newest.timestamp() - time.time()) < 60
    assert str(info.holdings["work"]).startswith("200, stored from 20")
    assert clear_cache(tmp_path, notes.append) == 200
    assert cache_info(tmp_path, notes.append).holdings == {}
    assert cache_info(tmp_path, notes.append).size < info.size
    assert notes == []
