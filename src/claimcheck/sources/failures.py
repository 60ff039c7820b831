"""What went wrong on the way to a service, in words for people."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpx

from claimcheck.sources.replies import Trouble


def describe(service: str, error: Exception, timeout: float) -> Trouble:
    """The trouble that an exception of the HTTP client stands for."""
    causes = list(_causes(error))
    if isinstance(error, httpx.TimeoutException):
        return Trouble(f"{service} did not answer within {timeout:g} s", passing=True)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return Trouble(f"the certificate of {service} is not valid")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Trouble(f"no secure connection to {service} could be made", passing=True)
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Trouble(f"the address of {service} could not be resolved", passing=True)
    if isinstance(error, httpx.ConnectError):
        return Trouble(f"{service} could not be reached", passing=True)
    if isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError | httpx.DecodingError):
        return Trouble(f"the answer of {service} broke off", passing=True)
    return Trouble(f"{service} could not be asked: {str(error) or type(error).__name__}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
