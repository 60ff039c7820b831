"""A cheap first look: most sentences state nothing that could be checked."""

from __future__ import annotations

from claimcheck.patterns import lazy

_FIGURE = lazy(r"[\d%½⅓¼⅔¾]")
_WORTH = lazy(
    r"\b(?:every|twice|doubl\w+|tripl\w+|halv\w+|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|\w+teen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half|thirds?|quarters?|"
    r"majority|most|all|none|only|first|largest|never|yet|still)\b"
    r"|\b(?:approv|reject|refus|declin|designat|grant|licen[cs]|legal|illegal|schedul|prescri|"
    r"authori[sz]|ban(?:s|ned)|retract|withdr|withdrawn|vote|recommend|review|expect|await|"
    r"pending|ongoing|recruit|track|answer|soon\b|project|target|"
    r"(?:could|may|might) (?:come|fall|land|arrive|be here)|decriminali|regulat|permit|allow|"
    r"file[ds]?|submi|"
    r"phase|blind|placebo|control|compar|versus|given|open-label|randomi[sz]|endpoint|published|"
    r"complet|enrol|"
    r"tests?\b|tested|r[au]n\b|conduct|sponsor|appear|came out|gave\b|involved|significan|"
    r"not\b|cannot\b|list(?:ed|ing)|reimburs|subsid|fund(?:s|ed)\b|guidance|opinion|decid|"
    r"decision|(?:on|clinical|partial) hold\b|lift|wait|sign(?:s|ed|ature)?\b|draft|final|will\b|"
    r"plans?\b|hopes?\b|due\b|no\b|nobody|nothing|bill\b|ballot|law\b|verdict|ruling|nod\b|"
    r"blessing|became\b|renam|named?\b|called\b|paid\b|pays?\b|covers?\b|should\b|regist|extend|"
    r"application\b|(?:consider|weigh|assess|evaluat)ing|recogni[sz]|medicines?\b|waved|thumbs|expand|adds?\b|added\b|back(?:s|ed)\b|voting|unanim)"
    r"|\b(?:against|carried out|took place|tak(?:es|ing) place|travel|stud(?:y|ied|ies)\b|"
    r"pitted|print(?:s|ed)\b|carried|got\b|arms?\b|treated|dose[ds]?\b|knew\b|openly\b|"
    r"in the dark|pilot\b|inhal|intraven|orally|by mouth|trial of|non-?inferior|superior|"
    r"outperform|outd(?:id|one)|beat|better|than\b|edge\b|advantage|fail|succe(?:ss|ed)|differ|"
    r"separat|ahead\b|as (?:good|well|effective)\b|equally|on a par|kn[eo]w|respon(?:se|d)|"
    r"remission|participants|patients|volunteers|"
    r"inferior|sites\b|cent(?:er|re)s\b|trial (?:of|in|for|with|at|by|from)|works?\b|"
    r"midway|halfway|manuscript|writing|filling|looking|seeking|analy[sz]|"
    r"done (?:in|at|by)\b|held\b|written up|dummy|sham\b|guess|turned away|excluded)"
    r"|\b(?:award|breakthrough|orphan|fast[- ]track|voucher|passport|priority|monitor|"
    r"watch(?:e[sd]|ing)?\b|"
    r"diagnos|clear(?:ed|s)\b|label|crim(?:e|inal)|outlaw|prohibit|closest|nearest|bought\b|"
    r"buys?\b|"
    r"class [abc]\b|sits? with|market|petition|debat|refus|turn(?:ed|s)\b|lets\b|"
    r"qualif|eligib|program|opened\b|acqui|takeover|took over|rems\b|million|at home|"
    r"take \w+ home|status|snapp|swallow|folded|trad(?:es|ed|ing) (?:under|as)|go(?:es|ing) by|"
    r"observ|made\b|veto|green[- ]?li|go-ahead|neither\b|voters\b|referendum)"
    r"|n[’']t\b"
    r"|\b(?:took\b|taken?\b|drew\b|drank\b|drink|swallow|inject|infus|spray|intranasal|nasal|nose\b|muscle\b|"
    r"tablets?\b|on top\b|doses?\b|dosing|sessions?\b|sugar|opted|served\b|groups?\b|kept\b|"
    r"put on\b|tried\b|monotherapy|used\b|us(?:es|ing)\b)"
    r"|\b(?:i{1,3}|iv|v)\b"
)


def worth_reading(sentence: str) -> bool:
    """Whether a sentence holds a number or a word of status at all."""
    return bool(_FIGURE.search(sentence) or _WORTH.search(sentence.lower()))
