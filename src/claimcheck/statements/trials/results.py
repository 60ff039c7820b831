"""Endpoints met or missed, and differences that were significant or not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.model.quantity import PValue
from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.arms import arm_tags
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line

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
    r"not significantly (?:different|better|more)|"
    r"non-?significant|insignificant|no (?:statistically )?significant|no better than|"
    r"(?:didn[’']t|did not) (?:beat|outperform|separate from)|fail(?:ed)? to (?:beat|outperform|"
    r"separate))\b"
    r"|\b(?P<yes>(?:statistically )?significantly? (?:better|more|greater|larger|lower|superior|"
    r"different|outperform\w*|reduc\w+|improv\w+)|"
    r"(?:was|were|is) (?:statistically |highly )?significant|statistically significant)\b"
)
_PRIMARY = lazy(rf"\b(?:primary|main) (?:efficacy )?{_ENDPOINT}\b")
_LEVEL = Decimal("0.05")


def result_facts(line: Line) -> Iterator[Single]:
    """What a sentence says of the outcome of a trial as a whole, or of a comparison."""
    missed = _MISSED.search(line.segment)
    offset = line.limits[0] if line.limits else 0
    met = None if missed else _MET.search(line.segment)
    found = missed or met
    if found and not _MODAL.search(line.segment[: found.start()]):
        if met and _NOT.search(line.segment[: met.start()]):
            return
        start, end = found.start() + offset, found.end() + offset
        said = "missed" if missed else "met"
        yield feature(start, end, line.text[start:end], _result(said), figure=True)
    elif "signific" in line.low or "differ" in line.low or "better than" in line.low:
        yield from _significance(line)


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
    said = found.lastgroup == "yes"
    yield feature(
        *found.span(), line.text[found.start() : found.end()], _compared(line, said), figure=True
    )


def _compared(line: Line, said: bool) -> Recorded:
    """The comparison of the two arms named, else the primary one, where its p value is known."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        named = [t.key for t in arm_tags(line, trial)]
        pool = [o for o in trial.outcomes if o.versus and o.p]
        pairs = [o for o in pool if _both(o, named)] if len(set(named)) > 1 else []
        if not pairs and (_PRIMARY.search(line.low) or len(trial.arms) == 2):
            pairs = [o for o in pool if o.primary]
        known = {s for o in pairs if (s := _is_significant(o)) is not None}
        if len(known) != 1:
            return None
        (significant,) = known
        return significant == said, f"p {pairs[0].p}" if pairs[0].p[
            :1
        ] in "<>" else f"p = {pairs[0].p}"  # type: ignore[index]

    return recorded


def _both(outcome: Outcome, named: list[frozenset[str]]) -> bool:
    first = [i for i, arms in enumerate(named) if outcome.arm in arms]
    second = [i for i, arms in enumerate(named) if outcome.versus in arms]
    return any(i != j for i in first for j in second)


def _is_significant(outcome: Outcome) -> bool | None:
    text = (outcome.p or "").strip()
    try:
        value = Decimal(text.lstrip("<>=≤≥ "))
    except ArithmeticError:
        return None
    if text[:1] in {"<", "≤"}:
        return True if value <= _LEVEL else None
    if text[:1] in {">", "≥"}:
        return False if value >= _LEVEL else None
    return value < _LEVEL
