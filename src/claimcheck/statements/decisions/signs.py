"""Words that say how far a trial is: what of it is to come, not yet done, or going on.

Each sign tells the step that a trial cannot have taken if the words are right.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from claimcheck.classes import dataclass
from claimcheck.patterns import Gate, lazy
from claimcheck.statements.decisions.steps import Step

Manner = Literal["ahead", "denied", "now"]
"""`ahead`: to come; `denied`: not yet done; `now`: it is being done."""

_ADV = (
    r"(?:(?:now|currently|still|also|only|just|actively|presently|soon|shortly|finally|later|both|"
    r"widely|already|tentatively|reportedly|initially|eagerly|at present|at the moment|so far|"
    r"in turn|then|next|today|together|busy|well) )*"
)
_SMALL = r"(?:(?:a|an|the|its|their|this|that|these|any|some|all|first|full|new|our|other|of) )*"
_SET = (
    r"(?:set|due|about|going|expected|scheduled|slated|planned|poised|ready|getting ready|"
    r"preparing|planning|hoping|aiming|intending|looking|gearing up|gearing itself up|on track|"
    r"on course|approved|cleared|authori[sz]ed|allowed|permitted|supposed|projected|anticipated|"
    r"forecast|tipped|likely|certain|waiting)"
)
_WILL: Final = (
    rf"(?:\b(?:will|shall|should|is to|are to|(?:is|are|now|still|being) {_ADV}(?:\w+ly )?{_SET} to"
    rf"|(?:plans?|hopes?|aims?|intends?|wants?|prepares?|expects?|looks?|proposes?|means) {_ADV}to"
    r"|(?:has|have) (?:\w+ )?(?:permission|approval|clearance|the go-ahead|the green light|funding"
    r"|plans|a licen[cs]e) to|(?:has|have) been (?:approved|cleared|allowed|authori[sz]ed) to)"
    rf"|'ll) {_ADV}(?:be |have |being )?{_ADV}"
)
_NOT: Final = (
    rf"(?:\b(?:has|have|is|are|does|do|did) {_ADV}(?:not|never|yet to|still to|to)\b|"
    r"\b(?:has|have|is|are|does|do)n't\b|\bcan(?:no|')t\b|"
    r"\b(?:yet|still|remains?) to\b|\b(?:not|never) yet\b|\bnot so far\b|"
    r"\b(?:no one|nobody|none|no|not (?:a|one)(?: single)?|nothing)\b[^.;]{0,50}?\b(?:has|have|is|"
    r"are)"
    rf")(?: yet| so far)? {_ADV}(?:yet )?(?:be |been |being )?{_ADV}"
)
_IS: Final = (
    r"(?:\b(?:is|are|has been|have been|remains?|keeps?)|'(?:s|re)|\bstill(?= \w+ing\b))"
    rf" {_ADV}(?:\w+ly )?"
)
_WORK = (
    r"(?:trials?|stud(?:y|ies)|phases?|programmes?|programs?|pilots?|experiments?|comparisons?|"
    r"extension|project|part|arm|investigation)"
)
_TAKING_IN = r"(?:enroll?ment|recruitment|recruiting|enroll?ing|screening|accrual|inclusion)"
_PEOPLE = (
    r"(?:participants?|patients?|volunteers?|people|subjects?|adults|veterans|women|men|smokers|"
    r"drinkers|clinicians|doctors|nurses|workers|responders|mothers|survivors|candidates|anyone|"
    r"anybody|somebody|recruits|persons?|individuals|members|users|sufferers)"
)
_RESULTS = (
    r"(?:results?|data|readouts?|read-outs?|findings|top-?lines?|numbers|figures|outcomes?|answers?"
    r"|analys[ie]s|conclusions?|reports?|follow-ups?|paper|manuscript|publication|verdict|endpoint)"
)
_BEGIN = (
    r"(?:beg[iau]n\w*|start(?:s|ed|ing)?|launch\w*|open(?:s|ed|ing)?|kick(?:s|ed|ing)? off|"
    r"commenc\w*|initiat\w*|get(?:s|ting)? (?:under ?way|off the ground|going|started)|"
    r"gott?en (?:under ?way|off the ground|going|started)|set up|mount\w*|embark\w*|under ?way|"
    r"activat\w*|come off the drawing board)"
)
_DOSE = r"(?:dos(?:e|ed|ing)|treat(?:ed|ing)?|administer(?:ed|ing)?|giv(?:e|en|ing)|randomi[sz]\w+)"
_ENROL = (
    r"(?:enroll?(?:s|ed|ing)?|recruit(?:s|ed|ing)?|screen(?:s|ed|ing)?|sign(?:ed|ing)? up|admit\w*|"
    r"take[ns]? (?:in|on)|taken (?:in|on)|accept(?:ed|ing)?|invit\w+|includ\w+)"
)
_RUN = (
    r"(?:run(?:s|ning)?|conduct(?:ed|ing)?|carr(?:y|ied|ying) out|test(?:ed|ing)?|"
    r"tr(?:y|ied|ying)(?: out)?|stud(?:y|ied|ying)|evaluat\w+|investigat\w+|examin\w+|explor\w+|"
    r"assess\w*|compar(?:e|ed|ing)|trial(?:l?ed|l?ing)?|pit(?:ted|ting)?|look(?:ing)? (?:at|into)|"
    r"follow(?:ed|ing)?|undertak\w+|perform\w*|measur(?:e|ed|ing)|probe|probing|pilot(?:ed|ing)?)"
)
_TELL = (
    r"(?:report(?:s|ed|ing)?|read(?:s|ing)? ?-?out|announc\w+|releas\w+|present(?:s|ed|ing)?|"
    r"unveil\w*|disclos\w+|shar(?:e|ed|ing)|show(?:n|ing)?|deliver\w*|provid\w+|yield\w*|giv(?:e|"
    r"en)|"
    r"reveal\w*|communicat\w+|mak(?:e|ing) (?:\w+ ){0,3}?public|made public|come? (?:out|in)|"
    r"arriv\w+|available|be known|known|out|ready|hand(?:ed)? (?:in|over)|offer\w*|produc\w+|lay|"
    r"unblind\w*|put out|bring out|"
    r"generat\w+|public|emerge\w*|post(?:ed)?|expected|due|have|follow)"
)
_PRINT = (
    r"(?:publish\w*|print\w*|appear\w*|in print|peer[- ]review\w*|(?:gone|go|been|passed|pass) "
    r"(?:through|past) (?:any )?(?:peer[- ]review\w*|review\w*|referees|a journal)|out in a "
    r"journal|written up|submitted to a journal|in a (?:peer[- ]reviewed )?journal)"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """Words, how they put it, and the step that is then still ahead."""

    manner: Manner
    step: Step
    words: re.Pattern[str]


def _sign(manner: Manner, step: Step, *alternatives: str) -> Sign:
    return Sign(manner, step, lazy("|".join(alternatives)))


_GAP = r"(?:[\w'’,#-]+ ){0,5}?"
SIGNS: Final[tuple[Sign, ...]] = (
    _sign(
        "ahead",
        "begun",
        rf"{_WILL}(?:\w+ )?{_BEGIN}\b",
        rf"{_WILL}{_DOSE} (?:its |the |their )?first\b",
        rf"\bfirst (?:of (?:[\w-]+ ){{1,4}}?)?{_PEOPLE} {_WILL}(?:{_DOSE}|{_ENROL})\b",
        rf"{_WILL}enter (?:a |its |the )?(?:phase|pivotal|late)",
        rf"\b{_WORK} [^.;,]{{0,60}}?{_IS}(?:planned|in preparation|being (?:planned|prepared|set "
        r"up|"
        r"designed)|in the (?:works|pipeline|planning)|on the drawing board|upcoming)\b",
        rf"\b(?:plans?|planning|prepar(?:es|ing)|propos(?:es|ing)|gearing up for|designing|"
        r"preparing for|setting up|about to (?:run|conduct|do)|getting ready for) (?:[\w-]+ "
        rf"){{0,4}}?"
        rf"{_WORK}\b",
        rf"{_WILL}(?:run|conduct|carry out|undertake|mount) (?:a|an|its|the)\b",
    ),
    _sign(
        "denied",
        "begun",
        rf"{_NOT}(?:\w+ )?{_BEGIN}\b(?! (?:to|label))",
        rf"{_NOT}(?:\w+ )?(?:{_DOSE}|{_ENROL}) (?:(?:a|its|the|their|any|even|single|first|one) )*"
        rf"(?:{_PEOPLE}|(?:in )?(?:its|the|this) {_WORK})\b",
        rf"\b(?:no one|nobody|no {_PEOPLE}|not (?:a|one)(?: single)? \w+|none of "
        rf"\w+)\b[^.;]{{0,60}}?"
        rf"\b(?:has|have) {_ADV}(?:yet )?(?:been )?{_ADV}(?:{_DOSE}|{_ENROL})\b",
        rf"\bawait(?:s|ing) (?:its |the |their )?(?:first {_PEOPLE}|start|launch|approval|ethic\w+|"
        r"funding)\b",
        rf"\b{_TAKING_IN} (?:has|have) {_ADV}(?:not|yet to)\b",
    ),
    _sign(
        "now",
        "filled",
        rf"{_IS}(?:being )?(?:recruit(?:ed|ing)|enroll?(?:ed|ing)|screen(?:ed|ing)|sought|"
        r"invit(?:ed|"
        r"ing)|accept(?:ed|ing)|sign(?:ed|ing) up|admitt(?:ed|ing)|wanted)\b(?! (?:in|at|from|by|"
        r"between) (?:#|(?:19|20)\d\d))",
        rf"{_IS}(?:being )?(?:looking|searching|seeking|calling|appealing|advertising)"
        rf"(?: for)? (?:[\w-]+ ){{0,4}}?{_PEOPLE}\b",
        rf"{_IS}(?:tak(?:ing|en)|bring(?:ing)?|brought|fill(?:ing)?|adding)(?: in| on| up)? "
        rf"(?:[\w-]+ ){{0,3}}?(?:{_PEOPLE}|places|slots|spots)\b",
        rf"{_IS}(?:open|available) (?:to|for) (?:[\w-]+ ){{0,3}}?(?:{_PEOPLE}|{_TAKING_IN})\b",
        rf"\b(?:is|are|remains?) {_ADV}(?:still |in |mid-?|partway )+(?:\w+ )?{_TAKING_IN}\b",
        rf"\b(?:halfway|midway|partway|part-way|half-way) (?:through|into|to)\b[^.;]{{0,20}}?"
        rf"{_TAKING_IN}\b",
        r"\b(?:in the (?:middle|midst|process|thick|course)|in the (?:final|last|early|first) "
        r"(?:stages?|phases?|weeks|months)|near(?:ing|s)? the end|approaching the end|close to "
        r"the end)"
        rf" of (?:its |their |the )?{_TAKING_IN}\b",
        rf"\b(?:almost|nearly|(?:more than |over |about )?(?:half|\d+ ?%|\w+ per ?cent)) (?:\w+ )?"
        rf"(?:complet\w+|finish\w+|clos\w+|done (?:with)?|through|filled|full|enrolled|recruited)\b"
        rf"(?: (?:its|their|the))?(?: {_TAKING_IN})?",
        r"\b(?:continu(?:es|ing)|goes on) (?:to (?:enroll?|recruit|screen|take in|sign up)|"
        r"(?:enroll?ing|recruiting))\b",
        rf"\b{_TAKING_IN}\b[^.;,]{{0,60}}?{_IS}(?:ongoing|on-going|under ?way|open|in progress|"
        r"continuing|going on|in full swing|active|expected to (?:finish|close|be complete\w*))\b",
        rf"\b{_TAKING_IN}\b[^.;,]{{0,60}}?\b(?:continues|goes on|is to (?:finish|close|end))\b",
        r"\bstill (?:takes|accepts|enroll?s|recruits|seeks|needs|wants|looks for|has (?:places|"
        r"room|"
        r"openings|slots))\b",
        rf"\b(?:seeks|wants|needs|invites|recruits|enrolls) (?:[\w-]+ ){{1,4}}?{_PEOPLE} "
        r"(?:for|to (?:take part|join|test|try))\b",
        rf"\b(?:has|have) {_ADV}(?:enroll?ed|recruited|dosed|treated|taken in) (?:its|their|the) "
        r"first "
        rf"(?:\w+ )?{_PEOPLE}\b(?! (?:in|on|by) (?:#|(?:19|20)\d\d))",
    ),
    _sign(
        "ahead",
        "filled",
        rf"{_WILL}{_ENROL}\b",
        rf"{_WILL}(?:involve|include|randomi[sz]e[d]?) ",
        rf"\b(?:seeking|looking|aiming|hoping|planning|wanting|meant|designed) (?:to|for) (?:\w+ )?"
        rf"{_ENROL}\b",
    ),
    _sign(
        "now",
        "ended",
        rf"{_IS}(?:being )?{_RUN}\b(?<!run)(?<!pilot)(?<!test)(?<!compare)(?<!trial)(?<!assess)",
        rf"{_IS}(?:being )?(?:treat(?:ing|ed) (?:[\w-]+ ){{0,3}}?{_PEOPLE}|dosing|giving|"
        rf"administering|sponsoring|leading|overseeing|collecting|gathering|given to)\b",
        rf"{_IS}(?:ongoing|on-going|under ?way|in progress|afoot|in full swing|continuing|going on|"
        r"still open\b(?!-)|unfinished|incomplete|at the halfway (?:mark|point|stage))\b",
        rf"\b(?:the|its|this|that|our|their|\w+'s) (?:[\w-]+ ){{0,4}}?{_WORK}\b[^.;,]{{0,60}}?"
        rf"\b(?:continues|goes on|runs until|carries on)\b",
        r"\b(?:ongoing|on-going|still running|current(?:ly running)?) (?:[\w-]+ ){0,4}?"
        rf"{_WORK}\b",
        r"\b(?:continu(?:es|ing)) to (?:run|test|study|treat|dose|follow|give|compare|collect)\b",
        r"\b(?:has|have) (?:now |already |so far )?(?:dosed|treated|enroll?ed|recruited|"
        r"randomi[sz]ed) "
        r"[^.;]{0,50}?\bso far\b|\bso far\b,? [^.;,]{0,50}?\b(?:has|have) (?:been )?(?:dosed|"
        r"treated|"
        r"enroll?ed|recruited|randomi[sz]ed)\b",
        rf"{_NOT}(?:finish\w*|complet\w+|conclud\w+|end(?:ed)?|wrap\w* up|clos\w+)\b",
        rf"\b{_WORK}\b[^.;,]{{0,60}}?{_IS}(?:open|active|running|recruiting)\b(?!-)",
    ),
    _sign(
        "ahead",
        "ended",
        rf"{_WILL}(?:{_RUN}|give|treat|administer|receive)\b",
        rf"{_WILL}(?:\w+ )?(?:finish\w*|complet\w+|conclud\w+|end(?:ed)?|wrap\w* up|clos\w+)\b",
        rf"\bcompletion\b[^.;]{{0,40}}?{_IS}(?:\w+ )?(?:expected|due|planned|scheduled|"
        r"anticipated)\b",
    ),
    _sign(
        "now",
        "reported",
        rf"\b{_RESULTS}\b[^.;]{{0,50}}?{_IS}(?:being )?(?:analy[sz]ed|analy[sz]ing|evaluated|"
        r"assessed|"
        r"examined|crunched|cleaned|locked|processed|prepared|blinded|under analysis|collected|"
        r"gathered|reviewed|studied)\b",
        rf"{_IS}(?:analy[sz]ing|evaluating|crunching|poring over|going through|working through|"
        r"preparing|sifting(?: through)?|combing through|processing) (?:[\w-]+ "
        rf"){{0,3}}?{_RESULTS}\b",
        rf"{_IS}(?:still |double[- ]?)?blinded\b|\bunder (?:statistical )?analysis\b|"
        rf"\b(?:data )?analysis {_IS}(?:ongoing|under ?way|in progress)\b",
        r"\b(?:is|are|remains?|stays?) (?:\w+ (?:and|or) )?un(?:reported|known|available|released|"
        r"disclosed|announced|seen)\b",
        rf"{_IS}(?:pending|awaited|outstanding|forthcoming|unknown|unreported|unavailable|under "
        r"wraps|"
        r"confidential|still (?:out|to come|open)|to come|keenly awaited)\b",
        rf"\b(?:await|wait)(?:s|ing|ed)? (?:for |on )?{_GAP}{_RESULTS}\b",
        rf"\b(?:with|and) {_SMALL}{_RESULTS} (?:still |yet )?(?:to (?:come|follow)|pending|awaited|"
        r"outstanding|expected|due|anticipated)\b",
        rf"\b{_RESULTS} (?:still |yet )?(?:to (?:come|follow)|pending|awaited|outstanding)\b",
        rf"\bpending {_RESULTS}\b",
    ),
    _sign(
        "denied",
        "reported",
        rf"\b{_RESULTS}\b[^.;]{{0,80}}?{_NOT}(?:\w+ )?{_TELL}\b",
        rf"{_NOT}(?:\w+ )?(?:report\w*|read(?:ing)? ?-?out|unveil\w*|disclos\w*|announc\w*|"
        r"releas\w*|"
        rf"present\w*|shar\w*|deliver\w*|produc\w*|yield\w*|shown?) ?(?:{_SMALL}(?:[\w-]+ "
        rf")?{_RESULTS}|"
        r"its|yet|so far|on\b|in\b|back\b|\W|\Z)",
        rf"\b(?:has|have|is|are|there (?:is|are)) {_ADV}(?:no|not any|without(?: any)?) (?:\w+ )?"
        rf"{_RESULTS}\b",
        rf"\b(?:no|none of the) (?:\w+ ){{0,2}}?{_RESULTS}\b[^.;]{{0,60}}?\b(?:yet|so far|to date|"
        r"(?:has|have|is|are) (?:\w+ )?(?:been )?(?:reported|published|released|available|out|"
        r"known|"
        r"announced|public|presented))\b",
        rf"{_NOT}(?:know|see|hear|learn)\w*\b[^.;]{{0,40}}?\b(?:{_RESULTS}|whether|if|how|what)\b",
    ),
    _sign(
        "ahead",
        "reported",
        rf"\b{_RESULTS}\b[^.;]{{0,80}}?(?:{_IS}|\b)(?:expected|anticipated|due|scheduled|slated|"
        r"planned|"
        r"imminent|around the corner|on the way|upcoming)\b(?! to (?:change|help|support|"
        r"transform))",
        rf"\b{_RESULTS}\b[^.;]{{0,60}}?{_WILL}(?:\w+ )?(?:{_TELL}|{_PRINT})\b",
        rf"{_WILL}(?:\w+ )?(?:report\w*|read(?:ing)? ?-?out|announc\w+|releas\w+|unveil\w*|"
        r"disclos\w+|"
        r"deliver\w*|provid\w+|yield\w*|present\w*|show\w*|shar\w+|have|publish\w*|give|offer|"
        r"produce)"
        rf"(?: {_GAP}{_RESULTS}|\b(?= (?:in|by|next|later|this|soon|at|around|before|its|top|on|"
        r"early|"
        r"mid|late|until|within)\b|\W*\Z))",
        rf"\bexpect (?!to\b)[^.;]{{0,60}}? to (?:{_TELL}|{_PRINT})\b",
        rf"\b(?:expects?|anticipates?|forecasts?|promis(?:es|ed)|guid(?:es|ed|ing) to) {_SMALL}"
        rf"(?:[\w-]+ ){{0,3}}?{_RESULTS}\b",
        rf"\b{_RESULTS} (?:now |later |soon |only )?(?:in |by |around |at )?(?:the )?(?:(?:early|"
        r"mid|late|"
        r"first|second|third|fourth|end|#+|\d#|half|quarter|of)[ -])*(?:#+|\d#)",
        rf"\b(?:look(?:s|ing) forward to|upcoming|forthcoming) (?:[\w-]+ ){{0,3}}?{_RESULTS}\b",
    ),
    _sign(
        "denied",
        "published",
        rf"{_NOT}(?:\w+ ){{0,2}}?{_PRINT}\b",
        rf"\b(?:unpublished|awaiting publication|publication {_IS}pending|awaits publication|"
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
        rf"{_WILL}(?:\w+ )?{_PRINT}\b",
        rf"{_IS}(?:being )?(?:written up|prepared for publication|writing up|in press)\b",
        rf"\b(?:publication|paper|manuscript|write-up)\b[^.;]{{0,40}}?{_IS}(?:\w+ )?(?:expected|"
        r"due|"
        r"planned|in preparation|pending|anticipated|scheduled|awaited)\b",
    ),
)

PIECES: Final = Gate(
    "recruit|enrol|screen|volunteer|ongoing|on-going|under|progress|running|still|yet|"
    "not |n't|no |nobody|none|will |'ll |plan|expect|due|await|wait|pending|prepar|"
    "gearing|set to|about to|hope|aim|intend|looking|seek|sought|continu|testing|compar|"
    "treat|dosing|studying|so far|half|middle|almost|nearly|to come|to follow|anticipat|"
    "schedul|slated|should|being|current|only|unpublished|ready|upcoming|forthcoming|"
    "outstanding|topline|top-line|readout|conducting|evaluating|following|first|analys|"
    "analyz|giving|taking| is to | are to |wants|needs|cleared|approved to|unknown|blind|"
    "invit"
)
"""A clause with a sign has one of these."""
