"""claimcheck: claims kept as code, checked against their sources and against drafts."""

__version__ = "0.1.0"
