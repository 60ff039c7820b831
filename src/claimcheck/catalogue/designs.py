"""Words about the design of a trial, and which trials they fit."""

from __future__ import annotations

from claimcheck.catalogue.lookup import Lookup, folded
from claimcheck.catalogue.names import Names
from claimcheck.model.trials import Design, Trial

_ALLOCATIONS = {
    "randomised": "randomised",
    "randomized": "randomised",
    "rct": "randomised",
    "nonrandomised": "non-randomised",
    "nonrandomized": "non-randomised",
    "singlearm": "single-arm",
    "uncontrolled": "single-arm",
}
_BLINDINGS = {
    "open": "open-label",
    "openlabel": "open-label",
    "unblinded": "open-label",
    **{f"{n}blind": f"{n}-blind" for n in ("single", "double", "triple", "quadruple")},
    **{f"{n}blinded": f"{n}-blind" for n in ("single", "double", "triple", "quadruple")},
}
_NO_CONTROL = "none"


class DesignWord:
    """A word about design: allocation, blinding, crossover, or else a control of the vocabulary.

    Raises UsageError for a word that means nothing.
    """

    def __init__(self, text: str, controls: Lookup) -> None:
        word = "".join(folded(text.lower().removesuffix("-controlled")))
        self._word = word
        self._value = _ALLOCATIONS.get(word) or _BLINDINGS.get(word)
        known = self._value or word in {"crossover", "blind", "blinded"}
        self._controls = frozenset() if known else controls.find(text.removesuffix("-controlled"))

    def fits(self, trial: Trial) -> bool:
        """Whether the trial is of this design."""
        design = trial.design
        if self._value:
            return self._value in {design.allocation, design.blinding}
        if self._word == "crossover":
            return design.crossover
        if self._controls:
            return bool(self._controls & set(design.control))
        return design.blinding not in {None, "open-label"}


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
