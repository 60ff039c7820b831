"""One exchange over the wire: identified, bounded in time and size, trouble as a value."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from claimcheck.sources.replies import Body, Trouble
from claimcheck.sources.settings import Network

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 32 * 2**20
"""Far above a list of 50 works; beyond it something else is being sent."""
_CONNECT_SECONDS = 10.0
STOPPED = Trouble("the run was stopped")


class Transport:
    """The HTTP client, opened when first needed; safe to share between threads."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._opening = threading.Lock()
        self._client: httpx.Client | None = None
        self.stopped = threading.Event()

    def close(self) -> None:
        """Let go of every connection; exchanges under way end as `STOPPED`."""
        self.stopped.set()
        with self._opening:
            if self._client:
                self._client.close()

    def exchange(
        self, service: str, method: str, url: str, sent: Callable[[], None], *, read: bool
    ) -> Body | Trouble:
        """The answer to one request, redirects included, with its content if `read`.

        `sent` is called when the request leaves, once a connection is open.
        """
        import httpx

        from claimcheck.sources.failures import describe

        if self.stopped.is_set():
            return STOPPED
        try:
            client = self._open()
            deadline = time.monotonic() + self._network.timeout
            with client.stream(method, url, extensions={"trace": _on_send(sent)}) as response:
                content = _content(response, deadline) if read else b""
                if self.stopped.is_set():
                    _hang_up(response)
            if isinstance(content, Trouble):
                return Trouble(f"{service} {content.reason}", content.passing)
            return Body(url, response.status_code, response.headers, content)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, RuntimeError) as error:
            if self.stopped.is_set():
                return STOPPED
            if isinstance(error, RuntimeError):
                raise
            return describe(service, error, self._network.timeout)

    def _open(self) -> httpx.Client:
        import httpx

        with self._opening:
            if self._client is None:
                seconds = self._network.timeout
                self._client = httpx.Client(
                    timeout=httpx.Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS)),
                    headers={"user-agent": self._network.user_agent, "accept": "application/json"},
                )
            return self._client


def _hang_up(response: httpx.Response) -> None:
    """Close the connection itself: one opened while the client was closing is in no pool."""
    response.extensions["network_stream"].close()


def _on_send(sent: Callable[[], None]) -> Callable[[str, object], None]:
    def trace(event: str, _info: object) -> None:
        if event.endswith("send_request_headers.started"):
            sent()

    return trace


def _content(response: httpx.Response, deadline: float) -> bytes | Trouble:
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > MOST_BYTES:
            return Trouble(f"sent more than {MOST_BYTES // 2**20} MB")
        if time.monotonic() > deadline:
            return Trouble("did not finish its answer in time", passing=True)
    return bytes(content)
