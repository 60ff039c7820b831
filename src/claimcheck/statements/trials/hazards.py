"""Risks that are said to be lower by so much, beside the hazard ratios of records."""

from __future__ import annotations

from claimcheck.model.quantity import Count, Fraction, Percent
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.facts import SILENT, Check
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import sources
from claimcheck.statements.trials.shares import Share

_RISK = r"(?:risk|odds|chance|likelihood|hazard)s?\b"
_BY = lazy(
    rf"\b(?:{_RISK} of [\w -]{{2,40}}?|(?:relapse|recurrence) {_RISK}[\w -]{{0,20}}?|"
    rf"{_RISK} (?:(?:was|were|is|had been) )?(?:cut|reduced|lowered|down|fell|dropped|declined)) "
    r"by "
    r"(?:[^.;]{3,80}? and by )?(?:about |around |roughly |nearly |some |over )?\Z"
)
_LOWER = lazy(rf"\s(?:lower|smaller|reduced|higher|less)\s{_RISK}")
_ROUNDING = 0.5
"""Percentage points: ratios are printed with two decimals."""


def is_lowered_risk(line: Line, share: Share) -> bool:
    """Whether a share is how much lower a risk was, which is none of the people of a group: "cut
    the risk of relapse by 51 %"."""
    by = _BY.search(line.low, 0, share.start)
    return bool(by or _LOWER.match(line.low, share.end))


def as_hazard(share: Share, trial: Trial) -> Check:
    """A risk said to be lower by so many per cent, beside a hazard ratio: 51 % is one of 0.49."""
    if isinstance(share, Count) or (isinstance(share, Percent) and share.high is not None):
        return SILENT
    lower = float(share.percent if isinstance(share, Fraction) else share.value.value)
    for outcome in trial.outcomes:
        ratio = outcome.value if outcome.unit == "hazard ratio" else None
        if ratio and abs(100 - 100 * float(ratio.value) - lower) <= _ROUNDING:
            told = f"hazard ratio {outcome.value}"
            return Check(True, told, sources(trial, outcome), detail=1)
    return SILENT
