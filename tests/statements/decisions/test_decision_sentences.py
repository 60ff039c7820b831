"""Sentences on decisions and status, each with the verdict that it must get."""

from __future__ import annotations

from pathlib import Path

import pytest

from statements.decisions.drafted import verdict

TABLES = sorted((Path(__file__).parent / "tables").glob("*.txt"))


def rows():
    for table in TABLES:
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                head, _, text = line.partition(": ")
                expected, _, date = head.partition(" @")
                *headings, sentence = text.split(" >> ")
                name = f"{table.stem}:{number}"
                yield pytest.param(expected, sentence, tuple(headings), date, id=name)


@pytest.mark.parametrize(("expected", "sentence", "headings", "date"), list(rows()))
def test_verdict(expected, sentence, headings, date):
    assert verdict(sentence, headings, dated=date) == expected


def test_there_is_something_to_test():
    assert sum(1 for _ in rows()) >= 840
