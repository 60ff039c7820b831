"""The records of a base, arranged for questions: which trials of this compound, which decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.model.events import Event
from claimcheck.model.trials import Trial
from claimcheck.model.vocabulary import OutcomeTerm, Term
from claimcheck.statements.names import NameIndex, name_table

V = TypeVar("V")


class Records:
    """A base with its indexes; each is built when it is first asked for."""

    def __init__(self, base: Base, learned: dict[str, Any] | None = None) -> None:
        self.base = base
        self._learned = {} if learned is None else learned
        self._memory: dict[Any, Any] = {}

    def learned(self, key: str, find: Callable[[], V]) -> V:
        """What follows from the base alone, of built-in types: it is kept for the next run."""
        if key not in self._learned:
            self._learned[key] = find()
        answer: V = self._learned[key]
        return answer

    def remembered(self, key: Hashable, find: Callable[[], V]) -> V:
        """The answer to a question on the base, found once."""
        if key not in self._memory:
            self._memory[key] = find()
        answer: V = self._memory[key]
        return answer

    def called(self, kind: str, ids: Iterable[str]) -> str:
        """The names of terms of lists of the vocabulary, for people: "A, B or C"."""
        terms = (t for one in kind.split("+") for t in getattr(self.base.vocabulary, one))
        names = self.remembered(("called", kind), lambda: {t.id: t.name for t in terms})
        return listed([names.get(i, i) for i in ids])

    def given(self, trial: Trial) -> frozenset[str]:
        """The substances and kinds of control that people had in a trial."""
        arms = (a.compound for a in trial.arms if a.compound)
        return self.remembered(
            ("given", trial.id),
            lambda: frozenset((*trial.compound, *trial.design.control, *arms)),
        )

    def gave(self, trial: Trial, substance: str) -> bool:
        """Whether people had a substance, or a form of it, in a trial."""
        return any(self.compounds.related(substance, one) for one in self.given(trial))

    @cached_property
    def names(self) -> NameIndex:
        """Finder of the base's names."""
        return NameIndex(self.learned("names", lambda: name_table(self.base)))

    @cached_property
    def compounds(self) -> Family:
        """Which compounds are forms of which."""
        return Family(self.base.vocabulary.compounds)

    @cached_property
    def indications(self) -> Family:
        """Which diseases are forms of which."""
        return Family(self.base.vocabulary.indications)

    @cached_property
    def scales(self) -> Family:
        """Which scales are versions of which."""
        return Family(self.base.vocabulary.scales)

    @cached_property
    def sponsors(self) -> Family:
        """Which sponsors belong to which."""
        return Family(self.base.vocabulary.sponsors)

    @cached_property
    def agencies(self) -> Family:
        """Which agencies belong to which."""
        return Family(self.base.vocabulary.agencies)

    @cached_property
    def controls(self) -> Family:
        """Which comparators are kinds of which."""
        return Family(self.base.vocabulary.controls)

    @cached_property
    def jurisdictions(self) -> Family:
        """Which places lie in which."""
        return Family(self.base.vocabulary.jurisdictions)

    @cached_property
    def outcome_terms(self) -> dict[str, OutcomeTerm]:
        """The outcomes of the vocabulary by id."""
        return {term.id: term for term in self.base.vocabulary.outcomes}

    @cached_property
    def trials_by_compound(self) -> dict[str, tuple[Trial, ...]]:
        """The trials of each compound, those of its products and forms included."""
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        for trial in self.base.trials:
            wider = {w for c in trial.compound for w in self.compounds.up(c)}
            for compound in wider:
                found[compound].append(trial)
        return {compound: tuple(trials) for compound, trials in found.items()}

    @cached_property
    def trials_by_reference(self) -> dict[str, tuple[Trial, ...]]:
        """The trials that each reference reports."""
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        for trial in self.base.trials:
            for publication in trial.publications:
                found[publication.ref].append(trial)
        return {ref: tuple(trials) for ref, trials in found.items()}

    @cached_property
    def follow_ups(self) -> dict[str, tuple[Trial, ...]]:
        """The records that follow up each trial."""
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        for trial in self.base.trials:
            if trial.parent:
                found[trial.parent].append(trial)
        return {parent: tuple(trials) for parent, trials in found.items()}

    @cached_property
    def claims_about(self) -> dict[str, tuple[Claim, ...]]:
        """The claims about each trial and about each decision, by their ids."""
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.base.claims:
            for ident in (*claim.subject.trial, *claim.subject.event):
                found[ident].append(claim)
        return {ident: tuple(claims) for ident, claims in found.items()}

    @cached_property
    def events_by_compound(self) -> dict[str, tuple[Event, ...]]:
        """The decisions on each compound in the order of their dates, its forms included."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in sorted(self.base.events, key=lambda e: e.date):
            for compound in {w for c in event.compound for w in self.compounds.up(c)}:
                found[compound].append(event)
        return {compound: tuple(events) for compound, events in found.items()}

    @cached_property
    def readouts(self) -> dict[str, tuple[Event, ...]]:
        """The events by which results of each trial came out."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.base.events_of_kinds(frozenset({"readout"})):
            for trial in event.trial:
                found[trial].append(event)
        return {trial: tuple(events) for trial, events in found.items()}


def listed(parts: Sequence[str]) -> str:
    """Texts in a row: "a, b or c", each once."""
    distinct = list(dict.fromkeys(part for part in parts if part))
    if len(distinct) < 2:
        return "".join(distinct)
    return f"{', '.join(distinct[:-1])} or {distinct[-1]}"


class Family:
    """Terms and their `broader` relations."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._up = {term.id: term.broader for term in terms}
        self._known: dict[str, frozenset[str]] = {}

    def up(self, ident: str) -> frozenset[str]:
        """The term and everything it is a form of."""
        if ident not in self._known:
            self._known[ident] = self._climb(ident)
        return self._known[ident]

    def _climb(self, ident: str) -> frozenset[str]:
        seen: set[str] = set()
        todo = [ident]
        while todo:
            current = todo.pop()
            if current not in seen:
                seen.add(current)
                todo.extend(self._up.get(current, ()))
        return frozenset(seen)

    def root(self, ident: str) -> str:
        """The widest term that it is a form of; of several, always the same."""
        return min(self.up(ident), key=lambda wider: (len(self.up(wider)), wider))

    def related(self, one: str, other: str) -> bool:
        """Whether one is the other or a form of it."""
        return one in self.up(other) or other in self.up(one)
