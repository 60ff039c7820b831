"""Every format of one report that has everything, and of one that has nothing."""

import pytest

from claimcheck.reports import FORMATS, render
from claimcheck.reports.style import Style
from reports.samples import EVERYTHING, NOTHING

ENDINGS = {"full": "txt", "concise": "txt", "github": "txt", "jsonl": "jsonl", "html": "html"}
ENDINGS |= {"markdown": "md", "junit": "xml", "checkstyle": "xml", "sarif": "sarif"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_with_everything(name, snapshot):
    text = render(name, EVERYTHING, Style(width=80))
    snapshot(f"everything.{name}.{ENDINGS.get(name, 'json')}", text)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_with_nothing(name, snapshot):
    text = render(name, NOTHING, Style(width=80))
    snapshot(f"nothing.{name}.{ENDINGS.get(name, 'json')}", text)


def test_colour(snapshot):
    snapshot("everything.full.color.txt", render("full", EVERYTHING, Style(color=True, width=80)))
