"""Words about the design of a trial, and which trials they fit."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.catalogue.lookup import Lookup
from claimcheck.catalogue.names import Names
from claimcheck.model.trials import Design, Trial
from claimcheck.model.vocabulary import Term

_CROSSOVER = "crossover"
_BLIND = "blind"
_OPEN = "open-label"
_WORDS = (
    Term(id="randomised", name="randomised", synonyms=("randomized", "RCT")),
    Term(id="non-randomised", name="non-randomised", synonyms=("non-randomized",)),
    Term(id="single-arm", name="single-arm", synonyms=("uncontrolled",)),
    Term(id=_OPEN, name=_OPEN, synonyms=("unblinded",)),
    *(
        Term(id=f"{n}-blind", name=f"{n}-blind", synonyms=(f"{n}-blinded",))
        for n in ("single", "double", "triple", "quadruple")
    ),
    Term(id=_CROSSOVER, name=_CROSSOVER),
    Term(id=_BLIND, name=_BLIND, synonyms=("blinded",)),
)
"""Allocation and blinding by the words of a record, and what goes beyond one of them."""
_NO_CONTROL = "none"


class DesignWord:
    """A word about design: allocation, blinding, crossover, or else one of the controls.

    Raises UsageError for a word that means nothing.
    """

    def __init__(self, text: str, controls: Sequence[Term]) -> None:
        lookup = Lookup("design", (*_WORDS, *controls))
        self._meant = lookup.find(text.lower().removesuffix("-controlled"))

    def fits(self, trial: Trial) -> bool:
        """Whether the trial is of this design."""
        design = trial.design
        blinded = design.blinding not in {None, _OPEN}
        words = {design.allocation, design.blinding, *design.control}
        words |= {_CROSSOVER} if design.crossover else set()
        return bool(self._meant & (words | ({_BLIND} if blinded else set())))


def design_in_words(design: Design, names: Names) -> str:
    """`randomised, double-blind, crossover, against placebo`; empty if nothing is recorded."""
    parts = [design.allocation, design.blinding, "crossover" if design.crossover else None]
    controls = [_control(ident, names) for ident in design.control if ident != _NO_CONTROL]
    if controls:
        parts.append(f"against {' and '.join(controls)}")
    return ", ".join(part for part in parts if part)


def _control(ident: str, names: Names) -> str:
    name = names.full("controls", ident)
    return name if name != ident else names.full("compounds", ident)
