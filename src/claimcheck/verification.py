"""Reference lists against the registries, on one page: look up, search, compare, report.

    entries ──DOIs──▶ answers ──no DOI, or a wrong one──▶ searches ──▶ judged ──rules──▶ findings

The second round of searches is for entries that the first did not find: it asks for the fields as
read where the first asked for the text as written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.bibliography.identifiers import arxiv_doi
from claimcheck.bibliography.queries import field_query, text_query
from claimcheck.bibliography.refining import refined
from claimcheck.compare.dois import normalise
from claimcheck.compare.judgements import judge
from claimcheck.compare.match import Match, Matching, NoMatch, pick
from claimcheck.model.bibliography import Bibliography, DraftCitations, Entry
from claimcheck.model.evidence import (
    Found,
    Lookup,
    Missing,
    Record,
    SearchLookup,
    Unavailable,
)
from claimcheck.model.findings import Finding, ReferenceResult, Report
from claimcheck.model.place import Location
from claimcheck.model.works import Reference
from claimcheck.pipeline import checked_at, resting_on, via
from claimcheck.policy import Policy, add_up
from claimcheck.rules.references import REFERENCE_RULES, Checked, check_reference
from claimcheck.rules.references.identity import could_not_check

ROWS = 20
"""Hits per search; the work itself came among the first three wherever it was held."""

_UNHELD = {
    "webpage": "a web page; registries of works hold none",
    "post": "a post; registries of works hold none",
    "post-weblog": "a post; registries of works hold none",
    "legislation": "a law; registries of works hold none",
    "bill": "a law; registries of works hold none",
    "legal_case": "a judgment; registries of works hold none",
    "patent": "a patent; registries of works hold none",
    "software": "software; without a DOI it cannot be looked up",
    "dataset": "a data set; without a DOI it cannot be looked up",
    "manuscript": "unpublished; registries of works hold none",
    "personal_communication": "unpublished; registries of works hold none",
}

_OFTEN_UNHELD = {
    "book": "books often have no DOI",
    "report": "reports often have no DOI",
    "thesis": "theses often have no DOI",
    "article": "preprints may be registered where no search reaches",
}


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list to verify, and the places of a text that cite it."""

    file: Bibliography
    entry: Entry
    cited: tuple[Location, ...] = ()

    @property
    def doi(self) -> str | None:
        """The DOI to look up: the one given, or that of the arXiv preprint given."""
        reference = self.entry.reference
        if reference.doi is None and reference.arxiv_id and not reference.volume:
            return normalise(arxiv_doi(reference.arxiv_id))
        return normalise(reference.doi or "")


@dataclass(slots=True)
class Verification:
    """What is known of a list's entries so far; filled by `learn_answers` and `learn_hits`."""

    items: Sequence[Item]
    answers: dict[str, Lookup] = field(default_factory=dict)
    hits: dict[str, SearchLookup] = field(default_factory=dict)

    def dois(self) -> tuple[str, ...]:
        """The DOIs to look up, each once."""
        return tuple(dict.fromkeys(item.doi for item in self.items if item.doi))

    def learn_answers(self, answers: Iterable[Lookup]) -> None:
        """Take in the answers on DOIs."""
        self.answers.update((answer.asked, answer) for answer in answers)

    def learn_hits(self, hits: Iterable[tuple[str, SearchLookup]]) -> None:
        """Take in the hits of searches."""
        self.hits.update(hits)

    def searches(self) -> tuple[str, ...]:
        """The texts to search for next, each once; none when all has been asked."""
        texts = (text for item in self.items for text in self._unasked(item))
        return tuple(dict.fromkeys(texts))

    def checked(self) -> Iterator[tuple[Item, Checked]]:
        """Every entry judged by what is known."""
        for item in self.items:
            yield item, self._checked(item)

    def _unasked(self, item: Item) -> Iterator[str]:
        """The next search for an entry that needs one and was not found yet."""
        if not self._wants_search(item):
            return
        for text in _queries(item.entry):
            if text not in self.hits:
                yield text
                return
            if not isinstance(self._matching(item), NoMatch):
                return

    def _wants_search(self, item: Item) -> bool:
        if not _queries(item.entry):
            return False
        answer = self._answer(item)
        match answer:
            case None:
                return item.entry.reference.type not in _UNHELD
            case Missing():
                return True
            case Found():
                return judge(self._reference(item, answer), answer).state == "wrong_work"
            case _:
                return False

    def _answer(self, item: Item) -> Lookup | None:
        if item.doi is None:
            return None
        return self.answers.get(item.doi) or Unavailable(item.doi, "no service answered")

    def _reference(self, item: Item, answer: Lookup | None) -> Reference:
        """The reference as compared: what its text says where reading it went wrong."""
        records = [answer.record] if isinstance(answer, Found) else []
        return refined(item.entry, [*records, *self._candidates(item)])

    def _candidates(self, item: Item) -> list[Record]:
        found = (self.hits.get(text) for text in _queries(item.entry))
        return [record for hits in found if isinstance(hits, tuple) for record in hits]

    def _matching(self, item: Item) -> Matching | None:
        """What the searches for an entry came to; None if there was none."""
        made = [self.hits[text] for text in _queries(item.entry) if text in self.hits]
        if not made:
            return None
        candidates = self._candidates(item)
        answer = self._answer(item)
        matching = pick(self._reference(item, answer), candidates)
        trouble = next((hits for hits in made if isinstance(hits, Unavailable)), None)
        return trouble if trouble and not isinstance(matching, Match) else matching

    def _checked(self, item: Item) -> Checked:
        answer = self._answer(item)
        reference = self._reference(item, answer)
        matching = self._matching(item) if self._wants_search(item) else None
        where = item.file.where(item.entry)
        checked = check_reference(reference, where, answer, matching, cited=item.cited)
        why = _why_unchecked(checked)
        return (
            replace(checked, judgement=replace(checked.judgement, reason=why)) if why else checked
        )


def _why_unchecked(checked: Checked) -> str | None:
    """Why an entry was not searched for, or why it is no fault that the search missed it."""
    judgement, kind = checked.judgement, checked.reference.type
    if judgement.state != "unchecked" or checked.lookup or checked.reference.doi:
        return None
    if checked.matching is None:
        return _UNHELD.get(kind, "there is too little to search for")
    if isinstance(checked.matching, NoMatch):
        return f"{checked.matching.why}; {_OFTEN_UNHELD.get(kind, 'such works often have no DOI')}"
    return None


def _queries(entry: Entry) -> tuple[str, ...]:
    """The texts to search for an entry by, in turn."""
    texts = (text_query(entry), field_query(entry.reference))
    return tuple(dict.fromkeys(text for text in texts if text))


def items_of(
    file: Bibliography, citing: Callable[[str], tuple[Location, ...]] = lambda _key: ()
) -> list[Item]:
    """The entries of a list; `citing` gives the places that cite an id."""
    return [Item(file, entry, citing(entry.reference.id)) for entry in file.entries]


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


def report(
    files: Sequence[Bibliography],
    checked: Sequence[tuple[Item, Checked]],
    policy: Policy,
    findings: Iterable[Finding] = (),
) -> Report:
    """The report on verified lists; `findings` are others on the same files."""
    found = [
        *findings,
        *(finding for _, one in checked for finding in findings_on(one, policy)),
        *(finding for file in files for finding in policy.stamp(could_not_check, file.problems)),
    ]
    return add_up(
        "refs",
        found,
        policy,
        references=tuple(result(item, one) for item, one in checked),
        files=tuple(file.path for file in files),
        notes=(*_remarks(files), *resting_on(one.lookup for _, one in checked if one.lookup)),
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
