"""The claims of the base, read as sentences: what it upholds is not marked, what it rejects is."""

from __future__ import annotations

import pytest

from statements.decisions.drafted import records, verdict

UPHELD = {"supported", "imprecise", "unchecked"}
MARKED = {"contradicted", "outdated", "unsourced"}
ABOUT_STATUS = {"status", "approval", "designation", "schedule", "availability"}
PASSED_OVER = {
    "Lykos is still weighing how to answer the FDA.",
    "Psilocybin is close behind MDMA on the way to approval.",
}
"""Too loosely worded to be held against a dated decision."""


def claims():
    return records().base.claims


@pytest.mark.parametrize(
    "text", [c.statement for c in claims() if c.verdict in UPHELD], ids=lambda t: t[:40]
)
def test_what_is_upheld_is_not_marked(text):
    assert verdict(text) not in MARKED


@pytest.mark.parametrize(
    "text", [c.correction for c in claims() if c.correction], ids=lambda t: t[:40]
)
def test_corrections_are_not_marked(text):
    assert verdict(text) not in MARKED


@pytest.mark.parametrize(
    "text",
    [
        c.statement
        for c in claims()
        if c.verdict in {"refuted", "outdated"} and c.kind in ABOUT_STATUS
    ],
    ids=lambda t: t[:40],
)
def test_what_was_overtaken_is_marked(text):
    assert (verdict(text) in MARKED) != (text in PASSED_OVER)
