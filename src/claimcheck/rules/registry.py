"""The rules, by scope. Listing one here is all it takes to run it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.rules import ageing, citations, claims, drafts, waivers
from claimcheck.rules.base import Rule
from claimcheck.rules.drafts import DRAFT_RULES, REMARKS, WITHIN_RULES
from claimcheck.rules.figures import FIGURE_RULES
from claimcheck.rules.references import REFERENCE_RULES, identity

__all__ = [
    "ASKING",
    "BASE_RULES",
    "DATED_RULES",
    "DRAFT_RULES",
    "EVIDENCE_RULES",
    "REFERENCE_RULES",
    "REMARKS",
    "all_rules",
]

BASE_RULES = (
    claims.invalid_entry,
    claims.duplicate_id,
    claims.unknown_id,
    claims.unsourced_claim,
    *FIGURE_RULES,
    claims.unused_reference,
    citations.undefined_citation,
    citations.uncited_reference,
)
"""Over a base alone."""

DATED_RULES = (ageing.stale_claim, waivers.expired_waiver)
"""Over a base and today's date."""

EVIDENCE_RULES = (claims.unresolvable_source, claims.retracted_source)
"""Over a base and the states of its references."""


ASKING: tuple[Rule[Any], ...] = (
    *EVIDENCE_RULES,
    *(rule for rule in REFERENCE_RULES if rule is not identity.malformed_doi),
)
"""Over what registries answer: without an answer, none of them can say that all is well."""


def all_rules() -> Iterator[Rule[Any]]:
    """Every rule, in the order of the codes."""
    rules: list[Rule[Any]] = [
        *BASE_RULES,
        *DATED_RULES,
        *EVIDENCE_RULES,
        *REFERENCE_RULES,
        *DRAFT_RULES,
        *WITHIN_RULES,
        *REMARKS,
        drafts.unused_suppression,
    ]
    return iter(sorted(rules, key=lambda rule: rule.code))
