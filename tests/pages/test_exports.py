"""Claims and sources for other programs."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimcheck.catalogue.standing import Standing
from claimcheck.load import load_text
from claimcheck.model.claims import Waiver
from claimcheck.model.dates import PartialDate
from claimcheck.pages.content import Content
from claimcheck.pages.exports import claim_reviews, claims_csv, sources_csl
from claimcheck.pages.report import link, render_report

BASE = Path(__file__).parents[1] / "catalogue/base.yaml"
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def base():
    return load_text(BASE.read_text(encoding="utf-8"))


@pytest.fixture
def content(base):
    standing = {
        "smith-2020": Standing("retracted", "lock", "2026-11-20T00:00:00Z", None, transcribed=True),
        "acme-2024": Standing("unchecked", reason="it has no DOI"),
    }
    return Content(base, standing, TODAY)


def test_claim_reviews(content):
    whole = json.loads(claim_reviews(content, "A Journal", "https://example.org/report.html"))
    assert whole["@context"] == "https://schema.org"
    reviews = {review["@id"].partition("#claim-")[2]: review for review in whole["@graph"]}
    assert set(reviews) == {"size-claim", "cure-claim", "fever-claim"}
    cure = reviews["cure-claim"]
    assert cure["url"] == "https://example.org/report.html#claim-cure-claim"
    assert cure["claimReviewed"] == "Alphine cures every cough."
    assert cure["author"] == {"@type": "Organization", "name": "A Journal"}
    rating = cure["reviewRating"]
    assert (rating["ratingValue"], rating["alternateName"]) == (1, "refuted")
    assert cure["itemReviewed"]["appearance"][0]["name"] == "An essay on roots"
    assert cure["citation"][0]["identifier"] == "10.1000/cough.1"
    assert cure["reviewBody"] == "Half responded."


def test_an_unchecked_claim_gets_no_rating(base, content):
    claims = tuple(replace(claim, verdict="unchecked") for claim in base.claims)
    empty = Content(replace(base, claims=claims), {}, TODAY)
    assert json.loads(claim_reviews(empty, "X", None))["@graph"] == []


def test_sources_and_claims(content, base):
    assert [work["id"] for work in json.loads(sources_csl(content))] == [
        work.id for work in base.references
    ]
    rows = list(csv.DictReader(io.StringIO(claims_csv(content))))
    assert [row["id"] for row in rows] == [claim.id for claim in base.claims]
    assert rows[0]["state"] == "retracted"


def test_the_page_counts_and_says_what_could_not_be_checked(content):
    page = render_report(content, "Roots & coughs")
    assert "<title>Roots &amp; coughs</title>" in page
    assert "Smith 2020 RETRACTED" in page
    assert "it has no DOI" in page
    assert "1 of the records were transcribed" in page
    assert {work.id for work in content.unchecked_works} == {"acme-2024", "old-1999"}
    assert [(choice.value, choice.count) for choice in content.verdicts] == [
        ("supported", 1),
        ("refuted", 2),
    ]


def test_what_is_due_and_what_is_waived_is_listed(base):
    waiver = Waiver(rule="unsourced-claim", reason="common knowledge")
    lapsed = replace(waiver, until=PartialDate.parse("2020"))
    due = replace(base.claims[0], review_by=PartialDate.parse("2026-11-20"), waivers=(waiver,))
    fine = replace(base.claims[1], review_by=PartialDate.parse("2026-11-21"), waivers=(lapsed,))
    content = Content(replace(base, claims=(due, fine)), {}, TODAY)
    assert ([c.id for c in content.overdue], [c.id for c in content.waived]) == ([due.id], [due.id])
    page = render_report(content, "Roots")
    assert "1 claims should have been reviewed by now" in page
    assert "unsourced-claim waived: common knowledge" in page


def test_what_a_retracted_source_stands_with_is_one_click_away(content):
    assert content.resting_on("smith-2020") == [
        "claim-size-claim",
        "claim-cure-claim",
        "trial-alpha-1",
    ]
    page = render_report(content, "Roots")
    assert 'Stands with <a href="#claim-size-claim">claim size-claim</a>, ' in page


def test_sizes_stand_by_compound_on_one_scale(content):
    assert [(name, [bar.trial for bar in bars]) for name, bars in content.sizes] == [
        ("ALF-100", ["alpha-2"]),
        ("BTN", ["beta-1"]),
        ("alphine", ["alpha-1"]),
    ]
    assert content.scale == 300


def test_other_names_serve_the_search_and_break_no_markup(base):
    nasty = replace(base.vocabulary.compounds[0], synonyms=("</script><b>",))
    terms = (nasty, *base.vocabulary.compounds[1:])
    changed = replace(base, vocabulary=replace(base.vocabulary, compounds=terms))
    content = Content(changed, {}, TODAY)
    assert set(content.other_names) == {"alphine", "alphine-one", "betane"}
    assert "</script><b>" not in render_report(content, "Roots")


def test_nothing_from_the_base_becomes_markup(base):
    nasty = "<script>alert(1)</script>\u202e \"quoted\" & 'so on'"
    claims = tuple(replace(claim, statement=nasty, correction=nasty) for claim in base.claims)
    works = tuple(replace(w, title=nasty, doi=None, url="javascript:x") for w in base.references)
    trials = tuple(replace(trial, name=nasty, note=nasty) for trial in base.trials)
    changed = replace(base, claims=claims, references=works, trials=trials)
    page = render_report(Content(changed, {}, TODAY), nasty)
    assert page.count("<script>") == 1
    assert "javascript:" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_an_empty_base_makes_a_page_too():
    page = render_report(Content(load_text("claims: []\n"), {}, TODAY), "Nothing")
    assert "<strong>0</strong> claims" in page
    assert "Nothing: every source and every claim was checked." in page


def test_links(base):
    work = base.references[0]
    assert link(work) == "https://doi.org/10.1000/cough.1"
    assert link(replace(work, doi=None, url="https://example.org/a")) == "https://example.org/a"
    assert link(replace(work, doi=None, url="javascript:alert(1)")) is None
    assert link(replace(work, doi="10.1/a<b>")) == "https://doi.org/10.1/a%3Cb%3E"
