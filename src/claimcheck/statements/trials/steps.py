"""The steps of a trial that people went through, by the words for them."""

from __future__ import annotations

from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.trials.line import Line

_STEPS = {
    "screened": lazy(
        r"\bscreen\w*|assessed|interviewed|applied|wrote in|contacted|considered|eligib\w+|"
        r"evaluated(?! (?:the|its|an?|it|@)\b)"
    ),
    "randomised": lazy(
        r"randomi[sz](?:ed|es|e|ing)?\b(?!,?\s+(?:controlled|clinical|double|single|placebo|trial|"
        r"study|phase|open|comparative|cross|pilot|waiting))|randomly assigned|"
        r"underwent randomi[sz]ation|(?:assigned|split|divided|sorted|put) at random|"
        r"by (?:drawing )?lots?\b|randomly (?:split|divided|put|drawn)"
    ),
    "completed": lazy(
        r"complet(?:ed|ing|e|es|ers)\b|finished|stuck with|stuck it out|saw it through|"
        r"stayed (?:to|until|through|for)|still (?:there|in (?:it|the))|made it to|"
        r"lasted (?:to|until)"
    ),
    "analysed": lazy(r"analy[sz](?:ed|es)\b|\banalysis\b|evaluable"),
    "dosed": lazy(r"\bdosed\b|treated|received|given|\bgot\b|\bgave\b|\btook\b(?! part)"),
}
AGAIN = "again"
"""The step of a later look at a trial."""
STAYED = lazy(
    r"\s+(?:of (?:them|these|those|whom)\s+)?(?:(?:were|was) still (?:there|in (?:it|the "
    r"(?:trial|study)))|(?:had )?stayed (?:to|until|through|for)|made it to|saw it through|"
    r"stuck it out|lasted (?:to|until)|finished|completed)\b"
)
"""What says of people that they completed a trial."""
LEFT = lazy(
    r"\s+(?:of (?:them|these|those|whom)\s+)?(?:people\s|patients\s|participants\s)?(?:had |"
    r"then |later )?"
    r"(?:pulled out|dropped out|withdrew|left (?:the (?:trial|study)|early|before the end)|"
    r"quit the (?:trial|study)|discontinued|did not (?:finish|complete))\b"
)
"""What says of people that they left a trial before its end."""


def step_of(line: Line, count: Count, counts: tuple[Count, ...]) -> str | None:
    """The step that the words next to a number name, no further than the next number."""
    left = max((c.end for c in counts if c.end <= count.start), default=0)
    right = min((c.start for c in counts if c.start >= count.end), default=len(line.low))
    after = line.low[count.end : min(right, count.end + 60)]
    before = line.low[max(left, count.start - 45) : count.start]
    for words in (count.text.lower() + _first_clause(after), _last_clause(before)):
        for step, pattern in _STEPS.items():
            if pattern.search(words):
                return step
    return None


def _first_clause(words: str) -> str:
    for mark in (", ", "; ", " (", " and ", " but ", " before "):
        words = words.partition(mark)[0]
    return words


def _last_clause(words: str) -> str:
    for mark in ("; ", ", ", ": "):
        words = words.rpartition(mark)[2]
    return words
