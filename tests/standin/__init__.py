"""A stand-in for the registries on loopback: strict and odd where they are."""

from standin.faults import Fault
from standin.limits import Refusal
from standin.requestlog import LoggedRequest
from standin.server import Standin

__all__ = ["Fault", "LoggedRequest", "Refusal", "Standin"]
