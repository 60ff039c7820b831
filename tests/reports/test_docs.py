"""docs/formats.md names every format and every field, and no other."""

import json
import re
from pathlib import Path

import pytest

from claimcheck.policy import Exit
from claimcheck.reports import FORMATS, render
from claimcheck.reports.markdown import LIMIT
from claimcheck.reports.style import Style
from reports.samples import EVERYTHING

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def fields(title):
    """The first column of the first table under a heading."""
    section = re.split(r"(?m)^#+ ", PAGE.partition(f"# {title}\n")[2])[0]
    rows = re.findall(r"(?m)^\| (`.*?) \|", section)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_every_format_has_a_section():
    assert re.findall(r"(?m)^### `(\w+)`$", PAGE) == list(FORMATS)
    table = re.findall(r"(?m)^\| ((?:`\w+`(?:, )?)+) \|", PAGE.partition("## What all")[0])
    assert [name for cell in table for name in re.findall(r"`(\w+)`", cell)] == list(FORMATS)


@pytest.mark.parametrize("title", ["summary", "findings", "sentences", "references"])
def test_every_field_is_described(title):
    value = json.loads(render("json", EVERYTHING, Style()))[title]
    assert fields(title) == set(value if isinstance(value, dict) else value[0])


def test_the_head_is_described():
    assert fields("JSON, version 1") == set(json.loads(render("json", EVERYTHING, Style())))


def test_every_exit_status_is_described():
    statuses = re.findall(r"(?m)^\| (\d+) \|", PAGE.partition("## Exit status")[2])
    assert [int(status) for status in statuses] == list(Exit)


def test_the_limit_is_the_one_in_force():
    assert f"{LIMIT:,} characters" in PAGE
