"""Words that say how far a trial is: what of it is to come, not yet done, or going on.

Each sign tells the step that a trial cannot have taken if the words are right. Most begin with a
verb of time ("will", "has not", "is"), which is looked for once.
"""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import Gate
from claimcheck.statements.decisions.patterns import DUE
from claimcheck.statements.decisions.signkinds import Sign, said, verb
from claimcheck.statements.decisions.signresults import RESULT_SIGNS
from claimcheck.statements.decisions.signsubjects import (
    OF_END,
    OF_FIRST,
    OF_LAST,
    OF_PEOPLE,
    OF_TAKING_IN,
    OF_WORK,
)
from claimcheck.statements.decisions.signwords import (
    ADV,
    BEGIN,
    DOSE,
    ENROL,
    PEOPLE,
    RUN,
    TAKING_IN,
    WORK,
)

_ENDING = r"(?:finish\w*|complet\w+|conclud\w+|end(?:ed)?|wrap\w* up|clos\w+)"

SIGNS: Final[tuple[Sign, ...]] = (
    verb(
        "ahead", "begun", "will",
        rf"(?:\w+ )?{BEGIN}\b", rf"{DOSE} (?:its |the |their )?first\b",
        r"enter (?:a |its |the )?(?:phase|pivotal|late)",
        r"(?:run|conduct|carry out|undertake|mount) (?:a|an|its|the)\b",
    ),
    verb("ahead", "begun", "will", rf"(?:{DOSE}|{ENROL})\b", about=OF_FIRST),
    verb(
        "ahead", "begun", "is",
        r"(?:planned(?! (?:for|at|with|to \w+) (?:about |some |up to )?(?:(?!(?:19|20)\d\d\b)\d|"
        r"[a-z-]+ (?:people|participants|patients)))|in preparation|being (?:planned|prepared|set "
        r"up|designed)|in the (?:works|"
        r"pipeline|planning)|on the drawing board|upcoming)\b",
        about=OF_WORK,
    ),
    said(
        "ahead", "begun", "start|launch|begin|kick|opening|first ",
        r"\b(?:start|launch|beginning|kick-off|opening|first dosing|first patient)\b[^.;,]{0,30}?\b"
        rf"(?:set|{DUE})\b",
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
    verb("denied", "begun", "not", r"\Z|(?=[ .,])(?! \w)", about=OF_TAKING_IN),
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
        about=OF_TAKING_IN,
    ),
    said(
        "now", "filled", "status|recruiting|enroll",
        r"\A\W*(?:recruiting|enroll?ing)\W*(?:[;,.]|\Z)",
        r"\A\W*(?:\w+ )?status\W+(?:\w+ )?(?:recruiting|enroll?ing|open)\b",
    ),
    said(
        "now", "filled", "place|slot|spot|registration|sign",
        r"\b(?:places|slots|spots|registration|sign-?ups?)\b[^.;,]{0,30}?\b(?:is|are|remains?) "
        r"(?:\w+ )?(?:open|available|left|free)\b",
    ),
    said(
        "now", "filled", " can ",
        rf"\b(?:{PEOPLE}|you)(?: [\w-]+){{0,4}}? can (?:still |now )?(?:apply|sign up|join|"
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
    said(
        "now", "ended", "the end",
        r"\b(?:near(?:ing|s)?|approaching|close to|closing in on|coming (?:up )?to|"
        r"towards?) the end of "
        rf"(?:[\w-]+ ){{0,4}}?{WORK}\b",
    ),
    verb(
        "now", "ended", "is",
        r"(?:draw(?:ing|n) to (?:a|its) (?:close|end)|wind(?:ing)? (?:down|up)|wrapping up|in "
        r"(?:its|the) (?:final|last|home) (?:stretch|straight|stages?|phase|weeks|months))\b",
        about=OF_WORK,
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
        r"incomplete|(?:nearing|approaching|close to) (?:completion|(?:its|the) end)|at the "
        r"halfway (?:mark|point|stage))\b",
    ),
    verb(
        "now", "ended", "is",
        r"being (?:treated|given|dosed|followed|studied|tested|compared|randomi[sz]ed|observed|"
        r"monitored)\b",
        about=OF_PEOPLE,
    ),
    verb("now", "ended", "is", r"(?:open|active|running|recruiting)\b(?!-)", about=OF_WORK),
    said(
        "now", "ended", " going| running|under way|underway|in progress|on the go|trials on",
        rf"\b(?:has|have) (?:[\w-]+ ){{0,4}}?{WORK} (?:going|running|under ?way|in progress|"
        r"on the go|on)\b",
    ),
    said(
        "now", "ended", "status|ongoing|under way|in progress",
        r"\A\W*(?:ongoing|under way|in progress)\W*(?:[;,.]|\Z)",
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
    verb("denied", "filled", "not", rf"(?:{DOSE}|{ENROL})\b", about=OF_LAST),
    verb("denied", "ended", "not", rf"{_ENDING}\b"),
    verb(
        "ahead", "ended", "will",
        rf"{RUN}\b", rf"(?:give|treat|administer)\b[^.;]{{0,60}}?{PEOPLE}\b",
        rf"(?:\w+ )?{_ENDING}\b",
    ),
    verb(
        "ahead", "ended", "is",
        rf"(?:\w+ )?{DUE}\b",
        about=OF_END,
    ),
    *RESULT_SIGNS,
)  # fmt: skip

PIECES: Final = Gate(
    r"\b(?:is|are|been|still|now|currently) \w+ing\b|recruit|enrol|screen|volunteer|ongoing|"
    r"means to |"
    r"on-going|under|progress|running|still|yet|not |n't|no |nobody|none|will |'ll |plan|"
    r"expect|due|await|wait|pending|prepar|gearing|set to|about to|hope|aim|intend|looking|"
    r"seek|sought|continu|testing|compar|treat|dosing|studying|so far|half|middle|almost|"
    r"nearly|cilled|ciled|to come|to follow|anticipat|schedul|slated|should|being|current|only|"
    r"unpublished|project|target|forecast|foresee|predict|tipped| off\b|away|known|answer|"
    r" on course| on track|just|barely|ready|never|upcoming|forthcoming|outstanding|topline|"
    r"top-line|readout|conducting|evaluating|"
    r"following|first|analys|analyz|giving|taking| is to | are to |wants|needs|cleared|"
    r"approved to|unknown|status|places|starts|begins|opens|launches|pushed|moved|midway|"
    r"filling|delay|postpon|slipped|put off|planned|going|blind|invit| can |manuscript|guided"
)
"""A clause with a sign has one of these."""
