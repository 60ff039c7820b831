"""What the formats for machines promise beyond being well-formed."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from claimcheck.model.findings import Severity, Suggestion
from claimcheck.reports import render
from claimcheck.reports.style import Style
from reports.samples import EVERYTHING, NOTHING, at, finding, reports

JUNIT = {
    "testsuites": ({"name", "tests", "failures", "errors"}, ["testsuite"]),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, ["testcase"]),
    "testcase": ({"name", "classname"}, ["skipped", "error", "failure", "system-out"]),
    "skipped": (set(), []),
    "error": ({"message", "type"}, []),
    "failure": ({"message", "type"}, []),
    "system-out": (set(), []),
}
"""Element → attributes and children that Jenkins's schema knows, children in its order."""

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^\./|\\"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}

_POSITION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["line"],
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
}
_RANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start"],
    "properties": {"start": _POSITION, "end": _POSITION},
}
_PLACE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["path"],
    "properties": {"path": {"type": "string"}, "range": _RANGE},
}
RDJSON = {
    "type": "object",
    "additionalProperties": False,
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"const": {"name": "claimcheck"}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location", "severity", "code"],
                "properties": {
                    "message": {"type": "string"},
                    "location": _PLACE,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {
                        "type": "object",
                        "required": ["value"],
                        "properties": {"value": {"type": "string"}},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["range", "text"],
                            "properties": {"range": _RANGE, "text": {"type": "string"}},
                        },
                    },
                    "relatedLocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["message", "location"],
                            "properties": {"message": {"type": "string"}, "location": _PLACE},
                        },
                    },
                },
            },
        },
    },
}
"""The messages of reviewdog.proto, as their JSON mapping has them; nothing else may be there."""

ANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(name, report):
    text = render(name, report, Style())
    return ET.fromstring(text) if text.startswith("<?xml") else json.loads(text)


def error(where, message="wrong", **rest):
    return finding("DFT001", "contradicted", Severity.ERROR, where, message, **rest)


def of(*findings, **rest):
    return replace(NOTHING, findings=findings, **rest)


@ANY
@given(reports())
def test_gitlab_has_its_shape(report):
    assert list(Draft202012Validator(GITLAB).iter_errors(read("gitlab", report))) == []


@ANY
@given(reports())
def test_rdjson_has_its_shape(report):
    assert list(Draft202012Validator(RDJSON).iter_errors(read("rdjson", report))) == []


@ANY
@given(reports())
def test_junit_has_its_shape(report):
    root = read("junit", report)
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = JUNIT[element.tag]
        assert set(element.attrib) <= attributes
        order = [children.index(child.tag) for child in element]
        assert order == sorted(order)


@ANY
@given(reports())
def test_junit_counts_add_up(report):
    root = read("junit", report)
    for tag, key in (("testcase", "tests"), ("failure", "failures"), ("error", "errors")):
        count = len(list(root.iter(tag)))
        assert int(root.get(key)) == count
        assert sum(int(suite.get(key)) for suite in root) == count
    assert len(root) == 1 + len(report.files)


def outcomes(report):
    """Suite and case → what became of it."""
    return {
        (suite.get("name"), case.get("name")): case[0].tag if len(case) else "passed"
        for suite in read("junit", report)
        for case in suite
    }


def test_junit_outcomes():
    found = outcomes(EVERYTHING)
    assert found["clean.md", "no findings"] == "passed"
    assert found["docs/my draft.md", "DFT001 contradicted (3:24)"] == "failure"
    assert found["docs/my draft.md", "DFT009 supported (9:21)"] == "system-out"
    assert found["data/references.yaml", "REF014 could-not-check (4:8)"] == "error"
    assert found["data/references.yaml", "REF007 venue-mismatch (3:10)"] == "skipped"
    assert found["talk.docx", "DFT001 contradicted (paragraph 12)"] == "failure"


@pytest.mark.parametrize(
    ("exit_", "outcome"), [(0, "system-out"), (1, "system-out"), (2, "error"), (3, "error")]
)
def test_junit_is_never_green_when_not_all_was_checked(exit_, outcome):
    assert outcomes(of(exit=exit_)) == {("claimcheck", "check"): outcome}


def test_checkstyle_lists_clean_files_and_leaves_lines_out_where_there_are_none():
    root = read("checkstyle", EVERYTHING)
    assert [file.get("name") for file in root] == list(EVERYTHING.files)
    assert len(root[0]) == 0
    [word] = root.findall("file[@name='talk.docx']/error")
    assert word.get("line") is None
    assert word.get("message").endswith("(paragraph 12)")
    for element in root.iter("error"):
        assert element.get("severity") in {"error", "warning", "info"}
        assert re.fullmatch(r"claimcheck\.[A-Z]{3}\d{3}\.[a-z-]+", element.get("source"))


def test_rdjson_counts_bytes():
    line = "a𐐀b é x"
    where = at("a.md", 1, line.index("é") + 1, 1, line.index("é") + 2)
    fixed = error(where, suggestion=Suggestion("e"))
    [row] = read("rdjson", of(fixed, sources={"a.md": line}))["diagnostics"]
    stretch = {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 10}}
    assert row["location"]["range"] == stretch
    assert row["suggestions"] == [{"range": stretch, "text": "e"}]


def test_rdjson_suggests_nothing_where_the_place_is_not_exact():
    suggestion = Suggestion("233", safe=True)
    endless = error(at("a.md", 1, 1), suggestion=suggestion)
    unread = error(at("b.md", 1, 1, 1, 3), suggestion=suggestion)
    word = error(at("a.docx", 1, 1, 1, 3, "paragraph 1"), suggestion=suggestion)
    rows = read("rdjson", of(endless, unread, word, sources={"a.md": "abc"}))["diagnostics"]
    assert all("suggestions" not in row for row in rows)
    assert rows[1]["location"]["range"] == {"start": {"line": 1}}
    assert "range" not in rows[2]["location"]


def github(*findings):
    return render("github", of(*findings), Style()).split("\n")


def test_github_escapes():
    [row, *_] = github(error(at("a,b:c%.md", 1, 2, 1, 3), "50%\r\na: b, c"))
    place = "file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=2,endColumn=3"
    assert row == f"::error {place},title=DFT001 contradicted::50%25%0D%0Aa: b, c"


def test_github_takes_columns_only_within_a_line():
    [row, *_] = github(error(at("a.md", 1, 2, 3, 4)))
    assert row == "::error file=a.md,line=1,endLine=3,title=DFT001 contradicted::wrong"


def test_github_levels():
    rows = github(*(replace(error(at("a.md", 1, 1)), severity=level) for level in Severity))
    assert [row.split(" ")[0] for row in rows[:3]] == ["::notice", "::warning", "::error"]


def test_suppressed_findings_show_only_where_a_format_can_mark_them():
    for name in ("concise", "full", "github", "gitlab", "checkstyle", "rdjson", "markdown", "html"):
        assert "known before" not in render(name, EVERYTHING, Style())
    for name in ("sarif", "junit"):
        assert "waived: the usual abbreviation" in render(name, EVERYTHING, Style())
