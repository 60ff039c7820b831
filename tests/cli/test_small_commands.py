"""`rule`, `schema`, `init`, `cache` and `lock` as processes."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from claimcheck.load.shapes import SHAPES
from claimcheck.rules import all_rules

RULES = list(all_rules())


def one_line(result):
    assert result.returncode == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    return line


def test_rules_are_listed_one_a_line(run):
    lines = run("rule").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [[r.code, r.name] for r in RULES]
    family = run("rule", "REF").stdout.splitlines()
    assert [line.split()[0] for line in family] == [
        r.code for r in RULES if r.code.startswith("REF")
    ]


@pytest.mark.parametrize("word", ["CLM004", "clm004", "unsourced-claim", "Unsourced-Claim"])
def test_a_rule_has_a_page_under_its_code_and_its_name(run, word):
    page = run("rule", word).stdout
    assert page.startswith("CLM004 unsourced-claim (error)\n\nA claim has no source")
    assert "Fires:" in page
    assert "Quiet:" in page


def test_pages_as_json(run):
    pages = json.loads(run("rule", "--all", "--format", "json").stdout)
    assert [page["code"] for page in pages] == [r.code for r in RULES]
    fields = {"code", "name", "severity", "summary", "explanation", "fires", "quiet"}
    assert all(set(page) == fields and all(page.values()) for page in pages)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rule", "unsourced-clam"], "did you mean `unsourced-claim`?"),
        (["rule", ""], "no rule is called ''"),
        (["rule", "--format", "html"], "'html' is none of text, json, markdown"),
        (["schema", "claim"], "no file of a base is called 'claim' (did you mean `claims`?)"),
        (["init", "a", "b"], "unexpected extra argument"),
        (["cache", "clera"], "no such command 'clera'"),
        (["lock"], "there is no claim base here; name its folder"),
        (["lock", "nowhere"], "nowhere: no such folder"),
        (["lock", "--locked"], "--locked: `claimcheck lock` asks the registries"),
        (["--offline", "lock"], "--offline: `claimcheck lock` asks the registries"),
    ],
)
def test_wrong_use_is_one_clear_line(run, arguments, message):
    assert message in one_line(run(*arguments))


@pytest.mark.parametrize("command", ["", "cache"])
def test_a_group_alone_shows_its_help(run, command):
    result = run(*command.split())
    assert result.returncode == 2
    assert "Usage: claimcheck" in result.stdout
    assert result.stderr == ""


def test_schemas_on_standard_output_and_in_a_folder(run, tmp_path):
    assert run("schema", "--dir", "deep/schemas").returncode == 0
    for name in SHAPES:
        stem = name.removesuffix(".yaml")
        written = (tmp_path / "deep" / "schemas" / f"{stem}.schema.json").read_text()
        assert written == run("schema", name).stdout == run("schema", stem).stdout
        assert json.loads(written)["title"] == name


@pytest.mark.parametrize("arguments", [["init"], ["init", "other"], ["--base", "other", "init"]])
def test_init_writes_a_base_that_stands_and_never_over_another(run, tmp_path, arguments):
    assert run(*arguments).returncode == 0
    folder = tmp_path / ("other" if "other" in arguments else "data")
    assert sorted(path.name for path in folder.iterdir()) == sorted(SHAPES)
    assert run("check", folder, "--locked").returncode == 0
    (folder / "trials.yaml").write_text("# mine\n")
    assert "is there already; nothing was written" in one_line(run(*arguments))
    assert (folder / "trials.yaml").read_text() == "# mine\n"


def test_init_stops_at_a_file_in_the_way(run, tmp_path):
    (tmp_path / "data").touch()
    assert "a file stands in the way" in one_line(run("init"))


@pytest.fixture
def small(run, tmp_path):
    """A base with one reference that the stand-in knows."""
    run("init", "small")
    path = tmp_path / "small" / "references.yaml"
    path.write_text("""references:
- id: smith-2020
  type: article-journal
  title: Trial of Psilocybin versus Escitalopram for Depression
  DOI: 10.1056/NEJMoa2032994
""")
    return tmp_path / "small"


def test_a_cache_is_shown_and_emptied(run, small, standin):
    where = run("cache", "path").stdout.strip()
    assert where.endswith("cache")
    run("check", small, env=standin.environment)
    assert "work     1" in run("cache", "info").stdout
    assert run("cache", "clear").stdout.startswith("forgot 1 answers")
    assert "work" not in run("cache", "info").stdout
    asked = len(standin.requests)
    run("check", small, env=standin.environment)
    assert len(standin.requests) > asked


def test_a_dry_run_shows_the_change_and_writes_nothing(run, small, standin):
    shown = run("lock", small, "--dry-run", env=standin.environment)
    assert shown.returncode == 0
    assert shown.stdout.startswith("10.1056/nejmoa2032994: ")
    assert not (small / "claimcheck.lock").exists()
    assert run("lock", small, env=standin.environment).stdout == shown.stdout
    checked = json.loads(run("check", small, "--locked", "-f", "json").stdout)
    assert [row["via"] for row in checked["references"]] == ["lock"]
    assert run("lock", small, "--dry-run", env=standin.environment).stdout == ""


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_a_lock_that_is_stopped_stays_what_it_was(small, standin, tmp_path, number, status):
    lock = small / "claimcheck.lock"
    lock.write_text('{"version": 1}\n')
    standin.faults.add("hang", service="*")
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "lock", str(small)],
        env={**os.environ, **standin.environment, "CLAIMCHECK_CACHE_DIR": str(tmp_path / "c")},
        stderr=subprocess.PIPE,
        text=True,
    )
    while not standin.requests:
        time.sleep(0.05)
    process.send_signal(number)
    _, said = process.communicate(timeout=240)
    assert process.returncode == status
    assert said == ("claimcheck: interrupted\n" if number == signal.SIGINT else "")
    assert lock.read_text() == '{"version": 1}\n'
    assert sorted(path.name for path in small.iterdir()) == ["claimcheck.lock", *sorted(SHAPES)]
