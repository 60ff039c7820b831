"""CLM: figures that cannot be, that the records deny, and that deny each other."""

from claimcheck.rules.figures.conflicts import record_conflict
from claimcheck.rules.figures.impossible import impossible_figure
from claimcheck.rules.figures.rivals import conflicting_claims

__all__ = ["FIGURE_RULES", "conflicting_claims", "impossible_figure", "record_conflict"]

FIGURE_RULES = (conflicting_claims, record_conflict, impossible_figure)
"""Over a base alone."""
