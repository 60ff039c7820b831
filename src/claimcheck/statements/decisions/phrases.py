"""How sentences deny, foresee, wish, limit and compare: English phrases, compiled once.

All patterns are written for lower case.
"""

from __future__ import annotations

import re
from typing import Final

NEGATION: Final = re.compile(
    r"\b(?:not|never|cannot|neither|nor|without|none|nobody|nothing|nowhere|lack(?:s|ed|ing)?|"
    r"fail(?:ed|s)? to|yet to|far from|stop(?:s|ped)? short of|unable to|falls? short of)\b|"
    r"n[’']t\b"
    r"|\bno(?! (?:doubt|wonder|longer|sooner|later|less|fewer|more than|matter|secret|surprise|"
    r"other)\b)\b"
)
NOT_NEGATION: Final = re.compile(
    r"\b(?:not (?:only|just|merely|simply|surprisingly|to mention|until|before))\b"
)
YET: Final = re.compile(
    r"\byet\b|\bstill\b|\bso far\b|\bto date\b|\bremains?\b|\bcurrently\b|\bnow\b|\btoday\b|"
    r"\bat present\b|"
    r"\bas of\b|\bstill has\b|\bpresently\b|\bat the moment\b|\bthus far\b|\buntil now\b|\bever\b|"
    r"\bat this time\b|\bthis year\b"
)
NO_LONGER: Final = re.compile(r"\bno longer\b|\bceased to be\b|\bany ?more\b")

IDLE: Final = re.compile(
    r"\b(?:if|whether|should|would|wouldn[’']t|were to|unless|until|till|once|assuming|"
    r"provided that|in case|"
    r"hop(?:e|es|ed|ing|eful)|wants?|wanted|wish(?:es)?|urg(?:e|es|ed|ing)|call(?:s|ed|"
    r"ing)? (?:for|on)|"
    r"push(?:es|ed|ing)? (?:for|to)|campaign\w*|lobb(?:y|ies|ied|ying)|advocat\w+|argu(?:e|es|ed|"
    r"ing)|"
    r"seek(?:s|ing)?|sought|pursu\w+|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|propos(?:e|es|ed|als?|"
    r"ing)|"
    r"could have|might have|myths?|misconceptions?|rumou?r\w*|falsely|wrongly|mistakenly|"
    r"hypothetical\w*|"
    r"imagin\w+|suppos\w+|criteria for|requir(?:e|es|ed|ements?)|needed for|must be|in order to|"
    r"ask(?:s|ed|ing)? (?:for|the|to)|requests? for|when (?:to|it|they)|fil(?:e|ing) for|appl(?:y|"
    r"ying|ies) (?:for|to)|"
    r"discuss(?:es|ed|ing)?|debat\w+|question(?:s|ed)? (?:of|about|whether)|how (?:to|long)|"
    r"believ(?:e|es|ed)|think(?:s|ing)?|opinion|doubt(?:s|ed|ful)?|wonder(?:s|ed)?|support(?:s|"
    r"ing)? for|"
    r"oppos(?:e|es|ed|ing)|consider(?:s|ed)?|bid (?:for|to)|chances? of|odds of|case for|"
    r"process of|"
    r"before (?:any|it|they|the)|prior to|ahead of|regardless of|decide(?:s)? (?:whether|if)|"
    r"claim(?:s|ed) (?:that|to)|contrary to|don[’']t (?:need|require)|ethics|ethical|institutional|"
    r"irb|"
    r"eligible for|qualif(?:y|ies|ied) for|based on)\b|\?"
)
"""Before a cue: what follows is wished, asked or supposed, not stated."""
FORECAST: Final = re.compile(
    r"\b(?:will|won[’']t|expect(?:s|ed|ing|ations?)? (?:to|that|in|by|for|the|its|their|a|full|"
    r"fda)|"
    r"(?:is|are|be) (?:widely )?(?:expected|anticipated|predicted|projected|forecast|tipped|"
    r"planned|"
    r"scheduled|slated|set|due|likely|poised)|anticipat(?:es|ing)|likely to|set to|poised (?:to|"
    r"for)|"
    r"on (?:the )?(?:track|course|path|way)|cusp of|verge of|brink of|about to|slated (?:to|for)|"
    r"predict(?:s|ing)?|forecast(?:s|ing)?|could|may|might|await(?:s|ing)|prospects? of|"
    r"path(?:way)? (?:to|toward|towards|for)|going to|possibility of|in line (?:for|to)|inch(?:es|"
    r"ing)|"
    r"head(?:ed|ing) (?:for|to|toward|towards)|race to|plans? to|planning to|timeline for|"
    r"step closer|"
    r"front-?runner|furthest along|mov(?:es|ing) (?:closer )?(?:to|toward|towards)|nears|nearing|"
    r"advanc(?:es|ing) (?:to|toward|towards)|targets?|targeting|closer to|close to|tipped to)\b|"
    r"[’']ll\b"
)
"""Before a cue: what follows is foreseen."""
FORESEEN: Final = re.compile(
    r"\b(?:potential(?:ly)?|possible|possibly|eventual|future|upcoming|imminent|pending|likely|"
    r"soon|planned|"
    r"expected|anticipated|probable|prospective|impending|predicted|awaited|hoped-for|towards?|"
    r"near)"
    r"(?: [\w’'-]+){0,2} *\Z"
)
"""The same, right before a cue."""
FORESEEN_AFTER: Final = re.compile(
    r"^[^.;,]{0,60}?\b(?:is|are|was|were|remains?|looks?|seems?|be)? ?(?:now |still |widely |"
    r"highly |very )?"
    r"(?:expected|anticipated|likely|imminent|possible|pending|on the horizon|in sight|"
    r"within reach|near|"
    r"around the corner|projected|predicted|due|looming|coming (?:soon|in)|could come|may come|"
    r"might come|"
    r"will come|could follow|may follow|to follow|by (?:early|mid|late|the end))\b"
)
"""After a noun such as "approval": it is foreseen."""
HISTORY: Final = re.compile(
    r"\b(?:was|were|had been|had|once|previously|then|originally|initially|earlier|formerly)\b"
    r"[^.;]{0,30}?\b(?:expect|anticipat|likely|set to|poised|on track|on course|slated|scheduled|"
    r"due|"
    r"predict|project|hop|seek|aim|await|pending|verge|brink|cusp|going to|about to|tipped|widely)"
)
"""A forecast told as something of the past."""
ELUSIVE: Final = re.compile(
    r"^[^.;]{0,40}?\b(?:years? away|a long way off|still years|take years|some day|someday|one day|"
    r"eventually|"
    r"elusive|uncertain|unlikely|not (?:be )?(?:guaranteed|certain|imminent))"
)
"""After a cue: the forecast is too open to be overtaken."""
OPEN_ENDED: Final = re.compile(
    r"\b(?:one day|some ?day|eventually|ultimately|in the long (?:run|term)|years away|"
    r"in principle|"
    r"in theory|at some point|if and when)\b"
)
EVERYWHERE: Final = re.compile(
    r"\b(?:some|several|other|many|most|few|certain|various|multiple|different|two|three) "
    r"(?:\w+ )?(?:countries|nations|places|jurisdictions|parts|regions|states)\b|\belsewhere\b|"
    r"\babroad\b"
)
FIRST: Final = re.compile(
    r"\bfirst\b(?!-| (?:line|time|in class|half|quarter|step|dose|degree|responders?|phase|trial|"
    r"study|"
    r"session|week|month|day|year|two|three|few|episode|patients?|of all|place|glance|and|or|"
    r"to market))"
)
ONLY: Final = re.compile(
    r"\b(?:the|its) (?:only|sole|lone|single|one)\b(?! (?:problem|question|way|thing|difference|"
    r"reason|person|"
    r"dose|treatment session))|^\s*(?:so far,? |to date,? |currently,? )?only\b(?! (?:about|\d|a |"
    r"an |few|"
    r"after|if|when|in|by|with|through|two|three|four|some|one in|half))"
    r"|\b(?:is|are|remains?|was|were) (?:so far |still )?(?:the )?(?:only|sole)\b(?! (?:available|"
    r"approved|"
    r"used|given|for|in|as|after|when|if|to|by|with|under|through|at|a|an|legal|accessible))"
    r"|\bno other\b"
)
ONLY_FOR: Final = re.compile(
    r"\b(?:only|solely|exclusively) (?:been |fda[- ])?approved (?:by the fda )?(?:for|to treat|as|"
    r"in)\b"
    r"|\bapproved (?:by the fda )?(?:only|solely|exclusively) (?:for|to treat|as|in)\b"
)
ALONE: Final = re.compile(
    r"\bmonotherapy\b|\bon its own\b|\bby itself\b|\bstand-?alone\b|\balone\b|"
    r"\bas a single (?:agent|treatment)\b|\bwithout (?:an? |the |any )?(?:oral|other|second|"
    r"additional) \w+"
)
MUST: Final = re.compile(
    r"\b(?:only|must|has to|have to|needs? to|required to|always|exclusively)\b"
)
TOGETHER: Final = re.compile(
    r"\b(?:with|alongside|conjunction|addition to|plus|accompanied by|add-on to|adjunct to)\b"
)
PRODUCT: Final = re.compile(
    r"\bproducts?\b|\bmarket(?:ed|ing)?\b|\bregist(?:ered|er|ration)\b|\bmedicinal product\b|"
    r"\bartg\b|"
    r"\bfull(?:y)? approv\w+|\bas an? (?:\w+ )?(?:medicines?|drugs?|medications?|"
    r"pharmaceuticals?)\b"
)
"""Words that make an approval that of a product, not of a use."""
_THINGS = (
    r"(?:trials?|stud(?:y|ies)|protocols?|research|investigat\w+|experiments?|ind\b|petitions?|"
    r"funding|"
    r"budgets?|grants?|bills?|measures?|propositions?|prop\b|ballots?|initiatives?|ordinances?|"
    r"laws?|"
    r"facilit(?:y|ies)|cent(?:re|er)s?|clinics?|sites?|training|courses?|programs?|programmes?|"
    r"prescribers?|psychiatrists?|doctors?|physicians?|practitioners?|therapists?|facilitators?|"
    r"providers?|licen[cs]es?|deals?|mergers?|acquisitions?|expanded access|compassionate|plans?|"
    r"amendments?|rules?|guidelines?|motions?|resolutions?|proposals?|requests?|designs?|"
    r"endpoints?|"
    r"names?|suppliers?|manufactur\w+|labs?|sponsors?|applicants?|committees?|legislation)"
)
_SMALL_WORD = (
    r"(?!(?:for|to|by|in|with|as|and|after|based|following|on|because|from|that|which|despite|"
    r"without)\b)"
)
OTHER_OBJECTS: Final = re.compile(
    rf"^[\s-]*(?:(?:of|for)\s+)?(?:{_SMALL_WORD}[\w’'.-]+\s+){{0,6}}?{_THINGS}\b"
)
"""Right after "approved" or "approval of": what was approved is no treatment."""
OTHER_SUBJECTS: Final = re.compile(
    rf"\b{_THINGS} (?:\w+ ){{0,3}}?(?:is|are|was|were|has|have|had|been|be|being|not|yet|already|"
    rf"now|"
    r"recently|finally|[,])*\s*(?:\w+ly )?\Z"
)
"""Right before "approved": what was approved is no treatment."""
OTHER_DRUGS: Final = re.compile(
    r"\b(?:\d+|two|three|four|five|six|several|many|few|some|most|other|another|new|no new|"
    r"conventional|existing|standard|older|traditional|currently|various|"
    r"a) (?:\w+ ){0,2}?(?:medicines?|drugs?|"
    r"medications?|antidepressants?|treatments?|therap(?:y|ies)|products?|devices?|compounds?|"
    r"ssris?)\b"
)
"""An indefinite subject: the sentence speaks of treatments that its context does not name."""
ANAPHOR: Final = re.compile(
    r"\b(?:it|its|they|their|them|these|this|those|both|the (?:two|three|drugs?|treatments?|"
    r"therap(?:y|ies)|"
    r"compounds?|medicines?|medications?|substances?|spray|product|company|firm|agency|"
    r"application|programme|program|molecule|nasal spray|designation|approval|regulator|decision|"
    r"study|trial|"
    r"latter|former|drug[’']s|treatment[’']s))\b"
)
ENSEMBLE: Final = re.compile(
    r"\b(?:both|they|their|them|these|those|the (?:two|three|drugs|treatments|compounds|substances|"
    r"therapies|medicines))\b"
)
EXCLUDING: Final = re.compile(
    r"\b(?:unlike|rather than|instead of|compared (?:with|to)|than|similar to|contrast to|not|"
    r"alongside|"
    r"next to|replac(?:e|es|ing)|before|ahead of|after|behind|over|versus|vs\.?|(?:tested|compared|"
    r"set|measured|up) against|form of|derivatives? of|version of|variant of|based on|"
    r"derived from|isomer of|enantiomer of|mirror image of|related to|chemical cousin of|cousin of|"
    r"relative of|component of|half of|analogue? of) (?:the |a |an |racemic |both |either |"
    r"generic |oral |intravenous |regular |drugs? |anaesthetic |anesthetic )*\Z"
)
"""Right before a name: it is not what the statement is about."""
EXCLUDED: Final = re.compile(
    r"(?:[- ]?(?:derived|like|derivatives?|cousin|relatives?|based|related|molecule)\b|"
    r"[’']s (?:mirror|cousin|chemical))"
)
EXCEPTING: Final = re.compile(
    r"\b(?:except(?:ing)?(?: for)?|other than|apart from|aside from|besides|with the exception of|"
    r"bar|"
    r"excluding|but(?= \w+\W*\Z)) (?:the |for )*\Z"
)
IN_THE_FORM_OF: Final = re.compile(
    r"\b(?:in the form of|as|via|through|under the (?:brand )?name(?: of)?) (?:the |intranasal |"
    r"nasal )*\Z"
)
NOT_FOR: Final = re.compile(
    r"\b(?:not|never|but not)(?: yet)? (?:for|in|to treat|as an?|as)(?: the treatment of| treating|"
    r" adults with| use in)? \Z"
)
BUT_NOT: Final = re.compile(
    r"(?:\bbut not|,\s*(?:and )?not|\band not)(?: for| in| of)? (?:the |a |an )*\Z"
)
COMPANION: Final = re.compile(r"\banti-?\Z")
RANKED: Final = re.compile(r"\b(?:only|first|sole|one) (?:\w+ )?\Z")
KIND_OF: Final = re.compile(
    r"[- ](?:products?|drugs?|medicines?|treatments?|sprays?|compounds?|formulations?)\b"
)
"""Around a name: "the only ketamine product" is a kind of thing, not the thing itself."""
ATTRIBUTE: Final = re.compile(
    rf"\s+(?:{_SMALL_WORD}[\w-]+\s+){{0,2}}?(?:drugs?|medicines?|medications?|antidepressants?|"
    rf"treatments?|therap(?:y|ies)|options?|"
    r"doses?|dosages?|dosing|labels?|labell?ing|uses?|indications?|ana?esthetics?|products?|"
    r"compounds?|substances?|"
    r"formulations?|alternatives?|settings?)\b"
)
"""After "approved": it describes a thing that need not be what the sentence is about."""
PREDICATE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|become|became|becomes|as|remains?|being|no|not|any|only|first|"
    r"sole|without|"
    r"lacks?|approves?|includ(?:es|ing)|called|named|called the|have|"
    r"has)\b(?: [\w'-]+){0,5} ?[\w-]*\Z"
)
"""Before "approved" as an adjective: the sentence says it of its subject."""
