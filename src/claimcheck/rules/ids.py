"""Every place of a base where one entry names another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.hints import did_you_mean
from claimcheck.model.base import Base, Entry, FieldPath
from claimcheck.model.claims import Article, Claim, Subject
from claimcheck.model.events import Coverage, Event
from claimcheck.model.trials import Outcome, Trial
from claimcheck.model.vocabulary import Agency, OutcomeTerm, Scale, Term
from claimcheck.model.works import Reference

_POOLED_ARM = "all"


@dataclass(frozen=True, slots=True)
class Use:
    """An id that `entry` names at `path`; `known` are the ids it may be."""

    entry: Entry
    path: FieldPath
    what: str
    id: str
    known: Collection[str]

    def nearest(self) -> str:
        """A hint at the id that was probably meant, ready to append to a message."""
        return did_you_mean(self.id, self.known)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that holds ids, of an entry or of each part in one of its lists."""

    what: str
    path: tuple[str, ...]
    get: Callable[[Any], str | tuple[str, ...] | None]
    parts: str | None = None

    @classmethod
    def of(cls, what: str, written: str) -> _Field:
        """From the kind of thing named and the path as written below."""
        head, many, tail = written.rpartition("[].")
        return cls(what, tuple(tail.split(".")), attrgetter(tail), head if many else None)

    def ids(self, entry: Entry) -> Iterator[tuple[FieldPath, str]]:
        """Each id in this field of an entry, with its path."""
        if self.parts is None:
            if value := self.get(entry):
                yield from _each(value, self.path)
            return
        for index, part in enumerate(getattr(entry, self.parts)):
            if value := self.get(part):
                yield from _each(value, (self.parts, index, *self.path))


def _each(value: str | tuple[str, ...], path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    else:
        for index, item in enumerate(value):
            yield (*path, index), item


_FIELDS: Mapping[type, tuple[_Field, ...]] = {
    noun: tuple(_Field.of(*row.split()) for row in rows)
    for noun, rows in {
        Article: ("reference citations[].ref",),
        Claim: (
            "compound subject.compound",
            "indication subject.indication",
            "trial subject.trial",
            "outcome subject.outcome",
            "scale subject.scale",
            "agency subject.agency",
            "jurisdiction subject.jurisdiction",
            "event subject.event",
            "sponsor subject.sponsor",
            "article said[].article",
            "reference said[].cites",
            "reference sources[].ref",
        ),
        Reference: ("article as_printed[].article",),
        Trial: (
            "compound compound",
            "indication indication",
            "sponsor sponsor",
            "trial parent",
            "control design.control",
            "compound arms[].compound",
            "outcome outcomes[].outcome",
            "scale outcomes[].scale",
            "reference outcomes[].source",
            "reference publications[].ref",
        ),
        Event: (
            "actor agency",
            "compound compound",
            "indication indication",
            "trial trial",
            "jurisdiction jurisdiction",
            "sponsor holder",
            "designation designation",
            "reference ref",
            "event ended_by",
        ),
        Coverage: (
            "agency agency",
            "jurisdiction jurisdiction",
            "compound compound",
            "indication indication",
            "designation designation",
        ),
        Term: ("compound members",),
        Scale: ("compound members", "indication measures"),
        Agency: ("compound members", "jurisdiction jurisdiction"),
        OutcomeTerm: ("compound members", "outcome implies"),
    }.items()
}
"""Noun → what it names, and where."""

RECORDS = frozenset({"article", "reference", "trial", "event"})
"""What an id stands for that must be in the base; names may be used without a list of them."""

_BROADER = _Field.of("term", "broader")
"""Names a term of the same list."""


def used_ids(base: Base) -> Iterator[Use]:
    """Every use of an id in a base."""
    known = _known(base)
    lists = (base.articles, base.claims, base.references, base.trials, base.events, base.coverage)
    for entry in chain[Entry](*lists):
        for field in _fields_of(entry):
            yield from _uses(entry, field, known[field.what])
    yield from _arms(base)
    yield from _terms(base, known)


def _fields_of(entry: object) -> tuple[_Field, ...]:
    """The fields of an entry that name others: those of its class, or of what that is a form of."""
    return next(_FIELDS[kind] for kind in type(entry).__mro__ if kind in _FIELDS)


def used_references(base: Base) -> set[str]:
    """The ids of the references that claims, trials, events and articles name."""
    lists = (base.articles, base.claims, base.trials, base.events)
    return {
        name
        for entry in chain[Entry](*lists)
        for field in _fields_of(entry)
        if field.what == "reference"
        for _, name in field.ids(entry)
    }


def _uses(entry: Entry, field: _Field, known: Collection[str]) -> Iterator[Use]:
    for path, name in field.ids(entry):
        yield Use(entry, path, field.what, name, known)


def _known(base: Base) -> Mapping[str, Collection[str]]:
    """The ids of a base, by what they name."""
    terms = {
        _singular(name): frozenset(term.id for term in listed)
        for name, listed in base.vocabulary.lists().items()
    }
    return {
        **terms,
        "article": base.article.keys(),
        "reference": base.reference.keys(),
        "trial": base.trial.keys(),
        "event": base.event.keys(),
        "actor": terms["agency"] | terms["sponsor"],
        "control": terms["control"] | terms["compound"],
    }


def _singular(name: str) -> str:
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")


def _terms(base: Base, known: Mapping[str, Collection[str]]) -> Iterator[Use]:
    for listed in base.vocabulary.lists().values():
        own = {term.id for term in listed}
        for term in listed:
            yield from _uses(term, _BROADER, own)
            for field in _fields_of(term):
                yield from _uses(term, field, known[field.what])


def _arms(base: Base) -> Iterator[Use]:
    """Arms are named within their trial; a claim names them where it is about one trial."""
    arms = {trial.id: {arm.id for arm in trial.arms} for trial in base.trials}
    for claim in base.claims:
        trials = claim.subject.trial
        own = arms.get(trials[0]) if len(trials) == 1 else None
        yield from _arm_uses(claim, ("subject",), claim.subject, own or ())
    for trial in base.trials:
        for index, outcome in enumerate(trial.outcomes):
            yield from _arm_uses(trial, ("outcomes", index), outcome, arms[trial.id])


def _arm_uses(
    entry: Entry, path: FieldPath, holder: Subject | Outcome, known: Collection[str]
) -> Iterator[Use]:
    for key, arm in (("arm", holder.arm), ("versus", holder.versus)):
        if arm and arm != _POOLED_ARM:
            yield Use(entry, (*path, key), "arm", arm, known)
