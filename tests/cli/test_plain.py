"""Command lines that are read without typer mean what they mean with it."""

from pathlib import Path

import pytest
import typer

from claimcheck.cli.app import app
from claimcheck.cli.lint import lint
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions
from claimcheck.cli.plain import _declared, plainly

DRAFT = "COMP001 randomised 323 people with treatment-resistant depression.\n"


@pytest.fixture
def typed():
    """The options of `lint` as typer has them."""
    group = typer.main.get_command(app)
    with typer.Context(group) as context:
        command = group.get_command(context, "lint")
    return {name: p for p in command.params for name in p.opts if name.startswith("-")}


def test_every_option_is_declared_once_for_both(typed):
    known = _declared(lint, CommonOptions, ReportOptions, NetworkOptions)
    assert set(known) == set(typed) - {"--help", "-h"}
    for name, option in known.items():
        other = typed[name]
        assert (option.field, option.many) == (other.name, other.multiple)
        assert (option.takes is bool) == other.is_flag
        assert (option.takes is Path) == (type(other.type).__name__ == "TyperPath")


@pytest.mark.parametrize(
    "words",
    [
        ["lint", "draft.md"],
        ["--offline", "lint", "draft.md", "--format", "json", "other.md"],
        ["lint", "--format=json", "--as-of", "2026-01-01", "--color=never", "-q", "."],
        ["lint", "-f", "json:out.json", "-f", "full", "-"],
        ["lint", "--write-baseline"],
        ["lint"],
    ],
)
def test_plain_lines_need_no_typer(words):
    assert plainly(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["check"],
        ["check", "lint"],
        ["--help"],
        ["lint", "--help"],
        ["lint", "-qv", "draft.md"],
        ["lint", "-fjson", "draft.md"],
        ["lint", "--", "draft.md"],
        ["lint", "--forma", "json"],
        ["lint", "--offline=yes"],
        ["lint", "draft.md", "--format"],
        ["lint", "--format", "--offline"],
        ["--version", "lint"],
        ["--format", "json", "lint", "draft.md"],
    ],
)
def test_all_else_is_for_typer(words):
    assert plainly(words) is None


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "json", "--offline"],
        ["--format=json", "--as-of=2020-01-01", "--select", "contradicted"],
        ["--format", "json", "--fail-on", "never"],
        ["--format", "json", "--select", "nonsense"],
        ["--format", "json", "--quiet", "--verbose"],
        ["--format", "html"],
        ["--format", "json", "--write-baseline"],
        ["--format", "json", "--baseline", "b.json", "--write-baseline"],
        ["--format", "json", "--max-age", "soon"],
    ],
)
def test_both_ways_come_to_the_same(run, tmp_path, options):
    (tmp_path / "draft.md").write_text(DRAFT)
    plain = run("lint", "draft.md", *options)
    accepted = (tmp_path / "b.json").exists() and (tmp_path / "b.json").read_bytes()
    (tmp_path / "b.json").unlink(missing_ok=True)
    typed = run("lint", *options, "--", "draft.md")
    assert plainly(["lint", *options, "--", "draft.md"]) is None
    for what in ("returncode", "stderr", "stdout"):
        assert getattr(plain, what) == getattr(typed, what)
    assert accepted == ((tmp_path / "b.json").exists() and (tmp_path / "b.json").read_bytes())
