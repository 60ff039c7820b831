"""How sentences deny, foresee, wish, limit and compare: English phrases, compiled once.

All patterns are written for lower case.
"""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import lazy
from claimcheck.statements.decisions.patterns import DUE, any_of, words

NEGATION: Final = any_of(
    words(
        r"not | never | cannot | neither | nor | without | none | nobody | nothing | nowhere | "
        r"lack(?:s|ed|ing)? | fail(?:ed|s)? to | yet to | far from | stop(?:s|ped)? short of | "
        r"unable to | falls? short of"
    ),
    r"n[’']t\b",
    r"\bno(?!,| (?:doubt|wonder|longer|sooner|later|less|fewer|more than|matter|secret|surprise|"
    r"other)\b)\b",
)
NOT_NEGATION: Final = lazy(
    r"\b(?:not (?:only|just|merely|simply|surprisingly|to mention|until|before))\b"
)
YET: Final = any_of(
    words(
        r"yet | still | so far | to date | remains? | currently | now | today | at present | "
        r"as of | still has | presently | at the moment | thus far | until now | ever | "
        r"at this time | this year"
    ),
)
NO_LONGER: Final = any_of(
    words(r"no longer | ceased to be | any ?more"),
)

IDLE: Final = any_of(
    words(
        r"if | whether | should | would | wouldn[’']t | were to | unless | until | till | once | "
        r"assum(?:e|es|ed|ing|ption) | provided that | in case | hop(?:e|es|ed|ing|eful) | "
        r"wants? | wanted | "
        r"wish(?:es)? | urg(?:e|es|ed|ing) | call(?:s|ed|ing)? (?:for|on) | "
        r"push(?:es|ed|ing)? (?:for|to) | campaign\w* | lobb(?:y|ies|ied|ying) | advocat\w+ | "
        r"argu(?:e|es|ed|ing) | seek(?:s|ing)? | sought | pursu\w+ | aim(?:s|ed|ing)? | "
        r"intend(?:s|ed|ing)? | propos(?:e|es|ed|als?|ing) | "
        r"(?:could|might) have(?! (?!already|long|\w+ly\b)(?:[\w.-]+ ){1,3}\Z) | "
        r"myths? | "
        r"misconceptions? | rumou?r\w* | falsely | wrongly | mistakenly | hypothetical\w* | "
        r"imagin\w+ | attempt\w* | try to | tr(?:ies|ied|ying) | racing | vying | compet\w+ | "
        r"working (?:to|towards?) | suppos\w+ | criteria for | requir(?:e|es|ed|ements?) | "
        r"needed for | must be | in order to | ask(?:s|ed|ing)? (?:for|the|to) | requests? for | "
        r"when to | when (?:it|they) (?:will|would|might|could|may) | fil(?:e[sd]?|ing) for | "
        r"appl(?:y|ying|ies) (?:for|to) | discuss(?:es|ed|ing)? | debat\w+ | "
        r"question(?:s|ed)? (?:of|about|whether) | how (?:to|long) | believ(?:e|es|ed) | "
        r"think(?:s|ing)? | opinion | doubt(?:s|ed|ful)? | "
        r"(?<!small )(?<!little )(?<!no )wonder(?:s|ed)? | "
        r"support(?:s|ing)? for | oppos(?:e|es|ed|ing) | "
        r"consider(?:s|ed|ing)? (?:whether|approv\w+|authori\w+|licens\w+|grant\w+) | closest | "
        r"(?:is|are|was|were) (?:still |now )?considering | come (?:close )?to | bid (?:for|to) |"
        r" chances? of | odds of | case for | process of | "
        r"before (?:any|it|they|the) | prior to | ahead of | regardless of | "
        r"decide(?:s)? (?:whether|if) | claim(?:s|ed) (?:that|to) | contrary to | "
        r"don[’']t (?:need|require) | ethics | ethical | institutional | irb | eligible for | "
        r"qualif(?:y|ies|ied) for | "
        r"(?<!medicine )(?<!product )(?<!drug )(?<!treatment )based on"
    ),
    r"\?",
    r"[“\"]\s?(?:is|are|was|can|does|do|will|should|could)\b",
)
"""Before a cue: what follows is wished, asked or supposed, not stated."""
FORECAST: Final = any_of(
    words(
        r"will | won[’']t | "
        r"expects|expect(?:ed|ing|ations?)? (?:to|that|in|by|for|the|its|their|a|full) | "
        rf"(?:is|are|be) (?:widely )?(?:{DUE}|set|likely|poised) | "
        r"anticipat(?:es|ing) | estimated to | thought to | believed to | likely | set to | "
        r"poised (?:to|for) | on (?:the )?(?:track|course|path|way) | cusp of | verge of | "
        r"brink of | about to | slated (?:to|for) | predict(?:s|ing)? | forecast(?:s|ing)? | "
        r"could | may | might | await(?:s|ing) | prospects? of | "
        r"look(?:s|ing) to | path(?:way)? (?:to|toward|towards|for) | going to | possibility of | "
        r"in line (?:for|to) | inch(?:es|ing) | head(?:ed|ing) (?:for|to|toward|towards) | "
        r"race to | plans? to | planning to | timeline for | step closer | front-?runner | "
        r"furthest along | mov(?:es|ing) (?:closer )?(?:to|toward|towards) | nears | nearing | "
        r"advanc(?:es|ing) (?:to|toward|towards) | targets? | targeting | closer to | close to | "
        r"tipped to"
    ),
    r"[’']ll\b",
)
"""Before a cue: what follows is foreseen."""
FORESEEN: Final = lazy(
    r"\b(?:potential(?:ly)?|possible|possibly|eventual|future|upcoming|imminent|pending|likely|"
    r"soon|planned|"
    r"expected|anticipated|probable|prospective|impending|predicted|awaited|hoped-for|towards?|"
    r"near)"
    r"(?: [\w’'-]+){0,2} *\Z"
)
"""The same, right before a cue."""
TO_BE: Final = lazy(
    r"\bto (?:be|become|get|win|gain|receive|obtain|secure|earn)(?: [\w’'-]+){0,3} ?[\w-]*\Z"
)
"""An infinitive that leads to the cue: not yet a fact, but for ACHIEVED."""
ACHIEVED: Final = any_of(
    words(
        r"became | first | only | latest | second | third | managed | went on | failed | yet | "
        r"said | reported | known | found | shown | confirmed"
    ),
)
FORESEEN_AFTER: Final = lazy(
    r"^[^.;,]{0,60}?\b(?:is|are|was|were|remains?|looks?|seems?|be)? ?(?:now |still |widely |"
    r"highly |very )?"
    rf"(?:{DUE}(?<!planned)(?<!promised)(?<!guided)|likely|imminent|possible|pending|"
    r"on (?:track|course)|on the horizon|in sight|"
    r"within reach|near|around the corner|looming|coming (?:soon|in)|"
    r"(?:could|may|might|will|should) (?:come(?! with\b)|follow|arrive)|to follow|"
    r"by (?:early|mid|late|the end))\b"
)
"""After a noun such as "approval": it is foreseen."""
HISTORY: Final = lazy(
    r"\b(?:was|were|had been|had|once|previously|then|originally|initially|earlier|formerly)\b"
    r"[^.;]{0,30}?\b(?:expect|anticipat|likely|set to|poised|on track|on course|slated|scheduled|"
    r"due|"
    r"predict|project|hop|seek|aim|await|pending|verge|brink|cusp|going to|about to|tipped|widely)"
    r"|\b(?:came|got|had come|moved|drew) clos(?:e|er)\b"
)
"""A forecast told as something of the past."""
ELUSIVE: Final = lazy(
    r"^[^.;]{0,40}?\b(?:years? away|a long way off|still years|take years|some day|someday|one day|"
    r"eventually|"
    r"elusive|uncertain|unlikely|not (?:be )?(?:guaranteed|certain|imminent))"
)
"""After a cue: the forecast is too open to be overtaken."""
OPEN_ENDED: Final = any_of(
    words(
        r"one day | some ?day | eventually | ultimately | in the long (?:run|term) | years away | "
        r"in principle | in theory | at some point(?! (?:in|this|next|before|during)) | if and when"
    ),
)
EVERYWHERE: Final = any_of(
    words(
        r"(?:some|several|other|many|most|few|certain|various|multiple|different|two|"
        r"three) (?:\w+ )?(?:countries|nations|places|jurisdictions|parts|regions|states) | "
        r"elsewhere | abroad"
    ),
)
FIRST: Final = lazy(
    r"\bfirst\b(?!-| (?:line|time|in class|half|quarter|step|dose|degree|responders?|phase|trial|"
    r"study|"
    r"session|week|month|day|year|two|three|few|episode|patients?|of all|place|glance|and|or|"
    r"to market))"
)
ONLY: Final = any_of(
    r"\b(?:the|its) (?:only|sole|lone|single|one)\b(?! (?:problem|question|way|thing|"
    r"difference|reason|person|dose|treatment session))",
    r"^\s*(?:so far,? |to date,? |currently,? )?only\b(?! (?:about|\d|a |an |few|after|if|when|"
    r"in|by|with|through|two|three|four|some|one in|half))",
    r"\b(?:is|are|remains?|was|were) (?:so far |still )?(?:the )?(?:only|"
    r"sole)\b(?! (?:available|approved|used|given|for|in|as|after|when|if|to|by|with|under|"
    r"through|at|a|an|legal|accessible))",
    r"\bno other\b",
)
_USE: Final = (
    r"(?:use(?! of an?\b)|indication|group|condition|purpose|disorder|diagnosis|population)"
)
ONLY_FOR: Final = any_of(
    words(
        r"(?:only|solely|exclusively) (?:been |\w+[- ])?approved (?:by the \w+ )?(?:for|to treat|"
        r"as|in) | "
        r"approved (?:by the \w+ )?(?:only|solely|exclusively) (?:for|to treat|as|in) | "
        rf"(?:(?:only|just) one|(?:the|its) only|only approved|sole|a single(?! use)) "
        rf"(?:(?!(?:for|in|with|under)\b)[\w-]+ ){{0,2}}?{_USE} | "
        rf"one (?:[\w-]+ )?{_USE} (?:only|alone)"
    ),
)
MUST: Final = any_of(
    r"(?<!\bthe )(?<!\bthe first and )\bonly\b",
    words(
        r" must | has to | have to | had to | needs? to | required to | always | exclusively | "
        r"solely | (?:limited|confined|restricted) to | "
        r"hand in hand"
    ),
)
TOGETHER: Final = any_of(
    words(
        r"with | alongside | conjunction | addition to | plus | accompanied by | add-on to | "
        r"adjunct to"
    ),
)
OTHER_DRUGS: Final = lazy(
    r"\b(?:\d+|two|three|four|five|six|several|many|few|some|most|other|another|new|no new|"
    r"conventional|"
    r"existing|standard|older|traditional|currently|various|an? new) "
    r"(?:[\w-]+ ){0,2}?(?:medicines?|drugs?|"
    r"medications?|treatments?|therap(?:y|ies)|products?|devices?|compounds?|\w{4,}(?:ants|ics|"
    r"itors))\b"
)
"""An indefinite subject: the sentence speaks of treatments that its context does not name."""
ANAPHOR: Final = any_of(
    words(
        r"it | its | they | their | them | these | this | those | both | all (?:three|four|five) | "
        r"the (?:two|three|infusions?|injections?|lozenges?|capsules?|mushrooms?|"
        r"drugs?|treatments?|therap(?:y|ies)|compounds?|medicines?|medications?|"
        r"substances?|spray|product|company|firm|agency|application|programme|program|molecule|"
        r"nasal spray|designation|approval|regulator|decision|study|trial|latter|former|"
        r"drug[’']s|treatment[’']s)"
    ),
)
ENSEMBLE: Final = any_of(
    words(
        r"both | they | their | them | these | those | all (?:three|four|five) (?:are|of them) | "
        r"the (?:two|three|drugs|treatments|compounds|substances|therapies|medicines)"
    ),
)
RELATIVE_DATE: Final = any_of(
    words(
        r"the (?:next|following|same|previous|preceding) (?:year|month|week|day)(?! as) | "
        r"the (?:year|month|week|day) (?:before|after) | that (?:same )?year | "
        r"(?:day|week|month|year|decade)s? (?:later|earlier|ago)"
    ),
)
"""A date counted from another: the ones that are written need not be the statement's."""
COUNTED_FROM: Final = lazy(
    r"\b(?:day|week|month|year|decade)s? (?:after|before)\b|"
    r"\bthe same (?:year|month|week|day) as\b"
)
"""The same; the dates that stand before it are the statement's own."""
ACTIVE: Final = lazy(
    r"[^.;,]{0,3}(?:has |had |have |recently |finally |also |just |first |then |already |\w+ly )*\Z"
)
"""Between an agency and a cue: the agency is who acts."""
PASSIVE: Final = lazy(r"\b(?:is|are|was|were|be|been|being|got|gets)\b[^.;,]{0,24}\Z")
"""Before a cue: it is a passive verb."""
FOREMOST: Final = lazy(
    r"\b(?:is|are|remains?)\b[^.;,]{0,30}?\b(?:furthest along|(?:closest|"
    r"nearest) to (?:\w+ )?(?:approval|getting (?:through|past|by|over)|winning|gaining|passing|"
    r"the (?:finish|market)|market|a licen[cs]e|clearing|convincing)|"
    r"first in line|front-?runner)\b"
)
"""A treatment is said to be ahead of all others on the way to approval."""
STATE: Final = lazy(r"\b(?:is|are|has been|have been|remains?|still|currently|under)\b")
"""A state, not an event: a date over it says when it held, not when it began."""
CLOSED: Final = lazy(
    r"\b(?:clos(?:ed|es)|shut|ended|halted|suspended|scrapped|with(?:drew|drawn)|barred|stopped|"
    r"revoked|turned (?:\w+ )?(?:down|away)|refused|rejected|denied|outlawed|banned)\b"
)
"""What somebody did who put an end to a way of getting a medicine."""
OTHER_APPLICATION: Final = lazy(
    r"\bappl\w+ for (?:an? |the |its )?(?:[\w-]+ ){0,2}?(?:permits?|visas?|grants?|loans?|patents?|"
    r"funding|jobs?|trademarks?|licen[cs]es? to|exemptions?|positions?)\b|"
    r"\binvestigational new drug\b|\bsignatures\b"
)
"""An application that is not for a medicine's approval."""
