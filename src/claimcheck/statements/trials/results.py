"""Endpoints met or missed, and differences that were significant or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.model.quantity import PValue
from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import moments
from claimcheck.statements.trials.arms import arm_tags
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
_NOT = lazy(r"\b(?:not|n[’']t|never|neither|nor|failed to|without)\s+(?:\w+\s+){0,2}\Z")
_MODAL = lazy(r"\b(?:will|would|could|may|might|if|whether|expects?|hopes?|to)\s+(?:\w+\s+){0,2}\Z")
_SIGNIFICANT = lazy(
    r"\b(?P<no>not (?:statistically )?significant|no (?:statistically )?significant(?:ly)? "
    r"(?:difference|better)|"
    r"(?:did|does|do) not (?:statistically |significantly )?differ(?: significantly)?|"
    r"not significantly (?:different|better|more|\w+ed)|(?:did|does) not significantly \w+|"
    r"non-?significant|insignificant|no (?:statistically )?significant|no better than|"
    r"(?:didn[’']t|did not) (?:beat|outperform|separate from)|fail(?:ed)? to (?:beat|outperform|"
    r"separate))\b"
    r"|\b(?P<yes>(?:statistically )?significantly? (?:better|more|greater|larger|lower|higher|less|"
    r"fewer|longer|superior|different|outperform\w*|reduc\w+|improv\w+|beat|(?!associated)\w+ed)|"
    r"(?:was|were|is) (?:statistically |highly )?significant|statistically significant|"
    r"significant (?:benefit|advantage|improvement|reduction|difference|effect|superiority|drop|"
    r"fall|increase))\b"
)
_DENIED = lazy(r"\b(?:not|no|nor|without|never|failed to|lacked|n[’']t)\b(?:\s+[\w-]+){0,3}\s+\Z")
_BEAT = lazy(
    r"\b(?:beat|beats|beaten|outperform\w*|better than|superior to|superiority (?:over|to)|won "
    r"(?:out )?(?:over|against)|came out ahead of|bested)\b"
)
_NOT_INFERIOR = lazy(
    r"\b(?:(?P<no>(?:not|failed to (?:be|show|prove)|did not (?:show|prove))[^;,.]{0,20}"
    r"non-?inferior\w*|(?<!non-)(?<!not )inferior to)|(?P<yes>non-?inferior\w*|not inferior))\b"
)
_PLACEBO_LIKE = frozenset({"placebo", "active-placebo", "low-dose"})
_PRIMARY = lazy(rf"\b(?:primary|main) (?:efficacy )?{_ENDPOINT}\b")
_PRIMARY_AT = lazy(
    r"\b(?:primary|main) (?:efficacy )?(?:end ?-?points?|outcomes?)\b(?! (?:was|were|is) "
    r"(?:not )?(?:met|missed))[^,;.]{0,60}?\b(?:at|after|on|by)\s(?:the\s)?\Z"
)
_LEVEL = Decimal("0.05")
_NO_TOPICS = frozenset({"primary-endpoint", "score-change", "score", "effect-size"})


def result_facts(line: Line) -> Iterator[Single]:
    """What a sentence says of the outcome of a trial as a whole, or of a comparison."""
    yield from _endpoint_times(line)
    superior = _BEAT.search(line.low)
    if superior and not _PRIMARY.search(line.low) and not _NOT.search(line.low[: superior.start()]):
        yield feature(
            *superior.span(), superior.group(), _superior(line, superior.end()), figure=True
        )
    if found := _NOT_INFERIOR.search(line.low):
        said = found.lastgroup == "yes"
        if not _MODAL.search(line.low[: found.start()]):
            yield feature(*found.span(), found.group(), _not_inferior(said), figure=True)
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
        yield feature(start, end, line.text[start:end], _result(said_result), figure=True)
    elif "signific" in line.low or "differ" in line.low or "better than" in line.low:
        yield from _significance(line)


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


def _significance(line: Line) -> Iterator[Single]:
    found = _SIGNIFICANT.search(line.low)
    if found is None or line.of(PValue):
        return
    said = found.lastgroup == "yes" and not _DENIED.search(line.low[: found.start()])
    yield feature(
        *found.span(), line.text[found.start() : found.end()], _compared(line, said), figure=True
    )


def _compared(line: Line, said: bool) -> Recorded:
    """The comparison of the arms or of the outcome named, else the primary one, where its p value
    is known."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        pool = [o for o in trial.outcomes if _is_significant(o) is not None]
        pairs = _of_topic(pool, trial, line)
        if pairs is None:
            return _by_result(trial, said)
        known = {_is_significant(o) for o in pairs}
        if len(known) != 1:
            return None
        return known.pop() == said, _p_words(pairs[0])

    return recorded


def _of_topic(pool: list[Outcome], trial: Trial, line: Line) -> list[Outcome] | None:
    """The comparisons that a sentence may mean; None where it names neither outcome nor arms."""
    named = [t.key for t in arm_tags(line, trial)]
    pairs = [o for o in pool if _both(o, named)] if len(set(named)) > 1 else []
    topics = frozenset(line.ids("outcome")) - _NO_TOPICS
    if topics or line.scales[0]:
        about = [o for o in pairs or pool if _is_about(o, topics, line)]
        return [o for o in about if o.versus or _is_share(o)] or about
    if pairs and not _PRIMARY.search(line.low):
        return [o for o in pairs if o.primary] or pairs
    if _PRIMARY.search(line.low) or len(trial.arms) == 2:
        return [o for o in pool if o.primary] or None
    return None


def _is_about(outcome: Outcome, topics: frozenset[str], line: Line) -> bool:
    if topics:
        return any(t[:6] in outcome.outcome for t in topics)
    related = line.records.scales.related
    return any(related(s, outcome.scale or "") for s in line.scales[0])


def _is_share(outcome: Outcome) -> bool:
    return outcome.percent is not None or outcome.count is not None


def _by_result(trial: Trial, said: bool) -> tuple[bool, str] | None:
    """Without a p value: a missed endpoint of a trial against placebo was not significant."""
    significant = any(_is_significant(o) for o in trial.outcomes)
    blinded = _PLACEBO_LIKE & set(trial.design.control)
    if trial.primary_result == "missed" and blinded and not significant:
        return not said, f"primary endpoint missed ({trial.primary_endpoint or ''})"
    return None


def _p_words(outcome: Outcome) -> str:
    if not outcome.p:
        return (outcome.note or "").rstrip(".").lower()
    return f"p {outcome.p}" if outcome.p[:1] in "<>" else f"p = {outcome.p}"


def _both(outcome: Outcome, named: list[frozenset[str]]) -> bool:
    first = [i for i, arms in enumerate(named) if outcome.arm in arms]
    second = [i for i, arms in enumerate(named) if outcome.versus in arms]
    return any(i != j for i in first for j in second)


def _is_significant(outcome: Outcome) -> bool | None:
    text = (outcome.p or "").strip()
    if not text:
        note = (outcome.note or "").lower()
        return False if note.startswith(("not significant.", "no significant diff")) else None
    try:
        value = Decimal(text.lstrip("<>=≤≥ "))
    except ArithmeticError:
        return None
    if text[:1] in {"<", "≤"}:
        return True if value <= _LEVEL else None
    if text[:1] in {">", "≥"}:
        return False if value >= _LEVEL else None
    return value < _LEVEL
