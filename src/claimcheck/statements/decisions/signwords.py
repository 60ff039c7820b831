"""Words out of which the signs of a trial's progress are made: verbs, nouns, ways to say when."""

from __future__ import annotations

from typing import Final

from claimcheck.statements.decisions.patterns import DUE

ADV: Final = (
    r"(?:(?:now|currently|still|also|only|just|actively|presently|soon|shortly|finally|later|both|"
    r"widely|already|tentatively|reportedly|initially|eagerly|at present|at the moment|so far|"
    r"in turn|then|next|today|together|busy) )*"
)
SMALL: Final = (
    r"(?:(?:a|an|the|its|their|this|that|these|any|some|all|first|full|new|our|other|of) )*"
)
OFF: Final = (
    r"(?:(?:[\w-]+ )?(?:years?|months?|weeks?|days?)|far|(?:a|some) (?:[\w-]+ )?(?:way|while|time))"
    r" (?:off|away)(?=\W*(?:\Z|[,;:)]| (?:and|but|yet)\b))"
)
"""After "is": how long something is still to take."""
SET: Final = (
    rf"(?:set|about|going|{DUE}|poised|ready|getting ready|"
    r"preparing|planning|hoping|aiming|intending|looking|gearing up|gearing itself up|on track|"
    r"on course|approved|cleared|authori[sz]ed|allowed|permitted|supposed|likely|certain|waiting)"
)
WILL: Final = (
    rf"(?:\b(?:will|shall|should|is to|are to|(?:is|are|now|still|being) {ADV}(?:\w+ly )?{SET} to"
    rf"|(?:plans?|hopes?|aims?|intends?|wants?|prepares?|expects?|looks?|proposes?|means) {ADV}to"
    r"|(?:has|have) (?:\w+ )?(?:permission|approval|clearance|the go-ahead|the green light|funding"
    r"|plans|a licen[cs]e) to|(?:has|have) been (?:approved|cleared|allowed|authori[sz]ed) to)"
    rf"|'ll) {ADV}(?:be |being )?{ADV}"
)
NOT: Final = (
    rf"(?:\b(?:has|have|is|are|does|do|did) {ADV}(?:not|never|yet to|still to|to)\b|"
    r"\b(?:has|have|is|are|does|do)n't\b|\bcan(?:no|')t\b|"
    r"\b(?:yet|still|remains?) to\b|\b(?:not|never) yet\b|\bnot so far\b|"
    r"\b(?:no one|nobody|none|neither|not (?:a|one)(?: single)?|nothing)\b[^.;]{0,50}?\b(?:has|"
    r"have|is|"
    r"are)"
    rf")(?: yet| so far)? {ADV}(?:yet )?(?:be |been |being )?{ADV}"
)
IS: Final = (
    r"(?:\b(?:is|are|(?:has|have) been(?= (?:\w+ )?\w+ing\b)|remains?|keeps?)|"
    r"'(?:s|re)(?= (?:(?:still|now|currently) )?(?:\w+ing\b|un))|\bstill(?= \w+ing\b))"
    rf" {ADV}(?:\w+ly )?"
)
WORK: Final = (
    r"(?:trials?|stud(?:y|ies)|phases?|programmes?|programs?|pilots?|experiments?|comparisons?|"
    r"extension|project|part|arm|investigation)"
)
TAKING_IN: Final = r"(?:enroll?ment|recruitment|recruiting|enroll?ing|screening|accrual|inclusion)"
PEOPLE: Final = (
    r"(?:participants?|patients?|volunteers?|people|subjects?|adults|veterans|women|men|smokers|"
    r"drinkers|clinicians|doctors|nurses|workers|responders|mothers|survivors|candidates|anyone|"
    r"anybody|somebody|recruits|persons?|individuals|members|users|sufferers)"
)
RESULTS: Final = (
    r"(?:results?|data|readouts?|read-outs?|findings|top-?lines?|numbers|figures|outcomes?|answers?"
    r"|analys[ie]s|conclusions?|reports?|follow-ups?|paper|manuscript|publication|verdict)"
)
BEGIN: Final = (
    r"(?:beg[iau]n\w*|start(?:s|ed|ing)?|launch\w*|open(?:s|ed|ing)?|kick(?:s|ed|ing)? off|"
    r"commenc\w*|initiat\w*|get(?:s|ting)? (?:under ?way|off the ground|going|started)|"
    r"gott?en (?:under ?way|off the ground|going|started)|set up|mount\w*|embark\w*|under ?way|"
    r"activat\w*|come off the drawing board)"
)
DOSE: Final = (
    r"(?:dos(?:e|ed|ing)|treat(?:ed|ing)?|administer(?:ed|ing)?|giv(?:e|en|ing)|randomi[sz]\w+)"
)
ENROL: Final = (
    r"(?:enroll?(?:s|ed|ing)?|recruit(?:s|ed|ing)?|screen(?:s|ed|ing)?|sign(?:ed|ing)? up|admit\w*|"
    r"take[ns]? (?:in|on)|taken (?:in|on)|accept(?:ed|ing)?|invit\w+|includ\w+)"
)
RUN: Final = (
    r"(?:run(?:s|ning)?|conduct(?:ed|ing)?|carr(?:y|ied|ying) out|test(?:ed|ing)?|"
    r"tr(?:y|ied|ying)(?: out)?|stud(?:y|ied|ying)|evaluat\w+|investigat\w+|examin\w+|explor\w+|"
    r"assess\w*|compar(?:e|ed|ing)|trial(?:l?ed|l?ing)?|pit(?:ted|ting)?|look(?:ing)? (?:at|into)|"
    r"follow(?:ed|ing)?|undertak\w+|perform\w*|measur(?:e|ed|ing)|probe|probing|pilot(?:ed|ing)?)"
)
TELL: Final = (
    r"(?:report(?:s|ed|ing)?|read(?:s|ing)? ?-?out|announc\w+|releas\w+|present(?:s|ed|ing)?|"
    r"unveil\w*|disclos\w+|shar(?:e|ed|ing)|show(?:n|ing)?|deliver\w*|provid\w+|yield\w*|giv(?:e|"
    r"en)|"
    r"reveal\w*|communicat\w+|mak(?:e|ing) (?:\w+ ){0,3}?public|made public|"
    r"come? (?:out|in)|in(?= (?:by|before)\b)|arriv\w+|land(?:s|ed)?|surfac\w+|available|"
    r"be known|known|out|ready|in hand|hand(?:ed)? (?:in|over)|offer\w*|produc\w+|lay|"
    r"unblind\w*|put|bring out|"
    r"generat\w+|public|emerge\w*|post(?:ed)?|expected|due|have|follow)"
)
PRINT: Final = (
    r"(?:publish\w*|print\w*|appear\w*|in print|peer[- ]review\w*|(?:gone|go|been|passed|pass) "
    r"(?:through|past) (?:any )?(?:peer[- ]review\w*|review\w*|referees|a journal)|out in a "
    r"journal|written up|submitted to a journal|in a (?:peer[- ]reviewed )?journal)"
)
GAP: Final = r"(?:[\w'’,#-]+ ){0,5}?"
