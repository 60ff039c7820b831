"""How a source stands, and what that is known from."""

from __future__ import annotations

from claimcheck.classes import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a reference (`ReferenceState`), and how and when it was learned."""

    state: str
    via: str | None = None
    checked_at: str | None = None
    """ISO 8601, UTC."""
    reason: str | None = None
    """Why it is unchecked, or on what the state rests."""
    transcribed: bool = False
    """Whether the record was copied from elsewhere and not fetched from a registry."""


UNCHECKED = Standing("unchecked", reason="not looked up")
