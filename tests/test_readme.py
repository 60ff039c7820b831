"""The README and the pages in docs/ tell what the program does."""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from claimcheck.cli.app import COMMANDS
from claimcheck.config import Settings
from claimcheck.load import load_base, load_text

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def claimcheck(*arguments, cwd=ROOT, **env):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("CLAIMCHECK_", "FORCE_"))}
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        cwd=cwd,
        env=clean | env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    ).stdout


def test_the_session_is_what_the_program_prints(tmp_path):
    [session] = re.findall(r"```console\n(.*?)```", README, re.S)
    steps = re.split(r"(?m)^\$ ", session)[1:]
    [(shown, draft), (command, printed)] = [step.split("\n", 1) for step in steps]
    (tmp_path / shown.removeprefix("cat ")).write_text(draft.rstrip("\n") + "\n")
    name, *arguments = shlex.split(command)
    assert name == "claimcheck"
    out = claimcheck(*arguments, cwd=tmp_path, CLAIMCHECK_CACHE_DIR=str(tmp_path / "cache"))
    assert out == printed != ""


def test_the_figures_are_those_of_the_base():
    base = load_base(ROOT / "data")
    said = re.search(
        r"(\d+) claims of (\w+) articles, (\d+) trials, (\d+) regulatory decisions, "
        r"(\d+) references",
        README,
    )
    counts = [base.claims, base.articles, base.trials, base.events, base.references]
    five = {"five": "5"}
    assert [five.get(word, word) for word in said.groups()] == [str(len(c)) for c in counts]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", *Path(ROOT).glob("docs/*.md")])
def test_links_lead_somewhere(page):
    path = ROOT / page
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link


def test_every_setting_and_variable_is_documented():
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for setting in fields(Settings):
        if setting.metadata:
            assert f"`{setting.name.replace('_', '-')}`" in text
            assert f"`{setting.metadata['env'] or setting.name.replace('_', '-')}`" in text


def test_every_command_is_named_in_the_changelog():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"claimcheck {name}`" not in text] == []


def test_the_manual_is_what_the_rules_say():
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    head, _, rules = written.partition("\n\n## ")
    assert head.startswith("# Rules")
    assert f"## {rules}" == claimcheck("rule", "--all", "--format", "markdown")


def test_hooks_for_commits_run_commands_that_are_there():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert (program, hook["language"]) == ("claimcheck", "python")
        assert command in COMMANDS
        assert all(option in claimcheck(command, "--help") for option in options)
        re.compile(hook["files"])
    assert {hook["id"] for hook in hooks} <= set(
        re.findall(r"id: ([\w-]+)", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"))
    )


def test_the_claim_shown_is_one():
    page = (ROOT / "docs" / "base.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```yaml\n(- id:.*?)```", page, re.S)
    base = load_text(f"claims:\n{example}")
    assert base.problems == ()
    assert base.claims[0].subject.trial == ("comp001",)
