"""A small base of an imaginary field."""

from pathlib import Path

import pytest

from claimcheck.catalogue.names import Names
from claimcheck.catalogue.trial_columns import trial_columns
from claimcheck.load import load_text


@pytest.fixture(scope="session")
def base():
    made = load_text((Path(__file__).parent / "base.yaml").read_text(encoding="utf-8"))
    assert made.problems == ()
    return made


@pytest.fixture
def names(base):
    return Names(base, {"smith-2020": "retracted"})


@pytest.fixture
def columns(base, names):
    return trial_columns(names, base.vocabulary.outcomes)
