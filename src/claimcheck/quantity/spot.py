"""One number of a passage with what stands on both sides: what every reader is given."""

from __future__ import annotations

from dataclasses import field

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Bound, Other, OtherKind
from claimcheck.quantity.numerals import Numeral
from claimcheck.quantity.passage import Cue, Family, Passage
from claimcheck.quantity.units import Sequence, sequence


@dataclass(slots=True)
class Spot:
    """The number at `index` of a passage, its cue to the left and its unit to the right."""

    passage: Passage
    index: int
    number: Numeral
    sequence: Sequence
    low: str
    """The whole text in lower case."""
    family: Family | None
    """The family of the unit to the right."""
    _cue: Cue | None = field(default=None, repr=False)

    @classmethod
    def at(cls, passage: Passage, index: int) -> Spot:
        """Look around the number at `index`."""
        found = sequence(passage, index)
        family = found.unit.family if found.unit else None
        return cls(passage, index, passage.numerals[index], found, passage.low, family)

    @property
    def cue(self) -> Cue:
        """The word that leads to the number."""
        if self._cue is None:
            self._cue = self.passage.cue(self.number.start)
        return self._cue

    def next(self, steps: int = 1) -> Numeral | None:
        """The number `steps` further on."""
        at = self.index + steps
        return self.passage.numerals[at] if at < len(self.passage.numerals) else None

    def text(self, start: int, end: int) -> str:
        """The text as written."""
        return self.passage.text[start:end]

    def bound(self, start: int, end: int) -> Bound:
        """How firmly the figure between the offsets is stated."""
        return self.passage.bound(start, end)

    def other(self, kind: OtherKind, start: int, end: int) -> Other:
        """Something to be passed over."""
        return Other(kind=kind, text=self.text(start, end), start=start, end=end)


def plain_integer(number: Numeral) -> int | None:
    """The value of a number written as bare digits, without sign, point or separator."""
    return int(number.value.value) if number.value.literal.isdecimal() else None


def unsigned(number: Numeral) -> Number:
    """The number without a dash before it that is no minus ("–5 patients")."""
    value = number.value
    return value if value.value >= 0 else Number(-value.value, value.literal[1:])
