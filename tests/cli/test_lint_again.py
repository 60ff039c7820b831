"""A draft that has not changed is not judged again, and nobody can tell from the report."""

import pytest

from claimcheck.reports import FORMATS

DRAFT = """---
title: A draft
date: 2026-11-01
---
# Trials

COMP001 randomised 323 people with treatment-resistant depression (Goodwin 2022).

<!-- claimcheck: ignore[contradicted] reason="quoting the old figure" -->
COMP001 randomised 321 people with treatment-resistant depression.

In one trial, 61% of participants responded to psilocybin at week 9.

The FDA is expected to decide on MDMA-assisted therapy in August 2024.

## References

1. Goodwin GM, et al. Single-dose psilocybin for a treatment-resistant episode of major depression.
   N Engl J Med 2022;387:1637-1648. doi:10.1056/NEJMoa2206443
2. Nobody A. A work that is not there. Journal of Nothing 2020;1:1-2.
"""
KEYS = "A trial found a response in 61% of participants with psilocybin [@smith2020].\n"
FIXED = ("--as-of", "2026-11-20", "--locked")


@pytest.fixture
def kept(tmp_path):
    """The results in the cache."""

    def files():
        folder = tmp_path / "cache" / "drafts"
        return {f.name: f.read_bytes() for f in folder.iterdir()} if folder.is_dir() else {}

    return files


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.md"
    path.write_text(DRAFT)
    return path


@pytest.mark.parametrize("more", [(), ("--all", "--statistics"), ("--no-suppressions",)])
def test_every_report_is_the_same_to_the_byte(run, tmp_path, draft, kept, more):
    reports = []
    for turn in ("first", "second"):
        (tmp_path / turn).mkdir()
        wishes = [f"--format={name}:{tmp_path / turn / name}" for name in FORMATS]
        done = run("lint", draft.name, *FIXED, *wishes, "--format=full", *more)
        written = {name: (tmp_path / turn / name).read_bytes() for name in FORMATS}
        reports.append((done.returncode, done.stdout, done.stderr, written, kept()))
    assert reports[0] == reports[1]
    assert len(reports[0][4]) == 1
    assert "contradicted" in reports[0][1]


def test_a_second_run_reads_no_base(run, draft, kept):
    run("lint", draft.name, *FIXED)
    assert "base:" not in run("lint", draft.name, *FIXED, "--verbose").stderr
    assert "base:" in run("lint", draft.name, *FIXED, "--verbose", "--ignore", "outdated").stderr


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (FIXED, DRAFT.replace("323 people", "233 people")),
        (FIXED, DRAFT.replace("2026-11-01", "2024-01-01")),
        (("--as-of", "2024-01-01", "--locked"), DRAFT.replace("date: 2026-11-01\n", "")),
        ((*FIXED, "--ignore", "contradicted"), DRAFT),
        ((*FIXED, "--severity", "contradicted=info"), DRAFT),
        ((*FIXED, "--select", "outdated"), DRAFT),
    ],
)
def test_whatever_matters_counts(run, tmp_path, draft, options, text):
    before = run("lint", draft.name, *FIXED, "--format", "concise")
    draft.write_text(text)
    after = run("lint", draft.name, *options, "--format", "concise")
    fresh = run(
        "lint", draft.name, *options, "--format", "concise", env={"CLAIMCHECK_CACHE_DIR": "new"}
    )
    assert after.stdout == fresh.stdout != before.stdout


def test_a_configuration_counts(run, tmp_path, draft):
    before = run("lint", draft.name, *FIXED, "--format", "concise")
    (tmp_path / "claimcheck.toml").write_text('ignore = ["contradicted"]\n')
    after = run("lint", draft.name, *FIXED, "--format", "concise")
    assert "contradicted" in before.stdout
    assert "DFT001" not in after.stdout


def test_another_base_counts(run, draft, tmp_path):
    run("lint", draft.name, *FIXED)
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "claims.yaml").write_text("claims: []\n")
    found = run("--base", "bare", "lint", draft.name, *FIXED, "--format", "concise")
    assert "DFT001" not in found.stdout


def test_a_baseline_is_looked_at_each_time(run, draft, kept):
    run("lint", draft.name, *FIXED, "--write-baseline", "base.json")
    for _ in range(2):
        done = run("lint", draft.name, *FIXED, "--baseline", "base.json", "--format", "concise")
        assert "DFT001" not in done.stdout


def test_keys_that_other_files_explain_are_looked_up_each_time(run, tmp_path, kept):
    (tmp_path / "keys.md").write_text("---\nbibliography: refs.bib\n---\n" + KEYS)
    (tmp_path / "refs.bib").write_text("@article{smith2020, title={A}, year={2020}}\n")
    known = run("lint", "keys.md", *FIXED, "--format", "concise").stdout
    (tmp_path / "refs.bib").write_text("@article{jones2020, title={A}, year={2020}}\n")
    unknown = run("lint", "keys.md", *FIXED, "--format", "concise").stdout
    assert "undefined-citation" in unknown
    assert "undefined-citation" not in known
    assert kept() == {}


def test_damage_costs_a_reading(run, tmp_path, draft, kept):
    first = run("lint", draft.name, *FIXED)
    [name] = kept()
    entry = tmp_path / "cache" / "drafts" / name
    entry.write_bytes(entry.read_bytes()[:-40])
    again = run("lint", draft.name, *FIXED)
    assert (again.stdout, again.returncode) == (first.stdout, first.returncode)


def test_the_cache_command_counts_and_clears_them(run, draft, kept):
    run("lint", draft.name, *FIXED)
    assert "compiled files" in run("cache", "info").stdout
    run("cache", "clear")
    assert kept() == {}


def test_one_figure_of_several_is_shown_in_every_run(run, tmp_path):
    (tmp_path / "patch.md").write_text(
        "# Quitting with psilocybin\n\nIn the randomised trial against the nicotine patch, fewer "
        "people were off cigarettes with psilocybin than with the patch.\n"
    )
    shown = set()
    for seed in ("0", "1", "2"):
        own = {"PYTHONHASHSEED": seed, "CLAIMCHECK_CACHE_DIR": str(tmp_path / seed)}
        shown.add(run("lint", "patch.md", *FIXED, env=own).stdout)
    assert len(shown) == 1
    assert "contradicted" in shown.pop()
