"""`claimcheck trials` as a process, on the shipped base."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
import yaml


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return {"CLAIMCHECK_CACHE_DIR": str(tmp_path_factory.mktemp("cache"))}


@pytest.fixture
def trials(run, cache):
    def call(*arguments, status=0, env=None):
        done = run("trials", *arguments, env=cache | (env or {}))
        assert "Traceback" not in done.stderr
        assert done.returncode == status, done.stderr
        return done

    return call


def records(done):
    return {trial["id"]: trial for trial in json.loads(done.stdout)["trials"]}


@pytest.mark.parametrize(
    ("name", "known", "other"),
    [
        ("psilocybin", "comp001", "mapp1"),
        ("magic mushrooms", "comp001", "mapp1"),
        ("COMP360", "comp001", "raison-2023"),
        ("ecstasy", "mapp1", "comp001"),
        ("Spravato", "sustain-2", "berman-2000"),
        ("5-MeO", "bpl-003-2a", "comp001"),
    ],
)
def test_synonyms_find_the_compound(trials, name, known, other):
    found = records(trials(name, "--format", "json"))
    assert known in found
    assert other not in found


def test_an_unknown_compound_suggests_names_and_exits_2(trials):
    done = trials("psilocibin", status=2)
    assert done.stdout == ""
    assert "no compound is called 'psilocibin' (did you mean psilocybin" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "xlsx"],
        ["--since", "yesterday"],
        ["--sort", "size"],
        ["--columns", "n,colour"],
        ["--status", "ongoing"],
        ["--phase", "seven"],
        ["--since", ""],
        ["--design", "blinded by the light"],
    ],
)
def test_wrong_use_exits_2_with_one_line(trials, arguments):
    done = trials(*arguments, status=2)
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert arguments[0].removeprefix("--") in done.stderr


def test_a_name_that_is_empty_is_no_wish_for_all(trials):
    assert "no compound is named" in trials("", status=2).stderr


@pytest.mark.parametrize("width", ["40", "60", "80", "120"])
def test_every_default_column_is_shown_or_said_to_be_left_out(trials, width):
    lines = trials("lsd", env={"COLUMNS": width}).stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    shown = lines[0] + " ".join(lines).partition("No room for:")[2]
    titles = "Trial Compound Indication Phase n Year Design Result Source DOI"
    assert set(titles.split()) <= set(re.findall(r"\w+", shown))


def test_help_groups_the_options_and_shows_examples(trials):
    shown = trials("--help").stdout
    for part in ("Filters", "Output", "Network", "claimcheck trials NAME --phase 2b,3 --sort -n"):
        assert part in shown


def test_filters_and_order(trials):
    done = trials(
        "psilocybin", "--indication", "TRD", "--phase", "2", "--status", "completed",
        "--design", "randomised", "--has-results", "--sort", "-n", "--format", "csv",
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows[0]["id"] == "comp001"
    sizes = [int(row["n"]) for row in rows]
    assert sizes == sorted(sizes, reverse=True)
    assert {row["status"] for row in rows} == {"completed"}
    assert all(row["phase"].startswith("2") for row in rows)


def test_the_table_has_size_phase_design_outcome_and_source(trials):
    done = trials("COMP360", "--registry-id", "NCT03775200", env={"COLUMNS": "500"})
    head, _, *body = done.stdout.splitlines()
    titles = "Trial Compound Indication Phase n Year Design Result Source DOI"
    assert " ".join(head.split()) == titles
    text = " ".join(" ".join(body).split())
    for part in (
        "comp001",
        "TRD",
        "2b",
        "233",
        "2022",
        "week 3",
        "-6.6 points",
        "Goodwin 2022",
        "10.1056/",
    ):
        assert part in text
    assert done.stdout.endswith("1 trial\n")


def test_retracted_publications_are_marked(trials):
    done = trials("MDMA", "--columns", "id,source,state", "--format", "tsv")
    rows = [line.split("\t") for line in done.stdout.splitlines()[1:]]
    marked = {row[0] for row in rows if "retracted" in row[2]}
    assert "mithoefer-2019-pooled" in marked
    assert "mapp1" not in marked
    assert "RETRACTED" in trials("MDMA").stdout


def test_formats_go_to_files_and_standard_output(trials, tmp_path):
    files = ("json:a.json", "bibtex:b.bib", "html:c.html", "csl:d.json", "jsonl:e.jsonl")
    options = [word for file in ("markdown", *files) for word in ("-f", file)]
    done = trials("lsd", *options)
    assert done.stdout.startswith("| Trial |")
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert found["count"] == len(found["trials"]) == len(done.stdout.splitlines()) - 2
    assert (tmp_path / "b.bib").read_text(encoding="utf-8").startswith("@article{")
    assert "<table>" in (tmp_path / "c.html").read_text(encoding="utf-8")
    works = json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))
    assert all({"id", "type", "title"} <= set(work) for work in works)
    assert len((tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()) == found["count"]


def test_outcomes_one_a_row(trials):
    done = trials("COMP360", "--outcomes", "--registry-id", "NCT03775200", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    [difference] = [
        row for row in rows if (row["arm"], row["versus"], row["primary"]) == ("25mg", "1mg", "yes")
    ]
    assert (difference["timepoint"], difference["value"]) == ("week 3", "-6.6")
    assert (difference["ci_low"], difference["ci_high"]) == ("-10.2", "-2.9")
    assert (difference["source"], difference["p"]) == ("goodwin-2022", "<0.001")


def test_outcomes_sort_by_their_own_columns_and_by_those_of_their_trials(trials):
    done = trials(
        "COMP360", "--outcomes", "--sort", "-percent,-n", "--columns", "trial,n,percent,doi",
        "--format", "csv",
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert list(rows[0]) == ["trial", "n", "percent", "doi"]
    shares = [float(row["percent"]) for row in rows if row["percent"]]
    assert shares == sorted(shares, reverse=True)
    assert rows[-1]["percent"] == ""
    years = trials("COMP360", "--outcomes", "--columns", "year", "-f", "tsv").stdout.split()[1:]
    assert years == sorted(years)


def test_nothing_found_is_said_and_is_no_failure(trials):
    done = trials("salvinorin A")
    assert done.stdout == ""
    assert "no trial of this base meets these conditions" in done.stderr


def test_a_comparator_is_said_to_be_one(trials):
    done = trials("escitalopram")
    assert "it is a comparator in carhart-harris-2021" in done.stderr


def test_every_trial_of_the_base_can_be_shown_in_every_way(trials, base):
    count = len(yaml.load((base / "trials.yaml").read_text(), Loader=yaml.BaseLoader)["trials"])
    assert len(records(trials("--format", "json"))) == count
    blocks = trials("--columns", "all").stdout
    assert blocks.count("\nName ") == count


def test_a_start_loads_no_heavy_library(cache):
    code = (
        "import atexit, sys; from claimcheck.__main__ import main\n"
        "heavy = {'pydantic', 'yaml', 'httpx', 'rich', 'sqlite3', 'rapidfuzz'}\n"
        "atexit.register(lambda: print(*heavy & set(sys.modules)))\n"
        "sys.argv = ['claimcheck', 'trials', 'psilocybin']\n"
        "main()"
    )
    command = [sys.executable, "-c", code]
    for _ in range(2):
        done = subprocess.run(command, env=os.environ | cache, capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b""
