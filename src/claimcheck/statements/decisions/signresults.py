"""Words that say that results of a trial are still to come, or not yet in print."""

from __future__ import annotations

from typing import Final

from claimcheck.statements.decisions.patterns import DUE
from claimcheck.statements.decisions.signkinds import Sign, said, verb
from claimcheck.statements.decisions.signsubjects import OF_DATA, OF_PAPER, OF_RESULTS
from claimcheck.statements.decisions.signwords import (
    ADV,
    BEGIN,
    GAP,
    OFF,
    PRINT,
    RESULTS,
    SMALL,
    TELL,
    WORK,
)

RESULT_SIGNS: Final[tuple[Sign, ...]] = (
    verb(
        "now", "reported", "is",
        r"(?:being )?(?:analy[sz]ed|analy[sz]ing|evaluated|assessed|examined|crunched|cleaned|"
        r"locked|"
        r"processed|prepared|blinded|under analysis|collected|gathered|reviewed|studied)\b",
        about=OF_DATA,
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
        about=OF_RESULTS,
    ),
    said(
        "now", "reported", "just|newly|barely|only",
        rf"\b(?:(?:has|have)(?: only)? (?:just|newly|barely|only)|(?:is|are) (?:only )?just)"
        rf" (?:just |been )?{BEGIN}\b",
    ),
    said(
        "now", "reported", "analysis",
        r"\bunder (?:statistical )?analysis\b|"
        r"\b(?:data )?analysis (?:is|are) (?:\w+ )?(?:ongoing|under ?way|in progress)\b",
    ),
    said(
        "now", "reported", "await|wait",
        r"\b(?:await|wait)(?:s|ing|ed)? (?:(?:until|till) (?:[\w#]+ ){1,4})?(?:for |on )?"
        rf"{GAP}{RESULTS}\b",
    ),
    said(
        "now", "reported", "to come|to follow|early|soon",
        rf"\b(?:still |yet )?to (?:come|follow) (?:is|are) {SMALL}(?:[\w-]+ ){{0,2}}?{RESULTS}\b",
        r"\btoo (?:early|soon) to (?:say|tell|know|judge)\b",
    ),
    said(
        "now", "reported", "to come|to follow|pending|await|outstanding|expected|due|anticipated",
        rf"\b(?:with|and) {SMALL}{RESULTS} (?:still |yet )?(?:to (?:come|follow)|pending|awaited|"
        r"outstanding|expected|due|anticipated)\b",
        rf"\b{RESULTS} (?:still |yet )?(?:to (?:come|follow)|pending|awaited|outstanding)\b",
        rf"\bpending {RESULTS}\b",
    ),
    verb("denied", "reported", "not", rf"(?:\w+ )?{TELL}\b", about=OF_DATA),
    said(
        "denied", "reported", "no ",
        rf"\b(?:has|have) (?:so far |yet |still )?{TELL} no (?:[\w-]+ ){{0,2}}?{RESULTS}\b",
    ),
    verb(
        "denied", "reported", "not",
        r"(?:\w+ )?(?:report\w*|read(?:ing)? ?-?out|unveil\w*|disclos\w*|announc\w*|releas\w*|"
        r"present\w*|shar\w*|deliver\w*|produc\w*|yield\w*) ?"
        rf"(?:{SMALL}(?:[\w-]+ ){{0,2}}?{RESULTS}|its|yet|so far|"
        r"on\b|from\b|in\b|back\b|[.,;)]|\Z)",
        r"(?:report|reveal|unveil|disclos|say|said|tell|told|announc|publish|releas)\w* (?:what|"
        r"how|whether|if)\b",
        rf"(?:know|see|hear|learn)\w*\b[^.;]{{0,40}}?\b(?:{RESULTS}|(?:whether|if) (?:it|the "
        r"(?:trial|study|drug)) "
        rf"(?:works?|worked|succeeded|has worked|met))\b",
    ),
    said(
        "denied", "reported", "whether",
        r"\bwhether\b[^.;]{0,80}?\b(?:(?:is|are) (?:\w+ )?(?:not|un)(?: yet )?\w*(?:known|clear)|"
        r"remains? (?:unknown|open|unclear|to be (?:seen|shown))|nobody knows|will (?:be seen|"
        r"become clear|show|emerge))\b",
        rf"\bwhether(?! to)\b[^.;]{{0,120}}?\b{WORK}\b[^.;]{{0,50}}?"
        r"\b(?:(?:has|have) (?:not|yet to|still to)|is to|will|"
        r"(?:hopes?|aims?|wants?|sets? out) to) (?:\w+ ){0,2}?(?:answer|settle|tell|told|resolve|"
        r"reveal|find out)",
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
    verb("ahead", "reported", "will", rf"(?:\w+ )?(?:{TELL}|{PRINT})\b", about=OF_DATA),
    verb(
        "ahead", "reported", "will",
        r"(?:\w+ )?(?:report\w*|read(?:ing)? ?-?out|announc\w+|releas\w+|unveil\w*|disclos\w+|"
        r"deliver\w*|provid\w+|yield\w*|present\w*|show\w*|shar\w+|have|publish\w*|give|offer|"
        rf"produce)(?: {GAP}{RESULTS}|\b(?= (?:in|by|next|later|this|soon|at|around|before|its|top|"
        r"on|early|mid|late|until|within)\b|\W*\Z))",
    ),
    said(
        "ahead", "reported",
        "ed|due|cast|off|way|imminent|corner|coming|before|until|till|than",
        rf"\b{RESULTS}\b[^.;]{{0,80}}?\b(?:{DUE}(?<!predicted)(?<!forecast)|imminent|(?:is|are) "
        rf"{ADV}(?:predicted|forecast|{OFF}|around the corner|on the way|upcoming))\b"
        r"(?! to (?:change|help|support|transform))",
        rf"\A(?=.*\b{RESULTS}\b)(?=.*\bwill\b)(?!.*\b(?:was|were|had)\b).*\b(?:not?|nothing)\b"
        r"[^.;]{0,90}?\b(?:before|until|till|(?:earlier|sooner) than)\b "
        r"(?:(?:the|late|early|mid|next|end|of|half|middle|year) )*(?:#|(?:19|20)\d\d)",
    ),
    said(
        "ahead", "reported", "push|mov|bring|brought|put|shift|delay|postpon|defer|slip",
        r"\b(?:push|mov|bring|brought|put|shift|delay|postpon|defer)\w* (?:back |forward )?"
        rf"(?:[\w-]+ ){{0,3}}?{RESULTS} (?:back |forward |up |off )?(?:to|until|by|into)\b",
        rf"\b{RESULTS}\b[^.;,]{{0,60}}?\b(?:has|have|is|are) (?:now |been ){{0,2}}(?:push|mov|put|"
        r"shift|delay|postpon|defer|slip)\w* (?:back |forward |off )?(?:to|until|till|by|into)\b",
    ),
    said(
        "ahead", "reported", "expect |expects|anticipat|forecast|promis|guid|look|coming",
        rf"\bexpects? (?!to\b)[^.;]{{0,60}}? to (?:{TELL}|{PRINT}|(?:hit|meet|reach|miss) "
        r"(?:its|the))\b",
        rf"\b(?:expects?|anticipates?|forecasts?|promis(?:es|ed)|guid(?:es|ed|ing) to|"
        rf"look(?:s|ing) forward to|upcoming|forthcoming) {SMALL}(?:[\w-]+ ){{0,3}}?{RESULTS}\b",
    ),
    said(
        "ahead", "reported", "could |may |might ",
        r"\b(?:could|may|might) (?:\w+ )?(?:report|announce|release|unveil|publish|present)"
        rf" (?:[\w-]+ ){{0,3}}?{RESULTS}\b",
    ),
    said(
        "ahead", "reported", " away| before| from",
        rf"\b(?:days?|weeks?|months?) (?:away )?(?:from|before) {SMALL}(?:[\w-]+ )?{RESULTS}\b",
    ),
    said(
        "ahead", "reported", "known |clear |seen ",
        r"\b(?:how|what|whether|if)\b[^.;]{0,80}?\bwill (?:\w+ )?be (?:(?:known|clear|"
        r"public)\b(?! as)|seen (?:once|when|after|at the end))",
    ),
    said(
        "ahead", "reported", "#",
        rf"\b{RESULTS} (?:now |later |soon |only )?(?:in |by |around |at )?(?:the )?(?:(?:early|"
        r"mid|"
        r"late|first|second|third|fourth|end|#+|\d#|half|quarter|of)[ -])*(?:#+|\d#)",
    ),
    verb("denied", "published", "not", rf"(?:\w+ ){{0,2}}?{PRINT}\b"),
    said(
        "denied", "published", "unpublished|publication|peer|journal to",
        r"\bwait(?:s|ing)? for a journal\b",
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
        r"(?:being )?(?:written up|working on (?:\w+ )?(?:manuscript|paper|publication)|prepared "
        r"for publication|writing up|in press)\b",
    ),
    verb(
        "ahead", "published", "is",
        rf"(?:\w+ )?(?:{DUE}|in preparation|pending|awaited)\b",
        about=OF_PAPER,
    ),
)  # fmt: skip
