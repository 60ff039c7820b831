"""reStructuredText, parsed by docutils (extra `rst`), which is only imported for such files."""

from __future__ import annotations

from typing import Any

from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.dates import only_date
from claimcheck.drafts.marks import finish
from claimcheck.drafts.rst_nodes import NodeReader
from claimcheck.errors import InputError, UsageError
from claimcheck.model.drafts import Document
from claimcheck.model.place import Location

_LONGEST_LINE = 50_000
"""Docutils passes over longer lines without a word, and may need minutes for much longer ones."""


def read_rst(path: str, source: str) -> Document:
    """The document of a reStructuredText.

    Raises UsageError if docutils is not installed, InputError for what it cannot parse. Files
    that it names are never opened.
    """
    build = BlockBuilder()
    for number, line in enumerate(source.splitlines(), 1):
        if len(line) > _LONGEST_LINE:
            where = Location(path, number)
            raise InputError(where, f"has a line of more than {_LONGEST_LINE:,} characters")
    text = source.replace("\r\n", " \n").replace("\r", "\n").expandtabs(1)
    reader = NodeReader(build, text)
    reader.read(_parse(path, text))
    document = Document(path=path, source=source, date=only_date(reader.date))
    return finish(document, build, "none")


def _parse(path: str, text: str) -> Any:
    try:
        from docutils import frontend, utils
        from docutils.parsers import rst
    except ImportError:
        install = "pip install 'claimcheck-evidence[rst]'"
        raise UsageError(f"{path}: reading .rst needs docutils: {install}") from None
    settings = frontend.get_default_settings(rst.Parser)
    settings.report_level = settings.halt_level = 5
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.syntax_highlight = "none"
    settings.line_length_limit = _LONGEST_LINE
    document = utils.new_document(path, settings)
    try:
        rst.Parser().parse(text, document)
    except RecursionError:
        raise InputError(Location(path), "is nested too deeply") from None
    return document
