"""Asking services over HTTP: paced, repeated within bounds, never raising."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import field, replace
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import urljoin

from claimcheck.classes import dataclass
from claimcheck.sources.breaker import Breaker, Permit
from claimcheck.sources.pacing import Gate, Pacer, Rate
from claimcheck.sources.replies import Body, Question, Reply, Trouble, judge, retry_after
from claimcheck.sources.settings import Network
from claimcheck.sources.transport import STOPPED, Transport

_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)

T = TypeVar("T")


@dataclass(slots=True)
class Service:
    """A service as its client sees it: its name for people, and whether it is up."""

    name: str
    breaker: Breaker = field(default_factory=Breaker)
    asked: bool = False
    """Whether any request was sent to it."""


class Lane:
    """One kind of route of a service, with the pace that holds for it."""

    def __init__(self, service: Service, rate: Rate) -> None:
        self.service = service
        self.pacer = Pacer(rate)
        self.gate = Gate(self.pacer)


@dataclass(frozen=True, slots=True)
class Errand:
    """One question on its way: the lane it takes, its permit, and when it is given up."""

    lane: Lane
    permit: Permit
    give_up: float

    @property
    def patience(self) -> float:
        """Seconds that are left for it."""
        return self.give_up - time.monotonic()


class Http:
    """Asks questions; safe to share between threads. Close it when done."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._transport = Transport(network)
        self._stopped = self._transport.stopped

    def close(self) -> None:
        """Give up whatever is still being waited for; further questions are trouble."""
        self._transport.close()

    def ask(self, lane: Lane, question: Question[T]) -> Reply[T]:
        """The service's answer to `question`, asked again while the trouble may pass.

        Waits between attempts grow exponentially with full jitter, or are what `Retry-After`
        asks for; a question is given up rather than waited for beyond `give_up_after`.
        """
        with lane.gate.passed(self._stopped):
            errand = self._errand(lane)
            if isinstance(errand, Trouble):
                return errand
            *_, reply = self._attempts(errand, question)
            _note(errand, reply)
        return reply

    def status(self, lane: Lane, method: str, url: str) -> int | Trouble:
        """The status with which `url` answers, after redirects; its content is not read."""
        errand = self._errand(lane)
        if isinstance(errand, Trouble):
            return errand
        body = self._follow(errand, method, url, read=False)
        return body if isinstance(body, Trouble) else body.status

    def _errand(self, lane: Lane) -> Errand | Trouble:
        permit = lane.service.breaker.permit()
        if isinstance(permit, str):
            return Trouble(permit)
        return Errand(lane, permit, time.monotonic() + self._network.give_up_after)

    def _attempts(self, errand: Errand, question: Question[T]) -> Iterator[Reply[T]]:
        attempts = 1 if errand.lane.service.breaker.suspicious else self._network.attempts
        for number in range(attempts):
            reply = self._attempt(errand, question)
            yield reply
            if not isinstance(reply, Trouble) or not reply.passing or number + 1 == attempts:
                return
            pause = self._pause(number, reply)
            if pause > errand.patience or self._stopped.wait(pause):
                return

    def _pause(self, number: int, trouble: Trouble) -> float:
        jitter = random.uniform(0, self._network.backoff * 2**number)  # noqa: S311
        return max(trouble.wait or 0.0, jitter)

    def _attempt(self, errand: Errand, question: Question[T]) -> Reply[T]:
        body = self._follow(errand, "GET", question.url, read=True)
        if isinstance(body, Trouble):
            return body
        return judge(errand.lane.service.name, question, body, datetime.now(UTC))

    def _follow(self, errand: Errand, method: str, url: str, *, read: bool) -> Body | Trouble:
        """The answer at the end of the redirects; each of them is a request of its own."""
        name = errand.lane.service.name
        for hops in range(_MOST_REDIRECTS + 1):
            body = self._exchange(errand, method, url, read=read)
            if isinstance(body, Trouble):
                return body
            target = body.headers.get("location")
            if body.status not in _REDIRECTS or not target:
                return replace(body, redirected=hops > 0)
            try:
                url = urljoin(url, target)
            except ValueError:
                return Trouble(f"{name} redirects to no address")
        return Trouble(f"{name} redirects in circles")

    def _exchange(self, errand: Errand, method: str, url: str, *, read: bool) -> Body | Trouble:
        """One request, unless the wait for its turn shows that it had better not be sent."""
        lane = errand.lane
        turn = lane.pacer.enter(lambda: self._reason_to_stop(errand), errand.patience)
        reason = self._reason_to_stop(errand)
        if isinstance(turn, float):
            return reason or _must_wait(lane.service, turn)
        try:
            if reason:
                return reason
            lane.service.asked = True
            body = self._transport.exchange(lane.service.name, method, url, turn.sent, read=read)
        finally:
            turn.done()
        _obey(lane, body)
        return body

    def _reason_to_stop(self, errand: Errand) -> Trouble | None:
        if self._stopped.is_set():
            return STOPPED
        return Trouble(errand.permit.lapsed) if errand.permit.lapsed else None


def _note(errand: Errand, reply: Reply[T]) -> None:
    """An answer is a sign of life, and so is a complaint about the question."""
    breaker = errand.lane.service.breaker
    if not isinstance(reply, Trouble) or reply.status in (400, 414):
        breaker.answered()
    elif reply is not STOPPED and not errand.permit.lapsed:
        breaker.failed(reply.reason)


def _obey(lane: Lane, body: Body | Trouble) -> None:
    if isinstance(body, Trouble):
        return
    if body.status == 429:
        lane.pacer.complain(retry_after(body.headers, datetime.now(UTC)))
        lane.service.breaker.refused(f"{lane.service.name} limits our requests (429)")
    else:
        lane.pacer.observe(body.headers)


def _must_wait(service: Service, seconds: float) -> Trouble:
    return Trouble(f"{service.name} asks to be left alone for {seconds:.0f} s", status=429)
