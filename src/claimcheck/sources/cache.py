"""A source that remembers what another one said, and decides how long that may be believed.

    what was learned                         believed for
    ---------------------------------------  ------------
    Crossref's record, and so its notices        7 days
    a record or registration elsewhere          30 days
    trials, searches, pages that answer          7 days
    no such DOI, trial or page                   1 day
    trouble                                      never

Other agencies publish no notices, so their records keep longer. When Crossref cannot be asked, an
older record is not passed off as a work in good standing: the answer is `Unavailable`, unless the
record already holds a retraction, which stays true. `max_age` replaces all these ages; `refresh`
believes nothing, but remembers the new answers. An explicitly offline run is another matter, see
`claimcheck.sources.offline`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from claimcheck.model.evidence import (
    Found,
    Gone,
    LinkLookup,
    Lookup,
    Missing,
    Reachable,
    Registered,
    SearchLookup,
    TrialFound,
    TrialLookup,
    Unavailable,
)
from claimcheck.sources.answers import Answer, Hits, LinkAnswer, TrialAnswer
from claimcheck.sources.base import EvidenceSource
from claimcheck.sources.settings import Network
from claimcheck.sources.shelf import Shelf

DAY = timedelta(days=1)
UPDATES = 7 * DAY
RECORDS = 30 * DAY


def search_name(text: str, rows: int) -> str:
    """The name under which the result of a search is kept."""
    return f"{rows} {text}"


def believed_for(answer: Answer | TrialAnswer | LinkAnswer | Hits) -> timedelta:
    """How long an answer may stand for the registry's own."""
    match answer:
        case Missing() | Gone() | Registered(_, "Crossref"):
            return DAY
        case Found(_, _, "datacite") | Registered():
            return RECORDS
        case Found() | TrialFound() | Reachable() | Hits():
            return UPDATES


class CachedSource:
    """Answers from the shelf while they may be believed, else from `inner`."""

    def __init__(self, inner: EvidenceSource, shelf: Shelf, network: Network) -> None:
        self._inner = inner
        self._shelf = shelf
        self._max_age = timedelta(0) if network.refresh else network.max_age

    def look_up(self, dois: Sequence[str]) -> Iterator[Lookup]:
        """Kept answers first, then the others as they come."""
        asked = list(dict.fromkeys(dois))
        kept = self._shelf.works.take(asked)
        wanted = [doi for doi in asked if doi not in kept or not self._is_believed(kept[doi])]
        yield from (kept[doi] for doi in asked if doi not in set(wanted))
        for answer in self._inner.look_up(wanted) if wanted else ():
            if isinstance(answer, Unavailable):
                yield _without_answer(answer, kept)
            else:
                self._shelf.works.put(answer)
                yield answer

    def search(self, text: str, rows: int = 20) -> SearchLookup:
        """The kept result of the same search, or a new one."""
        name = search_name(text, rows)
        kept = self._shelf.searches.take([name]).get(name)
        if kept and self._is_believed(kept):
            return kept.records
        found = self._inner.search(text, rows)
        if not isinstance(found, Unavailable):
            self._shelf.searches.put(Hits(text, found, datetime.now(UTC)), name)
        return found

    def trial(self, registry_id: str) -> TrialLookup:
        """The kept answer about a trial, or a new one."""
        name = registry_id.upper()
        kept = self._shelf.trials.take([name]).get(name)
        if kept and self._is_believed(kept):
            return kept
        answer = self._inner.trial(registry_id)
        if not isinstance(answer, Unavailable):
            self._shelf.trials.put(answer, name)
        return answer

    def reachable(self, url: str) -> LinkLookup:
        """The kept answer about a page, or a new one."""
        kept = self._shelf.links.take([url]).get(url)
        if kept and self._is_believed(kept):
            return kept
        answer = self._inner.reachable(url)
        if not isinstance(answer, Unavailable):
            self._shelf.links.put(answer)
        return answer

    def services(self) -> tuple[str, ...]:
        """The services that were asked in this run."""
        return self._inner.services()

    def _is_believed(self, answer: Answer | TrialAnswer | LinkAnswer | Hits) -> bool:
        limit = believed_for(answer) if self._max_age is None else self._max_age
        return abs(datetime.now(UTC) - answer.checked_at) < limit


def _without_answer(trouble: Unavailable, kept: Mapping[str, Answer]) -> Lookup:
    """What to say when only an old answer is there: bad news that lasts, or that it is too old."""
    old = kept.get(trouble.asked)
    if not isinstance(old, Found):
        return trouble
    if any(update.kind == "retraction" for update in old.record.updates):
        return old
    seen = f"{old.checked_at:%Y-%m-%d}"
    return replace(trouble, reason=f"{trouble.reason}; last seen on {seen}, too long ago to count")
