"""What judging one statement of a sentence comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.findings import Suggestion

Standing = Literal["contradicted", "outdated", "unsourced", "supported"]
GRAVITY: dict[Standing, int] = {"contradicted": 3, "outdated": 2, "unsourced": 1, "supported": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One statement of a sentence and how the records stand to it.

    `start` and `end` are offsets in the sentence. A statement on which the records have no view,
    but which wants a source, is `unsourced`; whether a citation covers it is decided later.
    """

    standing: Standing
    start: int
    end: int
    found: str
    """What the sentence says, in a few words: "216 participants"."""
    expected: str | None = None
    """What the records say: "233 randomised"."""
    message: str = ""
    """A sentence for the writer that shows both sides."""
    claims: tuple[str, ...] = ()
    trials: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    suggestion: Suggestion | None = None
    remark: str | None = None
    """A hint on a statement that is supported but loosely worded."""
