"""CLM008: claims against the records of the trials and decisions they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.model.findings import Problem, Severity
from claimcheck.model.quantity import Quantity, TimePoint
from claimcheck.model.trials import Trial
from claimcheck.quantity import agrees, explain, reads_as
from claimcheck.rules.base import rule
from claimcheck.rules.figures import decisions
from claimcheck.rules.figures.held import Held, Index, held
from claimcheck.rules.problems import about

_SPOKEN_KINDS = frozenset({"size", "rate", "phase"})
"""Kinds of claim whose statement is read for the figure where `quantity` is left out."""
_REFUTING = frozenset({"refuted", "outdated"})
_MOST_SHOWN = 3


@rule("CLM008", "record-conflict", Severity.ERROR)
def record_conflict(base: Base) -> Iterator[Problem]:
    """A claim's verdict and the record of the trial or decision it names contradict each other.

    Either a claim counts as supported though the trial record holds another figure, or the
    regulatory record another date, vote, schedule, approval or designation; or it counts as
    refuted though the record agrees with it. Look the figure up in the source, then mend the
    verdict, the record, or the subject of the claim (arm, outcome, time point, population).
    Where a record holds several values that the claim can mean, one that agrees is enough.

    Fires:
        trials:
        - id: t
          name: T
          compound: c
          indication: i
          sizes: {randomised: 233, planned: 216}
        claims:
        - id: a
          statement: The trial randomised 216 people.
          kind: size
          verdict: supported
          subject: {trial: t, population: randomised}
          quantity: 216 people

    Quiet:
        trials:
        - id: t
          name: T
          compound: c
          indication: i
          sizes: {randomised: 233, planned: 216}
        claims:
        - id: a
          statement: The trial was to randomise 216 people.
          kind: size
          verdict: supported
          subject: {trial: t, population: planned}
          quantity: 216 people
    """
    index = Index.of(base)
    register = decisions.Register.of(base)
    for claim in base.claims:
        if claim.verdict != "supported" and claim.verdict not in _REFUTING:
            continue
        if claim.subject.trial:
            yield from _against_trials(index, claim)
        if claim.subject.event or claim.kind in decisions.EVENT_KINDS:
            yield from decisions.conflicts(register, claim)


def _against_trials(index: Index, claim: Claim) -> Iterator[Problem]:
    stated = _stated(claim)
    if not stated:
        return
    known = [trial for name in claim.subject.trial if (trial := index.base.trial.get(name))]
    compared = [(figure, _all_held(index, claim, known, figure)) for figure in stated]
    if claim.verdict == "supported":
        for figure, values in compared:
            if _is_denied(figure, values):
                yield _denied(index.base, claim, known[0], figure, values)
    elif _is_confirmed(claim, compared):
        yield _confirmed(index.base, claim, known[0], compared)


def _is_confirmed(claim: Claim, compared: list[tuple[Quantity, list[Held]]]) -> bool:
    """Whether the record holds every figure of a claim; plans are overtaken, not refuted."""
    return (
        bool(compared)
        and claim.subject.population != "planned"
        and all(any(agrees(f, v.value) is True for v in values) for f, values in compared)
    )


def _stated(claim: Claim) -> tuple[Quantity, ...]:
    """The figures of a claim that a record can hold."""
    if claim.quantity is not None:
        return _comparable(claim.quantity)
    if claim.kind in _SPOKEN_KINDS:
        found = _comparable(claim.statement)
        return found if len(found) == 1 else ()
    return ()


@lru_cache(maxsize=16384)
def _comparable(text: str) -> tuple[Quantity, ...]:
    figures = reads_as(text)
    found = (*figures.main, figures.interval, figures.p)
    return tuple(q for q in found if q is not None and not isinstance(q, TimePoint))


def _all_held(index: Index, claim: Claim, trials: Iterable[Trial], figure: Quantity) -> list[Held]:
    return [value for trial in trials for value in held(index, claim, trial, figure)]


def _is_denied(figure: Quantity, values: list[Held]) -> bool:
    """Whether every value that can decide disagrees, and none agrees."""
    if not any(value.decides for value in values):
        return False
    return all(agrees(figure, value.value) is False for value in values)


def _denied(
    base: Base, claim: Claim, trial: Trial, figure: Quantity, values: list[Held]
) -> Problem:
    record = "; ".join(value.what for value in values[:_MOST_SHOWN])
    reason = _arithmetic(figure, values)
    return about(
        base,
        claim,
        f"claim: {figure.text}; {trial.name}: {record}{reason}",
        "quantity" if claim.quantity else "statement",
        found=figure.text,
        expected=record,
        trial=trial.id,
        reference=values[0].source,
    )


def _arithmetic(figure: Quantity, values: list[Held]) -> str:
    """The clause that shows why a single value differs, if it adds anything to the value."""
    clause = explain(figure, values[0].value) if len(values) == 1 else ""
    return "" if not clause or clause.startswith("the record has") else f" ({clause})"


def _confirmed(
    base: Base, claim: Claim, trial: Trial, compared: list[tuple[Quantity, list[Held]]]
) -> Problem:
    figure, values = compared[0]
    value = next(value for value in values if agrees(figure, value.value))
    return about(
        base,
        claim,
        f"counts as {claim.verdict}, but {trial.name} has {figure.text}: {value.what}",
        "verdict",
        found=claim.verdict,
        expected="supported",
        trial=trial.id,
        reference=value.source,
    )
