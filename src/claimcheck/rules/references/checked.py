"""A reference with all that was found out about it: what every REF rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.classes import dataclass
from claimcheck.compare.authors import list_in_print
from claimcheck.compare.judgements import Judgement, judge, judge_registration
from claimcheck.compare.match import Match, Matching
from claimcheck.compare.years import years_in_print
from claimcheck.model.evidence import Found, Lookup, Record, TrialLookup
from claimcheck.model.findings import Problem, Severity, Suggestion
from claimcheck.model.place import Location
from claimcheck.model.works import Reference

_SERVICES = {"crossref": "Crossref", "datacite": "DataCite", "lock": "the lock"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A reference, the answer on its DOI, the search for the work, and the judgement on both.

    `where` gives the place of a field by its CSL name, of the entry without one. `searched` names
    the services that were searched, `cited` the places in a draft that cite the reference.
    """

    reference: Reference
    where: Callable[..., Location]
    lookup: Lookup | None
    judgement: Judgement
    matching: Matching | None = None
    searched: tuple[str, ...] = ("Crossref",)
    cited: tuple[Location, ...] = ()

    @property
    def match(self) -> Match | None:
        """The work that the search found, if it did."""
        return self.matching if isinstance(self.matching, Match) else None

    @property
    def doi(self) -> str | None:
        """The DOI asked for, or as given if it is none."""
        return self.lookup.asked if self.lookup else self.reference.doi

    @property
    def registry(self) -> str:
        """Whose record the reference is compared with, for messages."""
        via = self.lookup.via if isinstance(self.lookup, Found) else None
        return _SERVICES.get(via or "", " and ".join(self.searched))

    def problem(
        self,
        field: str,
        message: str,
        *,
        found: str | None = None,
        expected: str | None = None,
        suggestion: str | None = None,
        safe: bool = False,
        severity: Severity | None = None,
    ) -> Problem:
        """A problem with one field of the reference."""
        return Problem(
            where=self.where(field) if field else self.where(),
            message=message,
            text=in_print(self.reference),
            found=found,
            expected=expected,
            reference=self.reference.id,
            doi=self.doi,
            suggestion=Suggestion(suggestion, safe=safe) if suggestion else None,
            related=tuple((place, "cited here") for place in self.cited),
            severity=severity,
        )


def check_reference(
    reference: Reference,
    where: Callable[..., Location],
    lookup: Lookup | None,
    matching: Matching | None = None,
    *,
    searched: Sequence[str] = ("Crossref",),
    cited: Sequence[Location] = (),
) -> Checked:
    """Judge a reference by the answer on its DOI and by the search for it, if there was one."""
    return Checked(
        reference=reference,
        where=where,
        lookup=lookup,
        judgement=judge(reference, lookup, matching),
        matching=matching,
        searched=tuple(searched),
        cited=tuple(cited),
    )


def check_registration(
    reference: Reference,
    where: Callable[..., Location],
    answer: TrialLookup,
    *,
    cited: Sequence[Location] = (),
) -> Checked:
    """Judge a reference to the registration of a trial by what the registry says of it."""
    judgement, matching = judge_registration(reference, answer)
    return Checked(
        reference=reference,
        where=where,
        lookup=None,
        judgement=judgement,
        matching=matching,
        searched=("ClinicalTrials.gov",),
        cited=tuple(cited),
    )


def in_print(reference: Reference) -> str:
    """A reference in one line: authors, year, title, container."""
    return _line(
        list_in_print(reference.author or reference.editor, 2, cut=reference.et_al),
        str(reference.issued.year) if reference.issued else None,
        reference.title,
        reference.container_title,
    )


def record_in_print(record: Record) -> str:
    """A record in one line: authors, years, title, container."""
    return _line(
        list_in_print(record.authors or record.editors, 2),
        years_in_print(record),
        next(iter(record.titles), record.type),
        next(iter(record.containers), None),
    )


def _line(authors: str | None, year: str | None, title: str | None, venue: str | None) -> str:
    head = " ".join(filter(None, (authors, year)))
    return ", ".join(filter(None, (head, f"“{title}”" if title else None, venue)))
