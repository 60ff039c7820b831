"""What within a trial record cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from claimcheck.model.base import FieldPath
from claimcheck.model.numbers import Number
from claimcheck.model.trials import Outcome, Trial
from claimcheck.quantity.explain import percent as as_percent
from claimcheck.quantity.tolerance import Known
from claimcheck.rules.figures.held import key_of_time, p_value, share

Fault = tuple[FieldPath, str]

_PARTS = (
    ("randomised", "enrolled"),
    ("enrolled", "screened"),
    ("dosed", "randomised"),
    ("analysed", "randomised"),
    ("completed", "randomised"),
)
_ORDER = (
    ("start", "completion"),
    ("start", "primary_completion"),
    ("primary_completion", "completion"),
    ("start", "readout"),
    ("readout", "published"),
)
_ARM_SIZES = {"n": "randomised", "dosed": "dosed", "analysed": "analysed", "completed": "completed"}


def faults(
    trial: Trial,
    parent: Trial | None,
    shares: frozenset[str],
    implied: Mapping[str, tuple[str, ...]],
) -> Iterator[Fault]:
    """Every impossible figure of a trial: where in the entry, and what is wrong.

    A follow-up may analyse all participants of its `parent`. `shares` are the outcomes that are
    proportions of participants, `implied` leads from an outcome to those that hold whenever it
    does.
    """
    family = (trial,) if parent is None else (trial, parent)
    yield from _sizes(trial, family)
    yield from _arms(trial)
    yield from _dates(trial)
    wholes: dict[str | None, int | None] = {}
    for index, outcome in enumerate(trial.outcomes):
        if outcome.of is not None and outcome.arm not in wholes:
            wholes[outcome.arm] = _largest(family, outcome.arm)
        for path, message in _outcome(outcome, wholes.get(outcome.arm), shares):
            yield ("outcomes", index, *path), message
    yield from _implied(trial, implied)


def _sizes(trial: Trial, family: tuple[Trial, ...]) -> Iterator[Fault]:
    for smaller, larger in _PARTS:
        part = getattr(trial.sizes, smaller)
        if part is None:
            continue
        named, whole = _whole(family, larger)
        if whole is not None and part > whole:
            yield ("sizes", smaller), f"{part} {smaller}, but only {whole} {named}"
    if trial.country_count is not None and len(trial.countries) > trial.country_count:
        listed = len(trial.countries)
        yield ("countries",), f"{listed} countries listed, but {trial.country_count} counted"


def _whole(family: tuple[Trial, ...], name: str) -> tuple[str, int | None]:
    """The largest recorded size of that name; where none is, those enrolled for randomised."""
    known = [size for trial in family if (size := getattr(trial.sizes, name)) is not None]
    if not known and name == "randomised":
        return _whole(family, "enrolled")
    return name, max(known, default=None)


def _arms(trial: Trial) -> Iterator[Fault]:
    for index, arm in enumerate(trial.arms):
        for part in ("dosed", "analysed", "completed"):
            count = getattr(arm, part)
            if arm.n is not None and count is not None and count > arm.n:
                yield ("arms", index, part), f"{count} {part} in an arm of {arm.n}"
    parallel = trial.design.allocation in ("randomised", None) and not trial.design.crossover
    if len(trial.arms) > 1 and parallel:
        for field, size in _ARM_SIZES.items():
            yield from _sums(trial, field, size)


def _sums(trial: Trial, field: str, size: str) -> Iterator[Fault]:
    """Arms that do not add up to the size of the trial, where every arm gives its own."""
    counts = [getattr(arm, field) for arm in trial.arms]
    total = getattr(trial.sizes, size)
    if total is None and size == "randomised":
        size, total = "enrolled", trial.sizes.enrolled
    if total is None or None in counts:
        return
    added = sum(counts)
    if added != total and added not in trial.sizes.also:
        parts = " + ".join(map(str, counts))
        yield ("sizes", size), f"the arms add up to {parts} = {added}, not to {total} {size}"


def _dates(trial: Trial) -> Iterator[Fault]:
    for earlier, later in _ORDER:
        first, second = getattr(trial.dates, earlier), getattr(trial.dates, later)
        if first and second and first.earliest > second.latest:
            names = earlier.replace("_", " "), later.replace("_", " ")
            yield ("dates", later), f"{names[1]} {second} is before {names[0]} {first}"


def _outcome(outcome: Outcome, whole: int | None, shares: frozenset[str]) -> Iterator[Fault]:
    if outcome.count is not None and outcome.of is not None and outcome.count > outcome.of:
        yield ("count",), f"{outcome.count} of {outcome.of}: the part is larger than the whole"
    elif outcome.versus is None:
        yield from _percent(outcome, shares)
    if outcome.of is not None and whole is not None and outcome.of > whole:
        group = "the trial" if outcome.arm in (None, "all") else f"arm `{outcome.arm}`"
        yield ("of",), f"out of {outcome.of}, but {group} has {whole} participants"
    yield from _interval(outcome)
    if outcome.p and (p := p_value(outcome.p)) and not 0 <= p.value.value <= 1:
        yield ("p",), f"p {outcome.p} is outside 0 to 1"


def _percent(outcome: Outcome, shares: frozenset[str]) -> Iterator[Fault]:
    """A percentage that the counts do not give, or that no count out of that total gives."""
    stated = outcome.percent
    if stated is None:
        return
    exact = share(outcome).exact
    if exact is not None:
        if not stated.rounds_from(exact):
            given = f"{outcome.count} of {outcome.of} is {as_percent(exact)}"
            yield ("percent",), f"{given}, not {stated} %"
    elif outcome.of:
        if not is_reachable(stated, outcome.of):
            yield ("percent",), f"no number out of {outcome.of} is {stated} %"
    elif outcome.outcome in shares and not 0 <= stated.value <= 100:
        yield ("percent",), f"{stated} % of the participants is outside 0 to 100"


def is_reachable(stated: Number, of: int) -> bool:
    """Whether some number out of `of` shows as that percentage at its precision."""
    near = int(stated.value * of / 100)
    return any(
        stated.rounds_from(Decimal(count) * 100 / of)
        for count in range(max(0, near - 1), min(of, near + 2) + 1)
    )


def _largest(family: tuple[Trial, ...], arm: str | None) -> int | None:
    """The most participants that an outcome of an arm can be out of; None where not known."""
    if arm in (None, "all"):
        sizes = [trial.sizes for trial in family]
        known = [n for s in sizes for n in (s.screened, s.enrolled, s.randomised, s.dosed, *s.also)]
        return max((n for n in known if n is not None), default=None)
    groups = [next((group for group in trial.arms if group.id == arm), None) for trial in family]
    if None in groups:
        return None
    counts = [n for group in groups if group for n in (group.n, group.dosed, group.analysed)]
    return max((n for n in counts if n is not None), default=None)


def _interval(outcome: Outcome) -> Iterator[Fault]:
    if outcome.ci is None:
        return
    low, high = outcome.ci
    bounds = f"{low} to {high}"
    if low.value > high.value:
        yield ("ci",), f"the interval {bounds} runs backwards"
        return
    estimate = outcome.value if outcome.value is not None else outcome.percent
    is_own = outcome.value is not None or outcome.versus is None
    if estimate is not None and is_own:
        known = Known.printed(estimate)
        if known.high < Known.printed(low).low or known.low > Known.printed(high).high:
            yield ("ci",), f"the interval {bounds} does not hold its estimate {estimate}"


def _implied(trial: Trial, implied: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """Outcomes that are more frequent than one that holds whenever they do."""
    if not any(outcome.outcome in implied for outcome in trial.outcomes):
        return
    groups: dict[tuple[object, ...], list[tuple[int, Outcome]]] = defaultdict(list)
    for index, outcome in enumerate(trial.outcomes):
        if outcome.versus is None and share(outcome).known():
            time = key_of_time(outcome.timepoint)
            groups[outcome.scale, outcome.arm, time].append((index, outcome))
    for group in groups.values():
        for index, outcome in group:
            yield from _above_implied(index, outcome, group, implied.get(outcome.outcome, ()))


def _above_implied(
    index: int, outcome: Outcome, group: list[tuple[int, Outcome]], wider: tuple[str, ...]
) -> Iterator[Fault]:
    for name in wider:
        others = [other for _, other in group if other.outcome == name]
        if others and all(_share_low(outcome) > _share_high(other) for other in others):
            field = "count" if outcome.percent is None else "percent"
            rates = as_percent(_share_low(outcome)), as_percent(_share_high(others[0]))
            message = (
                f"{outcome.outcome} in {rates[0]}, but {name}, which it implies, in {rates[1]}"
            )
            yield ("outcomes", index, field), message


def _share_low(outcome: Outcome) -> Decimal:
    return min(known.low for known in share(outcome).known())


def _share_high(outcome: Outcome) -> Decimal:
    return max(known.high for known in share(outcome).known())
