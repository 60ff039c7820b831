"""Trouble on demand: which requests meet it, and what it does to them."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from standin.messages import Request

KINDS = frozenset(
    {
        "429",
        "403",
        "500",
        "502",
        "503",
        "504",
        "html",
        "html-404",
        "empty",
        "odd-json",
        "truncated-json",
        "cut",
        "hang",
        "reset",
        "slow",
        "batch-hole",
        "stale-headers",
        "no-limit-headers",
        "redirect-loop",
    }
)


@dataclass
class Fault:
    """A fault and the requests it is for.

    Of the requests to `service` whose decoded target matches `path`, it spares
    `after`, then hits every `every`-th, `first` times at most.
    """

    kind: str
    service: str = "crossref"
    path: str = ""
    first: int | None = None
    every: int = 1
    after: int = 0
    body: bool = True
    retry_after: str | None = None
    seconds: float = 0.0
    keep: float = 0.5
    dois: frozenset[str] = frozenset()
    rate: int = 50
    seen: int = 0
    fired: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault named {self.kind!r}; there are: {', '.join(sorted(KINDS))}")
        self.dois = frozenset(doi.lower() for doi in self.dois)

    def draw(self, request: Request, decoded_target: str) -> bool:
        """Count a request and say whether the fault hits it."""
        if self.service not in ("*", request.service) or not re.search(self.path, decoded_target):
            return False
        self.seen += 1
        turn = self.seen - self.after
        exhausted = self.first is not None and self.fired >= self.first
        if turn <= 0 or exhausted or (turn - 1) % self.every:
            return False
        self.fired += 1
        return True

    def as_json(self) -> dict[str, Any]:
        """The fault for the admin route."""
        return {**vars(self), "dois": sorted(self.dois)}


@dataclass
class Faults:
    """The faults in force; changed by tests, read by the server's thread."""

    active: list[Fault] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kind: str, *, dois: Sequence[str] = (), **options: Any) -> Fault:
        """Switch a fault on; raises ValueError or TypeError for what does not exist."""
        fault = Fault(kind, dois=frozenset(dois), **options)
        with self._lock:
            self.active.append(fault)
        return fault

    def clear(self) -> None:
        """Switch all faults off."""
        with self._lock:
            self.active.clear()

    def draw(self, request: Request, decoded_target: str) -> list[Fault]:
        """The faults that hit this request, in the order they were added."""
        with self._lock:
            return [fault for fault in self.active if fault.draw(request, decoded_target)]
