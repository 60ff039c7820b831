"""Searching Crossref by what a citation says."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.model.evidence import Unavailable

CITATION = (
    "Griffiths RR, Johnson MW. Psilocybin produces substantial and sustained decreases in"
    " depression and anxiety in patients with life-threatening cancer. J Psychopharmacol 2016"
)


def test_hits_come_by_their_scores(online: Any):
    hits = online().search(CITATION, rows=5)
    assert len(hits) == 5
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_hits_have_what_matching_needs(online: Any):
    hits = online().search(CITATION)
    (wanted,) = (hit for hit in hits if hit.doi == "10.1177/0269881116675513")
    assert (wanted.volume, wanted.page, wanted.type) == ("30", "1181-1197", "journal-article")
    assert wanted.authors[0].family == "Griffiths"


@pytest.mark.parametrize("text", ["", "  ", "?!", "…"])
def test_nothing_to_look_for_finds_nothing(text: str, standin: Any, online: Any):
    assert online().search(text) == ()
    assert standin.requests == []


@pytest.mark.parametrize(
    "text", ["a&b=c#d+e%20f", "Flöysand å 日本語", "x\ud800y", "word " * 5000, "é" * 5000]
)
def test_any_text_can_be_looked_for(text: str, standin: Any, online: Any):
    assert isinstance(online().search(text, rows=2), tuple)
    assert all(len(request.target) <= 4_100 for request in standin.requests)


@pytest.mark.parametrize("kind", ["429", "503", "html", "empty", "odd-json", "cut", "hang"])
def test_trouble_is_not_finding_nothing(kind: str, standin: Any, online: Any):
    standin.faults.add(kind)
    assert isinstance(online(timeout=0.3, attempts=1).search(CITATION), Unavailable)
