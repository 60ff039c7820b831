"""Every command on the base in examples/, as its README tells."""

import json
import shutil
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples/statins"


@pytest.fixture
def example(run, tmp_path):
    """Run a command in a copy of the example's folder, where it finds the base by itself."""
    folder = tmp_path / "statins"
    shutil.copytree(EXAMPLE, folder)

    def call(*arguments, status=0):
        done = run(*arguments, cwd=folder)
        assert "Traceback" not in done.stderr
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    return call


def test_trials_and_their_outcomes(example):
    trials = json.loads(example("trials", "statins", "--format", "json"))["trials"]
    assert len(trials) == 8
    shown = example("trials", "Zocor", "--outcomes")
    assert "182/2221" in shown


def test_claims(example):
    assert "CORONA met its primary endpoint" in example("claims", "heart failure")


def test_without_a_lock_nothing_passes_as_checked(example):
    report = json.loads(example("check", "--locked", "--format", "json", status=3))
    assert report["summary"]["unchecked"] == 8
    assert {finding["name"] for finding in report["findings"]} == {"could-not-check"}


def test_the_draft_is_held_against_the_base(example):
    report = json.loads(example("lint", "draft.md", "--format", "json", status=1))
    wrong = {f["trial"] for f in report["findings"] if f["name"] == "contradicted"}
    assert wrong == {"jupiter", "corona"}
