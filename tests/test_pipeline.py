"""The program on one page: entries, look-ups, findings, and what the run rests on."""

import json
from dataclasses import replace
from datetime import date

import pytest

from claimcheck import pipeline
from claimcheck.load import load_text
from claimcheck.policy import Policy
from claimcheck.sources.lock import LockSource
from claimcheck.sources.lockfile import parse_lock

POLICY = Policy(today=date(2026, 11, 21))
WHEN = {"checked_at": "2026-11-20T10:00:00Z"}

BASE = """
articles:
- {id: page, title: A page}
references:
- id: one
  title: Sleep and memory in young adults
  type: article-journal
  author: [{family: Smith, given: Ann}]
  issued: {date-parts: [[2020]]}
  DOI: 10.1000/one
  as_printed:
  - article: page
    DOI: 10.1000/typo
    waivers: [{rule: unregistered-doi, reason: printed so}]
- {id: again, title: The same, DOI: "https://doi.org/10.1000/ONE"}
- {id: book, title: A book, type: book}
claims:
- id: a
  statement: Ten took part.
  kind: size
  verdict: supported
  sources: [{ref: one}, {ref: book}]
"""
WORK = {
    "DOI": "10.1000/one",
    "title": ["Sleep and memory in young adults"],
    "author": [{"family": "Smith", "given": "Ann"}],
    "issued": "2020",
    "via": "crossref",
    **WHEN,
}
TYPO = {"DOI": "10.1000/typo", "missing": ["crossref", "doi.org"], **WHEN}


def locked(*works):
    """A source that knows these works only."""
    return LockSource(parse_lock(json.dumps({"version": 1, "works": works}), "claimcheck.lock"))


def checked(text, source, policy=POLICY):
    base = load_text(text, "base.yaml")
    wanted = pipeline.entries(base)
    verified = pipeline.verify(wanted, pipeline.look_up(wanted, source))
    return pipeline.check(base, verified, policy)


def states(report):
    return {row.id: (row.state, row.via) for row in report.references}


def test_printed_forms_are_entries_of_their_own():
    wanted = pipeline.entries(load_text(BASE))
    assert [entry.key for entry in wanted] == ["one", "one@page", "again", "book"]
    assert [entry.reference.doi for entry in wanted][1] == "10.1000/typo"
    assert wanted[1].reference.title == wanted[0].reference.title


def test_each_doi_is_asked_for_once():
    assert pipeline.dois(pipeline.entries(load_text(BASE))) == ("10.1000/one", "10.1000/typo")


def test_an_entry_stands_where_its_doi_stands():
    text = BASE.splitlines()
    printed = pipeline.entries(load_text(BASE))[1].where("DOI")
    assert "10.1000/typo" in text[printed.line - 1]
    bare = pipeline.entries(load_text(BASE))[3].where("DOI")
    assert "id: book" in text[bare.line - 1]


def test_every_reference_has_a_state_and_says_where_it_comes_from():
    report = checked(BASE, locked(WORK, TYPO))
    assert states(report) == {
        "one": ("verified", "lock"),
        "one@page": ("unregistered", "lock"),
        "again": ("wrong_work", "lock"),
        "book": ("unchecked", None),
    }
    assert {row.checked_at for row in report.references[:3]} == {"2026-11-20T10:00:00+00:00"}


def test_the_waiver_of_a_printed_form_covers_it_alone():
    report = checked(BASE, locked(WORK, TYPO))
    [waived] = [f for f in report.findings if f.name == "unregistered-doi"]
    assert waived.suppressed == "waived: printed so"
    assert waived.problem.reference == "one@page"


def test_what_nobody_answers_is_a_gap_for_each_entry():
    report = checked(BASE, locked())
    gaps = [f.problem.reference for f in report.findings if f.is_gap]
    assert gaps == ["one", "one@page", "again"]
    assert report.unchecked == 3


def test_a_claim_is_lost_only_with_all_of_its_sources():
    missing = {"DOI": "10.1000/one", "missing": ["crossref"], **WHEN}
    assert not [f for f in checked(BASE, locked(missing, TYPO)).findings if f.code == "CLM005"]
    alone = BASE.replace("[{ref: one}, {ref: book}]", "[{ref: one}]")
    [lost] = [f for f in checked(alone, locked(missing, TYPO)).findings if f.code == "CLM005"]
    assert lost.problem.claim == "a"


def test_a_waiver_of_a_rule_that_is_none_is_found():
    text = BASE.replace("rule: unregistered-doi", "rule: unregistred-doi")
    [unknown] = [f for f in checked(text, locked(WORK, TYPO)).findings if f.name == "unknown-id"]
    assert "did you mean `unregistered-doi`?" in unknown.problem.message


@pytest.mark.parametrize(
    ("statuses", "together"),
    [((0, 0), 0), ((0, 3), 3), ((3, 1), 1), ((1, 0), 1), ((3, 0, 1), 1)],
)
def test_reports_together_have_the_gravest_status(statuses, together):
    report = checked(BASE, locked(WORK, TYPO))
    merged = pipeline.merge([replace(report, exit=status) for status in statuses])
    assert merged.exit == together
    assert len(merged.references) == 4 * len(statuses)


def notes(*works):
    wanted = pipeline.entries(load_text(BASE))
    answers = list(pipeline.look_up(wanted, locked(*works)))
    report = checked(BASE, locked(*works))
    return pipeline.notes(report.references, answers)


def test_notes_say_what_was_not_looked_up_and_what_rests_on_the_lock():
    assert notes() == ("1 reference has no DOI and could not be looked up.",)
    [_, rests] = notes(WORK, TYPO)
    assert rests == "2 records rest on the lock (oldest of 2026-11-20), not on Crossref."


def test_notes_say_what_was_transcribed():
    transcribed = {k: v for k, v in WORK.items() if k != "via"} | {"origin": "a list"}
    [_, rests, origin] = notes(transcribed)
    assert rests.startswith("1 record rests")
    assert origin.startswith("It was transcribed from elsewhere")
    assert notes(transcribed, TYPO)[2].startswith("1 of them was transcribed")
