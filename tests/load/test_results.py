"""Kept results of drafts count for the same draft, base and conditions only."""

import os
import time
from datetime import date

import pytest

from claimcheck.drafts import read_draft
from claimcheck.linting import lint
from claimcheck.load import compiled as module
from claimcheck.load import load_base
from claimcheck.load import results as results_module
from claimcheck.load.entries import prune
from claimcheck.load.results import Results
from claimcheck.policy import Policy
from claimcheck.rules.drafts import DRAFT_RULES
from claimcheck.statements.records import Records

TRIALS = (
    "trials:\n- {id: t, name: Trial One, compound: c, indication: i, sizes: {randomised: 30}}\n"
)
NAMES = "compounds:\n- {id: c, name: cee}\nindications:\n- {id: i, name: eye pain}\n"
TODAY = date(2026, 11, 1)
DRAFT = b"# Title\n\nTrial One randomised 40 people.\n"


@pytest.fixture(autouse=True)
def settled(monkeypatch):
    """No waiting for files to settle, but where that is the matter."""
    monkeypatch.setattr(module, "_SETTLED_NS", -1)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "base"
    made.mkdir()
    write(made / "vocabulary.yaml", NAMES)
    write(made / "trials.yaml", TRIALS)
    return made


def write(path, text, age=10):
    path.write_text(text)
    then = time.time_ns() - age * 10**9
    os.utime(path, ns=(then, then))


def judged(folder, policy, path="draft.md", content=DRAFT):
    document = read_draft(path, content, path)
    return document, lint(document, Records(load_base(folder)), policy, DRAFT_RULES)


def kept(folder, cache, conditions="same"):
    """Results that hold the draft."""
    policy = Policy(today=TODAY)
    results = Results(cache, folder, conditions)
    document, linted = judged(folder, policy)
    results.keep("draft.md", DRAFT, document, linted)
    return results, document, linted


def test_the_result_comes_back_whole(folder, tmp_path):
    _, document, linted = kept(folder, tmp_path / "cache")
    again, found = Results(tmp_path / "cache", folder, "same").find("draft.md", DRAFT)
    assert found == linted
    assert [f.name for f in found.findings] == ["contradicted"]
    assert (again.path, again.source, again.title) == (
        document.path,
        document.source,
        document.title,
    )


@pytest.mark.parametrize(
    ("path", "content", "conditions"),
    [
        ("draft.md", DRAFT + b" ", "same"),
        ("other.md", DRAFT, "same"),
        ("draft.md", DRAFT, "other"),
    ],
)
def test_another_draft_or_condition_finds_nothing(folder, tmp_path, path, content, conditions):
    kept(folder, tmp_path / "cache")
    assert Results(tmp_path / "cache", folder, conditions).find(path, content) is None


def test_an_edited_base_finds_nothing(folder, tmp_path):
    kept(folder, tmp_path / "cache")
    write(folder / "trials.yaml", TRIALS.replace("30", "40"), age=20)
    assert Results(tmp_path / "cache", folder, "same").find("draft.md", DRAFT) is None


def test_a_base_that_changes_during_the_run_keeps_nothing(folder, tmp_path):
    results = Results(tmp_path / "cache", folder, "same")
    document, linted = judged(folder, Policy(today=TODAY))
    write(folder / "trials.yaml", TRIALS.replace("30", "40"), age=20)
    results.keep("draft.md", DRAFT, document, linted)
    assert not (tmp_path / "cache").exists()


def test_a_base_changed_just_now_keeps_nothing(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_SETTLED_NS", 10**12)
    kept(folder, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_another_working_folder_has_its_own(folder, tmp_path, monkeypatch):
    kept(folder, tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    assert Results(tmp_path / "cache", folder, "same").find("draft.md", DRAFT) is None


def test_the_newest_are_left(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(results_module, "_KEPT", 3)
    results, document, linted = kept(folder, tmp_path / "cache")
    for number in range(6):
        results.keep(f"{number}.md", DRAFT, document, linted)
    results.close()
    assert len(list((tmp_path / "cache" / "drafts").iterdir())) == 3


def test_no_more_bytes_than_allowed_are_left(tmp_path):
    for number in range(4):
        (tmp_path / str(number)).write_bytes(b"x" * 100)
        os.utime(tmp_path / str(number), ns=(number, number))
    prune(tmp_path, 10, size=250)
    assert sorted(f.name for f in tmp_path.iterdir()) == ["2", "3"]
