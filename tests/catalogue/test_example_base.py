"""The base in examples/: another field, the same program."""

import ast
import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.catalogue.claims import WantedClaims, select_claims
from claimcheck.catalogue.names import Names
from claimcheck.catalogue.results import in_words, main_results
from claimcheck.catalogue.trials import Wanted, select_trials
from claimcheck.load import load_base
from claimcheck.rules import BASE_RULES

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples/statins/data"


@pytest.fixture(scope="module")
def statins():
    return load_base(EXAMPLE)


def test_the_base_is_sound(statins):
    found = [problem.message for rule in BASE_RULES for problem in rule.check(statins)]
    assert found == []
    assert len(statins.trials) == 8


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Zocor", ["4s", "hps"]),
        ("Lipitor", ["ascot-lla", "prove-it", "tnt"]),
        ("Pravachol", ["woscops", "prove-it"]),
    ],
)
def test_trials_by_brand_names(statins, name, ids):
    assert [trial.id for trial in select_trials(statins, Wanted(compound=name)).trials] == ids


def test_a_class_stands_for_its_members(statins):
    assert len(select_trials(statins, Wanted(compound="HMG-CoA reductase inhibitors")).trials) == 8


def test_wider_conditions_take_in_narrower_ones(statins):
    found = select_trials(statins, Wanted(indication="CHD"))
    assert [trial.id for trial in found.trials] == ["4s", "prove-it", "tnt"]


def test_results_in_words(statins):
    [result] = main_results(statins.trial["jupiter"])
    assert in_words(result, Names(statins)) == (
        "primary: major cardiovascular event, 1.9 years: rosuvastatin vs placebo 0.56 hazard ratio"
        " (95 % CI 0.46 to 0.69; p <0.00001) [Ridker 2008]"
    )


def test_claims(statins):
    found = select_claims(statins, WantedClaims(text="heart failure"))
    assert [claim.id for claim in found] == ["corona-endpoint"]
    refuted = select_claims(statins, WantedClaims(verdict="refuted", compound="statin"))
    assert [claim.id for claim in refuted] == ["jupiter-size", "corona-endpoint"]


def test_the_draft_is_quoted_as_it_stands(statins):
    draft = " ".join((EXAMPLE.parent / "draft.md").read_text(encoding="utf-8").split())
    phrases = [place.phrase for claim in statins.claims for place in claim.said]
    assert [phrase for phrase in phrases if phrase not in draft] == []


@pytest.mark.parametrize("folder", [ROOT / "data", EXAMPLE], ids=["shipped", "example"])
def test_the_program_names_no_compound_and_no_scale(folder):
    """Docstrings may; what is executed may not."""
    vocabulary = load_base(folder).vocabulary
    terms = (*vocabulary.compounds, *vocabulary.scales)
    names = {n for t in terms for n in (t.id, t.name, *t.synonyms, *t.exact) if len(n) > 3}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)
    package = Path(claimcheck.__file__).parent
    found = [
        (path.name, match[0])
        for path in package.rglob("*.py")
        for text in executed_texts(path)
        for match in pattern.finditer(text)
    ]
    assert found == []


def executed_texts(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value
