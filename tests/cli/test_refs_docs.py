"""The sessions in docs/references.md are what the commands print."""

import re
import shlex
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "references.md"
EXAMPLE = re.compile(r"```bibtex\n(.*?)```", re.S)
SESSION = re.compile(r"```console\n\$ (.*?)\n(.*?)```", re.S)


def test_the_sessions_are_what_the_program_prints(run, standin, tmp_path):
    standin.limits.set(rate=1000, concurrency=50)
    env = {**standin.environment, "CLAIMCHECK_MAILTO": "reader@example.org", "COLUMNS": "100"}
    text = PAGE.read_text(encoding="utf-8")
    [example] = EXAMPLE.findall(text)
    (tmp_path / "refs.bib").write_text(example, encoding="utf-8")
    told = SESSION.findall(text)
    assert len(told) == 3
    for command, printed in told:
        name, *arguments = shlex.split(command)
        assert name == "claimcheck"
        assert run(*arguments, env=env).stdout == printed != ""


def test_every_option_and_state_is_told(run):
    from claimcheck.compare.judgements import GRAVITY

    text = PAGE.read_text(encoding="utf-8")
    shared = {"--base", "--config", "--quiet", "--verbose", "--help"}
    for command in ("refs", "find"):
        own = run(command, "--help").stdout
        own = re.split(r"─ (?:Report|Network) ─", own)[0]
        for option in set(re.findall(r"--[a-z][a-z-]+", own)) - shared:
            assert option in text, f"{command} {option}"
    for state in GRAVITY:
        assert f"`{state}`" in text, state
