"""`claimcheck trials --verify` against the stand-in for ClinicalTrials.gov."""

import csv
import io
import json

COMP001 = ("--registry-id", "NCT03775200")


def rows(done):
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_differences_are_listed_with_both_values(run, base, standin):
    text = (base / "trials.yaml").read_text(encoding="utf-8")
    head, mark, tail = text.partition("  - id: comp001\n")
    tail = tail.replace("233", "244").replace("status: completed", "status: recruiting", 1)
    (base / "trials.yaml").write_text(head + mark + tail, encoding="utf-8")
    done = run(
        "--base", base, "trials", *COMP001, "--verify", "--format", "csv", env=standin.environment
    )
    assert done.returncode == 1, done.stderr
    found = {row["field"]: (row["ours"], row["theirs"]) for row in rows(done)}
    assert found["enrolment"] == ("244", "233")
    assert found["status"] == ("recruiting", "completed")
    assert {row["registry"] for row in rows(done)} == {"NCT03775200"}


def test_agreement_exits_with_0(run, standin):
    done = run("trials", *COMP001, "--verify", env=standin.environment)
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 registration compared" in done.stderr


def test_an_outage_is_no_agreement(run, standin):
    standin.refuse("clinicaltrials")
    done = run("trials", *COMP001, "--verify", "--timeout", "1", "--quiet", env=standin.environment)
    document = run(
        "trials", *COMP001, "--verify", "--timeout", "1", "-f", "json", env=standin.environment
    )
    standin.accept("clinicaltrials")
    assert (done.returncode, done.stdout) == (3, "")
    assert "NCT03775200 could not be checked" in done.stderr
    assert document.returncode == 3
    found = json.loads(document.stdout)
    assert (found["compared"], found["differences"]) == (0, [])
    assert [answer["id"] for answer in found["unchecked"]] == ["NCT03775200"]


def test_offline_without_an_answer_is_no_agreement(run):
    done = run("--offline", "trials", *COMP001, "--verify")
    assert done.returncode == 3
    assert "NCT03775200 could not be checked" in done.stderr
