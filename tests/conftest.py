"""The stand-in for the registries, started once and reset for each test that asks for it."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")  # a busy machine is no fault of the program

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for a shell's background jobs
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def standin_server() -> Iterator[object]:
    from standin import Standin

    with Standin() as server:
        yield server


@pytest.fixture
def standin(standin_server):
    """The stand-in (tests/standin/README.md) with real limits and no faults."""
    standin_server.reset()
    yield standin_server
    crashes = list(standin_server.errors)
    standin_server.reset()
    assert not crashes, crashes[0]
