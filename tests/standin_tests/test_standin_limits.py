"""Pools: who falls into which, what they announce, and that they are enforced."""

import threading
import time

import httpx
import pytest

from standin import Refusal

SINGLE = "/works/10.1038/nature14539"
LIST = "/works?rows=1&select=DOI"
AGENT = "Tool/1.0 (https://example.org; mailto:someone@example.org)"
POOL_HEADERS = ("x-api-pool", "x-rate-limit-limit", "x-rate-limit-interval", "x-concurrency-limit")


def announced(answer):
    return tuple(answer.headers.get(name) for name in POOL_HEADERS)


@pytest.mark.parametrize(
    ("target", "agent", "expected"),
    [
        (SINGLE, "python", ("public-single", "5", "1s", "1")),
        (LIST, "python", ("public-array", "1", "1s", "1")),
        (f"{SINGLE}?mailto=someone@example.org", "python", ("polite-single", "10", "1s", "3")),
        (f"{LIST}&mailto=someone@example.org", "python", ("polite-array", "3", "1s", "3")),
        (SINGLE, AGENT, ("polite-single", "10", "1s", "3")),
        (LIST, AGENT, ("polite-array", "3", "1s", "3")),
        (f"/v1{SINGLE}/agency", AGENT, ("polite-single", "10", "1s", "3")),
        ("/journals/0028-0836/works?rows=0", AGENT, ("polite-array", "3", "1s", "3")),
        ("/works/10.1/unknown", AGENT, ("polite-single", "10", "1s", "3")),
        ("/works?rows=many", AGENT, ("polite-array", "3", "1s", "3")),
        (f"{SINGLE}?mailto=nobody", "Tool/1.0 (mailto:)", ("public-single", "5", "1s", "1")),
    ],
)
def test_pools_by_contact_address_and_kind_of_route(standin, client, target, agent, expected):
    answer = client.get(f"{standin.crossref_url}{target}", headers={"user-agent": agent})
    assert announced(answer) == expected


def burst(standin, client, target, size):
    url = f"{standin.crossref_url}{target}"
    return [client.get(url, headers={"user-agent": AGENT}).status_code for _ in range(size)]


@pytest.fixture
def tick(standin):
    """A clock for the limits that stands still but for what a test adds to it."""
    moment = [100.0]
    standin.limits.clock = lambda: moment[0]

    def move(seconds):
        moment[0] += seconds

    return move


@pytest.mark.parametrize(("target", "rate"), [(SINGLE, 10), (LIST, 3)])
def test_requests_over_the_rate_are_refused(standin, client, tick, target, rate):
    assert burst(standin, client, target, rate + 2) == [200] * rate + [429] * 2
    assert standin.refused == 2


def test_the_window_moves_on(standin, client, tick):
    standin.limits.set(rate=3, interval=0.5)
    assert burst(standin, client, SINGLE, 4) == [200, 200, 200, 429]
    tick(0.4)
    assert burst(standin, client, SINGLE, 1) == [429]
    tick(0.1)
    assert burst(standin, client, SINGLE, 4) == [200, 200, 200, 429]


def test_a_client_that_paces_itself_is_never_refused(standin, client, tick):
    for _ in range(35):
        assert burst(standin, client, SINGLE, 1) == [200]
        tick(0.1)
    assert standin.refused == 0


def at_once(standin, size):
    """Statuses of `size` requests that overlap: none is answered before all have come."""
    statuses = []

    def ask():
        url = f"{standin.crossref_url}{SINGLE}"
        statuses.append(httpx.get(url, headers={"user-agent": AGENT}, timeout=60).status_code)

    standin.held = True
    threads = [threading.Thread(target=ask) for _ in range(size)]
    for thread in threads:
        thread.start()
    while len(standin.requests) < size:
        time.sleep(0.01)
    standin.held = False
    for thread in threads:
        thread.join()
    return sorted(statuses)


def test_concurrency_is_enforced_and_counted(standin, tick):
    assert at_once(standin, 5) == [200, 200, 200, 429, 429]
    assert standin.stats["pools"]["polite-single"] == {
        "requests": 5,
        "refused": 2,
        "max_concurrent": 3,
        "max_rate": 3,
    }


def test_limits_can_be_announced_without_being_enforced(standin):
    standin.limits.enforced = False
    assert at_once(standin, 5) == [200] * 5
    assert standin.stats["pools"]["polite-single"]["max_concurrent"] == 5


def test_other_limits_are_announced_and_enforced(standin, client, tick):
    standin.limits.set(rate=2, concurrency=1, pools="single")
    answer = client.get(f"{standin.crossref_url}{SINGLE}", headers={"user-agent": AGENT})
    assert announced(answer) == ("polite-single", "2", "1s", "1")
    assert burst(standin, client, SINGLE, 2) == [200, 429]
    assert burst(standin, client, LIST, 3) == [200] * 3


@pytest.mark.parametrize(
    ("shape", "body", "headers"),
    [
        (Refusal(), b"", {"retry-after": None, "x-api-pool": None}),
        (Refusal(body=True), b"<html><body><h1>429 Too Many", {"content-type": "text/html"}),
        (Refusal(retry_after="2"), b"", {"retry-after": "2"}),
        (Refusal(headers=True), b"", {"x-api-pool": "public-array", "x-rate-limit-limit": "1"}),
    ],
)
def test_the_shapes_of_a_refusal(standin, client, shape, body, headers):
    standin.limits.refusal = shape
    standin.limits.set(interval=60)
    client.get(f"{standin.crossref_url}{LIST}")
    answer = client.get(f"{standin.crossref_url}{LIST}")
    assert answer.status_code == 429
    assert answer.content.startswith(body)
    assert bool(answer.content) == shape.body
    assert {name: answer.headers.get(name) for name in headers} == headers


def test_the_log_tells_who_asked_what_when(standin, client):
    client.get(f"{standin.crossref_url}{SINGLE}?mailto=someone@example.org")
    client.get(f"{standin.doi_url}/ra/10.1038/nature14539")
    first, second = standin.requests
    assert (first.service, first.method, first.path, first.status) == (
        "crossref",
        "GET",
        SINGLE,
        200,
    )
    assert (first.pool, first.mailto) == ("polite-single", "someone@example.org")
    assert (second.service, second.pool) == ("doi", None)
    assert first.started < first.finished < second.started
