"""Sparing a service that is down: after repeated failure it is left alone for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_FAILURES = 2
"""One question may be at fault itself; a second failed one, with no answer between, is not."""
_REFUSALS = 4
"""Requests refused in a row for being too many, each after a longer pause."""
_REST = 60.0
"""Seconds before a service that is down is tried again, with one question."""


class Permit:
    """Leave to put one question; it lapses when the service is found to be down meanwhile."""

    __slots__ = ("_breaker", "_openings")

    def __init__(self, breaker: Breaker, openings: int) -> None:
        self._breaker = breaker
        self._openings = openings

    @property
    def lapsed(self) -> str | None:
        """Why the question is not to be put any more, or None."""
        return self._breaker.reason if self._breaker.openings != self._openings else None


class Breaker:
    """Counts the questions that a service left unanswered; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._refusals = 0
        self._until = float("-inf")
        self.reason = ""
        """Why the last question failed."""
        self.openings = 0
        """How often the service was found to be down."""

    def permit(self) -> Permit | str:
        """A permit to ask, or the reason why the service is not to be asked now."""
        with self._lock:
            if self._clock() < self._until:
                return self.reason
            if self._failures >= _FAILURES:
                self._until = self._clock() + _REST
            return Permit(self, self.openings)

    @property
    def suspicious(self) -> bool:
        """Whether the last question failed, so that the next is worth one attempt only."""
        return self._failures > 0

    def answered(self) -> None:
        """The service answered: whatever was before is forgotten."""
        with self._lock:
            self._failures = self._refusals = 0
            self._until = float("-inf")

    def failed(self, reason: str) -> None:
        """A question failed for good, for `reason`."""
        with self._lock:
            self._failures += 1
            self.reason = reason
            if self._failures >= _FAILURES:
                self._open()

    def refused(self, reason: str) -> None:
        """A request was turned away because there had been too many."""
        with self._lock:
            self._refusals += 1
            if self._refusals >= _REFUSALS:
                self._failures = _FAILURES
                self.reason = reason
                self._open()

    def _open(self) -> None:
        self.openings += 1
        self._until = self._clock() + _REST
