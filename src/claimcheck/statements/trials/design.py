"""Design, phase, dose, comparator, people, sponsor, journal and result of a trial."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimcheck.model.quantity import Dose, Phase
from claimcheck.model.trials import Trial
from claimcheck.statements.names import Mention
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.trials.arms import doses_of
from claimcheck.statements.trials.facts import SILENT, Check, listed, publications

_BLINDINGS = {
    "open-label": re.compile(r"\bopen[- ]label\b|\bunblinded\b"),
    "double-blind": re.compile(r"\b(?:double|triple|quadruple)[- ](?:blind(?:ed)?|masked)\b"),
    "single-blind": re.compile(r"\bsingle[- ](?:blind(?:ed)?|masked)\b"),
}
_RANDOMISED = re.compile(r"\b(non-?)?randomi[sz]ed\b(?!\s+to\b)")
_UNCONTROLLED = re.compile(r"\b(?:uncontrolled|single[- ]arm|no control group|without a control)\b")
_PLACEBO = re.compile(r"\bplacebo[- ]controlled\b")
_NOT = re.compile(r"\b(?:not|n't|neither|nor|without|rather than|instead of)\s+(?:\w+\s+){0,2}\Z")
_AGAINST = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|comparing|over|than|and|or|given|with)\s+"
    r"(?:an? |the )?(?:\w+\s+){0,2}\Z"
)
_COMPARING = re.compile(
    r"\b(?:against|versus|vs\.?|compar\w+|head[- ]to[- ]head|control(?:s| group| arm| condition)?|"
    r"comparator|placebo)\b"
)
_ENDPOINT = r"(?:end ?-?points?|outcomes?|goals?|objectives?)"
_MET = re.compile(
    r"\b(?:met|meets|hit|achieved|reached|achieving|meeting|hitting)\b[^.;]{0,40}"
    rf"\b(?:primary|main|its|their|both)\b[^.;]{{0,25}}\b{_ENDPOINT}\b"
    rf"|\b(?:primary|main) {_ENDPOINT} (?:was|were) (?:met|achieved|reached)\b"
)
_MISSED = re.compile(
    r"\b(?:missed|did not meet|didn't meet|failed to (?:meet|hit|achieve|reach)|failed on|failed"
    rf"|not meet|falling short of|fell short of)\b[^.;]{{0,40}}\b{_ENDPOINT}\b"
    rf"|\b(?:primary|main) {_ENDPOINT} (?:was|were) (?:not met|missed|not reached)\b"
)


Recorded = Callable[[Trial, Records], tuple[bool, str] | None]
"""What a record says of a feature, in words, and whether that agrees; None if it is silent."""


@dataclass(frozen=True, slots=True)
class DesignFact:
    """A feature of a trial, and how to find it in a record."""

    start: int
    end: int
    found: str
    recorded: Recorded
    figure: bool = False

    def check(self, trial: Trial, records: Records) -> Check:
        """Hold the feature against the record."""
        answer = self.recorded(trial, records)
        if answer is None:
            return SILENT
        return Check(answer[0], answer[1], publications(trial))


def design_facts(reading: Reading) -> Iterator[DesignFact]:
    """Every feature of a trial that a sentence states."""
    yield from _blindings(reading)
    yield from _allocations(reading)
    yield from _phases(reading)
    yield from _doses(reading)
    yield from _comparators(reading)
    yield from _results(reading)


def _blindings(reading: Reading) -> Iterator[DesignFact]:
    for kind, pattern in _BLINDINGS.items():
        found = pattern.search(reading.low)
        if found and not _NOT.search(reading.low[: found.start()]):
            yield DesignFact(*found.span(), found.group(), _blinding(kind))


def _blinding(kind: str) -> Recorded:
    def recorded(trial: Trial, _: Records) -> tuple[bool, str] | None:
        blinding = trial.design.blinding
        if blinding is None:
            return None
        masked = blinding in {"double-blind", "triple-blind", "quadruple-blind"}
        return (masked if kind == "double-blind" else blinding == kind), blinding

    return recorded


def _allocations(reading: Reading) -> Iterator[DesignFact]:
    found = _RANDOMISED.search(reading.low)
    if found and not _NOT.search(reading.low[: found.start()]):
        wanted = not found.group(1)
        yield DesignFact(*found.span(), found.group(), _allocation(wanted))
    placebo = _PLACEBO.search(reading.low)
    if placebo and not _NOT.search(reading.low[: placebo.start()]):
        yield DesignFact(*placebo.span(), placebo.group(), _placebo)
    single = _UNCONTROLLED.search(reading.low)
    if single:
        yield DesignFact(*single.span(), single.group(), _single_arm)


def _allocation(wanted: bool) -> Recorded:
    def recorded(trial: Trial, _: Records) -> tuple[bool, str] | None:
        allocation = trial.design.allocation
        return None if allocation is None else ((allocation == "randomised") == wanted, allocation)

    return recorded


def _placebo(trial: Trial, records: Records) -> tuple[bool, str] | None:
    controls = trial.design.control
    if not controls:
        return None
    blind = bool({"placebo", "active-placebo", "low-dose"} & set(controls))
    names = [_name_of(c, records) for c in controls]
    return blind, f"control: {listed(names)}"


def _single_arm(trial: Trial, _: Records) -> tuple[bool, str] | None:
    if trial.design.allocation is None:
        return None
    controlled = trial.design.allocation == "randomised"
    return not controlled, trial.design.allocation


def _phases(reading: Reading) -> Iterator[DesignFact]:
    for phase in reading.of(Phase):
        yield DesignFact(phase.start, phase.end, phase.text, _phase(phase.value))


def _phase(value: str) -> Recorded:
    def recorded(trial: Trial, _: Records) -> tuple[bool, str] | None:
        if trial.phase is None:
            return None
        return same_phase(value, trial.phase), f"phase {trial.phase}"

    return recorded


def same_phase(stated: str, recorded: str) -> bool:
    """Whether two phases can be the same: 2 covers 2a and 2b, 1/2 covers both its parts."""
    ours, theirs = set(stated.split("/")), set(recorded.split("/"))
    return any(a == b or a == b[:1] or b == a[:1] for a in ours for b in theirs)


def _doses(reading: Reading) -> Iterator[DesignFact]:
    for dose in reading.of(Dose):
        if dose.unit in {"mg", "µg", "g"}:
            yield DesignFact(dose.start, dose.end, dose.text, _dose(dose))


def _dose(dose: Dose) -> Recorded:
    def recorded(trial: Trial, _: Records) -> tuple[bool, str] | None:
        texts = [text for a in trial.arms for text in (a.dose, a.name, *a.aliases) if text]
        known = [d for text in (*texts, trial.formulation or "") for d in doses_of(text)]
        comparable = [d for d in known if d.unit == dose.unit and _same_per(d, dose)]
        if not comparable:
            return None
        values = {v.value for d in comparable for v in (d.value, d.high) if v}
        within = any(
            d.high and d.value.value <= dose.value.value <= d.high.value for d in comparable
        )
        high = dose.high is None or dose.high.value in values
        agreed = (dose.value.value in values or within) and high
        return agreed, listed([d.text for d in comparable])

    return recorded


def _same_per(one: Dose, other: Dose) -> bool:
    return one.per == other.per or one.per is None or other.per is None


def _comparators(reading: Reading) -> Iterator[DesignFact]:
    """Another substance that the sentence sets against the one studied."""
    if not _COMPARING.search(reading.low):
        return
    for mention in (*reading.scope.own.of("compound"), *reading.scope.own.of("control")):
        before = reading.low[: mention.start]
        if _AGAINST.search(before):
            found = reading.text[mention.start : mention.end]
            yield DesignFact(mention.start, mention.end, found, _comparator(mention, found))


def _comparator(mention: Mention, found: str) -> Recorded:
    def recorded(trial: Trial, records: Records) -> tuple[bool, str] | None:
        used = {c for arm in trial.arms if (c := arm.compound)} | set(trial.design.control)
        used |= set(trial.compound)
        word = found.lower().split()[0]
        if any(word in name.lower() for a in trial.arms for name in (a.name, *a.aliases)):
            return True, found
        if len(used) < 2 and not trial.design.control:
            return None
        if mention.kind == "control" and {"placebo", "active-placebo"} & set(mention.ids):
            agreed = bool({"placebo", "active-placebo", "low-dose"} & set(trial.design.control))
        else:
            agreed = any(
                records.compounds.related(i, u) or i == u for i in mention.ids for u in used
            )
        names = [_name_of(c, records) for c in trial.design.control]
        return agreed, f"control: {listed(names)}"

    return recorded


def _name_of(ident: str, records: Records) -> str:
    vocabulary = records.base.vocabulary
    for term in (*vocabulary.controls, *vocabulary.compounds):
        if term.id == ident:
            return term.name
    return ident


def _results(reading: Reading) -> Iterator[DesignFact]:
    missed = _MISSED.search(reading.low)
    met = None if missed else _MET.search(reading.low)
    if missed:
        yield DesignFact(*missed.span(), missed.group(), _result("missed"), figure=True)
    elif met and not _NOT.search(reading.low[: met.start()]):
        yield DesignFact(*met.span(), met.group(), _result("met"), figure=True)


def _result(said: str) -> Recorded:
    def recorded(trial: Trial, _: Records) -> tuple[bool, str] | None:
        if trial.primary_result not in {"met", "missed"}:
            return None
        agreed = trial.primary_result == said
        return agreed, f"primary endpoint {trial.primary_result} ({trial.primary_endpoint or ''})"

    return recorded
