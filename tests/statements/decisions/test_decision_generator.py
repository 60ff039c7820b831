"""The generator of true and changed sentences, and what the reader makes of them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from statements.decisions.drafted import records

SCRIPT = Path(__file__).parents[3] / "bench" / "lint" / "decisions_gen.py"


@pytest.fixture(scope="module")
def gen():
    sys.path.insert(0, str(SCRIPT.parent))
    spec = importlib.util.spec_from_file_location("decisions_gen", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["decisions_gen"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tally(gen):
    return gen.measure(records().base)


def test_every_sort_of_change_is_written(gen, tally):
    assert set(tally.counts) == {"ahead", "place", *gen.QUIET, *gen.CHANGES}
    assert sum(sum(c.values()) for c in tally.counts.values()) > 2000


def test_every_decision_with_a_wording_is_told(gen):
    told = {case.event for case in gen.Writer(records().base, 1).cases()}
    untold = {e.kind for e in records().base.events if e.id not in told}
    assert untold <= set(gen.TEMPLATES) | gen.UNWORDED


def test_precision_and_recall(tally):
    assert tally.precision >= 0.99
    assert tally.recall >= 0.97
    assert tally.supported >= 0.98
    assert tally.found("ahead", "outdated") >= 0.98
    assert tally.found("place", "unsourced") >= 0.98


def test_what_is_true_or_open_is_not_marked(gen, tally):
    marked = {"contradicted", "outdated", "unsourced"}
    assert not {(sort, v) for sort in gen.QUIET for v in tally.counts[sort] if v in marked}


def test_the_same_seed_writes_the_same(gen):
    first = [c.text for c in gen.Writer(records().base, 7).cases()]
    assert first == [c.text for c in gen.Writer(records().base, 7).cases()]
