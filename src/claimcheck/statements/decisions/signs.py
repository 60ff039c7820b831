"""Words that say how far a trial is: what of it is to come, not yet done, or going on.

Each sign tells the step that a trial cannot have taken if the words are right. Most begin with a
verb of time ("will", "has not", "is"), which is looked for once.
"""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import Gate, lazy
from claimcheck.statements.decisions.signkinds import Sign, said, verb
from claimcheck.statements.decisions.signwords import (
    ADV,
    BEGIN,
    DOSE,
    ENROL,
    GAP,
    PEOPLE,
    PRINT,
    RESULTS,
    RUN,
    SMALL,
    TAKING_IN,
    TELL,
    WORK,
)

_OF_WORK = lazy(rf"\b(?:{WORK}|it)\b")
_OF_TAKING_IN = lazy(rf"\b{TAKING_IN}\b")
_OF_PEOPLE = lazy(rf"\b(?:{PEOPLE}|groups)\b")
_OF_FIRST = lazy(rf"\bfirst (?:of (?:[\w-]+ ){{1,4}}?)?{PEOPLE}\b")
_OF_RESULTS = lazy(rf"\b(?:{RESULTS}|it|they|these|which)\b")
_OF_DATA = lazy(rf"\b{RESULTS}\b")
_OF_PAPER = lazy(r"\b(?:publication|paper|manuscript|write-up)\b")
_OF_END = lazy(r"\bcompletion\b")
_ENDING = r"(?:finish\w*|complet\w+|conclud\w+|end(?:ed)?|wrap\w* up|clos\w+)"

SIGNS: Final[tuple[Sign, ...]] = (
    verb(
        "ahead", "begun", "will",
        rf"(?:\w+ )?{BEGIN}\b", rf"{DOSE} (?:its |the |their )?first\b",
        r"enter (?:a |its |the )?(?:phase|pivotal|late)",
        r"(?:run|conduct|carry out|undertake|mount) (?:a|an|its|the)\b",
    ),
    verb("ahead", "begun", "will", rf"(?:{DOSE}|{ENROL})\b", about=_OF_FIRST),
    verb(
        "ahead", "begun", "is",
        r"(?:planned(?! (?:for|at|with|to \w+) (?:about |some |up to )?(?:(?!(?:19|20)\d\d\b)\d|"
        r"[a-z-]+ (?:people|participants|patients)))|in preparation|being (?:planned|prepared|set "
        r"up|designed)|in the (?:works|"
        r"pipeline|planning)|on the drawing board|upcoming)\b",
        about=_OF_WORK,
    ),
    said(
        "ahead", "begun", "start|launch|begin|kick|opening|first ",
        r"\b(?:start|launch|beginning|kick-off|opening|first dosing|first patient)\b[^.;,]{0,30}?\b"
        r"(?:planned|expected|due|scheduled|slated|set|anticipated|foreseen|pencilled in)\b",
    ),
    said(
        "ahead", "begun", "starts|begins|opens|launches|kicks|gets under",
        rf"\b{WORK}\b[^.;,]{{0,40}}? (?:starts|begins|opens|launches|kicks off|gets under way) "
        r"(?:in|this|next|later|soon|on|by|early|mid|late)\b",
    ),
    said("ahead", "begun", "not yet recruiting", r"\bnot yet recruiting\b"),
    said(
        "ahead", "begun", "plan|prepar|propos|gearing|design|setting up|about to|getting ready",
        r"\b(?:plans?|planning|prepar(?:es|ing)|propos(?:es|ing)|gearing up for|designing|"
        r"preparing for|setting up|about to (?:run|conduct|do)|getting ready for) "
        rf"(?:[\w-]+ ){{0,4}}?{WORK}\b",
    ),
    verb(
        "denied", "begun", "not",
        rf"(?:\w+ )?{BEGIN}\b(?! (?:to|label))",
        rf"(?:\w+ )?(?:{DOSE}|{ENROL}) (?:(?:a|its|the|their|any|even|single|first|one) )*"
        rf"(?:{PEOPLE}|(?:in )?(?:its|the|this) {WORK})\b",
    ),
    said(
        "denied", "begun", "no one|nobody|no |not a|not one|none of",
        rf"\b(?:no one|nobody|no {PEOPLE}|not (?:a|one)(?: single)? \w+|none of \w+)\b"
        rf"[^.;]{{0,60}}?\b(?:has|have) {ADV}(?:yet )?(?:been )?{ADV}(?:{DOSE}|{ENROL})\b",
    ),
    said(
        "denied", "begun", "await",
        rf"\bawait(?:s|ing) (?:its |the |their )?(?:first {PEOPLE}|start|launch|approval|ethic\w+|"
        r"funding)\b",
    ),
    verb("denied", "begun", "not", r"\Z|(?=[ .,])(?! \w)", about=_OF_TAKING_IN),
    verb(
        "now", "filled", "is",
        r"filling (?:up|its|the)\b",
        r"(?:being )?(?:recruit(?:ed|ing)|enroll?(?:ed|ing)|screen(?:ed|ing)|sought|invit(?:ed|"
        r"ing)|"
        r"accept(?:ed|ing)|sign(?:ed|ing) up|admitt(?:ed|ing)|wanted)\b"
        r"(?! (?:in|at|from|by|between) (?:#|(?:19|20)\d\d))",
        r"(?:being )?(?:looking|searching|seeking|calling|appealing|advertising)"
        rf"(?: for)? (?:[\w-]+ ){{0,4}}?{PEOPLE}\b",
        r"(?:tak(?:ing|en)|bring(?:ing)?|brought|filling|adding)(?: in| on| up)? "
        rf"(?:[\w-]+ ){{0,3}}?(?:{PEOPLE}|places|slots|spots)\b",
        rf"(?:open|available) (?:to|for) (?:[\w-]+ ){{0,3}}?(?:{PEOPLE}|{TAKING_IN})\b",
        rf"(?:in |mid-?|partway )+(?:\w+ )?{TAKING_IN}\b",
    ),
    verb(
        "now", "filled", "is",
        r"(?:ongoing|on-going|under ?way|open|in progress|continuing|going on|in full swing|active|"
        r"expected to (?:finish|close|be complete\w*))\b",
        about=_OF_TAKING_IN,
    ),
    said(
        "now", "filled", "status",
        r"\A\W*(?:\w+ )?status\W+(?:\w+ )?(?:recruiting|enroll?ing|open)\b",
    ),
    said(
        "now", "filled", "place|slot|spot|registration|sign",
        r"\b(?:places|slots|spots|registration|sign-?ups?)\b[^.;,]{0,30}?\b(?:is|are|remains?) "
        r"(?:\w+ )?(?:open|available|left|free)\b",
    ),
    said(
        "now", "filled", " can ",
        r"\b(?:volunteers|patients|people|you|anyone) can (?:still |now )?(?:apply|sign up|join|"
        r"enrol|volunteer|take part)\b",
    ),
    said(
        "now", "filled", "way|middle|midst|process|thick|course|stage|phase|week|month|the end",
        rf"\b(?:halfway|midway|partway|part-way|half-way) (?:through|into|to)\b[^.;]{{0,20}}?"
        rf"{TAKING_IN}\b",
        r"\b(?:in the (?:middle|midst|process|thick|course)|in the (?:final|last|early|first) "
        r"(?:stages?|phases?|weeks|months)|near(?:ing|s)? the end|approaching the end|"
        rf"close to the end) of (?:its |their |the )?{TAKING_IN}\b",
    ),
    said(
        "now", "filled", "almost|nearly|half|%|per",
        r"\b(?:almost|nearly|(?:more than |over |about )?(?:half|\d+ ?%|\w+ per ?cent)) (?:\w+ )?"
        r"(?:complet\w+|finish\w+|clos\w+|done (?:with)?|through|filled|full|enrolled|recruited)\b",
    ),
    said(
        "now", "filled", "continu|goes on|is to",
        r"\b(?:continu(?:es|ing)|goes on) (?:to (?:enroll?|recruit|screen|take in|sign up)|"
        r"(?:enroll?ing|recruiting))\b",
        rf"\b{TAKING_IN}\b[^.;,]{{0,60}}?\b(?:continues|goes on|is to (?:finish|close|end))\b",
    ),
    said(
        "now", "filled", "still ",
        r"\bstill (?:takes|accepts|enroll?s|recruits|seeks|needs|wants|looks for|has (?:places|"
        r"room|"
        r"openings|slots))\b",
    ),
    said(
        "now", "filled", "seeks|wants|needs|invites|recruits|enrolls|enrols",
        rf"\b(?:seeks|wants|needs|invites|recruits|enroll?s) (?:[\w-]+ ){{1,4}}?{PEOPLE} "
        r"(?:for|to (?:take part|join|test|try))\b",
    ),
    said(
        "now", "filled", " first ",
        rf"\b(?:has|have) {ADV}(?:enroll?ed|recruited|dosed|treated|taken in) (?:its|their|the) "
        rf"first (?:\w+ )?{PEOPLE}\b(?! (?:in|on|by) (?:#|(?:19|20)\d\d))",
    ),
    verb(
        "denied", "filled", "not",
        rf"(?:finish\w*|complet\w+|conclud\w+|end(?:ed)?|clos\w+|fill\w*) (?:\w+ )?"
        rf"(?:{TAKING_IN}|places)\b",
    ),
    verb("ahead", "filled", "will", rf"(?:{ENROL}\b|(?:involve|include|randomi[sz]ed?) )"),
    said(
        "ahead", "filled", "ing to|ing for|meant|designed",
        r"\b(?:seeking|looking|aiming|hoping|planning|wanting|meant|designed) (?:to|for) (?:\w+ )?"
        rf"{ENROL}\b",
    ),
    verb(
        "now", "ended", "is",
        rf"(?:being )?{RUN}\b(?<!run)(?<!pilot)(?<!test)(?<!compare)(?<!trial)(?<!assess)",
        rf"(?:being )?(?:treat(?:ing|ed) (?:[\w-]+ ){{0,3}}?{PEOPLE}|dosing|giving|administering|"
        r"sponsoring|leading|overseeing|collecting|gathering|given to)\b",
        r"(?:halfway|midway|partway|part-way|half-way|well) (?:through|into)\b",
        r"(?:in the (?:field|clinic|works)|on the go|being done|in train|ongoing|on-going|under "
        r"?way|"
        r"in progress|afoot|in full swing|continuing|going on|still open\b(?!-)|unfinished|"
        r"incomplete|at the halfway (?:mark|point|stage))\b",
    ),
    verb(
        "now", "ended", "is",
        r"being (?:treated|given|dosed|followed|studied|tested|compared|randomi[sz]ed|observed|"
        r"monitored)\b",
        about=_OF_PEOPLE,
    ),
    verb("now", "ended", "is", r"(?:open|active|running|recruiting)\b(?!-)", about=_OF_WORK),
    said(
        "now", "ended", " going| running|under way|underway|in progress|on the go|trials on",
        rf"\b(?:has|have) (?:[\w-]+ ){{0,4}}?{WORK} (?:going|running|under ?way|in progress|"
        r"on the go|on)\b",
    ),
    said(
        "now", "ended", "status",
        r"\A\W*(?:\w+ )?status\W+(?:\w+ )?(?:ongoing|active|running|in progress|under way)\b",
    ),
    said(
        "now", "ended", "continu|goes on|runs until|carries on|ongoing|on-going|running|current",
        rf"\b(?:the|its|this|that|our|their|\w+'s) (?:[\w-]+ ){{0,4}}?{WORK}\b[^.;,]{{0,60}}?"
        r"\b(?:continues|goes on|runs until|carries on)\b",
        rf"\b(?:ongoing|on-going|still running|current(?:ly running)?) (?:[\w-]+ ){{0,4}}?{WORK}\b",
        r"\bcontinu(?:es|ing) to (?:run|test|study|treat|dose|follow|give|compare|collect)\b",
    ),
    said(
        "now", "ended", "so far",
        r"\b(?:has|have) (?:now |already |so far )?(?:been )?(?:dosed|treated|enroll?ed|recruited|"
        r"randomi[sz]ed) [^.;]{0,50}?\bso far\b|\bso far\b,? [^.;,]{0,50}?\b(?:has|have) (?:been )?"
        r"(?:dosed|treated|enroll?ed|recruited|randomi[sz]ed)\b|\b(?:has|have) so far (?:been )?"
        r"(?:dosed|treated|enroll?ed|recruited|randomi[sz]ed)\b",
    ),
    verb("denied", "ended", "not", rf"{_ENDING}\b"),
    verb(
        "ahead", "ended", "will",
        rf"{RUN}\b", rf"(?:give|treat|administer)\b[^.;]{{0,60}}?{PEOPLE}\b",
        rf"(?:\w+ )?{_ENDING}\b",
    ),
    verb(
        "ahead", "ended", "is",
        r"(?:\w+ )?(?:expected|due|planned|scheduled|anticipated)\b",
        about=_OF_END,
    ),
    verb(
        "now", "reported", "is",
        r"(?:being )?(?:analy[sz]ed|analy[sz]ing|evaluated|assessed|examined|crunched|cleaned|"
        r"locked|"
        r"processed|prepared|blinded|under analysis|collected|gathered|reviewed|studied)\b",
        about=_OF_DATA,
    ),
    verb(
        "now", "reported", "is",
        r"(?:analy[sz]ing|evaluating|crunching|poring over|going through|working through|preparing|"
        r"sifting(?: through)?|combing through|processing) (?:[\w-]+ )"
        rf"{{0,3}}?{RESULTS}\b",
        r"(?:double[- ]?)?blinded\b",
        r"(?:\w+ (?:and|or) )?un(?:reported|known|available|released|disclosed|announced|seen)\b",
    ),
    verb(
        "now", "reported", "is",
        r"(?:pending|awaited|outstanding|forthcoming|under wraps|confidential|still (?:out|to come|"
        r"open)|to come|keenly awaited|out\b(?= of reach))",
        about=_OF_RESULTS,
    ),
    said(
        "now", "reported", "analysis",
        r"\bunder (?:statistical )?analysis\b|"
        r"\b(?:data )?analysis (?:is|are) (?:\w+ )?(?:ongoing|under ?way|in progress)\b",
    ),
    said(
        "now", "reported", "await|wait",
        rf"\b(?:await|wait)(?:s|ing|ed)? (?:for |on )?{GAP}{RESULTS}\b",
    ),
    said(
        "now", "reported", "to come|to follow|pending|await|outstanding|expected|due|anticipated",
        rf"\b(?:with|and) {SMALL}{RESULTS} (?:still |yet )?(?:to (?:come|follow)|pending|awaited|"
        r"outstanding|expected|due|anticipated)\b",
        rf"\b{RESULTS} (?:still |yet )?(?:to (?:come|follow)|pending|awaited|outstanding)\b",
        rf"\bpending {RESULTS}\b",
    ),
    verb("denied", "reported", "not", rf"(?:\w+ )?{TELL}\b", about=_OF_DATA),
    verb(
        "denied", "reported", "not",
        r"(?:\w+ )?(?:report\w*|read(?:ing)? ?-?out|unveil\w*|disclos\w*|announc\w*|releas\w*|"
        r"present\w*|shar\w*|deliver\w*|produc\w*|yield\w*) ?"
        rf"(?:{SMALL}(?:[\w-]+ )?{RESULTS}|its|yet|so far|on\b|in\b|back\b|[.,;)]|\Z)",
        rf"(?:know|see|hear|learn)\w*\b[^.;]{{0,40}}?\b(?:{RESULTS}|whether|if|how|what)\b",
    ),
    said(
        "denied", "reported", "whether",
        r"\bwhether\b[^.;]{0,80}?\b(?:(?:is|are) (?:\w+ )?(?:not|un)(?: yet )?\w*(?:known|clear)|"
        r"remains? (?:unknown|open|unclear|to be (?:seen|shown))|nobody knows|will (?:be seen|"
        r"become clear|show|emerge))\b",
    ),
    said(
        "denied", "reported", " no |no |not any|without",
        rf"\b(?:has|have|is|are|there (?:is|are)) {ADV}(?:no|not any|without(?: any)?) (?:\w+ )?"
        rf"{RESULTS}\b",
        rf"\b(?:no|none of the) (?:\w+ ){{0,2}}?{RESULTS}\b[^.;]{{0,60}}?\b(?:yet|so far|to date|"
        r"(?:has|have|is|are) (?:\w+ )?(?:been )?(?:reported|published|released|available|out|"
        r"known|"
        r"announced|public|presented))\b",
    ),
    verb(
        "ahead", "reported", "is",
        r"(?:expected|anticipated|due|scheduled|slated|planned|imminent|around the corner|"
        r"on the way|upcoming)\b(?! to (?:change|help|support|transform))",
        about=_OF_DATA,
    ),
    verb("ahead", "reported", "will", rf"(?:\w+ )?(?:{TELL}|{PRINT})\b", about=_OF_DATA),
    verb(
        "ahead", "reported", "will",
        r"(?:\w+ )?(?:report\w*|read(?:ing)? ?-?out|announc\w+|releas\w+|unveil\w*|disclos\w+|"
        r"deliver\w*|provid\w+|yield\w*|present\w*|show\w*|shar\w+|have|publish\w*|give|offer|"
        rf"produce)(?: {GAP}{RESULTS}|\b(?= (?:in|by|next|later|this|soon|at|around|before|its|top|"
        r"on|early|mid|late|until|within)\b|\W*\Z))",
    ),
    said(
        "ahead", "reported", "expected|anticipated|due|scheduled|slated|planned|imminent",
        rf"\b{RESULTS}\b[^.;]{{0,80}}?\b(?:expected|anticipated|due|scheduled|slated|planned|"
        r"imminent)\b(?! to (?:change|help|support|transform))",
    ),
    said(
        "ahead", "reported", "push|mov|bring|brought|put|shift|delay|postpon|defer",
        r"\b(?:push|mov|bring|brought|put|shift|delay|postpon|defer)\w* (?:back |forward )?"
        rf"(?:[\w-]+ ){{0,3}}?{RESULTS} (?:back |forward |up |off )?(?:to|until|by|into)\b",
    ),
    said(
        "ahead", "reported", "expect |expects|anticipat|forecast|promis|guid|look|coming",
        rf"\bexpect (?!to\b)[^.;]{{0,60}}? to (?:{TELL}|{PRINT})\b",
        rf"\b(?:expects?|anticipates?|forecasts?|promis(?:es|ed)|guid(?:es|ed|ing) to|"
        rf"look(?:s|ing) forward to|upcoming|forthcoming) {SMALL}(?:[\w-]+ ){{0,3}}?{RESULTS}\b",
    ),
    said(
        "ahead", "reported", "#",
        rf"\b{RESULTS} (?:now |later |soon |only )?(?:in |by |around |at )?(?:the )?(?:(?:early|"
        r"mid|"
        r"late|first|second|third|fourth|end|#+|\d#|half|quarter|of)[ -])*(?:#+|\d#)",
    ),
    verb("denied", "published", "not", rf"(?:\w+ ){{0,2}}?{PRINT}\b"),
    said(
        "denied", "published", "unpublished|publication|peer",
        r"\b(?:unpublished|await(?:s|ing) publication|publication (?:is|remains) (?:still "
        r")?pending|"
        r"(?:under|in) peer review)\b",
    ),
    said(
        "denied", "published", "release|conference|preprint|poster|statement|slide|abstract|deck|"
        "presentation|announcement",
        r"\b(?:only|just|merely|so far|nothing (?:but|more than))\b[^.;]{0,40}?\b(?:press "
        r"releases?|"
        r"conferences?|preprints?|posters?|company (?:statement|announcement|release)s?|slides?|"
        r"investor (?:deck|presentation)s?|abstracts?)\b",
        r"\b(?:press releases?|conferences?|preprints?|posters?|company statement)\b[^.;]{0,12}?\b"
        r"(?:only|so far|alone)\b",
    ),
    verb("ahead", "published", "will", rf"(?:\w+ )?{PRINT}\b"),
    verb(
        "ahead", "published", "is",
        r"(?:being )?(?:written up|prepared for publication|writing up|in press)\b",
    ),
    verb(
        "ahead", "published", "is",
        r"(?:\w+ )?(?:expected|due|planned|in preparation|pending|anticipated|scheduled|awaited)\b",
        about=_OF_PAPER,
    ),
)  # fmt: skip

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
