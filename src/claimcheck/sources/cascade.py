"""From DOI to answer: Crossref first, then whoever else may know it.

    Crossref in batches ──absent──▶ Crossref one by one ──404──▶ doi.org: which agency?
        DataCite ────────────▶ DataCite's record, in batches, then one by one ▶ Found
        another agency ──────▶ Registered (also Crossref, for a DOI without a record there)
        "does not exist" ────▶ Handle System: no such handle ▶ Missing, else Registered

Trouble at any point leaves the question open: Unavailable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal, TypeVar

from claimcheck.classes import dataclass
from claimcheck.model.evidence import Found, Lookup, Missing, Record, Registered, Unavailable
from claimcheck.sources.batching import MOST_DOIS
from claimcheck.sources.crew import Crew
from claimcheck.sources.crossref import Crossref
from claimcheck.sources.datacite import DataCite
from claimcheck.sources.doiorg import DoiOrg
from claimcheck.sources.replies import Absent, Ok, Reply, Trouble

Stage = Literal["works", "work", "agencies", "records", "record", "handle"]
_GATHERED: tuple[Stage, ...] = ("agencies", "records")
"""Stages that wait for more DOIs, so that few requests serve many."""
_ONE_BY_ONE: dict[Stage, Stage] = {"works": "work", "agencies": "handle", "records": "record"}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Next:
    """DOIs that go on to a further stage."""

    stage: Stage
    dois: tuple[str, ...]


Outcome = list[Lookup | Next]


class Cascade:
    """Looks DOIs up at Crossref, DataCite and doi.org."""

    def __init__(self, crossref: Crossref, doi_org: DoiOrg, datacite: DataCite) -> None:
        self._crossref = crossref
        self._doi_org = doi_org
        self._datacite = datacite
        self._steps: dict[Stage, Callable[[tuple[str, ...]], Outcome]] = {
            "works": self._works,
            "work": self._work,
            "agencies": self._agencies,
            "records": self._records,
            "record": self._record,
            "handle": self._handle,
        }

    def look_up(self, dois: Sequence[str]) -> Iterator[Lookup]:
        """One answer per distinct DOI, as they come."""
        crew: Crew[Outcome] = Crew()
        gathered: dict[Stage, list[str]] = {stage: [] for stage in _GATHERED}
        try:
            self._submit_works(crew, list(dict.fromkeys(dois)))
            while True:
                for outcome in crew.results():
                    yield from self._go_on(crew, gathered, outcome)
                if not any(gathered.values()):
                    return
                self._flush(crew, gathered)
        finally:
            crew.close()

    def _go_on(
        self, crew: Crew[Outcome], gathered: dict[Stage, list[str]], outcome: Outcome
    ) -> Iterator[Lookup]:
        for item in outcome:
            if not isinstance(item, Next):
                yield item
            elif item.stage in gathered and len(item.dois) == 1:
                gathered[item.stage] += item.dois
            else:
                self._submit(crew, item.stage, item.dois)
        if any(len(waiting) >= MOST_DOIS for waiting in gathered.values()):
            self._flush(crew, gathered)

    def _submit_works(self, crew: Crew[Outcome], dois: list[str]) -> None:
        for group in self._crossref.batches(dois):
            self._submit(crew, "works" if len(group) > 1 else "work", group)

    def _flush(self, crew: Crew[Outcome], gathered: dict[Stage, list[str]]) -> None:
        for group in self._doi_org.batches(gathered["agencies"]):
            self._submit(crew, "handle" if "," in group[0] else "agencies", group)
        for group in self._datacite.batches(gathered["records"]):
            self._submit(crew, "records" if len(group) > 1 else "record", group)
        for waiting in gathered.values():
            waiting.clear()

    def _submit(self, crew: Crew[Outcome], stage: Stage, dois: tuple[str, ...]) -> None:
        step = self._steps[stage]
        crew.submit(stage, lambda: step(dois))

    # --- the steps, each run in a thread ---

    def _works(self, dois: tuple[str, ...]) -> Outcome:
        def go_on(doi: str, record: Record | None) -> Lookup | Next:
            return Found(doi, record, "crossref", _now()) if record else Next("work", (doi,))

        return _many("works", dois, self._crossref.works(dois), go_on)

    def _work(self, dois: tuple[str, ...]) -> Outcome:
        (doi,) = dois
        match self._crossref.work(doi):
            case Ok(record):
                return [Found(doi, record, "crossref", _now())]
            case Absent():
                return [Next("agencies", dois)]
            case Trouble(reason):
                return [Unavailable(doi, reason)]

    def _agencies(self, dois: tuple[str, ...]) -> Outcome:
        def go_on(doi: str, agency: str | None) -> Lookup | Next:
            if agency is None:
                return Next("handle", (doi,))
            if agency.lower() == "datacite":
                return Next("records", (doi,))
            return Registered(doi, agency, "doi.org", _now())

        return _many("agencies", dois, self._doi_org.agencies(dois), go_on)

    def _records(self, dois: tuple[str, ...]) -> Outcome:
        def go_on(doi: str, record: Record | None) -> Lookup | Next:
            return Found(doi, record, "datacite", _now()) if record else Next("record", (doi,))

        return _many("records", dois, self._datacite.records(dois), go_on)

    def _record(self, dois: tuple[str, ...]) -> Outcome:
        (doi,) = dois
        match self._datacite.record(doi):
            case Ok(record):
                return [Found(doi, record, "datacite", _now())]
            case Absent():
                return [Registered(doi, "DataCite", "doi.org", _now())]
            case Trouble(reason):
                return [Unavailable(doi, reason)]

    def _handle(self, dois: tuple[str, ...]) -> Outcome:
        (doi,) = dois
        match self._doi_org.exists(doi):
            case Ok():
                return [Registered(doi, None, "doi.org", _now())]
            case Absent():
                return [Missing(doi, (self._crossref.name, self._doi_org.name), _now())]
            case Trouble(reason):
                return [Unavailable(doi, reason)]


def _many(
    stage: Stage,
    dois: tuple[str, ...],
    reply: Reply[Mapping[str, T]],
    go_on: Callable[[str, T | None], Lookup | Next],
) -> Outcome:
    """What follows from the answer to a question about several DOIs.

    One that the service finds too long or ill-formed is asked again in halves.
    """
    match reply:
        case Ok(values):
            return [go_on(doi, values.get(doi)) for doi in dois]
        case Trouble(status=400 | 414) if len(dois) > 1:
            half = len(dois) // 2
            parts = (dois[:half], dois[half:])
            return [Next(stage if len(part) > 1 else _ONE_BY_ONE[stage], part) for part in parts]
        case Trouble(reason):
            return [Unavailable(doi, reason) for doi in dois]
        case Absent():
            return [go_on(doi, None) for doi in dois]


def _now() -> datetime:
    return datetime.now(UTC)
