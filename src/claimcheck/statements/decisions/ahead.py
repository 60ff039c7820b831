"""Whether a clause says that something is still to come: awaited, planned, or not yet done."""

from __future__ import annotations

from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.patterns import DUE

Manner = Literal["denied", "awaited"]

_YET = r"(?: (?:still|so far|as yet|yet|to date|currently|as of [#\w]+|thus far|ever|all))*"
_SOON = (
    r"(?: (?:still|now|soon|also|currently|widely|reportedly|shortly|finally|tentatively|"
    r"only|just|both|presently|next|then|therefore))*"
)
_PENDING = (
    rf"(?:pending|outstanding|to come|forthcoming|imminent|un(?:decided|resolved)|not due|{DUE}|"
    r"set|poised|likely|about|going|earmarked|on (?:track|course)|in (?:the (?:works|pipeline|"
    r"offing|hands)|limbo|talks|negotiations)|under (?:\w+ ){0,2}?(?:review|consideration|"
    r"evaluation|assessment|discussion)|(?:before|with|in front of) "
    r"(?:the|its|parliament|congress|lawmakers|voters)|on the (?:\w+'s )?(?:desk|ballot)|"
    r"up for|on hold|stuck|"
    r"being (?:\w+ )?(?:review|weigh|consider|assess|evaluat|apprais|examin)ed|"
    r"(?:weeks|days|months) away|close to|at work on|busy with|(?:headed|heading|on (?:its|their) "
    r"way) (?:for|to)|(?:prepar|plann|hop|aim|intend|expect|wait|look|review|weigh|consider|assess|"
    r"evaluat|apprais|examin|deliberat|debat|draft|mull|ponder|consult|writ|work|push)ing)"
)
_BOUND = (
    r"\b(?:must|(?:has|have|needs?|is (?:bound|obliged|required)) to) (?:\w+ )?(?:rule|decide|"
    r"answer|respond|announce|(?:have )?(?:ruled|decided|answered|ma(?:ke|de) up its mind))\b"
)
"""What somebody is bound to do by a day that is written."""
_RULED = r"(?:(?:need|have) to|be (?:limited|restricted|confined|subject) to)\b(?![^.;]*#)"
"""What somebody will have to do, where no day is set, is what a rule in force asks of them."""
MINDED = r"(?:recall|remember|know|notice|note|see|agree|reali[sz]e|bear in mind)"
"""What readers will do with what is told."""
_NEWS = (
    r"\b(?:decision|verdict|ruling|word|answer|approval|authori[sz]ation|licen[cs](?:e|ing|ure)|vote|"
    r"clearance|green light|go-ahead|nod|guidance|rules|listing|legali[sz]ation|designation)\b"
)
_DENIED = lazy(
    rf"\b(?:(?:has|have|is|are){_YET}(?: not|n[’']t)|(?:may|can){_YET} not yet|can not|never)\b"
    r"(?! (?:only|just|merely|an?|the|all|every|each|always|enough|necessarily|about|because|"
    r"due to|so|in|sure|clear|alone|bound|obliged|"
    r"without|until|before|expected|surpris\w+)\b)"
    r"|\bcan(?:no|[’'])t\b|\byet to\b|\bremains? to be\b|\bstill (?:to be|has to|have to)\b|"
    r"\b(?:has|have) still to\b|\bremains? un\w+(?:ed|en|nt)\b"
    r"|\b(?:no one|nobody)\b(?! (?:will|would|needs?|asks?|wants?|should)\b)"
    r"|\b(?:(?<!ed )(?<![a-z]{3}s )(?:none of|nothing)|not (?:one|a single)|nowhere|neither of|"
    r"not yet|not so far)\b"
    rf"|\b(?:there (?:is|are)|there[’']s|still){_YET} (?:no|not any|nothing|lacks?|without|outside|"
    r"only)\b(?! (?:doubt|question|need|reason|evidence|longer)\b)|\b(?:has|have) nothing\b"
    rf"|\b(?:has|have|with|is|are|remains?){_YET} no (?:(?:legal|lawful|formal|official|regular) )?"
    r"(?:way|means|route|right|access|scheme|programme|program|pathway|mechanism|path|option)s?\b"
    r"|\bno(?!,| (?:longer|doubt|wonder|matter|sooner|later|less|more than|secret|surprise)\b)"
    r"(?! [^.;:]{2,60}?\b(?:is|are) (?:required|needed|necessary)\b)"
    r"(?= [^.;:]{2,90}?\b(?:has|have|is|are|can|may|exists?|holds?|owns?|yet|so far|to date)\b)"
    r"|\b(?:does|do)(?: not|n[’']t)(?: yet| currently| still)? (?:pay|cover|fund|subsidi[sz]e|"
    r"reimburse|list)\b"
    r"|\b(?:for (?:want|lack) of|in the absence of|in no (?=(?:\w+ ){0,2}?(?:state|country|"
    r"province|nation|jurisdiction)))"
    r"|\b(?:is|are|remains?|only|issued|published)(?: still| only| just| so far| in| as| an?)* "
    r"(?:draft|interim|preliminary|proposed|provisional)\b|"
    r"\b(?:draft|interim|provisional)\b[^.;,]{0,40}\bonly\b|"
    r"\bonly (?:(?:have|put|out|issued|published|released|got|an?|the|its|as|in|"
    r"[\w-]+'s) )*draft\b"
)
_OPEN_IF = (
    r"\b(?:if|should|once|unless) (?:the |its |their )?(?:[\w.'’-]+ ){1,4}?"
    r"(?:signs?|vetoe?s?|pass(?:es)?|adopts?|ratif(?:y|ies)|approves?|accepts?)\b"
    r"(?=[^.;]{2,90}?, [^.;]*?\b(?:will|would)\b)"
)
"""A condition that has not been met: what was done long ago is not told so."""
_AWAITED = lazy(
    r"\bawait(?:s|ing|ed)?\b|\bwait(?:s|ing)? (?:\w+ ){0,2}?(?:for|on|to)\b"
    rf"|\b(?:is|are|remains?|still|now|currently) (?:[\w-]+ ){{0,2}}?{_PENDING}\b"
    r"|\b(?:sits|lies|rests|lands?|is|are|remains?|has|have) [^.;,]{0,60}?\bon (?:[\w.'’-]+ ){0,4}?"
    r"desk\b|\b(?:sits|lies|rests) (?:now |still )?(?:with|before|in front of) (?:the|its)\b"
    r"|\b(?:only|just|now|still) (?:needs?|lacks?|wants?|requires?|awaits?) [^.;,]{0,30}?"
    r"\bsignature\b|\bstill works? on\b|\b(?:reckons|counts|banks|bets) "
    r"(?:with|on) (?:an? |the |its |their )?\w"
    r"|\b(?:question|decision|issue|matter|outcome|verdict|fate|whether|application|vote)\b"
    r"[^.;]{0,60}?\b(?:is|are|remains?|still) (?:\w+ ){0,2}?open\b"
    rf"|\b(?:will|[’']ll|(?<!that )(?:is|are) to)\b(?! not\b)(?!{_SOON} {_RULED})"
    rf"(?! (?:\w+ )?{MINDED} that\b){_SOON}"
    r"|\bwill not\b(?=[^.;]{2,90}?\b(?:before|until) "
    r"(?:next |late |early |[^.;,]{0,24}\b(?:19|20)\d\d\b))"
    r"|\bhas (?:[\w-]+ ){1,3}(?:days?|weeks?) (?:left )?to (?:decide|sign|act|veto|rule)\b"
    rf"|{_BOUND}[^.;]{{0,60}}?(?:#|\bdeadline\b)|#[^.;]{{0,60}}?{_BOUND}"
    r"|\b(?:should|if)\b[^.;]{0,40}?\b(?:(?:approve|clear|licen[cs]e|authori[sz]e|rule|decide|pass|"
    r"vote|accept|sign|list)s?|says? yes)\b[^.;]{0,60}?\b(?:(?:target|due|action|decision) date|"
    r"deadline|(?:this|next) (?:year|month|week|spring|summer|autumn|fall|winter))\b"
    rf"|{_OPEN_IF}"
    r"|\b(?:still|so far|keeps?|yet)\b[^.;]{0,20}?\b(?:keeps?|kept|keeping)?\b[^.;]{2,40}?"
    r"\b(?:under wraps|secret|confidential|to itself)\b"
    r"|\bvotes? (?=[^.;]{2,60}?\b(?:tomorrow|next (?:year|month|week|spring|autumn|fall))\b)"
    rf"|{_NEWS}[^.;]{{0,60}}?\b(?:could|may|might|should){_SOON} (?:come|arrive|fall|land|"
    r"be (?:here|out|announced|known(?! as)))\b(?! with\b)"
    r"|\b(?:expects?|plans?|hopes?|aims?|intends?|wants?|prepares?|looks)"
    rf"{_SOON} (?:to|that)\b|\b(?:hopes?|aims?) for\b"
    r"|\b(?:wants?|wishes) (?=[^.;,]{2,40}? to (?:be|become|reach|get to)\b)"
    r"|\b(?:expects?|anticipates?) (?!to\b)(?:an? |the |its |their )?\w"
    r"|\b(?:upcoming|forthcoming|impending|looming|pending|imminent|in sight|around the corner|"
    r"on the (?:horizon|doorstep))\b|\bhas until\b"
    r"|\b(?:has|have) (?:asked|applied|requested|filed)\b[^.;]{0,40}?\bfor\b"
    r"|\bshould\b(?=(?: soon| now| then)? (?:report|read out|deliver|produce|yield|bring|"
    r"be (?:published|available|known|out|ready|released|in|on)))"
)
_NOT = lazy(r"(?:\b(?:not|never|no|none|nobody|neither|nor|cannot)\b|n[’']t\b)[^.;,]{0,24}\Z")
_ANNOUNCED = lazy(r"\bannounced (?:today |\w+day )?(?:that )?(?:it|they|he|she)\b \Z")
_CONTENT = lazy(r"\b(?:bill|act|measure|initiative|legislation|change|reform|amendment)\b"
                r"[^.;,]{0,30}? (?:that|which) would\b")  # fmt: skip
"""What a bill holds is no wish."""
_HABIT = lazy(r"^\W*(?:at present|currently|at the moment)\b")
"""What somebody will do is what they do as a rule."""
_ATTRIBUTES = frozenset({"awaited", "pending", "upcoming"})
_MUCH = lazy(r"\b(?:much|long|eagerly|keenly|hotly|highly)[- ]\Z")
_MADE = lazy(r"\b(?:passed|approved|adopted|enacted|signed|voted)\b")
"""Before "cannot": a law was made, and this is what it says."""
_LAW_MADE = lazy(
    r"\b(?:law|act|bill|measure|order)s?\b[^.;]{0,60}?\b(?:signed|passed|enacted|adopted)\b"
    r"|\b(?:signed|passed|enacted|adopted)\b[^.;]{0,60}?\b(?:law|act|bill|measure|order)s?\b"
)
"""Before "is to": what a law that was made is for."""
_ILL = lazy(
    r"(?:(?:has|have|had|did|does|do|is|was)(?: not|n[’']t)|not|never)(?: yet| so far)? "
    r"(?:responded?|improved?|recovered|benefit\w*|been helped|get better|got better|respond\w*)\b"
)
"""What has not come is a cure, no decision."""
_PUT_OFF = lazy(
    r"\b(?:until|till|unless|without|except|other than|apart from|again|"
    r"before(?! (?:an?|any|its) | the (?:committee|panel|agency)))\b"
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Words that put what a clause speaks of into the future, or deny that it has come."""

    start: int
    end: int
    manner: Manner


def ahead(clause: Clause) -> Ahead | None:
    """How a clause says that something is still to come; None where it does not.

    What is told of the past, wished, supposed or put off for good is left out.
    """
    words = clause.words
    if phrases.HISTORY.search(words) or phrases.OPEN_ENDED.search(words):
        return None
    patterns: tuple[tuple[Manner, object], ...] = (("denied", _DENIED), ("awaited", _AWAITED))
    for manner, pattern in patterns:
        found = pattern.search(words)  # type: ignore[attr-defined]
        if found and _stated(words, found.start(), found.end(), manner):
            return Ahead(found.start(), found.end(), manner)
    return None


def _stated(words: str, start: int, end: int, manner: Manner) -> bool:
    before = _CONTENT.sub("", words[:start])
    if phrases.IDLE.search(before) or _ANNOUNCED.search(before) or words[end : end + 5] == " else":
        return False
    if manner == "awaited" and _HABIT.search(before):
        return False
    if words[start:end] in _ATTRIBUTES and _MUCH.search(before):
        return False
    if words[start:end] in {"is to", "are to"} and _LAW_MADE.search(before):
        return False
    if words[start:end] == "cannot" and _MADE.search(before):
        return False
    if manner == "awaited":
        return not _NOT.search(before)
    if _ILL.match(words, start):
        return False
    return not _PUT_OFF.search(words, end)
