"""Keeping within a service's limits: so many requests in an interval, so many at a time.

Crossref announces its limits in the headers of each answer, by pool and by kind of route, and
never says how much of them is used up, so the client counts for itself.
"""

from __future__ import annotations

import re
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from claimcheck.classes import dataclass

_MARGIN = 1.1
"""Requests do not take equally long to arrive; a window this much wider absorbs 100 ms a second."""
_LONGEST_NAP = 0.2
"""Waiting threads look this often whether the run was stopped."""
_SLOWEST = 16.0
_RECOVERY = 0.97
"""Share of its slowness that a lane keeps with each answer that is no complaint."""
_UNITS = {"ms": 0.001, "s": 1.0, "": 1.0, "m": 60.0, "h": 3600.0}
_INTERVAL = re.compile(r"(\d+)(ms|s|m|h|)")


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `limit` requests within `interval` seconds, `concurrent` of them at a time."""

    limit: int
    interval: float
    concurrent: int

    def announced(self, headers: Mapping[str, str]) -> Rate:
        """This rate with whatever an answer's headers say instead; nonsense is disregarded."""
        interval = _INTERVAL.fullmatch(headers.get("x-rate-limit-interval", ""))
        seconds = float(interval[1]) * _UNITS[interval[2]] if interval else 0.0
        return Rate(
            _positive(headers.get("x-rate-limit-limit")) or self.limit,
            seconds or self.interval,
            _positive(headers.get("x-concurrency-limit")) or self.concurrent,
        )

    def at_most(self, other: Rate) -> Rate:
        """The slower of the two rates, and the fewer requests at a time."""
        slower = min(self, other, key=lambda rate: rate.limit / rate.interval)
        return replace(slower, concurrent=min(self.concurrent, other.concurrent))


def _names_its_route(pool: str) -> bool:
    """Whether a pool's limits are those of this kind of route.

    Until mid-2026 answers named only `public` or `polite`, and announced for lists what held for
    single records.
    """
    return pool.endswith(("-single", "-array")) or pool == "plus"


def _positive(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else None


class Ticket:
    """Leave to send one request; `sent` marks when it left, `done` when it was answered."""

    __slots__ = ("_pacer", "stamp")

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer
        self.stamp: float | None = None
        """When the request left; None while it may not have."""

    def sent(self) -> None:
        """The request is on its way; opening the connection before it may have taken long."""
        self.stamp = self._pacer.now()

    def done(self) -> None:
        """The request was answered or has failed."""
        self._pacer.leave(self)


class Pacer:
    """One lane of requests under one rate; safe to share between threads."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate = rate
        self.now = clock
        self._documented = rate
        self._changed = threading.Condition()
        self._under_way: set[Ticket] = set()
        self._recent: deque[float] = deque()
        self._last_start = float("-inf")
        self._not_before = float("-inf")
        self._slowness = 1.0

    def enter(self, given_up: Callable[[], object], patience: float) -> Ticket | float:
        """Wait for the turn to send a request.

        The wait in seconds is returned in place of a ticket when the service has asked for a
        longer pause than `patience`, or once `given_up` says so.
        """
        with self._changed:
            while True:
                turn = self.try_enter()
                if isinstance(turn, Ticket) or given_up():
                    return turn
                pause = self._not_before - self.now()
                if pause > patience:
                    return pause
                self._changed.wait(min(turn, _LONGEST_NAP))

    def try_enter(self) -> Ticket | float:
        """A ticket if a request may go now, else the seconds after which to try again."""
        with self._changed:
            wait = self._wait()
            if wait > 0:
                return wait
            ticket = Ticket(self)
            self._under_way.add(ticket)
            self._last_start = self.now()
            return ticket

    def _wait(self) -> float:
        now = self.now()
        window = self.rate.interval * _MARGIN * self._slowness
        while self._recent and self._recent[0] <= now - window:
            self._recent.popleft()
        stamps = [ticket.stamp for ticket in self._under_way]
        within = [stamp for stamp in stamps if stamp is None or stamp > now - window]
        counted = len(self._recent) + len(within)
        if len(stamps) >= self.rate.concurrent or (counted >= self.rate.limit and None in within):
            return _LONGEST_NAP
        even = self._last_start + self.rate.interval * self._slowness / self.rate.limit
        times = sorted([*self._recent, *(stamp for stamp in within if stamp is not None)])
        full = times[-self.rate.limit] + window if counted >= self.rate.limit else now
        return max(even, full, self._not_before) - now

    def leave(self, ticket: Ticket) -> None:
        """Take note that `ticket` is used up."""
        with self._changed:
            if ticket in self._under_way:
                self._under_way.remove(ticket)
                stamp = ticket.stamp if ticket.stamp is not None else self.now()
                self._recent.append(stamp)
                self._recent = deque(sorted(self._recent))
                self._changed.notify_all()

    def observe(self, headers: Mapping[str, str]) -> None:
        """Obey the limits that an answer announces, and trust them a little more."""
        announced = self._documented.announced(headers)
        if not _names_its_route(headers.get("x-api-pool", "")):
            announced = announced.at_most(self._documented)
        with self._changed:
            self.rate = announced
            self._slowness = max(1.0, self._slowness * _RECOVERY)

    def complain(self, wait: float | None) -> None:
        """The service said that there were too many requests: pause the lane and slow it down.

        `wait` is what the service asked for, if anything. Otherwise the pause is the interval,
        and doubles with every further complaint. Complaints during a pause are about requests
        that were under way when it began.
        """
        with self._changed:
            pause = wait if wait is not None else self.rate.interval * self._slowness
            if self.now() >= self._not_before:
                self._slowness = min(_SLOWEST, self._slowness * 2)
            elif wait is None:
                return
            self._not_before = max(self._not_before, self.now() + pause)


class Gate:
    """Lets in as many questions at a time as a lane may have requests.

    A question that pauses before it is repeated keeps its place, so that a failing service is not
    tried with one question after the other.
    """

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer
        self._changed = threading.Condition()
        self._inside = 0

    @contextmanager
    def passed(self, stop: threading.Event) -> Iterator[None]:
        """Wait for a place and hold it; do not wait once `stop` is set."""
        with self._changed:
            while self._inside >= self._pacer.rate.concurrent and not stop.is_set():
                self._changed.wait(_LONGEST_NAP)
            self._inside += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside -= 1
                self._changed.notify_all()
