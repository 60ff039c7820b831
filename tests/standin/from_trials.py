"""Studies for the registered trials of a base, as far as these tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Record = Mapping[str, Any]
SIZES = ("enrolled", "randomised", "dosed", "planned")
STATUSES = {
    "completed": "COMPLETED",
    "recruiting": "RECRUITING",
    "terminated": "TERMINATED",
    "withdrawn": "WITHDRAWN",
    "planned": "NOT_YET_RECRUITING",
}


def studies(trials: list[Record], names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """A study for each NCT number; `names` gives the names of the vocabulary's ids."""
    for trial in trials:
        for number in trial.get("registry") or ():
            if str(number).startswith("NCT"):
                yield study(str(number), trial, names)


def study(number: str, trial: Record, names: Mapping[str, str]) -> dict[str, Any]:
    """A trial in the form of ClinicalTrials.gov, API version 2."""
    drugs, conditions, sponsors = (
        [names.get(item, item) for item in _listed(trial.get(key))]
        for key in ("compound", "indication", "sponsor")
    )
    title = f"{_capital(drugs[0])} for {conditions[0]}"
    status = STATUSES.get(str(trial.get("status")), "ACTIVE_NOT_RECRUITING")
    interventions = [{"type": "DRUG", "name": _capital(name)} for name in drugs]
    protocol: dict[str, Any] = {
        "identificationModule": {"nctId": number, "briefTitle": title, "officialTitle": title},
        "statusModule": {"statusVerifiedDate": "2026-10", "overallStatus": status},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": sponsors[0]}} if sponsors else {},
        "conditionsModule": {"conditions": [_capital(name) for name in conditions]},
        "designModule": _design(trial, status),
        "armsInterventionsModule": {"interventions": interventions},
    }
    return {"protocolSection": protocol, "derivedSection": {}, "hasResults": False}


def _design(trial: Record, status: str) -> dict[str, Any]:
    """Enrolment is actual once a study has ended, an estimate before."""
    phases = [f"PHASE{digit}" for digit in re.findall(r"[1-4]", str(trial.get("phase") or ""))]
    design: dict[str, Any] = {"studyType": "INTERVENTIONAL", "phases": phases or ["NA"]}
    sizes = trial.get("sizes") or {}
    size = next((sizes[key] for key in SIZES if sizes.get(key)), None)
    if size is not None:
        ended = status in ("COMPLETED", "TERMINATED")
        kind = "ACTUAL" if ended else "ESTIMATED"
        design["enrollmentInfo"] = {"count": int(size), "type": kind}
    return design


def _listed(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
