"""A sign of how far a trial is: how it is put, and how it is looked for in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.signwords import IS, NOT, WILL
from claimcheck.statements.decisions.steps import Step

Manner = Literal["ahead", "denied", "now"]
"""`ahead`: to come; `denied`: not yet done; `now`: it is being done."""
Head = Literal["will", "not", "is"]
_HEADS: Final[dict[Head, re.Pattern[str]]] = {"will": lazy(WILL), "not": lazy(NOT), "is": lazy(IS)}
_THEN = lazy(r"\b(?:was|were|had|did)\b")
"""Between a subject and what is still so: it is told of the past."""
_GAP = lazy(r"(?<=\S)\s{9,}(?=\S)")
_REACH = 90
"""Characters before a verb in which its subject is looked for."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words, how they put it, and the step that is then still ahead."""

    manner: Manner
    step: Step
    words: re.Pattern[str]
    head: Head | None = None
    """The verb that they follow; None for words that stand by themselves."""
    about: re.Pattern[str] | None = None
    """What the verb must be said of."""
    pieces: tuple[str, ...] = ()
    """Words that stand by themselves hold one of these."""


def _alone(sign: Sign, words: str) -> tuple[int, int] | None:
    if not any(piece in words for piece in sign.pieces):
        return None
    found = sign.words.search(words)
    return found.span() if found else None


def _after(sign: Sign, words: str, heads: list[re.Match[str]]) -> tuple[int, int] | None:
    for head in heads:
        rest = sign.words.match(words, head.end())
        if rest is None:
            continue
        if sign.about is None:
            return head.start(), rest.end()
        subject = sign.about.search(words, max(0, head.start() - _REACH), head.end())
        if subject and not _THEN.search(words, subject.end(), head.start()):
            return subject.start(), rest.end()
    return None


def verb(
    manner: Manner, step: Step, head: Head, *words: str, about: re.Pattern[str] | None = None
) -> Sign:
    """Words that follow a verb of time, said of something."""
    return Sign(manner, step, lazy("|".join(words)), head, about)


def said(manner: Manner, step: Step, pieces: str, *words: str) -> Sign:
    """Words that stand by themselves; `pieces`, between "|", are looked for first."""
    return Sign(manner, step, lazy("|".join(words)), pieces=tuple(pieces.split("|")))


Found = tuple[Sign, int, int]


def found_in(words: str, signs: Sequence[Sign]) -> Iterator[Found]:
    """Every sign in a clause, each once, with the stretch that it takes up.

    What was blanked inside the clause counts for one space: a subject is as near its verb.
    """
    gap = _GAP.search(words)
    if gap is None:
        yield from _found(words, signs)
        return
    cut = len(gap.group()) - 1
    for sign, start, end in _found(words[: gap.start()] + " " + words[gap.end() :], signs):
        yield sign, start + cut * (start > gap.start()), end + cut * (end > gap.start() + 1)


def _found(words: str, signs: Sequence[Sign]) -> Iterator[Found]:
    heads = {name: list(pattern.finditer(words)) for name, pattern in _HEADS.items()}
    for sign in signs:
        found = _alone(sign, words) if sign.head is None else _after(sign, words, heads[sign.head])
        if found:
            yield sign, *found
