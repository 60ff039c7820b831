"""Formats: each is a function that turns a `Report` into text; adding one touches this table."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from claimcheck.model.findings import Report
from claimcheck.reports.style import Style

Format = Callable[[Report, Style], str]

FORMATS = {
    "full": "terminal.full",
    "concise": "lines.concise",
    "json": "json.document",
    "jsonl": "json.lines",
    "sarif": "sarif.log",
    "github": "github.commands",
    "gitlab": "gitlab.code_quality",
    "junit": "junit.suites",
    "checkstyle": "checkstyle.document",
    "rdjson": "rdjson.diagnostics",
    "markdown": "markdown.comment",
    "html": "html.page",
}
"""Name → module and function; imported when asked for, so that start-up stays fast."""


def render(name: str, report: Report, style: Style) -> str:
    """The report in the format of that name (a key of `FORMATS`).

    It can be written as UTF-8 whatever the report holds, and ends with a line feed.
    """
    from claimcheck.reports.characters import encodable

    module, _, function = FORMATS[name].partition(".")
    found = getattr(import_module(f"claimcheck.reports.{module}"), function)
    text = encodable(cast("Format", found)(report, style))
    return text if not text or text.endswith("\n") else text + "\n"
