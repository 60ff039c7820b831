"""`/_standin/…`: the switches and counters for those who are not in this process."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from standin.canned import admin_json
from standin.limits import Refusal
from standin.messages import Request, Response

if TYPE_CHECKING:
    from standin.server import Standin


class Admin:
    """GET reads, POST a JSON object changes, DELETE clears."""

    def __init__(self, standin: Standin) -> None:
        self.standin = standin
        self.routes: dict[tuple[str, str], Callable[[dict[str, Any]], Any]] = {
            ("GET", "urls"): lambda given: urls(standin),
            ("GET", "faults"): lambda given: [f.as_json() for f in standin.faults.active],
            ("POST", "faults"): lambda given: standin.faults.add(**given).as_json(),
            ("DELETE", "faults"): lambda given: standin.faults.clear(),
            ("GET", "requests"): lambda given: [r.as_json() for r in standin.requests],
            ("GET", "stats"): lambda given: stats(standin),
            ("POST", "limits"): self._limits,
            ("POST", "latency"): self._latency,
            ("POST", "reset"): lambda given: self._reset(),
        }

    def __call__(self, request: Request) -> Response:
        """Answer, 404 for no such switch, 400 for what it does not take."""
        name = request.path.removeprefix("/_standin").strip("/")
        action = self.routes.get((request.method, name))
        if action is None:
            return admin_json({"error": "no such route"}, 404)
        try:
            return admin_json(action(json.loads(request.body or b"{}")))
        except (ValueError, TypeError) as error:
            return admin_json({"error": str(error)}, 400)

    def _limits(self, given: dict[str, Any]) -> None:
        """`refusal` is the shape of the 429, `enforced` the switch, the rest new limits."""
        limits = self.standin.limits
        if "refusal" in given:
            limits.refusal = Refusal(**given.pop("refusal"))
        if "enforced" in given:
            limits.enforced = bool(given.pop("enforced"))
        if given:
            limits.set(**given)

    def _latency(self, given: dict[str, Any]) -> None:
        self.standin.latency = float(given["seconds"])

    def _reset(self) -> None:
        self.standin.reset_state()


def urls(standin: Standin) -> dict[str, str]:
    """The base URLs, as the first line of `python -m standin` gives them."""
    names = ("crossref", "doi", "datacite", "clinicaltrials", "admin")
    return {f"{name}_url": standin.url(name) for name in names}


def stats(standin: Standin) -> dict[str, Any]:
    """Counters since the last reset."""
    entries = standin.requests
    statuses: dict[str, int] = {}
    for entry in entries:
        key = f"{entry.service} {entry.status}"
        statuses[key] = statuses.get(key, 0) + 1
    first = min((entry.started for entry in entries), default=time.monotonic())
    last = max((entry.finished or entry.started for entry in entries), default=first)
    return {
        "works": len(standin.registry.works),
        "requests": len(entries),
        "seconds": last - first,
        "statuses": statuses,
        "pools": {name: usage.as_json() for name, usage in standin.limits.usage.items()},
        "refused": standin.refused,
        "errors": list(standin.errors),
    }
