"""Which files a base has, and what each holds; importing this costs nothing but the nouns."""

from __future__ import annotations

from typing import Any

from claimcheck.model.claims import Article, Claim
from claimcheck.model.events import Coverage, Event
from claimcheck.model.trials import Trial
from claimcheck.model.vocabulary import Agency, Jurisdiction, OutcomeTerm, Scale, Term
from claimcheck.model.works import Reference

SHAPES: dict[str, dict[str, type[Any]]] = {
    "claims.yaml": {"articles": Article, "claims": Claim},
    "references.yaml": {"references": Reference},
    "trials.yaml": {"trials": Trial},
    "regulatory.yaml": {"complete": Coverage, "events": Event},
    "vocabulary.yaml": {
        "compounds": Term,
        "indications": Term,
        "scales": Scale,
        "outcomes": OutcomeTerm,
        "sponsors": Term,
        "agencies": Agency,
        "jurisdictions": Jurisdiction,
        "controls": Term,
        "designations": Term,
        "schedules": Term,
        "treatments": Term,
    },
}
"""File → top-level key → what its list holds."""

BASE_FILES = tuple(SHAPES)

LOCK_NAME = "claimcheck.lock"
"""The evidence lock, beside the files of its base."""
