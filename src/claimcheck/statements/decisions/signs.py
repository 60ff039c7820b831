"""Words that say how far a trial is: what of it is to come, not yet done, or going on.

Each sign tells the step that a trial cannot have taken if the words are right.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from claimcheck.classes import dataclass
from claimcheck.patterns import Gate, lazy
from claimcheck.statements.decisions.signwords import (
    ADV,
    BEGIN,
    DOSE,
    ENROL,
    GAP,
    IS,
    NOT,
    PEOPLE,
    PRINT,
    RESULTS,
    RUN,
    SMALL,
    TAKING_IN,
    TELL,
    WILL,
    WORK,
)
from claimcheck.statements.decisions.steps import Step

Manner = Literal["ahead", "denied", "now"]
"""`ahead`: to come; `denied`: not yet done; `now`: it is being done."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words, how they put it, and the step that is then still ahead."""

    manner: Manner
    step: Step
    words: re.Pattern[str]


def _sign(manner: Manner, step: Step, *alternatives: str) -> Sign:
    return Sign(manner, step, lazy("|".join(alternatives)))


SIGNS: Final[tuple[Sign, ...]] = (
    _sign(
        "ahead",
        "begun",
        rf"{WILL}(?:\w+ )?{BEGIN}\b",
        rf"{WILL}{DOSE} (?:its |the |their )?first\b",
        rf"\bfirst (?:of (?:[\w-]+ ){{1,4}}?)?{PEOPLE} (?:(?:of|in|for|from) (?:[\w-]+ ){{1,4}}?)?"
        rf"{WILL}(?:{DOSE}|{ENROL})\b",
        r"\b(?:start|launch|beginning|kick-off|opening|first dosing|first patient)\b[^.;,]{0,30}?\b"
        r"(?:planned|expected|due|scheduled|slated|set|anticipated|foreseen|pencilled in)\b",
        rf"\b{WORK}\b[^.;,]{{0,40}}? (?:starts|begins|opens|launches|kicks off|gets under way) "
        r"(?:in|this|next|later|soon|on|by|early|mid|late)\b",
        r"\bnot yet recruiting\b",
        rf"{WILL}enter (?:a |its |the )?(?:phase|pivotal|late)",
        rf"\b{WORK} [^.;,]{{0,60}}?{IS}(?:planned|in preparation|being (?:planned|prepared|set "
        r"up|"
        r"designed)|in the (?:works|pipeline|planning)|on the drawing board|upcoming)\b",
        rf"\b(?:plans?|planning|prepar(?:es|ing)|propos(?:es|ing)|gearing up for|designing|"
        r"preparing for|setting up|about to (?:run|conduct|do)|getting ready for) (?:[\w-]+ "
        rf"){{0,4}}?"
        rf"{WORK}\b",
        rf"{WILL}(?:run|conduct|carry out|undertake|mount) (?:a|an|its|the)\b",
    ),
    _sign(
        "denied",
        "begun",
        rf"{NOT}(?:\w+ )?{BEGIN}\b(?! (?:to|label))",
        rf"{NOT}(?:\w+ )?(?:{DOSE}|{ENROL}) (?:(?:a|its|the|their|any|even|single|first|one) )*"
        rf"(?:{PEOPLE}|(?:in )?(?:its|the|this) {WORK})\b",
        rf"\b(?:no one|nobody|no {PEOPLE}|not (?:a|one)(?: single)? \w+|none of "
        rf"\w+)\b[^.;]{{0,60}}?"
        rf"\b(?:has|have) {ADV}(?:yet )?(?:been )?{ADV}(?:{DOSE}|{ENROL})\b",
        rf"\bawait(?:s|ing) (?:its |the |their )?(?:first {PEOPLE}|start|launch|approval|ethic\w+|"
        r"funding)\b",
        rf"\b{TAKING_IN} (?:has|have) {ADV}(?:not|yet to)\b",
    ),
    _sign(
        "now",
        "filled",
        r"\A\W*(?:\w+ )?status\W+(?:\w+ )?(?:recruiting|enroll?ing|open)\b",
        rf"{IS}filling (?:up|its|the)\b",
        r"\b(?:places|slots|spots|registration|sign-?ups?)\b[^.;,]{0,30}?\b(?:is|are|remains?) "
        r"(?:\w+ )?(?:open|available|left|free)\b",
        r"\b(?:volunteers|patients|people|you|anyone) can (?:still |now )?(?:apply|sign up|join|"
        r"enrol|volunteer|take part)\b",
        rf"{IS}(?:being )?(?:recruit(?:ed|ing)|enroll?(?:ed|ing)|screen(?:ed|ing)|sought|"
        r"invit(?:ed|"
        r"ing)|accept(?:ed|ing)|sign(?:ed|ing) up|admitt(?:ed|ing)|wanted)\b(?! (?:in|at|from|by|"
        r"between) (?:#|(?:19|20)\d\d))",
        rf"{IS}(?:being )?(?:looking|searching|seeking|calling|appealing|advertising)"
        rf"(?: for)? (?:[\w-]+ ){{0,4}}?{PEOPLE}\b",
        rf"{IS}(?:tak(?:ing|en)|bring(?:ing)?|brought|filling|adding)(?: in| on| up)? "
        rf"(?:[\w-]+ ){{0,3}}?(?:{PEOPLE}|places|slots|spots)\b",
        rf"{IS}(?:open|available) (?:to|for) (?:[\w-]+ ){{0,3}}?(?:{PEOPLE}|{TAKING_IN})\b",
        rf"\b(?:is|are|remains?) {ADV}(?:still |in |mid-?|partway )+(?:\w+ )?{TAKING_IN}\b",
        rf"\b(?:halfway|midway|partway|part-way|half-way) (?:through|into|to)\b[^.;]{{0,20}}?"
        rf"{TAKING_IN}\b",
        r"\b(?:in the (?:middle|midst|process|thick|course)|in the (?:final|last|early|first) "
        r"(?:stages?|phases?|weeks|months)|near(?:ing|s)? the end|approaching the end|close to "
        r"the end)"
        rf" of (?:its |their |the )?{TAKING_IN}\b",
        rf"\b(?:almost|nearly|(?:more than |over |about )?(?:half|\d+ ?%|\w+ per ?cent)) (?:\w+ )?"
        rf"(?:complet\w+|finish\w+|clos\w+|done (?:with)?|through|filled|full|enrolled|recruited)\b"
        rf"(?: (?:its|their|the))?(?: {TAKING_IN})?",
        r"\b(?:continu(?:es|ing)|goes on) (?:to (?:enroll?|recruit|screen|take in|sign up)|"
        r"(?:enroll?ing|recruiting))\b",
        rf"\b{TAKING_IN}\b[^.;,]{{0,60}}?{IS}(?:ongoing|on-going|under ?way|open|in progress|"
        r"continuing|going on|in full swing|active|expected to (?:finish|close|be complete\w*))\b",
        rf"\b{TAKING_IN}\b[^.;,]{{0,60}}?\b(?:continues|goes on|is to (?:finish|close|end))\b",
        r"\bstill (?:takes|accepts|enroll?s|recruits|seeks|needs|wants|looks for|has (?:places|"
        r"room|"
        r"openings|slots))\b",
        rf"\b(?:seeks|wants|needs|invites|recruits|enrolls) (?:[\w-]+ ){{1,4}}?{PEOPLE} "
        r"(?:for|to (?:take part|join|test|try))\b",
        rf"\b(?:has|have) {ADV}(?:enroll?ed|recruited|dosed|treated|taken in) (?:its|their|the) "
        r"first "
        rf"(?:\w+ )?{PEOPLE}\b(?! (?:in|on|by) (?:#|(?:19|20)\d\d))",
    ),
    _sign(
        "denied",
        "filled",
        rf"{NOT}(?:finish\w*|complet\w+|conclud\w+|end(?:ed)?|clos\w+|fill\w*) (?:\w+ )?"
        rf"(?:{TAKING_IN}|places)\b",
    ),
    _sign(
        "ahead",
        "filled",
        rf"{WILL}{ENROL}\b",
        rf"{WILL}(?:involve|include|randomi[sz]e[d]?) ",
        rf"\b(?:seeking|looking|aiming|hoping|planning|wanting|meant|designed) (?:to|for) (?:\w+ )?"
        rf"{ENROL}\b",
    ),
    _sign(
        "now",
        "ended",
        rf"{IS}(?:being )?{RUN}\b(?<!run)(?<!pilot)(?<!test)(?<!compare)(?<!trial)(?<!assess)",
        rf"{IS}(?:being )?(?:treat(?:ing|ed) (?:[\w-]+ ){{0,3}}?{PEOPLE}|dosing|giving|"
        rf"administering|sponsoring|leading|overseeing|collecting|gathering|given to)\b",
        rf"{IS}(?:halfway|midway|partway|part-way|half-way|well) (?:through|into)\b",
        rf"\b(?:has|have) (?:[\w-]+ ){{0,4}}?{WORK} (?:going|running|under ?way|in progress|on "
        r"the go|"
        r"on)\b",
        rf"\b(?:{PEOPLE}|groups)\b[^.;]{{0,60}}?\b(?:is|are) {ADV}being (?:treated|given|dosed|"
        r"followed|studied|tested|compared|randomi[sz]ed|observed|monitored)\b",
        r"\A\W*(?:\w+ )?status\W+(?:\w+ )?(?:ongoing|active|running|in progress|under way)\b",
        rf"{IS}(?:in the (?:field|clinic|works)|on the go|being done|in train|"
        rf"ongoing|on-going|under ?way|in progress|afoot|in full swing|continuing|going on|"
        r"still open\b(?!-)|unfinished|incomplete|at the halfway (?:mark|point|stage))\b",
        rf"\b(?:the|its|this|that|our|their|\w+'s) (?:[\w-]+ ){{0,4}}?{WORK}\b[^.;,]{{0,60}}?"
        rf"\b(?:continues|goes on|runs until|carries on)\b",
        r"\b(?:ongoing|on-going|still running|current(?:ly running)?) (?:[\w-]+ ){0,4}?"
        rf"{WORK}\b",
        r"\b(?:continu(?:es|ing)) to (?:run|test|study|treat|dose|follow|give|compare|collect)\b",
        r"\b(?:has|have) (?:now |already |so far )?(?:been )?(?:dosed|treated|enroll?ed|recruited|"
        r"randomi[sz]ed) "
        r"[^.;]{0,50}?\bso far\b|\bso far\b,? [^.;,]{0,50}?\b(?:has|have) (?:been )?(?:dosed|"
        r"treated|"
        r"enroll?ed|recruited|randomi[sz]ed)\b",
        r"\b(?:has|have) so far (?:been )?(?:dosed|treated|enroll?ed|recruited|randomi[sz]ed)\b",
        rf"{NOT}(?:finish\w*|complet\w+|conclud\w+|end(?:ed)?|wrap\w* up|clos\w+)\b",
        rf"\b{WORK}\b[^.;,]{{0,60}}?{IS}(?:open|active|running|recruiting)\b(?!-)",
    ),
    _sign(
        "ahead",
        "ended",
        rf"{WILL}{RUN}\b",
        rf"{WILL}(?:give|treat|administer)\b[^.;]{{0,60}}?{PEOPLE}\b",
        rf"{WILL}(?:\w+ )?(?:finish\w*|complet\w+|conclud\w+|end(?:ed)?|wrap\w* up|clos\w+)\b",
        rf"\bcompletion\b[^.;]{{0,40}}?{IS}(?:\w+ )?(?:expected|due|planned|scheduled|"
        r"anticipated)\b",
    ),
    _sign(
        "now",
        "reported",
        rf"\b{RESULTS}\b[^.;]{{0,50}}?{IS}(?:being )?(?:analy[sz]ed|analy[sz]ing|evaluated|"
        r"assessed|"
        r"examined|crunched|cleaned|locked|processed|prepared|blinded|under analysis|collected|"
        r"gathered|reviewed|studied)\b",
        rf"{IS}(?:analy[sz]ing|evaluating|crunching|poring over|going through|working through|"
        r"preparing|sifting(?: through)?|combing through|processing) (?:[\w-]+ "
        rf"){{0,3}}?{RESULTS}\b",
        rf"{IS}(?:still |double[- ]?)?blinded\b|\bunder (?:statistical )?analysis\b|"
        rf"\b(?:data )?analysis {IS}(?:ongoing|under ?way|in progress)\b",
        r"\b(?:is|are|remains?|stays?) (?:\w+ (?:and|or) )?un(?:reported|known|available|released|"
        r"disclosed|announced|seen)\b",
        rf"\b(?:{RESULTS}|readouts?|it|they|these|which)\b[^.;]{{0,90}}?{IS}"
        r"(?:pending|awaited|outstanding|forthcoming|unknown|unreported|unavailable|under "
        r"wraps|"
        r"confidential|still (?:out|to come|open)|to come|keenly awaited)\b",
        rf"\b(?:await|wait)(?:s|ing|ed)? (?:for |on )?{GAP}{RESULTS}\b",
        rf"\b(?:with|and) {SMALL}{RESULTS} (?:still |yet )?(?:to (?:come|follow)|pending|awaited|"
        r"outstanding|expected|due|anticipated)\b",
        rf"\b{RESULTS} (?:still |yet )?(?:to (?:come|follow)|pending|awaited|outstanding)\b",
        rf"\bpending {RESULTS}\b",
    ),
    _sign(
        "denied",
        "reported",
        rf"\b{RESULTS}\b[^.;]{{0,80}}?{NOT}(?:\w+ )?{TELL}\b",
        r"\bwhether\b[^.;]{0,80}?\b(?:(?:is|are) (?:\w+ )?(?:not|un)(?: yet )?\w*(?:known|clear)|"
        r"remains? (?:unknown|open|unclear|to be (?:seen|shown))|nobody knows|will (?:be seen|"
        r"become "
        r"clear|show|emerge))\b",
        rf"{NOT}(?:\w+ )?(?:report\w*|read(?:ing)? ?-?out|unveil\w*|disclos\w*|announc\w*|"
        r"releas\w*|"
        rf"present\w*|shar\w*|deliver\w*|produc\w*|yield\w*|shown?) ?(?:{SMALL}(?:[\w-]+ "
        rf")?{RESULTS}|"
        r"its|yet|so far|on\b|in\b|back\b|\W|\Z)",
        rf"\b(?:has|have|is|are|there (?:is|are)) {ADV}(?:no|not any|without(?: any)?) (?:\w+ )?"
        rf"{RESULTS}\b",
        rf"\b(?:no|none of the) (?:\w+ ){{0,2}}?{RESULTS}\b[^.;]{{0,60}}?\b(?:yet|so far|to date|"
        r"(?:has|have|is|are) (?:\w+ )?(?:been )?(?:reported|published|released|available|out|"
        r"known|"
        r"announced|public|presented))\b",
        rf"{NOT}(?:know|see|hear|learn)\w*\b[^.;]{{0,40}}?\b(?:{RESULTS}|whether|if|how|what)\b",
    ),
    _sign(
        "ahead",
        "reported",
        rf"\b{RESULTS}\b[^.;]{{0,80}}?(?:{IS}|\b)(?:expected|anticipated|due|scheduled|slated|"
        r"planned|"
        r"imminent|around the corner|on the way|upcoming)\b(?! to (?:change|help|support|"
        r"transform))",
        rf"\b{RESULTS}\b[^.;]{{0,60}}?{WILL}(?:\w+ )?(?:{TELL}|{PRINT})\b",
        rf"{WILL}(?:\w+ )?(?:report\w*|read(?:ing)? ?-?out|announc\w+|releas\w+|unveil\w*|"
        r"disclos\w+|"
        r"deliver\w*|provid\w+|yield\w*|present\w*|show\w*|shar\w+|have|publish\w*|give|offer|"
        r"produce)"
        rf"(?: {GAP}{RESULTS}|\b(?= (?:in|by|next|later|this|soon|at|around|before|its|top|on|"
        r"early|"
        r"mid|late|until|within)\b|\W*\Z))",
        rf"\b(?:push|mov|bring|brought|put|shift|delay|postpon|defer)\w* (?:back |forward )?"
        rf"(?:[\w-]+ ){{0,3}}?{RESULTS} (?:back |forward |up |off )?(?:to|until|by|into)\b",
        rf"\bexpect (?!to\b)[^.;]{{0,60}}? to (?:{TELL}|{PRINT})\b",
        rf"\b(?:expects?|anticipates?|forecasts?|promis(?:es|ed)|guid(?:es|ed|ing) to) {SMALL}"
        rf"(?:[\w-]+ ){{0,3}}?{RESULTS}\b",
        rf"\b{RESULTS} (?:now |later |soon |only )?(?:in |by |around |at )?(?:the )?(?:(?:early|"
        r"mid|late|"
        r"first|second|third|fourth|end|#+|\d#|half|quarter|of)[ -])*(?:#+|\d#)",
        rf"\b(?:look(?:s|ing) forward to|upcoming|forthcoming) (?:[\w-]+ ){{0,3}}?{RESULTS}\b",
    ),
    _sign(
        "denied",
        "published",
        rf"{NOT}(?:\w+ ){{0,2}}?{PRINT}\b",
        rf"\b(?:unpublished|awaiting publication|publication {IS}pending|awaits publication|"
        r"under peer review|in peer review)\b",
        r"\b(?:only|just|merely|so far|nothing (?:but|more than))\b[^.;]{0,40}?\b(?:press "
        r"releases?|"
        r"conferences?|preprints?|posters?|company (?:statement|announcement|release)s?|slides?|"
        r"investor (?:deck|presentation)s?|abstracts?)\b",
        r"\b(?:press releases?|conferences?|preprints?|posters?|company "
        r"statement)\b[^.;]{0,12}?\b(?:only|"
        r"so far|alone)\b",
    ),
    _sign(
        "ahead",
        "published",
        rf"{WILL}(?:\w+ )?{PRINT}\b",
        rf"{IS}(?:being )?(?:written up|prepared for publication|writing up|in press)\b",
        rf"\b(?:publication|paper|manuscript|write-up)\b[^.;]{{0,40}}?{IS}(?:\w+ )?(?:expected|"
        r"due|"
        r"planned|in preparation|pending|anticipated|scheduled|awaited)\b",
    ),
)

PIECES: Final = Gate(
    r"\b(?:is|are|been|still|now|currently) \w+ing\b|recruit|enrol|screen|volunteer|ongoing|"
    r"on-going|under|progress|running|still|yet|not |n't|no |nobody|none|will |'ll |plan|"
    r"expect|due|await|wait|pending|prepar|gearing|set to|about to|hope|aim|intend|looking|"
    r"seek|sought|continu|testing|compar|treat|dosing|studying|so far|half|middle|almost|"
    r"nearly|to come|to follow|anticipat|schedul|slated|should|being|current|only|unpublished|"
    r"ready|upcoming|forthcoming|outstanding|topline|top-line|readout|conducting|evaluating|"
    r"following|first|analys|analyz|giving|taking| is to | are to |wants|needs|cleared|"
    r"approved to|unknown|status|places|starts|begins|opens|launches|pushed|moved|midway|"
    r"filling|delay|postpon|planned|going|blind|invit"
)
"""A clause with a sign has one of these."""
