"""What is said to be approved: a treatment, a product, or another thing altogether.

All patterns are written for lower case.
"""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import lazy
from claimcheck.statements.decisions.patterns import any_of, words

ALONE: Final = any_of(
    words(
        r"monotherapy | on its own | by itself | stand-?alone | alone | "
        r"as a single (?:agent|treatment)"
    ),
    r"\bwithout (?:an? |the |any )?(?:(?:oral|other|second|additional) \w+|"
    r"(?:[\w-]+ ){0,2}?(?:pills?|tablets?))\b",
)
PRODUCT: Final = any_of(
    words(r"products? | market(?:ed|ing)? | regist(?:ered|er|ration) | medicinal product | artg"),
    r"\bfull(?:y)? approv\w+",
    r"\bas (?:an? )?(?:\w+ )?(?:medicines?|drugs?|medications?|pharmaceuticals?)\b",
    r"\ban? (?:\w+ly |now )?(?:authori[sz]ed|approved|licen[sc]ed|registered) (?:medicine|drug)\b",
)
"""Words that make an approval that of a product, not of a use."""
AS_MEDICINE: Final = lazy(
    r"\b(?:as an?|an? (?:approved|authori[sz]ed|licen[sc]ed|registered)) prescription "
    r"(?:medicine|drug|medication|product)\b"
)
"""An approval of a medicine to be prescribed, not leave to prescribe one that is not approved."""
SOLD: Final = lazy(
    r"\bmarketing (?:authori[sz]ation|approval)|\bregistered as\b|\bfull(?:y)? approv"
)
"""Words for an approval that leave to use a medicine cannot be called."""
_THINGS = (
    r"(?:trials?|stud(?:y|ies)|protocols?|research|investigat\w+|experiments?|ind\b|petitions?|"
    r"funding|money|houses?|senate|assembly|chambers?|"
    r"budgets?|grants?|bills?|measures?|propositions?|prop\b|ballots?|initiatives?|ordinances?|"
    r"laws?|"
    r"facilit(?:y|ies)|cent(?:re|er)s?|clinics?|sites?|training|courses?|programs?|programmes?|"
    r"prescribers?|psychiatrists?|doctors?|physicians?|practitioners?|therapists?|facilitators?|"
    r"providers?|licen[cs]es?|deals?|mergers?|acquisitions?|expanded access|compassionate|plans?|"
    r"amendments?|rules?|guidelines?|motions?|resolutions?|proposals?|requests?|designs?|"
    r"endpoints?|"
    r"names?|suppliers?|manufactur\w+|labs?|sponsors?|applicants?|committees?|legislation|"
    r"beds?|devices?|scanners?|vaccines?|software|apps?|implants?|helmets?|headsets?|stimulators?)"
)
_SMALL_WORD = (
    r"(?!(?:for|to|by|in|with|as|after|based|following|on|because|from|that|which|despite|"
    r"without)\b)"
)
OTHER_OBJECTS: Final = lazy(
    rf"^[\s-]*(?:(?:of|for|to)\s+)?(?:{_SMALL_WORD}[\w’'.-]+\s+){{0,6}}?{_THINGS}\b"
)
"""Right after "approved" or "approval of": what was approved is no treatment."""
ANOTHER: Final = lazy(
    r"\b(?:approv(?:ed|es|al of)|licen[cs](?:ed|es)|authori[sz](?:ed|es|ation of)|cleared) "
    r"(?:yet )?(?:another|other|an? different|an? rival|some other) (?:[\w-]+ ){0,2}?"
    r"(?:drugs?|medicines?|medications?|antidepressants?|treatments?)\b(?!,)"
    r"|\brecommend\w*\b[^.;]{0,80}?\b(?:talking|cognitive|exercise|counselling|self-help|"
    r"group|psychological) (?:therap|treatment|classes|programme)"
)
"""What was approved is none of the treatments that a text is about."""
TO_STUDY: Final = lazy(
    r"(?:\s+(?:by|from)\s[^.;,]{0,60}?)?\s+to (?:go ahead|proceed|"
    r"begin|start|run|conduct|carry|study|test|enrol\w*|dose|launch|recruit|"
    r"continue|"
    r"resume|export|import|manufactur\w*|grow|cultivat\w*|possess|research|administer|use|supply|"
    r"treat \w+ (?:patients|people|veterans))\b"
    r"|(?:\s+(?:by|from)\s[^.;,]{0,60}?)?\s+for (?:an?|its|the|use in|testing in|study in) "
    r"(?:[\w-]+ ){0,4}?(?:trials?|stud(?:y|ies))\b"
)
"""Right after "approval": it is permission to do something, not that of a treatment."""
OTHER_SUBJECTS: Final = lazy(
    rf"\b{_THINGS},? (?:\w+ ){{0,3}}?(?:(?:is|are|was|were|has|have|had|been|be|being|get|"
    rf"got|won|wins|received|gained|obtained|secured|earned),?\s+)+"
    r"(?:(?:not|yet|already|now|recently|finally|full|final|formal|ethics|ethical|regulatory|"
    r"its|the|an?|\w+ly)\s+)*\Z"
)
"""Right before "approved": what was approved is no treatment."""
ATTRIBUTE: Final = lazy(
    rf"\s+(?:{_SMALL_WORD}[\w-]+\s+){{0,2}}?(?:drugs?|medicines?|medications?|\w{{4,}}(?:ants?|"
    rf"ics?|"
    rf"itors?)|"
    rf"treatments?|therap(?:y|ies)|options?|"
    r"doses?|dosages?|dosing|labels?|labell?ing|uses?|indications?|ana?esthetics?|products?|"
    r"compounds?|substances?|"
    r"formulations?|alternatives?|settings?)\b"
)
"""After "approved": it describes a thing that need not be what the sentence is about."""
PREDICATE: Final = any_of(
    r"\b(?:is|are|was|were|be|been|become|became|becomes|as|remains?|being|no|not|any|only|"
    r"first|sole|without|lacks?|approves?|includ(?:es|ing)|called|named|called the|have|"
    r"has)\b(?: [\w'-]+){0,5} ?[\w-]*\Z",
    r"\b(?:now|newly|finally|officially)(?: [\w'.-]+){0,2} ?[\w-]*\Z",
    r"[\w)],\s+(?:the|an?|its|our|now|already)\s(?:[\w-]+\s?){0,2}\Z",
)
"""Before "approved" as an adjective: the sentence says it of its subject."""
