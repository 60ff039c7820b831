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


def test_a_claim_with_citations(example):
    shown = example("claims", "show", "jupiter-size", "--cite")
    assert "instead    It randomised 17,802 people" in shown
    assert "[@ridker-2008]" in shown


def test_charts(example, tmp_path):
    shown = example("trials", "statins", "--chart")
    assert "jupiter" in shown
    assert "n = 8901" in shown
    example("trials", "--chart-file", "results.svg", "--chart-file", "sizes:sizes.html")
    assert "corona" in (tmp_path / "statins/sizes.html").read_text(encoding="utf-8")


def test_the_report_and_what_goes_with_it(example, tmp_path):
    example("report", "-o", "page.html", "--export", "claimreview:reviews.json")
    page = (tmp_path / "statins/page.html").read_text(encoding="utf-8")
    assert "8 sources and 0 claims" in page
    assert 'id="claim-jupiter-size"' in page
    reviews = json.loads((tmp_path / "statins/reviews.json").read_text(encoding="utf-8"))["@graph"]
    assert {review["reviewRating"]["alternateName"] for review in reviews} == {
        "supported",
        "refuted",
    }


def test_registrations_that_nobody_could_be_asked_for_are_no_agreement(example):
    document = json.loads(example("--offline", "trials", "--verify", "-f", "json", status=3))
    assert document["compared"] == 0
    assert len(document["unchecked"]) + document["unregistered"] == 8


def test_a_misspelt_name_of_this_field_gets_its_nearest(run):
    done = run("--base", EXAMPLE / "data", "trials", "Lipitr")
    assert done.returncode == 2
    assert "did you mean Lipitor?" in done.stderr
