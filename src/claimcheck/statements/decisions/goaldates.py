"""Whether a written date is the goal of a review, not the day of a decision."""

from __future__ import annotations

from claimcheck.patterns import lazy

_GOAL = (
    r"\b(?:pdufa|target|goal|action|user[- ]fee)(?: (?:action|goal|target|decision))?"
    r"(?: (?:date|day|deadline))?\b"
)
"""Bare, "target", "goal" and "action" mean something else: below, a word for a day must follow."""
_LED = lazy(
    rf"{_GOAL}(?<!action)(?<!target)(?<!goal)(?: (?:for|on|of) [^.;,\d]{{2,40}}?)?\s*"
    r"(?:(?:[:(]|of|is|was|on|set (?:for|to)|falls on|fell on|had been|will be|being)\s*"
    r"(?:the )?)?\Z"
)
_FOLLOWED = lazy(
    r"\W*(?:as|is|was|being|for) (?:the |its |an? )?(?:fda[’']?s? )?"
    rf"{_GOAL}(?<!action)(?<!target)(?<!goal)"
)


def is_goal(low: str, start: int, end: int) -> bool:
    """Whether words around the date at `start`–`end` of a text in lower case call it a goal."""
    return bool(_LED.search(low, 0, start) or _FOLLOWED.match(low, end))
