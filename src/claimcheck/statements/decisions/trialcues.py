"""How sentences speak of the state of trials: English phrases, compiled once, for lower case."""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import lazy
from claimcheck.statements.decisions.patterns import any_of, words

ONGOING: Final = any_of(
    words(
        r"ongoing | on-going | under ?way | in progress | "
        r"still (?:running|recruiting|enrolling|open) | "
        r"being (?:conducted|tested|run|carried out) | continu(?:es|ing) to (?:recruit|enrol) | "
        r"(?:is|are) (?:now |currently |presently |still |actively |at present )?(?:recruiting|"
        r"enroll?ing|"
        r"conducting|running|carrying out|testing|evaluating|sponsoring) | "
        r"currently (?:recruiting|enroll?ing|conducting|running|in phase|testing)"
    ),
)
AWAITED: Final = any_of(
    words(
        r"(?:results?|data|readouts?|findings|topline|top-line)\b[^.;]{0,70}?\b(?:expected|"
        r"awaited|anticipated|due|pending|forthcoming|not (?:yet )?(?:available|published|"
        r"reported|known|out|been (?:published|reported|released))|yet to (?:be (?:published|"
        r"reported|released)|come|report)|still (?:out|to come)) | "
        r"(?:has|have|is|are) (?:not yet|yet to|still to) (?:be )?(?:report(?:ed)?|read out|"
        r"publish(?:ed)?) | "
        r"will (?:report|read out|publish|announce) | "
        r"await(?:s|ing) (?:the )?(?:\w+ ){0,2}?(?:results|data|readout) | "
        r"expect(?:s|ed)? (?:to (?:report|provide|share|read out|have|announce|release|publish)|"
        r"topline|top-line|results|data) | "
        r"(?:has|have) (?:no|not) (?:results|data|readout) (?:yet|so far)"
    ),
)
RESULTS: Final = lazy(
    r"\b(?:results?|data|readouts?|findings|top-?line|reports?|reported|reporting|publish\w*|"
    r"publication|paper|read out|outcomes?)\b"
)
RELEASED: Final = lazy(
    r"(?: (?:be|been|have|yet|so far|still|its|their|the|first|to|full|any|finally|now|in \w+|"
    r"publicly|formally|\w+ly))*\W*(?:publish\w*|publication|report\w*|releas\w*|announc\w*|"
    r"unveil\w*|"
    r"disclos\w*|shared?|present\w*|read(?:s|ing)? out|come(?: out| in)?|appear\w*|available|known|"
    r"public|out|in print|peer[- ]review\w*|due|posted|data|results?|top-?line|readouts?|findings|"
    r"provide|deliver)\b"
)
"""After "will" or "has not": results become public."""
MADE_PUBLIC: Final = lazy(
    r"\b(?:has|have|is|are) (?:\w+ ){0,2}?(?:been )?(?:publish|report|releas|announc|unveil|"
    r"present|read out|available|public|known|out\b)"
)
TO_COME: Final = lazy(
    r"await|wait|pending|outstanding|to come|forthcoming|imminent|due|expect|anticipat|scheduled|"
    r"planned|upcoming|looming|impending|remains? un(?:publish|report|known|releas)|yet to"
)
LATER_DATA: Final = any_of(
    words(
        r"long-term | longer-term | follow-up | (?:2[4-9]|[3-9]\d|1\d\d)-week | \d+-month | "
        r"six-month | one-year | 12-month | durability | extension | full | open-label | part b | "
        r"additional | further | detailed"
    ),
)
IN_PRINT: Final = any_of(
    r"\bpublish",
    r"\bpeer",
    r"\bjournal",
    r"\bin print",
)
PUBLISHES: Final = lazy(
    r"\bpublish\w* (?:(?:any|its|their|the|first|full|detailed|its own) )*(?:results|data|"
    r"top-?line|"
    r"findings|readout)\b"
)
"""Whoever runs a trial publishes results by any announcement."""
UNTESTED: Final = any_of(
    r"\b(?:yet to|not yet|has not|have not|hasn[’']t|haven[’']t|never|"
    r"still to)\b[^.;,]{0,40}?\b(?:test\w*|enter\w*|reach\w*|beg[iu]n|start\w*|stud\w*|"
    r"evaluat\w*|undergo\w*|advance\w*|mov\w*|complete\w*|be|been)\b[^.;,]{0,30}?\Z",
    r"\bno\b[^.;,]{0,12}\Z",
    r"\bwithout (?:a |any )?\Z",
    r"\bawait(?:s|ing) (?:a |its )?\Z",
)
WON: Final = lazy(
    r"\b(?:efficac\w+|effective|work(?:s|ed)?|positive|success\w*|succeed\w*|met|reached|won|"
    r"beat\w*|superior\w*|primary endpoint)\b"
)
BEYOND: Final = lazy(r"\b(?:beyond|past|further than|later than|after|above)\s*\Z")
UNBEGUN: Final = lazy(
    r"[^.;,]{0,50}?\b(?:ha(?:s|ve) (?:not yet|yet to|not)|hasn[’']t|"
    r"haven[’']t) (?:yet )?(?:beg[iu]n|start(?:ed)?|"
    r"been (?:started|launched|conducted|done|completed|run))\b"
)
TO_START: Final = lazy(
    r"\b(?:will|set to|plans? to|planning to|expected to|expects? to|due to|scheduled to|about to|"
    r"slated to|going to|"
    r"poised to|prepar(?:es|ing) to|hopes? to|intends? to|aims? to|ready to)\s+(?:soon |shortly |"
    r"also |be )?"
    r"(?:begin|beginning|start|starting|launch|launched|kick off|commence|initiate|initiated|"
    r"get under ?way|open|dose)\b"
)
IN_STAGE: Final = lazy(
    r"\b(?:in|into|currently in|now in|enter|entered|enters?|entering|reached|reaches|begun|"
    r"started)\s+(?:(?:a|its|the|late-stage|pivotal|two|large) )*\Z"
)
ONE_MORE: Final = lazy(r"\b(?:another|further|additional|third|fourth|next|more|again|new)\b")
"""A trial beside those that are known."""
TRIAL: Final = lazy(r"\b(?:trials?|stud(?:y|ies)|phase)\b")
PRESENT: Final = any_of(
    words(r"is | are | remains? | currently | now | still"),
)
