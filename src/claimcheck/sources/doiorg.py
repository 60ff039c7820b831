"""doi.org: which agency registered a DOI, and whether a DOI exists at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.sources.batching import batches
from claimcheck.sources.codec import ShapeError
from claimcheck.sources.http import Http, Lane, Service
from claimcheck.sources.pacing import Rate
from claimcheck.sources.replies import Body, Question, Reply
from claimcheck.sources.settings import Network
from claimcheck.sources.texts import percent

_RATE = Rate(10, 1.0, 3)
"""No limit is published; this is Crossref's for single records."""
_FOUND = (1, 200)
"""Handle System codes: found, and found but without a value of the type asked for."""
_NO_SUCH_HANDLE = 100


class DoiOrg:
    """Questions to the DOI resolver's two services."""

    name = "doi.org"

    def __init__(self, http: Http, network: Network) -> None:
        self._http = http
        self._base = network.doi_url.rstrip("/")
        self.service = Service("doi.org")
        self.lane = Lane(self.service, _RATE)

    def batches(self, dois: Iterable[str]) -> list[tuple[str, ...]]:
        """`dois` in groups that one request for agencies can ask for."""
        return batches(dois, self._url)

    def agencies(self, dois: Sequence[str]) -> Reply[dict[str, str | None]]:
        """The registration agency of each DOI; None where doi.org names none."""

        def read(body: Body) -> dict[str, str | None]:
            entries = body.json
            if not isinstance(entries, list) or len(entries) != len(dois):
                raise ShapeError("another number of answers than of questions")
            return dict(_agency(doi, entry) for doi, entry in zip(dois, entries, strict=True))

        return self._http.ask(self.lane, Question(self._url(dois), read))

    def exists(self, doi: str) -> Reply[bool]:
        """Whether the Handle System knows the DOI: `Ok(True)`, or `Absent`."""

        def read(body: Body) -> bool:
            if _handle_code(body, doi) not in _FOUND:
                raise ShapeError("no answer about the handle")
            return True

        def denies(body: Body) -> bool:
            return body.status == 404 and _handle_code(body, doi) == _NO_SUCH_HANDLE

        url = f"{self._base}/api/handles/{percent(doi, '/:()')}?type=URL"
        return self._http.ask(self.lane, Question(url, read, denies))

    def _url(self, dois: Sequence[str]) -> str:
        return f"{self._base}/doiRA/{','.join(percent(doi, '/:()') for doi in dois)}"


def _agency(doi: str, entry: object) -> tuple[str, str | None]:
    if not isinstance(entry, dict) or str(entry.get("DOI")).lower() != doi:
        raise ShapeError("an answer about another DOI")
    agency = entry.get("RA")
    if not isinstance(agency, str) and not isinstance(entry.get("status"), str):
        raise ShapeError("no answer about the DOI")
    return doi, agency if isinstance(agency, str) else None


def _handle_code(body: Body, doi: str) -> int:
    """The response code, which a web page with the same status does not have."""
    data = body.json
    if not isinstance(data, dict) or str(data.get("handle")).lower() != doi:
        raise ShapeError("no answer about the handle")
    code = data.get("responseCode")
    return code if isinstance(code, int) else -1
