"""CLM: the claim base itself, entry by entry and against its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from claimcheck.compare.dois import normalise
from claimcheck.model.base import Base, Identified
from claimcheck.model.claims import Claim
from claimcheck.model.events import Event
from claimcheck.model.findings import Problem, ReferenceState, Severity
from claimcheck.model.trials import Trial
from claimcheck.model.works import Reference
from claimcheck.rules.base import rule
from claimcheck.rules.ids import RECORDS, used_ids, used_references
from claimcheck.rules.problems import about

E = TypeVar("E", bound=Identified)

States = Mapping[str, ReferenceState]
"""How each reference of the base stood up, by its id."""


_NEEDED = {"supported": "supports", "refuted": "contradicts"}
"""Verdict → the stance without which no source bears it out."""


@rule("CLM001", "invalid-entry", Severity.ERROR)
def invalid_entry(base: Base) -> Iterator[Problem]:
    """An entry does not have the shape that its file asks for.

    Unknown keys, missing or empty fields, words outside a closed list, dates that are none, keys
    given twice and ids with odd characters. The entry is left out of all further checks, unless
    only its id or a doubled key is at fault. `claimcheck schema` gives editors the shape.

    Fires:
        claims:
        - {id: a, statement: Ten took part., kind: size, verdict: suported}

    Quiet:
        claims:
        - {id: a, statement: Ten took part., kind: size, verdict: supported}
    """
    yield from base.problems


@rule("CLM002", "duplicate-id", Severity.ERROR)
def duplicate_id(base: Base) -> Iterator[Problem]:
    """Two entries of one list share an id, or two references a DOI.

    Everything that names the id means the first entry; the second is never used. Rename one. Two
    references with one DOI are one work: merge them.

    Fires:
        references:
        - {id: smith-2020, title: One work}
        - {id: smith-2020, title: Another work}

    Quiet:
        references:
        - {id: smith-2020, title: One work}
        - {id: smith-2020b, title: Another work}
    """
    for entries in base.lists():
        for first, entry in _repeated((entry.id, entry) for entry in entries):
            yield _twice(base, first, entry, "id", f"id `{entry.id}` is taken already")
    dois = ((normalise(ref.doi or ""), ref) for ref in base.references)
    for first, reference in _repeated((doi, ref) for doi, ref in dois if doi):
        message = f"reference `{reference.id}` has the DOI of `{first.id}`"
        yield _twice(base, first, reference, "DOI", message)
    for trial in base.trials:
        for index, arm in enumerate(trial.arms):
            if arm.id in {other.id for other in trial.arms[:index]}:
                message = f"arm `{arm.id}` of trial `{trial.id}` is there already"
                yield Problem(where=base.at(trial, "arms", index, "id"), message=message)


@rule("CLM003", "unknown-id", Severity.ERROR)
def unknown_id(base: Base) -> Iterator[Problem]:
    """An entry names an id that no entry has.

    A mistyped id silently cuts a claim off from its source or its trial. A list of names that is
    empty altogether (a base without a vocabulary) is not held against the entries that use it, and
    neither is an entry that is there but was left out as invalid.

    Fires:
        references:
        - {id: smith-2020, title: One work}
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: supported
          sources: [{ref: smyth-2020}]

    Quiet:
        references:
        - {id: smith-2020, title: One work}
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: supported
          sources: [{ref: smith-2020}]
    """
    for use in used_ids(base):
        lost = use.id not in use.known and use.id not in base.unread
        if lost and (use.known or use.what in RECORDS):
            yield Problem(
                where=base.at(use.entry, *use.path),
                message=f"{use.what} `{use.id}` is not in the base{use.nearest()}",
                text=use.id,
                claim=use.entry.id if isinstance(use.entry, Claim) else None,
            )


@rule("CLM004", "unsourced-claim", Severity.ERROR)
def unsourced_claim(base: Base) -> Iterator[Problem]:
    """A claim has no source that bears on it.

    A claim base is worth what its sources are. Give the work that decides the claim, or waive the
    rule on this claim with a reason. A source with the stance `context` decides nothing; a claim
    that counts as supported needs one that supports it, a refuted one that contradicts it.

    Fires:
        claims:
        - {id: a, statement: Ten took part., kind: size, verdict: supported}

    Quiet:
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: supported
          sources: [{ref: smith-2020}]
    """
    for claim in base.claims:
        stances = {source.stance for source in claim.sources}
        needed = _NEEDED.get(claim.verdict)
        if not stances - {"context"}:
            kind = "only context" if stances else "no source"
            yield about(base, claim, f"claim `{claim.id}` has {kind}")
        elif needed and needed not in stances:
            message = f"claim `{claim.id}` is {claim.verdict}, but no source {needed} it"
            yield about(base, claim, message, "verdict")


@rule("CLM005", "unresolvable-source", Severity.ERROR)
def unresolvable_source(base: Base, states: States) -> Iterator[Problem]:
    """None of the sources of a claim can be found where it says.

    Every deciding source of the claim has a DOI that no agency knows, or one that belongs to
    another work. A source that could not be checked counts as neither found nor lost.

    Fires:
        references:
        - {id: smith-2020, title: One work, DOI: 10.9999/none}
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: supported
          sources: [{ref: smith-2020}]
        states: {smith-2020: unregistered}

    Quiet:
        references:
        - {id: smith-2020, title: One work, DOI: 10.9999/one}
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: supported
          sources: [{ref: smith-2020}]
        states: {smith-2020: verified}
    """
    lost = {"unregistered", "wrong_work", "unmatched"}
    for claim in base.claims:
        deciding = [s.ref for s in claim.sources if s.stance != "context"]
        if deciding and all(states.get(ref) in lost for ref in deciding):
            found = ", ".join(f"{ref}: {_spoken(states[ref])}" for ref in deciding)
            message = f"no source of claim `{claim.id}` resolves ({found})"
            yield about(base, claim, message, "sources")


@rule("CLM006", "retracted-source", Severity.ERROR)
def retracted_source(base: Base, states: States) -> Iterator[Problem]:
    """A claim rests on a retracted work.

    Look for another source, or judge the claim anew. A retracted work may stand as a source that
    contradicts the claim, or as context.

    Fires:
        references:
        - {id: smith-2020, title: One work, DOI: 10.9999/one}
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: supported
          sources: [{ref: smith-2020}]
        states: {smith-2020: retracted}

    Quiet:
        references:
        - {id: smith-2020, title: One work, DOI: 10.9999/one}
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: refuted
          sources: [{ref: smith-2020, stance: context}, {ref: jones-2021, stance: contradicts}]
        states: {smith-2020: retracted, jones-2021: verified}
    """
    for claim in base.claims:
        for position, source in enumerate(claim.sources):
            if source.stance == "supports" and states.get(source.ref) == "retracted":
                reference = base.reference.get(source.ref)
                yield about(
                    base,
                    claim,
                    f"claim `{claim.id}` rests on `{source.ref}`, which is retracted",
                    "sources",
                    position,
                    "ref",
                    reference=source.ref,
                    doi=reference.doi if reference else None,
                )


@rule("CLM012", "unused-reference", Severity.WARNING)
def unused_reference(base: Base) -> Iterator[Problem]:
    """A reference is used by no claim, trial, event or article.

    Either something should cite it, or it can go. An entry that was left out as invalid still
    counts as a use.

    Fires:
        references:
        - {id: smith-2020, title: One work}

    Quiet:
        references:
        - {id: smith-2020, title: One work}
        articles:
        - id: page
          title: A page
          citations: [{mark: "Smith, 2020", ref: smith-2020}]
    """
    used = used_references(base) | base.unread
    for reference in base.references:
        if reference.id not in used and not reference.as_printed:
            yield Problem(
                where=base.at(reference, "id"),
                message=f"reference `{reference.id}` is used nowhere",
                text=reference.title,
                reference=reference.id,
                doi=reference.doi,
                waivers=reference.waivers,
            )


def _repeated(entries: Iterable[tuple[str, E]]) -> Iterator[tuple[E, E]]:
    """The first entry with a key, and each later one with the same."""
    seen: dict[str, E] = {}
    for key, entry in entries:
        if key in seen:
            yield seen[key], entry
        seen.setdefault(key, entry)


def _twice(base: Base, first: Identified, second: Identified, key: str, message: str) -> Problem:
    return Problem(
        where=base.at(second, key),
        message=f"{message}, at {first.place}",
        text=second.id,
        claim=second.id if isinstance(second, Claim) else None,
        reference=second.id if isinstance(second, Reference) else None,
        trial=second.id if isinstance(second, Trial) else None,
        event=second.id if isinstance(second, Event) else None,
        waivers=getattr(second, "waivers", ()),
        related=((first.place, "the first"),),
    )


def _spoken(state: ReferenceState) -> str:
    return state.replace("_", " ")
