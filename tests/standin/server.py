"""The stand-in as tests hold it: four services on loopback, run by a thread of their own."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Coroutine, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from standin.admin import Admin, stats
from standin.clinicaltrials import ClinicalTrials
from standin.connection import Connection
from standin.crossref import Crossref
from standin.datacite import DataCite
from standin.doi_org import DoiOrg
from standin.faults import Faults
from standin.gateway import Gateway, Handler
from standin.limits import Limits
from standin.registry import Registry
from standin.requestlog import LoggedRequest

HOST = "127.0.0.1"
SERVICES = ("crossref", "doi", "datacite", "clinicaltrials", "admin")
TIMEOUT = 120.0
T = TypeVar("T")


class Standin:
    """Crossref, doi.org, DataCite and ClinicalTrials.gov over real HTTP.

    `corpora` and `datacite` are JSON, JSON-lines or gzipped files of Crossref works and
    DataCite records served besides the built-in ones. A context manager; `port` is that of
    Crossref, the others follow it (0: any free ports).
    """

    def __init__(
        self, corpora: Iterable[Path] = (), port: int = 0, datacite: Iterable[Path] = ()
    ) -> None:
        self.registry = Registry.built_in()
        for path in corpora:
            self.registry.load_works(path)
        for path in datacite:
            self.registry.load_datacite(path)
        self.registry.freeze()
        self._port = port
        self._ports: dict[str, int] = {}
        self._holders: list[socket.socket] = []
        self._servers: dict[str, asyncio.Server] = {}
        self._connections: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="standin", daemon=True)

    def __enter__(self) -> Standin:
        """Start answering."""
        self._thread.start()
        self._call(self._open())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, with every socket closed."""
        self.close()

    # What tests talk to

    def url(self, service: str) -> str:
        """The base URL of `crossref`, `doi`, `datacite`, `clinicaltrials` or `admin`."""
        return f"http://{HOST}:{self._ports[service]}"

    @property
    def crossref_url(self) -> str:
        """In the place of https://api.crossref.org."""
        return self.url("crossref")

    @property
    def doi_url(self) -> str:
        """In the place of https://doi.org."""
        return self.url("doi")

    @property
    def datacite_url(self) -> str:
        """In the place of https://api.datacite.org."""
        return self.url("datacite")

    @property
    def clinicaltrials_url(self) -> str:
        """In the place of https://clinicaltrials.gov."""
        return self.url("clinicaltrials")

    @property
    def admin_url(self) -> str:
        """Where `/_standin/…` answers even when the services refuse connections."""
        return self.url("admin")

    @property
    def environment(self) -> dict[str, str]:
        """The variables that point claimcheck at the stand-in."""
        return {
            "CLAIMCHECK_CROSSREF_URL": self.crossref_url,
            "CLAIMCHECK_DOI_URL": self.doi_url,
            "CLAIMCHECK_DATACITE_URL": self.datacite_url,
            "CLAIMCHECK_CLINICALTRIALS_URL": self.clinicaltrials_url,
        }

    @property
    def faults(self) -> Faults:
        """The fault switches."""
        return self._gateway.faults

    @property
    def limits(self) -> Limits:
        """The pools' limits and counters."""
        return self._gateway.limits

    @property
    def requests(self) -> list[LoggedRequest]:
        """What was asked since the last reset, oldest first."""
        return self._gateway.log.all()

    @property
    def errors(self) -> list[str]:
        """Tracebacks of the stand-in's own crashes: must be empty."""
        return self._gateway.errors

    @property
    def refused(self) -> int:
        """How many requests were over a limit (faults of kind 429 not counted)."""
        return sum(usage.refused for usage in self.limits.usage.values())

    @property
    def stats(self) -> dict[str, Any]:
        """Counters since the last reset, as the admin route gives them."""
        return stats(self)

    @property
    def latency(self) -> float:
        """Seconds that every answer takes."""
        return self._gateway.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self._gateway.latency = seconds

    @property
    def held(self) -> bool:
        """Whether requests that were let in wait for their answers until this is False again."""
        return self._gateway.held

    @held.setter
    def held(self, hold: bool) -> None:
        self._gateway.held = hold

    def put_work(self, record: Mapping[str, Any]) -> None:
        """Add or replace a Crossref work until the next reset."""
        self.registry.put_work(record)

    def drop_work(self, doi: str) -> None:
        """Take a Crossref work away until the next reset."""
        self.registry.drop_work(doi)

    def refuse(self, service: str) -> None:
        """Stop listening: connections to this service are refused until `accept` or reset."""
        self._call(self._refuse(service))

    def accept(self, service: str) -> None:
        """Listen again on the port that `refuse` closed."""
        self._call(self._listen(service))

    def reset(self) -> None:
        """Real limits, no faults, empty log, built-in records, everything listening."""
        self._call(self._reset())

    def close(self) -> None:
        """Stop the server; the object cannot be used again."""
        if self._loop.is_closed():
            return
        if self._thread.is_alive():
            self._call(self._shut())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(TIMEOUT)
        self._loop.close()
        for holder in self._holders:
            holder.close()

    # What runs in the server's thread

    def _call(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(TIMEOUT)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _open(self) -> None:
        services: dict[str, Handler] = {
            "crossref": Crossref(self.registry),
            "doi": DoiOrg(self.registry, self.url),
            "datacite": DataCite(self.registry),
            "clinicaltrials": ClinicalTrials(self.registry),
            "admin": Admin(self),
        }
        self._gateway = Gateway(services)
        for offset, service in enumerate(SERVICES):
            self._ports[service] = self._hold_port(self._port and self._port + offset)
            await self._listen(service)

    def _hold_port(self, port: int) -> int:
        """Bind a port without listening, so that nobody takes it while a service refuses."""
        holder = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._holders.append(holder)
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind((HOST, port))
        return int(holder.getsockname()[1])

    async def _listen(self, service: str) -> None:
        if service in self._servers:
            return

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self._serve(service, reader, writer)

        self._servers[service] = await asyncio.start_server(
            connected, HOST, self._ports[service], backlog=256, reuse_port=True
        )

    async def _serve(
        self, service: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        if task is not None:
            task.set_name(service)
            self._connections.add(task)
            task.add_done_callback(self._connections.discard)
        with suppress(asyncio.CancelledError):  # how `_hang_up` ends a connection
            await Connection(service, reader, writer).serve(self._gateway.answer)

    async def _refuse(self, service: str) -> None:
        server = self._servers.pop(service, None)
        if server is not None:
            server.close()
            await server.wait_closed()
        await self._hang_up(service)

    async def _hang_up(self, service: str | None = None) -> None:
        tasks = [t for t in self._connections if service in (None, t.get_name())]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def reset_state(self) -> None:
        """What `reset` does, but for listening again."""
        self._gateway.reset()
        self.registry.restore()

    async def _reset(self) -> None:
        self.reset_state()
        for service in SERVICES:
            await self._listen(service)

    async def _shut(self) -> None:
        self._gateway.release()
        for server in self._servers.values():
            server.close()
        await self._hang_up()
        await self._loop.shutdown_default_executor()
