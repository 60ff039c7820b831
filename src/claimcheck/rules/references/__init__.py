"""REF: references against what the registries say of them."""

from __future__ import annotations

from claimcheck.rules.references import fields, identity, standing
from claimcheck.rules.references.checked import Checked, check_reference, check_registration

REFERENCE_RULES = (
    identity.malformed_doi,
    identity.unregistered_doi,
    identity.wrong_work,
    fields.title_mismatch,
    fields.author_mismatch,
    fields.year_mismatch,
    fields.venue_mismatch,
    standing.retracted,
    standing.expression_of_concern,
    standing.corrected,
    standing.preprint_superseded,
    identity.missing_doi,
    identity.unmatched,
    identity.could_not_check,
)
"""Over one reference and all that was found out about it."""

__all__ = ["REFERENCE_RULES", "Checked", "check_reference", "check_registration"]
