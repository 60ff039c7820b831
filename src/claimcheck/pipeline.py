"""The program on one page: look up, check, stamp, add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from claimcheck.classes import dataclass
from claimcheck.compare.dois import normalise
from claimcheck.compare.works import as_printed
from claimcheck.model.base import Base, FieldPath
from claimcheck.model.claims import Waiver
from claimcheck.model.evidence import (
    Found,
    LinkLookup,
    Lookup,
    TrialLookup,
    Unavailable,
)
from claimcheck.model.findings import (
    Finding,
    ReferenceResult,
    ReferenceState,
    Report,
)
from claimcheck.model.place import Location
from claimcheck.model.works import Printed, Reference
from claimcheck.policy import Policy, add_up
from claimcheck.provenance import checked_at, resting_on, via
from claimcheck.rules import (
    BASE_RULES,
    DATED_RULES,
    EVIDENCE_RULES,
    REFERENCE_RULES,
    all_rules,
    registries,
)
from claimcheck.rules.claims import unknown_id
from claimcheck.rules.references import Checked, check_reference
from claimcheck.rules.references.identity import could_not_check
from claimcheck.rules.waivers import unknown_rules
from claimcheck.sources.base import Links, Source, TrialRegistry


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference to verify: as the base holds it, or as an article printed it."""

    base: Base
    holder: Reference
    printed: int | None = None

    @property
    def key(self) -> str:
        """The reference's id, with the article's after `@` where it is about a printed form."""
        return (
            self.holder.id if self.variant is None else f"{self.holder.id}@{self.variant.article}"
        )

    @property
    def variant(self) -> Printed | None:
        """The printed form, if it is about one."""
        return None if self.printed is None else self.holder.as_printed[self.printed]

    @property
    def reference(self) -> Reference:
        """The reference as it is to be compared."""
        return self.holder if self.variant is None else as_printed(self.holder, self.variant)

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """What the curators accept here."""
        return self.holder.waivers if self.variant is None else self.variant.waivers

    def where(self, *path: str | int) -> Location:
        """The place of a field; where the printed form lacks it, of the printed form."""
        head: FieldPath = () if self.printed is None else ("as_printed", self.printed)
        return self.base.at(self.holder, *head, *path)


def entries(base: Base) -> tuple[Entry, ...]:
    """Everything of a base that is to be verified, in the order of the file."""
    return tuple(
        entry
        for reference in base.references
        for entry in (
            Entry(base, reference),
            *(Entry(base, reference, i) for i in range(len(reference.as_printed))),
        )
    )


def dois(wanted: Iterable[Entry]) -> tuple[str, ...]:
    """The DOIs to ask for, each once."""
    found = (normalise(entry.reference.doi or "") for entry in wanted)
    return tuple(dict.fromkeys(doi for doi in found if doi))


def look_up(wanted: Iterable[Entry], source: Source) -> Iterator[Lookup]:
    """Ask for the DOI of every entry that has one; answers come in any order."""
    yield from source.look_up(dois(wanted))


def verify(wanted: Sequence[Entry], answers: Iterable[Lookup]) -> list[tuple[Entry, Checked]]:
    """Compare every entry with the answer to its DOI."""
    by_doi = {answer.asked: answer for answer in answers}
    return [
        (entry, check_reference(entry.reference, entry.where, _answer(entry, by_doi)))
        for entry in wanted
    ]


def _answer(entry: Entry, by_doi: Mapping[str, Lookup]) -> Lookup | None:
    doi = normalise(entry.reference.doi or "")
    if doi is None:
        return None
    return by_doi.get(doi) or Unavailable(doi, "no service answered")


@dataclass(frozen=True, slots=True)
class World:
    """Answers to questions that are asked only on demand."""

    trials: Mapping[str, TrialLookup] = field(default_factory=dict)
    """By registry id."""
    links: Mapping[str, LinkLookup] = field(default_factory=dict)
    """By URL."""


def ask_registry(base: Base, registry: TrialRegistry) -> Iterator[tuple[str, TrialLookup]]:
    """Ask for every trial of a base that ClinicalTrials.gov registers."""
    for number in registry_ids(base):
        yield number, registry.trial(number)


def registry_ids(base: Base) -> tuple[str, ...]:
    """The ids of the base's trials at ClinicalTrials.gov."""
    ids = (number for trial in base.trials for number in trial.registry)
    return tuple(dict.fromkeys(number for number in ids if number.upper().startswith("NCT")))


def ask_links(base: Base, links: Links) -> Iterator[tuple[str, LinkLookup]]:
    """Ask for every source of a base that is only a link."""
    for url in bare_links(base):
        yield url, links.reachable(url)


def bare_links(base: Base) -> tuple[str, ...]:
    """The links of references without a DOI."""
    return tuple(dict.fromkeys(r.url for r in base.references if r.url and not r.doi))


def check(
    base: Base,
    verified: Sequence[tuple[Entry, Checked]],
    policy: Policy,
    world: World | None = None,
) -> Report:
    """Run every rule over a base, its verified references, and what else was asked."""
    states = {entry.key: checked.judgement.state for entry, checked in verified}
    findings = [
        *_over_base(base, states, policy),
        *_over_references(verified, policy),
        *_over_world(base, world or World(), policy),
    ]
    return add_up(
        "check",
        findings,
        policy,
        all_rules(),
        references=tuple(reference_result(entry, checked) for entry, checked in verified),
        files=tuple(base.texts),
        sources=dict(base.texts),
    )


def merge(reports: Sequence[Report]) -> Report:
    """One report of several bases; the gravest exit status counts (1 before 3 before 0)."""
    merged = reports[0]
    for other in reports[1:]:
        merged = replace(
            merged,
            findings=merged.findings + other.findings,
            references=merged.references + other.references,
            files=merged.files + other.files,
            unchecked=merged.unchecked + other.unchecked,
            sources=merged.sources | other.sources,
            exit=min(filter(None, (merged.exit, other.exit)), default=0),
        )
    return merged


def _over_base(
    base: Base, states: Mapping[str, ReferenceState], policy: Policy
) -> Iterator[Finding]:
    for rule in BASE_RULES:
        yield from policy.stamp(rule, rule.check(base))
    names = {name for rule in all_rules() for name in (rule.code, rule.name)}
    yield from policy.stamp(unknown_id, unknown_rules(base, names))
    for dated in DATED_RULES:
        yield from policy.stamp(dated, dated.check(base, policy.today))
    for evidence in EVIDENCE_RULES:
        yield from policy.stamp(evidence, evidence.check(base, states))


def _over_world(base: Base, world: World, policy: Policy) -> Iterator[Finding]:
    conflicts = registries.registration_conflicts
    yield from policy.stamp(conflicts, conflicts.check(base, world.trials))
    yield from policy.stamp(could_not_check, registries.unchecked_registrations(base, world.trials))
    yield from policy.stamp(could_not_check, registries.unchecked_links(base, world.links))


def _over_references(
    verified: Iterable[tuple[Entry, Checked]], policy: Policy
) -> Iterator[Finding]:
    for entry, checked in verified:
        for rule in REFERENCE_RULES:
            problems = (
                replace(problem, reference=entry.key, waivers=entry.waivers)
                for problem in rule.check(checked)
            )
            yield from policy.stamp(rule, problems)


def reference_result(entry: Entry, checked: Checked) -> ReferenceResult:
    """How an entry stood up, for reports."""
    judgement, answer = checked.judgement, checked.lookup
    record = answer.record if isinstance(answer, Found) else None
    return ReferenceResult(
        where=entry.where("DOI"),
        id=entry.key,
        doi=entry.reference.doi,
        state=judgement.state,
        matched_doi=judgement.matched_doi,
        via=via(answer),
        checked_at=checked_at(answer),
        fields=judgement.fields,
        reason=record.origin if record and record.origin else judgement.reason,
    )


def notes(references: Iterable[ReferenceResult], answers: Iterable[Lookup]) -> tuple[str, ...]:
    """What a reader must know who takes the run's word for it."""
    without = sum(one.state == "unchecked" and not one.doi for one in references)
    if not without:
        return resting_on(answers)
    some = "1 reference has" if without == 1 else f"{without} references have"
    return f"{some} no DOI and could not be looked up.", *resting_on(answers)
