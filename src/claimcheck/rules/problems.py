"""What rules say of a claim, in one form."""

from __future__ import annotations

from typing import Any

from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.model.findings import Problem


def about(base: Base, claim: Claim, message: str, *path: str | int, **more: Any) -> Problem:
    """A problem of a claim, at the field that `path` leads to (default: its id).

    `more` are further fields of the problem.
    """
    return Problem(
        where=base.at(claim, *(path or ("id",))),
        message=message,
        text=claim.statement,
        claim=claim.id,
        waivers=claim.waivers,
        **more,
    )
