"""What a trial gave, in which dose, and against what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from claimcheck.model.quantity import Dose
from claimcheck.model.trials import Arm, Trial
from claimcheck.patterns import lazy
from claimcheck.statements.records import listed
from claimcheck.statements.trials.arms import doses_of
from claimcheck.statements.trials.design import stated
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.substances import substance_facts

_MORE = lazy(
    r"\b(?:supplement\w*|half[- ]dose|booster|additional|optional|second|top-up|"
    r"half (?:as much|(?:of )?(?:that|it|the (?:first|initial))))\b[^;.]{0,30}\Z"
)
"""What leads to a dose on top of that which a record gives."""
_IN_GENERAL = lazy(
    r"\bin (?:oral |single |high )?doses (?:of )?(?:more than|over|above|up to|at least) \Z"
)
"""What a drug does in general, in so much of it and more."""
_OF = lazy(r"\s(?:of\s)?(?:oral\s)?")
_GOT = lazy(r",?\s(?:(?:at|got|had|received|took|dosed at|only|just|about|of)\s){0,3}\(?")
_BY_WEIGHT = lazy(r"\s(?:of [\w-]+ )?(?:per|a|for every|for each) kilo(?:gram)?s?\b")
_UNITS = {"µg": 1, "mg": 1000, "g": 1_000_000}


def drug_facts(line: Line) -> Iterator[Single]:
    """The doses, comparators and substances that a sentence states."""
    for dose in line.of(Dose):
        general = _IN_GENERAL.search(line.low[: dose.start])
        if (
            dose.unit in _UNITS
            and dose.value.value
            and not general
            and not _MORE.search(line.low[: dose.start])
        ):
            yield stated(line, dose, partial(_dose, line, dose))
    yield from substance_facts(line)


def _dose(line: Line, dose: Dose, trial: Trial) -> tuple[bool, str] | None:
    records, drug = line.records, _drug_of(line, dose)
    related = records.compounds.related
    if dose.per is None and _BY_WEIGHT.match(line.low, dose.end):
        dose = replace(dose, per="kg")
    known = records.remembered(("doses", trial.id), lambda: _known_doses(trial))
    arms = [a for a in trial.arms if any(related(i, a.compound or "") for i in drug)]
    own = [d for a in arms for d in doses_of(f"{a.dose}") if d.unit == dose.unit]
    if own and not any(related(i, c) for i in drug for c in trial.compound):
        known = tuple(own)
    elif own:
        others = {
            d for a in trial.arms if a not in arms and a.compound for d in doses_of(f"{a.dose}")
        }
        known = tuple(d for d in known if d in own or d not in others)
    comparable = [d for d in known if d.unit == dose.unit and _same_per(d, dose)]
    if not comparable:
        return _in_other_unit(dose, known)
    values = {v.value for d in comparable for v in (d.value, d.high) if v}
    within = any(d.high and d.value.value <= dose.value.value <= d.high.value for d in comparable)
    high = dose.high is None or dose.high.value in values
    agreed = (dose.value.value in values or within or _is_both(dose, arms, trial)) and high
    by_weight = not own and dose.per is None and any(d.per and "kg" in d.per for d in known)
    if not agreed and (by_weight or _has_more_groups(trial)):
        return None
    return agreed, listed([d.text for d in comparable])


def _is_both(dose: Dose, arms: Sequence[Arm], trial: Trial) -> bool:
    """Whether a dose is that of a session with the second one that was added to the first."""
    each = [doses_of(a.dose) for a in arms or trial.arms if a.dose and "+" in a.dose]
    sums = {sum(d.value.value for d in two) for two in each if len(two) == 2}
    return dose.value.value in sums


def _drug_of(line: Line, dose: Dose) -> tuple[str, ...]:
    """The substance that stands right beside a dose, as what it is a dose of."""
    for mention in line.names("compound"):
        after = _OF.fullmatch(line.low, dose.end, mention.start)
        if after or _GOT.fullmatch(line.low, mention.end, dose.start):
            return mention.ids
    return ()


def _has_more_groups(trial: Trial) -> bool:
    """Whether a trial had groups, which need at least two, of which the record has but one."""
    return trial.design.allocation == "non-randomised" and len(trial.arms) == 1


def _in_other_unit(dose: Dose, known: Sequence[Dose]) -> tuple[bool, str] | None:
    """A dose in milligrams where a record has micrograms: a thousand times too much."""
    others = [d for d in known if d.unit in _UNITS and _same_per(d, dose)]
    if not others or dose.per is not None:
        return None
    amounts = {d.value.value * _UNITS[d.unit] for d in others}
    return dose.value.value * _UNITS[dose.unit] in amounts, listed([d.text for d in others])


def _known_doses(trial: Trial) -> tuple[Dose, ...]:
    texts = [text for a in trial.arms for text in (a.dose, a.name, *a.aliases) if text]
    return tuple(d for text in (*texts, trial.formulation or "") for d in doses_of(text))


def _same_per(one: Dose, other: Dose) -> bool:
    """Whether two doses can be compared; an amount by the kilogram is none for a whole person."""
    if (one.per is None) != (other.per is None) and "kg" in {one.per, other.per}:
        return one.value.value == other.value.value
    return one.per == other.per or one.per is None or other.per is None
