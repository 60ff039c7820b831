"""`claimcheck claims` as a process, on the shipped base."""

import csv
import io
import json

import pytest


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return {"CLAIMCHECK_CACHE_DIR": str(tmp_path_factory.mktemp("cache"))}


@pytest.fixture
def claims(run, cache):
    def call(*arguments, status=0, env=None):
        done = run("claims", *arguments, env=cache | (env or {}))
        assert "Traceback" not in done.stderr
        assert done.returncode == status, done.stderr
        return done

    return call


def test_a_search_shows_verdict_correction_source_and_place(claims):
    shown = claims("double-blind", "Johns Hopkins").stdout
    card = next(card for card in shown.split("\n\n") if "davis-double-blind" in card)
    assert card.startswith("refuted")
    for part in ("instead", "waiting list", "10.1001/jamapsychiatry.2020.3285", "said in"):
        assert part in card


def test_one_claim_in_full(claims):
    shown = claims("show", "davis-double-blind").stdout
    assert "confidence" in shown
    assert "claims.yaml:" in shown
    assert shown.count("\n\n") == 0


def test_an_unknown_claim_suggests_ids_and_exits_2(claims):
    done = claims("show", "davis-double-blnd", status=2)
    assert "did you mean davis-double-blind" in done.stderr
    assert done.stdout == ""


def test_ready_citations(claims):
    shown = claims("show", "davis-double-blind", "--cite").stdout
    assert "[Davis 2021](https://doi.org/10.1001/jamapsychiatry.2020.3285)" in shown
    assert "[@davis-2021]" in shown
    assert "@article{davis-2021," in shown


@pytest.mark.parametrize("form", ["markdown", "csv", "html", "table"])
def test_every_format_takes_ready_citations(claims, form):
    env = {"COLUMNS": "400"}
    shown = claims("Johns Hopkins double-blind", "--cite", "-f", form, env=env).stdout
    for part in ("[Davis 2021](https://doi.org/10.1001/jamapsychiatry.2020.3285)", "[@davis-2021]"):
        assert part in shown
    assert "@davis-2021" not in claims("double-blind", "-f", "markdown").stdout


def test_citations_as_json_and_beside_chosen_columns(claims):
    found = json.loads(claims("show", "davis-double-blind", "--cite", "-f", "json").stdout)
    assert found["claims"][0]["cite"]["pandoc"] == "[@davis-2021]"
    shown = claims("double-blind", "--cite", "--columns", "id", "-f", "tsv").stdout
    assert shown.splitlines()[0].split("\t") == ["id", "markdown", "pandoc"]


def test_filters_and_formats(claims, tmp_path):
    done = claims(
        "--compound", "ecstasy", "--verdict", "refuted,outdated", "--sort", "-verdict,id",
        "-f", "csv", "-f", "json:c.json", "-f", "csl:w.json", "-f", "markdown:c.md",
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows
    assert {row["verdict"] for row in rows} == {"refuted", "outdated"}
    assert [row["verdict"] for row in rows] == sorted((r["verdict"] for r in rows), reverse=True)
    found = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["claims"]
    assert [claim["id"] for claim in found] == [row["id"] for row in rows]
    works = json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))
    assert {work["id"] for work in works} == {s["ref"] for claim in found for s in claim["sources"]}
    assert (tmp_path / "c.md").read_text(encoding="utf-8").count("\n") == len(rows) + 2


def test_a_table_on_demand(claims):
    shown = claims("mushroom", "--columns", "id,verdict", env={"COLUMNS": "80"}).stdout
    assert shown.splitlines()[0].split() == ["Id", "Verdict"]


def test_nothing_found(claims):
    done = claims("xyzzyplugh")
    assert done.stdout == ""
    assert "no claim of this base meets these conditions" in done.stderr
    done = claims("psilocibin", "depression")
    assert "'psilocibin' stands in none (did you mean psilocybin" in done.stderr
    assert json.loads(claims("xyzzyplugh", "-f", "json").stdout)["claims"] == []


def test_wrong_use(claims):
    for arguments in (
        ["--kind", "x"], ["--format", "bib"], ["--compound", "qqq"], ["--sort", "x"],
        ["--verdict", ""], ["--article", ""], ["--columns", ","], ["show"],
    ):  # fmt: skip
        done = claims(*arguments, status=2)
        assert (done.stdout, len(done.stderr.splitlines())) == ("", 1)


def test_an_unknown_article_names_those_there_are(claims):
    assert "(there are psilocybin-trd, " in claims("--article", "novel", status=2).stderr
