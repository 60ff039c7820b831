"""Whether a web page is there: only the server's own "not found" or "gone" says that it is not."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from claimcheck.model.evidence import Gone, LinkLookup, Reachable, Unavailable
from claimcheck.sources.http import Http, Lane, Service
from claimcheck.sources.pacing import Rate
from claimcheck.sources.replies import Trouble

_RATE = Rate(2, 1.0, 1)
"""For each host; as a reader who follows links would."""
_NOT_THERE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


class Pages:
    """Asks web servers for pages without reading them."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._lanes: dict[str, Lane] = {}
        self._new_lane = threading.Lock()

    def reachable(self, url: str) -> LinkLookup:
        """Ask with HEAD, and with GET if that does not settle it: some servers refuse HEAD."""
        host = _host(url)
        if host is None:
            return Unavailable(url, "only http and https addresses can be checked")
        lane = self._lane(host)
        status = self._http.status(lane, "HEAD", url)
        if not _is_there(status):
            status = self._http.status(lane, "GET", url)
        if isinstance(status, Trouble):
            return Unavailable(url, status.reason)
        if _is_there(status):
            return Reachable(url, datetime.now(UTC))
        if status in _NOT_THERE:
            return Gone(url, status, datetime.now(UTC))
        return Unavailable(url, f"{host} answered {status}")

    def _lane(self, host: str) -> Lane:
        with self._new_lane:
            if host not in self._lanes:
                self._lanes[host] = Lane(Service(host), _RATE)
            return self._lanes[host]

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that were asked."""
        return tuple(host for host, lane in self._lanes.items() if lane.service.asked)


def _is_there(status: int | Trouble) -> bool:
    return isinstance(status, int) and 200 <= status < 400


def _host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") else None
