"""What the verified entries of reference lists come to: findings, results, the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.inquiry import Item
from claimcheck.model.bibliography import Bibliography, DraftCitations, Entry
from claimcheck.model.evidence import Found, Lookup, Registered
from claimcheck.model.findings import Finding, ReferenceResult, Report
from claimcheck.model.place import Location
from claimcheck.policy import Policy, add_up
from claimcheck.provenance import checked_at, resting_on, via
from claimcheck.rules.references import REFERENCE_RULES, Checked
from claimcheck.rules.references.identity import could_not_check


@dataclass(frozen=True, slots=True)
class Settled:
    """What is kept of a verified entry; its record and candidates are let go."""

    result: ReferenceResult
    findings: tuple[Finding, ...]
    locked: Lookup | None = None
    """The answer, if it came from the lock."""


def items_of(
    file: Bibliography, citing: Callable[[str], tuple[Location, ...]] = lambda _key: ()
) -> Iterator[Item]:
    """The entries of a list; `citing` gives the places that cite an id."""
    return (Item(file, entry, _elsewhere(entry, citing)) for entry in file.entries)


def _elsewhere(entry: Entry, citing: Callable[[str], tuple[Location, ...]]) -> tuple[Location, ...]:
    """The places that cite an entry; what is cited by its DOI alone stands at the first itself."""
    return tuple(place for place in citing(entry.reference.id) if place != entry.place)


def items_of_drafts(drafts: Iterable[DraftCitations]) -> list[Item]:
    """All entries of the drafts' own lists, and of the files that they name those they cite."""
    items: list[Item] = []
    shared: dict[tuple[str, str], Item] = {}
    for citations in drafts:
        items += (item for file in citations.own for item in items_of(file, citations.citing))
        for file in citations.libraries:
            for item in items_of(file, citations.citing):
                key = (file.path, item.entry.reference.id)
                earlier = shared[key].cited if key in shared else ()
                if item.cited:
                    shared[key] = replace(item, cited=(*earlier, *item.cited))
    return [*items, *shared.values()]


def settle(item: Item, checked: Checked, policy: Policy) -> Settled:
    """What reports need to know of a verified entry."""
    answer = checked.lookup
    locked = isinstance(answer, Found | Registered) and answer.via == "lock"
    return Settled(
        result(item, checked), tuple(findings_on(checked, policy)), answer if locked else None
    )


def report(
    files: Sequence[Bibliography],
    settled: Sequence[Settled],
    policy: Policy,
    findings: Iterable[Finding] = (),
) -> Report:
    """The report on verified lists; `findings` are others on the same files."""
    found = [
        *findings,
        *(finding for one in settled for finding in one.findings),
        *(finding for file in files for finding in policy.stamp(could_not_check, file.problems)),
    ]
    return add_up(
        "refs",
        found,
        policy,
        references=tuple(one.result for one in settled),
        files=tuple(file.path for file in files),
        notes=(*_remarks(files), *resting_on(one.locked for one in settled if one.locked)),
        sources={file.path: file.source for file in files},
    )


def findings_on(checked: Checked, policy: Policy) -> Iterator[Finding]:
    """What the rules say of one verified entry."""
    for rule in REFERENCE_RULES:
        yield from policy.stamp(rule, rule.check(checked))


def _remarks(files: Sequence[Bibliography]) -> Iterator[str]:
    for file in files:
        for remark in file.remarks[:20]:
            yield f"{remark.where}: {remark.message}"
        if len(file.remarks) > 20:
            yield f"{file.path}: {len(file.remarks) - 20} more of the kind"


def result(item: Item, checked: Checked) -> ReferenceResult:
    """How an entry stood up, for reports."""
    judgement, answer = checked.judgement, checked.lookup
    searched = judgement.matched_doi is not None and not isinstance(answer, Found)
    return ReferenceResult(
        where=checked.where(),
        id=item.entry.reference.id,
        doi=item.entry.reference.doi,
        state=judgement.state,
        matched_doi=judgement.matched_doi,
        via="crossref" if searched else via(answer),
        checked_at=checked_at(answer),
        fields=judgement.fields,
        reason=judgement.reason,
    )
