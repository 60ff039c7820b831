"""Every rule over drafts fires on its own example and is quiet on its counter-example."""

from datetime import date
from pathlib import Path

import pytest

from claimcheck.drafts import read_draft
from claimcheck.linting import lint
from claimcheck.load import load_base
from claimcheck.policy import Policy
from claimcheck.rules.drafts import DRAFT_RULES, REMARKS, WITHIN_RULES, unused_suppression
from claimcheck.rules.manual import read_page
from claimcheck.statements.records import Records
from claimcheck.suppressions import settle

POLICY = Policy(today=date(2026, 11, 21))


@pytest.fixture(scope="module")
def records():
    return Records(load_base(Path(__file__).parents[2] / "data"))


def findings(text, records, policy=POLICY, rules=DRAFT_RULES):
    document = read_draft("draft.md", text.encode(), "draft.md")
    return settle(document, lint(document, records, policy, rules).findings, policy)


def names(text, records):
    found = findings(text, records, rules=(*DRAFT_RULES, *REMARKS))
    return [finding.name for finding in found if finding.suppressed is None]


@pytest.mark.parametrize(
    "rule", [*DRAFT_RULES, *WITHIN_RULES, *REMARKS, unused_suppression], ids=lambda r: r.name
)
def test_examples(rule, records):
    page = read_page(rule.manual)
    assert rule.name in names(page.fires, records)
    assert rule.name not in names(page.quiet, records)


WRONG = "COMP001 randomised 323 people."


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ('<!-- claimcheck: ignore[contradicted] reason="old figure" -->', []),
        ('<!-- claimcheck: ignore[DFT001] reason="old figure" -->', []),
        ('<!-- claimcheck: ignore reason="old figure" -->', []),
        ('<!-- claimcheck: ignore-file reason="old figure" -->', []),
        ('<!-- claimcheck: ignore[contradicted] reason="old" until=2099-01-01 -->', []),
        (
            '<!-- claimcheck: ignore[contradicted] reason="old" until=2020-01-01 -->',
            ["unused-suppression", "contradicted"],
        ),
        (
            '<!-- claimcheck: ignore[unsourced] reason="old" -->',
            ["unused-suppression", "contradicted"],
        ),
        ("<!-- claimcheck: ignore[contradicted] -->", ["unused-suppression", "contradicted"]),
        ('<!-- claimcheck: ignroe[x] reason="a" -->', ["unused-suppression", "contradicted"]),
    ],
)
def test_suppressions(comment, expected, records):
    assert sorted(names(f"{comment}\n\n{WRONG}\n", records)) == sorted(expected)


@pytest.mark.parametrize(
    ("comment", "messages"),
    [
        ("ignore[contradicted,outdated]", ["nothing to suppress here for outdated"]),
        ("ignore[outdated,unsourced]", ["nothing to suppress here for outdated, unsourced"]),
        ("ignore[contradited]", ["no rule is called `contradited` (did you mean `contradicted`?)"]),
        ("ignore[contradicted,DFT999]", ["no rule is called `DFT999`"]),
        (
            "ignore[contradicted] until=2026-11-20",
            ["ran out on 2026-11-20, and what it silenced is reported again"],
        ),
        ("ignore[outdated] until=2026-11-20", ["ran out on 2026-11-20"]),
        ("ignore[contradicted] until=2026-11-21", []),
        ("ignore[contradicted] until=2026-11", []),
    ],
)
def test_what_a_suppression_names_in_vain(comment, messages, records):
    found = findings(f'<!-- claimcheck: {comment} reason="old" -->\n\n{WRONG}\n', records)
    said = [f.problem.message for f in found if f.name == "unused-suppression"]
    assert len(said) == len(messages)
    for message, end in zip(said, messages, strict=True):
        assert message.startswith(end) or message.endswith(end)


@pytest.mark.parametrize(
    "policy",
    [
        Policy(today=date(2026, 11, 21), ignore=("contradicted",)),
        Policy(today=date(2026, 11, 21), select=("unsourced", "unused-suppression")),
    ],
)
@pytest.mark.parametrize("comment", ["ignore[contradicted]", "ignore"])
def test_a_rule_that_was_not_run_leaves_no_suppression_unused(comment, policy, records):
    text = f'<!-- claimcheck: {comment} reason="old" -->\n\n{WRONG}\n'
    assert [f.name for f in findings(text, records, policy) if f.suppressed is None] == []


CITING = """
Response was frequent (Smith, 2020; Doe, 2019).

{}

## References

{}
- Smith, A. (2020). Sleep and memory. Sleep Medicine, 12(3), 101–110.
{}
- Roe, J. (2018). Growth of rye. Plant and Soil, 6(1), 1–9.
"""


def test_findings_on_citations_can_be_suppressed(records):
    plain = names(CITING.format("", "", ""), records)
    assert sorted(plain) == ["uncited-reference", "undefined-citation"]
    file = '<!-- claimcheck: ignore-file[undefined-citation] reason="a chapter" -->'
    whole = '<!-- claimcheck: ignore[uncited-reference] reason="further reading" -->'
    assert names(CITING.format(file, whole, ""), records) == []
    inside = '  <!-- claimcheck: ignore[uncited-reference] reason="further reading" -->'
    assert names(CITING.format(file, "", inside), records) == []


def test_a_name_of_the_base_with_a_year_is_no_citation(records):
    text = CITING.format("The vote (Colorado, 2022) and Johnson & Johnson (2019).", "", "")
    assert sorted(names(text, records)) == ["uncited-reference", "undefined-citation"]


def test_suppressions_can_be_switched_off(records):
    text = f'<!-- claimcheck: ignore[contradicted] reason="old figure" -->\n\n{WRONG}\n'
    found = findings(text, records, Policy(today=date(2026, 11, 21), suppressions=False))
    assert [(f.name, f.suppressed) for f in found] == [("contradicted", None)]


def test_a_suppression_covers_the_next_block_only(records):
    comment = '<!-- claimcheck: ignore[contradicted] reason="old figure" -->'
    assert names(f"{comment}\n\n{WRONG}\n\n{WRONG}\n", records) == ["contradicted"]


@pytest.mark.parametrize("text", [f"> {WRONG}", f"“{WRONG}”"])
def test_what_is_quoted_counts_one_level_lower(text, records):
    [finding] = findings(text, records)
    assert str(finding.severity) == "warning"


def test_the_finding_points_at_the_figure(records):
    document = read_draft("draft.md", f"# A\n\nFirst. {WRONG}\n".encode(), "draft.md")
    [finding] = lint(document, records, POLICY, DRAFT_RULES).findings
    where, problem = finding.where, finding.problem
    line = document.source.splitlines()[where.line - 1]
    assert line[where.column - 1 : where.end_column - 1] == "323 people"
    assert problem.text == WRONG
    assert problem.expected == "233 randomised"
    assert problem.trial == "comp001"
    assert problem.reference == "goodwin-2022"
    assert problem.doi == "10.1056/NEJMoa2206443"
    assert problem.suggestion is not None


def test_a_reference_list_is_no_text(records):
    text = (
        "# Title\n\nText.\n\n## References\n\n- Smith, A. (2022). COMP001 randomised 323 people. "
        "Journal of Tests, 1(2), 3–4. https://doi.org/10.5555/1\n"
    )
    assert names(text, records) == []
