"""Names: what a text may call a compound, a disease, a scale, a sponsor."""

from __future__ import annotations

from dataclasses import field, fields

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.place import Location
from claimcheck.model.shapes import STRICT, Ids


@dataclass(frozen=True, kw_only=True)
class Term:
    """A name with its synonyms and public identifiers."""

    __pydantic_config__ = STRICT

    id: str
    name: str
    synonyms: tuple[str, ...] = ()
    """Other names, matched regardless of case, hyphens and plural."""
    exact: tuple[str, ...] = ()
    """Names matched only in this very spelling (short acronyms: TRD, FDA)."""
    broader: Ids = ()
    """Ids of wider terms of the same list: COMP360 → psilocybin, TRD → MDD."""
    ambiguous: tuple[str, ...] = ()
    """Names with other meanings too ("molly"); they count only near a word of `context`."""
    context: tuple[str, ...] = ()
    """Words of which one must stand nearby before a name in `ambiguous` counts."""
    members: Ids = ()
    """Of a treatment: ids of the compounds that the word stands for."""
    identifiers: dict[str, str] = field(default_factory=dict)
    """Public identifiers by scheme: unii, mesh, ror, wikidata, rxcui."""
    note: str | None = None
    place: Location = field(init=False, default=Location(""), compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Scale(Term):
    """A rating scale."""

    __pydantic_config__ = STRICT

    low: Number | None = None
    high: Number | None = None
    better: str | None = None
    """Which direction is improvement: `lower` or `higher`."""
    measures: tuple[str, ...] = ()
    """Ids of indications it rates."""


@dataclass(frozen=True, kw_only=True)
class Agency(Term):
    """An agency, legislature or committee, with the jurisdiction it acts for."""

    __pydantic_config__ = STRICT

    jurisdiction: str | None = None


@dataclass(frozen=True, kw_only=True)
class Jurisdiction(Term):
    """A country or a state."""

    __pydantic_config__ = STRICT

    towns: tuple[str, ...] = ()
    """Towns in it: they tell where a trial was run, and stand for no law."""


@dataclass(frozen=True, kw_only=True)
class OutcomeTerm(Term):
    """An outcome, with how it relates to others."""

    __pydantic_config__ = STRICT

    implies: tuple[str, ...] = ()
    """Ids of outcomes that hold whenever this one does (remission implies response)."""
    proportion: bool = False
    """Whether it is a share of participants."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """All names of a base, by list."""

    __pydantic_config__ = STRICT

    compounds: tuple[Term, ...] = ()
    indications: tuple[Term, ...] = ()
    scales: tuple[Scale, ...] = ()
    outcomes: tuple[OutcomeTerm, ...] = ()
    sponsors: tuple[Term, ...] = ()
    agencies: tuple[Agency, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()
    controls: tuple[Term, ...] = ()
    designations: tuple[Term, ...] = ()
    schedules: tuple[Term, ...] = ()
    treatments: tuple[Term, ...] = ()
    """Words for the treatments as a class ("psychedelic-assisted therapy")."""

    def lists(self) -> dict[str, tuple[Term, ...]]:
        """Every list of terms, by its key in the file."""
        return {f.name: getattr(self, f.name) for f in fields(self)}
