"""How the world is asked: addresses, identification, patience, where answers are kept."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from claimcheck import __version__
from claimcheck.classes import dataclass
from claimcheck.errors import UsageError

_LEAST_PATIENCE = 10.0
"""A short timeout is no reason not to sit out a pause that a service asks for."""
_MAILBOX = re.compile(r"[!-~]+@[!-~]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Everything that look-ups depend on, read from options and environment by others.

    Raises UsageError for a contact address or a service address that cannot be one.
    """

    cache_dir: Path
    lock: Path | None = None
    mailto: str | None = None
    """Contact address; with one, Crossref and DataCite allow more requests a second."""
    crossref_url: str = "https://api.crossref.org"
    doi_url: str = "https://doi.org"
    datacite_url: str = "https://api.datacite.org"
    clinicaltrials_url: str = "https://clinicaltrials.gov"
    offline: bool = False
    locked: bool = False
    refresh: bool = False
    max_age: timedelta | None = None
    """Age up to which a kept answer serves, in place of the ages that `cache` documents."""
    timeout: float = 30.0
    """Seconds for one exchange."""
    attempts: int = 4
    backoff: float = 1.0
    """Upper bound of the first wait before a repetition; doubles each time."""

    def __post_init__(self) -> None:
        if self.mailto is not None and not _MAILBOX.fullmatch(self.mailto):
            raise UsageError(f"{self.mailto!r} is not a contact address")
        if not self.timeout > 0:
            raise UsageError(f"a timeout of {self.timeout} s leaves no time for an answer")
        if self.attempts < 1:
            raise UsageError("a question needs at least one attempt")
        for url in (self.crossref_url, self.doi_url, self.datacite_url, self.clinicaltrials_url):
            if not re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", url):
                raise UsageError(f"{url!r} is not the address of a service (http:// or https://)")

    @property
    def user_agent(self) -> str:
        """How requests identify themselves."""
        contact = f" (mailto:{self.mailto})" if self.mailto else ""
        return f"claimcheck/{__version__}{contact}"

    @property
    def give_up_after(self) -> float:
        """Seconds after which one question is not repeated any more."""
        return max(1.5 * self.timeout, _LEAST_PATIENCE)
