"""Asking services over HTTP: paced, repeated within bounds, never raising."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import urljoin

from claimcheck.sources.breaker import Breaker
from claimcheck.sources.pacing import Pacer
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


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of route of a service, with the pace that holds for it."""

    service: Service
    pacer: Pacer


class Http:
    """Asks questions; safe to share between threads. Close it when done."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._transport = Transport(network)

    def close(self) -> None:
        """Give up whatever is still being waited for; further questions are trouble."""
        self._transport.close()

    def ask(self, lane: Lane, question: Question[T]) -> Reply[T]:
        """The service's answer to `question`, asked again while the trouble may pass.

        Waits between attempts grow exponentially with full jitter, or are what `Retry-After`
        asks for; a question is given up rather than waited for beyond `give_up_after`.
        """
        refusal = lane.service.breaker.refusal()
        if refusal:
            return Trouble(refusal)
        *_, reply = self._attempts(lane, question)
        self._note(lane.service.breaker, reply)
        return reply

    def status(self, lane: Lane, method: str, url: str) -> int | Trouble:
        """The status with which `url` answers, after redirects."""
        body = self._follow(lane, method, url, read=False)
        return body if isinstance(body, Trouble) else body.status

    @staticmethod
    def _note(breaker: Breaker, reply: Reply[T]) -> None:
        """An answer is a sign of life, and so is a complaint about the question."""
        if not isinstance(reply, Trouble) or reply.status in (400, 414):
            breaker.answered()
        elif reply is not STOPPED:
            breaker.failed(reply.reason)

    def _attempts(self, lane: Lane, question: Question[T]) -> Iterator[Reply[T]]:
        give_up = time.monotonic() + self._network.give_up_after
        attempts = 1 if lane.service.breaker.suspicious else self._network.attempts
        for number in range(attempts):
            reply = self._attempt(lane, question)
            yield reply
            if not isinstance(reply, Trouble) or not reply.passing or number + 1 == attempts:
                return
            pause = self._pause(number, reply)
            if time.monotonic() + pause > give_up or self._transport.stopped.wait(pause):
                return
            if lane.service.breaker.refusal():
                return

    def _pause(self, number: int, trouble: Trouble) -> float:
        jitter = random.uniform(0, self._network.backoff * 2**number)  # noqa: S311
        return max(trouble.wait or 0.0, jitter)

    def _attempt(self, lane: Lane, question: Question[T]) -> Reply[T]:
        body = self._follow(lane, "GET", question.url, read=True)
        if isinstance(body, Trouble):
            return body
        return judge(lane.service.name, question, body, datetime.now(UTC))

    def _follow(self, lane: Lane, method: str, url: str, *, read: bool) -> Body | Trouble:
        """The answer at the end of the redirects; each of them is a request of its own."""
        for hops in range(_MOST_REDIRECTS + 1):
            body = self._exchange(lane, method, url, read=read)
            if isinstance(body, Trouble):
                return body
            target = body.headers.get("location")
            if body.status not in _REDIRECTS or not target:
                return replace(body, redirected=hops > 0)
            try:
                url = urljoin(url, target)
            except ValueError:
                return Trouble(f"{lane.service.name} redirects to no address")
        return Trouble(f"{lane.service.name} redirects in circles")

    def _exchange(self, lane: Lane, method: str, url: str, *, read: bool) -> Body | Trouble:
        ticket = lane.pacer.enter(self._transport.stopped, self._network.give_up_after)
        if isinstance(ticket, float):
            reason = f"{lane.service.name} asks to be left alone for {ticket:.0f} s"
            return STOPPED if self._transport.stopped.is_set() else Trouble(reason, status=429)
        lane.service.asked = True
        try:
            name = lane.service.name
            body = self._transport.exchange(name, method, url, ticket.sent, read=read)
        finally:
            ticket.done()
        self._obey(lane.pacer, body)
        return body

    @staticmethod
    def _obey(pacer: Pacer, body: Body | Trouble) -> None:
        if isinstance(body, Trouble):
            return
        if body.status == 429:
            pacer.complain(retry_after(body.headers, datetime.now(UTC)))
        else:
            pacer.observe(body.headers)
