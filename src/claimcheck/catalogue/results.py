"""Outcomes of trials in words, and the figures that charts and sorting take from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from claimcheck.catalogue.names import Names
from claimcheck.classes import dataclass
from claimcheck.model.trials import Outcome, Trial

STANDARDISED = ("Cohen's d", "Hedges' g", "effect size")
"""Units of effects that are in standard deviations and so compare across scales."""
_ALL = "all"
_NO_RESULT = {None, "not-reported", "not-tested"}
_LARGE = 200
"""Participants of whom one is half a per cent."""


@dataclass(frozen=True, slots=True)
class Result:
    """Outcomes of one kind at one time from one source, in any number of arms."""

    trial: Trial
    outcomes: tuple[Outcome, ...]

    @property
    def head(self) -> Outcome:
        """The first of them; they share outcome, scale, definition, time point and source."""
        return self.outcomes[0]

    @property
    def primary(self) -> bool:
        """Whether it is a primary outcome of the trial."""
        return any(outcome.primary for outcome in self.outcomes)


def results(trial: Trial, wanted: Iterable[Outcome] | None = None) -> tuple[Result, ...]:
    """The outcomes of a trial, those that belong together in one; in the order of the record."""
    groups: dict[tuple[object, ...], list[Outcome]] = {}
    for o in trial.outcomes if wanted is None else wanted:
        groups.setdefault((o.outcome, o.scale, o.definition, o.timepoint, o.source), []).append(o)
    return tuple(Result(trial, tuple(group)) for group in groups.values())


def main_results(trial: Trial) -> tuple[Result, ...]:
    """The primary outcomes with figures; where none is marked as such, the first of the record.

    Where arms are compared, the comparisons alone.
    """
    figures = [o for o in trial.outcomes if has_figure(o)]
    primary = [outcome for outcome in figures if outcome.primary]
    compared = [outcome for outcome in primary if outcome.versus]
    return results(trial, compared or primary) or results(trial, figures)[:1]


def has_figure(outcome: Outcome) -> bool:
    """Whether the record holds a figure, and not only that the outcome was measured."""
    return any(v is not None for v in (outcome.percent, outcome.value, outcome.count))


def has_results(trial: Trial) -> bool:
    """Whether the record tells what came out: a figure, or how the primary endpoint fared."""
    return trial.primary_result not in _NO_RESULT or any(map(has_figure, trial.outcomes))


def results_of(trial: Trial, outcome: str) -> tuple[Result, ...]:
    """What a trial found of one outcome of the vocabulary."""
    return results(trial, (o for o in trial.outcomes if o.outcome == outcome))


def in_words(result: Result, names: Names, *, full: bool = True) -> str:
    """`change in score (MADRS), week 3: 25 mg −12.0 points; … [Smith 2020]`.

    `full` adds the definition of the outcome.
    """
    head = result.head
    what = names.full("outcomes", head.outcome)
    scale = names.short("scales", head.scale) if head.scale else None
    what += f" ({scale})" if scale else ""
    what += f", {head.definition}" if full and head.definition else ""
    what += f", {head.timepoint or 'time not recorded'}"
    figures = "; ".join(_figure_of_arm(result.trial, o) for o in result.outcomes)
    source = f" [{names.work(head.source) if head.source else 'no publication'}]"
    primary = "primary: " if result.primary else ""
    return f"{primary}{what}: {figures}{source}"


def _figure_of_arm(trial: Trial, outcome: Outcome) -> str:
    arm = arm_name(trial, outcome.arm)
    versus = arm_name(trial, outcome.versus)
    who = f"{arm} vs {versus}" if versus else arm
    return " ".join(part for part in (who, figure(outcome)) if part)


def arm_name(trial: Trial, ident: str | None) -> str | None:
    """What an arm is called; `all` for everybody."""
    if ident is None or ident == _ALL:
        return ident
    return next((arm.name for arm in trial.arms if arm.id == ident), ident)


def figure(outcome: Outcome) -> str:
    """The value of an outcome with all that qualifies it: `37 % (29/79)`, `−6.6 points (…)`."""
    value = _value(outcome)
    details = [detail for detail in _details(outcome) if detail]
    return f"{value} ({'; '.join(details)})" if details else value


def _value(outcome: Outcome) -> str:
    share = share_of(outcome)
    if share is not None:
        shown = outcome.percent or _rounded(share, outcome.of or 0)
        counted = outcome.count is not None and outcome.of
        return f"{shown} %" + (f" ({outcome.count}/{outcome.of})" if counted else "")
    if outcome.value is not None:
        return f"{outcome.value} {outcome.unit or ''}".rstrip()
    if outcome.count is not None:
        return str(outcome.count)
    return "no figure"


def _rounded(share: Decimal, of: int) -> Decimal:
    """To the whole per cent, or to a tenth where one person in the group counts for less."""
    return share.quantize(Decimal(1) if of <= _LARGE else Decimal("0.1"), ROUND_HALF_UP)


def _details(outcome: Outcome) -> Sequence[str]:
    low, high = outcome.ci or (None, None)
    level = outcome.ci_level or 95
    p = outcome.p
    return (
        f"SD {outcome.sd}" if outcome.sd else "",
        f"SE {outcome.se}" if outcome.se else "",
        f"{level} % CI {low} to {high}" if outcome.ci else "",
        (f"p {p}" if p[:1] in "<>≤≥" else f"p = {p}") if p else "",
    )


def share_of(outcome: Outcome) -> Decimal | None:
    """The share of participants, in per cent: as recorded, else from the counts."""
    if outcome.versus:
        return None
    if outcome.percent is not None:
        return outcome.percent.value
    if outcome.count is not None and outcome.of:
        return Decimal(100 * outcome.count) / outcome.of
    return None


def standardised_effect(trial: Trial) -> Outcome | None:
    """The effect in standard deviations: a primary outcome first, a comparison before a change."""
    found = [o for o in trial.outcomes if o.unit in STANDARDISED and o.value is not None]
    return min(found, key=lambda o: (not o.primary, o.versus is None), default=None)
