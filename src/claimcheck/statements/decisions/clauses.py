"""Clauses: the stretches of a sentence that have a verb of their own.

Each clause keeps the sentence's length with everything else blanked, so that offsets in a clause
are offsets in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy

_COMMA = lazy(r",\s")
VERB = lazy(
    r"(?<![\w-])(?:is|are|was|were|be|been|being|am|has|have|had|will|would|may|might|can|could|"
    r"cannot|"
    r"does|do|did|isn't|aren't|wasn't|weren't|hasn't|haven't|won't|can't|doesn't|don't|didn't|"
    r"[a-z]{3,}(?<!assist)(?<!bas)ed|became|becomes?|gave|gives?|won|wins?|got|gets?|said|says?|"
    r"told|made|makes?|took|takes?|put|puts|began|begins?|went|goes|met|shows?|remains?|stays?|"
    r"holds?|held|means|meant|grants?|allows?|lets?|permits?|approves?|rejects?|refuses?|lists?|"
    r"plans?|awaits?|expects?|faces|works|comes|came|led|saw|sees|found|set|sets|kept|keeps|left|"
    r"fell|rose|shares?|votes?|received?|receives|bans?|backs?|clears?|bought|buys?|needs?|should|must|"
    r"looks?|stands?|stood|sits?|sat|lies|knows?|knew|thinks?|hopes?|seems?|follow(?:s|ing)|"
    r"(?:we|i|you|they) (?:own|run|want|like|hear|see|read|go|use|buy|sell|know)|owns|"
    r"granting|making|becoming|giving|allowing|lacks?|files?|submits?|withdrew|broke|read|reads)"
    r"(?![\w-])"
)
_CUT = lazy(
    r";\s|:\s(?!\d)|\s[—–]\s?|—|\s--?\s"
    r"|,\s+(?=(?:and|but|or|while|whereas|although|though|which|who|whose|where|with|yet|so|nor|"
    r"however|thus|therefore|meanwhile|instead|after|before|because|since|making|becoming|followed|"
    r"following|granting|giving|allowing|"
    r"paving|as|when|if|once|until|unless|even|then|it|they|this|these|both|that|not)\b)"
    r"|,\s+(?=(?:[\w-]+\s){1,2}(?:is|are|was|were|has|have|had|will|may|can|remains?)\b)"
    r"|\s+(?=(?:but|while|whereas|although|though|because|whereupon|after|before|when)\b)"
    r"|\s+(?=and\s+(?:is|are|was|were|has|have|had|will|can|may|could|might|remains?|became|"
    r"received|"
    r"won|got|granted|approved|rejected|in\s+(?:[\w#.]+\s+)?(?:19|20)\d\d|the|a|an|it|its|they|"
    r"that|then|"
    r"later|again|now|still|not|only|no|none|neither|others?)\b)"
)
_OPENER = lazy(
    r"\s*(?:while|although|though|even\s+though|unlike|despite|after|following|since|because|"
    r"as(?!\s+(?:yet|of|for)\b)|"
    r"until|"
    r"whereas|when|once|if|should|provided|assuming|before|besides|"
    r"apart\s+from|aside\s+from|in\s+contrast\s+to|given|"
    r"with)\b"
)
_BRACKET = lazy(
    r"\(([^()]{3,})\)"
    r"|,(\s+(?:which|who|whose|where|though|although|while)\s[^,;()]{3,}),(?=\s)"
    r"|,(\s+(?:\w+ly\s+|first\s+|now\s+|already\s+)?[a-z]{3,}ed\b[^,;()]{3,}),"
    r"(?=\s+(?:is|are|was|were|has|have|remains?|can|may|will|must|does|had)\b)"
    r"|,(\s+(?:now|still|currently) (?:under|before|with|in) [^,;()]{3,}),(?=\s)"
    r"|\s[—–]\s([^—–;]{3,})\s[—–](?=\s)"
)
_SHORT = 4
_RELATIVE = lazy(r"[\s,]*(?:which|who|whose|where|that)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause; `words` has the length of the sentence, blank outside the clause."""

    start: int
    end: int
    words: str
    relative: bool = False
    bracketed: bool = False

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch stands in the clause."""
        return self.start <= start and end <= self.end and bool(self.words[start:end].strip())


def split(low: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in lower case, in order; those in brackets come last."""
    brackets = [m for m in _BRACKET.finditer(low) if _stands_alone(m[m.lastindex or 0])]
    outer = low
    for found in brackets:
        outer = _blank(outer, *found.span(found.lastindex or 0))
    clauses = [_clause(outer, start, end) for start, end in _joined(outer, list(_spans(outer)))]
    inner = [_clause(low, *m.span(m.lastindex or 0), bracketed=True) for m in brackets]
    return (*clauses, *inner)


def _stands_alone(words: str) -> bool:
    """Whether words in brackets make a statement of their own."""
    return bool(VERB.search(words)) or len(words.split()) > _SHORT


def _spans(low: str) -> Iterator[tuple[int, int]]:
    """Every stretch between two possible boundaries."""
    start = 0
    cuts = sorted({m.start() + len(m.group().rstrip()) for m in _CUT.finditer(low)} | _opening(low))
    for cut in cuts:
        if cut > start:
            yield start, cut
            start = cut
    yield start, len(low)


def _opening(low: str) -> set[int]:
    """The comma that ends a subordinate clause at the beginning of a sentence."""
    if not _OPENER.match(low):
        return set()
    for found in _COMMA.finditer(low):
        if len(low[: found.start()].split()) >= 3 and VERB.search(low, found.end()):
            return {found.end()}
    return set()


def _joined(low: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches without a verb joined to the one before; at the beginning, to the one after."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        verbless = not VERB.search(low, start, end)
        if joined and (verbless or not VERB.search(low, *joined[-1])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _clause(low: str, start: int, end: int, *, bracketed: bool = False) -> Clause:
    words = " " * start + low[start:end] + " " * (len(low) - end)
    return Clause(start, end, words, bool(_RELATIVE.match(low, start)), bracketed)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
