"""What was asked of the stand-in, when, and what it answered."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from standin.messages import Request

MAX_ENTRIES = 200_000


@dataclass
class LoggedRequest:
    """One request; `status` stays None when no answer was sent."""

    service: str
    method: str
    target: str
    user_agent: str
    mailto: str | None
    pool: str | None
    started: float
    finished: float | None = None
    status: int | None = None
    faults: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The path, percent-decoded."""
        return unquote(self.target.partition("?")[0])

    def as_json(self) -> dict[str, Any]:
        """The entry for the admin route."""
        return {**vars(self), "faults": list(self.faults), "path": self.path}


@dataclass
class RequestLog:
    """The requests since the last reset, oldest first."""

    entries: deque[LoggedRequest] = field(default_factory=lambda: deque(maxlen=MAX_ENTRIES))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, request: Request, pool: str | None, mailto: str | None) -> LoggedRequest:
        """Note a request on arrival."""
        entry = LoggedRequest(
            request.service,
            request.method,
            request.target,
            request.headers.get("user-agent", ""),
            mailto,
            pool,
            time.monotonic(),
        )
        with self._lock:
            self.entries.append(entry)
        return entry

    def all(self, service: str | None = None) -> list[LoggedRequest]:
        """A copy of the entries, of one service if named."""
        with self._lock:
            return [entry for entry in self.entries if service in (None, entry.service)]

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self.entries.clear()
