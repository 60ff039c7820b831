"""Compiled files: the same base, only sooner, and never an old or a damaged one."""

import os
import pickle
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from claimcheck.errors import InputError, UsageError
from claimcheck.load import compiled as module
from claimcheck.load import entries as storage
from claimcheck.load import load_base, load_cached
from claimcheck.load.compiled import compiled, learned
from claimcheck.statements.names import name_table
from claimcheck.statements.records import Records

CLAIM = "claims:\n- {id: a, statement: Ten took part., kind: size, verdict: supported}\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "base"
    made.mkdir()
    write(made, CLAIM)
    return made


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def write(folder, text, age=10):
    """Write claims.yaml as if `age` seconds ago."""
    path = folder / "claims.yaml"
    path.write_text(text)
    then = time.time_ns() - age * 10**9
    os.utime(path, ns=(then, then))


@pytest.fixture(autouse=True)
def settled(monkeypatch):
    """No waiting for files to settle, but where that is the matter."""
    monkeypatch.setattr(module, "_SETTLED_NS", -1)


def entries(cache):
    kept = cache / "compiled"
    return sorted(kept.iterdir()) if kept.exists() else []


def load_without_yaml(folder, cache):
    """What a new process makes of the entry; fails if it has to read YAML for it."""
    code = (
        "import sys; from pathlib import Path; from claimcheck.load import load_cached\n"
        "base = load_cached(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "assert not {'yaml', 'pydantic', 'pydantic_core'} & set(sys.modules), 'read anew'\n"
        "print(base.claims[0].statement, base.at(base.claims[0], 'kind').column)"
    )
    command = [sys.executable, "-c", code, str(folder), str(cache)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_same_base_comes_back(cache):
    shipped = Path(__file__).parents[2] / "data"
    first, second = load_cached(shipped, cache), load_cached(shipped, cache)
    read = load_base(shipped)
    assert first == second == read
    assert second.texts == read.texts
    assert [c.place for c in second.claims] == [c.place for c in read.claims]
    claim = second.claims[0]
    assert second.at(claim, "sources", 0, "ref") == read.at(claim, "sources", 0, "ref")


def test_an_entry_is_read_without_yaml_and_pydantic(folder, cache):
    load_cached(folder, cache)
    run = load_without_yaml(folder, cache)
    assert run.stderr == ""
    assert run.stdout == "Ten took part. 44\n"


def test_a_changed_file_is_read_anew(folder, cache):
    load_cached(folder, cache)
    write(folder, CLAIM.replace("Ten", "Six"))
    assert load_cached(folder, cache).claims[0].statement == "Six took part."


def test_same_size_and_modification_time_do_not_deceive(folder, cache):
    path = folder / "claims.yaml"
    load_cached(folder, cache)
    before = path.stat()
    time.sleep(0.02)
    path.write_text(CLAIM.replace("Ten", "Six"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load_cached(folder, cache).claims[0].statement == "Six took part."


def test_an_added_and_a_removed_file_count(folder, cache):
    load_cached(folder, cache)
    trials = folder / "trials.yaml"
    trials.write_text("trials:\n- {id: t, name: T, compound: x, indication: y}\n")
    assert [t.id for t in load_cached(folder, cache).trials] == ["t"]
    trials.unlink()
    assert load_cached(folder, cache).trials == ()


def test_another_version_of_the_program_reads_anew(folder, cache, monkeypatch):
    load_cached(folder, cache)
    monkeypatch.setattr(module, "__version__", "0.0.0")
    [entry] = entries(cache)
    before = entry.read_bytes()
    load_cached(folder, cache)
    assert entry.read_bytes() != before


def test_an_edited_module_counts_as_another_version(folder, cache, monkeypatch):
    load_cached(folder, cache)
    monkeypatch.setattr(module, "_program_state", lambda folders: 1)
    assert storage.take(entries(cache)[0], module.key_of("base", module.base_paths(folder))) is None


def test_places_name_the_folder_as_it_was_given(folder, cache, monkeypatch):
    load_cached(folder, cache)
    monkeypatch.chdir(folder.parent)
    assert load_cached(Path("base"), cache).claims[0].place.path == str(Path("base/claims.yaml"))


def test_a_file_just_written_is_not_trusted_to_have_settled(folder, cache, monkeypatch):
    monkeypatch.setattr(module, "_SETTLED_NS", 2 * 10**9)
    write(folder, CLAIM, age=0)
    load_cached(folder, cache)
    assert entries(cache) == []


def test_a_file_that_changes_while_it_is_read_is_not_kept(folder, cache):
    path = folder / "claims.yaml"

    def read():
        text = path.read_text()
        write(folder, CLAIM + "\n")
        return text

    assert compiled("text", [path], read, cache) == CLAIM
    assert entries(cache) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data[:-20] + bytes(20),
        lambda data: data + b"x",
        lambda data: b"\0" * len(data),
        lambda data: b"claimcheck compiled 0\n" + data[22:],
    ],
)
def test_a_damaged_entry_is_read_anew_and_mended(folder, cache, damage):
    expected = load_cached(folder, cache)
    [entry] = entries(cache)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert load_cached(folder, cache) == expected
    assert entry.read_bytes() == whole


class Intruder:
    def __reduce__(self):
        return exec, ("raise SystemExit('code in a compiled file was run')",)


def test_an_entry_names_nothing_but_nouns(folder, cache):
    load_cached(folder, cache)
    [entry] = entries(cache)
    body = memoryview(pickle.dumps(Intruder()))
    key = module.key_of("base", module.base_paths(folder))
    entry.write_bytes(storage._head(key) + storage._checksum(body) + bytes(body))
    assert load_cached(folder, cache).claims[0].id == "a"


class TestTrust:
    def test_an_entry_that_others_may_write_is_not_used(self, folder, cache):
        load_cached(folder, cache)
        entries(cache)[0].chmod(0o666)
        assert "read anew" in load_without_yaml(folder, cache).stderr

    def test_a_folder_that_others_may_write_is_not_used(self, folder, cache):
        load_cached(folder, cache)
        (cache / "compiled").chmod(0o777)
        assert "read anew" in load_without_yaml(folder, cache).stderr

    def test_nothing_is_written_where_others_may_write(self, folder, cache):
        (cache / "compiled").mkdir(parents=True)
        (cache / "compiled").chmod(0o777)
        load_cached(folder, cache)
        assert entries(cache) == []

    def test_another_owner_is_not_trusted(self, folder, cache, monkeypatch):
        load_cached(folder, cache)
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        [entry] = entries(cache)
        key = module.key_of("base", module.base_paths(folder))
        assert storage.take(entry, key) is None

    def test_a_link_in_place_of_the_folder_is_not_followed(self, folder, cache, tmp_path):
        load_cached(folder, cache)
        (cache / "compiled").rename(tmp_path / "elsewhere")
        (cache / "compiled").symlink_to(tmp_path / "elsewhere")
        (tmp_path / "elsewhere").chmod(0o777)
        assert load_cached(folder, cache).claims[0].id == "a"


class TestLearned:
    """What readers work out on a base is kept as long as the base stays as it is."""

    def test_a_later_run_knows_it(self, folder, cache):
        values, leave = learned(folder, cache)
        values["names"] = {"a": ("b", frozenset({"c"}))}
        leave()
        assert learned(folder, cache)[0] == {"names": {"a": ("b", frozenset({"c"}))}}

    def test_a_table_of_names_is_kept_whole(self, folder, cache):
        write(folder, CLAIM + "trials:\n- {id: t, name: Trial, compound: c, indication: i}\n")
        values, leave = learned(folder, cache)
        records = Records(load_base(folder), values)
        found = records.names.find("the Trial")
        leave()
        values, _ = learned(folder, cache)
        assert Records(load_base(folder), values).names.find("the Trial") == found
        assert values["names"] == name_table(records.base)

    def test_nothing_new_writes_nothing(self, folder, cache):
        learned(folder, cache)[1]()
        assert entries(cache) == []

    def test_another_base_or_an_edited_one_knows_nothing(self, folder, cache, tmp_path):
        values, leave = learned(folder, cache)
        values["a"] = 1
        leave()
        assert learned(tmp_path, cache)[0] == {}
        write(folder, CLAIM.replace("Ten", "Six"), age=20)
        assert learned(folder, cache)[0] == {}

    def test_what_an_edit_overtook_is_not_kept(self, folder, cache):
        values, leave = learned(folder, cache)
        values["a"] = 1
        write(folder, CLAIM.replace("Ten", "Six"), age=20)
        leave()
        assert entries(cache) == []


def test_a_cache_folder_that_is_a_file_costs_nothing(folder, tmp_path):
    (tmp_path / "file").write_text("")
    assert load_cached(folder, tmp_path / "file").claims[0].id == "a"


def test_errors_are_those_of_plain_loading(folder, cache):
    with pytest.raises(UsageError, match="no such folder"):
        load_cached(folder / "none", cache)
    write(folder, "claims: [")
    for _ in range(2):
        with pytest.raises(InputError, match="is not YAML"):
            load_cached(folder, cache)
    assert entries(cache) == []


def test_only_the_newest_entries_are_kept(cache, tmp_path):
    for number in range(40):
        path = tmp_path / f"{number}.txt"
        path.write_text(str(number))
        assert compiled("text", [path], path.read_text, cache) == str(number)
    assert len(entries(cache)) == 32


def _load(arguments):
    folder, cache = arguments
    return load_cached(folder, cache).claims[0].statement


def test_many_processes_at_once_see_whole_entries(folder, cache):
    with ProcessPoolExecutor(2) as pool:
        for word in ("Ten", "Six", "Two"):
            write(folder, CLAIM.replace("Ten", word))
            said = set(pool.map(_load, [(folder, cache)] * 8))
            assert said == {f"{word} took part."}
    assert all(entry.name.startswith("base-") for entry in entries(cache))
