"""Whether web pages are there."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.model.evidence import Gone, Reachable, Unavailable


def test_a_page_that_answers_is_reachable(standin: Any, online: Any):
    url = f"{standin.crossref_url}/works?rows=0"
    assert isinstance(online().reachable(url), Reachable)
    assert [request.method for request in standin.requests] == ["HEAD"]


def test_a_page_is_gone_when_its_server_says_so_twice(standin: Any, online: Any):
    answer = online().reachable(f"{standin.doi_url}/10.5555/no.such.work")
    assert isinstance(answer, Gone)
    assert answer.status == 404
    assert [request.method for request in standin.requests] == ["HEAD", "GET"]


def test_a_server_that_refuses_head_is_asked_again(standin: Any, online: Any):
    standin.faults.add("403", service="crossref", first=1)
    assert isinstance(online().reachable(f"{standin.crossref_url}/works?rows=0"), Reachable)


def test_redirects_are_followed(standin: Any, online: Any):
    url = f"{standin.clinicaltrials_url}/api/v2/studies/NCT00000101"
    assert isinstance(online().reachable(url), Reachable)


@pytest.mark.parametrize("kind", ["403", "429", "500", "503", "hang", "reset"])
def test_trouble_is_no_verdict_on_a_page(kind: str, standin: Any, online: Any):
    standin.faults.add(kind, service="crossref")
    source = online(timeout=0.3)
    answer = source.reachable(f"{standin.crossref_url}/works/10.5555/no.such.work")
    assert isinstance(answer, Unavailable)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("mailto:a@example.org", "only http and https"),
        ("http://[", "only http and https"),
        ("//example.org", "only http and https"),
        ("http://nowhere.invalid/", "could not be resolved"),
        ("http://127.0.0.1:1/", "could not be reached"),
        ("http://exa mple.org/\ud800", "could not be asked"),
        ("http://" + "a" * 300 + ".org/", "could not be"),
    ],
)
def test_what_is_no_page_could_not_be_checked(url: str, reason: str, online: Any):
    answer = online().reachable(url)
    assert isinstance(answer, Unavailable)
    assert reason in answer.reason


def test_hosts_that_were_asked_are_named(standin: Any, online: Any):
    source = online()
    source.reachable(f"{standin.crossref_url}/works?rows=0")
    assert source.services() == ("127.0.0.1",)
