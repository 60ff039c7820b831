"""Under every fault of the network: no wrong verdict, no crash, an end after few requests."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.model.evidence import Found, Lookup, Missing, Registered, Unavailable
from standin.faults import KINDS

GOODWIN = "10.1056/nejmoa2206443"
RETRACTED = "10.1007/s00213-019-05249-5"
ALIAS = "10.5555/alias.goodwin-2022"
ARXIV = "10.48550/arxiv.1902.02534"
ELSEWHERE = "10.1393/ncc/i2010-10525-1"
NOWHERE = "10.5555/no.such.work"
ALL = (GOODWIN, RETRACTED, ALIAS, ARXIV, ELSEWHERE, NOWHERE)
MOST = 40
"""Requests; each of them ends by the timeout at the latest."""

HARMLESS = {"slow", "batch-hole", "stale-headers", "no-limit-headers"}
DEADLY = sorted(KINDS - HARMLESS)


@pytest.fixture(autouse=True)
def _generous_limits(standin: Any):
    """These tests are about faults, not about the pace."""
    standin.limits.set(rate=200, concurrency=8)


def patience(kind: str) -> float:
    """Only a service that hangs has to be given up; all else is waited for on a busy machine."""
    return 2.0 if kind == "hang" else 60.0


def is_true(doi: str, answer: Lookup) -> bool:
    """Whether the answer agrees with what the registries hold."""
    match answer:
        case Found(_, record, "crossref"):
            notices = [update.kind for update in record.updates]
            return {
                GOODWIN: record.doi == GOODWIN and not notices,
                ALIAS: record.doi == GOODWIN and not notices,
                RETRACTED: record.doi == RETRACTED and notices == ["retraction"],
            }.get(doi, False)
        case Found(_, record, "datacite"):
            return doi == ARXIV == record.doi
        case Registered(_, agency):
            return doi == ELSEWHERE and agency == "mEDRA"
        case Missing():
            return doi == NOWHERE
    return False


def test_without_faults_everything_is_known(look_up: Any):
    answers = look_up(ALL)
    assert [doi for doi in ALL if not is_true(doi, answers[doi])] == []


@pytest.mark.parametrize("service", ["crossref", "doi", "datacite"])
@pytest.mark.parametrize("kind", DEADLY)
def test_a_service_that_always_fails_never_makes_a_verdict(
    kind: str, service: str, standin: Any, look_up: Any
):
    standin.faults.add(kind, service=service)
    answers = look_up(ALL, timeout=patience(kind), attempts=2)
    assert len(standin.requests) < MOST
    wrong = {
        doi: answer
        for doi, answer in answers.items()
        if not isinstance(answer, Unavailable) and not is_true(doi, answer)
    }
    assert wrong == {}
    open_questions = {doi for doi in ALL if isinstance(answers[doi], Unavailable)}
    needed = {"crossref": set(ALL), "doi": {ARXIV, ELSEWHERE, NOWHERE}, "datacite": {ARXIV}}
    assert open_questions == needed[service]


@pytest.mark.parametrize("kind", sorted(KINDS - {"403", "redirect-loop"}))
def test_trouble_that_passes_is_survived(kind: str, standin: Any, look_up: Any):
    standin.faults.add(kind, service="*", first=1, seconds=0.1, dois=[GOODWIN])
    answers = look_up(ALL, timeout=patience(kind))
    assert {doi: answers[doi] for doi in ALL if not is_true(doi, answers[doi])} == {}


@pytest.mark.parametrize("kind", ["503", "cut", "html", "reset", "truncated-json"])
def test_frequent_trouble_makes_gaps_but_no_verdicts(kind: str, standin: Any, look_up: Any):
    standin.faults.add(kind, service="*", every=2)
    answers = look_up(ALL)
    answered = {doi: a for doi, a in answers.items() if not isinstance(a, Unavailable)}
    assert answered
    assert all(is_true(doi, answer) for doi, answer in answered.items())


@pytest.mark.parametrize("service", ["crossref", "doi", "datacite"])
def test_a_refused_connection_is_no_verdict(service: str, standin: Any, look_up: Any):
    standin.refuse(service)
    answers = look_up(ALL)
    standin.accept(service)
    open_questions = {doi: a for doi, a in answers.items() if isinstance(a, Unavailable)}
    assert open_questions
    assert all("could not be reached" in answer.reason for answer in open_questions.values())
    assert all(is_true(doi, a) for doi, a in answers.items() if doi not in open_questions)


def test_with_the_service_down_nothing_is_known_of_many_dois(standin: Any, look_up: Any):
    standin.refuse("crossref")
    answers = look_up([f"10.5555/number.{number}" for number in range(1000)])
    standin.accept("crossref")
    assert all(isinstance(answer, Unavailable) for answer in answers.values())


@pytest.mark.parametrize("kind", ["503", "429", "html", "reset"])
def test_a_failing_service_is_not_hammered(kind: str, standin: Any, look_up: Any):
    standin.faults.add(kind, service="crossref")
    look_up([f"10.5555/number.{number}" for number in range(1000)], attempts=3)
    assert len(standin.requests) <= 12


def test_a_manual_block_is_respected_at_once(standin: Any, look_up: Any):
    standin.faults.add("403", service="crossref")
    answers = look_up([f"10.5555/number.{number}" for number in range(1000)])
    assert len(standin.requests) <= 4
    assert "refuses our requests (403)" in answers["10.5555/number.0"].reason


def test_retry_after_is_honoured(standin: Any, look_up: Any):
    standin.faults.add("503", service="crossref", first=1, retry_after="2")
    assert is_true(GOODWIN, look_up([GOODWIN])[GOODWIN])
    refused, answered = standin.requests
    assert answered.started - refused.finished >= 2.0


def test_too_long_a_retry_after_is_not_waited_for(standin: Any, look_up: Any):
    standin.faults.add("429", service="crossref", retry_after="3600")
    answer = look_up([GOODWIN])[GOODWIN]
    assert len(standin.requests) == 1
    assert isinstance(answer, Unavailable)
    assert "limits our requests" in answer.reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://nowhere.invalid", "could not be resolved"),
        ("http://127.0.0.1:1", "could not be reached"),
        ("http://[::1]:1", "could not be reached"),
        ("https://127.0.0.1:{port}", "no secure connection"),
        ("http://exa mple.org", None),
    ],
)
def test_wrong_addresses_are_trouble_too(url: str, reason: str | None, standin: Any, look_up: Any):
    port = standin.crossref_url.rpartition(":")[2]
    if reason is None:
        from claimcheck.errors import UsageError

        with pytest.raises(UsageError):
            look_up([GOODWIN], crossref_url=url)
        return
    answer = look_up([GOODWIN], crossref_url=url.format(port=port))[GOODWIN]
    assert isinstance(answer, Unavailable)
    assert reason in answer.reason
