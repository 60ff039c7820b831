"""Crossref's pools: which one a request falls into, and what each allows.

Rates of 1 December 2025; the names with `-single` and `-array` are those of July 2026.
"""

from __future__ import annotations

import re
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from standin.messages import Request

PLUS_TOKEN = "Bearer standin-plus"
CONTACT = re.compile(r"mailto:\s*[^\s;,)]+@[^\s;,)]+", re.IGNORECASE)
SINGLE_ROUTE = re.compile(
    r"(?:/v1)?/(?:works/.+|members/[^/]+|journals/[^/]+|types/[^/]+|prefixes/[^/]+)/?"
)
LIST_BELOW = re.compile(r"(?:/v1)?/(?:members|journals|types|prefixes)/[^/]+/works/?")


@dataclass(frozen=True)
class Pool:
    """What a pool announces and allows; `interval` is in seconds."""

    name: str
    rate: int
    concurrency: int | None
    interval: float = 1.0


POOLS = {
    pool.name: pool
    for pool in (
        Pool("public-single", 5, 1),
        Pool("public-array", 1, 1),
        Pool("polite-single", 10, 3),
        Pool("polite-array", 3, 3),
        Pool("plus", 150, None),
    )
}


@dataclass
class Usage:
    """How a pool was used since the last reset."""

    recent: deque[float] = field(default_factory=deque)
    running: int = 0
    requests: int = 0
    refused: int = 0
    max_running: int = 0
    max_recent: int = 0

    def as_json(self) -> dict[str, int]:
        """The counters for the admin route; `max_rate` is per interval of the pool."""
        return {
            "requests": self.requests,
            "refused": self.refused,
            "max_concurrent": self.max_running,
            "max_rate": self.max_recent,
        }


@dataclass(frozen=True)
class Refusal:
    """The shape of a 429: none is known for 2026 but an empty one."""

    body: bool = False
    headers: bool = False
    retry_after: str | None = None


@dataclass
class Limits:
    """The pools in force and their use.

    `tolerance` is the share of the interval forgiven to the jitter of clocks and sockets; `clock`
    may be one that a test moves.
    """

    enforced: bool = True
    tolerance: float = 0.05
    clock: Callable[[], float] = time.monotonic
    refusal: Refusal = Refusal()
    pools: dict[str, Pool] = field(default_factory=lambda: dict(POOLS))
    usage: dict[str, Usage] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def set(
        self,
        rate: int | None = None,
        concurrency: int | None = None,
        interval: float | None = None,
        pools: str = "",
    ) -> None:
        """Announce and enforce other values in the pools whose name matches `pools`."""
        changes = {"rate": rate, "concurrency": concurrency, "interval": interval}
        wanted = {key: value for key, value in changes.items() if value is not None}
        for name, pool in self.pools.items():
            if re.search(pools, name):
                self.pools[name] = replace(pool, **wanted)  # type: ignore[arg-type]

    def pool_of(self, request: Request) -> Pool | None:
        """The pool of a request; None for services that announce none."""
        if request.service != "crossref":
            return None
        if "crossref-plus-api-token" in request.headers:
            return self.pools["plus"]
        standing = "polite" if contact(request) else "public"
        return self.pools[f"{standing}-{route_kind(request.path)}"]

    def enter(self, pool: Pool) -> bool:
        """Count a request in; False when the pool is over its rate or concurrency."""
        with self._lock:
            now = self.clock()
            usage = self.usage.setdefault(pool.name, Usage())
            usage.requests += 1
            horizon = now - pool.interval * (1 - self.tolerance)
            while usage.recent and usage.recent[0] <= horizon:
                usage.recent.popleft()
            if self.enforced and self._full(pool, usage):
                usage.refused += 1
                return False
            usage.recent.append(now)
            usage.running += 1
            usage.max_running = max(usage.max_running, usage.running)
            usage.max_recent = max(usage.max_recent, len(usage.recent))
            return True

    def leave(self, pool: Pool) -> None:
        """Count a request out."""
        with self._lock:
            usage = self.usage.setdefault(pool.name, Usage())
            usage.running = max(0, usage.running - 1)

    def reset(self) -> None:
        """Back to the real limits and to zero."""
        fresh = Limits()
        with self._lock:
            self.enforced, self.tolerance = fresh.enforced, fresh.tolerance
            self.clock = fresh.clock
            self.refusal, self.pools, self.usage = fresh.refusal, fresh.pools, fresh.usage

    @staticmethod
    def _full(pool: Pool, usage: Usage) -> bool:
        too_many = pool.concurrency is not None and usage.running >= pool.concurrency
        return too_many or len(usage.recent) >= pool.rate


def contact(request: Request) -> str | None:
    """The contact address a request gives, by parameter or User-Agent."""
    mailto = request.parameters.get("mailto", "")
    if "@" in mailto:
        return mailto
    found = CONTACT.search(request.headers.get("user-agent", ""))
    return found.group()[len("mailto:") :].strip() if found else None


def route_kind(path: str) -> str:
    """`single` for one record, `array` for lists."""
    if LIST_BELOW.fullmatch(path):
        return "array"
    return "single" if SINGLE_ROUTE.fullmatch(path) else "array"


def limit_headers(pool: Pool) -> dict[str, str]:
    """The four headers that announce a pool."""
    seconds = f"{pool.interval:g}"
    headers = {
        "x-rate-limit-limit": str(pool.rate),
        "x-rate-limit-interval": f"{seconds}s",
        "x-api-pool": pool.name,
    }
    if pool.concurrency is not None:
        headers["x-concurrency-limit"] = str(pool.concurrency)
    return headers
