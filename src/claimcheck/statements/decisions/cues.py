"""How sentences speak of decisions and of the state of trials: cue words by kind, compiled once.

All patterns are written for lower case. Names of treatments, agencies and places are no cue words:
they come from the base.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from claimcheck.patterns import lazy
from claimcheck.statements.decisions.patterns import any_of, words

Kind = Literal[
    "retraction",
    "hold-lifted",
    "hold",
    "rename",
    "takeover",
    "vote",
    "refusal",
    "review",
    "application",
    "law",
    "access",
    "approval",
    "guidance",
    "order",
    "warning",
    "petition",
    "quota",
    "readout",
]

_OBJECT = r"(?:\s+(?:[\w’'.,&/-]+\s+){0,6}?)"
_WORKS = r"(?:papers?|articles?|publications?|stud(?:y|ies)|reports?)"
_COMMITTEES = r"(?:panel(?:l?ists?)?|committee|advis[eo]rs?|advisory)"


def _cue(
    kind: Kind, pieces: str, *alternatives: str
) -> tuple[Kind, tuple[str, ...], re.Pattern[str]]:
    return kind, tuple(pieces.split("|")), any_of(*alternatives)


CUES: Final[tuple[tuple[Kind, tuple[str, ...], re.Pattern[str]], ...]] = (
    _cue(
        "retraction",
        "retract|withdr|pulled|paper|stud",
        r"\bretract(?:ed|s|ing|ions?)?\b",
        rf"\b{_WORKS}\b(?=[^.;]{{0,40}}?\b(?:withdrawn|withdrew|pulled|taken back)\b)",
        r"\bjournals?\b[^.;]{0,24}?\b(?:withdrew|pulled|took back)\b",
        rf"\b(?:withdrew|pulled|took back)\b(?=[^.;]{{0,40}}?\b{_WORKS}\b)",
        r"(?<=\bto )(?:withdraw|pull|take back) "
        rf"(?=(?:the|its|all|these)\b[^.;]{{0,40}}?\b{_WORKS}\b)",
    ),
    _cue(
        "hold-lifted",
        "hold",
        words(
            r"(?:lift(?:ed|s|ing)?|remov(?:ed|es|ing)|releas(?:ed|es|ing)|clear(?:ed|s|ing)|"
            rf"end(?:ed|s|ing)?){_OBJECT}hold | "
            r"hold\b[^.;]{0,70}?\b(?:was|were|been|is|now|then)? ?(?:lifted|removed|released|"
            r"over(?! [a-z]))"
        ),
    ),
    _cue(
        "hold",
        "hold",
        words(
            r"(?:clinical|partial|full|fda|regulatory|agency|['’]s) (?:clinical )?hold | on hold"
        ),
    ),
    _cue(
        "vote",
        "vot|panel|committee|advis",
        rf"\b{_COMMITTEES}\b[^.;]{{0,60}}?\b(?:vot(?:ed?|es|ing)|back(?:ed|s)|endors(?:ed|es)|"
        r"reject(?:ed|s)|oppos(?:ed|es)|favou?r(?:ed|s)|support(?:ed|s)|recommend(?:ed|s)|"
        r"concluded|decided|sided|ruled|found|turned down|came out)\b",
        rf"\bvot(?:ed?|es|ing)\b(?=[^.;]{{0,60}}?\b(?:{_COMMITTEES}|members)\b)",
        r"\bvoted?\b(?=[^.;]{0,30}\d)",
        words(
            r"voted (?:overwhelmingly |narrowly )?(?:against|in favou?r) | "
            rf"{_COMMITTEES}[’']?s?[’']? vote"
        ),
    ),
    _cue(
        "refusal",
        "complete response|crl|threw|declin|refus|reject|turn|voted|knock|rebuff|no to|den|against|"
        "veto|defeat",
        r"\b(?:complete response letters?|crls?)\b",
        r"\b(?:declin|refus)(?:ed|es|ing|e) (?:to (?:approve|authori[sz]e|register|licen[sc]e|"
        r"grant|clear|green-?light)|approval|authori[sz]ation)",
        words(
            rf"declin(?:ed|es|ing){_OBJECT}application | reject(?:ed|s|ing|ion)? | "
            r"turn(?:ed|s|ing)? down | vot(?:ed|es|ing) down | knock(?:ed|s|ing) back | "
            r"rebuff(?:ed|s) | turn(?:ed|s|ing)? (?!\w+ (?:attention|focus|eyes|back|"
            r"gaze))(?:[\w-]+ ){1,3}?(?:down|away) | turn(?:ed|s|"
            r"ing)? away | snubb(?:ed|s) | threw out | sa(?:id|"
            r"ys) no to | refus(?:al|ed) | "
            rf"deni(?:ed|es|al of){_OBJECT}(?:approval|authori[sz]ation|application|licence|"
            r"license)"
        ),
        r"\bdecided against (?:approv|regist|licens)\w+",
        words(r"veto(?:ed|es)? | voted against | (?:was|were|been) (?:denied|refused) | defeated"),
    ),
    _cue(
        "application",
        "application|nda|submi|filing|dossier|fil|appl",
        words(
            r"(?:submit(?:ted|s|ting)?|fil(?:ed|es|ing)|lodg(?:ed|es)|hand(?:ed|s) in|"
            rf"complet(?:ed|es)|accept(?:ed|s|ing)?){_OBJECT}(?:application|nda|submission|"
            r"filing|dossier)s? | "
            r"(?:application|nda|submission|filing|dossier)\b[^.;]{0,60}?\b(?:submitted|filed|"
            r"accepted|lodged) | "
            r"(?:submission|filing|acceptance) of\b[^.;]{0,40}?\b(?:application|nda) | "
            r"submitted [^.;]{0,40}?\bto the | appli(?:ed|es) for (?:\w+ )?approval | "
            r"fil(?:ed|es) for approval"
        ),
    ),
    _cue(
        "law",
        "legal|aside|sb |hb |locat|appropriat|earmark|crimin|measure|proposition|prop |question|"
        "initiative|ordinance|bill|proposal|ballot|act|law|legislation|program|resolution|"
        "state|country|province|licens|licenc|regulat|civil|violation|pilot|priorit|"
        "task force|cent|services|bann|outlaw|prohibit|million|state-",
        words(
            r"(?:re)?legali[sz](?:ed?|es|ing|ation) | de-?criminali[sz](?:ed?|es|ing|ation) | "
            r"(?:re)?criminali[sz](?:ed?|es|ing|ation) | (?:il)?legal(?:ly)?"
        ),
        r"\b(?:measure|proposition|prop|question|initiative|ordinance|bill|[sh]\.?b|"
        r"initiated ordinance) [a-z]{0,3}\.? ?\d[\d-]*",
        words(
            r"proposal [a-z] | ballot (?:measure|initiative|question|proposal) | "
            r"(?:signed|passed|enacted|adopted|approved) (?:[\w'-]+ ){0,6}?(?:act|bill|laws?|"
            r"legislation|measure|ordinance|program|programme|resolution) | "
            r"act\b (?:was|became|has been) (?:signed|passed|enacted|adopted|law)"
        ),
        r"\bpilot pro\w+",
        r"\b(?:first|second|third|fourth|fifth|only) (?:us |u\.s\. |american |two |three )?"
        r"(?:states?|country|province)\b(?="
        r"[^.;]{0,60}?\b(?:program|services|legal|access|therap|treat|supervis))",
        r"\b(?:bill|act|measure|resolution)\b[^.;,]{0,20}?\b(?:passed|cleared|won|carried|"
        r"went through)\b",
        r"\blicen[sc]e (?=(?:[a-z-]+ ){0,2}?(?:services|cent))",
        r"\bregulat(?:e[sd]?|ing) (?=[^.;,]{0,40}?(?:therap|treatment|services|use|access))",
        words(
            r"(?:allocat\w+|appropriat\w+|set aside|earmark\w+)[^.;]{0,50}?(?:million|research|"
            r"funds?|trials?) | "
            r"signed (?:\w+ ){0,4}?into law | became law | lowest (?:\w+[- ]){0,3}?priorit\w+ | "
            r"bottom of [^.;,]{0,40}?(?:priorit\w+|lists?) | "
            r"civil (?:violation|offen[cs]e|infraction|fine|penalty) | no more than a violation | "
            r"task force | (?:licen[sc]e[ds]?|opened|opens) [^.;]{0,40}?cent(?:re|er)s? | "
            r"(?:service|healing) cent(?:re|er)s? | "
            r"(?:regulated|supervised|licensed) [^.;,]{0,30}?services | bann(?:ed|ing) | "
            r"outlaw(?:ed|s)? | prohibit(?:ed|s)? | state-(?:regulated|legal|licensed|run)"
        ),
    ),
    _cue(
        "access",
        "prescri|compassionate|hardship|special access|expanded|patient|exempt|psychiatrist|doctor|"
        "physician|clinician|"
        "only|case-by-case|use|purposes|treat|give|administer|offer|provide|dispense|supply|allow|permit",
        words(
            r"prescri(?:be[ds]?|bing|bable|ptions?|bers?) | compassionate[- ]use | "
            r"hardship programme | special access | expanded[- ]access | named[- ]patient | "
            r"(?:authori[sz]ed|allowed|permitted|licen[sc]ed|legally) (?:to )?(?:treat|give|"
            r"administer)\w* | "
            r"(?:medical|therapeutic) (?:use|purposes) | exempt(?:ed|ions?|s)? | "
            r"authori[sz]ed (?:prescrib\w+|psychiatrists?) | "
            r"psychiatrists? (?:\w+ ){0,3}?authori[sz]ed | "
            r"(?:doctors?|physicians?|psychiatrists?|clinicians?) (?:[\w,']+ ){0,4}?(?:able|free|"
            r"allowed|permitted|authori[sz]ed|may|can)\b[^.;]{0,30}?(?:to|treat|give|use|ask|"
            r"request|apply|order|administer) | "
            r"(?:now|already) (?:allows?|permits?) | "
            r"(?:allows?|permits?) (?:the (?:\w+ )?use of )?"
            r"(?!(?:time|room|it|them|people|us|you)\b)[\w-]+ (?:for|to treat|against) | "
            r"(?:lets?|allows?|permits?) [^.;,]{0,40}?(?:offer|provide|give|"
            r"administer|dispense|supply|treat|be (?:used|given|taken|tried)) | "
            r"(?:available |had |given |accessible )only (?:in|through|as part of|via|within) | "
            r"(?:available|had|got|accessible) (?:in|through|via) [^.;,]{0,30}?(?:only|alone) | "
            r"only (?:be )?(?:available|accessible|accessed|legal|offered|used|had|got|given|taken|"
            r"prescribed|obtained)[^.;,]{0,20}? (?:in|through|as part of|via|within) | "
            r"case-by-case"
        ),
    ),
    _cue(
        "approval",
        "past the|artg|pprov|uthori|notice|licen|green|market|go-ahead|nod|clear|label|indication|"
        "extend|expand|widen|broaden|ok|sign|wav|bless|consent|assent|regist|add",
        words(
            r"un-?approved | approv(?:ed?|es|ing|als?) | "
            r"marketing (?:authori[sz]ation|approval)s?"
        ),
        r"\bauthori[sz](?:ed|es)\b(?! to\b)",
        r"\bnotice of compliance\b",
        r"\b(?:fda|ema|eu|us|approved|licen[sc]ed|labell?ed)[- ](?:approved )?indications?\b",
        r"\b(?:made it|makes it|got|gotten|gets) past (?=the\b)",
        r"\b(?:on|in|onto) the (?:[a-z]+ )?(?:register (?:of|as)|artg)\b|"
        r"\bon the [a-z]+(?:an|ese|ish|ss) (?:medicines )?register\b",
        r"\blicen[sc]ed\b(?! (?:dealer|grower|supplier|distribut|service|healing|facilit|therap|"
        r"psycho|profession|clinic|practition|physician|mental|cent|producer|counsel|social|provider|program|under|and|"
        r"to (?:prescribe|provide)))",
        words(
            r"green[- ]?(?:light(?:ed)?|lit) | on the (?:[a-z.]+ )?market | (?:go-ahead|the nod)"
        ),
        r"[’']s (?:nod|blessing|okay|consent|assent)\b|\b(?:nod|blessing|consent) (?:from|"
        r"of)\b(?= the)",
        r"\bcleared\b(?! (?:the (?:way|path|hurdle|hold|bar)|up|out|an? hurdle))",
        r"\blabel (?:in (?:the )?\w+ )?(?:only )?(?:covers?|names?|is (?:limited|confined) to)\b",
        r"\b(?:extend(?:ed|s)|expand(?:ed|s)|broaden(?:ed|s)|widen(?:ed|"
        r"s))\b[^.;,]{0,40}?\b(?:label|indication|authori[sz]ation|licen[cs]e)\b",
        r"\b(?:extend|expand|widen|broaden)(?:ed|s)\b(?=[^.;]{0,60}?\bto\b)",
        r"\badd(?:ed|s)\b(?=[^.;]{0,60}?\bto\b[^.;]{0,20}?\b(?:label|licen[cs]e|indications?)\b)",
        words(
            r"okay(?:ed|s) | ok[’']d | sign(?:ed|s) off on | wav(?:ed?|es|"
            r"ing)\b[^.;]{0,40}?\bthrough | "
            r"g[ai]ve(?:s)? (?:its|their) (?:blessing|assent|consent|approval) (?:to|for) | "
            r"registered(?: as (?:an? )?(?:\w+ )?(?:medicine|drug|product|treatment|therapy))? | "
            r"authori[sz]ations?"
        ),
    ),
    _cue(
        "guidance",
        "guid",
        words(r"guidance | guidelines? (?:for|on) (?:\w+ ){0,3}?trials"),
    ),
    _cue(
        "order",
        "executive",
        r"\bexecutive order\b",
    ),
    _cue(
        "warning",
        "warn|alert",
        words(r"warn(?:ed|s|ing)? | alert(?:ed|s)?"),
    ),
    _cue(
        "petition",
        "petition",
        r"\bpetition\b",
    ),
    _cue(
        "quota",
        "quota",
        r"\bquotas?\b",
    ),
    _cue(
        "readout",
        "result|data|readout|finding|read out",
        words(
            r"(?:report(?:ed|s)|announc(?:ed|es)|unveil(?:ed|s)|releas(?:ed|es)|publish(?:ed|es)|"
            r"presented|shared)\b[^.;]{0,60}?\b(?:results?|data|readouts?|findings) | "
            r"(?:results?|data|readouts?|findings)\b[^.;]{0,60}?\b(?:reported|announced|released|"
            r"unveiled|published|came out|were out) | "
            r"read out"
        ),
    ),
)
"""Cues by kind, the more telling first: a stretch belongs to the first kind that claims it.

Before each pattern stand pieces of words of which one must be in the sentence, so that most
patterns are never tried.
"""
ACCESS: Final = next(pattern for kind, _, pattern in CUES if kind == "access")

DESIGNATED: Final = lazy(
    r"designat|named|status|\bbtd\b|\bftd\b|\bodd\b|voucher|passport|\bcnpv\b|\bilap\b|\brmat\b|"
    r"track|review|"
    r"submission"
)
"""Words of a designation's name that make it one by themselves."""
GRANTING: Final = lazy(
    r"\b(?:grant(?:ed|s|ing)?|g[ai]ve[sn]?|award(?:ed|s)?|receiv(?:ed|es|ing)?|won|wins|earn(?:ed|"
    r"s)?|"
    r"secur(?:ed|es)|obtain(?:ed|s)|got|gets|designat(?:ed|es)|named|label(?:l?ed|s)|conferr(?:ed|"
    r"s)|"
    r"hold(?:s|ing)?|has|have|had|carr(?:y|ies)|recogni[sz]ed|declared|dubbed|issued|assigned|"
    r"landed|"
    r"bestowed|handed|status|called|considers?|deemed|classified)\b"
)
