"""A trial of the base beside its registration."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.classes import dataclass
from claimcheck.model.evidence import RegisteredTrial
from claimcheck.model.trials import Trial


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which a trial record and its registration do not agree.

    `field` is the path to ours, for its place in the file.
    """

    field: tuple[str, ...]
    name: str
    ours: str
    theirs: str


def differences(trial: Trial, registered: RegisteredTrial) -> Iterator[Difference]:
    """Enrolment and phase where they differ. An estimated enrolment contradicts nothing."""
    sizes = trial.sizes
    ours = {sizes.enrolled, sizes.randomised, sizes.dosed, sizes.analysed, *sizes.also} - {None}
    actual = registered.enrolment if registered.enrolment_actual else None
    if actual is not None and ours and actual not in ours:
        shown = " / ".join(str(n) for n in sorted(n for n in ours if n is not None))
        yield Difference(("sizes",), "enrolment", shown, str(actual))
    if trial.phase and registered.phases and not _same_phase(trial.phase, registered.phases):
        yield Difference(("phase",), "phase", trial.phase, "/".join(registered.phases))


def _same_phase(ours: str, theirs: tuple[str, ...]) -> bool:
    """Registries know no 2a and 2b, and write 1/2 as two phases."""
    parts = {part.rstrip("ab") for part in ours.split("/")}
    registered = {part for phase in theirs for part in phase.split("/")}
    return parts == registered or (len(parts) == 1 and parts <= registered)
