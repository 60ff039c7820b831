"""JSON Schemas: what editors are given accepts every base there is, and refuses slips."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from claimcheck.load.export import json_schema
from claimcheck.load.shapes import SHAPES

ROOT = Path(__file__).parents[2]


class EditorLoader(yaml.SafeLoader):
    """Types scalars as editors do, by YAML 1.2: dates are text, and so are `yes` and `no`."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), "tf")


def faults(name, text):
    validator = Draft202012Validator(json_schema(name))
    found = validator.iter_errors(yaml.load(text, Loader=EditorLoader))
    return [(list(fault.path), fault.message) for fault in found]


@pytest.mark.parametrize("name", SHAPES)
def test_schemas_are_schemas(name):
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("base", ["data", "examples/statins/data"])
@pytest.mark.parametrize("name", SHAPES)
def test_bases_fit_their_schemas(name, base):
    assert faults(name, (ROOT / base / name).read_text(encoding="utf-8")) == []


def test_what_init_writes_fits(tmp_path):
    command = [sys.executable, "-m", "claimcheck", "init", str(tmp_path / "new")]
    subprocess.run(command, check=True, capture_output=True)
    for name in SHAPES:
        assert faults(name, (tmp_path / "new" / name).read_text(encoding="utf-8")) == []


CLAIM = "claims:\n- {id: a, statement: Ten took part., kind: size, verdict: supported"


@pytest.mark.parametrize(
    ("slip", "place"),
    [
        (", verdit: x}", ["claims", 0]),
        (", as_of: soon}", ["claims", 0, "as_of"]),
        (", sources: [{ref: x, stance: suports}]}", ["claims", 0, "sources"]),
        ("}\nclams: []", []),
    ],
)
def test_slips_are_seen_while_typing(slip, place):
    assert faults("claims.yaml", CLAIM + "}") == []
    [(path, _)] = faults("claims.yaml", CLAIM + slip)
    assert path[: len(place)] == place


@pytest.mark.parametrize("noun", ["Claim", "Source", "Waiver", "Appearance"])
def test_editors_are_told_what_fields_mean(noun):
    fields = json_schema("claims.yaml")["$defs"][noun]["properties"]
    untold = {name for name, field in fields.items() if "description" not in field}
    assert untold <= {"id", "note", "waivers", "subject"}
