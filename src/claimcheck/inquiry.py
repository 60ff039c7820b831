"""Reference lists against the registries: look up, search, judge, each entry as far as it is.

    entry ──DOI──▶ answer ──none, or another work──▶ searches ──▶ judged
      └─no DOI──────────────────────────────────────────▲

DOIs are looked up and descriptions searched for at the same time, and an entry is let go as soon
as it is judged, so that a long list needs little more memory than a short one. The second search
for an entry that the first did not find asks for the fields as read where the first asked for the
text as written.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from claimcheck.bibliography.identifiers import arxiv_doi, cited_registration
from claimcheck.bibliography.queries import queries
from claimcheck.bibliography.refining import refined
from claimcheck.classes import dataclass
from claimcheck.compare.dois import normalise
from claimcheck.compare.match import Match, Matching, NoMatch, pick
from claimcheck.model.bibliography import Bibliography, Entry
from claimcheck.model.evidence import (
    Found,
    Lookup,
    Missing,
    Record,
    SearchLookup,
    TrialFound,
    TrialLookup,
    Unavailable,
)
from claimcheck.model.place import Location
from claimcheck.model.works import Reference
from claimcheck.rules.references import Checked, check_reference, check_registration
from claimcheck.sources.base import EvidenceSource
from claimcheck.sources.crew import Crew

ROWS = 20
"""Hits per search; the work itself came among the first three wherever it was held."""
SLOT = 1000
"""Entries that are taken up together: enough to fill the batches of their DOIs."""
_SEARCHES = 16
"""Searches handed out at a time; more would only wait for their turn."""

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


def verify(items: Iterable[Item], source: EvidenceSource) -> Iterator[tuple[int, Checked]]:
    """The number of every item, counted from 0, and what became of it, as they are settled."""
    run = _Run(items, source)
    try:
        yield from run.settled()
    finally:
        run.crew.close()


class Inquiry:
    """What is known of an entry so far, and what is to be asked next."""

    def __init__(self, number: int, item: Item) -> None:
        self.number = number
        self.doi = item.doi
        self._item = item
        self.trial = None if self.doi else cited_registration(item.entry.reference)
        self._answer: Lookup | None = None
        self._trial: TrialLookup | None = None
        self._queries: tuple[str, ...] | None = None
        self._made = 0
        self._candidates: list[Record] = []
        self._trouble: Unavailable | None = None
        self._checked: Checked | None = None

    def learn_answer(self, answer: Lookup) -> None:
        """Take in what is registered under the DOI."""
        self._answer, self._checked = answer, None

    def learn_trial(self, answer: TrialLookup) -> None:
        """Take in what the registry of trials says of the study that the entry cites."""
        self._trial, self._checked = answer, None

    def learn_hits(self, hits: SearchLookup) -> None:
        """Take in what the search for `next_query` found."""
        self._made, self._checked = self._made + 1, None
        if isinstance(hits, Unavailable):
            self._trouble = self._trouble or hits
        else:
            self._candidates += hits

    def next_query(self) -> str | None:
        """The text to search for next; None when all has been asked."""
        if self._trial is not None or not self._wants_search():
            return None
        if self._made and not isinstance(self.checked().matching, NoMatch):
            return None
        if self._queries is None:
            self._queries = queries(self._item.entry)
        return next(iter(self._queries[self._made :]), None)

    def checked(self) -> Checked:
        """The entry judged by what is known."""
        self._checked = self._checked or self._judged()
        return self._checked

    def _wants_search(self) -> bool:
        match self._answer:
            case None:
                return self._item.entry.reference.type not in _UNHELD
            case Missing():
                return True
            case Found():
                return self.checked().judgement.kin is not None
            case _:
                return False

    def _judged(self) -> Checked:
        item = self._item
        where = item.file.where(item.entry)
        reference = self._reference()
        if self._trial is not None:
            return check_registration(reference, where, self._trial, cited=item.cited)
        matching = self._matching(reference) if self._made else self._too_little(reference)
        checked = check_reference(reference, where, self._answer, matching, cited=item.cited)
        if isinstance(self._answer, Found) and checked.judgement.kin is None:
            return replace(checked, matching=None)
        why = _why_unchecked(checked)
        return (
            replace(checked, judgement=replace(checked.judgement, reason=why)) if why else checked
        )

    def _reference(self) -> Reference:
        """The reference as compared: what its text says where reading it went wrong."""
        records = [self._answer.record] if isinstance(self._answer, Found) else []
        if isinstance(self._trial, TrialFound) and self._trial.record.title:
            records = [Record(doi="", titles=(self._trial.record.title,))]
        return refined(self._item.entry, [*records, *self._candidates])

    def _too_little(self, reference: Reference) -> Unavailable | None:
        """Why nothing can be asked about an entry without DOI and text; None where it was."""
        if self._answer is not None or reference.type in _UNHELD or queries(self._item.entry):
            return None
        names = {"PMID": reference.pmid, "PMCID": reference.pmcid, "ISBN": reference.isbn}
        given = next((f"{name} {value}" for name, value in names.items() if value), None)
        if given is None:
            return Unavailable("", "there is too little to search for")
        return Unavailable("", f"{given} alone leads to no record at Crossref or DataCite")

    def _matching(self, reference: Reference) -> Matching:
        """What the searches for the entry came to."""
        matching = pick(reference, self._candidates)
        return self._trouble if self._trouble and not isinstance(matching, Match) else matching


def _why_unchecked(checked: Checked) -> str | None:
    """Why an entry was not searched for, or why it is no fault that the search missed it."""
    judgement, kind = checked.judgement, checked.reference.type
    if judgement.state != "unchecked" or checked.lookup or checked.reference.doi:
        return None
    if checked.matching is None:
        return _UNHELD.get(kind)
    if isinstance(checked.matching, NoMatch):
        return f"{checked.matching.why}; {_OFTEN_UNHELD.get(kind, 'such works often have no DOI')}"
    return None


@dataclass(frozen=True, slots=True)
class _Hits:
    """What the search for a text found."""

    text: str
    hits: SearchLookup


@dataclass(frozen=True, slots=True)
class _AllAnswered:
    """The look-up of these DOIs is at its end."""

    dois: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Registration:
    """What a registry says of the trial with this id."""

    trial: str
    answer: TrialLookup


_Event = Lookup | _Hits | _Registration | _AllAnswered


class _Run:
    """Inquiries under way: which wait for a DOI, which for a search."""

    def __init__(self, items: Iterable[Item], source: EvidenceSource) -> None:
        self.crew: Crew[_Event] = Crew()
        self._items = enumerate(items)
        self._source = source
        self._open = 0
        self._by_doi: dict[str, list[Inquiry]] = {}
        self._by_trial: dict[str, list[Inquiry]] = {}
        self._by_text: dict[str, list[Inquiry]] = {}
        self._texts: deque[str] = deque()
        self._searching = 0

    def settled(self) -> Iterator[tuple[int, Checked]]:
        """Every item's number and judgement, as they come."""
        yield from self._take_up()
        for event in self.crew.results():
            yield from self._learn(event)
            yield from self._take_up()

    def _take_up(self) -> Iterator[tuple[int, Checked]]:
        """Begin with further items while there is room, and hand out searches."""
        while self._open <= SLOT // 2:
            slot = [Inquiry(number, item) for number, item in islice(self._items, SLOT)]
            if not slot:
                break
            self._open += len(slot)
            yield from self._begin(slot)
        while self._texts and self._searching < _SEARCHES:
            self._searching += 1
            self.crew.submit("search", partial(self._search, self._texts.popleft()))

    def _begin(self, slot: Sequence[Inquiry]) -> Iterator[tuple[int, Checked]]:
        dois = tuple(dict.fromkeys(one.doi for one in slot if one.doi))
        asked = tuple(doi for doi in dois if doi not in self._by_doi)
        for inquiry in slot:
            if inquiry.doi:
                self._by_doi.setdefault(inquiry.doi, []).append(inquiry)
            elif inquiry.trial:
                self._ask_registry(inquiry, inquiry.trial)
            else:
                yield from self._go_on(inquiry)
        if asked:
            self.crew.stream("dois", self._answers(asked))

    def _ask_registry(self, inquiry: Inquiry, trial: str) -> None:
        if trial not in self._by_trial:
            ask = partial(self._source.trial, trial)
            self.crew.submit("trial", lambda: _Registration(trial, ask()))
        self._by_trial.setdefault(trial, []).append(inquiry)

    def _answers(self, dois: tuple[str, ...]) -> Iterator[_Event]:
        yield from self._source.look_up(dois)
        yield _AllAnswered(dois)

    def _search(self, text: str) -> _Event:
        return _Hits(text, self._source.search(text, ROWS))

    def _learn(self, event: _Event) -> Iterator[tuple[int, Checked]]:
        match event:
            case _Hits(text, hits):
                self._searching -= 1
                for inquiry in self._by_text.pop(text):
                    inquiry.learn_hits(hits)
                    yield from self._go_on(inquiry)
            case _Registration(trial, answer):
                for inquiry in self._by_trial.pop(trial):
                    inquiry.learn_trial(answer)
                    yield from self._go_on(inquiry)
            case _AllAnswered(dois):
                for doi in dois:
                    yield from self._learn(Unavailable(doi, "no service answered"))
            case _:
                for inquiry in self._by_doi.pop(event.asked, ()):
                    inquiry.learn_answer(event)
                    yield from self._go_on(inquiry)

    def _go_on(self, inquiry: Inquiry) -> Iterator[tuple[int, Checked]]:
        """Have the next search made for an entry, or let it go."""
        text = inquiry.next_query()
        if text is None:
            self._open -= 1
            yield inquiry.number, inquiry.checked()
            return
        if text not in self._by_text:
            self._texts.append(text)
        self._by_text.setdefault(text, []).append(inquiry)
