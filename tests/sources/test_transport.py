"""Answers without measure, from a server that speaks HTTP badly on purpose."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from claimcheck.sources.replies import Body, Trouble
from claimcheck.sources.settings import Network
from claimcheck.sources.transport import MOST_BYTES, STOPPED, Transport

Script = Callable[[socket.socket], None]
BOMB = gzip.compress(bytes(MOST_BYTES + 2**20), compresslevel=1)
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"


@pytest.fixture
def serve() -> Iterator[Callable[[Script], str]]:
    """Serve one connection with a script of what to send; returns the address."""
    with ExitStack() as stack:

        def start(script: Script) -> str:
            listener = stack.enter_context(closing(socket.create_server(("127.0.0.1", 0))))
            listener.settimeout(60.0)

            def run() -> None:
                with suppress(OSError), closing(listener.accept()[0]) as connection:
                    connection.recv(65536)
                    script(connection)

            thread = threading.Thread(target=run)
            thread.start()
            stack.callback(thread.join, 60.0)
            return f"http://127.0.0.1:{listener.getsockname()[1]}/"

        yield start


@pytest.fixture
def transport(tmp_path: Path) -> Iterator[Transport]:
    with closing(Transport(Network(cache_dir=tmp_path, timeout=60.0))) as opened:
        yield opened


@pytest.fixture
def impatient(tmp_path: Path) -> Iterator[Transport]:
    with closing(Transport(Network(cache_dir=tmp_path, timeout=1.0))) as opened:
        yield opened


def get(transport: Transport, url: str) -> Body | Trouble:
    return transport.exchange("Registry", "GET", url, lambda: None, read=True)


def drip(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"content-length: 100000\r\n\r\n")
    while True:  # until the client hangs up
        connection.sendall(b" ")
        time.sleep(0.05)


def flood(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"\r\n")
    for _ in range(MOST_BYTES // 2**20 + 2):
        connection.sendall(b" " * 2**20)


def bomb(connection: socket.socket) -> None:
    length = f"content-encoding: gzip\r\ncontent-length: {len(BOMB)}\r\n\r\n".encode()
    connection.sendall(HEAD + length + BOMB)


def garbage(connection: socket.socket) -> None:
    connection.sendall(b"\x15\x03\x01 this is no HTTP\r\n\r\n")


def false_gzip(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"content-encoding: gzip\r\ncontent-length: 4\r\n\r\nnope")


def half_a_chunk(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"transfer-encoding: chunked\r\n\r\nff\r\nonly this")


def nothing(connection: socket.socket) -> None:
    connection.shutdown(socket.SHUT_WR)


@pytest.mark.parametrize(
    ("script", "reason", "passing"),
    [
        (flood, "Registry sent more than 32 MB", False),
        (bomb, "Registry sent more than 32 MB", False),
        (garbage, "the answer of Registry broke off", True),
        (false_gzip, "the answer of Registry broke off", True),
        (half_a_chunk, "the answer of Registry broke off", True),
        (nothing, "the answer of Registry broke off", True),
    ],
)
def test_what_is_no_proper_answer_is_trouble(
    script: Script, reason: str, passing: bool, serve: Callable[[Script], str], transport: Transport
):
    trouble = get(transport, serve(script))
    assert isinstance(trouble, Trouble)
    assert (trouble.reason, trouble.passing) == (reason, passing)


def test_an_answer_that_never_ends_is_given_up(
    serve: Callable[[Script], str], impatient: Transport
):
    trouble = get(impatient, serve(drip))
    assert trouble == Trouble("Registry did not finish its answer in time", passing=True)


def test_content_that_is_not_wanted_is_not_read(
    serve: Callable[[Script], str], transport: Transport
):
    url = serve(flood)
    body = transport.exchange("Registry", "GET", url, lambda: None, read=False)
    assert isinstance(body, Body)
    assert (body.status, body.content) == (200, b"")


def test_a_request_is_stamped_when_it_leaves(serve: Callable[[Script], str], transport: Transport):
    stamps: list[float] = []

    def answer(connection: socket.socket) -> None:
        assert stamps
        connection.sendall(HEAD + b"content-length: 2\r\n\r\n{}")

    url = serve(answer)
    body = transport.exchange("X", "GET", url, lambda: stamps.append(time.monotonic()), read=True)
    assert isinstance(body, Body)
    assert (len(stamps), body.json) == (1, {})


def test_a_closed_transport_sends_nothing(transport: Transport):
    transport.close()
    assert get(transport, "http://127.0.0.1:1/") is STOPPED
