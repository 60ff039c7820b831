"""What came over the wire, judged: an answer, a "no such thing", or trouble.

Only what the service itself says in its own form is an answer. Web pages in the place of data,
broken bodies, refusals and statuses of the servers in between are trouble.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Generic, TypeVar

from claimcheck.classes import dataclass
from claimcheck.sources.codec import ShapeError

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_REFUSALS = {
    401: "does not accept our credentials (401)",
    403: "refuses our requests (403)",
    407: "is behind a proxy that asks for a login (407)",
    429: "limits our requests (429)",
}


@dataclass(frozen=True, slots=True)
class Body:
    """A received answer: `url` is where it came from in the end."""

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes
    redirected: bool = False

    @property
    def text(self) -> str:
        """The content as text, whatever its encoding."""
        return self.content.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        """The content as JSON; raises ShapeError."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            page = self.content.lstrip()[:1] == b"<"
            raise ShapeError("a web page instead of data" if page else "no valid data") from None


@dataclass(frozen=True, slots=True)
class Ok(Generic[T_co]):
    """What the service answered, as read by whoever asked."""

    value: T_co


@dataclass(frozen=True, slots=True)
class Absent:
    """The service itself says that there is no such thing."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """No answer. `passing` trouble may be over at the next attempt, after `wait` seconds."""

    reason: str
    passing: bool = False
    status: int | None = None
    wait: float | None = None


Reply = Ok[T] | Absent | Trouble


def _never(_body: Body) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """A URL with the readings of its possible answers.

    `read` turns a 200 into a value, `denies` says whether an error status is the service's own
    "no such thing"; both may raise ShapeError for what the service would never send.
    """

    url: str
    read: Callable[[Body], T]
    denies: Callable[[Body], bool] = _never


def judge(service: str, question: Question[T], body: Body, now: datetime) -> Reply[T]:
    """What `body` amounts to as an answer of `service` to `question`."""
    try:
        if body.status == HTTPStatus.OK:
            return Ok(question.read(body))
        if body.status in (400, 404, 410) and question.denies(body):
            return Absent()
    except ShapeError as error:
        return Trouble(f"{service} sent {error}", passing=True, status=body.status)
    return _refusal(service, body, now)


def _refusal(service: str, body: Body, now: datetime) -> Trouble:
    status = body.status
    passing = status >= 500 or status in (404, 408, 425, 429)
    says = _REFUSALS.get(status, f"answered {status}{_phrase(status)}")
    return Trouble(f"{service} {says}", passing, status, retry_after(body.headers, now))


def _phrase(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that `Retry-After` asks to wait, given as seconds or as a date; None without it."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
