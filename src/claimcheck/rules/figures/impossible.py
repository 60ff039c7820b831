"""CLM009: figures that no trial can have."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.base import Base, FieldPath
from claimcheck.model.findings import Problem, Severity
from claimcheck.model.trials import Trial
from claimcheck.rules.base import rule
from claimcheck.rules.figures import texts, trials
from claimcheck.rules.problems import about


@rule("CLM009", "impossible-figure", Severity.ERROR)
def impossible_figure(base: Base) -> Iterator[Problem]:
    """A figure cannot be right as it stands: the arithmetic within its entry does not work out.

    A percentage that no number out of that total gives, a part larger than its whole, arms that
    do not add up to those randomised, more analysed than randomised, remission more often than
    response, an interval that does not hold its estimate, a p value above 1, a trial that ends
    before it starts. One of the figures involved was misread or mistyped: look it up in the
    source. Where the source itself prints it so, give the outcome `confidence: low`: it is then
    reported for information only.

    Fires:
        trials:
        - id: t
          name: T
          compound: c
          indication: i
          outcomes:
          - {outcome: response, arm: a, count: 17, of: 24, percent: 75}

    Quiet:
        trials:
        - id: t
          name: T
          compound: c
          indication: i
          outcomes:
          - {outcome: response, arm: a, count: 17, of: 24, percent: 71}
    """
    shares = frozenset(term.id for term in base.vocabulary.outcomes if term.proportion)
    implied = {term.id: term.implies for term in base.vocabulary.outcomes if term.implies}
    for trial in base.trials:
        parent = base.trial.get(trial.parent or "")
        for path, message in trials.faults(trial, parent, shares, implied):
            yield Problem(
                where=base.at(trial, *path),
                message=message,
                text=trial.name,
                trial=trial.id,
                severity=_severity(trial, path),
            )
    for claim in base.claims:
        for message in texts.faults(claim):
            yield about(base, claim, message, "quantity", found=claim.quantity)


def _severity(trial: Trial, path: FieldPath) -> Severity | None:
    """Information only, for an outcome that the curators doubt themselves."""
    match path:
        case ("outcomes", int(index), *_) if trial.outcomes[index].confidence == "low":
            return Severity.INFO
        case _:
            return None
