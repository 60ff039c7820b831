"""`claimcheck find` as a process, against the stand-in."""

from __future__ import annotations

import json

import pytest
import yaml

CITATION = (
    "Goodwin GM, Aaronson ST, Alvarez O, et al. Single-dose psilocybin for a treatment-resistant "
    "episode of major depression. N Engl J Med. 2022;387(18):1637-1648."
)
DOI = "10.1056/nejmoa2206443"


@pytest.fixture
def find(run, standin):
    standin.limits.set(rate=1000, concurrency=50)

    def call(*arguments, **options):
        env = {**standin.environment, "CLAIMCHECK_MAILTO": "reader@example.org"}
        result = run("find", *arguments, env=env, **options)
        assert "Traceback" not in result.stderr
        return result

    return call


def test_the_work_comes_first_with_an_entry_to_paste(find):
    result = find(CITATION)
    assert result.returncode == 0
    assert result.stdout.startswith("* 1. 1.00  Goodwin, G. M.")
    entry = yaml.safe_load("references:\n" + result.stdout.partition("references.yaml:\n")[2])
    [item] = entry["references"]
    assert (item["id"], item["DOI"]) == ("goodwin-2022", DOI)


@pytest.mark.parametrize("text", [DOI, f"https://doi.org/{DOI.upper()}", CITATION])
def test_a_doi_a_link_or_a_citation_mean_the_same_work(find, text):
    answer = json.loads(find(text, "--format", "json").stdout)
    assert answer["match"] == DOI
    assert answer["candidates"][0]["doi"] == DOI


def test_a_few_words_rank_candidates_without_claiming_one(find):
    result = find("Goodwin psilocybin treatment-resistant NEJM 2022", "--format", "json")
    answer = json.loads(result.stdout)
    assert result.returncode == 1
    assert answer["match"] is None
    assert DOI in [candidate["doi"] for candidate in answer["candidates"][:2]]


def test_copies_posted_later_are_not_taken_for_the_work(find):
    answer = json.loads(find(CITATION, "--format", "json").stdout)
    assert not answer["candidates"][0]["doi"].startswith("10.65215")


def test_bibtex(find):
    text = find(CITATION, "--bibtex").stdout
    assert text.startswith("@article{goodwin-2022,")
    assert "doi = {10.1056/nejmoa2206443}" in text


def test_add_splices_the_entry_at_its_place_and_nowhere_else(find, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "claims.yaml").write_text("claims: []\n")
    path = folder / "references.yaml"
    before = (
        "# Works\nreferences:\n  - id: aaa-2020   # first\n    title: 'One'\n\n"
        '  - id: zzz-2020\n    title: "Two"\n    DOI: 10.1000/zzz\n'
    )
    path.write_text(before)
    result = find(CITATION, "--add")
    assert result.returncode == 0
    assert "added goodwin-2022" in result.stdout
    after = path.read_text()
    begin, end = after.index("  - id: goodwin-2022"), after.index("  - id: zzz-2020")
    assert after[:begin] + after[end:] == before
    assert [item["id"] for item in yaml.safe_load(after)["references"]] == [
        "aaa-2020", "goodwin-2022", "zzz-2020",
    ]  # fmt: skip
    again = find(CITATION, "--add")
    assert again.returncode == 2
    assert "has this DOI already" in again.stderr
    assert path.read_text() == after


def test_add_begins_a_file_and_takes_an_id(find, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text("claims: []\n")
    assert find(CITATION, "--add", "--id", "my-work").returncode == 0
    text = (tmp_path / "data" / "references.yaml").read_text()
    assert yaml.safe_load(text)["references"][0]["id"] == "my-work"
    assert "is no id" in find(CITATION, "--add", "--id", "No Id!").stderr


def test_nothing_is_added_unless_the_work_is_sure(find, tmp_path):
    result = find("Growth of barley on the moon by nobody 2031", "--add")
    assert result.returncode == 2
    assert "nothing was added" in result.stderr


def test_an_outage_and_no_text(find, standin):
    assert find().returncode == 2
    assert find(CITATION, "--bibtex", "--format", "csl").returncode == 2
    standin.faults.add("503", service="*")
    assert find(CITATION).returncode == 3


@pytest.mark.parametrize("text", ["arXiv:1706.03762", "https://arxiv.org/abs/1706.03762v5"])
def test_a_preprint_is_found_by_its_arxiv_id(find, text):
    answer = json.loads(find(text, "--format", "json").stdout)
    assert answer["match"] == "10.48550/arxiv.1706.03762"
    assert answer["candidates"][0]["likeness"] == 1.0


def test_an_identifier_that_no_service_can_be_asked_for_is_named(find, standin):
    result = find("PMID: 26442957")
    assert result.returncode == 1
    assert "PMID 26442957 alone leads to no record" in result.stdout
    assert not standin.requests


def test_a_word_alone_is_searched_for(find, standin):
    assert json.loads(find("psilocybin", "--format", "json").stdout)["candidates"]
    assert standin.requests
    offline = find("barley", "--offline")
    assert offline.returncode == 3
    assert "offline" in offline.stdout


def test_of_works_that_hold_all_words_the_one_of_that_title_comes_first(find):
    title = "Single-dose psilocybin for a treatment-resistant episode of major depression"
    answer = json.loads(find(title, "--format", "json").stdout)
    assert answer["candidates"][0]["doi"] == DOI
    assert answer["match"] is None


def test_add_keeps_a_list_without_indentation(find, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text("claims: []\n")
    path = tmp_path / "data" / "references.yaml"
    before = "references:\n# one\n- id: aaa-2020   # first\n  title: 'One'\n# two\n- id: zzz-2020\n"
    path.write_text(before)
    assert find(CITATION, "--add").returncode == 0
    after = path.read_text()
    begin, end = after.index("- id: goodwin-2022"), after.index("- id: zzz-2020")
    assert after[:begin] + after[end:] == before
    assert len(yaml.safe_load(after)["references"]) == 3
