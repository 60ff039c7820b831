"""The pace of requests: within what a strict server allows, and not much below it."""

from __future__ import annotations

import threading
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.sources.pacing import Pacer, Rate, Ticket

POLITE_ARRAY = {
    "x-api-pool": "polite-array",
    "x-rate-limit-limit": "3",
    "x-rate-limit-interval": "1s",
    "x-concurrency-limit": "3",
}


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class StrictServer:
    """Counts requests in a sliding window, and those under way."""

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        self.recent: deque[float] = deque()
        self.under_way = 0
        self.refused = 0
        self.served = 0

    def arrive(self, now: float) -> None:
        while self.recent and self.recent[0] <= now - self.rate.interval:
            self.recent.popleft()
        self.under_way += 1
        if len(self.recent) >= self.rate.limit or self.under_way > self.rate.concurrent:
            self.refused += 1
        self.recent.append(now)
        self.served += 1

    def answer(self) -> None:
        self.under_way -= 1


def simulate(pacer: Pacer, clock: Clock, server: StrictServer, count: int, latencies: list[float]):
    """Send `count` requests as fast as the pacer allows; each takes one of `latencies`."""
    under_way: list[tuple[float, Ticket]] = []
    sent = 0
    while sent < count or under_way:
        turn = pacer.try_enter() if sent < count else 1.0
        if isinstance(turn, Ticket):
            turn.sent()
            server.arrive(clock())
            under_way.append((clock() + latencies[sent % len(latencies)], turn))
            sent += 1
            continue
        ends = min((end for end, _ in under_way), default=float("inf"))
        clock.seconds = min(clock() + max(turn, 1e-6), ends)
        for end, ticket in [entry for entry in under_way if entry[0] <= clock()]:
            under_way.remove((end, ticket))
            server.answer()
            ticket.done()


rates = st.builds(
    Rate, st.integers(1, 20), st.sampled_from([0.5, 1.0, 2.0, 60.0]), st.integers(1, 5)
)


@given(rates, st.lists(st.floats(0.0, 3.0), min_size=1, max_size=5))
def test_a_strict_server_never_has_to_refuse(rate: Rate, latencies: list[float]):
    clock, server = Clock(), StrictServer(rate)
    simulate(Pacer(rate, clock), clock, server, 40, latencies)
    assert (server.served, server.refused) == (40, 0)


@given(rates)
def test_what_is_allowed_is_used(rate: Rate):
    clock, server = Clock(), StrictServer(rate)
    simulate(Pacer(rate, clock), clock, server, 100, [0.0])
    assert clock() <= 1.3 * 100 * rate.interval / rate.limit


def test_slow_answers_hold_requests_back_by_concurrency_alone():
    clock, server = Clock(), StrictServer(Rate(10, 1.0, 3))
    simulate(Pacer(Rate(10, 1.0, 3), clock), clock, server, 30, [3.0])
    assert server.refused == 0
    assert clock() <= 1.1 * 30


def entered(pacer: Pacer) -> Ticket:
    ticket = pacer.try_enter()
    assert isinstance(ticket, Ticket)
    return ticket


def test_a_connection_that_opened_slowly_counts_from_when_the_request_left():
    clock = Clock()
    pacer = Pacer(Rate(1, 1.0, 2), clock)
    ticket = entered(pacer)
    clock.seconds = 0.9
    ticket.sent()
    ticket.done()
    clock.seconds = 1.5
    assert pacer.try_enter() == pytest.approx(0.9 + 1.1 - 1.5)


def test_a_request_that_has_not_left_yet_counts_in_full():
    clock = Clock()
    pacer = Pacer(Rate(1, 1.0, 2), clock)
    entered(pacer)
    clock.seconds = 100
    assert not isinstance(pacer.try_enter(), Ticket)


@pytest.mark.parametrize(
    ("headers", "rate"),
    [
        (POLITE_ARRAY, Rate(3, 1.0, 3)),
        (POLITE_ARRAY | {"x-rate-limit-limit": "40"}, Rate(40, 1.0, 3)),
        (POLITE_ARRAY | {"x-rate-limit-interval": "2m"}, Rate(3, 120.0, 3)),
        (POLITE_ARRAY | {"x-rate-limit-interval": "500ms"}, Rate(3, 0.5, 3)),
        ({"x-api-pool": "plus", "x-rate-limit-limit": "150"}, Rate(150, 1.0, 1)),
        # names of before mid-2026: what they announce for lists holds for single records
        (POLITE_ARRAY | {"x-api-pool": "polite", "x-rate-limit-limit": "50"}, Rate(2, 1.0, 1)),
        (POLITE_ARRAY | {"x-api-pool": "public", "x-rate-limit-limit": "1"}, Rate(1, 1.0, 1)),
        # nonsense
        ({"x-api-pool": "polite-array", "x-rate-limit-limit": "0"}, Rate(2, 1.0, 1)),
        ({"x-api-pool": "polite-array", "x-rate-limit-limit": "-3"}, Rate(2, 1.0, 1)),
        ({"x-api-pool": "polite-array", "x-rate-limit-interval": "soon"}, Rate(2, 1.0, 1)),
        ({"x-api-pool": "polite-array", "x-concurrency-limit": "²"}, Rate(2, 1.0, 1)),
        ({}, Rate(2, 1.0, 1)),
    ],
)
def test_announced_limits_are_obeyed(headers: dict[str, str], rate: Rate):
    pacer = Pacer(Rate(2, 1.0, 1))
    pacer.observe(headers)
    assert pacer.rate == rate


def test_a_complaint_pauses_the_lane_and_slows_it_down():
    clock = Clock()
    pacer = Pacer(Rate(10, 1.0, 3), clock)
    pacer.complain(None)
    pacer.complain(None)
    assert pacer.try_enter() == pytest.approx(1.0)
    clock.seconds = 1.0
    pacer.complain(None)
    assert pacer.try_enter() == pytest.approx(2.0)
    clock.seconds = 3.0
    entered(pacer).done()
    assert pacer.try_enter() == pytest.approx(0.4)


def test_trust_comes_back_with_good_answers():
    clock = Clock()
    pacer = Pacer(Rate(10, 1.0, 3), clock)
    pacer.complain(0.0)
    for _ in range(30):
        pacer.observe({})
    entered(pacer).done()
    assert pacer.try_enter() == pytest.approx(0.1)


def test_what_the_service_asks_to_wait_is_waited():
    pacer = Pacer(Rate(10, 1.0, 3), Clock())
    pacer.complain(7.0)
    assert pacer.try_enter() == pytest.approx(7.0)


def test_a_pause_beyond_patience_is_not_waited_for():
    pacer = Pacer(Rate(10, 1.0, 3), Clock())  # it never gets later: a wait would have no end
    pacer.complain(3600.0)
    assert pacer.enter(lambda: False, patience=5.0) == 3600.0


def test_stopping_ends_the_wait():
    pacer = Pacer(Rate(1, 60.0, 1))
    entered(pacer)
    stop = threading.Event()
    results: list[Ticket | float] = []
    waiting = threading.Thread(target=lambda: results.append(pacer.enter(stop.is_set, 300.0)))
    waiting.start()
    stop.set()
    waiting.join(60.0)
    assert not waiting.is_alive()
    assert not isinstance(results[0], Ticket)


def test_threads_share_a_lane_without_going_over():
    rate = Rate(20, 0.2, 3)
    pacer = Pacer(rate)
    moments: list[float] = []

    def work() -> None:
        for _ in range(10):
            ticket = pacer.enter(lambda: False, 60.0)
            assert isinstance(ticket, Ticket)
            ticket.sent()
            assert ticket.stamp is not None
            moments.append(ticket.stamp)
            ticket.done()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60.0)
    moments.sort()
    assert len(moments) == 60
    windows = zip(moments, moments[rate.limit :], strict=False)
    assert all(later - earlier > rate.interval for earlier, later in windows)
