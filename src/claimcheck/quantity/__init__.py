"""The grammar of figures: reads quantities out of text and compares them by arithmetic."""

from claimcheck.quantity.compare import Recorded, Share, agrees
from claimcheck.quantity.explain import explain, shown
from claimcheck.quantity.reading import read, reads_as

__all__ = ["Recorded", "Share", "agrees", "explain", "read", "reads_as", "shown"]
