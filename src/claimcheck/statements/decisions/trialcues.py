"""How sentences speak of the phase that a treatment has reached: English phrases, compiled once."""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import lazy
from claimcheck.statements.decisions.patterns import any_of, words

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
IN_STAGE: Final = lazy(
    r"\b(?:in|into|currently in|now in|enter|entered|enters?|entering|reached|reaches|begun|"
    r"started)\s+(?:(?:a|its|the|late-stage|pivotal|two|large) )*\Z"
)
PRESENT: Final = any_of(
    words(r"is | are | remains? | currently | now | still"),
)
