"""The sessions in docs/trials.md and docs/report.md are what the commands print."""

import re
import shlex
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def sessions():
    for page in ("trials.md", "report.md"):
        text = (DOCS / page).read_text(encoding="utf-8")
        for session in re.findall(r"```console\n\$ (.*?)```", text, re.S):
            command, _, printed = session.partition("\n")
            yield pytest.param(command, printed, id=f"{page}: {command}")


@pytest.mark.parametrize(("command", "printed"), list(sessions()))
def test_a_session_is_what_the_program_prints(run, command, printed):
    name, *arguments = shlex.split(command)
    assert name == "claimcheck"
    assert run(*arguments, env={"COLUMNS": "100"}).stdout == printed != ""


def test_every_option_is_told(run):
    told = (DOCS / "trials.md").read_text(encoding="utf-8")
    told += (DOCS / "report.md").read_text(encoding="utf-8")
    for command in ("trials", "claims", "report"):
        own = run(command, "--help").stdout.partition("Network")[0]
        shared = {"--base", "--config", "--offline", "--quiet", "--verbose", "--help", "--color"}
        for option in set(re.findall(r"--[a-z][a-z-]+", own)) - shared:
            assert option in told, f"{command} {option}"
