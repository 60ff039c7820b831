"""Whether a clause says that something is still to come: awaited, planned, or not yet done."""

from __future__ import annotations

from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause

Manner = Literal["denied", "awaited"]

_SOON = (
    r"(?: (?:still|now|soon|also|currently|widely|reportedly|shortly|finally|tentatively|"
    r"only|just|both|presently|next|then|therefore))*"
)
_YET = r"(?: (?:still|so far|as yet|yet|to date|currently|as of [#\w]+|thus far|ever|all))*"
_DENIED = lazy(
    rf"\b(?:has|have|is|are){_YET} not\b(?! (?:only|just|merely|an?|the|all|every|each|always|"
    r"enough|necessarily|about|because|due to|so|in|sure|clear|alone|without|until|before|expected|"
    r"surpris\w+)\b)"
    r"|\b(?:has|have|is|are)n[’']t\b(?! (?:only|just|an?|the|all|every)\b)"
    r"|\bremains? to be\b|\byet to\b|\bstill (?:to be|has to|have to)\b|\b(?:has|have) still to\b"
    r"|\bremains? (?:un\w+(?:ed|en|nt)|undecided)\b"
    r"|\bcannot\b|\bcan(?:no|[’'])t\b|\bcan not\b"
    r"|\b(?:no one|nobody)\b(?! (?:will|would|needs?|asks?|wants?|should)\b)"
    r"|\b(?:none of|nothing|not (?:one|a single)|nowhere|neither of|not yet|"
    r"not so far)\b"
    r"|\b(?:there (?:is|are)|there[’']s)(?: still| as yet| so far| currently| yet)* "
    r"(?:no|not any|nothing)\b(?! (?:doubt|question|need|reason|evidence|longer)\b)"
    r"|\bstill (?:no\b(?! (?:longer|doubt))|lacks?\b|without\b|outside\b|only\b)"
    r"|\bno(?!,| (?:longer|doubt|wonder|matter|sooner|later|less|more than|secret|surprise)\b)"
    r"(?= [^.;:]{2,90}?\b(?:has|have|is|are|can|may|exists?|holds?|owns?|yet|so far|to date)\b)"
    r"|\b(?:is|are|remains?)(?: still| only| just| so far)* (?:a |in )?(?:draft|interim|"
    r"provisional)\b"
    r"|\b(?:does|do)(?: not|n[’']t)(?: yet| currently| still)? (?:pay|cover|fund|subsidi[sz]e|"
    r"reimburse|list)\b"
    r"|\b(?:has|have) nothing\b|\b(?:has|have|with|is|are|remains?)(?: still| as yet)? no "
    r"(?:(?:legal|lawful|formal|official|regular) )?(?:way|means|route|right|access|scheme|"
    r"programme|program|pathway|mechanism|path|option)s?\b"
    r"|\bin no (?=(?:\w+ ){0,2}?(?:state|country|province|nation|jurisdiction))"
    r"|\bonly (?:a |in |as a |the |issued a |published a )?(?:draft|interim|preliminary|proposed|"
    r"provisional)\b|\b(?:draft|interim|provisional)\b[^.;,]{0,40}\bonly\b"
)
_AWAITED = lazy(
    r"\bawait(?:s|ing|ed)?\b|\bwait(?:s|ing)? (?:\w+ ){0,2}?(?:for|on)\b"
    r"|\b(?:is|are|remains?|still|now|currently) (?:\w+ ){0,2}?(?:pending|outstanding|to come|"
    r"forthcoming|imminent|undecided|unresolved|(?:not )?due|expected|anticipated|scheduled|"
    r"planned|slated|tipped|set|poised|likely|about|going|preparing|projected|on (?:track|course)|"
    r"in the (?:works|pipeline|offing|hands)|under (?:\w+ ){0,2}?(?:review|consideration|"
    r"evaluation|assessment|discussion)|before (?:the|its)|"
    r"on the (?:\w+'s )?(?:desk|ballot)|up for|on hold|stuck)\b"
    r"|\b(?:sits|lies|rests|lands?|awaits|is|are|remains?) on (?:[\w.'’-]+ ){0,4}?desk\b"
    r"|\b(?:has|have) [^.;,]{2,60}? on (?:his|her|their) desk\b"
    r"|\b(?:is|are) (?:still |now )?(?:at work on|busy with|pencilled in|penciled in|earmarked)\b"
    r"|\bstill (?:works?|working) on\b"
    r"|\b(?:reckons|counts|banks|bets) (?:with|on) (?:an? |the |its |their )?\w"
    r"|\bhold\b[^.;,]{0,60}? (?:is|remains?|stays?|keeps?) (?:still )?"
    r"(?:in (?:place|force|effect)|on|active)\b"
    r"|\b(?:question|decision|issue|matter|outcome|verdict|fate|whether|application|vote)\b"
    r"[^.;]{0,60}?\b(?:is|are|remains?|still) (?:\w+ ){0,2}?open\b"
    r"|\b(?:is|are|still|currently|now)(?: \w+)? (?:review|weigh|consider|assess|evaluat|apprais|"
    r"examin|deliberat|debat)ing\b"
    rf"|\b(?:will|shall|[’']ll|(?<!that )(?:is|are) to)\b(?! not\b){_SOON}"
    r"|\bwill not\b(?=[^.;]{2,90}?\b(?:before|until) [^.;,]{0,24}\b(?:19|20)\d\d\b)"
    r"|\bhas (?:[\w-]+ ){1,3}(?:days?|weeks?) (?:left )?to (?:decide|sign|act|veto|rule|answer)\b"
    r"|\b(?:expects?|plans?|hopes?|aims?|intends?|wants?|prepares?|looks|is set|are set)"
    rf"{_SOON} to\b"
    r"|\b(?:expects?|anticipates?) (?!to\b)(?:an? |the |its |their )?\w"
    r"|\b(?:is|are) (?:preparing|planning|hoping|aiming|intending|expecting|waiting|looking)\b"
    r"|\b(?:upcoming|forthcoming|impending|looming|pending)\b"
    r"|\b(?:sits|lies|rests|is) (?:now |still )?(?:with|before|in front of) (?:the|its)\b"
    r"|\b(?:is|are) (?:now )?(?:headed|heading|on (?:its|their) way) (?:for|to)\b"
    r"|\bhas until\b|\b(?:has|have) (?:asked|applied|requested|filed)\b[^.;]{0,40}?\bfor\b"
    r"|\b(?:is|are)(?: said to be)? (?:still )?(?:drafting|mulling|pondering|consulting|in talks|"
    r"in negotiations)\b"
    r"|\bshould\b(?=(?: soon| now| then)? (?:arrive|report|read out|deliver|produce|yield|bring|"
    r"be (?:published|available|known|out|ready|released)))"
)
_NOT = lazy(r"(?:\b(?:not|never|no|none|nobody|neither|nor|cannot)\b|n[’']t\b)[^.;,]{0,24}\Z")
_NOT_YET_TOLD = lazy(r"\b(?:was|were|had|did)\b(?: \w+){0,2} \Z")
_DID = lazy(r"\b\w{3,}ed \Z")
"""Before "nothing": what was done, not what is still to do."""
_ANNOUNCED = lazy(r"\bannounced (?:today |\w+day )?(?:that )?(?:it|they|he|she)\b \Z")
_HABIT = lazy(r"^\W*(?:at present|currently|at the moment)\b")
"""What somebody will do is what they do as a rule."""
_ATTRIBUTES = frozenset({"awaited", "pending", "upcoming"})
_MUCH = lazy(r"\b(?:much|long|eagerly|keenly|hotly|highly)[- ]\Z")
_MADE = lazy(r"\b(?:passed|approved|adopted|enacted|signed|voted)\b")
"""Before "cannot": a law was made, and this is what it says."""
_ADVICE = lazy(r"\bopinion\b(?! (?:is|was) (?:that|divided))|\bproposal [a-e]\b|\bquestion \d")
"""Nouns of advisers and ballots, which are no wishes."""
_CONTENT = lazy(r"\b(?:bill|act|measure|initiative|legislation) (?:that|which) would\b")
"""What a bill holds is no wish."""
_PUT_OFF = lazy(
    r"\b(?:until|till|unless|without|except|other than|apart from|again|"
    r"before(?! (?:an?|any|its) | the (?:committee|panel|agency)))\b"
)


_NEWS = lazy(
    r"\b(?:today|yesterday|this (?:week|month|morning)|on (?:mon|tues|wednes|thurs|fri)day)\b"
    r"[^.;]{0,80}\b(?:announc|said|says|reveal|unveil|confirm)\w*"
)
"""What has just been announced is not overtaken by what was before."""


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
    if _NEWS.search(words):
        return None
    if phrases.HISTORY.search(words) or phrases.OPEN_ENDED.search(words):
        return None
    patterns: tuple[tuple[Manner, object], ...] = (("denied", _DENIED), ("awaited", _AWAITED))
    for manner, pattern in patterns:
        found = pattern.search(words)  # type: ignore[attr-defined]
        if found and _stated(words, found.start(), found.end(), manner):
            return Ahead(found.start(), found.end(), manner)
    return None


def _stated(words: str, start: int, end: int, manner: Manner) -> bool:
    before = _CONTENT.sub("", _ADVICE.sub("", words[:start]))
    if phrases.IDLE.search(before) or _NOT_YET_TOLD.search(before):
        return False
    if words[start:end] in {"nothing", "none of"} and _DID.search(before):
        return False
    if words[end : end + 5] == " else" or _ANNOUNCED.search(before):
        return False
    if manner == "awaited" and _HABIT.search(before):
        return False
    if words[start:end] in _ATTRIBUTES and _MUCH.search(before):
        return False
    if words[start:end] == "cannot" and _MADE.search(before):
        return False
    if manner == "awaited":
        return not _NOT.search(before)
    return not _PUT_OFF.search(words, end)
