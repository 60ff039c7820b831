"""What a text only repeats in order to deny it: "it is often said that …, but that is wrong".

The denial may follow in the same sentence, in the next one, or in the answer to a question.
Without one, what a text passes on is held against the records like anything else.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.bibliography import Span
from claimcheck.patterns import lazy
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.scope import Scope

_SAID = lazy(
    r"\b(?:it(?: is|[’']s| was| has been)(?: \w+){0,2} (?:said|reported|claimed|written|believed|"
    r"assumed|thought|repeated|suggested|stated|held|argued)(?: \w+)?|"
    r"(?:one|you|people|some|many|most|others|readers|patients|clients)(?: \w+){0,3} "
    r"(?:hears?|reads?|says?|thinks?|believes?|claims?|assumes?|told|ask(?:s|ed)? (?:me|us))"
    r"(?: \w+)?|"
    r"(?P<wrong>myths?|misconceptions?|misunderstandings?|misbelief|mistaken?|wrong)\b"
    r"[^.;]{0,40}?) (?:that|is that|to think|to say|to believe)\b"
)
"""Words that hand what follows to others."""
_TURN = lazy(r"\b(?:but|yet|though|although|whereas|however)\b|[;:—–(]|[.!?][”\"’'»]? ")
"""Where the writer takes the word again."""
_NOT_SO = lazy(
    r"\W*(?:(?:a|answer|q|but|yet|and|though|however|in fact|in truth|well)\b\W*){0,3}"
    r"(?:(?:nope|wrong|false|untrue|incorrect)\b|no\b(?! \w)|"
    r"not (?:so|true|quite|yet|really|the case|any ?more)\b|"
    r"(?:one|you|they|we) (?:hears?|heard?|reads?) (?:wrongly|wrong)\b|"
    r"(?:it|they|this|that|these|those|neither|both|none)\b(?: \w+)? "
    r"(?:(?:is|are|was|were|has|have|had|do|does|did|can) (?:\w+ )?(?:not|wrong|false|untrue|"
    r"incorrect|mistaken|inaccurate|misleading|outdated|out of date|no longer|"
    r"an? (?:old )?(?:myth|mistake|misunderstanding|misconception|rumou?r))\b|"
    r"(?:is|are|was|were|has|have|had|do|does|did|ca)n[’']t\b))"
)
"""A denial at the beginning of what follows."""
_QUOTES = '“"«„'


def disowned(scope: Scope) -> Span | None:
    """The stretch of a sentence that the writer repeats only to deny it, if any; offsets count
    from the beginning of the sentence."""
    text = scope.sentence.text
    said = _SAID.search(text.lower())
    if said is None and not _is_quote(text):
        return None
    begin = said.end() if said else 0
    wrong = said is not None and bool(said["wrong"])
    for turn in _TURN.finditer(text.lower(), begin):
        if wrong or _NOT_SO.match(text.lower(), turn.start()):
            return begin, turn.start()
    return (begin, len(text)) if wrong or _NOT_SO.match(_next(scope).lower()) else None


def own(found: Iterable[Opinion], scope: Scope) -> tuple[Opinion, ...]:
    """The opinions on what the writer says in earnest, and what of the rest is right."""
    span = disowned(scope)
    return tuple(
        one
        for one in found
        if one.standing == "supported" or not span or one.end <= span[0] or span[1] <= one.start
    )


def _is_quote(text: str) -> bool:
    return text.strip()[:1] in _QUOTES and text.strip(" .!?")[-1:] in '”"»“'


def _next(scope: Scope) -> str:
    """What follows the sentence in its block or, at its end, the next block."""
    rest = scope.block.text[scope.sentence.end :].strip()
    after = scope.sentence.block + 1
    if rest or after >= len(scope.document.blocks):
        return rest
    return scope.document.blocks[after].text
