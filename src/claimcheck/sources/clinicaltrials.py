"""ClinicalTrials.gov's API, version 2."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import (
    Missing,
    RegisteredTrial,
    TrialFound,
    TrialLookup,
    Unavailable,
)
from claimcheck.sources.codec import ShapeError
from claimcheck.sources.http import Http, Lane, Service
from claimcheck.sources.pacing import Rate
from claimcheck.sources.replies import Absent, Body, Ok, Question, Trouble
from claimcheck.sources.settings import Network
from claimcheck.sources.texts import text, texts

_RATE = Rate(2, 1.0, 1)
"""No limit is documented; a base has a few dozen trials."""
_NCT = re.compile(r"NCT\d{8}")
_STATUSES = {
    "not yet recruiting": "planned",
    "enrolling by invitation": "recruiting",
    "active not recruiting": "active",
}


class ClinicalTrials:
    """Questions to ClinicalTrials.gov."""

    name = "clinicaltrials"

    def __init__(self, http: Http, network: Network) -> None:
        self._http = http
        self._base = network.clinicaltrials_url.rstrip("/")
        self.service = Service("ClinicalTrials.gov")
        self._lane = Lane(self.service, _RATE)

    def trial(self, registry_id: str) -> TrialLookup:
        """What the registry says of the study; ids of other registries are `Unavailable`."""
        nct = registry_id.strip().upper()
        if not nct.startswith("NCT"):
            return Unavailable(registry_id, "only ids of ClinicalTrials.gov (NCT…) can be checked")
        if not _NCT.fullmatch(nct):
            return Missing(registry_id, (self.name,), datetime.now(UTC))
        return self._ask(registry_id, nct)

    def _ask(self, registry_id: str, nct: str) -> TrialLookup:
        def read(body: Body) -> RegisteredTrial:
            trial = parse_study(body.json)
            if trial.id != nct and not body.redirected:
                raise ShapeError("the record of another study")
            return trial

        question = Question(f"{self._base}/api/v2/studies/{nct}", read, _says_not_found)
        match self._http.ask(self._lane, question):
            case Ok(trial):
                return TrialFound(registry_id, trial, datetime.now(UTC))
            case Absent():
                return Missing(registry_id, (self.name,), datetime.now(UTC))
            case Trouble(reason):
                return Unavailable(registry_id, reason)


def _says_not_found(body: Body) -> bool:
    """The registry answers in plain text; a web page is somebody else's."""
    return body.status == 404 and "text/plain" in body.headers.get("content-type", "")


def parse_study(data: Any) -> RegisteredTrial:
    """The trial in a `studies/{id}` answer; raises ShapeError."""
    protocol = _part(data, "protocolSection")
    identification = _part(protocol, "identificationModule")
    design, status = _part(protocol, "designModule"), _part(protocol, "statusModule")
    enrolment = _part(design, "enrollmentInfo")
    nct, count = text(identification.get("nctId")), enrolment.get("count")
    if nct is None:
        raise ShapeError("a study without an id")
    return RegisteredTrial(
        id=nct.upper(),
        title=text(identification.get("briefTitle")) or text(identification.get("officialTitle")),
        status=_status(status.get("overallStatus")),
        phases=_phases(design.get("phases")),
        enrolment=count if isinstance(count, int) and not isinstance(count, bool) else None,
        enrolment_actual=enrolment.get("type") == "ACTUAL",
        conditions=texts(_part(protocol, "conditionsModule").get("conditions")),
        start=_date(_part(status, "startDateStruct").get("date")),
        has_results=_part(data, "").get("hasResults") is True,
    )


def _part(value: Any, key: str) -> dict[str, Any]:
    """The object under `key` of an object, or the object itself for no key; else an empty one."""
    part = value.get(key) if key and isinstance(value, dict) else value
    return part if isinstance(part, dict) else {}


def _status(value: Any) -> str | None:
    """`ACTIVE_NOT_RECRUITING` → active; words that our records lack stay themselves."""
    words = (text(value) or "").lower().replace("_", " ")
    return _STATUSES.get(words, words) or None


def _phases(value: Any) -> tuple[str, ...]:
    """`["PHASE1", "PHASE2"]` → "1/2"; `["NA"]` → nothing."""
    numbers = [found[1] for item in texts(value) if (found := re.fullmatch(r"\w*PHASE(\d)", item))]
    return ("/".join(numbers),) if numbers else ()


def _date(value: Any) -> PartialDate | None:
    try:
        return PartialDate.parse(str(value)[:10])
    except ValueError:
        return None
