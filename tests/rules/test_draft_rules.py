"""Every rule over drafts fires on its own example and is quiet on its counter-example."""

from datetime import date
from pathlib import Path

import pytest

from claimcheck.drafts import read_draft
from claimcheck.linting import lint
from claimcheck.load import load_base
from claimcheck.policy import Policy
from claimcheck.rules.drafts import DRAFT_RULES, REMARKS, unused_suppression
from claimcheck.rules.manual import read_page
from claimcheck.statements.records import Records

POLICY = Policy(today=date(2026, 11, 21))


@pytest.fixture(scope="module")
def records():
    return Records(load_base(Path(__file__).parents[2] / "data"))


def names(text, records):
    document = read_draft("draft.md", text.encode(), "draft.md")
    linted = lint(document, records, POLICY, (*DRAFT_RULES, *REMARKS))
    return [f.name for f in linted.findings if f.suppressed is None]


@pytest.mark.parametrize("rule", [*DRAFT_RULES, *REMARKS, unused_suppression], ids=lambda r: r.name)
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


def test_suppressions_can_be_switched_off(records):
    text = f'<!-- claimcheck: ignore[contradicted] reason="old figure" -->\n\n{WRONG}\n'
    document = read_draft("draft.md", text.encode(), "draft.md")
    policy = Policy(today=date(2026, 11, 21), suppressions=False)
    linted = lint(document, records, policy, DRAFT_RULES)
    assert [(f.name, f.suppressed) for f in linted.findings] == [("contradicted", None)]


def test_a_suppression_covers_the_next_block_only(records):
    comment = '<!-- claimcheck: ignore[contradicted] reason="old figure" -->'
    assert names(f"{comment}\n\n{WRONG}\n\n{WRONG}\n", records) == ["contradicted"]


@pytest.mark.parametrize("text", [f"> {WRONG}", f"“{WRONG}”"])
def test_what_is_quoted_counts_one_level_lower(text, records):
    document = read_draft("draft.md", text.encode(), "draft.md")
    [finding] = lint(document, records, POLICY, DRAFT_RULES).findings
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
