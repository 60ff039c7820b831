"""Compiled regular expressions are handed from run to run, and are the same patterns."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

SOURCES = [
    r"(?P<n>\d+)\s*(mg|%)(?P<rest>.*)",
    r"(?i)[à-ÿ]+|\bÉtude\b",
    r"(a)|b(?(1)c|d)",
    r"x(?=y)(?<!w)\Z",
    r"[^\W\d_]{2,}(?:[-‐]\w+)*?",
]
TEXTS = ["12 mg daily", "ÉTUDE à lire", "ac bd a", "xy x", "well-being, MADRS", ""]
RUN = """
import json, sys
from pathlib import Path
from claimcheck import patterns
from claimcheck.load.compiled import shelve_patterns
cache, sources, texts, crowd = json.loads(sys.argv[1])
leave = shelve_patterns(Path(cache))
made = [patterns.lazy(source) for source in sources + crowd]
found = [[repr(list(p.finditer(t))) + str(p.flags) for t in texts] for p in made[:len(sources)]]
groups = [[m and (m.groupdict(), m.lastgroup) for m in map(p.search, texts)] for p in made]
[p.search("") for p in made]
leave()
print(json.dumps([found, groups[:len(sources)], len(patterns.added)]))
"""


def run(cache, crowd=()):
    """What a new process finds, and how many patterns it had to compile."""
    given = json.dumps([str(cache), SOURCES, TEXTS, list(crowd)])
    done = subprocess.run(
        [sys.executable, "-c", RUN, given], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def entry(cache):
    return cache / "compiled" / "patterns"


def test_a_later_run_compiles_nothing_and_finds_the_same(cache):
    *first, compiled = run(cache)
    *second, again = run(cache)
    assert (compiled, again) == (len(SOURCES), 0)
    assert first == second


def test_new_patterns_join_the_old(cache):
    run(cache)
    assert run(cache, ["new+"])[-1] == 1
    assert run(cache, ["new+"])[-1] == 0


@pytest.mark.parametrize("damage", [lambda b: b[:-9], lambda b: b[:-9] + b"\0" * 9, lambda b: b""])
def test_a_damaged_file_is_written_anew(cache, damage):
    expected = run(cache)[:2]
    entry(cache).write_bytes(damage(entry(cache).read_bytes()))
    *found, compiled = run(cache)
    assert (found, compiled) == (expected, len(SOURCES))
    assert run(cache)[-1] == 0


def test_another_python_takes_nothing(cache):
    run(cache)
    kept = entry(cache).read_bytes()
    version = str(sys.hexversion).encode()
    assert kept.count(version) == 1
    entry(cache).write_bytes(kept.replace(version, b"9" * len(version)))
    assert run(cache)[-1] == len(SOURCES)


def test_a_file_that_others_may_write_is_not_taken(cache):
    run(cache)
    entry(cache).chmod(0o666)
    assert run(cache)[-1] == len(SOURCES)


def test_a_cache_that_cannot_be_written_costs_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    assert run(tmp_path / "file")[-1] == len(SOURCES)


def test_many_writers_at_once_leave_a_whole_file(cache):
    with ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(lambda n: run(cache, [f"own{n}"]), range(8)))
    assert all(found[:2] == runs[0][:2] for found in runs)
    assert run(cache)[-1] == 0


HELD = """
import sys
from pathlib import Path
from claimcheck import patterns
from claimcheck.load.compiled import shelve_patterns
shelve_patterns(Path(sys.argv[1]))
print("\\n".join(repr(key) for key in sorted(patterns.kept)))
"""


def held_after(draft, cache, processors):
    """The patterns kept after a draft was linted on so many processors."""
    some = set(sorted(os.sched_getaffinity(0))[:processors])
    subprocess.run(
        [sys.executable, "-m", "claimcheck", "--offline", "lint", draft, "--exit-zero"],
        env={**os.environ, "CLAIMCHECK_CACHE_DIR": str(cache)},
        preexec_fn=lambda: os.sched_setaffinity(0, some),
        capture_output=True,
        check=True,
    )
    done = subprocess.run(
        [sys.executable, "-c", HELD, str(cache)], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are doubled on Linux only")
def test_what_another_process_had_to_compile_is_kept(tmp_path):
    draft = tmp_path / "draft.md"
    last = "In August 2024 the FDA declined to approve MDMA-assisted therapy for PTSD.\n"
    draft.write_text("The room is quiet and the chairs are soft.\n\n" * 60 + last)
    alone = held_after(draft, tmp_path / "alone", 1)
    assert len(alone) > len(SOURCES)
    assert held_after(draft, tmp_path / "together", 2) == alone
