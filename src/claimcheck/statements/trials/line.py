"""A sentence laid out for questions on trials: its words, figures, times and names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar, cast

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import (
    Count,
    Dose,
    Duration,
    Percent,
    Quantity,
    TimePoint,
    TimeUnit,
)
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention, NameKind
from claimcheck.statements.reading import Placed, Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.callings import short_names
from claimcheck.statements.trials.saidplainly import plain_outcomes

Q = TypeVar("Q", bound=Quantity)
V = TypeVar("V")
_WHEN = lazy(
    r"\b(?:after|at|within|by|over|for|past|following|and|to|the|of)\s+"
    r"(?:the\s+|only\s+|just\s+|about\s+|their\s+)?\Z"
)
_FIRST_UNIT = lazy(
    r"\b(?:in|after|by|over|during|within|at the end of) the first (?P<unit>day|week|month|year)\b"
)
_LATER = lazy(
    r"\s*(?:later|after|on\b(?! (?:the|a|psilo|placebo|\d))|out\b|in(?:to)?\b(?=[,:]|"
    r" the (?:trial|study|treatment))|into\b|follow-up|post|mark\b)"
)
_ON = lazy(
    r"\b(?:on|with|given|got|received|took)\s\Z|\d\s?(?:%|per ?cent|points) (?:after|for|at)\s\Z"
)
_ENDS = lazy(r"\s(?:and|or|against|versus|vs)\b|[,;:)]|\.?\Z")
"""What stands around a dose that is told without its unit."""
_NO_OUTCOME = lazy(r"\s(?:sessions?|visits?|meetings?|conversations?)\b|[\s-]preventi(?:on|ve)\b")
"""After "drug-free" and the like: sessions without a drug, not people; after "relapse": an aim."""
_SET_AGAINST = lazy(r" (?:against|versus|vs\.?) [\d.]+ (?!m?c?g\b|µg|micrograms)[a-z]")
"""After the first of two figures of something that is counted: "with 16 against 13 days"."""
_AIMED = lazy(
    r"(?<!fail )(?<!failed )\bto prevent (?:\w+ )?\Z|\b(?:for preventing|prevention of) \Z"
)
"""Before an outcome that is an aim."""
_MARGIN = lazy(
    r"\b(?:margin|threshold|cut-?off) (?:\w+ ){0,4}?(?:of|at|was|to|as) (?:minus |[-−–])?\Z"
)
"""Before a figure that was set in advance."""
_NEAR = 60
_DASHES = str.maketrans(dict.fromkeys("-‐‑‒–—/\n\t\u00a0", " "))


@dataclass(frozen=True)
class Line:
    """A sentence, or a part of it that speaks of one trial. Offsets count from its beginning."""

    reading: Reading
    records: Records
    shift: int = 0
    """Characters put before the sentence's own words (the head of a table's column)."""
    limits: tuple[int, int] | None = None
    """The part that counts, where only a part does."""

    @property
    def scope(self) -> Scope:
        """The sentence with what it inherits."""
        return self.reading.scope

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.reading.text

    @property
    def low(self) -> str:
        """The same in lower case."""
        return self.reading.low

    @cached_property
    def flat(self) -> str:
        """The same in lower case, with spaces for dashes, character for character."""
        return self.low.translate(_DASHES)

    @cached_property
    def memory(self) -> dict[Any, Any]:
        """Answers already found."""
        return {}

    def remembered(self, key: Any, find: Callable[[], V]) -> V:
        """The answer to a question, found once."""
        if key not in self.memory:
            self.memory[key] = find()
        answer: V = self.memory[key]
        return answer

    @cached_property
    def trial_names(self) -> tuple[Mention, ...]:
        """The names of trials and of their authors in the sentence."""
        found = [m for m in self.scope.own.mentions if m.kind in {"trial", "author"}]
        short = short_names(self.scope, self.text, self.records)
        found += [m for m in short if not any(overlap(m, other) for other in found)]
        return tuple(sorted(found, key=lambda m: m.start))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the part, those in the names of trials left out."""
        found = [
            q
            for q in self.reading.quantities
            if self.holds(q)
            and not any(overlap(q, name) for name in self.trial_names)
            and not _MARGIN.search(self.low, max(0, q.start - _NEAR), q.start)
        ]
        first = next((q for q in found if isinstance(q, Dose)), None)
        return tuple(_as_dose(q, first, self.low) if first else q for q in found)

    def holds(self, placed: Placed) -> bool:
        """Whether something stands in the part that counts."""
        return self.limits is None or (
            self.limits[0] <= placed.start and placed.end <= self.limits[1]
        )

    def of(self, kind: type[Q]) -> tuple[Q, ...]:
        """The quantities of one type."""
        return tuple(q for q in self.quantities if isinstance(q, kind))

    def names(self, kind: NameKind) -> tuple[Mention, ...]:
        """The names of one kind, those inside the name of a trial left out."""
        return self.remembered(kind, lambda: tuple(self._names(kind)))

    def _names(self, kind: NameKind) -> Iterator[Mention]:
        found = list(self.scope.own.of(kind))
        if kind == "outcome":
            told = plain_outcomes(self.low, self.scope.own.of("indication"))
            plain = [m for m in told if not any(overlap(m, o) and not _holds(m, o) for o in found)]
            found = [o for o in found if not any(_holds(m, o) for m in plain)]
            found = sorted((*found, *plain), key=lambda m: m.start)
        for mention in found:
            if kind == "outcome" and self._is_aim(mention):
                continue
            named = any(overlap(mention, name) for name in self.trial_names)
            if self.holds(mention) and not named:
                yield mention

    def _is_aim(self, outcome: Mention) -> bool:
        aimed = _AIMED.search(self.low[max(0, outcome.start - 40) : outcome.start])
        return bool(aimed or _NO_OUTCOME.match(self.low, outcome.end))

    def ids(self, kind: NameKind) -> tuple[str, ...]:
        """The ids of those names, each once."""
        return tuple(dict.fromkeys(i for m in self.names(kind) for i in m.ids))

    @cached_property
    def times(self) -> list[Tag[TimePoint | Duration]]:
        """The moments at which something held."""
        found: list[TimePoint | Duration] = [*self.of(TimePoint)]
        found += [d for d in self.of(Duration) if self._is_moment(d)]
        found += self._first_units()
        return sorted((Tag(q.start, q.end, q) for q in found), key=lambda tag: tag.start)

    def _first_units(self) -> Iterator[TimePoint]:
        """The times that are told as the first of their kind: "in the first week"."""
        for at in self.says(_FIRST_UNIT):
            yield TimePoint(
                text=self.text[slice(*at.span())],
                start=at.start(),
                end=at.end(),
                bound="exact",
                value=Number(Decimal(1), "first"),
                unit=cast("TimeUnit", at["unit"]),
            )

    def _is_moment(self, q: Duration) -> bool:
        if float(q.days) < 1 / 24:
            return False
        before, after = self.low[max(0, q.start - 24) : q.start], self.low[q.end : q.end + 14]
        return bool(_WHEN.search(before) or _LATER.match(after))

    @cached_property
    def scales(self) -> tuple[frozenset[str], bool]:
        """The scales in the sentence, else those of the sentences before it in its paragraph;
        and whether they are its own."""
        if own := self.ids("scale"):
            return frozenset(own), True
        block = self.scope.block.text
        for layer in self.scope.layers[1:]:
            if layer.text in block and (found := layer.of("scale")):
                return frozenset(i for m in found for i in m.ids), False
        return frozenset(), False

    @property
    def segment(self) -> str:
        """The words of the part that counts, in lower case."""
        return self.low if self.limits is None else self.low[self.limits[0] : self.limits[1]]

    def before(self, placed: Placed, reach: int) -> str:
        """The characters before something, in lower case."""
        return self.low[max(0, placed.start - reach) : placed.start]

    def says(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern (written for lower case) in the part that counts."""
        for found in pattern.finditer(self.low):
            if self.limits is None or (
                self.limits[0] <= found.start() and found.end() <= self.limits[1]
            ):
                yield found

    @property
    def unnamed(self) -> str:
        """The sentence in lower case, with blanks where it names a trial."""
        low = self.low
        for name in self.trial_names:
            low = f"{low[: name.start]}{' ' * (name.end - name.start)}{low[name.end :]}"
        return low

    @cached_property
    def alone(self) -> Line:
        """The sentence without what stands around it."""
        scope = replace(self.scope, layers=self.scope.layers[:1])
        return replace(self, reading=replace(self.reading, scope=scope))

    def part(self, start: int, end: int) -> Line:
        """The same sentence, of which only a stretch counts."""
        return replace(self, limits=(start, end))


def _as_dose(q: Quantity, first: Dose, low: str) -> Quantity:
    """A number as a dose, where it is one without its unit: "43 on 25 mg and 189 on 10"."""
    if not isinstance(q, Count | Percent) or q.start < first.end:
        return q
    bare = q.noun is None if isinstance(q, Count) else q.text.isdigit()
    if not bare or not _ON.search(low[: q.start]) or not _ENDS.match(low, q.end):
        return q
    if _SET_AGAINST.match(low, q.end):
        return q
    return Dose(text=q.text, start=q.start, end=q.end, value=q.value, unit=first.unit)


def overlap(one: Placed, other: Placed) -> bool:
    """Whether two stretches share a character."""
    return one.start < other.end and other.start < one.end


def _holds(one: Placed, other: Placed) -> bool:
    """Whether a stretch holds another one, and more."""
    return (
        one.start <= other.start
        and other.end <= one.end
        and one.end - one.start > (other.end - other.start)
    )


def tagged(mentions: Iterable[Mention]) -> list[Tag[frozenset[str]]]:
    """Names as tags that figures may belong to."""
    return [Tag(m.start, m.end, frozenset(m.ids)) for m in mentions]
