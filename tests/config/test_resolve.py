"""Settings: what wins over what, and what each place refuses."""

from datetime import date
from pathlib import Path

import pytest

from claimcheck.config import resolve
from claimcheck.errors import InputError, UsageError
from claimcheck.model.findings import Severity


@pytest.fixture
def settings(tmp_path):
    """Settings out of a configuration text, options and variables."""

    def read(text="", environ=(), name="claimcheck.toml", **options):
        path = tmp_path / name
        path.write_text(text)
        return resolve(options, dict(environ), path)

    return read


def test_defaults_stand_without_anything():
    settings = resolve({}, {}, None)
    assert settings.crossref_url == "https://api.crossref.org"
    assert (settings.fail_on, settings.format, settings.timeout) == ("warning", ("full",), 30.0)
    assert settings.origins == {}


def test_options_win_over_variables_over_the_file(settings):
    text = 'mailto = "file@example.org"\ncrossref-url = "http://file"\ntimeout = 5\n'
    environ = {
        "CLAIMCHECK_MAILTO": "variable@example.org",
        "CLAIMCHECK_CROSSREF_URL": "http://variable",
    }
    read = settings(text, environ, mailto="option@example.org")
    assert read.mailto == "option@example.org"
    assert read.crossref_url == "http://variable"
    assert read.timeout == 5.0
    assert read.origins["mailto"] == "--mailto"
    assert read.origins["crossref_url"] == "CLAIMCHECK_CROSSREF_URL"
    assert read.origins["timeout"].endswith("claimcheck.toml:3:1: `timeout`")


def test_an_empty_variable_is_none(settings):
    assert settings("", {"CLAIMCHECK_MAILTO": "", "CLAIMCHECK_OFFLINE": ""}).mailto is None


def test_severities_are_merged_rule_by_rule(settings):
    text = '[severity]\nstale-claim = "error"\nretracted = "info"\n'
    read = settings(text, severity=["retracted=warning", "CLM=info"])
    assert read.severity == {
        "stale-claim": Severity.ERROR,
        "retracted": Severity.WARNING,
        "CLM": Severity.INFO,
    }
    assert read.origins["severity.retracted"] == "--severity"
    assert ":2:1: " in read.origins["severity.stale-claim"]


def test_paths_in_a_file_are_relative_to_it(settings, tmp_path):
    read = settings('base = "evidence"\nbaseline = "/known.json"\n')
    assert read.base == tmp_path / "evidence"
    assert read.baseline == Path("/known.json")
    assert settings("", base=Path("evidence")).base == Path("evidence")


@pytest.mark.parametrize("text", ["locked = true\n", "[tool.claimcheck]\nlocked = true\n"])
def test_our_own_file_has_its_settings_at_the_top_or_in_a_table(settings, text):
    assert settings(text).locked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lokced = true", "1:1: unknown setting `lokced` (did you mean `locked`?)"),
        ("fail_on = 'info'", "1:1: unknown setting `fail_on` (did you mean `fail-on`?)"),
        ("\n[quiet]\n", "2:2: unknown setting `quiet`"),
        ("locked = 1", "1:1: `locked`: expected true or false"),
        ("[locked]\na = 1", "2:1: `locked`: expected true or false"),
        ("timeout = true", "1:1: `timeout`: expected a number"),
        ("timeout = nan", "1:1: `timeout`: expected a number"),
        ("select = [1]", "1:1: `select`: expected a list of texts"),
        ("mailto = 'me'", "1:1: `mailto`: expected an e-mail address"),
        ("as-of = 'soon'", "1:1: `as-of`: expected a date (YYYY-MM-DD)"),
        ("max-age = '3x'", "1:1: `max-age`: expected a number of days (30), or 12h, 30d, 2w"),
        ("base = ' '", "1:1: `base`: expected a text"),
        ("severity = 3", '1:1: `severity`: expected a table of rule = "error"'),
        ("[severity]\na = 'error'\nb = 'eror'", "3:1: `severity`: b: 'eror' is no severity"),
        ("severity.a = 3", "1:1: `severity`: a: 3 is no severity"),
        ("locked = true\nlocked = true", "2:14: is not TOML: Cannot overwrite a value"),
        ("locked", "1:7: is not TOML: Expected '=' after a key"),
        ("a = " + "[" * 10_000, "1:1: is nested too deeply"),
        ("[tool.other]\n", "1:1: has no table [tool.claimcheck]"),
        ("[tool]\nclaimcheck = 3", "2:1: `tool.claimcheck` must be a table"),
        ("base = 'x'\n[tool.claimcheck]", "1:1: `base` stands outside of [tool.claimcheck]"),
    ],
)
def test_a_fault_in_the_file_has_its_place(settings, text, said):
    with pytest.raises(InputError) as caught:
        settings(text)
    assert f"claimcheck.toml:{said}" in str(caught.value)


@pytest.mark.parametrize("text", ["", "[tool.black]\n", "[tool.clamcheck]\nlocked = true\n"])
def test_a_project_file_that_was_named_must_have_our_table(settings, text):
    with pytest.raises(InputError, match=r"pyproject.toml:1:1: has no table \[tool.claimcheck\]"):
        settings(text, name="pyproject.toml")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"timeout": "0"}, "--timeout: expected a number of seconds between 0 and 3600"),
        ({"timeout": "soon"}, "--timeout: expected a number (given: 'soon')"),
        ({"max_age": "1.2.3"}, "--max-age: expected a number"),
        ({"max_age": "99999w"}, "--max-age: expected no more than a hundred years"),
        ({"color": "blue"}, "--color: expected auto, always or never (given: 'blue')"),
        ({"severity": ["a"]}, "--severity: expected RULE=LEVEL (given: 'a')"),
        ({"crossref_url": "http://"}, "--crossref-url: expected a URL beginning with http://"),
        ({"mailto": ""}, "--mailto: expected a text (given: '')"),
        ({"mailto": "x" * 500}, "…"),
    ],
)
def test_a_fault_in_an_option_names_it(given, said):
    with pytest.raises(UsageError) as caught:
        resolve(given, {}, None)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_fault_in_a_variable_names_it():
    with pytest.raises(UsageError, match="CLAIMCHECK_OFFLINE: expected true or false"):
        resolve({}, {"CLAIMCHECK_OFFLINE": "maybe"}, None)


@pytest.mark.parametrize(
    ("given", "days"), [("30", 30), ("30d", 30), ("12h", 0.5), ("2w", 14), ("0", 0), ("1.5", 1.5)]
)
def test_ages_have_units(given, days):
    assert resolve({"max_age": given}, {}, None).max_age == days


def test_words_may_stand_between_commas():
    read = resolve({"select": ["CLM, REF001", "stale-claim,"]}, {}, None)
    assert read.select == ("CLM", "REF001", "stale-claim")


def test_a_date_may_be_written_as_toml_has_dates(settings):
    assert settings("as-of = 2026-01-31").as_of == date(2026, 1, 31)
    assert settings("as-of = 2026-01-31T10:00:00Z").as_of == date(2026, 1, 31)


def test_an_unknown_home_is_no_path():
    with pytest.raises(UsageError, match="--base"):
        resolve({"base": "~nobody-of-this-name/data"}, {}, None)
