"""Requests and answers as the stand-in's services see them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal
from urllib.parse import parse_qsl, unquote

Delivery = Literal["send", "reset"]


@dataclass(frozen=True)
class Request:
    """One request, with the target exactly as it came over the wire."""

    service: str
    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""
    holes: frozenset[str] = frozenset()

    @cached_property
    def raw_path(self) -> str:
        """The path still percent-encoded."""
        return self.target.partition("?")[0]

    @cached_property
    def path(self) -> str:
        """The path percent-decoded once, as Jetty hands it to the application."""
        segments = self.raw_path.split("/")
        return unquote("/".join(segment.partition(";")[0] for segment in segments))

    @cached_property
    def query(self) -> list[tuple[str, str]]:
        """The parameters in their order, decoded, `+` read as a space."""
        return parse_qsl(self.target.partition("?")[2], keep_blank_values=True)

    @cached_property
    def parameters(self) -> dict[str, str]:
        """The parameters by name; of a repeated one the last stands."""
        return dict(self.query)


@dataclass(frozen=True)
class Response:
    """What goes back; `cut` is the number of body bytes really sent."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    chunked: bool = False
    cut: int | None = None
    delivery: Delivery = "send"


def compact_json(value: Any) -> bytes:
    """Write JSON the way Crossref does: no blanks, pure ASCII, slashes escaped."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("/", "\\/").encode("ascii")


def json_response(
    value: Any, status: int = 200, content_type: str = "application/json"
) -> Response:
    """A JSON answer with a length, as Crossref's own routes give it."""
    headers = {"content-type": content_type, "vary": "Accept-Encoding"}
    return Response(status, compact_json(value), headers)


def plain_response(status: int, text: str, content_type: str = "text/plain") -> Response:
    """A short text, sent chunked like Jetty's error answers."""
    return Response(status, text.encode(), {"content-type": content_type}, chunked=True)
