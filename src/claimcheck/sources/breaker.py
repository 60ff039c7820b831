"""Sparing a service that is down: after repeated failure it is left alone for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_FAILURES = 2
"""One question may be at fault itself; a second failed one, with no answer between, is not."""
_REST = 60.0
"""Seconds before a service that is down is tried again."""


class Breaker:
    """Counts the questions that a service left unanswered; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._reason = ""
        self._until = float("-inf")

    def refusal(self) -> str | None:
        """Why the service is not to be asked now, or None."""
        with self._lock:
            if self._clock() < self._until:
                return self._reason
            if self._failures >= _FAILURES:
                self._until = self._clock() + _REST
            return None

    @property
    def suspicious(self) -> bool:
        """Whether the last question failed, so that the next is worth one attempt only."""
        with self._lock:
            return self._failures > 0

    def answered(self) -> None:
        """The service answered: whatever was before is forgotten."""
        with self._lock:
            self._failures = 0
            self._until = float("-inf")

    def failed(self, reason: str) -> None:
        """A question failed for good, for `reason`."""
        with self._lock:
            self._failures += 1
            self._reason = reason
            if self._failures >= _FAILURES:
                self._until = self._clock() + _REST
