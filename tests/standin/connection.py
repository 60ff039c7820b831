"""HTTP/1.1 on one connection: reading requests with h11, writing answers, sound or broken."""

from __future__ import annotations

import asyncio
import email.utils
import gzip
import socket
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

import h11

from standin.messages import Request, Response

Answer = Callable[[Request], Awaitable[Response]]
MAX_HEAD = 256 * 1024
MIN_COMPRESSED = 860
CHUNK = 65536


class Connection:
    """One client's connection to one service."""

    def __init__(
        self, service: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.service = service
        self.reader = reader
        self.writer = writer
        self.protocol = h11.Connection(h11.SERVER, max_incomplete_event_size=MAX_HEAD)

    async def serve(self, answer: Answer) -> None:
        """Answer requests until either side closes."""
        try:
            while (request := await self._next_request()) is not None:
                response = await self._unless_gone(answer(request))
                if response is None or not await self._send(request, response):
                    return
                if self.protocol.our_state is not h11.DONE:
                    return
                self.protocol.start_next_cycle()
        except h11.RemoteProtocolError as error:
            await self._refuse(error)
        except ConnectionError:
            return
        finally:
            await self._close()

    async def _next_request(self) -> Request | None:
        head: h11.Request | None = None
        body = bytearray()
        while True:
            event = self.protocol.next_event()
            if event is h11.NEED_DATA:
                self.protocol.receive_data(await self.reader.read(CHUNK))
            elif isinstance(event, h11.Request):
                head = event
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                return self._request(head, bytes(body))
            else:
                return None

    def _request(self, head: h11.Request, body: bytes) -> Request:
        headers = {name.decode(): value.decode("latin-1") for name, value in head.headers}
        return Request(
            self.service, head.method.decode(), head.target.decode("latin-1"), headers, body
        )

    async def _unless_gone(self, answering: Awaitable[Response]) -> Response | None:
        """The answer, or None if the client left while waiting for it."""
        task = asyncio.ensure_future(answering)
        gone = asyncio.ensure_future(self.reader.read(CHUNK))
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if gone.done() and gone.exception() is None and (early := gone.result()):
            self.protocol.receive_data(early)
            return await task
        if task.done():
            await _cancelled(gone)
            return task.result()
        await _cancelled(task)
        return None

    async def _send(self, request: Request, response: Response) -> bool:
        """Write the answer; False when the connection ends with it."""
        if response.delivery == "reset":
            self._abort()
            return False
        response = _compressed(request, response)
        self.writer.write(self._head(request, response))
        if request.method != "HEAD":
            body = response.body if response.cut is None else response.body[: response.cut]
            self.writer.write(self.protocol.send(h11.Data(data=body)) or b"")
        if response.cut is not None:
            await self.writer.drain()
            return False
        self.writer.write(self.protocol.send(h11.EndOfMessage()) or b"")
        await self.writer.drain()
        return True

    async def _refuse(self, error: h11.RemoteProtocolError) -> None:
        """Answer what is no HTTP."""
        if self.protocol.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            refusal = h11.Response(
                status_code=error.error_status_hint, headers=[("content-length", "0")]
            )
            self.writer.write(self.protocol.send(refusal) or b"")
            await self.writer.drain()

    def _head(self, request: Request, response: Response) -> bytes:
        headers = {"date": email.utils.formatdate(usegmt=True), **response.headers}
        if not response.chunked:
            headers["content-length"] = str(len(response.body))
        event = h11.Response(status_code=response.status, headers=list(headers.items()))
        return self.protocol.send(event) or b""

    def _abort(self) -> None:
        """Close with a reset, as a crashing peer does."""
        sock = self.writer.get_extra_info("socket")
        if sock is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    async def _close(self) -> None:
        self.writer.close()
        with suppress(ConnectionError):
            await self.writer.wait_closed()


async def _cancelled(task: asyncio.Future[bytes] | asyncio.Future[Response]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def _compressed(request: Request, response: Response) -> Response:
    """Gzip what is worth it for a client that accepts it, as Jetty does."""
    accepted = "gzip" in request.headers.get("accept-encoding", "")
    if not accepted or response.chunked or len(response.body) < MIN_COMPRESSED:
        return response
    body = gzip.compress(response.body, compresslevel=1)
    cut = response.cut and int(response.cut * len(body) / len(response.body))
    return replace(
        response, body=body, cut=cut, headers={**response.headers, "content-encoding": "gzip"}
    )
