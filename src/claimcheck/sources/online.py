"""All services together, over one HTTP client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.evidence import (
    LinkLookup,
    Lookup,
    SearchLookup,
    TrialLookup,
    Unavailable,
)
from claimcheck.sources.cascade import Cascade
from claimcheck.sources.clinicaltrials import ClinicalTrials
from claimcheck.sources.crossref import Crossref
from claimcheck.sources.datacite import DataCite
from claimcheck.sources.doiorg import DoiOrg
from claimcheck.sources.http import Http
from claimcheck.sources.replies import Absent, Ok, Trouble
from claimcheck.sources.settings import Network
from claimcheck.sources.urls import Pages


class OnlineSource:
    """Asks Crossref, DataCite, doi.org, ClinicalTrials.gov and web servers. Close it when done."""

    def __init__(self, network: Network) -> None:
        self._http = Http(network)
        self._crossref = Crossref(self._http, network)
        self._doi_org = DoiOrg(self._http, network)
        self._datacite = DataCite(self._http, network)
        self._trials = ClinicalTrials(self._http, network)
        self._pages = Pages(self._http)
        self._cascade = Cascade(self._crossref, self._doi_org, self._datacite)

    def close(self) -> None:
        """End everything that is under way."""
        self._http.close()

    def look_up(self, dois: Sequence[str]) -> Iterator[Lookup]:
        """One answer per distinct DOI, as they come."""
        return self._cascade.look_up(dois)

    def search(self, text: str, rows: int = 20) -> SearchLookup:
        """Crossref's works that resemble `text`; none for a text without a word in it."""
        if not any(char.isalnum() for char in text) or rows < 1:
            return ()
        match self._crossref.search(text, rows):
            case Ok(records):
                return records
            case Absent():
                return ()
            case Trouble(reason):
                return Unavailable(text, reason)

    def trial(self, registry_id: str) -> TrialLookup:
        """What ClinicalTrials.gov says of a study."""
        return self._trials.trial(registry_id)

    def reachable(self, url: str) -> LinkLookup:
        """Whether the page at `url` answers."""
        return self._pages.reachable(url)

    def services(self) -> tuple[str, ...]:
        """Names of the registries that were asked, then the hosts of pages."""
        registries = (self._crossref, self._doi_org, self._datacite, self._trials)
        asked = (registry.name for registry in registries if registry.service.asked)
        return (*asked, *self._pages.hosts)
