"""Which of the trials that fit go with how the words before introduced the trial.

A paragraph that began with a phase 3 trial of 330 people, or a list under "phase 2 had:", is about
a trial of that phase and size; and what is to be done in future is no trial long published.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.scope import Layer
from claimcheck.statements.trials.design import same_phase
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.traits import is_on, sizes_of, treats

_TO_COME = lazy(
    r"\bwill (?:\w+ly |also |then )?(?:evaluate|assess|test|compare|enrol|recruit|randomi[sz]e|"
    r"include|involve|receive|investigate|study|examine|explore|"
    r"be (?:randomi|enrol|given|assigned|recruited|tested|treated|allocated|randomly|compared))"
)
_PROTOCOL = lazy(r"\b(?:study|trial|research) protocol\b|\bprotocol (?:for|of) an?\b")
_ALL = lazy(r"n\s?=")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a stretch of text says of the trial that it speaks of."""

    phases: frozenset[str]
    sizes: frozenset[int]
    to_come: bool


def as_introduced(trials: tuple[Trial, ...], line: Line) -> tuple[Trial, ...]:
    """The trials that no words of the paragraph, or over the list, make another one."""
    if not trials:
        return ()
    if any(q.value == "1" for q in line.of(Phase)):
        trials = tuple(t for t in trials if _in_phase(t, frozenset({"1"})))
    says_which = line.of(Phase) and line.ids("compound")
    for layer in () if says_which else _earlier(line):
        trials = tuple(t for t in trials if _goes_with(t, layer, line))
    for told in _before(line):
        if told.phases:
            trials = tuple(t for t in trials if _in_phase(t, told.phases))
        if len(told.sizes) == 1:
            trials = _of_size(trials, told.sizes, line)
    return trials


def to_come(line: Line) -> bool:
    """Whether a sentence, or its paragraph before it, tells of a trial that is yet to be done."""
    here = _TO_COME.search(line.low) is not None
    scope = line.scope
    titles = (scope.document.blocks[i].text.lower() for i in scope.block.headings)
    return here or any(map(_PROTOCOL.search, titles)) or any(told.to_come for told in _before(line))


def _of_size(trials: tuple[Trial, ...], sizes: frozenset[int], line: Line) -> tuple[Trial, ...]:
    """The trials of a size; where none is, another one of the same drug, if there is one."""
    if fitting := tuple(t for t in trials if sizes & {*sizes_of(t), t.sizes.planned}):
        return fitting
    drugs = {c for t in trials for c in t.compound}
    known = line.records.base.trials
    others = tuple(
        t for t in known if sizes & {*sizes_of(t), t.sizes.planned} and drugs & set(t.compound)
    )
    return others if len(others) == 1 else trials


def _earlier(line: Line) -> Iterator[Layer]:
    """The earlier sentences of the block and the words over its list."""
    scope = line.scope
    over = scope.document.blocks[scope.block.parent].text if scope.block.parent is not None else ""
    for layer in scope.layers[1:]:
        if layer.text in scope.block.text or layer.text == over:
            yield layer


def _goes_with(trial: Trial, layer: Layer, line: Line) -> bool:
    """Whether a trial is on one of the diseases, and one of the drugs, that earlier words name."""
    records = line.records
    ill = {i for m in layer.of("indication") for i in m.ids}
    given = {i for m in layer.of("compound") for i in m.ids} & set(records.trials_by_compound)
    own = set(line.ids("indication"))
    on = not ill or is_on(trial, ill, records) or bool(own and treats(trial, own, records))
    return on and (not given or any(records.gave(trial, i) for i in given))


def _before(line: Line) -> Iterator[_Told]:
    """What the earlier sentences of the block and the words over its list tell."""
    for layer in _earlier(line):
        text = layer.text
        yield line.records.remembered(("introduced", text), lambda: _told(text))  # noqa: B023


def _told(text: str) -> _Told:
    low = text.lower()
    found = tuple(read(text)) if "phase" in low or _ALL.search(low) else ()
    sizes = (q for q in found if isinstance(q, Count) and _ALL.match(q.text.lower()))
    return _Told(
        frozenset(q.value for q in found if isinstance(q, Phase)),
        frozenset(int(q.value.value) for q in sizes),
        _TO_COME.search(low) is not None,
    )


def _in_phase(trial: Trial, phases: frozenset[str]) -> bool:
    return trial.phase is None or any(same_phase(p, str(trial.phase)) for p in phases)
