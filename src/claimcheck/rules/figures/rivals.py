"""CLM007: supported claims whose figures cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.model.findings import Problem, Severity
from claimcheck.model.quantity import (
    Count,
    Dose,
    EffectSize,
    Fraction,
    Percent,
    Phase,
    Points,
    Quantity,
    Vote,
)
from claimcheck.quantity import agrees, reads_as
from claimcheck.rules.base import rule
from claimcheck.rules.figures.held import Index, held, key_of_time
from claimcheck.rules.problems import about

_MOST_RIVALS = 8
"""Claims on one subject that a further one is compared with."""

Rivals = dict[tuple[object, ...], list[tuple[Claim, Quantity]]]


@rule("CLM007", "conflicting-claims", Severity.ERROR)
def conflicting_claims(base: Base) -> Iterator[Problem]:
    """Two claims count as supported, but their figures on one subject cannot both hold.

    They name the same trial or event, arm, outcome, scale and time point and give different
    figures: at most one is right. Correct the verdict of the other, or say in its subject what
    sets it apart (`population`, `arm`, `timepoint`). Figures that the trial record itself holds
    side by side, such as 27 randomised and 24 analysed, do not conflict.

    Fires:
        claims:
        - id: a
          statement: The trial randomised 233 people.
          kind: size
          verdict: supported
          subject: {trial: t, population: randomised}
          quantity: 233 people
        - id: b
          statement: In the trial 216 people were randomised.
          kind: size
          verdict: supported
          subject: {trial: t, population: randomised}
          quantity: 216 people

    Quiet:
        claims:
        - id: a
          statement: The trial randomised 233 people.
          kind: size
          verdict: supported
          subject: {trial: t, population: randomised}
          quantity: 233 people
        - id: b
          statement: About 230 people were randomised in the trial.
          kind: size
          verdict: supported
          subject: {trial: t, population: randomised}
          quantity: about 230 people
    """
    index: Index | None = None
    seen: Rivals = {}
    for claim in base.claims:
        for kind, figure in _figures(claim):
            rivals = seen.setdefault(_key(claim, kind), [])
            for other, theirs in rivals:
                if not _exclude(figure, theirs):
                    continue
                index = index or Index.of(base)
                if _is_recorded(index, claim, figure) and _is_recorded(index, other, theirs):
                    continue
                yield _problem(base, claim, figure, other, theirs)
                break
            if len(rivals) < _MOST_RIVALS:
                rivals.append((claim, figure))


def _figures(claim: Claim) -> tuple[tuple[str, Quantity], ...]:
    """The figures of a supported claim on a trial or event, by type; none if two share one."""
    subject = claim.subject
    if claim.verdict != "supported" or not claim.quantity or not (subject.trial or subject.event):
        return ()
    return _typed(claim.quantity)


@lru_cache(maxsize=16384)
def _typed(text: str) -> tuple[tuple[str, Quantity], ...]:
    typed = [(kind, figure) for figure in reads_as(text).main if (kind := _type(figure))]
    return tuple(typed) if len(typed) == len(dict(typed)) else ()


def _type(figure: Quantity) -> str:
    """What figures must have in common to be compared; empty for those that never conflict."""
    match figure:
        case Count(noun=noun):
            return f"count {noun}"
        case Percent(points=points):
            return "points of percent" if points else "share"
        case Fraction():
            return "share of people"
        case EffectSize(measure=measure):
            return f"effect {measure}"
        case Points():
            return "points"
        case Phase():
            return "phase"
        case Vote():
            return "vote"
        case Dose():
            return "dose"
        case _:
            return ""


def _key(claim: Claim, kind: str) -> tuple[object, ...]:
    """What two claims must share to be about the same thing."""
    subject = claim.subject
    return (
        claim.kind,
        kind,
        *(subject.trial, subject.event, subject.compound, subject.arm, subject.versus),
        *(subject.population, subject.outcome, subject.scale, key_of_time(subject.timepoint)),
        *(subject.agency, subject.jurisdiction, subject.sponsor),
    )


def _exclude(ours: Quantity, theirs: Quantity) -> bool:
    """Whether neither figure can be what the other states."""
    return (
        ours.text != theirs.text and agrees(ours, theirs) is False and agrees(theirs, ours) is False
    )


def _is_recorded(index: Index, claim: Claim, figure: Quantity) -> bool:
    """Whether the record of the claim's trial holds the figure."""
    trials = [trial for name in claim.subject.trial if (trial := index.base.trial.get(name))]
    return any(
        agrees(figure, value.value) is True
        for trial in trials
        for value in held(index, claim, trial, figure)
    )


def _problem(base: Base, claim: Claim, figure: Quantity, other: Claim, theirs: Quantity) -> Problem:
    return about(
        base,
        claim,
        f"claim: {figure.text}; claim `{other.id}`, also supported: {theirs.text}",
        "quantity",
        found=figure.text,
        expected=theirs.text,
        trial=claim.subject.trial[0] if claim.subject.trial else None,
        event=claim.subject.event[0] if claim.subject.event else None,
        related=((base.at(other, "quantity"), f"`{other.id}` says {theirs.text}"),),
    )
