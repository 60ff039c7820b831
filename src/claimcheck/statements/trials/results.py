"""Endpoints met or missed, and what a trial found as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import moments
from claimcheck.statements.trials.arms import arm_tags
from claimcheck.statements.trials.comparisons import (
    compared,
    comparison_facts,
    names_a_dose,
)
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.standings import more_facts, most_facts, placed
from claimcheck.statements.trials.timepoints import Time, times_of

_ENDPOINT = (
    r"(?:end ?-?points?|outcomes?|goals?|objectives?|targets?|measures?|aims?|hurdles?|marks?|bar|"
    r"hypothes[ie]s|(?:end ?-?point|outcome) (?:test|measure)|question)"
)
_CHIEF = r"(?:primary|main|co-primary|key|principal|chief|pre-?specified|headline|pre-?declared)"
_REACHED = (
    r"(?:me(?:t|ets?|eting)|hit(?:s|ting)?|achiev(?:ed?s?|ing)|reach(?:ed|es|ing)?|attain\w*|"
    r"fulfil\w*|satisf\w+|clear(?:ed|s|ing)|deliver\w* on|succeed\w* (?:on|in|at|with)|"
    r"pass(?:ed|es)|made good on)"
)
_FAILED = (
    r"(?:miss(?:ed|es|ing)?|fail(?:ed|s|ing)?(?: (?:on|at|in))?|(?:f[ae]ll(?:s|ing)?|c[ao]mes?) "
    r"(?:\w+ )?short (?:of|on|in|at)|flunk\w*|f[ae]ll flat on|disappoint\w* on|stumbl\w* (?:on|at))"
)
_UNDONE = r"(?:not(?! only)|never|neither|unable to|fail(?:ed|s|ing)? to|could not|n[’']t|without)"
_VERDICT = lazy(
    rf"(?:\b|(?=n[’']t))(?P<no>{_UNDONE}\s(?:[\w-]+\s){{0,2}}?)?"
    rf"(?:(?P<met>{_REACHED})|(?P<missed>{_FAILED}))\b(?! (?:the )?(?:\w+ )?criteri)[^.;:]{{0,40}}?"
    rf"\b(?:{_CHIEF}|its|their|both|the|one|any|either)\b[^.;:,]{{0,28}}?\b{_ENDPOINT}\b"
    rf"|\b{_CHIEF} (?:efficacy |study |trial )?{_ENDPOINT}\b[^.;:]{{0,40}}? "
    r"(?P<stood>was|were|is|had been|has been|proved|came out) (?P<no2>not |never )?(?:\w+ly )?"
    r"(?:(?P<met2>met|achieved|reached|positive|hit|attained|satisfied|fulfilled)|"
    r"(?P<missed2>missed|negative|failed|unmet))\b"
    rf"|\b{_CHIEF} {_ENDPOINT} (?:(?P<met5>met|achieved)|(?P<missed5>(?:not |un)met|missed))\b"
    r"|\b(?:the|this|that|it|its|so the) (?:[\w-]+ ){0,3}?(?:trial|study) (?P<whole>(?:was|proved|"
    r"came out|turned out) (?:formally |statistically )?(?:(?P<met3>positive|a success)|"
    r"(?P<missed3>negative|a failure|a flop))|(?P<met4>succeeded)|(?P<missed4>failed|flopped))"
    r"(?=[.,;)]| (?:and|but|on|overall|as)\b|\Z)"
)
"""An endpoint that was met or missed, whatever the verb, or a trial that succeeded or failed."""
_CHIEF_ONE = lazy(rf"\b(?:{_CHIEF}|its|their|both)\b|\bend ?-?points?\b")
_NOT = lazy(
    r"\b(?:not|n[’']t|never|neither|nor|none|no|nobody|failed to|without)\s+(?:\w+\s+){0,2}\Z"
)
_MODAL = lazy(r"\b(?:will|would|could|may|might|if|whether|expects?|hopes?|to)\s+(?:\w+\s+){0,2}\Z")
_BEAT = lazy(
    r"\b(?:beat|beats|beaten|outperform\w*|better than|superior to|superiority (?:over|to)|won "
    r"(?:out )?(?:over|against)|came out ahead of|bested)\b"
)
_NOT_INFERIOR = lazy(
    r"\b(?:(?P<no>(?:not|failed to (?:be|show|prove)|did not (?:show|prove))[^;,.]{0,20}"
    r"non-?inferior\w*|non-?inferiority (?:was )?(?:not (?:met|shown|reached|proved|proven|"
    r"established|demonstrated)|missed)|(?<!non-)(?<!not )inferior to|"
    r"(?<!no )(?<!not )(?<!nothing )(?:worse|less effective|weaker) than)|"
    r"(?P<yes>non-?inferior(?:ity)?(?!\w)(?! (?:stud|trial|design|margin|test|analys|comparison|"
    r"question|hypothes|limit|threshold))|not inferior|(?:no|not) (?:worse|less effective) than|"
    r"(?:at least )?as (?:good|effective) as))\b"
)
_ASKED = lazy(
    r"\b(?:will|would|could|may|might|if|whether|expect\w*|hop(?:e|es|ed|ing)|test(?:s|ed)?|"
    r"ask(?:s|ed)|designed|aim\w*|to (?:test|show|see|prove|establish))\b[^;,.]{0,40}\Z"
)
_PRIMARY = lazy(rf"\b(?:primary|main) (?:efficacy )?{_ENDPOINT}\b")
_PRIMARY_AT = lazy(
    r"\blook(?:s|ed) at first\b[^,;.]{0,60}?\b(?:at|after|on|by)\s(?:the\s)?\Z|"
    r"\b(?:primary|main) (?:efficacy )?(?:[\w-]+ )?(?:end ?-?points?|outcomes?|assessments?|"
    r"measurements?|readout|analysis|time ?-?points?)\b(?! (?:was|were|is) (?:not )?(?:met|missed))"
    r"[^,;.]{0,60}?\b(?:at|after|on|by|fell|was|is)\s(?:the\s)?\Z"
)
_AS_PRIMARY = lazy(
    rf",? (?:was|is|as|being) (?:its|the|their) (?:primary|main) (?:efficacy )?{_ENDPOINT}\b"
)
"""After the time of what was measured: "at week 12 as its primary endpoint"."""


def result_facts(line: Line) -> Iterator[Single]:
    """What a sentence says of the outcome of a trial as a whole, or of a comparison."""
    yield from _endpoint_times(line)
    superior = _BEAT.search(line.low)
    if superior and not _PRIMARY.search(line.low) and not _NOT.search(line.low[: superior.start()]):
        yield feature(
            *superior.span(), superior.group(), _superior(line, superior.end()), result=True
        )
    if found := _NOT_INFERIOR.search(line.low):
        said = found.lastgroup == "yes"
        if not _ASKED.search(line.low[: found.start()]):
            yield feature(*found.span(), found.group(), _not_inferior(said), result=True)
        if "inferior" in found.group():
            return
    told = _verdict(line.segment)
    if told and not _MODAL.search(line.segment[: told.start()]):
        start, end = placed(line, told)
        recorded = _result(line, _is_met(told), None if told.group("whole") else (start, end))
        yield feature(start, end, line.text[start:end], recorded, result=True)
    else:
        yield from (more := [*most_facts(line), *more_facts(line)])
        if not more or "signific" in line.segment:
            yield from comparison_facts(line)


def _verdict(low: str) -> re.Match[str] | None:
    """Where a trial is said to have met or missed what it set out for."""
    for found in _VERDICT.finditer(low):
        if found.group("stood") or found.group("whole") or _CHIEF_ONE.search(found.group()):
            return found
    return None


def _is_met(found: re.Match[str]) -> bool:
    """Whether the verb says that it was met, and nothing denies it."""
    groups = found.groupdict()
    positive = any(groups[name] for name in ("met", "met2", "met3", "met4", "met5"))
    denied = groups["no"] or groups["no2"] or _NOT.search(found.string[: found.start()])
    return positive != bool(denied)


def _endpoint_times(line: Line) -> Iterator[Single]:
    """The time at which the primary endpoint is said to have been measured."""
    for tag in line.times:
        before = _PRIMARY_AT.search(line.low[max(0, tag.start - 80) : tag.start])
        if before or _AS_PRIMARY.match(line.low, tag.end):
            yield feature(tag.start, tag.end, tag.key.text, _measured_at(tag.key))


def _measured_at(time: Time) -> Recorded:
    def recorded(trial: Trial) -> tuple[bool, str] | None:
        known = times_of(trial.primary_endpoint or "")
        answers = [moments.same_time(time, other) for other in known]
        if not answers or None in answers:
            return None
        return True in answers, trial.primary_endpoint or ""

    return recorded


def _superior(line: Line, end: int) -> Recorded:
    """What failed to be shown no worse than the control cannot have been better than that."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        beaten = next((t.key for t in arm_tags(line, trial) if t.start >= end), frozenset())
        controls = {arm.id for arm in trial.arms if arm.role != "active"}
        failed = "non-inferior" in (trial.stage or "") and trial.primary_result == "missed"
        return (False, "non-inferiority missed") if failed and beaten & controls else None

    return recorded


def _not_inferior(said: bool) -> Recorded:
    def recorded(trial: Trial) -> tuple[bool, str] | None:
        asked = f"{trial.stage or ''} {trial.primary_endpoint or ''}"
        if "non-inferior" not in asked or trial.primary_result not in {"met", "missed"}:
            return None
        return (trial.primary_result == "met") == said, f"non-inferiority {trial.primary_result}"

    return recorded


def _result(line: Line, met: bool, at: tuple[int, int] | None) -> Recorded:
    """Whether the trial met its endpoint; of one of several doses, whether that one did better."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if trial.primary_result not in {"met", "missed"}:
            return None
        if at and len(trial.arms) > 2 and names_a_dose(trial, line):
            return compared(line, met, at)(trial)
        agreed = (trial.primary_result == "met") == met
        return agreed, f"primary endpoint {trial.primary_result} ({trial.primary_endpoint or ''})"

    return recorded
