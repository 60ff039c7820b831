"""Endpoints met or missed, and what a trial found as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import moments
from claimcheck.statements.trials.arms import arm_tags
from claimcheck.statements.trials.comparisons import comparison_facts
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.timepoints import Time, times_of

_ENDPOINT = r"(?:end ?-?points?|outcomes?|goals?|objectives?|targets?|measures?)"
_MISSED = lazy(
    r"\b(?:miss(?:ed|es|ing)?|did not meet|did not reach|did not hit|didn[’']t (?:meet|reach|"
    r"hit)|fail(?:ed|s|ing)? (?:to (?:meet|hit|achieve|"
    r"reach|show)|on|at|in)?|not meet|fall(?:s|ing)? short of|fell short of|never met|"
    r"neither met)\b"
    rf"[^.;:]{{0,40}}\b{_ENDPOINT}\b"
    rf"|\b(?:primary|main|co-primary) (?:efficacy )?{_ENDPOINT} (?:was|were) (?:not (?:met|"
    r"reached|achieved|hit)|missed|negative)\b"
)
_MET = lazy(
    r"\b(?:met|meets|meet|hit|hits|achieved|reached|achieving|meeting|hitting|fulfilled|"
    r"satisfied|succeeded on)\b[^;]{0,40}"
    rf"\b(?:primary|main|its|their|both|co-primary|key)\b[^;]{{0,25}}\b{_ENDPOINT}\b"
    rf"|\b(?:primary|main|co-primary) (?:efficacy )?{_ENDPOINT} (?:was|were) (?:met|achieved|"
    r"reached|positive|hit)\b"
)
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
    r"non-?inferior\w*|(?<!non-)(?<!not )inferior to)|"
    r"(?P<yes>non-?inferior(?:ity)?(?!\w)(?! (?:stud|trial|design|margin|test|analys|comparison|"
    r"question|hypothes|limit|threshold))|not inferior))\b"
)
_ASKED = lazy(
    r"\b(?:will|would|could|may|might|if|whether|expect\w*|hop(?:e|es|ed|ing)|test(?:s|ed)?|"
    r"ask(?:s|ed)|designed|aim\w*|to (?:test|show|see|prove|establish))\b[^;,.]{0,40}\Z"
)
_PRIMARY = lazy(rf"\b(?:primary|main) (?:efficacy )?{_ENDPOINT}\b")
_PRIMARY_AT = lazy(
    r"\b(?:primary|main) (?:efficacy )?(?:end ?-?points?|outcomes?)\b(?! (?:was|were|is) "
    r"(?:not )?(?:met|missed))[^,;.]{0,60}?\b(?:at|after|on|by)\s(?:the\s)?\Z"
)


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
        return
    missed = _MISSED.search(line.segment)
    offset = line.limits[0] if line.limits else 0
    met = None if missed else (_MET.search(line.segment) or _beaten(line.segment))
    found = missed or met
    if found and not _MODAL.search(line.segment[: found.start()]):
        if met and _NOT.search(line.segment[: met.start()]):
            return
        start, end = found.start() + offset, found.end() + offset
        said_result = "missed" if missed else "met"
        yield feature(start, end, line.text[start:end], _result(said_result), result=True)
    else:
        yield from comparison_facts(line)


def _endpoint_times(line: Line) -> Iterator[Single]:
    """The time at which the primary endpoint is said to have been measured."""
    for tag in line.times:
        if _PRIMARY_AT.search(line.low[max(0, tag.start - 80) : tag.start]):
            yield feature(tag.start, tag.end, tag.key.text, _measured_at(tag.key))


def _measured_at(time: Time) -> Recorded:
    def recorded(trial: Trial) -> tuple[bool, str] | None:
        known = times_of(trial.primary_endpoint or "")
        answers = [moments.same_time(time, other) for other in known]
        if not answers or None in answers:
            return None
        return True in answers, trial.primary_endpoint or ""

    return recorded


def _beaten(words: str) -> re.Match[str] | None:
    """Where one group is said to have done better than another on the primary endpoint."""
    return _BEAT.search(words) if _PRIMARY.search(words) else None


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


def _result(said: str) -> Recorded:
    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if trial.primary_result not in {"met", "missed"}:
            return None
        agreed = trial.primary_result == said
        return agreed, f"primary endpoint {trial.primary_result} ({trial.primary_endpoint or ''})"

    return recorded
