"""How sentences speak of decisions and of the state of trials: cue words by kind, compiled once.

All patterns are written for lower case. Names of treatments, agencies and places are no cue words:
they come from the base.
"""

from __future__ import annotations

import re
from typing import Final, Literal

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

GATE: Final = re.compile(
    r"approv|authori[sz]|licen[sc]|green.?l|reject|refus|declin|turn(?:ed|s|ing)? down|voted down|"
    r"complete response|\bcrl|deni|\bdeny|designat|breakthrough|fast[- ]track|orphan|voucher|"
    r"passport|"
    r"priority review|rolling|\brmat|\bprime\b|\bilap|\bbtd|application|\bnda\b|submi|\bfil(?:ed|"
    r"ing|es)\b|"
    r"under .{0,20}review|reviewing|weighing|\bvot(?:e|ed|es|ing|ers)\b|advis|panel|committee|"
    r"schedul|"
    r"\bclass [abc]\b|controlled|legal|banned|outlaw|prohibit|crimin|prescri|compassionate|access|"
    r"exempt|"
    r"\bmeasure \d|proposition|\bbill\b|ballot|\bsigned\b|veto|\bhold\b|retract|renam|rebrand|"
    r"formerly|previously|chang\w+ \w+ name|now (?:called|known|named)|acqui|bought|takeover|"
    r"on track|"
    r"expected|await|\bdue\b|pending|poised|slated|\bset to\b|yet to|ongoing|under ?way|recruit|"
    r"currently|largest|biggest|\bfirst\b|\bonly\b|phase|on the market|guidance|executive order|"
    r"warn|"
    r"petition|quota|will (?:begin|start|launch|enrol|report|read|become|be )|results|topline|"
    r"recommend|endors|accept|opinion|\bmarket\b|pharmac|available|allow|permit|set aside|million|"
    r"\bpilot\b|\bpassed\b|enact|\bact\b|\bpriority\b|together with|alongside|on its own|combin|"
    r"monotherapy|off-label|centre|center|task force|services|psychiatrists"
)
"""A sentence without any of these says nothing about decisions or the state of trials."""

_OBJECT = r"(?:\s+(?:[\w’'.,&/-]+\s+){0,6}?)"
_COMMITTEES = r"(?:panel(?:l?ists?)?|committee|advis[eo]rs?|advisory)"

CUES: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("retraction", re.compile(r"\bretract(?:ed|s|ing|ions?)?\b")),
    (
        "hold-lifted",
        re.compile(
            r"\b(?:lift(?:ed|s|ing)?|remov(?:ed|es|ing)|releas(?:ed|es|ing)|clear(?:ed|s|ing)|"
            rf"end(?:ed|s|ing)?){_OBJECT}hold\b"
            r"|\bhold\b[^.;]{0,70}?\b(?:was|were|been|is|now|then)? ?(?:lifted|removed|released|"
            r"over)\b"
        ),
    ),
    ("hold", re.compile(r"\b(?:clinical|partial|full) (?:clinical )?hold\b|\bon hold\b")),
    (
        "rename",
        re.compile(
            r"\b(?:re)?named? (?:itself|the company)\b|\brenam(?:ed|es|ing)\b|\bre-?brand(?:ed|s|"
            r"ing)?\b"
            r"|\bchang(?:ed|es|ing) (?:its|their|the company[’']s) (?:corporate )?name\b"
            r"|\bnow (?:called|known as|named|operating as|operates as|trad(?:es|ing) as)\b"
            r"|\b(?:formerly|previously|once)(?: known as| called| named)?\b(?=[^.;]{0,40})"
            r"|\b(?:took|takes|adopted|adopts) (?:the|a new) name\b|\bnew name\b"
        ),
    ),
    (
        "takeover",
        re.compile(
            r"\b(?:acquir(?:ed|es|ing)|acquisition|bought|buys?|take ?over|took over|takes over|"
            r"merg(?:ed|es|ing|er))\b"
        ),
    ),
    (
        "vote",
        re.compile(
            rf"\b{_COMMITTEES}\b[^.;]{{0,60}}?\b(?:vot(?:ed?|es|ing)|back(?:ed|s)|endors(?:ed|es)|"
            r"reject(?:ed|s)|oppos(?:ed|es)|favou?r(?:ed|s)|support(?:ed|s)|recommend(?:ed|s)|"
            r"concluded|decided|sided|ruled|found|turned down|came out)\b"
            rf"|\bvot(?:ed?|es|ing)\b(?=[^.;]{{0,60}}?\b(?:{_COMMITTEES}|members)\b)"
            r"|\bvoted?\b(?=[^.;]{0,30}\d)|\bvoted (?:overwhelmingly |narrowly )?(?:against|"
            r"in favou?r)\b"
            rf"|\b{_COMMITTEES}[’']?s?[’']? vote\b"
        ),
    ),
    (
        "refusal",
        re.compile(
            r"\b(?:complete response letters?|crls?)\b"
            r"|\b(?:declin|refus)(?:ed|es|ing|e) (?:to (?:approve|authori[sz]e|register|licen[sc]e|"
            r"grant|clear|"
            rf"green-?light)|approval|authori[sz]ation)|\bdeclin(?:ed|es|ing){_OBJECT}application\b"
            r"|\breject(?:ed|s|ing|ion)?\b|\bturn(?:ed|s|ing)? down\b|\bvot(?:ed|es|ing) down\b"
            r"|\bknock(?:ed|s|ing) back\b|\brebuff(?:ed|s)\b|\bsa(?:id|ys) no to\b|\brefus(?:al|"
            r"ed)\b"
            rf"|\bdeni(?:ed|es|al of){_OBJECT}(?:approval|authori[sz]ation|application|licence|"
            rf"license)\b"
            r"|\bdecided against (?:approv|regist|licens)\w+|\bveto(?:ed|es)?\b|\bvoted against\b"
            r"|\b(?:was|were|been) (?:denied|refused)\b|\bdefeated\b"
        ),
    ),
    (
        "review",
        re.compile(
            r"\bunder (?:\w+ ){0,2}?(?:review|consideration|evaluation|assessment)\b"
            r"|\b(?:is|are|still|currently|now) (?:still |now |currently |actively )?"
            r"(?:review|weigh|consider|evaluat|assess|deliberat)ing\b"
            rf"|\bawait(?:s|ing)?{_OBJECT}(?:decision|verdict|ruling|approval)\b"
            r"|\b(?:decision|verdict|ruling|approval)[^.;,]{0,30}?\b(?:is |are |"
            r"was )?(?:still )?(?:pending|"
            r"due|awaited|looms?|expected|anticipated)\b|\bpending (?:before|at|with)\b"
            r"|\bwill (?:decide|rule|vote)\b|\b(?:is|are) (?:due|expected|set|"
            r"scheduled) to (?:decide|rule|vote)\b"
        ),
    ),
    (
        "application",
        re.compile(
            rf"\b(?:submit(?:ted|s|ting)?|fil(?:ed|es|ing)|lodg(?:ed|es)|hand(?:ed|s) in|"
            rf"complet(?:ed|es)|"
            rf"accept(?:ed|s|ing)?){_OBJECT}(?:application|nda|submission|filing|dossier)s?\b"
            r"|\b(?:application|nda|submission|filing|dossier)\b[^.;]{0,60}?\b(?:submitted|filed|"
            r"accepted|lodged)\b"
            r"|\b(?:submission|filing|acceptance) of\b[^.;]{0,40}?\b(?:application|nda)\b"
            r"|\bsubmitted [^.;]{0,40}?\bto the\b|\bappli(?:ed|es) for (?:\w+ )?approval\b|"
            r"\bfil(?:ed|es) for approval\b"
        ),
    ),
    (
        "law",
        re.compile(
            r"\b(?:re)?legali[sz](?:ed?|es|ing|ation)\b|\bde-?criminali[sz](?:ed?|es|ing|ation)\b"
            r"|\b(?:re)?criminali[sz](?:ed?|es|ing|ation)\b|\b(?:il)?legal(?:ly)?\b"
            r"|\b(?:measure|proposition|prop|question|initiative|ordinance|bill|"
            r"initiated ordinance) "
            r"[a-z]{0,3}\.? ?\d[\d-]*|\bproposal [a-z]\b|\bballot (?:measure|initiative|question|"
            r"proposal)\b"
            r"|\b(?:signed|passed|enacted|adopted|approved) (?:[\w'-]+ ){0,6}?(?:act|bill|laws?|"
            r"legislation|"
            r"measure|ordinance|program|programme|resolution)\b"
            r"|\bact\b (?:was|became|has been) (?:signed|passed|enacted|adopted|law)\b|"
            r"\bpilot pro\w+"
            r"|\b(?:allocat\w+|appropriat\w+|set aside|earmark\w+)[^.;]{0,50}?(?:million|research|"
            r"funds?|trials?)\b"
            r"|\bsigned (?:\w+ ){0,4}?into law\b|\bbecame law\b|"
            r"\blowest (?:\w+[- ]){0,3}?priorit\w+\b"
            r"|\btask force\b|\b(?:first |)(?:licen[sc]ed?|opened|opens) [^.;]{0,40}?cent(?:re|"
            r"er)s?\b"
            r"|\b(?:service|healing) cent(?:re|er)s?\b|\b(?:regulated|supervised|"
            r"licensed) [^.;,]{0,30}?services\b"
            r"|\bbann(?:ed|ing)\b|\boutlaw(?:ed|s)?\b|\bprohibit(?:ed|s)?\b"
            r"|\bstate-(?:regulated|legal|licensed|run)\b"
        ),
    ),
    (
        "access",
        re.compile(
            r"\bprescri(?:be[ds]?|bing|bable|ptions?|bers?)\b|\bcompassionate[- ]use\b|"
            r"\bhardship programme\b"
            r"|\bspecial access\b|\bexpanded[- ]access\b|\bnamed[- ]patient\b|\bexempt(?:ed|ions?|"
            r"s)?\b"
            r"|\bauthori[sz]ed (?:prescrib\w+|psychiatrists?)\b|"
            r"\bpsychiatrists? (?:\w+ ){0,3}?authori[sz]ed\b"
            r"|\bavailable only (?:in|through|as part of|via|within)\b"
            r"|\bonly (?:be )?(?:available|accessible|accessed|legal|offered|used|"
            r"obtained)[^.;,]{0,20}? "
            r"(?:in|through|as part of|via|within)\b|\bcase-by-case\b"
        ),
    ),
    (
        "approval",
        re.compile(
            r"\bun-?approved\b|\bapprov(?:ed?|es|ing|als?)\b|\bmarketing (?:authori[sz]ation|"
            r"approval)s?\b"
            r"|\bauthori[sz](?:ed|es)\b(?! to\b)|\bnotice of compliance\b"
            r"|\blicen[sc]ed\b(?! (?:service|healing|facilit|therap|psycho|profession|clinic|"
            r"practition|"
            r"physician|mental|cent|producer|counsel|social|provider|program|under|and|"
            r"to (?:prescribe|provide)))"
            r"|\bgreen[- ]?(?:light(?:ed)?|lit)\b|\bon the market\b"
            r"|\b(?:go-ahead|the nod)\b|\bcleared (?:by|for (?:sale|marketing|use))\b"
            r"|\b(?:extend(?:ed|s)|expand(?:ed|s)|broaden(?:ed|s)|widen(?:ed|"
            r"s))\b[^.;,]{0,40}?\b(?:label|"
            r"indication|authori[sz]ation|licen[cs]e)\b"
        ),
    ),
    ("guidance", re.compile(r"\bguidance\b|\bguidelines? (?:for|on) (?:\w+ ){0,3}?trials\b")),
    ("order", re.compile(r"\bexecutive order\b")),
    ("warning", re.compile(r"\bwarn(?:ed|s|ing)?\b|\balert(?:ed|s)?\b")),
    ("petition", re.compile(r"\bpetition\b")),
    ("quota", re.compile(r"\bquotas?\b")),
    (
        "readout",
        re.compile(
            r"\b(?:report(?:ed|s)|announc(?:ed|es)|unveil(?:ed|s)|releas(?:ed|es)|publish(?:ed|es)|"
            r"presented|shared)\b[^.;]{0,60}?\b(?:results?|data|readouts?|findings)\b"
            r"|\b(?:results?|data|readouts?|findings)\b[^.;]{0,60}?\b(?:reported|announced|"
            r"released|"
            r"unveiled|published|came out|were out)\b|\bread out\b"
        ),
    ),
)
"""Cues by kind, the more telling first: a stretch belongs to the first kind that claims it."""

DESIGNATED: Final = re.compile(
    r"designat|named|status|\bbtd\b|\bftd\b|\bodd\b|voucher|passport|\bcnpv\b|\bilap\b|\brmat\b|"
    r"track|review|"
    r"submission"
)
"""Words of a designation's name that make it one by themselves."""
GRANTING: Final = re.compile(
    r"\b(?:grant(?:ed|s|ing)?|g[ai]ve[sn]?|award(?:ed|s)?|receiv(?:ed|es|ing)?|won|wins|earn(?:ed|"
    r"s)?|"
    r"secur(?:ed|es)|obtain(?:ed|s)|got|gets|designat(?:ed|es)|named|label(?:l?ed|s)|conferr(?:ed|"
    r"s)|"
    r"hold(?:s|ing)?|has|have|had|carr(?:y|ies)|recogni[sz]ed|declared|dubbed|issued|assigned|"
    r"landed|"
    r"bestowed|handed|status|called|considers?|deemed|classified)\b"
)
