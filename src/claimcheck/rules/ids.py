"""Every place of a base where one entry names another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from claimcheck.model.base import Base, Entry, FieldPath
from claimcheck.model.claims import Article, Claim
from claimcheck.model.events import Coverage, Event
from claimcheck.model.trials import Trial
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
        near = get_close_matches(self.id, list(self.known), n=1)
        return f" (did you mean `{near[0]}`?)" if near else ""


def used_ids(base: Base) -> Iterator[Use]:
    """Every use of an id in claims, articles, references, trials and events."""
    known = _Known(base)
    for article in base.articles:
        yield from _article(article, known)
    for claim in base.claims:
        yield from _claim(claim, known)
    for reference in base.references:
        yield from _reference(reference, known)
    for trial in base.trials:
        yield from _trial(trial, known)
    for event in base.events:
        yield from _event(event, known)
    for coverage in base.coverage:
        yield from _coverage(coverage, known)


class _Known:
    """The ids of a base, by what they name."""

    def __init__(self, base: Base) -> None:
        lists = base.vocabulary.lists()
        self.by_what: dict[str, Collection[str]] = {
            "article": base.article.keys(),
            "reference": base.reference.keys(),
            "trial": base.trial.keys(),
            "event": base.event.keys(),
            **{_singular(name): {term.id for term in terms} for name, terms in lists.items()},
        }
        self.by_what["actor"] = {*self.by_what["agency"], *self.by_what["sponsor"]}
        self.by_what["control"] = {*self.by_what["control"], *self.by_what["compound"]}
        self.arms = {t.id: {arm.id for arm in t.arms} for t in base.trials}

    def uses(self, entry: Entry, what: str, value: object, *path: str | int) -> Iterator[Use]:
        """The ids in a field: none, one, or a list of them."""
        known = self.by_what[what]
        if isinstance(value, str):
            yield Use(entry, path, what, value, known)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield Use(entry, (*path, index), what, item, known)


def _singular(name: str) -> str:
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")


def _article(article: Article, known: _Known) -> Iterator[Use]:
    for index, citation in enumerate(article.citations):
        yield from known.uses(article, "reference", citation.ref, "citations", index, "ref")


def _claim(claim: Claim, known: _Known) -> Iterator[Use]:
    subject = claim.subject
    for what in ("compound", "indication", "trial", "outcome", "scale", "agency", "jurisdiction"):
        yield from known.uses(claim, what, getattr(subject, what), "subject", what)
    yield from known.uses(claim, "event", subject.event, "subject", "event")
    yield from known.uses(claim, "sponsor", subject.sponsor, "subject", "sponsor")
    if len(subject.trial) == 1 and subject.trial[0] in known.arms:
        arms = known.arms[subject.trial[0]]
        for key in ("arm", "versus"):
            arm = getattr(subject, key)
            if arm and arms and arm != _POOLED_ARM:
                yield Use(claim, ("subject", key), "arm", arm, arms)
    for index, said in enumerate(claim.said):
        yield from known.uses(claim, "article", said.article, "said", index, "article")
        yield from known.uses(claim, "reference", said.cites, "said", index, "cites")
    for index, source in enumerate(claim.sources):
        yield from known.uses(claim, "reference", source.ref, "sources", index, "ref")


def _reference(reference: Reference, known: _Known) -> Iterator[Use]:
    for index, printed in enumerate(reference.as_printed):
        path = ("as_printed", index, "article")
        yield from known.uses(reference, "article", printed.article, *path)


def _trial(trial: Trial, known: _Known) -> Iterator[Use]:
    for what in ("compound", "indication", "sponsor"):
        yield from known.uses(trial, what, getattr(trial, what), what)
    yield from known.uses(trial, "trial", trial.parent, "parent")
    yield from known.uses(trial, "control", trial.design.control, "design", "control")
    arms = known.arms[trial.id]
    for index, outcome in enumerate(trial.outcomes):
        yield from known.uses(trial, "outcome", outcome.outcome, "outcomes", index, "outcome")
        yield from known.uses(trial, "scale", outcome.scale, "outcomes", index, "scale")
        yield from known.uses(trial, "reference", outcome.source, "outcomes", index, "source")
        for key in ("arm", "versus"):
            arm = getattr(outcome, key)
            if arm and arm != _POOLED_ARM:
                yield Use(trial, ("outcomes", index, key), "arm", arm, arms)
    for index, publication in enumerate(trial.publications):
        yield from known.uses(trial, "reference", publication.ref, "publications", index, "ref")
    for index, arm_entry in enumerate(trial.arms):
        yield from known.uses(trial, "compound", arm_entry.compound, "arms", index, "compound")


def _event(event: Event, known: _Known) -> Iterator[Use]:
    yield from known.uses(event, "actor", event.agency, "agency")
    for what in ("compound", "indication", "trial", "jurisdiction"):
        yield from known.uses(event, what, getattr(event, what), what)
    yield from known.uses(event, "sponsor", event.holder, "holder")
    yield from known.uses(event, "designation", event.designation, "designation")
    yield from known.uses(event, "reference", event.ref, "ref")
    yield from known.uses(event, "event", event.ended_by, "ended_by")


def _coverage(coverage: Coverage, known: _Known) -> Iterator[Use]:
    for what in ("compound", "agency", "jurisdiction"):
        yield from known.uses(coverage, what, getattr(coverage, what), what)
