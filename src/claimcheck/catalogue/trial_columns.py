"""The columns of a list of trials."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from claimcheck.catalogue.columns import Column
from claimcheck.catalogue.designs import design_in_words
from claimcheck.catalogue.names import Names, doi_address, registration_address
from claimcheck.catalogue.results import (
    has_results,
    in_words,
    main_results,
    results,
    results_of,
    share_of,
    standardised_effect,
)
from claimcheck.catalogue.trials import STAGES, date_of, size_of
from claimcheck.model.trials import Trial
from claimcheck.model.vocabulary import OutcomeTerm

TrialColumn = Column[Trial]

DEFAULT = (
    "id", "compound", "indication", "phase", "n", "year", "design", "result", "source", "doi",
)  # fmt: skip
"""Shown to people who ask for no columns, in this order."""
PRECEDENCE = (
    "id", "n", "phase", "year", "result", "compound", "indication", "source", "design", "doi",
)  # fmt: skip
"""Which of them stay where there is not room for all."""
_PHASE_PARTS = {"": 0, "a": 1, "b": 2}
_MILESTONES = ("registered", "start", "primary_completion", "completion", "readout", "published")


def trial_columns(names: Names, outcomes: tuple[OutcomeTerm, ...]) -> dict[str, TrialColumn]:
    """Every column by its key, one for each outcome of the vocabulary included."""
    columns = (
        *_identity(names),
        *_make_up(names),
        *_sizes(),
        *_dates(),
        *_findings(names),
        *_sources(names),
    )
    found = {column.key: column for column in columns}
    for term in outcomes:
        if term.id not in found:
            found[term.id] = _outcome(names, term)
    return found


def _identity(names: Names) -> tuple[TrialColumn, ...]:
    return (
        Column(key="id", title="Trial", value=lambda t: t.id, narrowest=14),
        Column(key="name", title="Name", value=lambda t: t.name, narrowest=18),
        Column(key="aliases", title="Also called", value=lambda t: list(t.aliases), narrowest=14),
        Column(
            key="registry",
            title="Registry",
            value=lambda t: list(t.registry),
            narrowest=11,
            link=registration_address,
        ),
        _named(names, "compound", "compounds", "Compound", 9),
        _named(names, "indication", "indications", "Indication", 11),
        _named(names, "sponsor", "sponsors", "Sponsor", 10),
    )


def _named(names: Names, field: str, kind: str, title: str, narrowest: int) -> TrialColumn:
    def show(trial: Trial) -> str:
        return ", ".join(names.short(kind, ident) for ident in getattr(trial, field))

    def value(trial: Trial) -> list[str]:
        return list(getattr(trial, field))

    return Column(key=field, title=title, value=value, show=show, narrowest=narrowest)


def _make_up(names: Names) -> tuple[TrialColumn, ...]:
    def design(trial: Trial) -> str:
        return design_in_words(trial.design, names)

    return (
        Column(key="phase", title="Phase", value=lambda t: t.phase, rank=_phase_rank, narrowest=5),
        Column(key="stage", title="Stage", value=lambda t: t.stage, narrowest=8),
        Column(key="status", title="Status", value=lambda t: t.status, narrowest=9),
        Column(key="design", title="Design", value=lambda t: design(t) or None, narrowest=14),
        Column(key="arms", title="Arms", value=_arms, narrowest=16),
        Column(key="sites", title="Sites", value=lambda t: t.sites, number=True, narrowest=5),
        Column(key="countries", title="Countries", value=lambda t: list(t.countries)),
        Column(key="sessions", title="Sessions", value=lambda t: t.sessions, number=True),
        Column(key="formulation", title="Formulation", value=lambda t: t.formulation, narrowest=12),
        Column(key="parent", title="Follows up", value=lambda t: t.parent, narrowest=10),
    )


def _phase_rank(trial: Trial) -> tuple[float, ...] | None:
    """1 < 1/2 < 2 < 2a < 2b < 2/3 < 3: the middle of the numbers, then the letter."""
    if not trial.phase:
        return None
    parts = trial.phase.split("/")
    middle = sum(int(part.rstrip("ab")) for part in parts) / len(parts)
    return middle, _PHASE_PARTS[parts[-1].lstrip("0123456789")]


def _arms(trial: Trial) -> list[str]:
    return [f"{arm.name} ({'?' if arm.n is None else arm.n})" for arm in trial.arms]


def _sizes() -> tuple[TrialColumn, ...]:
    def number(stage: str) -> Callable[[Trial], int | None]:
        return lambda trial: getattr(trial.sizes, stage)

    by_stage: tuple[TrialColumn, ...] = tuple(
        Column(key=stage, title=stage.capitalize(), value=number(stage), number=True)
        for stage in ("screened", *STAGES)
    )
    return (
        Column(key="n", title="n", value=_size, show=_shown_size, number=True, narrowest=4),
        Column(key="n_counts", title="n counts", value=lambda t: (size_of(t) or ("", None))[1]),
        *by_stage,
    )


def _size(trial: Trial) -> int | None:
    return (size_of(trial) or (None,))[0]


def _shown_size(trial: Trial) -> str:
    """A number that was only planned stands in brackets."""
    number, stage = size_of(trial) or ("", "")
    return f"({number})" if stage == "planned" else str(number)


def _dates() -> tuple[TrialColumn, ...]:
    def milestone(name: str) -> Callable[[Trial], str | None]:
        def value(trial: Trial) -> str | None:
            date = getattr(trial.dates, name)
            return None if date is None else str(date)

        return value

    def year(trial: Trial) -> int | None:
        date = date_of(trial)
        return date.year if date else None

    return (
        Column(key="year", title="Year", value=year, rank=date_of, number=True, narrowest=4),
        *(
            Column(key=name, title=name.replace("_", " ").capitalize(), value=milestone(name))
            for name in _MILESTONES
        ),
    )


def _findings(names: Names) -> tuple[TrialColumn, ...]:
    def main(trial: Trial) -> str:
        told = " / ".join(in_words(r, names, full=False) for r in main_results(trial))
        return told or (f"primary endpoint {trial.primary_result}" if has_results(trial) else "")

    def every(trial: Trial) -> list[str]:
        return [in_words(r, names) for r in results(trial)]

    return (
        Column(
            key="primary_endpoint", title="Primary endpoint", value=lambda t: t.primary_endpoint
        ),
        Column(key="primary_result", title="Endpoint", value=lambda t: t.primary_result),
        Column(key="result", title="Result", value=lambda t: main(t) or None, narrowest=26),
        Column(
            key="effect",
            title="Effect",
            value=partial(_effect, names),
            rank=_effect_size,
            narrowest=12,
        ),
        Column(key="outcomes", title="Outcomes", value=every, narrowest=30),
    )


def _effect(names: Names, trial: Trial) -> str | None:
    """The effect in standard deviations, with scale, time and arms."""
    outcome = standardised_effect(trial)
    return in_words(results(trial, [outcome])[0], names, full=False) if outcome else None


def _effect_size(trial: Trial) -> Decimal | None:
    """How large it is: which sign is improvement differs between scales."""
    outcome = standardised_effect(trial)
    return abs(outcome.value.value) if outcome and outcome.value else None


def _sources(names: Names) -> tuple[TrialColumn, ...]:
    def works(trial: Trial) -> list[str]:
        return [names.work(p.ref) for p in trial.publications]

    def dois(trial: Trial) -> list[str]:
        found = (names.reference(p.ref) for p in trial.publications)
        return [work.doi for work in found if work and work.doi]

    def states(trial: Trial) -> list[str]:
        return [names.state(p.ref) for p in trial.publications]

    return (
        Column(key="source", title="Source", value=works, narrowest=16),
        Column(key="doi", title="DOI", value=dois, narrowest=30, link=doi_address),
        Column(key="state", title="State of sources", value=states),
        Column(key="origin", title="Read in", value=lambda t: t.origin, narrowest=16),
        Column(key="confidence", title="Confidence", value=lambda t: t.confidence),
        Column(key="note", title="Note", value=lambda t: t.note, narrowest=20),
    )


def _outcome(names: Names, term: OutcomeTerm) -> TrialColumn:
    """What trials found of one outcome; sorted by the share in the first arm reported."""

    def value(trial: Trial) -> list[str]:
        return [in_words(r, names, full=False) for r in results_of(trial, term.id)]

    def rank(trial: Trial) -> Decimal | None:
        shares = (share_of(o) for r in results_of(trial, term.id) for o in r.outcomes)
        return next((share for share in shares if share is not None), None)

    return Column(key=term.id, title=term.name.capitalize(), value=value, rank=rank, narrowest=26)
