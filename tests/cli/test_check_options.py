"""`claimcheck check` on small bases: options, formats, configuration, bad input of every kind."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CLAIM = """claims:
- id: a
  statement: Ten took part.
  kind: size
  verdict: supported
  sources: [{ref: x}]
"""
BOOK = "references:\n- {id: x, type: book, title: A book}\n"
WORK = "references:\n- {id: x, type: article-journal, title: A work, DOI: 10.1000/x}\n"


@pytest.fixture
def write(tmp_path):
    """Write the files of a base; names have `.yaml` added unless they have an ending."""

    def make(folder="small", **files):
        path = tmp_path / folder
        path.mkdir(exist_ok=True)
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (path / (name if "." in name else f"{name}.yaml")).write_bytes(data)
        return path

    return make


@pytest.fixture
def faulty(write):
    """A base with one error: a claim without a source."""
    return write(claims=CLAIM.replace("[{ref: x}]", "[]"))


@pytest.fixture
def unlocked(write):
    """A base with one gap: a work that is not in the lock."""
    return write("unlocked", claims=CLAIM, references=WORK)


def one_line(result):
    assert result.returncode == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--exit-zero"], 0),
        (["--ignore", "unsourced-claim"], 0),
        (["--ignore", "CLM"], 0),
        (["--select", "REF"], 0),
        (["--severity", "unsourced-claim=info"], 0),
        (["--severity", "CLM004=warning", "--fail-on", "error"], 0),
        (["--severity", "CLM=info", "--severity", "CLM004=error"], 1),
        (["--select", "CLM004"], 1),
        (["--select", "CLM", "--ignore", "CLM0", "--ignore", "REF"], 0),
        (["--fail-on", "info"], 1),
    ],
)
def test_policy_options(run, faulty, arguments, status):
    assert run("check", faulty, "--locked", *arguments).returncode == status


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 3),
        (["--fail-on", "never"], 3),
        (["--severity", "could-not-check=info"], 3),
        (["--severity", "could-not-check=error"], 3),
        (["--select", "CLM"], 3),
        (["--select", "retracted"], 3),
        (["--no-suppressions"], 3),
        (["--write-baseline", "known.json"], 3),
        (["--select", "duplicate-id"], 0),
        (["--ignore", "could-not-check"], 0),
        (["--exit-zero"], 0),
    ],
)
def test_a_gap_is_passed_over_only_when_that_is_asked_for(run, unlocked, arguments, status):
    assert run("check", unlocked, "--locked", *arguments).returncode == status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "jsn"], "--format: no format is called 'jsn' (did you mean `json`?); full,"),
        (["--format", ""], "--format: no format is called ''"),
        (["-f", "json", "-f", "full"], "two reports go to standard output"),
        (["-f", "json:a.out", "-f", "sarif:./a.out"], "two reports go to a.out"),
        (["--format", "json:small"], "small:1:1: cannot be written (Is a directory)"),
        (["--select", "NOPE"], "--select: no rule is called 'NOPE'"),
        (["--severity", "=error"], "--severity: no rule is called ''"),
        (["--severity", "CLM=bad"], "'bad' is no severity (error, warning, info)"),
        (["--fail-on", "sometimes"], "--fail-on: expected error, warning, info or never"),
        (["--fail-on", ""], "--fail-on: expected error, warning, info or never (given: '')"),
        (["--mailto", "nobody"], "--mailto: expected an e-mail address"),
        (["--crossref-url", "ftp://x"], "--crossref-url: expected a URL"),
        (["--as-of", "soon"], "--as-of: expected a date"),
        (["--timeout", "-1"], "--timeout: expected a number of seconds"),
        (["--refresh"], "--refresh asks anew; --locked and --offline ask nobody"),
        (["--quiet", "--verbose"], "--quiet and --verbose: one of them at a time"),
        (["--config", "none.toml"], "none.toml:1:1: no such file"),
        (["--baseline", "none.json"], "none.json:1:1: no such file"),
        (["--baseline", "small"], "small:1:1: is a directory, not a file"),
        (["--write-baseline", "small"], "--write-baseline: small is a folder"),
        (["--write-baseline"], "--write-baseline: no FILE is given"),
        (["--nonsense"], "no such option: --nonsense"),
        (["--format"], "option '--format' requires an argument"),
    ],
)
def test_wrong_use_is_one_clear_line(run, faulty, arguments, message):
    line = one_line(run("check", faulty, "--locked", *arguments))
    assert line.startswith("claimcheck: error: ")
    assert message in line


def test_a_command_that_is_none_is_one_clear_line(run):
    assert "no such command 'chekc'. Did you mean 'check'" in one_line(run("chekc"))


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("nowhere", "nowhere: no such folder"),
        (".", ": no claim base here"),
        ("small/claims.yaml", "is a file; a claim base is the folder that it stands in"),
    ],
)
def test_what_is_no_base_is_one_clear_line(run, faulty, folder, message):
    assert message in one_line(run("check", folder, "--locked"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the claim base is empty"),
        (b"claims: [", r"claims\.yaml:2:1: is not YAML"),
        (b"claims:\n- id: \xff\n", r"claims\.yaml:2:7: is not UTF-8 \(byte 0xff\)"),
        (b"\0\0", r"claims\.yaml:1:1: is binary"),
        (CLAIM.encode("utf-16"), r"claims\.yaml:1:1: is UTF-16; save it as UTF-8"),
        (b"a: &a [x]\nclaims: [*a]\n", r"claims\.yaml:1:4: YAML anchors and aliases"),
        (b"claims: " + b"[" * 30_000, r"claims\.yaml:1:48: is nested too deeply"),
        (b"#" * 40_000_000, r"claims\.yaml:1:1: is too large \(40,000,000 bytes"),
        (b"hello\n", r"claims\.yaml:1:1: must hold the keys articles, claims"),
    ],
)
def test_an_unreadable_file_is_one_clear_line(run, write, content, message):
    assert re.search(message, one_line(run("check", write(claims=content), "--locked")))


@pytest.mark.parametrize(
    ("lock", "message"),
    [
        (b'{"version": 1,\n"works": [}\n', r"claimcheck\.lock:2:11: is not JSON"),
        (b'{"version": 99}', r"claimcheck\.lock:1:1: is no evidence lock of version 1"),
        (b"", r"claimcheck\.lock:1:1: is not JSON"),
        (b"\xff\xff", r"claimcheck\.lock:1:1: is not UTF-8"),
    ],
)
def test_a_damaged_lock_is_one_clear_line(run, write, lock, message):
    base = write(claims=CLAIM, references=WORK, **{"claimcheck.lock": lock})
    assert re.search(message, one_line(run("check", base, "--locked")))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(run, write, ends):
    faulty = CLAIM.replace("ref: x", "ref: y").replace("\n", ends)
    base = write(claims=b"\xef\xbb\xbf" + faulty.encode(), references=BOOK)
    result = run("check", base, "--locked", "-f", "concise")
    assert "claims.yaml:6:19: error CLM003 unknown-id: reference `y`" in result.stdout


def test_several_bases_make_one_report(run, faulty, unlocked):
    result = run("check", faulty, unlocked, "--locked", "-f", "json")
    found = json.loads(result.stdout)
    assert result.returncode == found["summary"]["exit"] == 1
    assert {f["name"] for f in found["findings"]} == {"unsourced-claim", "could-not-check"}
    assert found["summary"]["files"] == 3


def test_a_base_that_cannot_be_read_does_not_hide_the_others(run, faulty):
    result = run("check", faulty, "nowhere", "--locked", "-f", "concise")
    assert result.returncode == 2
    assert "unsourced-claim" in result.stdout
    assert "nowhere: no such folder" in result.stderr


def test_several_formats_in_one_run(run, faulty, tmp_path):
    result = run("check", faulty, "--locked", "-f", "json:deep/out.json", "-f", "concise")
    assert result.returncode == 1
    assert json.loads((tmp_path / "deep" / "out.json").read_text())["version"] == 1
    assert re.match(r".*claims\.yaml:2:7: error CLM004 unsourced-claim: ", result.stdout)


@pytest.mark.parametrize(
    "words",
    [
        ["--write-baseline", "known.json"],
        ["--write-baseline=known.json"],
        ["--baseline", "known.json", "--write-baseline"],
        ["--write-baseline", "--baseline=known.json"],
    ],
)
def test_a_baseline_accepts_what_is_there_and_no_more(run, write, faulty, words):
    assert run("check", *words, faulty, "--locked").returncode == 0
    known = ["--baseline", "known.json"]
    assert run("check", faulty, "--locked", *known).returncode == 0
    assert run("check", faulty, "--locked", *known, "--no-suppressions").returncode == 1
    write(claims=(faulty / "claims.yaml").read_text() + "- {id: b}\n")
    assert run("check", faulty, "--locked", *known).returncode == 1


def test_nothing_but_a_baseline_is_written_over(run, faulty, tmp_path):
    draft = tmp_path / "draft.md"
    draft.write_text("Ten took part.\n")
    assert "is no baseline" in one_line(run("check", faulty, "--locked", "--write-baseline", draft))
    assert draft.read_text() == "Ten took part.\n"


def test_configuration_is_found_from_the_base_and_from_here(run, write, faulty, tmp_path):
    config = tmp_path / "pyproject.toml"
    config.write_text('[tool.claimcheck]\nbase = "small"\nlocked = true\nformat = "concise"\n')
    (tmp_path / "sub").mkdir()
    assert "CLM004" in run("check", cwd=tmp_path / "sub").stdout.splitlines()[0]
    assert run("check").stdout.startswith("small/claims.yaml:2:7: error CLM004")
    config.write_text('[tool.claimcheck]\nbase = "small"\nlokced = true\n')
    line = one_line(run("check", cwd=tmp_path / "sub"))
    assert "pyproject.toml:3:1: unknown setting `lokced` (did you mean `locked`?)" in line


def test_colour_only_where_asked(run, faulty):
    def coloured(*arguments, **env):
        return "\x1b[" in run("check", faulty, "--locked", *arguments, env=env).stdout

    assert not coloured()
    assert coloured("--color", "always")
    assert coloured("--color", "always", NO_COLOR="1")
    assert coloured(FORCE_COLOR="1")
    assert not coloured(FORCE_COLOR="")
    assert not coloured(FORCE_COLOR="0")
    assert not coloured(FORCE_COLOR="1", NO_COLOR="1")
    assert not coloured("--color", "never", FORCE_COLOR="1")


def test_quiet_leaves_out_notes_and_verbose_says_more(run, write):
    base = write(claims=CLAIM, references=BOOK)
    assert "note: 1 reference has no DOI" in run("check", base, "--locked").stdout
    assert "note:" not in run("check", base, "--locked", "--quiet").stdout
    assert "configuration: no file" in run("--verbose", "check", base, "--locked").stderr


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "small", "--locked"]])
@pytest.mark.parametrize("unbuffered", ["1", ""])
def test_a_full_disk_is_one_clear_line(faulty, tmp_path, arguments, unbuffered):
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "claimcheck", *arguments],
            cwd=tmp_path,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr == "claimcheck: error: No space left on device\n"


def test_closed_streams_change_nothing_about_the_status(faulty, tmp_path):
    command = f"'{sys.executable}' -m claimcheck check small --locked"
    for closed in ("2>&-", ">&-", "<&-", ">&- 2>&-"):
        result = subprocess.run(f"{command} {closed}", shell=True, cwd=tmp_path, check=False)
        assert result.returncode == 1, closed
