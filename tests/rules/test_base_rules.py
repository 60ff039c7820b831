"""Every rule over the base fires on its own example, and is quiet on its own counter-example."""

from datetime import date

import pytest
import yaml

from claimcheck.load import load_text
from claimcheck.rules import BASE_RULES, DATED_RULES, EVIDENCE_RULES
from claimcheck.rules.manual import read_page

TODAY = date(2026, 11, 21)


def problems(rule, text):
    """What a rule says of an example; `states:` in it are the states of references."""
    states = yaml.load(text, Loader=yaml.BaseLoader).pop("states", {})
    base = load_text("\n".join(line for line in text.splitlines() if not line.startswith("states")))
    if rule in DATED_RULES:
        return list(rule.check(base, TODAY))
    return list(rule.check(base, states) if rule in EVIDENCE_RULES else rule.check(base))


@pytest.mark.parametrize(
    "rule", [*BASE_RULES, *DATED_RULES, *EVIDENCE_RULES], ids=lambda rule: rule.name
)
def test_examples(rule):
    page = read_page(rule.manual)
    fired = problems(rule, page.fires)
    assert fired, f"{rule.name} is silent on the example that should fire"
    assert all(p.message and p.where.line > 0 for p in fired)
    assert problems(rule, page.quiet) == []


def only(rule_name, text):
    rule = next(r for r in [*BASE_RULES, *DATED_RULES, *EVIDENCE_RULES] if r.name == rule_name)
    return problems(rule, text)


def test_a_context_source_does_not_source_a_claim():
    text = """
claims:
- id: a
  statement: S.
  kind: size
  verdict: supported
  sources: [{ref: r, stance: context}]
"""
    [problem] = only("unsourced-claim", text)
    assert "only context" in problem.message
    assert (problem.where.line, problem.where.column) == (3, 7)


def test_unknown_id_points_at_the_id_and_names_the_nearest():
    text = """
vocabulary: ignored
claims:
- id: a
  statement: S.
  kind: size
  verdict: supported
  subject: {compound: psilocibin}
compounds:
- {id: psilocybin, name: psilocybin}
"""
    [problem] = only("unknown-id", text)
    assert problem.where.line == 8
    assert problem.where.column == 23
    assert "did you mean `psilocybin`?" in problem.message


def test_an_unchecked_source_leaves_the_claim_neither_resolvable_nor_lost():
    text = """
claims:
- id: a
  statement: S.
  kind: size
  verdict: supported
  sources: [{ref: lost}, {ref: unknown}]
states: {lost: unregistered, unknown: unchecked}
"""
    assert only("unresolvable-source", text) == []


@pytest.mark.parametrize(
    ("agency", "indication", "expected"),
    [("fda", "ptsd", 1), ("ema", "ptsd", 0), ("fda", "depression", 0)],
)
def test_a_decision_overtakes_only_claims_on_the_same_matter(agency, indication, expected):
    text = f"""
claims:
- id: a
  statement: S.
  kind: approval
  verdict: supported
  subject: {{compound: drug, agency: {agency}, indication: {indication}}}
  as_of: 2024-01-01
events:
- id: e
  date: 2024-08-09
  agency: fda
  jurisdiction: us
  kind: refusal
  compound: drug
  indication: ptsd
  summary: Refused.
"""
    assert len(only("stale-claim", text)) == expected


@pytest.mark.parametrize(
    ("field", "lost"),
    [
        ("sources: [{ref: x}]", True),
        ("said: [{article: x}]", True),
        ("subject: {trial: x}", True),
        ("subject: {event: x}", True),
        ("subject: {compound: x}", False),
        ("subject: {scale: x}", False),
    ],
)
def test_records_must_be_there_and_names_need_no_list(field, lost):
    text = f"""
claims:
- id: a
  statement: S.
  kind: size
  verdict: supported
  {field}
"""
    assert bool(only("unknown-id", text)) is lost


@pytest.mark.parametrize(
    ("verdict", "stances", "message"),
    [
        ("supported", ["contradicts"], "is supported, but no source supports it"),
        ("supported", ["contradicts", "context"], "is supported, but no source supports it"),
        ("refuted", ["supports"], "is refuted, but no source contradicts it"),
        ("supported", ["contradicts", "supports"], None),
        ("imprecise", ["contradicts"], None),
        ("unsupported", ["context"], "has only context"),
    ],
)
def test_a_verdict_needs_a_source_that_bears_it_out(verdict, stances, message):
    sources = ", ".join(f"{{ref: r, stance: {stance}}}" for stance in stances)
    text = f"""
claims:
- id: a
  statement: S.
  kind: size
  verdict: {verdict}
  sources: [{sources}]
"""
    said = [problem.message for problem in only("unsourced-claim", text)]
    assert said == ([f"claim `a` {message}"] if message else [])
