"""Which findings count, at which severity, and what a run adds up to."""

from datetime import date

import pytest

from claimcheck.baseline import Baseline
from claimcheck.errors import UsageError
from claimcheck.model.claims import Waiver
from claimcheck.model.dates import PartialDate
from claimcheck.model.findings import Problem, Severity
from claimcheck.model.place import Location
from claimcheck.policy import Exit, Policy, add_up, check_word, with_gaps
from claimcheck.rules import ASKING, all_rules

TODAY = date(2026, 11, 21)
RULES = {rule.name: rule for rule in all_rules()}


def policy(**settings):
    return Policy(today=TODAY, **settings)


def stamped(judge, name="stale-claim", **fields):
    """What a policy makes of one problem of a rule."""
    where = fields.pop("where", Location("claims.yaml", 3, 1))
    problem = Problem(where=where, message=fields.pop("message", "m"), **fields)
    return list(judge.stamp(RULES[name], [problem]))


def wanted(**settings):
    return {name for name, rule in RULES.items() if policy(**settings).wants(rule)}


def test_all_rules_run_unless_something_is_said():
    assert wanted() == set(RULES)
    assert wanted(ignore=("ALL",)) == set()


@pytest.mark.parametrize(
    ("settings", "runs", "rests"),
    [
        ({"select": ("CLM",)}, "stale-claim", "retracted"),
        ({"select": ("clm010",)}, "stale-claim", "duplicate-id"),
        ({"select": ("stale-claim",)}, "stale-claim", "duplicate-id"),
        ({"ignore": ("CLM010",)}, "duplicate-id", "stale-claim"),
        ({"select": ("CLM",), "ignore": ("stale-claim",)}, "duplicate-id", "stale-claim"),
        ({"select": ("stale-claim",), "ignore": ("CLM",)}, "stale-claim", "duplicate-id"),
        ({"select": ("CLM01",), "ignore": ("CLM0",)}, "stale-claim", "duplicate-id"),
        ({"select": ("ALL",), "ignore": ("REF",)}, "stale-claim", "retracted"),
    ],
)
def test_the_more_exact_word_wins(settings, runs, rests):
    assert runs in wanted(**settings)
    assert rests not in wanted(**settings)


def test_a_rule_that_was_not_asked_for_says_nothing():
    assert stamped(policy(select=("REF",))) == []


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ({}, Severity.WARNING),
        ({"stale-claim": Severity.ERROR}, Severity.ERROR),
        ({"CLM": Severity.INFO}, Severity.INFO),
        ({"CLM": Severity.INFO, "CLM010": Severity.ERROR}, Severity.ERROR),
        ({"REF": Severity.INFO, "": Severity.INFO}, Severity.WARNING),
    ],
)
def test_severities_by_rule(severities, expected):
    [finding] = stamped(policy(severities=severities))
    assert finding.severity is expected


def test_a_severity_that_was_asked_for_wins_over_the_problems_own():
    [finding] = stamped(policy(), severity=Severity.INFO)
    assert finding.severity is Severity.INFO
    [finding] = stamped(policy(severities={"ALL": Severity.ERROR}), severity=Severity.INFO)
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("rule", "until", "covered"),
    [
        ("stale-claim", None, True),
        ("CLM010", None, True),
        ("stale-claim", "2026-11-21", True),
        ("stale-claim", "2026-11", True),
        ("stale-claim", "2026-11-20", False),
        ("CLM", None, False),
        ("duplicate-id", None, False),
    ],
)
def test_a_waiver_covers_its_rule_until_its_last_day(rule, until, covered):
    waiver = Waiver(rule=rule, reason="known", until=until and PartialDate.parse(until))
    [finding] = stamped(policy(), waivers=(waiver,))
    assert (finding.suppressed is not None) is covered
    assert not covered or finding.suppressed == "waived: known"
    [bare] = stamped(policy(suppressions=False), waivers=(waiver,))
    assert bare.suppressed is None


def test_a_baseline_never_covers_a_gap():
    rows = frozenset({("claims.yaml", code, "m", "") for code in ("CLM010", "REF014")})
    judge = policy(baseline=Baseline("", rows))
    [stale], [gap] = stamped(judge), stamped(judge, "could-not-check")
    assert stale.suppressed == "in the baseline"
    assert gap.suppressed is None


STALE, GAP, LOST = "stale-claim", "could-not-check", "unsourced-claim"


@pytest.mark.parametrize(
    ("names", "settings", "expected"),
    [
        ([], {}, Exit.OK),
        ([STALE], {}, Exit.FINDINGS),
        ([STALE], {"fail_on": Severity.ERROR}, Exit.OK),
        ([STALE, LOST], {"fail_on": Severity.ERROR}, Exit.FINDINGS),
        ([STALE], {"fail_on": None}, Exit.OK),
        ([GAP], {}, Exit.UNCHECKED),
        ([GAP], {"fail_on": None}, Exit.UNCHECKED),
        ([GAP], {"fail_on": Severity.ERROR}, Exit.UNCHECKED),
        ([GAP, STALE], {}, Exit.FINDINGS),
        ([GAP, STALE], {"fail_on": Severity.ERROR}, Exit.UNCHECKED),
        ([GAP], {"severities": {GAP: Severity.ERROR}}, Exit.UNCHECKED),
        ([GAP], {"severities": {GAP: Severity.INFO}}, Exit.UNCHECKED),
        ([GAP], {"ignore": (GAP,)}, Exit.OK),
        ([GAP, LOST], {"exit_zero": True}, Exit.OK),
    ],
)
def test_exit_statuses(names, settings, expected):
    judge = policy(**settings)
    report = add_up("check", [f for name in names for f in stamped(judge, name)], judge)
    assert report.exit == expected
    assert report.unchecked == sum(f.is_gap for f in report.findings)


def test_findings_stand_in_the_order_of_their_places_and_each_once():
    places = [("b.yaml", 1), ("a.yaml", 10), ("a.yaml", 9), ("a.yaml", 10)]
    judge = policy()
    found = [f for path, line in places for f in stamped(judge, where=Location(path, line, 1))]
    report = add_up("check", found, judge)
    assert [(f.where.path, f.where.line) for f in report.findings] == [
        ("a.yaml", 9),
        ("a.yaml", 10),
        ("b.yaml", 1),
    ]


@pytest.mark.parametrize("word", ["", "CML", "stale", "CLM099", "x" * 200])
def test_a_word_that_means_no_rule_is_refused(word):
    with pytest.raises(UsageError, match="--select: no rule is called") as caught:
        check_word(word, tuple(all_rules()), "--select")
    assert len(str(caught.value)) < 160


@pytest.mark.parametrize("word", ["all", "C", "clm", "CLM01", "clm010", "Stale-Claim"])
def test_codes_prefixes_and_names_mean_rules_in_any_case(word):
    check_word(word, tuple(all_rules()), "--select")
    assert "stale-claim" in wanted(select=(word,))


@pytest.mark.parametrize("word", ["REF", "retracted", "CLM006", "CLM", "unresolvable-source"])
def test_a_selection_that_rests_on_answers_has_their_gaps(word):
    assert GAP in wanted(select=with_gaps((word,), ASKING))
    assert GAP not in wanted(select=with_gaps((word,), ASKING), ignore=(GAP,))


@pytest.mark.parametrize("word", ["duplicate-id", "malformed-doi", "DFT", "CLM01"])
def test_a_selection_that_needs_no_answer_has_no_gaps(word):
    assert GAP not in wanted(select=with_gaps((word,), ASKING))
