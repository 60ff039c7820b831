"""What the world says of trials and links; stamped under rules of the base and of references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.compare.registrations import differences
from claimcheck.model.base import Base
from claimcheck.model.evidence import (
    Gone,
    LinkLookup,
    Missing,
    TrialFound,
    TrialLookup,
    Unavailable,
)
from claimcheck.model.findings import Problem, Severity
from claimcheck.rules.base import rule

_REGISTRY = "ClinicalTrials.gov"


@rule("CLM008", "record-conflict", Severity.ERROR)
def registration_conflicts(base: Base, answers: Mapping[str, TrialLookup]) -> Iterator[Problem]:
    """A trial's enrolment or phase is another at the registry, or the registry has no such id.

    The same code as of claims that disagree with the records: here the records themselves do.
    A part of a trial that is registered under the number of the whole has no entry of its own.
    """
    for trial in base.trials:
        whole = base.trial.get(trial.parent or "")
        for index, number in enumerate(trial.registry):
            if whole and number in whole.registry:
                continue
            match answers.get(number):
                case TrialFound(record=record):
                    for found in differences(trial, record):
                        yield Problem(
                            where=base.at(trial, *found.field),
                            message=f"trial `{trial.id}`: {found.name} {found.ours} here, "
                            f"{found.theirs} at {_REGISTRY} ({number})",
                            found=found.ours,
                            expected=found.theirs,
                            trial=trial.id,
                        )
                case Missing():
                    yield Problem(
                        where=base.at(trial, "registry", index),
                        message=f"trial `{trial.id}`: {_REGISTRY} knows no {number}",
                        found=number,
                        trial=trial.id,
                    )
                case _:
                    continue


def unchecked_registrations(base: Base, answers: Mapping[str, TrialLookup]) -> Iterator[Problem]:
    """Trials of which the registry said nothing; stamped as `could-not-check`."""
    for trial in base.trials:
        for index, number in enumerate(trial.registry):
            answer = answers.get(number)
            if isinstance(answer, Unavailable):
                yield Problem(
                    where=base.at(trial, "registry", index),
                    message=f"{number} could not be checked: {answer.reason}",
                    trial=trial.id,
                )


def unchecked_links(base: Base, answers: Mapping[str, LinkLookup]) -> Iterator[Problem]:
    """Sources that are only a link, where the link does not answer; as `could-not-check`."""
    for reference in base.references:
        answer = answers.get(reference.url or "")
        match answer:
            case Unavailable(reason=reason):
                words = reason
            case Gone(status=status):
                words = f"the page is not there any more (status {status})"
            case _:
                continue
        yield Problem(
            where=base.at(reference, "URL"),
            message=f"{reference.url} could not be checked: {words}",
            text=reference.title,
            reference=reference.id,
            waivers=reference.waivers,
        )
