"""The application behind the real server's protocol, and clients that write their requests byte by byte."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any, NamedTuple

import uvicorn

from web.http.bounded_http import bounded
from web.http.envelope import HEADERS

PATIENCE = 60.0  # seconds after which an answer is taken for one that never comes


class Answer(NamedTuple):
    """The first answer on a connection, and how many there were."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes
    count: int

    def header(self, name: str) -> str | None:
        """The value of a header that is there once at most."""
        values = [value for key, value in self.headers if key == name]
        assert len(values) <= 1, values
        return values[0] if values else None

    @property
    def lacks(self) -> list[str]:
        """The security headers that are not there, or not as they have to be."""
        lacking = [name for name, value in HEADERS.items() if self.header(name) != value]
        return lacking if self.header("x-request-id") else [*lacking, "x-request-id"]


@contextlib.asynccontextmanager
async def serving(application: Any, http: Any = None) -> AsyncIterator[int]:
    """Serve it with the bounds of the real server; the port."""
    config = uvicorn.Config(
        application, port=0, http=http or bounded(PATIENCE, PATIENCE), loop="asyncio", ws="none", lifespan="off",
        log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve())  # not serve(): pytest keeps its signal handlers
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        await task


async def said_to(port: int, *pieces: bytes) -> bytes:
    """All that is answered to these pieces, until the server closes; the client says that no more comes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    said = b""
    with contextlib.suppress(ConnectionError):
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
    try:
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(PATIENCE):
                while got := await reader.read(65536):
                    said += got
    finally:
        writer.close()
    return said


async def answer_to(port: int, *pieces: bytes) -> Answer:
    """The answer to these pieces, taken apart."""
    said = await said_to(port, *pieces)
    while said.startswith(b"HTTP/1.1 1"):  # only says that the body may come
        said = said.partition(b"\r\n\r\n")[2]
    head, _, body = said.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = [(name.lower(), value) for name, _, value in (line.partition(": ") for line in lines)]
    return Answer(int(first.split()[1]), headers, body, said.count(b"HTTP/1.1 "))
