"""The columns of a list with one outcome a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from claimcheck.catalogue.columns import Column, Value
from claimcheck.catalogue.names import Names, doi_address
from claimcheck.catalogue.results import arm_name, figure
from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.trials import Outcome, Trial


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An outcome with its trial."""

    trial: Trial
    outcome: Outcome


OutcomeColumn = Column[OutcomeRow]

OUTCOME_DEFAULT = ("trial", "outcome", "scale", "timepoint", "arm", "versus", "figure", "source")
OUTCOME_PRECEDENCE = (
    "trial", "outcome", "figure", "arm", "timepoint", "versus", "scale", "source",
)  # fmt: skip


def outcome_rows(trials: Iterable[Trial]) -> list[OutcomeRow]:
    """Every outcome of the trials, in the order of the records."""
    return [OutcomeRow(trial, outcome) for trial in trials for outcome in trial.outcomes]


def outcome_columns(names: Names) -> dict[str, OutcomeColumn]:
    """Every column by its key."""
    columns = (*_what(names), *_figures(), *_sources(names))
    return {column.key: column for column in columns}


def of_trials(columns: Mapping[str, Column[Trial]]) -> dict[str, OutcomeColumn]:
    """Columns of trials for the outcomes of each, for sorting and choosing."""
    return {key: _of_trial(column) for key, column in columns.items()}


def _of_trial(column: Column[Trial]) -> OutcomeColumn:
    return Column(
        key=column.key,
        title=column.title,
        value=lambda row: column.value(row.trial),
        show=lambda row: column.text(row.trial),
        rank=lambda row: column.order(row.trial),
        narrowest=column.narrowest,
        number=column.number,
        link=column.link,
    )


def _what(names: Names) -> tuple[OutcomeColumn, ...]:
    def outcome(row: OutcomeRow) -> str:
        return names.full("outcomes", row.outcome.outcome)

    def scale(row: OutcomeRow) -> str:
        return names.short("scales", row.outcome.scale) if row.outcome.scale else ""

    return (
        Column(key="trial", title="Trial", value=lambda r: r.trial.id, narrowest=14),
        Column(
            key="outcome",
            title="Outcome",
            value=lambda r: r.outcome.outcome,
            show=outcome,
            narrowest=10,
        ),
        Column(key="scale", title="Scale", value=lambda r: r.outcome.scale, show=scale),
        _plain("definition", 16),
        _plain("timepoint", 8, "Time point"),
        _plain("since", 8, "Counted from"),
        _arm("arm", "Arm"),
        _arm("versus", "Versus"),
    )


def _arm(field: str, title: str) -> OutcomeColumn:
    def show(row: OutcomeRow) -> str:
        return arm_name(row.trial, getattr(row.outcome, field)) or ""

    def value(row: OutcomeRow) -> str | None:
        found: str | None = getattr(row.outcome, field)
        return found

    return Column(key=field, title=title, value=value, show=show, narrowest=8)


def _figures() -> tuple[OutcomeColumn, ...]:
    def bound(index: int) -> Callable[[OutcomeRow], float | None]:
        return lambda row: _number(row.outcome.ci[index]) if row.outcome.ci else None

    return (
        Column(key="figure", title="Figure", value=lambda r: figure(r.outcome), narrowest=16),
        *(_plain(name, 5) for name in ("count", "of", "percent", "value", "unit", "sd", "se")),
        Column(key="ci_low", title="CI from", value=bound(0), number=True),
        Column(key="ci_high", title="CI to", value=bound(1), number=True),
        *(_plain(name, 5) for name in ("ci_level", "p", "primary")),
    )


def _sources(names: Names) -> tuple[OutcomeColumn, ...]:
    def doi(row: OutcomeRow) -> str | None:
        work = names.reference(row.outcome.source or "")
        return work.doi if work else None

    def state(row: OutcomeRow) -> str | None:
        return names.state(row.outcome.source) if row.outcome.source else None

    def source(row: OutcomeRow) -> str:
        return names.work(row.outcome.source) if row.outcome.source else ""

    return (
        Column(
            key="source",
            title="Source",
            value=lambda r: r.outcome.source,
            show=source,
            narrowest=12,
        ),
        Column(key="doi", title="DOI", value=doi, narrowest=16, link=doi_address),
        Column(key="state", title="State of source", value=state),
        *(_plain(name, 10) for name in ("at", "origin", "confidence", "note")),
    )


def _plain(field: str, narrowest: int, title: str | None = None) -> OutcomeColumn:
    """A field of the outcome as it is."""

    def value(row: OutcomeRow) -> Value:
        found = getattr(row.outcome, field)
        return _number(found) if isinstance(found, Number) else found

    return Column(
        key=field, title=title or field.replace("_", " ").capitalize(), value=value,
        narrowest=narrowest,
    )  # fmt: skip


def _number(number: Number) -> int | float:
    return float(number.value) if number.decimals else int(number.value)
