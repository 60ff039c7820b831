"""What sentences say about decisions and status, held against the dated record."""

from claimcheck.statements.decisions.judge import opinions

__all__ = ["opinions"]
