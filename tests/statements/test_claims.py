"""A sentence that repeats a judged claim of the base is judged as that claim is."""

from datetime import date

import pytest

from claimcheck.drafts import read_draft
from claimcheck.linting import judge_document
from claimcheck.load import load_base
from claimcheck.statements.records import Records

VOCABULARY = """\
compounds:
- {id: cee, name: Ceeline, synonyms: [cee]}
- {id: dee, name: Deeline}
indications:
- {id: gout, name: gout}
agencies:
- {id: ema, name: EMA}
"""
CLAIMS = """\
articles: [{id: blog, title: A blog}]
claims:
- id: far-better
  statement: Ceeline works far better against gout than colchicine.
  kind: comparison
  subject: {compound: cee, indication: gout}
  said: [{article: blog, phrase: leaves the old standby}, {article: blog, phrase: far better}]
  verdict: refuted
  correction: No trial has compared them.
- id: soon
  statement: Ceeline is close to market launch for gout in Europe.
  kind: status
  subject: {compound: cee, indication: gout}
  verdict: outdated
  as_of: 2025-03-01
  correction: It was withdrawn in 2025.
- id: half
  statement: Ceeline halved the number of gout attacks in 60% of patients within 4 weeks.
  kind: rate
  subject: {compound: cee, indication: gout}
  verdict: supported
  sources: [{ref: kim, stance: supports}, {ref: old, stance: context}]
- id: brisk
  statement: Ceeline works by a brisk washing of the joints.
  kind: mechanism
  subject: {compound: cee}
  verdict: supported
- id: unknown
  statement: Ceeline tastes of aniseed and oranges in gout tablets.
  kind: result
  verdict: unsupported
"""
REFERENCES = """\
references:
- {id: kim, title: Ceeline for gout, type: book}
- {id: old, title: Gout of old, type: book}
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    folder = tmp_path_factory.mktemp("base")
    (folder / "vocabulary.yaml").write_text(VOCABULARY)
    (folder / "claims.yaml").write_text(CLAIMS)
    (folder / "references.yaml").write_text(REFERENCES)
    return Records(load_base(folder))


def judged(text, records):
    """Verdict and claims of each checkable sentence."""
    document = read_draft("draft.md", text.encode(), "draft.md")
    return [
        (one.verdict, one.result().claims)
        for one in judge_document(document, records, date(2026, 11, 1))
    ]


REPEATED = [
    ("Ceeline works far better against gout than colchicine.", "contradicted", "far-better"),
    ("Against gout, cee works far better than colchicine does.", "contradicted", "far-better"),
    ("In Europe, Ceeline is now close to its market launch for gout.", "outdated", "soon"),
    (
        "Within 4 weeks Ceeline halved the number of gout attacks in 60% of the patients.",
        "supported",
        "half",
    ),
    ("# Ceeline for gout\n\nIt works far better than colchicine.", "contradicted", "far-better"),
]


@pytest.mark.parametrize(("text", "verdict", "claim"), REPEATED)
def test_what_repeats_a_claim_is_judged_as_it_is(text, verdict, claim, records):
    assert judged(text, records) == [(verdict, (claim,))]


PHRASED = [
    "For gout, the new pill Ceeline leaves the old standby, colchicine, far behind in 9 of 10.",
    "# Ceeline for gout\n\nIt leaves the old standby, colchicine, far behind and works by day 2.",
]


@pytest.mark.parametrize("text", PHRASED)
def test_a_phrase_of_an_article_tells_its_claim(text, records):
    assert ("contradicted", ("far-better",)) in judged(text, records)


DIFFERENT = [
    "Deeline for gout leaves the old standby colchicine far behind and works better.",
    "Ceeline leaves the old standby of kitchen cleaning behind in 9 of 10 homes with mould.",
    "Deeline works far better against gout than colchicine.",
    "Ceeline does not work far better against gout than colchicine.",
    "Ceeline may work far better against gout than colchicine.",
    "Does Ceeline work far better against gout than colchicine?",
    "Ceeline works far better against gout than colchicine in 12 dogs.",
    "Ceeline works far better in the kitchen, where gout is rare, than the usual cleaning agents.",
    "Ceeline works by a brisk washing of the joints.",
    "Ceeline tastes of aniseed and oranges in gout tablets.",
    "---\ndate: 2024-06-01\n---\n\nCeeline is close to market launch for gout in Europe.",
]


@pytest.mark.parametrize("text", DIFFERENT)
def test_what_says_something_else_is_not(text, records):
    assert [claims for _, claims in judged(text, records) if claims] == []


def test_another_figure_is_no_repetition(records):
    text = "Ceeline halved the number of gout attacks in 80% of patients within 4 weeks."
    assert [claims for _, claims in judged(text, records) if claims] == []


def test_a_supported_sentence_names_the_sources_that_support_the_claim(records):
    text = "Ceeline halved the number of gout attacks in 60% of patients within 4 weeks."
    document = read_draft("draft.md", text.encode(), "draft.md")
    [one] = judge_document(document, records, date(2026, 11, 1))
    assert one.result().references == ("kim",)


def test_an_opinion_on_a_decision_names_the_claim_that_states_its_figure(tmp_path):
    (tmp_path / "vocabulary.yaml").write_text(
        "compounds:\n- {id: cee, name: Ceeline}\nindications:\n- {id: gout, name: gout}\n"
    )
    (tmp_path / "trials.yaml").write_text(
        "trials:\n- {id: t, name: CEE-1, compound: cee, indication: gout, "
        "sizes: {randomised: 30}}\n"
    )
    (tmp_path / "claims.yaml").write_text(
        "claims:\n- {id: thirty, statement: CEE-1 was a trial of thirty., kind: size, "
        "quantity: 30 participants, subject: {trial: t}, verdict: supported}\n"
    )
    records = Records(load_base(tmp_path))
    assert judged("CEE-1 randomised 30 participants.", records) == [("supported", ("thirty",))]
    assert judged("CEE-1 randomised 40 participants.", records) == [("contradicted", ("thirty",))]
