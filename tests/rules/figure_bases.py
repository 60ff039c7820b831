"""Bases out of a few fields, for the tests of rules on figures."""

from claimcheck.load import load_text

VOCABULARY = """
outcomes:
- {id: response, name: response, proportion: true}
- {id: remission, name: remission, proportion: true, implies: [response]}
- {id: score-change, name: change of score}
schedules:
- {id: schedule-i, name: Schedule I, synonyms: [Schedule 1]}
- {id: schedule-iii, name: Schedule III, synonyms: [Schedule 3]}
"""


def trial(fields):
    lines = "".join(f"\n  {line}" for line in fields.strip().splitlines())
    return f"trials:\n- id: t\n  name: Trial T\n  compound: c\n  indication: i{lines}\n"


def problems(rule, text):
    base = load_text(text)
    assert base.problems == ()
    return list(rule.check(base))


def claim(quantity, *, kind="rate", verdict="supported", subject="{}", ident="a", statement="S."):
    return f"""
- id: {ident}
  statement: "{statement}"
  kind: {kind}
  verdict: {verdict}
  subject: {subject}
  quantity: "{quantity}"
"""


RECORD = trial("""
phase: 2b
sites: 22
country_count: 10
sessions: 1
sizes: {planned: 216, randomised: 233, dosed: 233, analysed: 230}
arms:
- {id: high, name: 25 mg, aliases: [25 mg group], dose: 25 mg, n: 79}
- {id: low, name: 1 mg, dose: 1 mg, n: 79}
dates: {published: 2022-11}
outcomes:
- {outcome: response, scale: s, arm: high, timepoint: week 3, count: 29, of: 79, percent: 37}
- {outcome: response, scale: s, arm: low, timepoint: week 3, count: 14, of: 79, percent: 18}
- {outcome: remission, scale: s, arm: high, timepoint: week 3, percent: 29}
- {outcome: response, scale: s, arm: high, timepoint: week 12, percent: 20}
- outcome: score-change
  scale: s
  arm: high
  versus: low
  timepoint: week 3
  value: -6.6
  unit: points
  ci: [-10.2, -2.9]
  p: "<0.001"
""")
