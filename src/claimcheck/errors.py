"""What can stop a run.

ClaimcheckError             one clear line for the user; exit status 2
├── UsageError              options or configuration that make no sense
├── InputError              a file that cannot be read, with its place
└── BaseUnreadableError     the claim base is such a file, or none: nothing can be judged
"""

from __future__ import annotations

from claimcheck.model.place import Location


class ClaimcheckError(Exception):
    """An expected failure; its text is what the user reads."""


class UsageError(ClaimcheckError):
    """Options or configuration that make no sense."""


class BaseUnreadableError(ClaimcheckError):
    """There is no claim base, or it cannot be read, so that nothing can be judged."""


class InputError(ClaimcheckError):
    """A file that cannot be read; `where` says which, and where in it."""

    def __init__(self, where: Location, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message
