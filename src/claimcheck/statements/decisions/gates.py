"""Whether a sentence may speak of a decision at all: pieces of words of which it must have one.

Written for lower case. Words, not names: those come from the base.
"""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import Gate

GATE: Final = Gate(
    r"approv|authori[sz]|licen[sc]|green.?l|reject|refus|declin|turn(?:ed|s|ing)? (?:down|away)|"
    r"voted down|complete response|\bcrl|deni(?:ed|al)|designat|breakthrough|fast[- ]track|"
    r"orphan|voucher|passport|priority review|rolling|application|\bnda\b|under .{0,20}review|"
    r"reviewing|weighing|considering|evaluating|assessing|\bvot(?:e|ed|es|ing|ers)\b|advis[eo]r|\bpanel|committee|schedul|"
    r"\bclass [abc]\b|controlled|legal|banned|outlaw|prohibit|crimin|prescri|compassionate|"
    r"special access|expanded access|exempt|proposition|\bbill\b|ballot|veto|clinical hold|"
    r"\bhold\b|retract|renam|rebrand|on track|\bawait|yet to|ongoing|under ?way|recruiting|"
    r"topline|top-line|\blargest\b|\bbiggest\b|executive order|petition|quota|recommend|"
    r"monotherapy|\bdiagnos(?:is|ed)\b|\bwatch(?:e[sd]|ing)?\b|\bmonitor|\bhealing cent|"
    r"\bservice cent|"
    r"\btake \w+ home\b|\bat home\b|closest to|nearest to|\blabel\b|\bagainst the law\b|"
    r"\b(?:decision|verdict|ruling|answer) (?:is|remains)\b|"
    r"piece by piece|public money|\bsays? yes\b|\bdeadline\b|\btarget date\b|pdufa|\bgoal date\b|"
    r"\bdosed\b|\brems\b|"
    r"\b(?:question|ordinance|initiative|measure) \d|"
    r"\bproposal [a-e]\b|\bforbidden\b|\bcrimes?\b"
)
"""A sentence with one of these may state a decision or the state of a trial."""
WEAK_GATE: Final = Gate(
    r"\bobserv|\btrad(?:es|ed|ing) (?:under|as)|\bgo(?:es|ing)? by\b|"
    r"snapp|swallow|fold(?:ed|s) into|"
    r"clear|den(?:y|ies)|\bbtd\b|submi|\bfil(?:ed|ing|es)\b|advis|\bmeasure \d|\bsigned\b|"
    r"\bknown as\b|formerly|previously|"
    r"chang\w+ \w+ name|now (?:called|known|named)|acqui|bought|\bbuys?\b|takeover|"
    r"expected|\bdue\b|pending|poised|slated|\bset to\b|recruit|currently|\bfirst\b|\bonly\b|"
    r"phase|guidance|warn|will (?:begin|start|launch|enrol|report|read|become|decide|rule|be )|"
    r"results|endors|accept|opinion|\bmarket\b|pharmac|available|allow|permit|set aside|million|"
    r"billion|\blaunch\b|"
    r"research|readout|\bpilot\b|\bpassed\b|enact|\bact\b|\bpriority\b|together with|alongside|"
    r"hand in hand|on its own|combin|centre|center|task force|services|access|psychiatrists|"
    r"plan(?:s|ning) to|"
    r"expects|not yet|still|notice of compliance|\brule\b|\bwav(?:e|ed|ing)\b|\brefusal|"
    r"turned .{0,30}(?:down|away)|"
    r"\b[sh]b \d|"
    r"\bbill\b|\bcalled\b|\badd(?:ed|s)\b|\bhad in\b|\bjust one\b|\bpaid\b|"
    r"\bname\b|\bbecame\b|\bback(?:ed|s)\b|\bruling|\bverdict|read out|"
    r"\bnod\b|\bshould\b|"
    r"penal|\bfre(?:es|ed)\b|\blaw\b|\bcovers\b|"
    r"regist|\bokay|blessing|broaden|widen|expand|unanim|\b(?:has|have|is|"
    r"are|can) ?not\b|n[’']t\b|\bno(?:ne|body|thing)?\b|"
    r"\bnot (?:a|one)\b|\byet\b|\bso far\b|\bto date\b|\btested\b|\bstudied\b|\bpublish|"
    r"\bwait|\blift|\blist(?:ed|ing)\b|reimburs|subsid|\bfund|\bdecid|decision|\bdraft|"
    r"\bfinal|\bsign(?:s|ed|ature)?\b|\bhopes?\b|refus|withdr|\bpulled\b|extend|licen[cs]|"
    r"\bprescri|\brunning\b|\blooking for\b|\bseeking\b|\bgrant|\bdva\b|"
    r"antidepressant|\bby itself\b|\bgiven alone\b"
)
"""A sentence with only these says something of the kind if it names what it is about itself."""
