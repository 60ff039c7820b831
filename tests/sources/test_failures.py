"""What went wrong on the way, in words."""

from __future__ import annotations

import socket
import ssl

import httpx
import pytest

from claimcheck.sources.failures import describe


def caused_by(cause: Exception) -> httpx.ConnectError:
    error = httpx.ConnectError("failed")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "reason", "passing"),
    [
        (httpx.ReadTimeout(""), "X did not answer within 2.5 s", True),
        (httpx.ConnectTimeout(""), "X did not answer within 2.5 s", True),
        (httpx.PoolTimeout(""), "X did not answer within 2.5 s", True),
        (caused_by(ssl.SSLCertVerificationError()), "the certificate of X is not valid", False),
        (caused_by(ssl.SSLError()), "no secure connection to X could be made", True),
        (caused_by(socket.gaierror()), "the address of X could not be resolved", True),
        (httpx.ConnectError("refused"), "X could not be reached", True),
        (httpx.ReadError(""), "the answer of X broke off", True),
        (httpx.RemoteProtocolError(""), "the answer of X broke off", True),
        (httpx.DecodingError(""), "the answer of X broke off", True),
        (httpx.UnsupportedProtocol("no"), "X could not be asked: no", False),
        (httpx.InvalidURL("bad"), "X could not be asked: bad", False),
        (ValueError(), "X could not be asked: ValueError", False),
    ],
)
def test_every_failure_has_its_words(error: Exception, reason: str, passing: bool):
    trouble = describe("X", error, 2.5)
    assert (trouble.reason, trouble.passing) == (reason, passing)
