"""JSON, version 1: the shape is a promise, so it stands here field by field."""

import json
from dataclasses import replace

from claimcheck import __version__
from claimcheck.reports import render
from claimcheck.reports.style import Style
from reports.samples import EVERYTHING, NOTHING


def document(report):
    return json.loads(render("json", report, Style()))


def test_head_and_summary():
    whole = document(EVERYTHING)
    assert list(whole) == [
        "version",
        "command",
        "tool",
        "as_of",
        "summary",
        "findings",
        "sentences",
        "references",
    ]
    assert whole["version"] == 1
    assert whole["command"] == "lint"
    assert whole["tool"] == {"name": "claimcheck", "version": __version__}
    assert whole["as_of"] == "2026-11-21"
    assert whole["summary"] == {
        "files": 5,
        "errors": 4,
        "warnings": 4,
        "infos": 1,
        "suppressed": 2,
        "unchecked": 1,
        "exit": 1,
    }


def test_findings():
    first, second, *_ = document(EVERYTHING)["findings"]
    assert first == {
        "code": "DFT001",
        "name": "contradicted",
        "severity": "error",
        "path": "docs/my draft.md",
        "line": 3,
        "column": 24,
        "end_line": 3,
        "end_column": 40,
        "text": "In the phase 2b trial, 216 participants were randomised to one of three doses.",
        "message": "draft: 216 participants; Goodwin 2022: 233 randomised",
        "found": "216 participants",
        "expected": "233 randomised",
        "claim": "comp001-size",
        "trial": "comp001",
        "event": None,
        "reference": "goodwin-2022",
        "doi": "10.1056/NEJMoa2206443",
        "suggestion": {"text": "233 participants", "safe": False},
    }
    assert list(second) == list(first)
    assert second["claim"] is None
    assert second["suggestion"] is None


def test_a_place_without_end_ends_where_it_starts():
    point = next(f for f in document(EVERYTHING)["findings"] if f["name"] == "outdated")
    assert [point[key] for key in ("line", "column", "end_line", "end_column")] == [2, 1, 2, 1]


def test_sentences():
    first, second = document(EVERYTHING)["sentences"]
    assert first == {
        "path": "docs/my draft.md",
        "line": 3,
        "column": 1,
        "verdict": "contradicted",
        "text": "In the phase 2b trial, 216 participants were\nrandomised to one of three doses",
        "claims": [],
        "trials": ["comp001"],
        "references": ["goodwin-2022"],
    }
    assert second["claims"] == ["comp001-response"]


def test_references():
    first, second, _ = document(EVERYTHING)["references"]
    assert first == {
        "path": "data/references.yaml",
        "line": 4,
        "id": "goodwin-2022",
        "doi": "10.1056/NEJMoa2206443",
        "state": "mismatch",
        "matched_doi": "10.1056/nejmoa2206443",
        "via": "lock",
        "checked_at": "2026-11-01T08:00:00+00:00",
        "fields": [{"name": "year", "given": "2021", "record": "2022", "agrees": False}],
    }
    assert [second[key] for key in ("doi", "matched_doi", "via", "checked_at")] == [None] * 4


def test_sentences_are_for_lint_and_references_for_checking_commands():
    assert document(replace(EVERYTHING, show_all=False))["sentences"] == []
    for command, keys in {
        "lint": {"sentences", "references"},
        "check": {"references"},
        "refs": {"references"},
        "lock": set(),
    }.items():
        whole = document(replace(NOTHING, command=command))
        assert {"sentences", "references"} & set(whole) == keys


def test_lines_hold_the_same():
    whole = document(EVERYTHING)
    rows = [json.loads(line) for line in render("jsonl", EVERYTHING, Style()).splitlines()]
    for record, key in (
        ("finding", "findings"),
        ("sentence", "sentences"),
        ("reference", "references"),
    ):
        assert [row for row in rows if row["record"] == record] == [
            {"record": record, **row} for row in whole[key]
        ]
    head = {key: whole[key] for key in ("version", "command", "tool", "as_of")}
    assert rows[-1] == {"record": "summary", **head, **whole["summary"]}
    assert len(rows) == 9 + 2 + 3 + 1
