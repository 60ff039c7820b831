"""Which claims a search finds, and how they are shown."""

import json

import pytest

from claimcheck.catalogue.cards import render_cards
from claimcheck.catalogue.claim_columns import DEFAULT, PRECEDENCE, claim_columns
from claimcheck.catalogue.claims import (
    WantedClaims,
    find_claim,
    nearest_words,
    select_claims,
    sources_to_cite,
)
from claimcheck.catalogue.record import claim_record
from claimcheck.errors import UsageError
from claimcheck.reports.style import Style


def found(base, **wanted):
    return [claim.id for claim in select_claims(base, WantedClaims(**wanted))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("alphine", ["size-claim", "cure-claim"]),
        ("ALPHINE cough", ["cure-claim", "size-claim"]),
        ("root", ["size-claim", "cure-claim"]),
        ("alpha root", ["size-claim", "cure-claim"]),
        ("btn", ["fever-claim"]),
        ("fevers", ["fever-claim"]),
        ("40", ["size-claim"]),
        ("randomis", ["size-claim"]),
        ("Half responded", ["cure-claim"]),
        ("forty people", ["size-claim"]),
        ('"forty people"', ["size-claim"]),
        ('"people forty"', []),
        ("smith", ["cure-claim", "size-claim"]),
        ("alphine fever", []),
        ("…", ["size-claim", "cure-claim", "fever-claim"]),
    ],
)
def test_full_text(base, text, ids):
    assert sorted(found(base, text=text)) == sorted(ids)


def test_a_statement_that_holds_the_words_comes_before_a_note_that_does(base):
    assert found(base, text="cures alphine") == ["cure-claim"]
    assert found(base, text="cough")[0] == "cure-claim"


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"compound": "root medicine"}, ["size-claim", "cure-claim", "fever-claim"]),
        ({"indication": "fever"}, ["fever-claim"]),
        ({"article": "essay"}, ["size-claim", "cure-claim"]),
        ({"article": "on roots"}, ["size-claim", "cure-claim"]),
        ({"kind": "size,result"}, ["size-claim", "cure-claim"]),
        ({"verdict": "refuted"}, ["cure-claim", "fever-claim"]),
        ({"trial": "A1"}, ["size-claim"]),
        ({"source": "10.1000/cough.1"}, ["size-claim", "cure-claim"]),
        ({"source": "https://doi.org/10.1000/COUGH.1"}, ["size-claim", "cure-claim"]),
        ({"source": "acme-2024"}, ["fever-claim"]),
        ({"compound": "alphine", "verdict": "refuted", "text": "cough"}, ["cure-claim"]),
    ],
)
def test_filters(base, wanted, ids):
    assert found(base, **wanted) == ids


@pytest.mark.parametrize(
    "wanted",
    [{"kind": "sizes of"}, {"verdict": "true"}, {"article": "novel"}, {"trial": "zz"},
     {"source": "10.1/none"}, {"compound": "zz"}],
)  # fmt: skip
def test_what_means_nothing_is_refused(base, wanted):
    with pytest.raises(UsageError):
        found(base, **wanted)


def test_words_that_stand_nowhere_are_told_with_the_nearest(base):
    assert nearest_words(base, "alphyne cough") == {"alphyne": ["alphine"]}
    assert nearest_words(base, "cures xyzzy") == {}


def test_a_claim_by_its_id(base):
    assert find_claim(base, "cure-claim").id == "cure-claim"
    with pytest.raises(UsageError, match="did you mean cure-claim"):
        find_claim(base, "cure-clam")


def test_a_short_card(base, names):
    card = render_cards(
        [base.claim["cure-claim"]], base, names, Style(width=80), whole=False, cite=False
    )
    assert card.splitlines() == [
        "refuted      Alphine cures every cough.",
        "  instead    Half responded.",
        "  source     Smith 2020 RETRACTED 10.1000/cough.1 (contradicts)",
        "  said in    An essay on roots: “cures”",
        "  id         cure-claim",
    ]


def test_a_whole_card_with_citations(base, names):
    card = render_cards(
        [base.claim["size-claim"]], base, names, Style(width=200), whole=True, cite=True
    )
    assert "  about      alphine, chronic cough, alpha-1" in card
    assert "  figure     40 people" in card
    assert "  Markdown   [Smith 2020](https://doi.org/10.1000/cough.1)" in card
    assert "  pandoc     [@smith-2020]" in card
    assert "  stands in  base.yaml:" in card


@pytest.mark.parametrize("width", [20, 40, 80])
def test_cards_wrap(base, names, width):
    card = render_cards(base.claims, base, names, Style(width=width), whole=True, cite=True)
    assert max(map(len, card.splitlines())) <= max(width, 33)


def test_what_bears_on_the_verdict_is_cited(base):
    assert sources_to_cite(base.claim["cure-claim"]) == ("smith-2020",)


def test_the_record_tells_sources_and_places(base, names):
    record = claim_record(base.claim["size-claim"], base, names)
    assert json.loads(json.dumps(record)) == record
    assert record["sources"][0] | {"at": "table 1", "state": "retracted"} == record["sources"][0]
    assert record["said"][0]["title"] == "An essay on roots"


def test_columns(base, names):
    known = claim_columns(base, names)
    assert set(DEFAULT) == set(PRECEDENCE) <= set(known)
    cells = {key: column.text(base.claim["size-claim"]) for key, column in known.items()}
    assert cells["said"] == "An essay on roots, Trials: “forty people”"
    assert cells["source"] == "Smith 2020 RETRACTED 10.1000/cough.1, table 1"
    assert (cells["compound"], cells["indication"]) == ("alphine", "CC")
