"""Words that say what a treatment does, and for whom."""

from __future__ import annotations

from claimcheck.patterns import lazy
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.line import Line

ADVERSE = frozenset(
    {
        "adverse-events",
        "severe-adverse-events",
        "serious-adverse-events",
        "dropout",
        "completion",
        "mortality",
        "blinding-guess",
        "retreatment",
    }
)
"""Outcomes of which a figure without a source is no claim that a treatment works."""
NEGATED = lazy(
    r"\b(?:did not|didn[’']t|do not|don[’']t|failed to|never|without|not|had no|showed no|"
    r"no longer in)\s+"
    r"(?:\w+\s+){0,2}(?:respon|remi|meet|reach|achiev|improv|abst)"
)
_CHANGE = (
    r"(?:reduc\w+|declin\w+|decreas\w+|drop\w*|falls?|fell|cut(?:s|ting)?|lower\w*|less|fewer|"
    r"improv\w+|"
    r"better|increas\w+|more|rise|rose|ris\w+|gains?|"
    r"(?:was|were|is|are|went|go(?:es)?|gone|came) down)"
)
_CHANGED = lazy(rf"\b{_CHANGE}\b")
_BY = lazy(
    r"\b(?:by|down)\s+(?:about |around |an average of |on average |a mean of |up to |over |nearly |"
    r"almost )?\Z"
)
_OF = lazy(
    rf"\b{_CHANGE}\s+(?:\w+\s+){{0,3}}of\s+(?:about |around |nearly |almost |up to |over )?\Z"
)
_THEN = lazy(rf"[\s-]*(?:greater |larger |average |mean |relative |sustained )?{_CHANGE}\b")
COMPARED = lazy(
    r"\b(?:against|versus|vs?\.?|compared (?:with|to)|than|and|as against|and by|by|while|or)\s+"
    r"(?:\w+\s+){0,2}\Z"
)
EFFECT = lazy(
    r"\b(?:improv\w+|better|reduc\w+|lower(?:s|ed|ing)?|decreas\w+|drop(?:s|ped)?|declin\w+|falls?|"
    r"fell|cut(?:s|ting)?|less|fewer|reliev\w+|relief|eas(?:e|es|ed|ing)|help(?:s|ed|ing)?|heal\w*|"
    r"cur(?:e|es|ed)|recover\w*|benefit\w*|success\w*|effective\w*|efficacy|work(?:s|ed)|"
    r"free(?:s|d)?|"
    r"symptom-free|quit|stopped|stay(?:s|ed)? (?:well|sober|clean)|halv\w+|respon\w+|remission|"
    r"lift(?:s|ed)?|ends|stops|halts|prevents|resolv\w+|eliminat\w+|eras(?:e|es|ed)|banish\w*|dissolv(?:e|es|ed)|"
    r"clear(?:s|ed)|gone|sober|abstinent|smoke-free|drug-free|at bay|disappear\w*|vanish\w*|"
    r"overc[ao]me\w*|restor\w+|calm(?:s|ed)|sooth\w+|well again|happier|"
    r"(?:stop|c[ao]me off|give up|gave up|taper off|no longer (?:need|take|use))\w* "
    r"(?:taking |using )?(?:their |all |the |any )?"
    r"(?:anti|medic|pills|drugs|drink|smok|opioid|alcohol)\w*|"
    r"(?:break|broke|breaks) (?:the |their |an? )?(?:cycle|habit|addiction))\b"
)
SELF_REPORT = lazy(
    r"[\s,(]*(?:of [^,;]{1,40}?\s)?(?:also |then |later |have |has |had )*"
    r"(?:reported|report|said|say|feel|felt|described|describe|told us|tell us|rated|considered)\b"
    r"(?P<what>[^,;.]{0,70})"
)
"""After a share: what people say of themselves."""


def is_change(line: Line, figure: Placed) -> bool:
    """Whether a percentage is by how much something changed, not a share of people."""
    before = line.low[max(0, figure.start - 60) : figure.start]
    if _BY.search(before) and _CHANGED.search(before):
        return True
    return bool(_OF.search(before) or _THEN.match(line.low, figure.end))


def says_effect(line: Line) -> bool:
    """Whether a sentence says of somebody that they got better."""
    return line.remembered("effect", lambda: EFFECT.search(line.segment) is not None)
