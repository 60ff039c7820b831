"""Entries of a base as JSON: what the record holds, in the names of its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from claimcheck.catalogue.names import Names, brief
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.model.dates import PartialDate
from claimcheck.model.numbers import Number
from claimcheck.model.trials import Trial
from claimcheck.model.works import Reference, csl_name

_LEFT_OUT = {"place", "waivers", "as_printed"}


def as_json(value: Any) -> Any:
    """A noun or a value of one as JSON; fields without a value are left out."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Number):
        return float(value.value) if value.decimals else int(value.value)
    if is_dataclass(value):
        named = csl_name if isinstance(value, Reference) else str
        found = {named(f.name): getattr(value, f.name) for f in fields(value)}
        return {k: as_json(v) for k, v in found.items() if k not in _LEFT_OUT and _holds(v)}
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    return value


def _holds(value: Any) -> bool:
    return value not in (None, (), False, "")


def trial_record(trial: Trial, names: Names) -> dict[str, Any]:
    """A trial with what is known of its publications beside their ids."""
    record: dict[str, Any] = as_json(trial)
    record["publications"] = [
        {"role": p.role, **work_record(p.ref, names)} for p in trial.publications
    ]
    return record


def claim_record(claim: Claim, base: Base, names: Names) -> dict[str, Any]:
    """A claim with what is known of its sources and of where it was said."""
    record: dict[str, Any] = as_json(claim)
    record["sources"] = [{**as_json(s), **work_record(s.ref, names)} for s in claim.sources]
    record["said"] = [
        {**as_json(said), "title": base.article[said.article].title}
        for said in claim.said
        if said.article in base.article
    ]
    return record


def work_record(ref: str, names: Names) -> dict[str, Any]:
    """A cited work in short: id, words for people, title, year, DOI, state."""
    work = names.reference(ref)
    if work is None:
        return {"ref": ref, "state": names.state(ref)}
    return {
        "ref": ref,
        "brief": brief(work),
        "title": work.title,
        "year": work.issued.year if work.issued else None,
        "doi": work.doi,
        "url": work.url or (f"https://doi.org/{work.doi}" if work.doi else None),
        "state": names.state(ref),
    }


def works_of(refs: Iterable[str], base: Base) -> list[Reference]:
    """The works behind ids, each once, in their order."""
    return [base.reference[ref] for ref in dict.fromkeys(refs) if ref in base.reference]
