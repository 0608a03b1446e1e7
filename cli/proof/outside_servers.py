"""Servers beside the shop that can be stopped and started: a mail server, and a gate before a broker or a database.

They run on one event loop on a thread of their own, because the rest of a proof waits and sleeps.
"""

import asyncio
import contextlib
import re
import socket
import threading
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from typing import Any

MESSAGE_ID = re.compile(rb"^Message-ID:[ \t]*(\S{1,300})", re.MULTILINE | re.IGNORECASE)
# a server without TLS, which a gate cannot pretend to be
URL = re.compile(
    r"(?P<scheme>postgresql|postgres|redis|amqp)://(?P<who>[^@/]*@)?(?P<host>[^@:/?\[\],]+)(?::(?P<port>\d{1,5}))?(?P<rest>[/?].*|)"
)
STANDARD_PORTS = {"postgresql": 5432, "postgres": 5432, "redis": 6379, "amqp": 5672}
LONGEST_LINE = 1 << 20  # bytes
CHUNK = 1 << 16


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Outside:
    """The event loop of the servers, on its thread until closed."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="outside", daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine there, to its end."""
        asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def close(self) -> None:
        """End the loop; its servers have been stopped before."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class StoppableServer(ABC):
    """Listens on a port of this machine that stays its own; when it is stopped its connections are cut."""

    def __init__(self, outside: Outside) -> None:
        self.port = free_port()
        self._outside = outside
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._talks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Take connections from now on."""
        self._outside.run(self._start())

    def stop(self) -> None:
        """Cut all connections and take no more."""
        self._outside.run(self._stop())

    async def _start(self) -> None:
        if self._server is None:
            self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, limit=LONGEST_LINE)

    async def _stop(self) -> None:
        if self._server is None:
            return
        self._server.close()
        self._server = None
        for writer in self._open:
            writer.transport.abort()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        self._open.add(writer)
        try:
            with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError):
                await self._talk(reader, writer)
        finally:
            self._open.discard(writer)
            self._talks.discard(task)
            writer.transport.abort()

    @abstractmethod
    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one client until it leaves."""


class MailServer(StoppableServer):
    """Takes every message and remembers its Message-ID."""

    def __init__(self, outside: Outside) -> None:
        super().__init__(outside)
        self.message_ids: set[bytes] = set()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail server of a proof\r\n")
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                writer.write(b"354 go on\r\n")
                content = await reader.readuntil(b"\r\n.\r\n")
                self.message_ids.update(MESSAGE_ID.findall(content))
                writer.write(b"250 taken\r\n")
            elif verb == b"QUIT":
                writer.write(b"221 bye\r\n")
                await writer.drain()
                return
            else:
                writer.write(b"250 mail.test\r\n")
            await writer.drain()


class Gate(StoppableServer):
    """Hands everything on to a server elsewhere, as long as it is not stopped."""

    def __init__(self, outside: Outside, host: str, port: int) -> None:
        super().__init__(outside)
        self._there = (host, port)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, to_there = await asyncio.open_connection(*self._there)
        self._open.add(to_there)
        ways = [asyncio.ensure_future(_copy(reader, to_there)), asyncio.ensure_future(_copy(there, writer))]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._open.discard(to_there)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            to_there.transport.abort()


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while chunk := await source.read(CHUNK):
        target.write(chunk)
        await target.drain()


def gate_before(outside: Outside, url: str) -> tuple[Gate, str] | None:
    """A gate before the server of a URL, and the URL that leads through it; None if no gate can stand there."""
    found = URL.fullmatch(url)
    if found is None:
        return None
    gate = Gate(outside, found["host"], int(found["port"] or STANDARD_PORTS[found["scheme"]]))
    return gate, f"{found['scheme']}://{found['who'] or ''}127.0.0.1:{gate.port}{found['rest']}"
