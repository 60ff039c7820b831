"""What sentences say of trials: sizes, rates, effects, doses, designs, phases, publications."""

from claimcheck.statements.trials.judge import opinions

__all__ = ["opinions"]
