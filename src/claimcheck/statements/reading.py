"""A sentence with its quantities, and questions about what belongs to which of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, Quantity
from claimcheck.model.quantity import Mention as Figure
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.names import Mention
from claimcheck.statements.scope import Scope

_BLANKED = {"code", "footnote", "superscript", "citation-key"}
_CLAUSE = lazy(r"[;:]|,\s|\b(?:and|but|while|whereas|versus|vs|against|compared)\b")
_LINKED = ("://", "10.", "w.", "W.")
"""One of these stands in every bare link."""
_BARE_LINK = lazy(r"(?:https?://|www\.|doi:\s?10\.)\S+", re.IGNORECASE)


_ANSWER = lazy(r"\A\s*A(?:nswer)?\s?[:.)]\s")
"""What an answer begins with, under its question."""
_REPLY = lazy(r"\A\s*No\s?[:,;–—](?= (?:the|it|in|at|on|its?|that|this|[A-Z]))")
"""What denies what was asked, and nothing of what follows."""


class Placed(Protocol):
    """Anything that stands at a place in a sentence."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


P = TypeVar("P", bound=Placed)
Q = TypeVar("Q", bound=Figure)

_LINKING = lazy(
    r"[\s,(]*(?:%|of|in|with|on|for|among|from|at|after|who|that|those|were|was|had|the|a|an|all|"
    r"participants?|patients?|people|subjects?|adults?|individuals?|veterans?|volunteers?|given|"
    r"receiving|received|got|taking|took|treated|assigned|randomi[sz]ed|rates?|to|and|,|\s|\(|"
    r"their|its|his|in\s+the|group|arm|had|have|showed|achieved|reached|met|went|into|as|clinical)*"
    r"[\s(]*\Z"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The quantities of a sentence; offsets count from the sentence's beginning."""

    scope: Scope
    text: str
    """The sentence with links, notes and citation keys blanked out, of the same length."""
    low: str
    """The same in lower case."""
    quantities: tuple[Quantity, ...]

    def of(self, kind: type[Q]) -> tuple[Q, ...]:
        """The quantities of one type."""
        return tuple(q for q in self.quantities if isinstance(q, kind))

    def says(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match of a pattern (written for lower case)."""
        return pattern.search(self.low)


def read_sentence(scope: Scope) -> Reading:
    """Read the quantities of a scope's sentence."""
    text = _blanked(scope)
    named = [m for m in scope.own.mentions if m.kind in {"trial", "compound", "scale"}]
    figures = tuple(q for q in read(text) if not _in_a_name(q, named))
    return Reading(scope, text, text.lower(), figures)


def _in_a_name(figure: Quantity, names: Sequence[Mention]) -> bool:
    """Whether a number is part of a name: PsiloDep 2, COMP 001."""
    return isinstance(figure, Count) and any(
        name.start <= figure.start < name.end for name in names
    )


def _blanked(scope: Scope) -> str:
    plain = scope.text
    begin = scope.sentence.start
    for mark in scope.block.marks:
        if mark.kind in _BLANKED:
            start, end = max(mark.start - begin, 0), min(mark.end - begin, len(plain))
            if start < end:
                plain = f"{plain[:start]}{' ' * (end - start)}{plain[end:]}"
    if begin == 0 and scope.block.headings:
        plain = _ANSWER.sub(lambda found: " " * len(found.group()), plain)
    plain = _REPLY.sub(lambda found: " " * len(found.group()), plain)
    plain = plain.replace("\u00ad", " ").replace("\u00a0", " ").replace("\n", " ")
    if not any(sign in plain for sign in _LINKED):
        return plain
    return _BARE_LINK.sub(lambda found: " " * len(found.group()), plain)


def belonging(
    figure: Placed, peers: Sequence[Placed], attributes: Iterable[P], text: str
) -> P | None:
    """The attribute (an arm, an outcome, a time point) that belongs to a figure.

    `peers` are the figures of the same sort, this one included. An attribute that follows the
    figure with nothing but linking words between wins; then one that leads up to it; then the
    nearest on its own side of its peers; then any that stands before all figures.
    """
    found = [a for a in attributes if a.end <= figure.start or a.start >= figure.end]
    left, right = _neighbours(figure, peers, len(text))
    after = [a for a in found if figure.end <= a.start < right]
    before = [a for a in found if left <= a.start and a.end <= figure.start]
    following = min(after, key=lambda a: a.start, default=None)
    leading = max(before, key=lambda a: a.end, default=None)
    if following and _follows(following, figure, text):
        return following
    if (
        leading
        and following
        and any(p.end <= leading.start and _follows(leading, p, text) for p in peers)
    ):
        return following
    if leading and following:
        near = following.start - figure.end < figure.start - leading.end
        return following if near and not _starts_clause(text, figure.end, following) else leading
    if leading or following:
        return leading or following
    first = min((p.start for p in peers), default=figure.start)
    heads = [a for a in found if a.end <= first]
    return max(heads, key=lambda a: a.end, default=None)


def _follows(attribute: Placed, figure: Placed, text: str) -> bool:
    """Whether nothing but linking words stand between a figure and an attribute after it."""
    return bool(_LINKING.match(text[figure.end : attribute.start].lower()))


def _neighbours(figure: Placed, peers: Sequence[Placed], length: int) -> tuple[int, int]:
    left = max((p.end for p in peers if p.end <= figure.start), default=0)
    right = min((p.start for p in peers if p.start >= figure.end), default=length)
    return left, right


def _starts_clause(text: str, end: int, attribute: Placed) -> bool:
    """Whether a new clause begins between a figure and an attribute after it."""
    between = text[end : attribute.start].lower()
    return bool(_CLAUSE.search(between))
