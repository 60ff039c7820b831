"""For or against: on which side a sentence puts those who decide on a law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases

Actor = Literal["voters", "governor", "chamber", "council", "mayor", "nobody"]

_ACTORS = lazy(
    r"\b(?P<voters>voters?|electorate|the people of|citizens|referendum|popular vote|"
    r"ballot (?:initiative|measure|question)s?|at the (?:ballot box|ballot|polls))\b"
    r"|\b(?P<mayor>mayor)\b|\b(?P<council>(?:city )?council|councill?ors|supervisors)\b"
    r"|\b(?P<governor>governor|gov|president)\b"
    r"|\b(?P<chamber>lawmakers|legislat(?:ure|ors)|senat(?:e|ors)|house(?! bill)|assembly|"
    r"parliament|congress|deputies|chambers?)\b"
)
_FOR = lazy(
    r"\b(?P<final>sign(?:ed|s|ature|ing)|enacted|"
    r"name (?:under|to|on)(?= (?:it|the)\b| #))\b"
    r"|\b(?P<law>bec(?:a|o)m(?:e|es|ing) (?:\w+ )?law|(?:written|put) into law|"
    r"(?:is|are) (?:now |by now )?law|took effect)\b"
    r"|\b(?P<own>carried|prevailed|succeeded|won|squeaked|sailed|an? (?:win|victory|triumph))\b"
    r"|\b(?:pass(?:ed|es|ing)(?! on [\w-]+(?:ation|ing)\b)|approv(?:ed|es|ing)|adopt(?:ed|s|ing)|"
    r"back(?:ed|s|ing)|cleared|said yes|yes to|(?:was|were|is|are|came out|"
    r"voted|came down) (?:for it|in favou?r)|accepted|agreed|endorsed|greenlit|green-lit|"
    r"voted for|voted(?: (?:in|on))?(?: [\w#,]+){0,3}? to)\b"
)
_AGAINST = lazy(
    r"\b(?P<final>veto(?:ed|es|ing)?|(?:declin|refus)(?:ed|es|ing) to sign)\b"
    r"|\b(?P<own>died|dies|sank|sunk|lost|failed(?! to)|fell short|went down|came to nothing|"
    r"an? (?:defeat|loss))\b"
    r"|\b(?:reject(?:ed|s|ing)?|defeat(?:ed|s)?|killed|scuttled|axed|nixed|blocked|"
    r"buried|struck down|shot down|sent \S+(?: \S+)? back|sent back|"
    r"turned (?:\S+ ){0,4}?down|turned down|voted (?:\S+ )?(?:against|down)|said no|no to|"
    r"refused|declined|pass(?:ed|es) on(?= [\w-]+(?:ation|ing)\b)|threw out|thrown out|against it|"
    r"came (?:out|down) against|held out)\b"
)
_MAKES = lazy(
    r"\b(?:(?:de-?|re-?)?(?:criminali|legali)[sz](?:ed|es)|brought|brings|created?s?|set up|"
    r"established|opened|launched|made|told|ordered|put|took|gave|did|chose|decided|ended|"
    r"freed|allowed|removed|got|gets|came|comes|owes|won)\b"
)
_CLEFT = lazy(r"\b(?:it was|it is|it took) (?:an? |the )?(?:\w+ ){0,2}?\Z")
_NOT = lazy(
    r"\bnot (?:an? |the |its )?(?:\w+ )?\Z|\b(?:rather than|instead of|without) (?:\w+ ){0,2}\Z|"
    r"\b(?:laws?|measures?|acts?|what|that|which) (?:that |which )?(?:the )?(?:state's )?\Z"
)
"""Before somebody: it was not he; or he is the subject of a relative clause on another law."""
_THROUGH = lazy(r"\b(?:through|by|via|in|at) (?:an? |the |its )?(?:own )?\Z")
_SUPPOSED = lazy(r"\b(?:had|were|should) (?:it|they|the \w+|#+) \Z")
_WOULD = lazy(
    r"\b(?:that|which) would (?:have )?(?!be)\w+ [^,;]*?(?=\b(?:was|were|is|ha[sd])\b|\Z)"
)
"""What a bill would do stands between it and what became of it."""
_UNTIL_THEN = lazy(
    r"\bbefore (?=(?:the |its |an? )?(?:\w+ )?(?:governor|mayor|council|voters|house|senate|"
    r"assembly|lawmakers|legislature)(?: \w+)? ?\Z)"
)
"""Before those who decided: one decision came before the other."""
_SINCE_THEN = lazy(r".*\b(?:where|after|because|since) ")
_ITSELF = lazy(
    r"(?:#|\b(?:it|bill|act|law|measure|question|initiative|ordinance|proposal|proposition|resolution|"
    r"effort|which|that|vote|reform|referendum|legislation)\b)[^.;]{0,30}\Z|\A\W*\Z"
)
"""Before a verb of which the law is the subject."""
_SETBACK = lazy(
    r"\b(?:first|earlier|previous\w*|twice|initially|originally|committee)\b|\bbefore\W*\Z"
)
_BY = lazy(r"[^.;:]{0,24}?\b(?:by|from) (?:the |its |a )?(?:\w+[ '’]+){0,3}?\Z")
_SHARE = lazy(
    r"(?:%|per ?cent|\b(?:(?!(?:19|20)\d\d\b)\d+|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|most|many|some|several|few|half|third|quarter|fifth|majority))"
    r"(?: (?:of|in|the|all|\w+ of))*(?: \w+)? ?\Z"
)
"""Before a verb: it tells how some voted, not what came of it."""
_TOTAL = lazy(r"\b(?:by|with|at|of|to) (?:about |some |just |nearly |over |around )?[\w.%-]*\Z")
_A_BAN = lazy(
    r" (?:(?:the|an?|any|such|local|proposed|city|county|[\w-]+-(?:year|wide)) )*"
    r"(?:bans?|moratori(?:um|ums|a)|opt-?outs?|prohibitions?|repeals?)\b"
)
"""After a refusal: what was turned down is a limit to a law."""
_PARTS = (
    r"\b(?:in|by|across) (?:(?:all|about|some|only|just) )?(?:\d+|many|most|several|some|a few|"
    r"half|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)"
    r"(?: of (?:the |its |\w+'s )?(?:\d+ )?)?"
    r"(?: ?[\w-]+)? ?(?:counties|towns|cities|districts|precincts|municipalities|communities)\b"
)
_PART_BEFORE = lazy(rf"{_PARTS}[^.;]{{0,24}}\Z")
_PART_AFTER = lazy(rf"(?: by (?:the )?\w+)? {_PARTS}")
"""Around a decision: it is that of some parts of a state, not of the whole."""
_WRITER = lazy(r"\b(?:i|we) \Z")
"""Before a verb: whoever writes makes no law."""
_REACH = 72
_NEAR = 34


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who is said to be for a law, or against it."""

    actor: Actor
    agrees: bool
    final: bool
    """Said of the last step, after which a law is made or has failed."""
    denied: bool
    """Said by denying the other."""
    start: int
    end: int


def sides(words: str) -> Iterator[Side]:
    """Who is said to have been for or against, in the order of the words."""
    for pattern, agrees in ((_FOR, True), (_AGAINST, False)):
        for found in _told(words, pattern):
            if _SHARE.search(words[_from(words, found) : found.start()]):
                continue
            denied = bool(phrases.NEGATION.search(words[_from(words, found) : found.start()]))
            groups = found.groupdict()
            own = bool(groups.get("own") or groups.get("law"))
            final = bool(groups["final"] or groups.get("law"))
            actor = _actor(words, found, own=own)
            yield Side(actor, agrees != denied, final, denied, *found.span())


def _told(words: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Words for a decision that are told as a fact, and of the law where they can be of others."""
    for found in pattern.finditer(words):
        before = words[max(0, found.start() - _REACH) : found.start()]
        before = _SINCE_THEN.sub(" ", _UNTIL_THEN.sub(" ", _WOULD.sub(" ", before)))
        ideal = any(p.search(before) for p in (phrases.IDLE, phrases.FORECAST, _SUPPOSED))
        limit = pattern is _AGAINST and _A_BAN.match(words, found.end())
        if not (
            ideal
            or limit
            or _WRITER.search(before)
            or _is_of_parts(words, found)
            or (found["own"] and not _ITSELF.search(before))
        ):
            yield found


def refused(words: str) -> bool:
    """Whether somebody is said to have turned a law down in so many words."""
    return any(True for _ in _told(words, _AGAINST))


def refused_in_parts(words: str) -> bool:
    """Whether a law is said to have been turned down in some parts of a state."""
    return any(
        _is_of_parts(words, found) and not _A_BAN.match(words, found.end())
        for found in _AGAINST.finditer(words)
    )


def _is_of_parts(words: str, found: re.Match[str]) -> bool:
    before = words[max(0, found.start() - _REACH) : found.start()]
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(words, found.end()))


def _from(words: str, found: re.Match[str]) -> int:
    """Where the verb's own stretch begins: no further back than its clause."""
    start = max(0, found.start() - _NEAR)
    return max(start, *(words.rfind(mark, start, found.start()) + 1 for mark in ",;:("))


def _actor(words: str, found: re.Match[str], *, own: bool) -> Actor:
    """Who acts: named after "by", else the nearest before a verb that is not the law's own."""
    for after in _ACTORS.finditer(words, found.end(), found.end() + _REACH):
        if _BY.fullmatch(words[found.end() : after.start()]):
            return _named(after)
    if own:
        return "nobody"
    near = _ACTORS.finditer(words, max(0, found.start() - _REACH), found.start())
    before = [a for a in near if not _NOT.search(words[max(0, a.start() - _NEAR) : a.start()])]
    return _named(before[-1]) if before else "nobody"


def _named(found: re.Match[str]) -> Actor:
    name: Actor = found.lastgroup or "nobody"  # type: ignore[assignment]
    return name


def is_setback(words: str, side: Side) -> bool:
    """Whether it is told of an earlier step than the one that decided."""
    return bool(_SETBACK.search(words[max(0, side.start - _NEAR) : side.end + _NEAR]))


def makers(words: str) -> frozenset[Actor]:
    """Who is said to have made a law: as the subject of what it did, in a cleft, or after "by"."""
    found = set()
    verbs = [v.start() for v in (*_MAKES.finditer(words), *_FOR.finditer(words))]
    for actor in _ACTORS.finditer(words):
        before = words[max(0, actor.start() - _NEAR) : actor.start()]
        after = min((v for v in verbs if v >= actor.end()), default=None)
        acts = after is not None and after - actor.end() <= _NEAR
        if _NOT.search(before) or not verbs:
            continue
        if _CLEFT.search(before) or _THROUGH.search(before) or acts:
            found.add(_named(actor))
    return frozenset(found)


def leaning(words: str, end: int) -> bool | None:
    """Whether a share that ends there is told to have been for it; None if neither is said."""
    after = words[end : end + _NEAR]
    found = [(m.start(), agrees) for p, agrees in ((_FOR, True), (_AGAINST, False))
             for m in p.finditer(after) if not m.groupdict().get("own")]  # fmt: skip
    clear = found and not phrases.NEGATION.search(after) and not _TOTAL.search(words[:end])
    return min(found)[1] if clear else None
