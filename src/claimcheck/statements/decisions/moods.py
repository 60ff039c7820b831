"""In what spirit a cue is said: as a fact, foreseen, or neither; affirmed or denied."""

from __future__ import annotations

from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.ahead import MINDED

Mood = Literal["fact", "forecast", "idle"]

_NEAR = 70
_AHEAD = 70
_NEITHER = lazy(r"\b(?:neither|nor|none of)\b")
_INVERTED = lazy(r"\s*(?:(?:and|but|yet|so),? )?(?:had|were|should) (?!not\b)[\w’'. ]{2,60}?\b")
"""A condition without "if": "Had the agency approved it, …"."""
_PAST = lazy(r"\b(?:never|was|were|did|had)\b|\b(?:was|were|did|had)n[’']t\b")
"""A negation of the past, which a later event does not overtake."""
_BUT_NOT = lazy(r"\b(?:but|and|though|,) (?:not|never)(?: yet)? (?:for|in|as|to)\b")
"""After an approval: what it leaves out, which does not deny it."""
_RELATIVE = lazy(r"\b(?:that|which|who)\b")
_TOOK_UNTIL = lazy(
    r"\b(?:took|needed|had to wait)\b[^.;]{0,40}?\b(?:until|till)\b[^.;]{0,90}?\bto\b"
)
"""What took until a day to be done was done."""
_MINDED = lazy(rf"\b(?:will|would|may|might|should|must) (?:\w+ )?{MINDED} that\b")
_INSERTED = lazy(r"(?:, without\b[^,;]{1,50}|\bwithout (?:[\w-]+ ){0,2}?[\w-]+),")
"""What is done without something is done: "alone, without a tablet, it is approved"."""
_NONE = lazy(
    r" (?:no|none|nothing|neither)\b(?! (?:longer|fewer|less|doubt))"
    r"|[^.;,]{0,60}? for (?:nothing(?! (?:but|except|else|other|beyond)\b)|"
    r"no (?:disease|disorder|condition|use|purpose|indication)s?)\b"
)
"""After a verb: "approved no X", "approved X for nothing"."""
_NEITHER_NOR = lazy(r"[^.;,]{0,40}?\bneither\b[^.;]{2,80}?\bnor\b")
_UNTIL = lazy(r"\W*(?:by [\w.\s]{0,30}?)?(?:until|till|before)\b")


@dataclass(frozen=True, slots=True)
class Modality:
    """The spirit of a cue; `idle` ones are wished, asked, supposed or history's forecasts."""

    mood: Mood
    negated: bool = False
    yet: bool = False
    """It speaks of the present state ("not yet", "still", "has not been")."""
    lapsed: bool = False
    """"No longer": it was so once."""


IDLE = Modality("idle")


def modality(words: str, start: int, end: int, *, noun: bool = False) -> Modality:
    """The spirit of the cue at `start`–`end` in the words of its clause.

    `noun` tells that the cue is a noun ("approval"), about which the verb comes after.
    """
    before, after = words[:start].lstrip(), words[end : end + _AHEAD]
    before = _MINDED.sub(" ", _TOOK_UNTIL.sub(" ", before))
    if _INVERTED.match(words) or phrases.IDLE.search(before) or phrases.HISTORY.search(before):
        return IDLE
    if phrases.TO_BE.search(before) and not phrases.ACHIEVED.search(before):
        return IDLE if _negated(before, after) else Modality("forecast")
    negated, yet = _negated(before, after), bool(phrases.YET.search(words))
    if noun and not negated:
        said = _RELATIVE.split(_BUT_NOT.sub(" ", after), maxsplit=1)[0]
        negated = bool(phrases.NEGATION.search(said))
    if _foreseen(before, after, noun=noun):
        return IDLE if negated or phrases.OPEN_ENDED.search(words) else Modality("forecast")
    yet = yet or (negated and not _PAST.search(before[-_NEAR:]))
    lapsed = bool(phrases.NO_LONGER.search(before[-_NEAR:]))
    return Modality("fact", negated, yet, lapsed)


def _foreseen(before: str, after: str, *, noun: bool) -> bool:
    if phrases.FORECAST.search(before) or phrases.FORESEEN.search(before):
        return True
    return noun and bool(phrases.FORESEEN_AFTER.search(after))


def _negated(before: str, after: str) -> bool:
    """Whether an odd number of negations precede; "not until 2019" affirms."""
    near = phrases.NOT_NEGATION.sub(" ", _INSERTED.sub(" ", before[-_NEAR:]))
    denials = 1 if _NEITHER.search(before) else len(phrases.NEGATION.findall(near))
    if denials and _UNTIL.match(after):
        return False
    denials += bool(_NONE.match(after) or _NEITHER_NOR.match(after))
    return denials % 2 == 1
