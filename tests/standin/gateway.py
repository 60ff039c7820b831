"""The front of every service: logs, counts, limits, and plays the faults."""

from __future__ import annotations

import asyncio
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace

from standin import canned
from standin.faults import Fault, Faults
from standin.limits import Limits, Pool, contact, limit_headers, route_kind
from standin.messages import Request, Response
from standin.requestlog import LoggedRequest, RequestLog

Handler = Callable[[Request], Response]
_GLANCE = 0.01
"""Seconds between two looks whether the answers are still held back."""
JETTY = {
    "server": "Jetty(9.4.40.v20210413)",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Link",
    "permissions-policy": "interest-cohort=()",
}


class Gateway:
    """Takes requests to the handlers of the services; `errors` are the handlers' own crashes."""

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        self.handlers = handlers
        self.faults = Faults()
        self.limits = Limits()
        self.log = RequestLog()
        self.latency = 0.0
        self.held = False
        self.errors: list[str] = []
        self._released = asyncio.Event()

    async def answer(self, request: Request) -> Response:
        """The answer to one request; cancelled when the client goes away."""
        if request.path.startswith("/_standin"):
            return self.handlers["admin"](request)
        pool = self.limits.pool_of(request)
        entry = self.log.begin(request, pool.name if pool else None, contact(request))
        response = await self._limited(request, pool, entry)
        entry.finished, entry.status = time.monotonic(), response.status or None
        return response

    def release(self) -> None:
        """Let go of the requests that a fault makes wait for ever."""
        self._released.set()
        self._released = asyncio.Event()

    def reset(self) -> None:
        """No faults, real limits, empty log."""
        self.release()
        self.faults.clear()
        self.limits.reset()
        self.log.clear()
        self.errors.clear()
        self.latency = 0.0
        self.held = False

    async def _limited(self, request: Request, pool: Pool | None, entry: LoggedRequest) -> Response:
        if pool is not None and not self.limits.enter(pool):
            return canned.refusal(self.limits.refusal, pool)
        try:
            return await self._faulty(request, pool, entry)
        finally:
            if pool is not None:
                self.limits.leave(pool)

    async def _faulty(self, request: Request, pool: Pool | None, entry: LoggedRequest) -> Response:
        faults = self.faults.draw(request, _decoded_target(request))
        entry.faults = tuple(fault.kind for fault in faults)
        await self._wait(faults)
        if any(fault.kind == "hang" for fault in faults):
            await self._released.wait()
            return Response(0, delivery="reset")
        response = canned.replacement(faults, request)
        if response is None:
            response = await self._handled(_with_holes(request, faults))
            if pool is not None:
                response = replace(response, headers=_announced(pool, response))
        return canned.spoil(response, faults)

    async def _wait(self, faults: list[Fault]) -> None:
        seconds = self.latency + sum(fault.seconds for fault in faults if fault.kind == "slow")
        if seconds:
            await asyncio.sleep(seconds)
        while self.held:
            await asyncio.sleep(_GLANCE)

    async def _handled(self, request: Request) -> Response:
        handler = self.handlers[request.service]
        try:
            if request.service == "crossref" and route_kind(request.path) == "array":
                return await asyncio.to_thread(handler, request)
            return handler(request)
        except Exception:  # noqa: BLE001 - a crash must show in the tests, not only on the wire
            self.errors.append(f"{request.method} {request.target}\n{traceback.format_exc()}")
            return Response(500, b"the stand-in crashed; see its errors\n")


def _announced(pool: Pool, response: Response) -> dict[str, str]:
    return {**JETTY, **limit_headers(pool), **response.headers}


def _with_holes(request: Request, faults: list[Fault]) -> Request:
    holes = [fault.dois for fault in faults if fault.kind == "batch-hole"]
    return replace(request, holes=frozenset().union(*holes)) if holes else request


def _decoded_target(request: Request) -> str:
    query = "&".join(f"{name}={value}" for name, value in request.query)
    return f"{request.path}?{query}" if query else request.path
